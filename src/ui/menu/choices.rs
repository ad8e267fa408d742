//! What may be asked for by name beyond the catalogue: the languages, calendars, groups of office
//! holders and recent files of this record and this reader.

use std::borrow::Cow;

use crate::app::command::{Command, Entry, catalogue};
use crate::app::settings::CalendarName;
use crate::app::{Settings, State};
use crate::date::Language;

/// One thing to choose, in a menu or in the palette.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The label, sentence case.
    pub words: Cow<'static, str>,
    /// What it does, in a few more words.
    pub tip: Cow<'static, str>,
    /// In whose glyphs the label is written.
    pub language: Language,
    /// What it sends.
    pub command: Command,
}

impl Choice {
    fn of(entry: &'static Entry) -> Self {
        Self {
            words: Cow::Borrowed(entry.words),
            tip: Cow::Borrowed(entry.tip),
            language: Language::En,
            command: entry.command.clone(),
        }
    }
}

/// The languages of titles, names and dates, each by its own name.
pub fn languages() -> impl Iterator<Item = Choice> {
    Language::ALL.into_iter().map(|language| Choice {
        words: Cow::Borrowed(language.own_name()),
        tip: Cow::Borrowed("Language of titles, names and dates"),
        language,
        command: Command::UseLanguage(language),
    })
}

/// The calendars that the second row of the axis can show, and none.
pub fn calendars() -> impl Iterator<Item = Choice> {
    let named = CalendarName::ALL.map(Some).into_iter().chain([None]);
    named.map(|name| Choice {
        words: Cow::Borrowed(match name {
            Some(CalendarName::JapaneseEra) => "Japanese eras",
            Some(CalendarName::Minguo) => "Minguo years",
            Some(CalendarName::ChineseLunar) => "Chinese lunisolar months",
            Some(CalendarName::KoreanLunar) => "Korean lunisolar months",
            None => "No second calendar",
        }),
        tip: Cow::Borrowed("Second row of the time axis"),
        language: Language::En,
        command: Command::SecondCalendar(name.map(CalendarName::calendar)),
    })
}

/// The groups of office holders of the open record.
pub fn band_groups(state: &State) -> impl Iterator<Item = Choice> {
    let reader = state.language();
    state.band_groups.iter().map(move |group| {
        let (language, words) = group
            .name
            .pick_entry(reader)
            .map_or((reader, ""), |(tag, words)| {
                (tag.language().unwrap_or(reader), words)
            });
        Choice {
            words: Cow::Owned(words.to_owned()),
            tip: Cow::Borrowed("Show or hide these office holders"),
            language,
            command: Command::ToggleBandGroup(group.name.original().to_owned()),
        }
    })
}

/// The files opened before, latest first.
pub fn recent(settings: &Settings) -> impl Iterator<Item = Choice> {
    settings.recent.iter().map(|path| {
        let name = path.file_name().map_or_else(
            || path.display().to_string(),
            |name| name.to_string_lossy().into_owned(),
        );
        Choice {
            words: Cow::Owned(name),
            tip: Cow::Owned(path.display().to_string()),
            language: Language::En,
            command: Command::Open(path.clone()),
        }
    })
}

/// All that the palette lists: the catalogue, and then the rest with a word of what it is about.
pub fn all(state: &State) -> Vec<Choice> {
    let about = |word: &'static str| {
        move |choice: Choice| Choice {
            words: Cow::Owned(format!("{word}: {}", choice.words)),
            ..choice
        }
    };
    let mut all: Vec<Choice> = catalogue().iter().map(Choice::of).collect();
    all.extend(languages().map(about("Language")));
    all.extend(calendars().map(about("Second calendar")));
    all.extend(band_groups(state).map(about("Office holders")));
    all.extend(recent(&state.settings).map(about("Open")));
    all
}
