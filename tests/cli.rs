//! The program as a shell sees it: arguments in; lines, files and exit codes out. No display.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// A record with two errors and one warning, whose places are known.
const BAD: &str = r#"{
  "format": "nenpyo/1",
  "title": "Bad",
  "events": [
    {"id": "good", "title": "Good", "date": "1972-09-29"},
    {"id": "late", "title": "No such day", "date": "1972-02-30"},
    {"id": "名", "title": "年", "date": "1972", "kind": "sumit"},
    {"id": "none", "date": "1973"}
  ]
}
"#;
const GOOD: &str = r#"{"format": "nenpyo/1", "title": "Good", "events": [
  {"id": "a", "title": "One <day>", "date": "1972-09-29", "kind": "treaty"}]}"#;

fn nenpyo() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nenpyo"));
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "NENPYO_LOG"] {
        command.env_remove(name);
    }
    command
}

fn run(arguments: &[&str], folder: &Path) -> Output {
    nenpyo()
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .expect("the program starts")
}

fn run_on(input: &str, arguments: &[&str]) -> Output {
    let mut child = nenpyo()
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("it is piped");
    stdin
        .write_all(input.as_bytes())
        .expect("the program reads");
    drop(stdin);
    child.wait_with_output().expect("the program ends")
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("standard output is text")
}

fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("standard error is text")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("it was not killed")
}

/// A folder with a good and a bad record.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("good.json"), GOOD).expect("written");
    fs::write(folder.path().join("bad.json"), BAD).expect("written");
    folder
}

fn bundled() -> String {
    concat!(env!("CARGO_MANIFEST_DIR"), "/data/east-asia.json").to_owned()
}

#[test]
fn check_says_nothing_of_a_good_record() {
    let folder = folder();
    let checked = run(&["check", "good.json"], folder.path());
    assert_eq!((out(&checked), code(&checked)), ("", 0));
    assert_eq!(err(&checked), "nenpyo: 1 file: no errors, no warnings\n");
    assert_eq!(code(&run(&["check", &bundled()], folder.path())), 0);
}

#[test]
fn check_names_file_line_and_column() {
    let folder = folder();
    let checked = run(&["check", "bad.json"], folder.path());
    assert_eq!(code(&checked), 1, "{}", err(&checked));
    let lines: Vec<&str> = out(&checked).lines().collect();
    for (start, part) in [
        ("bad.json:6:61: error: ", "30"),
        ("bad.json:7:55: warning: ", "summit"),
        ("bad.json:8:5: error: ", "title"),
    ] {
        let line = lines.iter().find(|line| line.starts_with(start));
        let line = line.unwrap_or_else(|| panic!("{start} in {lines:#?}"));
        assert!(line.contains(part), "{line}");
    }
    assert_eq!(lines.len(), 3, "{lines:#?}");
    assert_eq!(err(&checked), "nenpyo: 1 file: 2 errors, 1 warning\n");
}

#[test]
fn check_prints_json_that_says_the_same() {
    let folder = folder();
    let checked = run(&["check", "--json", "bad.json", "good.json"], folder.path());
    assert_eq!(code(&checked), 1);
    let objects: Vec<Value> = out(&checked)
        .lines()
        .map(|line| serde_json::from_str(line).expect("one object a line"))
        .collect();
    assert_eq!(objects.len(), 3);
    let first = &objects[0];
    assert_eq!(first["file"], "bad.json");
    assert_eq!(
        (&first["line"], &first["column"]),
        (&Value::from(6), &Value::from(61))
    );
    assert_eq!(
        (&first["severity"], &first["event"]),
        (&"error".into(), &"late".into())
    );
    assert_eq!(objects[1]["event"], "名");
    for object in &objects {
        let keys: Vec<&String> = object.as_object().expect("an object").keys().collect();
        assert_eq!(
            keys,
            [
                "file", "line", "column", "severity", "code", "event", "message"
            ]
        );
    }
}

#[test]
fn check_reads_standard_input() {
    let checked = run_on(BAD, &["check", "-"]);
    assert_eq!(code(&checked), 1);
    assert!(
        out(&checked).starts_with("<stdin>:6:61: error: "),
        "{}",
        out(&checked)
    );
    assert_eq!(code(&run_on(GOOD, &["check", "-"])), 0);
    assert_eq!(code(&run_on("", &["check", "-"])), 1);
    assert_eq!(code(&run_on("<html>", &["check", "-"])), 1);
}

