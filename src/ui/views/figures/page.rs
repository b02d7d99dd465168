//! Where everything stands on the page of figures, and where the cursor can go. The page may be
//! longer than the body: what is drawn then follows the cursor. Pure. May use `board::figures`, `table`.

use ratatui::layout::{Position, Rect};

use super::Of;
use super::table::{self, Columns};
use crate::board::Board;
use crate::board::figures::{Figure, Figures, Passage, Quarter, Share, WEEKS};
use crate::domain::money::grouped;
use crate::domain::{Lang, Stage};
use crate::locales::figures as words;
use crate::say;
use crate::ui::style::Look;
use crate::ui::views::{Step, columns_between, rows_between};
use crate::ui::width;

/// From so many cells on funnel and tempo stand side by side.
const WIDE: u16 = 70;

/// A figure that the cursor can stand on, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) of: Of,
    pub(super) figure: Figure,
    pub(super) at: Rect,
}

/// The widths of the columns of the funnel and the tempo, in cells.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Widths {
    pub(super) stage: usize,
    pub(super) bar: usize,
    pub(super) count: usize,
    pub(super) rate_name: usize,
    pub(super) passage: usize,
    pub(super) days: usize,
    /// Of how many leads; 0 where there is no room.
    pub(super) n: usize,
    pub(super) difference: usize,
}

/// Cells of a rate: up to 9999%.
pub(super) const RATE: usize = 5;

/// See the module. Rectangles count from the page's first row.
#[derive(Debug, Clone, Default)]
pub(super) struct Page {
    pub(super) funnel: Rect,
    pub(super) tempo: Rect,
    pub(super) weeks: Rect,
    pub(super) spark: Rect,
    /// Cells of a week.
    pub(super) week: u16,
    pub(super) table: Rect,
    /// Rows of a stage.
    pub(super) step: u16,
    pub(super) widths: Widths,
    pub(super) columns: Columns,
    pub(super) height: u16,
    /// Rows of the body that show the page; the last of the body is the note's.
    pub(super) shown: u16,
    pub(super) spots: Vec<Spot>,
}

impl Page {
    /// Lays the page out for a body.
    pub(super) fn lay(board: &Board, look: &Look, body: Rect, figures: &Figures, shares: &[Share]) -> Self {
        let rows = u16::try_from(shares.len()).unwrap_or(u16::MAX).saturating_add(2);
        let shown = body.height.saturating_sub(1);
        let mut page = Self { shown, ..Self::default() };
        let inner = body.width.saturating_sub(2);
        let mut widths = words_of(board, figures, look.lang);
        if body.width >= WIDE {
            page.stand_beside(inner, rows, &mut widths);
        } else {
            page.stand_below(inner, rows, &mut widths);
        }
        fit_funnel(&mut widths, usize::from(page.funnel.width));
        page.widths = widths;
        page.height = page.table.bottom();
        page.columns = table::columns(board, shares, usize::from(inner), look.lang);
        page.spots = page.find_spots(shares);
        page
    }

    fn stand_beside(&mut self, inner: u16, rows: u16, widths: &mut Widths) {
        let shown = self.shown;
        let height = |step: u16, gap: u16, spark: u16| 2 + 6 * step + 2 * gap + spark + rows;
        self.step = (1..=3).rev().find(|step| shown >= height(*step, 1, 3)).unwrap_or(1);
        let gap = u16::from(shown >= height(self.step, 1, 3));
        let spark = 2 + shown.saturating_sub(height(self.step, gap, 2)).min(8);
        let most = usize::from(inner) * 11 / 20;
        if widths.tempo() > most {
            widths.n = 0;
        }
        let tempo = u16::try_from(widths.tempo().min(most)).unwrap_or(inner).max(inner * 2 / 5);
        let high = 2 + 6 * self.step;
        self.funnel = Rect::new(1, 0, inner - tempo - 2, high);
        self.tempo = Rect::new(1 + inner - tempo, 0, tempo, high);
        self.weeks = Rect::new(1, high + gap, inner, spark);
        let label = 13.min(inner);
        self.week = ((inner - label) / 26).clamp(1, 6);
        self.spark = Rect::new(1 + label, self.weeks.y, self.week * 26, spark);
        self.table = Rect::new(1, self.weeks.bottom() + gap, inner, rows);
    }

