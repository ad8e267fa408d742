//! The normalised text as numbers, words and signs.

use super::clock::{self, Clock};
use super::east_asian;
use super::lexicon::{self, Latin, Word};
use super::normal::{han_number, is_han_numeral};

/// One piece of a typed date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Number(Number),
    Word(Word),
    Sign(Sign),
    Time(Clock),
    /// Minutes ahead of UTC.
    Shift(i16),
}

/// A number as typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub value: i64,
    /// How many digits were typed, leading zeros too.
    pub digits: u32,
    /// Whether it was typed as 1st, 2nd or "first".
    pub ordinal: bool,
    /// Whether it was typed with commas between its thousands.
    pub grouped: bool,
}

/// A sign between or around numbers and words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Slash,
    Dot,
    /// A hyphen: within a date or between two.
    Hyphen,
    /// A dash, wave or tilde: between two dates.
    Dash,
    Comma,
    /// The comma of lists in Japanese and Chinese.
    ListComma,
    Question,
    Parenthesis,
}

/// Why there are no tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NoTokens {
    /// A word or sign that is in no date.
    Unknown(String),
    /// An hour without minutes, or with "pm".
    TimeOfDay,
    /// More tokens or digits than any date has.
    TooMany,
}

/// No date is longer.
const MOST_TOKENS: usize = 48;
/// Longer numbers are written as EDTF's `Y` years only; all sums with shorter ones fit in `i64`.
const MOST_DIGITS: u32 = 15;

/// Cuts the normalised text into tokens.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, NoTokens> {
    let mut cutter = Cutter {
        rest: text,
        tokens: Vec::new(),
        glued: false,
    };
    while !cutter.rest.is_empty() {
        cutter.step()?;
        if cutter.tokens.len() > MOST_TOKENS {
            return Err(NoTokens::TooMany);
        }
    }
    Ok(cutter.tokens)
}

struct Cutter<'a> {
    rest: &'a str,
    tokens: Vec<Token>,
    /// Whether the next piece follows the last without a space.
    glued: bool,
}

