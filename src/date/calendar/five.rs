//! A word in the five display languages, so that no calendar forgets one of them.

use crate::date::Language;

/// One word in English, Japanese, Chinese in both scripts and Korean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::date) struct Five {
    en: &'static str,
    ja: &'static str,
    simplified: &'static str,
    traditional: &'static str,
    ko: &'static str,
}

impl Five {
    /// The word in English, Japanese, simplified Chinese, traditional Chinese and Korean.
    pub(in crate::date) const fn new(
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

    /// The word in one of the languages.
    pub(in crate::date) const fn get(&self, language: Language) -> &'static str {
        match language {
            Language::En => self.en,
            Language::Ja => self.ja,
            Language::ZhHans => self.simplified,
            Language::ZhHant => self.traditional,
            Language::Ko => self.ko,
        }
    }
}
