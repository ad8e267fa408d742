//! The time axis: which ticks, how strong, and their words.
//!
//! The finest step whose words fit gives the words; the unit over it says the year. A finer step's
//! lines fade in before its words do.

mod step;
mod words;

pub use step::Step;
pub use words::year_on_axis;

use std::sync::Arc;

use super::measure::Widths;
use super::{Align, Axis, Ink, Point, Rect, TextLine, TextRole, TickLine, Viewport};
use crate::date::{CivilDateTime, Instant, Language, Zone};

/// Space between two words on the axis.
const GAP: f32 = 14.0;
/// Lines closer than this do not show; at [`LINES_FULL`] they show fully.
const LINES_FADE: f32 = 5.0;
const LINES_FULL: f32 = 14.0;
/// Days wider than this, in points, say their day of the week.
const WEEKDAYS_FROM: f32 = 84.0;
/// No window has more ticks than this, whatever the font says.
const MOST: usize = 800;

/// What the axis is drawn with.
#[derive(Clone, Copy)]
pub struct AxisRequest<'a> {
    /// The window of time.
    pub viewport: Viewport,
    /// Where the tick rows stand; its left edge is the window's start.
    pub rect: Rect,
    /// The zone of days and hours.
    pub zone: Zone,
    /// The language of the words.
    pub language: Language,
    /// Widths of words.
    pub widths: &'a Widths<'a>,
}

/// The finest step whose words stand apart.
pub fn step_for(request: &AxisRequest) -> Step {
    let mut last = Step::Years(100_000_000_000);
    for step in Step::ladder() {
        let spacing = |step: Step| (step.seconds() / request.viewport.seconds_per_point) as f32;
        let fits = |step, over: f32| spacing(step) >= 12.0 && spacing(step) >= over + GAP;
        if !fits(step, sample_width(request, step)) {
            continue;
        }
        let over = step.context();
        if matches!(step, Step::Years(_)) || fits(over, context_width(request, over)) {
            return step;
        }
        last = step;
    }
    last
}

/// The widest word that the step will show in this window.
fn sample_width(request: &AxisRequest, step: Step) -> f32 {
    let role = match step {
        Step::Years(_) => TextRole::AxisMajor,
        _ => TextRole::AxisMinor,
    };
    let width = |clock: CivilDateTime| {
        let text = words::tick(clock, step, request.language);
        request.widths.of(&text, role, request.language)
    };
    let view = request.viewport;
    let at = |second: f64| request.zone.to_civil(Instant(second as i64));
    match step {
        Step::Months(_) => (1..=12)
            .map(|month| {
                let mut clock = at(view.start_s);
                clock.date.month = month;
                width(clock)
            })
            .fold(0.0, f32::max),
        Step::Years(_) => {
            let first = step.floor(Instant(view.start_s as i64), request.zone);
            let last = step.floor(Instant(view.end_s() as i64), request.zone);
            width(first).max(width(last))
        }
        _ => {
            let mut clock = at(view.start_s);
            clock.date.day = 28;
            (clock.hour, clock.minute, clock.second) = (20, 48, 48);
            width(clock)
        }
    }
}

/// The width of a long name of the unit over the ticks; no year in the window is longer.
fn context_width(request: &AxisRequest, over: Step) -> f32 {
    let view = request.viewport;
    let width = |second: f64| {
        let mut clock = request.zone.to_civil(Instant(second as i64));
        (clock.date.month, clock.date.day) = (9, 28);
        let text = words::context(clock, over, request.language);
        request
            .widths
            .of(&text, TextRole::AxisMajor, request.language)
    };
    width(view.start_s).max(width(view.end_s())) + 5.0
}

/// The axis of a window.
pub fn axis(request: &AxisRequest) -> Axis {
    let step = step_for(request);
    let over = step.context();
    let mut axis = Axis::default();
    finer_lines(request, step, &mut axis);
    let ticks = ticks(request, step);
    let contexts = self::ticks(request, over);
    for &(at, _) in &ticks {
        push_line(request, &mut axis.lines, at, false, 1.0);
    }
    for &(at, _) in &contexts {
        push_line(request, &mut axis.lines, at, true, 1.0);
    }
    if matches!(step, Step::Years(_)) {
        years(request, step, &ticks, &contexts, &mut axis);
    } else {
        let upper = row(request, 0);
        let lower = row(request, 1);
        let days = (step.seconds() / request.viewport.seconds_per_point) as f32;
        let roomy = days >= WEEKDAYS_FROM;
        let whole = Named::Stretch;
        axis.upper = intervals(
            request,
            (&contexts, whole),
            upper,
            TextRole::AxisMajor,
            |clock| words::context(clock, over, request.language),
        );
        let named = Named::by(step);
        axis.lower = intervals(
            request,
            (&ticks, named),
            lower,
            TextRole::AxisMinor,
            |clock| {
                if step == Step::Day && roomy {
                    words::weekday(clock, request.language)
                } else {
                    words::tick(clock, step, request.language)
                }
            },
        );
    }
    axis
}

fn ticks(request: &AxisRequest, step: Step) -> Vec<(Instant, CivilDateTime)> {
    let view = request.viewport;
    step.ticks(view.start_s, view.end_s(), request.zone, MOST)
}

