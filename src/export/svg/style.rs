//! The style sheet of a picture: only the classes that it uses.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::date::Language;
use crate::theme::{FontLanguage, FontStyle, KindColor, Rgb, TextRole, Theme, system_families};

/// What a picture has used so far.
#[derive(Default)]
pub(super) struct Styles {
    roles: BTreeSet<TextRole>,
    languages: BTreeSet<FontLanguage>,
    kinds: BTreeSet<KindColor>,
    muted: bool,
    accent: bool,
}

/// How strongly a text is inked; the scene's [`Ink`](crate::scene::Ink) without its default.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tint {
    Ink,
    Muted,
    Accent,
}

impl Styles {
    /// The classes of a text: its role, its language where that is not the picture's, its tint.
    pub(super) fn text(
        &mut self,
        role: TextRole,
        language: Option<Language>,
        tint: Tint,
    ) -> String {
        self.roles.insert(role);
        let mut classes = role_class(role).to_owned();
        if let Some(language) = language {
            let language = FontLanguage::from_tag(language.tag());
            self.languages.insert(language);
            let _ = write!(classes, " {}", language_class(language));
        }
        match tint {
            Tint::Ink => {}
            Tint::Muted => {
                self.muted = true;
                classes.push_str(" muted");
            }
            Tint::Accent => {
                self.accent = true;
                classes.push_str(" accent");
            }
        }
        classes
    }

    /// The class of a kind's colour.
    pub(super) fn kind(&mut self, kind: KindColor) -> &'static str {
        self.kinds.insert(kind);
        kind_class(kind)
    }

    /// The style sheet.
    pub(super) fn sheet(&self, theme: &Theme, language: Language) -> String {
        let colors = &theme.colors;
        let own = FontLanguage::from_tag(language.tag());
        let mut css = format!(
            "text{{font-family:{};fill:{}}}\n",
            families(own),
            colors.ink.to_css()
        );
        for &role in &self.roles {
            let style = theme.text.style(role);
            let _ = write!(
                css,
                ".{}{{font-size:{}px",
                role_class(role),
                style.size_points
            );
            if style.weight.value() > 400.0 {
                let _ = write!(css, ";font-weight:{}", style.weight.value());
            }
            css.push_str("}\n");
        }
        for &language in &self.languages {
            let _ = writeln!(
                css,
                ".{}{{font-family:{}}}",
                language_class(language),
                families(language)
            );
        }
        let mut fill = |class: &str, color: Rgb| {
            let _ = writeln!(css, ".{class}{{fill:{}}}", color.to_css());
        };
        for &kind in &self.kinds {
            fill(kind_class(kind), colors.kind(kind));
        }
        if self.muted {
            fill("muted", colors.muted);
        }
        if self.accent {
            fill("accent", colors.accent);
        }
        css
    }
}

/// The families that a text of this language asks for: the interface face, then what systems have
/// for the language, by name, so that no reader's machine falls back to another country's forms.
fn families(language: FontLanguage) -> String {
    let mut families = String::from("Inter");
    let own = system_families(language, FontStyle::Sans);
    let latin: &[&str] = if own.is_empty() {
        &["Helvetica Neue", "Arial"]
    } else {
        &[]
    };
    for family in latin.iter().chain(own) {
        let _ = write!(families, ",\"{family}\"");
    }
    families.push_str(",sans-serif");
    families
}

pub(super) const fn kind_class(kind: KindColor) -> &'static str {
    match kind {
        KindColor::Summit => "summit",
        KindColor::Visit => "visit",
        KindColor::Agreed => "agreed",
        KindColor::Framework => "framework",
        KindColor::Rupture => "rupture",
        KindColor::Weapons => "weapons",
        KindColor::Speech => "speech",
        KindColor::Other => "other",
    }
}

const fn language_class(language: FontLanguage) -> &'static str {
    match language {
        FontLanguage::Latin => "latin",
        FontLanguage::Ja => "ja",
        FontLanguage::ZhHans => "hans",
        FontLanguage::ZhHant => "hant",
        FontLanguage::Ko => "ko",
    }
}

const fn role_class(role: TextRole) -> &'static str {
    match role {
        TextRole::Logo => "logo",
        TextRole::RecordTitle => "title",
        TextRole::Label => "label",
        TextRole::Section => "section",
        TextRole::Canvas => "mark",
        TextRole::CanvasStrong => "mark-strong",
        TextRole::AxisMajor => "year",
        TextRole::AxisMinor => "tick",
        TextRole::Meta => "meta",
        TextRole::Control => "control",
        TextRole::Body => "body",
        TextRole::Strong => "strong",
        TextRole::EventTitle => "event",
        TextRole::OriginalTitle => "original",
        TextRole::Quote => "quote",
        TextRole::Translation => "translation",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::ThemeId;

    #[test]
    fn a_sheet_has_what_was_used_and_no_more() {
        let mut styles = Styles::default();
        assert_eq!(styles.text(TextRole::Canvas, None, Tint::Ink), "mark");
        let second = styles.text(TextRole::Label, Some(Language::ZhHant), Tint::Muted);
        assert_eq!(second, "label hant muted");
        assert_eq!(styles.kind(KindColor::Agreed), "agreed");
        let sheet = styles.sheet(Theme::of(ThemeId::Light), Language::Ja);
        for part in [
            ".mark{font-size:12px}",
            ".hant{font-family:Inter,\"PingFang TC\"",
            ".agreed{fill:#",
        ] {
            assert!(sheet.contains(part), "{part} in {sheet}");
        }
        assert!(
            sheet.starts_with("text{font-family:Inter,\"Hiragino Sans\""),
            "{sheet}"
        );
        assert!(
            !sheet.contains("accent") && !sheet.contains(".ja{"),
            "{sheet}"
        );
    }

    #[test]
    fn classes_are_their_own() {
        let mut roles: Vec<_> = TextRole::ALL.map(role_class).to_vec();
        roles.extend(KindColor::ALL.map(kind_class));
        roles.extend(FontLanguage::ALL.map(language_class));
        roles.extend(["muted", "accent"]);
        let count = roles.len();
        roles.sort_unstable();
        roles.dedup();
        assert_eq!(roles.len(), count);
    }
}
