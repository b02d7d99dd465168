//! `list`: the records of a kind. May use `domain`, `board`, `locales`.

use serde_json::Value as Json;

use super::answer::{self, Answer, Halt};
use super::json::{self, Listing, Shape};
use super::table::Columns;
use super::writer::by_stretch;
use super::{Ask, Out};
use crate::board::query::Filter;
use crate::board::{Board, overview, rules};
use crate::domain::value_words::show;
use crate::domain::{FieldKey, Id, Kind, Value};
use crate::exchange::export::{self, guarded};
use crate::locales::{filter as filter_words, reason, value};
use crate::say;
use crate::ui::text::{clean, clean_lines};
use crate::wire::Form;

pub(super) fn run(kind: &str, form: Form, filter: &str, ask: &Ask<'_>, out: &mut dyn Out) -> Answer {
    let kind = answer::kind(kind, ask)?;
    let (ids, date, seq) = {
        let board = ask.engine.board();
        (found(&board, kind, filter, ask)?, board.today().to_string(), board.head().seq)
    };
    match form {
        Form::Text => text(kind, &ids, ask, out)?,
        Form::Json => {
            // Of the moment at which they were found: what is written is as new, or newer.
            let head = [("kind", kind.code().into()), ("date", date.into()), ("seq", seq.into())];
            as_json(&head, &ids, ask, out)?;
        }
        Form::Csv => csv(kind, &ids, ask, out)?,
    }
    Ok(0)
}

/// The records of a kind that a filter finds. A script gets all that it asked or nothing: a term
/// that cannot be read would widen the list without a word.
pub(super) fn found(board: &Board, kind: Kind, typed: &str, ask: &Ask<'_>) -> Result<Vec<Id>, Halt> {
    let filter = Filter::read(board, kind, typed);
    if let Some(wrong) = filter.problems().first() {
        let said = filter_words::said(wrong, typed, board, ask.lang);
        return Err(Halt::Usage(say!(ask.lang, "command-filter", wrong = clean(&said))));
    }
    Ok(export::ids(board, kind, &filter))
}

/// The fields of each kind that stand in its list.
const fn shown(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Charter => &["name_zh", "name_en", "period_start", "period_end"],
        Kind::Division => &["name_zh", "name_en", "short", "group", "head"],
        Kind::Unit => &["kind", "name_zh", "name_en", "functions"],
        Kind::Person => &["name", "division", "unit", "login", "role", "on_post"],
        Kind::Target | Kind::SixOne | Kind::Request => export::brief(kind),
        Kind::Lead => &["stage", "name", "division", "owner", "amount", "due", "next_step"],
        Kind::Note => &["subject", "at", "who", "text"],
        Kind::Mark => &["name", "at"],
    }
}

/// Goes through the records twice, so that the columns fit and no text is held.
fn text(kind: Kind, ids: &[Id], ask: &Ask<'_>, out: &mut dyn Out) -> Result<(), Halt> {
    let lang = ask.lang;
    let fields: Vec<FieldKey> = shown(kind).iter().filter_map(|key| FieldKey::find(kind, key)).collect();
    let mut head = vec!["ID".to_owned()];
    head.extend(overview::has_light(kind).then(|| say!(lang, "command-light")));
    head.extend(fields.iter().map(|field| field.spec().label(lang).to_owned()));
    let row = |board: &Board, id: Id| {
        let mut row = vec![id.to_string()];
        row.extend(overview::has_light(kind).then(|| reason::light(overview::light_of(board, id), lang)));
        row.extend(fields.iter().map(|field| cell(board, id, *field, ask)));
        row
    };
    let mut columns = Columns::default();
    columns.measure(&head);
    by_stretch(ids, ask, out, |board, ids, _| {
        for id in ids {
            columns.measure(&row(board, *id));
        }
        Ok(())
    })?;
    out.out(columns.line(&head).as_bytes())?;
    by_stretch(ids, ask, out, |board, ids, piece| {
        for id in ids {
            piece.extend_from_slice(columns.line(&row(board, *id)).as_bytes());
        }
        Ok(())
    })
}

fn as_json(head: &[(&str, Json)], ids: &[Id], ask: &Ask<'_>, out: &mut dyn Out) -> Result<(), Halt> {
    let (mut listing, opening) = Listing::open(Shape::List, head, "records");
    out.out(&opening)?;
    by_stretch(ids, ask, out, |board, ids, piece| {
        for id in ids {
            listing.item(&json::record(board, *id, ask.lang), piece);
        }
        Ok(())
    })?;
    Ok(out.out(Listing::CLOSE)?)
}

fn cell(board: &Board, id: Id, field: FieldKey, ask: &Ask<'_>) -> String {
    match (overview::value(board, id, field), board.lead(id)) {
        (_, Some(lead)) if field.key() == "stage" => rules::stage_name(board, lead, ask.lang).to_owned(),
        (held @ Value::Time(_), _) => value::said(field, &held, board, ask.lang),
        (held @ Value::Text(_), _) if value::holds_login(field) => value::said(field, &held, board, ask.lang),
        (held, _) => show(&held, field.spec().shape, board, ask.lang),
    }
}

fn csv(kind: Kind, ids: &[Id], ask: &Ask<'_>, out: &mut dyn Out) -> Result<(), Halt> {
    let lights: &[&str] = if overview::has_light(kind) { &["light", "reason"] } else { &[] };
    let keys = FieldKey::all(kind).map(FieldKey::key);
    let head = std::iter::once("id").chain(lights.iter().copied()).chain(keys).collect::<Vec<_>>();
    out.out(format!("{}\n", head.join(",")).as_bytes())?;
    by_stretch(ids, ask, out, |board, ids, piece| {
        let mut writer = csv::Writer::from_writer(piece);
        let written = ids.iter().try_for_each(|id| writer.write_record(csv_row(board, *id, ask)));
        written.and_then(|()| Ok(writer.flush()?)).map_err(|error| Halt::Failed(error.to_string()))
    })
}

fn csv_row(board: &Board, id: Id, ask: &Ask<'_>) -> Vec<String> {
    let mut row = vec![id.to_string()];
    if overview::has_light(id.kind) {
        let light = overview::light_of(board, id);
        row.extend([light.signal.code().to_owned(), reason::why(light, ask.lang)]);
    }
    row.extend(FieldKey::all(id.kind).map(|field| guarded(machine(json::value(board, id, field)))));
    if ask.is_tty {
        for cell in &mut row {
            *cell = clean_lines(cell);
        }
    }
    row
}

/// A value as JSON has it, without quotes; lists between `;`.
fn machine(value: Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::String(text) => text,
        Json::Array(items) => items.iter().filter_map(Json::as_str).collect::<Vec<_>>().join(";"),
        other => other.to_string(),
    }
}
