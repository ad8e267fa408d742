//! An arrow at an edge of the plot: a pill with a head that points out.

use std::sync::Arc;

use super::measure::Widths;
use super::{Align, EdgeArrow, Ink, Metrics, Point, Rect, Side, TextLine, TextRole};
use crate::date::Language;
use crate::record::{EventIx, Link};

/// Most of an arrow's words, in heights of its pill.
const WORDS: f32 = 11.0;
/// Most of an arrow's words, as a share of the plot's width.
const WORDS_SHARE: f32 = 0.22;
/// Words with less room than this say nothing.
const WORDS_LEAST: f32 = 1.2;
/// The pill without its words.
const FRAME: f32 = 1.7;
/// From the plot's edge to the pill.
const INSET: f32 = 0.2;
/// From the pill's end to the head's tip.
const TIP: f32 = 0.2;
/// From the pill's end to words, on the side with the head and on the other.
const TO_WORDS: (f32, f32) = (1.1, 0.6);

/// The edges' room for arrows in a plot.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edges {
    /// The lanes' part right of the header column, without the room of a scroll bar.
    pub plot: Rect,
    /// Height of a pill.
    pub height: f32,
    /// The most that its words take.
    words: f32,
}

/// What an arrow says and where it leads.
pub(super) struct Says {
    /// The relation; none for what is beyond the axis.
    pub link: Option<Link>,
    /// Where a click flies to.
    pub target: EventIx,
    /// Its words.
    pub text: Arc<str>,
    /// The reader's language.
    pub language: Language,
}

impl Edges {
    /// None where arrows would say nothing.
    pub fn new(plot: Rect, metrics: &Metrics) -> Option<Self> {
        let height = metrics.arrow_height;
        let words = (plot.width() * WORDS_SHARE).min(WORDS * height);
        (words >= WORDS_LEAST * height).then_some(Self {
            plot,
            height,
            words,
        })
    }

    /// From the plot's edge to a pill.
    pub fn inset(&self) -> f32 {
        self.height * INSET
    }

    /// The most that an arrow's words take, in points.
    pub fn words(&self) -> f32 {
        self.words
    }

    /// Whether an arrow at one of the upright edges can lie on what is there.
    pub fn may_lie_on(&self, side: Side, rect: &Rect) -> bool {
        let width = self.words + (FRAME + INSET) * self.height;
        match side {
            Side::Left => rect.left < self.plot.left + width,
            _ => rect.right > self.plot.right - width,
        }
    }

    /// The arrow with its pill's middle as near to a place as its edge lets it.
    pub fn arrow(&self, side: Side, near: Point, says: Says, widths: &Widths) -> EdgeArrow {
        let Self {
            plot,
            height,
            words,
        } = *self;
        let role = TextRole::ArcLabel;
        let width = widths.of(&says.text, role, says.language).min(words);
        let full = width + FRAME * height;
        let least = plot.left + self.inset();
        let most = plot.right - self.inset() - full;
        let left = match side {
            Side::Left => least,
            Side::Right => most,
            Side::Top | Side::Bottom => (near.x - full / 2.0).min(most).max(least),
        };
        let y = near.y;
        let rect = Rect::new(left, y - height / 2.0, left + full, y + height / 2.0);
        let tip = match side {
            Side::Left => Point::new(rect.left + TIP * height, y),
            Side::Right => Point::new(rect.right - TIP * height, y),
            Side::Top => Point::new(rect.left + TO_WORDS.1 * height, rect.top + height / 4.0),
            Side::Bottom => Point::new(rect.left + TO_WORDS.1 * height, rect.bottom - height / 4.0),
        };
        let to_words = if side == Side::Right {
            TO_WORDS.1
        } else {
            TO_WORDS.0
        };
        EdgeArrow {
            link: says.link,
            target: says.target,
            side,
            tip,
            label: TextLine {
                text: says.text,
                role,
                ink: Ink::Accent,
                language: says.language,
                anchor: Point::new(rect.left + to_words * height, y),
                align: Align::Left,
                max_width: width,
                alpha: 1.0,
            },
            rect,
        }
    }
}
