//! Real sources in every manner, and texts that are meant to harm.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;
use crate::record::{Name, SourceDate};

fn en() -> LangTag {
    LangTag::new("en")
}

fn all(pasted: &str) -> Vec<Pasted> {
    let reading = read(pasted, &en()).unwrap_or_else(|error| panic!("{pasted}: {error}"));
    assert_eq!(reading.refused, [], "{pasted}");
    reading.found
}

fn one(pasted: &str) -> Pasted {
    let mut found = all(pasted);
    assert_eq!(found.len(), 1, "{pasted}: {found:#?}");
    found.remove(0)
}

/// The source as CSL-JSON on one line, without its id: what a test compares.
fn csl(source: &Source) -> String {
    let mut value = serde_json::to_value(source).expect("a source is JSON");
    value.as_object_mut().expect("an object").shift_remove("id");
    value.to_string()
}

#[track_caller]
fn reads(pasted: &str, expected: &str, left: &str) {
    let found = one(pasted);
    let expected: serde_json::Value = serde_json::from_str(expected).expect("JSON");
    let mut is: serde_json::Value = serde_json::from_str(&csl(&found.source)).expect("JSON");
    if is != expected {
        is.sort_all_objects();
        let mut expected = expected;
        expected.sort_all_objects();
        assert_eq!(is.to_string(), expected.to_string(), "{pasted}");
    }
    assert_eq!(found.left, left, "{pasted}");
}

#[test]
fn an_address_is_a_page_of_its_site_and_has_no_title() {
    reads(
        " https://www.mofa.go.jp/region/asia-paci/china/joint0805.html\n",
        r#"{"type": "webpage", "container-title": "mofa.go.jp",
            "URL": "https://www.mofa.go.jp/region/asia-paci/china/joint0805.html"}"#,
        "",
    );
    reads(
        "doi:10.1080/13439006.2024.1",
        r#"{"type": "document", "DOI": "10.1080/13439006.2024.1",
            "URL": "https://doi.org/10.1080/13439006.2024.1"}"#,
        "",
    );
    assert_eq!(
        all("https://a.org/1\n\nhttps://doi.org/10.1234/x\n").len(),
        2
    );
    for other in ["ftp://a.org/x", "www.mofa.go.jp/x", "javascript:alert(1)"] {
        assert_eq!(read(other, &en()), Err(CitationError::Address { line: 1 }));
    }
}

#[test]
fn each_manner_of_prose_is_read() {
    let satake = r#"{"title": "Positivity peaks at the Japan–China summit",
        "author": [{"family": "Satake", "given": "Haruka"}], "container-title": "East Asia Forum",
        "issued": "2024-12-15", "URL": "https://eastasiaforum.org/2024/12/15/x/"}"#;
    reads(
        "Satake, Haruka. \"Positivity peaks at the Japan–China summit.\" East Asia Forum, \
         15 December 2024. https://eastasiaforum.org/2024/12/15/x/",
        satake,
        "",
    );
    reads(
        "Satake, Haruka. “Positivity peaks at the Japan–China summit.” East Asia Forum, \
         December 15, 2024. Accessed 3 May 2025. https://eastasiaforum.org/2024/12/15/x/.",
        &satake.replace("\"URL\"", r#""accessed": "2025-05-03", "URL""#),
        "",
    );
    reads(
        "[12] Satake, H. (2024, December 15). Positivity peaks at the Japan–China summit. \
         East Asia Forum. Retrieved May 3, 2025, from https://eastasiaforum.org/2024/12/15/x/",
        &satake
            .replace("Haruka", "H.")
            .replace("\"URL\"", r#""accessed": "2025-05-03", "URL""#),
        "",
    );
    reads(
        "Satake, H. and Park, C. (2024) ‘China’s quest’, Pacific Notes, 12(3), pp. 4–9. \
         doi:10.1234/ab.5",
        r#"{"type": "article-journal", "title": "China’s quest",
            "author": [{"family": "Satake", "given": "H."}, {"family": "Park", "given": "C."}],
            "container-title": "Pacific Notes", "issued": "2024", "volume": "12", "issue": "3",
            "page": "4–9", "DOI": "10.1234/ab.5", "URL": "https://doi.org/10.1234/ab.5"}"#,
        "",
    );
    reads(
        "Park, Cheol, and John W. Garver. “A Rising Sea.” Pacific Notes 12, no. 3 (2024): 4–9.",
        r#"{"type": "article-journal", "title": "A Rising Sea",
            "author": [{"family": "Park", "given": "Cheol"}, {"family": "Garver", "given": "John W."}],
            "container-title": "Pacific Notes", "issued": "2024", "volume": "12", "issue": "3",
            "page": "4–9"}"#,
        "",
    );
    reads(
        "Park, Cheol. \"A Rising Sea.\" Pacific Notes, vol. 12, no. 3, Spring 2024, pp. 4-9.",
        r#"{"type": "article-journal", "title": "A Rising Sea",
            "author": [{"family": "Park", "given": "Cheol"}], "container-title": "Pacific Notes",
            "issued": "2024-21", "volume": "12", "issue": "3", "page": "4-9"}"#,
        "",
    );
    reads(
        "Garver, John W. China's Quest: The History of the Foreign Relations. Oxford: Oxford \
         University Press, 2016.",
        r#"{"type": "book", "title": "China's Quest: The History of the Foreign Relations",
            "author": [{"family": "Garver", "given": "John W."}], "publisher": "Oxford University Press",
            "publisher-place": "Oxford", "issued": "2016"}"#,
        "",
    );
    reads(
        "Vogel, Ezra F. China and Japan: Facing History. Cambridge, MA: Harvard University Press, 2019.",
        r#"{"type": "book", "title": "China and Japan: Facing History",
            "author": [{"family": "Vogel", "given": "Ezra F."}], "publisher": "Harvard University Press",
            "publisher-place": "Cambridge, MA", "issued": "2019"}"#,
        "",
    );
    reads(
        "Park, Cheol. “Borders.” In Seas of Asia, edited by Anna B. Berg (Seoul: Tide Press, 2012), 4–9.",
        r#"{"type": "chapter", "title": "Borders", "author": [{"family": "Park", "given": "Cheol"}],
            "editor": [{"family": "Berg", "given": "Anna B."}], "container-title": "Seas of Asia",
            "publisher": "Tide Press", "publisher-place": "Seoul", "issued": "2012", "page": "4–9"}"#,
        "",
    );
}

