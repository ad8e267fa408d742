//! From the scene's tokens (kinds, roles of text) to the theme's.

use crate::record::Kind;
use crate::scene::{self, Metrics};
use crate::theme::{KindColor, TextRole, Theme};

/// The look of a kind of event.
pub const fn kind_color(kind: Kind) -> KindColor {
    match kind {
        Kind::Summit => KindColor::Summit,
        Kind::Visit | Kind::Talks | Kind::Forum => KindColor::Visit,
        Kind::Treaty | Kind::JointStatement | Kind::Agreement | Kind::Normalisation => {
            KindColor::Agreed
        }
        Kind::Framework => KindColor::Framework,
        Kind::War | Kind::Incident | Kind::Protest | Kind::Sanction => KindColor::Rupture,
        Kind::NuclearTest | Kind::MissileLaunch => KindColor::Weapons,
        Kind::Speech => KindColor::Speech,
        Kind::Founding | Kind::Other => KindColor::Other,
    }
}

/// The theme's role for a text of the canvas.
pub const fn role_of(role: scene::TextRole) -> TextRole {
    use scene::TextRole as Scene;
    match role {
        Scene::AxisMajor => TextRole::AxisMajor,
        Scene::AxisMinor => TextRole::AxisMinor,
        Scene::LaneTitle => TextRole::Strong,
        Scene::MarkLabel => TextRole::Canvas,
        Scene::MarkLabelSelected => TextRole::CanvasStrong,
        Scene::Calendar
        | Scene::Band
        | Scene::LaneSubtitle
        | Scene::MarkNote
        | Scene::ClusterCount
        | Scene::ArcLabel
        | Scene::OverviewTick => TextRole::Label,
    }
}

/// The canvas' sizes under a theme. Before a class the lanes' names leave more room to time: they
/// have shorter forms, time has none.
pub fn metrics_of(theme: &Theme) -> Metrics {
    const HEADER_MOST: f32 = 240.0;
    let metrics = Metrics::default().scaled(scale_of(theme));
    Metrics {
        header_width: metrics.header_width.min(HEADER_MOST),
        ..metrics
    }
}

/// How much larger than at a desk everything is.
pub(super) fn scale_of(theme: &Theme) -> f32 {
    const GRID_AT_A_DESK: f32 = 4.0;
    theme.sizes.grid / GRID_AT_A_DESK
}
