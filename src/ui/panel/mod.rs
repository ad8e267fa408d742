//! The side panel: one event with the words that were said, or what to do while none is selected.
//!
//! Its words are made once for an event and a reader ([`content`]), then painted from blocks. Of
//! an event with many quotes only the blocks near the view are laid out; the others keep their
//! place by their height and a node with their words, so that the keyboard and a screen reader
//! find their way past them.

mod arrange;
mod connected;
mod content;
mod date_line;
mod documents;
mod empty;
mod head;
mod headings;
mod images;
mod leaf;
mod line;
mod marks;
mod phrases;
mod place;
mod quote_card;
mod quote_languages;
mod quotes;
mod reader;
mod sentences;
mod several;
#[cfg(test)]
mod tests;
mod tone_scale;
mod widgets;

use egui::{Context, IdSalt, Rect, ScrollArea, Ui, vec2};

use crate::app::command::Way;
use crate::app::{Command, State};
use crate::record::EventIx;
use crate::ui::look::Look;
use crate::ui::pictures::Pictures;
use empty::EmptyContent;
use leaf::Leaf;
use line::Pen;
pub use place::PanelPlace;
use reader::Reader;

/// What the panel's words were made for.
#[derive(Clone, Copy, PartialEq)]
struct Key {
    event: Option<EventIx>,
    revision: u64,
    reader: Reader,
}

/// The side panel. It holds what it made of the selected event; the state says which that is.
#[derive(Default)]
pub struct Panel {
    key: Option<Key>,
    shown: Shown,
    pictures: Pictures,
    /// Pages to scroll down (up, below 0) as soon as the panel is shown.
    pages: i32,
    /// Whether the first thing that can have the keyboard is to take it.
    takes_focus: bool,
    /// Where it was shown last.
    rect: Option<Rect>,
}

/// What the panel shows.
#[derive(Default)]
enum Shown {
    #[default]
    Nothing,
    Record(Box<EmptyContent>),
    Event(Box<Leaf>),
}

impl Shown {
    /// Tells apart what has a place of its own in the scroll area.
    fn id(&self) -> IdSalt {
        match self {
            Self::Event(leaf) => leaf.id,
            Self::Nothing | Self::Record(_) => IdSalt::new("no event"),
        }
    }
}

impl Panel {
    /// A panel that shows these pictures.
    pub fn with(pictures: Pictures) -> Self {
        Self {
            pictures,
            ..Self::default()
        }
    }

    /// Gives the keyboard to the first thing of the panel that can have it.
    pub fn take_focus(&mut self) {
        self.takes_focus = true;
    }

    /// Whether something in the panel has the keyboard.
    pub fn has_focus(&self, ctx: &Context) -> bool {
        let focused = ctx.memory(egui::Memory::focused);
        let response = focused.and_then(|id| ctx.read_response(id));
        let place = response.map(|response| response.rect.center());
        // What was scrolled away is still in its column.
        place
            .zip(self.rect)
            .is_some_and(|(at, rect)| rect.x_range().contains(at.x))
    }

    /// Scrolls by a page when it is shown next.
    pub fn turn_page(&mut self, way: Way) {
        self.pages += match way {
            Way::On => 1,
            Way::Back => -1,
        };
    }

    /// Paints the selected event, or what to do without one, into a frame that the caller made.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        state: &State,
        look: &Look,
        place: &PanelPlace,
        send: &mut Vec<Command>,
    ) {
        let reader = Reader {
            language: look.language,
            second: state.second_language(),
            zone: state.settings.zone(),
        };
        let key = Key {
            event: state.selected,
            revision: state.index.revision(),
            reader,
        };
        let told = self.shown.id();
        if self.key != Some(key) {
            self.read(state, key);
        }
        self.rect = Some(ui.max_rect());
        several::several_ui(ui, state, look, send);
        let pen = Pen::new(ui.ctx(), look);
        // The scroll bar lies in what the frame leaves at the right; words keep the full margin.
        let right = (look.sizes().panel_margin - look.grid(2.0)).max(0.0);
        let id = self.shown.id();
        let mut area = ScrollArea::vertical().id_salt(id).auto_shrink(false);
        if id != told {
            // Another event is read from its title on, one that was read before too.
            area = area.vertical_scroll_offset(0.0);
        }
        area.show(ui, |ui| {
            if self.pages != 0 {
                // Some lines of the page before stay in view.
                let page = (ui.clip_rect().height() - look.grid(12.0)).max(look.grid(6.0));
                ui.scroll_with_delta(vec2(0.0, -page * self.pages as f32));
                self.pages = 0;
            }
            ui.set_width((ui.available_width() - right).max(look.grid(20.0)));
            ui.spacing_mut().item_spacing = vec2(look.grid(2.0), 0.0);
            match &mut self.shown {
                Shown::Nothing => {}
                Shown::Record(content) => empty::empty_ui(ui, pen, content),
                Shown::Event(leaf) => {
                    leaf.show(ui, pen, state, place, &mut self.takes_focus, send);
                }
            }
        });
    }

    fn read(&mut self, state: &State, key: Key) {
        let timeline = &state.document.timeline;
        let selected = key.event.and_then(|ix| Some((ix, timeline.event(ix)?)));
        self.shown = match selected {
            Some((ix, event)) => {
                let mut leaf = Leaf::new(state, ix, event, key.reader, self.pictures.clone());
                if let Shown::Event(before) = &mut self.shown
                    && before.id == leaf.id
                {
                    leaf.open = std::mem::take(&mut before.open);
                }
                Shown::Event(Box::new(leaf))
            }
            None => Shown::Record(Box::new(EmptyContent::build(timeline, key.reader))),
        };
        self.key = Some(key);
    }
}
