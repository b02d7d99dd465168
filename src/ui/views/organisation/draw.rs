//! Draws the organisation: the faces, the houses, below them their people.
//! May use `detail`, `grid`, `ink`, `rows`, `layout`.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::rows::Rows;
use super::{Face, Organisation};
use crate::board::organisation;
use crate::domain::{Choice, Id, Kind};
use crate::say;
use crate::ui::event::Cx;
use crate::ui::style::{Look, Meaning};
use crate::ui::views::ink::{self, Ink};
use crate::ui::views::{Step, draw_hint, grid, heading, rows_between};
use crate::ui::{layout, show};

/// The rows that are kept for people: a heading, the columns' words and three of them.
const LEAST: u16 = 5;

/// Draws the view.
pub(super) fn draw(view: &Organisation, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    let held = view.below.map_or_else(|| view.house(), |at| view.people.get(at).copied());
    if let Some(id) = held.filter(|_| view.zoom.is_on()) {
        return view.zoom.draw(cx, look, id, area, frame);
    }
    ink::draw(&title(view, cx, look, usize::from(area.width)), Rect { height: 1, ..area }, frame);
    let rows = Rows { view, cx, look };
    let (houses, people) = parts(view, area);
    if view.face == Face::People {
        return draw_people(view, &rows, people, frame);
    }
    let (columns, cells) = rows.houses();
    let cursor = view.below.is_none().then_some(view.at);
    draw_grid(look, columns, &cells, (view.at, cursor), houses, frame);
    if people.height > 0 {
        let above = Rect { y: people.y - 1, height: 1, ..people };
        ink::draw(&house_heading(view, cx, look, usize::from(area.width)), above, frame);
        draw_people(view, &rows, people, frame);
    }
}

/// Where the houses stand, and their people or everybody, each with the columns' words.
fn parts(view: &Organisation, area: Rect) -> (Rect, Rect) {
    let rest = layout::below(area, 1);
    if view.face == Face::People {
        return (Rect { height: 0, ..rest }, rest);
    }
    let wanted = u16::try_from(view.houses.len()).unwrap_or(u16::MAX).saturating_add(1);
    let height = wanted.min(rest.height.saturating_sub(LEAST).max(rest.height / 2));
    let lower = rest.height - height;
    let gap = u16::from(lower > LEAST);
    let people = Rect { y: rest.y + height + gap + 1, height: (lower - gap).saturating_sub(1), ..rest };
    (Rect { height, ..rest }, people)
}

/// The rows of a grid, below the columns' words.
const fn below_words(grid: Rect) -> Rect {
    layout::below(grid, 1)
}

/// The way to the house or person on a cell.
pub(super) fn way(view: &Organisation, area: Rect, at: Position) -> Option<Vec<Step>> {
    let (houses, people) = parts(view, area);
    let place = |grid, cursor, len| layout::row_at(below_words(grid), cursor, len, 1, at);
    if let Some(to) = place(houses, view.at, view.houses.len()) {
        let out = view.below.map(|_| Step::Left);
        return Some(out.into_iter().chain(rows_between(view.at, to)).collect());
    }
    let to = place(people, view.below.unwrap_or(0), view.people.len())?;
    let into = view.below.is_none().then_some(Step::Right);
    Some(into.into_iter().chain(rows_between(view.below.unwrap_or(0), to)).collect())
}

/// The faces, and at the right how many are on post.
fn title(view: &Organisation, cx: &Cx<'_>, look: &Look, cells: usize) -> Line<'static> {
    let board = cx.board;
    let staff: Vec<Id> = board.ids(Kind::Person).into_iter().filter(|id| !board.has_left(*id)).collect();
    let counts = [
        board.count(Kind::Division),
        organisation::units(board, false).len(),
        organisation::units(board, true).len(),
        staff.len(),
    ];
    let faces: Vec<_> =
        Face::ALL.iter().zip(counts).map(|(face, count)| (face.label(look.lang), count)).collect();
    let posts =
        say!(look.lang, "view-posts", ready = organisation::on_post(board, &staff), all = staff.len());
    let faces = (faces.as_slice(), view.face.place());
    heading::of_splits(look, cells, "organisation", faces, |line| line, (Meaning::Strong, &posts))
}

/// Whose people stand below.
fn house_heading(view: &Organisation, cx: &Cx<'_>, look: &Look, cells: usize) -> Line<'static> {
    let house = view.house().map_or_else(String::new, |id| show::name(cx.board, id, look.lang));
    let words = say!(look.lang, "view-people-of", house = house, count = view.people.len());
    Ink::new(look, cells).gap(1).put(Meaning::Title, &words).line()
}

fn draw_people(view: &Organisation, rows: &Rows<'_>, area: Rect, frame: &mut Frame<'_>) {
    if view.people.is_empty() {
        // The hint stands below a head of two rows; here there is none.
        let up = Rect { y: area.y.saturating_sub(2), height: area.height + 2, ..area };
        return draw_hint(rows.look, &say!(rows.look.lang, "view-no-people"), up, frame);
    }
    let (columns, cells) = rows.people();
    draw_grid(rows.look, columns, &cells, (view.below.unwrap_or(0), view.below), area, frame);
}

/// A grid below the words of its columns: the page of a row, with the cursor on one if it is here.
fn draw_grid(
    look: &Look,
    columns: &[grid::Column],
    rows: &[grid::Cells],
    (at, cursor): (usize, Option<usize>),
    area: Rect,
    frame: &mut Frame<'_>,
) {
    let lines = grid::lines(look, columns, rows, usize::from(area.width));
    let Some((head, lines)) = lines.split_first() else { return };
    ink::draw(head, Rect { height: 1, ..area }, frame);
    let rows = below_words(area);
    let top = layout::top(at, lines.len(), usize::from(rows.height));
    for (y, (place, line)) in (rows.y..rows.bottom()).zip(lines.iter().enumerate().skip(top)) {
        let spot = Rect { y, height: 1, ..area };
        ink::draw(line, spot, frame);
        if cursor == Some(place) {
            frame.buffer_mut().set_style(spot, look.style(Meaning::Selection));
        }
    }
}
