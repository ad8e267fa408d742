//! The bytes of an SVG: numbers with one decimal, and text that stays text.

use std::fmt;

/// A length with at most one decimal, as short as it can be written: `12`, `12.5`.
pub(super) struct N(pub f32);

impl fmt::Display for N {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.0.is_finite() {
            return f.write_str("0");
        }
        let tenths = (self.0 * 10.0).round() as i64;
        let (sign, size) = (if tenths < 0 { "-" } else { "" }, tenths.unsigned_abs());
        match (size / 10, size % 10) {
            (whole, 0) => write!(f, "{sign}{whole}"),
            (whole, part) => write!(f, "{sign}{whole}.{part}"),
        }
    }
}

/// Two lengths as path data and points have them: `12 7.5`.
pub(super) struct At(pub f32, pub f32);

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", N(self.0), N(self.1))
    }
}

/// Text inside an element or an attribute in double quotes.
///
/// Characters that XML 1.0 does not allow at all (most controls) are written as U+FFFD.
pub(super) struct Escaped<'a>(pub &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut from = 0;
        for (at, c) in self.0.char_indices() {
            let instead = match c {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                // A title is one line; a break would only hide how it is written.
                '\t' | '\n' | '\r' => " ",
                '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => "\u{FFFD}",
                _ => continue,
            };
            f.write_str(&self.0[from..at])?;
            f.write_str(instead)?;
            from = at + c.len_utf8();
        }
        f.write_str(&self.0[from..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_never_strange() {
        let written = [0.0, -0.04, 12.0, 12.54, -0.25, 1e7, f32::NAN, f32::INFINITY]
            .map(|number| N(number).to_string());
        assert_eq!(
            written,
            ["0", "0", "12", "12.5", "-0.3", "10000000", "0", "0"]
        );
    }

    #[test]
    fn text_cannot_leave_its_place() {
        let text = Escaped("a<b> & \"c\"\n\u{1}\u{FFFF}年").to_string();
        assert_eq!(text, "a&lt;b&gt; &amp; &quot;c&quot; \u{FFFD}\u{FFFD}年");
    }
}
