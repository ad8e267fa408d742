//! The second row of the axis: the same time in another calendar.
//!
//! Coarse windows show what the calendar counts in (eras, spans of years), finer ones its years,
//! months and days, as soon as their words have room. Where the calendar has nothing true to say
//! the row is empty.

mod lunar;

pub use lunar::LunarMemory;

use std::sync::Arc;

use crate::date::{
    Almanac, Calendar, CivilDate, EdgeKind, Instant, Language, Precision, Zone, in_calendar,
    japanese_eras,
};
use crate::scene::bands::{Stretch, row_title};
use crate::scene::measure::Widths;
use crate::scene::ticks::Step;
use crate::scene::{Rect, Segment, SegmentRow, TextRole, Viewport};

/// What the row is drawn with.
pub struct CalendarRequest<'a> {
    /// The calendar.
    pub calendar: Calendar,
    /// The window of time.
    pub viewport: Viewport,
    /// The row, header column included.
    pub rect: Rect,
    /// Width of the header column.
    pub header_width: f32,
    /// The zone in which days begin.
    pub zone: Zone,
    /// The language of the words.
    pub language: Language,
    /// Widths of words.
    pub widths: &'a Widths<'a>,
}

/// Space a name needs beside its words.
const PADDING: f32 = 18.0;
/// No row has more stretches than this.
const MOST: usize = 600;

/// The row.
pub fn calendar_row(request: &CalendarRequest, memory: &mut LunarMemory) -> SegmentRow {
    let plot = Rect {
        left: request.rect.left + request.header_width,
        ..request.rect
    };
    let stretches = match request.calendar {
        Calendar::JapaneseEra => eras(request),
        Calendar::Gregorian | Calendar::Minguo => stepped(request),
        Calendar::ChineseLunar => lunar::years(request, Almanac::Chinese, memory),
        Calendar::KoreanLunar => lunar::years(request, Almanac::Korean, memory),
    };
    let mut segments: Vec<Segment> = Vec::new();
    for (nth, stretch) in stretches.into_iter().enumerate() {
        if let Some(mut segment) = stretch.segment(request.viewport, &plot, request.widths) {
            segment.odd = nth % 2 == 1;
            if let Some(label) = &mut segment.label {
                // Calendar words stand at the left, like the years above them.
                label.anchor.x = segment.rect.left + 8.0;
            }
            segments.push(segment);
        }
    }
    let name = Arc::from(request.calendar.name(request.language));
    SegmentRow {
        rect: plot,
        title: row_title(name, request.language, &request.rect, request.header_width),
        segments,
    }
}

impl CalendarRequest<'_> {
    fn spacing(&self, step: Step) -> f32 {
        (step.seconds() / self.viewport.seconds_per_point) as f32
    }

    fn width(&self, text: &str) -> f32 {
        self.widths.of(text, TextRole::Calendar, self.language)
    }

    fn words(&self, date: CivilDate, precision: Precision) -> Option<String> {
        in_calendar(date, precision, self.calendar, self.language)
    }

    fn midnight(&self, date: CivilDate) -> i64 {
        self.zone.to_instant(date.at_midnight()).0
    }

    fn civil(&self, second: f64) -> CivilDate {
        self.zone.to_civil(Instant(second as i64)).date
    }

    fn stretch(&self, start_s: i64, end_s: i64, name: String) -> Stretch {
        Stretch {
            start_s,
            end_s,
            start: EdgeKind::Sharp,
            end: EdgeKind::Sharp,
            name: Arc::from(name),
            shorter: Vec::new(),
            language: self.language,
            role: TextRole::Calendar,
        }
    }

    /// The finest of day, month and year whose words have room in this window.
    fn finest(&self) -> Option<(Step, Precision)> {
        let sample = self.civil(self.viewport.centre_s());
        let choices = [
            (Step::Day, Precision::Day),
            (Step::Months(1), Precision::Month),
            (Step::Years(1), Precision::Year),
        ];
        choices.into_iter().find(|&(step, precision)| {
            self.words(sample, precision)
                .is_some_and(|words| self.spacing(step) >= self.width(&words) + PADDING)
        })
    }
}

