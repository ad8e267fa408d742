//! The order in which an event's quotes are read: disputes beside what they dispute, two sides'
//! words beside each other.

use crate::record::{About, Open, Quote, Stance};

/// A part of what was said; quotes are positions in the event's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// One quote.
    Quote(usize),
    /// Quotes that dispute the same thing, after the one that they contradict.
    Disputed {
        /// What they dispute.
        about: Vec<Open<About>>,
        /// The quotes.
        quotes: Vec<usize>,
    },
    /// Accounts of two sides or more, by topic; topics on which more than one speaks come first.
    Sides(Vec<Topic>),
}

/// What the sides said on one topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Topic {
    /// The topic as the record names it (`strategic-relationship`).
    pub name: String,
    /// Each side's id with its quotes.
    pub sides: Vec<(String, Vec<usize>)>,
    /// The sides that say nothing on it in any quote of the event.
    pub silent: Vec<String>,
}

/// Quotes that dispute the same thing, and the quote that they stand after.
struct Dispute {
    after: Option<usize>,
    about: Vec<Open<About>>,
    quotes: Vec<usize>,
}

/// Every quote once, in reading order.
pub(super) fn arrange(quotes: &[Quote]) -> Vec<Part> {
    let disputes = |quote: &Quote| quote.stance == Open::Known(Stance::Disputes);
    let has_side =
        |quote: &Quote| quote.side.is_some() && !quote.topic.is_empty() && !disputes(quote);
    let compared: Vec<usize> = positions(quotes, has_side);
    let first_side = compared.first().and_then(|&at| quotes[at].side.as_ref());
    let compare = compared
        .iter()
        .any(|&at| quotes[at].side.as_ref() != first_side);

    let stands_elsewhere = |quote: &Quote| disputes(quote) || compare && has_side(quote);
    let plain = positions(quotes, |quote| !stands_elsewhere(quote));
    let mut groups: Vec<Dispute> = Vec::new();
    for at in positions(quotes, disputes) {
        let about = &quotes[at].about;
        match groups
            .iter_mut()
            .find(|group| same_words(&group.about, about))
        {
            Some(group) => group.quotes.push(at),
            None => groups.push(Dispute {
                after: anchor(quotes, &plain, about),
                about: about.clone(),
                quotes: vec![at],
            }),
        }
    }

    let mut parts = Vec::with_capacity(quotes.len());
    let mut take = |after: Option<usize>, parts: &mut Vec<Part>| {
        let here = groups.extract_if(.., |group| group.after == after);
        let before = parts.len();
        parts.extend(here.map(|Dispute { about, quotes, .. }| Part::Disputed { about, quotes }));
        match (after, parts.get_mut(before)) {
            (Some(at), Some(Part::Disputed { quotes, .. })) => quotes.insert(0, at),
            (Some(at), _) => parts.push(Part::Quote(at)),
            (None, _) => {}
        }
    };
    for &at in &plain {
        take(Some(at), &mut parts);
    }
    take(None, &mut parts);
    if compare {
        parts.push(Part::Sides(topics(quotes, &compared)));
    }
    parts
}

fn positions(quotes: &[Quote], keep: impl Fn(&Quote) -> bool) -> Vec<usize> {
    (0..quotes.len()).filter(|&at| keep(&quotes[at])).collect()
}

fn same_words(a: &[Open<About>], b: &[Open<About>]) -> bool {
    a.len() == b.len() && a.iter().all(|word| b.contains(word))
}

/// The last quote that stands for what a dispute is about; none when no quote does.
fn anchor(quotes: &[Quote], plain: &[usize], about: &[Open<About>]) -> Option<usize> {
    plain
        .iter()
        .rev()
        .copied()
        .find(|&at| quotes[at].about.iter().any(|word| about.contains(word)))
}