#[test]
fn a_file_that_cannot_be_read_is_a_sentence() {
    let folder = folder();
    let checked = run(&["check", "none.json", "good.json"], folder.path());
    assert_eq!((out(&checked), code(&checked)), ("", 1));
    assert!(
        err(&checked).contains("none.json could not be read: "),
        "{}",
        err(&checked)
    );
    assert!(err(&checked).contains("2 files: no errors, no warnings; 1 could not be read"));
    let checked = run(&["check", "."], folder.path());
    assert!(err(&checked).contains(". is a folder"), "{}", err(&checked));
    let rendered = run(&["render", "none.json", "-o", "a.svg"], folder.path());
    assert_eq!(code(&rendered), 1);
    assert!(
        err(&rendered).contains("none.json could not be read: "),
        "{}",
        err(&rendered)
    );
}

#[test]
fn a_wrong_command_line_is_told_apart() {
    let folder = folder();
    for arguments in [
        &["check"][..],
        &["check", "-", "-"],
        &["check", "good.json", "-", "-", "--json"],
        &["render", "good.json"],
        &["render", "good.json", "-o", "a.pdf"],
        &["render", "good.json", "-o", "a.svg", "--window", "whenever"],
        &["--nonsense"],
    ] {
        let refused = run(arguments, folder.path());
        assert_eq!((out(&refused), code(&refused)), ("", 2), "{arguments:?}");
        assert!(!err(&refused).is_empty() && !err(&refused).contains("panicked"));
    }
    let help = run(&["--help"], folder.path());
    assert_eq!(code(&help), 0);
    assert!(out(&help).contains("render") && out(&help).contains("check"));
    assert_eq!(out(&run(&["help"], folder.path())), out(&help));
    let version = run(&["--version"], folder.path());
    assert_eq!(
        out(&version),
        format!("nenpyo {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn without_a_display_the_window_is_a_sentence() {
    let folder = folder();
    for arguments in [&[][..], &["good.json"]] {
        let opened = run(arguments, folder.path());
        assert_eq!(code(&opened), 1);
        assert!(err(&opened).contains("no display"), "{}", err(&opened));
        assert!(!err(&opened).contains("panicked"), "{}", err(&opened));
    }
}

#[test]
fn render_draws_the_bundled_record_without_a_display() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["all.svg", "all.png"] {
        let rendered = run(&["render", &bundled(), "-o", name], folder.path());
        assert_eq!((err(&rendered), code(&rendered)), ("", 0));
    }
    let svg = fs::read_to_string(folder.path().join("all.svg")).expect("it is there");
    for part in [
        "1972-09-29",
        "Ishiba-Xi summit in Lima, summit, ",
        "日中 ",
        "平成",
    ] {
        assert!(svg.contains(part), "{part}");
    }
    let png = fs::read(folder.path().join("all.png")).expect("it is there");
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
    let side = |at: usize| u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]);
    assert_eq!((side(16), side(20)), (1600, 900));
    assert_eq!(
        fs::read_dir(folder.path()).expect("a folder").count(),
        2,
        "nothing else is left"
    );
}

