//! Titles and key figures in letters of many cells, Han letters too, as large as their room allows.
//! May use `glyph`, `style`, `text`, `width`.
//!
//! The dots are GNU Unifont's, 16 for a Han letter: of the crates with Han letters, `unifont` alone
//! has them all as a table that a pure function can read (`unifont-bitmap` unpacks into a changing
//! cache, `u8g2-fonts` holds a few hundred under several licences). See LICENSE-UNIFONT.

use ratatui::Frame;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Modifier;
use ratatui::text::Line;
use unifont::get_glyph;

use crate::ui::glyph::Dots;
use crate::ui::style::{Look, Meaning};
use crate::ui::{text, width};

/// The rows of a letter, in dots.
const ROWS: usize = 16;

/// A text that is to be drawn big.
pub struct BigText<'a> {
    text: String,
    look: &'a Look,
}

/// A text as it is drawn big: lines of the same width.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Big {
    /// How large its dots are.
    pub size: Size,
    /// The cells of each line.
    pub columns: u16,
    /// The lines, the top one first.
    pub lines: Vec<String>,
}

/// How large a dot is, the largest first. Halves are square, a cell being twice as high as wide.
/// Quarters make narrow letters, but seen from afar their full strokes read better than the fine
/// dots of braille, which is left for rooms that are low.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Size {
    /// Two cells side by side.
    Double,
    /// Half a cell.
    Half,
    /// A quarter of a cell.
    Quarter,
    /// An eighth of a cell.
    Braille,
}

impl<'a> BigText<'a> {
    /// A text in a look.
    #[must_use]
    pub fn new(text: &str, look: &'a Look) -> Self {
        Self { text: text::clean(text).trim().to_owned(), look }
    }

    /// The text as large as a room of so many cells allows. None where it does not fit, where a
    /// letter is missing, and where blocks are two cells wide.
    #[must_use]
    pub fn fit(&self, columns: u16, rows: u16) -> Option<Big> {
        self.fit_from(Size::Double, columns, rows)
    }

    /// As `fit`, no larger than a size: figures side by side are of one size.
    #[must_use]
    pub fn fit_from(&self, largest: Size, columns: u16, rows: u16) -> Option<Big> {
        let signs = self.look.glyphs.dots?;
        // A letter takes four cells at least; the first and the last one are spared their edges.
        if self.text.chars().count() > usize::from(columns) / 4 + 2 {
            return None;
        }
        let dots = Raster::of(&self.text)?;
        let size = Size::ALL.into_iter().filter(|size| *size >= largest).find(|size| {
            let (across, down) = size.cells(dots.columns(), dots.rows.len());
            across <= usize::from(columns) && down <= usize::from(rows)
        })?;
        Some(dots.drawn(size, signs))
    }

    /// Draws the text at the top of an area: big where it fits, in bold else. Says how many rows
    /// it took.
    pub fn draw(&self, meaning: Meaning, at: Alignment, area: Rect, frame: &mut Frame<'_>) -> u16 {
        let style = self.look.style(meaning);
        let (lines, style) = match self.fit(area.width, area.height) {
            Some(big) => (big.lines, style),
            None => (self.plain(area), style.add_modifier(Modifier::BOLD)),
        };
        for (line, row) in lines.iter().zip(area.rows()) {
            frame.render_widget(Line::styled(line.as_str(), style).alignment(at), row);
        }
        u16::try_from(lines.len()).unwrap_or(area.height)
    }

    /// The lines in letters of one row; what finds no room is cut off.
    fn plain(&self, area: Rect) -> Vec<String> {
        let (room, rows) = (usize::from(area.width), usize::from(area.height));
        if area.is_empty() || self.text.is_empty() {
            return Vec::new();
        }
        let mut lines = width::wrap(&self.text, room);
        if lines.len() > rows {
            let rest = lines.split_off(rows - 1).join(" ");
            lines.push(format!("{rest} "));
        }
        let ellipsis = self.look.glyphs.ellipsis;
        lines.iter().map(|line| width::cut(line, room, ellipsis).trim_end().to_owned()).collect()
    }
}

