//! Lengths in points and durations in seconds. Everything stands on a grid of four points.

/// Lengths in points; see [`Sizes::scaled`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sizes {
    /// The grid all distances are multiples of.
    pub grid: f32,
    /// The bar with the record's title and the search field.
    pub top_bar_height: f32,
    /// The time axis: ticks with their years, and the calendar row under them.
    pub axis_height: f32,
    /// The second-calendar row, which is a part of the axis.
    pub era_row_height: f32,
    /// One row of bands (who was in office).
    pub band_stripe_height: f32,
    /// The coloured part of a band inside its row.
    pub band_height: f32,
    /// The column of lane names.
    pub lane_header_width: f32,
    /// One row of marks with labels.
    pub lane_row_height: f32,
    /// The last row of a lane, where marks without a label stand as dots.
    pub dot_row_height: f32,
    /// Space above the first and below the last row of a lane.
    pub lane_padding: f32,
    /// The side panel as it opens.
    pub panel_width: f32,
    /// The least the side panel can be dragged to.
    pub panel_width_min: f32,
    /// The most the side panel can be dragged to.
    pub panel_width_max: f32,
    /// Space between the panel's edge and its words.
    pub panel_margin: f32,
    /// The strip that shows the whole record.
    pub overview_height: f32,
    /// The strip of tone under the lanes, when it is open.
    pub tone_strip_height: f32,
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
    /// Height of a pill that counts marks, and of the selected mark's pill.
    pub pill_height: f32,
    /// A mark of the least importance; see [`Sizes::mark_radius`].
    pub mark_radius_least: f32,
    /// A mark of the greatest importance; see [`Sizes::mark_radius`].
    pub mark_radius_most: f32,
    /// A dot in a lane's last row, and in the tone strip.
    pub dot_radius: f32,
    /// The height of a span's bar.
    pub span_height: f32,
    /// What is shorter than this in time is drawn this wide all the same.
    pub least_width: f32,
    /// Space between a mark and its label.
    pub label_gap: f32,
    /// Two labels in one row keep this distance.
    pub label_distance: f32,
    /// How near a pointer or finger must be to hit a mark.
    pub hit_slop: f32,
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
            axis_height: 58.0 * scale,
            era_row_height: 20.0 * scale,
            band_stripe_height: 28.0 * scale,
            band_height: 16.0 * scale,
            lane_header_width: 172.0 * scale,
            lane_row_height: 23.0 * scale,
            dot_row_height: 24.0 * scale,
            lane_padding: 8.0 * scale,
            panel_width: 420.0 * scale,
            panel_width_min: 320.0 * scale,
            panel_width_max: 640.0 * scale,
            panel_margin: 28.0 * scale,
            overview_height: 62.0 * scale,
            tone_strip_height: 120.0 * scale,
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
            pill_height: 16.0 * scale,
            mark_radius_least: 3.5 * scale,
            mark_radius_most: 5.5 * scale,
            dot_radius: 3.5 * scale,
            span_height: 8.0 * scale,
            least_width: 2.0 * scale,
            label_gap: 6.0 * scale,
            label_distance: 12.0 * scale,
            hit_slop: 4.0 * scale,
            // A hand is as steady before a wall as at a desk.
            drag_threshold: 4.0,
        }
    }

    /// Half the width of a circular mark, in points, for an importance of 1 to 5; what lies
    /// outside counts as the nearest of these.
    #[must_use]
    pub fn mark_radius(&self, importance: u8) -> f32 {
        let share = f32::from(importance.clamp(1, 5) - 1) / 4.0;
        self.mark_radius_least + (self.mark_radius_most - self.mark_radius_least) * share
    }
}

/// Durations in seconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Motion {
    /// One eased change of the view.
    pub ease_s: f32,
    /// A label appears or goes within this.
    pub fade_s: f32,
    /// A pointer rests this long before a card appears.
    pub hover_delay_s: f32,
}

impl Motion {
    /// The pace of every theme.
    pub const STANDARD: Self = Self {
        ease_s: 0.3,
        fade_s: 0.15,
        hover_delay_s: 0.3,
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn importance_outside_its_range_still_has_a_size() {
        let sizes = Sizes::scaled(1.0);
        assert!((sizes.mark_radius(0) - sizes.mark_radius(1)).abs() < f32::EPSILON);
        assert!((sizes.mark_radius(9) - sizes.mark_radius(5)).abs() < f32::EPSILON);
        assert!(sizes.mark_radius(2) < sizes.mark_radius(3));
    }
}
