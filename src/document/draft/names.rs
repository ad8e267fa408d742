//! Authors in one field: `Satake, Haruka; {Ministry of Foreign Affairs, Japan}`, as CSL-JSON divides
//! names. What stands in braces is one name, as in BibTeX.

use serde_json::{Map, Value, json};

use crate::record::Name;

/// A name as it stands in the field; empty where nothing of it can.
pub(super) fn shown(name: &Name) -> String {
    let parts = [&name.family, &name.given].map(Option::as_deref);
    let parts = parts.map(|part| part.map(str::trim).filter(|part| !part.is_empty()));
    let literal = name.literal.as_deref().unwrap_or_default().trim();
    match parts {
        [Some(family), Some(given)] => format!("{family}, {given}"),
        [Some(only), None] | [None, Some(only)] => only.to_owned(),
        [None, None] if literal.contains([',', '，', ';', '；']) => format!("{{{literal}}}"),
        [None, None] => literal.to_owned(),
    }
}

/// The names that stand in the field.
pub(super) fn typed(names: &str) -> Vec<Value> {
    let mut depth = 0_usize;
    let names = names.split(|sign| {
        match sign {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && matches!(sign, ';' | '；')
    });
    let names = names.map(str::trim).filter(|name| !name.is_empty());
    names.map(one).collect()
}

fn one(name: &str) -> Value {
    match (in_braces(name), name.split_once([',', '，'])) {
        (Some(whole), _) => json!({ "literal": whole.trim() }),
        (None, Some((family, given))) => {
            json!({"family": family.trim(), "given": given.trim()})
        }
        (None, None) => json!({ "literal": name }),
    }
}

/// What stands between the first brace and the one that closes it, where that is all.
fn in_braces(name: &str) -> Option<&str> {
    let inner = name.strip_prefix('{')?.strip_suffix('}')?;
    let mut depth = 0_usize;
    for sign in inner.chars() {
        match sign {
            '{' => depth += 1,
            // The first brace is closed before the end.
            '}' => depth = depth.checked_sub(1)?,
            _ => {}
        }
    }
    Some(inner)
}

/// The list of names that the field asks for over the one that `stands` in the record: a name that
/// stays, or of which a part is mended, keeps what the field does not show of it, and what cannot be
/// shown at all stays in its place.
pub(super) fn over(stands: &[Value], field: &str) -> Vec<Value> {
    let mut known: Vec<Option<(&Value, Value)>> = stands
        .iter()
        .map(|name| {
            let shown = shown(&read(name)?);
            (!shown.is_empty()).then(|| (name, one(&shown)))
        })
        .collect();
    let hidden: Vec<usize> = (0..known.len()).filter(|at| known[*at].is_none()).collect();
    let typed = typed(field);
    let mut names: Vec<Option<Value>> = typed
        .iter()
        .map(|typed| {
            let same = |known: &Option<(&Value, Value)>| {
                known.as_ref().is_some_and(|(_, known)| known == typed)
            };
            let at = known.iter().position(same)?;
            known[at].take().map(|(name, _)| name.clone())
        })
        .collect();
    for (name, typed) in names.iter_mut().zip(typed) {
        if name.is_none() {
            *name = Some(mended(&mut known, typed));
        }
    }
    let mut names: Vec<Value> = names.into_iter().flatten().collect();
    for at in hidden {
        names.insert(at.min(names.len()), stands[at].clone());
    }
    names
}

/// A typed name, over one of the record's that has the same family name or the same given one.
fn mended(known: &mut [Option<(&Value, Value)>], typed: Value) -> Value {
    let same = |part: &str| {
        let is_it = |known: &Option<(&Value, Value)>| {
            let known = known.as_ref().map(|(_, known)| &known[part]);
            known.is_some_and(|known| !known.is_null() && *known == typed[part])
        };
        known.iter().position(is_it)
    };
    let Some((name, _)) = same("family")
        .or_else(|| same("given"))
        .and_then(|at| known[at].take())
    else {
        return typed;
    };
    let mut name = name.as_object().cloned().unwrap_or_default();
    let parts = typed.as_object().cloned().unwrap_or_default();
    name.extend(parts);
    Value::Object(name)
}

fn read(name: &Value) -> Option<Name> {
    let name: &Map<String, Value> = name.as_object()?;
    let part = |part: &str| name.get(part).and_then(Value::as_str).map(str::to_owned);
    Some(Name {
        family: part("family"),
        given: part("given"),
        literal: part("literal"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(stands: &Value, add: &str) -> Value {
        let stands = stands.as_array().expect("a list");
        let names: Vec<String> = stands
            .iter()
            .filter_map(|name| Some(shown(&read(name)?)))
            .filter(|shown| !shown.is_empty())
            .collect();
        let field = format!("{}{add}", names.join("; "));
        Value::Array(over(stands, &field))
    }

    #[test]
    fn names_that_stay_are_as_they_were_and_none_is_another() {
        let two = json!([
            {"family": "Li", "given": "Wei", "ORCID": "1"},
            {"family": "Li", "given": "Wei", "ORCID": "2"}
        ]);
        let mut expected = two.as_array().expect("a list").clone();
        expected.push(json!({"family": "New", "given": "N"}));
        assert_eq!(changed(&two, "; New, N"), Value::Array(expected));
        assert_eq!(changed(&two, ""), two);
    }

    #[test]
    fn what_the_field_cannot_show_stays_in_its_place() {
        let odd = json!([
            "Plain String",
            {"family": "Sato", "given": "Jiro"},
            {"name": "Unknown shape", "family": "", "x": 9}
        ]);
        assert_eq!(changed(&odd, ""), odd);
        let expected = json!(["Plain String", {"family": "Sato", "given": "Jiro"},
            {"name": "Unknown shape", "family": "", "x": 9}, {"family": "Abe", "given": "S"}]);
        assert_eq!(changed(&odd, "; Abe, S"), expected);
    }

    #[test]
    fn a_mended_given_name_keeps_the_particle() {
        let stands =
            json!([{"family": "Gaulle", "given": "Charles", "non-dropping-particle": "de"}]);
        let expected =
            json!([{"family": "Gaulle", "given": "Charles André", "non-dropping-particle": "de"}]);
        assert_eq!(changed(&stands, " André"), expected);
    }

    #[test]
    fn braces_within_braces_are_part_of_the_name() {
        let stands = json!([{"literal": "A {B}; C"}, {"literal": "Ministry, Japan"}]);
        assert_eq!(changed(&stands, ""), stands);
        assert_eq!(typed("{A} and {B}"), [json!({"literal": "{A} and {B}"})]);
        assert_eq!(typed("{a"), [json!({"literal": "{a"})]);
    }
}
