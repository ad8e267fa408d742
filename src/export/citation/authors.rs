//! Who wrote a source, as each language lists people.

use crate::date::Language;
use crate::record::{Name, Source};

/// The authors, or the editors where nobody wrote it.
pub(super) fn authors(source: &Source, language: Language) -> Option<String> {
    const MOST: usize = 3;
    let people = if source.author.is_empty() {
        &source.editor
    } else {
        &source.author
    };
    let first_is_sorted = language == Language::En;
    let names: Vec<String> = people
        .iter()
        .enumerate()
        .map(|(at, name)| written(name, first_is_sorted && at == 0))
        .filter(|name| !name.is_empty())
        .collect();
    let (last, others) = names.split_last()?;
    if names.len() > MOST {
        let first = &names[0];
        return Some(match language {
            Language::En => format!("{first} et al."),
            Language::Ja => format!("{first}ほか"),
            Language::ZhHans | Language::ZhHant => format!("{first}等"),
            Language::Ko => format!("{first} 외"),
        });
    }
    if others.is_empty() {
        return Some(last.clone());
    }
    Some(match language {
        Language::En => format!("{} and {last}", others.join(", ")),
        Language::Ko => names.join("·"),
        Language::Ja => names.join("・"),
        Language::ZhHans | Language::ZhHant => names.join("、"),
    })
}

/// A name as one writes it: 佐竹知彦 and Satake, Haruka.
fn written(name: &Name, sorted: bool) -> String {
    let part = |part: &Option<String>| part.as_deref().unwrap_or_default().trim().to_owned();
    let (family, given) = (part(&name.family), part(&name.given));
    match (family.is_empty(), given.is_empty()) {
        (true, true) => part(&name.literal),
        (true, false) => given,
        (false, true) => family,
        (false, false) if is_east_asian(&family) => format!("{family}{given}"),
        (false, false) if sorted => format!("{family}, {given}"),
        (false, false) => format!("{given} {family}"),
    }
}

fn is_east_asian(text: &str) -> bool {
    text.chars().all(|c| matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{20000}'..='\u{3FFFF}'))
}
