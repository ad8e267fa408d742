//! Changing a field of the record other than its events.

use std::sync::Arc;

use super::super::check::HeaderReader;
use super::super::diagnostic::Diagnostic;
use super::super::header::Actor;
use super::super::json::{Node, Tape};
use super::super::timeline::Timeline;
use super::ChangeError;

impl Timeline {
    /// Sets a field of the record other than `events` to a JSON value; returns the old, if any.
    pub fn set_field(&mut self, name: &str, value: &str) -> Result<Option<String>, ChangeError> {
        if name == "events" {
            return Err(ChangeError::Events);
        }
        let mut tape = Tape::new();
        let node = tape.parse(value).map_err(ChangeError::Value)?;
        let old = self.field(name).map(str::to_owned);
        let read = self.read_field(name, node).declared;
        match name {
            "actors" => self.redeclare(read.actor_list),
            "sources" => (self.sources, self.source_places) = (read.source_list, read.sources),
            "bands" => self.bands = read.bands,
            "stories" => self.stories = read.stories,
            _ => self.header = read.header,
        }
        let value: Arc<str> = Arc::from(value.trim_ascii());
        match self
            .store
            .changed_fields
            .iter_mut()
            .find(|(field, _)| field == name)
        {
            Some((_, changed)) => *changed = value,
            None => self.store.changed_fields.push((name.to_owned(), value)),
        }
        Ok(old)
    }

    /// Takes back a field that [`Timeline::set_field`] added; returns what it was. A field of the
    /// file as it was opened stays: it can be set, and is never taken out.
    pub fn take_back_field(&mut self, name: &str) -> Result<String, ChangeError> {
        let opened = self
            .store
            .frame
            .fields
            .iter()
            .any(|(field, _)| field == name);
        let fields = &mut self.store.changed_fields;
        let at = fields.iter().position(|(field, _)| field == name);
        let Some(at) = at.filter(|_| !opened) else {
            return Err(ChangeError::NoSuchField(name.to_owned()));
        };
        let (_, old) = fields.remove(at);
        let read = HeaderReader::default().declared;
        match name {
            "actors" => self.redeclare(read.actor_list),
            "sources" => (self.sources, self.source_places) = (read.source_list, read.sources),
            "bands" => self.bands = read.bands,
            "stories" => self.stories = read.stories,
            "title" => self.header.title = read.header.title,
            "license" => self.header.license = read.header.license,
            "language" => self.header.language = read.header.language,
            "notes" => self.header.notes = read.header.notes,
            _ => {}
        }
        Ok(old.to_string())
    }

    /// Everything that is wrong with a JSON value as a field of this record other than `events`.
    pub fn check_field(&self, name: &str, value: &str) -> Result<Vec<Diagnostic>, ChangeError> {
        let mut tape = Tape::new();
        let node = tape.parse(value).map_err(ChangeError::Value)?;
        let findings = self.read_field(name, node).check.findings;
        Ok(findings.into_diagnostics(value.as_bytes()))
    }

    fn read_field(&self, name: &str, node: Node) -> HeaderReader {
        let mut reader = HeaderReader::default();
        reader.declared.header = self.header.clone();
        if name == "bands" {
            // They name actors and sources, which must be known.
            reader.declared.actors = self.actor_places.clone();
            reader.declared.actor_list.clone_from(&self.actors);
            reader.declared.sources = self.source_places.clone();
        }
        if name == "notes" {
            reader.declared.header.notes.clear();
        }
        reader.field(name, node, 0);
        reader
    }

    /// A field of the record other than `events`, as JSON.
    pub fn field(&self, name: &str) -> Option<&str> {
        let changed = self
            .store
            .changed_fields
            .iter()
            .find(|(field, _)| field == name);
        if let Some((_, value)) = changed {
            return Some(value);
        }
        let (_, span) = self
            .store
            .frame
            .fields
            .iter()
            .rfind(|(field, _)| field == name)?;
        std::str::from_utf8(self.store.span(*span)).ok()
    }

    /// The names of the record's fields other than `events`, some perhaps twice.
    pub fn field_names(&self) -> impl Iterator<Item = &str> {
        let opened = self.store.frame.fields.iter().map(|(name, _)| &**name);
        let changed = self.store.changed_fields.iter().map(|(name, _)| &**name);
        opened.chain(changed)
    }

    /// Takes over a new list of actors; who is already there keeps their position.
    fn redeclare(&mut self, actors: Vec<Actor>) {
        for actor in &mut self.actors {
            actor.declared = false;
        }
        for actor in actors {
            let place = self.actor_places.place(&actor.id) as usize;
            match self.actors.get_mut(place) {
                Some(known) => *known = actor,
                None => self.actors.push(actor),
            }
        }
    }
}
