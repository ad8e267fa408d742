//! People by their names in other languages. An event names a person by one plain string; who held
//! an office has a band with the name in several languages, and that is where the others are.

use super::header::Band;
use super::text::Text;

/// A name without a remark in parentheses: `Choi Kyu-hah (acting)` is Choi Kyu-hah.
pub fn bare_name(name: &str) -> &str {
    name.split(['(', '（']).next().unwrap_or(name).trim()
}

/// The names of the office holder whom `person` names in any language; none for others.
pub fn names_of<'b>(bands: &'b [Band], person: &str) -> Option<&'b Text> {
    let person = bare_name(person);
    let labels = bands.iter().map(|band| &band.label);
    labels
        .filter(|label| label.entries().any(|(_, name)| bare_name(name) == person))
        .max_by_key(|label| label.entries().count())
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
}