    fn stand_below(&mut self, inner: u16, rows: u16, widths: &mut Widths) {
        self.step = 1;
        if widths.tempo() > usize::from(inner) {
            widths.n = 0;
        }
        self.funnel = Rect::new(1, 0, inner, 8);
        self.tempo = Rect::new(1, 9, inner, 8);
        self.weeks = Rect::new(1, 18, inner, 3);
        self.week = (inner / 26).clamp(1, 2);
        self.spark = Rect::new(1, 19, (self.week * 26).min(inner), 2);
        self.table = Rect::new(1, 22, inner, rows);
    }

    /// The row of the page on which the so-manieth stage stands.
    pub(super) const fn row(&self, stage: u16) -> u16 {
        1 + stage * self.step
    }

    /// Where the counts of the funnel and its rates begin.
    pub(super) fn funnel_columns(&self) -> (u16, u16) {
        let widths = self.widths;
        let count = self.funnel.x + cells(1 + widths.stage + 1 + widths.bar + 1);
        (count, count + cells(widths.count + 1))
    }

    /// Where the days of the two quarters begin, and their difference.
    pub(super) fn tempo_columns(&self) -> [u16; 3] {
        let widths = self.widths;
        let now = self.tempo.x + cells(widths.passage + 1);
        let quarter = cells(widths.days + widths.n + 1);
        [now, now + quarter, now + 2 * quarter]
    }

    fn find_spots(&self, shares: &[Share]) -> Vec<Spot> {
        let mut spots = Vec::new();
        let mut all = |figure, x, y, width| {
            spots.push(Spot { of: Of::All, figure, at: Rect::new(x, y, width, 1) });
        };
        let (count, rate) = self.funnel_columns();
        let [now, before, _] = self.tempo_columns();
        let [counts, days] = [self.widths.count, self.widths.days].map(cells);
        for (at, stage) in (0..).zip(Stage::ACTIVE) {
            all(Figure::Reached(stage), count, self.row(at), counts);
            if stage != Stage::Lead {
                all(Figure::Short(stage), rate, self.row(at), cells(RATE));
            }
        }
        all(Figure::Pledged, rate, self.row(6), cells(RATE));
        let passages = Passage::ALL.map(|passage| (Some(passage), passage));
        for (at, passage) in (0..).zip(passages.map(|(made, _)| made).into_iter().chain([None])) {
            for (quarter, x) in [(Quarter::Now, now), (Quarter::Before, before)] {
                let figure = passage.map_or(Figure::Verdict(quarter), |made| Figure::Made(made, quarter));
                all(figure, x, self.tempo.y + self.row(at), days);
            }
        }
        all(Figure::LateVerdict, self.tempo.x, self.tempo.y + self.row(6), self.tempo.width);
        for (at, ago) in (0..).zip((0..WEEKS).rev()) {
            let at = Rect::new(self.spark.x + at * self.week, self.spark.y, self.week, self.spark.height);
            spots.push(Spot { of: Of::All, figure: Figure::Week(ago), at });
        }
        for (y, share) in (self.table.y + 2..).zip(shares) {
            let columns = self.columns.spots(self.table.x, y);
            spots.extend(columns.map(|(figure, at)| Spot { of: Of::Row(share.slice), figure, at }));
        }
        spots.sort_by_key(|spot| (spot.at.y, spot.at.x));
        spots
    }

    /// The spot at the left or right in the same row.
    pub(super) fn beside(&self, at: usize, forward: bool) -> usize {
        let to = if forward { at + 1 } else { at.saturating_sub(1) };
        let row = |at: usize| self.spots.get(at).map(|spot| spot.at.y);
        if row(to) == row(at) { to } else { at }
    }

    /// The spot so many rows further down or up that stands nearest below or above.
    pub(super) fn rows_away(&self, at: usize, rows: usize, down: bool) -> usize {
        let Some(from) = self.spots.get(at) else { return at };
        let mut ys: Vec<u16> = self.spots.iter().map(|spot| spot.at.y).collect();
        ys.dedup();
        let row = ys.iter().position(|y| *y == from.at.y).unwrap_or(0);
        let to = if down { row.saturating_add(rows).min(ys.len() - 1) } else { row.saturating_sub(rows) };
        let away = |spot: &Spot| middle(spot.at).abs_diff(middle(from.at));
        let there = self.spots.iter().enumerate().filter(|(_, spot)| Some(&spot.at.y) == ys.get(to));
        there.min_by_key(|(_, spot)| away(spot)).map_or(at, |(place, _)| place)
    }

