//! Changes of a source that the record has, brought into its text and into nothing else.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::items::date;
use super::patch::Writer;
use super::{SourceDraft, is_blank, names};
use crate::format::native::edit::{At, EditError, insert, remove, set};
use crate::record::{LangTag, Text};

/// A source of the record in a form's fields. What differs between the two is what was changed,
/// whatever the record has by then.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SourceChange {
    /// As the record had it when the first of its fields was changed.
    pub before: SourceDraft,
    /// As it is to be.
    pub now: SourceDraft,
}

impl SourceChange {
    /// A source that is not changed yet.
    pub fn of(source: SourceDraft) -> Self {
        Self {
            before: source.clone(),
            now: source,
        }
    }

    /// The change over the source as it is `now` in the record: what was changed here stays.
    pub(super) fn follow(&mut self, now: SourceDraft) {
        let (before, own) = (&self.before, &self.now);
        let field = |of: fn(&SourceDraft) -> &String| {
            let kept = of(own) != of(before);
            if kept { of(own) } else { of(&now) }.clone()
        };
        self.now = SourceDraft {
            kind: field(|source| &source.kind),
            title: field(|source| &source.title),
            author: field(|source| &source.author),
            container: field(|source| &source.container),
            publisher: field(|source| &source.publisher),
            issued: field(|source| &source.issued),
            url: field(|source| &source.url),
            accessed: field(|source| &source.accessed),
            language: field(|source| &source.language),
            ..now.clone()
        };
        self.before = now;
    }

    /// Whether a field differs.
    pub fn differs(&self) -> bool {
        self.before != self.now
    }

    /// The source's text with the fields that differ; all else stays as it is written.
    pub(super) fn text(&self, text: &str, writer: &Writer) -> Result<String, EditError> {
        let stands: Value = serde_json::from_str(text).unwrap_or_default();
        let (before, now) = (&self.before, &self.now);
        let (mut old, mut new) = (Map::new(), Map::new());
        let mut put = |name: &str, value: Option<Value>| {
            if let Some(stands) = stands.get(name) {
                old.insert(name.to_owned(), stands.clone());
            }
            if let Some(value) = value {
                new.insert(name.to_owned(), value);
            }
        };
        let words = |text: &String| (!is_blank(text)).then(|| Value::from(text.trim()));
        for (name, was, is) in [
            ("type", &before.kind, &now.kind),
            ("URL", &before.url, &now.url),
            ("language", &before.language, &now.language),
        ] {
            if words(was) != words(is) {
                put(name, words(is));
            }
        }
        for (name, was, is) in [
            ("title", &before.title, &now.title),
            ("container-title", &before.container, &now.container),
            ("publisher", &before.publisher, &now.publisher),
        ] {
            if words(was) != words(is) {
                let stands = stands.get(name);
                let said = spoken(stands, words(is), &now.language, writer.language);
                put(name, said);
            }
        }
        for (name, was, is) in [
            ("issued", &before.issued, &now.issued),
            ("accessed", &before.accessed, &now.accessed),
        ] {
            if date(was) != date(is) {
                put(name, date(is));
            }
        }
        let text = writer.fields(text.to_owned(), &[], &old, &new)?;
        if names::typed(&before.author) == names::typed(&now.author) {
            return Ok(text);
        }
        let stand = stands.get("author").and_then(Value::as_array);
        let stand = stand.map(Vec::as_slice).unwrap_or_default();
        with_names(text, stand, &names::over(stand, &now.author), writer)
    }
}

/// A text of which the form shows one language, with what is to stand in that one.
fn spoken(
    stands: Option<&Value>,
    is: Option<Value>,
    lang: &str,
    record_language: &str,
) -> Option<Value> {
    match stands {
        Some(Value::Object(texts)) if !texts.is_empty() => {
            let entries = texts.iter().filter_map(|(lang, text)| {
                let text = text.as_str()?.to_owned();
                Some((LangTag::new(lang), text))
            });
            let text = Text::map(entries.collect(), record_language);
            let shown = text.original_entry().map(|(lang, _)| lang.to_string());
            let shown = shown.unwrap_or_else(|| record_language.to_owned());
            let mut texts = texts.clone();
            match is {
                Some(is) => texts.insert(shown, is),
                None => texts.shift_remove(&shown),
            };
            (!texts.is_empty()).then_some(Value::Object(texts))
        }
        None if !lang.is_empty() && lang != record_language => Some(json!({ lang: is? })),
        _ => is,
    }
}

