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
mod line;
mod marks;
mod phrases;
mod quote_card;
mod quotes;
mod reader;
mod sentences;
#[cfg(test)]
mod tests;
mod tone_scale;
mod widgets;

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::{IdSalt, Rect, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use crate::app::command::{Copied, Way};
use crate::app::{Command, State};
use crate::export::quote_with_citation;
use crate::record::{Event, EventIx};
use crate::theme::TextRole;
use crate::ui::look::Look;
use content::PanelContent;
use empty::EmptyContent;
use line::Pen;
use quotes::Section;
use reader::Reader;
use widgets::Hands;

/// Blocks beyond this many, and quotes beyond the next, are laid out only near the view.
const MOST_BLOCKS: usize = 60;
const MOST_QUOTES: usize = 12;

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
    /// Pages to scroll down (up, below 0) as soon as the panel is shown.
    pages: i32,
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

/// An event with its words and how they lie.
struct Leaf {
    /// Tells events apart: where one was scrolled to says nothing of another.
    id: IdSalt,
    event: Event,
    content: PanelContent,
    blocks: Vec<Block>,
    /// The blocks' heights in points, where they were laid out at `width`.
    heights: Vec<Option<f32>>,
    width: f32,
    /// Quotes, by position, whose every translation is shown.
    open: BTreeSet<usize>,
}

/// A part of the panel that is laid out, or left out, as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Block {
    Head,
    SaidHeading,
    Section(usize),
    ConnectedHeading,
    Connection(usize),
    SourcesHeading,
    Source(usize),
    Tags,
    Notes,
}

impl Panel {
    /// Scrolls by a page when it is shown next.
    pub fn turn_page(&mut self, way: Way) {
        self.pages += match way {
            Way::On => 1,
            Way::Back => -1,
        };
    }

    /// Paints the selected event, or what to do without one, into a frame that the caller made.
    pub fn show(&mut self, ui: &mut Ui, state: &State, look: &Look, send: &mut Vec<Command>) {
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
                Shown::Event(leaf) => leaf.show(ui, pen, state, send),
            }
        });
    }

    fn read(&mut self, state: &State, key: Key) {
        let timeline = &state.document.timeline;
        let selected = key.event.and_then(|ix| Some((ix, timeline.event(ix)?)));
        self.shown = match selected {
            Some((ix, event)) => {
                let mut leaf = Leaf::new(state, ix, event, key.reader);
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

impl Leaf {
    fn new(state: &State, ix: EventIx, event: Event, reader: Reader) -> Self {
        let content = PanelContent::build(&state.document.timeline, ix, &event, reader);
        let mut blocks = vec![Block::Head];
        if let Some(quotes) = &content.quotes {
            blocks.push(Block::SaidHeading);
            blocks.extend((0..quotes.sections.len()).map(Block::Section));
        }
        if !content.connected.is_empty() {
            blocks.push(Block::ConnectedHeading);
            blocks.extend((0..content.connected.len()).map(Block::Connection));
        }
        if !content.sources.is_empty() {
            blocks.push(Block::SourcesHeading);
            blocks.extend((0..content.sources.len()).map(Block::Source));
        }
        if !content.tags.is_empty() {
            blocks.push(Block::Tags);
        }
        if content.notes.is_some() {
            blocks.push(Block::Notes);
        }
        Self {
            id: IdSalt::new(("event", ix.0, &event.id)),
            event,
            content,
            heights: vec![None; blocks.len()],
            blocks,
            width: 0.0,
            open: BTreeSet::new(),
        }
    }

    fn show(&mut self, ui: &mut Ui, pen: Pen<'_>, state: &State, send: &mut Vec<Command>) {
        let width = ui.available_width();
        if (self.width - width).abs() > 0.1 {
            self.width = width;
            self.heights.fill(None);
        }
        let quotes = self.content.quotes.as_ref().map_or(0, |quotes| quotes.len);
        let is_long = quotes > MOST_QUOTES || self.blocks.len() > MOST_BLOCKS;
        // A screen above and below: the next link that Tab leads to is always there.
        let near = ui.clip_rect().expand2(vec2(0.0, ui.clip_rect().height()));
        let mut copy = None;
        for at in 0..self.blocks.len() {
            let height =
                self.heights[at].unwrap_or_else(|| self.guess_height(self.blocks[at], pen, width));
            let place = Rect::from_min_size(ui.cursor().min, vec2(width, height));
            if is_long && !near.intersects(place) {
                self.leave_out(ui, at, height);
                continue;
            }
            let mut hands = Hands {
                pen,
                send,
                copy: &mut copy,
                open_source: &self.content.open_source,
                copy_quote: self.content.copy_quote,
            };
            let (content, open, block) = (&self.content, &mut self.open, self.blocks[at]);
            let shown = ui.scope_builder(UiBuilder::new().id_salt(("block", at)), |ui| {
                block_ui(ui, &mut hands, content, open, block);
            });
            self.heights[at] = Some(shown.response.rect.height());
        }
        ui.add_space(pen.look.grid(10.0));
        if let Some(quote) = copy.and_then(|at| self.event.quotes.get(at)) {
            let timeline = &state.document.timeline;
            let text = quote_with_citation(timeline, &self.event, quote, pen.look.language);
            send.push(Command::Copy {
                text,
                what: Copied::QuoteAndCitation,
            });
        }
    }

    /// Keeps the place of a block that is far from the view, with its words for a screen reader.
    fn leave_out(&self, ui: &mut Ui, at: usize, height: f32) {
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), height));
        let response = ui.interact(rect, ui.scope_id().with(("left out", at)), Sense::hover());
        response
            .widget_info(|| WidgetInfo::labeled(Role::Label, true, self.words_of(self.blocks[at])));
    }

    fn words_of(&self, block: Block) -> String {
        let content = &self.content;
        let sections = content
            .quotes
            .as_ref()
            .map(|quotes| quotes.sections.as_slice());
        match block {
            Block::Head => content.title.text(),
            Block::SaidHeading => content.headings.said.text(),
            Block::Section(at) => match sections.and_then(|sections| sections.get(at)) {
                Some(Section::Quote(card)) => format!("{}: {}", card.name, card.said.text()),
                Some(Section::Disputed(line) | Section::Sides(line)) => line.text(),
                Some(Section::Topic(topic)) => topic.heading.text(),
                None => String::new(),
            },
            Block::ConnectedHeading => content.headings.connected.text(),
            Block::Connection(at) => content
                .connected
                .get(at)
                .map_or_else(String::new, |other| other.name.clone()),
            Block::SourcesHeading => content.headings.sources.text(),
            Block::Source(at) => content
                .sources
                .get(at)
                .map_or_else(String::new, |source| source.line.text()),
            Block::Tags => content.headings.tags.text(),
            Block::Notes => content.headings.notes.text(),
        }
    }

    /// How high a block that was never laid out will be, about: it only has to keep its place
    /// until the reader comes near.
    fn guess_height(&self, block: Block, pen: Pen<'_>, width: f32) -> f32 {
        let style = pen.look.theme.text.style(TextRole::Quote);
        let line = style.line_height_points().unwrap_or(style.size_points);
        let rows = |chars: usize| (chars as f32 * style.size_points * 0.6 / width.max(1.0)).ceil();
        let sections = self
            .content
            .quotes
            .as_ref()
            .map(|quotes| quotes.sections.as_slice());
        let around = pen.look.grid(30.0);
        match block {
            Block::Section(at) => match sections.and_then(|sections| sections.get(at)) {
                Some(Section::Quote(card)) => around + rows(card.chars()) * line,
                Some(Section::Topic(topic)) => topic
                    .sides
                    .iter()
                    .flat_map(|(_, cards)| cards)
                    .map(|card| around + rows(card.chars()) * line)
                    .sum(),
                _ => pen.look.grid(10.0),
            },
            Block::Head => around + line * 4.0,
            Block::Connection(_) | Block::Source(_) => line,
            _ => pen.look.grid(10.0),
        }
    }
}

