mod power;
mod told;

use proptest::prelude::*;
use serde_json::json;

use super::super::sample::{self, RECORD, edits, open, written};
use super::recovered::parse;
use super::*;
use crate::document::storage::Disk;
use crate::document::storage::faulty::{Fault, Faulty, Loss};
use crate::document::{Digest, Edit, History, What};
use crate::format::native::read as read_record;
use crate::record::Timeline;

const PATH: &str = "/state/a/journal";

fn disk() -> Faulty {
    Faulty::with_folders(&["/", "/state"])
}

fn base(bytes: &str) -> Base {
    Base::of(Some(Path::new("/home/a.json")), bytes.as_bytes(), None)
}

fn start(disk: &Faulty) -> Journal {
    Journal::start(Arc::new(disk.clone()), Path::new(PATH), base(RECORD)).expect("begun")
}

fn bytes_of(disk: &Faulty) -> Vec<u8> {
    disk.peek(PATH).expect("a journal").0
}

fn recovered(bytes: &[u8]) -> Recovered {
    parse(Path::new(PATH), bytes).expect("a journal")
}

/// A record that is edited, with a history and a journal.
struct Session {
    timeline: Timeline,
    history: History<()>,
    journal: Journal,
    disk: Faulty,
    /// The file on the disk.
    saved: String,
    /// The record after so many bytes of the journal.
    states: Vec<(usize, String)>,
}

impl Session {
    fn new() -> Self {
        let disk = disk();
        let journal = start(&disk);
        let mut session = Self {
            timeline: open(),
            history: History::default(),
            journal,
            disk,
            saved: RECORD.to_owned(),
            states: Vec::new(),
        };
        session.note();
        session
    }

    fn note(&mut self) {
        let state = (bytes_of(&self.disk).len(), written(&self.timeline));
        self.states.push(state);
    }

    fn edit(&mut self, numbers: &[sample::Numbers]) {
        let change = |numbers: &sample::Numbers| sample::change(&self.timeline, *numbers);
        let edit = sample::edit(numbers.iter().map(change).collect());
        let label = edit.label.clone();
        let before = self.timeline.clone();
        if let Ok(made) = self.history.edit(&mut self.timeline, edit, ()) {
            self.journal
                .edit(Some(&label), &made.named)
                .expect("written");
            self.note();
        } else {
            // The removed events that a failed edit may leave are nothing that a user can point at.
            self.timeline = before;
        }
    }

    fn walk(&mut self, to: prop::sample::Index) {
        let points = self.history.entries().len() + 1;
        self.go_to(to.index(points));
    }

    fn go_to(&mut self, point: usize) {
        let walked = self.history.go_to(&mut self.timeline, point);
        assert_eq!(walked.stopped, None);
        if !walked.named.is_empty() {
            self.journal.edit(None, &walked.named).expect("written");
            self.note();
        }
    }

    /// Saves; with `and_tells` the journal is told of it.
    fn save(&mut self, and_tells: bool) {
        self.saved = written(&self.timeline);
        let mark = self.journal.mark();
        self.journal
            .saving(base(&self.saved), mark)
            .expect("written");
        if and_tells {
            self.journal.saved(Stamp::new(0, None)).expect("written");
            self.states.clear();
        }
        self.note();
    }
}

/// The record that a journal leads to from a file.
fn replayed(file: &str, recovered: &Recovered) -> String {
    let opened = read_record(file.to_owned()).expect("a record").timeline;
    let replayed = replay(opened, recovered).expect("made on this file");
    assert_eq!(replayed.failed, []);
    // The edits are good for a history, too.
    let mut timeline = replayed.start;
    let mut history = History::default();
    for edit in replayed.edits {
        history.edit(&mut timeline, edit, ()).expect("made again");
    }
    let result = written(&replayed.timeline);
    assert_eq!(written(&timeline), result);
    result
}

/// What a record says, however it is laid out.
fn value(text: &str) -> serde_json::Value {
    serde_json::from_str(text).expect("JSON")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn a_journal_that_was_cut_anywhere_gives_the_record_after_its_last_whole_edit(
        edits in edits(16),
        walks in prop::collection::vec(any::<Option<prop::sample::Index>>(), 16),
        cuts in prop::collection::vec(any::<prop::sample::Index>(), 8),
    ) {
        let mut session = Session::new();
        for (numbers, walk) in edits.iter().zip(walks) {
            session.edit(numbers);
            if let Some(to) = walk {
                session.walk(to);
            }
        }
        let bytes = bytes_of(&session.disk);
        let (head, _) = session.states[0];
        for cut in cuts.iter().map(|cut| cut.index(bytes.len() + 1)).chain([bytes.len()]) {
            if cut < head {
                let refused = parse(Path::new(PATH), &bytes[..cut]);
                let is_told = matches!(refused, Err(ReadError::NotAJournal { .. }));
                prop_assert!(is_told);
                continue;
            }
            let recovered = recovered(&bytes[..cut]);
            let (end, expected) = session.states.iter().rfind(|(end, _)| *end <= cut).expect("some");
            prop_assert_eq!(&replayed(RECORD, &recovered), expected);
            let torn = Torn { at: *end as u64, bytes: (cut - end) as u64 };
            prop_assert_eq!(recovered.torn, (cut > *end).then_some(torn));
        }
    }

    #[test]
    fn edits_before_and_after_saves_are_found_in_whichever_file_is_there(
        edits in edits(16),
        after in prop::collection::vec((0..8_u8, any::<prop::sample::Index>()), 16),
    ) {
        let mut session = Session::new();
        for (numbers, (what, to)) in edits.iter().zip(after) {
            session.edit(numbers);
            let before = session.saved.clone();
            match what {
                0 => session.save(true),
                1 => session.save(false),
                2..5 => session.walk(to),
                _ => {}
            }
            let recovered = recovered(&bytes_of(&session.disk));
            let now = written(&session.timeline);
            prop_assert_eq!(value(&replayed(&session.saved, &recovered)), value(&now));
            if what == 1 {
                // The program may have died before the file was replaced.
                prop_assert_eq!(value(&replayed(&before, &recovered)), value(&now));
            }
        }
    }
}

