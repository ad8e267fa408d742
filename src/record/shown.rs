//! Foreign words in a sentence: on one line, of bearable length, and unable to command a terminal.

use std::fmt::{self, Write as _};

use super::text::is_ignorable;

/// So many characters of a value stand in a sentence.
const SHOWN_CHARS: usize = 60;

/// A text with what breaks or turns a line written as an escape.
///
/// ```
/// use nenpyo::record::OneLine;
/// assert_eq!(OneLine("one\ntwo").to_string(), "one\\ntwo");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct OneLine<'a>(pub &'a str);

impl fmt::Display for OneLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|c| write_char(f, c))
    }
}

/// A value out of a file, as a message quotes it: a line, cut at [`SHOWN_CHARS`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shown<'a>(pub &'a str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut chars = self.0.chars();
        let mut shown = chars.by_ref().take(SHOWN_CHARS);
        shown.try_for_each(|c| write_char(f, c))?;
        if chars.next().is_some() {
            f.write_char('…')?;
        }
        Ok(())
    }
}

fn write_char(f: &mut fmt::Formatter<'_>, c: char) -> fmt::Result {
    // Line and paragraph separators; and what turns a line or cannot be seen, but for the joiners
    // that scripts are written with.
    let breaks = matches!(c, '\u{2028}' | '\u{2029}');
    let joins = matches!(c, '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}');
    if c.is_control() || breaks || (is_ignorable(c) && !joins) {
        write!(f, "{}", c.escape_default())
    } else {
        f.write_char(c)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_breaks_or_turns_a_line_is_escaped() {
        let text = "a\u{1B}[31m\r\nb\u{202E}c\u{2028}年\u{200B}";
        let line = r"a\u{1b}[31m\r\nb\u{202e}c\u{2028}年\u{200b}";
        assert_eq!(OneLine(text).to_string(), line);
        assert_eq!(Shown(text).to_string(), line);
    }

    #[test]
    fn a_long_value_is_cut_between_characters() {
        let exact = "年".repeat(SHOWN_CHARS);
        assert_eq!(Shown(&exact).to_string(), exact);
        let longer = format!("{exact}年");
        assert_eq!(Shown(&longer).to_string(), format!("{exact}…"));
        assert_eq!(OneLine(&longer).to_string(), longer);
    }
}
