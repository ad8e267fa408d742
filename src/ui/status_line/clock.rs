//! The cursor's date in words, as exact as a point of the screen is.

use crate::date::{
    Calendar, CivilDate, CivilDateTime, Edtf, Instant, Language, Precision, Zone, in_calendar,
    in_words,
};
use crate::theme::symbol;
use crate::ui::cities::city;

/// How exactly the cursor's place is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grain {
    /// The year.
    Year,
    /// The month.
    Month,
    /// The day.
    Day,
    /// The minute.
    Minute,
    /// The second.
    Second,
}

impl Grain {
    /// What a point of the screen can tell apart.
    pub fn of(seconds_per_point: f64) -> Self {
        const DAY_S: f64 = 86_400.0;
        match seconds_per_point {
            s if s > 200.0 * DAY_S => Self::Year,
            s if s > 6.0 * DAY_S => Self::Month,
            s if s > 1_800.0 => Self::Day,
            s if s > 20.0 => Self::Minute,
            _ => Self::Second,
        }
    }

    /// The first second of the year, month, day or minute that a clock in `zone` shows then.
    pub fn floor(self, second: f64, zone: Zone) -> i64 {
        // The cast holds values beyond the range at its ends.
        let mut clock = zone.to_civil(Instant(second.floor() as i64));
        if self != Self::Second {
            clock.second = 0;
        }
        if !matches!(self, Self::Second | Self::Minute) {
            (clock.hour, clock.minute) = (0, 0);
        }
        if matches!(self, Self::Month | Self::Year) {
            clock.date.day = 1;
        }
        if self == Self::Year {
            clock.date.month = 1;
        }
        zone.to_instant(clock).0
    }

    /// How exact a date of this grain is.
    pub fn precision(self) -> Precision {
        match self {
            Self::Year => Precision::Year,
            Self::Month => Precision::Month,
            Self::Day | Self::Minute | Self::Second => Precision::Day,
        }
    }
}

/// "15 November 2024, Tokyo".
pub fn words(second: i64, grain: Grain, zone: Zone, language: Language) -> String {
    let clock = zone.to_civil(Instant(second));
    let words = date_words(clock.date, grain, language);
    match grain {
        Grain::Year | Grain::Month => words,
        Grain::Day => with_city(&words, zone, language),
        Grain::Minute | Grain::Second => {
            let time = time_words(clock, grain);
            with_city(&format!("{words} {time}"), zone, language)
        }
    }
}

/// " · 令和6年", as it stands after a date; nothing where the calendar does not reach.
pub fn calendar_words(
    date: CivilDate,
    precision: Precision,
    calendar: Calendar,
    language: Language,
) -> Option<String> {
    // Era years begin with the year of the common calendar; lunisolar months do not.
    let precision = match calendar {
        Calendar::ChineseLunar | Calendar::KoreanLunar => precision,
        _ => Precision::Year,
    };
    let words = in_calendar(date, precision, calendar, language)?;
    Some(format!("{}{words}", symbol::BETWEEN))
}

fn time_words(clock: CivilDateTime, grain: Grain) -> String {
    let (hour, minute) = (clock.hour, clock.minute);
    if grain == Grain::Second {
        format!("{hour:02}:{minute:02}:{:02}", clock.second)
    } else {
        format!("{hour:02}:{minute:02}")
    }
}

fn date_words(date: CivilDate, grain: Grain, language: Language) -> String {
    let CivilDate { year, month, day } = date;
    // EDTF has months and days for years of four digits only.
    let text = match grain {
        _ if !(-9999..=9999).contains(&year) => format!("Y{year}"),
        Grain::Year => year_text(year),
        Grain::Month => format!("{}-{month:02}", year_text(year)),
        _ => format!("{}-{month:02}-{day:02}", year_text(year)),
    };
    Edtf::parse(&text).map_or(text, |edtf| in_words(&edtf, language))
}

fn year_text(year: i64) -> String {
    let sign = if year < 0 { "-" } else { "" };
    format!("{sign}{:04}", year.abs())
}

fn with_city(words: &str, zone: Zone, language: Language) -> String {
    let city = city(zone, language);
    match language {
        Language::En | Language::Ko => format!("{words}, {city}"),
        _ => format!("{words}（{city}）"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn second_of(year: i64, month: u8, day: u8) -> i64 {
        Zone::TOKYO
            .to_instant(CivilDate { year, month, day }.at_midnight())
            .0
    }

    #[test]
    fn the_date_is_as_exact_as_a_point_of_the_screen() {
        let at = second_of(2024, 11, 15) + 3 * 3600 + 65;
        let say = |grain| words(at, grain, Zone::TOKYO, Language::En);
        assert_eq!(say(Grain::Year), "2024");
        assert_eq!(say(Grain::Month), "November 2024");
        assert_eq!(say(Grain::Day), "15 November 2024, Tokyo");
        assert_eq!(say(Grain::Minute), "15 November 2024 03:01, Tokyo");
        assert_eq!(say(Grain::Second), "15 November 2024 03:01:05, Tokyo");
    }

    #[test]
    fn the_second_calendar_stands_behind_it() {
        let at = second_of(2024, 11, 15);
        let day = Zone::TOKYO.to_civil(Instant(at)).date;
        let date = words(at, Grain::Day, Zone::TOKYO, Language::Ja);
        let era = calendar_words(day, Precision::Day, Calendar::JapaneseEra, Language::Ja);
        assert_eq!(date, "2024年11月15日（東京）");
        assert_eq!(era.as_deref(), Some(" · 令和6年"));
    }

    #[test]
    fn every_second_of_a_day_has_the_same_floor() {
        let start = second_of(1972, 9, 29);
        for offset in [0, 1, 43_200, 86_399] {
            let second = (start + offset) as f64 + 0.5;
            assert_eq!(Grain::Day.floor(second, Zone::TOKYO), start, "{offset}");
            assert_eq!(
                Grain::Month.floor(second, Zone::TOKYO),
                second_of(1972, 9, 1)
            );
            assert_eq!(
                Grain::Year.floor(second, Zone::TOKYO),
                second_of(1972, 1, 1)
            );
        }
    }

    #[test]
    fn far_years_are_said_too() {
        for year in [-12_000, -44, 0, 123_456] {
            let at = second_of(year, 5, 5);
            assert!(
                !words(at, Grain::Day, Zone::TOKYO, Language::En).is_empty(),
                "{year}"
            );
        }
        let _ = Grain::Year.floor(f64::MAX, Zone::TOKYO);
        let _ = Grain::Year.floor(f64::NAN, Zone::TOKYO);
    }
}
