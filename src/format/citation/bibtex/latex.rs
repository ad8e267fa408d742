//! LaTeX in a field, as plain Unicode.

use biblatex::{
    Bibliography, Chunk, Chunks, ChunksExt, Pair, Person, RawBibliography, RawChunk, RawEntry,
    Spanned,
};
use unicode_normalization::UnicodeNormalization;

use super::super::single_spaced;

/// The longest value whose commands are looked at, in bytes.
const MOST_BYTES: usize = 16 << 10;
/// The most braces of such a value; the time that they cost grows with their square.
const MOST_BRACES: usize = 400;

/// The text of a field: accents as letters, without braces and commands.
pub(super) fn text(value: &str) -> String {
    let prepared = prepared(value);
    let plain = chunks("title", &prepared).map_or_else(
        || prepared.clone(),
        |chunks| chunks.iter().map(words).collect(),
    );
    finished(&plain)
}

/// The words of a chunk. Mathematics loses its signs; between other dollars there is money.
fn words(chunk: &Spanned<Chunk>) -> String {
    match &chunk.v {
        Chunk::Math(signs) if signs.contains(['\\', '^', '_', '{']) => {
            signs.replace(['\\', '{', '}'], "")
        }
        Chunk::Math(sum) => format!("${sum}$"),
        Chunk::Normal(words) | Chunk::Verbatim(words) => words.clone(),
    }
}

/// An address, in which `~` and `_` are themselves.
pub(super) fn address(value: &str) -> String {
    let value = value.replace("\\url", " ");
    let plain =
        chunks("url", &value).map_or_else(|| value.clone(), |chunks| chunks.format_verbatim());
    let plain = plain.replace("\\~{}", "~").replace("\\textasciitilde", "~");
    plain
        .replace(['\\', '{', '}'], "")
        .split_whitespace()
        .collect()
}

/// A person as BibTeX divides names.
pub(super) fn person(value: &str) -> Option<Person> {
    let mut person = Person::parse(&chunks("author", &prepared(value))?);
    for part in [
        &mut person.name,
        &mut person.given_name,
        &mut person.prefix,
        &mut person.suffix,
    ] {
        *part = finished(part);
    }
    Some(person)
}

/// One field through the parser, which refuses a whole file for one fault.
fn chunks(name: &str, value: &str) -> Option<Chunks> {
    let braces = value.bytes().filter(|byte| matches!(byte, b'{' | b'}'));
    if value.len() > MOST_BYTES || braces.count() > MOST_BRACES {
        return None;
    }
    let at = |text| Spanned::new(text, 0..0);
    let field = Spanned::new(vec![Spanned::new(RawChunk::Normal(value), 0..0)], 0..0);
    let entry = RawEntry {
        key: at("key"),
        kind: at("misc"),
        fields: vec![Pair::new(at(name), field)],
    };
    let raw = RawBibliography {
        preamble: String::new(),
        entries: vec![Spanned::new(entry, 0..0)],
        abbreviations: Vec::new(),
    };
    let entry = Bibliography::from_raw(raw).ok()?.into_vec().pop()?;
    entry.get(name).map(<[_]>::to_vec)
}

/// With what the parser does not know: ties, quotation marks, and dollars that are money.
fn prepared(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let dollars = value.matches('$').count() - value.matches("\\$").count();
    let mut escaped = false;
    for c in value.chars() {
        match c {
            '~' if !escaped => out.push(' '),
            '$' if !escaped && dollars % 2 == 1 => out.push_str("\\$"),
            c => out.push(c),
        }
        escaped = c == '\\' && !escaped;
    }
    let out = out.replace("``", "“").replace("''", "”");
    // The parser makes a stroke of nothing of these.
    out.replace("\\o{}", "ø").replace("\\O{}", "Ø")
}

/// Without the commands that the parser left, in composed letters and single spaces.
fn finished(text: &str) -> String {
    let composed: String = without_commands(text).nfc().collect();
    single_spaced(&composed)
}

/// `\emph{so}` is "so", `\enquote{so}` is "“so”".
fn without_commands(text: &str) -> String {
    if !text.contains('\\') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    // What each open brace turns into when it is closed.
    let mut open: Vec<&str> = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '\\' => {
                let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
                let name = &rest[..letters];
                rest = rest[letters..].trim_start_matches('*');
                if letters == 0 {
                    // `\,` and the like.
                    let sign = rest.chars().next().map_or(0, char::len_utf8);
                    rest = &rest[sign..];
                    out.push(' ');
                } else if let Some(argument) = rest.strip_prefix('{') {
                    let quotes = matches!(name, "enquote" | "mkbibquote");
                    out.push_str(if quotes { "“" } else { "" });
                    open.push(if quotes { "”" } else { "" });
                    rest = argument;
                } else {
                    rest = rest.strip_prefix(' ').unwrap_or(rest);
                }
            }
            '{' => {
                out.push('{');
                open.push("}");
            }
            '}' => out.push_str(open.pop().unwrap_or("}")),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_commands_become_text() {
        for (latex, plain) in [
            (r#"M{\"u}ller"#, "Müller"),
            (r"Sh{\=o}wa and Ky\={u}sh\={u}", "Shōwa and Kyūshū"),
            (r"Fran{\c c}ois Nov\'{a}k, \'{\i}", "François Novák, í"),
            (r"{\L}{\'o}d{\'z} \o \ss{} \ae", "Łódź øß æ"),
            (r"The {U.S.} \& {China}", "The U.S. & China"),
            (r"\emph{Positivity} \textbf{peaks}", "Positivity peaks"),
            (r"\enquote{So} he said ``no''", "“So” he said “no”"),
            (r"A~tie, 10\% -- and --- more", "A tie, 10% – and — more"),
            ("It cost $100", "It cost $100"),
            (r"It cost \$100", "It cost $100"),
            ("東アジア{の}年表", "東アジアの年表"),
            (
                r"J\o{}rgensen, $5 to $10, $\mu$s",
                "Jørgensen, $5 to $10, mus",
            ),
            (r"50\,000\ men\/", "50 000 men"),
        ] {
            assert_eq!(text(latex), plain, "{latex}");
        }
    }

    #[test]
    fn addresses_keep_their_signs() {
        assert_eq!(
            address(r"http://www.ioc.u-tokyo.ac.jp/~worldjpn/a\_b\%20c"),
            "http://www.ioc.u-tokyo.ac.jp/~worldjpn/a_b%20c"
        );
    }
}
