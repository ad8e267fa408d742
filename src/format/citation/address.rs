//! Addresses and DOIs, alone or in a text.

use std::ops::Range;

use super::{CitationError, Left, Manner, Pasted, Reading, Tally};
use crate::record::{LangTag, Source, Text, link_is_safe};

/// What leads to a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Address {
    Url(String),
    /// A DOI, without the resolver's address.
    Doi(String),
}

/// Hosts that resolve DOIs.
const RESOLVERS: [&str; 3] = ["doi.org", "dx.doi.org", "www.doi.org"];

/// A paste of nothing but addresses, one a line; `None` when it is something else.
pub(super) fn read(text: &str, language: &LangTag) -> Result<Option<Reading>, CitationError> {
    let mut tally = Tally::new();
    for (at, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        let Some(address) = whole(line) else {
            if tally.reading.found.is_empty() && has_other_scheme(line) {
                return Err(CitationError::Address { line: at + 1 });
            }
            return Ok(None);
        };
        let mut source = Source::new("");
        source.kind = Some(match address {
            Address::Url(_) => "webpage".to_owned(),
            Address::Doi(_) => "document".to_owned(),
        });
        if let Address::Url(url) = &address {
            let site = host(url).map(without_www);
            source.container_title = site.map(|site| Text::plain(site, language.clone()));
        }
        put(&mut source, address);
        tally.add(Ok(Pasted {
            source,
            manner: Manner::Address,
            line: at + 1,
            left: Left::default().into_text(),
        }))?;
    }
    Ok(Some(tally.reading))
}

/// Gives the source an address that it has not yet; whether it took it.
pub(super) fn put(source: &mut Source, address: Address) -> bool {
    match address {
        Address::Doi(doi) => {
            let known = source.doi.get_or_insert_with(|| doi.clone());
            let is_the_one = *known == doi;
            if source.url.is_none() {
                source.url = Some(resolver_url(&doi));
            }
            is_the_one
        }
        Address::Url(url) => {
            let resolver = source.doi.is_some() && doi_of(source.url.as_deref()).is_some();
            let is_free = source.url.is_none() || resolver;
            if is_free {
                source.url = Some(url.clone());
            }
            is_free || source.url.as_ref() == Some(&url)
        }
    }
}

/// The DOI that a field holds, which may have signs that end one in a sentence.
pub(super) fn doi_field(text: &str) -> Option<Address> {
    if let Some(address) = whole(text) {
        return matches!(address, Address::Doi(_)).then_some(address);
    }
    let doi = &text[doi_label(text)?..];
    let odd = |c: char| c.is_whitespace() || c.is_control();
    (doi_end(doi).is_some() && !doi.contains(odd)).then(|| Address::Doi(doi.to_owned()))
}

/// The resolver's address of a DOI.
fn resolver_url(doi: &str) -> String {
    let mut url = "https://doi.org/".to_owned();
    for c in doi.chars() {
        match c {
            '<' => url.push_str("%3C"),
            '>' => url.push_str("%3E"),
            '"' => url.push_str("%22"),
            '#' => url.push_str("%23"),
            '%' => url.push_str("%25"),
            '?' => url.push_str("%3F"),
            c => url.push(c),
        }
    }
    url
}

/// The address that a text is, whole.
pub(super) fn whole(text: &str) -> Option<Address> {
    let bare = text
        .trim()
        .trim_start_matches('<')
        .trim_end_matches('>')
        .trim();
    if let Some(label) = doi_label(bare) {
        let rest = &bare[label..];
        return (doi_end(rest)? == rest.len()).then(|| Address::Doi(rest.to_owned()));
    }
    let end = url_end(bare)?;
    if bare[end..].contains(|c: char| c.is_alphanumeric() || c.is_whitespace()) {
        return None;
    }
    of_url(&bare[..end])
}

