//! Short messages at the foot of the window: what was done, or what went wrong.

use super::catalogue;
use super::command::{Command, Editing, Form};
use super::message::Message;
use crate::date::{Five, Language};

/// How long a message that asks for nothing stays, in seconds.
pub const SHOWN_S: f64 = 5.0;

/// How many messages stand at once.
const MOST: usize = 4;

/// How much a message matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Something was done; it goes by itself.
    Done,
    /// Nothing is wrong, but it waits for an answer.
    Asks,
    /// Something is wrong; it stays until it is closed.
    Problem,
}

/// One message.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// What it says.
    pub message: Message,
    /// How much it matters.
    pub weight: Weight,
    /// Seconds it has been shown.
    pub shown_s: f64,
    /// Whether it says why a file did not open: the next file that is opened takes it away.
    pub of_opening: bool,
    /// What the reader may do about it.
    pub offer: Option<Command>,
    /// Or else.
    pub other_offer: Option<Command>,
}

impl Notice {
    /// What is offered, each with what its button says.
    pub fn offers(&self, language: Language) -> impl Iterator<Item = (&Command, &'static str)> {
        let offers = self.offer.iter().chain(&self.other_offer);
        offers.map(move |command| (command, offer_words(command, language)))
    }
}

fn offer_words(command: &Command, language: Language) -> &'static str {
    const OPEN: Five = Five::new("Open it", "開く", "打开", "開啟", "열기");
    const REPLACE: Five = Five::new("Replace it", "置き換える", "替换", "取代", "바꾸기");
    match command {
        Command::Form(Form::Resume(_)) => OPEN.get(language),
        Command::Form(Form::TakeBack) => {
            catalogue::words(&Command::Editing(Editing::Undo), language)
        }
        Command::SaveAs(_) => REPLACE.get(language),
        _ => catalogue::words(command, language),
    }
}

/// The messages shown now, latest last.
#[derive(Clone, Debug, Default)]
pub struct Notices(Vec<Notice>);

impl Notices {
    /// Says that something was done.
    pub fn done(&mut self, message: impl Into<Message>) {
        self.push(message.into(), Weight::Done);
    }

    /// Says that something was done, and how to take it back.
    pub fn done_but(&mut self, message: impl Into<Message>, undo: Command) {
        self.push_with(message.into(), Weight::Done, undo);
    }

    /// Says what waits for the reader, and how to come to it.
    pub fn ask(&mut self, message: impl Into<Message>, command: Command) {
        self.push_with(message.into(), Weight::Asks, command);
    }

    /// Says that something is wrong.
    pub fn problem(&mut self, message: impl Into<Message>) {
        self.push(message.into(), Weight::Problem);
    }

    /// Says that something is wrong, and what may be done about it.
    pub fn offer(&mut self, message: impl Into<Message>, command: Command) {
        self.push_with(message.into(), Weight::Problem, command);
    }

    /// Says that something is wrong, and two ways out of it.
    pub fn offer_either(&mut self, message: impl Into<Message>, command: Command, other: Command) {
        self.offer(message, command);
        if let Some(notice) = self.0.last_mut() {
            notice.other_offer = Some(other);
        }
    }

    /// What a message says is so no longer.
    pub fn forget(&mut self, is_over: impl Fn(&Message) -> bool) {
        self.0.retain(|notice| !is_over(&notice.message));
    }

    /// What a message offers is done in another way; returns whether one did.
    pub fn withdraw(&mut self, command: &Command) -> bool {
        let before = self.0.len();
        self.0
            .retain(|notice| notice.offer.as_ref() != Some(command));
        self.0.len() < before
    }

    /// Says why a file did not open.
    pub fn not_opened(&mut self, message: impl Into<Message>) {
        if let Some(notice) = self.push(message.into(), Weight::Problem) {
            notice.of_opening = true;
        }
    }

    /// Another file is opened, or the same one anew: why the last did not open is of no use now.
    pub fn opens(&mut self) {
        self.0.retain(|notice| !notice.of_opening);
    }

    /// All messages, the oldest first.
    pub fn all(&self) -> &[Notice] {
        &self.0
    }

