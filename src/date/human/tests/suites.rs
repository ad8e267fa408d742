//! Lists of typed dates from public projects, where `NENPYO_FIXTURES` names their folder.

use super::read_human;
use crate::date::japanese_eras;
use crate::date::{Edtf, Language};

fn fixture(name: &str) -> Option<String> {
    let folder = std::env::var_os("NENPYO_FIXTURES")?;
    let path = std::path::Path::new(&folder).join(name);
    Some(std::fs::read_to_string(path).expect("the fixtures can be read"))
}

/// Where we read an English phrase otherwise than the list, on purpose: ours ("" is refused).
static ENGLISH_DIFFERENCES: &[(&str, &str)] = &[
    // A year of two digits is of no known century.
    ("90", ""),
    // A hundred years or ten: refused with both readings.
    ("1800s", ""),
    ("2000s", ""),
    ("c1900s", ""),
    ("c1800s?", ""),
    ("before about the 1900s", ""),
    ("before the 1900s", ""),
    ("decade in 1800s", ""),
    ("decade somewhere during the 1800s", ""),
    ("year in the 1800s", ""),
    ("year in about the 1800s", ""),
    // A day without a year has no place on a timeline; the error says how to write it.
    ("January 12", ""),
    ("January", ""),
    // Day and month may be either way around: refused with both readings.
    ("10/7/2008", ""),
    // A season has no days in ISO 8601-2:2019.
    ("day in Spring 1849", "1849-21"),
    ("a day in about Spring 1849?", "1849-21%"),
    // 64 BC is the astronomical year -63.
    ("c64 BCE", "-0063~"),
    // EDTF is read first: an interval, and the southern summer.
    ("1858/1860", "1858/1860"),
    ("1910-30", "1910-30"),
    // One of two years is a set.
    ("1863 or 1864", "[1863,1864]"),
    ("1864 or 1866", "[1864,1866]"),
    // "mid" and "early" are not left out.
    ("1857-mid 1860s", "1857/1867~"),
    ("1915 late - autumn 1916", "1915-09~/1916-23"),
    ("1920s -early 1930s", "192X/1933~"),
    // Words that are no part of a date are not passed over.
    ("active late 17th-19th centuries", ""),
    ("active 17-19th Centuries", ""),
    ("active 1910-30", ""),
    ("notcirca 1860", ""),
    ("attica 1802", ""),
    ("attic. 1802", ""),
    ("birthday in 1872", ""),
    ("1851-1852; printed 1853-1854", ""),
    ("1861-67 (later print)", ""),
    ("1863, printed 1870", ""),
    ("1863, printed ca. 1866", ""),
    ("1864, printed ca. 1864", ""),
    ("1864-1872, printed 1870s", ""),
    ("1870s, printed ca. 1880s", ""),
    ("1900-1903, cast before 1929", ""),
    ("1900; 1973", ""),
    ("1900; printed 1912", ""),
    ("1915, from Camerawork, October 1916", ""),
    ("1930s, printed early 1960s", ""),
    ("1932, printed 1976 by Gunther Sander", ""),
    ("1938, printed 1940s-1950s", ""),
];

#[test]
fn english_phrases() {
    let Some(table) = fixture("edtf/natlang_en_cases.tsv") else {
        return;
    };
    let (mut agreed, mut differed) = (0, 0);
    for row in table.lines().skip(1) {
        let mut columns = row.split('\t').skip(1);
        let (typed, listed) = (columns.next().unwrap(), columns.next().unwrap_or(""));
        let read = read_human(typed).map_or_else(|_| String::new(), |edtf| edtf.to_string());
        if let Some((_, ours)) = ENGLISH_DIFFERENCES.iter().find(|(text, _)| *text == typed) {
            assert_eq!(read, *ours, "{typed}");
            assert_ne!(read, listed, "{typed} no longer differs");
            differed += 1;
        } else {
            assert_eq!(read, listed, "{typed}");
            agreed += 1;
        }
    }
    println!("{agreed} of {} rows agree", agreed + differed);
    assert!(agreed > 80, "{agreed} agree, {differed} differ");
}

/// Where we read a Japanese date otherwise than the list, on purpose: ours ("" is refused).
static JAPANESE_DIFFERENCES: &[(&str, &str)] = &[
    // Days before their era began are refused.
    ("令和元年1月1日", ""),
    ("平成元年元日", ""),
    // A year of one or two digits without an era may be of any.
    ("10年5月3日", ""),
    ("2年12月31日", ""),
    // A year alone stays a year.
    ("西暦321年", "0321"),
    // Days are proleptic Gregorian; the list has Julian days.
    ("西暦2年12月31日", "0002-12-31"),
    // And 203 BC is the astronomical year -202.
    ("紀元前203年12月31日", "-0202-12-31"),
    ("紀元前4年7月", "-0003-07"),
    ("紀元前1年12月晦日", "0000-12-31"),
];

#[test]
fn japanese_dates() {
    let Some(table) = fixture("calendars/calendar_vectors.tsv") else {
        return;
    };
    let eras: Vec<&str> = japanese_eras()
        .iter()
        .map(|era| era.name(Language::Ja))
        .collect();
    let mut agreed = 0;
    for row in table.lines().skip(1) {
        let columns: Vec<&str> = row.split('\t').collect();
        let [system, typed, listed, ..] = columns[..] else {
            panic!("{row}")
        };
        if !matches!(system, "ja-era" | "ja-era-text") {
            continue;
        }
        let read = read_human(typed).map_or_else(|_| String::new(), |edtf| edtf.to_string());
        if let Some((_, ours)) = JAPANESE_DIFFERENCES.iter().find(|(text, _)| *text == typed) {
            assert_eq!(read, *ours, "{typed}");
            assert_ne!(read, listed, "{typed} no longer differs");
            continue;
        }
        let is_ours = eras.iter().any(|era| typed.starts_with(era)) || typed.starts_with("西暦");
        if is_ours {
            assert_eq!(read, listed, "{typed}");
            agreed += 1;
        } else {
            // Eras before Meiji are not read.
            assert_eq!(read, "", "{typed}");
        }
    }
    assert!(agreed >= 14, "{agreed}");
}

/// The texts of the EDTF suites, valid or not, are typed too: EDTF comes first.
#[test]
fn valid_edtf_is_never_read_otherwise() {
    let Some(table) = fixture("edtf/edtf_cases.tsv") else {
        return;
    };
    let mut asked = 0;
    for text in table
        .lines()
        .skip(1)
        .filter_map(|row| row.split('\t').nth(2))
    {
        if let Ok(edtf) = Edtf::parse(text) {
            assert_eq!(read_human(text), Ok(edtf), "{text}");
            asked += 1;
        }
    }
    assert!(asked > 100, "{asked}");
}
