//! What a short message says, in the reader's language at the time it is read.

mod edits;
mod moving;
mod not_opened;
mod pictures;
mod plain;
mod several;

pub use not_opened::{NotOpened, WhyNot};
pub use pictures::Why;

use std::path::PathBuf;

use super::catalogue::way_to;
use super::command::{Command, Copied};
use crate::date::{Edtf, HumanDateError, Language, NotMoved};
use crate::document::Label;
use crate::document::clip::{ClipError, Rejected};
use crate::record::ReadOnlyReason;

/// What is to be told.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// This was put on the clipboard.
    Copied(Copied),
    /// A search found nothing for these words.
    NoEventHolds(String),
    /// A link that is not opened, since only web and mail addresses are.
    LinkNotOpened(String),
    /// What was typed is no date.
    NoDate {
        /// As it was typed.
        text: String,
        /// Why not, and what would be right.
        error: HumanDateError,
    },
    /// A date lies where seconds cannot be counted.
    BeyondTheAxis(String),
    /// Today lies beyond the record.
    EndsBeforeToday,
    /// A command needs a selected event.
    SelectFirst,
    /// The event that is looked for stands in a hidden lane.
    LaneIsHidden,
    /// The record is open; so many warnings are to be read.
    OpenedWithWarnings(u64),
    /// There is nothing to reload.
    BundledDoesNotChange,
    /// The record that the program brings cannot be read, for this reason.
    BundledIsBroken(String),
    /// A file that did not open.
    NotOpened(NotOpened),
    /// The program failed while it read a file.
    OpeningBroke,
    /// The program failed while it read what is to be pasted.
    PastingBroke,
    /// The program failed while it saved the record under another name.
    SavingBroke,
    /// The program failed while it looked for earlier versions.
    VersionsBroke,
    /// The program failed while it made lanes.
    ArrangingBroke,
    /// What was chosen is not remembered, for this reason.
    SettingsNotSaved(String),
    /// The settings could not be read; they are kept here.
    SettingsSpoilt(PathBuf),
    /// The window is too low for the tone strip.
    NoRoomForTone,
    /// An edit could not be made, for this reason.
    NotEdited(String),
    /// The record has errors: it is for the reader to decide whether to edit it.
    HasErrors,
    /// What was edited last is in memory only, for this reason.
    NotKept(String),
    /// The record was not saved, for this reason; its edits are in the journal.
    NotSaved(String),
    /// This file is still being saved; its edits are in the journal.
    SlowToSave(PathBuf),
    /// The bundled record was edited, and its copy stands here.
    CopyMade(PathBuf),
    /// The record was saved as this file, and goes on there.
    SavedAs(PathBuf),
    /// A journal of edits is of no use for this file, for this reason; it was put aside to here.
    LeftUnusable {
        /// Where it is.
        path: PathBuf,
        /// Why.
        why: String,
    },
    /// So many edits that were left could not be made again.
    LeftFailed(usize),
    /// Our changes and those of another program, of so many events, are one now.
    Merged(usize),
    /// Our changes and those of another program wait for the reader.
    MergePutOff,
    /// Changes of this window are in no file yet, and would be lost.
    SaveFirst,
    /// No earlier version of the record is kept.
    NoVersions,
    /// Everything is saved.
    AllSaved,
    /// There is no edit to take back.
    NothingToUndo,
    /// There is no edit to make again.
    NothingToRedo,
    /// The event of this title was deleted.
    Deleted(String),
    /// The event of this title was added.
    EventAdded(String),
    /// A form was saved that changes nothing.
    NothingChanged,
    /// A form was thrown away.
    FormDiscarded,
    /// A form, with this title, was left half filled in an earlier session.
    FormKept(String),
    /// Another window edits the file that the record was to be saved as.
    EditedThere(PathBuf),
    /// A file stands where the record was to be saved.
    StandsThere(PathBuf),
    /// The record may only be read, for this reason.
    ReadOnly(ReadOnlyReason),
    /// What this says was taken back.
    Undone(Box<Label>),
    /// What this says was made again.
    Redone(Box<Label>),
    /// A form that was half filled in is open again.
    FormAgain,
    /// Another window edits the record; here it is for reading.
    EditedElsewhere,
    /// That window is gone.
    FreeAgain,
    /// An event without an id, or the event itself, cannot be related to.
    CannotRelate,
    /// An event was moved to this date.
    Moved(Box<Edtf>),
    /// The event of this title was changed.
    Changed(String),
    /// A date was not moved, for this reason.
    NotMoved(NotMoved),
    /// Beginning and end are the same, and neither goes beyond the other.
    EndsMeet,
    /// There is no lane on that side that would change an event.
    NoLaneThere,
    /// A picture was not added, for this reason.
    PictureNotBrought {
        /// Its file's name.
        name: String,
        /// Why.
        why: Why,
    },
    /// A picture needs a file of the record's to stand beside.
    PictureNeedsAFile,
    /// The event has the picture of this path already.
    PictureIsThere(String),
    /// Pictures of these paths were not taken along to another folder.
    PicturesLeft(Vec<String>),
    /// A picture of this name was not added, by a fault of the program.
    PictureBroke(String),
    /// So many events were copied.
    CopiedEvents(usize),
    /// So many events were copied as rows of a table.
    CopiedRows(usize),
    /// So many events were pasted.
    Pasted {
        /// How many.
        events: usize,
        /// The title of the only one.
        title: String,
    },
    /// The clipboard holds nothing that can be pasted, for this reason.
    NotPasted(ClipError),
    /// These were not pasted.
    NotAllPasted(Vec<Rejected>),
    /// These columns of what was pasted are none of an event's.
    UnknownColumns(Vec<String>),
    /// A command needs two selected events.
    SelectTwo,
    /// There is no event to select.
    NothingToSelect,
    /// So many events are selected.
    Selected(usize),
    /// No more than so many events can be selected.
    SelectedOnly(usize),
    /// So many events were deleted.
    DeletedSeveral(usize),
    /// So many events were changed.
    ChangedSeveral(usize),
    /// Two events became one.
    United {
        /// The title of the one.
        title: String,
        /// The fields in which the other differed, by their names in the file.
        kept: Vec<String>,
    },
    /// A sentence of another's as it is: a report with line and column, or what the system said.
    AsTold(String),
}

