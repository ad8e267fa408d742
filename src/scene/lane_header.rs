//! A lane's header column: its name in two languages, its count, and what runs on unseen.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::lane_view::LaneView;
use super::lanes::{PlannedLane, count_words, lane_names};
use super::marks::pill_label;
use super::measure::Widths;
use super::pack::LaneLayout;
use super::{
    Align, Cluster, HEADER_INSET, Ink, Lane, Metrics, Point, Rect, SceneRequest, TextLine,
    TextRole, Viewport,
};
use crate::date::{Five, Language};
use crate::index::{LaneColumns, LaneKey};
use crate::theme::symbol::FOLDED;

/// A running event is counted when so much of it is still to be seen, in points.
const RUNNING_LEAST: f64 = 12.0;
/// From this many running events on they are not counted to the end.
const RUNNING_MOST: usize = 100;

/// The two texts of headers, as in a lane whose top is the canvas': by position in the index, and
/// for a folded lane by whether the pill of what runs on stands beside them.
pub type KnownHeaders = HashMap<(u16, Option<bool>), [TextLine; 2]>;

/// A lane with the words of its header, `top` points down the canvas, and with what runs on in it.
pub fn header(
    request: &SceneRequest,
    widths: &Widths,
    known: &mut KnownHeaders,
    planned: &PlannedLane,
    top: f32,
    running: Option<Cluster>,
) -> Lane {
    let m = request.metrics;
    let at = usize::from(planned.index_lane);
    let key = request.index.keys()[at].clone();
    let count = request.index.lanes()[at].len();
    let width = request.viewport.width_points + m.header_width;
    let beside = planned.folded.then_some(running.is_some());
    let lines = known
        .entry((planned.index_lane, beside))
        .or_insert_with(|| match beside {
            Some(with_pill) => {
                let beside = if with_pill { pill_width(m) + 14.0 } else { 4.0 };
                let room = m.header_width - HEADER_INSET - beside;
                folded_words(request, widths, (&key, count), m.folded_height / 2.0, room)
            }
            None => {
                let first_y = m.lane_padding + m.row_height * 0.5;
                words(request, widths, (&key, count), first_y)
            }
        });
    let [title, subtitle] = lines.clone().map(|mut line| {
        line.anchor.y += top;
        line
    });
    let mut running = running;
    if let Some(pill) = &mut running {
        put_into_words(request, widths, pill, [&title, &subtitle]);
    }
    let overflow_y = if planned.folded {
        top + planned.height / 2.0
    } else {
        let below = m.lane_padding + m.overflow_height / 2.0;
        top + planned.height - below
    };
    Lane {
        title,
        subtitle,
        key,
        index_lane: planned.index_lane,
        rect: Rect::new(0.0, top, width, top + planned.height),
        count: u32::try_from(count).unwrap_or(u32::MAX),
        folded: planned.folded,
        rows: planned.rows,
        overflow_y,
        running,
    }
}

/// Says what a pill's number means, "+3 running", where the header's own words leave room for it.
fn put_into_words(
    request: &SceneRequest,
    widths: &Widths,
    pill: &mut Cluster,
    lines: [&TextLine; 2],
) {
    let m = request.metrics;
    let words = running_words(&pill.label.text, request.language);
    let wide = widths.of(&words, pill.label.role, request.language);
    let mut rect = pill.rect;
    rect.left = rect.right - wide - m.pill_height;
    let beside = |line: &&TextLine| {
        let apart = (line.anchor.y - pill.label.anchor.y).abs();
        apart < f32::midpoint(m.pill_height, m.row_height * 0.78)
    };
    let taken = lines.iter().filter(|line| beside(line));
    let end = taken.map(|line| line.right() + m.label_gap);
    let free_from = end.fold(HEADER_INSET, f32::max);
    if rect.left >= free_from {
        pill.label.text = words.into();
        pill.label.language = request.language;
        pill.label.max_width = wide;
        pill.label.anchor.x = rect.centre().x;
        pill.rect = rect;
    }
}

/// "+3 running".
fn running_words(count: &str, language: Language) -> String {
    let running = Five::new("running", "継続中", "进行中", "進行中", "진행 중");
    format!("{count} {}", running.get(language))
}

/// Width of the pill of what runs on.
fn pill_width(m: &Metrics) -> f32 {
    m.pill_height * 2.25
}

