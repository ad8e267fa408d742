//! Colours by purpose, for each theme. Colour says two things: what kind of event, and what is
//! selected; all else is paper and ink.

use super::{KindColor, Rgb, Rgba};

/// The colours of one theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colors {
    /// Ground of the canvas.
    pub paper: Rgb,
    /// Ground of bars and the side panel.
    pub panel: Rgb,
    /// Ground of chips, fields and empty cells.
    pub faint: Rgb,
    /// Lines that divide: lanes, panels, grid.
    pub line: Rgb,
    /// Text.
    pub ink: Rgb,
    /// Text of the second rank.
    pub muted: Rgb,
    /// Decoration only: short ticks, hints of shape. Never text that must be read.
    pub soft: Rgb,
    /// Links, focus, the selection's outline, arcs, the bar beside a quote.
    pub accent: Rgb,
    /// Text on a button filled with the accent.
    pub on_accent: Rgb,
    /// Ground of what is selected.
    pub selected: Rgb,
    /// Ground of a row or button under the pointer.
    pub hovered: Rgb,

    /// Ground of the era row, and of every second band.
    pub band: Rgb,
    /// Ground of the bands between.
    pub band_strong: Rgb,
    /// Tick lines through the lanes.
    pub grid: Rgb,
    /// Long ticks on the axis.
    pub tick: Rgb,
    /// The line of today.
    pub today: Rgb,
    /// The hill of the overview.
    pub overview_hill: Rgb,
    /// The part of the overview that is in view.
    pub overview_window: Rgb,
    /// Outline of a pill that counts marks.
    pub pill_line: Rgb,

    /// Words found by a search: their ground.
    pub found: Rgb,
    /// Words of a warning.
    pub warning: Rgb,
    /// Ground of a warning.
    pub warning_ground: Rgb,
    /// Words of an error, and of what disputes.
    pub error: Rgb,
    /// Ground of an error.
    pub error_ground: Rgb,
    /// Words of what is well, and of what supports.
    pub good: Rgb,
    /// A cell of the tone scale below zero.
    pub tone_cold: Rgb,
    /// A cell of the tone scale above zero.
    pub tone_warm: Rgb,

    /// What lies behind a dialog.
    pub scrim: Rgba,
    /// The shadow under a card.
    pub shadow: Rgba,

    /// By [`KindColor`], in its order; see [`Colors::kind`].
    kinds: [Rgb; 8],
}

impl Colors {
    /// Warm paper.
    pub const LIGHT: Self = Self {
        paper: Rgb::hex(0xFA_F9F6),
        panel: Rgb::hex(0xFF_FFFF),
        faint: Rgb::hex(0xF1_EFE9),
        line: Rgb::hex(0xE4_E1DA),
        ink: Rgb::hex(0x1D_2125),
        muted: Rgb::hex(0x5F_656B),
        soft: Rgb::hex(0x9A_A0A6),
        accent: Rgb::hex(0x1F_5FA8),
        on_accent: Rgb::hex(0xFF_FFFF),
        selected: Rgb::hex(0xE9_F1FA),
        hovered: Rgb::hex(0xF5_F3EE),
        band: Rgb::hex(0xF1_EFE9),
        band_strong: Rgb::hex(0xE7_E4DD),
        grid: Rgb::hex(0xE9_E6E0),
        tick: Rgb::hex(0x9A_A0A6),
        today: Rgb::hex(0x1F_5FA8),
        overview_hill: Rgb::hex(0xB9_C4D0),
        overview_window: Rgb::hex(0xE1_E9F3),
        pill_line: Rgb::hex(0x7F_858D),
        found: Rgb::hex(0xFF_E9A8),
        warning: Rgb::hex(0x7A_4B00),
        warning_ground: Rgb::hex(0xFF_F6E5),
        error: Rgb::hex(0xA8_321A),
        error_ground: Rgb::hex(0xFC_EDE9),
        good: Rgb::hex(0x0A_6B54),
        tone_cold: Rgb::hex(0xB8_452A),
        tone_warm: Rgb::hex(0x0F_8A6D),
        scrim: Rgb::hex(0x1D_2125).with_alpha(96),
        shadow: Rgb::hex(0x1D_2125).with_alpha(40),
        kinds: kinds(
            0x10_67BC, 0x2A_91CA, 0x0F_8A6D, 0x87_488F, 0xB8_452A, 0xB7_7E00, 0x83_8892,
        ),
    };

