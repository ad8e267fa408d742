//! The bundled faces and the order in which they answer for a language.
//!
//! Chinese, Japanese and Korean write many characters with one code and different shapes (直, 骨,
//! 海), so each language has a face of its own; `assets/README.md` tells how they were made.
//! Within one word two faces look like a ransom note. So a chain begins with the face that has
//! (nearly) all of its language, and others follow only so that nothing is ever a box.

/// The five ways to shape and order glyphs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FontLanguage {
    /// Everything written in Latin, Greek or Cyrillic letters.
    #[default]
    Latin,
    /// Japanese.
    Ja,
    /// Chinese in simplified characters.
    ZhHans,
    /// Chinese in traditional characters, Classical Chinese and Cantonese among it.
    ZhHant,
    /// Korean.
    Ko,
}

/// The three styles that text is set in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FontStyle {
    /// The interface.
    #[default]
    Sans,
    /// The interface, emphasised: headings and names.
    SansStrong,
    /// What was said.
    Serif,
}

impl FontLanguage {
    /// Every language.
    pub const ALL: [Self; 5] = [Self::Latin, Self::Ja, Self::ZhHans, Self::ZhHant, Self::Ko];

    /// From a BCP 47 tag; whatever is none of the four is Latin.
    ///
    /// ```
    /// use nenpyo::theme::FontLanguage;
    /// assert_eq!(FontLanguage::from_tag("zh-TW"), FontLanguage::ZhHant);
    /// assert_eq!(FontLanguage::from_tag("zh"), FontLanguage::ZhHans);
    /// assert_eq!(FontLanguage::from_tag("fr"), FontLanguage::Latin);
    /// ```
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        let mut parts = tag.split(['-', '_']);
        let language = parts.next().unwrap_or_default();
        let says = |words: &[&str]| {
            parts
                .clone()
                .any(|part| words.iter().any(|word| part.eq_ignore_ascii_case(word)))
        };
        match language.to_ascii_lowercase().as_str() {
            "ja" => Self::Ja,
            "ko" => Self::Ko,
            "zh" | "cmn" if says(&["Hant", "TW", "HK", "MO"]) && !says(&["Hans"]) => Self::ZhHant,
            "zh" | "cmn" => Self::ZhHans,
            "yue" | "lzh" if says(&["Hans"]) => Self::ZhHans,
            "yue" | "lzh" => Self::ZhHant,
            _ => Self::Latin,
        }
    }

    /// The BCP 47 tag; the empty one for Latin, which is many languages.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Latin => "",
            Self::Ja => "ja",
            Self::ZhHans => "zh-Hans",
            Self::ZhHant => "zh-Hant",
            Self::Ko => "ko",
        }
    }

    /// Which of the faces of a collection, as `assets/make-fonts.py` orders them.
    const fn face(self) -> u32 {
        match self {
            Self::Latin | Self::Ja => 0,
            Self::ZhHans => 1,
            Self::ZhHant => 2,
            Self::Ko => 3,
        }
    }

    /// Where to look for a character that this language's face lacks, nearest forms first.
    const fn neighbours(self) -> [Self; 4] {
        match self {
            Self::Latin | Self::Ja => [Self::Ja, Self::ZhHant, Self::ZhHans, Self::Ko],
            Self::ZhHans => [Self::ZhHans, Self::ZhHant, Self::Ja, Self::Ko],
            Self::ZhHant => [Self::ZhHant, Self::ZhHans, Self::Ja, Self::Ko],
            Self::Ko => [Self::Ko, Self::ZhHant, Self::Ja, Self::ZhHans],
        }
    }

    /// Whether this language sets “ ”, … and — as wide as its characters, so that they must come
    /// from its own face. Korean sets them as English does.
    const fn has_wide_signs(self) -> bool {
        matches!(self, Self::Ja | Self::ZhHans | Self::ZhHant)
    }
}

/// One face inside one bundled file. Two are the same if their names are.
#[derive(Clone, Copy)]
pub struct Face {
    /// A name no other face has.
    pub name: &'static str,
    /// The whole file, which may hold several faces.
    pub bytes: &'static [u8],
    /// Which of them.
    pub index: u32,
}

