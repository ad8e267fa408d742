//! A readable id for a source, and whether the record has it already.

use super::address::{doi_of, host, without_www};
use crate::record::{Name, Source, SourceDate, ascii_words, free_id};

/// The most words of a publisher's or a title's name in an id.
const MOST_WORDS: usize = 4;
/// The longest part of an id, in letters.
const MOST_LETTERS: usize = 40;
/// Words that tell no two publishers apart.
const SMALL_WORDS: [&str; 8] = ["the", "of", "and", "for", "a", "an", "in", "on"];

/// A readable id that is not taken: `satake-2024`, `east-asia-forum-2024-2`, `document-2008`.
///
/// Its letters are ASCII; a name that has none gives way to the publisher, the site or the type. A
/// source without a year gets the first words of its title.
///
/// ```
/// use nenpyo::format::citation::{id_for, read};
/// use nenpyo::record::LangTag;
/// let read = read("Satake, H. (2024). Positivity peaks. East Asia Forum.", &LangTag::new("en"));
/// let source = &read.unwrap().found[0].source;
/// assert_eq!(id_for(source, |_| false), "satake-2024");
/// assert_eq!(id_for(source, |id| id == "satake-2024"), "satake-2024-2");
/// ```
pub fn id_for(source: &Source, is_taken: impl Fn(&str) -> bool) -> String {
    free_id(&base(source), is_taken)
}

fn base(source: &Source) -> String {
    let text = |text: &Option<crate::record::Text>| {
        let words = text.as_ref().map(|text| slug(text.original()))?;
        (!words.is_empty()).then_some(words)
    };
    let site = || {
        let host = source.url.as_deref().and_then(host).map(without_www)?;
        doi_of(source.url.as_deref()).is_none().then(|| slug(host))
    };
    let mut people = source.author.iter().chain(&source.editor);
    let who = people
        .next()
        .and_then(name)
        .or_else(|| text(&source.publisher))
        .or_else(|| text(&source.container_title))
        .or_else(site)
        .or_else(|| source.kind.as_deref().map(slug))
        .filter(|who| !who.is_empty())
        .unwrap_or_else(|| "document".to_owned());
    let when = year(source.issued.as_ref()).or_else(|| text(&source.title));
    match when {
        Some(when) => format!("{who}-{when}"),
        None => who,
    }
}

fn name(name: &Name) -> Option<String> {
    let parts = [&name.family, &name.literal, &name.given];
    let words = parts.into_iter().flatten().map(|part| slug(part));
    words.into_iter().find(|words| !words.is_empty())
}

/// The first year that a date names.
fn year(date: Option<&SourceDate>) -> Option<String> {
    let words = match date? {
        SourceDate::Edtf(date) => date.to_string(),
        SourceDate::Literal(words) => words.clone(),
    };
    let mut digits = words.split(|c: char| !c.is_ascii_digit());
    digits
        .find(|run| run.len() >= 4)
        .map(|run| run[..4].to_owned())
}

/// Words of ASCII letters and digits joined by hyphens; empty when the text has hardly any.
fn slug(text: &str) -> String {
    let start: String = text.chars().take(4 * MOST_LETTERS).collect();
    let plain = ascii_words(&start);
    let letters = plain.bytes().filter(u8::is_ascii_alphabetic).count();
    let foreign = start
        .chars()
        .filter(|c| c.is_alphabetic() && *c > '\u{2E7F}')
        .count();
    if letters < 2 || foreign > letters {
        return String::new();
    }
    let all: Vec<&str> = plain.split(' ').filter(|word| !word.is_empty()).collect();
    let telling: Vec<&str> = all
        .iter()
        .copied()
        .filter(|word| !SMALL_WORDS.contains(word))
        .collect();
    let words = if telling.is_empty() { all } else { telling };
    let mut slug = String::new();
    for word in words.into_iter().take(MOST_WORDS) {
        if !slug.is_empty() && slug.len() + word.len() >= MOST_LETTERS {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word[..word.len().min(MOST_LETTERS)]);
    }
    slug
}

/// The source among others that this one surely is: of the same DOI, or else of the same address,
/// where scheme, `www.`, a last slash, the place in the page and what only counts readers do not
/// matter.
pub fn same_source<'s>(source: &Source, among: &'s [Source]) -> Option<&'s Source> {
    let own_doi = doi(source);
    let own_url = source.url.as_deref().map(key);
    among.iter().find(|other| match (&own_doi, doi(other)) {
        (Some(own), Some(other)) => *own == other,
        _ => own_url.is_some() && other.url.as_deref().map(key) == own_url,
    })
}

fn doi(source: &Source) -> Option<String> {
    let stated = source.doi.as_deref().map(str::trim);
    let stated = stated.filter(|doi| !doi.is_empty()).map(|doi| {
        doi_of(Some(doi)).unwrap_or_else(|| {
            let bare = doi.strip_prefix("doi:").or(doi.strip_prefix("DOI:"));
            bare.unwrap_or(doi).trim().to_owned()
        })
    });
    let doi = stated.or_else(|| doi_of(source.url.as_deref()))?;
    Some(doi.to_lowercase())
}

/// An address without what two addresses of one document may differ in.
fn key(url: &str) -> String {
    let url = url.trim();
    let Some(host) = host(url) else {
        return url.to_owned();
    };
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path_at = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (path, fragment) = match rest[path_at..].split_once('#') {
        Some((path, fragment)) => (path, fragment),
        None => (&rest[path_at..], ""),
    };
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let mut key = without_www(host).to_lowercase();
    key.push_str(path.trim_end_matches('/'));
    let asked = query.split('&').filter(|part| !part.is_empty());
    for (at, part) in asked.filter(|part| !counts_readers(part)).enumerate() {
        key.push(if at == 0 { '?' } else { '&' });
        key.push_str(part);
    }
    // Such a fragment is the page itself, in sites that are one program.
    if fragment.starts_with(['!', '/']) {
        key.push('#');
        key.push_str(fragment);
    }
    key
}

/// Whether a part of a query only tells where a reader came from.
fn counts_readers(part: &str) -> bool {
    const NAMES: [&str; 14] = [
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "igshid",
        "mc_cid", "mc_eid", "_ga", "ref_src", "cmpid",
    ];
    let name = part.split('=').next().unwrap_or_default();
    let name = name.to_ascii_lowercase();
    name.starts_with("utm_") || NAMES.contains(&name.as_str())
}
