//! Which links may be opened and which image files may be read.

/// Whether a link may be opened: `http`, `https` or `mailto`, and nothing that hides another.
pub fn link_is_safe(url: &str) -> bool {
    let Some((scheme, rest)) = url.split_once(':') else {
        return false;
    };
    let web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let no_control = !url.chars().any(|c| c.is_control() || c == ' ');
    let leads_somewhere = if web {
        rest.len() > 2 && rest.starts_with("//")
    } else {
        rest.contains('@')
    };
    no_control && leads_somewhere && (web || scheme.eq_ignore_ascii_case("mailto"))
}

/// Whether an image's path stays inside the record's folder on every system: relative, without
/// `..`, drive letters, backslashes or an address.
pub fn path_stays_beside(path: &str) -> bool {
    let plain = |part: &str| !part.is_empty() && part != ".." && part != ".";
    !path.contains(['\\', ':']) && !path.chars().any(char::is_control) && path.split('/').all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_and_mail_links_are_opened() {
        for url in [
            "https://www.mofa.go.jp/a",
            "HTTP://example.org",
            "mailto:a@example.org",
        ] {
            assert!(link_is_safe(url), "{url}");
        }
        let unsafe_links = [
            "",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "https:",
            "https://",
            "www.mofa.go.jp",
            "data:text/html,x",
            "java\nscript:x",
            "https://a\u{7}b",
            "mailto:",
        ];
        for url in unsafe_links {
            assert!(!link_is_safe(url), "{url}");
        }
    }

    #[test]
    fn images_stay_beside_the_record() {
        for path in ["lima.jpg", "images/lima.jpg", "画像/リマ.png", "a..b/c.png"] {
            assert!(path_stays_beside(path), "{path}");
        }
        let outside = [
            "",
            "/etc/passwd",
            "../x.png",
            "images/../../x.png",
            "C:\\x.png",
            "C:/x.png",
            "a\\..\\x.png",
            "https://example.org/x.png",
            "a//b.png",
            "./x.png",
        ];
        for path in outside {
            assert!(!path_stays_beside(path), "{path}");
        }
    }
}
