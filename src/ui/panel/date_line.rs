//! The panel's first line: when and where, and how surely.

use super::line::{Ink, Line};
use super::phrases::Phrase;
use super::reader::Reader;
use super::sentences;
use crate::date::{
    Calendar, CivilDate, EdgeKind, Edtf, Language, NameWidth, Precision, SECONDS_PER_DAY, Zone,
    in_calendar, in_words, precision_in_words, weekday_name,
};
use crate::record::{Event, Place, Timeline};
use crate::theme::{TextRole, symbol};
use crate::ui::cities::city;

/// When and where.
#[derive(Debug, Default)]
pub(super) struct DateLine {
    /// Date in words, weekday, place, its own calendars.
    pub line: Line,
    /// Precision, doubts, the zone of a day and the date elsewhere, where there is something to say.
    pub notes: Option<Line>,
    /// What the notes' "in Tokyo" means, and the event's zone.
    pub tip: Option<String>,
}

/// The first line of an event.
pub(super) fn date_line(timeline: &Timeline, event: &Event, reader: Reader) -> DateLine {
    let language = reader.language;
    let between = symbol::BETWEEN;
    let mut line = Line::of(
        TextRole::Strong,
        Ink::Accent,
        reader.tag(),
        in_words(&event.date, language),
    );
    let mut facts = Line::default();
    let mut add = |lang: &str, text: &str| {
        facts.push_after(between, TextRole::Meta, Ink::Muted, lang, text);
    };
    if let Some(day) = event.date.civil() {
        add(
            reader.tag(),
            weekday_name(day.weekday(), language, NameWidth::Long),
        );
    }
    if let Some(place) = &event.place {
        let (lang, words) = place_words(timeline, place, reader);
        add(&lang, &words);
    }
    for (calendar, lang) in own_calendars(event) {
        if let Some(words) = read_in(event, calendar, lang) {
            add(lang.tag(), &words);
        }
    }
    line.push(
        TextRole::Meta,
        Ink::Muted,
        reader.tag(),
        if facts.is_empty() { "" } else { "  " },
    );
    line.extend(facts);

    let mut notes = Line::default();
    let mut note = |text: &str| {
        notes.push_after(between, TextRole::Meta, Ink::Muted, reader.tag(), text);
    };
    let precision = event.date.precision();
    if precision > Precision::Day {
        note(&sentences::precision(
            precision_in_words(precision, language),
            language,
        ));
    }
    if event.date.is_approximate() {
        note(Phrase::Approximate.words(language));
    }
    if event.date.is_uncertain() {
        note(Phrase::Uncertain.words(language));
    }
    if let Some(words) = local_time(event, language) {
        note(&words);
    }
    let elsewhere = elsewhere(event, reader);
    if let Some(elsewhere) = &elsewhere {
        note(elsewhere);
    }
    let zone = event.time_zone.map(|zone| zone.name().to_owned());
    let tip = match (elsewhere, zone) {
        (Some(_), Some(zone)) => Some(format!("{} ({zone})", Phrase::NoonThere.words(language))),
        (_, zone) => zone,
    };
    DateLine {
        line,
        notes: (!notes.is_empty()).then_some(notes),
        tip,
    }
}

/// "Lima, Peru", with the language of the place's name.
fn place_words(timeline: &Timeline, place: &Place, reader: Reader) -> (String, String) {
    let named = place.name.as_ref().map(|name| reader.pick(name));
    let country = place
        .country
        .as_deref()
        .filter(|id| timeline.find_actor(id).is_some())
        .map(|id| reader.actor(timeline, id));
    match (named, country) {
        (Some((lang, name)), Some((_, country))) if !name.contains(country) => {
            let words = match reader.language {
                Language::En => format!("{name}, {country}"),
                Language::Ko => format!("{name}({country})"),
                _ => format!("{name}（{country}）"),
            };
            (lang.to_owned(), words)
        }
        (Some((lang, name)), _) | (None, Some((lang, name))) => (lang.to_owned(), name.to_owned()),
        (None, None) => (reader.tag().to_owned(), String::new()),
    }
}

/// The calendars that the event's actors used, each in its own language.
fn own_calendars(event: &Event) -> impl Iterator<Item = (Calendar, Language)> + '_ {
    [
        ("JPN", Calendar::JapaneseEra, Language::Ja),
        ("TWN", Calendar::Minguo, Language::ZhHant),
    ]
    .into_iter()
    .filter(|(id, ..)| event.actors.iter().any(|actor| actor == id))
    .map(|(_, calendar, language)| (calendar, language))
}

/// The date in a calendar: one day, month or year, or both ends of an interval.
fn read_in(event: &Event, calendar: Calendar, language: Language) -> Option<String> {
    let (extent, zone) = (event.extent(), event.zone());
    let precision = event.date.precision();
    if extent.start.kind != EdgeKind::Sharp || extent.end.kind != EdgeKind::Sharp {
        return None;
    }
    let read = |day: CivilDate| in_calendar(day, precision, calendar, language);
    let first = read(zone.to_civil(extent.start.at).date)?;
    if matches!(event.date.shape(), crate::date::Shape::Set(_)) {
        return None;
    }
    let mut last_second = extent.end.at;
    last_second.0 = last_second.0.saturating_sub(1);
    let last = read(zone.to_civil(last_second).date)?;
    let is_interval = matches!(event.date.shape(), crate::date::Shape::Interval(_));
    if !is_interval || first == last {
        return Some(first);
    }
    Some(format!("{first}–{}", without_common_start(&first, &last)))
}