/// The source's text with these names; each that stays where it is keeps its bytes.
fn with_names(
    text: String,
    stand: &[Value],
    names: &[Value],
    writer: &Writer,
) -> Result<String, EditError> {
    let list = [At::Field("author")];
    if names.is_empty() || stand.is_empty() {
        let fields = |names: &[Value]| {
            let names = (!names.is_empty()).then(|| Value::Array(names.to_vec()));
            names
                .map(|names| ("author".to_owned(), names))
                .into_iter()
                .collect()
        };
        return writer.fields(text, &[], &fields(stand), &fields(names));
    }
    let mut text = text;
    for (at, (old, new)) in stand.iter().zip(names).enumerate() {
        if old != new {
            text = set(&text, &[list[0], At::Item(at)], &writer.laid_out(new, 2))?;
        }
    }
    for at in (names.len()..stand.len()).rev() {
        text = remove(&text, &[list[0], At::Item(at)])?;
    }
    for new in names.get(stand.len()..).unwrap_or_default() {
        let end = [list[0], At::Item(usize::MAX)];
        text = insert(&text, &end, &writer.laid_out(new, 2))?;
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::draft::{CitationDraft, Draft, Problem, Spot, check};
    use crate::document::{Edit, History};
    use crate::record::{EventIx, Timeline};

    const RECORD: &str = r#"{
  "format": "nenpyo/1",
  "sources": [
    {"id": "a", "title": "Other"},
    {
      "id": "jc", "type":  "treaty",
      "title": {"ja": "日中共同声明", "en": "Joint Communiqu"},
      "author": [{"family": "Sato", "given": "Jiro", "ORCID": "0000"}, {"literal": "MOFA"}],
      "issued": {"date-parts": [[1972, 9, 29]]},
      "x-own": [1,  2]
    }
  ],
  "events": [
    {"id": "e", "title": "Signed", "date": "1972-09-29", "sources": [{"source": "jc"}]}
  ]
}
"#;

    fn record() -> Timeline {
        crate::format::native::read(RECORD)
            .expect("a record")
            .timeline
    }

    /// The form of the event as it is opened, and its source not yet changed.
    fn form(timeline: &Timeline) -> (EventIx, Draft, SourceChange) {
        let event = timeline.find("e").expect("the event");
        let before = Draft::read(timeline.event_json(event), "en");
        let source = timeline.source("jc").expect("the source");
        let change = SourceChange::of(SourceDraft::of(source, "jc".to_owned()));
        (event, before, change)
    }

    /// The edit of the form of the event in which its source is changed so.
    fn edit(write: impl FnOnce(&mut SourceDraft)) -> (Edit, String) {
        let mut timeline = record();
        let (event, before, mut change) = form(&timeline);
        let mut after = before.clone();
        write(&mut change.now);
        after.changed_sources.push(change);
        assert_eq!(check(&after, &before, &timeline, Some(event)).findings, []);
        let edit = after.edit(&before, &timeline, Some(event), "en");
        let edit = edit.expect("an edit");
        let mut history = History::default();
        history.edit(&mut timeline, edit.clone(), ()).expect("made");
        let text = String::from_utf8(timeline.to_bytes()).expect("text");
        history.go_to(&mut timeline, 0);
        assert_eq!(timeline.to_bytes(), RECORD.as_bytes());
        (edit, text)
    }

    #[test]
    fn one_field_of_a_source_is_one_field_of_the_file() {
        let (edit, text) = edit(|source| {
            assert_eq!(source.title, "Joint Communiqu");
            source.title.push('é');
        });
        assert_eq!(text, RECORD.replace("Communiqu\"", "Communiqué\""));
        let words = edit.label.words(crate::date::Language::En);
        assert_eq!(words, "Change the source Joint Communiqué");
    }

    #[test]
    fn names_that_stay_keep_what_a_form_does_not_show() {
        let (_, text) = edit(|source| source.author.push_str("; Abe, Shinzo"));
        let expected = r#"[{"family": "Sato", "given": "Jiro", "ORCID": "0000"}, {"literal": "MOFA"}, {"family": "Abe", "given": "Shinzo"}]"#;
        let values: Value = serde_json::from_str(&text).expect("JSON");
        let expected: Value = serde_json::from_str(expected).expect("JSON");
        assert_eq!(values["sources"][1]["author"], expected);
        assert!(text.contains("\"x-own\": [1,  2]"));
    }

    #[test]
    fn a_date_is_written_anew_and_an_address_stands_at_its_place() {
        let (_, text) = edit(|source| {
            assert_eq!(source.issued, "1972-09-29");
            source.issued = "昭和47年9月30日".to_owned();
            source.url = "https://example.org/jc".to_owned();
        });
        let values: Value = serde_json::from_str(&text).expect("JSON");
        let source = &values["sources"][1];
        assert_eq!(source["issued"], "1972-09-30");
        let fields: Vec<&String> = source.as_object().expect("fields").keys().collect();
        let shown = ["id", "type", "title", "author", "issued", "URL", "x-own"];
        assert_eq!(fields, shown);
    }

    #[test]
    fn a_field_that_is_emptied_goes_and_other_languages_stay() {
        let (_, text) = edit(|source| {
            source.title.clear();
            source.url = "https://example.org/jc".to_owned();
            source.kind.clear();
            source.author.clear();
        });
        let values: Value = serde_json::from_str(&text).expect("JSON");
        let source = &values["sources"][1];
        assert_eq!(source["title"], json!({"ja": "日中共同声明"}));
        assert_eq!((source.get("type"), source.get("author")), (None, None));
    }

    #[test]
    fn of_two_languages_with_one_text_the_one_that_is_shown_is_changed() {
        let stands = json!({"ja": "APEC", "en": "APEC"});
        let said = spoken(Some(&stands), Some(json!("Apec")), "ja", "en");
        assert_eq!(said, Some(json!({"ja": "APEC", "en": "Apec"})));
        // Whatever stands there by now.
        let stands = json!({"ja": "会議", "en": "Changed elsewhere"});
        let said = spoken(Some(&stands), Some(json!("Apec")), "", "en");
        assert_eq!(said, Some(json!({"ja": "会議", "en": "Apec"})));
        assert_eq!(spoken(None, Some(json!("A")), "", "en"), Some(json!("A")));
        let said = spoken(Some(&json!({})), Some(json!("A")), "", "en");
        assert_eq!(said, Some(json!("A")));
    }

    #[test]
    fn a_change_that_says_the_same_is_no_edit() {
        let timeline = record();
        let (event, before, mut change) = form(&timeline);
        let mut after = before.clone();
        change.now.title.push(' ');
        change.now.issued = "29 Sep 1972".to_owned();
        after.changed_sources.push(change);
        let edit = after.edit(&before, &timeline, Some(event), "en");
        assert!(matches!(
            edit,
            Err(crate::document::draft::Unfinished::Same)
        ));
    }

    #[test]
    fn what_was_wrong_with_a_source_before_keeps_nothing_from_being_saved() {
        let text = RECORD.replace("\"x-own\"", "\"URL\": \"www.example.org\", \"x-own\"");
        let read = crate::format::native::read(text).expect("a record");
        let timeline = read.timeline;
        let (event, before, mut change) = form(&timeline);
        let mut after = before.clone();
        change.now.title.push('é');
        after.changed_sources.push(change);
        assert_eq!(check(&after, &before, &timeline, Some(event)).findings, []);
    }

    #[test]
    fn a_draft_follows_what_the_record_has_by_now_of_its_sources() {
        let timeline = record();
        let mut draft = Draft::default();
        let jc = timeline.source("jc").expect("the source");
        let as_it_is = SourceDraft::of(jc, "jc".to_owned());
        let other = SourceDraft {
            id: "a".to_owned(),
            title: "Another document".to_owned(),
            ..SourceDraft::default()
        };
        draft.new_sources = vec![as_it_is.clone(), other];
        draft.sources = ["jc", "a"]
            .map(|source| CitationDraft {
                source: source.to_owned(),
                ..CitationDraft::default()
            })
            .into();
        // Its title was mended elsewhere; here its address.
        let before = SourceDraft {
            title: "Old".to_owned(),
            ..as_it_is.clone()
        };
        let now = SourceDraft {
            url: "https://example.org".to_owned(),
            ..before.clone()
        };
        draft.changed_sources = vec![SourceChange { before, now }];
        draft.follow(&timeline);
        let ids: Vec<&str> = draft.new_sources.iter().map(|new| &*new.id).collect();
        assert_eq!(ids, ["a-2"], "what the record has is not made twice");
        let cited: Vec<&str> = draft.sources.iter().map(|cited| &*cited.source).collect();
        assert_eq!(cited, ["jc", "a-2"]);
        let change = &draft.changed_sources[0];
        assert_eq!(change.before, as_it_is);
        assert_eq!(change.now.title, as_it_is.title);
        assert_eq!(change.now.url, "https://example.org");
        draft.changed_sources[0].now.url.clear();
        draft.follow(&timeline);
        assert_eq!(draft.changed_sources, []);
    }

    #[test]
    fn a_source_that_is_changed_and_cited_no_more_stays_as_it_was() {
        let timeline = record();
        let (event, before, mut change) = form(&timeline);
        let mut after = before.clone();
        change.now.url = "no address".to_owned();
        after.changed_sources.push(change);
        let told = check(&after, &before, &timeline, Some(event)).findings;
        let told: Vec<_> = told.iter().map(|told| (told.spot, &told.problem)).collect();
        assert_eq!(told, [(Spot::ChangedSource(0), &Problem::BadAddress)]);
        after.sources = vec![CitationDraft {
            source: "a".to_owned(),
            ..CitationDraft::default()
        }];
        assert_eq!(check(&after, &before, &timeline, Some(event)).findings, []);
        let edit = after.edit(&before, &timeline, Some(event), "en");
        assert_eq!(edit.expect("an edit").changes.len(), 1);
    }
}
