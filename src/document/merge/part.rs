//! What we changed of one event, or of one field of the record.

use std::sync::Arc;

use serde_json::Value;

use super::patch::{Patch, patched};
use super::value::{Clash, Found, Merger, Shape, Sides, Values};
use super::{Anchor, Conflict, Merge, On, Undecided};
use crate::document::edit::Change;
use crate::format::native::Style;
use crate::record::{EventIx, Severity, Text, Timeline};

/// A text on each side, where it is there.
type Texts<'t> = Sides<Option<&'t str>>;

/// What we changed of one event, or of one field of the record.
#[derive(Clone, Debug)]
pub(super) struct Part {
    on: Target,
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug)]
enum Target {
    /// An event of theirs, with its text.
    Event {
        event: EventIx,
        text: Arc<str>,
        title: Text,
    },
    /// An event that they do not have.
    New { behind: Option<Anchor>, title: Text },
    /// A field of the record, with its text.
    Field { name: String, text: Arc<str> },
}

/// One thing that we changed.
#[derive(Clone, Debug)]
struct Piece {
    make: Make,
    /// It is made only if we are chosen in this conflict.
    conflict: Option<usize>,
}

#[derive(Clone, Debug)]
enum Make {
    /// The whole is this text now.
    Whole(Arc<str>),
    /// The whole goes.
    Remove,
    Patch(Patch),
}

impl Part {
    /// What an event that it adds stands behind; `places` as for [`Self::change`].
    pub(super) fn stands_behind(&self, places: &[Option<EventIx>]) -> Option<EventIx> {
        match self.on {
            Target::New { behind, .. } => behind.and_then(|anchor| place(anchor, places)),
            Target::Event { .. } | Target::Field { .. } => None,
        }
    }

    /// The change of their record, if anything of it is made. `places` says where the events are that
    /// parts before this one add.
    pub(super) fn change(
        &self,
        is_made: &impl Fn(Option<usize>) -> bool,
        places: &[Option<EventIx>],
        style: &Style,
    ) -> Result<Option<Change>, Undecided> {
        let made = self.pieces.iter().filter(|piece| is_made(piece.conflict));
        let mut text = match &self.on {
            Target::Event { text, .. } | Target::Field { text, .. } => Arc::clone(text),
            Target::New { .. } => Arc::default(),
        };
        let mut any = false;
        for piece in made {
            any = true;
            text = match &piece.make {
                Make::Whole(new) => Arc::clone(new),
                Make::Patch(patch) => patched(&text, patch, style)
                    .ok_or(Undecided::NoPlace)?
                    .into(),
                Make::Remove => match self.on {
                    Target::Event { event, .. } => return Ok(Some(Change::Remove(event))),
                    Target::New { .. } | Target::Field { .. } => return Ok(None),
                },
            };
        }
        if !any {
            return Ok(None);
        }
        Ok(Some(match &self.on {
            Target::Event { event, .. } => Change::Replace {
                event: *event,
                text,
            },
            Target::New { .. } => Change::Add {
                text,
                after: self.stands_behind(places),
            },
            Target::Field { name, .. } => Change::SetField {
                name: name.clone(),
                value: text,
            },
        }))
    }

    /// The title of the event that it is about.
    pub(super) fn title(&self) -> Option<&Text> {
        match &self.on {
            Target::Event { title, .. } | Target::New { title, .. } => Some(title),
            Target::Field { .. } => None,
        }
    }

    /// Whether it adds an event.
    pub(super) fn adds(&self) -> bool {
        matches!(self.on, Target::New { .. })
    }

    /// The same for an event that stands behind another.
    pub(super) fn behind(mut self, anchor: Option<Anchor>) -> Self {
        if let Target::New { behind, .. } = &mut self.on {
            *behind = anchor;
        }
        self
    }
}

fn place(anchor: Anchor, places: &[Option<EventIx>]) -> Option<EventIx> {
    match anchor {
        Anchor::Theirs(event) => Some(event),
        Anchor::Added(part) => places.get(part).copied().flatten(),
    }
}

