//! The organisation: divisions, departments, companies with the people of the one under the cursor
//! below, and everybody with what they have in hand. This file holds what was chosen; `draw` draws
//! it. May use `board::organisation`.

mod draw;
mod rows;

use std::collections::HashMap;

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::zoom::Zoom;
use super::{Opening, Step, View, given, moved};
use crate::board::Behind;
use crate::board::organisation::{self, Load};
use crate::board::support;
use crate::domain::{Choice, Fields, Id, Kind, Value};
use crate::ui::event::Cx;
use crate::ui::style::Look;

crate::choice! {
    /// The faces, in the order of `Tab`.
    pub enum Face {
        /// The six divisions: the front line.
        Divisions = "divisions", "事业部", "Divisions";
        /// The eight work departments: the support line.
        Departments = "departments", "工作部", "Departments";
        /// The 1+4 companies.
        Companies = "companies", "平台公司", "Companies";
        /// Everybody.
        People = "people", "人员", "People";
    }
}

/// See the module.
#[derive(Debug, Clone, Default)]
pub struct Organisation {
    face: Face,
    /// The divisions or units of the face; none on that of everybody.
    houses: Vec<Id>,
    /// The people of the house under the cursor, or everybody.
    people: Vec<Id>,
    loads: HashMap<Id, Load>,
    at: usize,
    /// The person under the cursor, by place; none while a house is.
    below: Option<usize>,
    /// What the cursor stands on, so that it stays there when the lists change.
    held: (Option<Id>, Option<Id>),
    made: Option<(u64, NaiveDate)>,
    /// The open requests of each unit, and how many of them are overdue.
    asked: HashMap<Id, (usize, usize)>,
    zoom: Zoom,
    body: Rect,
}

impl Organisation {
    fn house(&self) -> Option<Id> {
        self.houses.get(self.at).copied()
    }

    fn show(&mut self, face: Face) {
        *self = Self {
            face,
            body: self.body,
            loads: std::mem::take(&mut self.loads),
            asked: std::mem::take(&mut self.asked),
            made: self.made,
            ..Self::default()
        };
    }

    /// Makes the lists anew. There are few records; what people have in hand is counted only where
    /// the board has changed.
    fn renew(&mut self, cx: &Cx<'_>) {
        let board = cx.board;
        self.houses = match self.face {
            Face::Divisions => board.ids(Kind::Division),
            Face::Departments => organisation::units(board, false),
            Face::Companies => organisation::units(board, true),
            Face::People => Vec::new(),
        };
        let place = self.houses.iter().position(|house| Some(*house) == self.held.0);
        self.at = place.unwrap_or(self.at).min(self.houses.len().saturating_sub(1));
        self.people = match (self.face, self.house()) {
            (Face::People, _) => organisation::people(board),
            (_, Some(house)) => organisation::staff(board, house),
            (_, None) => Vec::new(),
        };
        let now = (board.head().seq, board.today());
        if self.made.replace(now) != Some(now) {
            let ids = board.ids(Kind::Person).into_iter();
            self.loads = ids.map(|id| (id, organisation::load(board, id))).collect();
            let units = support::chart(board, None).units.into_iter();
            self.asked = units.map(|(id, load)| (id, (load.open(), load.overdue))).collect();
        }
        if self.face == Face::People {
            self.below.get_or_insert(0);
        }
        let last = self.people.len().checked_sub(1);
        let place = self.people.iter().position(|person| Some(*person) == self.held.1);
        if self.below.is_some() && self.held.1.is_some() && place.is_none() {
            // The page of one person does not become that of another.
            self.zoom.leave();
        }
        self.below = self.below.and_then(|at| last.map(|last| place.unwrap_or(at).min(last)));
        self.hold();
    }

    /// Takes note of what the cursor stands on.
    fn hold(&mut self) {
        self.held = (self.house(), self.below.and_then(|at| self.people.get(at).copied()));
    }

