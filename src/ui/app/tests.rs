//! The window as egui sees it.

use super::*;
use crate::format::native;
use crate::index::{Grouping, Index};

#[test]
fn the_windows_title_is_made_for_a_record_and_a_language_and_not_for_a_frame() {
    let ctx = Context::default();
    let mut app = NenpyoApp::for_test(&ctx, Settings::default()).expect("it opens");
    let titles = |app: &mut NenpyoApp| {
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            let look = app.look();
            app.name_window(ui.ctx(), &look);
        });
        // Nothing is painted here.
        output.textures_delta.clear();
        let commands = output.viewport_output.into_values();
        let titles = commands.flat_map(|viewport| viewport.commands);
        let titles = titles.filter_map(|command| match command {
            egui::ViewportCommand::Title(title) => Some(title),
            _ => None,
        });
        titles.collect::<Vec<_>>()
    };
    assert_eq!(titles(&mut app).len(), 1);
    assert!(titles(&mut app).is_empty());
    app.command(Command::UseLanguage(Language::Ja));
    let japanese = titles(&mut app);
    assert!(japanese.len() == 1 && japanese[0].ends_with(" — Nenpyo"));
    // A record comes with its index: without a new one the title is not even looked at.
    let other = r#"{"format": "nenpyo/1", "title": "Other", "events": []}"#;
    let timeline = native::read(other).expect("a record").timeline;
    let index = Index::build(&timeline, Grouping::None, None);
    app.state.document.timeline = Arc::new(timeline);
    assert!(titles(&mut app).is_empty());
    app.state.index = Arc::new(index);
    assert_eq!(titles(&mut app), ["Other — Nenpyo"]);
}
