//! Lanes on the screen: kept layouts where they still hold, new ones where not, and their marks.

use std::sync::Arc;

use super::cache::{KeptLayout, SceneCache};
use super::cut::cut;
use super::lane_header::{header, running};
use super::lane_view::LaneView;
use super::lanes::PlannedLane;
use super::marks::{overflow_marks, row_marks};
use super::measure::Widths;
use super::pack::{LaneLayout, LanePack, Region, Title};
use super::{Scene, SceneRequest, TextRole};
use crate::date::Language;
use crate::record::EventIx;

/// Lanes with their marks and pills.
pub fn lanes(request: &SceneRequest, cache: &mut SceneCache, widths: &Widths, scene: &mut Scene) {
    let area = scene.layout.lanes;
    let region = Region::of(&request.viewport);
    let labels_end = scene.free_plot(request.metrics).right;
    let plan = std::mem::take(&mut cache.plan);
    for (at, planned) in plan.lanes.iter().enumerate() {
        let top = area.top + planned.top - scene.scroll;
        let in_view = top < area.bottom && top + planned.height > area.top;
        let mut unseen = None;
        if in_view {
            lay_out(request, cache, widths, planned, region);
            let kept = cache.layouts[usize::from(planned.index_lane)].as_ref();
            if let Some(kept) = kept {
                let view = LaneView {
                    scene_lane: at as u16,
                    planned: *planned,
                    top,
                    layout: kept.shown(),
                    columns: &request.index.lanes()[usize::from(planned.index_lane)],
                    heads: request.timeline.heads(),
                    plot: scene.layout.plot(),
                    labels_end,
                    viewport: request.viewport,
                    metrics: request.metrics,
                    widths,
                    language: request.language,
                    selected: request.selected,
                    matches: request.matches,
                    match_positions: cache.matches_of(planned.index_lane),
                };
                row_marks(&view, &mut scene.marks);
                overflow_marks(&view, &mut scene.marks, &mut scene.clusters);
                unseen = running(&view);
            }
        }
        let headers = &mut cache.headers;
        let lane = header(request, widths, headers, planned, top, unseen);
        scene.lanes.push(lane);
    }
    cache.plan = plan;
    if request.selected.is_some() {
        // The selected one is painted last; a stable sort keeps the others lane by lane.
        scene.marks.sort_by_key(|mark| mark.selected);
    }
}

/// Makes sure that a lane's layout holds for the window.
fn lay_out(
    request: &SceneRequest,
    cache: &mut SceneCache,
    widths: &Widths,
    planned: &PlannedLane,
    region: Region,
) {
    let at = usize::from(planned.index_lane);
    let heads = request.timeline.heads();
    let here = request.selected.filter(|event| {
        heads.get(event.index()).is_some_and(|head| {
            request.index.lanes_of(head).contains(&planned.index_lane)
                && region_holds(&region, head.start.0, head.end.0)
        })
    });
    let kept = cache.layouts[at].take();
    let mut kept = match kept {
        Some(kept) if kept.region == region && kept.rows == planned.rows => kept,
        kept => {
            let same_scale = |kept: &KeptLayout| {
                kept.region.scale_step == region.scale_step && kept.rows == planned.rows
            };
            let before = kept.filter(same_scale).map(|kept| kept.layout);
            let layout = make(
                request,
                cache,
                widths,
                planned,
                region,
                (before.as_ref(), None),
            );
            KeptLayout {
                region,
                rows: planned.rows,
                layout,
                forced: None,
            }
        }
    };
    let wanted = here.filter(|&event| planned.rows > 0 && !kept.layout.holds(event));
    if kept.forced.as_ref().map(|(event, _)| *event) != wanted {
        kept.forced = wanted.map(|event| {
            let with = (Some(&kept.layout), Some(event));
            let layout = make(request, cache, widths, planned, region, with);
            (event, layout)
        });
    }
    cache.layouts[at] = Some(kept);
}

fn region_holds(region: &Region, start: i64, end: i64) -> bool {
    end as f64 > region.start_s && (start as f64) < region.end_s()
}

/// A layout: `before` was on the screen at the same scale, and `forced` gets a row in any case.
fn make(
    request: &SceneRequest,
    cache: &mut SceneCache,
    widths: &Widths,
    planned: &PlannedLane,
    region: Region,
    (before, forced): (Option<&LaneLayout>, Option<EventIx>),
) -> LaneLayout {
    cache.layouts_made += 1;
    let pack = LanePack {
        lane: &request.index.lanes()[usize::from(planned.index_lane)],
        heads: request.timeline.heads(),
        rows: planned.rows,
        region,
        metrics: request.metrics,
        record_end_s: request.index.span_s().map_or(i64::MAX, |(_, last)| last),
    };
    let titles = &mut cache.titles;
    let mut title = |event: EventIx| {
        titles
            .entry(event)
            .or_insert_with(|| title_of(request, event))
            .clone()
    };
    LaneLayout::new(&pack, before, forced, widths, &mut title)
}

fn title_of(request: &SceneRequest, event: EventIx) -> Title {
    let text = cut(request.timeline.title(event, request.language));
    let language = glyphs_of(&text, request.language);
    let width = request
        .measure
        .width_points(&text, TextRole::MarkLabel, language);
    Title {
        text: Arc::from(&*text),
        language,
        width,
    }
}

/// Whose glyphs a text needs: kana and hangul say it, Han alone does not.
pub fn glyphs_of(text: &str, reader: Language) -> Language {
    let mut han = false;
    for c in text.chars() {
        match c {
            '\u{3041}'..='\u{30FF}' => return Language::Ja,
            '\u{AC00}'..='\u{D7AF}' | '\u{1100}'..='\u{11FF}' => return Language::Ko,
            '\u{3400}'..='\u{9FFF}' => han = true,
            _ => {}
        }
    }
    match reader {
        Language::En | Language::Ko if han => Language::Ja,
        _ => reader,
    }
}
