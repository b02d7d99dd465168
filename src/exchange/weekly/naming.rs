//! What a report calls a record, with what must not be told left out. May use `domain`, `board`.

use super::Source;
use crate::board::{Board, agenda, redact, rules};
use crate::domain::value_words::Names;
use crate::domain::{Choice, Id, Kind, Lang, Lead, Stage};
use crate::say;

/// A record by its id and name: a confidential lead, and what is about one, without its name.
pub(super) fn record(source: &Source<'_>, id: Id) -> String {
    format!("{id} {}", name(source, id)).trim_end().to_owned()
}

fn name(source: &Source<'_>, id: Id) -> String {
    let (board, lang) = (source.board, source.lang);
    match id.kind {
        _ if !source.show && redact::is_secret(board, id) => say!(lang, "report-confidential"),
        Kind::SixOne => board.six_one(id).map_or_else(String::new, |six_one| {
            format!("{} {}", six_one.which.label(lang), six_one.name).trim_end().to_owned()
        }),
        _ => board.title(id).to_owned(),
    }
}

/// A division, person or unit by its name; nothing where there is none.
pub(super) fn who(board: &Board, id: Option<Id>, lang: Lang) -> String {
    id.map_or_else(String::new, |id| Names::title(board, id, lang))
}

/// The division of a record.
pub(super) fn division(board: &Board, id: Id, lang: Lang) -> String {
    who(board, agenda::division(board, id), lang)
}

/// Who answers for a record.
pub(super) fn owner(board: &Board, id: Id, lang: Lang) -> String {
    who(board, agenda::owner(board, id), lang)
}

/// A lead's amount; nothing for a confidential one.
pub(super) fn amount(source: &Source<'_>, lead: &Lead) -> String {
    let told = redact::amount_of(lead, source.show);
    told.map_or_else(String::new, |amount| amount.show(source.lang))
}

/// A stage by the word of a lead's track.
pub(super) fn stage(board: &Board, lead: &Lead, stage: Stage, lang: Lang) -> String {
    rules::stage_word(board, lead, stage, lang).to_owned()
}
