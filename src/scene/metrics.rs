//! Sizes of the canvas in points, as the drawings have them; one factor scales them all.

/// From the window's edge to the words of the header column, under every scale.
pub const HEADER_INSET: f32 = 20.0;

/// Every size the scene needs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Metrics {
    /// Width of the header column.
    pub header_width: f32,
    /// Height of the tick rows without the second calendar.
    pub axis_height: f32,
    /// Height of the second calendar row.
    pub calendar_height: f32,
    /// Height of one band stripe.
    pub band_height: f32,
    /// Height of one label row of a lane.
    pub row_height: f32,
    /// Height of a lane's last row, where dots and pills stand.
    pub overflow_height: f32,
    /// Space above the first and below the last row of a lane.
    pub lane_padding: f32,
    /// Least height of a lane that is not folded: two header lines.
    pub lane_min_height: f32,
    /// Height of a folded lane.
    pub folded_height: f32,
    /// Height of the tone strip.
    pub tone_height: f32,
    /// Height of the overview.
    pub overview_height: f32,
    /// Radius of a mark of importance 3.
    pub mark_radius: f32,
    /// Radius of a dot in a lane's last row.
    pub dot_radius: f32,
    /// Height of a pill with a number.
    pub pill_height: f32,
    /// Height of an arrow at the plot's edge.
    pub arrow_height: f32,
    /// Room for the bar that shows where the lanes are scrolled to.
    pub scroll_bar: f32,
    /// Height of a span's bar.
    pub bar_height: f32,
    /// Space between a mark and its label.
    pub label_gap: f32,
    /// Space between a label and the next mark.
    pub label_margin: f32,
    /// Space between a mark and a label right of it that is another's: so much that nobody takes it
    /// for the mark's own.
    pub foreign_margin: f32,
    /// The room a label may claim from others.
    pub label_width: f32,
    /// The room a label may take where nobody else wants it.
    pub label_width_free: f32,
    /// Less room than this is not worth a label that must be elided.
    pub label_width_least: f32,
}

impl Default for Metrics {
    fn default() -> Self {
        Self {
            header_width: 172.0,
            axis_height: 36.0,
            calendar_height: 22.0,
            band_height: 28.0,
            row_height: 23.0,
            overflow_height: 24.0,
            lane_padding: 6.0,
            lane_min_height: 44.0,
            folded_height: 32.0,
            tone_height: 120.0,
            overview_height: 62.0,
            mark_radius: 5.5,
            dot_radius: 3.5,
            pill_height: 16.0,
            arrow_height: 20.0,
            scroll_bar: 7.0,
            bar_height: 12.0,
            label_gap: 6.0,
            label_margin: 14.0,
            foreign_margin: 32.0,
            label_width: 210.0,
            label_width_free: 420.0,
            label_width_least: 72.0,
        }
    }
}

impl Metrics {
    /// The same sizes times a factor: the interface scale, or 1.5 for a projector.
    #[must_use]
    pub fn scaled(&self, factor: f32) -> Self {
        let f = factor;
        Self {
            header_width: self.header_width * f,
            axis_height: self.axis_height * f,
            calendar_height: self.calendar_height * f,
            band_height: self.band_height * f,
            row_height: self.row_height * f,
            overflow_height: self.overflow_height * f,
            lane_padding: self.lane_padding * f,
            lane_min_height: self.lane_min_height * f,
            folded_height: self.folded_height * f,
            tone_height: self.tone_height * f,
            overview_height: self.overview_height * f,
            mark_radius: self.mark_radius * f,
            dot_radius: self.dot_radius * f,
            pill_height: self.pill_height * f,
            arrow_height: self.arrow_height * f,
            scroll_bar: self.scroll_bar * f,
            bar_height: self.bar_height * f,
            label_gap: self.label_gap * f,
            label_margin: self.label_margin * f,
            foreign_margin: self.foreign_margin * f,
            label_width: self.label_width * f,
            label_width_free: self.label_width_free * f,
            label_width_least: self.label_width_least * f,
        }
    }

    /// The same sizes on a canvas of this width: on a narrow one names leave time its room.
    #[must_use]
    pub fn for_width(&self, width_points: f32) -> Self {
        const HEADER_MOST_SHARE: f32 = 0.4;
        Self {
            header_width: self.header_width.min(width_points * HEADER_MOST_SHARE),
            ..*self
        }
    }

    /// Half the height of the pill around the selected event.
    pub fn selected_half_height(&self) -> f32 {
        self.row_height / 2.0 - 1.0
    }

    /// Radius of a labelled mark by importance, 1 to 5.
    pub fn radius(&self, importance: u8) -> f32 {
        const FACTOR: [f32; 5] = [0.82, 0.9, 1.0, 1.1, 1.22];
        let step = usize::from(importance.clamp(1, 5) - 1);
        self.mark_radius * FACTOR[step]
    }
}
