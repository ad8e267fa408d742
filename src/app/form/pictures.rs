//! Pictures on their way beside the record, one after the other, and into the form that asked.
//!
//! A picture needs a record with a folder. The bundled one has none: its keeper makes the copy first,
//! as for an edit, and the pictures wait for what it says.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Form, Whose};
use crate::app::command::{Command, Form as Asked};
use crate::app::jobs::{Ended, Job};
use crate::app::message::{Message, Why};
use crate::app::state::State;
use crate::document::draft::ImageDraft;
use crate::document::pictures::{BringError, bring};
use crate::document::storage::{Disk, Storage};

/// Those that wait, and the one that is being brought.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    waiting: VecDeque<Picture>,
    running: Option<Running>,
    /// The form that is to be saved when all are there.
    then_save: Option<Whose>,
}

/// A picture that a form asked for.
#[derive(Clone, Debug)]
struct Picture {
    whose: Whose,
    from: PathBuf,
}

#[derive(Debug)]
struct Running {
    picture: Picture,
    /// The record that it is brought to.
    record: PathBuf,
    job: Job<Result<String, BringError>>,
}

impl Pictures {
    /// Brings no more; what is being written is whole or gone.
    pub(super) fn stop(&mut self) {
        *self = Self::default();
    }

    /// Brings no more to one form.
    pub(super) fn stop_for(&mut self, whose: Whose) {
        self.waiting.retain(|picture| picture.whose != whose);
        self.running.take_if(|it| it.picture.whose == whose);
        self.save_no_more();
    }

    /// The form that waits for its pictures is left, or not wanted: it is not saved unasked.
    pub(super) fn save_no_more(&mut self) {
        self.then_save = None;
    }

    /// The files of those that are on their way to a form.
    pub(super) fn of(&self, whose: Whose) -> impl Iterator<Item = &PathBuf> {
        let running = self.running.iter().map(|it| &it.picture);
        let all = running.chain(&self.waiting);
        all.filter(move |picture| picture.whose == whose)
            .map(|picture| &picture.from)
    }

    pub(super) fn bringing(&self) -> Option<(&str, f32)> {
        let running = self.running.as_ref();
        let running =
            running.map(|running| (&*running.job.subject, running.job.progress.fraction()));
        // Without a copy of the record yet it is not begun.
        let waiting = || Some((name_of(&self.waiting.front()?.from), 0.0));
        running.or_else(waiting)
    }

    fn has_any(&self) -> bool {
        self.running.is_some() || !self.waiting.is_empty()
    }
}

impl State {
    /// What a file that was let go over the window is for: with a form open what is no record is to
    /// be a picture of its event.
    pub fn dropped(&self, path: PathBuf) -> Command {
        let is_record = path
            .extension()
            .is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
        if is_record || self.forms.open().is_none() {
            Command::Open(path)
        } else {
            Command::Form(Asked::AddPicture(path))
        }
    }

    /// Brings a picture beside the record, and then into the form that is open.
    pub(super) fn add_picture(&mut self, from: PathBuf) {
        let Some(form) = &self.forms.open else {
            return;
        };
        let whose = form.whose();
        if self.home.is_none() && self.path().is_none() {
            self.notices.problem(Message::PictureNeedsAFile);
            return;
        }
        self.forms
            .pictures
            .waiting
            .push_back(Picture { whose, from });
        if self.path().is_none() {
            self.have_a_keeper();
        }
        self.bring_next();
    }

    /// Whether the form waits for its pictures, and is saved when they are there.
    pub(super) fn saves_after_pictures(&mut self) -> bool {
        let open = self.forms.open.as_ref().map(|form| form.whose());
        let pictures = &mut self.forms.pictures;
        pictures.then_save = open.filter(|whose| pictures.of(*whose).next().is_some());
        pictures.then_save.is_some()
    }

