//! Looks at finished pictures: no word of one lies over another, and none over the edge.

use resvg::usvg;

use super::faces::MoreFaces;
use super::picture::Picture;
use super::png::tree;
use crate::date::Language;
use crate::format::native;
use crate::theme::{Theme, ThemeId};

/// What a box may reach over its place: faces round their outlines.
const SLACK: f32 = 1.0;

/// Left, top, right, bottom.
type Edges = [f32; 4];

fn edges(rect: usvg::Rect) -> Edges {
    [rect.left(), rect.top(), rect.right(), rect.bottom()]
}

/// What two boxes share; its right end lies left of its left one where that is nothing.
fn shared(a: Edges, b: Edges) -> Edges {
    [
        a[0].max(b[0]),
        a[1].max(b[1]),
        a[2].min(b[2]),
        a[3].min(b[3]),
    ]
}

/// The boxes of all words, as far as they are seen, each with the words.
fn words(group: &usvg::Group, seen: Edges, found: &mut Vec<(Edges, String)>) {
    let seen = group.clip_path().map_or(seen, |clip| {
        shared(seen, edges(clip.root().abs_bounding_box()))
    });
    for node in group.children() {
        match node {
            usvg::Node::Group(group) => words(group, seen, found),
            usvg::Node::Text(text) => {
                let said: String = text.chunks().iter().map(usvg::TextChunk::text).collect();
                let place = shared(edges(text.abs_bounding_box()), seen);
                if place[0] < place[2] && place[1] < place[3] {
                    found.push((place, said));
                }
            }
            _ => {}
        }
    }
}

#[test]
fn no_words_lie_over_others_or_over_the_edge_however_small_a_picture_is() {
    let record = include_str!("../../data/east-asia.json");
    let timeline = native::read(record).expect("it opens").timeline;
    for (theme, language) in [
        (ThemeId::Light, Language::En),
        (ThemeId::Projector, Language::En),
        (ThemeId::Dark, Language::Ja),
    ] {
        for size in [
            (320.0, 200.0),
            (480.0, 300.0),
            (700.0, 400.0),
            (1280.0, 720.0),
        ] {
            let mut picture = Picture::of(&timeline, "a.json", Theme::of(theme));
            picture.language = language;
            picture.size_points = size;
            picture.tone = true;
            let drawn = picture.draw();
            let tree = tree(&drawn.svg, &MoreFaces::default()).expect("a picture");
            assert_eq!((tree.size().width(), tree.size().height()), size);
            let mut found = Vec::new();
            words(
                tree.root(),
                [f32::MIN, f32::MIN, f32::MAX, f32::MAX],
                &mut found,
            );
            let (width, height) = size;
            for (at, (a, said)) in found.iter().enumerate() {
                let context = format!("{theme:?} {language:?} {size:?}: {said}");
                assert!(a[0] > -SLACK && a[2] < width + SLACK, "{context}");
                assert!(a[1] > -SLACK && a[3] < height + SLACK, "{context}");
                for (b, other) in &found[at + 1..] {
                    let [left, top, right, bottom] = shared(*a, *b);
                    let apart = right - left < SLACK || bottom - top < SLACK;
                    assert!(apart, "{context} | {other}");
                }
            }
        }
    }
}
