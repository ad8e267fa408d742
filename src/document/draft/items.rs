//! The JSON of what a draft holds.

use serde_json::{Map, Value, json};

use super::{
    CitationDraft, Draft, ImageDraft, PlaceDraft, QuoteDraft, RelationDraft, SourceDraft,
    ToneDraft, Words, is_blank, names,
};
use crate::date::read_human;
use crate::record::{DEFAULT_IMPORTANCE, Kind, LangTag, Stance, Status, Vocabulary};

/// The fields of an event but for its id and its lists of objects, as the draft has them.
pub(super) fn plain_fields(draft: &Draft) -> Map<String, Value> {
    let mut fields = Map::new();
    put(&mut fields, "title", texts(&draft.title));
    put(&mut fields, "summary", texts(&draft.summary));
    put(&mut fields, "date", date(&draft.date));
    put(&mut fields, "time_zone", string(&draft.time_zone));
    put(&mut fields, "kind", word(&draft.kind, Kind::Other));
    put(&mut fields, "actors", strings(&draft.actors));
    put(&mut fields, "people", strings(&draft.people));
    put(&mut fields, "place", place(&draft.place));
    put(&mut fields, "tags", strings(&draft.tags));
    let importance = (draft.importance != DEFAULT_IMPORTANCE).then(|| draft.importance.into());
    put(&mut fields, "importance", importance);
    put(&mut fields, "tone", tone(&draft.tone));
    put(
        &mut fields,
        "status",
        word(&draft.status, Status::Confirmed),
    );
    put(&mut fields, "notes", texts(&draft.notes));
    fields
}

/// An item of one of an event's lists of objects.
pub(super) trait Item {
    /// Its place in the list as it was opened.
    fn from(&self) -> Option<usize>;
    /// Its fields; none where nothing was written.
    fn fields(&self) -> Map<String, Value>;
}

impl Item for QuoteDraft {
    fn from(&self) -> Option<usize> {
        self.from
    }

    fn fields(&self) -> Map<String, Value> {
        let mut fields = Map::new();
        put(&mut fields, "text", string(&self.text));
        if fields.is_empty() && self.source.is_empty() && texts(&self.speaker).is_none() {
            return fields;
        }
        put(&mut fields, "lang", string(&self.lang));
        put(&mut fields, "translations", texts(&self.translations));
        put(&mut fields, "speaker", texts(&self.speaker));
        put(&mut fields, "source", string(&self.source));
        put(&mut fields, "locator", string(&self.locator));
        put(&mut fields, "about", strings(&self.about));
        put(&mut fields, "stance", word(&self.stance, Stance::Supports));
        put(&mut fields, "topic", strings(&self.topic));
        put(&mut fields, "side", string(&self.side));
        put(&mut fields, "issuer", texts(&self.issuer));
        put(&mut fields, "via", texts(&self.via));
        put(&mut fields, "note", texts(&self.note));
        fields
    }
}

impl Item for CitationDraft {
    fn from(&self) -> Option<usize> {
        self.from
    }

    fn fields(&self) -> Map<String, Value> {
        let mut fields = Map::new();
        put(&mut fields, "source", string(&self.source));
        put(&mut fields, "locator", string(&self.locator));
        fields
    }
}

impl Item for RelationDraft {
    fn from(&self) -> Option<usize> {
        self.from
    }

    fn fields(&self) -> Map<String, Value> {
        let mut fields = Map::new();
        if !is_blank(&self.event) {
            put(&mut fields, "type", string(&self.kind));
            put(&mut fields, "event", string(&self.event));
        }
        fields
    }
}

impl Item for ImageDraft {
    fn from(&self) -> Option<usize> {
        self.from
    }

    fn fields(&self) -> Map<String, Value> {
        let mut fields = Map::new();
        put(&mut fields, "path", string(&self.path));
        put(&mut fields, "caption", texts(&self.caption));
        put(&mut fields, "credit", texts(&self.credit));
        fields
    }
}

/// A new source by CSL-JSON's names; a title in another language than the record's says so.
pub(super) fn source(source: &SourceDraft, record_language: &LangTag) -> Value {
    let mut fields = Map::new();
    put(&mut fields, "id", string(&source.id));
    put(&mut fields, "type", string(&source.kind));
    let own = source.language.is_empty() || source.language == record_language.as_str();
    let text = |text: &str| {
        let text = string(text)?;
        Some(if own {
            text
        } else {
            json!({ source.language.as_str(): text })
        })
    };
    put(&mut fields, "title", text(&source.title));
    put(&mut fields, "author", authors(&source.author));
    put(&mut fields, "container-title", text(&source.container));
    put(&mut fields, "publisher", text(&source.publisher));
    put(&mut fields, "issued", date(&source.issued));
    put(&mut fields, "accessed", date(&source.accessed));
    put(&mut fields, "URL", string(&source.url));
    put(&mut fields, "language", string(&source.language));
    for (name, value) in &source.rest {
        fields.entry(name.clone()).or_insert_with(|| value.clone());
    }
    Value::Object(fields)
}

