//! RIS: a line for each field, `TY  - JOUR` to `ER  - `. No crate: the one that is well kept
//! (biblib) brings five more and keeps neither the access date nor the editors.

use super::{
    CitationError, Left, Manner, Pasted, Reading, Tally, address, dates, languages, single_spaced,
};
use crate::record::{LangTag, Name, Source, SourceDate, Text};

/// Types of RIS, with the words of CSL.
const KINDS: &[(&str, &str)] = &[
    ("ABST", "article-journal"),
    ("BILL", "bill"),
    ("BLOG", "post-weblog"),
    ("BOOK", "book"),
    ("CASE", "legal_case"),
    ("CHAP", "chapter"),
    ("CONF", "paper-conference"),
    ("CPAPER", "paper-conference"),
    ("DATA", "dataset"),
    ("DICT", "entry-dictionary"),
    ("EBOOK", "book"),
    ("ECHAP", "chapter"),
    ("EDBOOK", "book"),
    ("EJOUR", "article-journal"),
    ("ELEC", "webpage"),
    ("ENCYC", "entry-encyclopedia"),
    ("GEN", "document"),
    ("GOVDOC", "document"),
    ("HEAR", "hearing"),
    ("ICOMM", "webpage"),
    ("INPR", "article"),
    ("JFULL", "periodical"),
    ("JOUR", "article-journal"),
    ("LEGAL", "legislation"),
    ("MANSCPT", "manuscript"),
    ("MAP", "map"),
    ("MGZN", "article-magazine"),
    ("NEWS", "article-newspaper"),
    ("PAMP", "pamphlet"),
    ("PCOMM", "personal_communication"),
    ("RPRT", "report"),
    ("STAND", "standard"),
    ("STAT", "legislation"),
    ("THES", "thesis"),
    ("UNPB", "manuscript"),
    ("WEB", "webpage"),
];
/// Tags that a citation does not tell: abstracts, keywords, files, numbers of libraries.
const QUIET: [&str; 22] = [
    "AB", "N2", "KW", "SN", "DB", "DP", "AN", "ID", "L1", "L2", "L3", "L4", "LK", "J2", "ST", "AD",
    "U1", "U2", "U3", "RN", "CN", "RP",
];
/// The longest value of a field, in bytes.
const MOST_FIELD_BYTES: usize = 16 << 10;

/// The tag and the value of a line.
fn field(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start();
    let tag = line.get(..2)?;
    let bytes = tag.as_bytes();
    let is_tag = bytes[0].is_ascii_uppercase()
        && (bytes[1].is_ascii_uppercase() || bytes[1].is_ascii_digit());
    let rest = line[2..].trim_start_matches(' ');
    let spaced = line.len() - 2 > rest.len();
    let value = rest.strip_prefix('-')?;
    let ends = value.is_empty() || value.starts_with(' ');
    (is_tag && spaced && ends).then(|| (tag, value.trim()))
}

