//! What is under the pointer, and the card that appears when it rests there.

use std::ops::RangeInclusive;

use egui::{Align2, Area, CursorIcon, Frame, Id, Order, Pos2, Rect, Ui, Vec2, pos2, vec2};

use super::super::fonts::color32;
use super::super::look::{Look, kind_color};
use super::canvas_id;
use super::mesh::MeshBuilder;
use crate::app::State;
use crate::date::{Language, in_words};
use crate::record::{Band, EventIx};
use crate::scene::{
    self, Hit, OverviewPart, Scene, SceneCache, Shape, acting_words, cut, first_events,
    first_running, kind_name, office_name, person_name,
};
use crate::theme::TextRole;

/// Widest that a card gets, in points before the theme's scale.
const CARD_WIDTH: f32 = 320.0;

/// What the pointer rests on and since when.
#[derive(Default)]
pub struct Hover {
    hit: Option<Hit>,
    event: Option<EventIx>,
    since_s: f64,
    /// The event that the panel tells of.
    told: Option<EventIx>,
}

impl Hover {
    /// Notes what is under the pointer in this frame, and the event that is `told` elsewhere.
    pub fn note(&mut self, ui: &Ui, hit: Option<Hit>, told: Option<EventIx>) {
        self.told = told;
        let cursor = match &hit {
            Some(Hit::Overview(OverviewPart::Start | OverviewPart::End)) => {
                CursorIcon::ResizeHorizontal
            }
            Some(Hit::Overview(OverviewPart::Window)) => CursorIcon::Grab,
            Some(Hit::Band(..)) | None => CursorIcon::Default,
            Some(_) => CursorIcon::PointingHand,
        };
        if hit.is_some() {
            ui.ctx().set_cursor_icon(cursor);
        }
        if hit != self.hit {
            self.since_s = ui.input(|input| input.time);
            self.event = match &hit {
                Some(Hit::Event { event, .. }) => Some(*event),
                _ => None,
            };
            self.hit = hit;
        }
    }

    /// The event under the pointer.
    pub fn event(&self) -> Option<EventIx> {
        self.event
    }

    /// The pill under the pointer.
    pub fn cluster(&self) -> Option<usize> {
        match self.hit {
            Some(Hit::Cluster(cluster)) => Some(cluster),
            _ => None,
        }
    }

    /// Shows the card once the pointer has rested, or at once that of what has the keyboard; none of
    /// the event that is told elsewhere.
    pub fn card(
        &self,
        ui: &Ui,
        scene: &Scene,
        cache: &SceneCache,
        state: &State,
        look: &Look,
        focused: Option<&Hit>,
    ) {
        let by_keyboard = focused.is_some();
        let Some(hit) = focused.or(self.hit.as_ref()) else {
            return;
        };
        let lines = match hit {
            Hit::Event { event, .. } if self.told == Some(*event) => return,
            Hit::Event { event, .. } => vec![*event],
            Hit::Cluster(cluster) => scene
                .clusters
                .get(*cluster)
                .map(|pill| first_events(scene, cache, &state.index, pill))
                .unwrap_or_default(),
            Hit::Running(lane) => first_running(scene, cache, &state.index, *lane),
            Hit::Band(row, segment) => {
                let segments = scene.bands.get(*row).map(|row| &row.segments);
                let segment = segments.and_then(|segments| segments.get(*segment));
                let band = segment.and_then(|segment| {
                    let at = segment.band? as usize;
                    Some((segment.rect, state.document.timeline.bands().get(at)?))
                });
                if let Some((rect, band)) = band {
                    let lines = band_lines(band, look.language);
                    self.wait_then(ui, look, rect, lines.len(), false, |ui| {
                        let mut role = TextRole::Strong;
                        let mut color = look.colors().ink;
                        for (language, line) in lines {
                            ui.label(look.text_in(role, color, language.tag(), line));
                            (role, color) = (TextRole::Meta, look.colors().muted);
                        }
                    });
                }
                return;
            }
            _ => return,
        };
        if lines.is_empty() || state.motion != crate::app::motion::Motion::Still {
            return;
        }
        let pill = match hit {
            Hit::Cluster(cluster) => scene.clusters.get(*cluster),
            Hit::Running(lane) => scene
                .lanes
                .get(*lane)
                .and_then(|lane| lane.running.as_ref()),
            _ => None,
        };
        let mark = match hit {
            Hit::Event { mark, .. } => scene.marks.get(*mark).map(|mark| {
                let half = look.metrics().row_height / 2.0;
                let (top, bottom) = (mark.centre.y - half, mark.centre.y + half);
                scene::Rect::new(mark.centre.x, top, mark.centre.x, bottom)
            }),
            _ => None,
        };
        let Some(told_of) = pill.map(|pill| pill.rect).or(mark) else {
            return;
        };
        let more = pill.map_or(0, |pill| (pill.count as usize).saturating_sub(lines.len()));
        // An event takes two lines, of which the second may be long.
        let height = lines.len() * 3;
        self.wait_then(ui, look, told_of, height, by_keyboard, |ui| {
            for event in &lines {
                row(ui, state, look, *event);
            }
            if more > 0 {
                let at_least = pill.is_some_and(|pill| pill.at_least);
                let words = more_words(more, at_least, look.language);
                ui.label(look.text(TextRole::Meta, look.colors().muted, words));
            }
        });
    }

