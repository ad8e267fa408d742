//! Opening a record, from its bytes to heads and index, against `serde_json::Value` on the same
//! bytes in the same run; and what an open record takes in memory.
//!
//! `cargo bench --bench open`. Memory is a process of its own for each size, which opens the file
//! as the program does, so that nothing that was freed before is counted as free: what it holds
//! when the record stands open, and the most it ever held.

use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use nenpyo::document::Document;
use nenpyo::format::{Progress, native, sample};
use nenpyo::index::{Grouping, Index};

const SEED: u64 = 1972;
/// Names the file that a child process opens to tell its memory.
const CHILD: &str = "NENPYO_BENCH_OPEN";

fn main() {
    if let Some(path) = std::env::var_os(CHILD) {
        return tell_memory(Path::new(&path));
    }
    for events in [100_000, 1_000_000] {
        let text = sample::record(events, SEED);
        let megabytes = text.len() as f64 / 1e6;
        let rounds = if events <= 100_000 { 5 } else { 2 };
        let ours_s = best(rounds, || {
            let opened = native::read(text.clone()).expect("a record");
            black_box(Index::build(&opened.timeline, Grouping::Pair, None));
        });
        println!("{events:>9} events, {megabytes:.0} MB: open and index {ours_s:.2} s");
        if events <= 100_000 {
            let value_s = best(rounds, || {
                let value: serde_json::Value =
                    serde_json::from_slice(text.as_bytes()).expect("JSON");
                black_box(&value);
            });
            println!(
                "          serde_json::Value {value_s:.2} s: ratio {:.2}",
                ours_s / value_s
            );
        }
        let file = tempfile::NamedTempFile::new().expect("a temporary file");
        std::fs::write(file.path(), &text).expect("written");
        drop(text);
        let told = Command::new(std::env::current_exe().expect("a path"))
            .env(CHILD, file.path())
            .output()
            .expect("a child process");
        let told = String::from_utf8_lossy(&told.stdout);
        let figures: Vec<f64> = told.split_whitespace().flat_map(str::parse).collect();
        if let [held, most] = figures[..] {
            println!(
                "          holds {held:.0} MB: {:.2}x the file; while opening at most {most:.0} MB: {:.2}x",
                held / megabytes,
                most / megabytes
            );
        }
    }
}

/// Opens a file and prints what this process holds and the most it held, in MB.
fn tell_memory(path: &Path) {
    let document = Document::open(path, &Progress::default()).expect("a record");
    let index = Index::build(&document.timeline, Grouping::Pair, None);
    black_box((&document, &index));
    if let (Some(held), Some(most)) = (memory_mb("VmRSS:"), memory_mb("VmHWM:")) {
        println!("{held} {most}");
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

/// A figure of this process' memory in MB, where the system tells it.
fn memory_mb(name: &str) -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with(name))?;
    let kilobytes = line.split_whitespace().nth(1)?.parse::<f64>().ok()?;
    Some(kilobytes * 1.024 / 1e3)
}
