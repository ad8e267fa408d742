//! The top of the panel: when, what, and how much of it is shown at once.

use super::*;

#[test]
fn a_low_panel_shows_the_first_words_beside_the_beginning_of_the_summary() {
    let summary = "Many words that tell of a long meeting. ".repeat(20);
    let record = format!(
        r#"{{"format": "nenpyo/1", "sources": [{{"id": "s", "title": "Record of talks"}}],
        "events": [{{"id": "a", "title": "Talks", "date": "1972", "summary": "{summary}",
        "quotes": [{{"text": "Peace it is", "source": "s"}}]}}]}}"#
    );
    let shown = |height: f32| {
        let mut harness = harness_of_size(desk(record.clone(), Some(0)), 420.0, height);
        harness.run();
        harness
    };
    let said = |harness: &Harness<Desk>| harness.get_by_label_contains("Peace it is").rect();
    assert!(shown(900.0).query_by_label("Read on").is_none());
    let mut low = shown(480.0);
    let before = said(&low);
    assert!(before.bottom() < 480.0);
    low.get_by_label("Read on").click();
    low.run();
    assert!(low.query_by_label("Read on").is_none());
    assert!(said(&low).top() > before.top() + 200.0);
}

#[test]
fn a_date_is_whole_in_every_line_that_has_room_for_it() {
    let record = r#"{"format": "nenpyo/1", "actors": [{"id": "JPN", "name": "Japan"}], "events": [
        {"id": "a", "title": "Talks", "date": "1972-09-25/1972-09-30", "actors": ["JPN"],
         "time_zone": "Asia/Shanghai", "place": {"name": "Great Hall of the People, Beijing"}}]}"#;
    for width in [180, 240, 300, 420] {
        let desk = desk(record.to_owned(), Some(0));
        let mut harness = harness_of_size(desk, width as f32, 600.0);
        harness.run();
        let line = harness.get_by_label_contains("25–30 September 1972");
        let words = line.accesskit_node().value().expect("it has words");
        for fact in words.split('\n').flat_map(|row| row.split(" · ")) {
            let whole = [
                "25–30 September 1972",
                "Great Hall of the People, Beijing",
                "昭和47年9月25日–30日",
            ];
            let parts = fact.split("  ");
            for part in parts.map(str::trim).filter(|part| !part.is_empty()) {
                assert!(whole.contains(&part), "{width}: {part} of {words}");
            }
        }
        if width < 300 {
            assert!(words.contains('\n'), "{width}: {words}");
        }
    }
}
