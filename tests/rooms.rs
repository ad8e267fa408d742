//! Holds the house together: a room uses only rooms left of it, the window's names stay in `ui`,
//! and a pure room touches no disk, clock, network or environment. What stands in tests is free.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms from left to right; those that stand together do not use each other.
const HOUSE: [&[&str]; 8] = [
    &["date", "theme"],
    &["record"],
    &["format", "index"],
    &["document", "query", "scene"],
    &["analysis", "story", "export"],
    &["app"],
    &["ui"],
    &["cli"],
];

/// The rooms that give the same answer everywhere and always.
const PURE: [&str; 8] = [
    "date", "record", "format", "index", "query", "scene", "analysis", "story",
];

/// What reaches out of a pure room, as the beginning of a path.
const OUTSIDE: [&[&str]; 7] = [
    &["std", "fs"],
    &["std", "env"],
    &["std", "net"],
    &["std", "time", "Instant"],
    &["std", "time", "SystemTime"],
    &["chrono", "Utc", "now"],
    &["chrono", "Local", "now"],
];

/// What reads a clock, by the last two names of a path.
const CLOCKS: [[&str; 2]; 4] = [
    ["Instant", "now"],
    ["SystemTime", "now"],
    ["Utc", "now"],
    ["Local", "now"],
];

#[test]
fn every_room_keeps_to_its_place() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    list(&src, &mut files);
    assert!(files.len() > 100, "the source is read: {}", files.len());
    let (mut found, mut rooms) = (String::new(), BTreeSet::new());
    let texts: Vec<(PathBuf, Code)> = files
        .iter()
        .map(|file| {
            let text = fs::read_to_string(file).expect("a source file");
            let inside = file.strip_prefix(&src).expect("under src");
            (inside.to_owned(), Code::new(&text))
        })
        .collect();
    let tests: Vec<PathBuf> = texts
        .iter()
        .flat_map(|(file, code)| code.test_modules.iter().map(|name| submodule(file, name)))
        .collect();
    for (file, code) in &texts {
        let Some(room) = room_of(file) else { continue };
        let module = file.with_extension("");
        if tests.iter().any(|test| module.starts_with(test)) {
            continue;
        }
        rooms.insert(room.clone());
        for (line, what) in wrongs(&room, depth_of(file), code) {
            writeln!(found, "src/{}:{line}: {what}", file.display()).expect("a string");
        }
    }
    assert!(rooms.len() >= 11, "the rooms are found: {rooms:?}");
    assert!(found.is_empty(), "\n{found}");
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) {
    let mut inside: Vec<PathBuf> = fs::read_dir(folder)
        .expect("a folder of the source")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    inside.sort();
    for path in inside {
        if path.is_dir() {
            list(&path, files);
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            files.push(path);
        }
    }
}

/// The room of a file under `src`; none for the maps, `lib.rs` and `main.rs`.
fn room_of(file: &Path) -> Option<String> {
    let first = Path::new(file.iter().next()?).with_extension("");
    let first = first.to_str()?;
    (!matches!(first, "lib" | "main")).then(|| first.to_owned())
}

/// How many `super` lead from the file's module to the crate.
fn depth_of(file: &Path) -> usize {
    file.iter().count() - usize::from(file.ends_with("mod.rs"))
}

/// Where the file of a module stands that a file names, without its extension.
fn submodule(file: &Path, name: &str) -> PathBuf {
    if file.ends_with("mod.rs") {
        file.with_file_name(name)
    } else {
        file.with_extension("").join(name)
    }
}

fn place_of(room: &str) -> Option<usize> {
    HOUSE.iter().position(|together| together.contains(&room))
}

