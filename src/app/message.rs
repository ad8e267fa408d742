//! What a short message says, in the reader's language at the time it is read.

mod edits;
mod moving;
mod not_opened;
mod pictures;
mod several;

pub use not_opened::{NotOpened, WhyNot};
pub use pictures::Why;

use std::path::PathBuf;

use super::catalogue::way_to;
use super::command::{Command, Copied};
use crate::date::{Edtf, Five, HumanDateError, Language, NotMoved};
use crate::document::clip::{ClipError, Rejected};

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
    /// The bundled record was edited, and its copy stands here.
    CopyMade(PathBuf),
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
            Self::Copied(what) => copied(*what).get(language).to_owned(),
            Self::NoEventHolds(words) => no_event_holds(words, language),
            Self::LinkNotOpened(link) => link_not_opened(link, language),
            Self::NoDate { text, error } => no_date(text, error, language),
            Self::BeyondTheAxis(date) => beyond_the_axis(date, language),
            Self::LaneIsHidden => {
                let way = way_to(&Command::ShowAllLanes, language);
                format!("{}{way}", LANE_IS_HIDDEN.get(language))
            }
            Self::OpenedWithWarnings(count) => opened_with_warnings(*count, language),
            Self::BundledIsBroken(error) => format!("{}{error}", BUNDLED_IS_BROKEN.get(language)),
            Self::SettingsNotSaved(error) => format!("{}{error}", SETTINGS_NOT_SAVED.get(language)),
            Self::SettingsSpoilt(path) => {
                format!("{}{}", SETTINGS_SPOILT.get(language), path.display())
            }
            Self::NoRoomForTone => NO_ROOM_FOR_TONE.get(language).to_owned(),
            Self::NotEdited(error) => format!("{}{error}", edits::NOT_EDITED.get(language)),
            Self::HasErrors => edits::HAS_ERRORS.get(language).to_owned(),
            Self::NotKept(error) => format!("{}{error}", edits::NOT_KEPT.get(language)),
            Self::NotSaved(error) => format!("{}{error}", edits::NOT_SAVED.get(language)),
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
            Self::EndsBeforeToday => ENDS_BEFORE_TODAY.get(language).to_owned(),
            Self::SelectFirst => SELECT_FIRST.get(language).to_owned(),
            Self::BundledDoesNotChange => BUNDLED_DOES_NOT_CHANGE.get(language).to_owned(),
            Self::OpeningBroke => OPENING_BROKE.get(language).to_owned(),
            Self::ArrangingBroke => ARRANGING_BROKE.get(language).to_owned(),
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

const ENDS_BEFORE_TODAY: Five = Five::new(
    "The record ends before today",
    "記録は今日より前に終わっています",
    "记录在今天之前就结束了",
    "記錄在今天之前就結束了",
    "기록은 오늘보다 앞서 끝납니다",
);
const SELECT_FIRST: Five = Five::new(
    "Select an event first: click it, or press Tab",
    "先に出来事を選んでください：クリックするか Tab を押します",
    "请先选择一个事件：点击它，或按 Tab",
    "請先選取一個事件：點選它，或按 Tab",
    "먼저 사건을 선택하세요: 누르거나 Tab을 누릅니다",
);
const LANE_IS_HIDDEN: Five = Five::new(
    "Its lane is hidden: ",
    "そのレーンは隠れています：",
    "它所在的泳道已隐藏：",
    "它所在的泳道已隱藏：",
    "그 레인은 숨겨져 있습니다: ",
);
const BUNDLED_DOES_NOT_CHANGE: Five = Five::new(
    "The bundled record does not change",
    "付属の記録は変わりません",
    "自带的记录不会改变",
    "內建的記錄不會改變",
    "기본 제공 기록은 바뀌지 않습니다",
);
const BUNDLED_IS_BROKEN: Five = Five::new(
    "The bundled record is broken: ",
    "付属の記録が壊れています：",
    "自带的记录已损坏：",
    "內建的記錄已損毀：",
    "기본 제공 기록이 손상되었습니다: ",
);
const SETTINGS_NOT_SAVED: Five = Five::new(
    "What you choose here will not be remembered; your settings could not be saved: ",
    "設定を保存できないため、次に開いたときには元に戻ります：",
    "设置无法保存，下次打开时不会保留：",
    "設定無法保存，下次開啟時不會保留：",
    "설정을 저장할 수 없어 다음에 열 때 기억되지 않습니다: ",
);
const SETTINGS_SPOILT: Five = Five::new(
    "Your settings could not be read and are as at the first start; the old ones are kept here: ",
    "設定を読めなかったため、初めの状態に戻しました。元の設定：",
    "设置无法读取，已恢复为初始状态。原来的设置：",
    "設定無法讀取，已回到最初的狀態。原來的設定：",
    "설정을 읽을 수 없어 처음 상태로 되돌렸습니다. 이전 설정: ",
);
const NO_ROOM_FOR_TONE: Five = Five::new(
    "The window is too low for the tone strip",
    "ウィンドウが低すぎて、トーンを表示できません",
    "窗口高度不足，无法显示基调",
    "視窗高度不足，無法顯示基調",
    "창이 낮아 논조를 표시할 수 없습니다",
);
const OPENING_BROKE: Five = Five::new(
    "Opening broke off by a fault of the program; what was open is still open",
    "プログラムの不具合で開けませんでした。これまでの記録は開いたままです",
    "因程序故障而未能打开；原来打开的内容仍然打开着",
    "因程式故障而未能開啟；原來開啟的內容仍然開啟著",
    "프로그램의 결함으로 열지 못했습니다. 열려 있던 것은 그대로입니다",
);
const ARRANGING_BROKE: Five = Five::new(
    "The lanes could not be arranged by a fault of the program",
    "プログラムの不具合でレーンを並べられませんでした",
    "因程序故障而未能排列泳道",
    "因程式故障而未能排列泳道",
    "프로그램의 결함으로 레인을 배치하지 못했습니다",
);

