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
use super::tone::{ToneColumns, ToneRequest, point, thin, tone_points};
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
    /// Whether a part that was asked for had no room.
    pub fn lacks_a_part(&self, request: &SceneRequest) -> bool {
        let asked = [
            (request.calendar.is_some(), self.layout.calendar),
            (!request.bands.is_empty(), self.layout.bands),
            (request.tone, self.layout.tone),
            (request.overview, self.layout.overview),
        ];
        asked.iter().any(|(asked, place)| *asked && place.is_flat())
    }

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
/// The least of its height at which its scale's words keep apart.
const TONE_LEAST_SHARE: f32 = 0.4;

/// How many rows of lanes everything else makes room for.
const LEAST_LANE_ROWS: f32 = 3.0;

/// Heights of the parts around the lanes; a part that is not there has none.
#[derive(Clone, Copy, Default)]
struct Around {
    calendar: f32,
    bands: f32,
    tone: f32,
    overview: f32,
}

impl Around {
    /// The parts that are asked for, without those that a low canvas has no room for beside the
    /// lanes: what they say can be had otherwise, events cannot.
    fn that_fit(request: &SceneRequest) -> Self {
        let m = request.metrics;
        let all = Self::all(request);
        let least = m.lane_min_height.max(m.row_height * LEAST_LANE_ROWS);
        let below_axis = request.height_points - m.axis_height;
        let none = Self::default();
        let Self {
            calendar, bands, ..
        } = all;
        let fewer = [
            all,
            Self {
                overview: 0.0,
                ..all
            },
            Self { tone: 0.0, ..all },
            Self {
                calendar,
                bands,
                ..none
            },
            Self { calendar, ..none },
        ];
        let fit = |wanted: Self| {
            let shared = wanted.shared(below_axis);
            let tone_height = wanted.tone.min(shared * TONE_MOST_SHARE);
            let has_tone = wanted.tone == 0.0 || tone_height >= m.tone_height * TONE_LEAST_SHARE;
            (has_tone && shared - tone_height >= least).then_some(Self {
                tone: tone_height,
                ..wanted
            })
        };
        fewer.into_iter().find_map(fit).unwrap_or(none)
    }

    /// The parts that are asked for.
    fn all(request: &SceneRequest) -> Self {
        let m = request.metrics;
        let height_if = |asked: bool, height: f32| if asked { height } else { 0.0 };
        Self {
            calendar: height_if(request.calendar.is_some(), m.calendar_height),
            bands: m.band_height * request.bands.len() as f32,
            tone: height_if(request.tone, m.tone_height),
            overview: height_if(request.overview, m.overview_height),
        }
    }

    /// What the lanes and the tone strip share of the room below the axis.
    fn shared(&self, below_axis: f32) -> f32 {
        (below_axis - self.calendar - self.bands - self.overview).max(0.0)
    }
}

/// The height at which a scene has room for lanes of `lanes_points` beside all that is asked for.
pub fn height_for(request: &SceneRequest, lanes_points: f32) -> f32 {
    let around = Around::all(request);
    let above = request.metrics.axis_height + around.calendar + around.bands;
    above + lanes_points + around.tone + around.overview
}

/// Where the parts of the canvas stand.
fn parts(request: &SceneRequest) -> SceneLayout {
    let m = request.metrics;
    let width = request.viewport.width_points + m.header_width;
    let height = request.height_points;
    let around = Around::that_fit(request);
    let mut top = 0.0;
    let mut row = |wanted: f32, inset: f32| {
        let rect = Rect::new(inset, top, width, (top + wanted).min(height));
        top = rect.bottom;
        rect
    };
    let axis = row(m.axis_height, m.header_width);
    let shared = around.shared(height - axis.height());
    let calendar = row(around.calendar, 0.0);
    let bands = row(around.bands, 0.0);
    let lanes = row((shared - around.tone).max(0.0), 0.0);
    let tone = row(around.tone, m.header_width);
    let overview = row(around.overview, 0.0);
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
    if let Some(calendar) = request.calendar
        && !scene.layout.calendar.is_flat()
    {
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
    let shown = if scene.layout.bands.is_flat() {
        &[]
    } else {
        request.bands
    };
    for &group in shown {
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
    if !layout.tone.is_flat() {
        let heads = request.timeline.heads();
        let columns = ToneColumns::of(cache.tones.take(), request.index, heads);
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
        thin(&request.viewport, heads, &mut scene.tone);
        scene
            .tone
            .sort_by(|a, b| a.at_s.total_cmp(&b.at_s).then(a.event.cmp(&b.event)));
        scene.tone.dedup_by_key(|point| point.event);
    }
    if !layout.overview.is_flat() {
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