/// What the code of a room must not name, with its lines.
fn wrongs(room: &str, depth: usize, code: &Code) -> Vec<(usize, String)> {
    let Some(own) = place_of(room) else {
        return vec![(1, format!("'{room}' has no place in the house"))];
    };
    let mut wrongs = Vec::new();
    for (line, path) in code.paths() {
        let names: Vec<&str> = path.iter().map(String::as_str).collect();
        let supers = names.iter().take_while(|name| **name == "super").count();
        let other = match names.as_slice() {
            ["crate", other, ..] => Some(*other),
            _ if supers >= depth => names.get(supers).copied(),
            _ => None,
        };
        if let Some(other) = other
            && other != room
            && place_of(other).is_some_and(|place| place >= own)
        {
            wrongs.push((
                line,
                format!("{room} uses {other}, which is not left of it"),
            ));
        }
        let window = names
            .first()
            .filter(|name| name.starts_with("egui") || **name == "eframe");
        if let Some(window) = window
            && !matches!(room, "ui" | "cli")
        {
            wrongs.push((line, format!("{room} names {window}; only ui does")));
        }
        let outside = OUTSIDE.iter().any(|begin| names.starts_with(begin));
        let clock = CLOCKS.iter().any(|clock| names.ends_with(clock));
        if PURE.contains(&room) && (outside || clock) {
            let path = names.join("::");
            wrongs.push((line, format!("{room} is pure and names {path}")));
        }
    }
    wrongs
}

/// A file's text without comments, literals and tests; what was taken out is blank, so that lines
/// and columns stay.
struct Code {
    text: Vec<char>,
    /// Modules that are compiled for tests only and have files of their own.
    test_modules: Vec<String>,
}

impl Code {
    fn new(text: &str) -> Self {
        let mut code = Self {
            text: text.chars().collect(),
            test_modules: Vec::new(),
        };
        code.blank_comments_and_literals();
        code.blank_tests();
        code
    }

    fn at(&self, at: usize) -> char {
        self.text.get(at).copied().unwrap_or('\0')
    }

    fn begins(&self, at: usize, with: &str) -> bool {
        with.chars().enumerate().all(|(i, c)| self.at(at + i) == c)
    }

    fn blank(&mut self, from: usize, to: usize) {
        let to = to.min(self.text.len());
        for c in &mut self.text[from.min(to)..to] {
            if *c != '\n' {
                *c = ' ';
            }
        }
    }

    fn blank_comments_and_literals(&mut self) {
        let mut at = 0;
        while at < self.text.len() {
            let end = if self.begins(at, "//") {
                self.find_from(at, |code, at| code.at(at) == '\n')
            } else if self.begins(at, "/*") {
                self.end_of_block_comment(at)
            } else if self.at(at) == '"' {
                self.end_of_string(at)
            } else if self.at(at) == '\'' {
                self.end_of_character(at)
            } else {
                at
            };
            self.blank(at, end);
            at = end.max(at + 1);
        }
    }

    fn find_from(&self, from: usize, is: impl Fn(&Self, usize) -> bool) -> usize {
        (from..self.text.len())
            .find(|&at| is(self, at))
            .unwrap_or(self.text.len())
    }

    fn end_of_block_comment(&self, from: usize) -> usize {
        let (mut at, mut open) = (from, 0);
        while at < self.text.len() {
            if self.begins(at, "/*") {
                (open, at) = (open + 1, at + 2);
            } else if self.begins(at, "*/") {
                (open, at) = (open - 1, at + 2);
                if open == 0 {
                    return at;
                }
            } else {
                at += 1;
            }
        }
        at
    }

    /// The end of a string, raw where `r` and any number of `#` stand before the quotation mark.
    fn end_of_string(&self, from: usize) -> usize {
        let hashes = (0..from).rev().take_while(|&at| self.at(at) == '#').count();
        let is_raw = from > hashes && self.at(from - hashes - 1) == 'r';
        if is_raw {
            let end = format!("\"{}", "#".repeat(hashes));
            return self.find_from(from + 1, |code, at| code.begins(at, &end)) + end.len();
        }
        let mut at = from + 1;
        while at < self.text.len() && self.at(at) != '"' {
            at += if self.at(at) == '\\' { 2 } else { 1 };
        }
        at + 1
    }

