//! What a Transaction is called, in words. May use `domain`, `board`.

use super::value;
use crate::board::{Board, Label, Origin, Verb, rules};
use crate::domain::{Choice, Id, Lang, Stage};
use crate::say;

/// A label: 推进 L42 深海机器人，至签约; of an undo 已撤销：…. The record's name is data: it is
/// stripped by whoever draws or prints the sentence.
#[must_use]
pub fn said(label: &Label, origin: Origin, board: &Board, lang: Lang) -> String {
    let what = plain(label, board, lang);
    match origin {
        Origin::Do => what,
        Origin::Undo(_) => say!(lang, "label-undone", what = what),
        Origin::Redo(_) => say!(lang, "label-redone", what = what),
    }
}

fn plain(label: &Label, board: &Board, lang: Lang) -> String {
    let verb = label.verb.label(lang);
    // A Six One has no name of its own.
    let six_one = label.subject.and_then(|id| board.six_one(id));
    let name = six_one.map_or_else(|| label.name.lines().next().unwrap_or_default(), |s| s.which.label(lang));
    match (label.subject, label.to) {
        (None, Some(stage)) if label.verb == Verb::Move || label.verb == Verb::Back => {
            let to = board.charter().labels.stage(stage, None, lang);
            say!(lang, "label-many-to", verb = verb, name = name, count = label.count, to = to)
        }
        (None, _) => say!(lang, "label-many", verb = verb, name = name, count = label.count),
        (Some(Id::CHARTER), _) => say!(lang, "label-found", verb = verb, name = name),
        (Some(id), None) => say!(lang, "label-one", verb = verb, id = id.to_string(), name = name),
        // These verbs say where it goes.
        (Some(id), Some(_)) if matches!(label.verb, Verb::Park | Verb::End | Verb::Duplicate) => {
            say!(lang, "label-one", verb = verb, id = id.to_string(), name = name)
        }
        (Some(id), Some(stage)) => {
            let to = stage_of(board, id, stage, lang);
            say!(lang, "label-move", verb = verb, id = id.to_string(), name = name, to = to)
        }
    }
}

/// Since which mark a history is told, and when that was set.
#[must_use]
pub fn since_mark(board: &Board, mark: Id, lang: Lang) -> String {
    let at = board.mark(mark).and_then(|mark| mark.at);
    let at = at.map(|at| value::moment(board, at));
    say!(lang, "label-since", name = board.title(mark), at = at.unwrap_or_default())
}

/// A stage by the word of the lead's kind; of one that is gone, by the word that serves all.
#[must_use]
pub fn stage_of(board: &Board, lead: Id, stage: Stage, lang: Lang) -> &str {
    match board.lead(lead) {
        Some(lead) => rules::stage_word(board, lead, stage, lang),
        None => board.charter().labels.stage(stage, None, lang),
    }
}
