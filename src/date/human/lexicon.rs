//! The words that dates are made of, and the English ones.

use crate::date::Weekday;

/// A word, by what it does in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A month by its name.
    Month(u8),
    Weekday(Weekday),
    /// 21 to 24, as EDTF numbers them.
    Season(u8),
    /// A Japanese era, by its place in `japanese_eras()`.
    Era(usize),
    /// 時代 after an era.
    EraPeriod,
    Minguo,
    /// 民國前.
    BeforeMinguo,
    BeforeChrist,
    AfterChrist,
    /// 年, 月, 日 after a number.
    Year,
    MonthUnit,
    Day,
    /// 年代.
    DecadeUnit,
    /// The s of 1970s.
    Plural,
    Century,
    Millennium,
    /// 元, the first year.
    First,
    /// 閏.
    Leap,
    /// 元日 and 大晦日.
    NewYearsDay,
    NewYearsEve,
    /// 晦日, the last day of the month.
    LastDay,
    About,
    Uncertain,
    Before,
    After,
    From,
    To,
    Between,
    OneOf,
    AllOf,
    And,
    Or,
    Now,
    Stage(Stage),
    /// 上旬, 中旬, 下旬: days 1–10, 11–20 and the rest.
    TenDays(u8),
    Quarter,
    Half,
    /// "day", "month", "year" as in "a day in 1972".
    Within(Within),
    In,
    /// "day not known": a day in what else is said.
    NotKnown(Within),
    YearNotKnown,
    Noise,
}

/// A part of a longer stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    Early,
    Mid,
    Late,
    FirstHalf,
    SecondHalf,
}

/// What is known to lie within a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Within {
    Day,
    Month,
    Year,
}

/// A word of Latin letters, in small letters; an ordinal word is a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Latin {
    Word(Word),
    Ordinal(i64),
    /// One letter of an era, if a number follows: S47.
    EraLetter(usize),
}

/// Looks up a word of Latin letters.
pub(super) fn latin(word: &str) -> Option<Latin> {
    if let Some(month) = english_month(word) {
        return Some(Latin::Word(Word::Month(month)));
    }
    if let Some(weekday) = english_weekday(word) {
        return Some(Latin::Word(Word::Weekday(weekday)));
    }
    if let Some(place) = ORDINALS.iter().position(|ordinal| *ordinal == word) {
        return i64::try_from(place + 1).ok().map(Latin::Ordinal);
    }
    Some(Latin::Word(match word {
        "spring" => Word::Season(21),
        "summer" => Word::Season(22),
        "autumn" | "fall" => Word::Season(23),
        "winter" => Word::Season(24),
        "m" => return Some(Latin::EraLetter(0)),
        "t" => return Some(Latin::EraLetter(1)),
        "s" => return Some(Latin::EraLetter(2)),
        "h" => return Some(Latin::EraLetter(3)),
        "r" => return Some(Latin::EraLetter(4)),
        "meiji" => Word::Era(0),
        "taisho" | "taishō" | "taishou" | "taisyo" => Word::Era(1),
        "showa" | "shōwa" | "shouwa" | "syowa" => Word::Era(2),
        "heisei" => Word::Era(3),
        "reiwa" => Word::Era(4),
        "era" | "period" => Word::EraPeriod,
        "minguo" | "roc" => Word::Minguo,
        "bc" | "bce" => Word::BeforeChrist,
        "ad" | "ce" => Word::AfterChrist,
        "century" | "centuries" | "cent" => Word::Century,
        "millennium" => Word::Millennium,
        "leap" => Word::Leap,
        "c" | "ca" | "circa" | "cca" | "about" | "abt" | "around" | "approx" | "approximately"
        | "approximate" | "roughly" | "estimated" => Word::About,
        "uncertain" | "maybe" | "perhaps" | "possibly" | "probably" | "guess" => Word::Uncertain,
        "before" | "earlier" | "prior" => Word::Before,
        "after" | "later" => Word::After,
        "from" | "since" => Word::From,
        "to" | "until" | "till" | "through" | "thru" => Word::To,
        "between" => Word::Between,
        "and" => Word::And,
        "or" => Word::Or,
        "present" | "now" | "today" => Word::Now,
        "early" | "beginning" => Word::Stage(Stage::Early),
        "mid" | "middle" => Word::Stage(Stage::Mid),
        "late" | "end" => Word::Stage(Stage::Late),
        "quarter" | "q" => Word::Quarter,
        "half" => Word::Half,
        "day" => Word::Within(Within::Day),
        "month" => Word::Within(Within::Month),
        "year" => Word::Within(Within::Year),
        "in" | "of" | "during" => Word::In,
        "one" => Word::OneOf,
        "all" => Word::AllOf,
        "the" | "a" | "some" | "an" | "on" | "at" | "than" | "sometime" | "somewhere" | "up"
        | "onward" | "onwards" | "dated" => Word::Noise,
        _ => return None,
    }))
}

const ORDINALS: [&str; 20] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];

/// The months' English names, in lower case.
pub const ENGLISH_MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Full names and every abbreviation of them that keeps three letters, as in "sept".
fn english_month(word: &str) -> Option<u8> {
    // "marc" or "septem" is nobody's abbreviation.
    let whole = |name: &str| word == name || word.len() == 3 || word == "sept";
    let place = ENGLISH_MONTHS
        .iter()
        .position(|name| word.len() >= 3 && name.starts_with(word) && whole(name))?;
    u8::try_from(place + 1).ok()
}

fn english_weekday(word: &str) -> Option<Weekday> {
    const WEEKDAYS: [(&str, &[&str]); 7] = [
        ("monday", &["mon"]),
        ("tuesday", &["tue", "tues"]),
        ("wednesday", &["wed"]),
        ("thursday", &["thu", "thur", "thurs"]),
        ("friday", &["fri"]),
        ("saturday", &["sat"]),
        ("sunday", &["sun"]),
    ];
    WEEKDAYS
        .iter()
        .zip(Weekday::ALL)
        .find(|((name, short), _)| *name == word || short.contains(&word))
        .map(|(_, weekday)| weekday)
}
