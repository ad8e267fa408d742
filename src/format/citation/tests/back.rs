//! What the program itself writes comes back.

use super::*;
use crate::date::Language;
use crate::export::cite;
use crate::record::Timeline;

fn bundled() -> Timeline {
    let bytes = include_bytes!("../../../../data/east-asia.json");
    let opened = crate::format::native::read(&bytes[..]);
    opened.expect("the bundled record").timeline
}

#[test]
fn the_sources_of_the_bundled_record_come_back() {
    let timeline = bundled();
    let written = serde_json::to_string_pretty(timeline.sources()).unwrap();
    let reading = read(&written, timeline.language()).unwrap();
    assert_eq!(reading.refused, []);
    assert!(reading.found.len() > 500);
    for (pasted, source) in reading.found.iter().zip(timeline.sources()) {
        assert_eq!(pasted.source, *source);
        assert_eq!(pasted.left, "", "{}", source.id);
    }
    assert_eq!(reading.found.len(), timeline.sources().len());
}

/// What this program copies, it reads: never wrongly, and nearly always whole.
#[test]
fn citations_that_are_copied_come_back() {
    let timeline = bundled();
    let (mut asked, mut whole, mut wrong) = (0, 0, Vec::new());
    for source in timeline.sources() {
        for language in Language::ALL {
            let cited = cite(&timeline, &source.id, None, language);
            asked += 1;
            let Ok(reading) = read(&cited, timeline.language()) else {
                continue;
            };
            let is = &reading.found[0].source;
            let words = |text: &Option<Text>| {
                let text = text.as_ref().map_or("", |text| text.original());
                text.trim_end_matches(['.', ',']).to_owned()
            };
            let title = words(&is.title) == words(&source.title);
            let url = is.url == source.url;
            let issued = is.issued == source.issued;
            let fits = reading.found.len() == 1
                && (title || is.title.is_none())
                && (url || is.url.is_none())
                && (issued || is.issued.is_none());
            if !fits {
                wrong.push(format!("{cited}\n    {}\n", csl(is)));
            }
            let all = fits && title && url && issued;
            whole += usize::from(all);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(whole * 20 >= asked * 19, "{whole} of {asked}");
}
