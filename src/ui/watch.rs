//! Watches the open file for changes that another program makes.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use crate::document::OnDisk;

/// How often the file is looked at. A look is one system call; two seconds is soon enough.
const EVERY: Duration = Duration::from_secs(2);

/// A thread that looks at one file and wakes the window when it is another or gone.
pub struct Watch {
    tell: Sender<Option<PathBuf>>,
    told: Option<PathBuf>,
    seen: Receiver<(PathBuf, OnDisk)>,
}

impl Watch {
    /// Starts the thread; it ends with the window.
    pub fn start(ctx: egui::Context) -> Self {
        let (tell, heard) = channel::<Option<PathBuf>>();
        let (show, seen) = channel();
        let spawned = std::thread::Builder::new()
            .name("file watch".into())
            .spawn(move || {
                let mut watched: Option<Watched> = None;
                loop {
                    match heard.recv_timeout(EVERY) {
                        Ok(path) => watched = path.map(Watched::new),
                        Err(RecvTimeoutError::Timeout) => {}
                        Err(RecvTimeoutError::Disconnected) => return,
                    }
                    let Some(watched) = &mut watched else {
                        continue;
                    };
                    if let Some(news) = watched.news(OnDisk::at(&watched.path)) {
                        if show.send((watched.path.clone(), news)).is_err() {
                            return;
                        }
                        ctx.request_repaint();
                    }
                }
            });
        if let Err(error) = spawned {
            tracing::warn!(%error, "the open file is not watched");
        }
        Self {
            tell,
            told: None,
            seen,
        }
    }

    /// Says which file is open.
    pub fn look_at(&mut self, path: Option<PathBuf>) {
        if self.told != path {
            self.told.clone_from(&path);
            // Without the thread nothing is watched; the record is open all the same.
            let _ = self.tell.send(path);
        }
    }

    /// What the watched file looks like, if that is new.
    pub fn seen(&self) -> Option<(PathBuf, OnDisk)> {
        self.seen.try_iter().last()
    }
}

/// The file that is watched.
struct Watched {
    path: PathBuf,
    told: Option<OnDisk>,
    is_missed: bool,
}

impl Watched {
    fn new(path: PathBuf) -> Self {
        Self {
            path,
            told: None,
            is_missed: false,
        }
    }

    /// What is to be told after a look. Many programs save by putting a new file in the place of the
    /// old one, so a file is gone only when it is missed twice.
    fn news(&mut self, now: OnDisk) -> Option<OnDisk> {
        let missed_before = std::mem::replace(&mut self.is_missed, now == OnDisk::Gone);
        let is_sure = now != OnDisk::Gone || missed_before;
        if !is_sure || self.told == Some(now) {
            return None;
        }
        self.told = Some(now);
        Some(now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_told_once_and_a_loss_only_when_it_lasts() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.json");
        let mut watched = Watched::new(path.clone());
        let write = |text: &str| std::fs::write(&path, text).expect("written");
        write("{}");
        let first = OnDisk::at(&path);
        assert_eq!(watched.news(first), Some(first));
        assert_eq!(watched.news(first), None);
        // Saved through a new file: for a moment there was none.
        assert_eq!(watched.news(OnDisk::Gone), None);
        write("{ }");
        let second = OnDisk::at(&path);
        assert_eq!(watched.news(second), Some(second));
        assert_eq!(watched.news(OnDisk::Gone), None);
        assert_eq!(watched.news(OnDisk::Gone), Some(OnDisk::Gone));
        assert_eq!(watched.news(OnDisk::Gone), None);
        // It is back.
        assert_eq!(watched.news(second), Some(second));
    }
}
