//! An event, whole: everything the file says about it, as it is shown to the reader.

use schemars::JsonSchema;
use serde::Serialize;

use super::kind::Kind;
use super::quote::{Citation, Quote};
use super::relation::Relation;
use super::text::Text;
use super::vocabulary::{Open, vocabulary};
use super::wire;
use crate::date::{Edtf, Extent, Zone};

/// Something that happened, with its evidence.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct Event {
    /// Name by which relations and stories refer to the event; unique in the record, and kept for ever.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub id: Option<String>,
    /// What the event is called.
    pub title: Text,
    /// What happened, in a few sentences of the record's author.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<Text>,
    /// When it happened: EDTF (ISO 8601-2:2019, Library of Congress profile), levels 0 to 2,
    /// such as `1972-09-29`, `1972-09`, `1972~`, `1972-09-25/1972-09-30`, `1978/..`.
    #[serde(serialize_with = "wire::edtf")]
    #[schemars(with = "String", length(min = 1))]
    pub date: Edtf,
    /// Where that date was the date: a name of the IANA time zone database, such as `Asia/Tokyo`.
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "wire::optional_zone"
    )]
    #[schemars(with = "Option<String>")]
    pub time_zone: Option<Zone>,
    /// What sort of event it is; a kind that is not listed reads as itself and draws as `other`.
    #[serde(skip_serializing_if = "is_plain_other")]
    #[schemars(default = "plain_other")]
    pub kind: Open<Kind>,
    /// Who acted: ids of the record's `actors`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub actors: Vec<String>,
    /// People who took part, by name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub people: Vec<String>,
    /// Where it happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// Free words to find it by.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub tags: Vec<String>,
    /// How much it matters in this record, 1 (least) to 5.
    #[serde(skip_serializing_if = "is_default_importance")]
    #[schemars(range(min = 1, max = 5), default = "default_importance")]
    pub importance: u8,
    /// How warm or hostile it was, coded by the record's author.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tone: Option<Tone>,
    /// What was said or written, word for word.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub quotes: Vec<Quote>,
    /// Documents that attest the event as a whole.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub sources: Vec<Citation>,
    /// Other events of the record that it stands in a relation to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub relations: Vec<Relation>,
    /// Pictures, kept beside the record.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub images: Vec<Image>,
    /// How sure the record's author is of it.
    #[serde(skip_serializing_if = "is_confirmed")]
    #[schemars(default = "confirmed")]
    pub status: Open<Status>,
    /// Remarks of the record's author, doubts above all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<Text>,
}

/// The importance of an event that does not say its own.
pub const DEFAULT_IMPORTANCE: u8 = 3;

impl Event {
    /// An event with a title and a date and nothing else.
    pub fn new(title: Text, date: Edtf) -> Self {
        Self {
            id: None,
            title,
            summary: None,
            date,
            time_zone: None,
            kind: Open::Known(Kind::Other),
            actors: Vec::new(),
            people: Vec::new(),
            place: None,
            tags: Vec::new(),
            importance: DEFAULT_IMPORTANCE,
            tone: None,
            quotes: Vec::new(),
            sources: Vec::new(),
            relations: Vec::new(),
            images: Vec::new(),
            status: Open::Known(Status::Confirmed),
            notes: None,
        }
    }

    /// The zone in which the event's date is read: its own, else UTC.
    pub fn zone(&self) -> Zone {
        self.time_zone.unwrap_or(Zone::UTC)
    }

    /// The instants between which the event lies.
    pub fn extent(&self) -> Extent {
        self.date.extent(self.zone())
    }
}

/// Where an event happened.
#[derive(Clone, PartialEq, Debug, Default, Serialize, JsonSchema)]
pub struct Place {
    /// What the place is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// The country it is in: an actor's id where the record has one, such as `PER`
    /// (ISO 3166-1 alpha-3).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Latitude in degrees, north positive (WGS 84).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = -90.0, max = 90.0))]
    pub lat: Option<f64>,
    /// Longitude in degrees, east positive (WGS 84).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = -180.0, max = 180.0))]
    pub lon: Option<f64>,
}

/// How warm (+5) or hostile (−5) an event was, always with the reason for the coding.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Tone {
    /// −5 (hostile) to +5 (warm).
    #[schemars(range(min = -5, max = 5))]
    pub value: i8,
    /// Why it is coded so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

/// A picture beside the record.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Image {
    /// Path of the file, relative to the record's folder and inside it, with `/` between folders.
    pub path: String,
    /// What the picture shows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<Text>,
    /// Who made it, and by which licence it is used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<Text>,
}

vocabulary! {
    /// How sure the record's author is of an event.
    pub enum Status called "Status" {
        /// It happened as told.
        Confirmed = "confirmed",
        /// One side or one report says so.
        Reported = "reported",
        /// Sources contradict each other.
        Disputed = "disputed",
        /// It is announced and has not happened yet.
        Planned = "planned",
        /// It was announced and did not happen.
        Cancelled = "cancelled",
        /// The author is not done with it.
        Draft = "draft",
    }
}

fn plain_other() -> Open<Kind> {
    Open::Known(Kind::Other)
}

fn is_plain_other(kind: &Open<Kind>) -> bool {
    *kind == plain_other()
}

fn confirmed() -> Open<Status> {
    Open::Known(Status::Confirmed)
}

fn is_confirmed(status: &Open<Status>) -> bool {
    *status == confirmed()
}

fn default_importance() -> u8 {
    DEFAULT_IMPORTANCE
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde hands fields by reference
fn is_default_importance(importance: &u8) -> bool {
    *importance == DEFAULT_IMPORTANCE
}
