//! The views: each holds what a person has chosen (cursor, filter, zoom) and draws itself from the
//! Board. None of them knows of keys. May use `domain`, `board`, `locales` and the rest of `ui`.

pub mod agenda;
pub mod board;
pub mod cluster;
pub mod deck;
pub mod deployment;
pub mod detail;
pub mod figures;
pub mod footer;
pub mod header;
pub mod history;
pub mod import;
pub mod inbox;
pub mod ledger;
pub mod marks;
pub mod organisation;
pub mod progress;
mod settle;
pub mod six_ones;
pub mod support;

mod board_draw;
mod burnup;
mod cells;
mod columns;
mod detail_pane;
mod grid;
mod heading;
mod ink;
mod kin;
mod ledger_draw;
mod measure;
mod order;
mod pane;
mod ranking;
mod request_line;
mod rows;
mod sifting;
mod target;
mod zoom;

use chrono::{DateTime, Utc};
use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::event::Cx;
use super::style::{Look, Meaning};
use super::{layout, text, width};
use crate::board::Behind;
use crate::board::burnup::Point;
use crate::board::query::Problem;
use crate::domain::record::specs;
use crate::domain::{FieldKey, Fields, Id, Kind, Value};

/// A movement of the cursor, whatever key asked for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// So many rows up.
    Up(usize),
    /// So many rows down.
    Down(usize),
    /// To the column before; where there is one column, to the pane or record before.
    Left,
    /// To the column after; where there is one column, to the pane or record after.
    Right,
    /// To the pane or split before.
    Previous,
    /// To the pane or split after.
    Next,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the first row.
    Home,
    /// To the last row.
    End,
}

/// What Enter leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// Nowhere.
    Nothing,
    /// The pane or the detail fills the body.
    Zoom,
    /// What can be done with a record.
    Menu(Id),
    /// The part of the view that belongs to what is under the cursor.
    Inside,
    /// The form of the record under the cursor.
    Form,
    /// The form of a new record here.
    New,
    /// A record in the table of its kind, narrowed to a division.
    Record(Id, Option<Id>),
    /// All leads of a division.
    Leads(Option<Id>),
    /// The leads behind a figure.
    Behind(Behind),
}