/// An address by its text; a resolver's is a DOI.
fn of_url(url: &str) -> Option<Address> {
    if let Some(doi) = doi_of(Some(url)) {
        return Some(Address::Doi(doi));
    }
    let leads_somewhere = host(url).is_some();
    (leads_somewhere && link_is_safe(url)).then(|| Address::Url(url.to_owned()))
}

/// Every address in a text, with its place.
pub(super) fn all(text: &str) -> Vec<(Range<usize>, Address)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_start(text, at) {
        let rest = &text[start..];
        let (length, address) = if let Some(end) = url_end(rest) {
            (end, of_url(&rest[..end]))
        } else if let Some(label) = doi_label(rest)
            && let Some(end) = doi_end(&rest[label..])
        {
            let doi = rest[label..label + end].to_owned();
            (label + end, Some(Address::Doi(doi)))
        } else {
            (0, None)
        };
        if let Some(address) = address {
            found.push((start..start + length, address));
        }
        // Every address begins with an ASCII letter or digit.
        at = start + length.max(1);
    }
    found
}

/// The next place from `at` where an address may begin.
fn next_start(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    (at..bytes.len()).find(|&i| {
        let boundary = i == 0
            || !matches!(bytes[i - 1], b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'.' | b'/');
        boundary && matches!(bytes[i], b'h' | b'H' | b'd' | b'D' | b'1')
    })
}

fn starts_with_small(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}

/// Where the address at the start of a text ends; `None` when there is none.
fn url_end(text: &str) -> Option<usize> {
    const ENDS: [char; 24] = [
        '<', '>', '"', '“', '”', '‘', '’', '「', '」', '『', '』', '《', '》', '〈', '〉', '（',
        '）', '【', '】', '。', '，', '、', '；', '\u{3000}',
    ];
    let scheme = ["https://", "http://"]
        .into_iter()
        .find(|scheme| starts_with_small(text, scheme))?;
    let is_end = |c: char| c.is_whitespace() || c.is_control() || ENDS.contains(&c);
    let end = text.find(is_end).unwrap_or(text.len());
    let end = trimmed_end(&text[..end]);
    (end > scheme.len()).then_some(end)
}

/// The end without the punctuation of the sentence around it.
fn trimmed_end(address: &str) -> usize {
    let bytes = address.as_bytes();
    let count = |sign: u8| memchr::memchr_iter(sign, bytes).count() as i64;
    let mut round = count(b'(') - count(b')');
    let mut square = count(b'[') - count(b']');
    let mut end = bytes.len();
    while let Some(&last) = bytes[..end].last() {
        match last {
            b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'' | b'}' | b'{' => {}
            b')' if round < 0 => round += 1,
            b']' if square < 0 => square += 1,
            b'(' => round -= 1,
            b'[' => square -= 1,
            _ => break,
        }
        end -= 1;
    }
    end
}

/// The length of what stands before a DOI at the start of a text: `doi:`, `doi.org/`, nothing.
fn doi_label(text: &str) -> Option<usize> {
    let mut rest = text;
    for label in ["doi.org/", "dx.doi.org/", "doi:", "doi"] {
        if starts_with_small(rest, label) {
            rest = rest[label.len()..].trim_start();
            break;
        }
    }
    let at = text.len() - rest.len();
    rest.starts_with("10.").then_some(at)
}

/// Where the DOI at the start of a text ends: `10.`, 4 to 9 digits, a slash and a name.
fn doi_end(text: &str) -> Option<usize> {
    let after = text.strip_prefix("10.")?;
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    if !(4..=9).contains(&digits) || after.as_bytes().get(digits) != Some(&b'/') {
        return None;
    }
    let name = 3 + digits + 1;
    let is_end =
        |c: char| c.is_whitespace() || c.is_control() || "<>\"“”「」。，、；（）".contains(c);
    let end = text.find(is_end).unwrap_or(text.len());
    let end = trimmed_end(&text[..end]);
    (end > name).then_some(end)
}

