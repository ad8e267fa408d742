use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use super::*;
use crate::document::lock::{self, Lock};
use crate::document::sample::{self, RECORD, open, written};
use crate::document::storage::Disk;
use crate::document::storage::slow::{Far, Line};
use crate::document::{History, backup, journal};
use crate::record::Timeline;

/// A record in a folder of its own, edited and kept.
struct Desk {
    folder: tempfile::TempDir,
    timeline: Timeline,
    history: History<()>,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("a.json"), RECORD).expect("written");
        Self {
            folder,
            timeline: open(),
            history: History::default(),
        }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("a.json")
    }

    fn folders(&self) -> Folders {
        Folders {
            data: self.folder.path().join("data"),
            state: self.folder.path().join("state"),
        }
    }

    fn keeper(&self, origin: Origin) -> Keeper {
        self.keeper_on(Arc::new(Disk), origin)
    }

    fn keeper_on(&self, storage: Arc<dyn Storage>, origin: Origin) -> Keeper {
        let stamp = origin.path().map(|path| Stamp::of(path).expect("a file"));
        let start = Start {
            left: None,
            origin,
            opened: self.timeline.snapshot(),
            stamp,
            folders: self.folders(),
            words: "a test".to_owned(),
        };
        Keeper::start(storage, start, Arc::new(|| {}))
    }

    fn edit(&mut self, keeper: &Keeper, number: usize) {
        let text = format!(r#"{{"id": "k{number}", "title": "K", "date": "1950"}}"#);
        let change = crate::document::Change::Add {
            text: text.into(),
            after: None,
        };
        let edit = sample::edit(vec![change]);
        let label = edit.label.clone();
        let made = self.history.edit(&mut self.timeline, edit, ());
        keeper.edit(Some(label), made.expect("made").named);
    }

    fn save(&self, keeper: &Keeper) {
        keeper.save(self.timeline.snapshot(), self.history.revision());
    }
}

fn next(keeper: &Keeper) -> Told {
    let start = Instant::now();
    loop {
        if let Some(told) = keeper.told() {
            return told;
        }
        assert!(start.elapsed() < Duration::from_secs(20), "nothing is told");
        std::thread::sleep(Duration::from_millis(1));
    }
}

fn text_of(path: &Path) -> String {
    fs::read_to_string(path).expect("a file")
}

#[test]
fn an_edit_is_durable_and_then_saved_and_the_version_before_is_kept() {
    let mut desk = Desk::new();
    let keeper = desk.keeper(Origin::File(desk.file()));
    assert!(matches!(next(&keeper), Told::Begun { is_copy: false, .. }));
    desk.edit(&keeper, 0);
    assert!(matches!(next(&keeper), Told::Durable(1)));
    assert_eq!(text_of(&desk.file()), RECORD, "it is not saved by itself");
    desk.save(&keeper);
    let revision = desk.history.revision();
    let saved = next(&keeper);
    assert!(matches!(saved, Told::Saved { revision: now, .. } if now == revision));
    assert_eq!(text_of(&desk.file()), written(&desk.timeline));
    let versions = backup::folder_of(&desk.folders().data.join("versions"), &desk.file());
    let kept = backup::list(&Disk, &versions).expect("listed");
    assert_eq!(kept.len(), 1);
    assert_eq!(text_of(&kept[0].path), RECORD);
    let rest = keeper.finish();
    assert!(rest.is_empty(), "{rest:?}");
    let kept = backup::folder_of(&desk.folders().state, &desk.file());
    assert!(!kept.join(journal::NAME).exists(), "nothing is unsaved");
}

#[test]
fn what_was_asked_for_last_is_done_before_the_end() {
    let mut desk = Desk::new();
    let keeper = desk.keeper(Origin::File(desk.file()));
    for number in 0..20 {
        desk.edit(&keeper, number);
        desk.save(&keeper);
    }
    let told = keeper.finish();
    let revision = desk.history.revision();
    let is_last =
        |told: &Told| matches!(told, Told::Saved { revision: now, .. } if *now == revision);
    assert!(told.iter().any(is_last), "{told:?}");
    assert_eq!(text_of(&desk.file()), written(&desk.timeline));
}

