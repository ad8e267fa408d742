//! Who reads: the language and zone that the panel's words are made for, and names in them.

use crate::date::{Language, Zone};
use crate::record::{Text, Timeline, bare_name, names_of};
use crate::scene::person_name;

/// What the words of the panel depend on besides the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reader {
    /// The language of titles, names and dates.
    pub language: Language,
    /// The language of second lines.
    pub second: Language,
    /// The zone chosen to read dates in; none is each event's own.
    pub zone: Option<Zone>,
}

impl Reader {
    /// The reader's language as a BCP 47 tag.
    pub(super) fn tag(self) -> &'static str {
        self.language.tag()
    }

    /// The text for this reader, with the tag of the language it was found in.
    pub(super) fn pick(self, text: &Text) -> (&str, &str) {
        text.pick_entry(self.language)
            .map_or((self.tag(), ""), |(tag, words)| (tag.as_str(), words))
    }

    /// An actor's name and its language; its id where the record does not have it.
    pub(super) fn actor<'t>(self, timeline: &'t Timeline, id: &'t str) -> (&'t str, &'t str) {
        let actor = timeline
            .find_actor(id)
            .and_then(|actor| timeline.actor(actor));
        let Some(actor) = actor else {
            return (self.tag(), id);
        };
        let (tag, name) = actor
            .name
            .pick_entry(self.language)
            .map_or((self.tag(), ""), |(tag, words)| (tag.as_str(), words));
        let name = without_brackets(name);
        (tag, if name.is_empty() { id } else { name })
    }

    /// A person's name and its language: in the reader's where an office that the person held has
    /// it, else as the event writes it.
    pub(super) fn person<'t>(self, timeline: &'t Timeline, name: &'t str) -> (&'t str, &'t str) {
        let known = names_of(timeline.bands(), name);
        let known = known.map(|names| person_name(names, self.language));
        let known = known.filter(|(_, known)| !known.is_empty());
        known.map_or((self.tag(), name), |(language, known)| {
            (language.tag(), bare_name(known))
        })
    }
}

/// "China" of "China (PRC)": what is in brackets tells names apart in a list, not in a sentence.
fn without_brackets(name: &str) -> &str {
    let end = name
        .char_indices()
        .find(|&(at, c)| at > 0 && matches!(c, '(' | '（' | '/' | '／'))
        .map_or(name.len(), |(at, _)| at);
    name[..end].trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_are_left_out_of_names() {
        assert_eq!(without_brackets("China (PRC)"), "China");
        assert_eq!(without_brackets("中国（中華人民共和国）"), "中国");
        assert_eq!(without_brackets("(odd)"), "(odd)");
        assert_eq!(without_brackets(""), "");
    }
}
