//! What an eye makes of a colour: contrast by WCAG 2, and how far two colours are apart, also for
//! eyes that lack the cones for red or green (Machado, Oliveira, Fernandes 2009, severity 1).

use guatu::ui::style::of_256;
use guatu::ui::theme::luminance;
use ratatui::style::Color;

/// Red, green and blue of a colour in which every terminal agrees.
pub(crate) fn fixed(colour: Option<Color>) -> [u8; 3] {
    match colour {
        Some(Color::Rgb(r, g, b)) => [r, g, b],
        Some(Color::Indexed(index)) => of_256(index),
        other => panic!("no fixed colour: {other:?}"),
    }
}

pub(crate) fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

type Matrix = [[f64; 3]; 3];

/// Eyes that see all.
pub(crate) const ALL: Matrix = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
/// Eyes without the cones for red.
pub(crate) const PROTANOPIA: Matrix = [
    [0.152_286, 1.052_583, -0.204_868],
    [0.114_503, 0.786_281, 0.099_216],
    [-0.003_882, -0.048_116, 1.051_998],
];
/// Eyes without the cones for green.
pub(crate) const DEUTERANOPIA: Matrix = [
    [0.367_322, 0.860_646, -0.227_968],
    [0.280_085, 0.672_501, 0.047_413],
    [-0.011_820, 0.042_940, 0.968_881],
];

const XYZ: Matrix =
    [[0.412_456, 0.357_576, 0.180_438], [0.212_673, 0.715_152, 0.072_175], [0.019_334, 0.119_192, 0.950_304]];

fn times(matrix: &Matrix, of: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row.iter().zip(of).map(|(a, b)| a * b).sum())
}

/// CIE Lab of a colour as these eyes see it.
fn lab(eyes: &Matrix, rgb: [u8; 3]) -> [f64; 3] {
    let linear = rgb.map(|byte| {
        let part = f64::from(byte) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    let seen = times(eyes, linear).map(|part| part.clamp(0.0, 1.0));
    let [x, y, z] = times(&XYZ, seen);
    let [x, y, z] = [x / 0.950_47, y, z / 1.088_83]
        .map(|t| if t > 0.008_856 { t.cbrt() } else { (903.3 * t + 16.0) / 116.0 });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// How far two colours are apart to these eyes; 2 is just seen where they touch.
pub(crate) fn apart(eyes: &Matrix, a: [u8; 3], b: [u8; 3]) -> f64 {
    let (a, b) = (lab(eyes, a), lab(eyes, b));
    (0..3).map(|i| (a[i] - b[i]).powi(2)).sum::<f64>().sqrt()
}