fn row(request: &AxisRequest, row: u8) -> f32 {
    let rect = request.rect;
    rect.top + rect.height() * (0.28 + 0.44 * f32::from(row))
}

fn push_line(
    request: &AxisRequest,
    lines: &mut Vec<TickLine>,
    at: Instant,
    major: bool,
    alpha: f32,
) {
    let x = request.rect.left + request.viewport.x_of_instant(at);
    if x < request.rect.left || x > request.rect.right {
        return;
    }
    // A major line stands in for the minor one at the same place.
    if major {
        lines.retain(|line| line.major || (line.x - x).abs() > 0.5);
    }
    lines.push(TickLine {
        x,
        at_s: at.0,
        major,
        alpha,
    });
}

/// The finest lines that can be told apart fade in under the words' own step.
fn finer_lines(request: &AxisRequest, step: Step, axis: &mut Axis) {
    let view = request.viewport;
    let spacing = |step: Step| (step.seconds() / view.seconds_per_point) as f32;
    let finest = Step::ladder()
        .take_while(|finer| finer.seconds() < step.seconds())
        .find(|&finer| spacing(finer) > LINES_FADE && divides(finer, step));
    let Some(finer) = finest else { return };
    let alpha = ((spacing(finer) - LINES_FADE) / (LINES_FULL - LINES_FADE)).clamp(0.0, 1.0);
    let coarse: std::collections::HashSet<i64> =
        ticks(request, step).iter().map(|(at, _)| at.0).collect();
    for (at, _) in ticks(request, finer) {
        if !coarse.contains(&at.0) {
            push_line(request, &mut axis.lines, at, false, alpha * 0.6);
        }
    }
}

/// Whether every tick of the coarser step is one of the finer.
fn divides(finer: Step, coarser: Step) -> bool {
    match (finer, coarser) {
        (Step::Years(a), Step::Years(b)) => b % a == 0,
        _ => true,
    }
}

/// Year ticks: round years bold, those between muted, all on the upper row.
fn years(
    request: &AxisRequest,
    step: Step,
    ticks: &[(Instant, CivilDateTime)],
    majors: &[(Instant, CivilDateTime)],
    axis: &mut Axis,
) {
    let Step::Years(years) = step else { return };
    let rect = request.rect;
    for &(at, clock) in ticks {
        let major = majors.iter().any(|&(major, _)| major == at);
        let (role, ink) = if major {
            (TextRole::AxisMajor, Ink::Strong)
        } else {
            (TextRole::AxisMinor, Ink::Muted)
        };
        let text = year_on_axis(clock.date.year, years, request.language);
        let width = request.widths.of(&text, role, request.language);
        // A plot narrower than a word has none.
        if width > rect.width() {
            continue;
        }
        let x = rect.left + request.viewport.x_of_instant(at);
        let held = x.clamp(
            rect.left + width / 2.0,
            (rect.right - width / 2.0).max(rect.left + width / 2.0),
        );
        // A word may give way a little at the window's edge, not walk along it.
        if x < rect.left || x > rect.right || (held - x).abs() > GAP / 2.0 {
            continue;
        }
        axis.upper.push(TextLine {
            text: Arc::from(text),
            role,
            ink,
            language: request.language,
            anchor: Point::new(held, row(request, 0)),
            align: Align::Centre,
            max_width: width,
            alpha: 1.0,
        });
    }
}

/// What the word at a tick names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Named {
    /// All up to the next tick: a month, a day.
    Stretch,
    /// The tick: the first of ten days, an hour.
    Tick,
}

impl Named {
    fn by(step: Step) -> Self {
        match step {
            Step::Years(_) | Step::Months(1) | Step::Day => Self::Stretch,
            _ => Self::Tick,
        }
    }
}

/// Words from one tick to the next; that of a long stretch stays in view, that of a tick goes with
/// it: at the window's edge it would name a time that is out of view.
fn intervals(
    request: &AxisRequest,
    (ticks, named): (&[(Instant, CivilDateTime)], Named),
    y: f32,
    role: TextRole,
    words: impl Fn(CivilDateTime) -> String,
) -> Vec<TextLine> {
    const INSET: f32 = 5.0;
    let rect = request.rect;
    let x_of = |at: Instant| rect.left + request.viewport.x_of_instant(at);
    let mut lines = Vec::new();
    for (position, &(at, clock)) in ticks.iter().enumerate() {
        if named == Named::Tick && x_of(at) < rect.left {
            continue;
        }
        let left = x_of(at).max(rect.left) + INSET;
        let right = ticks
            .get(position + 1)
            .map_or(rect.right, |&(next, _)| x_of(next))
            .min(rect.right);
        if right - left < 8.0 {
            continue;
        }
        let text = words(clock);
        let width = request.widths.of(&text, role, request.language);
        if width > right - left {
            continue;
        }
        lines.push(TextLine {
            text: Arc::from(text),
            role,
            ink: if role == TextRole::AxisMajor {
                Ink::Strong
            } else {
                Ink::Muted
            },
            language: request.language,
            anchor: Point::new(left, y),
            align: Align::Left,
            max_width: width,
            alpha: 1.0,
        });
    }
    lines
}

#[cfg(test)]
mod tests;
