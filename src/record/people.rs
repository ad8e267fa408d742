//! People by their names in other languages. An event names a person by one plain string; who held
//! an office has a band with the name in several languages, and that is where the others are.

use std::collections::HashMap;

use super::header::Band;
use super::text::Text;

/// Actors whose people's names begin with the family name when they are written in Latin letters.
const FAMILY_NAME_FIRST: [&str; 6] = ["CHN", "KOR", "PRK", "TWN", "VNM", "HKG"];
/// Their people who are known by the Western order.
const WESTERN_ORDER: [&str; 1] = ["Syngman Rhee"];

/// A name without a remark in parentheses: `Choi Kyu-hah (acting)` is Choi Kyu-hah.
pub fn bare_name(name: &str) -> &str {
    name.split(['(', '（']).next().unwrap_or(name).trim()
}

/// Whether the family name stands first in the names of an actor's people.
pub fn family_name_is_first(actor: Option<&str>) -> bool {
    actor.is_some_and(|actor| FAMILY_NAME_FIRST.contains(&actor))
}

/// The part of a name by which a newspaper calls its bearer: the family name where the name is
/// written in several parts, all of it in others. A remark in parentheses is no part of it.
///
/// Japanese names have the family name last in Latin letters only; in Korean they are written as in
/// Japan. The parts of Western names stand between dots in Chinese and Japanese: `理查德·尼克松`.
pub fn family_name<'n>(name: &'n str, actor: Option<&str>) -> &'n str {
    const JAPAN: &str = "JPN";
    let bare = bare_name(name);
    let is_latin = bare.chars().any(|letter| letter.is_ascii_alphabetic());
    let in_hangul = bare
        .chars()
        .any(|letter| matches!(letter, '\u{AC00}'..='\u{D7A3}'));
    let dots: &[char] = if is_latin && !bare.contains('·') && !bare.contains('・') {
        &[' ']
    } else {
        &[' ', '·', '・', '‧']
    };
    let mut parts = bare.split(dots).filter(|part| !part.is_empty());
    let first = family_name_is_first(actor) || (actor == Some(JAPAN) && in_hangul);
    let part = if first && !WESTERN_ORDER.contains(&bare) {
        parts.next()
    } else {
        parts.next_back()
    };
    part.unwrap_or(name)
}

/// Who held offices, as one person under all names that the record has.
#[derive(Clone, Debug)]
pub struct Person<'b> {
    bands: Vec<&'b Band>,
}

impl<'b> Person<'b> {
    /// The names as the bands have them, each in its languages; the same ones once.
    pub fn labels(&self) -> Vec<&'b Text> {
        let mut labels: Vec<&Text> = Vec::new();
        for band in &self.bands {
            if !labels.contains(&&band.label) {
                labels.push(&band.label);
            }
        }
        labels
    }

    /// Each name once, bare, with the actor of the office.
    pub fn names(&self) -> Vec<(&'b str, Option<&'b str>)> {
        let mut names: Vec<(&str, Option<&str>)> = Vec::new();
        for (name, actor) in self.bands.iter().flat_map(|band| names_in(band)) {
            if !names.iter().any(|(known, _)| *known == name) {
                names.push((name, actor));
            }
        }
        names
    }
}

fn names_in(band: &Band) -> impl Iterator<Item = (&str, Option<&str>)> {
    let names = band.label.entries().map(|(_, name)| bare_name(name));
    let names = names.filter(|name| !name.is_empty());
    names.map(|name| (name, band.actor.as_deref()))
}

/// All who hold or held an office, in the order of the record. Bands that share a name are of one
/// person, so that English and Japanese names of one office and English and Korean ones of another
/// come together.
pub fn people(bands: &[Band]) -> Vec<Person<'_>> {
    let mut people: Vec<Person> = Vec::new();
    let mut of_name: HashMap<&str, usize> = HashMap::new();
    for band in bands {
        let mut bearers: Vec<usize> = names_in(band)
            .filter_map(|(name, _)| of_name.get(name).copied())
            .collect();
        bearers.sort_unstable();
        bearers.dedup();
        let at = bearers.first().copied().unwrap_or(people.len());
        if at == people.len() {
            people.push(Person { bands: Vec::new() });
        }
        for &other in bearers.iter().skip(1) {
            // It stays, without bands, so that the others keep their places.
            let moved = std::mem::take(&mut people[other].bands);
            for (name, _) in moved.iter().flat_map(|band| names_in(band)) {
                of_name.insert(name, at);
            }
            people[at].bands.extend(moved);
        }
        for (name, _) in names_in(band) {
            of_name.insert(name, at);
        }
        people[at].bands.push(band);
    }
    people.retain(|person| !person.bands.is_empty());
    people
}

