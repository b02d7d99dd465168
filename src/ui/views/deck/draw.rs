//! A slide drawn: its title in big letters, its figures, its rows, and what changed just now lit.
//! The same for whoever presents and whoever follows. May use `page`, `fresh`, `ink`, `widgets`.

use ratatui::Frame;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use super::fresh::{Fresh, Lit};
use super::page::{Cell, Figure, Page, Row, What, Wide};
use crate::ui::style::{Look, Meaning};
use crate::ui::views::ink::{self, Ink};
use crate::ui::widgets::bar;
use crate::ui::widgets::big_text::{Big, BigText, Size};
use crate::ui::{text, width};

/// The rows around a slide: one above, one below the title, one above the line at the foot, that line.
const AROUND: u16 = 4;

/// A slide says no more than so many lines on the smallest screen it is made for, and as many more
/// as a screen is higher (product rule §7).
const LINES: u16 = 12;
const LOW: u16 = 24;

/// The cells between two pieces of the line at the foot, and before the first.
const GAP: usize = 2;

/// From so many rows on, rows may stand apart.
const AIRY: u16 = 30;

/// From so many rows on, titles are twice as high.
const HIGH: u16 = 48;

/// From so many columns on, figures stand side by side in one row.
const WIDE_FIGURES: u16 = 110;

/// The least rows of a letter that is drawn big.
const SMALLEST: u16 = 5;

/// The columns and lines that a slide's rows may take on a screen of a size.
pub(super) fn room(size: Rect) -> (usize, usize) {
    let lines = LINES + size.height.saturating_sub(LOW);
    let lines = lines.min(size.height.saturating_sub(AROUND + 1));
    (usize::from(inner(size).width), usize::from(lines))
}

/// The screen without its margins.
const fn inner(area: Rect) -> Rect {
    let margin = if area.width >= 100 { 4 } else { 2 };
    Rect { x: area.x + margin, width: area.width.saturating_sub(2 * margin), ..area }
}

/// Draws a page on a whole screen, but for the last row.
pub(super) fn page(page: &Page, fresh: &Fresh, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    let area = inner(Rect { height: area.height.saturating_sub(1), ..area });
    if page.is_cover {
        return cover(page, look, area, frame);
    }
    let below = page.rows.len().max(1);
    let figures = if page.figures.is_empty() { 0 } else { least(page, area.width) };
    let taken = cells(below) + figures + 3;
    let highest = if area.height < HIGH { 8 } else { 16 };
    let most = area.height.saturating_sub(taken).clamp(1, highest);
    let title = Rect { y: area.y + 1, height: most.min(area.height.saturating_sub(1)), ..area };
    let rows = self::title(&page.title, look, title, frame);
    let mut at = title.y + rows;
    if !page.under.is_empty() {
        line(look, Meaning::Muted, &page.under, Rect { y: at, height: 1, ..area }, frame);
        at += 1;
    }
    at += 1;
    let foot = area.bottom();
    if !page.figures.is_empty() {
        let height = foot.saturating_sub(at).saturating_sub(cells(page.rows.len()) + 1);
        let grid = Rect { y: at, height, ..area };
        at += self::figures(&page.figures, fresh, look, grid, frame) + 1;
    }
    // On a high screen few rows stand apart: the last bench reads them too.
    let is_airy = area.height >= AIRY && cells(page.rows.len()) * 2 <= foot.saturating_sub(at);
    for (y, row) in (at..foot).step_by(if is_airy { 2 } else { 1 }).zip(&page.rows) {
        self::row(row, fresh, look, Rect { y, height: 1, ..area }, frame);
    }
}

/// Draws a title, big where its letters are of blocks; the rows it took.
fn title(words: &str, look: &Look, area: Rect, frame: &mut Frame<'_>) -> u16 {
    let big = BigText::new(words, look);
    let height = in_blocks(&big, area, frame).map_or(1, |_| area.height);
    big.draw(Meaning::Big, Alignment::Left, Rect { height, ..area }, frame)
}

/// A title in letters of blocks. The fine dots of braille, which many fonts lack, are for screens that
/// have no room for blocks.
fn in_blocks(big: &BigText<'_>, area: Rect, frame: &Frame<'_>) -> Option<Big> {
    let is_low = frame.area().height < LOW;
    big.fit(area.width, area.height).filter(|big| is_low || big.size < Size::Braille)
}

