//! The split below the figures: its columns, as many as there is room for, and its lines.
//! May use `board::figures`, `bar`, `ink`.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::draw::bar_style;
use super::page::cells;
use crate::board::Board;
use crate::board::figures::{Figure, Share};
use crate::domain::money::grouped;
use crate::domain::{Lang, Money, Stage};
use crate::locales::figures as words;
use crate::say;
use crate::ui::style::{Look, Meaning};
use crate::ui::views::ink::Ink;
use crate::ui::widgets::bar;
use crate::ui::width;

/// A column of the split.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    /// Leads that reached a stage.
    Count(Stage),
    /// The rate by which a stage is reached.
    Rate(Stage),
    /// What was signed, in money.
    Amount,
    /// 资金到位率.
    Paid,
}

/// All columns in their order, each with what is left out first where there is no room.
const ALL: [(Column, u8); 11] = [
    (Column::Count(Stage::Lead), 0),
    (Column::Count(Stage::Talk), 3),
    (Column::Count(Stage::Sign), 1),
    (Column::Count(Stage::Land), 4),
    (Column::Count(Stage::Build), 10),
    (Column::Count(Stage::Run), 8),
    (Column::Rate(Stage::Sign), 2),
    (Column::Rate(Stage::Land), 6),
    (Column::Rate(Stage::Run), 9),
    (Column::Amount, 7),
    (Column::Paid, 5),
];

/// The columns that there is room for, with their cells.
#[derive(Debug, Clone, Default)]
pub(super) struct Columns {
    name: usize,
    bar: usize,
    rest: Vec<(Column, usize)>,
}

impl Columns {
    /// The figures of a row and where they stand. The money is one figure, whose leads both columns
    /// are about.
    pub(super) fn spots(&self, x: u16, y: u16) -> impl Iterator<Item = (Figure, Rect)> {
        let mut at = x + cells(1 + self.name + 1 + self.bar);
        self.rest.iter().filter_map(move |(column, wide)| {
            let place = Rect::new(at + 1, y, cells(*wide), 1);
            at += 1 + cells(*wide);
            Some((column.figure()?, place))
        })
    }
}

impl Column {
    const fn figure(self) -> Option<Figure> {
        match self {
            Self::Count(stage) => Some(Figure::Reached(stage)),
            Self::Rate(stage) => Some(Figure::Short(stage)),
            Self::Paid => Some(Figure::Pledged),
            Self::Amount => None,
        }
    }

    fn head(self, board: &Board, lang: Lang) -> String {
        match self {
            Self::Count(stage) => words::short_stage(board, stage, lang),
            Self::Rate(Stage::Sign) => say!(lang, "figures-col-sign"),
            Self::Rate(Stage::Land) => say!(lang, "figures-col-land"),
            Self::Rate(_) => say!(lang, "figures-col-run"),
            Self::Amount => say!(lang, "figures-head-amount"),
            Self::Paid => say!(lang, "figures-col-paid"),
        }
    }

    fn cell(self, share: &Share, lang: Lang) -> String {
        let funnel = &share.funnel;
        match self {
            // Nobody there has this stage before them.
            Self::Count(Stage::Build) if funnel.rate(Stage::Build).whole == 0 => "-".to_owned(),
            Self::Count(stage) => grouped(funnel.at(stage).into()),
            Self::Rate(stage) => words::percent(funnel.rate(stage)),
            Self::Amount => Money::cny(funnel.amount).show(lang),
            Self::Paid => words::percent(funnel.money()),
        }
    }
}

/// The columns that fit into so many cells.
pub(super) fn columns(board: &Board, shares: &[Share], room: usize, lang: Lang) -> Columns {
    let names = shares.iter().map(|share| width::of(&words::slice(board, share.slice, lang)));
    let name = names.max().unwrap_or(0).clamp(8, (room / 4).max(10));
    let wide = |column: Column| {
        let cells = shares.iter().map(|share| width::of(&column.cell(share, lang)));
        cells.chain([width::of(&column.head(board, lang)), 4]).max().unwrap_or(4)
    };
    let all = ALL.map(|(column, rank)| (column, rank, wide(column)));
    let bar = if room >= 60 { 10 } else { 0 };
    let mut left = room.saturating_sub(1 + name + 1 + bar);
    let mut ranked = all;
    ranked.sort_by_key(|(_, rank, _)| *rank);
    let mut kept = Vec::new();
    for (column, _, wide) in ranked {
        if wide + 1 > left {
            break;
        }
        left -= wide + 1;
        kept.push(column);
    }
    let rest = all.into_iter().filter(|(column, ..)| kept.contains(column));
    let bar = if bar > 0 { (bar + left / 2).min(24) } else { 0 };
    Columns { name, bar, rest: rest.map(|(column, _, wide)| (column, wide)).collect() }
}

/// The columns' words.
pub(super) fn head(board: &Board, look: &Look, columns: &Columns, room: usize) -> Line<'static> {
    let mut line = Ink::new(look, room).gap(1 + columns.name + 1 + columns.bar);
    for (column, wide) in &columns.rest {
        line = line.gap(1).right(Meaning::Column, &column.head(board, look.lang), *wide);
    }
    line.line()
}

/// A row: name, bar of leads against the most of any row, numbers. The cursor stands at the one that is
/// held; that of the division one looks at stands out.
pub(super) fn line(
    board: &Board,
    look: &Look,
    columns: &Columns,
    (share, most): (&Share, u32),
    room: usize,
    (held, chosen): (bool, bool),
) -> Line<'static> {
    let name = words::slice(board, share.slice, look.lang);
    let sign = if held { look.glyphs.cursor } else { " " };
    let text = if chosen { Meaning::Strong } else { Meaning::Text };
    let points = u64::from(share.funnel.at(Stage::Lead)) * 100 / u64::from(most.max(1));
    let filled = bar::filled(look, columns.bar, i64::try_from(points).unwrap_or(100));
    let mut line = Ink::new(look, room).put(Meaning::Accent, sign).cell(text, &name, columns.name).gap(1);
    line = line.styled(bar_style(look), &filled).gap(columns.bar - width::of(&filled).min(columns.bar));
    for (column, wide) in &columns.rest {
        let cell = column.cell(share, look.lang);
        let meaning = if matches!(cell.as_str(), "-" | "0") { Meaning::Muted } else { text };
        line = line.gap(1).right(meaning, &cell, *wide);
    }
    line.line()
}
