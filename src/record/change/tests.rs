use proptest::prelude::*;

use super::*;
use crate::date::Language;
use crate::format::native::read;

const RECORD: &str = r#"{
  "format": "nenpyo/1",
  "actors": [{"id": "JPN", "name": "Japan"}],
  "x-kept": {"a" :1},
  "events": [
    {"id": "a", "title": "A", "date": "1901", "actors": ["JPN"]},
    {"id": "b", "title": "B", "date": "1902", "relations": [{"type": "recalls", "event": "a"}]},
    {"id": "bad", "title": "No date"},
    {"id": "c", "title": "C", "date": "1903"}
  ]
}
"#;

fn open(text: &str) -> Timeline {
    read(text.to_owned()).unwrap().timeline
}

fn written(timeline: &Timeline) -> String {
    String::from_utf8(timeline.to_bytes()).unwrap()
}

fn event(id: &str, date: &str) -> String {
    format!("{{\"id\": \"{id}\", \"title\": \"New {id}\", \"date\": \"{date}\"}}")
}

#[test]
fn a_changed_event_is_the_only_change_in_the_file() {
    let mut timeline = open(RECORD);
    let b = timeline.find("b").unwrap();
    let old = timeline.replace_event(b, &event("b", "1999")).unwrap();
    assert_eq!(timeline.title(b, Language::En), "New b");
    assert_eq!(
        timeline.head(b).extent(),
        timeline.event(b).unwrap().extent()
    );
    assert!(timeline.relations_from(b).is_empty());
    assert_eq!(
        written(&timeline),
        RECORD.replace(&*old, &event("b", "1999"))
    );
    timeline.replace_event(b, &old).unwrap();
    assert_eq!(timeline.relations_from(b).len(), 1);
    assert_eq!(written(&timeline), RECORD);
}

#[test]
fn events_come_and_go_with_one_comma() {
    let mut timeline = open(RECORD);
    let [a, b, c] = ["a", "b", "c"].map(|id| timeline.find(id).unwrap());
    let after_b = timeline.add_event(&event("b2", "1950"), Some(b)).unwrap();
    let first = timeline.add_event(&event("0", "1900"), None).unwrap();
    let after_that = timeline
        .add_event(&event("b3", "1950"), Some(after_b))
        .unwrap();
    let between = ",\n    ";
    let expected = RECORD
        .replace(
            "{\"id\": \"a\"",
            &format!("{}{between}{{\"id\": \"a\"", event("0", "1900")),
        )
        .replace(
            "\"a\"}]}",
            &format!(
                "\"a\"}}]}}{between}{}{between}{}",
                event("b2", "1950"),
                event("b3", "1950")
            ),
        );
    assert_eq!(written(&timeline), expected);
    for event in [after_b, first, after_that] {
        timeline.remove_event(event).unwrap();
    }
    assert_eq!(written(&timeline), RECORD);
    timeline.remove_event(c).unwrap();
    let without = RECORD.replace(
        ",\n    {\"id\": \"c\", \"title\": \"C\", \"date\": \"1903\"}",
        "",
    );
    assert_eq!(written(&timeline), without);
    timeline.remove_event(a).unwrap();
    let start =
        "{\"id\": \"a\", \"title\": \"A\", \"date\": \"1901\", \"actors\": [\"JPN\"]},\n    ";
    assert_eq!(written(&timeline), without.replace(start, ""));
    assert_eq!((timeline.find("a"), timeline.events().count()), (None, 1));
    timeline.restore_event(c).unwrap();
    timeline.restore_event(a).unwrap();
    assert_eq!(written(&timeline), RECORD);
}

