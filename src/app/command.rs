//! Every thing a user can ask for, in one enum.
//!
//! Panels and keys send [`Command`]s; [`super::update`] is the only place that carries them out.
//! Those that a user may call by name stand in [`catalogue`] with their words, tooltip and keys:
//! menus, shortcuts, the palette and the `?` sheet all read that one list.

use std::path::PathBuf;
use std::sync::LazyLock;

use crate::date::{Calendar, Language, Zone};
use crate::record::EventIx;
use crate::scene::{Grouping, LaneKey};
use crate::theme::ThemeId;

/// One request to the program.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    // The record.
    /// Ask for a file and open it.
    OpenDialog,
    /// Open this file.
    Open(PathBuf),
    /// Open the record that comes with the program.
    OpenBundled,
    /// Read the open file again.
    Reload,
    /// Keep what is open although the file changed on disk.
    KeepAsIs,
    /// Stop the load that runs.
    CancelLoad,
    /// Show or hide what was found wrong in the record.
    ToggleProblems,
    /// Close the window.
    Quit,

    // The window of time.
    /// Show the whole record.
    FitAll,
    /// Centre the selected event; asked again, fit its span.
    CentreSelection,
    /// Zoom in by one step about the pointer or the middle.
    ZoomIn,
    /// Zoom out by one step about the pointer or the middle.
    ZoomOut,
    /// Fly to a window of time, in seconds since 1970 (UTC).
    FlyTo {
        /// First second in view.
        start_s: f64,
        /// First second past the view.
        end_s: f64,
    },
    /// Ask for a date and go there.
    GoToDate,
    /// Go to a date as a person writes it.
    GoTo(String),
    /// Show today.
    GoToToday,
    /// The place shown before this one.
    Back,
    /// The place that was left with [`Command::Back`].
    Forward,

    // Selection.
    /// Select an event where it stands.
    Select(EventIx),
    /// Select an event in one of the lanes it stands in, by position in the index.
    SelectInLane {
        /// The event.
        event: EventIx,
        /// The lane: `,` and `.` then go along it.
        lane: u16,
    },
    /// Select an event and fly to it.
    Reveal(EventIx),
    /// Select nothing.
    ClearSelection,
    /// The next event of the lane.
    NextInLane,
    /// The event before in the lane.
    PreviousInLane,

    // What is drawn.
    /// Divide the canvas into lanes by this.
    GroupBy(Grouping),
    /// Fold a lane to one row of dots, or unfold it.
    ToggleFold(LaneKey),
    /// Hide a lane.
    HideLane(LaneKey),
    /// Show every hidden lane again.
    ShowAllLanes,
    /// Put a lane before the other lane (or last).
    MoveLane {
        /// The lane to move.
        lane: LaneKey,
        /// The lane it will stand before.
        before: Option<LaneKey>,
    },
    /// Show or hide who was in office.
    ToggleBands,
    /// Draw or leave out one group of office holders, by its name.
    ToggleBandGroup(String),
    /// Show or hide the tone strip.
    ToggleTone,
    /// Show or hide the overview.
    ToggleOverview,
    /// Show or hide the side panel.
    TogglePanel,
    /// Set the calendar of the second axis row.
    SecondCalendar(Option<Calendar>),
    /// Step through the calendars of the second axis row.
    CycleCalendar,

    // Settings.
    /// Use this theme.
    UseTheme(ThemeId),
    /// Step through the themes.
    CycleTheme,
    /// Larger text and marks.
    ScaleUp,
    /// Smaller text and marks.
    ScaleDown,
    /// Text and marks at their own size.
    ScaleReset,
    /// Show titles, names and dates in this language.
    UseLanguage(Language),
    /// Step through the languages.
    CycleLanguage,
    /// Read dates in this zone; none is each event's own.
    ReadIn(Option<Zone>),

    /// Move the window of time by hand.
    Hand(Gesture),
    /// Make the side panel this wide, in points before the scale.
    PanelWidth(f32),
    /// Close one message, by its position.
    CloseNotice(usize),

    // Finding.
    /// Look for these words.
    FindText(String),
    /// Put the cursor in the find field.
    Find,
    /// Fly to the next event found.
    FindNext,
    /// Fly to the event found before.
    FindPrevious,
    /// Empty the find field.
    ClearFind,

    // Help.
    /// Open or close the list of every command.
    Palette,
    /// Open or close the list of keys.
    Keys,
    /// Close what is open, or clear the selection.
    Escape,
    /// Put text on the clipboard, and say what it was.
    Copy {
        /// The text.
        text: String,
        /// What it was, for the notice: "Quote and citation".
        what: &'static str,
    },
    /// Open a link in the browser, if it is http, https or mailto.
    OpenLink(String),
}

