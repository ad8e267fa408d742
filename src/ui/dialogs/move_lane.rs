//! An event was let go over another lane: whether that changes it.

use egui::{Label, Ui};

use super::super::look::Look;
use super::super::phrases::Phrase::Cancel;
use super::phrases::Phrase;
use crate::app::editing::{LaneChange, Move};
use crate::app::{Command, State};
use crate::date::{Five, Language, in_words};
use crate::record::Timeline;
use crate::scene::{LaneKey, cut, lane_name};
use crate::theme::TextRole;

/// What would change, and the choice.
pub(super) fn show(ui: &mut Ui, state: &State, look: &Look, first: bool, send: &mut Vec<Command>) {
    let Some(moving) = &state.moving else { return };
    let Some(change) = &moving.asked else { return };
    let (colors, language) = (look.colors(), look.language);
    let words = |phrase: Phrase| phrase.words(language);
    let timeline = &state.document.timeline;
    let title = cut(timeline.title(moving.event, language));
    ui.add(Label::new(look.text(TextRole::EventTitle, colors.ink, title)).wrap());
    let question = question(timeline, change, language);
    ui.add(Label::new(look.text(TextRole::Body, colors.ink, question)).wrap());
    if moving.is_elsewhere() {
        let (from, to) = (&moving.from, &moving.to);
        let dates = format!(
            "{} {} {}",
            in_words(from, language),
            crate::theme::symbol::GO,
            in_words(to, language)
        );
        ui.label(look.text(TextRole::Body, colors.muted, dates));
    }
    ui.add_space(look.grid(3.0));
    ui.horizontal(|ui| {
        let answer = |change| Command::Move(Move::Answer { change });
        let button = look.button(ui, words(Phrase::ChangeIt), true);
        if first {
            button.request_focus();
        }
        if button.clicked() {
            send.push(answer(true));
        }
        let only_date = moving.is_elsewhere();
        if only_date && look.button(ui, words(Phrase::OnlyTheDate), false).clicked() {
            send.push(answer(false));
        }
        if look.button(ui, Cancel.words(language), false).clicked() {
            send.push(Command::Move(Move::Cancel));
        }
    });
}

/// "Change the actors from Japan, China to Japan, South Korea?"
fn question(timeline: &Timeline, change: &LaneChange, language: Language) -> String {
    const ACTORS: Five = Five::new(
        "Change the actors from {from} to {to}?",
        "主体を「{from}」から「{to}」に変更しますか",
        "将主体从“{from}”改为“{to}”？",
        "將主體從「{from}」改為「{to}」？",
        "주체를 ‘{from}’에서 ‘{to}’로 바꿀까요?",
    );
    const TAGS: Five = Five::new(
        "Change the tags from {from} to {to}?",
        "タグを「{from}」から「{to}」に変更しますか",
        "将标签从“{from}”改为“{to}”？",
        "將標籤從「{from}」改為「{to}」？",
        "태그를 ‘{from}’에서 ‘{to}’로 바꿀까요?",
    );
    const KIND: Five = Five::new(
        "Change the kind from {from} to {to}?",
        "種類を「{from}」から「{to}」に変更しますか",
        "将类型从“{from}”改为“{to}”？",
        "將類型從「{from}」改為「{to}」？",
        "종류를 ‘{from}’에서 ‘{to}’로 바꿀까요?",
    );
    const COUNTRY: Five = Five::new(
        "Change the country from {from} to {to}?",
        "国を「{from}」から「{to}」に変更しますか",
        "将国家从“{from}”改为“{to}”？",
        "將國家從「{from}」改為「{to}」？",
        "국가를 ‘{from}’에서 ‘{to}’로 바꿀까요?",
    );
    let names = |ids: &[String], key: fn(String) -> LaneKey| named(timeline, ids, key, language);
    let (words, from, to) = match change {
        LaneChange::Actors { from, to } => (
            ACTORS,
            names(from, LaneKey::Actor),
            names(to, LaneKey::Actor),
        ),
        LaneChange::Tags { from, to } => (TAGS, names(from, LaneKey::Tag), names(to, LaneKey::Tag)),
        LaneChange::Kind { from, to } => {
            let one = |kind: &String| names(std::slice::from_ref(kind), LaneKey::Kind);
            (KIND, one(from), one(to))
        }
        LaneChange::Country { from, to } => (
            COUNTRY,
            names(from.as_slice(), LaneKey::Country),
            names(std::slice::from_ref(to), LaneKey::Country),
        ),
    };
    words
        .get(language)
        .replacen("{to}", &to, 1)
        .replacen("{from}", &from, 1)
}

/// The names of actors or the like, one after the other.
fn named(
    timeline: &Timeline,
    ids: &[String],
    key: fn(String) -> LaneKey,
    language: Language,
) -> String {
    const NONE: Five = Five::new("none", "なし", "无", "無", "없음");
    if ids.is_empty() {
        return NONE.get(language).to_owned();
    }
    let between = match language {
        Language::En | Language::Ko => ", ",
        _ => "、",
    };
    let name = |id: &String| lane_name(timeline, &key(id.clone()), language);
    let names: Vec<String> = ids.iter().map(name).collect();
    cut(names.join(between)).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_question_names_what_was_and_what_would_be() {
        let record = r#"{"format": "nenpyo/1", "actors": [
            {"id": "JPN", "name": {"en": "Japan", "ja": "日本"}},
            {"id": "KOR", "name": {"en": "South Korea (ROK)", "ja": "韓国"}}], "events": []}"#;
        let opened = crate::format::native::read(record.to_owned()).expect("a record");
        let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
        let change = LaneChange::Actors {
            from: ids(&["JPN", "{to}"]),
            to: ids(&["JPN", "KOR"]),
        };
        assert_eq!(
            question(&opened.timeline, &change, Language::En),
            "Change the actors from Japan, {to} to Japan, South Korea?"
        );
        assert_eq!(
            question(&opened.timeline, &change, Language::Ja),
            "主体を「日本、{to}」から「日本、韓国」に変更しますか"
        );
        let country = LaneChange::Country {
            from: None,
            to: "PER".to_owned(),
        };
        assert_eq!(
            question(&opened.timeline, &country, Language::En),
            "Change the country from none to Peru?"
        );
    }
}