    /// Closes one message.
    pub fn close(&mut self, at: usize) {
        if at < self.0.len() {
            self.0.remove(at);
        }
    }

    /// Lets time pass; returns the seconds until the next message goes by itself.
    pub fn pass(&mut self, seconds: f64) -> Option<f64> {
        for notice in &mut self.0 {
            notice.shown_s += seconds;
        }
        self.0
            .retain(|notice| notice.weight != Weight::Done || notice.shown_s < SHOWN_S);
        let left = |notice: &Notice| SHOWN_S - notice.shown_s;
        self.0
            .iter()
            .filter(|notice| notice.weight == Weight::Done)
            .map(left)
            .reduce(f64::min)
    }

    fn push_with(&mut self, message: Message, weight: Weight, command: Command) {
        debug_assert!(
            !offer_words(&command, Language::En).is_empty(),
            "a button without words: {command:?}"
        );
        if let Some(notice) = self.push(message, weight) {
            notice.offer = Some(command);
        }
    }

    fn push(&mut self, message: Message, weight: Weight) -> Option<&mut Notice> {
        self.0.retain(|notice| notice.message != message);
        self.0.push(Notice {
            message,
            weight,
            shown_s: 0.0,
            of_opening: false,
            offer: None,
            other_offer: None,
        });
        if self.0.len() > MOST {
            // What asks for nothing goes first; beside problems the newest of it still stands.
            let before = self.0.iter().take(self.0.len() - 1);
            let done = before
                .map(|notice| notice.weight)
                .position(|weight| weight == Weight::Done);
            match (done, weight) {
                (Some(done), _) => drop(self.0.remove(done)),
                (None, Weight::Problem | Weight::Asks) => drop(self.0.remove(0)),
                (None, Weight::Done) => {}
            }
        }
        self.0.last_mut()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_done_goes_and_what_is_wrong_stays() {
        let mut notices = Notices::default();
        notices.done("Copied");
        notices.problem("The file is gone");
        assert!(notices.pass(SHOWN_S / 2.0).is_some_and(|left| left > 0.0));
        assert_eq!(notices.pass(SHOWN_S), None);
        assert_eq!(notices.all().len(), 1);
        notices.close(0);
        assert!(notices.all().is_empty());
    }

    #[test]
    fn what_waits_for_an_answer_stays_until_it_is_given() {
        let mut notices = Notices::default();
        let open = Command::Form(Form::Resume(1));
        notices.ask("A form is half filled in", open.clone());
        assert_eq!(notices.pass(2.0 * SHOWN_S), None);
        for language in Language::ALL {
            let notice = &notices.all()[0];
            assert!(notice.offers(language).all(|(_, words)| !words.is_empty()));
            assert_eq!(notice.offers(language).count(), 1);
        }
        notices.withdraw(&open);
        assert!(notices.all().is_empty());
    }

    #[test]
    fn the_same_message_stands_once() {
        let mut notices = Notices::default();
        notices.done("Copied");
        notices.done("Copied");
        assert_eq!(notices.all().len(), 1);
    }

    #[test]
    fn what_goes_by_itself_makes_room_for_what_stays() {
        let mut notices = Notices::default();
        notices.problem("The file is gone");
        for turn in 0..2 * MOST {
            notices.done(format!("Copied {turn}"));
        }
        assert_eq!(notices.all().len(), MOST);
        assert_eq!(notices.all()[0].message, Message::from("The file is gone"));
    }

    #[test]
    fn what_was_done_is_told_beside_any_number_of_problems() {
        let mut notices = Notices::default();
        for turn in 0..2 * MOST {
            notices.problem(format!("Problem {turn}"));
        }
        notices.done("Copied");
        notices.done("Copied again");
        let told: Vec<&Message> = notices.all().iter().map(|notice| &notice.message).collect();
        assert_eq!(told.len(), MOST + 1);
        assert_eq!(told[MOST], &Message::from("Copied again"));
    }

    #[test]
    fn opening_anew_takes_away_why_it_failed() {
        let mut notices = Notices::default();
        notices.problem("The disk is full");
        notices.not_opened("The file is empty");
        notices.opens();
        assert_eq!(notices.all().len(), 1);
    }
}