    fn page(&self) -> usize {
        usize::from(self.body.height / 2)
    }
}

impl View for Organisation {
    fn refresh(&mut self, cx: &Cx<'_>, look: &Look, body: Rect) {
        self.body = body;
        self.renew(cx);
        self.zoom.fit_record(cx, look, body, self.selected(cx));
    }

    fn go(&mut self, _: &Cx<'_>, step: Step) {
        if self.zoom.is_on() && !matches!(step, Step::Previous | Step::Next) {
            return self.zoom.go(step);
        }
        let leaves = match step {
            Step::Left => true,
            Step::Up(_) => self.below == Some(0),
            _ => false,
        };
        match (step, self.below) {
            (Step::Previous, _) => self.show(self.face.turned(true)),
            (Step::Next, _) => self.show(self.face.turned(false)),
            (Step::Right, None) => self.below = (!self.people.is_empty()).then_some(0),
            (_, Some(_)) if leaves && self.face != Face::People => self.below = None,
            (step, Some(at)) => self.below = Some(moved(at, step, self.people.len(), self.page())),
            (step, None) => self.at = moved(self.at, step, self.houses.len(), self.page()),
        }
        self.hold();
    }

    fn way(&self, _: &Cx<'_>, _: &Look, area: Rect, at: Position) -> Option<Vec<Step>> {
        if self.zoom.is_on() {
            return None;
        }
        draw::way(self, area, at)
    }

    fn selected(&self, _: &Cx<'_>) -> Option<Id> {
        match self.below {
            Some(at) => self.people.get(at).copied(),
            None => self.house(),
        }
    }

    fn division(&self, _: &Cx<'_>) -> Option<Id> {
        self.house().filter(|house| house.kind == Kind::Division)
    }

    fn lists(&self) -> Kind {
        match (self.face, self.below) {
            (Face::Departments | Face::Companies, None) => Kind::Unit,
            _ => Kind::Person,
        }
    }

    /// A person works in the house under the cursor; a new unit is of the sort that is shown.
    fn newcomer(&self, _: &Cx<'_>) -> Fields {
        let sort = if self.face == Face::Companies { "business_group" } else { "department" };
        match (self.lists(), self.house()) {
            (Kind::Unit, _) => given(Kind::Unit, [("kind", Some(Value::Choice(sort)))]),
            (_, Some(house)) if house.kind == Kind::Unit => {
                given(Kind::Person, [("unit", Some(Value::Ref(house)))])
            }
            (_, house) => given(Kind::Person, [("division", house.map(Value::Ref))]),
        }
    }

    /// From a division to its leads, from a person to theirs, from a unit to what it is.
    fn opening(&self, cx: &Cx<'_>) -> Opening {
        match self.selected(cx) {
            Some(id) if self.zoom.is_on() => Opening::Menu(id),
            Some(id) if matches!(id.kind, Kind::Person | Kind::Division) => {
                Opening::Behind(Behind::InHand(id))
            }
            Some(id) => Opening::Menu(id),
            None => Opening::Nothing,
        }
    }

    fn focus(&mut self, cx: &Cx<'_>, division: Option<Id>) {
        if self.face != Face::Divisions {
            self.show(Face::Divisions);
        }
        self.renew(cx);
        let place = self.houses.iter().position(|house| Some(*house) == division);
        (self.at, self.below) = (place.unwrap_or(self.at), None);
        self.hold();
    }

    fn zoom(&mut self) {
        self.zoom.turn(self.below.is_some() || self.house().is_some());
    }

    fn is_zoomed(&self) -> bool {
        self.zoom.is_on()
    }

    /// Out of the detail, then from the people to their house.
    fn back(&mut self) -> bool {
        self.zoom.leave() || (self.face != Face::People && self.below.take().is_some())
    }

    fn draw(&self, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
        draw::draw(self, cx, look, area, frame);
    }
}