/// An edit with a number, which adds an event.
fn add(timeline: &mut Timeline, number: usize) -> (Label, Vec<Named>) {
    let text = format!(r#"{{"id": "k{number}", "title": "K", "date": "1950"}}"#);
    let change = super::super::Change::Add {
        text: text.into(),
        after: None,
    };
    let edit: Edit = sample::edit(vec![change]);
    let made = super::super::make(timeline, &edit.changes).expect("made");
    (edit.label, made.named)
}

#[test]
fn whichever_call_fails_no_durable_edit_is_missing_and_to_try_again_repairs_it() {
    for fault in Fault::ERRORS.into_iter().chain([Fault::Crash]) {
        let mut call = 0;
        loop {
            let disk = disk();
            let mut journal = start(&disk);
            let (mut timeline, mut file) = (open(), RECORD.to_owned());
            disk.fail_at(call, fault);
            let said = format!("{fault:?} {call}");
            let mut looks = 0;
            for number in 0..6 {
                let (label, named) = add(&mut timeline, number);
                let _ = journal.edit(Some(&label), &named);
                let _ = journal.draft("form", json!({ "number": number }));
                if number % 3 == 2 {
                    let saving = written(&timeline);
                    let mark = journal.mark();
                    if journal.saving(base(&saving), mark).is_ok() {
                        file = saving;
                        let _ = journal.saved(Stamp::new(0, None));
                    }
                }
                // What is before the fault is looked at with an earlier one.
                let is_after = disk.calls().len() > call;
                if journal.sync().is_ok() && is_after && looks < 2 {
                    looks += 1;
                    for loss in Loss::all() {
                        let left = disk.after_crash(loss);
                        let recovered = recovered(&bytes_of(&left));
                        let now = written(&timeline);
                        assert_eq!(
                            value(&replayed(&file, &recovered)),
                            value(&now),
                            "{said} {loss:?}"
                        );
                        assert_eq!(recovered.drafts[0].1, json!({ "number": number }), "{said}");
                    }
                }
            }
            assert!(fault == Fault::Crash || journal.sync().is_ok(), "{said}");
            for loss in Loss::all() {
                let left = disk.after_crash(loss);
                let recovered = recovered(&bytes_of(&left));
                let opened = read_record(file.clone()).expect("a record").timeline;
                let replayed = replay(opened, &recovered);
                assert!(
                    replayed.is_ok_and(|replayed| replayed.failed.is_empty()),
                    "{said}"
                );
            }
            if call >= disk.calls().len() {
                break;
            }
            call += 1;
        }
        assert!(call > 30, "every call failed once: {call}");
    }
}

#[test]
fn an_edit_made_while_the_bytes_of_a_save_were_made_is_not_lost_with_it() {
    let disk = disk();
    let mut journal = start(&disk);
    let mut timeline = open();
    let mut edit = |journal: &mut Journal, number| {
        let (label, named) = add(&mut timeline, number);
        journal.edit(Some(&label), &named).expect("written");
        written(&timeline)
    };
    let file = edit(&mut journal, 0);
    let mark = journal.mark();
    edit(&mut journal, 1);
    let now = edit(&mut journal, 2);
    journal.saving(base(&file), mark).expect("written");
    // The program dies after the save and before the journal is told, or after that.
    let same = |journal: &[u8]| {
        let recovered = recovered(journal);
        assert_eq!(value(&replayed(&file, &recovered)), value(&now));
        let from_the_old = replayed(RECORD, &recovered);
        (from_the_old, recovered.edits().count())
    };
    let (from_the_old, edits) = same(&bytes_of(&disk));
    assert_eq!((value(&from_the_old), edits), (value(&now), 3));
    journal.saved(Stamp::new(0, None)).expect("written");
    let left = bytes_of(&disk);
    assert_eq!(recovered(&left).edits().count(), 2);
    assert_eq!(value(&replayed(&file, &recovered(&left))), value(&now));
}
