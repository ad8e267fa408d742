//! Dates in Japanese eras, each kept to the days that its era had.

use super::HumanDateError;
use super::parts::{DayPart, Fail, Parts};
use super::reading::{Reading, check_weekday, checked_day, checked_month, in_year, year_text};
use crate::date::calendar::{NotTenpo, TenpoDay};
use crate::date::{CivilDate, Era, Precision, days_in_month};

/// The last year of Meiji with lunisolar months.
const LAST_LUNAR_YEAR: i64 = 5;

/// A date in an era. Months and days of Meiji 1 to 5 are lunisolar; others must lie in the era.
pub(super) fn in_era(era: &'static Era, era_year: i64, parts: &Parts) -> Result<Reading, Fail> {
    let year = era.gregorian_year(era_year);
    if era.last_year().is_some_and(|last| era_year > last) && parts.month.is_none() {
        return Err(after_era(era, year));
    }
    // Meiji is the only era that began before Japan had the Gregorian calendar.
    let lunisolar = era.start.year < 1873 && era_year <= LAST_LUNAR_YEAR;
    if lunisolar && let Some(month) = parts.month {
        return in_lunar_month(era_year, month, parts);
    }
    let reading = in_year(year, parts)?;
    let Some(month) = parts.month.and_then(|month| u8::try_from(month).ok()) else {
        return Ok(reading);
    };
    let (first, last, precision) = if let Some(day) = parts.day {
        let date = checked_day(year, month, day)?;
        (date, date, Precision::Day)
    } else {
        let first = CivilDate {
            year,
            month,
            day: 1,
        };
        let day = days_in_month(year, month);
        (first, CivilDate { day, ..first }, Precision::Month)
    };
    let edtf = match precision {
        Precision::Day => first.to_string(),
        _ => format!("{}-{month:02}", year_text(year)),
    };
    if last < era.start {
        return Err(HumanDateError::BeforeEra {
            era,
            date: first,
            precision,
            edtf,
        }
        .into());
    }
    if era.last.is_some_and(|end| first > end) {
        return Err(HumanDateError::AfterEra {
            era,
            date: first,
            precision,
            edtf,
        }
        .into());
    }
    Ok(reading)
}

pub(super) fn after_era(era: &'static Era, year: i64) -> Fail {
    HumanDateError::AfterEra {
        era,
        date: CivilDate {
            year,
            month: 12,
            day: 31,
        },
        precision: Precision::Year,
        edtf: year_text(year),
    }
    .into()
}

/// A month or a day of Meiji 1 to 5. The proclamation of the era reached back to the first day of
/// Meiji 1, so all of that year is read.
fn in_lunar_month(era_year: i64, month: i64, parts: &Parts) -> Result<Reading, Fail> {
    if parts.sub_year.is_some() || parts.stage.is_some() || parts.ten_days.is_some() {
        return Err(Fail::NotThis);
    }
    let meiji_year = u8::try_from(era_year).map_err(|_| Fail::NotThis)?;
    let month = checked_month(month)?;
    let no_month = || Fail::from(HumanDateError::NoSuchLunarMonth { meiji_year });
    let (first, last) =
        TenpoDay::month_span(meiji_year, month, parts.leap_month).ok_or_else(no_month)?;
    let date = match parts.day {
        None => {
            return Ok(Reading::Span(first.to_string(), Some(last.to_string())));
        }
        Some(DayPart::Last) => last,
        Some(DayPart::Number(day)) => {
            let tenpo = TenpoDay {
                meiji_year,
                month,
                leap: parts.leap_month,
                day: u8::try_from(day).unwrap_or(u8::MAX),
            };
            tenpo.to_civil().map_err(|error| match error {
                NotTenpo::Month => no_month(),
                NotTenpo::DayAfter(last) => HumanDateError::NoSuchLunarDay { last }.into(),
            })?
        }
    };
    check_weekday(date, parts)?;
    Ok(Reading::Date(date.to_string()))
}
