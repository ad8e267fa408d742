//! Dates in two calendars as public projects list them, where `NENPYO_FIXTURES` names the folder.
//!
//! Where we differ from a list, and why:
//! - Meiji begins on 1868-10-23, when it was proclaimed; one list starts it on the day to which the
//!   proclamation reached back, 1868-01-25.
//! - Lunar years outside 1900 to 2100 are not covered; lists that go on are not asked there. (For
//!   the year 1500 and before, `icu_calendar` gives today's rules and the lists the history.)
//! - The first year is 元年, where a list has 1.

use std::collections::BTreeMap;

use super::{Almanac, Calendar, Era, LunarDate, in_calendar, japanese_eras};
use crate::date::{CivilDate, Language, Precision};

fn fixture(name: &str) -> Option<String> {
    let folder = std::env::var_os("NENPYO_FIXTURES")?;
    let path = std::path::Path::new(&folder).join("calendars").join(name);
    Some(std::fs::read_to_string(path).expect("the calendars' fixtures can be read"))
}

fn civil(text: &str) -> CivilDate {
    let mut fields = text
        .rsplitn(3, '-')
        .map(|field| field.parse::<i64>().unwrap());
    let (day, month, year) = (
        fields.next().unwrap(),
        fields.next().unwrap(),
        fields.next().unwrap(),
    );
    CivilDate::new(
        year,
        u8::try_from(month).unwrap(),
        u8::try_from(day).unwrap(),
    )
    .unwrap()
}

/// "2020-闰04-02" of either almanac.
fn lunar(text: &str) -> LunarDate {
    let fields: Vec<&str> = text.split('-').collect();
    let month = fields[1].trim_start_matches(['闰', '윤']);
    LunarDate {
        related_year: fields[0].parse().unwrap(),
        month: month.parse().unwrap(),
        leap: month.len() < fields[1].len(),
        day: fields[2].parse().unwrap(),
    }
}

fn is_covered(lunar_year: i32) -> bool {
    (1900..=2100).contains(&lunar_year)
}

/// The month's place in its year, leap month counted.
fn ordinal_month(date: LunarDate) -> u8 {
    let leap_before = (1..date.month).any(|month| has_leap_month(date.related_year, month));
    date.month + u8::from(leap_before) + u8::from(date.leap)
}

fn has_leap_month(related_year: i32, month: u8) -> bool {
    LunarDate {
        related_year,
        month,
        leap: true,
        day: 1,
    }
    .to_civil(Almanac::Chinese)
    .is_some()
}

#[test]
fn dates_in_two_calendars() {
    let Some(table) = fixture("calendar_vectors.tsv") else {
        return;
    };
    let mut asked: BTreeMap<&str, usize> = BTreeMap::new();
    for row in table.lines().skip(1) {
        let columns: Vec<&str> = row.split('\t').collect();
        let (system, native, iso) = (columns[0], columns[1], columns[2]);
        let note = columns.get(5).copied().unwrap_or("");
        if agrees(system, native, iso, note) {
            *asked.entry(system).or_default() += 1;
        }
    }
    let least = [
        ("ja-era", 1),
        ("ja-era-overflow", 20),
        ("ja-era-start", 5),
        ("ko-lunar", 3),
        ("roc", 5),
        ("zh-lunar", 8),
        ("zh-lunar-leap-ordinal", 6),
        ("zh-lunar-monthcode", 7),
        ("zh-lunar-ordinal-month", 5),
        ("zh-lunar-text", 2),
    ];
    for (system, count) in least {
        assert!(
            asked.get(system) >= Some(&count),
            "{system}: {count} rows or more, not {:?}",
            asked.get(system)
        );
    }
}

/// Checks one row; whether it was one that can be asked here.
fn agrees(system: &str, native: &str, iso: &str, note: &str) -> bool {
    if system.contains("-lunar") && !system.starts_with("ja") {
        agrees_lunar(system, native, iso)
    } else {
        agrees_by_year(system, native, iso, note)
    }
}

fn day_text(iso: &str, calendar: Calendar, language: Language) -> Option<String> {
    in_calendar(civil(iso), Precision::Day, calendar, language)
}

