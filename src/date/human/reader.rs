//! Reads the tokens of one date: which number is the year, which the month, which the day.

use super::HumanDateError;
use super::lexicon::{Stage, Within, Word};
use super::numeric;
use super::parts::{DayPart, Fail, Parts, YearPart};
use super::token::{Number, Sign, Token};
use crate::date::japanese_eras;

/// The parts that the tokens of one date say.
pub(super) fn parts(tokens: &[Token]) -> Result<Parts, Fail> {
    let mut reader = Reader {
        rest: tokens,
        parts: Parts::default(),
    };
    reader.marks();
    reader.within();
    // "a year in about the 1860s"
    reader.marks();
    let mut any = false;
    while !reader.rest.is_empty() {
        if reader.marks() {
            // Marks stand around a date, not in it.
            if any && !reader.rest.is_empty() {
                return Err(Fail::NotThis);
            }
        } else if !reader.rest.is_empty() {
            reader.step()?;
            any = true;
        }
    }
    if !any {
        return Err(Fail::NotThis);
    }
    reader.parts.settle_bare()
}

/// Sets a part that has not been set.
pub(super) fn set<T>(part: &mut Option<T>, value: T) -> Result<(), Fail> {
    if part.is_some() {
        return Err(Fail::NotThis);
    }
    *part = Some(value);
    Ok(())
}

pub(super) struct Reader<'a> {
    pub rest: &'a [Token],
    pub parts: Parts,
}

