//! Who wrote it, as bibliographies list people.

use crate::record::Name;

/// The longest list, in bytes.
const LONGEST_BYTES: usize = 600;
/// Words that begin no given name: what has one is a body.
const OF_BODIES: [&str; 40] = [
    "of",
    "for",
    "the",
    "ministry",
    "university",
    "office",
    "department",
    "government",
    "agency",
    "embassy",
    "council",
    "institute",
    "bureau",
    "committee",
    "association",
    "press",
    "times",
    "news",
    "staff",
    "republic",
    "center",
    "centre",
    "foundation",
    "organization",
    "organisation",
    "nations",
    "library",
    "archive",
    "archives",
    "forum",
    "newspaper",
    "daily",
    "post",
    "party",
    "secretariat",
    "commission",
    "house",
    "cabinet",
    "agence",
    "society",
];
/// What may stand small in a name.
const PARTICLES: [&str; 16] = [
    "van", "von", "der", "den", "de", "del", "della", "da", "di", "du", "la", "le", "bin", "al",
    "ter", "y",
];

/// The people, and what they did.
#[derive(Debug, PartialEq, Eq, Default)]
pub(super) struct People {
    pub names: Vec<Name>,
    /// They edited it.
    pub edited: bool,
    /// There are more than are named.
    pub and_others: bool,
}

/// The people that a text lists; `None` when it is not surely a list of people or bodies.
pub(super) fn parse(text: &str) -> Option<People> {
    let text = text
        .trim()
        .trim_end_matches([',', ':', ';', '：', '，', '、', '。', ' ']);
    if text.is_empty() || text.len() > LONGEST_BYTES || text.contains(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    let mut people = People::default();
    let text = without_role(text, &mut people);
    people.names = if text.chars().any(is_east_asian) {
        east_asian(text)?
    } else {
        latin(text)?
    };
    (!people.names.is_empty()).then_some(people)
}

fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{2FDF}' | '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{30FF}'
        | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{20000}'..='\u{3FFFF}')
}

fn without_role<'t>(text: &'t str, people: &mut People) -> &'t str {
    const OTHERS: [&str; 8] = [
        "et al.",
        "et al",
        "and others",
        "ほか",
        "他",
        "等",
        "외",
        "et. al.",
    ];
    const EDITED: [&str; 12] = [
        "(eds.)",
        "(ed.)",
        "(Eds.)",
        "(Ed.)",
        ", eds.",
        ", ed.",
        ", eds",
        ", ed",
        "（編）",
        "編",
        "主编",
        "編著",
    ];
    const WRITTEN: [&str; 4] = ["（著）", "著", "（撰）", "撰"];
    let trim = |text: &'t str| {
        text.trim_end()
            .trim_end_matches([',', '、', '，'])
            .trim_end()
    };
    let mut text = text;
    for sign in EDITED {
        if let Some(rest) = text.strip_suffix(sign) {
            people.edited = true;
            text = trim(rest);
            break;
        }
    }
    for sign in WRITTEN {
        if let Some(rest) = text.strip_suffix(sign) {
            text = trim(rest);
            break;
        }
    }
    for sign in OTHERS {
        if let Some(rest) = text.strip_suffix(sign)
            && !rest.trim().is_empty()
        {
            people.and_others = true;
            text = trim(rest);
            break;
        }
    }
    text
}

fn literal(text: &str) -> Name {
    Name {
        literal: Some(text.to_owned()),
        ..Name::default()
    }
}

fn divided(family: &str, given: &str) -> Name {
    Name {
        family: Some(family.to_owned()),
        given: Some(given.to_owned()),
        literal: None,
    }
}

/// 佐竹知彦・山田太郎: which signs are the family's name is told by a space only.
fn east_asian(text: &str) -> Option<Vec<Name>> {
    const LONGEST_CHARS: usize = 24;
    let is_katakana = |c: char| ('\u{30A1}'..='\u{30FC}').contains(&c);
    let is_hangul = |c: char| ('\u{AC00}'..='\u{D7AF}').contains(&c);
    let signs: Vec<char> = text.chars().collect();
    let mut names = vec![String::new()];
    for (at, &c) in signs.iter().enumerate() {
        let beside = |test: &dyn Fn(char) -> bool| {
            let before = at.checked_sub(1).and_then(|at| signs.get(at));
            [before, signs.get(at + 1)]
                .into_iter()
                .flatten()
                .all(|&c| test(c))
        };
        let divides = match c {
            '、' | '，' | ',' | '；' | ';' | '／' | '/' => true,
            // Dots stand inside Western names too.
            '・' => !beside(&is_katakana),
            '·' => beside(&is_hangul),
            _ => false,
        };
        match names.last_mut() {
            Some(last) if !divides => last.push(c),
            _ => names.push(String::new()),
        }
    }
    let mut people = Vec::new();
    for name in names
        .iter()
        .map(|name| name.trim().trim_end_matches(['.', '．']))
    {
        if name.is_empty() {
            continue;
        }
        let odd = |c: char| !(c.is_alphanumeric() || c == ' ' || "・·‧－-=＝.（）()".contains(c));
        if name.chars().count() > LONGEST_CHARS || name.contains(odd) {
            return None;
        }
        let parts: Vec<&str> = name.split_whitespace().collect();
        let is_han = |part: &&str| part.chars().all(|c| is_east_asian(c) && !is_katakana(c));
        people.push(match parts.as_slice() {
            [family, given]
                if parts.iter().all(is_han)
                    && family.chars().count() <= 4
                    && given.chars().count() <= 4 =>
            {
                divided(family, given)
            }
            _ => literal(name),
        });
    }
    Some(people)
}

