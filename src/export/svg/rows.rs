//! The time axis and the rows under it: the second calendar and who was in office.

use std::fmt::Write as _;

use super::write::At;
use super::{Fade, Painter, add_upright, on_pixel};
use crate::scene::{Rect, Segment, SegmentRow, SpanEdge, TextLine};
use crate::theme::Rgb;

/// Length of the short strokes of the axis, at a desk.
const MAJOR_TICK: f32 = 8.0;
const MINOR_TICK: f32 = 5.0;
/// How strong the stripe of one who only stood in is.
const ACTING: f32 = 0.45;

impl Painter<'_> {
    /// Ticks, their words, and the lines through the lanes.
    pub(super) fn axis(&mut self) {
        let layout = self.scene.layout;
        let colors = &self.theme.colors;
        let hairline = self.theme.sizes.hairline;
        let foot = layout.axis.bottom;
        let bottom = layout.tone.bottom.max(layout.lanes.bottom);
        let (mut grid, mut ticks) = (String::new(), String::new());
        let axis = &self.scene.axis;
        for line in &axis.lines {
            let x = on_pixel(line.x);
            if line.major {
                add_upright(&mut grid, x, (layout.lanes.top, bottom));
                add_upright(&mut ticks, x, (foot - MAJOR_TICK * self.scale, foot));
            } else {
                // What fades in in the window is there or not in a picture.
                if line.alpha >= 0.5 {
                    add_upright(&mut ticks, x, (foot - MINOR_TICK * self.scale, foot));
                }
            }
        }
        self.stroke(&grid, colors.grid, hairline, "");
        self.stroke(&ticks, colors.tick, hairline, "");
        // A year cut by the picture's edge would read as another one.
        let whole = |line: &&TextLine| line.right() <= layout.canvas.right + 1.0;
        for line in axis.upper.iter().chain(&axis.lower).filter(whole) {
            self.line(line);
        }
        if let Some(x) = self.scene.today_x {
            let mut today = String::new();
            add_upright(&mut today, on_pixel(x), (layout.axis.top, bottom));
            self.stroke(&today, colors.today, hairline, "");
        }
    }

    /// The second calendar and the bands.
    pub(super) fn segment_rows(&mut self) {
        let scene = self.scene;
        for row in scene.calendar.iter().chain(&scene.bands) {
            self.segment_row(row);
        }
    }

    fn segment_row(&mut self, row: &SegmentRow) {
        self.line(&row.title);
        for segment in &row.segments {
            self.segment(segment);
        }
    }

    fn segment(&mut self, segment: &Segment) {
        let colors = &self.theme.colors;
        let rect = segment.rect;
        // A band's row is higher than its stripe.
        let height = rect.height().min(self.theme.sizes.band_height * 1.2);
        let middle = rect.centre().y;
        // Neighbours stay apart by a hair of paper.
        let stripe = Rect::new(
            rect.left,
            middle - height / 2.0,
            (rect.right - self.theme.sizes.hairline).max(rect.left),
            middle + height / 2.0,
        );
        self.out.push_str("<g>");
        self.title(&segment.name);
        let fill = if segment.odd {
            colors.band
        } else {
            colors.band_strong
        };
        if segment.acting {
            let _ = write!(self.out, r#"<g fill-opacity="{ACTING}">"#);
        }
        self.stripe(segment, stripe, fill);
        if segment.acting {
            self.out.push_str("</g>");
        }
        if segment.start == SpanEdge::Fuzzy || segment.end == SpanEdge::Fuzzy {
            self.dashed_ends(segment, &stripe);
        }
        if let Some(label) = &segment.label {
            self.line(label);
        }
        self.out.push_str("</g>\n");
    }

    /// A stripe that ends in an arrow where a term has no end; eras go on without one.
    fn stripe(&mut self, segment: &Segment, stripe: Rect, fill: Rgb) {
        let head = (stripe.height() / 2.0).min(stripe.width() / 2.0);
        let mut body = stripe;
        let mut heads = String::new();
        let middle = stripe.centre().y;
        let mut add = |tip: f32, root: f32| {
            let (top, bottom) = (At(root, stripe.top), At(root, stripe.bottom));
            let _ = write!(heads, "M{top}L{}L{bottom}Z", At(tip, middle));
        };
        let open = |edge| edge == SpanEdge::Open && segment.band.is_some();
        if open(segment.start) {
            body.left += head;
            add(stripe.left, body.left);
        }
        if open(segment.end) {
            body.right -= head;
            add(stripe.right, body.right);
        }
        if heads.is_empty() {
            self.rect(stripe, self.theme.sizes.corner_small, fill);
        } else {
            self.rect(body, 0.0, fill);
            let _ = write!(self.out, r#"<path d="{heads}" fill="{}"/>"#, fill.to_css());
        }
    }

    /// A dashed stroke where a term's first or last day is not sure.
    fn dashed_ends(&mut self, segment: &Segment, stripe: &Rect) {
        let mut data = String::new();
        for (edge, x) in [(segment.start, stripe.left), (segment.end, stripe.right)] {
            if edge == SpanEdge::Fuzzy {
                add_upright(&mut data, on_pixel(x), (stripe.top, stripe.bottom));
            }
        }
        let dash = r#" stroke-dasharray="2 2""#;
        self.stroke(
            &data,
            self.theme.colors.muted,
            self.theme.sizes.hairline,
            dash,
        );
    }

    /// A gradient for the end of a span, by its id.
    pub(super) fn fade(&mut self, fade: Fade) -> String {
        self.fades.insert(fade);
        fade.id()
    }
}
