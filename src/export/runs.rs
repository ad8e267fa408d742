//! A line as the runs it is drawn in: each of one face and one direction, from left to right.
//!
//! Each run stands at its own place, so that the renderer shapes it alone. Several faces in one
//! stretch of text are merged there by counting glyphs, which fails (even panics) where a face makes
//! one of what is two in another.

use std::ops::Range;

use unicode_bidi::{BidiInfo, Level};

use super::faces::Chain;

/// A part of a line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Run {
    /// Its bytes in the text.
    pub(super) range: Range<usize>,
    /// Position of its face in the chain.
    pub(super) face: usize,
    /// Its letters go from right to left.
    pub(super) is_rtl: bool,
    /// How wide it is, in ems.
    pub(super) ems: f32,
}

/// One character as readers count them.
pub(super) struct Cluster {
    /// Its bytes in the text.
    pub(super) range: Range<usize>,
    /// Position of its face in the chain.
    pub(super) face: usize,
    /// How wide it is, in ems.
    pub(super) ems: f32,
}

/// The runs of a line in the order in which they stand. The line itself goes from left to right, as
/// the axis does.
pub(super) fn runs(text: &str, clusters: &[Cluster], chain: &Chain) -> Vec<Run> {
    let mut runs = placed(text, clusters);
    for run in runs.iter_mut().filter(|run| chain.joins(run.face)) {
        let words = text.get(run.range.clone()).unwrap_or_default();
        run.ems = chain.shaped(run.face, words, run.is_rtl).unwrap_or(run.ems);
    }
    runs
}

fn placed(text: &str, clusters: &[Cluster]) -> Vec<Run> {
    let bidi = BidiInfo::new(text, Some(Level::ltr()));
    let mut runs = Vec::new();
    for paragraph in &bidi.paragraphs {
        let (levels, visual) = bidi.visual_runs(paragraph, paragraph.range.clone());
        for stretch in visual {
            let is_rtl = levels.get(stretch.start).is_some_and(Level::is_rtl);
            let from = clusters.partition_point(|cluster| cluster.range.start < stretch.start);
            let to = clusters.partition_point(|cluster| cluster.range.start < stretch.end);
            let first = runs.len();
            for cluster in clusters.get(from..to).unwrap_or_default() {
                let last: Option<&mut Run> = runs.get_mut(first..).and_then(<[Run]>::last_mut);
                match last.filter(|run| run.face == cluster.face) {
                    Some(run) => {
                        run.range.end = cluster.range.end;
                        run.ems += cluster.ems;
                    }
                    None => runs.push(Run {
                        range: cluster.range.clone(),
                        face: cluster.face,
                        is_rtl,
                        ems: cluster.ems,
                    }),
                }
            }
            if is_rtl && let Some(stretch) = runs.get_mut(first..) {
                stretch.reverse();
            }
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Runs where each ASCII character is of face 0 and each other one of face 1.
    fn of(text: &str) -> Vec<(&str, usize, bool)> {
        let clusters: Vec<Cluster> = text
            .char_indices()
            .map(|(at, c)| Cluster {
                range: at..at + c.len_utf8(),
                face: usize::from(!c.is_ascii()),
                ems: 0.5,
            })
            .collect();
        let runs = placed(text, &clusters);
        let total: f32 = runs.iter().map(|run| run.ems).sum();
        assert!((total - 0.5 * clusters.len() as f32).abs() < 1e-4);
        let told = |run: &Run| (&text[run.range.clone()], run.face, run.is_rtl);
        runs.iter().map(told).collect()
    }

    #[test]
    fn faces_part_a_line_and_what_has_one_stays_whole() {
        assert_eq!(of("abc"), [("abc", 0, false)]);
        assert_eq!(of("日本 ab"), [("日本", 1, false), (" ab", 0, false)]);
        assert!(of("").is_empty());
    }

    #[test]
    fn what_goes_from_right_to_left_stands_so() {
        // Two words: the first stands at the right.
        assert_eq!(
            of("אב גד"),
            [("גד", 1, true), (" ", 0, true), ("אב", 1, true)]
        );
        // A number in it keeps its own direction, and Latin around it its own place.
        assert_eq!(
            of("x אב 12 z"),
            [
                ("x ", 0, false),
                ("12", 0, false),
                (" ", 0, true),
                ("אב", 1, true),
                (" z", 0, false)
            ]
        );
    }
}