fn latin(text: &str) -> Option<Vec<Name>> {
    let text = without_stop(text);
    if text.contains(';') {
        let names = text
            .split(';')
            .map(str::trim)
            .filter(|name| !name.is_empty());
        return names.map(one).collect();
    }
    let joined = text.replace(", and ", "\n").replace(", & ", "\n");
    let joined = joined.replace(" and ", "\n").replace(" & ", "\n");
    let groups: Vec<&str> = joined
        .split('\n')
        .map(str::trim)
        .filter(|group| !group.is_empty())
        .collect();
    let (first, others) = groups.split_first()?;
    let is_body_of_many = !others.is_empty()
        && !text.contains(',')
        && groups
            .iter()
            .any(|group| is_body(group) || !group.contains(' '));
    if is_body_of_many {
        return Some(vec![body(text)?]);
    }
    let mut names = first_group(first)?;
    for other in others {
        names.push(one(other)?);
    }
    Some(names)
}

/// `Satake, H., Park, C.`, `Satake, Haruka, John Smith`, or one name.
fn first_group(text: &str) -> Option<Vec<Name>> {
    let parts: Vec<&str> = text
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let pairs = parts.chunks_exact(2);
    if parts.len().is_multiple_of(2)
        && parts.len() > 2
        && pairs.clone().all(|pair| is_initials(pair[1]))
    {
        return pairs.map(|pair| inverted(pair[0], pair[1])).collect();
    }
    match parts.as_slice() {
        [_] | [_, _] => Some(vec![one(text)?]),
        [family, suffix, given] if is_suffix(suffix) => {
            Some(vec![inverted(&format!("{family} {suffix}"), given)?])
        }
        [family, given, suffix] if is_suffix(suffix) => {
            Some(vec![inverted(&format!("{family} {suffix}"), given)?])
        }
        [family, given, others @ ..] => {
            let mut names = vec![inverted(family, given)?];
            for other in others {
                names.push(one(other)?);
            }
            Some(names)
        }
        [] => None,
    }
}

fn one(text: &str) -> Option<Name> {
    if is_body(text) {
        return body(text);
    }
    match text.split_once(',') {
        Some((family, given)) => inverted(family.trim(), given.trim()),
        None => in_order(text),
    }
}

fn is_suffix(text: &str) -> bool {
    ["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"].contains(&text)
}

/// `H.`, `H. K.`, `J.-P.`, `H.K.`
fn is_initials(text: &str) -> bool {
    let letters = text.split([' ', '.', '-']).filter(|part| !part.is_empty());
    text.contains('.')
        && letters.clone().count() > 0
        && letters.into_iter().all(|part| part.chars().count() == 1)
}

fn is_name_word(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
        || PARTICLES.contains(&word)
        || word.starts_with("d'")
        || word.starts_with("d’")
}

fn are_names(text: &str, most: usize) -> bool {
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let odd = |c: char| !(c.is_alphabetic() || " .-'’ʼ".contains(c));
    !words.is_empty()
        && words.len() <= most
        && words.iter().all(|word| is_name_word(word))
        && !text.contains(odd)
}

fn is_body(text: &str) -> bool {
    text.split([' ', ','])
        .any(|word| OF_BODIES.contains(&word.to_lowercase().as_str()))
}

/// `Satake, Haruka`.
fn inverted(family: &str, given: &str) -> Option<Name> {
    (are_names(family, 4) && are_names(given, 4)).then(|| divided(family, given))
}

/// `John W. Garver` has an order; of `Xi Jinping` and `Haruka Satake` nobody can tell it.
fn in_order(text: &str) -> Option<Name> {
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let initial = |word: &&&str| word.chars().count() == 2 && word.ends_with('.');
    let last = words.len().checked_sub(1)?;
    if are_names(text, 5) && words.get(..last)?.iter().any(|word| initial(&word)) {
        let particle = words.iter().position(|word| PARTICLES.contains(word));
        let family = particle.filter(|&at| at > 0).unwrap_or(last);
        return Some(divided(
            &words[family..].join(" "),
            &words[..family].join(" "),
        ));
    }
    are_names(text, 5).then(|| literal(text))
}

/// A ministry, a newspaper's staff.
fn body(text: &str) -> Option<Name> {
    const MOST_WORDS: usize = 12;
    let words = text.split(' ').count();
    let odd = |c: char| !(c.is_alphanumeric() || " .,-'’&()/".contains(c));
    let starts = text.chars().next().is_some_and(char::is_uppercase);
    (starts && words <= MOST_WORDS && !text.contains(odd)).then(|| literal(text))
}

/// Without the full stop of the list; an initial keeps its own.
fn without_stop(text: &str) -> &str {
    let Some(bare) = text.strip_suffix('.') else {
        return text;
    };
    let last = bare.rsplit([' ', ',']).next().unwrap_or_default();
    let initial = last.chars().count() == 1 || last.contains('.') || is_suffix(last);
    if initial { text } else { bare }
}

#[cfg(test)]
mod tests;
