//! The progress chart 进度图: a bar a target from its start to its due date, with what is done of it,
//! over months, weeks or quarters. This file holds what was chosen; `draw` draws it. May use
//! `board::timeline`.

mod draw;
mod row;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::{Opening, Step, View, given, moved};
use crate::board::timeline::{self, Group, Grouping, Scale, Starts};
use crate::domain::record::form_role;
use crate::domain::{Choice, Fields, Id, Kind, Value};
use crate::ui::event::Cx;
use crate::ui::style::Look;

/// A line of the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Entry {
    /// Above a group.
    Heading(Group),
    Target(Id),
}

/// See the module.
#[derive(Debug, Clone, Default)]
pub struct Progress {
    grouping: Grouping,
    scale: Scale,
    /// By how many units the time is scrolled.
    shift: i64,
    division: Option<Id>,
    entries: Vec<Entry>,
    /// Where leads are to begin to build, by target.
    starts: BTreeMap<Id, Starts>,
    made: Option<(u64, NaiveDate, Grouping, Option<Id>)>,
    /// The line under the cursor.
    at: usize,
    held: Option<Id>,
    body: Rect,
}

impl Progress {
    fn renew(&mut self, cx: &Cx<'_>) {
        let now = (cx.board.head().seq, cx.board.today(), self.grouping, self.division);
        if self.made.replace(now) == Some(now) {
            return;
        }
        let groups = timeline::groups(cx.board, self.grouping, self.division);
        let lines = |(group, ids): (Group, Vec<Id>)| {
            [Entry::Heading(group)].into_iter().chain(ids.into_iter().map(Entry::Target))
        };
        self.entries = groups.into_iter().flat_map(lines).collect();
        self.starts = timeline::agreed_starts(cx.board);
        let place = self.held.and_then(|id| self.entries.iter().position(|e| *e == Entry::Target(id)));
        self.at = place.unwrap_or(self.at);
        self.settle();
    }

    /// The cursor stands on a target: on the one below where a heading is.
    fn settle(&mut self) {
        self.at = self.at.min(self.entries.len().saturating_sub(1));
        if matches!(self.entries.get(self.at), Some(Entry::Heading(_))) {
            self.at += 1;
        }
        self.held = match self.entries.get(self.at) {
            Some(Entry::Target(id)) => Some(*id),
            _ => None,
        };
    }

    /// The lines of the targets, those of the headings left out.
    fn targets(&self) -> Vec<usize> {
        let lines = self.entries.iter().enumerate();
        lines.filter(|(_, entry)| matches!(entry, Entry::Target(_))).map(|(line, _)| line).collect()
    }
}

impl View for Progress {
    fn refresh(&mut self, cx: &Cx<'_>, _: &Look, body: Rect) {
        self.body = body;
        self.renew(cx);
    }

    fn go(&mut self, cx: &Cx<'_>, step: Step) {
        match step {
            Step::Left => self.shift -= 1,
            Step::Right => self.shift += 1,
            Step::Previous | Step::Next => {
                self.grouping = self.grouping.next(step == Step::Previous);
                self.renew(cx);
            }
            step => {
                let lines = self.targets();
                let at = lines.iter().position(|line| *line == self.at).unwrap_or(0);
                let page = usize::from(self.body.height.saturating_sub(draw::HEAD + draw::FOOT));
                let to = moved(at, step, lines.len(), page);
                self.at = lines.get(to).copied().unwrap_or(0);
                self.settle();
            }
        }
    }

    fn way(&self, _: &Cx<'_>, _: &Look, area: Rect, at: Position) -> Option<Vec<Step>> {
        draw::way(self, area, at)
    }

    fn selected(&self, _: &Cx<'_>) -> Option<Id> {
        self.held
    }

    fn division(&self, _: &Cx<'_>) -> Option<Id> {
        self.division
    }

    fn lists(&self) -> Kind {
        Kind::Target
    }

    /// What the target under the cursor has of its group.
    fn newcomer(&self, cx: &Cx<'_>) -> Fields {
        let target = self.held.and_then(|id| cx.board.target(id));
        let division = self.division.or_else(|| target.and_then(|target| target.division));
        let of = |grouping| target.filter(|_| self.grouping == grouping);
        let area = of(Grouping::Area).map(|target| Value::Choice(target.area.code()));
        let owner = of(Grouping::Owner).and_then(|target| target.owner).map(Value::Ref);
        given(Kind::Target, [("division", division.map(Value::Ref)), ("area", area), ("owner", owner)])
    }

    fn opening(&self, cx: &Cx<'_>) -> Opening {
        let edits = cx.role() >= form_role(Kind::Target);
        match self.held {
            Some(_) if edits => Opening::Form,
            Some(id) => Opening::Record(id, self.division),
            None if edits => Opening::New,
            None => Opening::Nothing,
        }
    }

    fn focus(&mut self, _: &Cx<'_>, division: Option<Id>) {
        self.division = division;
    }

    fn stand_on(&mut self, cx: &Cx<'_>, id: Id) {
        self.held = Some(id);
        self.made = None;
        self.renew(cx);
    }

    /// The next scale, today where it stands at first.
    fn zoom(&mut self) {
        (self.scale, self.shift) = (self.scale.next(), 0);
    }

    fn is_zoomed(&self) -> bool {
        false
    }

    /// Back to today, then out of the division.
    fn back(&mut self) -> bool {
        std::mem::take(&mut self.shift) != 0 || self.division.take().is_some()
    }

    fn draw(&self, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
        draw::draw(self, cx, look, area, frame);
    }
}