impl Message {
    /// The sentence.
    pub fn words(&self, language: Language) -> String {
        match self {
            Self::Copied(what) => plain::copied(*what).get(language).to_owned(),
            Self::NoEventHolds(words) => plain::no_event_holds(words, language),
            Self::LinkNotOpened(link) => plain::link_not_opened(link, language),
            Self::NoDate { text, error } => plain::no_date(text, error, language),
            Self::BeyondTheAxis(date) => plain::beyond_the_axis(date, language),
            Self::LaneIsHidden => {
                let way = way_to(&Command::ShowAllLanes, language);
                format!("{}{way}", plain::LANE_IS_HIDDEN.get(language))
            }
            Self::OpenedWithWarnings(count) => plain::opened_with_warnings(*count, language),
            Self::BundledIsBroken(error) => {
                format!("{}{error}", plain::BUNDLED_IS_BROKEN.get(language))
            }
            Self::SettingsNotSaved(error) => {
                format!("{}{error}", plain::SETTINGS_NOT_SAVED.get(language))
            }
            Self::SettingsSpoilt(path) => {
                format!("{}{}", plain::SETTINGS_SPOILT.get(language), path.display())
            }
            Self::NoRoomForTone => plain::NO_ROOM_FOR_TONE.get(language).to_owned(),
            Self::NotEdited(error) => format!("{}{error}", edits::NOT_EDITED.get(language)),
            Self::HasErrors => edits::HAS_ERRORS.get(language).to_owned(),
            Self::NotKept(error) => format!("{}{error}", edits::NOT_KEPT.get(language)),
            Self::NotSaved(error) => format!("{}{error}", edits::NOT_SAVED.get(language)),
            Self::SlowToSave(path) => edits::slow_to_save(path, language),
            Self::SavedAs(path) => edits::saved_as(path, language),
            Self::CopyMade(path) => edits::copy_made(path, language),
            Self::LeftUnusable { path, why } => edits::left_unusable(path, why, language),
            Self::LeftFailed(count) => edits::left_failed(*count, language),
            Self::Merged(events) => edits::merged(*events, language),
            Self::MergePutOff => edits::MERGE_PUT_OFF.get(language).to_owned(),
            Self::SaveFirst => edits::SAVE_FIRST.get(language).to_owned(),
            Self::NoVersions => edits::NO_VERSIONS.get(language).to_owned(),
            Self::AllSaved => edits::ALL_SAVED.get(language).to_owned(),
            Self::NothingToUndo => edits::NOTHING_TO_UNDO.get(language).to_owned(),
            Self::NothingToRedo => edits::NOTHING_TO_REDO.get(language).to_owned(),
            Self::Deleted(title) => edits::deleted(title, language),
            Self::EventAdded(title) => format!("{}{title}", edits::EVENT_ADDED.get(language)),
            Self::NothingChanged => edits::NOTHING_CHANGED.get(language).to_owned(),
            Self::FormDiscarded => edits::FORM_DISCARDED.get(language).to_owned(),
            Self::FormKept(title) => edits::form_kept(title, language),
            Self::EditedThere(path) => edits::edited_there(path, language),
            Self::StandsThere(path) => edits::stands_there(path, language),
            Self::ReadOnly(reason) => edits::read_only(*reason).get(language).to_owned(),
            Self::Undone(label) => {
                format!("{}{}", edits::UNDONE.get(language), label.words(language))
            }
            Self::Redone(label) => {
                format!("{}{}", edits::REDONE.get(language), label.words(language))
            }
            Self::FormAgain => edits::FORM_AGAIN.get(language).to_owned(),
            Self::EditedElsewhere => edits::EDITED_ELSEWHERE.get(language).to_owned(),
            Self::FreeAgain => edits::FREE_AGAIN.get(language).to_owned(),
            Self::CannotRelate => edits::CANNOT_RELATE.get(language).to_owned(),
            Self::Moved(date) => moving::moved(date, language),
            Self::Changed(title) => format!("{}{title}", moving::CHANGED.get(language)),
            Self::NotMoved(why) => moving::not_moved(*why).get(language).to_owned(),
            Self::EndsMeet => moving::ENDS_MEET.get(language).to_owned(),
            Self::NoLaneThere => moving::NO_LANE_THERE.get(language).to_owned(),
            Self::PictureNotBrought { name, why } => pictures::not_brought(name, why, language),
            Self::PictureNeedsAFile => pictures::NEEDS_A_FILE.get(language).to_owned(),
            Self::PicturesLeft(paths) => pictures::left(paths, language),
            Self::PictureIsThere(path) => pictures::is_there(path, language),
            Self::PictureBroke(name) => pictures::broke(name, language),
            Self::CopiedEvents(count) => several::copied(*count, language),
            Self::CopiedRows(count) => several::copied_rows(*count, language),
            Self::Pasted { events, title } => several::pasted(*events, title, language),
            Self::NotPasted(error) => error.words(language),
            Self::NotAllPasted(rejected) => several::not_all_pasted(rejected, language),
            Self::UnknownColumns(names) => several::unknown_columns(names, language),
            Self::SelectTwo => several::SELECT_TWO.get(language).to_owned(),
            Self::NothingToSelect => several::NOTHING_TO_SELECT.get(language).to_owned(),
            Self::Selected(count) => several::selected(*count, language),
            Self::SelectedOnly(count) => several::selected_only(*count, language),
            Self::DeletedSeveral(count) => several::deleted(*count, language),
            Self::ChangedSeveral(count) => several::changed(*count, language),
            Self::United { title, kept } => several::united(title, kept, language),
            Self::NotOpened(file) => file.words(language),
            Self::AsTold(words) => words.clone(),
            Self::EndsBeforeToday => plain::ENDS_BEFORE_TODAY.get(language).to_owned(),
            Self::SelectFirst => plain::SELECT_FIRST.get(language).to_owned(),
            Self::BundledDoesNotChange => plain::BUNDLED_DOES_NOT_CHANGE.get(language).to_owned(),
            Self::OpeningBroke => plain::OPENING_BROKE.get(language).to_owned(),
            Self::PastingBroke => plain::PASTING_BROKE.get(language).to_owned(),
            Self::SavingBroke => plain::SAVING_BROKE.get(language).to_owned(),
            Self::VersionsBroke => plain::VERSIONS_BROKE.get(language).to_owned(),
            Self::ArrangingBroke => plain::ARRANGING_BROKE.get(language).to_owned(),
        }
    }
}

impl From<String> for Message {
    fn from(words: String) -> Self {
        Self::AsTold(words)
    }
}

impl From<&str> for Message {
    fn from(words: &str) -> Self {
        Self::AsTold(words.to_owned())
    }
}

#[cfg(test)]
mod tests;