impl Reader<'_> {
    pub(super) fn skip(&mut self, count: usize) {
        self.rest = self.rest.get(count..).unwrap_or(&[]);
    }

    pub(super) fn next_word(&self) -> Option<Word> {
        match self.rest.first() {
            Some(Token::Word(word)) => Some(*word),
            _ => None,
        }
    }

    pub(super) fn eat(&mut self, word: Word) -> bool {
        let found = self.next_word() == Some(word);
        if found {
            self.skip(1);
        }
        found
    }

    pub(super) fn eat_number(&mut self) -> Option<Number> {
        let Some(Token::Number(number)) = self.rest.first() else {
            return None;
        };
        let number = *number;
        self.skip(1);
        Some(number)
    }

    /// Takes marks and what says nothing; whether there were marks.
    fn marks(&mut self) -> bool {
        let mut any = false;
        while let Some(token) = self.rest.first() {
            match token {
                Token::Word(Word::About) => {
                    self.parts.marks.approximate = true;
                    any = true;
                }
                Token::Word(Word::Uncertain) | Token::Sign(Sign::Question) => {
                    self.parts.marks.uncertain = true;
                    any = true;
                }
                Token::Word(Word::Noise) | Token::Sign(Sign::Comma | Sign::Parenthesis) => {}
                _ => break,
            }
            self.skip(1);
        }
        any
    }

    /// "a day in 1972".
    fn within(&mut self) {
        if let [Token::Word(Word::Within(within)), Token::Word(Word::In), ..] = self.rest {
            self.parts.within = Some(*within);
            self.skip(2);
        }
    }

    fn step(&mut self) -> Result<(), Fail> {
        match self.rest {
            [] => Ok(()),
            [Token::Number(number), ..] => {
                let number = *number;
                self.skip(1);
                self.number(number)
            }
            [Token::Word(word), ..] => {
                let word = *word;
                self.skip(1);
                self.word(word)
            }
            [Token::Time(clock), ..] => {
                let clock = *clock;
                self.skip(1);
                set(&mut self.parts.time, clock)
            }
            [Token::Shift(minutes), ..] => {
                let minutes = *minutes;
                self.skip(1);
                set(&mut self.parts.shift, minutes)
            }
            [Token::Sign(Sign::Hyphen), ..] if self.joins_words() => {
                self.skip(1);
                Ok(())
            }
            // "29. September 1972", "1972. 9. 29."
            [Token::Sign(Sign::Dot)] | [Token::Sign(Sign::Dot), Token::Word(_), ..] => {
                self.skip(1);
                Ok(())
            }
            [Token::Sign(_), ..] => Err(Fail::NotThis),
        }
    }

    /// Whether the hyphen here joins parts of one date: mid-1970s, 29-Sep-1972.
    fn joins_words(&self) -> bool {
        let before_month = matches!(self.rest.get(1), Some(Token::Word(Word::Month(_))));
        let after_stage = self.parts.stage.is_some() && self.parts.year.is_none();
        after_stage || before_month || self.parts.month.is_some()
    }

    fn word(&mut self, word: Word) -> Result<(), Fail> {
        match word {
            Word::Noise | Word::In | Word::Within(Within::Year) => Ok(()),
            Word::Month(month) => set(&mut self.parts.month, month.into()),
            Word::Weekday(weekday) => set(&mut self.parts.weekday, weekday),
            Word::Season(code) => set(&mut self.parts.sub_year, code),
            Word::Stage(stage) => set(&mut self.parts.stage, stage),
            Word::TenDays(third) => set(&mut self.parts.ten_days, third),
            Word::Era(place) => match japanese_eras().get(place) {
                Some(era) => self.era(era),
                None => Err(Fail::NotThis),
            },
            Word::Minguo => self.minguo(false),
            Word::BeforeMinguo => self.minguo(true),
            Word::BeforeChrist | Word::AfterChrist => self.common_era(word == Word::BeforeChrist),
            Word::NewYearsDay => self.day_of_year(1, 1),
            Word::NewYearsEve => self.day_of_year(12, 31),
            Word::NotKnown(within) => set(&mut self.parts.within, within),
            Word::YearNotKnown => {
                self.parts.unknown_year = true;
                Ok(())
            }
            Word::LastDay => set(&mut self.parts.day, DayPart::Last),
            Word::Leap => self.leap_month(),
            // Q1 1972
            Word::Quarter => match self.eat_number() {
                Some(number) => self.quarter(number.value),
                None => Err(Fail::NotThis),
            },
            _ => Err(Fail::NotThis),
        }
    }

    fn day_of_year(&mut self, month: i64, day: i64) -> Result<(), Fail> {
        set(&mut self.parts.month, month)?;
        set(&mut self.parts.day, DayPart::Number(day))
    }

    fn leap_month(&mut self) -> Result<(), Fail> {
        let number = self.eat_number().ok_or(Fail::NotThis)?;
        if !(self.eat(Word::MonthUnit) || self.eat(Word::Within(Within::Month))) {
            return Err(Fail::NotThis);
        }
        self.parts.leap_month = true;
        set(&mut self.parts.month, number.value)
    }

    fn quarter(&mut self, number: i64) -> Result<(), Fail> {
        match u8::try_from(number) {
            Ok(number @ 1..=4) => set(&mut self.parts.sub_year, 32 + number),
            _ => Err(Fail::NotThis),
        }
    }

    fn number(&mut self, number: Number) -> Result<(), Fail> {
        let value = number.value;
        match self.next_word() {
            Some(Word::Year) => {
                self.skip(1);
                let year = if number.digits >= 3 {
                    common(value)?
                } else {
                    YearPart::Short(value)
                };
                set(&mut self.parts.year, year)
            }
            // "7th month" of a lunisolar year
            Some(Word::MonthUnit | Word::Within(Within::Month)) => {
                self.skip(1);
                set(&mut self.parts.month, value)
            }
            Some(Word::Day | Word::Within(Within::Day)) => {
                self.skip(1);
                set(&mut self.parts.day, DayPart::Number(value))
            }
            // "year 1 before Minguo"
            Some(Word::Before) if self.rest.get(1) == Some(&Token::Word(Word::Minguo)) => {
                self.skip(2);
                let year = YearPart::Minguo(1 - counted(value)?);
                set(&mut self.parts.year, year)
            }
            Some(Word::Plural | Word::DecadeUnit) => {
                self.skip(1);
                set(&mut self.parts.year, decade(number)?)
            }
            Some(word @ (Word::BeforeChrist | Word::AfterChrist)) => {
                self.skip(1);
                let year = astronomical(value, word == Word::BeforeChrist)?;
                set(&mut self.parts.year, year)
            }
            Some(word @ (Word::Century | Word::Millennium)) => {
                self.skip(1);
                // "2nd century BC"
                let before_christ = self.eat(Word::BeforeChrist);
                if !before_christ {
                    self.eat(Word::AfterChrist);
                }
                let year = century_or_millennium(word, value, before_christ);
                set(&mut self.parts.year, year)
            }
            Some(Word::Quarter) => {
                self.skip(1);
                self.quarter(value)
            }
            Some(Word::Half) => {
                self.skip(1);
                match value {
                    1 => set(&mut self.parts.stage, Stage::FirstHalf),
                    2 => set(&mut self.parts.stage, Stage::SecondHalf),
                    _ => Err(Fail::NotThis),
                }
            }
            _ => self.number_among_signs(number),
        }
    }

    /// A number with no word after it: part of 29/9/1972, a year, or a day of a month nearby.
    fn number_among_signs(&mut self, number: Number) -> Result<(), Fail> {
        if let Some((found, count)) = numeric::group(number, self.rest)? {
            self.skip(count);
            set(&mut self.parts.year, common(found.year)?)?;
            set(&mut self.parts.month, found.month)?;
            if let Some(day) = found.day {
                set(&mut self.parts.day, DayPart::Number(day))?;
            }
            return Ok(());
        }
        // "the second third of 1972"
        if let (true, Some(Token::Number(third))) = (number.ordinal, self.rest.first())
            && third.ordinal
            && third.value == 3
        {
            self.skip(1);
            return match u8::try_from(number.value) {
                Ok(number @ 1..=3) => set(&mut self.parts.sub_year, 36 + number),
                _ => Err(Fail::NotThis),
            };
        }
        match number.digits {
            // "29 Sep 72"
            1 | 2 if self.parts.bare.is_some() && number.value > 31 => {
                Err(HumanDateError::ShortYear { year: number.value }.into())
            }
            1 | 2 => set(&mut self.parts.bare, number),
            _ if number.grouped => set(&mut self.parts.year, common(number.value)?),
            3 | 4 if !number.ordinal => set(&mut self.parts.year, common(number.value)?),
            _ => Err(Fail::NotThis),
        }
    }
}

