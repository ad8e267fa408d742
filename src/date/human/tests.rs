//! What people type, and what it is read as.

mod dates;
mod phrases;
mod properties;
mod refused;
mod suites;

use super::{HumanDateError, read_human};

#[track_caller]
fn all_read_as(edtf: &str, typed: &[&str]) {
    for text in typed {
        match read_human(text) {
            Ok(read) => assert_eq!(read.to_string(), edtf, "{text}"),
            Err(error) => panic!("{text}: {error}"),
        }
    }
}

#[track_caller]
fn says(typed: &str, sentence: &str) {
    match read_human(typed) {
        Ok(read) => panic!("{typed} is read as {read}"),
        Err(error) => assert_eq!(error.to_string(), sentence, "{typed}"),
    }
}
