//! Nenpyo (年表): a native timeline of diplomatic events, each with the words that were said.
//!
//! This page is the map of the house. Arrows point one way: a room may use any room left of it
//! and none right of it.
//!
//! ```text
//! date, theme <- record <- {format, index} <- {document, scene} <- export <- app <- ui <- cli
//! ```
//!
//! | Room | Holds |
//! |---|---|
//! | [`date`] | when: EDTF, precision, uncertainty, zones, calendars; pure |
//! | [`theme`] | colours and sizes by name; pure |
//! | [`record`] | what: the timeline, events, quotes, sources, relations; pure |
//! | [`format`](mod@format) | bytes to record and back, one file a format; pure |
//! | [`index`] | the record in columns: time windows, lanes, text search; pure |
//! | [`scene`] | what to draw: scale, ticks, lanes, packing, labels; pure |
//! | [`document`] | an open record: where it came from, edits and their history, saving, journal, lock |
//! | [`export`] | a scene as SVG and PNG |
//! | [`app`] | state, commands and the one place that changes state; knows no window |
//! | [`ui`] | the window: panels and canvas read state, paint, and send commands |
//! | [`cli`] | open, check, render |
//!
//! *Open*: bytes → [`format`](mod@format) → timeline and warnings → [`document`] → [`index`].
//! *Draw*: viewport, index → [`scene`] → painted by [`ui`] as meshes or by [`export`] as SVG:
//! one scene, several painters, so that the window and the picture cannot disagree.

pub mod app;
pub mod cli;
pub mod date;
pub mod document;
pub mod export;
pub mod format;
pub mod index;
pub mod record;
pub mod scene;
pub mod theme;
pub mod ui;