    /// Near-black, blue by a breath.
    pub const DARK: Self = Self {
        paper: Rgb::hex(0x14_171B),
        panel: Rgb::hex(0x1A_1E23),
        faint: Rgb::hex(0x1F_242A),
        line: Rgb::hex(0x2B_3138),
        ink: Rgb::hex(0xE8_E6E1),
        muted: Rgb::hex(0x9A_A2AB),
        soft: Rgb::hex(0x68_717B),
        accent: Rgb::hex(0x7D_B3EE),
        on_accent: Rgb::hex(0x10_1B28),
        selected: Rgb::hex(0x1E_2C3C),
        hovered: Rgb::hex(0x20_252B),
        band: Rgb::hex(0x1F_242A),
        band_strong: Rgb::hex(0x2B_3138),
        grid: Rgb::hex(0x24_292F),
        tick: Rgb::hex(0x68_717B),
        today: Rgb::hex(0x7D_B3EE),
        overview_hill: Rgb::hex(0x46_505C),
        overview_window: Rgb::hex(0x22_2C38),
        pill_line: Rgb::hex(0x6F_7882),
        found: Rgb::hex(0x5A_4A16),
        warning: Rgb::hex(0xE8_B45A),
        warning_ground: Rgb::hex(0x2F_2718),
        error: Rgb::hex(0xF2_937A),
        error_ground: Rgb::hex(0x35_211C),
        good: Rgb::hex(0x4C_C5A4),
        tone_cold: Rgb::hex(0xE0_6C48),
        tone_warm: Rgb::hex(0x2F_B08F),
        scrim: Rgb::hex(0x00_0000).with_alpha(140),
        shadow: Rgb::hex(0x00_0000).with_alpha(120),
        kinds: kinds(
            0x2A_8CEB, 0x82_C6F2, 0x2F_B08F, 0xBC_8CC9, 0xE0_6C48, 0xE8_AF2C, 0x9D_A3AC,
        ),
    };

    /// Pure white, for a lit classroom: grounds differ less than a projector can show, so lines
    /// and marks are stronger.
    pub const PROJECTOR: Self = Self {
        paper: Rgb::hex(0xFF_FFFF),
        panel: Rgb::hex(0xFF_FFFF),
        faint: Rgb::hex(0xEF_EFEF),
        line: Rgb::hex(0xB8_B8B8),
        ink: Rgb::hex(0x00_0000),
        muted: Rgb::hex(0x3F_454B),
        soft: Rgb::hex(0x76_7C82),
        accent: Rgb::hex(0x0B_427F),
        on_accent: Rgb::hex(0xFF_FFFF),
        selected: Rgb::hex(0xDC_E9F8),
        hovered: Rgb::hex(0xF2_F2F2),
        band: Rgb::hex(0xEF_EFEF),
        band_strong: Rgb::hex(0xE2_E2E2),
        grid: Rgb::hex(0xCC_CCCC),
        tick: Rgb::hex(0x50_565C),
        today: Rgb::hex(0x0B_427F),
        overview_hill: Rgb::hex(0x8E_9AA8),
        overview_window: Rgb::hex(0xDC_E9F8),
        pill_line: Rgb::hex(0x50_565C),
        found: Rgb::hex(0xFF_E08A),
        warning: Rgb::hex(0x5C_3800),
        warning_ground: Rgb::hex(0xFF_F1D6),
        error: Rgb::hex(0x7E_1F0B),
        error_ground: Rgb::hex(0xFB_E3DC),
        good: Rgb::hex(0x00_503E),
        tone_cold: Rgb::hex(0xA6_3316),
        tone_warm: Rgb::hex(0x00_745A),
        scrim: Rgb::hex(0x00_0000).with_alpha(120),
        shadow: Rgb::hex(0x00_0000).with_alpha(60),
        kinds: kinds(
            0x0A_4F9C, 0x22_81BE, 0x00_745A, 0x84_5C90, 0xA6_3316, 0xAA_7200, 0x6B_7078,
        ),
    };

