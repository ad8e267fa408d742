//! Marks and their labels.

use std::f32::consts::TAU;
use std::fmt::Write as _;

use super::write::{At, N};
use super::{Box, Painter};
use crate::export::look::kind_color;
use crate::record::Kind;
use crate::scene::{Mark, MarkForm, Point, Rect, Shape, event_name};
use crate::theme;

impl Painter<'_> {
    /// Marks with their labels, lane by lane; the selected one last.
    pub(super) fn marks(&mut self) {
        let scene = self.scene;
        self.out.push_str("<g clip-path=\"url(#plot)\">\n");
        for mark in &scene.marks {
            self.mark(mark);
        }
        self.out.push_str("</g>\n");
    }

    fn mark(&mut self, mark: &Mark) {
        let class = self.styles.kind(kind_color(mark.kind));
        let _ = write!(self.out, r#"<g role="img" class="{class}">"#);
        let name = event_name(self.page.timeline, mark.event, self.page.language);
        self.title(&name);
        if mark.selected {
            self.selection(mark);
        }
        match mark.form {
            MarkForm::Point { shape, radius } => {
                if mark.matched {
                    self.ring_around(mark.centre, radius);
                }
                self.shape(shape, mark.centre, radius);
            }
            MarkForm::Span {
                rect,
                start,
                end,
                reason,
                shape,
            } => {
                if mark.matched {
                    self.ring(rect.grown(self.theme.sizes.focus_gap + 1.0));
                }
                self.span(mark.kind, &rect, (start, end), reason);
                self.family_on_span(mark, shape, &rect);
            }
        }
        for line in [&mark.label, &mark.note].into_iter().flatten() {
            self.line(line);
        }
        self.out.push_str("</g>\n");
    }

    /// The shape of the family at the left end of a bar, as far as the bar is in view.
    fn family_on_span(&mut self, mark: &Mark, shape: Shape, bar: &Rect) {
        let plot = self.scene.layout.plot();
        let radius = self.metrics.radius(mark.importance).min(bar.height() / 2.0);
        let left = bar.left.max(plot.left);
        let right = bar.right.min(plot.right);
        // On a bar shorter than the shape it stands in the middle.
        let x = (left + radius).min(f32::midpoint(left, right).max(left));
        self.shape(shape, Point::new(x, mark.centre.y), radius);
    }

    /// The pill around what is selected.
    fn selection(&mut self, mark: &Mark) {
        let half = self.theme.sizes.lane_row_height / 2.0;
        let pill = mark.pill();
        let around = Rect::new(
            pill.left,
            mark.centre.y - half,
            pill.right,
            mark.centre.y + half,
        );
        let colors = &self.theme.colors;
        self.pill(
            around,
            colors.selected,
            colors.accent,
            self.theme.sizes.stroke,
        );
    }

    /// A filled outline in the colour of the group it stands in.
    pub(super) fn shape(&mut self, shape: Shape, centre: Point, radius: f32) {
        let outline = outline_of(shape);
        let reach = radius * outline.reach();
        let (x, y) = (centre.x, centre.y);
        let _ = match outline {
            theme::Shape::Circle | theme::Shape::SmallCircle => {
                write!(
                    self.out,
                    r#"<circle cx="{}" cy="{}" r="{}"/>"#,
                    N(x),
                    N(y),
                    N(reach)
                )
            }
            theme::Shape::Diamond => write!(
                self.out,
                r#"<path d="M{}L{}L{}L{}Z"/>"#,
                At(x, y - reach),
                At(x + reach, y),
                At(x, y + reach),
                At(x - reach, y)
            ),
            theme::Shape::Triangle => {
                let corner = |turn: f32| {
                    let angle = TAU * (turn / 3.0 - 0.25);
                    At(x + reach * angle.cos(), y + reach * angle.sin())
                };
                write!(
                    self.out,
                    r#"<path d="M{}L{}L{}Z"/>"#,
                    corner(0.0),
                    corner(1.0),
                    corner(2.0)
                )
            }
        };
    }

    /// The ring around a match.
    fn ring_around(&mut self, centre: Point, radius: f32) {
        let sizes = &self.theme.sizes;
        let _ = write!(
            self.out,
            r#"<circle cx="{}" cy="{}" r="{}" fill="none" stroke="{}" stroke-width="{}"/>"#,
            N(centre.x),
            N(centre.y),
            N(radius * theme::Shape::Diamond.reach() + sizes.focus_gap),
            self.theme.colors.accent.to_css(),
            N(sizes.stroke)
        );
    }

    /// The same around a bar or a pill.
    pub(super) fn ring(&mut self, rect: Rect) {
        let _ = write!(
            self.out,
            r#"<rect{} rx="{}" fill="none" stroke="{}" stroke-width="{}"/>"#,
            Box(rect),
            N(rect.height() / 2.0),
            self.theme.colors.accent.to_css(),
            N(self.theme.sizes.stroke)
        );
    }
}

/// The theme's outline for the scene's.
const fn outline_of(shape: Shape) -> theme::Shape {
    match shape {
        Shape::Circle => theme::Shape::Circle,
        Shape::Diamond => theme::Shape::Diamond,
        Shape::Triangle => theme::Shape::Triangle,
        Shape::SmallCircle => theme::Shape::SmallCircle,
    }
}

/// The outline for a kind.
pub(super) fn shape_of(kind: Kind) -> Shape {
    Shape::of(kind)
}