/// How far Page Down scrolls the lanes: some rows less than the lowest window shows.
const PAGE_POINTS: f32 = 240.0;

/// What a hand does to the window of time. Places count in points from the plot's left edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Gesture {
    /// A drag or an own pan begins: the place is one to come back to.
    Grab,
    /// The paper moves with the hand by these points.
    Drag(f32),
    /// The hand lets go at this speed, in points a second.
    Throw(f32),
    /// Zoom at once about a place, as a pinch does.
    Pinch {
        /// The place that stays.
        x: f32,
        /// Above 1 zooms in.
        factor: f64,
    },
    /// Zoom softly about a place, as a wheel does.
    Wheel {
        /// The place that stays.
        x: f32,
        /// Above 1 zooms in.
        factor: f64,
    },
    /// Move the paper softly by these points, as a wheel with Shift does.
    Nudge(f32),
    /// Scroll the lanes by these points.
    Scroll(f32),
    /// Show exactly this window, in seconds since 1970: the overview's and the tone strip's way.
    Show {
        /// First second in view.
        start_s: f64,
        /// First second past the view.
        end_s: f64,
    },
}

/// Where a command stands in the menus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Menu {
    /// Opening and closing.
    Record,
    /// Moving through time.
    Go,
    /// What is drawn and how.
    View,
    /// Looking things up.
    Help,
}

impl Menu {
    /// Every menu in the order they stand.
    pub const ALL: [Self; 4] = [Self::Record, Self::Go, Self::View, Self::Help];

    /// The word on the menu.
    pub fn words(self) -> &'static str {
        match self {
            Self::Record => "Record",
            Self::Go => "Go",
            Self::View => "View",
            Self::Help => "Help",
        }
    }
}

/// A command with its words.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What it sends.
    pub command: Command,
    /// The label, sentence case.
    pub words: &'static str,
    /// What it does, in a few more words.
    pub tip: &'static str,
    /// Its shortcuts as people write them ("Ctrl+Shift+P"); the first is the one shown.
    pub keys: &'static [&'static str],
    /// The menu that holds it.
    pub menu: Menu,
}

/// Every command that can be called by name, in menu order.
pub fn catalogue() -> &'static [Entry] {
    static CATALOGUE: LazyLock<Vec<Entry>> = LazyLock::new(entries);
    &CATALOGUE
}

/// The entry of a command, if it has one.
pub fn entry(command: &Command) -> Option<&'static Entry> {
    catalogue().iter().find(|entry| entry.command == *command)
}