/// A year as it was typed, without BC or AD.
fn common(year: i64) -> Result<YearPart, Fail> {
    Ok(YearPart::Common {
        year: counted(year)?,
        era_typed: false,
    })
}

/// The number of a year, which no era counts from 0.
pub(super) fn counted(year: i64) -> Result<i64, Fail> {
    match year {
        0 => Err(HumanDateError::YearZero.into()),
        _ => Ok(year),
    }
}

/// A year with BC or AD.
pub(super) fn astronomical(year: i64, before_christ: bool) -> Result<YearPart, Fail> {
    common(year)?;
    Ok(YearPart::Common {
        year: if before_christ { 1 - year } else { year },
        era_typed: true,
    })
}

pub(super) const fn century_or_millennium(
    word: Word,
    number: i64,
    before_christ: bool,
) -> YearPart {
    match word {
        Word::Century => YearPart::Century {
            number,
            before_christ,
        },
        _ => YearPart::Millennium {
            number,
            before_christ,
        },
    }
}

/// 1970s, 1970年代.
fn decade(number: Number) -> Result<YearPart, Fail> {
    let first = number.value;
    if first % 10 != 0 || number.digits > 4 || number.ordinal {
        return Err(Fail::NotThis);
    }
    if number.digits < 3 {
        return Err(HumanDateError::ShortYear { year: first }.into());
    }
    if first % 100 == 0 {
        return Err(HumanDateError::DecadeOrCentury { first }.into());
    }
    Ok(YearPart::Decade(first))
}
