//! Draws a ledger: the head of its columns, the rows of the page, the detail. May use `columns`, `cells`,
//! `detail`, `detail_pane`, `ink`.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::columns::{self, What};
use super::ink::{self, Ink};
use super::ledger::Ledger;
use super::marks::MARK;
use super::measure::{self, GAP};
use super::order::Order;
use super::{cells, detail_pane, heading};
use crate::domain::money::grouped;
use crate::domain::record::form_role;
use crate::domain::{FieldKey, Id, Kind};
use crate::say;
use crate::ui::event::Cx;
use crate::ui::style::{Look, Meaning};
use crate::ui::{layout, show};

/// The rows above the list: what is listed, and the columns' words.
pub(super) const HEAD: u16 = 2;

/// Draws the table, and the detail where there is room or it is zoomed.
pub(super) fn draw(ledger: &Ledger, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    let held = ledger.rows.get(ledger.wish.kind, ledger.at);
    if let Some(id) = held.filter(|_| ledger.zoom.is_on()) {
        ledger.zoom.draw(cx, look, id, area, frame);
        return;
    }
    let split = layout::split(area);
    draw_list(ledger, cx, look, split.list, frame);
    if let (Some(area), Some(id)) = (split.detail, ledger.settle.told()) {
        let inner = super::frame_of_detail(look, split, area, frame);
        detail_pane::draw(cx, look, id, inner, frame);
        ledger.settle.mark(look, inner, frame);
    }
}

/// Where the rows of the list stand.
const fn rows(list: Rect) -> Rect {
    layout::below(list, HEAD)
}

/// The row on a cell.
pub(super) fn row_at(ledger: &Ledger, area: Rect, at: Position) -> Option<usize> {
    layout::row_at(rows(layout::split(area).list), ledger.at, ledger.len, 1, at)
}

fn draw_list(ledger: &Ledger, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    let kind = ledger.wish.kind;
    let cells = usize::from(area.width);
    ink::draw(&title(ledger, cx, look, cells), Rect { height: 1, ..area }, frame);
    if ledger.len == 0 {
        draw_empty(ledger, cx, look, area, frame);
        return;
    }
    let height = usize::from(rows(area).height);
    let top = layout::top(ledger.at, ledger.len, height);
    let order = ledger.wish.order;
    let listed = columns::listed(kind, order.by);
    let wanted: Vec<usize> =
        listed.iter().map(|column| measure::column(cx.board, look, kind, column)).collect();
    let fitted = columns::fit(&listed, &wanted, cells.saturating_sub(2));
    let ids = (top..top + height).map_while(|at| ledger.rows.get(kind, at));
    let mut page = Page::new(cx, look, (kind, order), &fitted, ids);
    page.lift(ledger.at - top);
    let found = found(ledger, kind);
    for (y, row) in (area.y + 1..area.bottom()).zip(&page.rows) {
        // The head is the columns' words.
        let found = if y == area.y + 1 { &[] } else { found.as_slice() };
        ink::draw(&line(look, kind, &fitted, row, found, cells), Rect { y, height: 1, ..area }, frame);
    }
    let at = u16::try_from(ledger.at - top).unwrap_or(0);
    let place = Rect { y: rows(area).y + at, height: 1, ..area };
    frame.buffer_mut().set_style(place.intersection(area), look.style(Meaning::Selection));
    draw_marks(ledger, look, top, area, frame);
}

/// The signs before marked rows, and at the top how many are marked.
fn draw_marks(ledger: &Ledger, look: &Look, top: usize, area: Rect, frame: &mut Frame<'_>) {
    if ledger.marks.is_empty() {
        return;
    }
    let drawn = ledger.marks.drawn(ledger.at, |id| ledger.rows.made(id));
    let rows = (top..).map_while(|at| Some((at, ledger.rows.get(ledger.wish.kind, at)?)));
    for (y, (at, id)) in (area.y + HEAD..area.bottom()).zip(rows) {
        if ledger.marks.has(id, at, drawn.as_ref()) {
            frame.buffer_mut().set_string(area.x, y, MARK, look.style(Meaning::Accent));
        }
    }
}

/// By column, the words that the filter finds in it; nothing where nothing is looked for.
fn found(ledger: &Ledger, kind: Kind) -> Vec<Vec<String>> {
    let filter = ledger.rows.filter();
    if filter.is_empty() {
        return Vec::new();
    }
    let words = |column: &columns::Column| match column.what {
        What::Field(key) => FieldKey::find(kind, key)
            .map_or_else(Vec::new, |key| filter.needles(key).map(str::to_owned).collect()),
        _ => Vec::new(),
    };
    columns::of(kind).iter().map(words).collect()
}

