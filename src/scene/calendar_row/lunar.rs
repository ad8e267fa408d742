//! Lunisolar years and months: where they begin, and their names.

use std::collections::BTreeMap;

use super::{CalendarRequest, MOST, PADDING};
use crate::date::{Almanac, CivilDate, Language, LunarDate, Precision};
use crate::scene::bands::Stretch;
use crate::scene::ticks::Step;

/// New years found before: (lunar year, month and almanac) to a day number.
pub type LunarMemory = BTreeMap<(i64, u8), Option<i64>>;

/// Stretches narrower than this are not drawn one by one.
const LEAST: f32 = 5.0;

/// Lunar years by name, their months and days as soon as they have room.
pub(super) fn years(
    request: &CalendarRequest,
    almanac: Almanac,
    memory: &mut LunarMemory,
) -> Vec<Stretch> {
    let view = request.viewport;
    let first = request.civil(view.start_s);
    let last = request.civil(view.end_s());
    let sample = request.civil(view.centre_s());
    let day_fits = request
        .words(sample, Precision::Day)
        .is_some_and(|words| request.spacing(Step::Day) >= request.width(&words) + PADDING);
    if day_fits {
        let ticks = Step::Day.ticks(view.start_s, view.end_s(), request.zone, MOST);
        return ticks
            .windows(2)
            .filter_map(|pair| {
                let name = request.words(pair[0].1.date, Precision::Day)?;
                Some(request.stretch(pair[0].0.0, pair[1].0.0, name))
            })
            .collect();
    }
    // The new year lies between 21 January and 21 February.
    let (from, to) = (first.year - 1, last.year);
    let years_fit = request.spacing(Step::Years(1)) >= LEAST;
    if !years_fit || to.saturating_sub(from) > MOST as i64 {
        return Vec::new();
    }
    let mut found = Vec::new();
    for year in from..=to {
        let (Some(start), Some(end)) = (
            new_moon(year, 1, almanac, memory),
            new_moon(year + 1, 1, almanac, memory),
        ) else {
            continue;
        };
        let Some(of_year) = request.words(
            CivilDate {
                year,
                month: 6,
                day: 1,
            },
            Precision::Year,
        ) else {
            continue;
        };
        let months = months(request, year, start, end, almanac, &of_year);
        if months.is_empty() {
            found.push(request.stretch(
                request.midnight(CivilDate::from_days(start)),
                request.midnight(CivilDate::from_days(end)),
                of_year,
            ));
        } else {
            found.extend(months);
        }
    }
    found
}

/// The day on which a lunar month begins.
fn new_moon(year: i64, month: u8, almanac: Almanac, memory: &mut LunarMemory) -> Option<i64> {
    let korean = u8::from(almanac == Almanac::Korean) * 100;
    *memory.entry((year, month + korean)).or_insert_with(|| {
        let date = LunarDate {
            related_year: i32::try_from(year).ok()?,
            month,
            leap: false,
            day: 1,
        };
        Some(date.to_civil(almanac)?.days_from_epoch())
    })
}

/// The months of a lunar year, when their names have room.
fn months(
    request: &CalendarRequest,
    year: i64,
    start: i64,
    end: i64,
    almanac: Almanac,
    of_year: &str,
) -> Vec<Stretch> {
    let longest = month_words(of_year, 12, true, request.language);
    let room = request.spacing(Step::Months(1)) * 0.96;
    if room < request.width(&longest) + PADDING {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut day = start;
    while day < end && found.len() < 14 {
        let Some(lunar) = LunarDate::from_civil(CivilDate::from_days(day), almanac) else {
            break;
        };
        // A month has 29 or 30 days.
        let is_new = |day: i64| {
            LunarDate::from_civil(CivilDate::from_days(day), almanac)
                .is_some_and(|next| next.day == 1)
        };
        let length = if is_new(day + 29) { 29 } else { 30 };
        let name = month_words(of_year, lunar.month, lunar.leap, request.language);
        debug_assert_eq!(i64::from(lunar.related_year), year);
        found.push(request.stretch(
            request.midnight(CivilDate::from_days(day)),
            request.midnight(CivilDate::from_days(day + length)),
            name,
        ));
        day += length;
    }
    found
}

/// 壬子年 8月, "8th month, ren-zi year".
fn month_words(of_year: &str, month: u8, leap: bool, language: Language) -> String {
    let leap = match (leap, language) {
        (false, _) => "",
        (true, Language::En) => "leap ",
        (true, Language::ZhHans) => "闰",
        (true, Language::Ko) => "윤",
        (true, _) => "閏",
    };
    match language {
        Language::En => format!("{leap}month {month}, {of_year}"),
        Language::Ko => format!("{of_year} {leap}{month}월"),
        _ => format!("{of_year}{leap}{month}月"),
    }
}