#[test]
fn relations_follow_the_events_that_they_name() {
    let mut timeline = open(RECORD);
    let [a, b] = ["a", "b"].map(|id| timeline.find(id).unwrap());
    timeline.remove_event(a).unwrap();
    assert!(timeline.relations().is_empty());
    let again = timeline.add_event(&event("a", "1910"), None).unwrap();
    assert_eq!(timeline.relations_to(again).len(), 1);
    assert_eq!(
        timeline.restore_event(a),
        Err(ChangeError::IdTaken("a".to_owned()))
    );
    timeline
        .replace_event(again, &event("renamed", "1910"))
        .unwrap();
    assert!(timeline.relations_to(again).is_empty());
    timeline.restore_event(a).unwrap();
    assert_eq!(timeline.relations_to(a)[0].from, b);
    assert_eq!(timeline.relations_from(b)[0].to, a);
}

#[test]
fn what_cannot_be_an_event_changes_nothing() {
    let mut timeline = open(RECORD);
    let a = timeline.find("a").unwrap();
    let unreadable = timeline
        .replace_event(a, "{\"title\": \"x\",\n\"date\": \"soon\"}")
        .unwrap_err();
    let ChangeError::Unreadable(found) = unreadable else {
        panic!()
    };
    assert_eq!((found[0].line, found[0].column), (2, 10));
    assert_eq!(
        timeline.replace_event(a, &event("b", "1901")),
        Err(ChangeError::IdTaken("b".to_owned()))
    );
    assert_eq!(
        timeline.add_event(&event("c", "1901"), None),
        Err(ChangeError::IdTaken("c".to_owned()))
    );
    assert_eq!(
        timeline.replace_event(EventIx(99), &event("z", "1901")),
        Err(ChangeError::NoSuchEvent)
    );
    assert_eq!(written(&timeline), RECORD);
    let warned =
        timeline.check_event("{\"title\": \"x\", \"date\": \"1901\", \"actors\": [\"JPM\"]}");
    assert!(
        warned[0].message.contains("did you mean \"JPN\""),
        "{warned:?}"
    );
}

#[test]
fn new_actors_and_tags_of_an_edit_are_known_afterwards() {
    let mut timeline = open(RECORD);
    let c = timeline.find("c").unwrap();
    let text = "{\"id\": \"c\", \"title\": \"C\", \"date\": \"1903\", \"actors\": [\"CHN\", \"JPN\"], \"tags\": [\"t\"], \"kind\": \"odd\"}";
    timeline.replace_event(c, text).unwrap();
    let head = *timeline.head(c);
    let actors: Vec<&str> = timeline
        .actor_set(head.actors)
        .iter()
        .map(|&a| timeline.actor(a).unwrap().id.as_str())
        .collect();
    assert_eq!(actors, ["JPN", "CHN"]);
    assert_eq!(timeline.kind_name(head.kind_name), "odd");
    let china = timeline.find_actor("CHN").unwrap();
    assert!(!timeline.actor(china).unwrap().declared);
    let list = r#"[{"id": "JPN", "name": "Japan"}, {"id": "KOR", "name": "South Korea"}, {"id": "CHN", "name": "China"}]"#;
    let old = timeline.set_field("actors", list).unwrap().unwrap();
    assert_eq!(timeline.find_actor("CHN"), Some(china));
    assert_eq!(timeline.actor(china).unwrap().name.original(), "China");
    assert!(written(&timeline).contains(list));
    let bands = "[{\"label\": \"l\", \"date\": \"1972\", \"actor\": \"CHM\"}]";
    let found = timeline.check_field("bands", bands).unwrap();
    assert!(
        found[0].message.contains("did you mean \"CHN\""),
        "{found:?}"
    );
    timeline.set_field("actors", &old).unwrap();
    timeline
        .replace_event(c, "{\"id\": \"c\", \"title\": \"C\", \"date\": \"1903\"}")
        .unwrap();
    assert_eq!(written(&timeline), RECORD);
}

