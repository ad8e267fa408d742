//! Texts that are meant to harm, and any texts at all.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;

/// Reads in a time that no quadratic reader keeps.
fn soon(pasted: &str) -> Result<Reading, CitationError> {
    let begun = Instant::now();
    let reading = read(pasted, &en());
    let start: String = pasted.chars().take(40).collect();
    assert!(
        begun.elapsed() < Duration::from_secs(20),
        "{start}: {:?}",
        begun.elapsed()
    );
    println!("{:?} {start:?}", begun.elapsed());
    reading
}

#[test]
fn texts_that_are_meant_to_harm_are_answered_soon() {
    let many = |text: &str| text.repeat((1 << 20) / text.len());
    let string = |text: &str| {
        format!(
            "@book{{a, title = {{{}}}}}",
            text.repeat((60 << 10) / text.len())
        )
    };
    for text in [
        many("{"),
        many("["),
        many("@"),
        many("@a{"),
        many("@a{\n"),
        many("@a{}\n"),
        many("}"),
        many("\0"),
        many("("),
        many("「"),
        many("\""),
        many("年"),
        many("2024年"),
        many("2024 "),
        many("1 "),
        many("a "),
        many("https://"),
        many("https://a "),
        many("https://a\n"),
        many("10.1234/"),
        many("doi:"),
        many("\n"),
        many("a\n\n"),
        many("TY  - JOUR\n"),
        many("TY  - JOUR\nTI  - a\n"),
        many("TI  - a\n"),
        many("\\"),
        many("{\"a\":"),
        many("[{\"a\":1},"),
        many("Satake, "),
        many("pp. "),
        many("12("),
        many("@string{a = a}\n"),
        many("@string{a = a # a}\n") + "@book{b, title = a}",
        "@string{a = {xxxxxxxxxx}}\n".to_owned()
            + &many("@string{a = a # a}\n")
            + "@book{b, title = a}",
        many("@book{a, crossref = {a}, title = {x}}\n"),
        many("@book{a, title = {x} "),
        string("{a}"),
        string("{{a}}"),
        string("\\'{\\'"),
        string("\\a"),
        string("$"),
        string("a, "),
        string(" and "),
        string("a and b "),
        string("\\a{"),
        string("~"),
        string("é"),
        string("\\é"),
        string("a, ").replace("title", "author"),
        string("and ").replace("title", "author"),
        string("a{b} ").replace("title", "author"),
        string("x=y, ").replace("title", "author"),
        "TY  - JOUR\n".to_owned() + &many("AU  - a\n"),
        "TY  - JOUR\nTI  - a\n".to_owned() + &many("words\n"),
        "TY  - JOUR\nTI  - a\n".to_owned() + &many("UR  - a\n"),
        "TY  - JOUR\nTI  - a\nUR  - ".to_owned() + &many("https://a;"),
    ] {
        let _ = soon(&text);
    }
    let big = "x".repeat(MOST_BYTES + 1);
    assert!(matches!(soon(&big), Err(CitationError::TooLong { .. })));
}

#[test]
fn ten_thousand_sources_are_read_and_one_more_is_refused() {
    let entry =
        "@article{k, title = {A {B} C}, author = {Satake, Haruka and Park, Cheol}, year = 2024}\n";
    assert_eq!(
        soon(&entry.repeat(MOST_SOURCES)).unwrap().found.len(),
        MOST_SOURCES
    );
    for text in [
        entry.repeat(MOST_SOURCES + 1),
        "TY  - JOUR\nTI  - A\nER  -\n".repeat(MOST_SOURCES + 1),
        "https://a.org/x\n".repeat(MOST_SOURCES + 1),
        format!("[{}{{}}]", "{},".repeat(MOST_SOURCES)),
    ] {
        assert_eq!(soon(&text), Err(CitationError::TooMany));
    }
}

/// Pieces of every manner, which random texts hardly ever have.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "@article{",
        "@book(",
        "k,",
        "title = {",
        "}",
        "{",
        ")",
        "\"",
        ", ",
        "author=",
        " and ",
        "\\'",
        "\\\"{u}",
        "\\emph{",
        "$",
        "#",
        "@string{a=",
        "crossref={k}",
        "TY  - JOUR\n",
        "TI  - ",
        "ER  - \n",
        "DA  - 2024/1/",
        "\n",
        "[",
        "]",
        "{\"title\":\"",
        "\"}",
        "https://",
        "a.org/x",
        "10.1234/",
        "doi:",
        "Satake, ",
        "H. ",
        "Haruka",
        ". ",
        "“",
        "”",
        "「",
        "」",
        "『",
        "』",
        "《",
        "》",
        "(2024)",
        "(2024, December 15)",
        "15 December 2024",
        "3/4/1972",
        "昭和47年9月29日",
        "2024. 12. 15.",
        "Accessed ",
        "閲覧",
        "vol. ",
        "12(3)",
        "no. 3",
        "pp. 4–9",
        "第12巻",
        "4頁",
        "[J]",
        "[EB/OL]",
        "et al.",
        "&",
        " ",
        "\u{0}",
        "é",
        "年",
        "２０２４",
        "홍길동",
        "date = {",
        "month = dec",
        "Ⅻ",
        "\u{1F600}",
        "year = 2024",
        "In ",
        "edited by ",
        ": ",
        "Press",
        "’",
        "%",
        "~",
        "\\",
        "-",
        "–",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn holds_together(text: &str) {
    let Ok(reading) = read(text, &en()) else {
        return;
    };
    assert!(!reading.found.is_empty());
    for pasted in reading.found {
        let source = &pasted.source;
        let known = source.title.is_some() || source.url.is_some();
        assert!(known, "{text:?}: {pasted:?}");
        let id = id_for(source, |_| false);
        let is_plain =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        assert!(!id.is_empty() && id.bytes().all(is_plain), "{id}");
        if source.url.is_some() || source.doi.is_some() {
            assert!(same_source(source, std::slice::from_ref(source)).is_some());
        }
        assert!(!pasted.left.contains('\0'));
    }
}

proptest! {
    #[test]
    fn any_text_returns(text in any::<String>()) {
        holds_together(&text);
    }

    #[test]
    fn any_pieces_return(text in pieces()) {
        holds_together(&text);
    }
}
