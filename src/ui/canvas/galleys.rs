//! The canvas' texts as layout jobs held across frames.
//!
//! A job takes longer to make (which face holds all of the text?) than egui takes to find the
//! galley it laid out for it before. The galleys themselves stay with egui: it throws them away
//! when it makes its glyph atlas anew, and one held here would point at glyphs that are gone.

use std::collections::HashMap;
use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{Color32, Galley, Ui};

use super::super::fonts;
use super::super::look::{Look, role_of};
use crate::date::Language;
use crate::scene::{TextLine, TextMeasure, TextRole};
use crate::theme::ThemeId;

/// Frames after which a text that was not painted is forgotten.
const KEPT_FRAMES: u64 = 120;
/// Looking for texts to forget costs a walk over all of them; this often is enough.
const SWEEP_EVERY: u64 = 60;

#[derive(PartialEq, Eq, Hash)]
struct Key {
    text: Arc<str>,
    role: TextRole,
    language: Language,
    width: u32,
}

/// What jobs depend on beside the text: theme, scale, and faces installed.
type MadeFor = (ThemeId, u32, usize);

/// Layout jobs by text, role, language and room.
#[derive(Default)]
pub struct Galleys {
    held: HashMap<Key, (LayoutJob, u64)>,
    frame: u64,
    made_for: Option<MadeFor>,
}

impl Galleys {
    /// Begins a frame: forgets all when fonts or scale changed, and now and then what is unused.
    ///
    /// Returns whether widths measured before no longer hold.
    pub fn begin(&mut self, ui: &Ui, look: &Look) -> bool {
        self.frame += 1;
        let faces = ui.fonts(|fonts| fonts.definitions().font_data.len());
        let made_for = (look.theme.id, ui.pixels_per_point().to_bits(), faces);
        let changed = self.made_for != Some(made_for);
        if changed {
            self.made_for = Some(made_for);
            self.held.clear();
        } else if self.frame.is_multiple_of(SWEEP_EVERY) {
            let frame = self.frame;
            self.held.retain(|_, (_, used)| frame - *used < KEPT_FRAMES);
        }
        changed
    }

    /// The text of a line, elided at its width. Its colour is the painter's to choose.
    pub fn get(&mut self, ui: &Ui, look: &Look, line: &TextLine) -> Arc<Galley> {
        let frame = self.frame;
        let key = Key {
            text: Arc::clone(&line.text),
            role: line.role,
            language: line.language,
            width: line.max_width.to_bits(),
        };
        let (job, used) = self.held.entry(key).or_insert_with(|| {
            let made = job(
                ui,
                look,
                &line.text,
                line.role,
                line.language,
                line.max_width,
            );
            (made, frame)
        });
        *used = frame;
        let job = job.clone();
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    }
}

fn job(
    ui: &Ui,
    look: &Look,
    text: &str,
    role: TextRole,
    language: Language,
    width: f32,
) -> LayoutJob {
    let mut format = fonts::text_format_for(
        ui.ctx(),
        look.theme,
        role_of(role),
        language.tag(),
        look.colors().ink,
        text,
    );
    format.color = Color32::PLACEHOLDER;
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap = TextWrapping {
        // The measure rounds to whole glyphs as the painter does; half a point covers the sum.
        max_width: width + 0.5,
        max_rows: 1,
        break_anywhere: true,
        overflow_character: Some('…'),
    };
    job
}

/// Measures text as the window will paint it.
pub struct WindowMeasure<'a> {
    /// Where the fonts are.
    pub ui: &'a Ui,
    /// The theme.
    pub look: Look,
}

impl TextMeasure for WindowMeasure<'_> {
    fn width_points(&self, text: &str, role: TextRole, language: Language) -> f32 {
        let job = job(self.ui, &self.look, text, role, language, f32::INFINITY);
        self.ui.fonts_mut(|fonts| fonts.layout_job(job)).size().x
    }
}
