//! An event's words in blocks; of a long one only those near the view are laid out.

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::style::ScrollAnimation;
use egui::{Align, IdSalt, Rect, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::content::PanelContent;
use super::line::Pen;
use super::place::PanelPlace;
use super::quotes::Section;
use super::reader::Reader;
use super::widgets::Hands;
use super::{connected, head, headings, line, quote_card, widgets};
use crate::app::command::Copied;
use crate::app::{Command, State};
use crate::export::quote_with_citation;
use crate::record::{Event, EventIx};
use crate::theme::TextRole;
use crate::ui::pictures::Pictures;

/// Blocks beyond this many, and quotes beyond the next, are laid out only near the view.
const MOST_BLOCKS: usize = 60;
const MOST_QUOTES: usize = 12;
/// Frames until the blocks before a goal have their heights.
const FRAMES_TO_SETTLE: u8 = 3;

/// An event with its words and how they lie.
pub(super) struct Leaf {
    /// Tells events apart: where one was scrolled to says nothing of another.
    pub id: IdSalt,
    event: Event,
    pictures: Pictures,
    content: PanelContent,
    blocks: Vec<Block>,
    /// The blocks' heights in points, where they were laid out at `width`.
    heights: Vec<Option<f32>>,
    width: f32,
    /// Quotes, by position, whose every translation is shown.
    pub open: BTreeSet<usize>,
    /// Whether all of the summary is shown in a low panel too.
    whole_summary: bool,
    /// A block to scroll to, and in how many frames more: what lies before it has its height only
    /// when it comes near.
    goal: Option<(usize, u8)>,
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

impl Leaf {
    pub(super) fn new(
        state: &State,
        ix: EventIx,
        event: Event,
        reader: Reader,
        pictures: Pictures,
    ) -> Self {
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
            pictures,
            content,
            heights: vec![None; blocks.len()],
            blocks,
            width: 0.0,
            open: BTreeSet::new(),
            whole_summary: false,
            goal: None,
        }
    }

    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        pen: Pen<'_>,
        state: &State,
        place: &PanelPlace,
        takes_focus: &mut bool,
        send: &mut Vec<Command>,
    ) {
        let width = ui.available_width();
        if (self.width - width).abs() > 0.1 {
            self.width = width;
            self.heights.fill(None);
        }
        let quotes = self.content.quotes.as_ref().map_or(0, |quotes| quotes.len);
        let is_long = quotes > MOST_QUOTES || self.blocks.len() > MOST_BLOCKS;
        // A screen above and below: the next link that Tab leads to is always there.
        let near = ui.clip_rect().expand2(vec2(0.0, ui.clip_rect().height()));
        let (mut copy, mut to_sides) = (None, false);
        let summary_rows = self.summary_rows(ui, pen);
        for at in 0..self.blocks.len() {
            let height =
                self.heights[at].unwrap_or_else(|| self.guess_height(self.blocks[at], pen, width));
            let block_rect = Rect::from_min_size(ui.cursor().min, vec2(width, height));
            if self.goal.is_some_and(|(goal, _)| goal == at) {
                ui.scroll_to_rect_animation(block_rect, Some(Align::Min), ScrollAnimation::none());
            }
            if is_long && !near.intersects(block_rect) {
                self.leave_out(ui, at, height);
                continue;
            }
            let mut hands = Hands {
                pen,
                send,
                copy: &mut copy,
                place,
                to_sides: &mut to_sides,
                takes_focus,
                summary_rows,
                whole_summary: &mut self.whole_summary,
                pictures: &self.pictures,
                record: state.document.origin.path(),
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
        self.goal = self
            .goal
            .and_then(|(goal, frames)| Some((goal, frames.checked_sub(1)?)));
        if to_sides && let Some(goal) = self.sides() {
            self.goal = Some((goal, FRAMES_TO_SETTLE));
        }
        if self.goal.is_some() {
            ui.ctx().request_repaint();
        }
        if let Some(quote) = copy.and_then(|at| self.event.quotes.get(at)) {
            let timeline = &state.document.timeline;
            let text = quote_with_citation(timeline, &self.event, quote, pen.look.language);
            send.push(Command::Copy {
                text,
                what: Copied::QuoteAndCitation,
            });
        }
    }

    /// A low panel shows the beginning of the summary, and a very low one its first row, so that the
    /// first words that were said are in view beside it.
    fn summary_rows(&self, ui: &Ui, pen: Pen<'_>) -> Option<usize> {
        /// Rows of text in a low panel: head, tone and the first quote take so many.
        const LOW: f32 = 26.0;
        /// The same where the title takes two rows and the date two.
        const VERY_LOW: f32 = 22.0;
        self.content.quotes.as_ref()?;
        let style = pen.look.theme.text.style(TextRole::Body);
        let row = style.line_height_points().unwrap_or(style.size_points);
        match ui.clip_rect().height() / row {
            rows if rows < VERY_LOW => Some(1),
            rows if rows < LOW => Some(3),
            _ => None,
        }
    }

    /// The block with the heading of both sides' words.
    fn sides(&self) -> Option<usize> {
        let sections = &self.content.quotes.as_ref()?.sections;
        let is_sides = |section: &Section| matches!(section, Section::Sides(_));
        let section = sections.iter().position(is_sides)?;
        self.blocks
            .iter()
            .position(|block| *block == Block::Section(section))
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
                Some(Section::Disputed(line) | Section::Also(line) | Section::Sides(line)) => {
                    line.text()
                }
                Some(Section::Topic(topic)) => {
                    let cards = topic.sides.iter().flat_map(|(_, cards)| cards);
                    let said = cards.map(|card| format!("{}: {}", card.name, card.said.text()));
                    let heading = topic.heading.text();
                    std::iter::once(heading)
                        .chain(said)
                        .collect::<Vec<_>>()
                        .join("\n")
                }
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
        Block::SaidHeading => headings::said_ui(ui, hands, content),
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
                Some(Section::Disputed(line) | Section::Also(line)) => {
                    space(ui, 6.0);
                    widgets::heading_ui(ui, pen, line, 3);
                }
                Some(Section::Sides(line)) => headings::sides_ui(ui, hands, line),
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
