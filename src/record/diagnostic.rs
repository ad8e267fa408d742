//! What is wrong in a file: where, with which event, and what would be right.

use std::fmt;

use super::vocabulary::vocabulary;

vocabulary! {
    /// How bad it is.
    pub enum Severity called "Severity" {
        /// Something in the file cannot be meant as it stands.
        Error = "error",
        /// It can be read, and is probably not what was meant.
        Warning = "warning",
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(super::Vocabulary::name(*self))
    }
}

vocabulary! {
    /// What sort of thing is wrong; the names are stable, for scripts.
    pub enum Code called "Code" {
        /// There is nothing in the file.
        EmptyFile = "empty-file",
        /// The file is text in another encoding than UTF-8.
        WrongEncoding = "wrong-encoding",
        /// The file is HTML or XML.
        WebPage = "web-page",
        /// The file holds several JSON documents.
        SeveralDocuments = "several-documents",
        /// The file is JSON, or something else, and no record.
        NotARecord = "not-a-record",
        /// The text is not JSON at this place.
        JsonSyntax = "json-syntax",
        /// The text is not UTF-8 at this place.
        InvalidUtf8 = "invalid-utf8",
        /// JSON nested deeper than this program reads.
        TooDeep = "too-deep",
        /// One JSON object has the same field twice.
        DuplicateKey = "duplicate-key",
        /// A field holds another type of JSON value than it should.
        WrongType = "wrong-type",
        /// The file starts with a byte order mark.
        ByteOrderMark = "byte-order-mark",
        /// The file does not name its format.
        NoFormat = "no-format",
        /// The file is of a later version of the format.
        NewerFormat = "newer-format",
        /// The file is of another format.
        WrongFormat = "wrong-format",
        /// An event has no title.
        NoTitle = "no-title",
        /// An event or a band has no date.
        NoDate = "no-date",
        /// A date is not EDTF.
        BadDate = "bad-date",
        /// An event, a band or a window ends before it starts.
        EndBeforeStart = "end-before-start",
        /// A time zone that the IANA database does not have.
        UnknownTimeZone = "unknown-time-zone",
        /// An actor, a source or a story has no id.
        NoId = "no-id",
        /// An id is empty.
        EmptyId = "empty-id",
        /// Two events (or actors, sources, stories) have one id.
        DuplicateId = "duplicate-id",
        /// A relation names an event that is not there.
        RelationToNothing = "relation-to-nothing",
        /// A relation names the event that it stands in.
        RelationToItself = "relation-to-itself",
        /// A relation's type is not one of the list.
        UnknownRelation = "unknown-relation",
        /// A quote or a citation names a source that is not there.
        SourceToNothing = "source-to-nothing",
        /// An event names an actor that the record does not have.
        UnknownActor = "unknown-actor",
        /// A kind that is not one of the list.
        UnknownKind = "unknown-kind",
        /// A word that is not one of a field's list.
        UnknownWord = "unknown-word",
        /// A latitude beyond ±90.
        LatitudeOutOfRange = "latitude-out-of-range",
        /// A longitude beyond ±180.
        LongitudeOutOfRange = "longitude-out-of-range",
        /// A latitude without a longitude, or the other way round.
        HalfPosition = "half-position",
        /// A tone beyond ±5, or not a whole number.
        ToneOutOfRange = "tone-out-of-range",
        /// A tone without its number.
        ToneWithoutValue = "tone-without-value",
        /// A tone without its reason.
        ToneWithoutReason = "tone-without-reason",
        /// An importance that is not a whole number from 1 to 5.
        ImportanceOutOfRange = "importance-out-of-range",
        /// A quote that names no source.
        QuoteWithoutSource = "quote-without-source",
        /// A quote without words.
        QuoteWithoutText = "quote-without-text",
        /// A key or a value that is no language tag.
        BadLanguageTag = "bad-language-tag",
        /// An image that lies outside the record's folder.
        ImageOutside = "image-outside",
        /// A link that is neither http, https nor mailto.
        UnsafeLink = "unsafe-link",
        /// A step of a story shows an event that is not there.
        StepToNothing = "step-to-nothing",
    }
}

impl Code {
    /// How bad it is.
    pub const fn severity(self) -> Severity {
        match self {
            Self::ByteOrderMark
            | Self::NoFormat
            | Self::NewerFormat
            | Self::RelationToItself
            | Self::UnknownRelation
            | Self::UnknownActor
            | Self::UnknownKind
            | Self::UnknownWord
            | Self::HalfPosition
            | Self::ToneWithoutReason
            | Self::QuoteWithoutSource
            | Self::BadLanguageTag => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(super::Vocabulary::name(*self))
    }
}

/// One thing that is wrong in a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// What sort of thing it is; says how bad it is, too.
    pub code: Code,
    /// Where it is, in bytes from the start of the file.
    pub offset: u64,
    /// How many bytes it covers.
    pub len: u64,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// Id of the event that it is in.
    pub event: Option<String>,
    /// A sentence: what happened, and what would be right.
    pub message: String,
}

impl Diagnostic {
    /// How bad it is.
    pub const fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// Something of the file's events that could not be read as an event. Its bytes stay in the file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RejectedEvent {
    /// First byte in the file.
    pub offset: u64,
    /// Bytes.
    pub len: u64,
    /// Line at which it starts, from 1.
    pub line: u32,
    /// Its id, when that much could be read.
    pub id: Option<String>,
    /// Why it was rejected: the message of the first error in it.
    pub message: String,
}

/// All that is wrong in a file, in the order of the file.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Report {
    /// Errors and warnings, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
    /// Events that could not be read.
    pub rejected: Vec<RejectedEvent>,
    /// How many of a code were left out of `diagnostics`, because there are so many.
    pub left_out: Vec<(Code, u64)>,
}

impl Report {
    /// How many errors there are, those left out included.
    pub fn errors(&self) -> u64 {
        self.count(Severity::Error)
    }

    /// How many warnings there are, those left out included.
    pub fn warnings(&self) -> u64 {
        self.count(Severity::Warning)
    }

    fn count(&self, severity: Severity) -> u64 {
        let listed = self
            .diagnostics
            .iter()
            .filter(|d| d.severity() == severity)
            .count() as u64;
        let left_out = self
            .left_out
            .iter()
            .filter(|(code, _)| code.severity() == severity);
        listed + left_out.map(|(_, n)| n).sum::<u64>()
    }
}
