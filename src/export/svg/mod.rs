//! The painter of SVG: one scene in, one small well-formed document out.
//!
//! Every mark is a group with a `<title>`, which browsers show on hover and screen readers say.
//! Colours and fonts stand in one style sheet, so that a picture can be restyled by hand.

mod below;
mod lanes;
mod marks;
mod relations;
mod rows;
mod span;
mod style;
mod text;
mod write;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::footer::Footer;
use super::look::{metrics_of, scale_of};
use super::measure::{FontMeasure, elided};
use super::words;
use crate::date::{Language, Zone};
use crate::record::Timeline;
use crate::scene::{self, Metrics, Rect, Scene, Viewport};
use crate::theme::{self, KindColor, Rgb, TextRole, Theme};
use style::{Styles, Tint};
use text::Line;
use write::{At, Escaped, N};

/// What a picture says around its scene.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    /// The record, for its title and the names of its events.
    pub timeline: &'a Timeline,
    /// How many of its events the scene shows or stands for: those that the filter keeps.
    pub events: usize,
    /// Language of the words; the scene's own.
    pub language: Language,
    /// Zone of the dates; the scene's own.
    pub zone: Zone,
    /// First and last second of the record, which the title line names where all of it is shown.
    pub span_s: Option<(i64, i64)>,
    /// Where the record comes from, for the line at the bottom: a file's name.
    pub source: &'a str,
    /// The measure the scene was made with, so that labels are cut where the scene meant it.
    pub measure: &'a FontMeasure,
    /// Whether each part of a text names the face that it was measured by, for pixels drawn here.
    /// Whoever reads the SVG elsewhere has faces of their own.
    pub names_faces: bool,
    /// Whether the title line stands over the scene.
    pub title: bool,
    /// Whether the legend and the source stand under it.
    pub legend: bool,
}

impl Page<'_> {
    /// The same without what a picture of this height has no room for beside `least_points` of
    /// scene: first the legend goes, then the title.
    pub(super) fn that_fits(
        mut self,
        theme: &Theme,
        (width_points, height_points): (f32, f32),
        least_points: f32,
    ) -> Self {
        let fits = |page: &Self| height_points - page.around(theme, width_points) >= least_points;
        self.legend = fits(&self);
        self.title = self.legend || fits(&self);
        self
    }

    /// Height of what stands over and under the scene, in points.
    pub(super) fn around(&self, theme: &Theme, width_points: f32) -> f32 {
        let footer = self.footer(theme, width_points);
        self.title_height(theme) + footer.map_or(0.0, |footer| footer.height())
    }

    /// Height of the title line over the scene, in points.
    fn title_height(&self, theme: &Theme) -> f32 {
        if self.title {
            theme.sizes.top_bar_height
        } else {
            0.0
        }
    }

    /// The lines under the scene, for a picture of this width.
    fn footer(&self, theme: &Theme, width_points: f32) -> Option<Footer> {
        if !self.legend {
            return None;
        }
        let mut source = words::record(self.source, self.language);
        if let Some(license) = &self.timeline.header().license {
            source.push_str(theme::symbol::BETWEEN);
            source.push_str(license);
        }
        let footer = Footer::new(theme, self.language, &source, self.measure, width_points);
        Some(footer)
    }
}

/// Paints a scene between its title and its legend.
///
/// The picture is as wide as the scene and higher by the title line and the legend; all lengths
/// are in points, of which a PNG at scale 1 has one pixel each.
pub fn svg(scene: &Scene, theme: &Theme, page: &Page) -> String {
    let footer = page.footer(theme, scene.layout.canvas.width());
    let top = page.title_height(theme);
    let mut painter = Painter::new(scene, theme, page);
    let mut height = top + scene.layout.canvas.height();

    if page.title {
        painter.title_line(top);
    }
    let _ = writeln!(painter.out, r#"<g transform="translate(0 {})">"#, N(top));
    painter.axis();
    painter.segment_rows();
    painter.lanes();
    painter.arcs();
    painter.marks();
    painter.clusters();
    painter.edge_arrows();
    painter.tone();
    painter.overview();
    painter.out.push_str("</g>\n");
    if let Some(footer) = footer {
        painter.footer(&footer, height);
        height += footer.height();
    }
    painter.finish(height)
}

/// A document as it is painted.
struct Painter<'a> {
    out: String,
    scene: &'a Scene,
    theme: &'a Theme,
    page: &'a Page<'a>,
    metrics: Metrics,
    /// How much larger than at a desk everything is.
    scale: f32,
    styles: Styles,
    /// Ends of spans that fade: the kind, whether it is the lighter colour, and to the left.
    fades: BTreeSet<Fade>,
}

/// A gradient of a span's colour to nothing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Fade {
    kind: KindColor,
    imprecise: bool,
    to_left: bool,
}

impl Fade {
    fn id(self) -> String {
        format!(
            "fade-{}{}{}",
            style::kind_class(self.kind),
            if self.imprecise { "-light" } else { "" },
            if self.to_left { "-left" } else { "-right" },
        )
    }
}

impl<'a> Painter<'a> {
    fn new(scene: &'a Scene, theme: &'a Theme, page: &'a Page<'a>) -> Self {
        Self {
            out: String::with_capacity(32 * 1024),
            scene,
            theme,
            page,
            metrics: metrics_of(theme),
            scale: scale_of(theme),
            styles: Styles::default(),
            fades: BTreeSet::new(),
        }
    }

