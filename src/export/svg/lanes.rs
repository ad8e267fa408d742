//! Lanes with their names, and the pills that stand for many events.

use std::fmt::Write as _;

use super::write::Escaped;
use super::{Painter, add_level, on_pixel};
use crate::scene::{Cluster, cluster_name};

impl Painter<'_> {
    /// Names at the left and a line between two lanes.
    pub(super) fn lanes(&mut self) {
        let area = self.scene.layout.lanes;
        let mut lines = String::new();
        let mut edges = vec![area.top, area.bottom];
        edges.extend(self.scene.lanes.iter().map(|lane| lane.rect.bottom));
        for y in edges {
            if y >= area.top && y <= area.bottom {
                add_level(&mut lines, on_pixel(y), (area.left, area.right));
            }
        }
        self.stroke(
            &lines,
            self.theme.colors.line,
            self.theme.sizes.hairline,
            "",
        );
        self.out.push_str("<g clip-path=\"url(#lanes)\">\n");
        let scene = self.scene;
        for lane in scene.lanes.iter().filter(|lane| lane.rect.overlaps(&area)) {
            self.line(&lane.title);
            self.line(&lane.subtitle);
            if let Some(running) = &lane.running {
                self.cluster(running);
            }
        }
        self.out.push_str("</g>\n");
    }

    /// Pills in the lanes.
    pub(super) fn clusters(&mut self) {
        let scene = self.scene;
        if scene.clusters.is_empty() {
            return;
        }
        self.out.push_str("<g clip-path=\"url(#plot)\">\n");
        for cluster in &scene.clusters {
            self.cluster(cluster);
        }
        self.out.push_str("</g>\n");
    }

    fn cluster(&mut self, cluster: &Cluster) {
        let colors = &self.theme.colors;
        let (fill, stroke) = if cluster.selected {
            (colors.selected, colors.accent)
        } else {
            (colors.panel, colors.pill_line)
        };
        self.out.push_str(r#"<g role="img">"#);
        self.title(&cluster_name(cluster, self.page.zone, self.page.language));
        self.pill(cluster.rect, fill, stroke, self.theme.sizes.hairline);
        if cluster.matched > 0 {
            let ring = cluster.rect.grown(self.theme.sizes.focus_gap + 1.0);
            self.ring(ring);
        }
        self.line(&cluster.label);
        self.out.push_str("</g>\n");
    }

    /// The name that a reader of the picture hears or sees on hover.
    pub(super) fn title(&mut self, words: &str) {
        let _ = write!(self.out, "<title>{}</title>", Escaped(words));
    }
}
