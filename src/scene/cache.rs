//! What one frame leaves for the next.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use super::bands::KnownBands;
use super::beyond::KnownFar;
use super::edge_arrows::ArrowWords;
use super::lane_header::{KnownHeaders, running_without_row};
use super::lanes::LanePlan;
use super::measure::KnownWidths;
use super::overview::Density;
use super::pack::{LaneLayout, Region, Title};
use super::record_end::{RecordEnd, record_end};
use super::tone::ToneColumns;
use super::{LaneSettings, Metrics, SceneRequest, Viewport};
use crate::date::Language;
use crate::index::{EventSet, Index, LastPatch, reach};
use crate::record::{EventIx, LangTag};

/// Layouts, titles and widths kept between scenes.
///
/// It notices by itself when index, language, sizes, lane settings or window change. Make a new
/// one when the record or the measure's fonts change.
#[derive(Default)]
pub struct SceneCache {
    pub(super) key: Option<Key>,
    pub(super) widths: KnownWidths,
    pub(super) titles: HashMap<EventIx, Title>,
    pub(super) plan: LanePlan,
    pub(super) layouts: Vec<Option<KeptLayout>>,
    pub(super) headers: KnownHeaders,
    pub(super) bands: KnownBands,
    pub(super) far: KnownFar,
    pub(super) arrow_words: RefCell<ArrowWords>,
    pub(super) record_end: Option<RecordEnd>,
    pub(super) density: Option<Density>,
    pub(super) tones: Option<ToneColumns>,
    pub(super) calendar: BTreeMap<(i64, u8), Option<i64>>,
    matches: EventSet,
    match_positions: Vec<Vec<u32>>,
    /// How many lanes were laid out anew since the cache was made.
    pub layouts_made: u64,
}

/// Events that a pill's card names.
const FIRST: usize = 5;
/// More titles than this are forgotten together.
const MOST_TITLES: usize = 50_000;
/// The same of what arrows said.
const MOST_ARROW_WORDS: usize = 4_000;

/// What everything kept depends on.
#[derive(Clone, PartialEq)]
pub(super) struct Key {
    revision: u64,
    /// In which a title is given that the reader's language lacks.
    own_language: LangTag,
    language: Language,
    second_language: Language,
    metrics: Metrics,
    lanes: LaneSettings,
    room: f32,
}

impl Key {
    fn of(request: &SceneRequest, room: f32) -> Self {
        Self {
            revision: request.index.revision(),
            own_language: request.timeline.language().clone(),
            language: request.language,
            second_language: request.second_language,
            metrics: *request.metrics,
            lanes: request.lanes.clone(),
            room,
        }
    }

    /// Whether [`Key::of`] would give the same.
    fn is_for(&self, request: &SceneRequest, room: f32) -> bool {
        self.revision == request.index.revision()
            && self.own_language == *request.timeline.language()
            && self.language == request.language
            && self.second_language == request.second_language
            && self.metrics == *request.metrics
            && self.lanes == *request.lanes
            && self.room == room
    }
}

/// A layout and where it holds.
pub(super) struct KeptLayout {
    pub region: Region,
    pub rows: u16,
    /// By importance alone.
    pub layout: LaneLayout,
    /// The same with a row for the selected event, which has none by its importance; it goes with
    /// the selection, so that a look at an event leaves no trace.
    pub forced: Option<(EventIx, LaneLayout)>,
}

impl KeptLayout {
    /// The layout that is on the screen.
    pub fn shown(&self) -> &LaneLayout {
        self.forced
            .as_ref()
            .map_or(&self.layout, |(_, forced)| forced)
    }
}

impl SceneCache {
    /// An empty cache.
    pub fn new() -> Self {
        Self::default()
    }

    /// Forgets what no longer holds, and plans the lanes.
    pub(super) fn prepare(&mut self, request: &SceneRequest, room: f32) {
        if !(self.key.as_ref()).is_some_and(|key| key.is_for(request, room)) {
            let key = Key::of(request, room);
            let old = self.key.as_ref();
            // The header's width is that of no title: while a window is made narrower, it changes
            // with each point.
            let same_titles = old.is_some_and(|old| {
                let sizes = Metrics {
                    header_width: key.metrics.header_width,
                    ..old.metrics
                };
                old.language == key.language
                    && old.own_language == key.own_language
                    && sizes == key.metrics
            });
            let same_index = old.is_some_and(|old| old.revision == key.revision);
            let same_headers = same_titles
                && same_index
                && old.is_some_and(|old| {
                    old.second_language == key.second_language && old.metrics == key.metrics
                });
            let patch = old.and_then(|old| request.index.patched_since(old.revision));
            if !same_titles {
                self.widths.clear();
            }
            if !same_headers {
                self.headers.clear();
            }
            match patch {
                _ if same_titles && same_index => {}
                Some(patch) if same_titles => self.follow(request, patch),
                _ => self.forget(request),
            }
            self.plan = LanePlan::new(request.index, request.lanes, request.metrics, room);
            self.key = Some(key);
        }
        let lanes = request.index.lanes().len();
        self.layouts.resize_with(lanes, || None);
        if self.titles.len() > MOST_TITLES {
            self.titles.clear();
        }
        let arrow_words = self.arrow_words.get_mut();
        if arrow_words.len() > MOST_ARROW_WORDS {
            arrow_words.clear();
        }
        self.find_matches(request);
    }

