//! Where an EDTF value lies on the line of time, and the order of values.

use std::cmp::Ordering;

use super::bounds::{Place, bounds};
use super::compound::{Endpoint, Interval, Member, Set, SetKind};
use super::date::Date;
use super::time::DateTime;
use super::{Edtf, Shape};
use crate::date::extent::{Edge, EdgeKind, Extent};
use crate::date::instant::Instant;
use crate::date::zone::Zone;

impl Edtf {
    /// Where it lies, for an event in that zone. A time with a shift of its own ignores the zone.
    ///
    /// Years beyond `i64` seconds saturate; [`Edtf`]'s own order still tells them apart.
    pub fn extent(&self, zone: Zone) -> Extent {
        match &self.shape {
            Shape::Date(date) => {
                let kind = kind_of(date);
                let (start, end) = bounds(date);
                extent((start.to_instant(zone), kind), (end.to_instant(zone), kind))
            }
            Shape::DateTime(time) => {
                let start = instant_of(time, zone);
                let end = start.saturating_add(1);
                extent((start, EdgeKind::Sharp), (end, EdgeKind::Sharp))
            }
            Shape::Interval(interval) => match interval_hull(interval) {
                Some(hull) => hull.in_zone(zone),
                None => extent(
                    (Instant::MIN, kind_without_date(&interval.start)),
                    (Instant::MAX, kind_without_date(&interval.end)),
                ),
            },
            Shape::Set(set) => set_hull(set).in_zone(zone),
        }
    }

    /// Where it begins and ends without a zone; `None` where it says nothing about either.
    fn places(&self) -> Option<(Place, Place)> {
        match &self.shape {
            Shape::Date(date) => Some(bounds(date)),
            Shape::DateTime(time) => {
                let at = instant_of(time, Zone::UTC).0;
                Some((Place::Clock(at), Place::Clock(at.saturating_add(1))))
            }
            Shape::Interval(interval) => {
                interval_hull(interval).map(|hull| (hull.start.0, hull.end.0))
            }
            Shape::Set(set) => {
                let hull = set_hull(set);
                Some((hull.start.0, hull.end.0))
            }
        }
    }
}

impl Ord for Edtf {
    fn cmp(&self, other: &Self) -> Ordering {
        // `None` covers all of time, so it begins first.
        self.places()
            .cmp(&other.places())
            .then_with(|| self.to_string().cmp(&other.to_string()))
    }
}

impl PartialOrd for Edtf {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The span of several dates, before it is put in a zone.
pub(super) struct Hull {
    pub(super) start: (Place, EdgeKind),
    pub(super) end: (Place, EdgeKind),
}

impl Hull {
    fn in_zone(&self, zone: Zone) -> Extent {
        extent(
            (self.start.0.to_instant(zone), self.start.1),
            (self.end.0.to_instant(zone), self.end.1),
        )
    }
}

fn extent(start: (Instant, EdgeKind), end: (Instant, EdgeKind)) -> Extent {
    let edge = |(at, kind)| Edge { at, kind };
    Extent {
        start: edge(start),
        end: edge(end),
    }
}

fn instant_of(time: &DateTime, zone: Zone) -> Instant {
    let clock_seconds = time.clock_seconds();
    match time.shift().seconds() {
        Some(shift) => Instant(clock_seconds - shift),
        None => zone.clock_to_instant(clock_seconds),
    }
}

fn kind_of(date: &Date) -> EdgeKind {
    if date.is_fuzzy() {
        EdgeKind::Fuzzy
    } else {
        EdgeKind::Sharp
    }
}

/// What an interval's end without a date is like.
fn kind_without_date(endpoint: &Endpoint) -> EdgeKind {
    match endpoint {
        Endpoint::Open => EdgeKind::Open,
        Endpoint::Date(_) | Endpoint::Unknown => EdgeKind::Unknown,
    }
}

/// The span of an interval that has a date at one end at least.
fn interval_hull(interval: &Interval) -> Option<Hull> {
    match (&interval.start, &interval.end) {
        (Endpoint::Date(first), Endpoint::Date(last)) => Some(Hull {
            start: (bounds(first).0, kind_of(first)),
            end: (bounds(last).1, kind_of(last)),
        }),
        (Endpoint::Date(first), end) => {
            let (start, far_side) = bounds(first);
            Some(Hull {
                start: (start, kind_of(first)),
                end: (far_side, kind_without_date(end)),
            })
        }
        (start, Endpoint::Date(last)) => {
            let (far_side, end) = bounds(last);
            Some(Hull {
                start: (far_side, kind_without_date(start)),
                end: (end, kind_of(last)),
            })
        }
        _ => None,
    }
}

/// The span from the earliest to the latest member.
pub(super) fn set_hull(set: &Set) -> Hull {
    let is_a_choice =
        set.kind == SetKind::OneOf && !matches!(set.members.as_ref(), [Member::Date(_)]);
    let kind_of = |date| {
        if is_a_choice {
            EdgeKind::Fuzzy
        } else {
            kind_of(date)
        }
    };
    let mut hull: Option<Hull> = None;
    for member in &set.members {
        let (first, last) = (member.first(), member.last());
        let start = match member {
            Member::UpTo(_) => EdgeKind::Open,
            _ => kind_of(first),
        };
        let end = match member {
            Member::From(_) => EdgeKind::Open,
            _ => kind_of(last),
        };
        let (start, end) = ((bounds(first).0, start), (bounds(last).1, end));
        hull = Some(match hull {
            None => Hull { start, end },
            Some(so_far) => Hull {
                start: wider(so_far.start, start, Ordering::Less),
                end: wider(so_far.end, end, Ordering::Greater),
            },
        });
    }
    // A set has a member: parsing refuses others.
    hull.unwrap_or(Hull {
        start: (Place::Clock(i64::MIN), EdgeKind::Unknown),
        end: (Place::Clock(i64::MAX), EdgeKind::Unknown),
    })
}

/// The outer of two edges. An open one stays open wherever the dates lie: `{..1984,1990}`.
fn wider(
    one: (Place, EdgeKind),
    other: (Place, EdgeKind),
    outwards: Ordering,
) -> (Place, EdgeKind) {
    let is_open = one.1 == EdgeKind::Open || other.1 == EdgeKind::Open;
    let (place, kind) = if other.0.cmp(&one.0) == outwards {
        other
    } else {
        one
    };
    (place, if is_open { EdgeKind::Open } else { kind })
}