#[test]
fn the_first_edit_of_the_bundled_record_makes_a_copy_of_a_name_of_its_own() {
    let mut desk = Desk::new();
    for name in ["east-asia.json", "east-asia 2.json"] {
        let keeper = desk.keeper(Origin::Bundled);
        let Told::Begun { path, is_copy, .. } = next(&keeper) else {
            panic!("it begins");
        };
        assert!(
            is_copy && path.ends_with(Path::new("data").join(name)),
            "{path:?}"
        );
        let opened = String::from_utf8(desk.timeline.snapshot().original().to_vec());
        assert_eq!(text_of(&path), opened.expect("text"));
        desk.edit(&keeper, usize::from(name.len() > 14));
        keeper.finish();
    }
}

#[test]
fn a_file_that_another_program_changed_is_not_saved_over() {
    let mut desk = Desk::new();
    let keeper = desk.keeper(Origin::File(desk.file()));
    next(&keeper);
    desk.edit(&keeper, 0);
    next(&keeper);
    let theirs = RECORD.replace("title", "titel");
    fs::write(desk.file(), &theirs).expect("written");
    desk.save(&keeper);
    assert!(matches!(
        next(&keeper),
        Told::NotSaved(NotSaved::Changed { .. })
    ));
    assert_eq!(text_of(&desk.file()), theirs);
    // The same bytes with another time are no change.
    fs::write(desk.file(), RECORD).expect("written");
    desk.save(&keeper);
    assert!(matches!(next(&keeper), Told::Saved { .. }));
}

/// What another program makes of the record, and the edit of it that is ours.
fn onto(theirs: &str) -> (Onto, Timeline) {
    let mut timeline = crate::format::native::read(theirs.to_owned())
        .expect("a record")
        .timeline;
    let opened = timeline.snapshot();
    let text = r#"{"id": "ours", "title": "K", "date": "1950"}"#.into();
    let edit = sample::edit(vec![crate::document::Change::Add { text, after: None }]);
    let label = edit.label.clone();
    let made = History::default().edit(&mut timeline, edit, ());
    let onto = Onto {
        opened,
        stamp: None,
        label,
        changes: made.expect("made").named,
    };
    (onto, timeline)
}

#[test]
fn a_keeper_goes_on_with_the_file_as_another_program_left_it() {
    let mut desk = Desk::new();
    let keeper = desk.keeper(Origin::File(desk.file()));
    next(&keeper);
    desk.edit(&keeper, 0);
    next(&keeper);
    let theirs = RECORD.replace("1903", "1904");
    fs::write(desk.file(), &theirs).expect("written");
    let (onto, merged) = onto(&theirs);
    keeper.rebase(onto);
    assert!(matches!(next(&keeper), Told::Durable(2)));
    let kept = backup::folder_of(&desk.folders().state, &desk.file());
    let journal = journal::read(&Disk, &kept.join(journal::NAME)).expect("whole");
    let journal = journal.expect("a journal");
    assert_eq!(journal.edits().count(), 1);
    let opened = crate::format::native::read(theirs.clone()).expect("a record");
    let replayed = journal::replay(opened.timeline, &journal).expect("made on theirs");
    assert_eq!(written(&replayed.timeline), written(&merged));
    keeper.save(merged.snapshot(), desk.history.revision());
    assert!(matches!(next(&keeper), Told::Saved { .. }));
    assert_eq!(text_of(&desk.file()), written(&merged));
    let versions = backup::folder_of(&desk.folders().data.join("versions"), &desk.file());
    let versions = backup::list(&Disk, &versions).expect("listed");
    assert_eq!(text_of(&versions[0].path), theirs, "it was not ours");
    assert!(keeper.finish().is_empty());
    assert!(!kept.join(journal::NAME).exists(), "nothing is unsaved");
}

#[test]
fn a_keeper_that_has_not_begun_begins_with_the_file_as_another_program_left_it() {
    let mut desk = Desk::new();
    let kept = backup::folder_of(&desk.folders().state, &desk.file());
    let other = Lock::take(&kept.join(lock::NAME), "another window").expect("free");
    let keeper = desk.keeper(Origin::File(desk.file()));
    assert!(matches!(next(&keeper), Told::NotBegun(_)));
    desk.edit(&keeper, 0);
    desk.save(&keeper);
    let theirs = RECORD.replace("1903", "1904");
    fs::write(desk.file(), &theirs).expect("written");
    let (onto, merged) = onto(&theirs);
    keeper.rebase(onto);
    drop(other);
    keeper.try_again();
    assert!(matches!(next(&keeper), Told::Begun { .. }));
    assert!(matches!(next(&keeper), Told::Durable(2)));
    assert_eq!(text_of(&desk.file()), theirs, "what was to be saved is old");
    keeper.save(merged.snapshot(), desk.history.revision());
    assert!(matches!(next(&keeper), Told::Saved { .. }));
    assert_eq!(text_of(&desk.file()), written(&merged));
    keeper.finish();
}