    /// The way of the cursor from a spot to the one on a cell of the area that the page is drawn on.
    pub(super) fn way(&self, from: usize, area: Rect, at: Position) -> Option<Vec<Step>> {
        let line = at.y.checked_sub(area.y).filter(|line| *line < self.shown)?;
        let cell = Position::new(at.x.checked_sub(area.x)?, self.top(from) + line);
        let to = self.spots.iter().position(|spot| spot.at.contains(cell))?;
        let mut ys: Vec<u16> = self.spots.iter().map(|spot| spot.at.y).collect();
        ys.dedup();
        let row = |place: usize| ys.iter().position(|y| *y == self.spots[place].at.y).unwrap_or(0);
        let rows = row(to).abs_diff(row(from));
        let mut way = rows_between(row(from), row(to));
        // In its row the cursor comes down on the nearest one.
        way.extend(columns_between(self.rows_away(from, rows, row(to) > row(from)), to));
        Some(way)
    }

    /// So many rows are a page: fewer than are shown, since not every row has figures.
    pub(super) fn rows_of_page(&self) -> usize {
        usize::from(self.shown / 2).max(1)
    }

    /// The first row that is drawn, so that the cursor's is among them.
    pub(super) fn top(&self, at: usize) -> u16 {
        let last = self.height.saturating_sub(self.shown);
        let Some(spot) = self.spots.get(at) else { return 0 };
        // What stands above says what it is: two rows of it are kept in sight.
        let above = spot.at.y.saturating_sub(2);
        spot.at
            .bottom()
            .saturating_sub(self.shown)
            .max(last.min(above.saturating_sub(self.shown / 3)))
            .min(last)
    }
}

fn middle(at: Rect) -> u16 {
    at.x + at.width / 2
}

pub(super) fn cells(width: usize) -> u16 {
    u16::try_from(width).unwrap_or(u16::MAX)
}

impl Widths {
    /// The cells of a line of the tempo.
    const fn tempo(&self) -> usize {
        self.passage + 1 + 2 * (self.days + self.n + 1) + self.difference
    }
}

/// The widest of some texts.
fn widest<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> usize {
    texts.into_iter().map(|text| width::of(text.as_ref())).max().unwrap_or(0)
}

/// What the words and numbers need.
fn words_of(board: &Board, figures: &Figures, lang: Lang) -> Widths {
    let stages = Stage::ACTIVE.map(|stage| words::short_stage(board, stage, lang));
    let tempos = figures.tempo.iter().chain([&figures.verdict]);
    let n = tempos.clone().flat_map(|tempo| [tempo.now.n, tempo.before.n]).max().unwrap_or(0);
    let days = [say!(lang, "figures-col-now"), say!(lang, "figures-col-before")];
    let passages = Passage::ALL.map(|passage| words::step(board, passage, lang));
    Widths {
        stage: widest(stages),
        bar: 0,
        count: grouped(figures.funnel.at(Stage::Lead).into())
            .len()
            .max(width::of(&say!(lang, "figures-head-reached"))),
        rate_name: widest(Stage::ACTIVE.map(|stage| words::rate_name(stage, lang))),
        passage: widest(passages.into_iter().chain([say!(lang, "figures-step-verdict")])),
        days: widest(days).max(6),
        n: 1 + width::of(&words::of_so_many(n, lang)),
        difference: widest(tempos.map(|tempo| words::brief_difference(tempo, lang)))
            .max(width::of(&say!(lang, "figures-col-difference"))),
    }
}

/// The bar takes what the words leave; the names of the rates give way to it.
fn fit_funnel(widths: &mut Widths, room: usize) {
    let rest = |widths: &Widths| {
        room.saturating_sub(1 + widths.stage + 1 + 1 + widths.count + 1 + RATE + 1 + widths.rate_name)
    };
    if rest(widths) < 8 {
        widths.rate_name = 0;
    }
    widths.bar = rest(widths);
}