fn topics(quotes: &[Quote], compared: &[usize]) -> Vec<Topic> {
    let speaks = |side: &Option<String>, topic: &String| {
        compared
            .iter()
            .any(|&at| quotes[at].side == *side && quotes[at].topic.contains(topic))
    };
    let mut topics: Vec<Topic> = Vec::new();
    for &at in compared {
        let quote = &quotes[at];
        let answered = |topic: &&String| {
            compared.iter().any(|&other| {
                quotes[other].side != quote.side && speaks(&quotes[other].side, topic)
            })
        };
        let Some(name) = quote
            .topic
            .iter()
            .find(answered)
            .or_else(|| quote.topic.first())
        else {
            continue;
        };
        let Some(side) = quote.side.as_ref() else {
            continue;
        };
        let known = topics
            .iter()
            .position(|topic| topic.name == *name)
            .unwrap_or_else(|| {
                topics.push(Topic {
                    name: name.clone(),
                    sides: Vec::new(),
                    silent: Vec::new(),
                });
                topics.len() - 1
            });
        let topic = &mut topics[known];
        match topic.sides.iter_mut().find(|(known, _)| known == side) {
            Some((_, members)) => members.push(at),
            None => topic.sides.push((side.clone(), vec![at])),
        }
    }
    let mut order: Vec<&String> = Vec::new();
    for side in compared.iter().filter_map(|&at| quotes[at].side.as_ref()) {
        if !order.contains(&side) {
            order.push(side);
        }
    }
    for topic in &mut topics {
        // A quote on two topics stands under one of them; a side that disputes speaks too.
        let speaks = |side: &String| {
            quotes
                .iter()
                .any(|quote| quote.side.as_ref() == Some(side) && quote.topic.contains(&topic.name))
        };
        let silent = order.iter().filter(|side| !speaks(side));
        topic.silent = silent.map(|side| (*side).clone()).collect();
        topic
            .sides
            .sort_by_key(|(side, _)| order.iter().position(|known| *known == side));
    }
    topics.sort_by_key(|topic| topic.sides.len() < 2);
    topics
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::native;

    fn quotes(json: &str) -> Vec<Quote> {
        let record = format!(
            r#"{{"format": "nenpyo/1", "events": [{{"title": "x", "date": "2024", "quotes": [{json}]}}]}}"#
        );
        let timeline = native::read(record).unwrap().timeline;
        timeline
            .events()
            .next()
            .and_then(|at| timeline.event(at))
            .unwrap()
            .quotes
    }

    #[test]
    fn a_dispute_stands_together_with_the_last_quote_on_the_same_matter() {
        let parts = arrange(&quotes(
            r#"{"text": "no", "stance": "disputes", "about": ["wording"]},
               {"text": "a", "about": ["wording"]}, {"text": "b", "stance": "supports", "about": ["wording"]},
               {"text": "c"}, {"text": "nor that", "stance": "disputes", "about": ["wording"]},
               {"text": "when?", "stance": "disputes", "about": ["date"]}"#,
        ));
        let disputed = |about, quotes| Part::Disputed {
            about: vec![Open::Known(about)],
            quotes,
        };
        let expected = vec![
            Part::Quote(1),
            disputed(About::Wording, vec![2, 0, 4]),
            Part::Quote(3),
            disputed(About::Date, vec![5]),
        ];
        assert_eq!(parts, expected);
    }

    #[test]
    fn two_sides_stand_by_topic_and_shared_topics_come_first() {
        let parts = arrange(&quotes(
            r#"{"text": "plain"},
               {"text": "1", "side": "JPN", "topic": ["seafood"]},
               {"text": "2", "side": "JPN", "topic": ["dialogue", "history"]},
               {"text": "3", "side": "CHN", "topic": ["history"]},
               {"text": "4", "side": "CHN", "topic": ["history"]},
               {"text": "5", "side": "CHN", "topic": ["history"], "stance": "disputes"}"#,
        ));
        let [
            Part::Quote(0),
            Part::Disputed { quotes, .. },
            Part::Sides(topics),
        ] = parts.as_slice()
        else {
            panic!("{parts:?}")
        };
        assert_eq!(*quotes, [5]);
        let names: Vec<&str> = topics.iter().map(|topic| topic.name.as_str()).collect();
        assert_eq!(names, ["history", "seafood"]);
        assert_eq!(
            topics[0].sides,
            [("JPN".to_owned(), vec![2]), ("CHN".to_owned(), vec![3, 4])]
        );
    }

    #[test]
    fn a_side_is_silent_on_a_topic_only_where_none_of_its_quotes_is_on_it() {
        let parts = arrange(&quotes(
            r#"{"text": "1", "side": "JPN", "topic": ["history", "seafood"]},
               {"text": "2", "side": "CHN", "topic": ["history"]},
               {"text": "3", "side": "CHN", "topic": ["seafood"]},
               {"text": "4", "side": "CHN", "topic": ["trade"]},
               {"text": "5", "side": "CHN", "topic": ["visas"]},
               {"text": "6", "side": "JPN", "topic": ["visas"], "stance": "disputes"}"#,
        ));
        let Some(Part::Sides(topics)) = parts.last() else {
            panic!("{parts:?}")
        };
        let silent: Vec<(&str, usize, Vec<&str>)> = topics
            .iter()
            .map(|topic| {
                let silent = topic.silent.iter().map(String::as_str).collect();
                (topic.name.as_str(), topic.sides.len(), silent)
            })
            .collect();
        let expected = [
            ("history", 2, vec![]),
            ("seafood", 1, vec![]),
            ("trade", 1, vec!["JPN"]),
            ("visas", 1, vec![]),
        ];
        assert_eq!(silent, expected);
    }

    #[test]
    fn one_side_alone_is_no_comparison() {
        let parts = arrange(&quotes(
            r#"{"text": "1", "side": "JPN", "topic": ["seafood"]}, {"text": "2", "side": "JPN", "topic": ["a"]}"#,
        ));
        assert_eq!(parts, [Part::Quote(0), Part::Quote(1)]);
    }
}
