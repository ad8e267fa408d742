//! Events as rows for a spreadsheet.

use crate::date::Language;
use crate::document::draft::Draft;
use crate::record::{EventIx, Timeline};

/// The columns in their order.
pub(super) const COLUMNS: [&str; 18] = [
    "id",
    "title",
    "date",
    "time_zone",
    "kind",
    "actors",
    "people",
    "place",
    "country",
    "lat",
    "lon",
    "tags",
    "importance",
    "tone",
    "tone_reason",
    "status",
    "summary",
    "notes",
];

/// The events as comma-separated rows under a row of names (RFC 4180); texts are in the reader's
/// language as far as the record has it.
pub fn to_rows(timeline: &Timeline, events: &[EventIx], language: Language) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let rows = events.iter().map(|event| row(timeline, *event, language));
    let header = COLUMNS.map(str::to_owned);
    // Writing to memory does not fail, and all rows are as long.
    for row in std::iter::once(header).chain(rows) {
        let _ = writer.write_record(&row);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

fn row(timeline: &Timeline, event: EventIx, language: Language) -> [String; COLUMNS.len()] {
    let draft = Draft::read(timeline.event_json(event), timeline.language().as_str());
    let whole = timeline.event(event);
    let place = whole
        .as_ref()
        .and_then(|event| event.place.as_ref()?.name.as_ref());
    let tone = whole.as_ref().and_then(|event| event.tone.as_ref());
    let reason = tone.and_then(|tone| tone.reason.as_ref());
    let summary = whole.as_ref().and_then(|event| event.summary.as_ref());
    let notes = whole.as_ref().and_then(|event| event.notes.as_ref());
    let [place, reason, summary, notes] =
        [place, reason, summary, notes].map(|text| text.map_or("", |text| text.pick(language)));
    COLUMNS.map(|column| match column {
        "id" => timeline.id(event).unwrap_or_default().into_owned(),
        "title" => timeline.title(event, language).into_owned(),
        "date" => draft.date.clone(),
        "time_zone" => draft.time_zone.clone(),
        "kind" => draft.kind.clone(),
        "actors" => draft.actors.join("; "),
        "people" => draft.people.join("; "),
        "place" => place.to_owned(),
        "country" => draft.place.country.clone(),
        "lat" => draft.place.lat.clone(),
        "lon" => draft.place.lon.clone(),
        "tags" => draft.tags.join("; "),
        "importance" => draft.importance.to_string(),
        "tone" => draft
            .tone
            .value
            .map_or_else(String::new, |tone| tone.to_string()),
        "tone_reason" => reason.to_owned(),
        "status" => draft.status.clone(),
        "summary" => summary.to_owned(),
        _ => notes.to_owned(),
    })
}
