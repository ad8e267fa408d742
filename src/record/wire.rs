//! How dates and zones are written: as the text that they were read from.

use serde::Serializer;

use crate::date::{Edtf, Zone};

pub(crate) fn edtf<S: Serializer>(date: &Edtf, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(date)
}

#[allow(clippy::ref_option)] // serde hands fields by reference
pub(crate) fn optional_edtf<S: Serializer>(
    date: &Option<Edtf>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match date {
        Some(date) => edtf(date, serializer),
        None => serializer.serialize_none(),
    }
}

#[allow(clippy::ref_option, clippy::trivially_copy_pass_by_ref)] // serde hands fields by reference
pub(crate) fn optional_zone<S: Serializer>(
    zone: &Option<Zone>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match zone {
        Some(zone) => serializer.serialize_str(zone.name()),
        None => serializer.serialize_none(),
    }
}
