//! Ids that a person can read: made of a title and a year, and taken by nobody else.

use super::{Draft, Words};
use crate::date::read_human;
use crate::record::{ascii_words, free_id};

/// The longest title in an id, in letters.
const LONGEST: usize = 48;

/// An id for a new event: its English title, else what it is and between whom, and the year.
pub fn event_id(draft: &Draft, is_taken: impl Fn(&str) -> bool) -> String {
    let titles = draft.title.iter();
    let english = titles.filter(|words| words.lang.starts_with("en"));
    let title = english
        .map(|words| slug(&words.text))
        .find(|slug| !slug.is_empty());
    let name = title.unwrap_or_else(|| {
        let parts = draft
            .actors
            .iter()
            .map(String::as_str)
            .chain([draft.kind.as_str()]);
        slug(&parts.collect::<Vec<_>>().join(" "))
    });
    let name = match year(&draft.date) {
        Some(year) if !name.split('-').any(|part| part == year) => format!("{name}-{year}"),
        _ => name,
    };
    free(name.trim_matches('-'), "event", is_taken)
}

/// An id for a new actor: a short name in capitals as it is, else its words.
pub fn actor_id(name: &Words, is_taken: impl Fn(&str) -> bool) -> String {
    let typed = name.text.trim();
    let is_short = typed.len() <= 8 && typed.bytes().all(|b| b.is_ascii_uppercase());
    let id = if is_short && !typed.is_empty() {
        typed.to_owned()
    } else {
        slug(typed)
    };
    free(&id, "actor", is_taken)
}

/// The year of a typed date.
fn year(typed: &str) -> Option<String> {
    let date = read_human(typed).ok()?;
    let first = date.dates().next()?.to_string();
    let year = first.trim_start_matches('-').get(..4)?;
    year.bytes()
        .all(|b| b.is_ascii_digit())
        .then(|| year.to_owned())
}

/// The name, or the name with the first number that nobody has.
pub(in crate::document) fn free(
    name: &str,
    otherwise: &str,
    is_taken: impl Fn(&str) -> bool,
) -> String {
    free_id(if name.is_empty() { otherwise } else { name }, is_taken)
}

/// `Ishiba and Xi meet in Lima` as `ishiba-and-xi-meet-in-lima`; empty where nothing is in Latin
/// letters.
pub(in crate::document) fn slug(text: &str) -> String {
    let mut slug = ascii_words(text).replace(' ', "-");
    if slug.len() > LONGEST {
        let cut = slug.get(..LONGEST).unwrap_or_default();
        let whole = cut.rfind('-').filter(|at| *at > LONGEST / 2);
        slug.truncate(whole.unwrap_or(LONGEST));
    }
    slug
}
