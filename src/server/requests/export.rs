//! `export`: a file out. May use `exchange`, `board`.

use super::answer::{Answer, Halt};
use super::{Ask, Out};
use crate::domain::Kind;
use crate::exchange;
use crate::say;
use crate::ui::text::clean;
use crate::wire::Form;

/// Writes every lead.
pub(super) fn run(form: Form, file: &str, ask: &Ask<'_>, out: &mut dyn Out) -> Answer {
    let mut bytes = Vec::new();
    let (count, written) = {
        let board = ask.engine.board();
        let leads = board.ids(Kind::Lead);
        let written = match form {
            Form::Csv | Form::Text => exchange::export::csv(&board, &leads, &mut bytes),
            Form::Json => exchange::export::json(&board, &leads, &mut bytes),
        };
        (leads.len(), written)
    };
    written.map_err(|error| Halt::Failed(error.to_string()))?;
    out.out(&bytes)?;
    out.err(&say!(ask.lang, "command-exported", count = count, file = clean(file)))?;
    Ok(0)
}
