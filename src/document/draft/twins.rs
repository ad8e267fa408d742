//! Events that may be the one that a form describes: near in time, between the same, called alike.

use std::collections::HashSet;

use super::read::texts;
use super::{Draft, Words};
use crate::date::Extent;
use crate::format::native::edit::{At, get};
use crate::record::{EventHead, EventIx, Timeline};

/// How far apart the dates of one event may be in two accounts: time zones, and a day's doubt.
const NEAR_S: i64 = 3 * 86_400;
/// How many events near in time are looked at: a double further down the file is not found.
const MOST_READ: usize = 400;
/// How alike two titles are that may be of one event, of 1.
const ALIKE: f64 = 0.5;
/// The same where the same acted, too.
const ALIKE_OF_THE_SAME: f64 = 0.3;

/// The likeliest doubles of a draft in the record, at most three; never `own`, the event that is
/// edited.
pub fn twins(
    draft: &Draft,
    extent: Extent,
    timeline: &Timeline,
    own: Option<EventIx>,
) -> Vec<EventIx> {
    let titles: Vec<(&str, Pairs)> = draft.title.iter().map(pairs_of).collect();
    if titles.iter().all(|(_, pairs)| pairs.0.is_empty()) {
        return Vec::new();
    }
    let near = timeline.events().filter(|event| Some(*event) != own);
    let near = near
        .filter(|event| is_near(timeline.head(*event), extent))
        .take(MOST_READ);
    let mut found: Vec<(f64, EventIx)> = near
        .filter_map(|event| {
            let likeness = likeness(&titles, draft, timeline, event)?;
            Some((likeness, event))
        })
        .collect();
    found.sort_by(|one, other| other.0.total_cmp(&one.0));
    found.into_iter().take(3).map(|(_, event)| event).collect()
}

/// Whether the dates may be of one event: they overlap or nearly, and neither is a long stretch in
/// which the other is but a moment.
fn is_near(head: &EventHead, extent: Extent) -> bool {
    let other = head.extent();
    let touches = other.start.at.0.saturating_sub(NEAR_S) < extent.end.at.0
        && extent.start.at.0.saturating_sub(NEAR_S) < other.end.at.0;
    let lengths = [extent.length_s(), other.length_s()].map(|length| length.max(86_400));
    let [shorter, longer] = [lengths[0].min(lengths[1]), lengths[0].max(lengths[1])];
    touches && longer / 400 <= shorter
}

/// How alike the titles are, in the language in which they are most; none: not enough.
fn likeness(
    titles: &[(&str, Pairs)],
    draft: &Draft,
    timeline: &Timeline,
    event: EventIx,
) -> Option<f64> {
    let text = timeline.event_json(event);
    let field = |name| get(text, &[At::Field(name)]).ok().flatten();
    let title = serde_json::from_str(field("title")?).ok()?;
    let title = texts(&title, timeline.language().as_str());
    let all = title.iter().map(pairs_of);
    let best = all
        .flat_map(|(lang, pairs)| {
            let same = titles
                .iter()
                .filter(move |(other, _)| same_language(lang, other));
            same.map(|(_, own)| own.likeness(&pairs))
                .collect::<Vec<_>>()
        })
        .fold(0.0, f64::max);
    if best < ALIKE_OF_THE_SAME {
        return None;
    }
    let set = |list: &[String]| list.iter().cloned().collect::<HashSet<_>>();
    let actors =
        field("actors").and_then(|actors| serde_json::from_str::<Vec<String>>(actors).ok());
    let same_actors =
        !draft.actors.is_empty() && set(&draft.actors) == set(&actors.unwrap_or_default());
    let least = if same_actors {
        ALIKE_OF_THE_SAME
    } else {
        ALIKE
    };
    (best >= least).then_some(best)
}

/// Chinese of both scripts and Japanese share most of their letters.
fn same_language(one: &str, other: &str) -> bool {
    let first = |tag: &str| {
        let first = tag.split('-').next().unwrap_or_default().to_owned();
        if first == "zh" {
            "ja".to_owned()
        } else {
            first
        }
    };
    first(one) == first(other)
}

fn pairs_of(words: &Words) -> (&str, Pairs) {
    (&words.lang, Pairs::of(&words.text))
}

/// The pairs of neighbouring letters of a text: two texts are as alike as they share of them (the
/// measure of Dice, 1945).
struct Pairs(HashSet<(char, char)>);

impl Pairs {
    fn of(text: &str) -> Self {
        let letters: Vec<char> = text
            .chars()
            .filter(|letter| letter.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect();
        Self(
            letters
                .iter()
                .copied()
                .zip(letters.iter().copied().skip(1))
                .collect(),
        )
    }

    fn likeness(&self, other: &Self) -> f64 {
        let all = self.0.len() + other.0.len();
        if all == 0 {
            return 0.0;
        }
        2.0 * self.0.intersection(&other.0).count() as f64 / all as f64
    }
}