/// What every view can do. `refresh` comes first: after every event and before `draw`, it takes
/// note of the body's size and of what has changed on the Board; it costs nothing where neither
/// has.
pub trait View {
    /// Takes note of the Board and of the size of the body.
    fn refresh(&mut self, cx: &Cx<'_>, look: &Look, body: Rect);
    /// Moves the cursor.
    fn go(&mut self, cx: &Cx<'_>, step: Step);
    /// The steps that bring the cursor to what stands on a cell of the area; none where it cannot stand
    /// there, no step where it stands there already.
    fn way(&self, _: &Cx<'_>, _: &Look, _: Rect, _: Position) -> Option<Vec<Step>> {
        None
    }
    /// The record under the cursor: what the verbs are about.
    fn selected(&self, cx: &Cx<'_>) -> Option<Id>;
    /// The division that one is looking at; none where it is all of them.
    fn division(&self, cx: &Cx<'_>) -> Option<Id>;
    /// The kind of record that it lists: a new one here is of it.
    fn lists(&self) -> Kind {
        Kind::Lead
    }
    /// What the place of the cursor says of a new record.
    fn newcomer(&self, cx: &Cx<'_>) -> Fields {
        given(self.lists(), [("division", self.division(cx).map(Value::Ref))])
    }
    /// What Enter leads to.
    fn opening(&self, cx: &Cx<'_>) -> Opening;
    /// Goes to a division; none: to all of them.
    fn focus(&mut self, cx: &Cx<'_>, division: Option<Id>);
    /// The record whose page is shown.
    fn page(&self, cx: &Cx<'_>) -> Option<Id> {
        self.selected(cx).filter(|_| self.is_zoomed())
    }
    /// Takes what was typed in over time for the target whose page is shown.
    fn take_typed(&mut self, _: Id, _: Vec<Point>) {}
    /// Puts the cursor on a record, where it is listed.
    fn stand_on(&mut self, _: &Cx<'_>, _: Id) {}
    /// Makes the pane or the detail fill the body, or no longer.
    fn zoom(&mut self);
    /// Whether the pane or the detail fills the body.
    fn is_zoomed(&self) -> bool;
    /// One step back: out of the zoom, then out of the filter. False where there is nothing to
    /// leave.
    fn back(&mut self) -> bool;
    /// What a list is filtered by, as typed; none where it cannot be filtered.
    fn filtered_by(&self) -> Option<&str> {
        None
    }
    /// Lists only what a typed text finds. Takes effect at `refresh`.
    fn filter_by(&mut self, _: &str) {}
    /// The terms of the filter that cannot be read.
    fn unread(&self) -> &[Problem] {
        &[]
    }
    /// How many a list has, made or not.
    fn listed(&self) -> usize {
        0
    }
    /// The records that are marked no longer because they are not listed any more; once.
    fn take_unmarked(&mut self) -> Vec<Id> {
        Vec::new()
    }
    /// Marks records of a list; nothing in a view without one.
    fn mark(&mut self, _: &Cx<'_>, _: marks::Marking) {}
    /// The records that are marked.
    fn marked(&self) -> Vec<Id> {
        Vec::new()
    }
    /// Whether records can be marked in it.
    fn has_marks(&self) -> bool {
        false
    }
    /// These are marked no longer.
    fn unmark(&mut self, _: &[Id]) {}
    /// When it shows something else though nothing happens; none: never.
    fn wakes(&self, _: DateTime<Utc>) -> Option<DateTime<Utc>> {
        None
    }
    /// Draws the view.
    fn draw(&self, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>);
}

/// What the table of a kind shows of a record, tabs between the columns: a sheet takes it as a row.
pub(super) fn row(cx: &Cx<'_>, look: &Look, id: Id) -> String {
    let cell = |column: columns::Column| cells::cell(cx, look, id, column.what, usize::MAX).1;
    let texts = columns::listed(id.kind, None).into_iter().map(cell);
    texts.map(|words| text::clean(&words).into_owned()).collect::<Vec<_>>().join("\t")
}

/// Fields of a kind by their keys, those that are given and that the kind has.
pub(super) fn given<const N: usize>(kind: Kind, values: [(&str, Option<Value>); N]) -> Fields {
    values.into_iter().filter_map(|(key, value)| Some((FieldKey::find(kind, key)?, value?))).collect()
}

/// The way from a row to another one.
fn rows_between(from: usize, to: usize) -> Vec<Step> {
    match to.abs_diff(from) {
        0 => Vec::new(),
        rows if to > from => vec![Step::Down(rows)],
        rows => vec![Step::Up(rows)],
    }
}

/// The way from a column to another one.
fn columns_between(from: usize, to: usize) -> Vec<Step> {
    vec![if to > from { Step::Right } else { Step::Left }; to.abs_diff(from)]
}

/// A place moved by a step in a list of `len` rows, with pages of `page` rows.
#[must_use]
pub fn moved(at: usize, step: Step, len: usize, page: usize) -> usize {
    let last = len.saturating_sub(1);
    let page = page.saturating_sub(1).max(1);
    let to = match step {
        Step::Up(n) => at.saturating_sub(n),
        Step::Down(n) => at.saturating_add(n),
        Step::PageUp => at.saturating_sub(page),
        Step::PageDown => at.saturating_add(page),
        Step::Home => 0,
        Step::End => last,
        Step::Left | Step::Right | Step::Previous | Step::Next => at,
    };
    to.min(last)
}

/// Whether records of a kind have a table of their own.
pub(in crate::ui) fn is_listed(kind: Kind) -> bool {
    !matches!(kind, Kind::Charter | Kind::Note | Kind::Mark) && specs(kind).next().is_some()
}

/// Whether a list in this body has the detail of what is under its cursor beside it.
const fn has_detail(body: Rect) -> bool {
    layout::split(body).detail.is_some()
}

/// Draws what a list without rows says below its head of two rows, in as many lines as it needs and
/// the area has.
fn draw_hint(look: &Look, words: &str, area: Rect, frame: &mut Frame<'_>) {
    let lines = width::wrap(words, usize::from(area.width.saturating_sub(2)));
    for (y, line) in (area.y.saturating_add(2)..area.bottom()).zip(lines) {
        frame.buffer_mut().set_string(area.x + 1, y, line, look.style(Meaning::Hint));
    }
}

/// The detail's part where splits stand above list and detail.
const fn below_splits(split: layout::Split, area: Rect) -> Rect {
    if split.beside { layout::below(area, 1) } else { area }
}

/// Draws the line between list and detail; what is left is the detail's.
fn frame_of_detail(look: &Look, split: layout::Split, area: Rect, frame: &mut Frame<'_>) -> Rect {
    let style = look.style(Meaning::Border);
    if split.beside {
        for y in area.top()..area.bottom() {
            frame.buffer_mut().set_string(area.x - 1, y, look.glyphs.split, style);
        }
        return Rect { x: area.x + 1, width: area.width - 2, ..area };
    }
    let rule = look.glyphs.rule.repeat(usize::from(area.width));
    frame.buffer_mut().set_string(area.x, area.y, rule, style);
    Rect { x: area.x + 1, y: area.y + 1, width: area.width - 2, height: area.height - 1 }
}
