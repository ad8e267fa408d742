//! The few signs the interface draws as text. Each is in the bundled interface face (a test holds
//! that); each stands beside a word or carries a name for a screen reader.

/// Leads out of the program: a link's source.
pub const OPEN_OUTSIDE: &str = "↗";
/// Leads to another event.
pub const GO: &str = "→";
/// The view before this one.
pub const BACK: &str = "←";
/// The least at the top.
pub const UP: &str = "↑";
/// Leads further down.
pub const DOWN: &str = "↓";
/// Starts a presentation.
pub const PRESENT: &str = "▶";
/// Opens a choice below.
pub const CHOOSE: &str = "▼";
/// A folded lane or section.
pub const FOLDED: &str = "▶";
/// An open lane or section.
pub const UNFOLDED: &str = "▼";
/// A check that passed.
pub const GOOD: &str = "✓";
/// A check that failed.
pub const BAD: &str = "✗";
/// Something to look at.
pub const WARNING: &str = "⚠";
/// Closes or takes away.
pub const CLOSE: &str = "×";
/// Adds.
pub const ADD: &str = "+";
/// Stands between facts on one line.
pub const BETWEEN: &str = " · ";
/// Text that goes on.
pub const MORE: &str = "…";
/// In a legend: people met.
pub const MEETING: &str = "●";
/// In a legend: something was agreed.
pub const AGREED: &str = "◆";
/// In a legend: something broke.
pub const RUPTURE: &str = "▲";
/// Undo.
pub const UNDO: &str = "↺";
/// Redo, reload.
pub const REDO: &str = "↻";
/// The sign of the program: a table of years.
pub const LOGO: &str = "年表";

/// All of them, and the signs of keys in shortcuts, for the test that they can be drawn.
pub const ALL: [&str; 22] = [
    OPEN_OUTSIDE,
    GO,
    DOWN,
    BACK,
    PRESENT,
    CHOOSE,
    FOLDED,
    UNFOLDED,
    GOOD,
    BAD,
    WARNING,
    CLOSE,
    ADD,
    BETWEEN,
    MORE,
    MEETING,
    AGREED,
    RUPTURE,
    UNDO,
    REDO,
    LOGO,
    "⌘⌥⇧⌃⏎↵⌫⇥⎋␣↑↓‹›−–—§¶№",
];
