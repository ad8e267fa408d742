//! Tags as a reader sees them.

use std::borrow::Cow;

/// A tag in words: `north-korea` is "north korea". Borrowed where it has no signs to leave out.
pub fn tag_words(tag: &str) -> Cow<'_, str> {
    const SIGNS: [char; 2] = ['-', '_'];
    if tag.contains(SIGNS) {
        Cow::Owned(tag.replace(SIGNS, " "))
    } else {
        Cow::Borrowed(tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_told_in_words_without_its_signs() {
        assert_eq!(tag_words("north-korea"), "north korea");
        assert_eq!(tag_words("track-1.5"), "track 1.5");
        assert_eq!(tag_words("joint_statement"), "joint statement");
        assert!(matches!(tag_words("lima"), Cow::Borrowed("lima")));
    }
}