impl<'a> Cutter<'a> {
    fn step(&mut self) -> Result<(), NoTokens> {
        let Some(first) = self.rest.chars().next() else {
            return Ok(());
        };
        if first.is_whitespace() {
            self.take(first.len_utf8());
            self.glued = false;
            return Ok(());
        }
        let after_time = matches!(self.tokens.last(), Some(Token::Time(_)));
        if first.is_ascii_digit() {
            self.number_or_time()?;
        } else if let Some((minutes, length)) = clock::shift(self.rest, after_time) {
            self.take(length);
            self.push(Token::Shift(minutes));
        } else if self.short_weekday(first) || self.short_era(first) {
            // Done.
        } else if let Some((word, length)) = east_asian::longest_word(self.rest) {
            self.take(length);
            self.push(Token::Word(word));
        } else if is_han_numeral(first) {
            self.han_number()?;
        } else if first.is_alphabetic() {
            self.latin()?;
        } else {
            self.sign(first)?;
        }
        self.glued = true;
        Ok(())
    }

    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    fn take_while(&mut self, belongs: impl Fn(char) -> bool) -> &'a str {
        let length = self
            .rest
            .find(|c: char| !belongs(c))
            .unwrap_or(self.rest.len());
        self.take(length)
    }

    fn push(&mut self, token: Token) {
        self.tokens.push(token);
    }

    fn last_is_number(&self) -> bool {
        self.glued && matches!(self.tokens.last(), Some(Token::Number(_)))
    }

    fn number_or_time(&mut self) -> Result<(), NoTokens> {
        match clock::time(self.rest) {
            clock::Reading::NoTime => self.number(),
            clock::Reading::Incomplete => Err(NoTokens::TimeOfDay),
            clock::Reading::Time(clock, length) => {
                self.take(length);
                self.push(Token::Time(clock));
                Ok(())
            }
        }
    }

    fn number(&mut self) -> Result<(), NoTokens> {
        let mut digits = self.take_while(|c| c.is_ascii_digit()).to_owned();
        let groups = self.thousands(&digits);
        digits.push_str(&groups);
        let count = u32::try_from(digits.len()).unwrap_or(u32::MAX);
        if count > MOST_DIGITS {
            return Err(NoTokens::TooMany);
        }
        let mut number = Number {
            value: digits.parse().map_err(|_| NoTokens::TooMany)?,
            digits: count,
            ordinal: false,
            grouped: !groups.is_empty(),
        };
        for ending in ["st", "nd", "rd", "th"] {
            let after = self.rest.strip_prefix(ending);
            if let Some(after) = after.filter(|after| !after.starts_with(char::is_alphabetic)) {
                self.rest = after;
                number.ordinal = true;
                break;
            }
        }
        self.push(Token::Number(number));
        Ok(())
    }

    /// The digits of the groups of three after commas: the 000 of 12,000.
    fn thousands(&mut self, before: &str) -> String {
        let mut digits = String::new();
        if before.len() > 3 || before.starts_with('0') {
            return digits;
        }
        while let Some(group) = self.rest.strip_prefix(',') {
            let after = group.trim_start_matches(|c: char| c.is_ascii_digit());
            let (group, after) = group.split_at(group.len() - after.len());
            if group.len() != 3 {
                break;
            }
            digits.push_str(group);
            self.rest = after;
        }
        digits
    }

    fn han_number(&mut self) -> Result<(), NoTokens> {
        let numerals = self.take_while(is_han_numeral);
        // 第三四半期: the 四 is of 四半期, a quarter.
        let (numerals, quarter) = match numerals.strip_suffix('四') {
            Some(before) if !before.is_empty() && self.rest.starts_with("半期") => {
                self.take("半期".len());
                (before, true)
            }
            _ => (numerals, false),
        };
        let number = han_number(numerals).ok_or_else(|| NoTokens::Unknown(numerals.to_owned()))?;
        if number.digits > MOST_DIGITS {
            return Err(NoTokens::TooMany);
        }
        self.push(Token::Number(Number {
            value: number.value,
            digits: number.digits,
            ordinal: false,
            grouped: false,
        }));
        if quarter {
            self.push(Token::Word(Word::Quarter));
        }
        Ok(())
    }

    /// (金): one character in parentheses after a day.
    fn short_weekday(&mut self, first: char) -> bool {
        let mut chars = self.rest.chars();
        let weekday = (first == '(')
            .then(|| chars.nth(1))
            .flatten()
            .and_then(east_asian::short_weekday);
        let closed = chars.next() == Some(')');
        let Some(weekday) = weekday.filter(|_| closed) else {
            return false;
        };
        self.rest = chars.as_str();
        self.push(Token::Word(Word::Weekday(weekday)));
        true
    }

    /// 昭47, 平元: one character before a year.
    fn short_era(&mut self, first: char) -> bool {
        let mut chars = self.rest.chars();
        chars.next();
        let before_year = chars
            .clone()
            .next()
            .is_some_and(|c| c.is_ascii_digit() || c == '元' || is_han_numeral(c));
        let Some(era) = east_asian::short_era(first).filter(|_| before_year) else {
            return false;
        };
        self.rest = chars.as_str();
        self.push(Token::Word(Word::Era(era)));
        true
    }

    fn latin(&mut self) -> Result<(), NoTokens> {
        let word = self.latin_word();
        let after_number = self.last_is_number();
        let before_number = self.rest.starts_with(|c: char| c.is_ascii_digit());
        let token = match word.as_str() {
            "s" if after_number => Token::Word(Word::Plural),
            "c" if after_number => Token::Word(Word::Century),
            "am" | "pm" => return Err(NoTokens::TimeOfDay),
            _ => match lexicon::latin(&word) {
                Some(Latin::Word(word)) => Token::Word(word),
                Some(Latin::Ordinal(value)) => Token::Number(Number {
                    value,
                    digits: 2,
                    ordinal: true,
                    grouped: false,
                }),
                Some(Latin::EraLetter(era)) if before_number => Token::Word(Word::Era(era)),
                _ => return Err(NoTokens::Unknown(word)),
            },
        };
        // "prior to" is one word, and no range.
        let is_prior = word == "prior";
        self.push(token);
        if is_prior {
            let rest = self.rest.trim_start();
            self.rest = rest.strip_prefix("to ").unwrap_or(rest);
        }
        Ok(())
    }

    /// The letters from here on: "sept." without its full stop, "b.c." as "bc".
    fn latin_word(&mut self) -> String {
        let is_latin =
            |c: char| c.is_alphabetic() && (c.is_ascii() || ('\u{c0}'..='\u{24f}').contains(&c));
        let mut word = self.take_while(is_latin).to_owned();
        if word.is_empty() {
            // An unknown word of another script.
            return self.take_while(char::is_alphabetic).to_owned();
        }
        let has_stop = |rest: &str| rest.starts_with('.');
        if word.len() == 1 && has_stop(self.rest) {
            // Letters with a stop after each.
            loop {
                let mut chars = self.rest.chars();
                let (stop, letter) = (chars.next(), chars.next());
                let Some(letter) = letter.filter(|c| stop == Some('.') && c.is_ascii_lowercase())
                else {
                    break;
                };
                if chars.as_str().starts_with(is_latin) {
                    break;
                }
                word.push(letter);
                self.rest = chars.as_str();
            }
        }
        self.rest = self.rest.strip_prefix('.').unwrap_or(self.rest);
        word
    }

    fn sign(&mut self, first: char) -> Result<(), NoTokens> {
        self.take(first.len_utf8());
        let sign = match first {
            '/' => Sign::Slash,
            '.' => Sign::Dot,
            '-' | '\u{2010}' | '\u{2011}' | '\u{2212}' => Sign::Hyphen,
            // Before a date it is EDTF's mark for "about"; between two dates it is a dash.
            '~' if self.tokens.is_empty() => {
                self.push(Token::Word(Word::About));
                return Ok(());
            }
            '\u{2012}'..='\u{2015}' | '〜' | '~' => Sign::Dash,
            ',' => Sign::Comma,
            '、' => Sign::ListComma,
            '?' => Sign::Question,
            '(' | ')' => Sign::Parenthesis,
            // 1970's; and '72, whose short year is then told of.
            ':' | ';' | '\'' | '’' => return Ok(()),
            other => return Err(NoTokens::Unknown(other.to_string())),
        };
        self.push(Token::Sign(sign));
        Ok(())
    }
}

#[cfg(test)]
mod tests;
