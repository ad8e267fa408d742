//! Pictures made here, and headers that lie.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, RgbaImage};
use proptest::prelude::*;

use super::*;

/// A picture in one colour but for its first point.
pub(crate) fn picture(raster: Raster, width: u32, height: u32) -> Vec<u8> {
    let mut image = RgbaImage::from_pixel(width, height, image::Rgba([40, 90, 200, 255]));
    image.put_pixel(0, 0, image::Rgba([250, 10, 10, 255]));
    let image = DynamicImage::from(image);
    let (image, format) = match raster {
        Raster::Png => (image, ImageFormat::Png),
        Raster::Jpeg => (image.into_rgb8().into(), ImageFormat::Jpeg),
        Raster::WebP => (image, ImageFormat::WebP),
        Raster::Gif => (image, ImageFormat::Gif),
    };
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).expect("written");
    bytes.into_inner()
}

/// A PNG's beginning, of this size.
fn png_head(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = picture(Raster::Png, 1, 1);
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    bytes
}

/// A JPEG whose notes say how it is to be turned.
fn turned_jpeg(width: u32, height: u32, turn: u8) -> Vec<u8> {
    let bytes = picture(Raster::Jpeg, width, height);
    let mut exif = b"\xFF\xE1\x00\x22Exif\0\0MM\0\x2A\0\0\0\x08\0\x01".to_vec();
    exif.extend_from_slice(&[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0]);
    [&bytes[..2], &exif, &bytes[2..]].concat()
}

#[test]
fn every_type_is_told_by_its_bytes_and_decoded() {
    for raster in Raster::ALL {
        let bytes = picture(raster, 33, 20);
        let expected = Head {
            raster,
            width: 33,
            height: 20,
        };
        assert_eq!(inspect(&bytes), Ok(expected));
        let whole = decode(&bytes, (100, 100)).expect("decoded");
        assert_eq!((whole.width, whole.height), (33, 20), "{raster:?}");
        assert_eq!(whole.rgba.len(), 33 * 20 * 4);
        assert_eq!(whole.whole, (33, 20));
        let small = decode(&bytes, (11, 11)).expect("decoded");
        assert_eq!((small.width, small.height), (11, 7), "{raster:?}");
        assert_eq!(small.whole, (33, 20));
        let middle = &small.rgba[4 * (3 * 11 + 5)..][..4];
        assert!(middle[2] > 150 && middle[0] < 80, "{raster:?} {middle:?}");
    }
}

#[test]
fn the_three_webp_headers_are_read() {
    let riff = |chunk: &[u8]| [b"RIFF\0\0\0\0WEBP", chunk].concat();
    let lossy = riff(b"VP8 \0\0\0\0\0\0\0\x9D\x01\x2A\x80\x42\x68\x01");
    let lossless = riff(b"VP8L\0\0\0\0\x2F\x7F\xC2\x59\x00");
    let extended = riff(b"VP8X\x0A\0\0\0\0\0\0\0\x7F\x02\0\x67\x01\0ALPH");
    for (bytes, size) in [
        (lossy, (640, 360)),
        (lossless, (640, 360)),
        (extended, (640, 360)),
    ] {
        let head = inspect(&bytes).expect("a header");
        assert_eq!((head.width, head.height), size, "{bytes:?}");
    }
}

#[test]
fn a_picture_that_claims_four_billion_points_is_refused_before_it_is_decoded() {
    for (width, height) in [(65_536, 65_536), (u32::MAX, u32::MAX), (40_000_001, 1)] {
        let claimed = Err(PictureError::TooManyPoints { width, height });
        let bytes = png_head(width, height);
        assert_eq!(inspect(&bytes), claimed);
        assert_eq!(decode(&bytes, (8, 8)).map(drop), claimed.map(drop));
    }
    assert!(inspect(&png_head(8_000, 5_000)).is_ok());
    assert_eq!(inspect(&png_head(0, 5)), Err(PictureError::Damaged));
}

#[test]
fn a_file_that_is_no_picture_or_too_large_says_so() {
    for other in [
        &b"<svg xmlns='http://www.w3.org/2000/svg'/>"[..],
        b"BM\0\0",
        b"II*\0",
        b"\0\0\0\x1Cftypheic",
        b"",
        b"RIFF\0\0\0\0WAVE",
    ] {
        assert_eq!(inspect(other), Err(PictureError::OtherType));
    }
    let mut large = picture(Raster::Png, 2, 2);
    large.resize(20_000_001, 0);
    let bytes = 20_000_001;
    assert_eq!(inspect(&large), Err(PictureError::TooLarge { bytes }));
}

#[test]
fn a_picture_that_is_cut_off_anywhere_is_damaged_and_never_a_fault() {
    for raster in Raster::ALL {
        let bytes = picture(raster, 9, 7);
        for end in 12..bytes.len() {
            let cut = &bytes[..end];
            // A decoder may give what came before the cut.
            match decode(cut, (16, 16)) {
                Ok(points) => assert_eq!((points.width, points.height), (9, 7)),
                Err(error) => assert_eq!(error, PictureError::Damaged, "{raster:?} {end}"),
            }
        }
        // Each has its name, and not yet its size.
        let end = if raster == Raster::Gif { 9 } else { 12 };
        assert_eq!(inspect(&bytes[..end]), Err(PictureError::Damaged));
    }
}

#[test]
fn a_picture_taken_on_its_side_stands_upright() {
    let lying = decode(&turned_jpeg(40, 16, 1), (80, 80)).expect("decoded");
    assert_eq!((lying.width, lying.height), (40, 16));
    let upright = decode(&turned_jpeg(40, 16, 6), (80, 80)).expect("decoded");
    assert_eq!((upright.width, upright.height), (16, 40));
    assert_eq!(upright.whole, (16, 40));
    let reduced = decode(&turned_jpeg(40, 16, 6), (80, 20)).expect("decoded");
    assert_eq!((reduced.width, reduced.height), (8, 20));
}

proptest! {
    #[test]
    fn any_bytes_are_a_picture_or_an_error(
        start in 0..4_usize, bytes in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let begin: &[u8] = match Raster::ALL[start] {
            Raster::Png => b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\0\x08\0\0\0\x08",
            Raster::Jpeg => b"\xFF\xD8\xFF\xC0\0\x0B\x08\0\x08\0\x08",
            Raster::WebP => b"RIFF\x40\0\0\0WEBPVP8L\x20\0\0\0\x2F\x07\xC0\x01\0",
            Raster::Gif => b"GIF89a\x08\0\x08\0",
        };
        let _ = inspect(&bytes);
        let _ = decode(&[begin, &bytes].concat(), (16, 16));
    }

    #[test]
    fn a_picture_with_some_bytes_changed_is_a_picture_or_an_error(
        at in 0..4_usize, changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = picture(Raster::ALL[at], 12, 9);
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if let Ok(points) = decode(&bytes, (16, 16)) {
            prop_assert!(points.width <= 16 && points.height <= 16);
            prop_assert_eq!(points.rgba.len(), (points.width * points.height * 4) as usize);
        }
    }
}
