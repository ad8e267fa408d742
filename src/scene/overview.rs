//! The strip that shows where in the whole record the window is, and where the record is dense.

use std::sync::Arc;

use super::lanes::{count_words, whole_record};
use super::measure::Widths;
use super::ticks::{Step, year_on_axis};
use super::{
    Align, HEADER_INSET, Ink, Metrics, Overview, Point, Rect, TextLine, TextRole, Viewport,
};
use crate::date::{Language, Zone};
use crate::index::Index;

/// Width of one density column in points.
const COLUMN: f32 = 3.0;
/// Space over the tallest column and under the lowest, and for the years.
const INSET: f32 = 6.0;
/// Least width of the window in the strip.
const LEAST_WINDOW: f32 = 3.0;

/// The part of the overview that does not change while one pans: kept between frames.
#[derive(Clone, Debug, PartialEq)]
pub struct Density {
    revision: u64,
    width: f32,
    /// First second at the strip's left edge.
    start_s: f64,
    seconds_per_point: f64,
    columns: Vec<f32>,
}

impl Density {
    /// Whether this is the density of that index at that width.
    pub fn is_for(&self, index: &Index, width: f32) -> bool {
        self.revision == index.revision() && (self.width - width).abs() < 0.5
    }

    /// Counts the record's events by column. Heights are square roots of the counts, so that a
    /// quiet decade beside a busy one is not flat.
    pub fn new(index: &Index, width: f32) -> Self {
        let (first, last) = index.span_s().unwrap_or((0, 1));
        let view = Viewport::fit(
            first as f64,
            (last as f64).max(first as f64 + 1.0),
            0.02,
            width,
        );
        let columns = (width / COLUMN).ceil().max(1.0) as usize;
        let seconds = view.seconds_per_point * f64::from(COLUMN);
        let counts = index.density(view.start_s, seconds, columns);
        let heights = smooth(&counts);
        let most = heights.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
        Self {
            revision: index.revision(),
            width,
            start_s: view.start_s,
            seconds_per_point: view.seconds_per_point,
            columns: heights
                .into_iter()
                .map(|height| (height / most).sqrt() as f32)
                .collect(),
        }
    }
}

/// Counts with their neighbours': a record of a few hundred events is a landscape, not a comb.
fn smooth(counts: &[u32]) -> Vec<f64> {
    const WEIGHTS: [f64; 7] = [1.0, 2.0, 3.0, 4.0, 3.0, 2.0, 1.0];
    let reach = WEIGHTS.len() / 2;
    (0..counts.len())
        .map(|at| {
            let near = (at.saturating_sub(reach)..=at + reach).filter(|&near| near < counts.len());
            near.map(|near| f64::from(counts[near]) * WEIGHTS[near + reach - at])
                .sum()
        })
        .collect()
}

/// What the overview is drawn with.
pub struct OverviewRequest<'a> {
    /// Events by column.
    pub density: &'a Density,
    /// Events in the record.
    pub events: usize,
    /// The window above.
    pub viewport: Viewport,
    /// The strip over the whole width.
    pub rect: Rect,
    /// Sizes.
    pub metrics: &'a Metrics,
    /// Language of words.
    pub language: Language,
    /// Zone of the years.
    pub zone: Zone,
    /// Widths of words.
    pub widths: &'a Widths<'a>,
}

/// The strip's share that the years under the hills take, and the air above the highest.
const YEARS_SHARE: f32 = 0.29;
const AIR_SHARE: f32 = 0.14;

/// The overview.
pub fn overview(request: &OverviewRequest) -> Overview {
    let density = request.density;
    let rect = Rect {
        left: request.rect.left + request.metrics.header_width,
        ..request.rect
    };
    let inner = Rect::new(rect.left, rect.top + INSET, rect.right, rect.bottom - INSET);
    let mut overview = Overview {
        rect: inner,
        hills: Rect {
            top: inner.top + inner.height() * AIR_SHARE,
            bottom: inner.bottom - inner.height() * YEARS_SHARE,
            ..inner
        },
        start_s: density.start_s,
        seconds_per_point: density.seconds_per_point,
        density: density.columns.clone(),
        column_points: COLUMN,
        window: inner,
        ticks: Vec::new(),
        title: header_line(request, whole_record(request.language).to_owned(), 0),
        subtitle: header_line(request, count_words(request.events, request.language), 1),
    };
    let view = request.viewport;
    // A window stays wide enough to be seen, as far as the strip has room.
    let least = LEAST_WINDOW.min(inner.width()).max(0.0);
    let left = overview
        .x_of(view.start_s)
        .clamp(inner.left, (inner.right - least).max(inner.left));
    let right = overview
        .x_of(view.end_s())
        .clamp(left + least, inner.right.max(left + least));
    overview.window = Rect {
        left,
        right,
        ..inner
    };
    overview.ticks = years(request, &overview);
    overview
}

fn header_line(request: &OverviewRequest, text: String, row: u8) -> TextLine {
    let rect = request.rect;
    let y = rect.centre().y + (f32::from(row) - 0.5) * rect.height() * 0.3;
    TextLine {
        text: text.into(),
        role: TextRole::LaneSubtitle,
        ink: Ink::Muted,
        language: request.language,
        anchor: Point::new(rect.left + HEADER_INSET, y),
        align: Align::Left,
        max_width: request.metrics.header_width - HEADER_INSET - 8.0,
        alpha: 1.0,
    }
}

fn years(request: &OverviewRequest, overview: &Overview) -> Vec<TextLine> {
    let rect = overview.rect;
    let end_s = overview.time_at(rect.right);
    let role = TextRole::OverviewTick;
    let width = |text: &str| request.widths.of(text, role, request.language);
    let mut chosen = None;
    for step in Step::ladder() {
        let Step::Years(years) = step else { continue };
        let spacing = (step.seconds() / overview.seconds_per_point) as f32;
        if spacing < 40.0 {
            continue;
        }
        let first = step.floor(crate::date::Instant(overview.start_s as i64), request.zone);
        let sample = year_on_axis(first.date.year, years, request.language);
        if spacing >= width(&sample) + 28.0 {
            chosen = Some((step, years));
            break;
        }
    }
    let Some((step, years)) = chosen else {
        return Vec::new();
    };
    let mut lines: Vec<TextLine> = Vec::new();
    for (at, clock) in step.ticks(overview.start_s, end_s, request.zone, 200) {
        let text = year_on_axis(clock.date.year, years, request.language);
        let half = width(&text) / 2.0;
        let x = overview.x_of(at.0 as f64);
        let free = lines
            .last()
            .is_none_or(|line| line.right() + 4.0 < x - half);
        if x - half < rect.left || x + half > rect.right || !free {
            continue;
        }
        lines.push(TextLine {
            text: Arc::from(text),
            role,
            ink: Ink::Muted,
            language: request.language,
            anchor: Point::new(x, rect.bottom - 6.0),
            align: Align::Centre,
            max_width: half * 2.0,
            alpha: 1.0,
        });
    }
    lines
}
