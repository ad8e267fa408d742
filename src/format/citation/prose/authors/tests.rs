//! Lists of people in each manner.

use super::*;

fn names(text: &str) -> Vec<(String, String)> {
    let people = parse(text).unwrap_or_default();
    let part = |part: &Option<String>| part.clone().unwrap_or_default();
    let name = |name: &Name| match &name.literal {
        Some(literal) => (String::new(), literal.clone()),
        None => (part(&name.family), part(&name.given)),
    };
    people.names.iter().map(name).collect()
}

#[test]
fn lists_of_people_are_read_in_each_manner() {
    for (text, expected) in [
        ("Satake, Haruka.", &[("Satake", "Haruka")][..]),
        ("Satake, H. K.", &[("Satake", "H. K.")]),
        (
            "Satake, H., & Park, C.",
            &[("Satake", "H."), ("Park", "C.")],
        ),
        (
            "Satake, H., Park, C. H., and Li, W.",
            &[("Satake", "H."), ("Park", "C. H."), ("Li", "W.")],
        ),
        (
            "Satake, Haruka, and John W. Garver.",
            &[("Satake", "Haruka"), ("Garver", "John W.")],
        ),
        (
            "Satake, Haruka; Park, Cheol",
            &[("Satake", "Haruka"), ("Park", "Cheol")],
        ),
        ("van der Berg, Anna", &[("van der Berg", "Anna")]),
        ("King, Martin Luther, Jr.", &[("King Jr.", "Martin Luther")]),
        ("Xi Jinping,", &[("", "Xi Jinping")]),
        (
            "Ministry of Foreign Affairs, Japan.",
            &[("", "Ministry of Foreign Affairs, Japan")],
        ),
        (
            "Ministry of Foreign Affairs and Trade",
            &[("", "Ministry of Foreign Affairs and Trade")],
        ),
        ("佐竹 知彦", &[("佐竹", "知彦")]),
        ("佐竹知彦・山田太郎", &[("", "佐竹知彦"), ("", "山田太郎")]),
        ("エズラ・ヴォーゲル著", &[("", "エズラ・ヴォーゲル")]),
        ("王毅，李强：", &[("", "王毅"), ("", "李强")]),
        ("홍길동·김철수", &[("", "홍길동"), ("", "김철수")]),
    ] {
        let expected: Vec<(String, String)> = expected
            .iter()
            .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()))
            .collect();
        assert_eq!(names(text), expected, "{text}");
    }
    assert!(parse("Satake, H. et al.").unwrap().and_others);
    assert!(parse("Park, Cheol (ed.)").unwrap().edited);
}

#[test]
fn what_is_no_list_of_people_is_none() {
    for text in [
        "",
        "He said",
        "see the page",
        "In 1972",
        "「」",
        "これは人の名前ではなく長い長い文であるから名前ではない",
    ] {
        assert_eq!(parse(text), None, "{text}");
    }
}
