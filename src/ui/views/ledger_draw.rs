//! Draws a ledger: the head of its columns, the rows of the page, the detail. May use `columns`,
//! `detail`, `ink`.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::columns::{self, Column, GAP};
use super::detail;
use super::ink::Ink;
use super::ledger::Ledger;
use crate::domain::money::grouped;
use crate::domain::{Id, Kind};
use crate::say;
use crate::ui::event::Cx;
use crate::ui::style::{Look, Meaning};
use crate::ui::{layout, show};

/// The rows above the list: what is listed, and the columns' words.
pub(super) const HEAD: u16 = 2;

/// Draws the table, and the detail where there is room or it is zoomed.
pub(super) fn draw(ledger: &Ledger, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    let held = ledger.rows.get(ledger.wish.kind, ledger.at);
    if let Some(id) = held.filter(|_| ledger.zoomed) {
        detail::draw(cx, look, id, ledger.scroll, area, frame);
        return;
    }
    let split = layout::split(area);
    draw_list(ledger, cx, look, split.list, frame);
    if let Some(area) = split.detail {
        let inner = super::frame_of_detail(look, split, area, frame);
        if let Some(id) = held {
            detail::draw(cx, look, id, 0, inner, frame);
        }
    }
}

fn draw_list(ledger: &Ledger, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    let kind = ledger.wish.kind;
    let width = usize::from(area.width).saturating_sub(1);
    let columns = columns::fit(columns::of(kind), width);
    frame.render_widget(title(ledger, cx, look, usize::from(area.width)), Rect { height: 1, ..area });
    let height = usize::from(area.height.saturating_sub(HEAD));
    if ledger.len == 0 {
        draw_empty(ledger, look, area, frame);
        return;
    }
    frame.render_widget(head(kind, look, &columns, width), Rect { y: area.y + 1, height: 1, ..area });
    let top = layout::top(ledger.at, ledger.len, height);
    for (y, at) in (area.y + HEAD..area.bottom()).zip(top..) {
        let Some(id) = ledger.rows.get(kind, at) else { break };
        let line = row(cx, look, id, &columns, width);
        let place = Rect { y, height: 1, ..area };
        frame.render_widget(line, place);
        if at == ledger.at {
            frame.buffer_mut().set_style(place, look.style(Meaning::Selection));
        }
    }
}

/// What is listed and by what it is narrowed; at the end which row of how many.
fn title(ledger: &Ledger, cx: &Cx<'_>, look: &Look, cells: usize) -> Line<'static> {
    let wish = &ledger.wish;
    let kind = say!(look.lang, "view-kind", kind = wish.kind.code());
    let mut line = Ink::new(look, cells.saturating_sub(12)).gap(1).put(Meaning::Title, &kind);
    if let Some(id) = wish.division {
        let name = show::name(cx.board, id, look.lang);
        line = line.put(Meaning::Muted, &look.between()).put(Meaning::Accent, &format!("{} {name}", id.no));
    }
    if wish.order == super::rows::Order::Newest {
        line = line.put(Meaning::Muted, &look.between()).put(Meaning::Muted, &say!(look.lang, "view-newest"));
    }
    if !wish.typed.is_empty() {
        let words = say!(look.lang, "view-filtered", typed = wish.typed.as_str());
        line = line.put(Meaning::Muted, &look.between()).put(Meaning::Match, &words);
    }
    let place =
        format!("{}/{}", (ledger.at + 1).min(ledger.len), grouped(i64::try_from(ledger.len).unwrap_or(0)));
    let left = line.line();
    Ink::new(look, cells).spans(left.spans).end(&[(Meaning::Muted, &place)]).line()
}

/// The columns' words.
fn head(kind: Kind, look: &Look, columns: &[(Column, usize)], width: usize) -> Line<'static> {
    let mut line = Ink::new(look, width + 1).gap(1);
    for (column, cells) in columns {
        let word = columns::title(kind, column.what, look);
        line = if column.right {
            line.right(Meaning::Column, &word, *cells)
        } else {
            line.cell(Meaning::Column, &word, *cells)
        };
        line = line.gap(GAP);
    }
    line.line()
}

fn row(cx: &Cx<'_>, look: &Look, id: Id, columns: &[(Column, usize)], width: usize) -> Line<'static> {
    let mut line = Ink::new(look, width + 1).gap(1);
    for (column, cells) in columns {
        let (meaning, words) = columns::cell(cx, look, id, column.what);
        line = if column.right {
            line.right(meaning, &words, *cells)
        } else {
            line.cell(meaning, &words, *cells)
        };
        line = line.gap(GAP);
    }
    line.line()
}

/// What to do where nothing is listed.
fn draw_empty(ledger: &Ledger, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    let filtered = !ledger.wish.typed.is_empty() || ledger.wish.division.is_some();
    let words = if filtered {
        say!(look.lang, "view-none-found")
    } else if ledger.wish.kind == Kind::Lead {
        say!(look.lang, "view-empty-leads")
    } else {
        say!(look.lang, "view-empty-records")
    };
    super::draw_wrapped(look, Meaning::Hint, &words, inset(area), frame);
}

/// The area below the head, with a margin.
fn inset(area: Rect) -> Rect {
    let down = 2.min(area.height);
    Rect { x: area.x + 1, y: area.y + down, width: area.width.saturating_sub(2), height: area.height - down }
}
