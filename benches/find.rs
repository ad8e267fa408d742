//! Finding a person in a record whose people have names in several languages.
//!
//! `cargo bench --bench find`. The events are a sample's, each with two of the people who held an
//! office in the bundled record, one by the first of the names, one by the last; the bands are
//! that record's, all of them.

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Instant as Clock;

use nenpyo::format::{native, sample};
use nenpyo::index::Search;
use nenpyo::record::{Person, Timeline, people};

const SEED: u64 = 1972;
const BUNDLED: &str = include_str!("../data/east-asia.json");

/// From the names of nearly all to that of one.
const WORDS: [&str; 8] = ["t", "xi", "tan", "Tanaka", "习", "習近平", "시진핑", "zzz"];

fn read(record: String) -> Timeline {
    native::read(record)
        .expect("the bench's own record")
        .timeline
}

/// A sample with the bundled record's bands, and two of their people in each event.
fn with_people(events: usize) -> Timeline {
    let bundled = read(BUNDLED.to_owned());
    let holders = people(bundled.bands());
    let names: Vec<_> = holders.iter().map(Person::names).collect();
    let first = |at: usize| names[at % names.len()].first().map_or("", |name| name.0);
    let last = |at: usize| names[at % names.len()].last().map_or("", |name| name.0);
    let (before, bands) = BUNDLED.split_once("\"bands\": [").expect("bands");
    let end = bands.find("\n  ]").expect("their end");
    assert!(before.contains("\"events\": ["));
    let sample = sample::record(events, SEED);
    let (events, rest) = sample.split_once("\"bands\": [").expect("bands");
    let (_, stories) = rest.split_once("\n  ],").expect("their end");
    let mut text = String::with_capacity(sample.len() * 2);
    for (at, part) in events.split("\"importance\":").enumerate() {
        if at > 0 {
            let (one, other) = (first(at), last(at * 7));
            write!(
                text,
                "\"people\": [\"{one}\", \"{other}\"], \"importance\":"
            )
            .expect("a string");
        }
        text.push_str(part);
    }
    write!(text, "\"bands\": [{}\n  ],{stories}", &bands[..end]).expect("a string");
    read(text)
}

/// Milliseconds of a search, the median of so many, and how many events it finds.
fn find(timeline: &Timeline, words: &str, rounds: usize) -> (f64, usize) {
    let mut count = 0;
    let mut times: Vec<f64> = (0..rounds)
        .map(|_| {
            let start = Clock::now();
            count = black_box(Search::new(words).all(timeline)).len();
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    (times[times.len() / 2], count)
}

fn main() {
    let bundled = read(BUNDLED.to_owned());
    let sample = with_people(10_000);
    println!("{} bands", sample.bands().len());
    for words in WORDS {
        let (of_bundled, some) = find(&bundled, words, 9);
        let (of_sample, many) = find(&sample, words, 3);
        println!(
            "find {words}: bundled {of_bundled:.2} ms ({some} found), \
             10,000 events {of_sample:.1} ms ({many} found)"
        );
    }
}