fn authors(field: &str) -> Option<Value> {
    let names = names::typed(field);
    (!names.is_empty()).then_some(Value::Array(names))
}

/// A date as EDTF; what cannot be read as it was typed.
pub(super) fn date(typed: &str) -> Option<Value> {
    let typed = string(typed)?;
    let read = typed.as_str().and_then(|typed| read_human(typed).ok());
    Some(read.map_or(typed, |date| date.to_string().into()))
}

fn put(fields: &mut Map<String, Value>, name: &str, value: Option<Value>) {
    if let Some(value) = value {
        fields.insert(name.to_owned(), value);
    }
}

fn string(text: &str) -> Option<Value> {
    let text = text.trim();
    (!is_blank(text)).then(|| text.into())
}

/// A word of a list; none where it is the one that stands for none.
fn word<V: Vocabulary>(word: &str, none: V) -> Option<Value> {
    string(word).filter(|word| word != none.name())
}

fn strings(list: &[String]) -> Option<Value> {
    let list: Vec<Value> = list.iter().filter_map(|item| string(item)).collect();
    (!list.is_empty()).then_some(Value::Array(list))
}

fn texts(texts: &[Words]) -> Option<Value> {
    let texts = texts.iter();
    let texts = texts.filter_map(|words| Some((words.lang.clone(), string(&words.text)?)));
    let texts: Map<String, Value> = texts.collect();
    (!texts.is_empty()).then_some(Value::Object(texts))
}

fn place(place: &PlaceDraft) -> Option<Value> {
    let mut fields = Map::new();
    put(&mut fields, "name", texts(&place.name));
    put(&mut fields, "country", string(&place.country));
    put(&mut fields, "lat", degrees(&place.lat));
    put(&mut fields, "lon", degrees(&place.lon));
    (!fields.is_empty()).then_some(Value::Object(fields))
}

/// A number of degrees; what is none stays a string, which the record's checks tell of.
fn degrees(typed: &str) -> Option<Value> {
    let typed = typed.trim();
    // "+35.68" and ".5" are numbers to a person, and none in JSON.
    let number = serde_json::from_str::<serde_json::Number>(typed).ok();
    let number = number.or_else(|| serde_json::Number::from_f64(typed.parse().ok()?));
    string(typed).map(|text| number.map_or(text, Value::Number))
}

fn tone(tone: &ToneDraft) -> Option<Value> {
    let mut fields = Map::new();
    put(&mut fields, "value", Some(tone.value?.into()));
    put(&mut fields, "reason", texts(&tone.reason));
    Some(Value::Object(fields))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_with_a_comma_in_its_name_stays_one_author() {
        let bibtex =
            "@misc{a, author = {{Ministry of Foreign Affairs, Japan} and Sato, Jiro}, title = {T}}";
        let reading = crate::format::citation::read(bibtex, &LangTag::new("en")).expect("read");
        let draft = SourceDraft::of(&reading.found[0].source, "a".to_owned());
        assert_eq!(
            draft.author,
            "{Ministry of Foreign Affairs, Japan}; Sato, Jiro"
        );
        let written = source(&draft, &LangTag::new("en"));
        let expected = json!([
            {"literal": "Ministry of Foreign Affairs, Japan"},
            {"family": "Sato", "given": "Jiro"}
        ]);
        assert_eq!(written["author"], expected);
    }

    #[test]
    fn degrees_as_people_write_them_are_numbers() {
        for (typed, number) in [
            ("+35.68", 35.68),
            (".5", 0.5),
            ("35.", 35.0),
            ("-09.5", -9.5),
        ] {
            assert_eq!(
                degrees(typed).and_then(|value| value.as_f64()),
                Some(number),
                "{typed}"
            );
        }
        assert_eq!(degrees("35.68"), Some(json!(35.68)));
        assert_eq!(degrees("north"), Some(json!("north")));
    }

    #[test]
    fn what_a_quote_says_of_its_account_is_read_and_written_as_it_was() {
        let event = json!({"quotes": [{
            "text": "one", "side": "JPN", "topic": ["taiwan"],
            "issuer": {"en": "Government of Japan"}, "via": {"en": "AFP"}, "note": {"ja": "要確認"}
        }]});
        let quotes = Draft::read(&event.to_string(), "en").quotes;
        let fields = quotes[0].fields();
        assert_eq!(Value::Object(fields), event["quotes"][0]);
    }
}
