//! Watches the open file for changes that another program makes.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use crate::document::Stamp;

/// How often the file is looked at. A look is one system call; two seconds is soon enough.
const EVERY: Duration = Duration::from_secs(2);

/// A thread that looks at one file and wakes the window when its stamp changes.
pub struct Watch {
    tell: Sender<Option<PathBuf>>,
    told: Option<PathBuf>,
    seen: Receiver<(PathBuf, Stamp)>,
}

impl Watch {
    /// Starts the thread; it ends with the window.
    pub fn start(ctx: egui::Context) -> Self {
        let (tell, heard) = channel::<Option<PathBuf>>();
        let (show, seen) = channel();
        let spawned = std::thread::Builder::new()
            .name("file watch".into())
            .spawn(move || {
                let mut watched: Option<(PathBuf, Option<Stamp>)> = None;
                loop {
                    match heard.recv_timeout(EVERY) {
                        Ok(path) => watched = path.map(|path| (path, None)),
                        Err(std::sync::mpsc::RecvTimeoutError::Timeout) => {}
                        Err(std::sync::mpsc::RecvTimeoutError::Disconnected) => return,
                    }
                    let Some((path, last)) = &mut watched else {
                        continue;
                    };
                    let Ok(stamp) = Stamp::of(path) else { continue };
                    if *last != Some(stamp) {
                        *last = Some(stamp);
                        if show.send((path.clone(), stamp)).is_err() {
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
    pub fn seen(&self) -> Option<(PathBuf, Stamp)> {
        self.seen.try_iter().last()
    }
}