/// One block with the space above it.
fn block_ui(
    ui: &mut Ui,
    hands: &mut Hands<'_>,
    content: &PanelContent,
    open: &mut BTreeSet<usize>,
    block: Block,
) {
    let pen = hands.pen;
    let space = |ui: &mut Ui, steps: f32| ui.add_space(pen.look.grid(steps));
    let heading = |ui: &mut Ui, line: &line::Line| {
        ui.add_space(pen.look.grid(7.0));
        widgets::heading_ui(ui, pen, line, 2);
        ui.add_space(pen.look.grid(1.0));
    };
    match block {
        Block::Head => head::head_ui(ui, hands, content),
        Block::SaidHeading => said_heading_ui(ui, pen, content),
        Block::Section(at) => {
            let sections = content
                .quotes
                .as_ref()
                .map(|quotes| quotes.sections.as_slice());
            match sections.and_then(|sections| sections.get(at)) {
                Some(Section::Quote(card)) => {
                    let before = at.checked_sub(1).and_then(|before| sections?.get(before));
                    let follows_quote = matches!(before, Some(Section::Quote(_)));
                    let steps = if follows_quote {
                        quote_card::BETWEEN_QUOTES
                    } else {
                        3.0
                    };
                    space(ui, steps);
                    quote_card::quote_card_ui(ui, hands, card, open);
                }
                Some(Section::Disputed(line)) => {
                    space(ui, 6.0);
                    widgets::heading_ui(ui, pen, line, 3);
                }
                Some(Section::Sides(line)) => heading(ui, line),
                Some(Section::Topic(topic)) => {
                    let before = at.checked_sub(1).and_then(|before| sections?.get(before));
                    let follows_topic = matches!(before, Some(Section::Topic(_)));
                    let steps = if follows_topic {
                        quote_card::BETWEEN_QUOTES
                    } else {
                        3.0
                    };
                    space(ui, steps);
                    quote_card::topic_ui(ui, hands, topic, open);
                }
                None => {}
            }
        }
        Block::ConnectedHeading => heading(ui, &content.headings.connected),
        Block::Connection(at) => {
            if let Some(connection) = content.connected.get(at) {
                space(ui, 1.25);
                connected::connection_ui(ui, hands, connection);
            }
        }
        Block::SourcesHeading => heading(ui, &content.headings.sources),
        Block::Source(at) => {
            if let Some(source) = content.sources.get(at) {
                space(ui, 1.5);
                widgets::document_ui(ui, hands, source);
            }
        }
        Block::Tags => {
            heading(ui, &content.headings.tags);
            space(ui, 1.0);
            head::chips_ui(ui, pen, |ui| {
                for tag in &content.tags {
                    widgets::find_chip_ui(ui, hands, tag);
                }
            });
        }
        Block::Notes => {
            heading(ui, &content.headings.notes);
            if let Some(notes) = &content.notes {
                space(ui, 1.0);
                widgets::line_ui(ui, pen, notes);
            }
        }
    }
}

/// "WHAT WAS SAID                     2 quotes · 2 languages"
fn said_heading_ui(ui: &mut Ui, pen: Pen<'_>, content: &PanelContent) {
    ui.add_space(pen.look.grid(7.0));
    ui.horizontal_top(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        widgets::heading_ui(ui, pen, &content.headings.said, 2);
        if let Some(quotes) = &content.quotes {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
                widgets::line_ui(ui, pen, &quotes.count);
            });
        }
    });
}