impl PartialEq for Face {
    // Not derived: that would read megabytes to find a file equal to itself.
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Face {}

impl std::fmt::Debug for Face {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Face({})", self.name)
    }
}

macro_rules! bundled {
    ($($(#[$doc:meta])* $name:ident = $file:literal;)*) => {
        $($(#[$doc])* static $name: &[u8] =
            include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/", $file));)*
    };
}
bundled! {
    /// Interface: face 0 whole, face 1 without the signs that Chinese and Japanese set wide.
    INTER = "Inter.ttc";
    /// Quotes, basic Latin: faces as above.
    SERIF = "NenpyoSerif.ttc";
    SERIF_EXTENDED = "NenpyoSerifExtended.ttc";
    SERIF_CYRILLIC = "NenpyoSerifCyrillic.ttc";
    /// Common characters; a face a language, as in the next two.
    CJK = "NotoSansCJK-Regular.ttc";
    /// What the record and the program say.
    CJK_BOLD = "NotoSansCJK-Bold.ttc";
    CJK_SERIF = "NotoSerifCJK-Regular.ttc";
}

const WHOLE: Face = face("inter", INTER, 0);
const LETTERS: Face = face("inter-letters", INTER, 1);
const SERIF_WHOLE: Face = face("serif", SERIF, 0);
const SERIF_LETTERS: Face = face("serif-letters", SERIF, 1);
/// Letters with marks (Shōwa, Kōmeitō) and Cyrillic: no sign among them is ambiguous enough to
/// need a second cut.
const SERIF_MORE: [Face; 2] = [
    face("serif-extended", SERIF_EXTENDED, 0),
    face("serif-cyrillic", SERIF_CYRILLIC, 0),
];

const fn face(name: &'static str, bytes: &'static [u8], index: u32) -> Face {
    Face { name, bytes, index }
}

impl Face {
    /// The face with this language's forms in this style. For Latin that is the Japanese one,
    /// since it is what Latin text takes its 年 from.
    #[must_use]
    pub const fn of_language(language: FontLanguage, style: FontStyle) -> Self {
        const SANS: [&str; 4] = ["cjk-ja", "cjk-zh-Hans", "cjk-zh-Hant", "cjk-ko"];
        const STRONG: [&str; 4] = [
            "cjk-strong-ja",
            "cjk-strong-zh-Hans",
            "cjk-strong-zh-Hant",
            "cjk-strong-ko",
        ];
        const SERIF: [&str; 4] = [
            "cjk-serif-ja",
            "cjk-serif-zh-Hans",
            "cjk-serif-zh-Hant",
            "cjk-serif-ko",
        ];
        let index = language.face();
        let (names, bytes) = match style {
            FontStyle::Sans => (SANS, CJK),
            FontStyle::SansStrong => (STRONG, CJK_BOLD),
            FontStyle::Serif => (SERIF, CJK_SERIF),
        };
        face(names[index as usize], bytes, index)
    }

    /// Whether this is one of the faces that [`Face::of_language`] gives.
    #[must_use]
    pub fn is_east_asian(&self) -> bool {
        self.name.starts_with("cjk")
    }
}

/// The name of the family for text of this language in this style.
#[must_use]
pub const fn family_name(language: FontLanguage, style: FontStyle) -> &'static str {
    use FontLanguage::{Ja, Ko, Latin, ZhHans, ZhHant};
    use FontStyle::{Sans, SansStrong, Serif};
    match (style, language) {
        (Sans, Latin) => "ui",
        (Sans, Ja) => "ja",
        (Sans, ZhHans) => "zh-Hans",
        (Sans, ZhHant) => "zh-Hant",
        (Sans, Ko) => "ko",
        (SansStrong, Latin) => "ui-strong",
        (SansStrong, Ja) => "ja-strong",
        (SansStrong, ZhHans) => "zh-Hans-strong",
        (SansStrong, ZhHant) => "zh-Hant-strong",
        (SansStrong, Ko) => "ko-strong",
        (Serif, Latin) => "quote",
        (Serif, Ja) => "quote-ja",
        (Serif, ZhHans) => "quote-zh-Hans",
        (Serif, ZhHant) => "quote-zh-Hant",
        (Serif, Ko) => "quote-ko",
    }
}

/// The faces that answer for this family, the first one first.
///
/// The first decides the height of a row, and is always a Latin one, so that rows of all
/// languages are the same height.
#[must_use]
pub fn chain(language: FontLanguage, style: FontStyle) -> Vec<Face> {
    let (letters, whole, more): (Face, Face, &[Face]) = match style {
        FontStyle::Sans | FontStyle::SansStrong => (LETTERS, WHOLE, &[]),
        FontStyle::Serif => (SERIF_LETTERS, SERIF_WHOLE, &SERIF_MORE),
    };
    let neighbours = language.neighbours();
    let mut faces = Vec::with_capacity(16);
    let mut add = |new: &[Face]| {
        for face in new {
            if !faces.contains(face) {
                faces.push(*face);
            }
        }
    };
    if language.has_wide_signs() {
        add(&[letters]);
        add(more);
        add(&[
            Face::of_language(language, style),
            Face::of_language(language, FontStyle::Sans),
        ]);
        add(&[whole, WHOLE]);
    } else {
        add(&[whole]);
        add(more);
        add(&[WHOLE]);
    }
    for own in [style, FontStyle::Sans] {
        add(&neighbours.map(|neighbour| Face::of_language(neighbour, own)));
    }
    faces
}

/// Every bundled face once, for those who load files rather than chains.
#[must_use]
pub fn faces() -> Vec<Face> {
    let mut faces = Vec::new();
    for style in [FontStyle::Sans, FontStyle::SansStrong, FontStyle::Serif] {
        for language in FontLanguage::ALL {
            for face in chain(language, style) {
                if !faces.contains(&face) {
                    faces.push(face);
                }
            }
        }
    }
    faces
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLES: [FontStyle; 3] = [FontStyle::Sans, FontStyle::SansStrong, FontStyle::Serif];

    #[test]
    fn tags_find_their_language() {
        for (tag, language) in [
            ("ja", FontLanguage::Ja),
            ("ja-JP", FontLanguage::Ja),
            ("zh", FontLanguage::ZhHans),
            ("zh-CN", FontLanguage::ZhHans),
            ("zh-Hans-HK", FontLanguage::ZhHans),
            ("zh-Hant", FontLanguage::ZhHant),
            ("zh_HK", FontLanguage::ZhHant),
            ("lzh", FontLanguage::ZhHant),
            ("ko-KP", FontLanguage::Ko),
            ("en", FontLanguage::Latin),
            ("", FontLanguage::Latin),
            ("jam", FontLanguage::Latin),
        ] {
            assert_eq!(FontLanguage::from_tag(tag), language, "{tag}");
        }
        for language in FontLanguage::ALL {
            assert_eq!(FontLanguage::from_tag(language.tag()), language);
        }
    }

    #[test]
    fn names_of_families_and_faces_are_their_own() {
        let mut families: Vec<_> = STYLES
            .iter()
            .flat_map(|&style| FontLanguage::ALL.map(|language| family_name(language, style)))
            .collect();
        let count = families.len();
        families.sort_unstable();
        families.dedup();
        assert_eq!(families.len(), count);

        let faces = faces();
        for (i, face) in faces.iter().enumerate() {
            assert!(
                faces[..i].iter().all(|other| other.name != face.name),
                "{face:?}"
            );
        }
    }

    #[test]
    fn a_language_is_asked_for_its_own_forms_first() {
        for style in STYLES {
            for language in FontLanguage::ALL {
                let chain = chain(language, style);
                let own = Face::of_language(language, style);
                let at = |face: &Face| chain.iter().position(|other| other == face);
                for other in FontLanguage::ALL {
                    let other = Face::of_language(other, style);
                    assert!(
                        at(&own) <= at(&other),
                        "{language:?} {style:?}: {other:?} first"
                    );
                }
                assert!(at(&own).is_some());
            }
        }
    }

    #[test]
    fn the_cjk_files_keep_to_their_budget() {
        let bytes = CJK.len() + CJK_BOLD.len() + CJK_SERIF.len();
        assert!(bytes <= 6_000_000, "{bytes} bytes");
    }
}
