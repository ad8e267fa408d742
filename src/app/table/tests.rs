//! The table without a window: orders, steps, and cells that become edits.

use std::time::{Duration, Instant};

use super::*;
use crate::app::Command;
use crate::app::command::Editing;
use crate::app::editing::tests::Desk;
use crate::document::draft::Problem;

const RECORD: &str = r#"{"format": "nenpyo/1", "actors": [
    {"id": "JPN", "name": {"en": "Japan", "ja": "日本"}},
    {"id": "CHN", "name": {"en": "China (PRC)", "ja": "中国"}},
    {"id": "VNM", "name": "Viet Nam, Socialist Republic"}],
    "sources": [{"id": "x", "type": "article", "title": "X"}], "events": [
    {"id": "a", "title": {"en": "Visit", "ja": "訪問"}, "date": "1978-10", "kind": "visit",
     "actors": ["CHN", "JPN"], "tags": ["peace"], "importance": 2, "sources": [{"source": "x"}]},
    {"id": "b", "title": {"ja": "条約"}, "date": "1972", "kind": "treaty", "actors": ["JPN"],
     "tone": {"value": -2, "reason": "r"}, "place": {"name": {"en": "Beijing"}, "country": "CHN"}},
    {"id": "c", "title": {"en": "accord"}, "date": "1999", "status": "planned", "importance": 5},
    {"id": "d", "title": {"en": "Zenith"}, "date": "1985", "kind": "odd", "place": {"country": "PER"}}]}"#;

fn desk() -> Desk {
    let mut desk = Desk::over(RECORD);
    ask(&mut desk, Asked::Toggle);
    desk
}

fn ask(desk: &mut Desk, asked: Asked) {
    desk.state.update(Command::Table(asked));
}

fn step(desk: &mut Desk, step: Step) {
    ask(desk, Asked::Step(step));
}

fn ids(desk: &Desk) -> String {
    let rows = desk.state.table.rows().iter();
    rows.filter_map(|event| desk.timeline().id(*event))
        .collect()
}

fn go_to(desk: &mut Desk, id: &str, column: Column) {
    let event = desk.timeline().find(id).expect("it is there");
    ask(desk, Asked::GoTo { event, column });
}

/// Types into a cell and goes on.
fn fill(desk: &mut Desk, id: &str, column: Column, text: &str) {
    go_to(desk, id, column);
    ask(desk, Asked::Open);
    ask(desk, Asked::Type(text.to_owned()));
    ask(desk, Asked::Commit(Step::Stay));
}

fn event(desk: &Desk, id: &str) -> crate::record::Event {
    let event = desk.timeline().find(id).expect("it is there");
    desk.timeline().event(event).expect("whole")
}

#[test]
fn each_column_sorts_both_ways_and_what_says_nothing_stands_last() {
    let mut desk = desk();
    assert_eq!(ids(&desk), "badc", "as time goes");
    for (column, up, down) in [
        (Column::Date, "badc", "cdab"),
        (Column::Title, "cadb", "bdac"),
        (Column::Kind, "dcba", "abcd"),
        (Column::Actors, "abdc", "badc"),
        (Column::Place, "bdac", "dbac"),
        (Column::Tags, "abdc", "abdc"),
        (Column::Tone, "badc", "badc"),
        (Column::Status, "badc", "cbad"),
        (Column::Sources, "bdca", "abdc"),
    ] {
        for (direction, order) in [(Direction::Up, up), (Direction::Down, down)] {
            desk.state.table.column = column;
            ask(&mut desk, Asked::SortAtHand(direction));
            assert_eq!(ids(&desk), order, "{column:?} {direction:?}");
        }
    }
    ask(&mut desk, Asked::SortBy(Column::Importance));
    assert_eq!(ids(&desk), "abdc", "2, 3, 3, 5");
    ask(&mut desk, Asked::SortBy(Column::Importance));
    assert_eq!(ids(&desk), "cbda");
}

