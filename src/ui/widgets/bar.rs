//! Bars: how much is reached, in parts of a cell where the glyphs have them, with a tick where the
//! pace stands. May use `style`.

use ratatui::style::Style;
use ratatui::text::Span;

use crate::ui::style::{Look, Meaning};

/// A bar of so many cells: `reached` points of a hundred, the tick at `pace` points.
#[must_use]
pub fn progress(look: &Look, cells: usize, reached: i64, pace: Option<i64>) -> Vec<Span<'static>> {
    let (full, part) = split(look, cells, reached);
    let tick = pace.map(|pace| points(pace, cells).min(cells.saturating_sub(1)));
    let empty = look.style(Meaning::BarEmpty);
    let mut runs: Vec<(String, Style)> = Vec::new();
    for at in 0..cells {
        let (sign, style) = if tick == Some(at) {
            (look.glyphs.pace, empty.patch(look.style(Meaning::Pace)))
        } else if at < full {
            (whole(look), look.style(Meaning::Bar))
        } else if at == full && !part.is_empty() {
            (part, look.style(Meaning::Bar))
        } else {
            (look.glyphs.bar_empty, empty)
        };
        match runs.last_mut() {
            Some((signs, of)) if *of == style => signs.push_str(sign),
            _ => runs.push((sign.to_owned(), style)),
        }
    }
    runs.into_iter().map(|(signs, style)| Span::styled(signs, style)).collect()
}

/// The filled part alone of a bar of at most so many cells, `share` points of a hundred long.
#[must_use]
pub fn filled(look: &Look, cells: usize, share: i64) -> String {
    let (full, part) = split(look, cells, share);
    whole(look).repeat(full) + part
}

fn whole(look: &Look) -> &'static str {
    look.glyphs.bar.last().copied().unwrap_or("#")
}

/// The cells that are full and the sign of the cell that is full in part. Anything above nothing
/// shows at least the smallest part.
fn split(look: &Look, cells: usize, points: i64) -> (usize, &'static str) {
    let steps = look.glyphs.bar.len().max(1);
    let filled = self::points(points, cells * steps).max(usize::from(points > 0 && cells > 0));
    let part = (filled % steps).checked_sub(1).and_then(|at| look.glyphs.bar.get(at));
    (filled / steps, part.copied().unwrap_or(""))
}

/// So many points of a hundred of a length, rounded down.
fn points(points: i64, length: usize) -> usize {
    usize::try_from(points.clamp(0, 100)).unwrap_or(0) * length / 100
}
