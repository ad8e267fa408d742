//! Rows of a spreadsheet as events.

use csv::{ReaderBuilder, StringRecord, Trim};
use serde_json::json;

use super::rows::COLUMNS;
use super::told::{ClipError, Place, Rejected, Why};
use super::{Clip, MOST_EVENTS, Piece};
use crate::date::Language;
use crate::document::draft::{Draft, NewActor, Words, actor_id, check};
use crate::format::Progress;
use crate::format::native::edit::{At, set};
use crate::index::fold;
use crate::record::{Kind, Status, Timeline, Vocabulary};

/// Reads comma-, semicolon- or tab-separated rows under a row of names; `language` is that of their
/// texts.
pub(super) fn read(
    text: &str,
    timeline: &Timeline,
    language: Language,
    progress: &Progress,
) -> Result<Clip, ClipError> {
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter(text))
        .has_headers(false)
        .flexible(true)
        .trim(Trim::All)
        .from_reader(text.as_bytes());
    let mut records = reader.records().map_while(Result::ok);
    let header = records.next().unwrap_or_default();
    let columns: Vec<Option<&'static str>> = header.iter().map(column).collect();
    let is_there = |name| columns.contains(&Some(name));
    if !is_there("title") && !is_there("date") {
        return Err(ClipError::NoEvents);
    }
    if let Some(missing) = ["title", "date"].into_iter().find(|name| !is_there(name)) {
        return Err(ClipError::NoColumn(missing));
    }
    let mut table = Table {
        timeline,
        language: language.tag(),
        new_actors: Vec::new(),
    };
    let unknown = header
        .iter()
        .zip(&columns)
        .filter(|(name, column)| column.is_none() && !name.is_empty());
    let mut clip = Clip {
        unknown_columns: unknown.map(|(name, _)| name.to_owned()).collect(),
        ..Clip::default()
    };
    // The row of names is the first.
    for (row, record) in (2..).zip(records).take_while(|_| !progress.is_cancelled()) {
        if record.iter().all(str::is_empty) {
            continue;
        }
        if clip.pieces.len() >= MOST_EVENTS {
            return Err(ClipError::TooMany(row as usize - 1));
        }
        let place = Place::Row(row);
        match table.event(&record, &columns) {
            Ok(text) => clip.pieces.push(Piece { place, text }),
            Err(why) => clip.rejected.push(Rejected { place, why }),
        }
    }
    if clip.pieces.is_empty() && clip.rejected.is_empty() {
        return Err(ClipError::NoEvents);
    }
    clip.actors = table.new_actors.iter().map(NewActor::json).collect();
    Ok(clip)
}

/// What divides the cells: what stands most often in the row of names.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    let count = |sign: &u8| header.bytes().filter(|byte| byte == sign).count();
    // Of equals the last.
    let signs = *b",;\t";
    signs.into_iter().max_by_key(count).unwrap_or(b',')
}

fn column(name: &str) -> Option<&'static str> {
    let name = name.trim_start_matches('\u{FEFF}').to_lowercase();
    let name = name.replace([' ', '-'], "_");
    COLUMNS.into_iter().find(|column| *column == name)
}

/// What rows have in common.
struct Table<'t> {
    timeline: &'t Timeline,
    language: &'static str,
    /// Actors that the record does not have.
    new_actors: Vec<NewActor>,
}

impl Table<'_> {
    /// A row as an event's text.
    fn event(
        &mut self,
        record: &StringRecord,
        columns: &[Option<&'static str>],
    ) -> Result<String, Why> {
        let (mut draft, mut id) = (Draft::default(), None);
        for (cell, column) in record.iter().zip(columns) {
            if let Some(column) = column.filter(|_| !cell.is_empty()) {
                match column {
                    "id" => id = Some(cell),
                    column => self.fill(&mut draft, column, cell)?,
                }
            }
        }
        let (new, timeline) = (Draft::default(), self.timeline);
        // What a row does not say is not missed.
        if let Some(found) = check(&draft, &new, timeline, None).first_block() {
            return Err(Why::Draft(found.problem.clone()));
        }
        let unreadable =
            |error: crate::format::native::edit::EditError| Why::Text(error.to_string());
        let text = draft.text(&new, timeline, None).map_err(unreadable)?;
        match id {
            Some(id) => set(&text, &[At::Field("id")], &json!(id).to_string()).map_err(unreadable),
            None => Ok(text),
        }
    }

    fn fill(&mut self, draft: &mut Draft, column: &str, cell: &str) -> Result<(), Why> {
        let text = || cell.to_owned();
        let words = || vec![Words::new(self.language, cell)];
        match column {
            "title" => draft.title = words(),
            "date" => draft.date = text(),
            "time_zone" => draft.time_zone = text(),
            "kind" => draft.kind = word::<Kind>(cell),
            "actors" => draft.actors = parts(cell).map(|name| self.actor(draft, name)).collect(),
            "people" => draft.people = parts(cell).map(str::to_owned).collect(),
            "place" => draft.place.name = words(),
            "country" => draft.place.country = text(),
            "lat" => draft.place.lat = text(),
            "lon" => draft.place.lon = text(),
            "tags" => draft.tags = parts(cell).map(str::to_owned).collect(),
            "importance" => {
                let number = cell.parse().ok().filter(|number| (1..=5).contains(number));
                draft.importance = number.ok_or_else(|| Why::Importance(text()))?;
            }
            "tone" => {
                let number = cell.replace('\u{2212}', "-").parse().ok();
                let number = number.filter(|number| (-5..=5).contains(number));
                draft.tone.value = Some(number.ok_or_else(|| Why::Tone(text()))?);
            }
            "tone_reason" => draft.tone.reason = words(),
            "status" => draft.status = word::<Status>(cell),
            "summary" => draft.summary = words(),
            _ => draft.notes = words(),
        }
        Ok(())
    }

    /// The id of an actor that is called by its id or by a name in any language; one that the
    /// record does not have comes along.
    fn actor(&mut self, draft: &mut Draft, called: &str) -> String {
        let (timeline, wanted) = (self.timeline, fold(called));
        let is_it = |actor: &&crate::record::Actor| {
            let mut names = actor.name.entries().map(|(_, name)| name);
            actor.declared && (fold(&actor.id) == wanted || names.any(|name| fold(name) == wanted))
        };
        if let Some(actor) = timeline.actors().iter().find(is_it) {
            return actor.id.clone();
        }
        let same = |new: &&NewActor| fold(&new.id) == wanted || fold(&new.name.text) == wanted;
        let new = match self.new_actors.iter().find(same) {
            Some(new) => new.clone(),
            None => {
                let name = Words::new(self.language, called);
                let ours = &self.new_actors;
                let is_taken = |id: &str| {
                    let known = timeline.find_actor(id).and_then(|at| timeline.actor(at));
                    known.is_some_and(|actor| actor.declared) || ours.iter().any(|new| new.id == id)
                };
                let id = actor_id(&name, is_taken);
                let new = NewActor { id, name };
                self.new_actors.push(new.clone());
                new
            }
        };
        let id = new.id.clone();
        draft.new_actors.push(new);
        id
    }
}

/// The parts of a list in a cell.
fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split([';', '；'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// A word of a list, however it is written: `Joint statement`; another as it is.
fn word<V: Vocabulary>(cell: &str) -> String {
    let name = cell.to_lowercase().replace([' ', '-'], "_");
    V::from_name(&name).map_or_else(|| cell.to_owned(), |word| word.name().to_owned())
}