    /// The end of a character; a lifetime is none.
    fn end_of_character(&self, from: usize) -> usize {
        if self.at(from + 1) == '\\' {
            self.find_from(from + 3, |code, at| code.at(at) == '\'') + 1
        } else if self.at(from + 2) == '\'' {
            from + 3
        } else {
            from
        }
    }

    /// Takes out each item under `#[cfg(test)]`.
    fn blank_tests(&mut self) {
        const MARK: &str = "#[cfg(test)]";
        let mut at = 0;
        loop {
            let mark = self.find_from(at, |code, at| code.begins(at, MARK));
            if mark == self.text.len() {
                return;
            }
            let (mut end, mut open) = (mark + MARK.len(), 0);
            while end < self.text.len() {
                match self.at(end) {
                    '{' | '(' | '[' => open += 1,
                    '}' if open == 1 => break,
                    ')' | ']' | '}' => open -= 1,
                    ';' if open == 0 => break,
                    _ => {}
                }
                end += 1;
            }
            let item: String = self.text[mark + MARK.len()..end].iter().collect();
            if let Some((_, name)) = item.rsplit_once("mod ").filter(|_| self.at(end) == ';') {
                self.test_modules.push(name.trim().to_owned());
            }
            self.blank(mark, end + 1);
            at = end;
        }
    }

    /// Every path with its line, groups spelt out: `a::{b, c::d}` is `a::b` and `a::c::d`.
    fn paths(&self) -> Vec<(usize, Vec<String>)> {
        let mut paths = Vec::new();
        let (mut at, mut line) = (0, 1);
        while at < self.text.len() {
            let from = at;
            if is_word(self.at(at)) {
                at = self.path(at, line, &[], &mut paths);
            } else {
                at += 1;
            }
            line += self.lines(from, at);
        }
        paths
    }

    fn lines(&self, from: usize, to: usize) -> usize {
        let to = to.min(self.text.len());
        self.text[from.min(to)..to]
            .iter()
            .filter(|c| **c == '\n')
            .count()
    }

    fn past_blank(&self, from: usize) -> usize {
        self.find_from(from, |code, at| !code.at(at).is_whitespace())
    }

    /// Reads the path that begins here, after `before`; returns where it ends.
    fn path(
        &self,
        from: usize,
        line: usize,
        before: &[String],
        paths: &mut Vec<(usize, Vec<String>)>,
    ) -> usize {
        let mut path = before.to_vec();
        let mut at = from;
        loop {
            let end = self.find_from(at, |code, at| !is_word(code.at(at)));
            path.push(self.text[at..end].iter().collect());
            let here = line + self.lines(from, at);
            let sign = self.past_blank(end);
            let next = self.past_blank(sign + 2);
            if !self.begins(sign, "::") {
                paths.push((here, path));
                return end;
            }
            if self.at(next) == '{' {
                return self.group(next, line + self.lines(from, next), &path, paths);
            }
            if !is_word(self.at(next)) {
                paths.push((here, path));
                return next;
            }
            at = next;
        }
    }

    fn group(
        &self,
        from: usize,
        line: usize,
        before: &[String],
        paths: &mut Vec<(usize, Vec<String>)>,
    ) -> usize {
        let mut at = from + 1;
        while at < self.text.len() && self.at(at) != '}' {
            if is_word(self.at(at)) {
                at = self.path(at, line + self.lines(from, at), before, paths);
            } else {
                at += 1;
            }
        }
        at + 1
    }
}

fn is_word(c: char) -> bool {
    c == '_' || c.is_alphanumeric()
}

/// The complaints about made-up code in a room, at the depth of `src/ROOM/file.rs`.
fn told(room: &str, code: &str) -> Vec<String> {
    wrongs(room, 2, &Code::new(code))
        .into_iter()
        .map(|(line, what)| format!("{line}: {what}"))
        .collect()
}