/// Calendars whose years are the Gregorian ones.
fn stepped(request: &CalendarRequest) -> Vec<Stretch> {
    let view = request.viewport;
    if let Some((step, precision)) = request.finest() {
        let ticks = step.ticks(view.start_s, view.end_s(), request.zone, MOST);
        return ticks
            .windows(2)
            .filter_map(|pair| {
                let name = request.words(pair[0].1.date, precision)?;
                Some(request.stretch(pair[0].0.0, pair[1].0.0, name))
            })
            .collect();
    }
    spans_of_years(request)
}

/// Spans of five, ten, fifty… years, named by their first and last: what is seen of one may begin
/// long after its first year.
fn spans_of_years(request: &CalendarRequest) -> Vec<Stretch> {
    let view = request.viewport;
    let first_year = match request.calendar {
        Calendar::Minguo => 1911,
        _ => 0,
    };
    let sample = request.civil(view.start_s);
    let Some(words) = request.words(sample, Precision::Year) else {
        return Vec::new();
    };
    let needed = request.width(&words) * 2.0 + PADDING;
    let mut years = 5;
    let mut times_two = true;
    while request.spacing(Step::Years(years)) < needed {
        if years >= 1_000_000 {
            return Vec::new();
        }
        years *= if times_two { 2 } else { 5 };
        times_two = !times_two;
    }
    let from = (sample.year - first_year).div_euclid(years) * years + first_year;
    let last = request.civil(view.end_s()).year;
    let new_year = |year: i64| CivilDate {
        year,
        month: 1,
        day: 1,
    };
    let mut found = Vec::new();
    let mut year = from;
    while year <= last && found.len() < MOST {
        // A span that would begin in the year 0 of the count begins in its year 1.
        let named = if year == first_year { year + 1 } else { year };
        let next = year + years;
        if let Some(name) = request.words(new_year(named), Precision::Year) {
            let (start, end) = (
                new_year(named),
                new_year(if next == first_year { next + 1 } else { next }),
            );
            let last = request.words(new_year(next - 1), Precision::Year);
            let name = match last.filter(|last| *last != name) {
                Some(last) => format!("{name}–{}", without_count_name(&name, &last)),
                None => name,
            };
            found.push(request.stretch(request.midnight(start), request.midnight(end), name));
        }
        year = next;
    }
    found
}

/// 49年 of 民國49年 after 民國元年: the count's name is said once.
fn without_count_name<'l>(first: &str, last: &'l str) -> &'l str {
    let number = last.find(|c: char| c.is_ascii_digit());
    let count = number.filter(|&at| first.starts_with(&last[..at]));
    count.map_or(last, |at| &last[at..])
}

/// Eras, and within them years, months and days.
fn eras(request: &CalendarRequest) -> Vec<Stretch> {
    let view = request.viewport;
    let mut found = Vec::new();
    let finest = request.finest();
    for era in japanese_eras() {
        let start = request.midnight(era.start);
        let end = era
            .last
            .map_or(i64::MAX, |last| request.midnight(last.add_days(1)));
        if (end as f64) < view.start_s || (start as f64) > view.end_s() {
            continue;
        }
        let Some((step, precision)) = finest else {
            let own = era.name(Language::Ja);
            let name = match request.language {
                Language::Ja => own.to_owned(),
                language => {
                    let translated = era.name(language);
                    if translated == own {
                        own.to_owned()
                    } else {
                        format!("{own} {translated}")
                    }
                }
            };
            let mut stretch = request.stretch(start, end, name);
            if era.last.is_none() {
                stretch.end = EdgeKind::Open;
            }
            found.push(stretch);
            continue;
        };
        // A year or month in which eras change is divided at the change.
        let from = view.start_s.max(start as f64);
        let to = view.end_s().min(end as f64);
        let ticks = step.ticks(from, to, request.zone, MOST);
        for pair in ticks.windows(2) {
            let (low, high) = (pair[0].0.0.max(start), pair[1].0.0.min(end));
            if low >= high {
                continue;
            }
            let date = request.civil(low as f64);
            let whole = request.words(date, precision);
            let Some(name) = whole.map(|words| of_era(words, era.name(request.language))) else {
                continue;
            };
            found.push(request.stretch(low, high, name));
        }
    }
    found
}

/// Of "平成31年・令和元年" the part that names this era.
fn of_era(words: String, era: &str) -> String {
    let parts: Vec<&str> = words.split(['・', '／', '/']).map(str::trim).collect();
    if parts.len() < 2 {
        return words;
    }
    parts
        .into_iter()
        .find(|part| part.contains(era))
        .map_or(words.clone(), str::to_owned)
}

#[cfg(test)]
mod tests;
