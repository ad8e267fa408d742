//! What the program says about itself while it runs, on standard error.

use std::io::IsTerminal as _;

use tracing::level_filters::LevelFilter;

/// Names the least level that is written: `error`, `warn` (the default), `info`, `debug`, `trace`.
const VARIABLE: &str = "NENPYO_LOG";

/// Starts writing; a second call changes nothing.
pub fn start() {
    let level = std::env::var(VARIABLE)
        .ok()
        .and_then(|level| level.parse().ok());
    let _ = tracing_subscriber::fmt()
        .with_max_level(level.unwrap_or(LevelFilter::WARN))
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .try_init();
}
