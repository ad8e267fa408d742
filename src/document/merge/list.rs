//! Two lists that come from one: what was taken out, put in and changed on each side.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::patch::{Act, Patch, Step};
use super::value::{Found, Merger, Sides};

/// The lists of the base, ours and theirs.
pub(super) type Lists<'v> = Sides<&'v [Value]>;

/// Lists of plain words are sets: what either side took out goes, what either put in comes.
pub(super) fn words(lists: &Lists) -> Vec<Patch> {
    let gone = lists.base.iter().filter(|item| !lists.ours.contains(item));
    let gone = gone.filter(|item| lists.theirs.contains(item));
    let mut patches: Vec<Patch> = gone
        .map(|item| Patch::to(vec![Step::Item(item.clone())], None))
        .collect();
    for (at, item) in lists.ours.iter().enumerate() {
        let before = lists.ours.get(..at).unwrap_or_default();
        let is_new = ![lists.base, lists.theirs, before]
            .iter()
            .any(|list| list.contains(item));
        if is_new {
            patches.push(added(item, before));
        }
    }
    patches
}

/// Lists whose items have no names: an item that stands in the base is the same; one that stands
/// between the same neighbours as one of the base, and has a field in common with it, is that one,
/// changed.
pub(super) fn items(lists: &Lists, out: &mut Vec<Found>) {
    let mut ours = Fates::of(lists.base, lists.ours);
    let mut theirs = Fates::of(lists.base, lists.theirs);
    ours.know_again(lists.ours, &theirs, lists.theirs);
    theirs.know_again(lists.theirs, &ours, lists.ours);
    let fates = ours.of_base.iter().zip(&theirs.of_base);
    for (item, (ours, theirs)) in lists.base.iter().zip(fates) {
        let place = |value: &Value| vec![Step::Item(value.clone())];
        let values = |ours, theirs| Sides {
            base: Some(item),
            ours,
            theirs,
        };
        let our = |at: &usize| lists.ours.get(*at);
        let their = |at: &usize| lists.theirs.get(*at);
        match (ours, theirs) {
            (Fate::Same, _) | (Fate::Gone, Fate::Gone) => {}
            (Fate::Changed(at), Fate::Same) => {
                out.push(Found::settled(Patch::to(place(item), our(at))));
            }
            (Fate::Gone, Fate::Same) => out.push(Found::settled(Patch::to(place(item), None))),
            (Fate::Changed(ours), Fate::Changed(theirs)) => {
                let (ours, theirs) = (our(ours), their(theirs));
                if let Some(now) = theirs.filter(|_| ours != theirs) {
                    let patch = Patch::to(place(now), ours);
                    out.push(Found::clash(place(item), values(ours, theirs), patch));
                }
            }
            (Fate::Changed(at), Fate::Gone) => {
                if let Some(ours) = our(at) {
                    let before = lists.ours.get(..*at).unwrap_or_default();
                    let patch = added(ours, before);
                    out.push(Found::clash(place(item), values(Some(ours), None), patch));
                }
            }
            (Fate::Gone, Fate::Changed(at)) => {
                if let Some(theirs) = their(at) {
                    let patch = Patch::to(place(theirs), None);
                    out.push(Found::clash(place(item), values(None, Some(theirs)), patch));
                }
            }
        }
    }
    let mut there: Vec<&Value> = theirs.new_in(lists.theirs).collect();
    for at in ours.new {
        let Some(item) = lists.ours.get(at) else {
            continue;
        };
        // What both put in is in once.
        match there.iter().position(|other| *other == item) {
            Some(same) => drop(there.swap_remove(same)),
            None => {
                let before = lists.ours.get(..at).unwrap_or_default();
                out.push(Found::settled(added(item, before)));
            }
        }
    }
}

/// Lists whose items have ids; `None` where one has none, or two have one.
pub(super) fn keyed(lists: &Lists, out: &mut Vec<Found>) -> Option<()> {
    let by_id = Sides {
        base: ids(lists.base)?,
        ours: ids(lists.ours)?,
        theirs: ids(lists.theirs)?,
    };
    for (at, item) in lists.ours.iter().enumerate() {
        let id = id_of(item)?;
        let (base, theirs) = (by_id.base.get(id), by_id.theirs.get(id));
        let path = vec![Step::Keyed(id.into())];
        match (base, theirs) {
            (Some(base), _) if *base == item => {}
            (base, Some(theirs)) => {
                let sides = Sides {
                    base: base.copied(),
                    ours: Some(item),
                    theirs: Some(*theirs),
                };
                let mut merger = Merger {
                    path,
                    out: &mut *out,
                };
                merger.fields(&sides);
            }
            (base, None) => {
                let before = lists.ours.get(..at).unwrap_or_default();
                let patch = added(item, before);
                out.push(match base {
                    None => Found::settled(patch),
                    Some(base) => {
                        let sides = Sides {
                            base: Some(*base),
                            ours: Some(item),
                            theirs: None,
                        };
                        Found::clash(path, sides, patch)
                    }
                });
            }
        }
    }
    for base in lists.base {
        let id = id_of(base)?;
        let theirs = by_id.theirs.get(id).copied();
        if let Some(now) = theirs.filter(|_| !by_id.ours.contains_key(id)) {
            let path = vec![Step::Keyed(id.into())];
            let patch = Patch::to(path.clone(), None);
            out.push(if now == base {
                Found::settled(patch)
            } else {
                let sides = Sides {
                    base: Some(base),
                    ours: None,
                    theirs,
                };
                Found::clash(path, sides, patch)
            });
        }
    }
    Some(())
}

