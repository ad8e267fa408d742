//! Where a field or an item goes, and in what manner: the whitespace of its neighbours.

use std::ops::Range;

use crate::record::json::Node;

/// The text before the first value of a container, between two, and before its closing bracket.
struct Manner<'t> {
    /// What separates two neighbours, comma included.
    between: String,
    /// What separates a field's name from its value, colon included.
    colon: &'t str,
}

/// The spans of a container's children; of fields, names included.
fn children(parent: Node) -> Vec<Range<usize>> {
    let fields = parent
        .members()
        .map(|(key, value)| key.span().start..value.span().end);
    let items = parent.items().map(|item| item.span());
    fields.chain(items).collect()
}

fn manner<'t>(text: &'t str, parent: Node, children: &[Range<usize>]) -> Manner<'t> {
    let between = match children {
        [.., before, last] => text.get(before.end..last.start).unwrap_or(", ").to_owned(),
        [only] => {
            let open = parent.span().start + 1;
            let lead = text.get(open..only.start).unwrap_or_default();
            let lead = if lead.contains('\n') { lead } else { " " };
            format!(",{lead}")
        }
        [] => ", ".to_owned(),
    };
    let colon = parent
        .members()
        .next()
        .and_then(|(key, value)| text.get(key.span().end..value.span().start));
    Manner {
        between,
        colon: colon.unwrap_or(": "),
    }
}

/// Where to write a new field, and what: after the last of the fields that usually precede it.
pub(super) fn insert_field(
    text: &str,
    parent: Node,
    name: &str,
    value: &str,
    order: &[&str],
) -> (Range<usize>, String) {
    let rank = |name: &str| order.iter().position(|other| *other == name);
    let own = rank(name);
    let fields: Vec<Option<usize>> = parent
        .members()
        .map(|(key, _)| key.as_str().and_then(|key| rank(&key)))
        .collect();
    let place = match own {
        // A name outside the order goes last.
        None => fields.len(),
        Some(own) => {
            let before = fields
                .iter()
                .rposition(|other| other.is_some_and(|other| other < own));
            before.map_or(0, |before| before + 1)
        }
    };
    let children = children(parent);
    let manner = manner(text, parent, &children);
    // Escaping a name is serde_json's; it cannot fail for a string.
    let key = serde_json::to_string(name).unwrap_or_default();
    let field = format!("{key}{}{value}", manner.colon);
    insertion(parent, &children, place, &field, &manner.between)
}

/// Where to write a new item, and what: before the item at `place`, or last.
pub(super) fn insert_item(
    text: &str,
    parent: Node,
    place: usize,
    value: &str,
) -> (Range<usize>, String) {
    let children = children(parent);
    let manner = manner(text, parent, &children);
    let place = place.min(children.len());
    insertion(parent, &children, place, value, &manner.between)
}

fn insertion(
    parent: Node,
    children: &[Range<usize>],
    place: usize,
    new: &str,
    between: &str,
) -> (Range<usize>, String) {
    if let Some(before) = place.checked_sub(1).and_then(|at| children.get(at)) {
        (before.end..before.end, format!("{between}{new}"))
    } else if let Some(first) = children.first() {
        (first.start..first.start, format!("{new}{between}"))
    } else {
        let inside = parent.span().start + 1;
        (inside..inside, new.to_owned())
    }
}

/// What to cut so that `child` and one comma go.
pub(super) fn removal(parent: Node, child: Node) -> Range<usize> {
    let children = children(parent);
    let end = child.span().end;
    let at = children
        .iter()
        .position(|child| child.end == end)
        .unwrap_or(0);
    let own = children.get(at).cloned().unwrap_or(child.span());
    if let Some(next) = children.get(at + 1) {
        own.start..next.start
    } else if let Some(before) = at.checked_sub(1).and_then(|at| children.get(at)) {
        before.end..own.end
    } else {
        own
    }
}
