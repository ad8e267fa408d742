//! Pictures beside a record: what a file's first bytes say of it, and its points of colour.
//!
//! Only the common raster types are read, told by their bytes and never by a name. How large a
//! picture is stands in its header, so that one which claims more points than any memory holds is
//! refused before a decoder sees it.

mod decode;
mod header;

use thiserror::Error;

pub use decode::{Points, decode};

/// The most bytes of a picture's file.
pub const MOST_BYTES: u64 = 20_000_000;
/// The most points of a picture.
pub const MOST_POINTS: u64 = 40_000_000;

/// How a picture is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Raster {
    /// Portable Network Graphics (W3C).
    Png,
    /// JPEG (ITU-T T.81).
    Jpeg,
    /// WebP (RFC 9649).
    WebP,
    /// GIF 87a and 89a; of a moving one the first picture is shown.
    Gif,
}

impl Raster {
    /// All types.
    pub const ALL: [Self; 4] = [Self::Png, Self::Jpeg, Self::WebP, Self::Gif];

    /// The type of a file that begins so; none where it is another.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        Self::ALL.into_iter().find(|raster| match raster {
            Self::Png => bytes.starts_with(b"\x89PNG\r\n\x1A\n"),
            Self::Jpeg => bytes.starts_with(b"\xFF\xD8\xFF"),
            Self::WebP => bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"),
            Self::Gif => bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a"),
        })
    }

    /// How names of such files end.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::WebP => "webp",
            Self::Gif => "gif",
        }
    }
}

/// What a picture's header says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The type.
    pub raster: Raster,
    /// Points across, as they are stored.
    pub width: u32,
    /// Points down, as they are stored.
    pub height: u32,
}

/// Why a file is not shown as a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PictureError {
    /// It is of no type that is read.
    #[error("it is no PNG, JPEG, WebP or GIF picture; save it as one of these")]
    OtherType,
    /// The file has too many bytes.
    #[error("it has {bytes} bytes, and a picture has at most {MOST_BYTES}; save a smaller one")]
    TooLarge {
        /// How many.
        bytes: u64,
    },
    /// The picture has too many points.
    #[error(
        "it is {width} by {height} points, and a picture has at most {MOST_POINTS}; save a smaller one"
    )]
    TooManyPoints {
        /// Across.
        width: u32,
        /// Down.
        height: u32,
    },
    /// The file is cut off, or was never whole.
    #[error("the file is damaged; take it from its source again")]
    Damaged,
}

/// Reads a picture's header, and refuses what is no picture or is beyond the limits.
pub fn inspect(bytes: &[u8]) -> Result<Head, PictureError> {
    let raster = Raster::of(bytes).ok_or(PictureError::OtherType)?;
    may_have_bytes(bytes.len() as u64)?;
    let (width, height) = header::size(raster, bytes).ok_or(PictureError::Damaged)?;
    may_have_points(width, height)?;
    Ok(Head {
        raster,
        width,
        height,
    })
}

/// Refuses a file with too many bytes, which need not be read for it.
pub fn may_have_bytes(bytes: u64) -> Result<(), PictureError> {
    if bytes > MOST_BYTES {
        return Err(PictureError::TooLarge { bytes });
    }
    Ok(())
}

fn may_have_points(width: u32, height: u32) -> Result<(), PictureError> {
    if width == 0 || height == 0 {
        return Err(PictureError::Damaged);
    }
    if u64::from(width) * u64::from(height) > MOST_POINTS {
        return Err(PictureError::TooManyPoints { width, height });
    }
    Ok(())
}

#[cfg(test)]
pub(crate) mod tests;
