//! What a report calls a record, with what must not be told left out. May use `domain`, `board`.

use crate::board::{Board, agenda, rules};
use crate::domain::value_words::Names;
use crate::domain::{Choice, Id, Kind, Lang, Lead, Money, Stage};
use crate::say;

/// A record by its id and name: a confidential lead, and what is about one, without its name.
pub(super) fn record(board: &Board, id: Id, lang: Lang) -> String {
    format!("{id} {}", name(board, id, lang)).trim_end().to_owned()
}

fn name(board: &Board, id: Id, lang: Lang) -> String {
    match id.kind {
        _ if is_secret(board, id) => say!(lang, "report-confidential"),
        Kind::SixOne => board.six_one(id).map_or_else(String::new, |six_one| {
            format!("{} {}", six_one.which.label(lang), six_one.name).trim_end().to_owned()
        }),
        _ => board.title(id).to_owned(),
    }
}

/// Whether a record is a confidential lead, or is about one.
fn is_secret(board: &Board, id: Id) -> bool {
    let lead = match id.kind {
        Kind::Lead => Some(id),
        Kind::Request => board.request(id).and_then(|request| request.lead),
        Kind::Note => board.note(id).and_then(|note| note.subject),
        _ => None,
    };
    lead.and_then(|id| board.lead(id)).is_some_and(|lead| lead.confidential)
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
pub(super) fn amount(lead: &Lead, lang: Lang) -> String {
    let told = lead.amount.filter(|_| !lead.confidential);
    told.map_or_else(String::new, |amount: Money| amount.show(lang))
}

/// A stage by the word of a lead's track.
pub(super) fn stage(board: &Board, lead: &Lead, stage: Stage, lang: Lang) -> String {
    rules::stage_word(board, lead, stage, lang).to_owned()
}
