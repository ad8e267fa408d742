//! Whether one date lies in another: 29 September 1972 in 1972.

use super::bounds::{Place, bounds};
use super::compound::{Endpoint, SetKind};
use super::date::Date;
use super::extent::set_hull;
use super::{Edtf, Shape};
use crate::date::extent::EdgeKind;

/// A stretch of a clock's time; an open end is none.
type Stretch = (Option<Place>, Option<Place>);

impl Edtf {
    /// Whether it lies in another date, each on the clock of where it was written. What lasts from
    /// one date to another does with either of the two; what is one of several dates does only with
    /// all of them.
    ///
    /// ```
    /// use nenpyo::date::Edtf;
    /// let lies_in = |one, other| Ok::<_, nenpyo::date::DateError>(Edtf::parse(one)?.lies_in(&Edtf::parse(other)?));
    /// assert!(lies_in("1972-09-29", "1972")?);
    /// assert!(lies_in("1950-06-25/1953-07-27", "1953")?);
    /// assert!(!lies_in("1972", "1972-09")?);
    /// # Ok::<(), nenpyo::date::DateError>(())
    /// ```
    pub fn lies_in(&self, other: &Self) -> bool {
        let room = room(other);
        match &self.shape {
            Shape::Date(date) => is_inside(&closed(bounds(date)), &room),
            Shape::DateTime(_) => is_inside(&self::room(self), &room),
            Shape::Set(set) if set.kind == SetKind::OneOf => is_inside(&self::room(self), &room),
            Shape::Interval(_) | Shape::Set(_) => self
                .dates()
                .any(|date| is_inside(&closed(bounds(date)), &room)),
        }
    }
}

fn closed((start, end): (Place, Place)) -> Stretch {
    (Some(start), Some(end))
}

/// All the time that a date may mean.
fn room(date: &Edtf) -> Stretch {
    match &date.shape {
        Shape::Date(date) => closed(bounds(date)),
        Shape::DateTime(time) => {
            let at = time.clock_seconds();
            closed((Place::Clock(at), Place::Clock(at.saturating_add(1))))
        }
        Shape::Interval(interval) => {
            let of = |end: &Endpoint| end.date().map(|date: &Date| bounds(date));
            (
                of(&interval.start).map(|(start, _)| start),
                of(&interval.end).map(|(_, end)| end),
            )
        }
        Shape::Set(set) => {
            let hull = set_hull(set);
            let known = |(place, kind)| (kind != EdgeKind::Open).then_some(place);
            (known(hull.start), known(hull.end))
        }
    }
}

fn is_inside(inner: &Stretch, outer: &Stretch) -> bool {
    let from = match (&inner.0, &outer.0) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(inner), Some(outer)) => inner >= outer,
    };
    let to = match (&inner.1, &outer.1) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(inner), Some(outer)) => inner <= outer,
    };
    from && to
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_lies_in_the_years_months_and_days_around_it() {
        for (one, other, lies) in [
            ("1972-09-29", "1972", true),
            ("1972-09-29", "1972-09", true),
            ("1972-09-29", "1972-09-29", true),
            ("1972-09-29", "1972-09-28", false),
            ("1972", "1972", true),
            ("1972", "1972-01", false),
            ("1972~", "197X", true),
            ("1972-09-29T23:30:00-08:00", "1972-09-29", true),
            ("1972-12-31/1973-01-02", "1973", true),
            ("1972/1978", "1972-01", false),
            ("1971/1973", "1972", false),
            ("[1972,1973]", "1972", false),
            ("[1972,1973]", "197X", true),
            ("{1972,1980}", "1972", true),
            ("1985/..", "1985", true),
            ("1999", "1985/..", true),
            ("1984", "1985/..", false),
            ("1950", "/1980", true),
            ("1950", "[..1980]", true),
            ("1972", "/..", true),
            ("Y1E18", "1972", false),
            ("Y1E18", "Y1E18", true),
        ] {
            let date = |text| Edtf::parse(text).expect("a date");
            assert_eq!(date(one).lies_in(&date(other)), lies, "{one} in {other}");
        }
    }
}
