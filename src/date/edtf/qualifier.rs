//! The marks `?`, `~` and `%`, kept for each part of a date and each side of the part.

/// How sure one part of a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Qualification {
    /// Possibly not so (`?`).
    pub uncertain: bool,
    /// Only about so (`~`).
    pub approximate: bool,
}

/// A part of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The year, with its sign and letter.
    Year,
    /// The month, or the season or other part of the year in its place.
    Month,
    /// The day of the month.
    Day,
}

/// On which side of a part a mark stands. Left marks that part alone; right marks it and all
/// parts before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Left,
    Right,
}

/// All marks of a date: two bits for each side of each part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub(crate) struct Qualifiers(u16);

const UNCERTAIN: u16 = 0b01;
const APPROXIMATE: u16 = 0b10;
const MARK: u16 = UNCERTAIN | APPROXIMATE;

const fn shift(part: Part, side: Side) -> u32 {
    part as u32 * 4 + side as u32 * 2
}

impl Qualifiers {
    /// The bits of a mark, or `None` for any other byte.
    pub(crate) const fn bits_of(byte: u8) -> Option<u16> {
        match byte {
            b'?' => Some(UNCERTAIN),
            b'~' => Some(APPROXIMATE),
            b'%' => Some(MARK),
            _ => None,
        }
    }

    pub(crate) const fn set(&mut self, part: Part, side: Side, bits: u16) {
        self.0 |= (bits & MARK) << shift(part, side);
    }

    /// The character that stands there.
    pub(crate) const fn mark(self, part: Part, side: Side) -> Option<char> {
        match (self.0 >> shift(part, side)) & MARK {
            UNCERTAIN => Some('?'),
            APPROXIMATE => Some('~'),
            MARK => Some('%'),
            _ => None,
        }
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether nothing but a mark to the right of `last` stands: the form of level 1.
    pub(crate) const fn only_at_the_end(self, last: Part) -> bool {
        self.0 & !(MARK << shift(last, Side::Right)) == 0
    }

    /// What the marks say about a part.
    pub(crate) fn of(self, part: Part) -> Qualification {
        let mut bits = self.0 >> shift(part, Side::Left);
        for marked in [Part::Year, Part::Month, Part::Day] {
            if marked >= part {
                bits |= self.0 >> shift(marked, Side::Right);
            }
        }
        Qualification {
            uncertain: bits & UNCERTAIN != 0,
            approximate: bits & APPROXIMATE != 0,
        }
    }

    /// What the marks say about any part.
    pub(crate) const fn of_any(self) -> Qualification {
        // 0b01 of every two bits.
        const EVERY_UNCERTAIN: u16 = 0x5555;
        Qualification {
            uncertain: self.0 & EVERY_UNCERTAIN != 0,
            approximate: self.0 & (EVERY_UNCERTAIN << 1) != 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flags(qualifiers: Qualifiers, part: Part) -> (bool, bool) {
        let of = qualifiers.of(part);
        (of.uncertain, of.approximate)
    }

    #[test]
    fn left_marks_one_part_and_right_all_before() {
        // ?2004-06~-%11
        let mut qualifiers = Qualifiers::default();
        for (part, side, mark) in [
            (Part::Year, Side::Left, b'?'),
            (Part::Month, Side::Right, b'~'),
            (Part::Day, Side::Left, b'%'),
        ] {
            qualifiers.set(part, side, Qualifiers::bits_of(mark).unwrap());
        }
        assert_eq!(flags(qualifiers, Part::Year), (true, true));
        assert_eq!(flags(qualifiers, Part::Month), (false, true));
        assert_eq!(flags(qualifiers, Part::Day), (true, true));
        assert_eq!(qualifiers.mark(Part::Day, Side::Left), Some('%'));
        assert_eq!(qualifiers.mark(Part::Day, Side::Right), None);
        assert!(!qualifiers.only_at_the_end(Part::Day));
    }

    #[test]
    fn one_mark_at_the_end_is_told_apart() {
        let mut qualifiers = Qualifiers::default();
        assert!(qualifiers.is_empty() && qualifiers.only_at_the_end(Part::Day));
        qualifiers.set(Part::Month, Side::Right, APPROXIMATE);
        assert!(qualifiers.only_at_the_end(Part::Month));
        assert!(!qualifiers.only_at_the_end(Part::Day));
        assert_eq!(
            qualifiers.of_any(),
            Qualification {
                uncertain: false,
                approximate: true
            }
        );
    }
}
