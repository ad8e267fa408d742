//! A change of one value within a JSON text, found there by what it is and not by where it stands:
//! the other side may have moved it.

use serde_json::Value;

use crate::format::native::Style;
use crate::format::native::edit::{At, get, insert, remove, set};
use crate::format::native::value as written;

/// A step of the way to a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// The field of an object.
    Field(Box<str>),
    /// The item of a list that has this id.
    Keyed(Box<str>),
    /// The item of a list that is equal to this.
    Item(Value),
}

/// A change of one value.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Patch {
    pub path: Vec<Step>,
    pub act: Act,
}

/// What is done to the value at a path's end.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Act {
    /// It is this from now on.
    Set(Value),
    /// It goes.
    Remove,
    /// The list gets an item, behind the last of those `before` it that is there.
    Add { item: Value, before: Vec<Value> },
}

impl Patch {
    /// Sets the value at the path, or takes it away.
    pub(super) fn to(path: Vec<Step>, value: Option<&Value>) -> Self {
        let act = value.map_or(Act::Remove, |value| Act::Set(value.clone()));
        Self { path, act }
    }

    /// Whether it sets the whole.
    pub(super) fn sets_all(&self) -> bool {
        self.path.is_empty() && matches!(self.act, Act::Set(_))
    }

    /// The same change of a list, seen from what the list is in.
    pub(super) fn within(mut self, parents: &[Step]) -> Self {
        self.path = [parents, &self.path].concat();
        self
    }
}

/// The text with the change; `None` where its place is not in it.
pub(super) fn patched(text: &str, patch: &Patch, style: &Style) -> Option<String> {
    let whole: Value = serde_json::from_str(text).ok()?;
    let mut way = way(&whole, &patch.path)?;
    // How deep a field of an event, or of the record, stands in the file.
    let depth = way.len() + 1;
    match &patch.act {
        Act::Set(value) => set(text, &way, &written(value, style, depth)).ok(),
        // What is not there need not be taken away.
        Act::Remove if get(text, &way).ok()?.is_none() => Some(text.to_owned()),
        Act::Remove => remove(text, &way).ok(),
        Act::Add { item, before } => {
            let list = value_at(&whole, &patch.path)?.as_array()?;
            let known = before.iter().rev();
            let behind = known.filter_map(|before| list.iter().rposition(|item| item == before));
            way.push(At::Item(behind.map(|at| at + 1).next().unwrap_or(0)));
            insert(text, &way, &written(item, style, depth)).ok()
        }
    }
}

/// Where the value is in this text; its last field need not be there.
fn way<'p>(whole: &Value, path: &'p [Step]) -> Option<Vec<At<'p>>> {
    let mut at = Vec::with_capacity(path.len() + 1);
    let mut value = Some(whole);
    for step in path {
        let inside = value?;
        let next = match step {
            Step::Field(name) => At::Field(name),
            Step::Keyed(_) | Step::Item(_) => At::Item(position(inside, step)?),
        };
        value = match next {
            At::Field(name) => inside.get(name),
            At::Item(item) => inside.get(item),
        };
        at.push(next);
    }
    Some(at)
}

fn value_at<'v>(whole: &'v Value, path: &[Step]) -> Option<&'v Value> {
    path.iter().try_fold(whole, |value, step| match step {
        Step::Field(name) => value.get(&**name),
        Step::Keyed(_) | Step::Item(_) => value.get(position(value, step)?),
    })
}

fn position(list: &Value, step: &Step) -> Option<usize> {
    list.as_array()?.iter().position(|item| match step {
        Step::Field(_) => false,
        Step::Keyed(id) => item.get("id").and_then(Value::as_str) == Some(&**id),
        Step::Item(value) => item == value,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const EVENT: &str = r#"{"title": {"en": "A"}, "tags": ["x",  "y"], "sources": [{"id": "s"}]}"#;

    fn on_event(path: &[Step], act: Act) -> Option<String> {
        let patch = Patch {
            path: path.to_vec(),
            act,
        };
        patched(EVENT, &patch, &Style::default())
    }

    fn field(name: &str) -> Step {
        Step::Field(name.into())
    }

    #[test]
    fn a_value_is_found_by_what_it_is_and_every_other_byte_stays() {
        let set = on_event(&[field("title"), field("en")], Act::Set(json!("B")));
        assert_eq!(set, Some(EVENT.replace("\"A\"", "\"B\"")));
        let keyed = [field("sources"), Step::Keyed("s".into()), field("note")];
        let set = on_event(&keyed, Act::Set(json!(1)));
        assert_eq!(set, Some(EVENT.replace("\"s\"", "\"s\", \"note\": 1")));
        let removed = on_event(&[field("tags"), Step::Item(json!("x"))], Act::Remove);
        assert_eq!(removed, Some(EVENT.replace("\"x\",  ", "")));
    }

    #[test]
    fn an_item_goes_behind_the_last_that_stood_before_it_and_is_there() {
        let add = |before: Value| Act::Add {
            item: json!("z"),
            before: before.as_array().cloned().unwrap_or_default(),
        };
        let tags = [field("tags")];
        let behind = on_event(&tags, add(json!(["x", "gone"])));
        assert_eq!(behind, Some(EVENT.replace("\"y\"", "\"z\",  \"y\"")));
        let first = on_event(&tags, add(json!(["gone"])));
        assert_eq!(first, Some(EVENT.replace("\"x\"", "\"z\",  \"x\"")));
    }

    #[test]
    fn what_is_not_there_is_not_changed() {
        assert_eq!(
            on_event(&[field("none")], Act::Remove).as_deref(),
            Some(EVENT)
        );
        let nowhere = [field("tags"), Step::Item(json!("gone"))];
        assert_eq!(on_event(&nowhere, Act::Set(json!(1))), None);
        assert_eq!(
            on_event(&[field("title"), Step::Keyed("s".into())], Act::Remove),
            None
        );
    }
}
