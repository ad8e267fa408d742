//! BibTeX, RIS and CSL-JSON as libraries and reference managers write them.

use super::*;

const BIBTEX: &str = r#"% from a library
@string{rs = "Review of {Seas}"}
@article{satake2024,
  author = {Satake, Haruka and van der Berg, Anna and {Ministry of Foreign Affairs} and others},
  title = {{Positivity} Peaks --- M{\"u}ller's Sh{\=o}wa},
  journal = rs,
  year = 2024, month = dec, volume = 12, number = {3}, pages = {4--9},
  doi = {https://doi.org/10.1234/ab\_5}, urldate = {2025-05-03}, langid = {japanese},
  abstract = {Long words}, translator = {Somebody Else}
}
@comment{jabref-meta: x}
@incollection(c1, title = "Borders", crossref = {b1}, author = "Park, Jr., Cheol")
@book{b1, title = {Seas of Asia}, editor = {Berg, Anna}, publisher = {Tide Press},
  address = {Seoul}, date = {2012/2013}}
@online{o, title={日中共同声明}, organization={外務省}, url={https://www.mofa.go.jp/a_b},
  note = {Accessed: 2024-05-03}}
@misc{m, title = {Page}, howpublished = {\url{https://a.org/x}}, year = {forthcoming}}
@phdthesis{t, title = {Thesis}, author = {John W. Garver}, school = {Univ. of X}, year = 2001}
@techreport{r, title = {Report}, institution = {RAND}, number = {R-12}, year = {1999}, month = {Jan.}, day = 5}
"#;

#[test]
fn bibtex_is_read_as_sources() {
    let found = all(BIBTEX);
    let told: Vec<String> = found.iter().map(|pasted| csl(&pasted.source)).collect();
    let expected = [
        r#"{"type":"article-journal","title":"Positivity Peaks — Müller's Shōwa","author":[{"family":"Satake","given":"Haruka"},{"family":"van der Berg","given":"Anna"},{"literal":"Ministry of Foreign Affairs"}],"container-title":"Review of Seas","issued":"2024-12","accessed":"2025-05-03","volume":"12","issue":"3","page":"4–9","DOI":"10.1234/ab_5","URL":"https://doi.org/10.1234/ab_5","language":"ja"}"#,
        r#"{"type":"chapter","title":"Borders","author":[{"family":"Park Jr.","given":"Cheol"}],"editor":[{"family":"Berg","given":"Anna"}],"container-title":"Seas of Asia","publisher":"Tide Press","publisher-place":"Seoul","issued":"2012/2013"}"#,
        r#"{"type":"book","title":"Seas of Asia","editor":[{"family":"Berg","given":"Anna"}],"publisher":"Tide Press","publisher-place":"Seoul","issued":"2012/2013"}"#,
        r#"{"type":"webpage","title":"日中共同声明","publisher":"外務省","accessed":"2024-05-03","URL":"https://www.mofa.go.jp/a_b"}"#,
        r#"{"type":"webpage","title":"Page","issued":{"literal":"forthcoming"},"URL":"https://a.org/x"}"#,
        r#"{"type":"thesis","title":"Thesis","author":[{"family":"Garver","given":"John W."}],"publisher":"Univ. of X","issued":"2001","genre":"PhD thesis"}"#,
        r#"{"type":"report","title":"Report","publisher":"RAND","issued":"1999-01-05","number":"R-12"}"#,
    ];
    assert_eq!(told, expected);
    let ids: Vec<&str> = found
        .iter()
        .map(|pasted| pasted.source.id.as_str())
        .collect();
    assert_eq!(ids, ["satake2024", "c1", "b1", "o", "m", "t", "r"]);
    let lines: Vec<usize> = found.iter().map(|pasted| pasted.line).collect();
    assert_eq!(lines, [3, 12, 13, 15, 17, 18, 19]);
    assert_eq!(found[0].left, "author: et al. … translator: Somebody Else");
    assert!(
        found[1..].iter().all(|pasted| pasted.left.is_empty()),
        "{found:#?}"
    );
}

#[test]
fn a_bad_entry_is_told_by_its_line_and_the_others_are_read() {
    let text = "@book{a, title = {A}}\n@book{b,\n title {B}}\n@book{c, title = {C\n@book{d, title = {D}}\n@book{e,}";
    let reading = read(text, &en()).unwrap();
    let ids: Vec<&str> = reading
        .found
        .iter()
        .map(|pasted| pasted.source.id.as_str())
        .collect();
    assert_eq!(ids, ["a", "d"]);
    let expected = [
        CitationError::Field { line: 3 },
        CitationError::Unclosed { line: 4 },
        CitationError::Bare { line: 6 },
    ];
    assert_eq!(reading.refused, expected);
}

#[test]
fn entries_without_a_key_or_with_an_odd_one_are_read() {
    for text in [
        "@book{title = {A}, year = 2001}",
        "@book{, title = {A}, year = 2001}",
        "@book{Satake 2024, title = {A}, year = 2001}",
        "@BOOK { k ,\n\tTITLE = \"A\" , YEAR = \"2001\" , }",
    ] {
        assert_eq!(
            csl(&one(text).source),
            r#"{"type":"book","title":"A","issued":"2001"}"#,
            "{text}"
        );
    }
}

const RIS: &str = "Provider: a library\r\n\r\nTY  - JOUR\r\nTI  - Positivity peaks\r\n  at the summit\r\n\
AU  - Satake, Haruka\r\nAU  - Ministry of Foreign Affairs\r\nA2  - Berg, Anna\r\nT2  - Review of Seas\r\nJO  - Review of Seas\r\n\
PY  - 2024\r\nDA  - 2024/12/15/\r\nY2  - 2025/05/03/\r\nVL  - 12\r\nIS  - 3\r\nSP  - 4\r\nEP  - 9\r\n\
SN  - 1234-5678\r\nLA  - jpn\r\nDO  - 10.1234/ab.5\r\nUR  - https://a.org/x\r\nAB  - words\r\nET  - 2\r\nER  - \r\n\r\n\
TY  - BOOK\r\nT1  - Seas of Asia\r\nA1  - Park, Cheol, Jr.\r\nPB  - Tide Press\r\nCY  - Seoul\r\nY1  - 2012///Spring\r\n\
TY  - XYZ\r\nTI  - Third\r\nER  -\r\n";

#[test]
fn ris_is_read_as_sources() {
    let found = all(RIS);
    let told: Vec<String> = found.iter().map(|pasted| csl(&pasted.source)).collect();
    let expected = [
        r#"{"type":"article-journal","title":"Positivity peaks at the summit","author":[{"family":"Satake","given":"Haruka"},{"literal":"Ministry of Foreign Affairs"}],"editor":[{"family":"Berg","given":"Anna"}],"container-title":"Review of Seas","issued":"2024-12-15","accessed":"2025-05-03","volume":"12","issue":"3","page":"4–9","DOI":"10.1234/ab.5","URL":"https://a.org/x","language":"ja"}"#,
        r#"{"type":"book","title":"Seas of Asia","author":[{"family":"Park Jr.","given":"Cheol"}],"publisher":"Tide Press","publisher-place":"Seoul","issued":"2012-21"}"#,
        r#"{"type":"document","title":"Third"}"#,
    ];
    assert_eq!(told, expected);
    let left: Vec<&str> = found.iter().map(|pasted| pasted.left.as_str()).collect();
    assert_eq!(left, ["ET: 2", "", "TY: XYZ"]);
    assert_eq!(
        read("TY  - JOUR\nAU  - Satake, H.\nER  - ", &en()),
        Err(CitationError::Bare { line: 1 })
    );
}

#[test]
fn csl_json_is_read_as_the_record_reads_it() {
    let text = r#"[{"id": 7, "type": "book", "title": "<i>Seas</i> of Asia",
        "author": [{"family": "Berg", "given": "Anna", "non-dropping-particle": "van der"}, {"family": "King", "suffix": "Jr."}],
        "issued": {"date-parts": [["2012", 3]], "circa": 1}, "edition": 2, "abstract": "x", "language": "eng"},
        {"id": "b"}, 3]"#;
    let reading = read(text, &en()).unwrap();
    assert_eq!(reading.found.len(), 1);
    assert_eq!(
        csl(&reading.found[0].source),
        r#"{"type":"book","title":"Seas of Asia","author":[{"family":"van der Berg","given":"Anna"},{"family":"King Jr."}],"issued":"2012-03~","language":"en"}"#
    );
    assert_eq!(reading.found[0].source.id, "7");
    assert_eq!(reading.found[0].left, "edition: 2");
    assert_eq!(reading.refused, [CitationError::NoItem { line: 4 }; 2]);
    assert_eq!(
        all(r#"{"items": [{"title": "A"}, {"URL": "https://a.org"}]}"#).len(),
        2
    );
    let kind = crate::record::json::SyntaxErrorKind::EndInObject;
    assert_eq!(
        read("{\"title\": \"A\",\n \"x\": 1", &en()),
        Err(CitationError::Json {
            line: 2,
            column: 8,
            kind
        })
    );
}
