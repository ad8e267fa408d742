//! Who was in office at a moment: one name an actor, from the record's bands.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::date::{Edge, EdgeKind, Five, Instant, Language};
use crate::record::{Band, Timeline};
use crate::scene::{
    BandGroup, RecordEnd, acting_words, band_end_s, family_name, office_name, person_name,
    record_end,
};
use crate::theme::symbol;

use crate::ui::polyglot::Polyglot;

/// The office holders of a record, ready to be asked for a moment.
#[derive(Debug, Default)]
pub struct Offices {
    /// What the list was made for: the record's revision, and the language.
    made_for: Option<(u64, Language)>,
    holders: Vec<Holder>,
    record_end: Option<RecordEnd>,
    /// "The record ends January 2025".
    end_words: Polyglot,
}

/// What the list of holders is made from.
#[derive(Clone, Copy)]
pub struct OfficeRequest<'a> {
    /// The record.
    pub timeline: &'a Timeline,
    /// Its revision.
    pub revision: u64,
    /// The groups of its bands.
    pub groups: &'a [BandGroup],
    /// Language of names.
    pub language: Language,
    /// The present.
    pub now: Option<Instant>,
}

/// Names in the line, and lines of the same in full.
const MOST_NAMES: usize = 24;
const MOST_LINES: usize = 40;

#[derive(Clone, Debug)]
struct Holder {
    /// Position of the actor, or of the group where the record names no actor.
    seat: usize,
    /// Position of the group.
    group: usize,
    /// First second.
    start_s: i64,
    /// First second after; of an open one its date says only how long at least.
    end: Edge,
    /// First second after that is known.
    end_s: i64,
    acting: bool,
    short: (Language, String),
    /// "Prime Minister of Japan: Shigeru Ishiba".
    full: Polyglot,
}

impl Offices {
    /// Makes the list for this record and language, if it is not made yet.
    pub fn follow(&mut self, request: OfficeRequest) {
        let made_for = Some((request.revision, request.language));
        if self.made_for != made_for {
            self.made_for = made_for;
            self.make(request);
        }
        for holder in &mut self.holders {
            holder.end_s = band_end_s(holder.end, self.record_end, request.now);
        }
    }

    fn make(&mut self, request: OfficeRequest) {
        let OfficeRequest {
            timeline,
            groups,
            language,
            ..
        } = request;
        self.record_end = record_end(timeline);
        let end_words = self
            .record_end
            .and_then(|end| end.words(timeline, language))
            .filter(|_| !groups.is_empty());
        self.end_words = Polyglot::default();
        self.end_words
            .push(language, &end_words.unwrap_or_default());
        let bands = timeline.bands();
        self.holders.clear();
        let mut seats: HashMap<String, usize> = HashMap::new();
        for (group_at, group) in groups.iter().enumerate() {
            let members: Vec<&Band> = group.bands.iter().filter_map(|&at| bands.get(at)).collect();
            let shared = shared_names(&members, language);
            for band in &members {
                let name = band
                    .actor
                    .clone()
                    .unwrap_or_else(|| format!("group {group_at}"));
                let next = seats.len();
                let seat = *seats.entry(name).or_insert(next);
                self.holders
                    .push(holder(band, &shared, group, language, seat, group_at));
            }
        }
    }

    /// The line for a moment, "In office: Ishiba · Xi · Biden", and with fewer and fewer names, "In
    /// office: Ishiba …"; and the same in full, an office a line. After the record's end that it ends
    /// there. Both empty where nobody is known.
    pub fn at(&self, second: i64, language: Language) -> (Vec<Polyglot>, Polyglot) {
        let mut full = Polyglot::default();
        let chosen = self.chosen(second);
        let with_names = |count: usize| {
            let mut short = Polyglot::default();
            for holder in &chosen[..count] {
                let between = if short.is_empty() {
                    Five::new("In office: ", "在任：", "在任：", "在任：", "재임: ").get(language)
                } else {
                    symbol::BETWEEN
                };
                short.push(language, between);
                short.push(holder.short.0, &holder.short.1);
            }
            if count < chosen.len() {
                short.push(language, " ");
                short.push(language, symbol::MORE);
            }
            short
        };
        // More have no room in any window.
        let most = chosen.len().min(MOST_NAMES);
        let mut shorts: Vec<Polyglot> = (1..=most).rev().map(with_names).collect();
        let there = self.holders.iter().filter(|holder| holder.holds(second));
        for holder in there.take(MOST_LINES) {
            if !full.is_empty() {
                full.push(language, "\n");
            }
            for (of, words) in holder.full.pieces() {
                full.push(of, words);
            }
        }
        let after = self.record_end.is_some_and(|end| end.at_s <= second);
        if shorts.is_empty() && after && !self.end_words.is_empty() {
            shorts.push(self.end_words.clone());
        }
        (shorts, full)
    }

