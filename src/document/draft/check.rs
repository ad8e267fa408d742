//! What is wrong with a draft, and beside which of its fields that is to be said.

use super::{Draft, Problem, SourceDraft, is_blank};
use crate::date::{Edtf, Extent, HumanDateError, Zone, read_human};
use crate::record::{Code, EventIx, Timeline, link_is_safe};

/// The part of a form that a finding is about.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
#[expect(
    missing_docs,
    reason = "the names say it; numbers are places in the draft's lists"
)]
pub enum Spot {
    Date,
    TimeZone,
    Title,
    Place,
    Actors,
    Tone,
    Quote(usize),
    QuoteSource(usize),
    NewSource(usize),
    ChangedSource(usize),
    Sources,
    Relation(usize),
    Image(usize),
    Event,
}

/// One thing that is wrong, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// The part of the form.
    pub spot: Spot,
    /// What is wrong.
    pub problem: Problem,
}

/// What a draft is understood as, and what is wrong with it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Checked {
    /// The date, where it can be read.
    pub date: Option<Edtf>,
    /// The zone in which it is read, where there is such a zone.
    pub zone: Option<Zone>,
    /// Everything that is wrong, in the order of the form.
    pub findings: Vec<Finding>,
}

impl Checked {
    /// Whether something keeps the draft from being saved.
    pub fn blocks(&self) -> bool {
        self.first_block().is_some()
    }

    /// The first finding that keeps the draft from being saved.
    pub fn first_block(&self) -> Option<&Finding> {
        self.findings
            .iter()
            .find(|finding| finding.problem.blocks())
    }

    /// What is wrong with one part.
    pub fn of(&self, spot: Spot) -> impl Iterator<Item = &Problem> {
        let of = self
            .findings
            .iter()
            .filter(move |finding| finding.spot == spot);
        of.map(|finding| &finding.problem)
    }

    /// Where the event lies on the line of time.
    pub fn extent(&self) -> Option<Extent> {
        Some(self.date.as_ref()?.extent(self.zone?))
    }
}

/// Checks a draft of an event (none: a new one) that was `before` when it was opened.
pub fn check(
    draft: &Draft,
    before: &Draft,
    timeline: &Timeline,
    event: Option<EventIx>,
) -> Checked {
    let mut found = Findings::default();
    let date = date(&draft.date, &mut found);
    let zone = if is_blank(&draft.time_zone) {
        Some(Zone::UTC)
    } else {
        Zone::parse(draft.time_zone.trim()).ok()
    };
    found.when(zone.is_none(), Spot::TimeZone, Problem::UnknownZone);
    let untitled = draft.title.iter().all(|words| is_blank(&words.text));
    found.when(untitled, Spot::Title, Problem::NoTitle);
    position(draft, &mut found);
    for id in &draft.actors {
        let is_new = draft.new_actors.iter().any(|new| new.id == *id);
        let is_known = is_new || is_declared(timeline, id);
        found.when(!is_known, Spot::Actors, Problem::UnknownActor(id.clone()));
    }
    let reasoned = draft.tone.reason.iter().any(|words| !is_blank(&words.text));
    let unreasoned = draft.tone.value.is_some() && !reasoned;
    found.when(unreasoned, Spot::Tone, Problem::NoReason);
    quotes(draft, timeline, &mut found);
    for (at, relation) in draft.relations.iter().enumerate() {
        let (spot, other) = (Spot::Relation(at), &relation.event);
        if is_blank(other) {
            // What the file has so, and nobody touched, keeps nothing from being saved.
            let is_new = relation.from.is_none() || !before.relations.contains(relation);
            found.when(is_new, spot, Problem::NoOtherEvent);
        } else {
            let leads = timeline.find(other).is_some();
            found.when(!leads, spot, Problem::UnknownEvent(other.clone()));
        }
    }
    for (at, image) in draft.images.iter().enumerate() {
        let is_credited = image.credit.iter().any(|words| !is_blank(&words.text));
        found.when(!is_credited, Spot::Image(at), Problem::NoCredit);
    }
    by_the_record(draft, before, timeline, event, &mut found);
    Checked {
        date,
        zone,
        findings: found.list,
    }
}

#[derive(Default)]
struct Findings {
    list: Vec<Finding>,
}

impl Findings {
    fn when(&mut self, is_wrong: bool, spot: Spot, problem: Problem) {
        if is_wrong {
            self.list.push(Finding { spot, problem });
        }
    }
}

fn date(typed: &str, found: &mut Findings) -> Option<Edtf> {
    match read_human(typed) {
        Ok(date) => return Some(date),
        Err(HumanDateError::Empty) => found.when(true, Spot::Date, Problem::NoDate),
        Err(error) => found.when(true, Spot::Date, Problem::BadDate(error)),
    }
    None
}

fn position(draft: &Draft, found: &mut Findings) {
    let place = &draft.place;
    let degrees = [(&place.lat, 90.0), (&place.lon, 180.0)].map(|(typed, most)| {
        let number = typed.trim().parse::<f64>().ok();
        let fits = number.is_some_and(|number| number.abs() <= most);
        (!is_blank(typed)).then_some(fits)
    });
    let is_wrong = degrees.contains(&Some(false));
    found.when(is_wrong, Spot::Place, Problem::BadPosition);
    let is_half = !is_wrong && degrees[0].is_some() != degrees[1].is_some();
    found.when(is_half, Spot::Place, Problem::HalfPosition);
}

