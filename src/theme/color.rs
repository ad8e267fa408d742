//! A colour as eight bits a channel in sRGB, and the arithmetic that judges a pair of them.

/// An opaque colour, sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rgb {
    /// Red, 0 to 255.
    pub red: u8,
    /// Green, 0 to 255.
    pub green: u8,
    /// Blue, 0 to 255.
    pub blue: u8,
}

/// A colour that lets its ground through; alpha is not multiplied into the channels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rgba {
    /// The colour where it covers fully.
    pub rgb: Rgb,
    /// How much it covers: 0 nothing, 255 all.
    pub alpha: u8,
}

impl Rgb {
    /// From a number written as in a style sheet, `0xRRGGBB`.
    #[must_use]
    pub const fn hex(rrggbb: u32) -> Self {
        let [_, red, green, blue] = rrggbb.to_be_bytes();
        Self { red, green, blue }
    }

    /// As a style sheet writes it, `#RRGGBB`.
    #[must_use]
    pub fn to_css(self) -> String {
        format!("#{:02X}{:02X}{:02X}", self.red, self.green, self.blue)
    }

    /// The same colour, covering `alpha` of 255.
    #[must_use]
    pub const fn with_alpha(self, alpha: u8) -> Rgba {
        Rgba { rgb: self, alpha }
    }

    /// The colour that is `share` (0 to 1) of the way from this one to `other`.
    #[must_use]
    pub fn mix(self, other: Self, share: f32) -> Self {
        let share = share.clamp(0.0, 1.0);
        let between = |from: u8, to: u8| {
            let value = f32::from(from) + (f32::from(to) - f32::from(from)) * share;
            // In 0..=255 already, so the cast keeps it.
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let channel = value.round() as u8;
            channel
        };
        Self {
            red: between(self.red, other.red),
            green: between(self.green, other.green),
            blue: between(self.blue, other.blue),
        }
    }

    /// Red, green and blue as light, 0 to 1 (IEC 61966-2-1).
    #[must_use]
    pub fn to_linear(self) -> [f64; 3] {
        [self.red, self.green, self.blue].map(|channel| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.040_45 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        })
    }

    /// Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it.
    #[must_use]
    pub fn luminance(self) -> f64 {
        let [red, green, blue] = self.to_linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Contrast ratio, 1 to 21, as WCAG 2.2 defines it; the order does not matter.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }
}

impl Rgba {
    /// What is seen when this lies on `ground`.
    #[must_use]
    pub fn over(self, ground: Rgb) -> Rgb {
        ground.mix(self.rgb, f32::from(self.alpha) / 255.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BLACK: Rgb = Rgb::hex(0x00_0000);
    const WHITE: Rgb = Rgb::hex(0xFF_FFFF);

    #[test]
    fn a_hex_number_reads_as_in_a_style_sheet() {
        let color = Rgb::hex(0x1F_5FA8);
        assert_eq!((color.red, color.green, color.blue), (0x1F, 0x5F, 0xA8));
        assert_eq!(color.to_css(), "#1F5FA8");
    }

    #[test]
    fn contrast_has_the_bounds_of_the_standard() {
        assert!((BLACK.contrast(WHITE) - 21.0).abs() < 1e-9);
        assert!((WHITE.contrast(WHITE) - 1.0).abs() < 1e-9);
        // #767676 is the lightest grey that WCAG accepts for text on white.
        assert!(Rgb::hex(0x76_7676).contrast(WHITE) >= 4.5);
        assert!(Rgb::hex(0x77_7777).contrast(WHITE) < 4.5);
    }

    #[test]
    fn covering_ends_at_both_colours() {
        assert_eq!(WHITE.with_alpha(0).over(BLACK), BLACK);
        assert_eq!(WHITE.with_alpha(255).over(BLACK), WHITE);
        assert_eq!(BLACK.mix(WHITE, 0.5), Rgb::hex(0x80_8080));
        assert_eq!(BLACK.mix(WHITE, 7.0), WHITE);
    }
}
