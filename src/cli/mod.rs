//! The command line: open the window, check files, render pictures.
//!
//! Errors go to standard error, results to standard output; `-` is standard input or output. None
//! but opening the window needs a display.

mod args;
mod check;
mod faces;
mod input;
mod logging;
mod output;
mod render;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser as _;

use args::{Arguments, Task};

/// How a command ended, as the shell sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    /// It did what was asked, and found nothing wrong.
    Good,
    /// Something is wrong with a file, or the system refused something.
    Failed,
    /// The command line itself cannot be meant.
    Usage,
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        match ending {
            Ending::Good => Self::SUCCESS,
            Ending::Failed => Self::from(1),
            Ending::Usage => Self::from(2),
        }
    }
}

/// Runs the program with these arguments, the first of which is its own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(refusal) => {
            // Help and version are results: a closed pipe is no reason to complain.
            let _ = refusal.print();
            return if refusal.use_stderr() {
                Ending::Usage
            } else {
                Ending::Good
            }
            .into();
        }
    };
    let ending = match arguments.task {
        None => open(arguments.file),
        Some(Task::Check(check)) if check.reads_standard_input_twice() => {
            output::complain(&"`-` is standard input, which can be read once; name it once");
            Ending::Usage
        }
        Some(Task::Check(check)) => check::check(&check),
        Some(Task::Render(render)) => render::render(&render),
    };
    ending.into()
}

/// Opens the window.
fn open(file: Option<PathBuf>) -> Ending {
    logging::start();
    match crate::ui::open(file) {
        Ok(()) => Ending::Good,
        Err(error) => {
            output::complain(&error);
            Ending::Failed
        }
    }
}
