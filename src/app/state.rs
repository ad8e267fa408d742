//! All that the program knows at a moment.

use std::collections::{BTreeSet, VecDeque};
use std::path::PathBuf;
use std::sync::Arc;

use super::Settings;
use super::command::{PathFor, Way};
use super::editing::{Closing, Editing, Home, Moving, Pasting, SavingAs};
use super::find::Find;
use super::form::Forms;
use super::jobs::{Job, Wake};
use super::message::Message;
use super::motion::{Held, Motion};
use super::notice::Notices;
use super::settings::Place;
use super::table::Table;
use super::trail::Trail;
use crate::date::{Instant, Language, Zone};
use crate::document::backup::Backup;
use crate::document::left::{Found, LeftEdits};
use crate::document::{Document, OnDisk, OpenFileError};
use crate::index::Index;
use crate::record::EventIx;
use crate::scene::{BandGroup, Limits, Viewport, band_groups};

/// What is asked of the window after a command.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Ask for a file.
    AskForFile,
    /// Ask for a file to save the record as.
    AskWhereToSave,
    /// Ask for a picture's file.
    AskForPicture,
    /// Ask for what is on the clipboard.
    AskForClipboard,
    /// Put text on the clipboard.
    Copy(String),
    /// Open a link in the browser; it was checked.
    OpenLink(String),
    /// Scroll the side panel by a page.
    TurnPage(Way),
    /// Give the keyboard to the side panel, or from there back to the canvas.
    ChangePane,
    /// Put the cursor in the find field.
    FocusFind,
    /// Give the keyboard back to the canvas.
    FocusCanvas,
    /// Give the keyboard to the form.
    FocusForm,
    /// Give the keyboard to the first field of the form that keeps it from being saved.
    FocusProblem,
    /// Write down now what is remembered between runs.
    Remember,
    /// Close the window.
    Close,
}

/// What lies over the window. What is typed into it is the window's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// Every command, by its words.
    Palette,
    /// The list of keys.
    Keys,
    /// A date to go to.
    GoTo,
    /// What was found wrong in the record.
    Problems,
    /// The edits, to go to any point of them.
    History,
    /// Earlier versions of the record.
    Versions,
    /// The edits that a program which died left.
    Left,
    /// What another program changed otherwise than we did.
    Merge,
    /// The window is to be closed, and the last edits are on no disk.
    Closing,
    /// An event was let go over another lane: whether that changes it.
    MoveLane,
    /// What is to be changed of all selected events.
    Bulk,
    /// A file's path.
    Path(PathFor),
}

/// Where the pointer is over the plot, in points from its left edge.
pub type Pointer = Option<f32>;

/// The whole record's first and last second.
pub type WholeSpan = (f64, f64);

/// A load that runs.
pub type Load = Job<Result<(Document, Index, Found), OpenFileError>>;

/// A place to come back to: the window of time and the selection.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// First second in view.
    pub start_s: f64,
    /// First second past the view.
    pub end_s: f64,
    /// The selected event.
    pub selected: Option<EventIx>,
}

