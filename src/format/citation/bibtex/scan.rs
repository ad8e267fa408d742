//! Where the entries of a BibTeX text begin and end, in one pass and whatever their braces.

/// The deepest braces of an entry; people need three or four.
const MOST_DEPTH: usize = 24;
/// The longest entry; an abstract fits.
const MOST_BYTES: usize = 64 << 10;

/// One `@kind{…}`.
#[derive(Debug)]
pub(super) struct Block<'t> {
    pub kind: &'t str,
    /// What is between the outer braces or parentheses.
    pub body: &'t str,
    /// The line on which `body` begins, from 1.
    pub line: usize,
}

/// Why a block has no end.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fault {
    Unclosed { line: usize },
    Large { line: usize },
}

/// The kind and where the body begins, of the `@` at the start of a text.
pub(super) fn opening(text: &str) -> Option<(&str, usize)> {
    let after = text.strip_prefix('@')?;
    let named = after.trim_start_matches([' ', '\t']);
    let is_letter = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    let letters = named.bytes().take(40).take_while(is_letter).count();
    let open = named[letters..].trim_start_matches([' ', '\t', '\n']);
    let begins = open.starts_with(['{', '(']);
    let starts = named.starts_with(|c: char| c.is_ascii_alphabetic());
    (begins && starts).then(|| (&named[..letters], text.len() - open.len() + 1))
}

/// Whether the line that begins at a place is a comment.
fn begins_comment(text: &str, line: usize) -> bool {
    const MOST_INDENT: usize = 40;
    let start = text.as_bytes()[line..].iter().take(MOST_INDENT);
    start
        .copied()
        .find(|byte| !matches!(byte, b' ' | b'\t'))
        .is_some_and(|byte| byte == b'%')
}

/// The blocks of a text, in its order.
pub(super) struct Blocks<'t> {
    text: &'t str,
    at: usize,
    line: usize,
    /// The line begins with a per cent sign.
    in_comment: bool,
}

impl<'t> Blocks<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            line: 1,
            in_comment: begins_comment(text, 0),
        }
    }

    /// Goes on to a place, counting lines.
    fn go_to(&mut self, at: usize) {
        let passed = self.text.as_bytes().get(self.at..at).unwrap_or_default();
        self.line += memchr::memchr_iter(b'\n', passed).count();
        if let Some(last) = memchr::memrchr(b'\n', passed) {
            self.in_comment = begins_comment(self.text, self.at + last + 1);
        }
        self.at = at;
    }

    /// Reads the body that begins here, after a brace or a parenthesis.
    fn body(&mut self, kind: &'t str, open: u8) -> Result<Block<'t>, Fault> {
        let (start, line) = (self.at, self.line);
        let bytes = self.text.as_bytes();
        let mut depth = 0_usize;
        let mut at = start;
        let fault = loop {
            let Some(&byte) = bytes.get(at) else {
                break Fault::Unclosed { line };
            };
            match byte {
                _ if at - start > MOST_BYTES => break Fault::Large { line },
                b'\\' => at += 1,
                b'{' if depth == MOST_DEPTH => break Fault::Large { line },
                b'{' => depth += 1,
                b'}' if depth > 0 => depth -= 1,
                b'}' | b')' if depth == 0 && (byte == b'}') == (open == b'{') => {
                    let body = &self.text[start..at];
                    self.go_to(at + 1);
                    return Ok(Block { kind, body, line });
                }
                b'\n' if self.entry_begins_after(at) => break Fault::Unclosed { line },
                _ => {}
            }
            at += 1;
        };
        let mut at = at.min(bytes.len());
        while !self.text.is_char_boundary(at) {
            at += 1;
        }
        self.go_to(at);
        Err(fault)
    }

    /// Whether the line after a line end begins an entry; no value has such a line.
    fn entry_begins_after(&self, line_end: usize) -> bool {
        let line = self.text[line_end + 1..].trim_start_matches([' ', '\t']);
        line.starts_with('@') && opening(line).is_some()
    }
}

impl<'t> Iterator for Blocks<'t> {
    type Item = Result<Block<'t>, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        let bytes = self.text.as_bytes();
        loop {
            let at = self.at + memchr::memchr(b'@', bytes.get(self.at..)?)?;
            self.go_to(at);
            let is_mail = at > 0 && bytes[at - 1].is_ascii_alphanumeric();
            match opening(&self.text[at..]) {
                Some((kind, length)) if !is_mail && !self.in_comment => {
                    let open = bytes[at + length - 1];
                    self.go_to(at + length);
                    let block = self.body(kind, open);
                    let unread = kind.eq_ignore_ascii_case("comment");
                    // What people write in a comment need not be in balance.
                    if !(unread && block.is_err()) {
                        return Some(block);
                    }
                }
                _ => self.go_to(at + 1),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &str) -> Vec<Result<(&str, &str, usize), Fault>> {
        Blocks::new(text)
            .map(|block| block.map(|block| (block.kind, block.body, block.line)))
            .collect()
    }

    #[test]
    fn blocks_end_at_their_own_brace() {
        let text = "me@mail.org {x} % @a{b}\n % @book{c, title = {C}}\n@Comment{ {\n@book{a, title = {A {\\} B}}} @misc (b, note = {)})\n\n@x";
        assert_eq!(
            blocks(text),
            [
                Ok(("a", "b", 1)),
                Ok(("book", "a, title = {A {\\} B}}", 4)),
                Ok(("misc", "b, note = {)}", 4)),
            ]
        );
    }

    #[test]
    fn an_unclosed_entry_ends_where_the_next_begins() {
        let text = "@book{a, title = {A}\n\n  @book{b, title = {B}}\n@book{c,";
        assert_eq!(
            blocks(text),
            [
                Err(Fault::Unclosed { line: 1 }),
                Ok(("book", "b, title = {B}", 3)),
                Err(Fault::Unclosed { line: 4 }),
            ]
        );
    }

    #[test]
    fn braces_without_end_are_passed_over() {
        let text = format!("@a{}\n@book{{b, title = {{B}}}}", "{".repeat(100_000));
        assert_eq!(
            blocks(&text),
            [
                Err(Fault::Large { line: 1 }),
                Ok(("book", "b, title = {B}", 2))
            ]
        );
        let long = format!("@book{{a, title = {{{}}}}}", "é".repeat(40_000));
        assert_eq!(blocks(&long), [Err(Fault::Large { line: 1 })]);
    }
}