    /// The record's title and the window of time.
    fn title_line(&mut self, height_points: f32) {
        const LEFT: f32 = 20.0;
        const GAP: f32 = 8.0;
        let language = self.page.language;
        let (tag, title) = self
            .page
            .timeline
            .title_text()
            .pick_entry(language)
            .map_or((None, ""), |(tag, title)| (tag.language(), title));
        let title = scene::cut(title);
        let title_language = tag.unwrap_or(language);
        let measure = self.page.measure;
        let width = |text: &str, role, language| measure.width_in(text, role, language);
        let y = height_points / 2.0;
        let room = self.scene.layout.canvas.width() - 2.0 * LEFT;
        let title = elided(&title, room, |t| {
            width(t, TextRole::RecordTitle, title_language)
        });
        let mut x = LEFT;
        let title = title.filter(|title| !title.is_empty());
        if let Some(title) = &title {
            x += width(title, TextRole::RecordTitle, title_language) + GAP * self.scale;
            let line = Line::new(title, TextRole::RecordTitle, title_language);
            self.text(LEFT, y, &line);
        }
        let window = words::window(&self.named_window(), self.page.zone, language);
        if title.is_some_and(|title| title.contains(&window)) {
            return;
        }
        if x + width(&window, TextRole::Body, language) <= LEFT + room {
            let line = Line {
                tint: Tint::Muted,
                ..Line::new(&window, TextRole::Body, language)
            };
            self.text(x, y, &line);
        }
    }

    /// The window of time to name: the record's own span where all of it is shown.
    fn named_window(&self) -> Viewport {
        let view = self.scene.viewport;
        match self.page.span_s {
            Some((first, last)) if view.start_s <= first as f64 && view.end_s() >= last as f64 => {
                Viewport::new(first as f64, last as f64, view.width_points)
            }
            _ => view,
        }
    }

    /// A rectangle, rounded by `corner`.
    fn rect(&mut self, rect: Rect, corner: f32, fill: Rgb) {
        let _ = write!(self.out, "<rect{}", Box(rect));
        if corner > 0.0 {
            let _ = write!(self.out, r#" rx="{}""#, N(corner));
        }
        let _ = writeln!(self.out, r#" fill="{}"/>"#, fill.to_css());
    }

    /// A pill with an outline.
    fn pill(&mut self, rect: Rect, fill: Rgb, stroke: Rgb, width: f32) {
        let _ = writeln!(
            self.out,
            r#"<rect{} rx="{}" fill="{}" stroke="{}" stroke-width="{}"/>"#,
            Box(rect),
            N(rect.height() / 2.0),
            fill.to_css(),
            stroke.to_css(),
            N(width)
        );
    }

    /// Lines along this path data.
    fn stroke(&mut self, data: &str, color: Rgb, width: f32, more: &str) {
        if !data.is_empty() {
            let _ = writeln!(
                self.out,
                r#"<path d="{data}" fill="none" stroke="{}" stroke-width="{}"{more}/>"#,
                color.to_css(),
                N(width)
            );
        }
    }

    /// The whole document: what was painted, after what it needs.
    fn finish(self, height: f32) -> String {
        let width = self.scene.layout.canvas.width();
        let language = self.page.language;
        let title = scene::cut(self.page.timeline.title_text().pick(language));
        let events = scene::count_words(self.page.events, language);
        let mut head = String::with_capacity(self.out.len() + 4 * 1024);
        let _ = writeln!(
            head,
            concat!(
                r#"<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" "#,
                r#"viewBox="0 0 {w} {h}" xml:lang="{lang}" role="graphics-document document">"#
            ),
            w = N(width),
            h = N(height),
            lang = language.tag()
        );
        let _ = writeln!(head, "<title>{}</title>", Escaped(&title));
        let described = words::picture_of(&events, language);
        let _ = writeln!(head, "<desc>{}</desc>", Escaped(&described));
        let _ = writeln!(
            head,
            "<style>\n{}</style>",
            self.styles.sheet(self.theme, language)
        );
        head.push_str("<defs>\n");
        for (id, clip) in [
            ("lanes", self.scene.layout.lanes),
            ("plot", self.scene.layout.plot()),
        ] {
            let _ = writeln!(
                head,
                r#"<clipPath id="{id}"><rect{}/></clipPath>"#,
                Box(clip)
            );
        }
        for &fade in &self.fades {
            let color = self.theme.colors.span(fade.kind, fade.imprecise).to_css();
            let (from, to) = if fade.to_left { (0, 1) } else { (1, 0) };
            let _ = writeln!(
                head,
                concat!(
                    r#"<linearGradient id="{id}"><stop stop-color="{c}" stop-opacity="{from}"/>"#,
                    r#"<stop offset="1" stop-color="{c}" stop-opacity="{to}"/></linearGradient>"#
                ),
                id = fade.id(),
                c = color,
                from = from,
                to = to
            );
        }
        head.push_str("</defs>\n");
        let paper = self.theme.colors.paper.to_css();
        let _ = writeln!(head, r#"<rect width="100%" height="100%" fill="{paper}"/>"#);
        head.push_str(&self.out);
        head.push_str("</svg>\n");
        head
    }
}

/// A rectangle's place as attributes.
struct Box(Rect);

impl std::fmt::Display for Box {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let rect = self.0;
        write!(
            f,
            r#" x="{}" y="{}" width="{}" height="{}""#,
            N(rect.left),
            N(rect.top),
            N(rect.width()),
            N(rect.height())
        )
    }
}

/// The middle of the pixel a hairline falls into, so that it is not smeared over two.
fn on_pixel(at: f32) -> f32 {
    at.floor() + 0.5
}

/// Adds a line from top to bottom to path data.
fn add_upright(data: &mut String, x: f32, (top, bottom): (f32, f32)) {
    let _ = write!(data, "M{}V{}", At(x, top), N(bottom));
}

/// Adds a line from left to right to path data.
fn add_level(data: &mut String, y: f32, (left, right): (f32, f32)) {
    let _ = write!(data, "M{}H{}", At(left, y), N(right));
}
