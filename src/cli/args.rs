//! What can be asked on the command line; one definition gives the parser and the help.

use std::path::PathBuf;
use std::str::FromStr;

use clap::builder::PossibleValue;
use clap::{Args, Parser, Subcommand, ValueEnum};
use thiserror::Error;

use super::input::{STANDARD, Window, WindowError};
use super::output::{Target, TargetError};
use crate::date::Language;
use crate::scene::Grouping;
use crate::theme::ThemeId;

/// A timeline of diplomatic events, each with the words that were said.
#[derive(Debug, Parser)]
#[command(
    name = "nenpyo",
    version,
    args_conflicts_with_subcommands = true,
    after_help = AFTER_HELP
)]
pub struct Arguments {
    /// The record to open; the one on East Asian diplomacy that comes with the program, without it
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// What to do instead of opening a window.
    #[command(subcommand)]
    pub task: Option<Task>,
}

const AFTER_HELP: &str = "\
Without a command, a window opens. The commands need no display.
A record that has the name of a command is opened with its folder: nenpyo ./check

Examples:
  nenpyo                                    open the record that comes with the program
  nenpyo my-events.json                     open a file
  nenpyo check my-events.json               say what is wrong in it, and where
  nenpyo render my-events.json -o 1972.svg --window 1972
  nenpyo render my-events.json -o lima.png --window 2024-11-10/2024-11-20 --theme projector

NENPYO_LOG=info (or debug, trace) makes the window tell on standard error what it does.";

/// Commands that need no display.
#[derive(Debug, Subcommand)]
pub enum Task {
    /// Say what is wrong in records, and where: file, line and column
    Check(Check),
    /// Draw a record as a picture, SVG or PNG
    Render(Render),
}

/// `nenpyo check`.
#[derive(Args, Debug)]
#[command(after_help = "\
Findings go to standard output, a line each, and a summary to standard error. Of many findings of
one code the first 200 are listed, and the number of the others is told (in JSON with line null).
Exit status: 0 no errors (warnings are allowed), 1 errors, 2 the command line is wrong.")]
pub struct Check {
    /// Records to check; `-` is standard input
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// Print one JSON object a line: file, line, column, severity, code, event, message
    #[arg(long)]
    pub json: bool,
}

impl Check {
    /// Whether more than one of the files is standard input, of which there is one.
    pub fn reads_standard_input_twice(&self) -> bool {
        let standard = self
            .files
            .iter()
            .filter(|file| file.as_os_str() == STANDARD);
        standard.count() > 1
    }
}

/// `nenpyo render`.
#[derive(Args, Debug)]
#[command(after_help = "\
The picture shows what a window that was just opened shows: time axis, eras, office holders, lanes,
events. The fonts are the program's own, so that one record gives one picture on every machine.

Examples:
  nenpyo render record.json -o all.svg
  nenpyo render record.json -o - --window '25 Sep 1972/30 Sep 1972' > visit.svg
  nenpyo render record.json -o wall.png --size 1920x1080 --theme projector --lang ja --lanes actor")]
pub struct Render {
    /// The record to draw; `-` is standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Where to write the picture; its ending says how: .svg or .png. `-` writes SVG to standard
    /// output
    #[arg(short, long, value_name = "OUT", value_parser = target)]
    pub output: Target,
    /// The time to show: a date (1972), or a first and a last one with a slash between, as EDTF
    /// (2024-11-10/2024-11-20) or in words ('29 Sep 1972', 昭和47年9月29日); `..` on one side goes
    /// on to the record's end. All of the record without it
    #[arg(long, value_name = "A/B", value_parser = window, allow_hyphen_values = true)]
    pub window: Option<Window>,
    /// Width and height in points, of which a PNG has one pixel each
    #[arg(long, value_name = "WxH", default_value = "1600x900")]
    pub size: Size,
    /// Colours and sizes
    #[arg(long, value_enum, default_value_t)]
    pub theme: ThemeArgument,
    /// Language of titles, names and dates: en, ja, zh-Hans, zh-Hant, ko
    #[arg(long, value_name = "TAG", default_value = "en", value_parser = language)]
    pub lang: Language,
    /// What lanes are made of
    #[arg(long, value_enum, default_value_t)]
    pub lanes: LanesArgument,
    /// Show only events that hold all these words, as the search field finds them; words in
    /// quotation marks stand together
    #[arg(long, value_name = "WORDS")]
    pub query: Option<String>,
}

fn target(text: &str) -> Result<Target, TargetError> {
    Target::parse(text)
}

fn window(text: &str) -> Result<Window, WindowError> {
    Window::parse(text)
}

/// A language tag that is none of the program's languages.
#[derive(Debug, Error)]
#[error("the program speaks en, ja, zh-Hans, zh-Hant and ko")]
struct LanguageError;

fn language(tag: &str) -> Result<Language, LanguageError> {
    Language::from_tag(tag).ok_or(LanguageError)
}

/// A picture's size in points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Points from left to right.
    pub width: u16,
    /// Points from top to bottom.
    pub height: u16,
}

/// Why a size is none.
#[derive(Debug, PartialEq, Eq, Error)]
pub enum SizeError {
    /// Not two numbers with an x between.
    #[error("a size is a width and a height in points, such as 1600x900")]
    Form,
    /// Too small to hold anything, or too large to draw.
    #[error("a picture is at least {} wide and {} high, and at most {} of each", Size::LEAST.0, Size::LEAST.1, Size::MOST)]
    Range,
}