/// Its name, and under it its name in another language and its count.
fn words(
    request: &SceneRequest,
    widths: &Widths,
    (key, count): (&LaneKey, usize),
    first_y: f32,
) -> [TextLine; 2] {
    let m = request.metrics;
    let names = lane_names(request.timeline, key, request.language);
    let counted = count_words(count, request.language);
    let room = m.header_width - HEADER_INSET - 4.0;
    let width = |text: &str, role| widths.of(text, role, request.language);
    let fits = names
        .iter()
        .find(|name| width(name, TextRole::LaneTitle) <= room);
    let title = fits.or(names.last()).cloned().unwrap_or_default();
    let mut seconds = lane_names(request.timeline, key, request.second_language);
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
    let (first, second) = (TextRole::LaneTitle, TextRole::LaneSubtitle);
    let below_y = first_y + m.row_height * 0.78;
    [
        line(title, first, Ink::Strong, request.language, first_y),
        line(below, second, Ink::Muted, below_language, below_y),
    ]
}

/// The one line of a folded lane: its sign and name, and beside it its count, in words where they
/// have room.
fn folded_words(
    request: &SceneRequest,
    widths: &Widths,
    (key, count): (&LaneKey, usize),
    y: f32,
    room: f32,
) -> [TextLine; 2] {
    let language = request.language;
    let width = |text: &str, role| widths.of(text, role, language);
    let gap = request.metrics.label_gap;
    let names = lane_names(request.timeline, key, language);
    let counts = [count_words(count, language), count.to_string()];
    let pairs = counts
        .iter()
        .flat_map(|count| names.iter().map(move |name| (name, count)));
    let fits = pairs.clone().find(|(name, count)| {
        width(name, TextRole::LaneTitle) + gap + width(count, TextRole::LaneSubtitle) <= room
    });
    let (name, counted) = fits.or_else(|| pairs.last()).unzip();
    let (name, counted) = (
        name.map_or("", String::as_str),
        counted.map_or("", String::as_str),
    );
    let counted_width = width(counted, TextRole::LaneSubtitle).min(room);
    // The sign hangs left of the name, so that names stand under each other.
    let title = format!("{FOLDED} {name}");
    let title_width = width(&title, TextRole::LaneTitle);
    let hang = title_width - width(name, TextRole::LaneTitle);
    let line = |text: &str, role, ink, x: f32, max_width: f32| TextLine {
        text: text.into(),
        role,
        ink,
        language,
        anchor: Point::new(x, y),
        align: Align::Left,
        max_width: max_width.max(0.0),
        alpha: 1.0,
    };
    let title_width = title_width.min(room - gap - counted_width + hang);
    let left = HEADER_INSET - hang;
    let title = line(&title, TextRole::LaneTitle, Ink::Strong, left, title_width);
    let x = title.right() + gap;
    let role = TextRole::LaneSubtitle;
    [title, line(counted, role, Ink::Muted, x, counted_width)]
}

/// The name of a lane without the sign that it is folded.
pub fn plain_title(title: &TextLine) -> &str {
    title.text.trim_start_matches(FOLDED).trim_start()
}

/// Events that began before the window, run on in it and have no row.
pub fn running(view: &LaneView) -> Option<Cluster> {
    // They are counted in each frame, so in the order that costs least.
    let (start, after) = running_from(&view.viewport);
    let mut without_row = view.columns.latest_running(start, after, RUNNING_MOST);
    let at_least = without_row.len() >= RUNNING_MOST;
    without_row.retain(|&at| !view.layout.holds(view.columns.event(at)));
    let (&low, &high) = (without_row.iter().min()?, without_row.iter().max()?);
    let m = view.metrics;
    let y = view.overflow_y();
    let half = m.pill_height / 2.0;
    let right = view.plot.left - 10.0;
    let rect = Rect::new(right - pill_width(m), y - half, right, y + half);
    let count = without_row.len() as u32;
    let mut label = pill_label(view, count, &rect);
    let sign = if at_least { '≥' } else { '+' };
    label.text = format!("{sign}{count}").into();
    Some(Cluster {
        lane: view.scene_lane,
        count,
        at_least,
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

/// They began before the first of these seconds and end after the second.
fn running_from(viewport: &Viewport) -> (i64, i64) {
    let start = viewport.start_s;
    let after = start + RUNNING_LEAST * viewport.seconds_per_point;
    (start.floor() as i64, after.ceil() as i64)
}

/// Positions of the events of [`running`], the most important first.
pub fn running_without_row(
    columns: &LaneColumns,
    layout: &LaneLayout,
    viewport: &Viewport,
) -> Vec<usize> {
    let (start, after) = running_from(viewport);
    let mut found = columns.latest_running(start, after, RUNNING_MOST);
    found.retain(|&at| !layout.holds(columns.event(at)));
    found.sort_by_key(|&at| (Reverse(columns.rank(at)), at));
    found
}
