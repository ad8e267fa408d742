//! Width and height from the first bytes of a file, without a decoder.

use super::Raster;

/// Width and height in points; none where the header is cut off or wrong.
pub(super) fn size(raster: Raster, bytes: &[u8]) -> Option<(u32, u32)> {
    match raster {
        Raster::Png => png(bytes),
        Raster::Jpeg => jpeg(bytes),
        Raster::WebP => webp(bytes),
        Raster::Gif => Some((u16_le(bytes, 6)?, u16_le(bytes, 8)?)),
    }
}

/// The first chunk is the header (PNG, section 11.2.2).
fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    let is_header = bytes.get(12..16)? == b"IHDR";
    is_header.then_some(())?;
    Some((u32_be(bytes, 16)?, u32_be(bytes, 20)?))
}

/// Segments up to the frame's header (T.81, annex B).
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2;
    loop {
        // Any number of fill bytes may stand before a marker.
        let marker = match *bytes.get(at..at + 2)? {
            [0xFF, 0xFF] => {
                at += 1;
                continue;
            }
            [0xFF, marker] => marker,
            _ => return None,
        };
        at += 2;
        match marker {
            // Markers that stand alone.
            0x01 | 0xD0..=0xD7 => {}
            // A frame; between these lie the tables of DHT, JPG and DAC.
            0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => {
                return Some((u16_be(bytes, at + 5)?, u16_be(bytes, at + 3)?));
            }
            // The picture begins, or ends, without a frame.
            0x00 | 0xD8..=0xDA => return None,
            _ => {
                let len = u16_be(bytes, at)?;
                at += usize::try_from(len).ok().filter(|len| *len >= 2)?;
            }
        }
    }
}

/// The first chunk: lossy, lossless or extended (RFC 9649, section 2).
fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    match bytes.get(12..16)? {
        b"VP8 " => {
            let is_key_frame = bytes.get(23..26)? == [0x9D, 0x01, 0x2A];
            is_key_frame.then_some(())?;
            let side = |at| Some(u16_le(bytes, at)? & 0x3FFF);
            Some((side(26)?, side(28)?))
        }
        b"VP8L" => {
            let bits = u32::from_le_bytes(four(bytes, 21)?);
            (*bytes.get(20)? == 0x2F).then_some(())?;
            Some(((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1))
        }
        b"VP8X" => {
            let side = |at| {
                let [a, b, c, _] = four(bytes, at)?;
                Some(u32::from_le_bytes([a, b, c, 0]) + 1)
            };
            // The height is followed by the next chunk's name.
            Some((side(24)?, side(27)?))
        }
        _ => None,
    }
}

fn four(bytes: &[u8], at: usize) -> Option<[u8; 4]> {
    bytes.get(at..at + 4)?.try_into().ok()
}

fn two(bytes: &[u8], at: usize) -> Option<[u8; 2]> {
    bytes.get(at..at + 2)?.try_into().ok()
}

fn u32_be(bytes: &[u8], at: usize) -> Option<u32> {
    four(bytes, at).map(u32::from_be_bytes)
}

fn u16_be(bytes: &[u8], at: usize) -> Option<u32> {
    two(bytes, at).map(|two| u16::from_be_bytes(two).into())
}

fn u16_le(bytes: &[u8], at: usize) -> Option<u32> {
    two(bytes, at).map(|two| u16::from_le_bytes(two).into())
}
