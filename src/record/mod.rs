//! What: the timeline, its events, and the evidence for each.
//!
//! A [`Timeline`] keeps the bytes of its file and knows where each event's text is. Whole
//! [`Event`]s are decoded when they are asked for; an [`EventHead`] of each is kept, which is all
//! that finding and drawing need. [`crate::format`] reads one from bytes:
//!
//! ```
//! use nenpyo::date::Language;
//! let text = r#"{"format": "nenpyo/1", "events": [
//!     {"id": "jc", "title": {"en": "Joint Communiqué", "ja": "共同声明"}, "date": "1972-09-29"}]}"#;
//! let opened = nenpyo::format::native::read(text).unwrap();
//! let event = opened.timeline.find("jc").unwrap();
//! assert_eq!(opened.timeline.title(event, Language::Ja), "共同声明");
//! assert_eq!(opened.timeline.event(event).unwrap().date.to_string(), "1972-09-29");
//! ```

mod build;
mod bytes;
mod change;
pub(crate) mod check;
mod decode;
mod diagnostic;
mod event;
mod head;
mod header;
mod id_table;
mod ids;
pub mod json;
mod kind;
mod lines;
mod links;
mod nearest;
mod order;
mod paths;
mod people;
mod pool;
mod quote;
mod readable_id;
mod relation;
mod save;
mod shown;
mod source;
mod store;
mod tag;
mod text;
mod timeline;
mod vocabulary;
mod whole;
mod wire;

pub(crate) use build::{Built, build};
pub use bytes::Bytes;
pub use change::ChangeError;
pub(crate) use decode::source_named;
pub use diagnostic::{Code, Diagnostic, RejectedEvent, Report, Severity};
pub use event::{DEFAULT_IMPORTANCE, Event, Image, Place, Status, Tone};
pub use head::{EventHead, Flags};
pub use header::{Actor, Band, DEFAULT_LANGUAGE, Header, Step, Story};
pub use ids::{ActorIx, ActorSetId, CountryIx, EventIx, KindIx, SourceIx, TagIx, TagSetId};
pub use kind::{Family, Kind};
pub(crate) use lines::places;
pub use paths::{link_is_safe, path_stays_beside};
pub use people::{Person, bare_name, family_name, family_name_is_first, names_of, people};
pub use quote::{About, Citation, Quote, Stance};
pub use readable_id::{ascii_words, free_id};
pub use relation::{Link, Relation, RelationKind};
pub use save::Snapshot;
pub use shown::OneLine;
pub(crate) use shown::Shown;
pub use source::{Name, SOURCE_FIELDS, Source, SourceDate};
pub(crate) use store::{Frame, Span};
pub use tag::tag_words;
pub(crate) use text::is_blank;
pub use text::{LangTag, Text};
pub use timeline::{ReadOnlyReason, Timeline};
pub use vocabulary::{Open, Vocabulary};
pub use whole::{FORMAT, Record};
