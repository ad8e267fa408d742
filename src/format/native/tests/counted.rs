//! What an event's head counts is what its text is decoded to.

use super::{read, with_event};
use crate::record::{EventIx, Flags, Open, Stance, Status};

/// Checks that the last event's head agrees with the event itself, whatever stands in its fields.
#[track_caller]
fn head_agrees(fields: &str) {
    let text = with_event(&format!(r#""title": "x", "date": "1972", {fields}"#));
    let timeline = read(text).unwrap().timeline;
    let at = timeline.find("e").unwrap();
    let (head, event) = (timeline.head(at), timeline.event(at).unwrap());
    let set = |mut names: Vec<String>| {
        names.sort_unstable();
        names.dedup();
        names
    };
    let actors = timeline.actor_set(head.actors).iter();
    let actors = actors.map(|&actor| timeline.actor(actor).unwrap().id.clone());
    assert_eq!(set(actors.collect()), set(event.actors), "{fields}");
    let tags = timeline.tag_set(head.tags).iter();
    let tags = tags.map(|&tag| timeline.tag(tag).to_owned());
    assert_eq!(set(tags.collect()), set(event.tags), "{fields}");
    assert_eq!(
        [head.quotes, head.relations, head.sources, head.images].map(usize::from),
        [
            event.quotes.len(),
            event.relations.len(),
            event.sources.len(),
            event.images.len()
        ],
        "{fields}"
    );
    let links = timeline.relations().iter().filter(|link| link.from == at);
    assert_eq!(links.count(), event.relations.len(), "{fields}");
    assert_eq!(
        timeline.kinds()[head.kind_name.index()].as_ref(),
        event.kind.name(),
        "{fields}"
    );
    assert_eq!(
        (head.importance, head.tone),
        (event.importance, event.tone.map(|tone| tone.value)),
        "{fields}"
    );
    let disputed = Open::Known(Stance::Disputes);
    let place = event.place.unwrap_or_default();
    for (flag, expected) in [
        (
            Flags::DISPUTED,
            event.quotes.iter().any(|quote| quote.stance == disputed),
        ),
        (Flags::LOCATED, place.lat.is_some() && place.lon.is_some()),
        (Flags::ZONED, event.time_zone.is_some()),
        (
            Flags::UNCONFIRMED,
            event.status != Open::Known(Status::Confirmed),
        ),
    ] {
        assert_eq!(head.flags.has(flag), expected, "{fields}: {flag:?}");
    }
    assert_eq!(
        head.country.map(|country| timeline.country(country)),
        place.country.as_deref(),
        "{fields}"
    );
    assert_eq!(at, EventIx(1));
}

#[test]
fn of_a_field_that_stands_twice_the_last_one_counts() {
    #[rustfmt::skip]
    let cases = [
        ("actors", r#"["JPN", "CHN"]"#, r#"["CHN"]"#),
        ("tags", r#"["a", "b"]"#, r#"["b", "c"]"#),
        ("quotes", r#"[{"text": "q", "stance": "disputes"}]"#, r#"[{"text": "r"}, {"text": "s"}]"#),
        ("quotes", r#"[{"text": "q"}]"#, r#"[{"text": "r", "stance": "disputes", "stance": null}]"#),
        ("quotes", r#"[{"text": "q"}]"#, r#"[{"text": ""}, {"text": " ", "stance": "disputes"}]"#),
        ("sources", r#"[{"source": "satake-2024"}, {"source": "satake-2024"}]"#, r#"[{"source": "satake-2024"}]"#),
        ("images", r#"[{"path": "a.png"}, {"path": "b.png"}]"#, r#"[{"path": "c.png"}]"#),
        ("relations", r#"[{"type": "recalls", "event": "first-1972"}]"#, r#"[{"type": "part_of", "event": "first-1972"}]"#),
        ("kind", r#""war""#, r#""summit""#),
        ("kind", r#""odd""#, r#""odder""#),
        ("importance", "5", "1"),
        ("importance", "5", "9"),
        ("tone", r#"{"value": 4, "reason": "r"}"#, r#"{"value": 2, "reason": "r"}"#),
        ("tone", r#"{"value": 4, "reason": "r"}"#, r#"{"value": 2, "value": null, "reason": "r"}"#),
        ("status", r#""disputed""#, r#""confirmed""#),
        ("status", r#""disputed""#, "5"),
        ("time_zone", r#""Asia/Tokyo""#, r#""America/Lima""#),
        ("place", r#"{"country": "PER", "lat": 1, "lon": 2}"#, r#"{"country": "JPN"}"#),
        ("place", r#"{"country": "PER", "lat": 1, "lon": 2}"#, r#"{"lat": 1, "lon": 2, "lat": null}"#),
    ];
    for (name, first, second) in cases {
        for values in [
            [first, second],
            [second, first],
            [first, "null"],
            ["null", first],
        ] {
            head_agrees(
                &values
                    .map(|value| format!("\"{name}\": {value}"))
                    .join(", "),
            );
        }
        head_agrees(&format!("\"{name}\": {second}"));
    }
}
