//! A program that edits is killed at random moments (SIGKILL), again and again on one record: no
//! edit that it was told is durable is missing, and no file is broken.
//!
//! `NENPYO_KILLS` says how often; without it a few times, which take some seconds.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher as _;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, mpsc};
use std::time::Duration;

use serde_json::{Value, json};

use super::journal::{Base, Journal, read, replay};
use super::lock::Lock;
use super::{Change, Document, Edit, History, Label, What, backup, journal, lock, save};
use crate::document::storage::Disk;
use crate::format::Progress;
use crate::record::{EventIx, Timeline};

const FOLDER: &str = "NENPYO_TEST_FOLDER";
const SEED: &str = "NENPYO_TEST_SEED";
const THIS_TEST: &str =
    "document::killed::an_editing_program_that_is_killed_at_random_moments_loses_no_finished_edit";

/// Its events do not name each other, so that any may go.
const RECORD: &str = r#"{"format": "nenpyo/1", "title": "Killed", "events": [
    {"id": "a", "title": "A", "date": "1901"},
    {"title": "no id", "date": "1902"}
]}"#;

/// Where a test keeps everything.
struct Places {
    record: PathBuf,
    journal: PathBuf,
    lock: PathBuf,
    backups: PathBuf,
}

impl Places {
    fn within(folder: &Path) -> Self {
        let state = folder.join("state/record");
        Self {
            record: folder.join("record.json"),
            journal: state.join(journal::NAME),
            lock: state.join(lock::NAME),
            backups: folder.join("data/record"),
        }
    }

    fn open(&self) -> Document {
        let document = Document::open(&self.record, &Progress::new()).expect("the file is whole");
        assert_eq!(document.report.errors(), 0);
        document
    }
}

/// What a record says, in short; how it is laid out may differ.
fn digest(timeline: &Timeline) -> String {
    let value: Value = serde_json::from_slice(&timeline.to_bytes()).expect("JSON");
    super::Digest::of(value.to_string().as_bytes()).to_string()
}

/// The record that is there after a kill, and the draft.
fn recover(places: &Places) -> (Timeline, Option<String>) {
    let opened = Timeline::clone(&places.open().timeline);
    let Some(recovered) = read(&Disk, &places.journal).expect("a journal is never broken") else {
        return (opened, None);
    };
    let replayed = replay(opened, &recovered).expect("made on this file");
    assert_eq!(replayed.failed, []);
    let draft = recovered.drafts.iter().find(|(id, _)| **id == *"form");
    let draft = draft.and_then(|(_, form)| form["said"].as_str().map(str::to_owned));
    (replayed.timeline, draft)
}

#[test]
fn an_editing_program_that_is_killed_at_random_moments_loses_no_finished_edit() {
    // The program that is killed is this test itself, which is told where to edit.
    if let Some(folder) = std::env::var_os(FOLDER) {
        edit_until_killed(Path::new(&folder));
    }
    let kills = std::env::var("NENPYO_KILLS").ok();
    let kills: u64 = kills.and_then(|kills| kills.parse().ok()).unwrap_or(20);
    let folder = tempfile::tempdir().expect("a folder");
    let places = Places::within(folder.path());
    std::fs::write(&places.record, RECORD).expect("written");
    let random = RandomState::new();
    let (mut last, _) = recover(&places);
    let mut edits = 0;
    for run in 0..kills {
        let seed = random.hash_one(run);
        let mut child = Command::new(std::env::current_exe().expect("this test"))
            .args(["--exact", THIS_TEST, "--nocapture"])
            .env(FOLDER, folder.path())
            .env(SEED, seed.to_string())
            .stdout(Stdio::piped())
            .spawn()
            .expect("started");
        let (say, said) = mpsc::channel();
        let pipe = BufReader::new(child.stdout.take().expect("piped"));
        let listener = std::thread::spawn(move || {
            for line in pipe.lines().map_while(Result::ok) {
                // After the last run nobody listens.
                let _ = say.send(line);
            }
        });
        let mut lines = Vec::new();
        // One in four is killed while it starts.
        if seed % 4 > 0 {
            let first = said.iter().find(|line| line.starts_with("durable"));
            lines.push(first.expect("it edits"));
        }
        std::thread::sleep(Duration::from_micros(random.hash_one(seed) % 60_000));
        child.kill().expect("killed");
        let ended = child.wait().expect("gone");
        assert_eq!(ended.code(), None, "it did not end by itself, seed {seed}");
        listener.join().expect("listened");
        lines.extend(said.iter());
        // The lock is free, and nothing of a save stays behind.
        let lock = Lock::take(&places.lock, "the test").expect("free");
        if seed % 4 > 0 {
            let pid = lock.left_by().map(|holder| holder.pid);
            assert_eq!(pid, Some(child.id()));
        }
        save::sweep(&Disk, &places.record).expect("swept");
        for kept in backup::list(&Disk, &places.backups).expect("listed") {
            let opened = Document::open(&kept.path, &Progress::new());
            assert_eq!(opened.expect("it is whole").report.errors(), 0);
        }
        let words = lines.iter().filter_map(|line| line.split_once(' '));
        let mut may_be = vec![digest(&last)];
        for (word, digest) in words {
            match word {
                "will" => may_be.push(digest.to_owned()),
                "durable" => {
                    may_be = vec![digest.to_owned()];
                    edits += 1;
                }
                _ => {}
            }
        }
        assert!(may_be.len() <= 2, "one edit at a time");
        let (now, draft) = recover(&places);
        assert!(
            may_be.contains(&digest(&now)),
            "run {run}, seed {seed}: {lines:?}"
        );
        if lines.iter().any(|line| line.starts_with("durable")) {
            assert!(may_be.contains(&draft.expect("a form is open")));
        }
        last = now;
    }
    println!("{kills} kills, {edits} durable edits, none missing");
    assert!(kills < 4 || edits > 0);
    let left = std::fs::read_dir(folder.path()).expect("listed");
    assert!(left.count() <= 3, "the record, data and state");
}

