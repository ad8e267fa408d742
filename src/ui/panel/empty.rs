//! The panel while nothing is selected: what to do, and what the open record is.

mod phrases;

use egui::Ui;

use super::line::{Ink, Line, Pen};
use super::quotes::section_line;
use super::reader::Reader;
use super::sentences;
use super::widgets::{heading_ui, line_ui, link_ui};
use crate::date::{Calendar, Instant, Precision, SECONDS_PER_DAY, Zone, in_calendar};
use crate::record::Timeline;
use crate::scene::{count_words, cut, quote_words};
use crate::theme::{TextRole, symbol};
use phrases::Phrase;

/// Counting the quotes' languages reads every event; in a record with more events than this it
/// would be felt (some 5 µs an event), so it is left out.
const MOST_EVENTS_READ: usize = 2_000;

/// What is said of the open record.
#[derive(Debug)]
pub(super) struct EmptyContent {
    heading: Line,
    invitation: [Line; 4],
    record_heading: Line,
    title: Line,
    other_title: Option<Line>,
    facts: Vec<Line>,
    /// "Notes on this record".
    notes_words: &'static str,
    notes: Vec<Line>,
    /// What its makers note is long, for those who know their trade, and in one language: it is
    /// shown to who asks for it.
    are_notes_open: bool,
}

impl EmptyContent {
    pub(super) fn build(timeline: &Timeline, reader: Reader) -> Self {
        let language = reader.language;
        let body = |ink: Ink, words: &str| Line::of(TextRole::Body, ink, reader.tag(), words);
        let (tag, title) = reader.pick(timeline.title_text());
        let other = timeline
            .title_text()
            .get(reader.second)
            .filter(|words| *words != title);
        Self {
            heading: Line::of(
                TextRole::RecordTitle,
                Ink::Text,
                reader.tag(),
                Phrase::NothingSelected.words(language),
            ),
            invitation: phrases::invitation(language).map(|words| body(Ink::Muted, words)),
            record_heading: section_line(Phrase::Record.words(language), reader),
            title: Line::of(TextRole::Strong, Ink::Text, tag, cut(title)),
            other_title: other
                .map(|words| Line::of(TextRole::Meta, Ink::Muted, reader.second.tag(), cut(words))),
            facts: facts(timeline, reader)
                .iter()
                .map(|words| body(Ink::Text, words))
                .collect(),
            notes_words: Phrase::RecordNotes.words(language),
            are_notes_open: false,
            notes: timeline
                .header()
                .notes
                .iter()
                .map(|note| {
                    let (tag, words) = reader.pick(note);
                    Line::of(TextRole::Meta, Ink::Muted, tag, words)
                })
                .collect(),
        }
    }
}

/// "258 events · 1945–2024", "367 quotes · 5 languages".
fn facts(timeline: &Timeline, reader: Reader) -> Vec<String> {
    let language = reader.language;
    let mut events = count_words(timeline.events().count(), language);
    if let Some(years) = years(timeline, reader) {
        events = format!("{events}{}{years}", symbol::BETWEEN);
    }
    let heads = timeline.events().map(|event| timeline.head(event));
    let count: u64 = heads.map(|head| u64::from(head.quotes)).sum();
    let mut quotes = match u16::try_from(count) {
        Ok(count) => quote_words(count, language),
        Err(_) => quote_words(u16::MAX, language).replace("65535", &count.to_string()),
    };
    if let Some(count) = languages(timeline) {
        quotes = format!(
            "{quotes}{}{}",
            symbol::BETWEEN,
            sentences::languages(count, language)
        );
    }
    if count == 0 {
        vec![events]
    } else {
        vec![events, quotes]
    }
}

/// The first and the last year, read half a day inside, so that no zone has another year.
fn years(timeline: &Timeline, reader: Reader) -> Option<String> {
    const HALF_A_DAY_S: i64 = SECONDS_PER_DAY / 2;
    // What no instant counts is no year that could be said: then the other end stands for it.
    let counted = |at: Instant| (at != Instant::MIN && at != Instant::MAX).then_some(at);
    let days_after = |at: Instant, days: i64| at.saturating_add(days * SECONDS_PER_DAY);
    let heads = || timeline.events().map(|event| timeline.head(event));
    let first = heads().filter_map(|head| {
        counted(head.start).or_else(|| Some(days_after(counted(head.end)?, -1)))
    });
    let last = heads()
        .filter_map(|head| counted(head.end).or_else(|| Some(days_after(counted(head.start)?, 1))));
    let (first, last) = (first.min()?, last.max()?);
    let first = Instant(first.0.saturating_add(HALF_A_DAY_S));
    let last = Instant(last.0.saturating_sub(1 + HALF_A_DAY_S)).max(first);
    let year = |at: Instant| {
        in_calendar(
            Zone::UTC.to_civil(at).date,
            Precision::Year,
            Calendar::Gregorian,
            reader.language,
        )
    };
    let (first, last) = (year(first)?, year(last)?);
    Some(if first == last {
        first
    } else {
        format!("{first}–{last}")
    })
}