#[rustfmt::skip]
fn entries() -> Vec<Entry> {
    use Command as C;
    use Menu::{Go, Help, Record, View};
    let entry = |menu, command, words, tip, keys| Entry { command, words, tip, keys, menu };
    let mut all = vec![
        entry(Record, C::OpenDialog, "Open…", "Open a record from a file", &["Ctrl+O"][..]),
        entry(Record, C::OpenBundled, "Open the bundled record", "East Asian diplomacy, 1945 to 2024", &[]),
        entry(Record, C::Reload, "Reload", "Read the open file again", &["Ctrl+R"]),
        entry(Record, C::ToggleProblems, "Show problems", "What was found wrong in the record", &[]),
        entry(Record, C::Quit, "Quit", "Close the window", &["Ctrl+Q"]),

        entry(Go, C::FitAll, "Whole record", "Show all events at once", &["Home", "Ctrl+0"]),
        entry(Go, C::CentreSelection, "Centre selection", "Centre the selected event; press again to fit its span", &["F"]),
        entry(Go, C::ZoomIn, "Zoom in", "See less time in more detail, about the pointer", &["Plus", "Equals"]),
        entry(Go, C::ZoomOut, "Zoom out", "See more time, about the pointer", &["Minus"]),
        entry(Go, C::GoToDate, "Go to date…", "Fly to a date: 29 Sep 1972, 昭和47年9月29日, 1972", &["Ctrl+G"]),
        entry(Go, C::GoToToday, "Go to today", "Show the present day", &[]),
        entry(Go, C::Back, "Back", "The place shown before this one", &["Alt+ArrowLeft"]),
        entry(Go, C::Forward, "Forward", "The place left with Back", &["Alt+ArrowRight"]),
        entry(Go, C::NextInLane, "Next event in lane", "Select the event that follows in the same lane", &["Period"]),
        entry(Go, C::PreviousInLane, "Previous event in lane", "Select the event before in the same lane", &["Comma"]),
        entry(Go, C::Hand(Gesture::Scroll(PAGE_POINTS)), "Lower lanes", "Scroll the lanes down", &["PageDown"]),
        entry(Go, C::Hand(Gesture::Scroll(-PAGE_POINTS)), "Upper lanes", "Scroll the lanes up", &["PageUp"]),
        entry(Go, C::Find, "Find…", "Find words in titles, quotes, people, places and tags", &["Ctrl+F"]),
        entry(Go, C::FindNext, "Find next", "Fly to the next event found", &["F3"]),
        entry(Go, C::FindPrevious, "Find previous", "Fly to the event found before", &["Shift+F3"]),
        entry(Go, C::ClearSelection, "Clear selection", "Select nothing", &[]),

        entry(View, C::TogglePanel, "Side panel", "Show or hide the words that were said", &["P"]),
        entry(View, C::ToggleTone, "Tone", "How warm or hostile each event was, under the lanes", &["T"]),
        entry(View, C::ToggleBands, "Office holders", "Who was in office, as stripes under the axis", &["B"]),
        entry(View, C::ToggleOverview, "Overview", "The whole record as a strip", &["O"]),
        entry(View, C::CycleCalendar, "Second calendar", "Step through Japanese eras, Minguo, lunisolar months and none", &["C"]),
        entry(View, C::ShowAllLanes, "Show all lanes", "Bring hidden lanes back", &[]),
        entry(View, C::CycleTheme, "Next theme", "Light, dark, projector, dark projector", &["Ctrl+T"]),
        entry(View, C::CycleLanguage, "Next language", "Titles, names and dates in English, 日本語, 简体中文, 繁體中文, 한국어", &["L"]),
        entry(View, C::ScaleUp, "Larger", "Larger text and marks", &["Ctrl+Plus", "Ctrl+Equals"]),
        entry(View, C::ScaleDown, "Smaller", "Smaller text and marks", &["Ctrl+Minus"]),
        entry(View, C::ScaleReset, "Normal size", "Text and marks at their own size", &[]),

        entry(Help, C::Palette, "All commands…", "Find a command by its words", &["Ctrl+Shift+P"]),
        entry(Help, C::Keys, "Keys", "The list of keys", &["Questionmark", "F1"]),
    ];
    for grouping in Grouping::ALL {
        all.push(entry(View, C::GroupBy(grouping), lanes_words(grouping), "How the canvas is divided", &[]));
    }
    for theme in ThemeId::ALL {
        all.push(entry(View, C::UseTheme(theme), theme_words(theme), "Colours and sizes", &[]));
    }
    all.push(entry(View, C::ReadIn(None), "Dates in each event's own zone", "Local time where the event was", &[]));
    for (zone, words) in ZONES {
        all.push(entry(View, C::ReadIn(Some(zone)), words, "The zone in which dates are read", &[]));
    }
    all
}

/// The zones a reader may look by, with their menu words.
pub const ZONES: [(Zone, &str); 5] = [
    (Zone::TOKYO, "Dates in Tokyo time"),
    (Zone::BEIJING, "Dates in Beijing time"),
    (Zone::SEOUL, "Dates in Seoul time"),
    (Zone::WASHINGTON, "Dates in Washington time"),
    (Zone::UTC, "Dates in UTC"),
];

fn lanes_words(grouping: Grouping) -> &'static str {
    match grouping {
        Grouping::Pair => "Lanes by pair of actors",
        Grouping::Actor => "Lanes by actor",
        Grouping::Kind => "Lanes by kind",
        Grouping::Country => "Lanes by country",
        Grouping::Tag => "Lanes by tag",
        Grouping::None => "One lane",
    }
}

fn theme_words(theme: ThemeId) -> &'static str {
    match theme {
        ThemeId::Light => "Light theme",
        ThemeId::Dark => "Dark theme",
        ThemeId::Projector => "Projector theme",
        ThemeId::ProjectorDark => "Dark projector theme",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    #[test]
    fn no_two_commands_share_a_key() {
        let mut seen = HashMap::new();
        for entry in catalogue() {
            for key in entry.keys {
                if let Some(other) = seen.insert(*key, entry.words) {
                    panic!("{key} calls both '{other}' and '{}'", entry.words);
                }
            }
        }
        assert!(seen.len() > 20);
    }

    #[test]
    fn labels_are_sentence_case_without_full_stop() {
        for entry in catalogue() {
            assert!(!entry.words.ends_with('.'), "{}", entry.words);
            assert!(
                entry.words.starts_with(char::is_uppercase),
                "{}",
                entry.words
            );
            assert!(!entry.tip.is_empty(), "{} has no tooltip", entry.words);
        }
    }

    #[test]
    fn every_listed_command_is_listed_once() {
        for (at, entry) in catalogue().iter().enumerate() {
            let twin = catalogue()
                .iter()
                .skip(at + 1)
                .find(|other| other.command == entry.command);
            assert!(twin.is_none(), "{} is listed twice", entry.words);
        }
    }
}
