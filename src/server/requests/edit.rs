//! `add`, `set`, `move`, `note`, `undo`, `redo`: what changes a record or takes it back.
//! May use `domain`, `board`, `engine`.

use super::answer::{Answer, Halt, act, author, done, id, kind, line, propose, sets};
use super::{Ask, Out};
use crate::board::{Board, Proposal};
use crate::domain::{Choice, FieldKey, Fields, Id, Kind, Stage, Value};
use crate::engine::Act;
use crate::locales::label;
use crate::say;
use crate::ui::text::clean;

/// Creates a record. A terminal is told what was done, a script the id alone.
pub(super) fn add(word: &str, words: &[String], ask: &Ask<'_>, out: &mut dyn Out) -> Answer {
    let proposal = {
        let board = ask.engine.board();
        let kind = kind(word, ask)?;
        let sets = sets(kind, words, &board, ask)?;
        if sets.fields.iter().any(|(field, _)| kind == Kind::Lead && field.key() == "stage") {
            return Err(Halt::Usage(say!(
                ask.lang,
                "command-add-stage",
                stage = board.charter().labels.stage(Stage::Lead, None, ask.lang)
            )));
        }
        if let Some(id) = placeholder(kind, &sets.fields, &board) {
            let proposal = author(ask, &board).edit_because(id, sets.fields, &sets.why);
            drop(board);
            let done = propose(ask, proposal)?;
            return if ask.is_tty { self::done(ask, out, &done) } else { said(id, out) };
        }
        Proposal { why: sets.why, ..author(ask, &board).create(kind, sets.fields) }
    };
    let created = propose(ask, proposal)?;
    match created.created.first() {
        Some(id) if !ask.is_tty => said(*id, out),
        _ => done(ask, out, &created),
    }
}

fn said(id: Id, out: &mut dyn Out) -> Answer {
    line(out, &id.to_string())?;
    Ok(0)
}

/// The person whom the founding of the board put there for a login, and whom nobody has named yet:
/// whoever is added with that login is that person.
fn placeholder(kind: Kind, fields: &Fields, board: &Board) -> Option<Id> {
    let is_login = |(field, _): &&(FieldKey, Value)| kind == Kind::Person && field.key() == "login";
    let Value::Text(login) = &fields.iter().find(is_login)?.1 else { return None };
    let (id, person) = board.person_by_login(login)?;
    (person.name == person.login).then_some(id)
}

/// Changes fields of a record.
pub(super) fn set(word: &str, words: &[String], ask: &Ask<'_>, out: &mut dyn Out) -> Answer {
    let proposal = {
        let board = ask.engine.board();
        let id = id(word, &board, ask)?;
        let sets = sets(id.kind, words, &board, ask)?;
        author(ask, &board).edit_because(id, sets.fields, &sets.why)
    };
    if proposal.changes.is_empty() {
        line(out, &say!(ask.lang, "command-same"))?;
        return Ok(0);
    }
    done(ask, out, &propose(ask, proposal)?)
}

/// Moves a lead to a stage.
pub(super) fn move_to(word: &str, stage: &str, words: &[String], ask: &Ask<'_>, out: &mut dyn Out) -> Answer {
    let proposal = {
        let board = ask.engine.board();
        let lead = id(word, &board, ask)?;
        if lead.kind != Kind::Lead {
            return Err(Halt::Usage(say!(ask.lang, "command-not-lead", id = lead.to_string())));
        }
        let labels = &board.charter().labels;
        let to = labels.find(Stage::OPTIONS, stage).and_then(|option| Stage::from_code(option.code));
        let to = to.ok_or_else(|| {
            let codes: Vec<&str> = Stage::OPTIONS.iter().map(|option| option.code).collect();
            Halt::Usage(say!(ask.lang, "command-stage", word = clean(stage), stages = codes.join(", ")))
        })?;
        let sets = sets(Kind::Lead, words, &board, ask)?;
        if board.lead(lead).is_some_and(|lead| lead.stage == to) {
            return Err(Halt::Failed(say!(
                ask.lang,
                "command-there",
                id = lead.to_string(),
                stage = label::stage_of(&board, lead, to, ask.lang)
            )));
        }
        author(ask, &board).move_to(lead, to, sets.fields, &sets.why)
    };
    done(ask, out, &propose(ask, proposal)?)
}

/// Writes a note that counts as progress.
pub(super) fn note(word: &str, text: &str, ask: &Ask<'_>, out: &mut dyn Out) -> Answer {
    let proposal = {
        let board = ask.engine.board();
        let subject = id(word, &board, ask)?;
        author(ask, &board).note(subject, text, true, Vec::new())
    };
    done(ask, out, &propose(ask, proposal)?)
}

/// Takes this login's last Transaction back.
pub(super) fn undo(ask: &Ask<'_>, out: &mut dyn Out) -> Answer {
    let undone = act(ask, Act::Undo(ask.request))?;
    done(ask, out, &undone)
}

/// Does again what was taken back.
pub(super) fn redo(ask: &Ask<'_>, out: &mut dyn Out) -> Answer {
    let redone = act(ask, Act::Redo(ask.request))?;
    done(ask, out, &redone)
}
