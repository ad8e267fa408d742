//! One entry of BibTeX as a source.

use super::super::{CitationError, Left, Manner, Pasted, address, dates, languages, prose};
use super::names::{name, split_names};
use super::{Raw, latex};
use crate::date::{Edtf, read_human};
use crate::record::{LangTag, Name, Source, SourceDate, Text};

/// The most names of one field; a longer list is of no citation.
const MOST_NAMES: usize = 500;

/// Kinds of entry, with the words of CSL.
const KINDS: &[(&str, &str)] = &[
    ("article", "article-journal"),
    ("suppperiodical", "article-journal"),
    ("newspaper", "article-newspaper"),
    ("newspaper_article", "article-newspaper"),
    ("magazine_article", "article-magazine"),
    ("book", "book"),
    ("mvbook", "book"),
    ("collection", "book"),
    ("mvcollection", "book"),
    ("reference", "book"),
    ("mvreference", "book"),
    ("proceedings", "book"),
    ("mvproceedings", "book"),
    ("booklet", "pamphlet"),
    ("inbook", "chapter"),
    ("bookinbook", "chapter"),
    ("suppbook", "chapter"),
    ("incollection", "chapter"),
    ("suppcollection", "chapter"),
    ("book_section", "chapter"),
    ("inproceedings", "paper-conference"),
    ("conference", "paper-conference"),
    ("inreference", "entry-encyclopedia"),
    ("periodical", "periodical"),
    ("report", "report"),
    ("techreport", "report"),
    ("manual", "report"),
    ("thesis", "thesis"),
    ("phdthesis", "thesis"),
    ("mastersthesis", "thesis"),
    ("online", "webpage"),
    ("electronic", "webpage"),
    ("www", "webpage"),
    ("webpage", "webpage"),
    ("web_page", "webpage"),
    ("misc", "document"),
    ("unpublished", "manuscript"),
    ("dataset", "dataset"),
    ("software", "software"),
    ("patent", "patent"),
    ("legislation", "legislation"),
    ("jurisdiction", "legal_case"),
    ("letter", "personal_communication"),
    ("audio", "document"),
    ("video", "motion_picture"),
    ("movie", "motion_picture"),
    ("talk", "speech"),
    ("presentation", "speech"),
];
/// Fields that say nothing which a citation tells.
const QUIET: [&str; 42] = [
    "abstract",
    "annotation",
    "annote",
    "archiveprefix",
    "booksubtitle",
    "crossref",
    "date-added",
    "date-modified",
    "eprintclass",
    "file",
    "groups",
    "ids",
    "isbn",
    "issn",
    "keywords",
    "langidopts",
    "numpages",
    "options",
    "owner",
    "pagetotal",
    "primaryclass",
    "shortjournal",
    "shorttitle",
    "timestamp",
    "urldateusetime",
    "xdata",
    "xref",
    "sortkey",
    "entryset",
    "execute",
    "indexsorttitle",
    "indextitle",
    "label",
    "presort",
    "related",
    "relatedoptions",
    "relatedstring",
    "relatedtype",
    "shorthand",
    "sortname",
    "sorttitle",
    "sortyear",
];
/// Fields that an entry has from its parent, under their names there.
const INHERITED: [(&str, &str); 13] = [
    ("booktitle", "title"),
    ("booksubtitle", "subtitle"),
    ("booktitle", "booktitle"),
    ("publisher", "publisher"),
    ("location", "location"),
    ("address", "address"),
    ("editor", "editor"),
    ("date", "date"),
    ("year", "year"),
    ("month", "month"),
    ("volume", "volume"),
    ("series", "series"),
    ("langid", "langid"),
];

/// The fields of an entry, of which each is used once.
struct Fields<'t>(Vec<(&'t str, &'t str)>);

