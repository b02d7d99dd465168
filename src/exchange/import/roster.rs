//! Who and what a sheet names: found on the board, or added to the roster by the same import.
//! May use `domain`, `board`.

use std::collections::{HashMap, HashSet};

use super::plan::count;
use crate::board::{Board, Change, lookup};
use crate::domain::record::fields;
use crate::domain::typed::plain;
use crate::domain::unit::UnitKind;
use crate::domain::value_words::{Lost, one_line};
use crate::domain::{Id, Kind, Person, Unit, Value};

/// The names known to an import.
#[derive(Default)]
pub(super) struct Roster {
    known: HashMap<(Kind, String), Result<Id, Lost>>,
    /// The board's records by each of their names, of the kinds that were asked for.
    named: HashMap<Kind, Named>,
    /// Leads by code and by name: those of the sheet go before those of the board.
    leads: HashMap<String, Id>,
    /// The first number that is free for who is added.
    first: u32,
    /// Names of people that were added.
    people: Vec<String>,
    /// Names of units that were added.
    units: Vec<String>,
}

impl Roster {
    /// A roster whose additions are numbered from here on.
    pub(super) fn from(first: u32) -> Self {
        Self { first, ..Self::default() }
    }

    /// Makes somebody known whom a row of the file brings.
    pub(super) fn know_person(&mut self, name: &str, id: Id) {
        self.known.insert((Kind::Person, name.trim().to_owned()), Ok(id));
    }

    /// Makes the leads of a sheet known by a name; the first with a name keeps it.
    pub(super) fn know_lead(&mut self, name: &str, id: Id) {
        let name = name.trim();
        if !name.is_empty() {
            self.leads.entry(name.to_owned()).or_insert(id);
        }
    }

    /// The division that a cell names.
    pub(super) fn division(&mut self, board: &Board, name: &str) -> Result<Id, Lost> {
        let found = self.find(board, Kind::Division, name);
        // A part of several names is no unknown one.
        match lookup::find(board, Kind::Division, name) {
            Err(several @ Lost::Several(_)) if found == Err(Lost::Nobody) => Err(several),
            _ => found,
        }
    }

    /// The lead that a cell names: by id on the board, else by code or name.
    pub(super) fn lead(&mut self, board: &Board, name: &str) -> Result<Id, Lost> {
        if let Some(id) = self.leads.get(name.trim()) {
            return Ok(*id);
        }
        self.find(board, Kind::Lead, name)
    }

    /// The person or unit that a cell names, added to the roster where it is not there.
    pub(super) fn member(&mut self, board: &Board, kind: Kind, name: &str) -> Result<Id, Lost> {
        match self.find(board, kind, name) {
            // `U23` of another board is nobody's name.
            Err(Lost::Nobody) if plain(name).parse::<Id>().is_err() => {}
            answer => return answer,
        }
        let added = if kind == Kind::Unit { &mut self.units } else { &mut self.people };
        let id = Id::provisional(kind, self.first + count(added.len()));
        added.push(one_line(name));
        self.known.insert((kind, name.trim().to_owned()), Ok(id));
        Ok(id)
    }

    /// The record of a kind that a cell names, if it is there.
    pub(super) fn find(&mut self, board: &Board, kind: Kind, name: &str) -> Result<Id, Lost> {
        let name = name.trim();
        // A sheet names the same few people and divisions in every row.
        if let Some(known) = self.known.get(&(kind, name.to_owned())) {
            return known.clone();
        }
        let named = self.named.entry(kind).or_insert_with(|| Named::of(board, kind));
        let found = named.exact(board, name);
        self.known.insert((kind, name.to_owned()), found.clone());
        found
    }

    /// The Changes that add who is new, of those whom others refer to: a row that was left out brings
    /// nobody. Their names beside them.
    pub(super) fn changes(self, others: &[Change]) -> (Vec<Change>, [Vec<String>; 2]) {
        let refs = others.iter().flat_map(refs);
        let used: HashSet<Id> = refs.filter(|id| id.is_provisional()).collect();
        let Self { people, units, first, .. } = self;
        let of = |kind: Kind, names: Vec<String>| {
            let numbered = (0..).zip(names).map(move |(at, name)| (Id::provisional(kind, first + at), name));
            numbered.filter(|(id, _)| used.contains(id)).collect::<Vec<(Id, String)>>()
        };
        let (people, units) = (of(Kind::Person, people), of(Kind::Unit, units));
        let person = |(id, name): &(Id, String)| {
            let fields = fields(&Person { name: name.clone(), ..Person::default() });
            Change::Create { id: *id, fields }
        };
        let unit = |(id, name): &(Id, String)| {
            let unit = Unit { kind: UnitKind::Department, name_zh: name.clone(), ..Unit::default() };
            Change::Create { id: *id, fields: fields(&unit) }
        };
        let changes = people.iter().map(person).chain(units.iter().map(unit)).collect();
        let names = [people, units].map(|list| list.into_iter().map(|(_, name)| name).collect());
        (changes, names)
    }
}

/// What a Change refers to.
fn refs(change: &Change) -> impl Iterator<Item = Id> {
    let values: Vec<&Value> = match change {
        Change::Create { fields, .. } => fields.iter().map(|(_, value)| value).collect(),
        Change::Set { to, .. } => vec![to],
        Change::End { .. } | Change::Restore { .. } => Vec::new(),
    };
    values.into_iter().flat_map(|value| value.refs().iter().copied())
}

/// The records of a kind by each of their names, as `lookup::exact` compares them: it would walk
/// over all records for every name.
struct Named {
    kind: Kind,
    ids: HashMap<String, Vec<Id>>,
}

impl Named {
    fn of(board: &Board, kind: Kind) -> Self {
        let mut ids: HashMap<String, Vec<Id>> = HashMap::new();
        for id in board.ids(kind) {
            for name in lookup::names_of(board, id) {
                let with_name = ids.entry(key(kind, name)).or_default();
                if with_name.last() != Some(&id) {
                    with_name.push(id);
                }
            }
        }
        ids.remove("");
        Self { kind, ids }
    }

    /// The record that a word names outright.
    fn exact(&self, board: &Board, word: &str) -> Result<Id, Lost> {
        let word = plain(word);
        if let Some(id) = lookup::by_number(board, self.kind, &word) {
            return Ok(id);
        }
        lookup::only(self.ids.get(&key(self.kind, &word)).into_iter().flatten().copied())
    }
}

fn key(kind: Kind, name: &str) -> String {
    lookup::bare(kind, name).to_ascii_lowercase()
}
