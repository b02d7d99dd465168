//! What a row changes in the record that it is: only what it says and the record does not.
//! May use `domain`, `board`, `brought`.

use std::collections::BTreeSet;

use super::brought::{Brought, Said};
use super::goals;
use super::plan::count;
use crate::board::intent::Author;
use crate::board::{Board, Change};
use crate::domain::target::Measure;
use crate::domain::{Choice, Edit, FieldKey, Id, Kind, Role, Value};

/// What a row changes.
pub(super) struct Changed {
    /// Sets on the record.
    pub(super) sets: Vec<Change>,
    /// Notes that it does not have.
    pub(super) notes: Vec<Said>,
}

/// What a row changes in a record on the board.
pub(super) fn changed(author: &Author<'_>, id: Id, brought: &Brought) -> Changed {
    let board = author.board;
    let mut sets: Vec<(FieldKey, Value)> = Vec::new();
    for (field, value) in &brought.given {
        let is_counted = field.key() == "actual" && is_counted(board, Some(id), brought);
        if is_open(*field) && !is_counted && !is_same_verdict(board, id, *field, brought) {
            let value = match (&brought.signed, field.key()) {
                (Some(signed), "verdict") => signed.clone(),
                _ => value.clone(),
            };
            sets.push((*field, value));
        }
    }
    for (field, value) in &brought.offered {
        let is_said = brought.given.iter().any(|(given, _)| given == field);
        if !is_said && is_open(*field) && board.value(id, *field).is_empty() {
            sets.push((*field, value.clone()));
        }
    }
    goals::as_held(board, id, &mut sets);
    sets.extend(extra(board, id, brought));
    Changed { sets: author.bring(id, sets), notes: notes(board, id, &brought.notes) }
}

/// Whether a sheet may change a field of a record that is there: what the program keeps it may not,
/// but for since when a lead is at the stage that it comes to.
fn is_open(field: FieldKey) -> bool {
    field.spec().edit != Edit::Kept || field.key() == "stage_since"
}

/// Whether a target's figure is counted by the board, whatever a sheet says of it.
pub(super) fn is_counted(board: &Board, id: Option<Id>, brought: &Brought) -> bool {
    let held = id.and_then(|id| board.target(id)).map(|target| target.measure);
    let said = match brought.get("measure") {
        Some(Value::Choice(code)) => Measure::from_code(code),
        _ => None,
    };
    said.or(held).is_some_and(Measure::is_counted)
}

/// A verdict is the same too where it only lacks, or has, the mark of whose it is said to be.
fn is_same_verdict(board: &Board, id: Id, field: FieldKey, brought: &Brought) -> bool {
    let Some(signed) = brought.signed.as_ref().filter(|_| field.key() == "verdict") else { return false };
    let held = board.value(id, field);
    held == *signed || brought.get("verdict") == Some(&held)
}

/// The extra columns with those of a row, where it has others.
fn extra(board: &Board, id: Id, brought: &Brought) -> Option<(FieldKey, Value)> {
    let field = FieldKey::find(id.kind, "extra").filter(|_| !brought.extra.is_empty())?;
    let held = match board.value(id, field) {
        Value::Extra(held) => held,
        _ => std::collections::BTreeMap::new(),
    };
    let mut all = held.clone();
    all.extend(brought.extra.iter().map(|(key, cell)| (key.clone(), cell.clone())));
    (all != held).then_some((field, Value::Extra(all)))
}

/// The notes that a record does not have.
fn notes(board: &Board, id: Id, brought: &[Said]) -> Vec<Said> {
    if brought.is_empty() {
        return Vec::new();
    }
    let held: Vec<&str> =
        board.index().notes(id).filter_map(|note| board.note(note)).map(|n| n.text.trim()).collect();
    brought.iter().filter_map(|said| unsaid(said, &held)).collect()
}

/// What of a note is not said on a record already. A sheet's cell holds several notes, a line each,
/// the newest first; somebody may have written another above or below them.
fn unsaid(said: &Said, held: &[&str]) -> Option<Said> {
    let text = said.text.trim();
    if text.is_empty() || held.contains(&text) {
        return None;
    }
    if said.fields.is_some() {
        let signed = held.iter().any(|note| note.starts_with('[') && note.ends_with(&format!("] {text}")));
        return (!signed).then(|| said.clone());
    }
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let (begin, end) = known(&lines, held);
    let rest = if begin < lines.len() { &lines[..begin] } else { &lines[end..] };
    let rest = rest.join("\n");
    (!rest.trim().is_empty()).then(|| Said { text: rest.trim().to_owned(), ..said.clone() })
}

/// From which line on, and up to which, a text is notes that are there, one below the other.
fn known(lines: &[&str], held: &[&str]) -> (usize, usize) {
    let notes: BTreeSet<Vec<&str>> = held
        .iter()
        .filter(|note| !note.is_empty())
        .map(|note| note.lines().map(str::trim_end).collect())
        .collect();
    let (mut to_end, mut from_begin) = (vec![false; lines.len() + 1], vec![false; lines.len() + 1]);
    (to_end[lines.len()], from_begin[0]) = (true, true);
    for at in (0..lines.len()).rev() {
        to_end[at] = notes.iter().any(|note| lines[at..].starts_with(note) && to_end[at + note.len()]);
    }
    for at in 0..lines.len() {
        if from_begin[at] {
            let begin = notes.iter().filter(|note| lines[at..].starts_with(note));
            begin.for_each(|note| from_begin[at + note.len()] = true);
        }
    }
    let begin = to_end.iter().position(|known| *known).unwrap_or(lines.len());
    (begin, from_begin.iter().rposition(|known| *known).unwrap_or(0))
}

/// Whether a row asks for what only an admin may: an entry of the roster that is there, or one that
/// lets somebody in.
pub(super) fn is_for_admins(author: &Author<'_>, brought: &Brought, changed: Option<&Changed>) -> bool {
    if brought.kind != Kind::Person || author.board.role(author.login) >= Role::Admin {
        return false;
    }
    let role = brought.get("role").is_some_and(|role| *role != Value::Choice("viewer"));
    changed.map_or(role || brought.has("login"), |changed| !changed.sets.is_empty())
}

/// How far a record is from what a row says: what it would have to change, then what it says beside.
pub(super) fn distance(author: &Author<'_>, id: Id, brought: &Brought) -> (usize, usize) {
    let changed = changed(author, id, brought);
    let beside = author.board.record(id).map_or(0, |record| {
        record
            .fields()
            .iter()
            .filter(|(field, _)| !brought.given.iter().any(|(given, _)| given == field))
            .count()
    });
    let notes = author.board.index().notes(id).count();
    (changed.sets.len() + changed.notes.len(), beside + notes.saturating_sub(brought.notes.len()))
}

/// The Change that writes a note.
pub(super) fn note(author: &Author<'_>, subject: Id, n: usize, said: Said) -> Change {
    let key = |key| FieldKey::find(Kind::Note, key);
    let mut fields = said.fields.unwrap_or_else(|| {
        let set = [("text", Value::text(said.text)), ("progress", Value::Flag(said.progress))];
        set.into_iter().filter_map(|(word, value)| Some((key(word)?, value))).collect()
    });
    fields.extend(key("subject").map(|field| (field, Value::Ref(subject))));
    let fields = author.complete(Kind::Note, fields);
    Change::Create { id: Id::provisional(Kind::Note, count(n)), fields }
}