fn quotes(draft: &Draft, timeline: &Timeline, found: &mut Findings) {
    let is_new = |id: &str| draft.new_sources.iter().any(|source| source.id == id);
    let is_known = |id: &str| is_new(id) || timeline.source(id).is_some();
    for (at, quote) in draft.quotes.iter().enumerate() {
        found.when(is_blank(&quote.text), Spot::Quote(at), Problem::NoWords);
        let spot = Spot::QuoteSource(at);
        if is_blank(&quote.source) {
            found.when(true, spot, Problem::NoSourceOfQuote);
        } else {
            let problem = Problem::UnknownSource(quote.source.clone());
            found.when(!is_known(&quote.source), spot, problem);
        }
    }
    for citation in &draft.sources {
        let problem = Problem::UnknownSource(citation.source.clone());
        found.when(!is_known(&citation.source), Spot::Sources, problem);
    }
    for (at, source) in draft.new_sources.iter().enumerate() {
        if draft.cites(&source.id) {
            source_fields(Spot::NewSource(at), source, found);
        }
    }
    for (at, change) in draft.changed_sources.iter().enumerate() {
        if change.differs() && draft.cites(&change.now.id) {
            let (mut before, mut now) = (Findings::default(), Findings::default());
            let spot = Spot::ChangedSource(at);
            source_fields(spot, &change.before, &mut before);
            source_fields(spot, &change.now, &mut now);
            // So is what was wrong with it before.
            now.list.retain(|finding| !before.list.contains(finding));
            found.list.append(&mut now.list);
        }
    }
    let is_bare =
        draft.quotes.iter().all(|quote| is_blank(&quote.source)) && draft.sources.is_empty();
    found.when(is_bare, Spot::Sources, Problem::NoSource);
}

fn source_fields(spot: Spot, source: &SourceDraft, found: &mut Findings) {
    let is_nameless = is_blank(&source.title) && is_blank(&source.url);
    found.when(is_nameless, spot, Problem::NoSourceTitle);
    let is_unsafe = !is_blank(&source.url) && !link_is_safe(source.url.trim());
    found.when(is_unsafe, spot, Problem::BadAddress);
    for typed in [&source.issued, &source.accessed] {
        if !is_blank(typed)
            && let Err(error) = read_human(typed)
        {
            found.when(true, spot, Problem::BadDate(error));
        }
    }
}

/// What the record's own checks say of the event that the draft makes, as far as it is not told
/// beside a field already and was not so before.
fn by_the_record(
    draft: &Draft,
    before: &Draft,
    timeline: &Timeline,
    event: Option<EventIx>,
    found: &mut Findings,
) {
    let Ok(text) = draft.text(before, timeline, event) else {
        return;
    };
    let old = event.map(|event| timeline.check_event(timeline.event_json(event)));
    let old = old.unwrap_or_default();
    for diagnostic in timeline.check_event(&text) {
        let was_there = old.iter().any(|old| old.message == diagnostic.message);
        if diagnostic.code == Code::EndBeforeStart {
            let is_told = found.list.iter().any(|finding| finding.spot == Spot::Date);
            found.when(!is_told, Spot::Date, Problem::EndBeforeStart);
        } else if !was_there && !is_told(diagnostic.code) {
            found.when(true, Spot::Event, Problem::Record(diagnostic.message));
        }
    }
}

/// Whether a form says it in its own words.
fn is_told(code: Code) -> bool {
    matches!(
        code,
        Code::NoTitle
            | Code::NoDate
            | Code::BadDate
            | Code::UnknownTimeZone
            | Code::SourceToNothing
            | Code::LatitudeOutOfRange
            | Code::LongitudeOutOfRange
            | Code::HalfPosition
            | Code::WrongType
            | Code::QuoteWithoutText
            | Code::QuoteWithoutSource
            | Code::UnsafeLink
            | Code::UnknownActor
            | Code::ToneWithoutReason
    )
}

fn is_declared(timeline: &Timeline, actor: &str) -> bool {
    let actor = timeline.find_actor(actor);
    let actor = actor.and_then(|actor| timeline.actor(actor));
    actor.is_some_and(|actor| actor.declared)
}

#[cfg(test)]
mod tests {
    use super::super::RelationDraft;
    use super::super::tests::{RECORD, draft};
    use super::*;

    #[test]
    fn a_relation_to_nothing_that_the_file_has_keeps_nothing_from_being_saved() {
        let text = RECORD.replace(
            "\"date\": \"1978",
            "\"relations\": [{\"type\": \"recalls\"}], \"date\": \"1978",
        );
        let timeline = crate::format::native::read(text)
            .expect("a record")
            .timeline;
        let (event, before) = draft(&timeline, "b");
        let mut after = before.clone();
        after.date = "1979".to_owned();
        let checked = check(&after, &before, &timeline, Some(event));
        assert!(!checked.blocks(), "{:?}", checked.findings);
        after.relations.push(RelationDraft::default());
        let checked = check(&after, &before, &timeline, Some(event));
        let block = checked
            .first_block()
            .map(|found| (found.spot, &found.problem));
        assert_eq!(block, Some((Spot::Relation(1), &Problem::NoOtherEvent)));
    }
}