#[test]
fn steps_go_from_cell_to_cell_and_stop_at_the_ends() {
    let mut desk = desk();
    let at = |desk: &Desk| {
        let id = desk
            .state
            .selected
            .and_then(|event| desk.timeline().id(event));
        (
            id.unwrap_or_default().into_owned(),
            desk.state.table.column(),
        )
    };
    step(&mut desk, Step::Down(1));
    assert_eq!(
        at(&desk),
        ("b".to_owned(), Column::Date),
        "the first finds its row"
    );
    step(&mut desk, Step::Down(1));
    step(&mut desk, Step::Right);
    assert_eq!(at(&desk), ("a".to_owned(), Column::Title));
    step(&mut desk, Step::Previous);
    step(&mut desk, Step::Previous);
    assert_eq!(at(&desk), ("b".to_owned(), Column::Sources));
    step(&mut desk, Step::Next);
    assert_eq!(at(&desk), ("a".to_owned(), Column::Date));
    step(&mut desk, Step::Down(100));
    step(&mut desk, Step::Last);
    assert_eq!(at(&desk), ("c".to_owned(), Column::Sources));
    step(&mut desk, Step::Next);
    assert_eq!(at(&desk), ("c".to_owned(), Column::Sources));
    step(&mut desk, Step::Top);
    assert_eq!(at(&desk), ("b".to_owned(), Column::Date));
    step(&mut desk, Step::Bottom);
    assert_eq!(at(&desk), ("c".to_owned(), Column::Sources));
}

#[test]
fn a_cell_is_one_edit_that_stays_in_its_row_until_it_is_sorted() {
    let mut desk = desk();
    fill(&mut desk, "b", Column::Date, "平成2年5月");
    assert_eq!(event(&desk, "b").date.to_string(), "1990-05");
    assert_eq!(ids(&desk), "badc", "its row stays");
    assert_eq!(desk.state.editing.history().point(), 1);
    assert!(desk.state.table.cell().is_none());
    desk.state.table.column = Column::Date;
    ask(&mut desk, Asked::SortAtHand(Direction::Up));
    assert_eq!(ids(&desk), "adbc");
    desk.state.update(Command::Editing(Editing::Undo));
    assert_eq!(event(&desk, "b").date.to_string(), "1972");
}

#[test]
fn enter_goes_down_and_tab_goes_right_after_the_change() {
    let mut desk = desk();
    go_to(&mut desk, "b", Column::Importance);
    ask(&mut desk, Asked::Open);
    ask(&mut desk, Asked::Type("４".into()));
    ask(&mut desk, Asked::Commit(Step::Down(1)));
    assert_eq!(event(&desk, "b").importance, 4);
    assert_eq!(desk.state.selected, desk.timeline().find("a"));
    ask(&mut desk, Asked::Open);
    ask(&mut desk, Asked::Commit(Step::Next));
    assert_eq!(desk.state.table.column(), Column::Tone);
    assert_eq!(
        desk.state.editing.history().point(),
        1,
        "nothing was changed"
    );
}

#[test]
fn what_cannot_be_saved_stays_open_and_says_why() {
    let mut desk = desk();
    let refusals = [
        (Column::Importance, "9", Refusal::OneToFive),
        (Column::Kind, "party", Refusal::NoSuchKind),
        (Column::Status, "sure", Refusal::NoSuchStatus),
        (Column::Title, "", Refusal::Draft(Problem::NoTitle)),
        (Column::Date, "", Refusal::Draft(Problem::NoDate)),
    ];
    for (column, text, refusal) in refusals {
        fill(&mut desk, "c", column, text);
        let cell = desk.state.table.cell().expect("it stays open");
        assert_eq!(cell.refusal(), Some(&refusal));
        assert!(cell.was_tried());
        let here = desk.state.selected;
        go_to(&mut desk, "a", Column::Date);
        assert_eq!(
            desk.state.selected, here,
            "what was typed is not left behind"
        );
        ask(&mut desk, Asked::Cancel);
    }
    assert_eq!(desk.state.editing.history().point(), 0);
}

#[test]
fn a_title_is_changed_in_the_readers_language() {
    let mut desk = desk();
    fill(&mut desk, "a", Column::Title, "State visit");
    fill(&mut desk, "b", Column::Title, "Treaty");
    let title = |desk: &Desk, id, language| {
        event(desk, id)
            .title
            .get(language)
            .unwrap_or_default()
            .to_owned()
    };
    assert_eq!(title(&desk, "a", Language::En), "State visit");
    assert_eq!(title(&desk, "a", Language::Ja), "訪問");
    assert_eq!(title(&desk, "b", Language::En), "Treaty");
    assert_eq!(title(&desk, "b", Language::Ja), "条約");
}