/// The program's state; [`State::update`] changes it.
pub struct State {
    /// What is open.
    pub document: Document,
    /// Its columns under the present grouping.
    pub index: Arc<Index>,
    /// Its groups of bands.
    pub band_groups: Vec<BandGroup>,
    /// The window of time. Its width is the plot's, which the window sets.
    pub viewport: Viewport,
    /// What moves it.
    pub motion: Motion,
    /// Keys held down that move it.
    pub held: Held,
    /// Where the pointer is over the plot: zooming holds the time under it.
    pub pointer_x: Pointer,
    /// The selected event.
    pub selected: Option<EventIx>,
    /// Events that are selected beside it.
    pub selected_more: BTreeSet<EventIx>,
    /// The lane it was selected in, by position in the index: `,` and `.` go along it.
    pub selected_lane: Option<u16>,
    /// An event whose lane the canvas is to scroll into view.
    pub bring_into_view: Option<EventIx>,
    /// The tone strip was asked for just now: the canvas says where it has no room.
    pub tone_is_new: bool,
    /// An event whose node is to have the keyboard, as soon as it is in view.
    pub focus_event: Option<EventIx>,
    /// How far the lanes are scrolled down, in points.
    pub scroll_points: f32,
    /// Places left and places ahead.
    pub trail: Trail<Spot>,
    /// What is looked for.
    pub find: Find,
    /// What lies over the window.
    pub dialog: Option<Dialog>,
    /// What is remembered between runs.
    pub settings: Settings,
    /// Messages.
    pub notices: Notices,
    /// A load that runs.
    pub load: Option<Load>,
    /// New lanes in the making.
    pub regroup: Option<Job<Index>>,
    /// What became of the open file since it was read.
    pub changed_on_disk: Option<OnDisk>,
    /// The edits of what is open.
    pub editing: Editing,
    /// The forms for its events.
    pub forms: Forms,
    /// The events as a table.
    pub table: Table,
    /// The event in the hand.
    pub moving: Option<Moving>,
    /// The earlier versions that are listed.
    pub versions: Vec<Backup>,
    /// The same being looked for.
    pub(super) finding_versions: Option<Job<Result<Vec<Backup>, Message>>>,
    /// A save under another name that runs.
    pub(super) saving_as: Option<SavingAs>,
    /// What is being read from the clipboard, and what waits for it.
    pub(super) pasting: VecDeque<Pasting>,
    /// Keepers of records that were saved under another name, which are still at work.
    pub(super) leaving: Vec<Job<()>>,
    /// The window was asked to close and waits for what it does not know of its keeper yet.
    pub(super) closing: Closing,
    /// Edits that a program which died left, until the reader says what becomes of them.
    pub left: Option<Box<LeftEdits>>,
    /// Where edits are kept; without, they are in memory only.
    pub home: Option<Home>,
    /// The present, for the today line.
    pub now: Option<Instant>,
    pub(super) effects: Vec<Effect>,
    pub(super) wake: Wake,
    /// The plot was given its width: the first one fits the remembered place.
    pub(super) placed: bool,
    /// Seconds since the window of time last moved.
    pub(super) still_s: f64,
}

impl State {
    /// State with a record open.
    pub fn new(document: Document, settings: Settings, wake: Wake) -> Self {
        let index = Index::build(&document.timeline, settings.grouping, None);
        let groups = band_groups(&document.timeline);
        let mut state = Self {
            document,
            index: Arc::new(index),
            band_groups: groups,
            viewport: Viewport::new(0.0, 1.0, 1.0),
            motion: Motion::Still,
            held: Held::default(),
            pointer_x: None,
            selected: None,
            selected_more: BTreeSet::new(),
            selected_lane: None,
            bring_into_view: None,
            tone_is_new: false,
            focus_event: None,
            scroll_points: 0.0,
            trail: Trail::default(),
            find: Find::default(),
            dialog: None,
            settings,
            notices: Notices::default(),
            load: None,
            regroup: None,
            changed_on_disk: None,
            editing: Editing::default(),
            forms: Forms::default(),
            table: Table::default(),
            moving: None,
            versions: Vec::new(),
            finding_versions: None,
            saving_as: None,
            pasting: VecDeque::new(),
            leaving: Vec::new(),
            closing: Closing::default(),
            left: None,
            home: None,
            now: None,
            effects: Vec::new(),
            wake,
            placed: false,
            still_s: f64::INFINITY,
        };
        state.restore_place();
        state
    }

    /// The language of the program, titles, names and dates.
    pub fn language(&self) -> Language {
        self.settings.language()
    }

    /// The language of second lines: the reader's other one.
    pub fn second_language(&self) -> Language {
        if self.language() == Language::En {
            Language::Ja
        } else {
            Language::En
        }
    }