/// The DOI that a resolver's address holds.
pub(super) fn doi_of(url: Option<&str>) -> Option<String> {
    let url = url?;
    let host = host(url)?;
    if !RESOLVERS
        .iter()
        .any(|known| host.eq_ignore_ascii_case(known))
    {
        return None;
    }
    let path = url.split_once("://")?.1.split_once('/')?.1;
    let path = path.split(['?', '#']).next()?;
    let doi = percent_decoded(path);
    doi_end(&doi).is_some().then_some(doi)
}

/// The host of a web address, without a user and a port.
pub(super) fn host(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://")?;
    let web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?;
    let host = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    let named = host.chars().any(char::is_alphanumeric);
    (web && named).then_some(host)
}

pub(super) fn without_www(host: &str) -> &str {
    if starts_with_small(host, "www.") {
        &host[4..]
    } else {
        host
    }
}

/// `%2F` as `/`; what would be no text stays as it is.
fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let code = text.get(at + 1..at + 3);
        let decoded = code.and_then(|code| u8::from_str_radix(code, 16).ok());
        match decoded {
            Some(decoded) if byte == b'%' => {
                out.push(decoded);
                at += 3;
            }
            _ => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

/// Whether a single word is an address of another kind, or of none: `ftp://…`, `www.…`.
fn has_other_scheme(line: &str) -> bool {
    let one_word = !line.contains(char::is_whitespace);
    let scheme = line.split_once(':').is_some_and(|(scheme, rest)| {
        let letters = scheme.bytes().all(|byte| byte.is_ascii_alphabetic());
        scheme.len() > 1 && letters && !rest.is_empty()
    });
    one_word && (scheme || starts_with_small(line, "www."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Address {
        Address::Url(text.to_owned())
    }

    fn doi(text: &str) -> Address {
        Address::Doi(text.to_owned())
    }

    #[test]
    fn addresses_and_dois_are_told_apart() {
        let mofa = "https://www.mofa.go.jp/a_(b)?q=1#c";
        assert_eq!(whole(mofa), Some(url(mofa)));
        assert_eq!(
            whole("<http://example.org>."),
            Some(url("http://example.org"))
        );
        assert_eq!(
            whole("<http://example.org>"),
            Some(url("http://example.org"))
        );
        assert_eq!(
            whole("https://ja.wikipedia.org/wiki/年表"),
            Some(url("https://ja.wikipedia.org/wiki/年表"))
        );
        for text in [
            "10.1080/13439006.2024.1",
            "doi:10.1080/13439006.2024.1",
            "DOI: 10.1080/13439006.2024.1",
            "doi.org/10.1080/13439006.2024.1",
            "https://doi.org/10.1080/13439006.2024.1",
            "http://dx.doi.org/10.1080%2F13439006.2024.1",
        ] {
            assert_eq!(whole(text), Some(doi("10.1080/13439006.2024.1")), "{text}");
        }
        for text in [
            "https://",
            "https:///x",
            "10.1/x",
            "10.1080/",
            "ftp://a.b/c",
            "a https://a.b",
        ] {
            assert_eq!(whole(text), None, "{text}");
        }
    }

    #[test]
    fn an_address_in_a_sentence_ends_before_its_punctuation() {
        let text =
            "See (https://a.org/x_(y)), https://b.org/z. また「https://c.jp/」。doi:10.1234/ab.c.";
        let found: Vec<Address> = all(text).into_iter().map(|(_, address)| address).collect();
        let expected = [
            url("https://a.org/x_(y)"),
            url("https://b.org/z"),
            url("https://c.jp/"),
            doi("10.1234/ab.c"),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn the_host_is_what_is_between_user_and_port() {
        assert_eq!(
            host("https://a:b@www.mofa.go.jp:443/x@y"),
            Some("www.mofa.go.jp")
        );
        assert_eq!(host("mailto:a@b.c"), None);
        assert_eq!(without_www("WWW.mofa.go.jp"), "mofa.go.jp");
    }
}
