//! A word in the five languages, so that no table of words forgets one of them.

use crate::date::Language;

/// A word, or a few, in English, Japanese, Chinese in both scripts and Korean.
///
/// ```
/// use nenpyo::date::{Five, Language};
/// const TREATY: Five = Five::new("treaty", "条約", "条约", "條約", "조약");
/// assert_eq!(TREATY.get(Language::ZhHans), "条约");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Five {
    en: &'static str,
    ja: &'static str,
    simplified: &'static str,
    traditional: &'static str,
    ko: &'static str,
}

impl Five {
    /// The words in English, Japanese, simplified Chinese, traditional Chinese and Korean.
    pub const fn new(
        en: &'static str,
        ja: &'static str,
        simplified: &'static str,
        traditional: &'static str,
        ko: &'static str,
    ) -> Self {
        Self {
            en,
            ja,
            simplified,
            traditional,
            ko,
        }
    }

    /// A name that is the same for every reader: "UTC".
    pub const fn same(name: &'static str) -> Self {
        Self::new(name, name, name, name, name)
    }

    /// The words in one of the languages.
    pub const fn get(&self, language: Language) -> &'static str {
        match language {
            Language::En => self.en,
            Language::Ja => self.ja,
            Language::ZhHans => self.simplified,
            Language::ZhHant => self.traditional,
            Language::Ko => self.ko,
        }
    }
}