    /// Shows a card of so many lines beside the pointer, above or below what it tells of, when the
    /// pointer has rested long enough; else asks for that frame.
    fn wait_then(
        &self,
        ui: &Ui,
        look: &Look,
        told_of: scene::Rect,
        lines: usize,
        by_keyboard: bool,
        add: impl FnOnce(&mut Ui),
    ) {
        let rested = ui.input(|input| input.time) - self.since_s;
        let delay = f64::from(look.theme.motion.hover_delay_s);
        if rested < delay && !by_keyboard {
            ui.ctx()
                .request_repaint_after_secs((delay - rested) as f32 + 0.01);
            return;
        }
        let width = CARD_WIDTH * look.sizes().grid / 4.0;
        let canvas = ui.ctx().read_response(canvas_id());
        let canvas = canvas.map_or(ui.min_rect(), |canvas| canvas.rect);
        let origin = canvas.min;
        let pointer = if by_keyboard {
            Some(origin + vec2(told_of.right, told_of.bottom))
        } else {
            ui.input(|input| input.pointer.hover_pos())
        };
        let Some(pointer) = pointer else { return };
        let told_of = origin.y + told_of.top..=origin.y + told_of.bottom;
        let height = look.grid(5.0) * lines as f32 + look.grid(8.0);
        // A card keeps off the panel, which may tell more of the same.
        let mut room = ui.ctx().content_rect();
        room.max.x = canvas.right();
        let (at, pivot) = beside(pointer, told_of, room, vec2(width, height));
        Area::new(Id::unique("hover card"))
            .order(Order::Tooltip)
            .interactable(false)
            .pivot(pivot)
            .fixed_pos(at)
            .constrain(true)
            .show(ui.ctx(), |ui| {
                Frame::popup(ui.style())
                    .inner_margin(look.grid(3.0))
                    .show(ui, |ui| {
                        ui.set_max_width(width);
                        ui.spacing_mut().item_spacing.y = look.grid(1.0);
                        // Nothing in it is pressed: its lines are as high as their words.
                        ui.spacing_mut().interact_size.y = 0.0;
                        add(ui);
                    });
            });
    }
}

/// Where a card of about this size stands, and which of its corners: right of the pointer and
/// below what it tells of; above it where below is no room, left of the pointer where right of it
/// is none.
fn beside(pointer: Pos2, told_of: RangeInclusive<f32>, room: Rect, size: Vec2) -> (Pos2, Align2) {
    const ASIDE: f32 = 14.0;
    const GAP: f32 = 6.0;
    let (above, below) = (told_of.start() - GAP, told_of.end() + GAP);
    let is_above = below + size.y > room.bottom() && above - room.top() > room.bottom() - below;
    let (left, right) = (pointer.x - ASIDE, pointer.x + ASIDE);
    let is_left = right + size.x > room.right() && left - room.left() > room.right() - right;
    let pivot = match (is_left, is_above) {
        (false, false) => Align2::LEFT_TOP,
        (false, true) => Align2::LEFT_BOTTOM,
        (true, false) => Align2::RIGHT_TOP,
        (true, true) => Align2::RIGHT_BOTTOM,
    };
    let x = if is_left { left } else { right };
    (pos2(x, if is_above { above } else { below }), pivot)
}

/// Who it was, in which office, and from when to when.
fn band_lines(band: &Band, reader: Language) -> [(Language, String); 3] {
    let (name_in, name) = person_name(&band.label, reader);
    let own = band.office.as_ref().and_then(|office| office.get(reader));
    let (office_in, office) = own.map_or_else(
        || office_name(&band.group, reader),
        |office| (reader, office),
    );
    let acting = if band.acting {
        acting_words(office_in)
    } else {
        ""
    };
    [
        (name_in, name.to_owned()),
        (office_in, format!("{office}{acting}")),
        (reader, in_words(&band.date, reader)),
    ]
}

