//! Who was in office: one quiet row a group.

use std::collections::HashSet;
use std::sync::Arc;

use super::cut::cut;
use super::measure::Widths;
use super::office::office_name;
use super::person::{acting_words, family_name, person_name};
use super::record_end::{RecordEnd, band_end_s};
use super::{
    Align, HEADER_INSET, Ink, Point, Rect, Segment, SegmentRow, SpanEdge, TextLine, TextRole,
    Viewport,
};
use crate::date::{EdgeKind, Extent, Instant, Language};
use crate::record::{Band, Timeline};

/// A group of bands, such as the prime ministers of one country.
#[derive(Clone, Debug, PartialEq)]
pub struct BandGroup {
    /// The group's name in the record's words.
    pub name: crate::record::Text,
    /// Positions in [`Timeline::bands`], by start.
    pub bands: Vec<usize>,
}

/// The groups of a record's bands, in the order in which they first occur.
pub fn band_groups(timeline: &Timeline) -> Vec<BandGroup> {
    let mut groups: Vec<BandGroup> = Vec::new();
    for (at, band) in timeline.bands().iter().enumerate() {
        match groups.iter_mut().find(|group| group.name == band.group) {
            Some(group) => group.bands.push(at),
            None => groups.push(BandGroup {
                name: band.group.clone(),
                bands: vec![at],
            }),
        }
    }
    for group in &mut groups {
        group
            .bands
            .sort_by_key(|&at| timeline.bands()[at].extent().start.at);
    }
    groups
}

/// What a record's bands are called and when they were, kept while record and language stay.
#[derive(Default)]
pub struct KnownBands {
    /// The groups.
    pub groups: Vec<BandGroup>,
    /// By position in [`Timeline::bands`].
    extents: Vec<Extent>,
    /// The same; of those that were in view.
    stretches: Vec<Option<Stretch>>,
    titles: Vec<Option<(Language, Arc<str>)>>,
}

impl KnownBands {
    /// The bands of a record, none of them named as yet.
    pub fn new(timeline: &Timeline) -> Self {
        let groups = band_groups(timeline);
        let extents: Vec<Extent> = timeline.bands().iter().map(Band::extent).collect();
        Self {
            stretches: extents.iter().map(|_| None).collect(),
            titles: vec![None; groups.len()],
            groups,
            extents,
        }
    }

    /// How many bands have been named.
    #[cfg(test)]
    pub fn named(&self) -> usize {
        self.stretches.iter().flatten().count()
    }
}

/// What a row of bands is drawn with.
pub struct BandRequest<'a> {
    /// The record.
    pub timeline: &'a Timeline,
    /// The window of time.
    pub viewport: Viewport,
    /// The row, header column included.
    pub rect: Rect,
    /// Width of the header column.
    pub header_width: f32,
    /// Language of names.
    pub language: Language,
    /// Where the record ends.
    pub record_end: Option<RecordEnd>,
    /// The present.
    pub now: Option<Instant>,
    /// Widths of words.
    pub widths: &'a Widths<'a>,
}

/// One group's row; `None` where there is no such group.
pub fn band_row(
    request: &BandRequest,
    known: &mut KnownBands,
    group_at: usize,
) -> Option<SegmentRow> {
    let group = known.groups.get(group_at)?;
    let plot = Rect {
        left: request.rect.left + request.header_width,
        ..request.rect
    };
    let mut segments: Vec<Segment> = Vec::new();
    let mut places = Places::default();
    for (nth, &at) in group.bands.iter().enumerate() {
        let (Some(band), Some(&extent)) = (request.timeline.bands().get(at), known.extents.get(at))
        else {
            continue;
        };
        let start_s = match extent.start.kind {
            EdgeKind::Open => i64::MIN,
            _ => extent.start.at.0,
        };
        let end_s = band_end_s(extent.end, request.record_end, request.now);
        // Of thousands of bands few are in view, and only these are named.
        if seen(start_s, end_s, request.viewport, &plot).is_none() {
            continue;
        }
        let stretch = known.stretches[at]
            .get_or_insert_with(|| stretch(band, &extent, start_s, request.language));
        stretch.end_s = end_s;
        if let Some(mut segment) = stretch.segment(request.viewport, &plot, request.widths) {
            segment.odd = nth % 2 == 1;
            segment.band = u32::try_from(at).ok();
            segment.acting = band.acting;
            if !places.take(&mut segment) {
                continue;
            }
            // An open end is drawn as far as the record goes, but a click shows what is dated.
            (segment.start_s, segment.end_s) = (extent.start.at.0, extent.end.at.0);
            segments.push(segment);
        }
    }
    let (language, name) = known.titles[group_at].get_or_insert_with(|| {
        let (language, name) = office_name(&group.name, request.language);
        (language, Arc::from(cut(name)))
    });
    Some(SegmentRow {
        rect: plot,
        title: row_title(name.clone(), *language, &request.rect, request.header_width),
        segments,
    })
}

/// What is taken of a row: offices may be held by many at once, as where a record lists ministers.
#[derive(Default)]
struct Places {
    /// Left and right ends in half points.
    stripes: HashSet<(i32, i32)>,
    /// Left and right ends of names.
    names: Vec<(f32, f32)>,
}