impl<'t> Fields<'t> {
    fn raw(&mut self, name: &str) -> Option<&'t str> {
        let at = self
            .0
            .iter()
            .position(|(known, value)| *known == name && !value.trim().is_empty())?;
        Some(self.0.remove(at).1)
    }

    fn text(&mut self, names: &[&str]) -> Option<String> {
        let value = names.iter().find_map(|name| self.raw(name))?;
        Some(latex::text(value)).filter(|text| !text.is_empty())
    }
}

pub(super) fn pasted(
    raw: &Raw,
    parent: Option<&Raw>,
    language: &LangTag,
) -> Result<Pasted, CitationError> {
    let mut fields = Fields(
        raw.fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect(),
    );
    if let Some(parent) = parent {
        for (name, theirs) in INHERITED {
            if raw.get(name).is_none()
                && let Some(value) = parent.get(theirs)
                && !fields.0.iter().any(|(known, _)| *known == name)
            {
                fields.0.push((name, value));
            }
        }
    }
    let plain = |words: String| Text::plain(words, language.clone());
    let mut left = Left::default();
    let mut source = Source::new(raw.key);
    kind(raw, &mut fields, &mut source, &mut left);
    source.title = joined(&mut fields, "title", "subtitle").map(plain);
    source.author = names(&mut fields, "author", &mut left);
    source.editor = names(&mut fields, "editor", &mut left);
    let container = joined(&mut fields, "journaltitle", "journalsubtitle")
        .or_else(|| fields.text(&["journal"]))
        .or_else(|| joined(&mut fields, "booktitle", "booksubtitle"));
    source.container_title = container.map(plain);
    source.publisher = fields
        .text(&["publisher", "institution", "school", "organization"])
        .map(plain);
    source.publisher_place = fields.text(&["location", "address"]).map(plain);
    source.issued = issued(&mut fields, &mut left);
    source.accessed = fields
        .text(&["urldate", "lastchecked", "lastaccessed", "accessed"])
        .map(|words| dates::date(&words));
    source.volume = fields.text(&["volume"]);
    let of_issues = raw.kind == "article" || raw.kind == "periodical";
    source.issue = if of_issues {
        fields.text(&["issue", "number"])
    } else {
        fields.text(&["issue"])
    };
    source.number = fields.text(&["number"]);
    source.page = fields.text(&["pages", "eid"]);
    languages_of(&mut fields, &mut source, &mut left);
    addresses(&mut fields, &mut source, &mut left);
    note(&mut fields, &mut source, language);
    for (name, value) in fields.0 {
        let quiet =
            QUIET.contains(&name) || name.starts_with("bdsk-") || name.starts_with("mendeley-");
        if !quiet {
            left.field(name, &latex::text(value));
        }
    }
    if source.title.is_none() && source.url.is_none() {
        return Err(CitationError::Bare { line: raw.line });
    }
    if source.kind.as_deref() == Some("document") && raw.kind == "misc" && source.url.is_some() {
        source.kind = Some("webpage".to_owned());
    }
    Ok(Pasted {
        source,
        manner: Manner::Bibtex,
        line: raw.line,
        left: left.into_text(),
    })
}

fn kind(raw: &Raw, fields: &mut Fields, source: &mut Source, left: &mut Left) {
    let known = KINDS.iter().find(|(kind, _)| *kind == raw.kind);
    let subtype = fields.text(&["entrysubtype"]).unwrap_or_default();
    let csl = match subtype.to_lowercase().as_str() {
        "newspaper" => "article-newspaper",
        "magazine" => "article-magazine",
        _ => {
            left.field("entrysubtype", &subtype);
            known.map_or("document", |(_, csl)| csl)
        }
    };
    source.kind = Some(csl.to_owned());
    source.genre = fields.text(&["type"]).or_else(|| match raw.kind.as_str() {
        "phdthesis" => Some("PhD thesis".to_owned()),
        "mastersthesis" => Some("Master's thesis".to_owned()),
        _ => None,
    });
    if known.is_none() {
        left.add(&format!("@{}", raw.kind));
    }
}

