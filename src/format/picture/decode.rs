//! A picture as points of colour, as many as it is shown with.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader};

use super::{PictureError, Raster, inspect, may_have_points};

/// A picture ready to be shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Points {
    /// Points across.
    pub width: u32,
    /// Points down.
    pub height: u32,
    /// Red, green, blue and cover of each, row by row from the top.
    pub rgba: Vec<u8>,
    /// Points across and down that the file holds, upright.
    pub whole: (u32, u32),
}

impl std::fmt::Debug for Points {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} × {} points", self.width, self.height)
    }
}

/// Decodes a picture, upright, reduced to fit `most` points across and down. Of a moving one it is
/// the first picture. Meant for a job's thread: 40 million points take half a second.
pub fn decode(bytes: &[u8], most: (u32, u32)) -> Result<Points, PictureError> {
    let head = inspect(bytes)?;
    let format = match head.raster {
        Raster::Png => ImageFormat::Png,
        Raster::Jpeg => ImageFormat::Jpeg,
        Raster::WebP => ImageFormat::WebP,
        Raster::Gif => ImageFormat::Gif,
    };
    // The decoder's own limit is 512 MiB, which the points that may be there do not reach.
    let mut decoder = ImageReader::with_format(Cursor::new(bytes), format)
        .into_decoder()
        .map_err(|_| PictureError::Damaged)?;
    // It may have found another header than we did.
    let (width, height) = decoder.dimensions();
    may_have_points(width, height)?;
    // A picture whose notes cannot be read lies as it is stored.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let image = DynamicImage::from_decoder(decoder).map_err(|_| PictureError::Damaged)?;
    let turned = |(across, down)| {
        if lies_on_its_side(orientation) {
            (down, across)
        } else {
            (across, down)
        }
    };
    let (across, down) = turned(most);
    let whole = turned((width, height));
    let mut image = if width > across || height > down {
        image.thumbnail(across.max(1), down.max(1))
    } else {
        image
    };
    image.apply_orientation(orientation);
    let image = image.into_rgba8();
    Ok(Points {
        width: image.width(),
        height: image.height(),
        rgba: image.into_raw(),
        whole,
    })
}

fn lies_on_its_side(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    )
}