impl Size {
    const ALL: [Self; 4] = [Self::Double, Self::Half, Self::Quarter, Self::Braille];

    /// The dots of a cell, across and down, where a dot is no larger than a cell.
    const fn dots(self) -> (usize, usize) {
        match self {
            Self::Double => (1, 1),
            Self::Half => (1, 2),
            Self::Quarter => (2, 2),
            Self::Braille => (2, 4),
        }
    }

    /// The cells that so many dots take, across and down.
    const fn cells(self, across: usize, down: usize) -> (usize, usize) {
        let (wide, high) = self.dots();
        let wider = if matches!(self, Self::Double) { 2 } else { 1 };
        (across.div_ceil(wide) * wider, down.div_ceil(high))
    }

    /// The sign of a cell whose dots are said row by row, the first in the lowest bit.
    fn sign(self, signs: &Dots, dots: usize) -> char {
        let sign = match self {
            Self::Double => signs.halves.get(dots * 3),
            Self::Half => signs.halves.get(dots),
            Self::Quarter => signs.quarters.get(dots),
            Self::Braille => return braille(signs.braille, dots),
        };
        sign.copied().unwrap_or(' ')
    }
}

/// Unicode counts the dots of braille down the columns, the lowest row last.
fn braille(empty: char, dots: usize) -> char {
    const ORDER: [u32; 8] = [0, 3, 1, 4, 2, 5, 6, 7];
    if dots == 0 {
        return ' ';
    }
    let bits = ORDER.iter().enumerate().filter(|(at, _)| dots >> at & 1 == 1);
    let sum: u32 = bits.map(|(_, bit)| 1 << bit).sum();
    char::from_u32(u32::from(empty) + sum).unwrap_or(empty)
}

/// The dots of a text, without what is empty at its four edges.
struct Raster {
    rows: Vec<Vec<bool>>,
}

impl Raster {
    /// None where a letter is missing or where there is no dot at all.
    fn of(text: &str) -> Option<Self> {
        let mut rows = vec![Vec::new(); ROWS];
        for (cluster, cells) in width::clusters(text) {
            let mut letters = cluster.chars();
            let letter = letters.next().filter(|_| cells > 0 && letters.next().is_none())?;
            let glyph = get_glyph(letter)?;
            for (y, row) in rows.iter_mut().enumerate() {
                row.extend((0..glyph.get_width()).map(|x| glyph.get_pixel(x, y)));
            }
        }
        Self { rows }.trimmed()
    }

    fn trimmed(mut self) -> Option<Self> {
        let used = |row: &Vec<bool>| row.contains(&true);
        let (top, foot) = (self.rows.iter().position(used)?, self.rows.iter().rposition(used)?);
        self.rows = self.rows.drain(top..=foot).collect();
        let left = self.rows.iter().filter_map(|row| row.iter().position(|dot| *dot)).min()?;
        let right = self.rows.iter().filter_map(|row| row.iter().rposition(|dot| *dot)).max()?;
        self.rows = self.rows.iter().map(|row| row[left..=right].to_vec()).collect();
        Some(self)
    }

    fn columns(&self) -> usize {
        self.rows.first().map_or(0, Vec::len)
    }

    fn at(&self, x: usize, y: usize) -> bool {
        self.rows.get(y).and_then(|row| row.get(x)).copied().unwrap_or(false)
    }

    fn drawn(&self, size: Size, signs: &Dots) -> Big {
        let (columns, rows) = size.cells(self.columns(), self.rows.len());
        let (wide, high) = size.dots();
        let cell = |column: usize, row: usize| {
            let column = if size == Size::Double { column / 2 } else { column };
            let dot = |at: usize| self.at(column * wide + at % wide, row * high + at / wide);
            let dots = (0..wide * high).map(|at| usize::from(dot(at)) << at).sum();
            size.sign(signs, dots)
        };
        let lines = (0..rows).map(|row| (0..columns).map(|column| cell(column, row)).collect()).collect();
        Big { size, columns: u16::try_from(columns).unwrap_or(u16::MAX), lines }
    }
}
