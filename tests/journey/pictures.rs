//! Pictures beside a record: seen in the panel, told where they cannot be, and added by a drop.

use nenpyo::app::command::Form;
use nenpyo::document::draft::Words;

use super::*;

type Window = Harness<'static, NenpyoApp>;

/// A record with a picture, one that is not there, a link out of the folder, and a page.
const RECORD: &str = r#"{"format": "nenpyo/1", "title": "Pictures", "events": [
    {"id": "lima", "title": "Lima summit", "date": "2024-11-15", "images": [
        {"path": "images/lima.png", "caption": {"en": "They shake hands"}, "credit": "A. Photographer"},
        {"path": "images/none.png", "caption": {"en": "Not there"}},
        {"path": "images/link.png", "caption": {"en": "Outside"}},
        {"path": "images/page.png"}]},
    {"id": "tea", "title": "Tea", "date": "2024-11-16"}]}"#;

fn write_picture(path: &Path, width: u32, height: u32) {
    let blue = image::Rgb([30, 60, 200]);
    let picture = image::RgbImage::from_pixel(width, height, blue);
    picture.save(path).expect("written");
}

/// A file let go over the window.
#[derive(Debug)]
struct Dropped(std::path::PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("the program reads the path".to_owned())
    }
}

/// A window over that record, in a folder of its own.
fn opened() -> (Window, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let record = folder.path().join("in/record.json");
    std::fs::create_dir_all(record.with_file_name("images")).expect("made");
    std::fs::write(&record, RECORD).expect("written");
    write_picture(&record.with_file_name("images/lima.png"), 800, 400);
    write_picture(&folder.path().join("secret.png"), 8, 8);
    let page = record.with_file_name("images/page.png");
    std::fs::write(page, "<html>").expect("written");
    #[cfg(unix)]
    std::os::unix::fs::symlink(
        folder.path().join("secret.png"),
        record.with_file_name("images/link.png"),
    )
    .expect("linked");
    let mut harness = usual();
    harness.run();
    open(&mut harness, &record);
    (harness, folder)
}

fn wait(harness: &mut Window, until: impl Fn(&Window) -> bool) {
    let start = Instant::now();
    while !until(harness) {
        assert!(start.elapsed() < Duration::from_secs(20), "it hangs");
        std::thread::sleep(Duration::from_millis(5));
        // A clock that was set stands still by itself, and what was looked at in that moment would
        // never be old again.
        if let Some(time) = &mut harness.input_mut().time {
            *time += 0.25;
        }
        harness.step();
    }
    harness.run();
}

fn held(harness: &Window) -> usize {
    harness.state().pictures().held()
}

fn picture<'h>(harness: &'h Window, name: &'h str) -> egui_kittest::Node<'h> {
    harness.get_by_role_and_label(Role::Image, name)
}

#[test]
fn the_panel_shows_a_picture_with_its_words_and_lets_go_of_it() {
    let (mut harness, _folder) = opened();
    select(&mut harness, "lima");
    // It has its words before it is decoded.
    picture(&harness, "They shake hands");
    wait(&mut harness, |harness| held(harness) == 1);
    let rect = picture(&harness, "They shake hands").rect();
    assert!(
        (rect.width() / rect.height() - 2.0).abs() < 0.01,
        "{rect:?}"
    );
    assert!(rect.width() > 250.0 && rect.height() <= 300.0, "{rect:?}");
    assert!(is_shown(&harness, "A. Photographer"));
    select(&mut harness, "tea");
    harness.step();
    assert_eq!(held(&harness), 0);
    assert!(harness.query_by_role(Role::Image).is_none());
}

#[cfg(unix)]
#[test]
fn a_picture_that_is_not_shown_says_why_in_its_place() {
    let (mut harness, _folder) = opened();
    select(&mut harness, "lima");
    for words in [
        "Not there: The file is not there; put it back, or choose another",
        "Outside: It is outside the record’s folder; put it beside the record",
        "Picture: images/page.png: Only PNG, JPEG, WebP and GIF pictures are shown; save it as one of these",
    ] {
        wait(&mut harness, |harness| {
            harness
                .query_by_role_and_label(Role::Image, words)
                .is_some()
        });
    }
    // The one that is a picture may take longer than the reasons.
    wait(&mut harness, |harness| held(harness) == 1);
}

#[test]
fn a_picture_that_was_put_back_is_shown_and_one_that_changed_is_read_again() {
    let (mut harness, folder) = opened();
    select(&mut harness, "lima");
    let why = "Not there: The file is not there; put it back, or choose another";
    wait(&mut harness, |harness| {
        harness.query_by_role_and_label(Role::Image, why).is_some()
    });
    write_picture(&folder.path().join("in/images/none.png"), 40, 40);
    write_picture(&folder.path().join("in/images/lima.png"), 600, 600);
    let rested = harness.input().time.unwrap_or(0.0) + 6.0;
    harness.input_mut().time = Some(rested);
    wait(&mut harness, |harness| {
        let there = harness.query_by_role_and_label(Role::Image, "Not there");
        let lima = picture(harness, "They shake hands").rect();
        there.is_some() && (lima.width() - lima.height()).abs() < 0.1
    });
    let rect = picture(&harness, "Not there").rect();
    assert_eq!(rect.size(), vec2(40.0, 40.0), "it is not blown up");
}

#[test]
fn a_picture_dropped_on_the_form_is_added_with_a_thumbnail() {
    let (mut harness, folder) = opened();
    harness.state_mut().keep_in(folder.path());
    select(&mut harness, "tea");
    harness.state_mut().command(Command::Form(Form::Edit));
    harness.run();
    let dropped = folder.path().join("Tea at Noon.png");
    write_picture(&dropped, 90, 30);
    let file = std::sync::Arc::new(Dropped(dropped));
    harness.input_mut().dropped_files.push(file);
    harness.step();
    harness.input_mut().dropped_files.clear();
    let name = "Picture: images/tea-at-noon.png";
    wait(&mut harness, |harness| {
        harness.query_by_role_and_label(Role::Image, name).is_some()
    });
    picture(&harness, name).scroll_to_me();
    wait(&mut harness, |harness| held(harness) == 1);
    harness.get_by_label("Remove images/tea-at-noon.png");
    let form = harness.state().state().forms.open().expect("open");
    let mut draft = form.draft().clone();
    assert_eq!(draft.images[0].path, "images/tea-at-noon.png");
    assert!(is_shown(&harness, "Say who made the picture"));
    assert!(folder.path().join("in/images/tea-at-noon.png").is_file());
    draft.images[0].caption = vec![Words::new("en", "Tea is served")];
    let change = Command::Form(Form::Change(Box::new(draft)));
    harness.state_mut().command(change);
    harness.run();
    picture(&harness, "Tea is served");
    harness.state_mut().command(Command::Form(Form::Save));
    harness.run();
    wait(&mut harness, |harness| held(harness) == 1);
    picture(&harness, "Tea is served");
}
