//! A short name for bytes: the same bytes have the same, others another.
//!
//! FNV-1a with 128 bits (<http://www.isthe.com/chongo/tech/comp/fnv/>). It tells whether
//! a file is the one that was read and whether a frame was written whole; one changed byte always
//! gives another digest. It is no seal against a forger, who may write to these files anyway.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

const OFFSET_BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

/// The FNV-1a digest of some bytes, 128 bits.
///
/// ```
/// use nenpyo::document::Digest;
/// let digest = Digest::of(b"a");
/// assert_eq!(digest.to_string(), "d228cb696f1a8caf78912b704e4a8964");
/// assert_eq!(Digest::parse("d228cb696f1a8caf78912b704e4a8964"), Some(digest));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(u128);

impl Digest {
    /// How many characters it has when it is written.
    pub const CHARACTERS: usize = 32;

    /// The digest of bytes: a gigabyte takes about two seconds, so on a job for a large file.
    pub fn of(bytes: &[u8]) -> Self {
        Self(bytes.iter().fold(OFFSET_BASIS, |state, byte| {
            (state ^ u128::from(*byte)).wrapping_mul(PRIME)
        }))
    }

    /// Reads what [`Digest`] writes: 32 hexadecimal digits in small letters.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if text.len() != Self::CHARACTERS || !text.bytes().all(plain) {
            return None;
        }
        u128::from_str_radix(text, 16).ok().map(Self)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("a digest has 32 digits, 0 to f"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_those_of_the_published_vectors() {
        // The values of the reference implementation.
        let cases: [(&[u8], &str); 3] = [
            (b"", "6c62272e07bb014262b821756295c58d"),
            (b"a", "d228cb696f1a8caf78912b704e4a8964"),
            (b"foobar", "343e1662793c64bf6f0d3597ba446f18"),
        ];
        for (bytes, digest) in cases {
            assert_eq!(Digest::of(bytes).to_string(), digest);
        }
    }

    #[test]
    fn only_what_a_digest_writes_reads_as_one() {
        for text in ["", "1", &"g".repeat(32), &"A".repeat(32), &"+1".repeat(16)] {
            assert_eq!(Digest::parse(text), None, "{text}");
        }
    }
}
