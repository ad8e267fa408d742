//! Pictures on the screen: read and decoded on threads of their own, held while they are shown.
//!
//! The form and the panel share one of these. A picture is decoded for about the points that it is
//! shown with; its texture goes when it is shown no more, and what is known of its size stays, so
//! that what lies below does not jump when it comes back.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{
    Align2, ColorImage, Context, Id, Pos2, Rect, Response, Sense, Stroke, StrokeKind,
    TextureHandle, TextureOptions, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::fonts::color32;
use super::look::Look;
use crate::app::jobs::{Ended, Job};
use crate::date::{Five, Language};
use crate::document::Stamp;
use crate::document::pictures::{Beside, ReadError};
use crate::document::storage::Disk;
use crate::format::Progress;
use crate::format::picture::decode;
use crate::theme::TextRole;

/// Decoders at work at once: one of 40 million points takes some 300 MB while it works.
const MOST_JOBS: usize = 2;
/// Pictures that are remembered.
const MOST_KNOWN: usize = 256;
/// Seconds after which a picture's file is looked at again, where a frame shows it.
const LOOK_AGAIN_S: f64 = 2.0;
/// Points that a picture is decoded for go in these steps, so that a panel that is dragged wider does
/// not ask for a new one with each frame.
const STEP_POINTS: u32 = 256;
/// A graphics card of any age takes a texture as wide.
const MOST_POINTS: u32 = 2048;

/// The pictures; a clone is the same ones.
#[derive(Clone, Default)]
pub struct Pictures(Rc<RefCell<Known>>);

#[derive(Default)]
struct Known {
    /// The record that they stand beside.
    record: Option<PathBuf>,
    all: HashMap<String, Entry>,
}

/// One picture.
#[derive(Default)]
struct Entry {
    /// What its file looked like when it was decoded, or refused.
    stamp: Option<Stamp>,
    /// Points across by points down.
    size: Option<Vec2>,
    texture: Option<TextureHandle>,
    /// The points that it was decoded for.
    decoded_for: u32,
    /// Whether the file holds more than was decoded.
    is_reduced: bool,
    refused: Option<Rc<ReadError>>,
    job: Option<Job<Read>>,
    looked_s: f64,
    shown_in: u64,
}

/// What a job says.
enum Read {
    /// The file looks as it did.
    Same,
    /// The picture, and the points that the file holds.
    Decoded(Stamp, Box<ColorImage>, [usize; 2]),
    Refused(Option<Stamp>, ReadError),
    Stopped,
}

impl Pictures {
    /// Shows a picture at its own shape in `most` points of room, or in its place why it is not shown;
    /// `alt` is what a screen reader says of it.
    pub(super) fn show(
        &self,
        ui: &mut Ui,
        look: &Look,
        record: Option<&Path>,
        path: &str,
        (most, alt): (Vec2, &str),
    ) {
        let language = look.language;
        if let Some(error) = self.refusal(record, path) {
            let why = error.words(language);
            let said = format!("{alt}{}{why}", super::phrases::colon(language));
            let response = frame_ui(ui, look, &format!("{path}\n{why}"), most.x, None);
            response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &said));
            // It may have been put right.
            self.0.borrow_mut().texture(ui.ctx(), record, path, most);
            return;
        }
        let known = self.0.borrow().size_of(path);
        let size = fitted(known.unwrap_or(most), most);
        let (id, rect) = ui.allocate_space(size);
        let texture = if ui.is_rect_visible(rect) {
            self.0.borrow_mut().texture(ui.ctx(), record, path, most)
        } else {
            // It is decoded when it comes near.
            None
        };
        let response = match texture {
            Some(texture) => {
                let mut mesh = egui::Mesh::with_texture(texture.id());
                let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
                mesh.add_rect_with_uv(rect, whole, egui::Color32::WHITE);
                ui.painter().add(mesh);
                ui.interact(rect, id, Sense::hover())
            }
            None => frame_ui(ui, look, path, most.x, Some((id, rect))),
        };
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, alt));
    }

    /// Why a picture is not shown, as far as that is known.
    pub(super) fn refusal(&self, record: Option<&Path>, path: &str) -> Option<Rc<ReadError>> {
        let mut known = self.0.borrow_mut();
        known.be_beside(record);
        match record {
            // Nothing stands beside a record that has no file.
            None => Some(Rc::new(ReadError::Missing)),
            Some(_) => known.all.get(path)?.refused.clone(),
        }
    }

    /// Lets go of textures that this frame did not show.
    pub(super) fn end_frame(&self, ctx: &Context) {
        let now = ctx.cumulative_pass_nr();
        let mut known = self.0.borrow_mut();
        for entry in known.all.values_mut().filter(|it| it.shown_in < now) {
            entry.texture = None;
            // A decoder that is at work is counted until it has ended.
            if let Some(job) = &entry.job {
                job.progress.cancel();
                if job.poll().is_some() {
                    entry.job = None;
                    // Another may have waited for it.
                    ctx.request_repaint();
                }
            }
        }
        if known.all.len() > MOST_KNOWN {
            known
                .all
                .retain(|_, entry| entry.shown_in == now || entry.job.is_some());
        }
    }

    /// How many textures are held, for tests.
    pub fn held(&self) -> usize {
        let known = self.0.borrow();
        known.all.values().filter(|it| it.texture.is_some()).count()
    }
}