#[test]
fn names_of_a_list_are_those_of_the_record_or_new_ones() {
    let mut desk = desk();
    go_to(&mut desk, "a", Column::Actors);
    ask(&mut desk, Asked::Open);
    let text = |desk: &Desk| desk.state.table.cell().expect("open").text().to_owned();
    assert_eq!(text(&desk), "China (PRC), Japan");
    ask(&mut desk, Asked::Type("China (PRC), Jap".into()));
    ask(&mut desk, Asked::Take(0));
    assert_eq!(text(&desk), "China (PRC), Japan");
    ask(&mut desk, Asked::Type("中国、日本、蒙古".into()));
    ask(&mut desk, Asked::Commit(Step::Stay));
    let actors = event(&desk, "a").actors;
    assert_eq!(actors[..2], ["CHN", "JPN"]);
    let new = desk
        .timeline()
        .find_actor(&actors[2])
        .expect("it was added");
    let new = desk.timeline().actor(new).expect("it is there");
    assert!(new.declared && new.name.get(Language::Ja) == Some("蒙古"));
    // A name that holds a comma is still one name.
    fill(&mut desk, "d", Column::Actors, "vnm; japan");
    go_to(&mut desk, "d", Column::Actors);
    ask(&mut desk, Asked::Open);
    assert_eq!(text(&desk), "Viet Nam, Socialist Republic; Japan");
    ask(&mut desk, Asked::Commit(Step::Stay));
    assert_eq!(event(&desk, "d").actors, ["VNM", "JPN"]);
    fill(&mut desk, "d", Column::Tags, "Peace, new thing");
    assert_eq!(event(&desk, "d").tags, ["peace", "new thing"]);
}

#[test]
fn a_name_with_a_comma_alone_is_read_as_itself() {
    let mut desk = desk();
    fill(&mut desk, "d", Column::Actors, "VNM");
    go_to(&mut desk, "d", Column::Actors);
    ask(&mut desk, Asked::Open);
    let text = desk.state.table.cell().expect("open").text().to_owned();
    ask(&mut desk, Asked::Type(format!("{text} Japan")));
    ask(&mut desk, Asked::Commit(Step::Stay));
    assert_eq!(event(&desk, "d").actors, ["VNM", "JPN"]);
}

#[test]
fn a_kind_a_status_and_a_place_are_taken_by_their_words() {
    let mut desk = desk();
    fill(&mut desk, "c", Column::Kind, "Joint statement");
    fill(&mut desk, "c", Column::Status, "confirmed");
    fill(&mut desk, "b", Column::Place, "Peking");
    let changed = event(&desk, "c");
    assert_eq!(changed.kind.name(), "joint_statement");
    assert_eq!(changed.status.name(), "confirmed");
    let place = event(&desk, "b").place.expect("a place");
    assert_eq!(place.name.expect("named").pick(Language::En), "Peking");
    // Where another name lies is not known.
    assert_eq!((place.country, place.lat), (None, None));
    // An unknown kind stays itself.
    fill(&mut desk, "d", Column::Kind, "ODD");
    assert_eq!(event(&desk, "d").kind.name(), "odd");
}

#[test]
fn a_tone_and_counts_are_changed_in_the_form() {
    let mut desk = desk();
    for column in [Column::Tone, Column::Quotes, Column::Sources] {
        go_to(&mut desk, "b", column);
        ask(&mut desk, Asked::Open);
        assert!(desk.state.table.cell().is_none());
        assert!(desk.state.forms.open().is_some());
        desk.state.update(Command::Escape);
    }
}

#[test]
fn a_deleted_row_goes_and_comes_back_in_its_place() {
    let mut desk = desk();
    go_to(&mut desk, "a", Column::Title);
    ask(&mut desk, Asked::Delete);
    assert_eq!(ids(&desk), "bdc");
    assert_eq!(
        desk.state.selected,
        desk.timeline().find("d"),
        "the next one is at hand"
    );
    desk.state.update(Command::Editing(Editing::Undo));
    assert_eq!(ids(&desk), "badc");
    step(&mut desk, Step::Bottom);
    ask(&mut desk, Asked::Delete);
    assert_eq!(
        desk.state.selected,
        desk.timeline().find("d"),
        "the last row's neighbour"
    );
}