#[test]
fn each_manner_of_east_asia_is_read() {
    reads(
        "佐竹知彦「日中首脳会談の意味」『外交』2008年5月7日、3頁。",
        r#"{"title": "日中首脳会談の意味", "author": [{"literal": "佐竹知彦"}],
            "container-title": "外交", "issued": "2008-05-07", "page": "3", "language": "ja"}"#,
        "",
    );
    reads(
        "外務省「日中共同声明」（1972年9月29日）https://www.mofa.go.jp/x.html（2024年5月3日閲覧）",
        r#"{"title": "日中共同声明", "author": [{"literal": "外務省"}], "issued": "1972-09-29",
            "accessed": "2024-05-03", "URL": "https://www.mofa.go.jp/x.html"}"#,
        "",
    );
    reads(
        "佐竹 知彦『日中関係の年表』岩波書店、昭和47年。",
        r#"{"type": "book", "title": "日中関係の年表",
            "author": [{"family": "佐竹", "given": "知彦"}], "publisher": "岩波書店",
            "issued": "1972", "language": "ja"}"#,
        "",
    );
    reads(
        "周恩来：《在欢迎宴会上的讲话》，《人民日报》，1972年9月26日，第1版。",
        r#"{"title": "在欢迎宴会上的讲话", "author": [{"literal": "周恩来"}],
            "container-title": "人民日报", "issued": "1972-09-26"}"#,
        "第1版",
    );
    reads(
        "王毅, 李强. 中日关系的回顾[J]. 外交评论, 2008, 12(3): 4-9.",
        r#"{"type": "article-journal", "title": "中日关系的回顾",
            "author": [{"literal": "王毅"}, {"literal": "李强"}], "container-title": "外交评论",
            "issued": "2008", "volume": "12", "issue": "3", "page": "4-9"}"#,
        "",
    );
    reads(
        "王毅. 中日关系史[M]. 北京: 人民出版社, 1984.",
        r#"{"type": "book", "title": "中日关系史", "author": [{"literal": "王毅"}],
            "publisher": "人民出版社", "publisher-place": "北京", "issued": "1984"}"#,
        "",
    );
    reads(
        "外交部. 中日联合声明[EB/OL]. (2008-05-07)[2024-05-03]. https://www.fmprc.gov.cn/x.",
        r#"{"type": "webpage", "title": "中日联合声明", "author": [{"literal": "外交部"}],
            "issued": "2008-05-07", "accessed": "2024-05-03", "URL": "https://www.fmprc.gov.cn/x"}"#,
        "",
    );
    reads(
        "王毅，〈中日關係〉，《外交評論》，第12卷第3期，民國97年5月，頁4-9。",
        r#"{"type": "article-journal", "title": "中日關係", "author": [{"literal": "王毅"}],
            "container-title": "外交評論", "issued": "2008-05", "volume": "12", "issue": "3"}"#,
        "頁4-9",
    );
    reads(
        "홍길동, 「한중 관계의 회고」, 『외교』 제12권 제3호, 2008년 5월, 4-9쪽.",
        r#"{"type": "article-journal", "title": "한중 관계의 회고", "author": [{"literal": "홍길동"}],
            "container-title": "외교", "issued": "2008-05", "volume": "12", "issue": "3",
            "page": "4-9", "language": "ko"}"#,
        "",
    );
    reads(
        "김철수, \"한일 회담\", 한겨레, 2024. 12. 15. (접속일: 2025. 5. 3.)",
        r#"{"title": "한일 회담", "author": [{"literal": "김철수"}], "container-title": "한겨레",
            "issued": "2024-12-15", "accessed": "2025-05-03", "language": "ko"}"#,
        "",
    );
}

