//! What can be wrong with JSON's grammar, in words for the reader.

use thiserror::Error;

/// The text stops being JSON here.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
#[error("{kind}")]
pub struct SyntaxError {
    /// Byte offset in the text that was read.
    pub at: usize,
    /// What is wrong, and what would be right.
    pub kind: SyntaxErrorKind,
}

/// The ways in which a text is not JSON.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum SyntaxErrorKind {
    /// The text ends where a value should begin.
    #[error("the text stops where a value should stand")]
    EndInsteadOfValue,
    /// The text ends inside an object.
    #[error("the text stops inside an object; a closing `}}` is missing")]
    EndInObject,
    /// The text ends inside an array.
    #[error("the text stops inside an array; a closing `]` is missing")]
    EndInArray,
    /// The text ends inside a string.
    #[error("the text stops inside a string; its closing quotation mark is missing")]
    EndInString,
    /// No JSON value begins with this byte.
    #[error(
        "expected a value here (a string in double quotation marks, a number, true, false, null, {{ or [)"
    )]
    ExpectedValue,
    /// A comma before the closing bracket.
    #[error("a comma stands before the closing bracket; JSON has none after the last item")]
    TrailingComma,
    /// A field's name should stand here.
    #[error("expected a field's name in double quotation marks")]
    ExpectedKey,
    /// A colon should stand here.
    #[error("expected `:` between a field's name and its value")]
    ExpectedColon,
    /// A comma or the object's end should stand here.
    #[error("expected `,` before the next field, or `}}` at the object's end")]
    ExpectedCommaOrBrace,
    /// A comma or the array's end should stand here.
    #[error("expected `,` before the next item, or `]` at the array's end")]
    ExpectedCommaOrBracket,
    /// A line break or another control character inside a string.
    #[error(
        "a string may not hold a bare line break or control character; close the quotation marks or write \\n"
    )]
    ControlInString,
    /// A backslash before something it cannot escape.
    #[error(
        "a backslash in a string must be followed by one of \" \\ / b f n r t, or u and four hexadecimal digits"
    )]
    BadEscape,
    /// Half of a surrogate pair.
    #[error("half of a surrogate pair stands alone; write the character itself")]
    LoneSurrogate,
    /// A number that JSON does not write so.
    #[error("a number is written as in 12, -0.5 or 1e6, without a leading zero or plus")]
    BadNumber,
    /// Containers within containers beyond [`super::MAX_DEPTH`].
    #[error("brackets are nested more than {max} deep", max = super::MAX_DEPTH)]
    TooDeep,
    /// Something follows the value.
    #[error("the value ends before this; nothing may follow it")]
    TrailingText,
    /// Longer than 4 GiB in one value.
    #[error("one value is longer than 4 GiB")]
    TooLong,
}
