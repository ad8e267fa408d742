//! What the shapes and colours of the marks mean, as many as there is room for.

use egui::{Painter, Pos2, Rect, Role, Sense, Shape as Paint, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::date::{Five, Language};
use crate::theme::{KindColor, Shape, TextRole};
use crate::ui::fonts::color32;
use crate::ui::look::Look;

/// The looks in the order in which they are listed; speech and all else share one.
const LISTED: [KindColor; 7] = [
    KindColor::Summit,
    KindColor::Visit,
    KindColor::Agreed,
    KindColor::Framework,
    KindColor::Rupture,
    KindColor::Weapons,
    KindColor::Speech,
];

/// What the kinds of one look are called.
fn words(kind: KindColor, language: Language) -> &'static str {
    let words = match kind {
        KindColor::Summit => Five::new("Summit", "首脳会談", "首脑会晤", "領袖會晤", "정상회담"),
        KindColor::Visit => Five::new(
            "Visit, talks",
            "訪問・協議",
            "访问、会谈",
            "訪問、會談",
            "방문·회담",
        ),
        KindColor::Agreed => Five::new(
            "Treaty, statement",
            "条約・声明",
            "条约、声明",
            "條約、聲明",
            "조약·성명",
        ),
        KindColor::Framework => Five::new("Framework", "枠組み", "框架", "框架", "기본틀"),
        KindColor::Rupture => Five::new(
            "Incident, protest",
            "事件・抗議",
            "事件、抗议",
            "事件、抗議",
            "사건·항의",
        ),
        KindColor::Weapons => Five::new(
            "Nuclear, missile",
            "核・ミサイル",
            "核试、导弹",
            "核試、飛彈",
            "핵·미사일",
        ),
        KindColor::Speech | KindColor::Other => Five::new(
            "Speech, other",
            "演説・その他",
            "讲话、其他",
            "講話、其他",
            "연설·기타",
        ),
    };
    words.get(language)
}

/// Shows the first items that fit into `room` points, ending at `right`; returns where they begin.
pub fn show(ui: &Ui, look: &Look, right: Pos2, room: f32) -> f32 {
    let (colors, language) = (look.colors(), look.language);
    let (gap, sign) = (look.grid(3.0), look.grid(4.0));
    let mut items = Vec::new();
    let mut width = 0.0;
    for kind in LISTED {
        let galley = look.galley(
            ui,
            TextRole::Label,
            colors.muted,
            language.tag(),
            words(kind, language),
            f32::INFINITY,
        );
        let item = sign + galley.size().x + gap;
        if width + item > room {
            break;
        }
        width += item;
        items.push((kind, galley));
    }
    let left = right.x - width;
    let mut x = left;
    for (kind, galley) in items {
        let size = galley.size();
        let centre = pos2(x + sign / 2.0 - look.grid(0.5), right.y);
        paint_mark(
            ui.painter(),
            kind.shape(),
            centre,
            look.sizes().mark_radius,
            color32(colors.kind(kind)),
        );
        ui.painter().galley(
            pos2(x + sign, right.y - size.y / 2.0),
            galley,
            color32(colors.muted),
        );
        let place =
            Rect::from_min_size(pos2(x, right.y - size.y / 2.0), vec2(sign + size.x, size.y));
        let response = ui.interact(
            place,
            ui.scope_id().with(("legend", kind as u8)),
            Sense::hover(),
        );
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words(kind, language)));
        x += sign + size.x + gap;
    }
    left
}

/// The outline of a kind's marks, filled.
fn paint_mark(painter: &Painter, shape: Shape, centre: Pos2, radius: f32, color: egui::Color32) {
    let reach = radius * shape.reach();
    let corner =
        |angle: f32| centre + reach * vec2(angle.to_radians().cos(), angle.to_radians().sin());
    let polygon = |angles: &[f32]| {
        Paint::convex_polygon(
            angles.iter().map(|&angle| corner(angle)).collect(),
            color,
            Stroke::NONE,
        )
    };
    painter.add(match shape {
        Shape::Circle | Shape::SmallCircle => Paint::circle_filled(centre, reach, color),
        Shape::Diamond => polygon(&[-90.0, 0.0, 90.0, 180.0]),
        Shape::Triangle => polygon(&[-90.0, 30.0, 150.0]),
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_look_is_listed_in_every_language() {
        for kind in KindColor::ALL {
            for language in Language::ALL {
                let said = words(kind, language);
                assert!(
                    LISTED.iter().any(|&listed| words(listed, language) == said),
                    "{kind:?}"
                );
            }
        }
    }
}
