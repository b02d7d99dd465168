//! Where rows are brought, whatever file and kind they are of: held against the board, they become
//! Changes. May use `domain`, `board`, `matching`, `update`, `likeness`, `roster`.

use std::collections::{HashMap, HashSet};

use super::brought::Brought;
use super::likeness::Likenesses;
use super::logins::Logins;
use super::matching::{Found, Met};
use super::options::{Decision, Match, Mode, Options};
use super::plan::{Plan, count};
use super::report::{Report, Update, Why};
use super::roster::Roster;
use super::update::{self, Changed};
use crate::board::intent::Author;
use crate::board::{Board, Change};
use crate::domain::record::from_fields;
use crate::domain::{Edit, FieldKey, Fields, Id, Kind, Lead, Request, Value};

/// A record on the board that a row says something else of.
struct Pending {
    /// The report that the row is told in.
    report: usize,
    row: u32,
    id: Id,
    sets: Vec<Change>,
    notes: Vec<Change>,
    /// Whether it is to be changed.
    applies: bool,
}

/// See the module.
pub(super) struct Desk {
    pub(super) roster: Roster,
    met: Met,
    likenesses: Likenesses,
    logins: Logins,
    /// The divisions of leads that are created.
    divisions: HashMap<Id, Id>,
    changes: Vec<Change>,
    pending: Vec<Pending>,
    /// Placeholders of rows that are records on the board.
    known: HashMap<Id, Id>,
    created: HashSet<Id>,
    notes: usize,
}

/// A row that is brought.
pub(super) struct Row<'a> {
    /// The report that it is told in, by place.
    pub(super) report: usize,
    /// Its number.
    pub(super) no: u32,
    /// Its placeholder.
    pub(super) id: Id,
    pub(super) brought: Brought,
    pub(super) options: &'a Options,
}

impl Desk {
    /// A desk for rows of some kinds, so many in all.
    pub(super) fn new(author: &Author<'_>, kinds: &[Kind], rows: u32) -> Self {
        let mut met = Met::default();
        for kind in kinds {
            met.know(author.board, *kind);
        }
        Self {
            roster: Roster::from(rows),
            met,
            likenesses: Likenesses::default(),
            logins: Logins::default(),
            divisions: HashMap::new(),
            changes: Vec::new(),
            pending: Vec::new(),
            known: HashMap::new(),
            created: HashSet::new(),
            notes: 0,
        }
    }

    /// Takes a row. What refuses it is given back.
    pub(super) fn take(&mut self, author: &Author<'_>, row: Row<'_>, report: &mut Report) -> Result<(), Why> {
        // One of six is known by whose and which it is, and by nothing less.
        if row.id.kind == Kind::SixOne {
            complete(&row.brought, &["which", "division"])?;
        }
        let found = match row.options.decisions.get(&row.no) {
            Some(Decision::Skip) => {
                report.skipped += 1;
                return Ok(());
            }
            Some(Decision::Update(id)) if author.board.has(*id) && id.kind == row.id.kind => {
                self.met.taken_by(*id).map_or(Found::Record(*id), Found::Twice)
            }
            _ => self.find(author, &row.brought, row.options.matching),
        };
        match found {
            Found::Twice(first) => Err(Why::Twice(first)),
            Found::Record(id) => self.update(author, id, &row, report),
            // The Six Ones are there from the founding on; nobody makes a seventh.
            Found::New if row.options.mode == Mode::Update || row.id.kind == Kind::SixOne => {
                report.absent += 1;
                Ok(())
            }
            Found::New => self.create(author, row, report),
        }
    }

    /// The division of a lead, on the board or among the rows.
    pub(super) fn division_of(&self, board: &Board, lead: Id) -> Option<Id> {
        let here = self.known.get(&lead).copied().unwrap_or(lead);
        self.divisions.get(&here).copied().or_else(|| board.lead(here)?.division)
    }