    /// The zone ticks are in: the one chosen, else Tokyo's. It does not follow the selection: an
    /// axis that moves when one clicks would be no axis.
    pub fn zone(&self) -> Zone {
        self.settings.zone().unwrap_or(Zone::TOKYO)
    }

    /// First and last second of the record; the last eighty years without events.
    pub fn whole(&self) -> WholeSpan {
        const EIGHTY_YEARS_S: f64 = 80.0 * crate::scene::SECONDS_PER_YEAR;
        self.index
            .span_s()
            .map_or((0.0, EIGHTY_YEARS_S), |(start, end)| {
                (start as f64, end as f64)
            })
    }

    /// How far one may zoom and pan.
    pub fn limits(&self) -> Limits {
        let (start, end) = self.whole();
        Limits::for_record(start, end)
    }

    /// Positions in [`State::band_groups`] of the groups to draw.
    pub fn shown_bands(&self) -> Vec<usize> {
        if !self.settings.bands || self.band_groups.is_empty() {
            return Vec::new();
        }
        let chosen: Vec<usize> = self
            .band_groups
            .iter()
            .enumerate()
            .filter(|(_, group)| {
                self.settings
                    .band_groups
                    .iter()
                    .any(|name| *name == *group.name.original())
            })
            .map(|(at, _)| at)
            .collect();
        if chosen.is_empty() { vec![0] } else { chosen }
    }

    /// What the window is asked to do since this was last called.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// Where the reader is.
    pub fn spot(&self) -> Spot {
        let target = self.motion.target(self.viewport);
        Spot {
            start_s: target.start_s,
            end_s: target.end_s(),
            selected: self.selected,
        }
    }

    /// The name under which the place in this record is remembered.
    pub(super) fn place_key(&self) -> String {
        self.document
            .origin
            .path()
            .map_or_else(String::new, |path| path.display().to_string())
    }

    /// Notes where the reader is, to come back there in the next run.
    pub fn remember_place(&mut self) {
        let key = self.place_key();
        self.note_place(key);
    }

    /// The same for the file that this record is about to be.
    pub(super) fn remember_place_as(&mut self, path: &std::path::Path) {
        self.note_place(path.display().to_string());
    }

    fn note_place(&mut self, key: String) {
        if !self.placed {
            return;
        }
        let spot = self.spot();
        let selected = spot.selected.and_then(|event| {
            self.document
                .timeline
                .id(event)
                .map(std::borrow::Cow::into_owned)
        });
        self.settings.places.insert(
            key,
            Place {
                start_s: spot.start_s,
                end_s: spot.end_s,
                selected,
            },
        );
    }

    /// Goes where the reader was in this record, or shows all of it.
    pub(super) fn restore_place(&mut self) {
        let width = self.viewport.width_points;
        let place = self.settings.places.get(&self.place_key()).cloned();
        match place.filter(Place::is_sane) {
            Some(place) => {
                self.viewport = Viewport::new(place.start_s, place.end_s, width);
                self.selected = place
                    .selected
                    .and_then(|id| self.document.timeline.find(&id));
                self.bring_into_view = self.selected;
            }
            None => self.viewport = self.whole_fitted(),
        }
        self.motion = Motion::Still;
    }

    /// The window's plot has this width now.
    pub fn set_plot_width(&mut self, width_points: f32) {
        let width_points = width_points.max(1.0);
        if (self.viewport.width_points - width_points).abs() < 0.01 {
            return;
        }
        // The same window of time stays in view, so that opening a panel loses nothing.
        self.viewport = Viewport::new(self.viewport.start_s, self.viewport.end_s(), width_points);
        if !self.placed {
            // Only now is there a width to fit the record into.
            self.placed = true;
            self.restore_place();
        }
    }

    /// The path of the open file, for the window's title and dialogs.
    pub fn path(&self) -> Option<PathBuf> {
        self.document.origin.path().map(std::path::Path::to_owned)
    }
}