    /// Forgets all that is known of events, for another record or other sizes.
    fn forget(&mut self, request: &SceneRequest) {
        self.titles.clear();
        self.layouts.clear();
        self.far = KnownFar::new(request);
        self.record_end = record_end(request.timeline);
        self.forget_across_lanes(request);
    }

    /// Forgets what an edit changed: a lane in which none of its events stands, or stood, keeps its
    /// layout, so that the frame after an edit costs about as much in a large record as in a small
    /// one.
    fn follow(&mut self, request: &SceneRequest, patch: &LastPatch) {
        for event in &patch.events {
            self.titles.remove(event);
        }
        for (kept, touched) in self.layouts.iter_mut().zip(&patch.lanes) {
            // Near the record's end labels stand left of their marks.
            if *touched || patch.moves_ends {
                *kept = None;
            }
        }
        self.far.look_again(request, &patch.lanes);
        let end = self.record_end.take();
        let end = end.filter(|end| end.still_holds(request.timeline, &patch.events));
        self.record_end = end.or_else(|| record_end(request.timeline));
        self.forget_across_lanes(request);
    }

    /// Forgets what is not kept lane by lane.
    fn forget_across_lanes(&mut self, request: &SceneRequest) {
        self.matches = EventSet::new();
        self.match_positions.clear();
        self.bands = KnownBands::new(request.timeline);
        self.arrow_words.borrow_mut().clear();
    }

    /// Follows what is matched. A search adds to it in each frame, so only what is new is placed.
    fn find_matches(&mut self, request: &SceneRequest) {
        let none = EventSet::new();
        let matches = request.matches.unwrap_or(&none);
        let lanes = request.index.lanes().len();
        let is_kept = self.match_positions.len() == lanes;
        let added = matches.added_to(&self.matches).filter(|_| is_kept);
        let added = added.unwrap_or_else(|| {
            self.matches = EventSet::new();
            self.match_positions = vec![Vec::new(); lanes];
            matches.iter().collect()
        });
        if added.is_empty() {
            return;
        }
        let mut positions = match_positions(request.index, request, &added);
        for (kept, added) in self.match_positions.iter_mut().zip(&mut positions) {
            let in_order = kept.last() <= added.first();
            kept.append(added);
            if !in_order {
                #[expect(
                    clippy::stable_sort_primitive,
                    reason = "the two parts are each in order, and a stable sort only merges them"
                )]
                kept.sort();
            }
        }
        for event in added {
            self.matches.insert(event);
        }
    }

    pub(super) fn matches_of(&self, lane: u16) -> &[u32] {
        self.match_positions
            .get(usize::from(lane))
            .map_or(&[], Vec::as_slice)
    }

    /// Up to five events that run on in a lane without a row, the most important first.
    pub(super) fn first_running(
        &self,
        index: &Index,
        lane: u16,
        viewport: &Viewport,
    ) -> Vec<EventIx> {
        let lane = usize::from(lane);
        let kept = self.layouts.get(lane).and_then(Option::as_ref);
        let (Some(columns), Some(kept)) = (index.lanes().get(lane), kept) else {
            return Vec::new();
        };
        running_without_row(columns, kept.shown(), viewport)
            .into_iter()
            .take(FIRST)
            .map(|at| columns.event(at))
            .collect()
    }

    /// Up to five events of a pill, the most important first.
    pub(super) fn first_events(
        &self,
        index: &Index,
        lane: u16,
        low: u32,
        high: u32,
    ) -> Vec<EventIx> {
        let Some(columns) = index.lanes().get(usize::from(lane)) else {
            return Vec::new();
        };
        let high = (high as usize).min(columns.len());
        let low = (low as usize).min(high);
        let layout = self.layouts.get(usize::from(lane)).and_then(Option::as_ref);
        let has_row = |event| layout.is_some_and(|kept| kept.shown().holds(event));
        let mut most = FIRST;
        loop {
            let top = columns.top(low..high, most);
            let found: Vec<EventIx> = top
                .iter()
                .map(|&at| columns.event(at))
                .filter(|&event| !has_row(event))
                .take(FIRST)
                .collect();
            if found.len() == FIRST || top.len() < most {
                return found;
            }
            most *= 2;
        }
    }
}

/// The positions of these events in each lane, ascending.
fn match_positions(index: &Index, request: &SceneRequest, events: &[EventIx]) -> Vec<Vec<u32>> {
    let heads = request.timeline.heads();
    let mut positions = vec![Vec::new(); index.lanes().len()];
    for &event in events {
        let Some(head) = heads.get(event.index()) else {
            continue;
        };
        for &lane in index.lanes_of(head) {
            let lane = usize::from(lane);
            let found = index
                .lanes()
                .get(lane)
                .and_then(|columns| columns.position(event, reach(head).0));
            if let Some(at) = found {
                positions[lane].push(at as u32);
            }
        }
    }
    for of_lane in &mut positions {
        of_lane.sort_unstable();
    }
    positions
}

#[cfg(test)]
mod tests;