    /// The seconds around a moment in which nobody takes or leaves an office.
    pub fn steady(&self, second: i64) -> Range<i64> {
        let mut steady = i64::MIN..i64::MAX;
        let terms = self.holders.iter();
        let terms = terms.flat_map(|holder| [holder.start_s, holder.end_s]);
        for edge in terms.chain(self.record_end.map(|end| end.at_s)) {
            if edge <= second {
                steady.start = steady.start.max(edge);
            } else {
                steady.end = steady.end.min(edge);
            }
        }
        steady
    }

    /// One holder a seat: of the first group that has one; not an acting one if there is another;
    /// of two on the day of change the new one.
    fn chosen(&self, second: i64) -> Vec<&Holder> {
        let rank = |holder: &Holder| {
            (
                std::cmp::Reverse(holder.group),
                !holder.acting,
                holder.start_s,
            )
        };
        let there = self.holders.iter().filter(|holder| holder.holds(second));
        let mut chosen: Vec<&Holder> = there.collect();
        chosen.sort_by(|a, b| a.seat.cmp(&b.seat).then(rank(b).cmp(&rank(a))));
        chosen.dedup_by_key(|holder| holder.seat);
        chosen
    }
}

impl Holder {
    fn holds(&self, second: i64) -> bool {
        (self.start_s..self.end_s).contains(&second)
    }
}

/// Family names that several of one office have.
fn shared_names(members: &[&Band], language: Language) -> HashSet<String> {
    let mut bearers: HashMap<&str, &str> = HashMap::new();
    let mut shared = HashSet::new();
    for band in members {
        let (_, name) = person_name(&band.label, language);
        let short = family_name(name, band.actor.as_deref());
        if *bearers.entry(short).or_insert(name) != name {
            shared.insert(short.to_owned());
        }
    }
    shared
}