impl Size {
    const LEAST: (u32, u32) = (320, 200);
    const MOST: u32 = 16_384;
}

impl FromStr for Size {
    type Err = SizeError;

    fn from_str(text: &str) -> Result<Self, SizeError> {
        let (width, height) = text.split_once(['x', 'X', '×']).ok_or(SizeError::Form)?;
        let points = |text: &str, least: u32| {
            let number: u32 = text.trim().parse().map_err(|_| SizeError::Form)?;
            let range = least..=Self::MOST;
            let number = range
                .contains(&number)
                .then_some(number)
                .ok_or(SizeError::Range)?;
            u16::try_from(number).map_err(|_| SizeError::Range)
        };
        Ok(Self {
            width: points(width, Self::LEAST.0)?,
            height: points(height, Self::LEAST.1)?,
        })
    }
}

/// A theme by its name.
#[derive(Clone, Copy, Debug, Default)]
pub struct ThemeArgument(pub ThemeId);

impl ValueEnum for ThemeArgument {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: [ThemeArgument; 4] = [
            ThemeArgument(ThemeId::ALL[0]),
            ThemeArgument(ThemeId::ALL[1]),
            ThemeArgument(ThemeId::ALL[2]),
            ThemeArgument(ThemeId::ALL[3]),
        ];
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let meaning = match self.0 {
            ThemeId::Light => "ink on warm paper",
            ThemeId::Dark => "paper on near-black",
            ThemeId::Projector => "black on white, half as large again",
            ThemeId::ProjectorDark => "white on black, half as large again",
        };
        Some(PossibleValue::new(self.0.name()).help(meaning))
    }
}

/// A grouping by its name.
#[derive(Clone, Copy, Debug, Default)]
pub struct LanesArgument(pub Grouping);

impl ValueEnum for LanesArgument {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: [LanesArgument; 6] = [
            LanesArgument(Grouping::ALL[0]),
            LanesArgument(Grouping::ALL[1]),
            LanesArgument(Grouping::ALL[2]),
            LanesArgument(Grouping::ALL[3]),
            LanesArgument(Grouping::ALL[4]),
            LanesArgument(Grouping::ALL[5]),
        ];
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let (name, meaning) = match self.0 {
            Grouping::Pair => ("pair", "who dealt with whom"),
            Grouping::Actor => ("actor", "an event stands in the lane of each of its actors"),
            Grouping::Kind => ("kind", "summits, treaties, incidents"),
            Grouping::Country => ("country", "the country of the place"),
            Grouping::Tag => ("tag", "an event stands in the lane of each of its tags"),
            Grouping::None => ("none", "one lane for everything"),
        };
        Some(PossibleValue::new(name).help(meaning))
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    fn parsed(line: &str) -> Result<Arguments, clap::Error> {
        Arguments::try_parse_from(line.split(' '))
    }

    #[test]
    fn the_definition_is_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn a_file_opens_a_window_and_a_command_does_not() {
        let opened = parsed("nenpyo a.json").expect("a file");
        assert_eq!(opened.file, Some(PathBuf::from("a.json")));
        assert!(opened.task.is_none());
        let file = parsed("nenpyo ./check").expect("a file").file;
        assert_eq!(file, Some(PathBuf::from("./check")));
        let checked = parsed("nenpyo check a.json - --json")
            .expect("a command")
            .task;
        assert!(
            matches!(checked, Some(Task::Check(Check { files, json: true })) if files.len() == 2)
        );
        assert!(parsed("nenpyo").expect("nothing at all").task.is_none());
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        for line in [
            "nenpyo check",
            "nenpyo render a.json",
            "nenpyo render a.json -o b.gif",
            "nenpyo render a.json -o b.pdf",
            "nenpyo render a.json -o b.svg --size 10x10",
            "nenpyo render a.json -o b.svg --theme sepia",
            "nenpyo render a.json -o b.svg --lang fr",
            "nenpyo render a.json -o b.svg --lanes sea",
            "nenpyo render a.json -o b.svg --window whenever",
            "nenpyo a.json check b.json",
            "nenpyo --colour",
        ] {
            let refused = parsed(line).expect_err(line);
            assert!(refused.use_stderr(), "{line}");
        }
    }

    #[test]
    fn sizes_are_two_numbers_in_range() {
        assert_eq!(
            "640x360".parse(),
            Ok(Size {
                width: 640,
                height: 360
            })
        );
        assert_eq!(
            "1920×1080".parse(),
            Ok(Size {
                width: 1920,
                height: 1080
            })
        );
        for (text, error) in [
            ("640", SizeError::Form),
            ("640x", SizeError::Form),
            ("-640x360", SizeError::Form),
            ("99999x360", SizeError::Range),
            ("100x360", SizeError::Range),
        ] {
            assert_eq!(text.parse::<Size>(), Err(error), "{text}");
        }
    }

    #[test]
    fn every_theme_and_grouping_has_a_word() {
        for (argument, id) in ThemeArgument::value_variants().iter().zip(ThemeId::ALL) {
            assert_eq!(argument.0, id);
        }
        for (argument, grouping) in LanesArgument::value_variants().iter().zip(Grouping::ALL) {
            assert_eq!(argument.0, grouping);
        }
    }
}
