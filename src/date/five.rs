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

/// An enum of words that stand alone, each with its [`Five`]. The one list is also what a test goes
/// through, so that no word is forgotten there.
macro_rules! phrases {
    ($(#[$meta:meta])* $visible:vis enum $name:ident { $($variant:ident => $five:expr,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $visible enum $name { $($variant,)+ }

        impl $name {
            #[cfg(test)]
            const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The words in a language.
            $visible const fn words(self, language: $crate::date::Language) -> &'static str {
                self.five().get(language)
            }

            /// The words in each language.
            $visible const fn five(self) -> $crate::date::Five {
                match self { $(Self::$variant => $five,)+ }
            }
        }
    };
}
pub(crate) use phrases;

#[cfg(test)]
impl Five {
    /// Holds that each language has words of its own, in its own script.
    pub(crate) fn assert_spoken(&self) {
        for language in Language::ALL {
            let words = self.get(language);
            let has = |letter: fn(char) -> bool| words.chars().any(letter);
            assert!(!words.is_empty(), "{self:?}");
            let in_script = match language {
                Language::En => has(|c| c.is_ascii_alphabetic()),
                Language::Ja => has(is_han) || has(is_kana),
                Language::ZhHans | Language::ZhHant => has(is_han),
                Language::Ko => has(is_hangul),
            };
            assert!(in_script, "{language:?}: {words}");
            let has_kana = language != Language::Ja && has(is_kana);
            let has_hangul = language != Language::Ko && has(is_hangul);
            assert!(!has_kana && !has_hangul, "{language:?}: {words}");
        }
    }
}

#[cfg(test)]
fn is_han(letter: char) -> bool {
    ('\u{3400}'..='\u{9FFF}').contains(&letter)
}

#[cfg(test)]
fn is_kana(letter: char) -> bool {
    ('\u{3041}'..='\u{30FF}').contains(&letter) && letter != '・'
}

#[cfg(test)]
fn is_hangul(letter: char) -> bool {
    ('\u{AC00}'..='\u{D7A3}').contains(&letter)
}
