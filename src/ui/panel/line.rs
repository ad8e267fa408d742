//! Text ready to be painted: runs in their language's glyphs, laid out together.
//!
//! Content is built once for an event; what egui needs of it is made at the first picture and held
//! until the theme or the installed fonts change. egui keeps the galleys themselves, and throws
//! them away when its glyph texture is made anew, which is why they are not held here.

use std::cell::RefCell;
use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Context, Ui};

use crate::date::Language;
use crate::theme::{Colors, Rgb, TextRole, ThemeId, symbol};
use crate::ui::fonts;
use crate::ui::look::Look;

/// What a run's colour says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    /// Text.
    Text,
    /// Of the second rank.
    Muted,
    /// Selected, or leads somewhere.
    Accent,
    /// Disputes.
    Error,
    /// To be careful with.
    Warning,
}

impl Ink {
    fn color(self, colors: &Colors) -> Rgb {
        match self {
            Self::Text => colors.ink,
            Self::Muted => colors.muted,
            Self::Accent => colors.accent,
            Self::Error => colors.error,
            Self::Warning => colors.warning,
        }
    }
}

/// Text of one language, role and colour.
#[derive(Clone, Debug, PartialEq)]
struct Run {
    text: String,
    /// BCP 47.
    lang: String,
    role: TextRole,
    ink: Ink,
}

/// What a laid-out line depends on besides its runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    theme: ThemeId,
    /// How many faces are installed: grows once, when the system's fonts come.
    faces: usize,
}

/// The look of this frame and the stamp of what was laid out under it.
#[derive(Clone, Copy)]
pub(super) struct Pen<'l> {
    pub look: &'l Look,
    stamp: Stamp,
}

impl<'l> Pen<'l> {
    pub(super) fn new(ctx: &Context, look: &'l Look) -> Self {
        let faces = ctx.fonts(|fonts| fonts.definitions().font_data.len());
        Self {
            look,
            stamp: Stamp {
                theme: look.theme.id,
                faces,
            },
        }
    }
}

/// One paragraph: runs one after another.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    runs: Vec<Run>,
    /// For no width, and the same with its facts whole for the width last asked for.
    job: RefCell<Option<(Stamp, Arc<LayoutJob>)>>,
    whole: RefCell<Option<(Stamp, f32, Arc<LayoutJob>)>>,
}

impl Line {
    /// A line of one run.
    pub(super) fn of(role: TextRole, ink: Ink, lang: &str, text: impl Into<String>) -> Self {
        let mut line = Self::default();
        line.push(role, ink, lang, text);
        line
    }

    /// Adds a run; an empty one is left out.
    pub(super) fn push(&mut self, role: TextRole, ink: Ink, lang: &str, text: impl Into<String>) {
        let text = shortened(text.into(), lang);
        if !text.is_empty() {
            self.runs.push(Run {
                text,
                lang: lang.to_owned(),
                role,
                ink,
            });
            self.forget();
        }
    }

    /// Adds a run after `between`, which is left out at the line's start.
    pub(super) fn push_after(
        &mut self,
        between: &str,
        role: TextRole,
        ink: Ink,
        lang: &str,
        text: &str,
    ) {
        if text.is_empty() {
            return;
        }
        if !self.runs.is_empty() {
            // A dot of an East Asian face is as wide as a character.
            self.push(role, ink, Language::En.tag(), between);
        }
        self.push(role, ink, lang, text);
    }

    /// Adds another line's runs.
    pub(super) fn extend(&mut self, other: Self) {
        self.runs.extend(other.runs);
        self.forget();
    }

    pub(super) fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// The words alone.
    pub(super) fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// How many characters it has.
    pub(super) fn chars(&self) -> usize {
        self.runs.iter().map(|run| run.text.chars().count()).sum()
    }

    /// The line as egui lays it out, without a width.
    pub(super) fn job(&self, ui: &Ui, pen: Pen<'_>) -> Arc<LayoutJob> {
        if let Some((stamp, job)) = &*self.job.borrow()
            && *stamp == pen.stamp
        {
            return Arc::clone(job);
        }
        let mut job = LayoutJob::default();
        for run in &self.runs {
            job.append(&run.text, 0.0, run.format(ui, pen));
        }
        let job = Arc::new(job);
        *self.job.borrow_mut() = Some((pen.stamp, Arc::clone(&job)));
        job
    }