/// The cells of the page, those of the columns that are shown; their words first.
struct Page {
    rows: Vec<Vec<(Meaning, String)>>,
}

impl Page {
    fn new(
        cx: &Cx<'_>,
        look: &Look,
        (kind, order): (Kind, Order),
        fitted: &[(usize, usize)],
        ids: impl Iterator<Item = Id>,
    ) -> Self {
        let columns = || fitted.iter().map(|(place, cells)| (columns::of(kind)[*place].what, *cells));
        let by = order.column(kind);
        let meaning = |what| if what == by { Meaning::Accent } else { Meaning::Column };
        let head = columns().map(|(what, _)| (meaning(what), cells::title(kind, what, look))).collect();
        let cells = |id| columns().map(|(what, room)| cells::cell(cx, look, id, what, room)).collect();
        Self { rows: std::iter::once(head).chain(ids.map(cells)).collect() }
    }

    /// Makes a row stand out in one tone, but for its light.
    fn lift(&mut self, row: usize) {
        for (meaning, _) in self.rows.get_mut(row + 1).into_iter().flatten() {
            if *meaning == Meaning::Text {
                *meaning = Meaning::Strong;
            }
        }
    }
}

/// A row of cells in their columns.
fn line(
    look: &Look,
    kind: Kind,
    fitted: &[(usize, usize)],
    row: &[(Meaning, String)],
    found: &[Vec<String>],
    cells: usize,
) -> Line<'static> {
    let mut line = Ink::new(look, cells).gap(1);
    for ((place, cells), (meaning, words)) in fitted.iter().zip(row) {
        line = if columns::of(kind)[*place].right {
            line.right(*meaning, words, *cells)
        } else {
            line.cell_with(*meaning, words, *cells, found.get(*place).map_or(&[], Vec::as_slice))
        };
        line = line.gap(GAP);
    }
    line.line()
}

/// What is listed and by what it is narrowed; at the end which row of how many.
fn title(ledger: &Ledger, cx: &Cx<'_>, look: &Look, cells: usize) -> Line<'static> {
    let wish = &ledger.wish;
    let kind = say!(look.lang, "view-kind", kind = wish.kind.code());
    let mut line = heading::titled(look, cells.saturating_sub(14), &kind);
    if let Some(id) = wish.division {
        let name = show::name(cx.board, id, look.lang);
        line = line.narrowed(look, Meaning::Accent, &format!("{} {name}", id.no));
    }
    if let Some(behind) = wish.behind {
        let name = show::behind(cx.board, behind, look.lang);
        line = line.narrowed(look, Meaning::Match, &name);
    }
    if let Some(order) = order_words(wish.kind, wish.order, look) {
        line = line.narrowed(look, Meaning::Accent, &order);
    }
    if !wish.typed.is_empty() {
        let words = say!(look.lang, "view-filtered", typed = wish.typed.as_str());
        line = line.narrowed(look, Meaning::Match, &words);
    }
    let marked = ledger.marks.count(ledger.drawn());
    if marked > 0 {
        let words = say!(look.lang, "view-marked", count = marked);
        line = line.narrowed(look, Meaning::Accent, &words);
    }
    let place =
        format!("{}/{}", (ledger.at + 1).min(ledger.len), grouped(i64::try_from(ledger.len).unwrap_or(0)));
    let left = line.line();
    Ink::new(look, cells).spans(left.spans).total(Meaning::Muted, &place).line()
}

/// In which order the records are listed, where it is not their usual one.
fn order_words(kind: Kind, order: Order, look: &Look) -> Option<String> {
    let by = order.by?;
    if by == What::Id && order.is_descending(kind) {
        return Some(say!(look.lang, "view-newest"));
    }
    let column = cells::title(kind, by, look);
    Some(if order.reversed {
        say!(look.lang, "view-ordered-back", column = column)
    } else {
        say!(look.lang, "view-ordered", column = column)
    })
}

/// What to do where nothing is listed, for those who may.
fn draw_empty(ledger: &Ledger, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    let filtered = !ledger.wish.typed.is_empty() || ledger.wish.division.is_some();
    let words = if ledger.wish.behind.is_some() && ledger.wish.typed.is_empty() {
        say!(look.lang, "view-none-behind")
    } else if filtered {
        say!(look.lang, "view-none-found")
    } else if cx.board.role(cx.login) < form_role(ledger.wish.kind) {
        say!(look.lang, "view-empty-viewer")
    } else if ledger.wish.kind == Kind::Lead {
        say!(look.lang, "view-empty-leads")
    } else {
        say!(look.lang, "view-empty-records")
    };
    super::draw_hint(look, &words, area, frame);
}
