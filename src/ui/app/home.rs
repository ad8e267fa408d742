//! Where edits are kept: the user's folders, as the system names them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::editing::Home;
use crate::document::keeper::Folders;
use crate::document::storage::Disk;
use crate::ui::open::APP_ID;

/// Where edits are kept; none where the system names no folder for it.
pub(super) fn of_user() -> Option<Home> {
    let data = eframe::storage_dir(APP_ID)?;
    let state = std::env::var_os("XDG_STATE_HOME").map(PathBuf::from);
    // The rule of the XDG Base Directory Specification: a path that is not absolute is none.
    let state = state.filter(|path| path.is_absolute());
    let usual = || Some(std::env::home_dir()?.join(".local/state"));
    let state = if cfg!(all(unix, not(target_os = "macos"))) {
        state.or_else(usual)?.join(APP_ID)
    } else {
        data.join("state")
    };
    Some(Home {
        storage: Arc::new(Disk),
        folders: Folders { data, state },
        words: "a window of Nenpyo".to_owned(),
    })
}

/// The same in one folder, for tests.
pub(super) fn in_folder(folder: &Path) -> Home {
    Home {
        storage: Arc::new(Disk),
        folders: Folders {
            data: folder.join("data"),
            state: folder.join("state"),
        },
        words: "a test".to_owned(),
    }
}
