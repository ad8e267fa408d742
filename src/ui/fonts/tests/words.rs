//! The bundled faces draw the program's own words, each language in its own face.
//!
//! The words stand all over the source, so the source is read for them.

use std::fs;
use std::path::{Path, PathBuf};

use super::{AGAIN, all_families, chain, has, is_han};
use crate::date::Language;
use crate::theme::{Face, FontLanguage};
use crate::ui::fonts::STYLES;

/// The rooms whose words are shown, as `assets/make-fonts.py` knows them.
const ROOMS: [&str; 8] = [
    "theme", "date", "format", "document", "scene", "export", "app", "ui",
];

/// How words are written down; in two parts, so that this file holds none.
const CALL: &str = concat!("Five", "::new(");

fn sources() -> Vec<String> {
    fn list(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a folder of the source") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                list(&path, files);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    for room in ROOMS {
        list(&source.join(room), &mut files);
    }
    let read = |path| fs::read_to_string(path).expect("a source file");
    files.into_iter().map(read).collect()
}

/// The words between the quotation marks of the source, up to the end of a call.
fn arguments(call: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = call;
    while let Some(at) = rest.find(['"', ')']) {
        if rest[at..].starts_with(')') {
            break;
        }
        let Some((word, after)) = rest[at + 1..].split_once('"') else {
            break;
        };
        words.push(word);
        rest = after;
    }
    words
}

#[test]
fn every_word_is_drawn_in_the_face_of_its_language() {
    let sources = sources();
    let calls = sources.iter().flat_map(|text| text.split(CALL).skip(1));
    let fives: Vec<[&str; 5]> = calls
        .map(|call| {
            let words = arguments(call);
            let count = words.len();
            words.try_into().unwrap_or_else(|words| {
                panic!("{count} words where there should be five: {words:?}")
            })
        })
        .collect();
    assert!(fives.len() > 300, "the words are found: {}", fives.len());
    for words in fives {
        for (language, words) in Language::ALL.into_iter().zip(words).skip(1) {
            for style in STYLES {
                let face = Face::of_language(FontLanguage::from_tag(language.tag()), style);
                let letters = words.chars().filter(|&letter| !letter.is_ascii());
                for letter in letters.filter(|&letter| is_han(letter) || is_letter(letter)) {
                    assert!(
                        has(face, letter),
                        "{face:?} lacks {letter} of {words}: {AGAIN}"
                    );
                }
            }
        }
    }
}

/// Whether it is kana or hangul.
fn is_letter(letter: char) -> bool {
    matches!(letter, '\u{3041}'..='\u{30FF}' | '\u{AC00}'..='\u{D7A3}')
}

#[test]
fn no_character_of_the_rooms_with_words_is_without_a_glyph() {
    let mut letters: Vec<char> = sources().iter().flat_map(|text| text.chars()).collect();
    letters.sort_unstable();
    letters.dedup();
    letters.retain(|&letter| is_han(letter) || is_letter(letter));
    assert!(letters.len() > 1000, "that is not the source");
    for (language, style) in all_families() {
        let faces = chain(language, style);
        for &letter in &letters {
            let drawn = faces.iter().any(|&face| has(face, letter));
            assert!(drawn, "{language:?} {style:?} lacks {letter}: {AGAIN}");
        }
    }
}
