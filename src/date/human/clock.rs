//! Times of day and their distance from UTC: 14:30, 14時30分, UTC+9.

/// A time of day; EDTF writes it to the second, so that 14:30 is 14:30:00.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    pub hour: u8,
    pub minute: u8,
    pub second: u8,
}

/// What a text that begins with a digit has to do with clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// Nothing.
    NoTime,
    /// A time, and how many bytes it takes.
    Time(Clock, usize),
    /// An hour alone, or digits that are no minutes.
    Incomplete,
}

/// Reads a time at the start of the text.
pub(super) fn time(text: &str) -> Reading {
    let mut cursor = Cursor { rest: text };
    let Some(hour) = cursor.number() else {
        return Reading::NoTime;
    };
    let (minute, second) = if cursor.any_of(&[":"]) {
        let minute = cursor.number();
        let second = cursor.any_of(&[":"]).then(|| cursor.number());
        (minute, second)
    } else if cursor.any_of(&["時", "时", "點", "点", "시"]) {
        let minute = cursor.number_with(&["分", "분"]);
        let second = cursor
            .rest
            .trim_start()
            .starts_with(|c: char| c.is_ascii_digit());
        let second = second.then(|| cursor.number_with(&["秒", "초"]));
        (minute, second)
    } else {
        return Reading::NoTime;
    };
    let (Some(minute), Some(second)) = (minute, second.unwrap_or(Some(0))) else {
        return Reading::Incomplete;
    };
    let clock = Clock {
        hour,
        minute,
        second,
    };
    Reading::Time(clock, text.len() - cursor.rest.len())
}

/// Reads a distance from UTC in minutes at the start of the text, and how many bytes it takes.
/// After a time it may stand without the letters.
pub(super) fn shift(text: &str, after_time: bool) -> Option<(i16, usize)> {
    let mut cursor = Cursor { rest: text };
    let letters = cursor.any_of(&["utc", "gmt"]);
    if !letters && !after_time {
        return None;
    }
    let sign = if cursor.any_of(&["+"]) {
        1
    } else if cursor.any_of(&["-", "\u{2212}"]) {
        -1
    } else {
        let ends = !cursor.rest.starts_with(char::is_alphanumeric);
        return (letters && ends).then(|| (0, text.len() - cursor.rest.len()));
    };
    let hours = i16::from(cursor.number()?);
    let minutes = if cursor.any_of(&[":"]) {
        i16::from(cursor.number()?)
    } else {
        0
    };
    let minutes = sign * (hours * 60 + minutes);
    Some((minutes, text.len() - cursor.rest.len()))
}

struct Cursor<'a> {
    rest: &'a str,
}

impl Cursor<'_> {
    /// One or two digits that no other digit follows.
    fn number(&mut self) -> Option<u8> {
        let after = self.rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = &self.rest[..self.rest.len() - after.len()];
        if !matches!(digits.len(), 1 | 2) {
            return None;
        }
        self.rest = after;
        digits.parse().ok()
    }

    fn any_of(&mut self, signs: &[&str]) -> bool {
        for sign in signs {
            if let Some(after) = self.rest.strip_prefix(sign) {
                self.rest = after;
                return true;
            }
        }
        false
    }

    /// A number with its unit, spaces before it allowed.
    fn number_with(&mut self, units: &[&str]) -> Option<u8> {
        self.rest = self.rest.trim_start();
        let number = self.number()?;
        self.any_of(units).then_some(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clock(hour: u8, minute: u8, second: u8, bytes: usize) -> Reading {
        let clock = Clock {
            hour,
            minute,
            second,
        };
        Reading::Time(clock, bytes)
    }

    #[test]
    fn times() {
        assert_eq!(time("14:30"), clock(14, 30, 0, 5));
        assert_eq!(time("9:05:59 utc"), clock(9, 5, 59, 7));
        assert_eq!(time("14時30分"), clock(14, 30, 0, "14時30分".len()));
        assert_eq!(
            time("14시 30분 5초"),
            clock(14, 30, 5, "14시 30분 5초".len())
        );
        for incomplete in ["14時", "14時3", "14:", "14:300", "14:30:", "14:x"] {
            assert_eq!(time(incomplete), Reading::Incomplete, "{incomplete}");
        }
        for other in ["1972年", "14", "114:30", ""] {
            assert_eq!(time(other), Reading::NoTime, "{other}");
        }
    }

    #[test]
    fn shifts() {
        assert_eq!(shift("utc+9)", false), Some((540, 5)));
        assert_eq!(shift("utc\u{2212}5:30", false), Some((-330, 10)));
        assert_eq!(shift("utc", false), Some((0, 3)));
        assert_eq!(shift("+09:00", true), Some((540, 6)));
        for none in ["+09:00", "utc9", "utcx", "utc+", "utc+123"] {
            assert_eq!(shift(none, false), None, "{none}");
        }
        assert_eq!(shift("utc+99:99", false), Some((99 * 60 + 99, 9)));
    }
}
