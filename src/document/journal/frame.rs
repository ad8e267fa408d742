//! One record of a journal, framed so that one that was not written whole is known.
//!
//! A frame is a line of text: the length of the payload in bytes (8 hexadecimal digits), its
//! [`Digest`] (32), and the payload, JSON without a line break. So a person can read the file with any
//! tool, and no payload can look like a frame, which ends with a line break.

use std::io;

use memchr::memchr_iter;
use serde::Serialize;

use super::super::digest::Digest;

/// Characters of the length.
const LENGTH: usize = 8;
/// Bytes before the payload.
const HEAD: usize = LENGTH + 1 + Digest::CHARACTERS + 1;

/// The frame of a payload.
pub(super) fn of(payload: &impl Serialize) -> io::Result<Vec<u8>> {
    let json = serde_json::to_string(payload)?;
    let length = u32::try_from(json.len()).map_err(|_| io::ErrorKind::FileTooLarge)?;
    let digest = Digest::of(json.as_bytes());
    Ok(format!("{length:08x} {digest} {json}\n").into_bytes())
}

/// A stretch of a journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame<'b> {
    /// Its first byte.
    pub at: usize,
    pub payload: &'b str,
}

/// What the bytes of a journal are.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Frames<'b> {
    /// The frames from the beginning to the first that does not hold.
    pub whole: Vec<Frame<'b>>,
    /// The first byte after them.
    pub end: usize,
    /// Behind what does not hold is another whole frame: it is no torn end, but damage.
    pub goes_on: bool,
}

/// Takes a journal apart.
pub(super) fn frames(bytes: &[u8]) -> Frames<'_> {
    let (mut whole, mut at) = (Vec::new(), 0);
    while let Some((payload, next)) = frame(bytes, at) {
        whole.push(Frame { at, payload });
        at = next;
    }
    let end = at;
    // A frame may begin wherever a space stands after its length: the line before may be spoilt.
    let rest = bytes.get(end..).unwrap_or_default();
    let mut begins = memchr_iter(b' ', rest).filter_map(|space| (end + space).checked_sub(LENGTH));
    let goes_on = begins.any(|at| frame(bytes, at).is_some());
    Frames {
        whole,
        end,
        goes_on,
    }
}

/// The payload of the frame that begins here, and where the next begins; `None` where none does,
/// or it does not hold.
fn frame(bytes: &[u8], at: usize) -> Option<(&str, usize)> {
    let head = std::str::from_utf8(bytes.get(at..at + HEAD)?).ok()?;
    let (length, rest) = head.split_at_checked(LENGTH)?;
    let digest = rest.strip_prefix(' ')?.strip_suffix(' ')?;
    let is_plain = length.bytes().all(|byte| byte.is_ascii_hexdigit());
    let length = u32::from_str_radix(length, 16).ok().filter(|_| is_plain)?;
    let start = at + HEAD;
    let end = start.checked_add(usize::try_from(length).ok()?)?;
    let payload = bytes.get(start..end)?;
    let holds = bytes.get(end) == Some(&b'\n') && Digest::parse(digest)? == Digest::of(payload);
    let payload = std::str::from_utf8(payload).ok().filter(|_| holds)?;
    Some((payload, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn three() -> Vec<u8> {
        let payloads = ["a\nb", "年表", ""];
        let frames = payloads.map(|payload| of(&payload).expect("a frame"));
        frames.concat()
    }

    #[test]
    fn frames_read_back_and_are_lines_of_text() {
        let bytes = three();
        assert_eq!(memchr_iter(b'\n', &bytes).count(), 3);
        let frames = frames(&bytes);
        let payloads: Vec<&str> = frames.whole.iter().map(|frame| frame.payload).collect();
        assert_eq!(payloads, [r#""a\nb""#, r#""年表""#, r#""""#]);
        assert_eq!((frames.end, frames.goes_on), (bytes.len(), false));
    }

    #[test]
    fn a_changed_byte_is_damage_in_the_middle_and_a_torn_end_at_the_end() {
        let bytes = three();
        let ends: Vec<usize> = memchr_iter(b'\n', &bytes).map(|at| at + 1).collect();
        for at in 0..bytes.len() {
            for change in [1, 0x20, 0x80] {
                let mut bytes = bytes.clone();
                bytes[at] ^= change;
                let frames = frames(&bytes);
                let before = ends.iter().filter(|end| **end <= at).count();
                assert_eq!(frames.whole.len(), before, "{at}");
                let begin = before.checked_sub(1).map_or(0, |last| ends[last]);
                assert_eq!((frames.end, frames.goes_on), (begin, before < 2), "{at}");
            }
        }
    }

    #[test]
    fn what_is_cut_or_filled_with_zeros_is_a_torn_end() {
        let bytes = three();
        for cut in 0..bytes.len() {
            let mut torn = bytes[..cut].to_vec();
            assert!(!frames(&torn).goes_on);
            torn.resize(bytes.len() + 100, 0);
            let frames = frames(&torn);
            assert!(!frames.goes_on && frames.end <= cut, "{cut}");
        }
    }
}
