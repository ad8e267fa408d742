//! One cell that is being changed: what is typed into it, what that is understood as, and why it
//! cannot be saved.

use super::column::{Column, Manner};
use super::text;
use crate::app::form::known::{Known, KnownPlace};
use crate::app::form::offers::{self, Offer};
use crate::date::{Edtf, Five, Language};
use crate::document::draft::{Draft, Problem, check};
use crate::record::{EventIx, Timeline};

/// Why what stands in a cell cannot be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A form could not be saved so either.
    Draft(Problem),
    /// There is no such kind of event.
    NoSuchKind,
    /// There is no such status.
    NoSuchStatus,
    /// It is no importance.
    OneToFive,
}

impl Refusal {
    /// The sentence for a reader of `language`.
    pub fn words(&self, language: Language) -> String {
        let words = match self {
            Self::Draft(problem) => return problem.words(language),
            Self::NoSuchKind => NO_SUCH_KIND,
            Self::NoSuchStatus => NO_SUCH_STATUS,
            Self::OneToFive => ONE_TO_FIVE,
        };
        words.get(language).to_owned()
    }
}

const NO_SUCH_KIND: Five = Five::new(
    "There is no such kind; choose one from the list",
    "その種類はありません。一覧から選んでください",
    "没有这个类型；请从列表中选择",
    "沒有這個類型；請從清單中選擇",
    "그런 종류는 없습니다. 목록에서 고르세요",
);
const NO_SUCH_STATUS: Five = Five::new(
    "There is no such status; choose one from the list",
    "その状態はありません。一覧から選んでください",
    "没有这个状态；请从列表中选择",
    "沒有這個狀態；請從清單中選擇",
    "그런 상태는 없습니다. 목록에서 고르세요",
);
const ONE_TO_FIVE: Five = Five::new(
    "Write a number from 1 (least) to 5",
    "1（最低）から5までの数を書いてください",
    "请写1（最低）至5的数",
    "請寫1（最低）至5的數",
    "1(가장 낮음)부터 5까지의 수를 쓰세요",
);

/// A cell that is being changed.
#[derive(Clone, Debug)]
pub struct Cell {
    event: EventIx,
    column: Column,
    text: String,
    begun: String,
    /// The event as it was when the cell was opened.
    before: Draft,
    /// The known place that was taken, as long as nothing else is typed.
    place: Option<KnownPlace>,
    offers_are_shown: bool,
    was_tried: bool,
    read: Result<Draft, Refusal>,
    date: Option<Edtf>,
    /// Seconds since a key that the journal does not have.
    unkept_s: Option<f64>,
}

impl Cell {
    /// Whether it holds all that it is to change; else that is for the form.
    pub(super) fn holds_all(&self, timeline: &Timeline, language: Language) -> bool {
        super::text::reads_back(&self.before, self.column, &self.begun, timeline, language)
    }

    pub(super) fn new(
        event: EventIx,
        column: Column,
        timeline: &Timeline,
        language: Language,
    ) -> Self {
        let own = timeline.language().as_str();
        let before = Draft::read(timeline.event_json(event), own);
        let text = text::begun(&before, column, timeline, language);
        let mut cell = Self {
            event,
            column,
            begun: text.clone(),
            text,
            read: Ok(before.clone()),
            before,
            place: None,
            offers_are_shown: column.manner() == Manner::Chosen,
            was_tried: false,
            date: None,
            unkept_s: None,
        };
        cell.read_anew(timeline, language);
        cell
    }

    /// Whose cell it is.
    pub fn event(&self) -> EventIx {
        self.event
    }

    /// In which column it stands.
    pub fn column(&self) -> Column {
        self.column
    }

    /// What stands there.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether nothing was typed yet.
    pub fn is_untouched(&self) -> bool {
        self.text == self.begun && self.place.is_none()
    }

    /// Whether its change was asked for, and could not be made.
    pub fn was_tried(&self) -> bool {
        self.was_tried
    }

    /// The date that was understood.
    pub fn date(&self) -> Option<&Edtf> {
        self.date.as_ref()
    }