impl Known {
    /// Forgets the pictures of another record.
    fn be_beside(&mut self, record: Option<&Path>) {
        if self.record.as_deref() != record {
            self.record = record.map(Path::to_owned);
            self.all.clear();
        }
    }

    fn size_of(&self, path: &str) -> Option<Vec2> {
        self.all.get(path)?.size
    }

    /// The picture as far as it is there; begins to read it where nothing, or too little, is.
    fn texture(
        &mut self,
        ctx: &Context,
        record: Option<&Path>,
        path: &str,
        most: Vec2,
    ) -> Option<TextureHandle> {
        let jobs = self.all.values().filter(|it| it.job.is_some()).count();
        let entry = self.all.entry(path.to_owned()).or_default();
        entry.shown_in = ctx.cumulative_pass_nr();
        let now_s = ctx.input(|input| input.time);
        entry.take(ctx, path, now_s);
        let points = points_for(most.max_elem(), ctx.pixels_per_point());
        let is_there = entry.texture.is_some() || entry.refused.is_some();
        let wants_more = entry.texture.is_some() && entry.is_reduced && points > entry.decoded_for;
        let is_old = now_s - entry.looked_s > LOOK_AGAIN_S;
        let is_wanted = !is_there || wants_more || is_old;
        if is_wanted && entry.job.is_none() && jobs < MOST_JOBS {
            let seen = entry.stamp.filter(|_| is_there && !wants_more);
            entry.read(ctx, record?, path, (points, seen));
        }
        entry.texture.clone()
    }
}

impl Entry {
    /// Begins to read the file; one that looks as it was `seen` is left.
    fn read(
        &mut self,
        ctx: &Context,
        record: &Path,
        path: &str,
        (points, seen): (u32, Option<Stamp>),
    ) {
        self.decoded_for = points;
        let waker = ctx.clone();
        let wake = Arc::new(move || waker.request_repaint());
        let (record, name) = (record.to_owned(), path.to_owned());
        let work = move |progress: &Progress| read(&record, &name, points, seen, progress);
        self.job = Some(Job::start(path.to_owned(), wake, work));
    }

    /// Takes what a job has done.
    fn take(&mut self, ctx: &Context, path: &str, now_s: f64) {
        let Some(ended) = self.job.as_ref().and_then(Job::poll) else {
            return;
        };
        self.job = None;
        self.looked_s = now_s;
        match ended {
            Ended::Done(Read::Same | Read::Stopped) => {}
            Ended::Done(Read::Decoded(stamp, image, whole)) => {
                let [width, height] = whole;
                self.size = Some(vec2(width as f32, height as f32));
                self.is_reduced = whole != image.size;
                (self.stamp, self.refused) = (Some(stamp), None);
                self.texture = Some(ctx.load_texture(path, *image, TextureOptions::LINEAR));
            }
            Ended::Done(Read::Refused(stamp, error)) => self.refuse(stamp, error),
            Ended::Broke => {
                let error = crate::format::picture::PictureError::Damaged;
                self.refuse(None, error.into());
            }
        }
    }