    /// Pure black, for a dark hall.
    pub const PROJECTOR_DARK: Self = Self {
        paper: Rgb::hex(0x00_0000),
        panel: Rgb::hex(0x00_0000),
        faint: Rgb::hex(0x1B_1F24),
        line: Rgb::hex(0x4A_525B),
        ink: Rgb::hex(0xFF_FFFF),
        muted: Rgb::hex(0xC6_CCD3),
        soft: Rgb::hex(0x8A_929B),
        accent: Rgb::hex(0x9C_C9FA),
        on_accent: Rgb::hex(0x00_0000),
        selected: Rgb::hex(0x16_324F),
        hovered: Rgb::hex(0x1B_1F24),
        band: Rgb::hex(0x1B_1F24),
        band_strong: Rgb::hex(0x2B_3138),
        grid: Rgb::hex(0x38_3F47),
        tick: Rgb::hex(0xA9_AFB8),
        today: Rgb::hex(0x9C_C9FA),
        overview_hill: Rgb::hex(0x6B_7683),
        overview_window: Rgb::hex(0x16_324F),
        pill_line: Rgb::hex(0xA9_AFB8),
        found: Rgb::hex(0x5E_4A00),
        warning: Rgb::hex(0xF7_CC7A),
        warning_ground: Rgb::hex(0x33_280F),
        error: Rgb::hex(0xFF_B29E),
        error_ground: Rgb::hex(0x3A_1C14),
        good: Rgb::hex(0x7B_E0C3),
        tone_cold: Rgb::hex(0xEE_7650),
        tone_warm: Rgb::hex(0x35_BE9B),
        scrim: Rgb::hex(0x00_0000).with_alpha(170),
        shadow: Rgb::hex(0x00_0000).with_alpha(160),
        kinds: kinds(
            0x3A_96F5, 0x97_D3F8, 0x35_BE9B, 0xC4_97D4, 0xEE_7650, 0xF7_BE3A, 0xA9_AFB8,
        ),
    };

    /// The colour of this kind's marks.
    #[must_use]
    pub const fn kind(&self, kind: KindColor) -> Rgb {
        self.kinds[kind as usize]
    }

    /// The colour of a kind's bar: what lasted is stronger than what only is not known exactly. Ink
    /// can be read on both, and neither lets through what lies behind.
    pub fn span(&self, kind: KindColor, imprecise: bool) -> Rgb {
        let to_paper = if imprecise { 0.72 } else { 0.45 };
        self.kind(kind).mix(self.paper, to_paper)
    }

    /// The colour of one cell of the tone scale: cold below zero, warm above, faint at zero.
    #[must_use]
    pub const fn tone(&self, value: i8) -> Rgb {
        match value {
            ..0 => self.tone_cold,
            0 => self.faint,
            1.. => self.tone_warm,
        }
    }

    /// The colour of a mark's label: ink for an importance of 4 and 5, muted below.
    #[must_use]
    pub const fn label(&self, importance: u8) -> Rgb {
        if importance >= 4 {
            self.ink
        } else {
            self.muted
        }
    }
}