fn edit_until_killed(folder: &Path) -> ! {
    let seed = std::env::var(SEED)
        .expect("a seed")
        .parse()
        .expect("a number");
    let places = Places::within(folder);
    let _lock = Lock::take(&places.lock, "the editor").expect("free");
    println!();
    let mut editor = Editor::open(&places, seed);
    let mut step = 0;
    loop {
        editor.step(step, &places);
        step += 1;
    }
}

struct Editor {
    timeline: Timeline,
    history: History<()>,
    journal: Journal,
    on_disk: Vec<u8>,
    seed: u64,
    random: u64,
}

impl Editor {
    fn open(places: &Places, seed: u64) -> Self {
        save::sweep(&Disk, &places.record).expect("swept");
        let document = places.open();
        let mut timeline = Timeline::clone(&document.timeline);
        let on_disk = timeline.original().to_vec();
        let base = Base::of(Some(&places.record), &on_disk, document.stamp);
        let mut history = History::default();
        let journal = match read(&Disk, &places.journal).expect("a journal") {
            None => Journal::start(Arc::new(Disk), &places.journal, base).expect("begun"),
            Some(recovered) => {
                let replayed = replay(timeline, &recovered).expect("made on this file");
                timeline = replayed.start;
                for edit in replayed.edits {
                    history.edit(&mut timeline, edit, ()).expect("made again");
                }
                assert_eq!(digest(&timeline), digest(&replayed.timeline));
                Journal::resume(Arc::new(Disk), &places.journal, &recovered).expect("resumed")
            }
        };
        Self {
            timeline,
            history,
            journal,
            on_disk,
            seed,
            random: seed | 1,
        }
    }

    /// A number below `most` (xorshift).
    fn below(&mut self, most: usize) -> usize {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        (self.random % most as u64) as usize
    }

    fn step(&mut self, step: usize, places: &Places) {
        let walks = self.below(4) == 0;
        let (label, named) = if walks {
            let points = self.history.entries().len() + 1;
            let point = self.below(points);
            let walked = self.history.go_to(&mut self.timeline, point);
            assert_eq!(walked.stopped, None);
            (None, walked.named)
        } else {
            let changes = vec![self.change(step)];
            let label = Label::several(What::Change, 1);
            let edit = Edit {
                label: label.clone(),
                changes,
            };
            let made = self.history.edit(&mut self.timeline, edit, ());
            (Some(label), made.expect("made").named)
        };
        let digest = digest(&self.timeline);
        println!("will {digest}");
        self.journal.edit(label.as_ref(), &named).expect("written");
        let form = json!({ "said": digest });
        self.journal.draft("form", form).expect("written");
        self.journal.sync().expect("durable");
        println!("durable {digest}");
        if self.below(6) == 0 {
            self.save(places);
        }
    }

    fn change(&mut self, step: usize) -> Change {
        let there: Vec<EventIx> = self.timeline.events().collect();
        let text = format!(
            r#"{{"id": "k{}-{step}", "title": "K", "date": "19{:02}"}}"#,
            self.seed,
            step % 100
        );
        let what = if there.len() > 20 { 2 } else { self.below(4) };
        let pick = self.below(there.len().max(1));
        match (what, there.get(pick)) {
            (0, Some(&event)) => Change::Replace {
                event,
                text: text.into(),
            },
            (2, Some(&event)) => Change::Remove(event),
            (_, after) => Change::Add {
                text: text.into(),
                after: after.copied(),
            },
        }
    }

    fn save(&mut self, places: &Places) {
        let bytes = self.timeline.to_bytes();
        let base = Base::of(Some(&places.record), &bytes, None);
        let mark = self.journal.mark();
        self.journal.saving(base, mark).expect("written");
        let now = chrono::Utc::now();
        backup::keep(&Disk, &places.backups, &self.on_disk, now).expect("kept");
        let stamp = save::save(&Disk, &places.record, &bytes).expect("saved");
        self.journal.saved(stamp).expect("written");
        self.on_disk = bytes;
    }
}