fn id_of(item: &Value) -> Option<&str> {
    item.get("id")?.as_str()
}

fn ids(list: &[Value]) -> Option<HashMap<&str, &Value>> {
    let mut ids = HashMap::new();
    for item in list {
        if !item.is_object() || ids.insert(id_of(item)?, item).is_some() {
            return None;
        }
    }
    Some(ids)
}

fn added(item: &Value, before: &[Value]) -> Patch {
    let act = Act::Add {
        item: item.clone(),
        before: before.to_vec(),
    };
    let path = Vec::new();
    Patch { path, act }
}

/// Whether one item may be the other, changed: they have a field in common.
fn are_alike(one: Option<&Value>, other: Option<&Value>) -> bool {
    let one = one.and_then(Value::as_object);
    let fields = one.into_iter().flatten();
    let mut same = fields.filter(|(name, value)| {
        let other = other.and_then(|other| other.get(name));
        other == Some(value)
    });
    same.next().is_some()
}

/// What became of an item of the base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Same,
    /// It is the item at this position now.
    Changed(usize),
    Gone,
}

/// What a side made of the base's list.
#[derive(Debug)]
struct Fates {
    of_base: Vec<Fate>,
    /// Positions of the items that are no item of the base.
    new: Vec<usize>,
}

impl Fates {
    fn of(base: &[Value], side: &[Value]) -> Self {
        let mut used = HashSet::new();
        let mut same = |item: &Value| {
            let free = |at: &usize| side.get(*at) == Some(item) && !used.contains(at);
            let at = (0..side.len()).find(free)?;
            used.insert(at);
            Some(at)
        };
        let same: Vec<Option<usize>> = base.iter().map(&mut same).collect();
        let mut new: Vec<usize> = (0..side.len()).filter(|at| !used.contains(at)).collect();
        let mut of_base: Vec<Fate> = same
            .iter()
            .map(|at| at.map_or(Fate::Gone, |_| Fate::Same))
            .collect();
        // Of the same neighbours: between the same items of the side.
        let behind = |at: usize| (0..at).rev().find(|at| used.contains(at));
        let mut gaps: HashMap<Option<usize>, (Vec<usize>, Vec<usize>)> = HashMap::new();
        let mut last = None;
        for (at, same) in same.iter().enumerate() {
            match same {
                Some(same) => last = Some(*same),
                None => gaps.entry(last).or_default().0.push(at),
            }
        }
        for at in &new {
            gaps.entry(behind(*at)).or_default().1.push(*at);
        }
        for (gone, come) in gaps.into_values() {
            if gone.len() == come.len() {
                for (gone, come) in gone.into_iter().zip(come) {
                    if !are_alike(base.get(gone), side.get(come)) {
                        continue;
                    }
                    if let Some(fate) = of_base.get_mut(gone) {
                        *fate = Fate::Changed(come);
                    }
                    new.retain(|new| *new != come);
                }
            }
        }
        Self { of_base, new }
    }

    /// Which item is one of the base, changed, is a guess; where the other side has the same item,
    /// both are to guess alike.
    fn know_again(&mut self, side: &[Value], other: &Self, others: &[Value]) {
        for (own, other_fate) in self.of_base.iter_mut().zip(&other.of_base) {
            match (*own, *other_fate) {
                // It is among what is new here.
                (Fate::Gone, Fate::Changed(to)) => {
                    let to = others.get(to);
                    let same = |at: &usize| side.get(*at) == to;
                    if let Some(new) = self.new.iter().position(same) {
                        *own = Fate::Changed(self.new.remove(new));
                    }
                }
                // There it is new, and the item of the base stands beside it.
                (Fate::Changed(to), Fate::Same) => {
                    let item = side.get(to);
                    if other.new.iter().any(|at| others.get(*at) == item) {
                        *own = Fate::Gone;
                        self.new.push(to);
                    }
                }
                _ => {}
            }
        }
        self.new.sort_unstable();
    }

    fn new_in<'v>(&self, side: &'v [Value]) -> impl Iterator<Item = &'v Value> {
        self.new.iter().filter_map(|at| side.get(*at))
    }
}