    fn find(&self, author: &Author<'_>, brought: &Brought, matching: Match) -> Found {
        self.met.find(author, brought, matching, &|id| update::distance(author, id, brought))
    }

    fn update(&mut self, author: &Author<'_>, id: Id, row: &Row<'_>, report: &mut Report) -> Result<(), Why> {
        let changed = update::changed(author, id, &row.brought);
        let decided = matches!(row.options.decisions.get(&row.no), Some(Decision::Update(_)));
        let applies = row.options.mode != Mode::New || decided;
        if applies && update::is_for_admins(author, &row.brought, Some(&changed)) {
            return Err(Why::Admins);
        }
        if applies {
            self.logins.take(author.board, (row.no, Some(id)), &row.brought)?;
        }
        self.met.take(id, row.no);
        self.known.insert(row.id, id);
        let Changed { sets, notes } = changed;
        if sets.is_empty() && notes.is_empty() {
            report.same += 1;
            report.same_rows.push(row.no);
            return Ok(());
        }
        let notes = notes.into_iter().map(|said| {
            self.notes += 1;
            update::note(author, id, self.notes, said)
        });
        let notes = notes.collect();
        self.pending.push(Pending { report: row.report, row: row.no, id, sets, notes, applies });
        Ok(())
    }

    fn create(&mut self, author: &Author<'_>, row: Row<'_>, report: &mut Report) -> Result<(), Why> {
        if let Some(field) = row.brought.vague.first() {
            return Err(Why::Vague(*field));
        }
        let fields = fields_of(author, &row.brought);
        let mut required = FieldKey::all(row.id.kind).filter(|field| field.spec().required);
        let lacks = required.find(|field| !fields.iter().any(|(given, _)| given == field));
        if let Some(field) = lacks {
            return Err(if field.key() == "name" { Why::Nameless } else { Why::Lacks(field) });
        }
        if update::is_for_admins(author, &row.brought, None) {
            return Err(Why::Admins);
        }
        self.logins.take(author.board, (row.no, None), &row.brought)?;
        if row.id.kind == Kind::Lead
            && let Ok(lead) = from_fields::<Lead>(fields.iter().cloned())
        {
            self.likenesses.look(author.board, (row.no, &lead), row.options, report);
            report.undivided += u32::from(lead.division.is_none());
            self.divisions.extend(lead.division.map(|division| (row.id, division)));
        }
        self.met.add(&row.brought, row.no);
        self.created.insert(row.id);
        if row.id.kind == Kind::Person {
            self.roster.know_person(row.brought.text("name"), row.id);
        }
        report.created += 1;
        self.changes.push(Change::Create { id: row.id, fields });
        for said in row.brought.notes {
            self.notes += 1;
            self.changes.push(update::note(author, row.id, self.notes, said));
        }
        Ok(())
    }

    /// What all the rows change. References to rows become references to what these are on the board;
    /// those to rows that were left out are taken out.
    pub(super) fn finish(self, mut reports: Vec<Report>) -> Plan {
        let Self { roster, changes: mut created, pending, known, created: ids, .. } = self;
        let here = |id: Id| known.get(&id).copied().unwrap_or(id);
        let dangles = |value: &Value| {
            value.refs().iter().any(|id| id.kind == Kind::Lead && id.is_provisional() && !ids.contains(id))
        };
        for change in &mut created {
            let Change::Create { fields, .. } = change else { continue };
            for (_, value) in fields.iter_mut().filter(|(_, value)| !value.refs().is_empty()) {
                *value = std::mem::take(value).map_refs(here);
            }
            fields.retain(|(field, value)| field.key() == "subject" || !dangles(value));
        }
        let mut sets = Vec::new();
        for mut one in pending {
            one.sets = one.sets.into_iter().filter_map(|change| resolved(change, here, dangles)).collect();
            let report = &mut reports[one.report];
            let count = match (one.sets.is_empty() && one.notes.is_empty(), one.applies) {
                (true, _) => &mut report.same,
                (false, true) => &mut report.changed,
                (false, false) => &mut report.differing,
            };
            *count += 1;
            if one.sets.is_empty() && one.notes.is_empty() {
                report.same_rows.push(one.row);
            }
            if !one.sets.is_empty() || !one.notes.is_empty() {
                report.updates.push(update_of(&one));
            }
            if one.applies {
                sets.append(&mut one.sets);
                sets.append(&mut one.notes);
            }
        }
        created.append(&mut sets);
        let (mut changes, names) = roster.changes(&created);
        changes.append(&mut created);
        if let Some(first) = reports.first_mut() {
            [first.people, first.units] = names;
        }
        Plan { changes, reports }
    }
}

