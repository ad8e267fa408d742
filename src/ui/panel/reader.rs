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
        let known = self.choose(&names_of(timeline.bands(), name));
        known.map_or((self.tag(), name), |(language, known)| {
            (language.tag(), bare_name(known))
        })
    }

    /// Of names in several languages each, the one that this reader reads best.
    fn choose<'t>(self, labels: &[&'t Text]) -> Option<(Language, &'t str)> {
        let is_chinese = |language| matches!(language, Language::ZhHans | Language::ZhHant);
        let names = labels.iter().map(|label| person_name(label, self.language));
        let names = names.filter(|(_, name)| !name.is_empty());
        names.min_by_key(|&(language, _)| {
            let close =
                is_chinese(self.language) && (is_chinese(language) || language == Language::Ja);
            (language != self.language, !close)
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
    fn a_person_of_several_offices_is_named_as_any_of_them_does() {
        let record = r#"{"format": "nenpyo/1", "events": [], "bands": [
            {"group": "Leader", "label": {"en": "Xi Jinping", "ja": "習近平"}, "date": "2012/.."},
            {"group": "President", "label": {"en": "Xi Jinping", "ko": "시진핑"}, "date": "2013/.."}]}"#;
        let timeline = crate::format::native::read(record)
            .expect("a record")
            .timeline;
        let named = |language| {
            let reader = Reader {
                language,
                second: Language::En,
                zone: None,
            };
            reader.person(&timeline, "Xi Jinping")
        };
        assert_eq!(named(Language::Ko), ("ko", "시진핑"));
        assert_eq!(named(Language::Ja), ("ja", "習近平"));
        assert_eq!(named(Language::ZhHant), ("ja", "習近平"));
        assert_eq!(named(Language::En), ("en", "Xi Jinping"));
    }

    #[test]
    fn brackets_are_left_out_of_names() {
        assert_eq!(without_brackets("China (PRC)"), "China");
        assert_eq!(without_brackets("中国（中華人民共和国）"), "中国");
        assert_eq!(without_brackets("(odd)"), "(odd)");
        assert_eq!(without_brackets(""), "");
    }
}