    fn refuse(&mut self, stamp: Option<Stamp>, error: ReadError) {
        (self.stamp, self.texture, self.size) = (stamp, None, None);
        self.refused = Some(Rc::new(error));
    }
}

/// Reads and decodes a picture, on a job's thread.
fn read(record: &Path, path: &str, points: u32, seen: Option<Stamp>, progress: &Progress) -> Read {
    let found = match Beside::find(&Disk, record, path) {
        Ok(found) => found,
        Err(error) => return Read::Refused(None, error),
    };
    if seen == Some(found.stamp) {
        return Read::Same;
    }
    let refused = |error| Read::Refused(Some(found.stamp), error);
    let bytes = match found.read(&Disk) {
        Ok(bytes) => bytes,
        Err(error) => return refused(error),
    };
    if progress.is_cancelled() {
        return Read::Stopped;
    }
    match decode(&bytes, (points, points)) {
        Ok(points) => {
            let size = [points.width as usize, points.height as usize];
            let image = ColorImage::from_rgba_unmultiplied(size, &points.rgba);
            let (width, height) = points.whole;
            let whole = [width as usize, height as usize];
            Read::Decoded(found.stamp, Box::new(image), whole)
        }
        Err(error) => refused(error.into()),
    }
}

/// Points to decode for: two for each point of the screen's grid, so that a picture is sharp on a
/// screen of any density.
fn points_for(most: f32, pixels_per_point: f32) -> u32 {
    let points = (most * pixels_per_point.max(2.0)).ceil() as u32;
    let steps = points.div_ceil(STEP_POINTS).max(1);
    (steps * STEP_POINTS).min(MOST_POINTS)
}

/// A shape in its room; a small picture is not blown up beyond its own points.
fn fitted(shape: Vec2, most: Vec2) -> Vec2 {
    let scale = (most.x / shape.x).min(most.y / shape.y).min(1.0);
    (shape * scale).max(vec2(1.0, 1.0))
}

/// A frame with words in the place of a picture, or as high as the words are.
fn frame_ui(
    ui: &mut Ui,
    look: &Look,
    words: &str,
    width: f32,
    place: Option<(Id, Rect)>,
) -> Response {
    let (colors, sizes) = (look.colors(), look.sizes());
    let around = look.grid(4.0);
    let galley = look.galley(
        ui,
        TextRole::Label,
        colors.muted,
        look.language.tag(),
        words,
        (width - around).max(around),
    );
    let (id, rect) = place.unwrap_or_else(|| {
        let size = vec2(width, galley.size().y + around);
        ui.allocate_space(size)
    });
    let painter = ui.painter().with_clip_rect(ui.clip_rect().intersect(rect));
    painter.rect_filled(rect, sizes.corner_small, color32(colors.faint));
    let line = Stroke::new(sizes.hairline, color32(colors.line));
    painter.rect_stroke(rect, sizes.corner_small, line, StrokeKind::Inside);
    let at = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), rect);
    painter.galley(at.min, galley, color32(colors.muted));
    ui.interact(rect, id, Sense::hover())
}

/// "Picture: images/lima.jpg", of one without a caption.
pub(super) fn nameless(path: &str, language: Language) -> String {
    let picture = Five::new("Picture", "画像", "图片", "影像", "그림");
    format!(
        "{}{}{path}",
        picture.get(language),
        super::phrases::colon(language)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_keeps_its_shape_in_its_room_and_is_not_blown_up() {
        let most = vec2(300.0, 200.0);
        assert_eq!(fitted(vec2(600.0, 200.0), most), vec2(300.0, 100.0));
        assert_eq!(fitted(vec2(100.0, 800.0), most), vec2(25.0, 200.0));
        assert_eq!(fitted(vec2(40.0, 30.0), most), vec2(40.0, 30.0));
    }

    #[test]
    fn points_go_in_steps_and_have_an_end() {
        assert_eq!(points_for(60.0, 1.0), 256);
        assert_eq!(points_for(300.0, 1.0), 768);
        assert_eq!(points_for(301.0, 1.0), 768);
        assert_eq!(points_for(5_000.0, 3.0), MOST_POINTS);
    }
}
