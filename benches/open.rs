//! Opening a record, from its bytes to heads and index, against `serde_json::Value` on the same
//! bytes in the same run.
//!
//! `cargo bench --bench open`. Memory is the resident size that the record and its index add.

use std::hint::black_box;
use std::time::Instant;

use nenpyo::format::{native, sample};
use nenpyo::index::{Grouping, Index};

const SEED: u64 = 1972;

fn main() {
    for events in [100_000, 1_000_000] {
        let text = sample::record(events, SEED);
        let megabytes = text.len() as f64 / 1e6;
        let value_s = (events <= 100_000).then(|| {
            best(5, || {
                let value: serde_json::Value =
                    serde_json::from_slice(text.as_bytes()).expect("JSON");
                black_box(&value);
            })
        });
        let rounds = if events <= 100_000 { 5 } else { 2 };
        let ours_s = best(rounds, || {
            let opened = native::read(text.clone()).expect("a record");
            black_box(Index::build(&opened.timeline, Grouping::Pair, None));
        });
        let before = resident_mb();
        let opened = native::read(text.clone()).expect("a record");
        let index = Index::build(&opened.timeline, Grouping::Pair, None);
        let held = resident_mb()
            .zip(before)
            .map(|(after, before)| after - before);
        black_box((&opened, &index));
        println!("{events:>9} events, {megabytes:.0} MB: open and index {ours_s:.2} s");
        if let Some(value_s) = value_s {
            println!(
                "          serde_json::Value {value_s:.2} s: ratio {:.2}",
                ours_s / value_s
            );
        }
        if let Some(held) = held {
            println!(
                "          holds {held:.0} MB: {:.2}x the file",
                held / megabytes
            );
        }
    }
}

/// The shortest of some runs, in seconds.
fn best(rounds: usize, mut work: impl FnMut()) -> f64 {
    let mut best = f64::INFINITY;
    for _ in 0..rounds {
        let start = Instant::now();
        work();
        best = best.min(start.elapsed().as_secs_f64());
    }
    best
}

/// The program's resident memory in MB, where the system tells it.
fn resident_mb() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    line.split_whitespace()
        .nth(1)?
        .parse::<f64>()
        .ok()
        .map(|kilobytes| kilobytes / 1e3)
}
