//! A day with a time of day: "15 November 2024, 14:30 (UTC+9)".

use std::fmt::Write as _;

use super::gregorian;
use crate::date::{DateTime, Language, TimeShift};

/// The day, the time to the minute (to the second where seconds are not 0) and the distance from
/// UTC, if it is given.
pub(super) fn date_time(time: &DateTime, language: Language) -> String {
    let mut text = gregorian::day(time.date(), language);
    let comma = if language == Language::En { "," } else { "" };
    // Writing to a String cannot fail.
    let _ = write!(text, "{comma} {:02}:{:02}", time.hour(), time.minute());
    if time.second() != 0 {
        let _ = write!(text, ":{:02}", time.second());
    }
    let Some(shift) = shift_text(time.shift()) else {
        return text;
    };
    let _ = match language {
        Language::En => write!(text, " ({shift})"),
        Language::Ko => write!(text, "({shift})"),
        _ => write!(text, "（{shift}）"),
    };
    text
}

fn shift_text(shift: TimeShift) -> Option<String> {
    let minutes = match shift {
        TimeShift::Local => return None,
        TimeShift::Utc => 0,
        TimeShift::Hours(hours) => i32::from(hours) * 60,
        TimeShift::HoursMinutes(minutes) => i32::from(minutes),
    };
    if minutes == 0 {
        return Some("UTC".to_owned());
    }
    let sign = if minutes < 0 { '−' } else { '+' };
    let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
    Some(if minutes == 0 {
        format!("UTC{sign}{hours}")
    } else {
        format!("UTC{sign}{hours}:{minutes:02}")
    })
}
