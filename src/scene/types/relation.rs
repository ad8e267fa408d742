//! Lines between the selected event and its relatives.

use super::{Point, Rect, TextLine};
use crate::record::{EventIx, Link};

/// A relation whose two ends are on screen: a cubic curve, dashed.
#[derive(Clone, Debug, PartialEq)]
pub struct Arc {
    /// The relation as the record has it.
    pub link: Link,
    /// The event at the other end than the selected one.
    pub other: EventIx,
    /// Start, two control points, end; an arrow head stands at the end, which
    /// is the event that is named.
    pub curve: [Point; 4],
    /// The relation's type; on the curve when it has a pill, else only to be heard.
    pub label: TextLine,
    /// The pill behind the label; `None` where the word would lie on others.
    pub pill: Option<Rect>,
}

/// Where off screen a relative is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// The relative is earlier than the window.
    Left,
    /// The relative is later than the window.
    Right,
    /// The relative's lane is scrolled away above.
    Top,
    /// The relative's lane is scrolled away below.
    Bottom,
}

/// What is off screen: an arrow that leads there.
#[derive(Clone, Debug, PartialEq)]
pub struct EdgeArrow {
    /// The relation as the record has it; none for an event beyond all that can be drawn.
    pub link: Option<Link>,
    /// Where a click flies to.
    pub target: EventIx,
    /// Which edge it stands at.
    pub side: Side,
    /// The arrow's tip.
    pub tip: Point,
    /// The relation's type and the target's title; on the last of many how many others there are,
    /// of which the target is the most important.
    pub label: TextLine,
    /// The pill around the label: the pointer's target.
    pub rect: Rect,
}
