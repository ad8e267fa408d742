//! `nenpyo render`: a record as a picture.

use std::path::Path;

use thiserror::Error;

use super::Ending;
use super::args::Render;
use super::faces;
use super::input::{self, ReadError, Window, name_of};
use super::output::{self, PictureFormat, Target, WriteError};
use crate::export::{Drawn, ExportError, MoreFaces, Picture, png};
use crate::format::{OpenError, Opened, native};
use crate::index::{EventSet, Index, Search};
use crate::record::Timeline;
use crate::scene::Grouping;
use crate::theme::Theme;

/// Why there is no picture.
#[derive(Debug, Error)]
enum RenderError {
    #[error(transparent)]
    Read(#[from] ReadError),
    #[error("{name}: {source}")]
    Open { name: String, source: OpenError },
    #[error("no event of {name} holds all of “{words}”; try fewer or other words")]
    NothingFound { name: String, words: String },
    #[error(transparent)]
    Export(#[from] ExportError),
    #[error(transparent)]
    Write(#[from] WriteError),
    #[error(
        "{name} is the record itself: a picture in its place would lose it; name another file after -o"
    )]
    OverRecord { name: String },
    #[error("standard output cannot be written: {0}")]
    Standard(std::io::Error),
}

/// Draws the picture and writes it.
pub fn render(asked: &Render) -> Ending {
    match draw(asked) {
        Ok(()) => Ending::Good,
        Err(error) => {
            output::complain(&error);
            Ending::Failed
        }
    }
}

fn draw(asked: &Render) -> Result<(), RenderError> {
    let name = name_of(&asked.file);
    if let Target::File(output, _) = &asked.output
        && is_same_file(output, &asked.file)
    {
        let name = output.display().to_string();
        return Err(RenderError::OverRecord { name });
    }
    let opened = native::read(input::read(&asked.file)?).map_err(|source| RenderError::Open {
        name: name.clone(),
        source,
    })?;
    warn_of_errors(&opened, &name);
    let timeline = &opened.timeline;
    let source = short_name(&asked.file, &name);
    let words = asked
        .query
        .as_deref()
        .map(str::trim)
        .filter(|words| !words.is_empty());
    let filter = words.map(|words| found(timeline, words));
    if let (Some(words), Some(true)) = (words, filter.as_ref().map(EventSet::is_empty)) {
        return Err(RenderError::NothingFound {
            name,
            words: words.to_owned(),
        });
    }
    let picture = Picture {
        language: asked.lang,
        zone: Window::ZONE,
        size_points: (f32::from(asked.size.width), f32::from(asked.size.height)),
        window_s: asked.window.map(|window| window.within(span_s(timeline))),
        grouping: asked.lanes.0,
        filter: filter.as_ref(),
        ..Picture::of(timeline, &source, Theme::of(asked.theme.0))
    };
    let (drawn, faces) = match &asked.output {
        Target::File(_, PictureFormat::Png) => in_pixels(&picture),
        _ => (picture.draw(), MoreFaces::default()),
    };
    if let Some(height) = drawn.height_wanted {
        output::complain(&format!(
            "not everything has room in the picture; --size {}x{height} shows all lanes and what stands around them",
            asked.size.width
        ));
    }
    match &asked.output {
        Target::Standard => {
            output::to_standard_output(drawn.svg.as_bytes()).map_err(RenderError::Standard)
        }
        Target::File(path, PictureFormat::Svg) => {
            Ok(output::write_file(path, drawn.svg.as_bytes())?)
        }
        Target::File(path, PictureFormat::Png) => {
            Ok(output::write_file(path, &png(&drawn.svg, 1.0, &faces)?)?)
        }
    }
}

/// The picture as it is to be drawn here, and the system's faces that it needs.
fn in_pixels(picture: &Picture) -> (Drawn, MoreFaces) {
    let with = |faces: &MoreFaces| {
        let faces = Some(faces);
        Picture { faces, ..*picture }.draw()
    };
    let mut faces = MoreFaces::default();
    let mut drawn = with(&faces);
    if !drawn.boxes.is_empty() {
        // The system's fonts take a moment to look through: only where they are needed.
        faces = faces::holding(&drawn.boxes);
        if !faces.is_empty() {
            drawn = with(&faces);
        }
    }
    if !drawn.boxes.is_empty() {
        const SHOWN: usize = 10;
        let some: Vec<String> = drawn
            .boxes
            .iter()
            .take(SHOWN)
            .map(char::to_string)
            .collect();
        let more = if drawn.boxes.len() > SHOWN {
            " …"
        } else {
            ""
        };
        output::complain(&format!(
            "no font of this machine has {}{more}: the picture shows boxes in their place. Install a \
             font that has them, or render an SVG, which its reader's fonts draw",
            some.join(" ")
        ));
    }
    (drawn, faces)
}

/// Whether two paths lead to one file, through links too.
fn is_same_file(one: &Path, other: &Path) -> bool {
    let place = |path: &Path| std::fs::canonicalize(path).ok();
    place(one).is_some_and(|there| place(other) == Some(there))
}

/// A picture is drawn of what could be read; that something could not is said.
fn warn_of_errors(opened: &Opened, name: &str) {
    let errors = opened.report.errors();
    if errors > 0 {
        let found = if errors == 1 {
            "1 error".to_owned()
        } else {
            format!("{errors} errors")
        };
        output::complain(&format!(
            "{name} has {found}; the picture shows what could be read. `nenpyo check` lists them"
        ));
    }
}

/// The file's name without its folders.
fn short_name(file: &Path, name: &str) -> String {
    match file.file_name() {
        Some(short) if file.as_os_str() != input::STANDARD => short.to_string_lossy().into_owned(),
        _ => name.to_owned(),
    }
}

/// The events that hold all the words.
fn found(timeline: &Timeline, words: &str) -> EventSet {
    let found = Search::new(words).all(timeline);
    found.into_iter().map(|hit| hit.event).collect()
}

/// First and last known second of a record's events.
fn span_s(timeline: &Timeline) -> Option<(i64, i64)> {
    Index::build(timeline, Grouping::None, None).span_s()
}
