//! Lines of text.

use std::fmt::Write as _;

use super::Painter;
use super::style::Tint;
use super::write::{Escaped, N};
use crate::date::Language;
use crate::export::faces::face_name;
use crate::export::look::role_of;
use crate::export::measure::{baseline_below_middle_em, elided};
use crate::export::runs::Run;
use crate::scene::{Align, Ink, TextLine, TextMeasure as _};
use crate::theme::{FontLanguage, TextRole};

impl Painter<'_> {
    /// A line of the scene, cut to its room.
    pub(super) fn line(&mut self, line: &TextLine) {
        let measure = self.page.measure;
        let width = |text: &str| measure.width_points(text, line.role, line.language);
        let Some(words) = elided(&line.text, line.max_width, width) else {
            return;
        };
        let painted = Line {
            tint: match line.ink {
                Ink::Strong => Tint::Ink,
                Ink::Muted => Tint::Muted,
                Ink::Accent => Tint::Accent,
            },
            align: line.align,
            alpha: line.alpha,
            ..Line::new(&words, role_of(line.role), line.language)
        };
        self.text(line.anchor.x, line.anchor.y, &painted);
    }

    /// A text whose anchor stands at `x` and whose line has its middle at `y`.
    pub(super) fn text(&mut self, x: f32, y: f32, line: &Line) {
        if line.words.is_empty() || line.alpha <= 0.0 {
            return;
        }
        let foreign = (line.language != self.page.language).then_some(line.language);
        let style = self.theme.text.style(line.role);
        let baseline = y + baseline_below_middle_em(style.style) * style.size_points;
        let classes = self.styles.text(line.role, foreign, line.tint);
        let _ = write!(
            self.out,
            r#"<text x="{}" y="{}" class="{classes}""#,
            N(x),
            N(baseline)
        );
        if let Some(language) = foreign {
            let _ = write!(self.out, r#" xml:lang="{}""#, language.tag());
        }
        let runs = self.runs(line);
        match line.align {
            // Runs are placed by themselves.
            _ if runs.is_some() => {}
            Align::Left => {}
            Align::Centre => self.out.push_str(r#" text-anchor="middle""#),
            Align::Right => self.out.push_str(r#" text-anchor="end""#),
        }
        if line.alpha < 1.0 {
            let _ = write!(self.out, r#" fill-opacity="{:.2}""#, line.alpha);
        }
        self.out.push('>');
        match runs {
            Some(runs) => self.placed(x, line, &runs),
            None => {
                let _ = write!(self.out, "{}", Escaped(line.words));
            }
        }
        self.out.push_str("</text>\n");
    }

    /// The runs of a line that is drawn here; none where its first face draws it whole, and where
    /// others draw it.
    fn runs(&self, line: &Line) -> Option<Vec<Run>> {
        let page = &self.page;
        let runs = page
            .names_faces
            .then(|| page.measure.runs(line.words, line.role, line.language))?;
        let is_plain = |run: &Run| run.face == 0 && !run.is_rtl;
        (!runs.iter().all(is_plain)).then_some(runs)
    }

    /// Runs beside each other, each with its own face.
    fn placed(&mut self, x: f32, line: &Line, runs: &[Run]) {
        /// It makes signs between letters of one direction go their way.
        const RIGHT_TO_LEFT: &str = "\u{200F}";
        let language = FontLanguage::from_tag(line.language.tag());
        let style = self.theme.text.style(line.role);
        let width = |run: &Run| run.ems * style.size_points;
        let whole: f32 = runs.iter().map(width).sum();
        let mut x = match line.align {
            Align::Left => x,
            Align::Centre => x - whole / 2.0,
            Align::Right => x - whole,
        };
        for run in runs {
            let words = Escaped(line.words.get(run.range.clone()).unwrap_or_default());
            let face = face_name(language, style.style, run.face);
            let mark = if run.is_rtl { RIGHT_TO_LEFT } else { "" };
            let _ = write!(
                self.out,
                r#"<tspan x="{}" font-family="{face}">{mark}{words}{mark}</tspan>"#,
                N(x)
            );
            x += width(run);
        }
    }
}

/// One line of text of the page.
pub(super) struct Line<'t> {
    pub(super) words: &'t str,
    pub(super) role: TextRole,
    pub(super) language: Language,
    pub(super) tint: Tint,
    pub(super) align: Align,
    pub(super) alpha: f32,
}

impl<'t> Line<'t> {
    pub(super) fn new(words: &'t str, role: TextRole, language: Language) -> Self {
        Self {
            words,
            role,
            language,
            tint: Tint::Ink,
            align: Align::Left,
            alpha: 1.0,
        }
    }
}