/// A title with its second part.
fn joined(fields: &mut Fields, name: &str, second: &str) -> Option<String> {
    let title = fields.text(&[name])?;
    Some(match fields.text(&[second]) {
        None => title,
        Some(second) if title.ends_with(['?', '!', ':', '：', '？', '！']) => {
            format!("{title} {second}")
        }
        Some(second) => format!("{title}: {second}"),
    })
}

fn languages_of(fields: &mut Fields, source: &mut Source, left: &mut Left) {
    for name in ["langid", "language", "hyphenation"] {
        let Some(words) = fields.text(&[name]) else {
            continue;
        };
        match languages::tag(&words) {
            Some(tag) => {
                source.language.get_or_insert(tag);
            }
            None => left.field(name, &words),
        }
    }
}

fn addresses(fields: &mut Fields, source: &mut Source, left: &mut Left) {
    for name in ["doi", "url"] {
        let Some(value) = fields.raw(name) else {
            continue;
        };
        let value = latex::address(value);
        let found = match name {
            "doi" => address::doi_field(&value),
            _ => address::whole(&value),
        };
        if !found.is_some_and(|found| address::put(source, found)) {
            left.field(name, &value);
        }
    }
    let is_arxiv = |name: &&str| latex::text(name).eq_ignore_ascii_case("arxiv");
    let archive = fields
        .raw("eprinttype")
        .or_else(|| fields.raw("archiveprefix"));
    if let Some(number) = fields.text(&["eprint"]) {
        if archive.as_ref().is_some_and(is_arxiv) && source.url.is_none() {
            source.url = Some(format!("https://arxiv.org/abs/{number}"));
        } else {
            left.field("eprint", &number);
        }
    }
    let Some(published) = fields.raw("howpublished") else {
        return;
    };
    let plain = latex::address(published);
    let inside = address::all(&plain).pop();
    let alone = inside.filter(|(range, _)| range.len() + 6 >= plain.len());
    let words = latex::text(published);
    if !alone.is_some_and(|(_, found)| address::put(source, found)) {
        left.field("howpublished", &words);
    }
}

/// "Accessed: 2024-05-03" is no remark but a date.
fn note(fields: &mut Fields, source: &mut Source, language: &LangTag) {
    let Some(note) = fields.text(&["note", "addendum"]) else {
        return;
    };
    match prose::accessed_alone(&note) {
        Some(date) if source.accessed.is_none() => source.accessed = Some(SourceDate::Edtf(date)),
        _ => source.note = Some(Text::plain(note, language.clone())),
    }
}

/// `date`, or else `year`, `month` and `day`.
fn issued(fields: &mut Fields, left: &mut Left) -> Option<SourceDate> {
    if let Some(words) = fields.text(&["date"]) {
        return Some(dates::date(&words));
    }
    let year = fields.text(&["year"])?;
    let Some(month) = fields.text(&["month"]) else {
        return Some(dates::date(&year));
    };
    let day = fields.text(&["day"]);
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let numbers = dates::month(&month).map(|number| match day.as_deref().map(str::parse::<u8>) {
        Some(Ok(day)) => format!("{year}-{number:02}-{day:02}"),
        _ => format!("{year}-{number:02}"),
    });
    let whole = numbers
        .and_then(|text| Edtf::parse(&text).ok())
        .or_else(|| read_human(&format!("{month}, {year}")).ok())
        .or_else(|| read_human(&format!("{month} {year}")).ok())
        .filter(|_| is_year);
    Some(match whole {
        Some(date) => SourceDate::Edtf(date),
        None => {
            left.field("month", &month);
            dates::date(&year)
        }
    })
}

fn names(fields: &mut Fields, field: &str, left: &mut Left) -> Vec<Name> {
    let Some(value) = fields.raw(field) else {
        return Vec::new();
    };
    let mut names = Vec::new();
    for one in split_names(value) {
        if one.eq_ignore_ascii_case("others") {
            left.field(field, "et al.");
        } else if names.len() == MOST_NAMES {
            left.field(field, "…");
            break;
        } else {
            names.extend(name(one));
        }
    }
    names
}
