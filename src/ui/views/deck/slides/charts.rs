//! The wall charts on a slide: targets by area, the Six Ones, the support line.
//! May use `board`, `page`, `views::target`.

use super::{Teller, lists};
use crate::board::{deployment, matrix, support};
use crate::domain::six_one::SixOneKind;
use crate::domain::{Choice, Id};
use crate::say;
use crate::ui::style::Meaning;
use crate::ui::views::deck::page::{GAP, Page, Row};
use crate::ui::views::deck::slide::Slide;
use crate::ui::views::six_ones::cell::meaning;
use crate::ui::views::target::Words;
use crate::ui::{show, width};

/// The most cells of a name at the head of a row.
const NAME: usize = 16;

/// The divisions' targets by area: of each cell the worst one, and how many more there are.
pub(super) fn deployment(teller: &Teller<'_>) -> Page {
    let mut page = Page::of(teller.label(Slide::Deployment));
    let chart = deployment::chart(teller.board);
    let name = teller.names(NAME);
    let each = (teller.room.0.saturating_sub(name) / chart.areas.len().max(1)).saturating_sub(GAP);
    let head = Row::of("head").left(Meaning::Column, "", name);
    page.rows.push(
        chart.areas.iter().fold(head, |row, area| row.left(Meaning::Column, area.label(teller.lang), each)),
    );
    let lines = (teller.room.1.saturating_sub(1) / chart.rows.len().max(1)).clamp(1, 3);
    for row in &chart.rows {
        let whose = row.division.map_or_else(
            || say!(teller.lang, "chart-no-division"),
            |id| show::name(teller.board, id, teller.lang),
        );
        for line in 0..lines {
            let key = format!("{}-{line}", row.division.map_or_else(String::new, |id| id.to_string()));
            let head = if line == 0 { whose.as_str() } else { "" };
            let told = Row::of(key).left(Meaning::Strong, head, name);
            page.rows.push(row.cells.iter().fold(told, |told, cell| {
                let (meaning, words) = target(teller, cell, line, lines, each);
                told.left(meaning, words, each)
            }));
        }
    }
    page
}

/// The target of a cell that a line tells: its light, figures and name; where it has more lines, the
/// next ones; on the last line how many are left.
fn target(teller: &Teller<'_>, cell: &[Id], line: usize, lines: usize, room: usize) -> (Meaning, String) {
    let Some(words) = cell.get(line).and_then(|id| Words::of(teller.board, *id, teller.lang)) else {
        return (Meaning::Muted, if line == 0 { "-".to_owned() } else { String::new() });
    };
    let figures = if words.figures.is_empty() { &words.due } else { &words.percent };
    let more = cell.len().saturating_sub(lines);
    let more = if line + 1 == lines && more > 0 { format!(" +{more}") } else { String::new() };
    let tail = format!(" {figures}{more}");
    let name = words.name.trim_start_matches('*');
    let cells = room.saturating_sub(width::of(&words.mark) + 1 + width::of(&tail));
    // A name of two letters tells nothing: the figure has the cell to itself then.
    let name = if cells < 6 { String::new() } else { teller.cut(name, cells) };
    (words.signal, format!("{} {name}{tail}", words.mark).replace("  ", " "))
}

/// The matrix of the Six Ones, with how many a division has.
pub(super) fn six_ones(teller: &Teller<'_>) -> Page {
    let mut page = Page::of(teller.label(Slide::SixOnes));
    let (board, lang) = (teller.board, teller.lang);
    let rows = matrix::rows(board);
    let ready: usize = rows.iter().map(|row| row.ready).sum();
    page.under = say!(lang, "deck-ready", ready = ready, all = rows.len() * matrix::SIX);
    let name = teller.names(NAME);
    let count = 3;
    let each = (teller.room.0.saturating_sub(name + count + 1) / matrix::SIX).saturating_sub(1);
    let head = Row::of("head").tight().left(Meaning::Column, "", name);
    let short = |kind: &SixOneKind| say!(lang, "deck-six-one", which = kind.code());
    page.rows
        .push(SixOneKind::ALL.iter().fold(head, |row, kind| row.left(Meaning::Column, short(kind), each)));
    for row in rows {
        let told = Row::of(row.division.to_string()).tight();
        let told = told.left(Meaning::Strong, show::name(board, row.division, lang), name);
        let told = row.cells.iter().fold(told, |told, cell| {
            let (meaning, words) = six_one(teller, *cell);
            told.left(meaning, words, each)
        });
        page.rows.push(told.right(Meaning::Strong, format!("{}/{}", row.ready, matrix::SIX), count));
    }
    page
}

fn six_one(teller: &Teller<'_>, cell: Option<Id>) -> (Meaning, String) {
    let Some((id, six_one)) = cell.and_then(|id| Some((id, teller.board.six_one(id)?))) else {
        return (Meaning::Muted, "-".to_owned());
    };
    (meaning(teller.board, id, six_one), six_one.state.label(teller.lang).to_owned())
}

/// The departments and companies with what they have been asked for.
pub(super) fn support(teller: &Teller<'_>) -> Page {
    let mut page = Page::of(teller.label(Slide::Support));
    let (board, lang) = (teller.board, teller.lang);
    let chart = support::chart(board, None);
    let heads = ["open", "overdue", "done", "days"].map(|name| say!(lang, "deck-support", name = name));
    let cells = heads.iter().map(|head| width::of(head)).max().unwrap_or(0).max(4);
    let head = Row::of("head").rest(Meaning::Column, "");
    page.rows.push(heads.iter().fold(head, |row, word| row.right(Meaning::Column, word.as_str(), cells)));
    let room = teller.room.1.saturating_sub(2);
    let most = if chart.units.len() > room { room.saturating_sub(1) } else { room };
    for (id, load) in chart.units.iter().take(most) {
        page.rows.push(load_row(id.to_string(), Meaning::Text, show::name(board, *id, lang), load, cells));
    }
    lists::more(teller, &mut page, chart.units.len().saturating_sub(most));
    let all = load_row("all".to_owned(), Meaning::Strong, say!(lang, "deck-all"), &chart.total, cells);
    page.rows.push(all);
    page
}

fn load_row(key: String, meaning: Meaning, name: String, load: &support::Load, cells: usize) -> Row {
    let quiet = |count: usize, meaning: Meaning| if count == 0 { Meaning::Muted } else { meaning };
    let row = Row::of(key).rest(meaning, name);
    let row = row.right(quiet(load.open(), Meaning::Text), load.open().to_string(), cells);
    let row = row.right(quiet(load.overdue, Meaning::Red), load.overdue.to_string(), cells);
    let row = row.right(quiet(load.done, Meaning::Green), load.done.to_string(), cells);
    row.right(Meaning::Text, load.days.map_or_else(|| "-".to_owned(), |days| days.to_string()), cells)
}