/// 9月30日 of 昭和47年9月30日 after 昭和47年9月25日: a year or month is said once.
fn without_common_start<'l>(first: &str, last: &'l str) -> &'l str {
    let mut cut = 0;
    for ((at, a), b) in last.char_indices().zip(first.chars()) {
        if a != b {
            break;
        }
        if matches!(a, '年' | '月') {
            cut = at + a.len_utf8();
        }
    }
    &last[cut..]
}

/// "Lima time (UTC−5)": what a day or a time of day was counted by. A month or a year needs none.
fn local_time(event: &Event, language: Language) -> Option<String> {
    let zone = event.time_zone?;
    if event.date.precision() > Precision::Day {
        return None;
    }
    let ahead_s = zone.offset_seconds(event.date.extent(zone).start.at);
    let words = if zone == Zone::UTC {
        zone.name().to_owned()
    } else {
        sentences::local_time(&city(zone, language), ahead_s, language)
    };
    Some(words)
}

/// "16 November in Tokyo", where the zone read in (Tokyo, when none was chosen) has another day.
fn elsewhere(event: &Event, reader: Reader) -> Option<String> {
    const NOON_S: i64 = SECONDS_PER_DAY / 2;
    let day = event.date.civil()?;
    let own = event.time_zone?;
    let there = reader.zone.unwrap_or(Zone::TOKYO);
    let mut at = event.date.extent(own).start.at;
    if event.date.precision() >= Precision::Day {
        at.0 = at.0.saturating_add(NOON_S);
    }
    let day_there = there.to_civil(at).date;
    if there == own || day_there == day {
        return None;
    }
    let words = in_words(&Edtf::parse(&day_there.to_string()).ok()?, reader.language);
    let words = if day_there.year == day.year {
        without_year(&words, day.year)
    } else {
        &words
    };
    Some(sentences::elsewhere(
        words,
        &city(there, reader.language),
        reader.language,
    ))
}

/// "16 November" of "16 November 2024", 11月16日 of 2024年11月16日.
fn without_year(words: &str, year: i64) -> &str {
    let year = year.to_string();
    if let Some(before) = words.strip_suffix(year.as_str()) {
        return before.trim_end();
    }
    words
        .strip_prefix(year.as_str())
        .and_then(|rest| rest.strip_prefix(['年', '년']))
        .map_or(words, str::trim_start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::native;

    fn line_of(event: &str, language: Language, zone: Option<Zone>) -> (String, String) {
        let record = format!(
            r#"{{"format": "nenpyo/1", "actors": [
                {{"id": "JPN", "name": {{"en": "Japan", "ja": "日本"}}}},
                {{"id": "PER", "name": {{"en": "Peru (Republic)", "ja": "ペルー"}}}},
                {{"id": "TWN", "name": "Taiwan"}}], "events": [{event}]}}"#
        );
        let timeline = native::read(record).unwrap().timeline;
        let event = timeline
            .events()
            .next()
            .and_then(|at| timeline.event(at))
            .unwrap();
        let reader = Reader {
            language,
            second: Language::Ja,
            zone,
        };
        let line = date_line(&timeline, &event, reader);
        (
            line.line.text(),
            line.notes.map(|notes| notes.text()).unwrap_or_default(),
        )
    }

    const LIMA: &str = r#"{"title": "x", "date": "2024-11-15", "time_zone": "America/Lima",
        "actors": ["JPN", "CHN"], "place": {"name": {"en": "Lima", "ja": "リマ"}, "country": "PER"}}"#;

    #[test]
    fn a_day_says_its_weekday_place_own_calendar_and_the_day_in_tokyo() {
        let (line, notes) = line_of(LIMA, Language::En, None);
        assert_eq!(
            line,
            "15 November 2024  Friday · Lima, Peru · 令和6年11月15日"
        );
        assert_eq!(notes, "Lima time (UTC−5) · 16 November in Tokyo");
    }

    #[test]
    fn the_reader_is_told_in_their_language_and_zone() {
        let (line, notes) = line_of(LIMA, Language::Ja, Some(Zone::SEOUL));
        assert_eq!(
            line,
            "2024年11月15日  金曜日 · リマ（ペルー） · 令和6年11月15日"
        );
        assert_eq!(notes, "リマ時間（UTC−5） · ソウルでは11月16日");
        assert_eq!(
            line_of(LIMA, Language::En, Some(Zone::WASHINGTON)).1,
            "Lima time (UTC−5)"
        );
    }

    #[test]
    fn a_year_says_that_it_is_one() {
        let event = r#"{"title": "x", "date": "1972~", "actors": ["TWN"]}"#;
        let (line, notes) = line_of(event, Language::En, None);
        assert!(line.starts_with("about 1972"), "{line}");
        assert_eq!(notes, "known to within a year · The date is approximate");
        let event = r#"{"title": "x", "date": "1971", "actors": ["TWN"]}"#;
        assert_eq!(line_of(event, Language::En, None).0, "1971  民國60年");
    }

    #[test]
    fn an_interval_is_read_from_end_to_end() {
        let event = r#"{"title": "x", "date": "1972-09-25/1972-09-30", "actors": ["JPN"]}"#;
        let (line, notes) = line_of(event, Language::En, None);
        assert_eq!(line, "25–30 September 1972  昭和47年9月25日–30日");
        assert_eq!(notes, "");
    }
}
