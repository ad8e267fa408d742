//! Puts a scene together from its parts, top to bottom.

use super::bands::{BandRequest, band_row};
use super::beyond::beyond;
use super::cache::SceneCache;
use super::calendar_row::{CalendarRequest, calendar_row};
use super::lane_build::lanes;
use super::make_way::make_way;
use super::measure::Widths;
use super::overview::{Density, OverviewRequest, overview};
use super::pill::Edges;
use super::relations::{RelationRequest, relations};
use super::ticks::{AxisRequest, axis};
use super::tone::{ToneColumns, ToneRequest, point, tone_points};
use super::{Metrics, Rect, Scene, SceneLayout, SceneRequest};

/// Builds the scene.
pub fn build(request: &SceneRequest, cache: &mut SceneCache) -> Scene {
    let layout = parts(request);
    cache.prepare(request, layout.lanes.height());
    let known = std::mem::take(&mut cache.widths);
    let widths = Widths::with_known(request.measure, known);
    let mut scene = Scene {
        viewport: request.viewport,
        layout,
        axis: axis(&AxisRequest {
            viewport: request.viewport,
            rect: layout.axis,
            zone: request.zone,
            language: request.language,
            widths: &widths,
        }),
        calendar: None,
        bands: Vec::new(),
        lanes: Vec::new(),
        today_x: today(request, &layout),
        arcs: Vec::new(),
        marks: Vec::new(),
        clusters: Vec::new(),
        edge_arrows: Vec::new(),
        tone: Vec::new(),
        overview: None,
        lanes_height: cache.plan.height,
        scroll: 0.0,
    };
    scene.scroll = request
        .scroll_points
        .clamp(0.0, (scene.lanes_height - layout.lanes.height()).max(0.0));
    rows_above(request, cache, &widths, &mut scene);
    lanes(request, cache, &widths, &mut scene);
    let edges = Edges::new(scene.free_plot(request.metrics), request.metrics);
    if let Some(edges) = &edges {
        let known = &cache.far;
        scene.edge_arrows = beyond(known, edges, &widths, &scene.lanes, request.language);
    }
    relate(request, cache, &widths, edges, &mut scene);
    make_way(&mut scene, request.metrics);
    below(request, cache, &widths, &mut scene);
    cache.widths = widths.into_known();
    scene
}

impl Scene {
    /// The lanes' part right of the header column, without the bar that shows where the lanes are
    /// scrolled to.
    pub(super) fn free_plot(&self, metrics: &Metrics) -> Rect {
        let mut free = self.layout.plot();
        if self.lanes_height > self.layout.lanes.height() {
            free.right = (free.right - metrics.scroll_bar).max(free.left);
        }
        free
    }
}

/// The most that the tone strip takes of what it shares with the lanes.
const TONE_MOST_SHARE: f32 = 0.36;

/// Where the parts of the canvas stand.
fn parts(request: &SceneRequest) -> SceneLayout {
    let m = request.metrics;
    let width = request.viewport.width_points + m.header_width;
    let height = request.height_points;
    let mut top = 0.0;
    let mut row = |wanted: f32, inset: f32| {
        let rect = Rect::new(inset, top, width, (top + wanted).min(height));
        top = rect.bottom;
        rect
    };
    let axis = row(m.axis_height, m.header_width);
    let calendar_height = if request.calendar.is_some() {
        m.calendar_height
    } else {
        0.0
    };
    let calendar = row(calendar_height, 0.0);
    let bands = row(m.band_height * request.bands.len() as f32, 0.0);
    let overview_height = if request.overview {
        m.overview_height
    } else {
        0.0
    };
    let room = (height - bands.bottom - overview_height).max(0.0);
    let tone_height = if request.tone {
        m.tone_height.min(room * TONE_MOST_SHARE)
    } else {
        0.0
    };
    let lanes_height = room - tone_height;
    let lanes = row(lanes_height, 0.0);
    let tone = row(tone_height, m.header_width);
    let overview = row(overview_height, 0.0);
    SceneLayout {
        canvas: Rect::new(0.0, 0.0, width, height),
        header: Rect::new(0.0, 0.0, m.header_width, height),
        axis,
        calendar,
        bands,
        lanes,
        tone,
        overview,
    }
}