/// How many languages the quotes are in; nothing for a large record, or one without quotes.
fn languages(timeline: &Timeline) -> Option<usize> {
    if timeline.len() > MOST_EVENTS_READ {
        return None;
    }
    let mut tags: Vec<String> = timeline
        .events()
        .filter_map(|at| timeline.event(at))
        .flat_map(|event| event.quotes)
        .map(|quote| {
            quote
                .lang
                .unwrap_or_else(|| timeline.language().clone())
                .to_string()
        })
        .collect();
    tags.sort_unstable();
    tags.dedup();
    (!tags.is_empty()).then_some(tags.len())
}

/// Paints it.
pub(super) fn empty_ui(ui: &mut Ui, pen: Pen<'_>, content: &mut EmptyContent) {
    let grid = |steps: f32| pen.look.grid(steps);
    heading_ui(ui, pen, &content.heading, 1);
    ui.add_space(grid(3.0));
    for line in &content.invitation {
        line_ui(ui, pen, line);
        ui.add_space(grid(1.0));
    }
    ui.add_space(grid(7.0));
    heading_ui(ui, pen, &content.record_heading, 2);
    ui.add_space(grid(2.0));
    line_ui(ui, pen, &content.title);
    if let Some(other) = &content.other_title {
        ui.add_space(grid(0.5));
        line_ui(ui, pen, other);
    }
    ui.add_space(grid(2.0));
    for line in &content.facts {
        line_ui(ui, pen, line);
    }
    notes_ui(ui, pen, content);
    ui.add_space(grid(8.0));
}

/// "▶ Notes on this record", and the notes where they are asked for.
fn notes_ui(ui: &mut Ui, pen: Pen<'_>, content: &mut EmptyContent) {
    if content.notes.is_empty() {
        return;
    }
    ui.add_space(pen.look.grid(3.0));
    let sign = if content.are_notes_open {
        symbol::UNFOLDED
    } else {
        symbol::FOLDED
    };
    let link = link_ui(ui, pen, &format!("{sign} {}", content.notes_words), "");
    ui.ctx().accesskit_node_builder(link.id, |node| {
        node.set_label(content.notes_words);
        node.set_expanded(content.are_notes_open);
    });
    if link.clicked() {
        content.are_notes_open = !content.are_notes_open;
    }
    if content.are_notes_open {
        for note in &content.notes {
            ui.add_space(pen.look.grid(2.0));
            line_ui(ui, pen, note);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Language;
    use crate::format::native;

    #[test]
    fn the_record_is_told_in_figures() {
        let record = r#"{"format": "nenpyo/1", "title": "Two", "events": [
            {"title": "a", "date": "1972-01-01", "time_zone": "Asia/Tokyo", "quotes": [
                {"text": "x", "lang": "ja"}, {"text": "y"}, {"text": "z", "lang": "ja"}]},
            {"title": "b", "date": "2024-12-31", "time_zone": "America/New_York"}]}"#;
        let timeline = native::read(record).unwrap().timeline;
        let reader = Reader {
            language: Language::En,
            second: Language::Ja,
            zone: None,
        };
        assert_eq!(
            facts(&timeline, reader),
            ["2 events · 1972–2024", "3 quotes · 2 languages"]
        );
    }

    #[test]
    fn years_that_no_instant_counts_are_none_of_the_records_years() {
        let record = r#"{"format": "nenpyo/1", "title": "Far", "events": [
            {"title": "a", "date": "1972/Y1E18"}, {"title": "b", "date": "1980"},
            {"title": "c", "date": "Y-1E30"}, {"title": "d", "date": "Y-1E30/1971"}]}"#;
        let timeline = native::read(record).unwrap().timeline;
        let reader = Reader {
            language: Language::En,
            second: Language::Ja,
            zone: None,
        };
        assert_eq!(facts(&timeline, reader), ["4 events · 1971–1980"]);
    }

    #[test]
    fn removed_events_are_not_among_the_figures() {
        let record = r#"{"format": "nenpyo/1", "title": "Two", "events": [
            {"title": "a", "date": "1972-06-01", "quotes": [{"text": "x", "lang": "ja"}]},
            {"title": "b", "date": "1980", "quotes": [{"text": "y"}]},
            {"title": "c", "date": "2024"}]}"#;
        let mut timeline = native::read(record).unwrap().timeline;
        let reader = Reader {
            language: Language::En,
            second: Language::Ja,
            zone: None,
        };
        for event in timeline.events().skip(1).collect::<Vec<_>>() {
            timeline.remove_event(event).unwrap();
        }
        assert_eq!(
            facts(&timeline, reader),
            ["1 event · 1972", "1 quote · 1 language"]
        );
    }

    #[test]
    fn a_record_without_events_has_no_years() {
        let timeline = native::read(r#"{"format": "nenpyo/1", "events": []}"#)
            .unwrap()
            .timeline;
        let reader = Reader {
            language: Language::En,
            second: Language::Ja,
            zone: None,
        };
        assert_eq!(facts(&timeline, reader), ["0 events"]);
    }
}
