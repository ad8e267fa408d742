//! Colours, sizes, type and fonts by name, so that no panel holds a raw colour or a magic number.
//!
//! A [`Theme`] is plain data: the window and the exporters read the same one, which is why a
//! picture and the window cannot disagree. Nothing here names a toolkit, a disk or a clock.

mod color;
mod font;
mod kind;
mod palette;
mod sizes;
pub mod symbol;
mod system_font;
mod type_scale;
#[cfg(test)]
mod vision;

pub use color::{Rgb, Rgba};
pub use font::{Face, FontLanguage, FontStyle, chain, faces, family_name};
pub use kind::{KindColor, KindFamily, Shape};
pub use palette::Colors;
pub use sizes::{Motion, Sizes};
pub use system_font::system_families;
pub use type_scale::{TextRole, TypeScale, TypeStyle, Weight};

/// Which theme: the word that settings and the command line use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ThemeId {
    /// Ink on warm paper.
    #[default]
    Light,
    /// Paper on near-black.
    Dark,
    /// Black on pure white, half as large again, for a classroom wall.
    Projector,
    /// White on pure black, half as large again, for a dark hall.
    ProjectorDark,
}

impl ThemeId {
    /// Every theme, in the order a menu lists them.
    pub const ALL: [Self; 4] = [
        Self::Light,
        Self::Dark,
        Self::Projector,
        Self::ProjectorDark,
    ];

    /// The name in settings and on the command line: `light`, `dark`, `projector`, `projector-dark`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Projector => "projector",
            Self::ProjectorDark => "projector-dark",
        }
    }

    /// The theme of a [`name`](Self::name), or `None` for any other word.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|id| id.name() == name)
    }

    /// Whether light text stands on a dark ground.
    #[must_use]
    pub const fn is_dark(self) -> bool {
        matches!(self, Self::Dark | Self::ProjectorDark)
    }

    /// Whether this theme is made for a wall: everything 1.5 times as large, contrast 7:1.
    #[must_use]
    pub const fn is_projector(self) -> bool {
        matches!(self, Self::Projector | Self::ProjectorDark)
    }
}

/// All that decides how the program looks.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Which theme this is.
    pub id: ThemeId,
    /// Colours by purpose.
    pub colors: Colors,
    /// Lengths in points.
    pub sizes: Sizes,
    /// Text by role.
    pub text: TypeScale,
    /// Durations in seconds.
    pub motion: Motion,
}

impl Theme {
    /// The theme of this name; built once, at compile time.
    ///
    /// ```
    /// use nenpyo::theme::{Theme, ThemeId};
    /// let light = Theme::of(ThemeId::Light);
    /// let projector = Theme::of(ThemeId::Projector);
    /// assert_eq!(light.sizes.top_bar_height, 48.0);
    /// assert_eq!(projector.sizes.top_bar_height, 72.0);
    /// ```
    #[must_use]
    pub const fn of(id: ThemeId) -> &'static Self {
        const fn of_size(id: ThemeId, colors: Colors, scale: f32) -> Theme {
            Theme {
                id,
                colors,
                sizes: Sizes::scaled(scale),
                text: TypeScale::scaled(scale),
                motion: Motion::STANDARD,
            }
        }
        static LIGHT: Theme = of_size(ThemeId::Light, Colors::LIGHT, 1.0);
        static DARK: Theme = of_size(ThemeId::Dark, Colors::DARK, 1.0);
        static PROJECTOR: Theme = of_size(ThemeId::Projector, Colors::PROJECTOR, PROJECTOR_SCALE);
        static PROJECTOR_DARK: Theme = of_size(
            ThemeId::ProjectorDark,
            Colors::PROJECTOR_DARK,
            PROJECTOR_SCALE,
        );
        match id {
            ThemeId::Light => &LIGHT,
            ThemeId::Dark => &DARK,
            ThemeId::Projector => &PROJECTOR,
            ThemeId::ProjectorDark => &PROJECTOR_DARK,
        }
    }
}

/// How much larger everything is on a wall.
const PROJECTOR_SCALE: f32 = 1.5;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back_to_their_theme() {
        for id in ThemeId::ALL {
            assert_eq!(ThemeId::from_name(id.name()), Some(id));
            assert_eq!(Theme::of(id).id, id);
        }
        assert_eq!(ThemeId::from_name("sepia"), None);
    }

    #[test]
    fn a_projector_is_half_as_large_again() {
        let (desk, wall) = (Theme::of(ThemeId::Dark), Theme::of(ThemeId::ProjectorDark));
        let ratio = |wall: f32, desk: f32| (wall / desk - 1.5).abs() < 1e-6;
        assert!(ratio(
            wall.sizes.panel_width_min,
            desk.sizes.panel_width_min
        ));
        assert!(ratio(wall.sizes.mark_radius, desk.sizes.mark_radius));
        for role in TextRole::ALL {
            assert!(ratio(
                wall.text.style(role).size_points,
                desk.text.style(role).size_points
            ));
        }
    }
}