/// `at_least`: they were not counted to the end.
fn more_words(more: usize, at_least: bool, language: Language) -> String {
    let (before, after) = match (at_least, language) {
        (false, _) => ("", ""),
        (true, Language::En) => ("at least ", ""),
        (true, Language::Ja) => ("", "以上"),
        (true, Language::ZhHans | Language::ZhHant) => ("至少", ""),
        (true, Language::Ko) => ("", " 이상"),
    };
    match language {
        Language::En => format!("and {before}{more} more: click to zoom in"),
        Language::Ja => format!("ほか{more}件{after}：クリックで拡大"),
        Language::ZhHans => format!("另有{before}{more}项：点击放大"),
        Language::ZhHant => format!("另有{before}{more}項：點選放大"),
        Language::Ko => format!("그 밖에 {more}건{after}: 눌러서 확대"),
    }
}

fn row(ui: &mut Ui, state: &State, look: &Look, event: EventIx) {
    let colors = look.colors();
    let timeline = &state.document.timeline;
    let head = timeline.head(event);
    let Some(whole) = timeline.event(event) else {
        return;
    };
    let language: Language = look.language;
    if let Some((tag, title)) = whole.title.pick_entry(language) {
        let title = cut(title);
        ui.label(look.text_in(TextRole::CanvasStrong, colors.ink, tag.as_str(), title));
    }
    let place = whole
        .place
        .as_ref()
        .and_then(|place| place.name.as_ref())
        .map(|name| cut(name.pick(language)).into_owned());
    let mut facts = format!(
        "{} · {}",
        in_words(&whole.date, language),
        kind_name(head.kind, language)
    );
    if let Some(place) = place {
        facts.push_str(" · ");
        facts.push_str(&place);
    }
    ui.horizontal(|ui| {
        let (dot, _) =
            ui.allocate_exact_size(egui::Vec2::splat(look.grid(2.0)), egui::Sense::hover());
        let fill = color32(colors.kind(kind_color(head.kind)));
        let mut mesh = MeshBuilder::new(ui.pixels_per_point());
        mesh.mark(Shape::of(head.kind), dot.center(), look.grid(1.0), fill);
        ui.painter().add(mesh.finish());
        ui.label(look.text(TextRole::Meta, colors.muted, facts));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_stands_below_what_it_tells_of_or_above_it_and_never_on_it() {
        let screen = Rect::from_min_max(pos2(0.0, 0.0), pos2(1280.0, 800.0));
        for (y, expected) in [(100.0, Align2::LEFT_TOP), (770.0, Align2::LEFT_BOTTOM)] {
            let told_of = y - 12.0..=y + 12.0;
            let (at, pivot) = beside(pos2(400.0, y), told_of.clone(), screen, vec2(320.0, 120.0));
            assert_eq!(pivot, expected);
            assert!(at.x > 400.0 && !told_of.contains(&at.y));
        }
        // Where neither has room, it stands where there is more.
        let low = Rect::from_min_max(pos2(0.0, 0.0), pos2(1280.0, 120.0));
        // Left of the pointer where the panel begins right of it.
        let (at, pivot) = beside(
            pos2(1200.0, 200.0),
            190.0..=210.0,
            screen,
            vec2(320.0, 120.0),
        );
        assert_eq!(pivot, Align2::RIGHT_TOP);
        assert!(at.x < 1200.0);
        let (_, pivot) = beside(pos2(400.0, 40.0), 30.0..=50.0, low, vec2(320.0, 300.0));
        assert_eq!(pivot, Align2::LEFT_TOP);
    }

    #[test]
    fn a_band_says_who_held_which_office_and_from_when_to_when() {
        let record = r#"{"format": "nenpyo/1", "title": "t", "events": [], "bands": [
            {"group": {"en": "Prime Minister of Japan", "ja": "日本国内閣総理大臣"}, "actor": "JPN",
             "label": {"en": "Masayoshi Ito", "ja": "伊東正義"}, "date": "1980-06-12/1980-07-17",
             "acting": true},
            {"group": "Chairman, then General Secretary of the CCP", "actor": "CHN",
             "office": "General Secretary of the CCP", "label": {"en": "Xi Jinping"},
             "date": "2012-11-15/.."}]}"#;
        let opened = crate::format::native::read(record).expect("a record");
        let said = |at: usize, language| {
            band_lines(&opened.timeline.bands()[at], language).map(|(_, line)| line)
        };
        assert_eq!(
            said(0, Language::En),
            [
                "Masayoshi Ito",
                "Prime Minister of Japan (acting)",
                "12 June – 17 July 1980"
            ]
        );
        assert_eq!(
            said(0, Language::ZhHans)[..2],
            ["伊東正義", "日本首相（代理）"]
        );
        assert_eq!(
            said(1, Language::En),
            [
                "Xi Jinping",
                "General Secretary of the CCP",
                "from 15 November 2012"
            ]
        );
    }

    #[test]
    fn how_many_more_there_are_is_said_in_every_language() {
        for language in Language::ALL {
            let exact = more_words(12, false, language);
            let counted_so_far = more_words(12, true, language);
            assert!(exact.contains("12") && counted_so_far.contains("12"));
            assert_ne!(exact, counted_so_far, "{language:?}");
        }
    }
}