fn today(request: &SceneRequest, layout: &SceneLayout) -> Option<f32> {
    let x = layout.axis.left + request.viewport.x_of_instant(request.now?);
    (x >= layout.axis.left && x <= layout.axis.right).then_some(x)
}

/// The second calendar and the bands.
fn rows_above(request: &SceneRequest, cache: &mut SceneCache, widths: &Widths, scene: &mut Scene) {
    let m = request.metrics;
    if let Some(calendar) = request.calendar {
        scene.calendar = Some(calendar_row(
            &CalendarRequest {
                calendar,
                viewport: request.viewport,
                rect: scene.layout.calendar,
                header_width: m.header_width,
                zone: request.zone,
                language: request.language,
                widths,
            },
            &mut cache.calendar,
        ));
    }
    let mut top = scene.layout.bands.top;
    for &group in request.bands {
        let rect = Rect {
            top,
            bottom: (top + m.band_height).min(scene.layout.bands.bottom),
            ..scene.layout.bands
        };
        top = rect.bottom;
        scene.bands.extend(band_row(
            &BandRequest {
                timeline: request.timeline,
                viewport: request.viewport,
                rect,
                header_width: m.header_width,
                language: request.language,
                record_end: cache.record_end,
                now: request.now,
                widths,
            },
            &mut cache.bands,
            group,
        ));
    }
}

fn relate(
    request: &SceneRequest,
    cache: &SceneCache,
    widths: &Widths,
    edges: Option<Edges>,
    scene: &mut Scene,
) {
    let Some(selected) = request.selected else {
        return;
    };
    if selected.index() >= request.timeline.len() {
        return;
    }
    let mut overflow_y = vec![None; request.index.lanes().len()];
    for (planned, lane) in cache.plan.lanes.iter().zip(&scene.lanes) {
        overflow_y[usize::from(planned.index_lane)] = Some(lane.overflow_y);
    }
    let (arcs, arrows) = relations(&RelationRequest {
        timeline: request.timeline,
        index: request.index,
        viewport: request.viewport,
        plot: scene.layout.plot(),
        selected,
        marks: &scene.marks,
        clusters: &scene.clusters,
        overflow_y: &overflow_y,
        edges,
        arrows: &scene.edge_arrows,
        arrow_words: &cache.arrow_words,
        metrics: request.metrics,
        language: request.language,
        widths,
    });
    scene.arcs = arcs;
    scene.edge_arrows.extend(arrows);
}

/// The tone strip and the overview.
fn below(request: &SceneRequest, cache: &mut SceneCache, widths: &Widths, scene: &mut Scene) {
    let layout = scene.layout;
    if request.tone {
        let heads = request.timeline.heads();
        let kept = cache.tones.take();
        let columns = kept
            .filter(|kept| kept.is_for(request.index))
            .unwrap_or_else(|| ToneColumns::new(request.index, heads));
        let tones = ToneRequest {
            heads,
            viewport: request.viewport,
            left: layout.tone.left,
            selected: request.selected,
        };
        let shown = |lane: &u16| scene.lanes.iter().any(|shown| shown.index_lane == *lane);
        let selected = request.selected.filter(|event| {
            let head = heads.get(event.index());
            head.is_some_and(|head| request.index.lanes_of(head).iter().any(shown))
        });
        scene
            .tone
            .extend(selected.and_then(|event| point(&tones, event)));
        for lane in &scene.lanes {
            tone_points(&tones, &columns, lane.index_lane, &mut scene.tone);
        }
        cache.tones = Some(columns);
        scene
            .tone
            .sort_by(|a, b| a.at_s.total_cmp(&b.at_s).then(a.event.cmp(&b.event)));
        scene.tone.dedup_by_key(|point| point.event);
    }
    if request.overview {
        let width = layout.overview.width() - request.metrics.header_width;
        let kept = cache
            .density
            .take()
            .filter(|kept| kept.is_for(request.index, width));
        let density = kept.unwrap_or_else(|| Density::new(request.index, width));
        scene.overview = Some(overview(&OverviewRequest {
            density: &density,
            events: request.index.len(),
            viewport: request.viewport,
            rect: layout.overview,
            metrics: request.metrics,
            language: request.language,
            zone: request.zone,
            widths,
        }));
        cache.density = Some(density);
    }
}
