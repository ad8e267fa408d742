//! A scene as a picture to keep: SVG for print and the web, PNG for slides; and citations as text.
//!
//! The picture is painted from the same [`Scene`](crate::scene::Scene) as the window. Its text is
//! measured ([`FontMeasure`]) and, for PNG, drawn with the bundled fonts, so that the same record
//! gives the same picture on every machine, with or without a display. Only for characters that
//! these lack other faces may be given ([`MoreFaces`]).

mod citation;
#[cfg(test)]
mod crowding;
mod faces;
mod footer;
mod look;
mod measure;
mod picture;
mod png;
mod runs;
mod svg;
mod words;

pub(crate) use citation::{address, number, translation_document, translation_for};
pub use citation::{cite, quote_with_citation};
pub use faces::{FontBytes, MoreFaces};
pub use look::{kind_color, metrics_of, role_of};
pub use measure::FontMeasure;
pub use picture::{Drawn, Picture};
pub use png::{ExportError, png};
pub use svg::{Page, svg};