    /// The line with each run whole that fits a line of `width_points`: it ends before a run that
    /// would break, in the place of what stands between the two.
    pub(super) fn whole_job(&self, ui: &Ui, pen: Pen<'_>, width_points: f32) -> Arc<LayoutJob> {
        if let Some((stamp, width, job)) = &*self.whole.borrow()
            && (*stamp, *width) == (pen.stamp, width_points)
        {
            return Arc::clone(job);
        }
        let mut job = LayoutJob::default();
        let mut x = 0.0;
        let mut between: Option<(&Run, f32)> = None;
        for run in &self.runs {
            let width = run.width(ui, pen);
            if run.is_between() {
                between = Some((run, width));
                continue;
            }
            let gap = between.map_or(0.0, |(_, width)| width);
            if x > 0.0 && x + gap + width > width_points {
                job.append("\n", 0.0, run.format(ui, pen));
                x = 0.0;
            } else if let Some((between, width)) = between {
                job.append(&between.text, 0.0, between.format(ui, pen));
                x += width;
            }
            job.append(&run.text, 0.0, run.format(ui, pen));
            x += width;
            between = None;
        }
        let job = Arc::new(job);
        *self.whole.borrow_mut() = Some((pen.stamp, width_points, Arc::clone(&job)));
        job
    }

    fn forget(&mut self) {
        *self.job.get_mut() = None;
        *self.whole.get_mut() = None;
    }
}

impl Run {
    fn format(&self, ui: &Ui, pen: Pen<'_>) -> egui::TextFormat {
        let color = self.ink.color(pen.look.colors());
        let theme = pen.look.theme;
        fonts::text_format_for(ui.ctx(), theme, self.role, &self.lang, color, &self.text)
    }

    fn width(&self, ui: &Ui, pen: Pen<'_>) -> f32 {
        let job = LayoutJob::single_section(self.text.clone(), self.format(ui, pen));
        ui.fonts_mut(|fonts| fonts.layout_job(job)).size().x
    }

    /// Whether it only keeps its neighbours apart.
    fn is_between(&self) -> bool {
        self.text.trim().is_empty() || self.text == symbol::BETWEEN
    }
}

/// No text that is read in a panel is longer than this, in bytes; the largest quote of the bundled
/// record has some two thousand. Laid out whole, ten megabytes would take gigabytes.
const LONGEST_BYTES: usize = 48 << 10;

/// A text's beginning, and how much of it is left out, in its own language.
fn shortened(text: String, lang: &str) -> String {
    if text.len() <= LONGEST_BYTES {
        return text;
    }
    let (shown, rest) = text.split_at(text.floor_char_boundary(LONGEST_BYTES));
    let rest = rest.chars().count();
    let language = Language::from_tag(lang).unwrap_or(Language::En);
    match language {
        Language::En => format!("{shown}… ({rest} more characters stand in the file)"),
        Language::Ja => format!("{shown}…（ファイルにはあと{rest}字あります）"),
        Language::ZhHans => format!("{shown}…（文件中另有{rest}字）"),
        Language::ZhHant => format!("{shown}…（檔案中另有{rest}字）"),
        Language::Ko => format!("{shown}… (파일에 {rest}자 더 있음)"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_megabytes_is_shown_by_its_beginning_and_says_so() {
        let text = "年".repeat(1 << 20);
        let line = Line::of(TextRole::Quote, Ink::Text, "ja", text.as_str());
        let shown = line.text();
        assert!(shown.len() < LONGEST_BYTES + 100);
        let left_out = (1 << 20) - LONGEST_BYTES / 3;
        assert!(shown.ends_with(&format!("…（ファイルにはあと{left_out}字あります）")));
        let whole = "年".repeat(LONGEST_BYTES / 3);
        assert_eq!(
            Line::of(TextRole::Quote, Ink::Text, "ja", &whole).text(),
            whole
        );
    }

    #[test]
    fn a_separator_stands_only_between() {
        let mut line = Line::default();
        line.push_after(" · ", TextRole::Meta, Ink::Muted, "en", "");
        line.push_after(" · ", TextRole::Meta, Ink::Muted, "en", "Lima");
        line.push_after(" · ", TextRole::Meta, Ink::Muted, "en", "");
        line.push_after(" · ", TextRole::Meta, Ink::Muted, "ja", "令和6年");
        assert_eq!(line.text(), "Lima · 令和6年");
        assert_eq!(line.chars(), 11);
    }
}
