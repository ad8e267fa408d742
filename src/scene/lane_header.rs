//! A lane's header column: its name in two languages, its count, and what runs on unseen.

use super::lane_view::LaneView;
use super::lanes::{PlannedLane, count_words, lane_names};
use super::marks::pill_label;
use super::measure::Widths;
use super::pack::LaneLayout;
use super::{Align, Cluster, Ink, Lane, Point, Rect, SceneRequest, TextLine, TextRole, Viewport};
use crate::index::LaneColumns;

/// Left inset of the words in the header column.
const HEADER_INSET: f32 = 20.0;
/// A running event is counted when so much of it is still to be seen, in points.
const RUNNING_LEAST: f64 = 12.0;
/// From this many running events on they are not counted to the end.
const RUNNING_MOST: usize = 100;

/// A lane with the words of its header, `top` points down the canvas.
pub fn header(request: &SceneRequest, widths: &Widths, planned: &PlannedLane, top: f32) -> Lane {
    let m = request.metrics;
    let at = usize::from(planned.index_lane);
    let key = request.index.keys()[at].clone();
    let count = request.index.lanes()[at].len();
    let names = lane_names(request.timeline, &key, request.language);
    let counted = count_words(count, request.language);
    let room = m.header_width - HEADER_INSET - 4.0;
    let width = |text: &str, role| widths.of(text, role, request.language);
    let fits = names
        .iter()
        .find(|name| width(name, TextRole::LaneTitle) <= room);
    let title = fits.or(names.last()).cloned().unwrap_or_default();
    let mut seconds = lane_names(request.timeline, &key, request.second_language);
    // In the same words there is nothing to add but the count, which always has room.
    seconds.retain(|second| !names.contains(second));
    let below = seconds
        .iter()
        .map(|second| format!("{second} {counted}"))
        .find(|line| width(line, TextRole::LaneSubtitle) <= room);
    let (below, below_language) = match below {
        Some(line) => (line, request.second_language),
        None => (counted, request.language),
    };
    let line = |text: String, role, ink, language, y| TextLine {
        max_width: widths.of(&text, role, language).min(room),
        text: text.into(),
        role,
        ink,
        language,
        anchor: Point::new(HEADER_INSET, y),
        align: Align::Left,
        alpha: 1.0,
    };
    let first_y = top + m.lane_padding + m.row_height * 0.5;
    let width = request.viewport.width_points + m.header_width;
    let overflow_y = if planned.folded {
        top + planned.height / 2.0
    } else {
        top + planned.height - m.lane_padding - m.overflow_height / 2.0
    };
    Lane {
        title: line(
            title,
            TextRole::LaneTitle,
            Ink::Strong,
            request.language,
            first_y,
        ),
        subtitle: line(
            below,
            TextRole::LaneSubtitle,
            Ink::Muted,
            below_language,
            first_y + m.row_height * 0.78,
        ),
        key,
        index_lane: planned.index_lane,
        rect: Rect::new(0.0, top, width, top + planned.height),
        count: u32::try_from(count).unwrap_or(u32::MAX),
        folded: planned.folded,
        rows: planned.rows,
        overflow_y,
        running: None,
    }
}

/// Events that began before the window, run on in it and have no row.
pub fn running(view: &LaneView) -> Option<Cluster> {
    let without_row = running_without_row(view.columns, view.layout, &view.viewport);
    let (&low, &high) = (without_row.iter().min()?, without_row.iter().max()?);
    let m = view.metrics;
    let y = view.overflow_y();
    let half = m.pill_height / 2.0;
    let right = view.plot.left - 10.0;
    let rect = Rect::new(right - m.pill_height * 2.25, y - half, right, y + half);
    let count = without_row.len() as u32;
    let mut label = pill_label(view, count, &rect);
    label.text = format!(
        "{}{count}",
        if without_row.len() >= RUNNING_MOST {
            "≥"
        } else {
            "+"
        }
    )
    .into();
    Some(Cluster {
        lane: view.scene_lane,
        count,
        matched: without_row
            .iter()
            .filter(|&&at| view.is_match(view.columns.event(at)))
            .count() as u32,
        selected: view.selected.is_some_and(|event| {
            without_row
                .iter()
                .any(|&at| view.columns.event(at) == event)
        }),
        rect,
        label,
        start_s: without_row.iter().map(|&at| view.dated(at).0).min()?,
        end_s: without_row.iter().map(|&at| view.dated(at).1).max()?,
        low: low as u32,
        high: high as u32 + 1,
    })
}

/// Positions of the events of [`running`], the most important first.
pub fn running_without_row(
    columns: &LaneColumns,
    layout: &LaneLayout,
    viewport: &Viewport,
) -> Vec<usize> {
    let start = viewport.start_s;
    let after = start + RUNNING_LEAST * viewport.seconds_per_point;
    let mut found = columns.running(start.floor() as i64, after.ceil() as i64, RUNNING_MOST);
    found.retain(|&at| !layout.holds(columns.event(at)));
    found
}
