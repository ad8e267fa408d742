//! An event and what is in it.

use super::super::event::{DEFAULT_IMPORTANCE, Event, Image, Place, Status, Tone};
use super::super::json::Node;
use super::super::kind::Kind;
use super::super::quote::{Quote, Stance};
use super::super::relation::{Relation, RelationKind};
use super::super::text::{LangTag, Text, is_blank};
use super::super::vocabulary::{Open, Vocabulary};
use super::{citation, edtf, lang_tag, list, string, text, zone};

/// An event; `None` without a title and a date that can be read.
pub(crate) fn event(node: Node, language: &LangTag) -> Option<Event> {
    let title = text(node.field("title")?, language)?;
    let date = edtf(node.field("date")?)?;
    let mut event = Event::new(title, date);
    for (key, value) in node.members() {
        let Some(key) = key.as_str() else { continue };
        match &*key {
            "id" => event.id = string(value),
            "summary" => event.summary = text(value, language),
            "time_zone" => event.time_zone = zone(value),
            "kind" => event.kind = word(value, Kind::Other),
            "actors" => event.actors = list(value, string),
            "people" => event.people = list(value, string),
            "place" => event.place = place(value, language),
            "tags" => event.tags = list(value, string),
            "importance" => {
                event.importance = whole(value, 1, 5).unwrap_or(DEFAULT_IMPORTANCE);
            }
            "tone" => event.tone = tone(value, language),
            "quotes" => event.quotes = list(value, |q| quote(q, language)),
            "sources" => event.sources = list(value, citation),
            "relations" => event.relations = list(value, relation),
            "images" => event.images = list(value, |i| image(i, language)),
            "status" => event.status = word(value, Status::Confirmed),
            "notes" => event.notes = text(value, language),
            _ => {}
        }
    }
    Some(event)
}

/// A word of a list, or the one that stands for none.
fn word<V: Vocabulary>(node: Node, none: V) -> Open<V> {
    node.as_str()
        .map_or(Open::Known(none), |name| Open::from_name(&name))
}

/// A whole number within bounds.
pub(crate) fn whole<T: TryFrom<i64>>(node: Node, least: i32, most: i32) -> Option<T> {
    let value = node.as_f64()?;
    let fits = value.fract() == 0.0 && (f64::from(least)..=f64::from(most)).contains(&value);
    if fits {
        T::try_from(value as i64).ok()
    } else {
        None
    }
}

/// A number of degrees within ±`most`.
pub(crate) fn degrees(node: Node, most: f64) -> Option<f64> {
    node.as_f64().filter(|value| value.abs() <= most)
}

fn place(node: Node, language: &LangTag) -> Option<Place> {
    let mut place = Place::default();
    for (key, value) in node.members() {
        match key.as_str().as_deref() {
            Some("name") => place.name = text(value, language),
            Some("country") => place.country = string(value),
            Some("lat") => place.lat = degrees(value, 90.0),
            Some("lon") => place.lon = degrees(value, 180.0),
            _ => {}
        }
    }
    (place != Place::default()).then_some(place)
}

fn tone(node: Node, language: &LangTag) -> Option<Tone> {
    let (mut value, mut reason) = (None, None);
    for (key, field) in node.members() {
        match key.as_str().as_deref() {
            Some("value") => value = whole(field, -5, 5),
            Some("reason") => reason = text(field, language),
            _ => {}
        }
    }
    Some(Tone {
        value: value?,
        reason,
    })
}

fn quote(node: Node, language: &LangTag) -> Option<Quote> {
    let mut quote = Quote {
        text: string(node.field("text")?).filter(|text| !is_blank(text))?,
        lang: None,
        translations: Text::default(),
        translation_sources: Text::default(),
        speaker: None,
        source: None,
        locator: None,
        about: Vec::new(),
        stance: Open::Known(Stance::Supports),
        topic: Vec::new(),
        side: None,
        issuer: None,
        via: None,
        seen_at: None,
        note: None,
    };
    for (key, value) in node.members() {
        let Some(key) = key.as_str() else { continue };
        match &*key {
            "lang" => quote.lang = lang_tag(value),
            "translations" => quote.translations = text(value, language).unwrap_or_default(),
            "translation_sources" => {
                quote.translation_sources = text(value, language).unwrap_or_default();
            }
            "speaker" => quote.speaker = text(value, language),
            "source" => quote.source = string(value),
            "locator" => quote.locator = string(value),
            "about" => {
                quote.about = list(value, |word| {
                    word.as_str().map(|word| Open::from_name(&word))
                });
            }
            "stance" => quote.stance = word(value, Stance::Supports),
            "topic" => quote.topic = list(value, string),
            "side" => quote.side = string(value),
            "issuer" => quote.issuer = text(value, language),
            "via" => quote.via = text(value, language),
            "seen_at" => quote.seen_at = string(value),
            "note" => quote.note = text(value, language),
            _ => {}
        }
    }
    Some(quote)
}

fn relation(node: Node) -> Option<Relation> {
    let kind = node.field("type")?.as_str()?;
    let event = string(node.field("event")?)?;
    Some(Relation {
        kind: Open::<RelationKind>::from_name(&kind),
        event,
    })
}

fn image(node: Node, language: &LangTag) -> Option<Image> {
    let (mut path, mut caption, mut credit) = (None, None, None);
    for (key, value) in node.members() {
        match key.as_str().as_deref() {
            Some("path") => path = string(value),
            Some("caption") => caption = text(value, language),
            Some("credit") => credit = text(value, language),
            _ => {}
        }
    }
    let path = path.filter(|path| crate::record::path_stays_beside(path))?;
    Some(Image {
        path,
        caption,
        credit,
    })
}