#[test]
fn a_new_event_stands_where_the_order_has_it() {
    let mut desk = desk();
    ask(&mut desk, Asked::SortBy(Column::Title));
    assert_eq!(ids(&desk), "cadb");
    desk.select("d");
    desk.state.update(Command::Editing(Editing::Duplicate));
    assert_eq!(ids(&desk), "cadd-2b");
}

#[test]
fn a_search_shows_what_it_found() {
    let mut desk = desk();
    desk.state.update(Command::FindText("japan".into()));
    desk.state.pass(0.016, 0.016);
    assert_eq!(ids(&desk), "ba");
    // An edit begins the search anew.
    fill(&mut desk, "a", Column::Actors, "China (PRC)");
    assert_eq!(
        desk.state.table.rows().len(),
        2,
        "until it has ended the rows stay"
    );
    desk.state.pass(0.016, 0.016);
    assert_eq!(ids(&desk), "b");
    desk.state.update(Command::ClearFind);
    desk.state.pass(0.016, 0.016);
    assert_eq!(ids(&desk), "badc");
}

#[test]
fn a_large_record_keeps_its_order_until_a_job_has_sorted_it() {
    let record = crate::format::sample::record(6_000, 7);
    let mut desk = Desk::over(&record);
    ask(&mut desk, Asked::Toggle);
    let by_date = desk.state.table.rows().to_vec();
    ask(&mut desk, Asked::SortBy(Column::Title));
    assert!(desk.state.table.is_sorting());
    assert_eq!(desk.state.table.rows(), by_date);
    let wait = |desk: &mut Desk| {
        let start = Instant::now();
        while desk.state.table.is_sorting() {
            assert!(start.elapsed() < Duration::from_secs(20), "the job hangs");
            std::thread::sleep(Duration::from_millis(1));
            desk.state.pass(0.01, 0.01);
        }
    };
    wait(&mut desk);
    let titles: Vec<String> = (desk.state.table.rows().iter())
        .map(|event| crate::index::fold(&desk.timeline().title(*event, Language::En)))
        .collect();
    assert!(titles.is_sorted());
    // An edit under the job lets it begin again, and loses nothing.
    ask(&mut desk, Asked::SortBy(Column::Place));
    assert!(desk.state.table.is_sorting());
    step(&mut desk, Step::Top);
    ask(&mut desk, Asked::Delete);
    assert!(desk.state.table.is_sorting());
    wait(&mut desk);
    assert_eq!(desk.state.table.rows().len(), 5_999);
}

#[test]
fn another_record_has_rows_of_its_own() {
    let mut desk = desk();
    step(&mut desk, Step::Down(1));
    desk.state.update(Command::OpenBundled);
    desk.state.pass(0.01, 0.01);
    assert_eq!(desk.state.table.rows().len(), desk.state.index.len());
    let timeline = desk.timeline();
    let starts: Vec<_> = (desk.state.table.rows().iter())
        .map(|event| timeline.head(*event).start)
        .collect();
    assert!(starts.is_sorted());
}

#[test]
fn names_that_a_cell_would_divide_are_for_the_form() {
    let mut desk = desk();
    go_to(&mut desk, "d", Column::Tags);
    let at = desk.timeline().find("d").expect("there");
    let text = desk.timeline().event_json(at).to_owned();
    let text = crate::format::native::edit::set(
        &text,
        &[crate::format::native::edit::At::Field("tags")],
        r#"["a;b", "c"]"#,
    );
    let changes = vec![crate::document::Change::Replace {
        event: at,
        text: text.expect("set").into(),
    }];
    let label = crate::document::Label::one(crate::document::What::Change, "d");
    desk.state.edit(crate::document::Edit { label, changes });
    ask(&mut desk, Asked::Open);
    assert!(desk.state.table.cell().is_none());
    assert!(desk.state.forms.open().is_some());
}
