//! Reads years that are counted in an era: 昭和47年, 民國61年, 紀元前44年.

use super::HumanDateError;
use super::lexicon::Word;
use super::parts::{DayPart, Fail, YearPart};
use super::reader::{Reader, astronomical, century_or_millennium, counted, set};
use super::token::{Sign, Token};
use crate::date::Era;

impl Reader<'_> {
    /// 昭和47年, S47.9.29, "Shōwa 47", 昭和30年代, 昭和時代.
    pub(super) fn era(&mut self, era: &'static Era) -> Result<(), Fail> {
        let year = if self.eat(Word::First) {
            1
        } else if let Some(number) = self.eat_number() {
            number.value
        } else {
            self.eat(Word::EraPeriod);
            return set(&mut self.parts.year, YearPart::WholeEra(era));
        };
        if self.next_word() == Some(Word::MonthUnit) {
            return Err(HumanDateError::EraYearMissing { era }.into());
        }
        counted(year)?;
        if self.eat(Word::DecadeUnit) {
            return set(&mut self.parts.year, YearPart::EraDecade(era, year));
        }
        set(&mut self.parts.year, YearPart::Era(era, year))?;
        self.rest_of_era_date()
    }

    /// 民國61年, 民國前1年.
    pub(super) fn minguo(&mut self, before: bool) -> Result<(), Fail> {
        let number = if !before && self.eat(Word::First) {
            1
        } else {
            self.eat_number().ok_or(Fail::NotThis)?.value
        };
        counted(number)?;
        // Year 1 before is the year before year 1.
        let year = if before { 1 - number } else { number };
        set(&mut self.parts.year, YearPart::Minguo(year))?;
        self.rest_of_era_date()
    }

    /// The 年 after an era's year, or its month and day after signs: .9.29, /9/29, -9-29.
    fn rest_of_era_date(&mut self) -> Result<(), Fail> {
        if self.eat(Word::Year) {
            return Ok(());
        }
        let [Token::Sign(sign), Token::Number(month), rest @ ..] = self.rest else {
            return Ok(());
        };
        // A year after a hyphen begins another date.
        if !matches!(sign, Sign::Dot | Sign::Slash | Sign::Hyphen) || month.digits > 2 {
            return Ok(());
        }
        set(&mut self.parts.month, month.value)?;
        self.rest = rest;
        if let [Token::Sign(second), Token::Number(day), rest @ ..] = rest
            && second == sign
            && day.digits <= 2
        {
            set(&mut self.parts.day, DayPart::Number(day.value))?;
            self.rest = rest;
        }
        Ok(())
    }

    /// 紀元前44年, BC 44, 西暦79年, 기원전 2세기.
    pub(super) fn common_era(&mut self, before_christ: bool) -> Result<(), Fail> {
        self.eat(Word::Noise);
        let number = self.eat_number().ok_or(Fail::NotThis)?;
        let year = match self.next_word() {
            Some(word @ (Word::Century | Word::Millennium)) => {
                self.skip(1);
                century_or_millennium(word, number.value, before_christ)
            }
            next => {
                if next == Some(Word::Year) {
                    self.skip(1);
                }
                astronomical(number.value, before_christ)?
            }
        };
        set(&mut self.parts.year, year)
    }
}
