//! `show`: one record with its notes. May use `domain`, `board`, `locales`.

use serde_json::Value as Json;

use super::answer::{self, Answer};
use super::json::{self, Shape};
use super::table::Table;
use super::{Ask, Out};
use crate::board::{Board, overview};
use crate::domain::{FieldKey, Id};
use crate::locales::{reason, value};
use crate::ui::text::clean;

pub(super) fn run(id: &str, as_json: bool, ask: &Ask<'_>, out: &mut dyn Out) -> Answer {
    let bytes = {
        let board = ask.engine.board();
        let id = answer::id(id, &board, ask)?;
        if as_json { document(&board, id, ask) } else { text(&board, id, ask).into_bytes() }
    };
    out.out(&bytes)?;
    Ok(0)
}

fn document(board: &Board, id: Id, ask: &Ask<'_>) -> Vec<u8> {
    let record = |id| json::record(board, id, ask.lang);
    let notes: Json = board.index().notes(id).map(record).collect();
    let entries = [("record".to_owned(), record(id)), ("notes".to_owned(), notes)];
    json::document(Shape::Show, entries.into_iter().collect())
}

fn text(board: &Board, id: Id, ask: &Ask<'_>) -> String {
    let lang = ask.lang;
    let light = overview::has_light(id.kind).then(|| reason::light(overview::light_of(board, id), lang));
    let light = light.unwrap_or_default();
    let title = board.title(id).lines().next().unwrap_or_default();
    let mut text = clean(format!("{id} {title}  {light}").trim_end()).into_owned();
    text.push('\n');
    let mut table = Table::default();
    for field in FieldKey::all(id.kind) {
        let held = overview::value(board, id, field);
        if !held.is_empty() {
            table.row(["", field.spec().label(lang), &value::of(id, field, &held, board, lang)]);
        }
    }
    text.push_str(&table.text());
    let mut notes = Table::default();
    for note in board.index().notes(id).rev().filter_map(|note| board.note(note)) {
        let at = note.at.map_or_else(String::new, |at| value::moment(board, at));
        notes.row(["", &at, board.person_name(&note.who), &note.text]);
    }
    text.push_str(&notes.text());
    text
}