#[test]
fn render_goes_through_pipes() {
    let rendered = run_on(GOOD, &["render", "-", "-o", "-"]);
    assert_eq!((err(&rendered), code(&rendered)), ("", 0));
    assert!(out(&rendered).starts_with("<svg ") && out(&rendered).ends_with("</svg>\n"));
    assert!(out(&rendered).contains("1972-09-29, One &lt;day&gt;, treaty"));
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_error() {
    let mut child = nenpyo()
        .args(["render", &bundled(), "-o", "-"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let ended = child.wait_with_output().expect("the program ends");
    assert_eq!((err(&ended), code(&ended)), ("", 0));
}

#[test]
fn render_says_what_it_could_not_do() {
    let folder = folder();
    let rendered = run(&["render", "good.json", "-o", "none/a.svg"], folder.path());
    assert_eq!(code(&rendered), 1);
    assert!(
        err(&rendered).contains("a.svg could not be written: "),
        "{}",
        err(&rendered)
    );

    let rendered = run(
        &["render", "good.json", "-o", "a.svg", "--query", "xyzzy"],
        folder.path(),
    );
    assert_eq!(code(&rendered), 1);
    assert!(
        err(&rendered).contains("no event of good.json"),
        "{}",
        err(&rendered)
    );
    assert!(!folder.path().join("a.svg").exists());

    let rendered = run(&["render", "bad.json", "-o", "bad.svg"], folder.path());
    assert_eq!(code(&rendered), 0, "the good events are drawn");
    assert!(
        err(&rendered).contains("bad.json has 2 errors"),
        "{}",
        err(&rendered)
    );
    assert!(folder.path().join("bad.svg").exists());
}

/// Pictures that are kept, by name, and how each is made. `NENPYO_UPDATE=1 cargo test --test cli`
/// writes them anew after a change that was meant.
const SNAPSHOTS: [(&str, &[&str]); 4] = [
    (
        "1972",
        &["--size", "640x400", "--window", "1972", "--lanes", "none"],
    ),
    (
        "2024-11",
        &["--size", "640x560", "--window", "2024-11-10/2024-11-20"],
    ),
    (
        "ja-dark",
        &[
            "--size",
            "640x400",
            "--window",
            "2004/2012",
            "--lang",
            "ja",
            "--theme",
            "dark",
            "--lanes",
            "none",
        ],
    ),
    (
        "ko-projector",
        &[
            "--size",
            "960x540",
            "--window",
            "1990/2020",
            "--lang",
            "ko",
            "--theme",
            "projector",
        ],
    ),
];

/// A small record of its own, so that a new event in the bundled one changes no picture.
const DRAWN: &str = include_str!("snapshots/record.json");

#[test]
fn pictures_are_as_they_were() {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots"));
    let update = std::env::var_os("NENPYO_UPDATE").is_some();
    let mut changed = Vec::new();
    for (name, arguments) in SNAPSHOTS {
        let rendered = run_on(DRAWN, &[&["render", "-", "-o", "-"], arguments].concat());
        assert_eq!(code(&rendered), 0, "{}", err(&rendered));
        let path = folder.join(format!("{name}.svg"));
        if update {
            fs::write(&path, out(&rendered)).expect("the picture is kept");
        } else if fs::read_to_string(&path)
            .unwrap_or_default()
            .replace('\r', "")
            != out(&rendered)
        {
            let now = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.svg"));
            fs::write(&now, out(&rendered)).expect("the picture is kept");
            changed.push(now);
        }
    }
    assert!(
        changed.is_empty(),
        "these pictures are not those of tests/snapshots: {changed:#?}; look at them, and write \
         them with NENPYO_UPDATE=1 if they are right"
    );
}

#[test]
fn a_picture_never_takes_the_place_of_its_record() {
    let folder = tempfile::tempdir().expect("a folder");
    let record = folder.path().join("record.svg");
    fs::write(&record, GOOD).expect("written");
    let output = run(&["render", "record.svg", "-o", "record.svg"], folder.path());
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("is the record itself"), "{said}");
    assert_eq!(fs::read_to_string(&record).expect("still there"), GOOD);
}

#[cfg(unix)]
#[test]
fn a_picture_does_not_follow_a_link_to_its_record() {
    let folder = tempfile::tempdir().expect("a folder");
    let record = folder.path().join("record.json");
    fs::write(&record, GOOD).expect("written");
    std::os::unix::fs::symlink("record.json", folder.path().join("link.svg")).expect("linked");
    let output = run(&["render", "record.json", "-o", "link.svg"], folder.path());
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(fs::read_to_string(&record).expect("still there"), GOOD);
}

#[cfg(unix)]
#[test]
fn a_device_without_an_end_is_not_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = run(&["check", "/dev/zero"], folder.path());
    assert_eq!(output.status.code(), Some(1));
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    assert!(said.contains("/dev/zero is a device"), "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_display_that_does_not_answer_is_named() {
    let output = nenpyo()
        .env("DISPLAY", ":4711")
        .stdin(Stdio::null())
        .output()
        .expect("the program starts");
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("DISPLAY=:4711"), "{said}");
    assert!(!said.contains(".rs:"), "{said}");
}