#[test]
fn odd_but_common_citations_are_read() {
    reads(
        "Smith, Sheila A. 2015. Intimate Rivals: A Rising China. New York: W. W. Norton.",
        r#"{"type": "book", "title": "Intimate Rivals: A Rising China",
            "author": [{"family": "Smith", "given": "Sheila A."}], "publisher": "W. W. Norton",
            "publisher-place": "New York", "issued": "2015"}"#,
        "",
    );
    reads(
        "Ezra F. Vogel, Deng Xiaoping and China (Cambridge, MA: Belknap Press, 2011), 297–310.",
        r#"{"type": "book", "title": "Deng Xiaoping and China",
            "author": [{"family": "Vogel", "given": "Ezra F."}], "publisher": "Belknap Press",
            "publisher-place": "Cambridge, MA", "issued": "2011", "page": "297–310"}"#,
        "",
    );
    reads(
        "Rozman, Gilbert, ed. East Asian Identities. Stanford: Stanford University Press, 2012.",
        r#"{"type": "book", "title": "East Asian Identities",
            "editor": [{"family": "Rozman", "given": "Gilbert"}],
            "publisher": "Stanford University Press", "publisher-place": "Stanford", "issued": "2012"}"#,
        "",
    );
    reads(
        "Reuters (2024) China, Japan leaders meet. Available at: https://www.reuters.com/x (Accessed: 3 May 2025).",
        r#"{"title": "China, Japan leaders meet", "author": [{"literal": "Reuters"}], "issued": "2024",
            "accessed": "2025-05-03", "URL": "https://www.reuters.com/x"}"#,
        "",
    );
    reads(
        "U.S. Department of State. “Joint Statement.” Washington, D.C., February 19, 2005.",
        r#"{"title": "Joint Statement", "author": [{"literal": "U.S. Department of State"}],
            "publisher-place": "Washington", "issued": "2005-02-19"}"#,
        "D.C",
    );
    reads(
        "金熙德.中日关系解析[J].日本学刊,2007(6):5-12.",
        r#"{"type": "article-journal", "title": "中日关系解析", "author": [{"literal": "金熙德"}],
            "container-title": "日本学刊", "issued": "2007", "issue": "6", "page": "5-12"}"#,
        "",
    );
}

#[test]
fn what_is_not_certain_is_left() {
    reads(
        "“Positivity peaks.” East Asia Forum, evening edition, 3/4/1972. https://a.org/x",
        r#"{"title": "Positivity peaks", "container-title": "East Asia Forum", "URL": "https://a.org/x"}"#,
        "evening edition, 3/4/1972",
    );
    reads(
        "“Positivity peaks.” East Asia Forum, 3 May 2021, updated 4 June 2022.",
        r#"{"title": "Positivity peaks", "container-title": "East Asia Forum"}"#,
        "3 May 2021, updated 4 June 2022",
    );
    reads(
        "He said “no” at https://a.org/x on 15 December 2024",
        r#"{"title": "no", "issued": "2024-12-15", "URL": "https://a.org/x"}"#,
        "He said",
    );
    reads(
        "Have a look at https://a.org/x please",
        r#"{"type": "webpage", "URL": "https://a.org/x"}"#,
        "Have a look at … please",
    );
    for nothing in [
        "hello world",
        "2024",
        "Satake, Haruka",
        "“Positivity peaks”",
        "@",
        "TY",
        "((((",
        "「」",
    ] {
        assert_eq!(
            read(nothing, &en()),
            Err(CitationError::NotUnderstood),
            "{nothing}"
        );
    }
    assert_eq!(read(" \n\0\u{FEFF}", &en()), Err(CitationError::Empty));
}

