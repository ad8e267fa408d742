//! How each language punctuates a citation.

use crate::date::Language;

/// How a language punctuates a citation.
pub(super) struct Style {
    author_stop: &'static str,
    pub(super) title: (&'static str, &'static str),
    pub(super) title_stop: &'static str,
    pub(super) after_title: &'static str,
    pub(super) book: (&'static str, &'static str),
    pub(super) comma: &'static str,
    stop: &'static str,
}

impl Style {
    pub(super) const fn of(language: Language) -> Self {
        match language {
            Language::En => Self {
                author_stop: ". ",
                title: ("“", "”"),
                title_stop: ".",
                after_title: " ",
                book: ("", ""),
                comma: ", ",
                stop: ".",
            },
            Language::Ja => Self {
                author_stop: "",
                title: ("「", "」"),
                title_stop: "",
                after_title: "、",
                book: ("『", "』"),
                comma: "、",
                stop: "。",
            },
            Language::ZhHans => Self {
                author_stop: "：",
                title: ("《", "》"),
                title_stop: "",
                after_title: "，",
                book: ("《", "》"),
                comma: "，",
                stop: "。",
            },
            Language::ZhHant => Self {
                author_stop: "：",
                title: ("〈", "〉"),
                title_stop: "",
                after_title: "，",
                book: ("《", "》"),
                comma: "，",
                stop: "。",
            },
            Language::Ko => Self {
                author_stop: ", ",
                title: ("「", "」"),
                title_stop: "",
                after_title: ", ",
                book: ("『", "』"),
                comma: ", ",
                stop: ".",
            },
        }
    }

    /// "et al." has its full stop already.
    pub(super) fn after_author(&self, authors: &str) -> &'static str {
        if self.author_stop == ". " && authors.ends_with('.') {
            " "
        } else {
            self.author_stop
        }
    }

    /// The parts with commas between them and a full stop; nothing for none.
    pub(super) fn sentence(&self, parts: &[String]) -> String {
        if parts.is_empty() {
            return String::new();
        }
        let joined = parts.join(self.comma);
        let stop = if joined.ends_with(['.', '。']) {
            ""
        } else {
            self.stop
        };
        format!("{joined}{stop}")
    }
}
