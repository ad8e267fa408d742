//! Ids for sources, and sources that the record has already.

use super::*;

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