#[test]
fn a_list_of_citations_is_several() {
    let list = "1. Satake, H. (2024). One. Site A.\n2. Park, C. (2023). Two. Site B.\n\n\
                “Three,” a site,\n3 May 2020.\n\nThese words are none.";
    let reading = read(list, &en()).unwrap();
    let told: Vec<_> = reading
        .found
        .iter()
        .map(|pasted| {
            (
                pasted.line,
                pasted.source.title.as_ref().unwrap().original(),
            )
        })
        .collect();
    assert_eq!(told, [(1, "One"), (2, "Two"), (4, "Three")]);
    assert_eq!(reading.refused, [CitationError::NoCitation { line: 7 }]);
}

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
        "issued": {"date-parts": [["2012", 3]]}, "edition": 2, "abstract": "x", "language": "eng"},
        {"id": "b"}, 3]"#;
    let reading = read(text, &en()).unwrap();
    assert_eq!(reading.found.len(), 1);
    assert_eq!(
        csl(&reading.found[0].source),
        r#"{"type":"book","title":"Seas of Asia","author":[{"family":"van der Berg","given":"Anna"},{"family":"King Jr."}],"issued":"2012-03","language":"en"}"#
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

#[test]
fn the_sources_of_the_bundled_record_come_back() {
    let bytes = include_bytes!("../../../data/east-asia.json");
    let timeline = crate::format::native::read(&bytes[..]).unwrap().timeline;
    let written = serde_json::to_string_pretty(timeline.sources()).unwrap();
    let reading = read(&written, timeline.language()).unwrap();
    assert_eq!(reading.refused, []);
    assert!(reading.found.len() > 500);
    for (pasted, source) in reading.found.iter().zip(timeline.sources()) {
        assert_eq!(pasted.source, *source);
        assert_eq!(pasted.left, "", "{}", source.id);
    }
    assert_eq!(reading.found.len(), timeline.sources().len());
}

#[test]
fn ids_are_readable_and_not_taken() {
    let named = |pasted: &str| id_for(&one(pasted).source, |_| false);
    assert_eq!(
        named("Satake, H. (2024). Peaks. East Asia Forum."),
        "satake-2024"
    );
    assert_eq!(
        named("佐竹知彦「題名」『East Asia Forum』2008年"),
        "east-asia-forum-2008"
    );
    assert_eq!(named("佐竹知彦「題名」『外交』2008年"), "document-2008");
    assert_eq!(named("王毅. 史[M]. 北京: 人民出版社, 1984."), "book-1984");
    assert_eq!(
        named("@misc{k, title={Çelik’s}, author={Ørsted, Åse}, date={197X}}"),
        "orsted-celiks"
    );
    assert_eq!(named("https://www.mofa.go.jp/x"), "mofa-go-jp");
    assert_eq!(
        named(
            "@misc{k, title={T}, author={{The Ministry of Foreign Affairs of Japan}}, year=2008}"
        ),
        "ministry-foreign-affairs-japan-2008"
    );
    let source = one("Satake, H. (2024). Peaks. East Asia Forum.").source;
    for most in [1, 2, 3, 4, 7, 8, 1000] {
        let is_taken = |id: &str| match id.strip_prefix("satake-2024-") {
            Some(number) => number.parse::<usize>().unwrap() <= most,
            None => true,
        };
        assert_eq!(
            id_for(&source, is_taken),
            format!("satake-2024-{}", most.max(1) + 1)
        );
    }
}

#[test]
fn the_same_document_is_found_under_another_address() {
    let source = |url: Option<&str>, doi: Option<&str>| {
        let mut source = Source::new("s");
        source.url = url.map(str::to_owned);
        source.doi = doi.map(str::to_owned);
        source
    };
    let among = [
        source(None, None),
        source(
            Some("http://www.Mofa.go.jp/a/b/?id=1&utm_source=x#top"),
            None,
        ),
        source(Some("https://a.org/#/page"), None),
        source(Some("https://publisher.org/z"), Some("10.1234/AB.5")),
    ];
    let same = |url: Option<&str>, doi: Option<&str>| {
        let found = same_source(&source(url, doi), &among)?;
        among.iter().position(|other| std::ptr::eq(other, found))
    };
    assert_eq!(same(Some("https://mofa.go.jp/a/b?id=1"), None), Some(1));
    assert_eq!(
        same(Some("https://mofa.go.jp:443/a/b?fbclid=q&id=1"), None),
        Some(1)
    );
    assert_eq!(same(Some("https://mofa.go.jp/a/b?id=2"), None), None);
    assert_eq!(same(Some("https://mofa.go.jp/a/B?id=1"), None), None);
    assert_eq!(same(Some("https://a.org/#/other"), None), None);
    assert_eq!(same(Some("https://doi.org/10.1234/ab.5"), None), Some(3));
    assert_eq!(
        same(Some("https://publisher.org/z"), Some("10.1234/other")),
        None
    );
    assert_eq!(same(None, Some("doi:10.1234/ab.5")), Some(3));
    assert_eq!(same(None, None), None);
}

#[test]
fn names_and_dates_of_the_types_are_what_the_record_has() {
    let satake = one("Satake, H. (2024). Peaks. East Asia Forum.").source;
    assert_eq!(
        satake.author,
        [Name {
            family: Some("Satake".into()),
            given: Some("H.".into()),
            literal: None
        }]
    );
    assert!(matches!(satake.issued, Some(SourceDate::Edtf(_))));
}

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