#[test]
fn a_room_right_of_another_is_told_however_it_is_named() {
    let told_of = "date uses record, which is not left of it";
    for code in [
        "\nuse crate::record::Event;",
        "\nfn f(e: &crate::record::Event) {}",
        "\nuse crate::{date, record};",
        "\nuse crate::{\n  date::{Edtf, Zone}, theme::X};\nuse crate::record;",
        "\nuse super::super::record::Event;",
        "\npub(crate) use crate :: record;",
        "\nmacro_rules! m { () => { $crate::record::f() } }",
    ] {
        let lines = told("date", code);
        let is_told = lines.iter().any(|line| line.ends_with(told_of));
        assert!(is_told, "{code}: {lines:?}");
    }
    assert_eq!(
        told("date", "\nuse crate::{\n  date::A,\n  record::B};"),
        ["4: date uses record, which is not left of it"]
    );
    assert_eq!(told("index", "use crate::format::f;").len(), 1, "beside it");
    assert_eq!(told("app", "use crate::ui::f;").len(), 1);
    assert_eq!(told("attic", "").len(), 1, "a room that is not on the map");
}

#[test]
fn the_window_and_the_world_outside_are_told() {
    for (room, code) in [
        ("app", "use egui::Ui;"),
        ("scene", "fn f(ui: &mut egui::Ui) {}"),
        ("export", "use eframe::App;"),
        ("record", "use std::fs;"),
        ("record", "use std::{collections::HashMap, fs::File};"),
        ("format", "let x = std::env::var(\"X\");"),
        ("index", "let x = std::net::TcpStream::connect(y);"),
        ("scene", "let x = Instant::now();"),
        ("scene", "use std::time::{Duration, SystemTime};"),
        ("date", "let x = chrono::Utc::now();"),
        ("date", "let x = Local::now();"),
    ] {
        assert_eq!(told(room, code).len(), 1, "{room}: {code}");
    }
}

#[test]
fn what_is_left_of_a_room_and_what_is_no_code_is_free() {
    for (room, code) in [
        ("cli", "use crate::{ui, app::State, date::Zone};"),
        ("scene", "use crate::index::Index; use crate::scene::Mark;"),
        ("scene", "use super::record::X; // crate::ui"),
        (
            "date",
            "/// As [`crate::ui`] shows it: egui::Ui.\n//! std::fs\nfn f() {}",
        ),
        (
            "date",
            "/* a /* crate::ui */ std::fs */ fn f<'a>(x: &'a str) {}",
        ),
        (
            "date",
            "const A: &str = \"crate::ui\\\" std::fs\"; const B: char = '\"';",
        ),
        (
            "date",
            "const A: &str = r#\"\"crate::ui\" std::fs\"#; const B: char = '\\'';",
        ),
        ("date", "use crate::date::Instant; fn f(now: Instant) {}"),
        (
            "date",
            "#[cfg(test)]\nmod tests { use crate::ui::X; fn f() { std::fs::x(); } }",
        ),
        (
            "date",
            "#[cfg(test)]\n#[allow(dead_code)]\nuse crate::format::native;",
        ),
        ("app", "let x = std::time::Instant::now(); use std::fs;"),
        ("ui", "use egui::Ui; use eframe::App;"),
    ] {
        assert_eq!(told(room, code), [""; 0], "{room}: {code}");
    }
    let after = "#[cfg(test)]\nmod tests { fn f() {} }\nuse crate::ui::X;";
    assert_eq!(
        told("date", after).len(),
        1,
        "the code after a test is code"
    );
}

#[test]
fn files_of_tests_are_found() {
    let code = Code::new("mod a;\n#[cfg(test)]\nmod tests;\n#[cfg(test)]\npub mod fixture;");
    assert_eq!(code.test_modules, ["tests", "fixture"]);
    let at = |file: &str| submodule(Path::new(file), "tests");
    assert_eq!(at("date/mod.rs"), Path::new("date/tests"));
    assert_eq!(at("date/zone.rs"), Path::new("date/zone/tests"));
    assert_eq!(depth_of(Path::new("date/mod.rs")), 1);
    assert_eq!(depth_of(Path::new("date/zone.rs")), 2);
    assert_eq!(room_of(Path::new("lib.rs")), None);
    assert_eq!(room_of(Path::new("date/mod.rs")).as_deref(), Some("date"));
}
