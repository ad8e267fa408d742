//! Lengths in points and durations in seconds. Everything stands on a grid of four points.
//!
//! What lies on the canvas has its lengths in the scene's metrics, times [`Sizes::grid`].

/// Lengths in points; see [`Sizes::scaled`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sizes {
    /// The grid all distances are multiples of.
    pub grid: f32,
    /// The bar with the record's title and the search field.
    pub top_bar_height: f32,
    /// The coloured part of a band inside its row.
    pub band_height: f32,
    /// One row of marks with labels.
    pub lane_row_height: f32,
    /// The least the side panel can be dragged to.
    pub panel_width_min: f32,
    /// The most the side panel can be dragged to.
    pub panel_width_max: f32,
    /// Space between the panel's edge and its words.
    pub panel_margin: f32,
    /// The line at the bottom of the window.
    pub status_height: f32,
    /// A line that only divides.
    pub hairline: f32,
    /// A line that means something: an outline, an arc.
    pub stroke: f32,
    /// The ring around what has the keyboard.
    pub focus_ring: f32,
    /// How far the ring stands off what it surrounds.
    pub focus_gap: f32,
    /// How much a mark grows under the pointer.
    pub hover_growth: f32,
    /// The bar beside a quote.
    pub quote_bar_width: f32,
    /// Corners of buttons, fields and cards.
    pub corner: f32,
    /// Corners of bands and spans.
    pub corner_small: f32,
    /// Height of a button or a field.
    pub control_height: f32,
    /// Height of a chip (an actor, a tag).
    pub chip_height: f32,
    /// A mark among words: in the legend, in a chip, in the tone strip of a picture.
    pub mark_radius: f32,
    /// A dot in a lane's last row, and in the tone strip.
    pub dot_radius: f32,
    /// Space between a mark and its label.
    pub label_gap: f32,
    /// A press becomes a drag after this way.
    pub drag_threshold: f32,
}

impl Sizes {
    /// All lengths, `scale` times those at a desk.
    #[must_use]
    pub const fn scaled(scale: f32) -> Self {
        Self {
            grid: 4.0 * scale,
            top_bar_height: 48.0 * scale,
            band_height: 16.0 * scale,
            lane_row_height: 23.0 * scale,
            panel_width_min: 320.0 * scale,
            panel_width_max: 640.0 * scale,
            panel_margin: 28.0 * scale,
            status_height: 32.0 * scale,
            hairline: 1.0 * scale,
            stroke: 1.5 * scale,
            focus_ring: 2.0 * scale,
            focus_gap: 2.0 * scale,
            hover_growth: 1.0 * scale,
            quote_bar_width: 3.0 * scale,
            corner: 8.0 * scale,
            corner_small: 3.0 * scale,
            control_height: 28.0 * scale,
            chip_height: 22.0 * scale,
            mark_radius: 4.5 * scale,
            dot_radius: 3.5 * scale,
            label_gap: 6.0 * scale,
            // A hand is as steady before a wall as at a desk.
            drag_threshold: 4.0,
        }
    }
}

/// Durations in seconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Motion {
    /// A label appears or goes within this.
    pub fade_s: f32,
    /// A pointer rests this long before a card appears.
    pub hover_delay_s: f32,
}

impl Motion {
    /// The pace of every theme.
    pub const STANDARD: Self = Self {
        fade_s: 0.15,
        hover_delay_s: 0.3,
    };
}