const fn copied(what: Copied) -> Five {
    match what {
        Copied::QuoteAndCitation => Five::new(
            "Quote and citation copied",
            "引用と出典をコピーしました",
            "已复制引文和出处",
            "已複製引文和出處",
            "인용과 출처를 복사했습니다",
        ),
        Copied::Problems => Five::new(
            "List of problems copied",
            "問題点の一覧をコピーしました",
            "已复制问题列表",
            "已複製問題清單",
            "문제 목록을 복사했습니다",
        ),
    }
}

fn no_event_holds(words: &str, language: Language) -> String {
    match language {
        Language::En => format!("No event holds '{words}'"),
        Language::Ja => format!("「{words}」を含む出来事はありません"),
        Language::ZhHans => format!("没有包含“{words}”的事件"),
        Language::ZhHant => format!("沒有包含「{words}」的事件"),
        Language::Ko => format!("‘{words}’ 낱말이 있는 사건이 없습니다"),
    }
}

fn link_not_opened(link: &str, language: Language) -> String {
    match language {
        Language::En => {
            format!("'{link}' was not opened: only http, https and mailto links are")
        }
        Language::Ja => {
            format!("「{link}」は開きません：開くのは http、https、mailto のリンクだけです")
        }
        Language::ZhHans => {
            format!("未打开“{link}”：只打开 http、https 和 mailto 链接")
        }
        Language::ZhHant => {
            format!("未開啟「{link}」：只開啟 http、https 和 mailto 連結")
        }
        Language::Ko => {
            format!("‘{link}’ 링크는 열지 않습니다: http, https, mailto 링크만 엽니다")
        }
    }
}

fn no_date(text: &str, error: &HumanDateError, language: Language) -> String {
    let error = error.words(language);
    match language {
        Language::En => format!("'{text}' is no date: {error}"),
        Language::Ja => format!("「{text}」は日付ではありません：{error}"),
        Language::ZhHans => format!("“{text}”不是日期：{error}"),
        Language::ZhHant => format!("「{text}」不是日期：{error}"),
        Language::Ko => format!("‘{text}’ 날짜가 아닙니다: {error}"),
    }
}

fn beyond_the_axis(date: &str, language: Language) -> String {
    match language {
        Language::En => format!("'{date}' is farther away than the axis reaches"),
        Language::Ja => format!("「{date}」は時間軸の届かない遠い時です"),
        Language::ZhHans => format!("“{date}”超出了时间轴的范围"),
        Language::ZhHant => format!("「{date}」超出了時間軸的範圍"),
        Language::Ko => format!("‘{date}’ 날짜는 시간축이 닿지 않는 때입니다"),
    }
}