fn holder(
    band: &Band,
    shared: &HashSet<String>,
    group: &BandGroup,
    language: Language,
    seat: usize,
    group_at: usize,
) -> Holder {
    let extent = band.extent();
    let (name_in, name) = person_name(&band.label, language);
    let short = family_name(name, band.actor.as_deref());
    let is_shared = shared.contains(short);
    let (office_in, office) = office_name(&group.name, language);
    let mut full = Polyglot::default();
    full.push(office_in, office);
    full.push(
        language,
        Five::new(": ", "：", "：", "：", ": ").get(language),
    );
    full.push(name_in, name);
    if band.acting {
        full.push(language, acting_words(language));
    }
    Holder {
        seat,
        group: group_at,
        start_s: if extent.start.kind == EdgeKind::Open {
            i64::MIN
        } else {
            extent.start.at.0
        },
        end: extent.end,
        end_s: extent.end.at.0,
        acting: band.acting,
        short: (name_in, if is_shared { name } else { short }.to_owned()),
        full,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::{CivilDate, Zone};
    use crate::format::native;
    use crate::scene::band_groups;

    const RECORD: &str = r#"{"format": "nenpyo/1", "title": "t", "events": [
        {"id": "e", "title": "t", "date": "2025-01", "kind": "summit", "time_zone": "America/New_York"}], "bands": [
        {"group": "Prime Minister", "actor": "JPN", "label": {"en": "Fumio Kishida", "ja": "岸田文雄"}, "date": "2021-10-04/2024-10-01", "time_zone": "Asia/Tokyo"},
        {"group": "Prime Minister", "actor": "JPN", "label": {"en": "Shigeru Ishiba", "ja": "石破茂"}, "date": "2024-10-01/..", "time_zone": "Asia/Tokyo"},
        {"group": "Leader", "actor": "CHN", "label": {"en": "Xi Jinping", "zh-Hans": "习近平"}, "date": "2012-11-15/..", "time_zone": "Asia/Shanghai"},
        {"group": "Premier of China", "actor": "CHN", "label": {"en": "Li Qiang"}, "date": "2023-03-11/..", "time_zone": "Asia/Shanghai"},
        {"group": "President", "actor": "KOR", "label": {"en": "Yoon Suk-yeol"}, "date": "2022-05-10/.."},
        {"group": "President", "actor": "KOR", "label": {"en": "Han Duck-soo"}, "date": "2024-12-14/..", "acting": true},
        {"group": "Supreme leader", "actor": "PRK", "label": {"en": "Kim Jong Il"}, "date": "1994-07-08/2011-12-17"},
        {"group": "Supreme leader", "actor": "PRK", "label": {"en": "Kim Jong Un"}, "date": "2011-12-17/.."}
    ]}"#;

    fn line_on(year: i64, month: u8, day: u8, language: Language) -> (String, String) {
        let (short, full) = words_on(year, month, day, language);
        (short.text(), full.text())
    }

    fn offices(language: Language, now: Option<Instant>) -> Offices {
        let opened = native::read(RECORD).expect("a record");
        let mut offices = Offices::default();
        offices.follow(OfficeRequest {
            timeline: &opened.timeline,
            revision: 1,
            groups: &band_groups(&opened.timeline),
            language,
            now,
        });
        offices
    }

    fn words_on(year: i64, month: u8, day: u8, language: Language) -> (Polyglot, Polyglot) {
        let offices = offices(language, None);
        let noon = Zone::TOKYO
            .to_instant(CivilDate { year, month, day }.at_midnight())
            .0
            + 43_200;
        let (shorts, full) = offices.at(noon, language);
        (shorts.into_iter().next().unwrap_or_default(), full)
    }

    #[test]
    fn each_actor_has_one_name_the_short_one_where_it_is_clear() {
        assert_eq!(
            line_on(2024, 11, 15, Language::En).0,
            "In office: Ishiba · Xi · Yoon · Kim Jong Un"
        );
    }

    #[test]
    fn names_go_whole_where_there_is_no_room_for_all() {
        let offices = offices(Language::En, None);
        let (shorts, _) = offices.at(1_731_600_000, Language::En);
        let texts: Vec<String> = shorts.iter().map(Polyglot::text).collect();
        let expected = [
            "In office: Ishiba · Xi · Yoon · Kim Jong Un",
            "In office: Ishiba · Xi · Yoon …",
            "In office: Ishiba · Xi …",
            "In office: Ishiba …",
        ];
        assert_eq!(texts, expected);
    }

    #[test]
    fn an_acting_holder_is_named_in_full_only() {
        let (short, full) = line_on(2024, 12, 20, Language::En);
        assert!(short.contains("Yoon") && !short.contains("Han"), "{short}");
        assert!(full.contains("President: Han Duck-soo (acting)"), "{full}");
        assert!(full.contains("Premier of China: Li Qiang"), "{full}");
    }

    #[test]
    fn on_the_day_of_change_the_new_one_holds_the_office() {
        assert!(
            line_on(2024, 10, 1, Language::Ja)
                .0
                .starts_with("在任：石破茂")
        );
        assert!(
            line_on(2024, 9, 30, Language::Ja)
                .0
                .starts_with("在任：岸田文雄")
        );
    }

    #[test]
    fn a_reader_of_chinese_has_names_in_han_each_in_its_own_glyphs() {
        let (short, full) = words_on(2024, 11, 15, Language::ZhHant);
        assert!(
            short.text().starts_with("在任：石破茂 · 习近平"),
            "{}",
            short.text()
        );
        let language_of = |name: &str| {
            let mut pieces = short.pieces();
            pieces.find(|(_, words)| *words == name).map(|(of, _)| of)
        };
        assert_eq!(language_of("石破茂"), Some(Language::Ja));
        assert_eq!(language_of("习近平"), Some(Language::ZhHans));
        assert!(
            full.text().contains("中國國務院總理：Li Qiang"),
            "{}",
            full.text()
        );
        let (_, full) = line_on(2024, 12, 20, Language::Ko);
        assert!(full.contains("Han Duck-soo (대행)"), "{full}");
    }

    #[test]
    fn after_the_record_ends_nobody_is_said_to_be_in_office() {
        let (short, full) = line_on(2027, 11, 15, Language::En);
        assert_eq!(short, "The record ends January 2025");
        assert_eq!(full, "");
        let (short, _) = line_on(2027, 11, 15, Language::Ko);
        assert_eq!(short, "기록은 2025년 1월까지");
        assert!(line_on(2025, 1, 31, Language::En).0.contains("Ishiba"));
    }

    #[test]
    fn nobody_is_said_to_be_in_office_after_today() {
        let day = |day| {
            let date = CivilDate {
                year: 2024,
                month: 11,
                day,
            };
            Zone::TOKYO.to_instant(date.at_midnight())
        };
        let offices = offices(Language::En, Some(day(15)));
        assert!(
            offices.at(day(14).0, Language::En).0[0]
                .text()
                .contains("Ishiba")
        );
        assert!(offices.at(day(16).0, Language::En).0.is_empty());
        assert_eq!(offices.steady(day(16).0).start, day(15).0);
    }

    #[test]
    fn before_all_bands_nobody_is_named() {
        assert_eq!(
            line_on(1800, 1, 1, Language::En),
            (String::new(), String::new())
        );
    }
}
