//! Three versions of one JSON value, compared part by part.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::list::{self, Lists};
use super::patch::{Patch, Step, patched};
use crate::format::native::Style;

/// Something as it was, as we have it and as the other program has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sides<T> {
    /// Before either changed it.
    pub base: T,
    /// With our changes.
    pub ours: T,
    /// With those of the other program.
    pub theirs: T,
}

/// A value on each side, where it is there.
pub(super) type Values<'v> = Sides<Option<&'v Value>>;

/// What we changed, as a change of theirs.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    pub patch: Patch,
    /// They changed it too, otherwise.
    pub clash: Option<Clash>,
}

/// A value that both sides changed, each otherwise.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Clash {
    pub path: Vec<Step>,
    pub values: Sides<Option<Value>>,
}

impl Found {
    pub(super) fn settled(patch: Patch) -> Self {
        Self { patch, clash: None }
    }

    pub(super) fn clash(path: Vec<Step>, values: Values, patch: Patch) -> Self {
        let values = Sides {
            base: values.base.cloned(),
            ours: values.ours.cloned(),
            theirs: values.theirs.cloned(),
        };
        let clash = Some(Clash { path, values });
        Self { patch, clash }
    }

    fn within(mut self, parents: &[Step]) -> Self {
        self.patch = self.patch.within(parents);
        if let Some(clash) = &mut self.clash {
            clash.path = [parents, &clash.path].concat();
        }
        self
    }
}

/// How a value is taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Not at all.
    Whole,
    /// Field by field.
    Fields,
    /// A list of plain words, whose order tells nothing.
    Words,
    /// A list of items without names.
    Items,
    /// A list of items with ids.
    Keyed,
}

impl Shape {
    /// The shape of a field of an event, and of what is in it.
    pub(super) fn of_field(name: &str) -> Self {
        match name {
            "title" | "summary" | "notes" | "place" | "tone" | "name" | "formal_name"
            | "reason" | "note" => Self::Fields,
            "actors" | "people" | "tags" => Self::Words,
            "quotes" | "sources" | "relations" | "images" | "steps" => Self::Items,
            _ => Self::Whole,
        }
    }

    /// The shape of a field of the record.
    pub(super) fn of_record(name: &str) -> Self {
        match name {
            "actors" | "sources" | "stories" => Self::Keyed,
            "bands" => Self::Items,
            "title" | "notes" => Self::Fields,
            _ => Self::Whole,
        }
    }
}

/// Compares values; `path` leads to where it is.
pub(super) struct Merger<'o> {
    pub path: Vec<Step>,
    pub out: &'o mut Vec<Found>,
}

impl Merger<'_> {
    /// Finds what we changed in a value.
    pub(super) fn value(&mut self, sides: &Values, shape: Shape) {
        if sides.ours == sides.theirs || sides.ours == sides.base {
            return;
        }
        let is_taken_apart = match shape {
            Shape::Whole => false,
            Shape::Fields => self.fields_if_objects(sides),
            Shape::Words | Shape::Items | Shape::Keyed => self.list(sides, shape),
        };
        if !is_taken_apart {
            let patch = Patch::to(self.path.clone(), sides.ours);
            self.out.push(if sides.theirs == sides.base {
                Found::settled(patch)
            } else {
                Found::clash(self.path.clone(), *sides, patch)
            });
        }
    }

    /// The same for what is known to be objects; if it is none, it is compared as a whole.
    pub(super) fn fields(&mut self, sides: &Values) {
        self.value(sides, Shape::Fields);
    }

    fn fields_if_objects(&mut self, sides: &Values) -> bool {
        let (Some(ours), Some(theirs)) = (
            sides.ours.and_then(Value::as_object),
            sides.theirs.and_then(Value::as_object),
        ) else {
            return false;
        };
        let none = Map::new();
        let base = sides.base.and_then(Value::as_object).unwrap_or(&none);
        let mut names: Vec<&str> = Vec::with_capacity(ours.len());
        let mut seen = HashSet::new();
        for name in ours.keys().chain(base.keys()) {
            if seen.insert(name.as_str()) {
                names.push(name);
            }
        }
        for name in names {
            let sides = Sides {
                base: base.get(name),
                ours: ours.get(name),
                theirs: theirs.get(name),
            };
            self.path.push(Step::Field(name.into()));
            self.value(&sides, Shape::of_field(name));
            self.path.pop();
        }
        true
    }

    /// Lists, item by item; whether they are.
    fn list(&mut self, sides: &Values, shape: Shape) -> bool {
        let (Some(ours), Some(theirs)) = (
            sides.ours.and_then(Value::as_array),
            sides.theirs.and_then(Value::as_array),
        ) else {
            return false;
        };
        let base = sides.base.and_then(Value::as_array);
        let base = base.map_or(&[][..], Vec::as_slice);
        let lists = Lists { base, ours, theirs };
        let mut found = Vec::new();
        match shape {
            Shape::Words => {
                let all = [base, ours, theirs];
                if !all.into_iter().flatten().all(Value::is_string) {
                    return false;
                }
                found.extend(list::words(&lists).into_iter().map(Found::settled));
            }
            Shape::Keyed if list::keyed(&lists, &mut found).is_some() => {}
            _ => {
                found.clear();
                list::items(&lists, &mut found);
            }
        }
        // What is ours alone is to be exactly so, the order too.
        if sides.theirs == sides.base && !leads_to(theirs, &found, ours) {
            return false;
        }
        let found = found.into_iter().map(|found| found.within(&self.path));
        self.out.extend(found);
        true
    }
}

/// Whether these changes make one list into the other.
fn leads_to(from: &[Value], found: &[Found], to: &[Value]) -> bool {
    let style = Style::default();
    let text = Value::from(from.to_vec()).to_string();
    let text = found.iter().try_fold(text, |text, found| {
        patched(&text, &found.patch, &style).filter(|_| found.clash.is_none())
    });
    let list: Option<Value> = text.and_then(|text| serde_json::from_str(&text).ok());
    list.as_ref().and_then(Value::as_array).map(Vec::as_slice) == Some(to)
}
