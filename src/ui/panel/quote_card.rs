//! A quote: the words large, in their own glyphs, then who, where, and the way to the document.

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::{Align, Frame, Layout, Margin, Rect, Ui, UiBuilder, vec2};

use super::documents::Link;
use super::quotes::{QuoteCard, TopicCards, Translation};
use super::widgets::{Hands, document_ui, heading_ui, line_ui, link_ui, open_link_ui};
use crate::theme::symbol;
use crate::ui::fonts::color32;
use crate::ui::look::Look;

/// Both sides stand beside each other from this width on, in points at a desk.
const SIDE_BY_SIDE_FROM: f32 = 480.0;

/// Steps of the grid between a quote and the next.
pub(super) const BETWEEN_QUOTES: f32 = 6.0;

/// One quote with the bar at its left.
pub(super) fn quote_card_ui(
    ui: &mut Ui,
    hands: &mut Hands<'_>,
    card: &QuoteCard,
    open: &mut BTreeSet<usize>,
) {
    let look = hands.look();
    let builder = UiBuilder::new()
        .id_salt(("quote", card.at))
        .accessibility_role(Role::Blockquote)
        .accessibility_label(card.name.as_str());
    let response = ui
        .scope_builder(builder, |ui| {
            let left = look.grid(5.0) as i8;
            Frame::new()
                .inner_margin(Margin {
                    left,
                    ..Margin::ZERO
                })
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    card_body_ui(ui, hands, card, open);
                });
        })
        .response;
    let bar = Rect::from_min_size(
        response.rect.min,
        vec2(look.sizes().quote_bar_width, response.rect.height()),
    );
    if ui.is_rect_visible(bar) {
        let color = if card.disputes {
            look.colors().error
        } else {
            look.colors().accent
        };
        ui.painter()
            .rect_filled(bar, bar.width() / 2.0, color32(color));
    }
}

/// Each text with its own document under it, the original's speaker between them.
fn card_body_ui(ui: &mut Ui, hands: &mut Hands<'_>, card: &QuoteCard, open: &mut BTreeSet<usize>) {
    let pen = hands.pen;
    line_ui(ui, pen, &card.language);
    ui.add_space(hands.grid(1.0));
    line_ui(ui, pen, &card.said);
    ui.add_space(hands.grid(1.5));
    if let Some(speaker) = &card.speaker {
        line_ui(ui, pen, speaker);
    }
    for fact in &card.facts {
        ui.add_space(hands.grid(0.5));
        line_ui(ui, pen, fact);
    }
    let is_open = open.contains(&card.at);
    let shown = if is_open {
        card.translations.len()
    } else {
        card.shown
    };
    // The way to the only document shown stands in the row of links.
    let ends = shown == 0 && card.note.is_none();
    let mut link = None;
    if let Some(document) = &card.document {
        ui.add_space(hands.grid(1.0));
        if ends {
            line_ui(ui, pen, &document.line);
            link = Some(document);
        } else {
            document_ui(ui, hands, document);
        }
    }
    for translation in card.translations.iter().take(shown) {
        translation_ui(ui, hands, translation);
    }
    if let Some(note) = &card.note {
        ui.add_space(hands.grid(2.0));
        line_ui(ui, pen, note);
    }
    if let Some(Link::Closed(reason)) = link.map(|document| &document.link) {
        ui.add_space(hands.grid(0.5));
        line_ui(ui, pen, reason);
    }
    ui.add_space(hands.grid(if ends { 1.0 } else { 2.0 }));
    let row = Layout::left_to_right(Align::Min).with_main_wrap(true);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 0.0), row, |ui| {
        ui.spacing_mut().item_spacing = vec2(hands.grid(3.0), hands.grid(0.5));
        ui.spacing_mut().interact_size.y = 0.0;
        if let Some(document) = link
            && let Link::Open(url) = &document.link
        {
            open_link_ui(ui, hands, document, url);
        }
        more_ui(ui, hands, card, open);
        if link_ui(ui, pen, hands.copy_quote, &card.name).clicked() {
            *hands.copy = Some(card.at);
        }
    });
}

/// "▸ 2 more languages", where there are more.
fn more_ui(ui: &mut Ui, hands: &Hands<'_>, card: &QuoteCard, open: &mut BTreeSet<usize>) {
    if card.translations.len() <= card.shown {
        return;
    }
    let is_open = open.contains(&card.at);
    let (words, sign) = if is_open {
        (card.fewer, symbol::UNFOLDED)
    } else {
        (card.more.as_str(), symbol::FOLDED)
    };
    if link_ui(ui, hands.pen, &format!("{sign} {words}"), &card.name).clicked() {
        if is_open {
            open.remove(&card.at);
        } else {
            open.insert(card.at);
        }
    }
}

fn translation_ui(ui: &mut Ui, hands: &mut Hands<'_>, translation: &Translation) {
    ui.add_space(hands.grid(3.0));
    line_ui(ui, hands.pen, &translation.language);
    ui.add_space(hands.grid(0.5));
    line_ui(ui, hands.pen, &translation.said);
    if let Some(document) = &translation.document {
        ui.add_space(hands.grid(1.0));
        document_ui(ui, hands, document);
    }
}

/// The width from which on both sides stand beside each other.
pub(super) fn width_for_sides(look: &Look) -> f32 {
    SIDE_BY_SIDE_FROM * look.sizes().grid / 4.0
}

/// What the sides said on one topic: beside each other where there is room.
pub(super) fn topic_ui(
    ui: &mut Ui,
    hands: &mut Hands<'_>,
    topic: &TopicCards,
    open: &mut BTreeSet<usize>,
) {
    let look = hands.look();
    heading_ui(ui, hands.pen, &topic.heading, 3);
    ui.add_space(look.grid(2.0));
    let columns = topic.sides.len();
    let wide = ui.available_width() >= width_for_sides(&look);
    if columns < 2 || !wide {
        for (at, side) in topic.sides.iter().enumerate() {
            if at > 0 {
                ui.add_space(look.grid(BETWEEN_QUOTES));
            }
            side_ui(ui, hands, side, open);
        }
    } else {
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.x = look.grid(5.0);
            ui.columns(columns, |columns| {
                for (column, side) in columns.iter_mut().zip(&topic.sides) {
                    // Columns stretch their lines; paragraphs must not be.
                    column.with_layout(Layout::top_down(Align::Min), |ui| {
                        side_ui(ui, hands, side, open);
                    });
                }
            });
        });
    }
    for silent in &topic.silent {
        ui.add_space(look.grid(3.0));
        line_ui(ui, hands.pen, silent);
    }
}

fn side_ui(
    ui: &mut Ui,
    hands: &mut Hands<'_>,
    (name, cards): &(super::line::Line, Vec<QuoteCard>),
    open: &mut BTreeSet<usize>,
) {
    heading_ui(ui, hands.pen, name, 4);
    for (at, card) in cards.iter().enumerate() {
        ui.add_space(hands.grid(if at == 0 { 2.0 } else { BETWEEN_QUOTES }));
        quote_card_ui(ui, hands, card, open);
    }
}
