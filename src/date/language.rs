//! The five languages that Nenpyo itself speaks.

use super::Five;

/// A language of the program's own words.
///
/// Text in a record may be in any language; this is the list for which dates, numbers and labels
/// are worded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Japanese.
    Ja,
    /// Chinese in simplified script.
    ZhHans,
    /// Chinese in traditional script.
    ZhHant,
    /// Korean.
    Ko,
}

impl Language {
    /// All five, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::En, Self::Ja, Self::ZhHans, Self::ZhHant, Self::Ko];

    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ja => "ja",
            Self::ZhHans => "zh-Hans",
            Self::ZhHant => "zh-Hant",
            Self::Ko => "ko",
        }
    }

    /// The language's name in itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Ja => "日本語",
            Self::ZhHans => "简体中文",
            Self::ZhHant => "繁體中文",
            Self::Ko => "한국어",
        }
    }

    /// What a reader of another language calls it: "Japanese".
    pub const fn name(self, reader: Self) -> &'static str {
        let names = match self {
            Self::En => Five::new("English", "英語", "英语", "英語", "영어"),
            Self::Ja => Five::new("Japanese", "日本語", "日语", "日語", "일본어"),
            Self::ZhHans => Five::new(
                "Chinese, simplified",
                "中国語（簡体字）",
                "简体中文",
                "簡體中文",
                "중국어 간체",
            ),
            Self::ZhHant => Five::new(
                "Chinese, traditional",
                "中国語（繁体字）",
                "繁体中文",
                "繁體中文",
                "중국어 번체",
            ),
            Self::Ko => Five::new("Korean", "韓国語", "韩语", "韓語", "한국어"),
        };
        names.get(reader)
    }

    /// The language that best fits a BCP 47 tag, or `None` for one that is none of the five.
    ///
    /// Case, region and `_` for `-` do not matter. Chinese without a script is traditional for
    /// Taiwan, Hong Kong and Macau and simplified elsewhere.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let mut subtags = tag.split(['-', '_', '.', '@']);
        let primary = subtags.next()?;
        let is = |a: &str, b: &str| a.eq_ignore_ascii_case(b);
        if is(primary, "en") {
            return Some(Self::En);
        }
        if is(primary, "ja") {
            return Some(Self::Ja);
        }
        if is(primary, "ko") {
            return Some(Self::Ko);
        }
        if !is(primary, "zh") {
            return None;
        }
        let mut guess = Self::ZhHans;
        for subtag in subtags {
            if is(subtag, "Hans") {
                return Some(Self::ZhHans);
            }
            if is(subtag, "Hant") {
                return Some(Self::ZhHant);
            }
            if ["TW", "HK", "MO"].iter().any(|region| is(subtag, region)) {
                guess = Self::ZhHant;
            }
        }
        Some(guess)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_come_back() {
        for language in Language::ALL {
            assert_eq!(Language::from_tag(language.tag()), Some(language));
        }
    }

    #[test]
    fn regions_scripts_and_case_are_understood() {
        let known = [
            ("en-GB", Language::En),
            ("JA_jp", Language::Ja),
            ("ko_KR.UTF-8", Language::Ko),
            ("zh", Language::ZhHans),
            ("zh-TW", Language::ZhHant),
            ("zh_HK.UTF-8", Language::ZhHant),
            ("zh-hant-CN", Language::ZhHant),
            ("zh-Hans-TW", Language::ZhHans),
        ];
        for (tag, language) in known {
            assert_eq!(Language::from_tag(tag), Some(language), "{tag}");
        }
        for tag in ["", "fr", "english", "jam"] {
            assert_eq!(Language::from_tag(tag), None, "{tag}");
        }
    }
}