    /// Why what stands there cannot be saved.
    pub fn refusal(&self) -> Option<&Refusal> {
        self.read.as_ref().err()
    }

    /// Whether something is offered.
    pub fn shows_offers(&self) -> bool {
        self.offers_are_shown
    }

    /// What is offered for what stands there, with the text that is there once it is taken.
    pub fn offers(
        &self,
        timeline: &Timeline,
        known: &Known,
        language: Language,
    ) -> Vec<Offer<String>> {
        if !self.offers_are_shown {
            return Vec::new();
        }
        if self.column == Column::Place {
            let places = offers::places(known, &self.text, language).into_iter();
            let offers = places.map(|offer| Offer {
                value: offer.words.clone(),
                words: offer.words,
                about: offer.about,
            });
            return offers.collect();
        }
        text::offered(
            self.column,
            &self.text,
            self.is_untouched(),
            timeline,
            language,
        )
    }

    /// The name that would be new in a list, as it is typed.
    pub fn new_name(&self) -> Option<&str> {
        let is_list = self.offers_are_shown && self.column.manner() == Manner::Listed;
        let (_, last) = text::last_name(&self.text);
        (is_list && !last.is_empty() && !self.is_untouched()).then_some(last)
    }

    pub(super) fn set_text(&mut self, typed: String, timeline: &Timeline, language: Language) {
        if typed == self.text {
            return;
        }
        self.text = typed;
        self.unkept_s = Some(0.0);
        self.place = None;
        self.offers_are_shown = self.column != Column::Place || !self.text.trim().is_empty();
        self.read_anew(timeline, language);
    }

    /// Takes an offer; the place after the last one keeps a name as it is typed.
    pub(super) fn take(
        &mut self,
        at: usize,
        timeline: &Timeline,
        known: &Known,
        language: Language,
    ) {
        if let Some(offer) = self.offers(timeline, known, language).into_iter().nth(at) {
            if self.column == Column::Place {
                let places = offers::places(known, &self.text, language);
                self.place = places.into_iter().nth(at).map(|offer| offer.value);
            }
            self.text = offer.value;
        }
        self.offers_are_shown = false;
        self.unkept_s = Some(0.0);
        self.read_anew(timeline, language);
    }

    pub(super) fn refused(&mut self) {
        self.was_tried = true;
    }

    /// The draft that is to be saved, and the one before it.
    pub(super) fn drafts(&self) -> Option<(&Draft, &Draft)> {
        let draft = self.read.as_ref().ok()?;
        Some((draft, &self.before))
    }

    /// Seconds since a key that the journal does not have; none: it has all.
    pub(super) fn unkept_s(&mut self) -> Option<&mut f64> {
        self.unkept_s.as_mut()
    }

    pub(super) fn is_kept(&mut self) {
        self.unkept_s = None;
    }

    pub(super) fn keep_again(&mut self) {
        self.unkept_s = (!self.is_untouched()).then_some(0.0);
    }

    /// The event with what is typed so far, sense or not, and as it was before; none where it is no
    /// part of an event yet.
    pub(super) fn half_typed(
        &self,
        timeline: &Timeline,
        language: Language,
    ) -> Option<(Draft, &Draft)> {
        let draft = self.typed(timeline, language).ok()?;
        Some((draft, &self.before))
    }

    fn typed(&self, timeline: &Timeline, language: Language) -> Result<Draft, Refusal> {
        let place = self.place.as_ref();
        let (before, column) = (&self.before, self.column);
        text::applied(before, column, &self.text, place, timeline, language)
    }

    fn read_anew(&mut self, timeline: &Timeline, language: Language) {
        let draft = self.typed(timeline, language);
        self.date = None;
        self.read = draft.and_then(|draft| {
            let checked = check(&draft, &self.before, timeline, Some(self.event));
            let block = checked.first_block().map(|finding| finding.problem.clone());
            self.date = checked.date;
            block.map_or(Ok(draft), |problem| Err(Refusal::Draft(problem)))
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_is_told_in_every_language() {
        for words in [NO_SUCH_KIND, NO_SUCH_STATUS, ONE_TO_FIVE] {
            words.assert_spoken();
        }
    }
}
