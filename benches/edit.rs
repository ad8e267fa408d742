//! An edit in a large record: from the command to the next frame, the index's part of it, and what
//! an autosave costs the frame that asks for it.
//!
//! `cargo bench --bench edit`. The frame is the canvas's, 1600×900, twelve lanes; the keeper works
//! on threads of its own and on a real disk meanwhile.

mod stage;

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use nenpyo::app::State;
use nenpyo::app::command::{Command, Editing, Form};
use nenpyo::app::editing::Home;
use nenpyo::document::keeper::Folders;
use nenpyo::document::storage::Disk;
use nenpyo::index::{Grouping, Index};
use nenpyo::record::EventIx;
use stage::Stage;

const TIMES: usize = 60;

/// A stage on which somebody edits.
struct Desk {
    stage: Stage,
}

impl Desk {
    fn new(events: usize, folders: Folders) -> Self {
        let mut stage = Stage::new(stage::record(events));
        stage.state.home = Some(Home {
            storage: Arc::new(Disk),
            folders,
            words: "a bench".to_owned(),
        });
        let mut desk = Self { stage };
        for _ in 0..3 {
            desk.frame();
        }
        desk
    }

    /// Takes what the keeper says, and draws, as the window does.
    fn frame(&mut self) {
        self.stage.state.pass(0.016, 0.016);
        self.stage.draw();
    }

    /// Milliseconds from a command to the end of the frame that shows it.
    fn edit(&mut self, command: Editing) -> f64 {
        let start = Instant::now();
        self.stage.state.update(Command::Editing(command));
        self.frame();
        start.elapsed().as_secs_f64() * 1e3
    }
}

impl Desk {
    /// Milliseconds from a letter typed into the form of an event to the end of the frame that shows
    /// what it means: it is checked, and doubles are looked for.
    fn type_letter(&mut self, event: usize) -> f64 {
        let event = EventIx::from_index(event);
        self.stage.state.update(Command::Select(event));
        self.stage.state.update(Command::Form(Form::Edit));
        self.frame();
        let form = self.stage.state.forms.open().expect("a form is open");
        let mut draft = form.draft().clone();
        draft.title[0].text.push('!');
        let start = Instant::now();
        self.stage
            .state
            .update(Command::Form(Form::Change(Box::new(draft))));
        self.frame();
        let took = start.elapsed().as_secs_f64() * 1e3;
        self.stage.state.update(Command::Form(Form::Discard));
        took
    }

    /// Milliseconds from the key that saves the form of an event, in which one letter was typed, to
    /// the end of the frame that shows the event changed.
    fn save_form(&mut self, event: usize) -> f64 {
        let event = EventIx::from_index(event);
        self.stage.state.update(Command::Select(event));
        self.stage.state.update(Command::Form(Form::Edit));
        // As long as a hand takes, what completes words has been gathered.
        let begun = Instant::now();
        while begun.elapsed().as_secs_f64() < 0.2 {
            self.frame();
        }
        let form = self.stage.state.forms.open().expect("a form is open");
        let mut draft = form.draft().clone();
        draft.title[0].text.push('!');
        self.stage
            .state
            .update(Command::Form(Form::Change(Box::new(draft))));
        self.frame();
        let start = Instant::now();
        self.stage.state.update(Command::Form(Form::Save));
        self.frame();
        start.elapsed().as_secs_f64() * 1e3
    }
}

fn told(what: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let (median, p95) = (times[times.len() / 2], times[times.len() * 95 / 100]);
    let most = times.last().copied().unwrap_or_default();
    println!("  {what}: median {median:.2} ms, p95 {p95:.2} ms, most {most:.2} ms");
}

/// What the index alone takes to follow an edit that touches one event.
fn patches(state: &State) -> Vec<f64> {
    let timeline = &state.document.timeline;
    let mut index = Index::build(timeline, Grouping::Kind, None);
    (0..TIMES)
        .map(|at| {
            let event = EventIx::from_index(at * 997 % timeline.len());
            let head = *timeline.head(event);
            let start = Instant::now();
            let _ = black_box(index.patch(timeline, &[(event, Some(head))]));
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect()
}

fn main() {
    for events in [10_000, 100_000] {
        let folder = tempfile::tempdir().expect("a folder");
        let folders = Folders {
            data: folder.path().join("data"),
            state: folder.path().join("state"),
        };
        let mut desk = Desk::new(events, folders);
        println!("{events} events");
        told("index patch", patches(&desk.stage.state));
        let (mut twins, mut undos) = (Vec::new(), Vec::new());
        for at in 0..TIMES {
            let event = EventIx::from_index(at * 997 % events);
            desk.stage.state.update(Command::Select(event));
            for _ in 0..30 {
                desk.frame();
            }
            twins.push(desk.edit(Editing::Duplicate));
            undos.push(desk.edit(Editing::Undo));
        }
        // The first edit also sets the keeper to work.
        println!("  the first edit: {:.2} ms", twins.remove(0));
        told("an edit and its frame", twins);
        told("undo and its frame", undos);
        let letters: Vec<f64> = (0..TIMES)
            .map(|at| desk.type_letter(at * 997 % events))
            .collect();
        told("a letter typed into a form and its frame", letters);
        let saves: Vec<f64> = (0..TIMES)
            .map(|at| desk.save_form(at * 997 % events))
            .collect();
        told("a form saved and its frame", saves);
        let snapshots = (0..TIMES).map(|_| {
            let start = Instant::now();
            black_box(desk.stage.state.document.timeline.snapshot());
            start.elapsed().as_secs_f64() * 1e3
        });
        told("what an autosave takes of a frame", snapshots.collect());
        desk.stage.state.let_go(true);
    }
}
