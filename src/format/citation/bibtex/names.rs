//! Names in a field of BibTeX.

use biblatex::Person;

use super::latex;
use crate::record::Name;

/// The names between the `and`s that stand in no braces.
pub(super) fn split_names(value: &str) -> Vec<&str> {
    let bytes = value.as_bytes();
    let mut names = Vec::new();
    let (mut depth, mut start, mut at) = (0_usize, 0, 0);
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 1,
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            byte if depth == 0 && byte.is_ascii_whitespace() => {
                let word = bytes.get(at + 1..at + 4).unwrap_or_default();
                let ends = bytes.get(at + 4).is_some_and(u8::is_ascii_whitespace);
                if word.eq_ignore_ascii_case(b"and") && ends {
                    names.push(value[start..at].trim());
                    start = at + 4;
                    at = start - 1;
                }
            }
            _ => {}
        }
        at += 1;
    }
    names.push(value[start..].trim());
    names.retain(|name| !name.is_empty());
    names
}

/// A person, or a body where the whole name is in braces or of one part.
pub(super) fn name(value: &str) -> Option<Name> {
    let literal = |text: String| {
        (!text.is_empty()).then(|| Name {
            literal: Some(text),
            ..Name::default()
        })
    };
    let person = (!is_in_braces(value))
        .then(|| latex::person(value))
        .flatten();
    let Some(Person {
        name,
        given_name,
        prefix,
        suffix,
        ..
    }) = person
    else {
        return literal(latex::text(value));
    };
    if name.is_empty() || (given_name.is_empty() && prefix.is_empty()) {
        return literal(latex::text(value));
    }
    let family: Vec<String> = [prefix, name, suffix]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    Some(Name {
        family: Some(family.join(" ")),
        given: Some(given_name).filter(|given| !given.is_empty()),
        literal: None,
    })
}

/// Whether one pair of braces is around the whole.
fn is_in_braces(value: &str) -> bool {
    let Some(inside) = value
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'))
    else {
        return false;
    };
    let mut depth = 0_i32;
    inside.bytes().all(|byte| {
        depth += i32::from(byte == b'{') - i32::from(byte == b'}');
        depth >= 0
    })
}