/// What we changed of an event, whose texts differ; nothing where only its layout does.
pub(super) fn of_event(
    theirs: Option<EventIx>,
    texts: Texts,
    title: &impl Fn() -> Text,
    their_record: &Timeline,
    merge: &mut Merge,
) -> Option<Part> {
    let event = |event, title| Target::Event {
        event,
        text: texts.theirs.unwrap_or_default().into(),
        title,
    };
    match (theirs, texts.ours) {
        (None, None) => None,
        // They removed what we did not change.
        (None, ours) if same(texts.base, ours) => None,
        (None, Some(ours)) => {
            let make = Make::Whole(ours.into());
            let on = Target::New {
                behind: None,
                title: title(),
            };
            // They removed what we changed; or it is new.
            let conflict = texts.base.is_some();
            Some(whole(on, make, conflict.then_some(&texts), title, merge))
        }
        (Some(theirs), None) => {
            let clashes = !same(texts.base, texts.theirs);
            let on = event(theirs, title());
            Some(whole(
                on,
                Make::Remove,
                clashes.then_some(&texts),
                title,
                merge,
            ))
        }
        (Some(theirs), Some(ours)) => {
            let on = event(theirs, title());
            let ours_whole = || Make::Whole(ours.into());
            if texts.theirs == texts.base {
                let is_layout = same(texts.base, texts.ours);
                return (!is_layout).then(|| whole(on, ours_whole(), None, title, merge));
            }
            let found = found(&texts, Shape::Fields).filter(|found| {
                // Two changes that are right may be wrong together.
                let before = texts.theirs.unwrap_or_default();
                let settled = found.iter().filter(|found| found.clash.is_none());
                let mut patches = settled.map(|found| &found.patch);
                let made = patches.try_fold(before.to_owned(), |text, patch| {
                    patched(&text, patch, &merge.style)
                });
                let errors = |text: &str| {
                    let found = their_record.check_event(text).into_iter();
                    found
                        .filter(|found| found.severity() == Severity::Error)
                        .count()
                };
                made.is_some_and(|made| errors(&made) <= errors(before))
            });
            match found {
                Some(found) if found.is_empty() => None,
                Some(found) => Some(Part {
                    on,
                    pieces: pieces(found, &|| On::Event(title()), merge),
                }),
                None => Some(whole(on, ours_whole(), Some(&texts), title, merge)),
            }
        }
    }
}

/// What we changed of a field of the record, whose texts differ. One that we took out stays: a
/// record's field can be set and not be taken out.
pub(super) fn of_field(name: &str, texts: Texts, merge: &mut Merge) -> Option<Part> {
    let ours = texts.ours?;
    let on = Target::Field {
        name: name.to_owned(),
        text: texts.theirs.unwrap_or("null").into(),
    };
    if texts.theirs == texts.base {
        let piece = Piece {
            make: Make::Whole(ours.into()),
            conflict: None,
        };
        let pieces = vec![piece];
        let is_layout = same(texts.base, Some(ours));
        return (!is_layout).then_some(Part { on, pieces });
    }
    let found = found(&texts, Shape::of_record(name)).unwrap_or_else(|| {
        let values = texts.shown();
        let patch = Patch::to(Vec::new(), values.ours.as_ref());
        vec![Found::clash(Vec::new(), values.as_values(), patch)]
    });
    if found.is_empty() {
        return None;
    }
    let mut pieces = pieces(found, &|| On::Record, merge);
    for piece in &mut pieces {
        // The whole value as we wrote it.
        if matches!(&piece.make, Make::Patch(patch) if patch.sets_all()) {
            piece.make = Make::Whole(ours.into());
        }
    }
    for conflict in pieces.iter().filter_map(|piece| piece.conflict) {
        if let Some(conflict) = merge.conflicts.get_mut(conflict) {
            conflict.path.insert(0, super::Step::Field(name.into()));
        }
    }
    Some(Part { on, pieces })
}

fn whole(
    on: Target,
    make: Make,
    clash: Option<&Texts>,
    title: &impl Fn() -> Text,
    merge: &mut Merge,
) -> Part {
    let conflict = clash.map(|texts| {
        merge.conflict(Conflict {
            on: On::Event(title()),
            path: Vec::new(),
            values: texts.shown(),
        })
    });
    let pieces = vec![Piece { make, conflict }];
    Part { on, pieces }
}

fn pieces(found: Vec<Found>, on: &impl Fn() -> On, merge: &mut Merge) -> Vec<Piece> {
    let piece = |found: Found| {
        let conflict = found.clash.map(|Clash { path, values }| {
            let on = on();
            merge.conflict(Conflict { on, path, values })
        });
        let make = Make::Patch(found.patch);
        Piece { make, conflict }
    };
    found.into_iter().map(piece).collect()
}

/// What we changed, value by value; `None` where a text holds what cannot be taken apart.
fn found(texts: &Texts, shape: Shape) -> Option<Vec<Found>> {
    let read = |text: Option<&str>| text.map(serde_json::from_str).transpose();
    let values: Sides<Option<Value>> = Sides {
        base: read(texts.base).ok()?,
        ours: read(texts.ours).ok()?,
        theirs: read(texts.theirs).ok()?,
    };
    let mut out = Vec::new();
    let mut merger = Merger {
        path: Vec::new(),
        out: &mut out,
    };
    merger.value(&values.as_values(), shape);
    Some(out)
}

impl Sides<Option<Value>> {
    fn as_values(&self) -> Values<'_> {
        Sides {
            base: self.base.as_ref(),
            ours: self.ours.as_ref(),
            theirs: self.theirs.as_ref(),
        }
    }
}

impl Texts<'_> {
    /// The values, to be shown; a text that cannot be taken apart is shown as it is.
    fn shown(&self) -> Sides<Option<Value>> {
        let value = |text: Option<&str>| {
            let text = text?;
            Some(serde_json::from_str(text).unwrap_or_else(|_| Value::from(text)))
        };
        Sides {
            base: value(self.base),
            ours: value(self.ours),
            theirs: value(self.theirs),
        }
    }
}

/// Whether two texts say the same, however they are laid out.
fn same(one: Option<&str>, other: Option<&str>) -> bool {
    let read = |text: Option<&str>| -> Option<Value> { serde_json::from_str(text?).ok() };
    one == other || read(one).is_some_and(|one| Some(one) == read(other))
}
