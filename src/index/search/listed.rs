//! The strings of a list in the text of an event, without reading the rest.

/// Calls `each` with the strings of the list that a key's value is, as they are written between
/// the quotation marks; `rest` is the text after the key. Nothing where it is no key or no list.
pub(super) fn each_listed<'t>(rest: &'t str, mut each: impl FnMut(&'t str)) {
    let after = |rest: &'t str, sign: char| rest.trim_ascii_start().strip_prefix(sign);
    let Some(mut rest) = after(rest, ':').and_then(|rest| after(rest, '[')) else {
        return;
    };
    let mut depth = 1_usize;
    while let Some(at) = rest.find(['"', '[', ']']) {
        let sign = rest.as_bytes()[at];
        rest = &rest[at + 1..];
        match sign {
            b'[' => depth += 1,
            b']' => depth -= 1,
            _ => {
                let end = end_of_string(rest);
                each(&rest[..end]);
                rest = rest.get(end + 1..).unwrap_or_default();
            }
        }
        if depth == 0 {
            return;
        }
    }
}

/// Where the string ends that has begun: at its quotation mark.
fn end_of_string(text: &str) -> usize {
    let mut escaped = false;
    let end = text.bytes().position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    });
    end.unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strings_of_a_list_are_read_as_they_are_written() {
        for (rest, expected) in [
            (
                r#": ["Xi Jinping", "習近平"], "tags": ["x"]"#,
                vec!["Xi Jinping", "習近平"],
            ),
            (
                r#":["a]b","c\"d","e\\"]},{"people":["f"]}"#,
                vec!["a]b", r#"c\"d"#, r"e\\"],
            ),
            (": [1, [\"a\"], \"b\"]", vec!["a", "b"]),
            (": []", vec![]),
            (": \"Xi\", [\"a\"]", vec![]),
            (", [\"a\"]", vec![]),
            (": [\"cut", vec!["cut"]),
            (": [\"", vec![""]),
            ("", vec![]),
        ] {
            let mut all = Vec::new();
            each_listed(rest, |name| all.push(name));
            assert_eq!(all, expected, "{rest}");
        }
    }
}
