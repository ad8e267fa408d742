//! The bars of events that have a length, with ends that say how sure they are.

use std::fmt::Write as _;

use super::write::{At, N};
use super::{Box, Fade, Painter};
use crate::export::look::kind_color;
use crate::record::Kind;
use crate::scene::{Rect, SpanEdge, SpanReason};

/// How long a faded, dashed or arrow end is, at a desk.
const END: f32 = 14.0;
/// The most of a bar that one such end takes.
const MOST_OF_BAR: f32 = 0.4;

impl Painter<'_> {
    /// A bar from one edge to the other.
    pub(super) fn span(
        &mut self,
        kind: Kind,
        bar: &Rect,
        (start, end): (SpanEdge, SpanEdge),
        reason: SpanReason,
    ) {
        let kind = kind_color(kind);
        let imprecise = matches!(reason, SpanReason::Precision(_));
        let fill = self.theme.colors.span(kind, imprecise).to_css();
        let reach = (END * self.scale).min(bar.width() * MOST_OF_BAR);
        let body = Body::new(bar, (start, end), reach);
        let _ = write!(self.out, r#"<path d="{}" fill="{fill}"/>"#, body.outline);
        if !body.arrows.is_empty() {
            // In the full colour of the kind, which is the group's.
            let _ = write!(self.out, r#"<path d="{}"/>"#, body.arrows);
        }
        for (edge, to_left) in [(start, true), (end, false)] {
            if edge == SpanEdge::Fuzzy {
                let id = self.fade(Fade {
                    kind,
                    imprecise,
                    to_left,
                });
                let (left, right) = if to_left {
                    (bar.left, bar.left + reach)
                } else {
                    (bar.right - reach, bar.right)
                };
                let rect = Rect {
                    left,
                    right,
                    ..*bar
                };
                let _ = write!(self.out, r#"<rect{} fill="url(#{id})"/>"#, Box(rect));
            }
        }
    }
}

/// The solid part of a bar as path data: its middle, round or flat ends and dashes, and apart from
/// these the arrows.
struct Body {
    outline: String,
    arrows: String,
}

impl Body {
    fn new(bar: &Rect, (start, end): (SpanEdge, SpanEdge), reach: f32) -> Self {
        let inset = |edge| match edge {
            SpanEdge::Fuzzy | SpanEdge::Open | SpanEdge::Unknown => reach,
            SpanEdge::Sharp | SpanEdge::Beyond => 0.0,
        };
        let middle = Rect {
            left: bar.left + inset(start),
            right: bar.right - inset(end),
            ..*bar
        };
        let round = (bar.height() / 2.0).min(middle.width() / 2.0);
        let radius = |edge| if edge == SpanEdge::Sharp { round } else { 0.0 };
        let (mut outline, mut arrows) = (String::new(), String::new());
        add_bar(&mut outline, &middle, radius(start), radius(end));
        for (edge, tip, root) in [
            (start, bar.left, middle.left),
            (end, bar.right, middle.right),
        ] {
            match edge {
                SpanEdge::Open => add_arrow(&mut arrows, bar, tip, root),
                SpanEdge::Unknown => add_dashes(&mut outline, bar, tip, root),
                SpanEdge::Sharp | SpanEdge::Fuzzy | SpanEdge::Beyond => {}
            }
        }
        Self { outline, arrows }
    }
}

/// A bar whose left and right corners are rounded by these radii.
fn add_bar(data: &mut String, bar: &Rect, left: f32, right: f32) {
    let _ = write!(
        data,
        "M{}H{}",
        At(bar.left + left, bar.top),
        N(bar.right - right)
    );
    add_turn(data, right, (bar.right, bar.top + right));
    let _ = write!(data, "V{}", N(bar.bottom - right));
    add_turn(data, right, (bar.right - right, bar.bottom));
    let _ = write!(data, "H{}", N(bar.left + left));
    add_turn(data, left, (bar.left, bar.bottom - left));
    let _ = write!(data, "V{}", N(bar.top + left));
    add_turn(data, left, (bar.left + left, bar.top));
    data.push('Z');
}

/// A quarter of a circle, clockwise; nothing where the corner is square.
fn add_turn(data: &mut String, radius: f32, to: (f32, f32)) {
    if radius > 0.0 {
        let _ = write!(data, "A{} 0 0 1 {}", At(radius, radius), At(to.0, to.1));
    }
}

/// An arrow head from the bar's root to its tip, a little higher than the bar.
fn add_arrow(data: &mut String, bar: &Rect, tip: f32, root: f32) {
    let wing = bar.height() * 0.3;
    let _ = write!(
        data,
        "M{}L{}L{}Z",
        At(root, bar.top - wing),
        At(tip, bar.centre().y),
        At(root, bar.bottom + wing)
    );
}

/// Two dashes between the bar's root and its tip.
fn add_dashes(data: &mut String, bar: &Rect, tip: f32, root: f32) {
    let step = (tip - root) / 4.0;
    for dash in [1.0, 3.0] {
        let (a, b) = (root + step * dash, root + step * (dash + 1.0));
        let dash = Rect {
            left: a.min(b),
            right: a.max(b),
            ..*bar
        };
        add_bar(data, &dash, 0.0, 0.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BAR: Rect = Rect::new(10.0, 0.0, 110.0, 8.0);

    fn outline(start: SpanEdge, end: SpanEdge) -> String {
        Body::new(&BAR, (start, end), 14.0).outline
    }

    #[test]
    fn a_known_end_is_round_and_a_cut_one_flat() {
        let bar = outline(SpanEdge::Sharp, SpanEdge::Beyond);
        assert_eq!(bar, "M14 0H110V8H14A4 4 0 0 1 10 4V4A4 4 0 0 1 14 0Z");
    }

    #[test]
    fn doubtful_ends_leave_room_for_what_they_are() {
        assert!(outline(SpanEdge::Fuzzy, SpanEdge::Sharp).starts_with("M24 0"));
        let open = Body::new(&BAR, (SpanEdge::Sharp, SpanEdge::Open), 14.0);
        assert!(open.outline.contains("H96V"), "{}", open.outline);
        assert!(open.arrows.contains("L110 4"), "{}", open.arrows);
        let unknown = outline(SpanEdge::Unknown, SpanEdge::Sharp);
        assert_eq!(unknown.matches('M').count(), 3, "{unknown}");
    }

    #[test]
    fn a_bar_thinner_than_its_ends_stays_within_itself() {
        let thin = Rect::new(0.0, 0.0, 2.0, 8.0);
        let data = Body::new(&thin, (SpanEdge::Sharp, SpanEdge::Sharp), 0.8).outline;
        assert!(data.starts_with("M1 0H1A1 1"), "{data}");
    }
}