#[test]
fn fields_that_were_not_there_are_added_at_the_end() {
    let mut timeline = open("{\"format\": \"nenpyo/1\"}");
    timeline.set_field("title", "\"T\"").unwrap();
    timeline.add_event(&event("a", "1901"), None).unwrap();
    let text = written(&timeline);
    let again = open(&text);
    assert_eq!(
        (again.title_text().original(), again.len()),
        ("T", 1),
        "{text}"
    );
    assert_eq!(timeline.set_field("events", "[]"), Err(ChangeError::Events));
    let mut timeline = open("{\"events\": []}");
    timeline.add_event(&event("a", "1901"), None).unwrap();
    timeline
        .add_event(&event("b", "1902"), Some(EventIx(0)))
        .unwrap();
    let lines = format!(
        "{{\"events\": [\n    {},\n    {}\n  ]}}",
        event("a", "1901"),
        event("b", "1902")
    );
    assert_eq!(written(&timeline), lines);
    let mut timeline = open("{\"format\": \"nenpyo/1\", \"events\": [ 5 ]}");
    timeline.add_event(&event("a", "1901"), None).unwrap();
    assert_eq!(open(&written(&timeline)).len(), 1);
}

/// What an edit must do to take itself back.
enum Back {
    Replace(EventIx, Arc<str>),
    Remove(EventIx),
    Restore(EventIx),
}

#[test]
fn an_event_that_comes_back_is_found_though_the_ids_were_listed_anew_without_it() {
    let mut timeline = open(RECORD);
    let c = timeline.find("c").unwrap();
    timeline.remove_event(c).unwrap();
    for id in 0..40 {
        timeline
            .add_event(&event(&id.to_string(), "1950"), None)
            .unwrap();
    }
    timeline.restore_event(c).unwrap();
    assert_eq!(timeline.find("c"), Some(c));
}

proptest! {
    #[test]
    fn any_edits_are_written_as_made_and_all_taken_back(
        edits in prop::collection::vec((0..4_u8, any::<prop::sample::Index>(), 0..12_u8), 0..24),
    ) {
        let mut timeline = open(RECORD);
        let mut backs = Vec::new();
        for (what, at, id) in edits {
            let at = EventIx::from_index(at.index(timeline.len()));
            let id = format!("n{id}");
            let text = format!(
                "{{\"id\": \"{id}\", \"title\": \"{id}\", \"date\": \"19{:02}\", \"relations\": [{{\"type\": \"recalls\", \"event\": \"n3\"}}]}}",
                backs.len()
            );
            match what {
                0 => if let Ok(old) = timeline.replace_event(at, &text) {
                    backs.push(Back::Replace(at, old));
                },
                1 => if let Ok(new) = timeline.add_event(&text, Some(at)) {
                    backs.push(Back::Remove(new));
                },
                2 => if timeline.remove_event(at).is_ok() {
                    backs.push(Back::Restore(at));
                },
                _ => if timeline.restore_event(at).is_ok() {
                    backs.push(Back::Remove(at));
                },
            }
        }
        // What is written, opened anew, is what is open.
        let mut again = open(&written(&timeline));
        prop_assert_eq!(again.events().count(), timeline.events().count());
        for event in timeline.events() {
            let id = timeline.id(event).unwrap();
            prop_assert_eq!(timeline.find(&id), Some(event));
            let same = again.find(&id).unwrap();
            prop_assert_eq!(again.event(same), timeline.event(event));
            prop_assert_eq!(again.head(same).extent(), timeline.head(event).extent());
            prop_assert_eq!(again.relations_from(same).len(), timeline.relations_from(event).len());
            prop_assert_eq!(again.relations_to(same).len(), timeline.relations_to(event).len());
        }
        again.set_read_only(None);
        for back in backs.into_iter().rev() {
            match back {
                Back::Replace(event, old) => { timeline.replace_event(event, &old).unwrap(); }
                Back::Remove(event) => timeline.remove_event(event).unwrap(),
                Back::Restore(event) => timeline.restore_event(event).unwrap(),
            }
        }
        prop_assert_eq!(written(&timeline), RECORD);
    }
}
