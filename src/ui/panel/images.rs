//! The pictures of an event, as wide as the panel and no higher than a part of it.

use egui::{Ui, vec2};

use super::line::{Ink, Line};
use super::reader::Reader;
use super::widgets::{Hands, line_ui};
use crate::record::{Event, Image, Text};
use crate::theme::TextRole;
use crate::ui::pictures::nameless;

/// The part of the panel's height that one picture has.
const MOST_OF_HEIGHT: f32 = 1.0 / 3.0;
/// Pictures of one event that are shown; who has more has an album.
const MOST: usize = 50;

/// A picture with its words.
#[derive(Debug)]
pub(super) struct Picture {
    path: String,
    caption: Option<Line>,
    credit: Option<Line>,
    /// What a screen reader says of it.
    alt: String,
}

/// The pictures of an event for a reader.
pub(super) fn pictures(event: &Event, reader: Reader) -> Vec<Picture> {
    let images = event.images.iter().take(MOST);
    images.map(|image| picture(image, reader)).collect()
}

fn picture(image: &Image, reader: Reader) -> Picture {
    let line = |ink, text: &Option<Text>| {
        let (tag, words) = reader.pick(text.as_ref()?);
        (!words.is_empty()).then(|| Line::of(TextRole::Meta, ink, tag, words))
    };
    let caption = line(Ink::Text, &image.caption);
    Picture {
        alt: match &caption {
            Some(caption) => caption.text(),
            None => nameless(&image.path, reader.language),
        },
        path: image.path.clone(),
        caption,
        credit: line(Ink::Muted, &image.credit),
    }
}

/// One below the other, each with what it shows and whose it is.
pub(super) fn pictures_ui(ui: &mut Ui, hands: &mut Hands<'_>, all: &[Picture]) {
    let (pen, record) = (hands.pen, hands.record);
    let height = (ui.clip_rect().height() * MOST_OF_HEIGHT).max(pen.look.grid(20.0));
    for picture in all {
        ui.add_space(pen.look.grid(3.0));
        let most = vec2(ui.available_width(), height);
        let words = (most, &*picture.alt);
        let (look, path) = (pen.look, &picture.path);
        hands.pictures.show(ui, look, record, path, words);
        for line in [&picture.caption, &picture.credit].into_iter().flatten() {
            ui.add_space(pen.look.grid(1.0));
            line_ui(ui, pen, line);
        }
    }
}