/// Checks a row of a lunisolar calendar.
fn agrees_lunar(system: &str, native: &str, iso: &str) -> bool {
    match system {
        "zh-lunar" | "ko-lunar" => {
            let almanac = if system == "zh-lunar" {
                Almanac::Chinese
            } else {
                Almanac::Korean
            };
            if let Some(native) = native.strip_suffix(" (no such leap month)") {
                assert_eq!(lunar(native).to_civil(almanac), None, "{native}");
                return true;
            }
            if iso.is_empty() {
                return false;
            }
            let date = lunar(native);
            if is_covered(date.related_year) {
                assert_eq!(LunarDate::from_civil(civil(iso), almanac), Some(date));
                assert_eq!(date.to_civil(almanac), Some(civil(iso)));
            } else {
                assert_eq!(LunarDate::from_civil(civil(iso), almanac), None);
            }
            is_covered(date.related_year)
        }
        "zh-lunar-text" => {
            let Some(date) = LunarDate::from_civil(civil(iso), Almanac::Chinese) else {
                return false;
            };
            let year: String = date
                .related_year
                .to_string()
                .chars()
                .map(|digit| {
                    "〇一二三四五六七八九"
                        .chars()
                        .nth(digit as usize - 48)
                        .unwrap()
                })
                .collect();
            let (written_year, month_and_day) = native.split_once('年').unwrap();
            assert_eq!(written_year, year);
            let text = day_text(iso, Calendar::ChineseLunar, Language::ZhHans).unwrap();
            assert_eq!(text.split_once('年').unwrap().1, month_and_day);
            true
        }
        "zh-lunar-ordinal-month" => {
            let Some(date) = LunarDate::from_civil(civil(iso), Almanac::Chinese) else {
                return false;
            };
            let written = format!(
                "{}-ordinal{}-{}",
                date.related_year,
                ordinal_month(date),
                date.day
            );
            assert_eq!(written, native);
            true
        }
        "zh-lunar-monthcode" => {
            let date = LunarDate::from_civil(civil(iso), Almanac::Chinese).unwrap();
            let leap = if date.leap { "L" } else { "" };
            assert_eq!(format!("M{:02}{leap}", date.month), native, "{iso}");
            true
        }
        "zh-lunar-leap-ordinal" => {
            let (year, ordinal) = native.split_once(": leap month is ordinal ").unwrap();
            let (year, ordinal): (i32, u8) = (year.parse().unwrap(), ordinal.parse().unwrap());
            let months: Vec<u8> = (1..=12)
                .filter(|month| has_leap_month(year, *month))
                .collect();
            assert_eq!(months, [ordinal - 1], "{year}");
            true
        }
        _ => false,
    }
}

/// Checks a row of a calendar that counts years of its own.
fn agrees_by_year(system: &str, native: &str, iso: &str, note: &str) -> bool {
    match system {
        "roc" => {
            let text = day_text(iso, Calendar::Minguo, Language::ZhHant).unwrap();
            assert_eq!(text.replace("民國元年", "民國1年"), native);
            true
        }
        "ja-era-start" => {
            let name = native.split_whitespace().next().unwrap();
            let era = japanese_eras()
                .iter()
                .find(|era| era.name(Language::Ja) == name);
            assert_eq!(era.unwrap().start, civil(iso), "{native}");
            true
        }
        "ja-era-overflow" => {
            let (_, resolved) = note.split_once("resolves to ").unwrap();
            let mut words = resolved.split_whitespace();
            let (name, year) = (words.next().unwrap(), words.next().unwrap());
            let date = civil(iso);
            let ours = Era::on(date).map(|era| {
                let name = era.name(Language::En).to_lowercase().replace('ō', "o");
                (name, era.year_of(date.year).to_string())
            });
            if date >= japanese_eras()[0].start {
                assert_eq!(ours, Some((name.to_owned(), year.to_owned())), "{native}");
            } else {
                assert_eq!(ours, None, "{native}");
            }
            true
        }
        "ja-era" => {
            if Era::on(civil(iso)).is_none() {
                return false;
            }
            assert_eq!(
                day_text(iso, Calendar::JapaneseEra, Language::Ja).as_deref(),
                Some(native)
            );
            true
        }
        _ => false,
    }
}

#[test]
fn eras_start_and_end_as_listed() {
    let Some(table) = fixture("ja_eras_wareki.tsv") else {
        return;
    };
    let mut found = 0;
    for era in japanese_eras() {
        let name = era.name(Language::Ja);
        let row = table
            .lines()
            .find(|row| row.split('\t').next() == Some(name))
            .unwrap();
        let columns: Vec<&str> = row.split('\t').collect();
        let (start, end) = (columns[3], columns.get(5).copied().unwrap_or(""));
        if name == "明治" {
            // The list has the day to which the proclamation reached back.
            assert_eq!(start, "1868-01-25");
        } else {
            assert_eq!(era.start, civil(start), "{name}");
        }
        assert_eq!(era.last, (!end.is_empty()).then(|| civil(end)), "{name}");
        found += 1;
    }
    assert_eq!(found, 5);
}

/// One list has the era and its year at every New Year and at every change, by Gregorian days.
#[test]
fn every_year_has_its_era() {
    let Some(table) = fixture("manakai__day-era_map-jp-filtered.txt") else {
        return;
    };
    let mut asked = 0;
    for row in table.lines() {
        let Some((iso, era_year)) = row.split_once('\t') else {
            continue;
        };
        let date = civil(iso);
        let Some(era) = Era::on(date) else { continue };
        let (name, year) = era_year.split_once(' ').unwrap();
        assert_eq!(era.name(Language::Ja), name, "{iso}");
        assert_eq!(era.year_of(date.year).to_string(), year, "{iso}");
        if date.year >= 1873 {
            let text =
                in_calendar(date, Precision::Day, Calendar::JapaneseEra, Language::Ja).unwrap();
            let year = if year == "1" { "元" } else { year };
            assert!(
                text.starts_with(&format!("{name}{year}年")),
                "{iso}: {text}"
            );
        }
        asked += 1;
    }
    assert!(asked > 400, "{asked} rows");
}