/// Whether a line begins a source.
pub(super) fn begins(line: &str) -> bool {
    field(line).is_some_and(|(tag, value)| {
        tag == "TY" && !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

pub(super) fn read(text: &str, language: &LangTag) -> Result<Reading, CitationError> {
    let mut tally = Tally::new();
    let mut open: Option<Entry> = None;
    for (at, line) in text.lines().enumerate() {
        match field(line) {
            Some(("TY", kind)) => {
                // An end that was not copied is no fault.
                if let Some(entry) = open.replace(Entry::new(kind, at + 1)) {
                    tally.add(entry.into_source(language))?;
                }
            }
            Some(("ER", _)) => {
                if let Some(entry) = open.take() {
                    tally.add(entry.into_source(language))?;
                }
            }
            Some((tag, value)) => {
                if let Some(entry) = &mut open {
                    entry.fields.push((tag, value.to_owned()));
                }
            }
            None => {
                if let Some(entry) = &mut open
                    && let Some((_, value)) = entry.fields.last_mut()
                    && value.len() + line.len() < MOST_FIELD_BYTES
                {
                    value.push(' ');
                    value.push_str(line.trim());
                }
            }
        }
    }
    if let Some(entry) = open {
        tally.add(entry.into_source(language))?;
    }
    Ok(tally.reading)
}

struct Entry<'t> {
    kind: &'t str,
    line: usize,
    fields: Vec<(&'t str, String)>,
}

impl<'t> Entry<'t> {
    fn new(kind: &'t str, line: usize) -> Self {
        Self {
            kind,
            line,
            fields: Vec::new(),
        }
    }

    /// The first value of the first of the tags that has one; the same value under the others
    /// counts as used.
    fn take(&mut self, tags: &[&str]) -> Option<String> {
        let at = tags.iter().find_map(|tag| {
            self.fields
                .iter()
                .position(|(name, value)| name == tag && !value.trim().is_empty())
        })?;
        let value = single_spaced(&self.fields.remove(at).1);
        self.fields
            .retain(|(name, other)| !tags.contains(name) || single_spaced(other) != value);
        Some(value)
    }

    fn names(&mut self, tags: &[&str]) -> Vec<Name> {
        let mut names = Vec::new();
        self.fields.retain(|(tag, value)| {
            let taken = tags.contains(tag);
            if taken {
                names.extend(name(value));
            }
            !taken
        });
        names
    }

    fn into_source(mut self, language: &LangTag) -> Result<Pasted, CitationError> {
        let mut left = Left::default();
        let mut source = Source::new("");
        let kind = KINDS
            .iter()
            .find(|(ris, _)| ris.eq_ignore_ascii_case(self.kind));
        source.kind = Some(kind.map_or("document", |(_, csl)| csl).to_owned());
        if kind.is_none() {
            left.field("TY", self.kind);
        }
        let text = |words: String| Text::plain(words, language.clone());
        let whole = matches!(source.kind.as_deref(), Some("book" | "periodical"));
        let titles: &[&str] = if whole {
            &["TI", "T1", "BT", "CT"]
        } else {
            &["TI", "T1", "CT"]
        };
        source.title = self.take(titles).map(text);
        let containers: &[&str] = if whole {
            &[]
        } else {
            &["JF", "T2", "BT", "JO", "JA"]
        };
        source.container_title = self.take(containers).map(text);
        source.author = self.names(&["AU", "A1"]);
        source.editor = self.names(&["ED", "A2"]);
        source.publisher = self.take(&["PB"]).map(text);
        source.publisher_place = self.take(&["CY", "PP"]).map(text);
        let year = self.take(&["PY", "Y1"]);
        let day = self.take(&["DA"]);
        source.issued = issued(year, day, &mut left);
        source.accessed = self.take(&["Y2"]).map(|value| date(&value));
        source.volume = self.take(&["VL"]);
        match source.kind.as_deref() {
            Some("report" | "legislation" | "bill") => source.number = self.take(&["IS", "M1"]),
            _ => source.issue = self.take(&["IS"]),
        }
        source.page = match (self.take(&["SP"]), self.take(&["EP"])) {
            (Some(first), Some(last)) if first != last => Some(format!("{first}–{last}")),
            (Some(page), _) | (None, Some(page)) => Some(page),
            (None, None) => None,
        };
        source.genre = self.take(&["M3"]);
        if let Some(words) = self.take(&["LA"]) {
            source.language = languages::tag(&words);
            if source.language.is_none() {
                left.field("LA", &words);
            }
        }
        source.note = self.take(&["N1"]).map(text);
        self.addresses(&mut source, &mut left);
        for (tag, value) in &self.fields {
            if !QUIET.contains(tag) {
                left.field(tag, value);
            }
        }
        if source.title.is_none() && source.url.is_none() {
            return Err(CitationError::Bare { line: self.line });
        }
        Ok(Pasted {
            source,
            manner: Manner::Ris,
            line: self.line,
            left: left.into_text(),
        })
    }

    fn addresses(&mut self, source: &mut Source, left: &mut Left) {
        if let Some(doi) = self.take(&["DO"]) {
            let taken = address::doi_field(&doi).is_some_and(|found| address::put(source, found));
            if !taken {
                left.field("DO", &doi);
            }
        }
        self.fields.retain(|(tag, value)| {
            let mut taken = false;
            if *tag == "UR" {
                for one in value.split([';', ' ']).filter(|one| !one.is_empty()) {
                    taken |= address::whole(one).is_some_and(|found| address::put(source, found));
                }
            }
            !taken
        });
    }
}

/// "Satake, Haruka"; without a comma it is not known which part is the family's.
fn name(value: &str) -> Option<Name> {
    let value = single_spaced(value);
    let mut parts = value.splitn(3, ',').map(str::trim);
    let family = parts.next().filter(|part| !part.is_empty())?.to_owned();
    let given = parts.next().filter(|part| !part.is_empty());
    let suffix = parts.next().filter(|part| !part.is_empty());
    Some(match given {
        None => Name {
            literal: Some(family),
            ..Name::default()
        },
        Some(given) => Name {
            family: Some(suffix.map_or(family.clone(), |suffix| format!("{family} {suffix}"))),
            given: Some(given.to_owned()),
            literal: None,
        },
    })
}

/// The day where it is of the same year, else the year.
fn issued(year: Option<String>, day: Option<String>, left: &mut Left) -> Option<SourceDate> {
    let year = year.map(|value| (date(&value), value));
    let day = day.map(|value| (date(&value), value));
    match (year, day) {
        (Some((SourceDate::Edtf(year), _)), Some((SourceDate::Edtf(day), _)))
            if day.to_string().starts_with(&year.to_string()) =>
        {
            Some(SourceDate::Edtf(day))
        }
        (Some((year, _)), Some((_, words))) => {
            left.field("DA", &words);
            Some(year)
        }
        (Some((one, _)), None) | (None, Some((one, _))) => Some(one),
        (None, None) => None,
    }
}

/// `2024/12/15/remark` as RIS has it, or a date as people write it.
fn date(value: &str) -> SourceDate {
    let mut parts = value.splitn(4, '/').map(str::trim);
    let year = parts.next().unwrap_or_default();
    if year.len() == 4 && value.contains('/') {
        let mut text = year.to_owned();
        let two_digits = |part: &str| {
            part.parse::<u8>()
                .ok()
                .map(|number| format!("-{number:02}"))
        };
        for part in parts.by_ref().take(2).map_while(two_digits) {
            text.push_str(&part);
        }
        let rest = parts.find(|rest| !rest.is_empty());
        let season = rest.map(|rest| format!("{rest} {year}"));
        if let Some(Ok(date)) = season.map(|season| crate::date::read_human(&season))
            && text.len() == 4
        {
            return SourceDate::Edtf(date);
        }
        if let Ok(date) = crate::date::Edtf::parse(&text) {
            return SourceDate::Edtf(date);
        }
    }
    dates::date(value)
}
