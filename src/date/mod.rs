//! When: dates as people know them, and where they lie on the line of time.
//!
//! A date is kept as [`Edtf`], which says how exactly and how surely it is known; [`Edtf::extent`]
//! puts it on the line of [`Instant`]s in a [`Zone`]. Everything is proleptic Gregorian; other
//! calendars are for reading and writing only.

mod calendar;
mod civil;
mod edtf;
mod error;
mod extent;
mod five;
mod human;
mod instant;
mod language;
mod particle;
mod precision;
mod words;
mod zone;

pub use calendar::{Almanac, Calendar, Era, LunarDate, in_calendar, japanese_eras};
pub use civil::{CivilDate, CivilDateTime, Weekday, days_in_month, is_leap_year};
pub use edtf::{
    Clock, Date, DateTime, Edtf, Endpoint, Grip, Hemisphere, Hold, Interval, LongYear, Member,
    NotMoved, Part, PlainYear, Qualification, Season, Set, SetKind, Shape, SubYear, SubYearKind,
    TimeShift, TwoDigits, Year,
};
pub use error::{DateError, DateErrorKind};
pub use extent::{Edge, EdgeKind, Extent};
pub use five::Five;
pub(crate) use five::phrases;
pub(crate) use human::ENGLISH_MONTHS;
pub use human::{HumanDateError, read_human};
pub use instant::{Instant, SECONDS_PER_DAY};
pub use language::Language;
pub use particle::korean_to;
pub use precision::Precision;
pub use words::{NameWidth, in_words, month_name, precision_in_words, weekday_name};
pub use zone::{Zone, ZoneError};
