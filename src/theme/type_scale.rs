//! Text by role: how large, how heavy, in which style of face.

use super::FontStyle;

/// Weight of a face on the scale from 100 to 900 that `OpenType` calls `wght`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Weight {
    /// 400
    Regular,
    /// 500
    Medium,
    /// 600
    Semibold,
    /// 700
    Bold,
}

impl Weight {
    /// The value on the `wght` axis.
    #[must_use]
    pub const fn value(self) -> f32 {
        match self {
            Self::Regular => 400.0,
            Self::Medium => 500.0,
            Self::Semibold => 600.0,
            Self::Bold => 700.0,
        }
    }
}

/// What a piece of text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TextRole {
    /// The sign of the program, 年表.
    Logo,
    /// The name of the open record.
    RecordTitle,
    /// Small words beside or under something: a lane's count, a tick's second row.
    Label,
    /// A heading inside the panel, in small spaced capitals.
    Section,
    /// A mark's label on the canvas.
    Canvas,
    /// The label of the selected mark.
    CanvasStrong,
    /// A year that carries a long tick.
    AxisMajor,
    /// A year, month or hour between them.
    AxisMinor,
    /// Facts about a quote or an event: publisher, place, calendar.
    Meta,
    /// A button, link or chip.
    Control,
    /// Running text.
    Body,
    /// A name that heads a block: the speaker, a lane, the date.
    Strong,
    /// An event's title in the panel.
    EventTitle,
    /// The title in the language it was first written in.
    OriginalTitle,
    /// What was said.
    Quote,
    /// What was said, in another language.
    Translation,
}

/// How one role is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TypeStyle {
    /// Size of the em, in points.
    pub size_points: f32,
    /// Weight, where the face has more than one.
    pub weight: Weight,
    /// Distance of two baselines as a multiple of the size; `None`: what the face asks for.
    pub line_height: Option<f32>,
    /// Extra space between letters, in points.
    pub letter_spacing_points: f32,
    /// Sans, strong sans or serif.
    pub style: FontStyle,
}

impl TypeStyle {
    /// Distance of two baselines in points, if the role sets one.
    #[must_use]
    pub fn line_height_points(&self) -> Option<f32> {
        self.line_height.map(|factor| factor * self.size_points)
    }
}

/// All roles at one scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TypeScale {
    scale: f32,
}

impl TextRole {
    /// Every role.
    pub const ALL: [Self; 16] = [
        Self::Logo,
        Self::RecordTitle,
        Self::Label,
        Self::Section,
        Self::Canvas,
        Self::CanvasStrong,
        Self::AxisMajor,
        Self::AxisMinor,
        Self::Meta,
        Self::Control,
        Self::Body,
        Self::Strong,
        Self::EventTitle,
        Self::OriginalTitle,
        Self::Quote,
        Self::Translation,
    ];
}

impl TypeScale {
    /// All roles, `scale` times as large as at a desk.
    #[must_use]
    pub const fn scaled(scale: f32) -> Self {
        Self { scale }
    }

    /// How this role is set.
    #[must_use]
    pub const fn style(&self, role: TextRole) -> TypeStyle {
        use Weight::{Bold, Medium, Regular, Semibold};
        let (size, weight, line_height, spacing) = match role {
            TextRole::Logo => (18.0, Bold, None, 0.0),
            TextRole::RecordTitle | TextRole::AxisMajor => (15.0, Semibold, None, 0.0),
            TextRole::Label | TextRole::AxisMinor => (11.0, Regular, None, 0.0),
            TextRole::Section => (11.0, Semibold, None, 1.0),
            TextRole::Canvas | TextRole::Meta => (12.0, Regular, None, 0.0),
            TextRole::CanvasStrong => (12.0, Semibold, None, 0.0),
            TextRole::Control => (12.0, Medium, None, 0.0),
            TextRole::Body => (13.0, Regular, Some(1.5), 0.0),
            TextRole::Strong => (13.0, Semibold, None, 0.0),
            TextRole::EventTitle => (21.0, Bold, Some(1.25), 0.0),
            TextRole::OriginalTitle => (15.0, Regular, Some(1.35), 0.0),
            TextRole::Quote => (18.0, Regular, Some(1.45), 0.0),
            TextRole::Translation => (15.0, Regular, Some(1.45), 0.0),
        };
        let style = match role {
            TextRole::Quote | TextRole::Translation => FontStyle::Serif,
            _ if matches!(weight, Semibold | Bold) => FontStyle::SansStrong,
            _ => FontStyle::Sans,
        };
        TypeStyle {
            size_points: size * self.scale,
            weight,
            line_height,
            letter_spacing_points: spacing * self.scale,
            style,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_are_the_largest_running_text() {
        let scale = TypeScale::scaled(1.0);
        let quote = scale.style(TextRole::Quote);
        assert_eq!(quote.style, FontStyle::Serif);
        for role in [TextRole::Body, TextRole::Translation, TextRole::Meta] {
            assert!(scale.style(role).size_points < quote.size_points);
        }
        let line = quote.line_height_points().unwrap_or_default();
        assert!((line - 26.1).abs() < 1e-4);
    }

    #[test]
    fn heavy_roles_take_the_strong_faces() {
        let scale = TypeScale::scaled(1.0);
        for role in TextRole::ALL {
            let style = scale.style(role);
            let heavy = style.weight >= Weight::Semibold;
            assert_eq!(heavy, style.style == FontStyle::SansStrong, "{role:?}");
        }
    }
}
