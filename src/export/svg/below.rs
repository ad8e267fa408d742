//! What stands under the lanes: the tone strip, the overview, the legend.

use std::fmt::Write as _;

use super::marks::shape_of;
use super::style::Tint;
use super::write::{At, N};
use super::{Line, Painter, add_level, on_pixel};
use crate::export::footer::Footer;
use crate::export::look::kind_color;
use crate::scene::{Align, HEADER_INSET, Point, Rect, Shape, TONE, event_name};
use crate::theme::{self, TextRole};

/// The tone scale's ends.
const MOST_TONE: f32 = 5.0;
/// Space over +5 and under −5, at a desk.
const TONE_INSET: f32 = 10.0;

impl Painter<'_> {
    /// A dot for each event at its tone, on a scale from −5 to +5.
    pub(super) fn tone(&mut self) {
        let scene = self.scene;
        let strip = scene.layout.tone;
        if strip.height() <= 0.0 {
            return;
        }
        let language = self.page.language;
        let (middle, half) = (
            strip.centre().y,
            strip.height() / 2.0 - TONE_INSET * self.scale,
        );
        let y_of = |tone: f32| middle - tone / MOST_TONE * half;
        let mut lines = String::new();
        for tone in [-MOST_TONE, 0.0, MOST_TONE] {
            let y = on_pixel(y_of(tone));
            add_level(&mut lines, y, (strip.left, strip.right));
        }
        self.stroke(
            &lines,
            self.theme.colors.line,
            self.theme.sizes.hairline,
            "",
        );
        let name = TONE.get(language);
        self.text(
            HEADER_INSET,
            middle,
            &Line::new(name, TextRole::Strong, language),
        );
        for (tone, words) in [(MOST_TONE, "+5"), (0.0, "0"), (-MOST_TONE, "−5")] {
            let line = Line {
                tint: Tint::Muted,
                align: Align::Right,
                ..Line::new(words, TextRole::Label, language)
            };
            self.text(strip.left - 8.0 * self.scale, y_of(tone), &line);
        }
        for point in &scene.tone {
            let class = self.styles.kind(kind_color(point.kind));
            let _ = write!(self.out, r#"<g role="img" class="{class}">"#);
            let name = event_name(self.page.timeline, point.event, language);
            self.title(&format!("{name}, {:+}", point.tone));
            let centre = Point::new(point.x, y_of(f32::from(point.tone)));
            self.shape(shape_of(point.kind), centre, self.metrics.dot_radius);
            self.out.push_str("</g>\n");
        }
    }

    /// The whole record's density and the window's place in it.
    pub(super) fn overview(&mut self) {
        let scene = self.scene;
        let Some(overview) = &scene.overview else {
            return;
        };
        let colors = &self.theme.colors;
        let sizes = &self.theme.sizes;
        let mut line = String::new();
        let edge = on_pixel(scene.layout.overview.top);
        add_level(
            &mut line,
            edge,
            (scene.layout.overview.left, scene.layout.overview.right),
        );
        self.stroke(&line, colors.line, sizes.hairline, "");
        self.rect(overview.window, sizes.corner_small, colors.overview_window);
        let base = overview.hills.bottom;
        let height = overview.hills.height();
        let mut hill = format!("M{}", At(overview.rect.left, base));
        let heights: Vec<f32> = overview
            .density
            .iter()
            .map(|share| share * height)
            .collect();
        for (column, &here) in heights.iter().enumerate() {
            // Within a level stretch no corner needs to be written.
            let level = |at: Option<usize>| {
                at.and_then(|at| heights.get(at))
                    .is_some_and(|there| (there - here).abs() < 0.05)
            };
            if level(column.checked_sub(1)) && level(Some(column + 1)) {
                continue;
            }
            let x = overview.rect.left + (column as f32 + 0.5) * overview.column_points;
            let _ = write!(hill, "L{}", At(x.min(overview.rect.right), base - here));
        }
        let _ = write!(hill, "V{}Z", N(base));
        let _ = writeln!(
            self.out,
            r#"<path d="{hill}" fill="{}"/>"#,
            colors.overview_hill.to_css()
        );
        self.handles(&overview.window, &overview.rect);
        for words in overview
            .ticks
            .iter()
            .chain([&overview.title, &overview.subtitle])
        {
            self.line(words);
        }
    }

    /// The ends of the window in the overview; one for both where it is very narrow.
    fn handles(&mut self, window: &Rect, strip: &Rect) {
        let (half_width, half_height) = (2.0 * self.scale, 11.0 * self.scale);
        let is_narrow = window.width() < half_width * 4.0;
        let ends = [window.left, window.right];
        let middle = [window.centre().x];
        for &x in if is_narrow { &middle[..] } else { &ends[..] } {
            let x = x.clamp(strip.left, (strip.right - half_width).max(strip.left));
            let y = strip.centre().y;
            let handle = Rect::new(
                x - half_width,
                y - half_height,
                x + half_width,
                y + half_height,
            );
            self.rect(handle, half_width, self.theme.colors.accent);
        }
    }

    /// The legend and the record's name.
    pub(super) fn footer(&mut self, footer: &Footer, top: f32) {
        let language = self.page.language;
        let width = self.scene.layout.canvas.width();
        let mut line = String::new();
        add_level(&mut line, on_pixel(top), (0.0, width));
        self.stroke(&line, self.theme.colors.line, self.theme.sizes.hairline, "");
        for entry in &footer.entries {
            let y = top + footer.row_y(entry.row);
            let class = self.styles.kind(entry.kind);
            let _ = write!(self.out, r#"<g class="{class}">"#);
            let shape = match entry.kind.shape() {
                theme::Shape::Circle => Shape::Circle,
                theme::Shape::Diamond => Shape::Diamond,
                theme::Shape::Triangle => Shape::Triangle,
                theme::Shape::SmallCircle => Shape::SmallCircle,
            };
            self.shape(
                shape,
                Point::new(entry.mark_x, y),
                self.theme.sizes.mark_radius,
            );
            let line = Line {
                tint: Tint::Muted,
                ..Line::new(entry.words, Footer::ROLE, language)
            };
            self.text(entry.words_x, y, &line);
            self.out.push_str("</g>\n");
        }
        let line = Line {
            tint: Tint::Muted,
            align: Align::Right,
            ..Line::new(&footer.source, Footer::ROLE, language)
        };
        let y = top + footer.row_y(footer.source_row);
        self.text(width - footer.margin, y, &line);
    }
}