fn opened_with_warnings(count: u64, language: Language) -> String {
    let way = way_to(&Command::ToggleProblems, language);
    match language {
        Language::En => {
            let them = if count == 1 { "warning" } else { "warnings" };
            format!("Opened with {count} {them}: {way}")
        }
        Language::Ja => format!("開きました。警告が{count}件あります：{way}"),
        Language::ZhHans => format!("已打开，有{count}条警告：{way}"),
        Language::ZhHant => format!("已開啟，有{count}則警告：{way}"),
        Language::Ko => format!("열었습니다. 경고 {count}건: {way}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::clip::{Place, Why};
    use crate::document::pictures::BringError;

    /// One of each sort.
    #[expect(clippy::too_many_lines, reason = "a list")]
    fn every_message() -> Vec<Message> {
        let not_opened = |reason| {
            let path = PathBuf::from("a.json");
            Message::NotOpened(NotOpened { path, reason })
        };
        let text = "29 September".to_owned();
        let error = crate::date::read_human(&text).expect_err("no year");
        vec![
            Message::Copied(Copied::QuoteAndCitation),
            Message::Copied(Copied::Problems),
            Message::NoEventHolds("tea".into()),
            Message::LinkNotOpened("file:///a".into()),
            Message::NoDate { text, error },
            Message::BeyondTheAxis("Y1E18".into()),
            Message::EndsBeforeToday,
            Message::SelectFirst,
            Message::LaneIsHidden,
            Message::OpenedWithWarnings(1),
            Message::OpenedWithWarnings(2),
            Message::BundledDoesNotChange,
            Message::BundledIsBroken("line 1".into()),
            Message::SettingsNotSaved("No space left on device".into()),
            not_opened(WhyNot::Unreadable("gone".into())),
            not_opened(WhyNot::Folder),
            not_opened(WhyNot::NotAFile),
            not_opened(WhyNot::Missing),
            not_opened(WhyNot::Forbidden),
            not_opened(WhyNot::TooLarge),
            not_opened(WhyNot::InTheWriting),
            Message::OpeningBroke,
            Message::ArrangingBroke,
            Message::SettingsSpoilt("/home/a/settings.json.bad".into()),
            Message::NoRoomForTone,
            Message::NotEdited("it is open for reading only".into()),
            Message::HasErrors,
            Message::NotKept("the disk is full".into()),
            Message::NotSaved("the disk is full".into()),
            Message::CopyMade("/home/a/east-asia.json".into()),
            Message::LeftUnusable {
                path: "/home/a/journal".into(),
                why: "another file".into(),
            },
            Message::LeftFailed(2),
            Message::Merged(0),
            Message::Merged(1),
            Message::Merged(3),
            Message::MergePutOff,
            Message::SaveFirst,
            Message::NoVersions,
            Message::AllSaved,
            Message::NothingToUndo,
            Message::NothingToRedo,
            Message::Deleted("Talks".into()),
            Message::EventAdded("Talks".into()),
            Message::NothingChanged,
            Message::FormDiscarded,
            Message::FormKept("Talks".into()),
            Message::FormKept(String::new()),
            Message::CannotRelate,
            Message::EditedElsewhere,
            Message::FreeAgain,
            Message::Moved(Box::new(Edtf::parse("1972-10-03").expect("a date"))),
            Message::Changed("Talks".into()),
            Message::NotMoved(NotMoved::Several),
            Message::NotMoved(NotMoved::Open),
            Message::NotMoved(NotMoved::Unknown),
            Message::NotMoved(NotMoved::NoEnds),
            Message::NotMoved(NotMoved::NothingKnown),
            Message::NotMoved(NotMoved::NoSuchDate),
            Message::EndsMeet,
            Message::NoLaneThere,
            Message::PictureNotBrought {
                name: "a.svg".into(),
                why: super::pictures::Why::of(|language| BringError::Cancelled.words(language)),
            },
            Message::PictureNeedsAFile,
            Message::PictureIsThere("images/a.png".into()),
            Message::PictureBroke("a.png".into()),
            Message::CopiedEvents(1),
            Message::CopiedEvents(3),
            Message::CopiedRows(1),
            Message::CopiedRows(3),
            Message::Pasted {
                events: 1,
                title: "Talks".into(),
            },
            Message::Pasted {
                events: 3,
                title: String::new(),
            },
            Message::NotPasted(ClipError::NoEvents),
            Message::NotAllPasted(vec![Rejected {
                place: Place::Row(3),
                why: Why::Tone("9".into()),
            }]),
            Message::UnknownColumns(vec!["colour".into()]),
            Message::SelectTwo,
            Message::NothingToSelect,
            Message::Selected(1),
            Message::Selected(3),
            Message::SelectedOnly(2_000),
            Message::DeletedSeveral(3),
            Message::ChangedSeveral(3),
            Message::United {
                title: "Talks".into(),
                kept: Vec::new(),
            },
            Message::United {
                title: "Talks".into(),
                kept: ["date", "kind", "tone"].map(str::to_owned).to_vec(),
            },
        ]
    }

    #[test]
    fn no_two_messages_are_worded_alike_and_no_language_borrows_anothers() {
        for language in Language::ALL {
            let said = every_message().into_iter();
            let mut said: Vec<String> = said.map(|message| message.words(language)).collect();
            for words in &said {
                let foreign = |c: char| match language {
                    Language::En => !c.is_ascii() && !"›’".contains(c),
                    Language::Ja => ('\u{AC00}'..='\u{D7A3}').contains(&c),
                    _ => ('\u{3041}'..='\u{30FF}').contains(&c),
                };
                assert!(!words.chars().any(foreign), "{language:?}: {words}");
            }
            said.sort_unstable();
            assert!(said.windows(2).all(|pair| pair[0] != pair[1]), "{said:?}");
        }
    }

    #[test]
    fn a_message_names_the_menu_as_the_menu_does() {
        let said = Message::OpenedWithWarnings(2).words(Language::En);
        assert_eq!(
            said,
            "Opened with 2 warnings: Menu › Record › Show problems"
        );
        let said = Message::LaneIsHidden.words(Language::Ko);
        assert!(said.ends_with("메뉴 › 보기 › 숨긴 레인 보기"), "{said}");
    }

    #[test]
    fn what_another_program_said_stays_as_it_was() {
        let told = Message::from("a.json:3:4: error");
        assert_eq!(told.words(Language::Ja), "a.json:3:4: error");
    }
}
