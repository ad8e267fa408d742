//! Values as JSON that people read: short ones on a line, long ones a line for each part.

use serde::Serialize;
use serde_json::Value;

use crate::record::Record;

/// How a file is laid out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Style {
    /// What each level is indented by.
    pub indent: String,
    /// The end of a line.
    pub newline: &'static str,
    /// Characters beyond which a list or an object is given a line for each part.
    pub width: usize,
}

impl Default for Style {
    fn default() -> Self {
        Self {
            indent: "  ".to_owned(),
            newline: "\n",
            width: 100,
        }
    }
}

impl Style {
    /// The manner of a file, from its first lines: what they are indented by and end in.
    pub fn of(bytes: &[u8]) -> Self {
        let start = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
        let mut style = Self::default();
        if memchr::memmem::find(start, b"\r\n").is_some() {
            style.newline = "\r\n";
        }
        let lines = start.split(|&byte| byte == b'\n').skip(1);
        let mut indents = lines.map(|line| {
            let blank = line
                .iter()
                .take_while(|byte| matches!(byte, b' ' | b'\t'))
                .count();
            line.get(..blank).unwrap_or_default()
        });
        if let Some(indent) = indents.find(|indent| !indent.is_empty()) {
            style.indent = String::from_utf8_lossy(indent).into_owned();
        }
        style
    }
}

/// A value as it stands `depth` levels deep in a file of this style.
pub fn value(value: &impl Serialize, style: &Style, depth: usize) -> String {
    // The record's types always have a JSON form.
    let value = serde_json::to_value(value).unwrap_or_default();
    let mut text = String::new();
    lay_out(&value, style, depth, &mut text);
    text
}

/// A whole record as a new file.
pub fn write(record: &Record) -> String {
    let style = Style::default();
    let mut text = value(record, &style, 0);
    text.push_str(style.newline);
    text
}

fn lay_out(value: &Value, style: &Style, depth: usize, text: &mut String) {
    let parts = match value {
        Value::Array(items) => items.len(),
        Value::Object(fields) => fields.len(),
        _ => 0,
    };
    if parts == 0 || depth > 0 && fits_on_a_line(value, style, depth) {
        on_a_line(value, text);
        return;
    }
    let next = |text: &mut String, depth: usize| {
        text.push_str(style.newline);
        for _ in 0..depth {
            text.push_str(&style.indent);
        }
    };
    match value {
        Value::Array(items) => {
            text.push('[');
            for (at, item) in items.iter().enumerate() {
                text.push_str(if at == 0 { "" } else { "," });
                next(text, depth + 1);
                lay_out(item, style, depth + 1, text);
            }
            next(text, depth);
            text.push(']');
        }
        Value::Object(fields) => {
            text.push('{');
            for (at, (name, value)) in fields.iter().enumerate() {
                text.push_str(if at == 0 { "" } else { "," });
                next(text, depth + 1);
                scalar(&Value::from(name.as_str()), text);
                text.push_str(": ");
                lay_out(value, style, depth + 1, text);
            }
            next(text, depth);
            text.push('}');
        }
        _ => {}
    }
}

/// Whether a container holds none and is short.
fn fits_on_a_line(value: &Value, style: &Style, depth: usize) -> bool {
    let flat = match value {
        Value::Array(items) => !items.iter().any(holds_something),
        Value::Object(fields) => !fields.values().any(holds_something),
        _ => true,
    };
    if !flat {
        return false;
    }
    let mut line = String::new();
    on_a_line(value, &mut line);
    line.chars().count() + depth * style.indent.len() <= style.width
}

fn holds_something(value: &Value) -> bool {
    match value {
        Value::Array(items) => !items.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        _ => false,
    }
}

/// A value on one line. Its depth is that of the record's types, so recursion is safe.
fn on_a_line(value: &Value, text: &mut String) {
    match value {
        Value::Array(items) => {
            text.push('[');
            for (at, item) in items.iter().enumerate() {
                text.push_str(if at == 0 { "" } else { ", " });
                on_a_line(item, text);
            }
            text.push(']');
        }
        Value::Object(fields) => {
            text.push('{');
            for (at, (name, value)) in fields.iter().enumerate() {
                text.push_str(if at == 0 { "" } else { ", " });
                scalar(&Value::from(name.as_str()), text);
                text.push_str(": ");
                on_a_line(value, text);
            }
            text.push('}');
        }
        other => scalar(other, text),
    }
}

fn scalar(value: &Value, text: &mut String) {
    text.push_str(&value.to_string());
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn short_parts_stay_on_a_line_and_long_ones_are_opened() {
        let event = json!({
            "id": "a",
            "title": {"en": "One", "ja": "一"},
            "people": [],
            "quotes": [{"text": "x".repeat(100), "about": ["date"]}],
        });
        let expected = format!(
            "{{\n      \"id\": \"a\",\n      \"title\": {{\"en\": \"One\", \"ja\": \"一\"}},\n      \
             \"people\": [],\n      \"quotes\": [\n        {{\n          \"text\": \"{}\",\n          \
             \"about\": [\"date\"]\n        }}\n      ]\n    }}",
            "x".repeat(100)
        );
        assert_eq!(value(&event, &Style::default(), 2), expected);
    }

    #[test]
    fn the_manner_of_a_file_is_taken_up() {
        let style = Style::of(b"{\r\n\t\"format\": \"nenpyo/1\",\r\n\t\t\"x\": 1}");
        assert_eq!((style.indent.as_str(), style.newline), ("\t", "\r\n"));
        assert_eq!(Style::of(b"{\"events\": []}"), Style::default());
        let text = value(&json!({"a": [[1]]}), &style, 0);
        assert_eq!(text, "{\r\n\t\"a\": [\r\n\t\t[1]\r\n\t]\r\n}");
    }
}
