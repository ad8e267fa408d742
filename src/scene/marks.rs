//! From a lane's layout to marks, labels and pills on the screen.
//!
//! The layout says who has a row; here times become places.

use super::labels::{Next, Room, fade, note, room};
use super::lane_view::LaneView;
use super::pack::{Extent, Item, Placed, count_text};
use super::{
    Align, Cluster, Ink, Mark, MarkForm, MarkPlace, Point, Rect, Shape, SpanEdge, SpanReason,
    TextLine, TextRole,
};
use crate::date::{EdgeKind, Instant, Language, Precision};
use crate::index::reach;
use crate::record::{EventHead, EventIx, Family, Kind};

/// Labels of this importance and more are ink, others muted.
const STRONG_FROM: u8 = 3;
/// A bar that is cut by the window is drawn this far beyond, so that its round end is not seen.
const BEYOND: f32 = 12.0;

impl Shape {
    /// The outline for a kind of event.
    pub fn of(kind: Kind) -> Self {
        match kind.family() {
            Family::Meeting => Self::Circle,
            Family::Agreed => Self::Diamond,
            Family::Rupture => Self::Triangle,
            Family::Other => Self::SmallCircle,
        }
    }
}

/// Adds the marks of one lane's label rows.
pub fn row_marks(view: &LaneView, marks: &mut Vec<Mark>) {
    for row in 0..view.planned.rows {
        let placed = view.layout.row(row);
        let y = view.row_y(row);
        let mut taken = view.plot.left;
        for (at, item) in placed.iter().enumerate() {
            let extent = view.extent_of(item);
            if extent.left > view.plot.right {
                break;
            }
            if extent.right < view.plot.left {
                continue;
            }
            let next = placed.get(at + 1).map(|next| Next::of(view, next));
            let mark = labelled(view, item, &extent, y, taken, next.as_ref());
            taken = mark.bounds().right;
            for line in [&mark.label, &mark.note].into_iter().flatten() {
                taken = taken.max(line.right());
            }
            marks.push(mark);
        }
    }
}

/// One mark of a row with the label it has room for. `taken` is where the mark before ends.
fn labelled(
    view: &LaneView,
    item: &Placed,
    extent: &Extent,
    y: f32,
    taken: f32,
    next: Option<&Next>,
) -> Mark {
    let head = &view.heads[item.event.index()];
    let selected = view.selected == Some(item.event);
    let title = if selected {
        view.selected_title(item)
    } else {
        item.title.clone()
    };
    let mut mark = bare_mark(view, item, head, extent, y);
    mark.selected = selected;
    let room = room(view, &title, item.to_left, extent, taken, next);
    if let Some(Room {
        anchor,
        align,
        width,
    }) = room
    {
        let ink = if selected || head.importance >= STRONG_FROM {
            Ink::Strong
        } else {
            Ink::Muted
        };
        mark.label = Some(TextLine {
            text: title.text.clone(),
            role: if selected {
                TextRole::MarkLabelSelected
            } else {
                TextRole::MarkLabel
            },
            ink,
            language: title.language,
            anchor: Point::new(anchor, y),
            align,
            max_width: title.width.min(width),
            alpha: fade(view, extent),
        });
        mark.note = note(view, head, &mark, &title, width);
    }
    mark
}

fn bare_mark(view: &LaneView, item: &Placed, head: &EventHead, extent: &Extent, y: f32) -> Mark {
    let shape = Shape::of(head.kind);
    let (form, centre) = if extent.is_point() {
        let x = f32::midpoint(extent.left, extent.right);
        let radius = extent.radius;
        (MarkForm::Point { shape, radius }, Point::new(x, y))
    } else {
        let rect = span_rect(view, head, extent, y);
        let form = MarkForm::Span {
            rect,
            start: edge(
                leading(head.start_edge, head.start),
                extent.left < rect.left,
            ),
            end: edge(leading(head.end_edge, head.end), extent.right > rect.right),
            reason: span_reason(head),
            shape,
        };
        let seen = f32::midpoint(
            rect.left.max(view.plot.left),
            rect.right.min(view.plot.right),
        );
        (form, Point::new(seen, y))
    };
    Mark {
        event: item.event,
        lane: view.scene_lane,
        place: MarkPlace::Row(item.row),
        kind: head.kind,
        importance: head.importance,
        form,
        centre,
        selected: false,
        matched: view.is_match(item.event),
        label: None,
        note: None,
    }
}

/// A bar held near the window, at least 2 points wide. An end that is open stays in the window, so
/// that its arrow is seen.
fn span_rect(view: &LaneView, head: &EventHead, extent: &Extent, y: f32) -> Rect {
    const INSIDE: f32 = -2.0;
    let beyond = |edge| match edge {
        EdgeKind::Open => INSIDE,
        _ => BEYOND,
    };
    let least = view.plot.left - beyond(leading(head.start_edge, head.start));
    let most = view.plot.right + beyond(leading(head.end_edge, head.end));
    let left = extent.left.max(least);
    let right = extent.right.min(most).max(left + 2.0);
    let half = view.metrics.bar_height / 2.0;
    Rect::new(left, y - half, right, y + half)
}

