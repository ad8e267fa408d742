//! Tests that kinds stay apart for readers who see fewer colours.
//!
//! Simulation: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A physiologically-based model
//! for simulation of color vision deficiency", IEEE TVCG 15(6), 2009, severity 1.0, applied to
//! linear sRGB. Difference: CIEDE2000 as G. Sharma, W. Wu, E. N. Dalal give it (Color Research
//! and Application 30(1), 2005), whose test data it is checked with.

use super::{KindColor, Rgb, Shape, Theme, ThemeId};

type Matrix = [[f64; 3]; 3];
type Lab = [f64; 3];

const VISIONS: [(&str, Matrix); 4] = [
    (
        "normal",
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    ),
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

/// sRGB's primaries to XYZ, D65 (IEC 61966-2-1).
const XYZ: Matrix = [
    [0.412_390_8, 0.357_584_3, 0.180_480_8],
    [0.212_639_0, 0.715_168_7, 0.072_192_3],
    [0.019_330_8, 0.119_194_8, 0.950_532_2],
];
const WHITE: [f64; 3] = [0.950_455_9, 1.0, 1.089_057_8];

fn apply(matrix: &Matrix, vector: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row.iter().zip(vector).map(|(a, b)| a * b).sum())
}

fn lab_of_light(light: [f64; 3]) -> Lab {
    let xyz = apply(&XYZ, light.map(|channel| channel.clamp(0.0, 1.0)));
    let [x, y, z] = [0, 1, 2].map(|i| {
        let ratio = xyz[i] / WHITE[i];
        if ratio > (6.0_f64 / 29.0).powi(3) {
            ratio.cbrt()
        } else {
            ratio / (3.0 * (6.0_f64 / 29.0).powi(2)) + 4.0 / 29.0
        }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn seen(color: Rgb, vision: &Matrix) -> Lab {
    lab_of_light(apply(vision, color.to_linear()))
}

/// CIEDE2000.
fn difference(one: Lab, two: Lab) -> f64 {
    let pull = |chroma: f64| (chroma.powi(7) / (chroma.powi(7) + 25.0_f64.powi(7))).sqrt();
    let mean_chroma = f64::midpoint(one[1].hypot(one[2]), two[1].hypot(two[2]));
    let stretch = 1.0 + 0.5 * (1.0 - pull(mean_chroma));
    let polar = |lab: Lab| {
        let a = lab[1] * stretch;
        let hue = lab[2].atan2(a).to_degrees().rem_euclid(360.0);
        (lab[0], a.hypot(lab[2]), hue)
    };
    let ((l1, c1, h1), (l2, c2, h2)) = (polar(one), polar(two));
    let grey = c1 * c2 == 0.0;

    let turn = if grey {
        0.0
    } else {
        (h2 - h1 + 180.0).rem_euclid(360.0) - 180.0
    };
    let hue_step = 2.0 * (c1 * c2).sqrt() * (turn / 2.0).to_radians().sin();
    let (l, c) = (f64::midpoint(l1, l2), f64::midpoint(c1, c2));
    let h = if grey {
        h1 + h2
    } else if (h1 - h2).abs() <= 180.0 {
        f64::midpoint(h1, h2)
    } else {
        (f64::midpoint(h1, h2) + 180.0).rem_euclid(360.0)
    };

    let cos = |degrees: f64| degrees.to_radians().cos();
    let t = 1.0 - 0.17 * cos(h - 30.0) + 0.24 * cos(2.0 * h) + 0.32 * cos(3.0 * h + 6.0)
        - 0.20 * cos(4.0 * h - 63.0);
    let weight_l = 1.0 + 0.015 * (l - 50.0).powi(2) / (20.0 + (l - 50.0).powi(2)).sqrt();
    let weight_c = 1.0 + 0.045 * c;
    let weight_h = 1.0 + 0.015 * c * t;
    let twist_angle = 60.0 * (-((h - 275.0) / 25.0).powi(2)).exp();
    let twist = -2.0 * pull(c) * twist_angle.to_radians().sin();

    let (dl, dc, dh) = (
        (l2 - l1) / weight_l,
        (c2 - c1) / weight_c,
        hue_step / weight_h,
    );
    (dl * dl + dc * dc + dh * dh + twist * dc * dh).sqrt()
}

/// Two marks of one outline, seen ten points wide. One unit is a just noticeable difference of
/// large patches side by side; for marks of a quarter of a degree the threshold is five to
/// fourteen times that, by axis (M. Stone, D. A. Szafir, V. Setlur, "An engineering model for
/// color difference as a function of size", Color and Imaging Conference 2014).
const LEAST_WITHIN_AN_OUTLINE: f64 = 11.0;
/// Two marks of different outlines, which are told apart by those; the dots of a lane's last row
/// have none, so that even these pairs keep some distance.
const LEAST_ACROSS_OUTLINES: f64 = 8.0;

fn outline(kind: KindColor) -> Shape {
    match kind.shape() {
        Shape::SmallCircle => Shape::Circle, // Size alone does not tell a kind.
        shape => shape,
    }
}

#[test]
fn kinds_stay_apart_for_every_reader() {
    for id in ThemeId::ALL {
        let colors = &Theme::of(id).colors;
        for (i, &one) in KindColor::ALL.iter().enumerate() {
            for &two in &KindColor::ALL[i + 1..] {
                if (one, two) == (KindColor::Speech, KindColor::Other) {
                    continue; // One entry of the legend: the same look on purpose.
                }
                let least = if outline(one) == outline(two) {
                    LEAST_WITHIN_AN_OUTLINE
                } else {
                    LEAST_ACROSS_OUTLINES
                };
                for (vision, matrix) in &VISIONS {
                    let apart = difference(
                        seen(colors.kind(one), matrix),
                        seen(colors.kind(two), matrix),
                    );
                    assert!(
                        apart >= least,
                        "{id:?}, {vision}: {one:?} and {two:?} differ by {apart:.1}, not {least}"
                    );
                }
            }
        }
    }
}

#[test]
fn cold_and_warm_stay_apart_for_every_reader() {
    for id in ThemeId::ALL {
        let colors = &Theme::of(id).colors;
        for (vision, matrix) in &VISIONS {
            let apart = difference(
                seen(colors.tone_cold, matrix),
                seen(colors.tone_warm, matrix),
            );
            assert!(
                apart >= LEAST_WITHIN_AN_OUTLINE,
                "{id:?}, {vision}: {apart:.1}"
            );
        }
    }
}

#[test]
fn the_difference_is_that_of_the_published_pairs() {
    for (one, two, expected) in [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, -1.3802, -84.2814], [50.0, 0.0, -82.7485], 1.0000),
        ([50.0, 0.0, 0.0], [50.0, -1.0, 2.0], 2.3669),
        ([50.0, 2.5, 0.0], [50.0, 0.0, -2.5], 4.3065),
        ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
        (
            [60.2574, -34.0099, 36.2677],
            [60.4626, -34.1751, 39.4387],
            1.2644,
        ),
        (
            [2.0776, 0.0795, -1.1350],
            [0.9033, -0.0636, -0.5514],
            0.9082,
        ),
    ] {
        assert!(
            (difference(one, two) - expected).abs() < 1e-4,
            "{one:?} {two:?}"
        );
    }
}

#[test]
fn deficient_vision_sees_less() {
    let (red, green) = (Rgb::hex(0xC0_2020), Rgb::hex(0x20_8020));
    let [normal, _, deuteranopia, _] =
        VISIONS.map(|(_, matrix)| difference(seen(red, &matrix), seen(green, &matrix)));
    assert!(deuteranopia < normal / 2.0);
}
