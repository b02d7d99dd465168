//! Who and what a sheet names: found on the board, or added to the roster by the same import.
//! May use `domain`, `board`.

use std::collections::HashMap;

use crate::board::{Board, Change, lookup};
use crate::domain::record::fields;
use crate::domain::unit::UnitKind;
use crate::domain::value_words::{Lost, one_line};
use crate::domain::{Id, Kind, Person, Unit};

/// The names known to an import.
pub(super) struct Roster<'a> {
    board: &'a Board,
    known: HashMap<(Kind, String), Result<Id, Lost>>,
    /// Leads by code and by name: those of the sheet go before those of the board.
    leads: HashMap<String, Id>,
    /// Names of people that were added.
    pub(super) people: Vec<String>,
    /// Names of units that were added.
    pub(super) units: Vec<String>,
}

impl<'a> Roster<'a> {
    pub(super) fn new(board: &'a Board) -> Self {
        Self { board, known: HashMap::new(), leads: HashMap::new(), people: Vec::new(), units: Vec::new() }
    }

    /// Makes the leads of a sheet known by a name; the first with a name keeps it.
    pub(super) fn know_lead(&mut self, name: &str, id: Id) {
        let name = name.trim();
        if !name.is_empty() {
            self.leads.entry(name.to_owned()).or_insert(id);
        }
    }

    /// The division that a cell names.
    pub(super) fn division(&mut self, name: &str) -> Result<Id, Lost> {
        self.look(Kind::Division, name)
    }

    /// The lead that a cell names: by id on the board, else by code or name.
    pub(super) fn lead(&mut self, name: &str) -> Result<Id, Lost> {
        if let Some(id) = self.leads.get(name.trim()) {
            return Ok(*id);
        }
        self.look(Kind::Lead, name)
    }

    /// The person or unit that a cell names, added to the roster where it is not there.
    pub(super) fn member(&mut self, kind: Kind, name: &str) -> Result<Id, Lost> {
        match self.look(kind, name) {
            Err(Lost::Nobody) => {}
            answer => return answer,
        }
        let added = if kind == Kind::Unit { &mut self.units } else { &mut self.people };
        let id = Id::provisional(kind, u32::try_from(added.len()).unwrap_or(u32::MAX));
        added.push(one_line(name));
        self.known.insert((kind, name.trim().to_owned()), Ok(id));
        Ok(id)
    }

    fn look(&mut self, kind: Kind, name: &str) -> Result<Id, Lost> {
        let board = self.board;
        let name = name.trim();
        // A sheet names the same few people and divisions in every row.
        if let Some(known) = self.known.get(&(kind, name.to_owned())) {
            return known.clone();
        }
        let found = lookup::exact(board, kind, name);
        self.known.insert((kind, name.to_owned()), found.clone());
        found
    }

    /// The Changes that add who is new.
    pub(super) fn changes(&self) -> Vec<Change> {
        let nth = |kind, at: usize| Id::provisional(kind, u32::try_from(at).unwrap_or(u32::MAX));
        let people = self.people.iter().enumerate().map(|(at, name)| Change::Create {
            id: nth(Kind::Person, at),
            fields: fields(&Person { name: name.clone(), ..Person::default() }),
        });
        let units = self.units.iter().enumerate().map(|(at, name)| Change::Create {
            id: nth(Kind::Unit, at),
            fields: fields(&Unit { kind: UnitKind::Department, name_zh: name.clone(), ..Unit::default() }),
        });
        people.chain(units).collect()
    }
}