/// What a row must say for its record to be known.
fn complete(brought: &Brought, keys: &[&str]) -> Result<(), Why> {
    let mut lacks = keys.iter().filter(|key| brought.get(key).is_none());
    match lacks.find_map(|key| FieldKey::find(brought.kind, key)) {
        Some(field) if brought.vague.contains(&field) => Err(Why::Vague(field)),
        Some(field) => Err(Why::Lacks(field)),
        None => Ok(()),
    }
}

fn update_of(one: &Pending) -> Update {
    let fields = one.sets.iter().filter_map(|change| match change {
        Change::Set { field, .. } if field.spec().edit != Edit::Kept || field.key() == "extra" => {
            Some(*field)
        }
        _ => None,
    });
    Update { row: one.row, id: one.id, fields: fields.collect(), notes: count(one.notes.len()) }
}

/// A Set with its references as they are here; none where nothing is left of it.
fn resolved(change: Change, here: impl Fn(Id) -> Id, dangles: impl Fn(&Value) -> bool) -> Option<Change> {
    let Change::Set { id, field, from, to } = change else { return Some(change) };
    let to = to.map_refs(here);
    (to != from && !dangles(&to)).then_some(Change::Set { id, field, from, to })
}

/// The fields of a new record. Dates are never made up: a lead's stage begins on the day that the
/// sheet gives for reaching it, if it gives one, and what is closed already was closed on a day that
/// only the sheet can say.
fn fields_of(author: &Author<'_>, brought: &Brought) -> Fields {
    let mut all = brought.all();
    let begun = brought.begun.iter().filter(|(field, _)| brought.get(field.key()).is_none());
    all.extend(begun.cloned());
    if let Some(signed) = &brought.signed {
        all.retain(|(field, _)| !matches!(field.key(), "verdict" | "verdict_by" | "verdict_at"));
        let today = Value::Date(author.today());
        let by =
            [("verdict", signed.clone()), ("verdict_by", Value::text(author.login)), ("verdict_at", today)];
        all.extend(
            by.into_iter().filter_map(|(key, value)| Some((FieldKey::find(brought.kind, key)?, value))),
        );
    }
    if let Some(field) = FieldKey::find(brought.kind, "extra").filter(|_| !brought.extra.is_empty()) {
        all.push((field, Value::Extra(brought.extra.clone())));
    }
    if update::is_counted(author.board, None, brought) {
        all.retain(|(field, _)| field.key() != "actual");
    }
    all.sort_by_key(|(field, _)| *field);
    match brought.kind {
        Kind::Lead => {
            if let Ok(lead) = from_fields::<Lead>(all.iter().cloned())
                && lead.stage_since.is_none()
                && let Some(on) = lead.reached_on(lead.stage)
                && let Some(field) = FieldKey::find(Kind::Lead, "stage_since")
            {
                all.push((field, Value::Date(on)));
                all.sort_by_key(|(field, _)| *field);
            }
            all
        }
        Kind::Request => match from_fields::<Request>(all.iter().cloned()) {
            Ok(request) if !request.is_open() => all,
            _ => author.complete(brought.kind, all),
        },
        kind => author.complete(kind, all),
    }
}
