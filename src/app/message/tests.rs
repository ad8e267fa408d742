//! Every message, said in every language.

use super::*;
use crate::document::What;
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
        Message::PastingBroke,
        Message::SavingBroke,
        Message::VersionsBroke,
        Message::ArrangingBroke,
        Message::SettingsSpoilt("/home/a/settings.json.bad".into()),
        Message::NoRoomForTone,
        Message::NotEdited("it is open for reading only".into()),
        Message::HasErrors,
        Message::NotKept("the disk is full".into()),
        Message::NotSaved("the disk is full".into()),
        Message::SlowToSave("/net/a.json".into()),
        Message::CopyMade("/home/a/east-asia.json".into()),
        Message::SavedAs("/home/a/east-asia.json".into()),
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
        Message::EditedThere("/home/a/b.json".into()),
        Message::StandsThere("/home/a/b.json".into()),
        Message::ReadOnly(ReadOnlyReason::EarlierVersion),
        Message::Undone(Box::new(Label::several(What::Delete, 2))),
        Message::Redone(Box::new(Label::several(What::Delete, 2))),
        Message::FormAgain,
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
        Message::PicturesLeft(vec!["images/a.png".into(), "images/b.png".into()]),
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
