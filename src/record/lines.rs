//! From byte offsets to lines and columns: counted only when something has to be told, and for
//! all of it in one pass.

/// A place as people name it; both from 1, the column in characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Place {
    pub line: u32,
    pub column: u32,
}

/// The places of `offsets`, in the same order.
pub(crate) fn places(bytes: &[u8], offsets: &[u64]) -> Vec<Place> {
    if offsets.is_empty() {
        return Vec::new();
    }
    let mut order: Vec<usize> = (0..offsets.len()).collect();
    order.sort_by_key(|&at| offsets.get(at));
    let mut found = vec![Place { line: 1, column: 1 }; offsets.len()];
    let bom = if bytes.starts_with(b"\xEF\xBB\xBF") {
        3
    } else {
        0
    };
    let (mut at, mut line, mut column) = (bom, 1_u32, 1_u32);
    for next in order {
        let wanted = offsets.get(next).copied().unwrap_or(0);
        let wanted = usize::try_from(wanted)
            .unwrap_or(usize::MAX)
            .min(bytes.len());
        let stretch = bytes.get(at..wanted).unwrap_or_default();
        let breaks = memchr::memchr_iter(b'\n', stretch).count();
        line = line.saturating_add(u32::try_from(breaks).unwrap_or(u32::MAX));
        let rest = match memchr::memrchr(b'\n', stretch) {
            Some(last) => {
                column = 1;
                stretch.get(last + 1..).unwrap_or_default()
            }
            None => stretch,
        };
        // Every byte that does not continue a character begins one.
        let characters = rest.iter().filter(|&&byte| byte & 0xC0 != 0x80).count();
        column = column.saturating_add(u32::try_from(characters).unwrap_or(u32::MAX));
        at = at.max(wanted);
        if let Some(place) = found.get_mut(next) {
            *place = Place { line, column };
        }
    }
    found
}

/// The place of one offset.
pub(crate) fn place(bytes: &[u8], offset: u64) -> Place {
    places(bytes, &[offset])
        .first()
        .copied()
        .unwrap_or(Place { line: 1, column: 1 })
}

#[cfg(test)]
mod tests {
    use super::{Place, places};

    fn place(text: &str, offset: u64) -> (u32, u32) {
        let Place { line, column } = super::place(text.as_bytes(), offset);
        (line, column)
    }

    #[test]
    fn lines_and_columns_start_at_one_and_count_characters() {
        assert_eq!(place("abc", 0), (1, 1));
        assert_eq!(place("a\nbc", 3), (2, 2));
        assert_eq!(place("年表\r\n年表x", 14), (2, 3));
        assert_eq!(place("a\n\n", 3), (3, 1));
        assert_eq!(place("a", 99), (1, 2));
    }

    #[test]
    fn a_byte_order_mark_takes_no_column() {
        assert_eq!(place("\u{FEFF}{", 3), (1, 1));
    }

    #[test]
    fn many_are_found_in_one_pass_in_any_order() {
        let text = "one\ntwo\nthree".as_bytes();
        let found = places(text, &[8, 0, 5, 5, 13]);
        let found: Vec<_> = found.iter().map(|p| (p.line, p.column)).collect();
        assert_eq!(found, [(3, 1), (1, 1), (2, 2), (2, 2), (3, 6)]);
    }
}
