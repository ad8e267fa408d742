//! Every thing a user can ask for, in one enum.
//!
//! Panels and keys send [`Command`]s; [`super::update`] is the only place that carries them out.
//! Those that a user may call by name stand in the [`catalogue`](super::catalogue).

use std::path::PathBuf;

use super::editing::Move;
use super::table::Asked as InTable;
use crate::date::{Calendar, Language, Zone};
use crate::document::bulk::Bulk;
use crate::document::draft::Draft;
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
    /// Ask for a file and save the record as it.
    SaveAsDialog,
    /// Save the record as this file, and go on with that one; a file that stands there is replaced.
    SaveAs(PathBuf),
    /// The same, unless something stands there.
    SaveAsNew(PathBuf),
    /// Ask for a file in the window itself: the system has no dialog for it.
    TypePath(PathFor),
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
    /// Select several events.
    Selecting(Selecting),
    /// Select nothing.
    ClearSelection,
    /// The next event of the lane.
    NextInLane,
    /// The event before in the lane.
    PreviousInLane,

    /// Change the record, or what has become of changes.
    Editing(Editing),
    /// Change all selected events alike.
    ChangeSelected(Box<Bulk>),
    /// Bring events to the clipboard or from there.
    Clip(Clip),
    /// Fill in a form for an event.
    Form(Form),
    /// Move an event through time or to another lane.
    Move(Move),
    /// Show the events as a table, and change them there.
    Table(InTable),

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
    /// Give the keyboard to the side panel, or from there back to the selected event.
    ChangePane,
    /// Read on, or back, by a page of the side panel.
    Read(Way),
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
    /// Show the program, titles, names and dates in this language.
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
        /// What it was, for the notice.
        what: Copied,
    },
    /// Open a link in the browser, if it is http, https or mailto.
    OpenLink(String),
}

/// What a file is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathFor {
    /// To open it.
    Open,
    /// To save the record as it.
    SaveAs,
    /// To add it to an event as a picture.
    Picture,
}

/// What changes the record, and what has to do with changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Editing {
    /// Take the last edit back.
    Undo,
    /// Make the edit again that was taken back last.
    Redo,
    /// Take edits back, or make them again, until so many are made.
    WalkTo(usize),
    /// Show or hide the history.
    ToggleHistory,
    /// Show or hide the earlier versions of the record.
    ToggleVersions,
    /// Open one of them, by its place in the list, for reading.
    OpenVersion(usize),
    /// Delete the selected event.
    Delete,
    /// Add a second event like the selected one.
    Duplicate,
    /// Bring the second of two selected events into the first.
    Unite,
    /// Open or close the form for all selected events.
    ToggleBulk,
    /// Let a record with errors be edited: what could not be read keeps its bytes.
    EditAnyway,
    /// Make the edits again that a program which died left.
    BringBack,
    /// Put them aside.
    LeaveOut,
    /// Close the window, whatever is lost.
    CloseInAnyCase,
    /// Bring our changes and those of another program together.
    Merge(super::editing::Merging),
    /// Save by itself a while after the last edit, or only when asked.
    ToggleAutosave,
    /// Save the record now.
    Save,
    /// Begin with what could not be saved or written down.
    TryToSave,
}

/// How several events are selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selecting {
    /// Add one to those that are selected, or take it from them.
    Toggle {
        /// The event.
        event: EventIx,
        /// The lane that it was pointed at in.
        lane: u16,
    },
    /// Add those of a lane between the selected event and this one.
    Range {
        /// The event.
        event: EventIx,
        /// The lane.
        lane: u16,
    },
    /// Select all that the search found, or all in view.
    All,
}

/// What is done with the clipboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clip {
    /// Copy the selected events, to paste them into a record.
    Copy,
    /// Copy them as rows of a table.
    CopyRows,
    /// Ask the window for what is on the clipboard.
    AskToPaste,
    /// Add the events that this text holds.
    Paste(String),
}

/// What is done with the form for an event.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// Open one for a new event.
    New,
    /// The same with what a place on the canvas says.
    NewAt {
        /// The date, as exactly as the place tells it.
        date: String,
        /// The lane.
        lane: Option<LaneKey>,
    },
    /// Open one for the selected event.
    Edit,
    /// What is filled in is this now.
    Change(Box<Draft>),
    /// Save it as one edit.
    Save,
    /// Close it; what is filled in is kept.
    Leave,
    /// Close it and throw away what is filled in.
    Discard,
    /// Open again what was thrown away last.
    TakeBack,
    /// Open one that was left, by its opening.
    Resume(u64),
    /// Pick the event of this relation, by its place, on the canvas; none: pick no more.
    Pick(Option<usize>),
    /// This event was picked.
    Picked(EventIx),
    /// Ask for a picture's file.
    AskForPicture,
    /// Bring this picture beside the record and add it.
    AddPicture(PathBuf),
    /// Bring none of those that are on their way.
    StopPictures,
}

/// What was put on the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// A quote with where it stands.
    QuoteAndCitation,
    /// What was found wrong in the record.
    Problems,
}

/// Through a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To its end.
    On,
    /// To its beginning.
    Back,
}

/// What a hand does to the window of time. Places count in points from the plot's left edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Gesture {
    /// A drag or an own pan begins: the place is one to come back to.
    Grab,
    /// The paper moves with the hand by these points.
    Drag(f32),
    /// Two fingers move the paper by these points.
    Pan(f32),
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

impl Command {
    /// Whether it gives the keyboard to something else than an event.
    pub(super) fn takes_the_keyboard(&self) -> bool {
        matches!(
            self,
            Self::Find
                | Self::ClearFind
                | Self::Palette
                | Self::Keys
                | Self::GoToDate
                | Self::ToggleProblems
                | Self::Editing(Editing::ToggleHistory | Editing::ToggleBulk)
                | Self::Form(Form::New | Form::NewAt { .. } | Form::Edit | Form::Resume(_))
                | Self::OpenDialog
                | Self::Escape
        )
    }
}
