//! Settings on a real disk: two programs at once, what fails, and what is told of it.

use super::super::Place;
use super::*;

fn with_theme(theme: &str) -> Settings {
    Settings {
        theme: theme.into(),
        ..Settings::default()
    }
}

fn open(folder: &Path) -> (SettingsFile, Settings) {
    SettingsFile::open(folder, Arc::new(|| {}))
}

#[test]
fn settings_are_there_in_the_next_run_and_nothing_else_is_left() {
    let folder = tempfile::tempdir().expect("a folder");
    let nested = folder.path().join("not yet made");
    let (mut file, settings) = open(&nested);
    assert_eq!(settings, Settings::default());
    file.save(&with_theme("dark"));
    file.save(&with_theme("projector"));
    drop(file);
    assert_eq!(open(&nested).1.theme, "projector");
    let names = fs::read_dir(&nested).expect("a folder");
    assert_eq!(names.count(), 1);
}

#[test]
fn a_file_is_replaced_whole_or_not_at_all() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(NAME);
    // Larger than what a disk writes at once, so that half of it could be seen.
    let texts = ["a", "b"].map(|letter| letter.repeat(1 << 20));
    replace(&path, texts[0].as_bytes()).expect("written");
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for turn in 0..20 {
                replace(&path, texts[turn % 2].as_bytes()).expect("written");
            }
        });
        for _ in 0..50 {
            let seen = fs::read_to_string(&path).expect("always there");
            assert!(texts.contains(&seen), "{} bytes", seen.len());
        }
    });
}

#[test]
fn what_cannot_be_written_leaves_the_old_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(NAME);
    fs::create_dir(&path).expect("a folder in its place");
    assert!(replace(&path, b"{}").is_err());
    assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 1);
}

#[test]
fn two_programs_keep_each_others_changes() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut one, settings) = open(folder.path());
    let (mut other, _) = open(folder.path());
    one.save(&with_theme("dark"));
    one.wait();
    other.save(&Settings {
        tone: true,
        ..settings
    });
    drop((one, other));
    let (_, read) = open(folder.path());
    assert_eq!(read.theme, "dark");
    assert!(read.tone);
}

#[test]
fn a_save_waits_for_no_other_and_the_last_wish_is_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    // What a program that died left holds a save up for a second.
    fs::write(folder.path().join("settings.lock"), "").expect("written");
    let (mut file, _) = open(folder.path());
    let start = std::time::Instant::now();
    file.save(&with_theme("dark"));
    file.save(&with_theme("projector"));
    file.save(&with_theme("light"));
    assert!(start.elapsed() < Duration::from_millis(200));
    drop(file);
    assert_eq!(open(folder.path()).1.theme, "light");
}

#[test]
fn a_save_that_failed_is_tried_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(NAME);
    let (mut file, _) = open(folder.path());
    fs::create_dir(&path).expect("a folder in its place");
    file.save(&with_theme("dark"));
    file.wait();
    fs::remove_dir(&path).expect("removed");
    file.save(&with_theme("dark"));
    drop(file);
    assert_eq!(open(folder.path()).1.theme, "dark");
}

#[test]
fn that_a_save_failed_is_told_once_until_one_goes_well() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(NAME);
    let (tell, woken) = channel();
    let wake: Wake = Arc::new(move || tell.send(()).expect("somebody waits"));
    let (mut file, _) = SettingsFile::open(folder.path(), wake);
    let mut save = |theme: &str| {
        file.save(&with_theme(theme));
        woken.recv().expect("a save ends");
        file.failure().map(|error| error.kind())
    };
    fs::create_dir(&path).expect("a folder in its place");
    assert!(save("dark").is_some());
    assert_eq!(save("projector"), None);
    fs::remove_dir(&path).expect("removed");
    assert_eq!(save("dark"), None);
    fs::remove_file(&path).expect("removed");
    fs::create_dir(&path).expect("a folder in its place again");
    assert!(save("light").is_some());
}

#[test]
fn a_save_that_had_to_wait_begins_when_the_other_has_ended() {
    let folder = tempfile::tempdir().expect("a folder");
    let (tell, woken) = channel();
    let wake: Wake = Arc::new(move || tell.send(()).expect("somebody waits"));
    let (mut file, _) = SettingsFile::open(folder.path(), wake);
    file.save(&with_theme("dark"));
    file.next = Some(with_theme("light"));
    for _ in 0..2 {
        woken.recv().expect("a save ends");
        assert!(file.failure().is_none());
    }
    assert_eq!(open(folder.path()).1.theme, "light");
}

#[test]
fn a_file_that_was_spoilt_meanwhile_takes_nothing_with_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(NAME);
    let mut settings = Settings::default();
    settings.remember_file("a.json".into());
    for spoilt in ["", "{\"recent\": [", "[]", "{\"recent\": 7}", "{}"] {
        let (mut file, _) = open(folder.path());
        file.save(&settings);
        file.wait();
        fs::write(&path, spoilt).expect("written");
        settings.tone = !settings.tone;
        file.save(&settings);
        drop(file);
        assert_eq!(open(folder.path()).1, settings, "{spoilt}");
    }
}

#[test]
fn settings_that_cannot_be_read_are_kept_and_told_of() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(NAME);
    fs::write(&path, "{\"theme\": \"dark\", \"recent\": [").expect("written");
    let (mut file, settings) = open(folder.path());
    assert_eq!(settings, Settings::default());
    let aside = file.take_spoilt().expect("it is told");
    assert_eq!(file.take_spoilt(), None);
    file.save(&with_theme("dark"));
    drop(file);
    let kept = fs::read_to_string(aside).expect("kept");
    assert!(kept.starts_with("{\"theme\": \"dark\""));
    // A byte order mark spoils nothing.
    let text = fs::read_to_string(&path).expect("saved");
    fs::write(&path, format!("\u{FEFF}{text}")).expect("written");
    let (mut file, settings) = open(folder.path());
    assert_eq!(
        (settings.theme.as_str(), file.take_spoilt()),
        ("dark", None)
    );
}

#[test]
fn two_programs_that_save_at_once_lose_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut one, mut settings) = open(folder.path());
    let (mut other, mut theirs) = open(folder.path());
    for turn in 0..12u8 {
        settings.scale = 1.0 + f32::from(turn % 4) / 4.0;
        theirs.places.insert(
            turn.to_string(),
            Place {
                start_s: 0.0,
                end_s: 1.0,
                selected: None,
            },
        );
        one.save(&settings);
        other.save(&theirs);
        one.wait();
        other.wait();
        let (_, read) = open(folder.path());
        assert_eq!(read.scale, settings.scale, "{turn}");
        assert_eq!(read.places, theirs.places, "{turn}");
    }
}

#[test]
fn a_turn_that_a_dead_program_left_is_taken_over() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("settings.lock"), "").expect("written");
    let (mut file, _) = open(folder.path());
    file.save(&with_theme("dark"));
    drop(file);
    assert_eq!(open(folder.path()).1.theme, "dark");
    assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 1);
}
