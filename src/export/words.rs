//! The few words a picture says of itself, in the five languages.

use crate::date::{CivilDate, Edtf, Instant, Language, Zone, in_words};
use crate::scene::Viewport;

/// "Record: east-asia.json".
pub(super) fn record(name: &str, language: Language) -> String {
    let (label, colon) = match language {
        Language::En => ("Record", ": "),
        Language::Ja => ("記録", "："),
        Language::ZhHans => ("记录", "："),
        Language::ZhHant => ("記錄", "："),
        Language::Ko => ("기록", ": "),
    };
    format!("{label}{colon}{name}")
}

/// What a picture is, for who cannot see it: "A timeline of 209 events".
pub(super) fn picture_of(events: &str, language: Language) -> String {
    match language {
        Language::En => format!("A timeline of {events}"),
        Language::Ja => format!("年表、{events}"),
        Language::ZhHans | Language::ZhHant => format!("年表，{events}"),
        Language::Ko => format!("연표, {events}"),
    }
}

/// The window of time in words: years where it is longer than three, days where it is shorter.
pub(super) fn window(viewport: &Viewport, zone: Zone, language: Language) -> String {
    const DAY_S: f64 = 86_400.0;
    const THREE_YEARS_S: f64 = 3.0 * crate::scene::SECONDS_PER_YEAR;
    let day = |second: f64| -> CivilDate { zone.to_civil(Instant(second as i64)).date };
    let is_long = viewport.length_s() > THREE_YEARS_S;
    // A year that ends in another zone's morning of 1 January is not the next year.
    let last_s = viewport.end_s() - if is_long { DAY_S } else { 1.0 };
    let (first, last) = (day(viewport.start_s), day(last_s));
    let (from, to) = if is_long {
        (year(first.year), year(last.year))
    } else {
        (first.to_string(), last.to_string())
    };
    let both = if from == to {
        from.clone()
    } else {
        format!("{from}/{to}")
    };
    Edtf::parse(&both).map_or_else(
        |_| format!("{from} – {to}"),
        |date| in_words(&date, language),
    )
}

/// A year as EDTF writes it.
fn year(year: i64) -> String {
    match year {
        0..=9_999 => format!("{year:04}"),
        -9_999..=-1 => format!("-{:04}", -year),
        _ => format!("Y{year}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_edtf() {
        for (number, text) in [
            (1972, "1972"),
            (-44, "-0044"),
            (12, "0012"),
            (123_456, "Y123456"),
        ] {
            assert_eq!(year(number), text);
            assert!(Edtf::parse(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn a_window_is_named_by_years_or_by_days() {
        let named = |from: &str, to: &str| {
            let second = |text: &str, end: bool| {
                let extent = Edtf::parse(text).expect("a date").extent(Zone::UTC);
                if end {
                    extent.end.at.0 as f64
                } else {
                    extent.start.at.0 as f64
                }
            };
            let view = Viewport::new(second(from, false), second(to, true), 800.0);
            window(&view, Zone::UTC, Language::En)
        };
        assert_eq!(named("1945", "2024"), "1945–2024");
        assert_eq!(named("1972-09-25", "1972-09-30"), "25–30 September 1972");
        assert_eq!(named("1972-09-29", "1972-09-29"), "29 September 1972");
    }

    #[test]
    fn a_record_is_named_in_every_language() {
        for language in Language::ALL {
            assert!(record("a.json", language).ends_with("a.json"));
        }
        assert_eq!(record("a.json", Language::Ja), "記録：a.json");
    }
}
