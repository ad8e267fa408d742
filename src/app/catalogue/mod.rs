//! The commands that a user may call by name, each with its words, tooltip, keys and menu: menus,
//! shortcuts, the palette and the `?` sheet all read this one list.

mod choices;
mod edit;
mod go;
mod moving;
mod record;
mod view;

use std::sync::LazyLock;

use super::command::Command;
use crate::date::{Five, Language};

/// Where a command stands in the menus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Menu {
    /// Opening and closing.
    Record,
    /// Changing events.
    Edit,
    /// Moving through time.
    Go,
    /// What is drawn and how.
    View,
    /// Looking things up.
    Help,
}

impl Menu {
    /// Every menu in the order they stand.
    pub const ALL: [Self; 5] = [Self::Record, Self::Edit, Self::Go, Self::View, Self::Help];

    /// The word on the button that opens all of them.
    pub const BUTTON: Five = Five::new("Menu", "メニュー", "菜单", "選單", "메뉴");

    /// The word on the menu.
    pub const fn words(self) -> Five {
        match self {
            Self::Record => Five::new("Record", "記録", "记录", "記錄", "기록"),
            Self::Edit => Five::new("Edit", "編集", "编辑", "編輯", "편집"),
            Self::Go => Five::new("Go", "移動", "转到", "前往", "이동"),
            Self::View => Five::new("View", "表示", "视图", "檢視", "보기"),
            Self::Help => Five::new("Help", "ヘルプ", "帮助", "說明", "도움말"),
        }
    }
}

/// A command with its words.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What it sends.
    pub command: Command,
    /// The label; in English sentence case.
    pub words: Five,
    /// What it does, in a few more words.
    pub tip: Five,
    /// Its shortcuts as people write them ("Ctrl+Shift+P"); the first is the one shown.
    pub keys: &'static [&'static str],
    /// The menu that holds it.
    pub menu: Menu,
}

/// Every command that can be called by name, in menu order.
pub fn catalogue() -> &'static [Entry] {
    static CATALOGUE: LazyLock<Vec<Entry>> = LazyLock::new(|| {
        let parts = [
            record::opening(),
            edit::entries(),
            moving::entries(),
            go::entries(),
            view::entries(),
            record::help(),
            choices::entries(),
        ];
        parts.into_iter().flatten().collect()
    });
    &CATALOGUE
}

/// The entry of a command, if it has one.
pub fn entry(command: &Command) -> Option<&'static Entry> {
    catalogue().iter().find(|entry| entry.command == *command)
}

/// What a command is called in a menu; empty for one that has no name.
pub fn words(command: &Command, language: Language) -> &'static str {
    entry(command).map_or("", |entry| entry.words.get(language))
}

/// Where a command is found: "Menu › View › Show hidden lanes".
pub fn way_to(command: &Command, language: Language) -> String {
    let button = Menu::BUTTON.get(language);
    match entry(command) {
        Some(found) => {
            let (menu, words) = (found.menu.words(), found.words);
            format!(
                "{button} › {} › {}",
                menu.get(language),
                words.get(language)
            )
        }
        None => button.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn no_two_commands_share_a_key() {
        let mut seen = HashMap::new();
        for entry in catalogue() {
            let words = entry.words.get(Language::En);
            for key in entry.keys {
                if let Some(other) = seen.insert(*key, words) {
                    panic!("{key} calls both '{other}' and '{words}'");
                }
            }
        }
        assert!(seen.len() > 20);
    }

    #[test]
    fn labels_are_sentence_case_without_full_stop() {
        for entry in catalogue() {
            let english = entry.words.get(Language::En);
            assert!(english.starts_with(char::is_uppercase), "{english}");
            for language in Language::ALL {
                let words = entry.words.get(language);
                assert!(!words.ends_with(['.', '。']), "{words}");
            }
        }
    }

    #[test]
    fn every_command_is_named_and_explained_in_every_language() {
        for entry in catalogue() {
            entry.words.assert_spoken();
            entry.tip.assert_spoken();
        }
        for menu in Menu::ALL {
            menu.words().assert_spoken();
        }
        Menu::BUTTON.assert_spoken();
    }

    #[test]
    fn no_two_commands_have_one_name() {
        for language in Language::ALL {
            let mut names: Vec<&str> = catalogue()
                .iter()
                .map(|entry| entry.words.get(language))
                .collect();
            names.sort_unstable();
            for pair in names.windows(2) {
                assert_ne!(pair[0], pair[1], "{language:?}");
            }
        }
    }

    #[test]
    fn every_listed_command_is_listed_once() {
        for (at, entry) in catalogue().iter().enumerate() {
            let twin = catalogue()
                .iter()
                .skip(at + 1)
                .find(|other| other.command == entry.command);
            assert!(twin.is_none(), "{:?} is listed twice", entry.words);
        }
    }

    #[test]
    fn the_way_to_a_command_goes_through_its_menu() {
        let way = |language| way_to(&Command::ShowAllLanes, language);
        assert_eq!(way(Language::En), "Menu › View › Show hidden lanes");
        assert_eq!(way(Language::Ja), "メニュー › 表示 › 隠したレーンを表示");
    }
}