fn cells(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// The rows that figures take at least, letters being drawn big.
fn least(page: &Page, columns: u16) -> u16 {
    let count = cells(page.figures.len());
    let across = if columns >= WIDE_FIGURES { count } else { count.min(2) };
    count.div_ceil(across.max(1)) * (SMALLEST + 2)
}

/// All of it in the middle: the title as large as it can be.
fn cover(page: &Page, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    let rows = cells(page.rows.len());
    let most = area.height.saturating_sub(rows + 3).max(1);
    let big = BigText::new(&page.title, look);
    let title = in_blocks(&big, Rect { height: most, ..area }, frame).map_or(1, |big| cells(big.lines.len()));
    let above = area.height.saturating_sub(title + 2 + rows) / 2;
    let at = Rect { y: area.y + above, height: title.min(area.height.saturating_sub(above)), ..area };
    let drawn = big.draw(Meaning::Big, Alignment::Center, at, frame);
    let below = (at.y + drawn + 2..area.bottom()).zip(&page.rows);
    for (y, row) in below {
        let at = Rect { y, height: 1, ..area };
        let words: Vec<(Meaning, String)> = row.cells.iter().map(|cell| words(&cell.what)).collect();
        let wide: usize = words.iter().map(|(_, words)| width::of(words)).sum::<usize>();
        let room = usize::from(area.width);
        let mut ink = Ink::new(look, room).gap(room.saturating_sub(wide) / 2);
        for (meaning, words) in words {
            ink = ink.put(meaning, &words);
        }
        ink::draw(&ink.line(), at, frame);
    }
}

fn words(what: &What) -> (Meaning, String) {
    match what {
        What::Words(meaning, words) => (*meaning, words.clone()),
        What::Bar(reached, _) => (Meaning::Text, format!("{reached}%")),
    }
}

fn line(look: &Look, meaning: Meaning, words: &str, area: Rect, frame: &mut Frame<'_>) {
    ink::draw(&Ink::new(look, usize::from(area.width)).put(meaning, words).line(), area, frame);
}

/// How figures stand: so many side by side, each in so many columns and rows, all of one size; none
/// where they are not big.
struct Grid {
    columns: u16,
    room: u16,
    rows: u16,
    size: Option<Size>,
}

impl Grid {
    /// The grid of so many figures side by side.
    fn of(figures: &[Figure], columns: u16, look: &Look, area: Rect) -> Self {
        let lines = cells(figures.len()).div_ceil(columns).max(1);
        let (room, rows) =
            ((area.width / columns).saturating_sub(3), (area.height / lines).saturating_sub(2));
        let size = |figure: &Figure| Some(BigText::new(&figure.value, look).fit(room, rows)?.size);
        let sizes: Option<Vec<Size>> = figures.iter().map(size).collect();
        Self { columns, room, rows, size: sizes.and_then(|sizes| sizes.into_iter().max()) }
    }

    /// The one whose letters are the largest; of equals the one with the most side by side.
    fn largest(figures: &[Figure], look: &Look, area: Rect) -> Self {
        let count = cells(figures.len()).max(1);
        let all = (1..=count).rev().filter(|columns| count.is_multiple_of(*columns));
        let grids = all.map(|columns| Self::of(figures, columns, look, area));
        let big = grids.filter(|grid| grid.size.is_some());
        // Plain figures stand in two columns: their words are long.
        big.min_by_key(|grid| grid.size).unwrap_or_else(|| Self::of(figures, count.min(2), look, area))
    }
}

/// Draws figures in a grid; the rows they took.
fn figures(figures: &[Figure], fresh: &Fresh, look: &Look, area: Rect, frame: &mut Frame<'_>) -> u16 {
    let grid = Grid::largest(figures, look, area);
    let each = area.width / grid.columns;
    let mut taken = 0;
    for line in figures.chunks(usize::from(grid.columns)) {
        let mut rows = 0;
        for (place, figure) in (0_u16..).zip(line) {
            let (x, y) = (area.x + place * each, area.y + taken);
            let at = Rect { x, y, width: grid.room, height: grid.rows.max(1) + 1 }.intersection(area);
            rows = rows.max(self::figure(figure, grid.size, fresh, look, at, frame));
        }
        taken += rows + 1;
    }
    taken.saturating_sub(1)
}

/// Draws a figure with its word below; the rows it took.
fn figure(
    figure: &Figure,
    size: Option<Size>,
    fresh: &Fresh,
    look: &Look,
    area: Rect,
    frame: &mut Frame<'_>,
) -> u16 {
    let big = BigText::new(&figure.value, look);
    let big = size.and_then(|size| big.fit_from(size, area.width, area.height.saturating_sub(1)));
    let lit = fresh.has(&Lit::Figure(figure.word.clone()));
    let style = lit_as(look, look.style(figure.meaning), lit);
    let lines = big.map_or_else(|| vec![figure.value.clone()], |big| big.lines);
    let rows = area.rows().zip(&lines);
    for (row, words) in rows {
        ink::draw(&Ink::new(look, usize::from(row.width)).styled(style, words).line(), row, frame);
    }
    let rows = cells(lines.len()).min(area.height);
    let word = Rect { y: area.y + rows, height: 1, ..area };
    line(look, Meaning::Text, &figure.word, word.intersection(area), frame);
    rows + 1
}

/// What has just changed is lit: the ground of what is fresh, the colour of what it means.
fn lit_as(look: &Look, style: Style, lit: bool) -> Style {
    if lit { style.patch(look.style(Meaning::Fresh)) } else { style }
}

/// Draws a row.
fn row(row: &Row, fresh: &Fresh, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    let mut ink = Ink::new(look, usize::from(area.width));
    let is_overfull = row.cells() > ink.room();
    for (place, cell) in row.cells.iter().enumerate() {
        let after: usize = row.cells[place + 1..].iter().map(|cell| row.gap() + cell.cells()).sum();
        // Of what does not fit the last cells are cut.
        let room = if is_overfull { ink.room() } else { ink.room().saturating_sub(after) };
        let lit = !fresh.is_empty() && fresh.has(&Lit::Cell(row.key.clone(), place));
        ink = self::cell(cell, room, lit, look, ink);
        if place + 1 < row.cells.len() {
            ink = ink.gap(row.gap());
        }
    }
    ink::draw(&ink.line(), area, frame);
}

fn cell<'l>(cell: &Cell, room: usize, lit: bool, look: &'l Look, ink: Ink<'l>) -> Ink<'l> {
    let (meaning, words) = match &cell.what {
        What::Words(meaning, words) => (*meaning, words),
        What::Bar(reached, pace) => return ink.spans(bar::progress(look, room, *reached, *pace)),
    };
    let (cells, is_right) = match cell.wide {
        Wide::Left(cells) => (cells.min(room), false),
        Wide::Right(cells) => (cells.min(room), true),
        Wide::Own => (width::of(words).min(room), false),
        Wide::Rest => (room, false),
    };
    let shown = text::line(words, cells, look.glyphs.ellipsis);
    let style = lit_as(look, look.style(meaning), lit);
    let blank = cells.saturating_sub(width::of(&shown));
    if is_right { ink.gap(blank).styled(style, &shown) } else { ink.styled(style, &shown).gap(blank) }
}

/// Draws the line at the foot: words at the left and pieces at the right.
pub(super) fn foot(
    look: &Look,
    left: &[(Meaning, String)],
    right: &[(Meaning, String)],
    area: Rect,
    frame: &mut Frame<'_>,
) {
    // Where there is no room the first pieces go: time and number are at the end.
    let wide = |pieces: &[(Meaning, String)]| -> usize {
        pieces.iter().map(|(_, words)| width::of(words) + GAP).sum()
    };
    let room = usize::from(area.width).saturating_sub(2 * GAP);
    let kept = (0..right.len()).find(|from| wide(&right[*from..]) <= room).unwrap_or(right.len());
    let right = &right[kept..];
    let tail = wide(right);
    let mut ink = Ink::new(look, usize::from(area.width)).gap(GAP);
    for (meaning, words) in left {
        let room = ink.room().saturating_sub(tail + GAP);
        ink = ink.put(*meaning, &text::line(words, room, look.glyphs.ellipsis)).gap(GAP);
    }
    ink = {
        let fill = ink.room().saturating_sub(tail);
        ink.gap(fill)
    };
    for (meaning, words) in right {
        ink = ink.put(*meaning, words).gap(GAP);
    }
    ink::draw(&Line::from(ink.line().spans), area, frame);
}