/// Speech and all else share a colour, as they share an outline.
const fn kinds(
    summit: u32,
    visit: u32,
    agreed: u32,
    framework: u32,
    rupture: u32,
    weapons: u32,
    other: u32,
) -> [Rgb; 8] {
    [
        Rgb::hex(summit),
        Rgb::hex(visit),
        Rgb::hex(agreed),
        Rgb::hex(framework),
        Rgb::hex(rupture),
        Rgb::hex(weapons),
        Rgb::hex(other),
        Rgb::hex(other),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::{Theme, ThemeId};

    /// Every pair of text and ground that a panel may draw.
    fn texts_on_grounds(colors: &Colors) -> Vec<(&'static str, Rgb, &'static str, Rgb)> {
        let texts = [
            ("ink", colors.ink),
            ("muted", colors.muted),
            ("accent", colors.accent),
            ("error", colors.error),
            ("warning", colors.warning),
            ("good", colors.good),
        ];
        let grounds = [
            ("paper", colors.paper),
            ("panel", colors.panel),
            ("faint", colors.faint),
            ("selected", colors.selected),
            ("hovered", colors.hovered),
            ("band", colors.band),
            ("band_strong", colors.band_strong),
            ("overview_window", colors.overview_window),
        ];
        let mut pairs: Vec<_> = texts
            .iter()
            .flat_map(|&(text, one)| grounds.map(|(ground, two)| (text, one, ground, two)))
            .collect();
        pairs.extend([
            ("on_accent", colors.on_accent, "accent", colors.accent),
            ("ink", colors.ink, "found", colors.found),
            ("ink", colors.ink, "warning_ground", colors.warning_ground),
            (
                "warning",
                colors.warning,
                "warning_ground",
                colors.warning_ground,
            ),
            ("ink", colors.ink, "error_ground", colors.error_ground),
            ("error", colors.error, "error_ground", colors.error_ground),
        ]);
        pairs
    }

    #[test]
    fn every_text_can_be_read_on_every_ground() {
        for id in ThemeId::ALL {
            // WCAG 2.2, 1.4.3 (AA) at a desk and 1.4.6 (AAA) on a wall.
            let least = if id.is_projector() { 7.0 } else { 4.5 };
            for (text, one, ground, two) in texts_on_grounds(&Theme::of(id).colors) {
                let contrast = one.contrast(two);
                assert!(
                    contrast >= least,
                    "{id:?}: {text} on {ground} is {contrast:.2}:1"
                );
            }
        }
    }

    #[test]
    fn every_mark_stands_out_from_its_ground() {
        // WCAG 2.2, 1.4.11: graphics that carry meaning have 3:1 against what they lie on.
        for id in ThemeId::ALL {
            let colors = &Theme::of(id).colors;
            let mut marks: Vec<_> = KindColor::ALL
                .iter()
                .map(|&kind| (format!("{kind:?}"), colors.kind(kind)))
                .collect();
            marks.extend([
                ("focus".into(), colors.accent),
                ("today".into(), colors.today),
                ("pill line".into(), colors.pill_line),
                ("cold".into(), colors.tone_cold),
                ("warm".into(), colors.tone_warm),
            ]);
            for (mark, color) in marks {
                for ground in [colors.paper, colors.panel, colors.selected] {
                    let contrast = color.contrast(ground);
                    let ground = ground.to_css();
                    assert!(
                        contrast >= 3.0,
                        "{id:?}: {mark} on {ground} is {contrast:.2}:1"
                    );
                }
            }
        }
    }

    #[test]
    fn projectors_have_pure_grounds() {
        assert_eq!(Colors::PROJECTOR.paper, Rgb::hex(0xFF_FFFF));
        assert_eq!(Colors::PROJECTOR_DARK.paper, Rgb::hex(0x00_0000));
    }

    #[test]
    fn tone_turns_at_zero() {
        let colors = &Colors::LIGHT;
        assert_eq!(colors.tone(-5), colors.tone_cold);
        assert_eq!(colors.tone(0), colors.faint);
        assert_eq!(colors.tone(5), colors.tone_warm);
    }
}