#[test]
fn a_record_that_is_edited_elsewhere_is_kept_as_soon_as_the_other_is_gone() {
    let mut desk = Desk::new();
    let kept = backup::folder_of(&desk.folders().state, &desk.file());
    let other = Lock::take(&kept.join(lock::NAME), "another window").expect("free");
    let keeper = desk.keeper(Origin::File(desk.file()));
    let Told::NotBegun(error) = next(&keeper) else {
        panic!("it is locked")
    };
    assert!(error.to_string().contains("another window"), "{error}");
    desk.edit(&keeper, 0);
    desk.save(&keeper);
    drop(other);
    keeper.try_again();
    assert!(matches!(next(&keeper), Told::Begun { .. }));
    let told = keeper.finish();
    assert!(
        told.iter().any(|told| matches!(told, Told::Saved { .. })),
        "{told:?}"
    );
    assert_eq!(text_of(&desk.file()), written(&desk.timeline));
}

#[test]
fn what_could_not_be_saved_is_saved_when_it_is_asked_for_again() {
    let mut desk = Desk::new();
    let keeper = desk.keeper(Origin::File(desk.file()));
    next(&keeper);
    desk.edit(&keeper, 0);
    next(&keeper);
    // A folder has the file's name now.
    let aside = desk.folder.path().join("aside.json");
    fs::rename(desk.file(), &aside).expect("moved");
    fs::create_dir(desk.file()).expect("made");
    desk.save(&keeper);
    let Told::NotSaved(error) = next(&keeper) else {
        panic!("it is a folder")
    };
    assert!(error.to_string().contains("is a folder now"), "{error}");
    fs::remove_dir(desk.file()).expect("removed");
    desk.save(&keeper);
    assert!(matches!(next(&keeper), Told::Saved { .. }));
    assert_eq!(text_of(&desk.file()), written(&desk.timeline));
}

#[test]
fn a_keeper_that_is_dropped_lets_go_of_the_record() {
    let mut desk = Desk::new();
    let keeper = desk.keeper(Origin::File(desk.file()));
    next(&keeper);
    desk.edit(&keeper, 0);
    next(&keeper);
    drop(keeper);
    let kept = backup::folder_of(&desk.folders().state, &desk.file());
    let start = Instant::now();
    while Lock::take(&kept.join(lock::NAME), "the next").is_err() {
        assert!(
            start.elapsed() < Duration::from_secs(20),
            "it is still held"
        );
        std::thread::sleep(Duration::from_millis(1));
    }
    let left = journal::read(&Disk, &kept.join(journal::NAME)).expect("whole");
    assert_eq!(left.expect("a journal").edits().count(), 1);
}

#[test]
fn the_end_does_not_wait_for_a_disk_that_hangs_and_the_journal_has_the_edit() {
    let mut desk = Desk::new();
    let line = Arc::new(Line::default());
    let far = Far::new(desk.file(), Arc::clone(&line));
    let keeper = desk.keeper_on(Arc::new(far), Origin::File(desk.file()));
    assert!(matches!(next(&keeper), Told::Begun { .. }));
    line.hang(true);
    desk.edit(&keeper, 0);
    assert!(matches!(next(&keeper), Told::Durable(1)));
    desk.save(&keeper);
    let told = keeper.finish_within(Duration::from_millis(30));
    assert!(told.is_empty(), "{told:?}");
    assert_eq!(text_of(&desk.file()), RECORD, "it is as it was");
    let kept = backup::folder_of(&desk.folders().state, &desk.file());
    let left = journal::read(&Disk, &kept.join(journal::NAME)).expect("whole");
    assert_eq!(left.expect("a journal").edits().count(), 1);
    line.hang(false);
}