/// The names of the office holder whom `person` names in any language, as each of the person's
/// bands has them; none for others.
pub fn names_of<'b>(bands: &'b [Band], person: &str) -> Vec<&'b Text> {
    let person = bare_name(person);
    let mut people = people(bands).into_iter();
    let found = people.find(|known| known.names().iter().any(|(name, _)| *name == person));
    found.map_or_else(Vec::new, |found| found.labels())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_is_no_part_of_a_name() {
        assert_eq!(bare_name("Choi Kyu-hah (acting)"), "Choi Kyu-hah");
        assert_eq!(bare_name("王震（代理）"), "王震");
        assert_eq!(bare_name(""), "");
    }

    #[test]
    fn family_names_stand_first_or_last() {
        assert_eq!(family_name("Kakuei Tanaka", Some("JPN")), "Tanaka");
        assert_eq!(family_name("Xi Jinping", Some("CHN")), "Xi");
        assert_eq!(family_name("Choi Kyu-hah (acting)", Some("KOR")), "Choi");
        assert_eq!(family_name("Gerald R. Ford", Some("USA")), "Ford");
        assert_eq!(family_name("Syngman Rhee", Some("KOR")), "Rhee");
        assert_eq!(family_name("Syngman Rhee (acting)", Some("KOR")), "Rhee");
        assert_eq!(family_name("石破茂", Some("JPN")), "石破茂");
        assert_eq!(family_name("Nixon", Some("USA")), "Nixon");
        assert_eq!(family_name("나카소네 야스히로", Some("JPN")), "나카소네");
        assert_eq!(family_name("리처드 닉슨", Some("USA")), "닉슨");
        assert_eq!(
            family_name("ジョージ・W・ブッシュ", Some("USA")),
            "ブッシュ"
        );
        assert_eq!(family_name("理查德·尼克松", Some("USA")), "尼克松");
        assert_eq!(family_name("哈瑞·S·杜魯門", Some("USA")), "杜魯門");
        assert_eq!(family_name("", None), "");
    }

    #[test]
    fn names_in_several_offices_are_one_persons() {
        let record = r#"{"format": "nenpyo/1", "events": [], "bands": [
            {"group": "Leader", "label": {"en": "Xi Jinping", "ja": "習近平"}, "date": "2012/.."},
            {"group": "Leader", "label": {"zh-Hans": "毛泽东", "ko": "마오쩌둥"}, "date": "1949/1976"},
            {"group": "President", "label": {"en": "Xi Jinping (acting)", "ko": "시진핑"}, "date": "2013/.."},
            {"group": "President", "label": {"en": "Mao Zedong"}, "date": "1954/1959"},
            {"group": "Chairman", "label": {"en": "Mao Zedong", "ko": "마오쩌둥"}, "date": "1945/1976"},
            {"group": "Chairman", "label": {"en": "(vacant)"}, "date": "1977"}]}"#;
        let timeline = crate::format::native::read(record)
            .expect("a record")
            .timeline;
        let bands = timeline.bands();
        assert_eq!(people(bands).len(), 3, "the vacant seat is nobody's name");
        for name in ["Xi Jinping", "習近平", "시진핑（대행）"] {
            let labels = names_of(bands, name);
            let all: Vec<&str> = labels
                .iter()
                .flat_map(|label| label.entries().map(|(_, name)| name))
                .collect();
            assert_eq!(
                all,
                ["Xi Jinping", "習近平", "Xi Jinping (acting)", "시진핑"],
                "{name}"
            );
        }
        assert_eq!(names_of(bands, "毛泽东").len(), 3);
        assert!(names_of(bands, "").is_empty());
        assert!(names_of(bands, "Mao").is_empty());
    }
}