impl Places {
    /// Takes the place of a stripe, and of its name where no other name is; whether there was one:
    /// of those that lie on the same pixels one is drawn.
    fn take(&mut self, segment: &mut Segment) -> bool {
        let half_points = |x: f32| (x * 2.0).round() as i32;
        let ends = (
            half_points(segment.rect.left),
            half_points(segment.rect.right),
        );
        if !self.stripes.insert(ends) {
            return false;
        }
        if let Some(label) = &segment.label {
            let (left, right) = (label.left(), label.right());
            if self
                .names
                .iter()
                .any(|name| name.0 < right && left < name.1)
            {
                segment.label = None;
            } else {
                self.names.push((left, right));
            }
        }
        true
    }
}

/// A band with its names; where it ends is for each window to say.
fn stretch(band: &Band, extent: &Extent, start_s: i64, reader: Language) -> Stretch {
    let (language, name) = person_name(&band.label, reader);
    // What is said beside a name in Latin letters is said in the reader's language.
    let language = if band.acting && language == Language::En {
        reader
    } else {
        language
    };
    let acting = if band.acting {
        acting_words(language)
    } else {
        ""
    };
    // Without an actor it may be no person's name.
    let family = band
        .actor
        .as_deref()
        .map_or(name, |actor| family_name(name, Some(actor)));
    Stretch {
        start_s,
        end_s: extent.end.at.0,
        start: extent.start.kind,
        end: extent.end.kind,
        name: Arc::from(cut(format!("{name}{acting}"))),
        shorter: [format!("{family}{acting}"), family.to_owned()]
            .map(|name| Arc::from(cut(name)))
            .into(),
        language,
        role: TextRole::Band,
    }
}

/// A row's name in the header column.
pub fn row_title(name: Arc<str>, language: Language, row: &Rect, header_width: f32) -> TextLine {
    TextLine {
        text: name,
        role: TextRole::Band,
        ink: Ink::Muted,
        language,
        anchor: Point::new(row.left + HEADER_INSET, row.centre().y),
        align: Align::Left,
        max_width: (header_width - HEADER_INSET - 8.0).max(0.0),
        alpha: 1.0,
    }
}

/// A stretch of time with a name.
pub struct Stretch {
    /// First second; `i64::MIN` when open.
    pub start_s: i64,
    /// First second after; `i64::MAX` when open.
    pub end_s: i64,
    /// How its start is known.
    pub start: EdgeKind,
    /// How its end is known.
    pub end: EdgeKind,
    /// Its name.
    pub name: Arc<str>,
    /// Shorter names for where the whole one has no room, the longest first.
    pub shorter: Vec<Arc<str>>,
    /// Whose glyphs to use.
    pub language: Language,
    /// What the text is for.
    pub role: TextRole,
}

/// Space between a stretch's end and its text.
const PADDING: f32 = 8.0;
/// Text that would be cut below this width is left out.
const LEAST_TEXT: f32 = 40.0;
/// Text of which less than this share has room is left out.
const MOST_OF: f32 = 0.75;

/// From where to where seconds reach on the canvas; `None` out of view.
fn seen(start_s: i64, end_s: i64, viewport: Viewport, plot: &Rect) -> Option<(f32, f32)> {
    let (x0, x1) = (
        plot.left + viewport.x_of(start_s as f64),
        plot.left + viewport.x_of(end_s as f64),
    );
    let is_out = x1 <= plot.left || x0 >= plot.right || x1 - x0 < 0.2;
    (!is_out).then_some((x0, x1))
}

impl Stretch {
    /// The part in view, with its text held in the middle of that part; `None` out of view.
    pub fn segment(&self, viewport: Viewport, plot: &Rect, widths: &Widths) -> Option<Segment> {
        let (x0, x1) = seen(self.start_s, self.end_s, viewport, plot)?;
        let rect = Rect::new(x0.max(plot.left), plot.top, x1.min(plot.right), plot.bottom);
        let label = self.label(&rect, widths);
        let edge = |kind, second, cut: bool| match kind {
            // What is open without a place has its end before and after all windows.
            EdgeKind::Open if !cut || second == i64::MIN || second == i64::MAX => SpanEdge::Open,
            _ if cut => SpanEdge::Beyond,
            EdgeKind::Open => SpanEdge::Open,
            EdgeKind::Sharp => SpanEdge::Sharp,
            EdgeKind::Fuzzy => SpanEdge::Fuzzy,
            EdgeKind::Unknown => SpanEdge::Unknown,
        };
        Some(Segment {
            rect,
            start: edge(self.start, self.start_s, x0 < plot.left),
            end: edge(self.end, self.end_s, x1 > plot.right),
            label,
            name: self.name.clone(),
            odd: false,
            band: None,
            acting: false,
            start_s: self.start_s,
            end_s: self.end_s,
        })
    }

    /// The longest name that has room in a box, in its middle.
    fn label(&self, rect: &Rect, widths: &Widths) -> Option<TextLine> {
        let room = rect.width() - PADDING * 2.0;
        let width = |text: &str| widths.of(text, self.role, self.language);
        let whole = width(&self.name);
        let mut names = std::iter::once(&self.name).chain(&self.shorter);
        let text = match names.find(|name| width(name) <= room) {
            Some(name) => name,
            // Most of a name is better than none.
            None if room >= (whole * MOST_OF).max(LEAST_TEXT) => &self.name,
            None => return None,
        };
        if text.is_empty() {
            return None;
        }
        let max_width = width(text).min(room);
        let centre = rect.centre();
        Some(TextLine {
            text: text.clone(),
            role: self.role,
            ink: Ink::Muted,
            language: self.language,
            anchor: Point::new(centre.x - max_width / 2.0, centre.y),
            align: Align::Left,
            max_width,
            alpha: 1.0,
        })
    }
}
