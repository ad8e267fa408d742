//! The system asks the program to end, as when a session is logged out of: the window closes as by
//! its button, so that what was chosen and where the reader was are saved.

use egui::{Context, ViewportCommand, ViewportId};
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

/// Waits for the request on a thread of its own. The second ends the program at once, for when its
/// window does not answer. Of SIGHUP nothing is asked: `nohup` means it not to end the program.
pub(super) fn close_on_request(ctx: &Context) {
    let signals = match Signals::new([SIGTERM, SIGINT]) {
        Ok(signals) => signals,
        Err(error) => {
            tracing::warn!(%error, "requests to end will not be waited for");
            return;
        }
    };
    let ctx = ctx.clone();
    let spawned = std::thread::Builder::new()
        .name("signals".into())
        .spawn(move || wait(&ctx, signals));
    if let Err(error) = spawned {
        tracing::warn!(%error, "no thread to wait for requests to end: only SIGKILL will end the program");
    }
}

fn wait(ctx: &Context, mut signals: Signals) {
    let mut asked = false;
    for signal in signals.forever() {
        if asked && emulate_default_handler(signal).is_err() {
            std::process::abort();
        }
        asked = true;
        tracing::info!(signal, "asked to end");
        ctx.send_viewport_cmd_to(ViewportId::ROOT, ViewportCommand::Close);
        ctx.request_repaint_of(ViewportId::ROOT);
    }
}
