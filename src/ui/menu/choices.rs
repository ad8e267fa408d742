//! What may be asked for by name beyond the catalogue: the languages, calendars, groups of office
//! holders and recent files of this record and this reader.

use std::borrow::Cow;

use crate::app::catalogue::{Entry, catalogue};
use crate::app::settings::CalendarName;
use crate::app::{Command, Settings, State};
use crate::date::{Five, Language};
use crate::scene::office_name;
use crate::ui::phrases::{Phrase, colon};
use crate::ui::polyglot::Polyglot;

/// One thing to choose, in a menu or in the palette.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The label.
    pub words: Cow<'static, str>,
    /// What it does, in a few more words.
    pub tip: Cow<'static, str>,
    /// In whose glyphs the label is written.
    pub language: Language,
    /// The label and the tip in English, by which it is found as well.
    pub english: [Cow<'static, str>; 2],
    /// What it sends.
    pub command: Command,
}

/// A choice of the palette, which says what it is about.
#[derive(Clone, Debug)]
pub struct Named {
    /// A word before the label: "Language"; none in the catalogue, whose labels say it.
    pub about: Option<Phrase>,
    /// The choice.
    pub choice: Choice,
}

impl Choice {
    /// A command of the catalogue, in the reader's words.
    pub fn of(entry: &'static Entry, reader: Language) -> Self {
        Self::new(entry.words, entry.tip, reader, entry.command.clone())
    }

    fn new(words: Five, tip: Five, reader: Language, command: Command) -> Self {
        Self {
            words: Cow::Borrowed(words.get(reader)),
            tip: Cow::Borrowed(tip.get(reader)),
            language: reader,
            english: [words, tip].map(|five| Cow::Borrowed(five.get(Language::En))),
            command,
        }
    }
}

impl Named {
    /// "Language: 日本語", each part in its own glyphs.
    pub fn label(&self, reader: Language) -> Polyglot {
        let mut label = Polyglot::default();
        if let Some(about) = self.about {
            label.push(reader, about.words(reader));
            label.push(reader, colon(reader));
        }
        label.push(self.choice.language, &self.choice.words);
        label
    }

    /// The same in English.
    pub fn english(&self) -> String {
        let english = &self.choice.english[0];
        self.about.map_or_else(
            || english.to_string(),
            |about| format!("{}: {english}", about.words(Language::En)),
        )
    }
}

/// The languages of the program, titles, names and dates, each by its own name.
pub fn languages(reader: Language) -> impl Iterator<Item = Choice> {
    Language::ALL.into_iter().map(move |language| {
        let tip = Phrase::LanguageTip;
        Choice {
            words: Cow::Borrowed(language.own_name()),
            tip: Cow::Borrowed(tip.words(reader)),
            language,
            english: [language.name(Language::En), tip.words(Language::En)].map(Cow::Borrowed),
            command: Command::UseLanguage(language),
        }
    })
}

/// The calendars that the second row of the axis can show, and none.
pub fn calendars(reader: Language) -> impl Iterator<Item = Choice> {
    let named = CalendarName::ALL.map(Some).into_iter().chain([None]);
    named.map(move |name| {
        let words = match name {
            Some(CalendarName::JapaneseEra) => Phrase::JapaneseEras,
            Some(CalendarName::Minguo) => Phrase::MinguoYears,
            Some(CalendarName::ChineseLunar) => Phrase::ChineseMonths,
            Some(CalendarName::KoreanLunar) => Phrase::KoreanMonths,
            None => Phrase::NoCalendar,
        };
        let command = Command::SecondCalendar(name.map(CalendarName::calendar));
        Choice::new(words.five(), Phrase::CalendarTip.five(), reader, command)
    })
}

/// The groups of office holders of the open record.
pub fn band_groups(state: &State) -> impl Iterator<Item = Choice> {
    let reader = state.language();
    state.band_groups.iter().map(move |group| {
        let (language, words) = office_name(&group.name, reader);
        let (_, english) = office_name(&group.name, Language::En);
        let tip = Phrase::OfficeHoldersTip;
        Choice {
            words: Cow::Owned(words.to_owned()),
            tip: Cow::Borrowed(tip.words(reader)),
            language,
            english: [
                Cow::Owned(english.to_owned()),
                Cow::Borrowed(tip.words(Language::En)),
            ],
            command: Command::ToggleBandGroup(group.name.original().to_owned()),
        }
    })
}

/// The files opened before, latest first.
pub fn recent(settings: &Settings) -> impl Iterator<Item = Choice> {
    let reader = settings.language();
    settings.recent.iter().map(move |path| {
        let name = path.file_name().map_or_else(
            || path.display().to_string(),
            |name| name.to_string_lossy().into_owned(),
        );
        Choice {
            words: Cow::Owned(name),
            tip: Cow::Owned(path.display().to_string()),
            language: reader,
            english: [const { Cow::Borrowed("") }; 2],
            command: Command::Open(path.clone()),
        }
    })
}

/// All that the palette lists: the catalogue, and then the rest with a word of what it is about.
pub fn all(state: &State) -> Vec<Named> {
    let reader = state.language();
    let about = |about: Option<Phrase>| move |choice: Choice| Named { about, choice };
    let commands = catalogue().iter().map(|entry| Choice::of(entry, reader));
    let mut all: Vec<Named> = commands.map(about(None)).collect();
    all.extend(languages(reader).map(about(Some(Phrase::Language))));
    all.extend(calendars(reader).map(about(Some(Phrase::Calendar))));
    all.extend(band_groups(state).map(about(Some(Phrase::OfficeHolders))));
    all.extend(recent(&state.settings).map(about(Some(Phrase::Open))));
    all
}