    /// Takes a picture that was brought, and begins with the next.
    pub(super) fn pass_pictures(&mut self) {
        let pictures = &mut self.forms.pictures;
        if !pictures.has_any() {
            return;
        }
        let ended = pictures.running.as_ref().and_then(|it| it.job.poll());
        if let Some(ended) = ended
            && let Some(Running {
                picture, record, ..
            }) = pictures.running.take()
        {
            match ended {
                // Meanwhile the record may have been saved as another, elsewhere.
                Ended::Done(Ok(_)) if self.path().as_ref() != Some(&record) => {
                    self.forms.pictures.waiting.push_front(picture);
                }
                Ended::Done(Ok(path)) => self.take_picture(&picture, path),
                Ended::Done(Err(BringError::Cancelled)) => {}
                Ended::Done(Err(error)) => self.picture_failed(&picture, WhyNot::Brought(error)),
                Ended::Broke => self.picture_failed(&picture, WhyNot::Broke),
            }
        }
        if self.path().is_none() && self.editing.is_failing() {
            // The keeper said why there is no copy of the record.
            for picture in std::mem::take(&mut self.forms.pictures.waiting) {
                self.picture_failed(&picture, WhyNot::NoRecord);
            }
        }
        self.bring_next();
        let pictures = &mut self.forms.pictures;
        let open = self.forms.open.as_ref().map(|form| form.whose());
        if !pictures.has_any() && pictures.then_save.take().is_some_and(|it| Some(it) == open) {
            self.save_form();
        }
    }

    fn bring_next(&mut self) {
        let (Some(record), None) = (self.path(), &self.forms.pictures.running) else {
            return;
        };
        let Some(picture) = self.forms.pictures.waiting.pop_front() else {
            return;
        };
        let storage = self.storage();
        let (to, from) = (record.clone(), picture.from.clone());
        let name = name_of(&picture.from).to_owned();
        let job = Job::start(name, Arc::clone(&self.wake), move |progress| {
            bring(&*storage, &to, &from, progress)
        });
        self.forms.pictures.running = Some(Running {
            picture,
            record,
            job,
        });
    }

    /// The disk that the record is on.
    fn storage(&self) -> Arc<dyn Storage> {
        match &self.home {
            Some(home) => Arc::clone(&home.storage),
            None => Arc::new(Disk),
        }
    }

    /// Puts a picture into the form that asked for it, also where that was left meanwhile.
    fn take_picture(&mut self, picture: &Picture, path: String) {
        let timeline = &self.document.timeline;
        let is_its = |form: &&mut Form| form.whose() == picture.whose;
        let open = self.forms.open.as_deref_mut().filter(is_its);
        let form = match open {
            Some(form) => form,
            None => match self.forms.kept.iter_mut().rfind(is_its) {
                Some(form) => form,
                None => return,
            },
        };
        if form.draft.images.iter().any(|image| image.path == path) {
            self.notices.done(Message::PictureIsThere(path));
            return;
        }
        form.draft.images.push(ImageDraft {
            path,
            ..ImageDraft::default()
        });
        form.check(timeline);
        form.unkept_s = Some(0.0);
    }

    fn picture_failed(&mut self, picture: &Picture, why: WhyNot) {
        self.forms.pictures.then_save = None;
        let name = name_of(&picture.from).to_owned();
        self.notices.problem(match why {
            WhyNot::Brought(error) => Message::PictureNotBrought {
                name,
                why: Why::of(|language| error.words(language)),
            },
            WhyNot::NoRecord => Message::PictureNeedsAFile,
            WhyNot::Broke => Message::PictureBroke(name),
        });
    }
}

/// Why a picture is not there.
enum WhyNot {
    Brought(BringError),
    /// There is no file to bring it to.
    NoRecord,
    /// By a fault of the program.
    Broke,
}

fn name_of(path: &Path) -> &str {
    let name = path.file_name().and_then(|name| name.to_str());
    name.unwrap_or("?")
}
