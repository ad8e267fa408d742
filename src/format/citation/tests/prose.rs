//! Addresses, and citations in the manners that people paste.

use super::*;

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
    assert_eq!(read("\u{FEFF} \n\0", &en()), Err(CitationError::Empty));
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