/// How an end is drawn: one that is known and lies where no instant counts is never in view, so an
/// arrow leads there as from an open one.
fn leading(kind: EdgeKind, at: Instant) -> EdgeKind {
    let is_far = at == Instant::MIN || at == Instant::MAX;
    match kind {
        EdgeKind::Sharp | EdgeKind::Fuzzy if is_far => EdgeKind::Open,
        _ => kind,
    }
}

fn edge(kind: EdgeKind, cut: bool) -> SpanEdge {
    match kind {
        EdgeKind::Open => SpanEdge::Open,
        _ if cut => SpanEdge::Beyond,
        EdgeKind::Sharp => SpanEdge::Sharp,
        EdgeKind::Fuzzy => SpanEdge::Fuzzy,
        EdgeKind::Unknown => SpanEdge::Unknown,
    }
}

/// Whether an event is as wide as it lasted or as its date is inexact.
pub fn span_reason(head: &EventHead) -> SpanReason {
    const DAY: f64 = 86_400.0;
    const YEAR: f64 = super::viewport::SECONDS_PER_YEAR;
    let unit = match head.precision {
        Precision::Second => 1.0,
        Precision::Minute => 60.0,
        Precision::Hour => 3_600.0,
        Precision::Day => DAY,
        Precision::Month => DAY * 31.0,
        Precision::Season => YEAR / 4.0,
        Precision::Quadrimester => YEAR / 3.0,
        Precision::Semester => YEAR / 2.0,
        Precision::Year => YEAR,
        Precision::Decade => YEAR * 10.0,
        Precision::Century => YEAR * 100.0,
        Precision::Millennium => YEAR * 1_000.0,
        Precision::Ages => f64::INFINITY,
    };
    let (start, end) = reach(head);
    if end as f64 - start as f64 > unit * 1.5 {
        SpanReason::Duration
    } else {
        SpanReason::Precision(head.precision)
    }
}

/// Adds the dots and pills of one lane's last row.
pub fn overflow_marks(view: &LaneView, marks: &mut Vec<Mark>, clusters: &mut Vec<Cluster>) {
    let y = view.overflow_y();
    let items = &view.layout.overflow;
    let x_of = |second: f64| view.x_of_seconds(second);
    let first = items.partition_point(|item| x_of(item.group.end_s) < view.plot.left);
    for item in &items[first..] {
        if x_of(item.group.start_s) > view.plot.right {
            break;
        }
        let (left, right) = item.span(view.metrics, x_of);
        if right < view.plot.left || left > view.plot.right {
            continue;
        }
        match item.event {
            Some(event) => marks.push(dot(view, event, f32::midpoint(left, right), y)),
            None => clusters.push(pill(view, item, left, right, y)),
        }
    }
}

fn dot(view: &LaneView, event: EventIx, x: f32, y: f32) -> Mark {
    let head = &view.heads[event.index()];
    Mark {
        event,
        lane: view.scene_lane,
        place: MarkPlace::Overflow,
        kind: head.kind,
        importance: head.importance,
        form: MarkForm::Point {
            shape: Shape::of(head.kind),
            radius: view.metrics.dot_radius,
        },
        centre: Point::new(x, y),
        selected: view.selected == Some(event),
        matched: view.is_match(event),
        label: None,
        note: None,
    }
}

fn pill(view: &LaneView, item: &Item, left: f32, right: f32, y: f32) -> Cluster {
    let half = view.metrics.pill_height / 2.0;
    let rect = Rect::new(left, y - half, right, y + half);
    let range = item.low as usize..item.high as usize;
    Cluster {
        lane: view.scene_lane,
        count: item.count,
        at_least: false,
        matched: view.matches_in(range.clone()),
        selected: view.selected_in(range),
        rect,
        label: pill_label(view, item.count, &rect),
        start_s: view.dated(item.low as usize).0,
        end_s: view
            .dated(item.high as usize - 1)
            .1
            .max(item.last_s.saturating_add(1)),
        low: item.low,
        high: item.high,
    }
}

pub(super) fn pill_label(view: &LaneView, count: u32, rect: &Rect) -> TextLine {
    TextLine {
        text: count_text(count).into(),
        role: TextRole::ClusterCount,
        ink: Ink::Muted,
        language: Language::En,
        anchor: rect.centre(),
        align: Align::Centre,
        max_width: rect.width(),
        alpha: 1.0,
    }
    .shown_in(view)
}

impl TextLine {
    /// A number is never elided: its pill was made for it.
    fn shown_in(mut self, view: &LaneView) -> Self {
        let width = view.widths.of(&self.text, self.role, self.language);
        self.max_width = self.max_width.max(width);
        self
    }
}
