//! Why something was refused, in one sentence that says what happened and what to do.
//! May use `domain`, `board`.

use super::label::stage_of;
use super::value;
use crate::board::founding::CharterError;
use crate::board::history::NoPast;
use crate::board::{Board, Refusal, Rejected, Trouble, rules};
use crate::domain::{Choice, FieldKey, Id, Kind, Lang, Misfit};
use crate::say;

/// Why a request changed nothing.
#[must_use]
pub fn said(rejected: &Rejected, board: &Board, lang: Lang) -> String {
    match rejected {
        Rejected::Refused(refusal) => refused(refusal, board, lang),
        Rejected::NothingToUndo => say!(lang, "refusal-nothing-to-undo"),
        Rejected::NothingToRedo => say!(lang, "refusal-nothing-to-redo"),
        Rejected::Store(trouble) => troubled(trouble, lang),
        Rejected::Stopping => say!(lang, "refusal-stopping"),
    }
}

/// Why an undo, or a redo, took nothing back.
#[must_use]
pub fn not_taken_back(rejected: &Rejected, is_redo: bool, board: &Board, lang: Lang) -> String {
    let why = match rejected {
        Rejected::Refused(Refusal::Conflict { id, field, theirs, by, .. }) => say!(
            lang,
            "refusal-since",
            id = id.to_string(),
            field = field.spec().label(lang),
            by = board.person_name(by),
            theirs = value::said(*field, theirs, board, lang),
        ),
        Rejected::Refused(refusal) => refused(refusal, board, lang),
        other => return said(other, board, lang),
    };
    if is_redo {
        say!(lang, "refusal-not-redone", why = why)
    } else {
        say!(lang, "refusal-not-undone", why = why)
    }
}

/// Why nothing was written down.
#[must_use]
pub fn troubled(trouble: &Trouble, lang: Lang) -> String {
    match trouble {
        Trouble::Full => say!(lang, "refusal-full"),
        Trouble::ReadOnly => say!(lang, "refusal-read-only"),
        Trouble::Halted => say!(lang, "refusal-halted"),
        other => say!(lang, "refusal-store", what = what(other, lang)),
    }
}

/// Why a day cannot be looked back at.
#[must_use]
pub fn no_past(why: NoPast, lang: Lang) -> String {
    match why {
        NoPast::Ahead(today) => say!(lang, "past-ahead", today = today.to_string()),
        NoPast::BeforeFounding(day) => say!(lang, "past-before-founding", day = day.to_string()),
        NoPast::BeforeHistory(day) => say!(lang, "past-before-history", day = day.to_string()),
        NoPast::Unfounded => say!(lang, "past-unfounded"),
        NoPast::Busy => say!(lang, "past-busy"),
        NoPast::Unreadable => say!(lang, "past-unreadable"),
    }
}

/// That there is no mark of this name, or none at all.
#[must_use]
pub fn no_mark(name: &str, lang: Lang) -> String {
    if name.is_empty() { say!(lang, "past-no-mark") } else { say!(lang, "past-no-mark-named", name = name) }
}

/// The trouble line that everybody sees while it lasts.
#[must_use]
pub fn standing(trouble: &Trouble, lang: Lang) -> String {
    match trouble {
        Trouble::Full => say!(lang, "trouble-line-full"),
        Trouble::ReadOnly => say!(lang, "trouble-line-read-only"),
        Trouble::Halted => say!(lang, "trouble-line-halted"),
        Trouble::Snapshot(why) => say!(lang, "trouble-line-snapshot", why = what(why, lang)),
        other => say!(lang, "trouble-line-other", why = what(other, lang)),
    }
}

/// What is wrong, as half a sentence.
fn what(trouble: &Trouble, lang: Lang) -> String {
    match trouble {
        Trouble::Full => say!(lang, "trouble-full"),
        Trouble::ReadOnly => say!(lang, "trouble-read-only"),
        Trouble::Owned => say!(lang, "trouble-owned"),
        Trouble::Damaged => say!(lang, "trouble-damaged"),
        Trouble::System(said) => say!(lang, "trouble-system", said = said.as_str()),
        Trouble::Internal => say!(lang, "trouble-internal"),
        Trouble::Halted => say!(lang, "trouble-halted"),
        Trouble::Snapshot(why) => what(why, lang),
    }
}

/// Why the board's rules refuse it.
#[must_use]
pub fn refused(refusal: &Refusal, board: &Board, lang: Lang) -> String {
    match refusal {
        Refusal::Conflict { id, field, mine, theirs, by } => say!(
            lang,
            "refusal-conflict",
            id = id.to_string(),
            field = field.spec().label(lang),
            by = board.person_name(by),
            theirs = value::said(*field, theirs, board, lang),
            mine = value::said(*field, mine, board, lang),
        ),
        Refusal::Gone(id) => say!(lang, "refusal-gone", id = id.to_string()),
        Refusal::Taken(id) => say!(lang, "refusal-taken", id = id.to_string()),
        Refusal::Misfit { id, field, why: Misfit::Required } => {
            say!(lang, "refusal-required", id = subject(*id, board, lang), field = field.spec().label(lang))
        }
        Refusal::Misfit { id, field, why } => {
            let (field, why) = (field.spec().label(lang), misfit(why, lang));
            say!(lang, "refusal-misfit", id = subject(*id, board, lang), field = field, why = why)
        }
        Refusal::InUse { id, count } => say!(lang, "refusal-in-use", id = id.to_string(), count = *count),
        Refusal::Changed { id, by } => {
            say!(lang, "refusal-changed", id = id.to_string(), by = board.person_name(by))
        }
        Refusal::NoSuchMove { id, from, to } => {
            let open = board.lead(*id).map(|lead| rules::moves(board, lead)).unwrap_or_default();
            let open: Vec<&str> = open.iter().map(|open| stage_of(board, *id, open.to, lang)).collect();
            let open = open.join(lang.pick("、", ", "));
            let (from, to) = (stage_of(board, *id, *from, lang), stage_of(board, *id, *to, lang));
            say!(lang, "refusal-no-move", id = id.to_string(), from = from, to = to, open = open)
        }
        Refusal::Lacks { id, fields } => {
            let fields = fields.iter().map(|key| lacking(key, lang)).collect::<Vec<_>>();
            let fields = fields.join(lang.pick("、", ", "));
            say!(lang, "refusal-lacks", id = subject(*id, board, lang), fields = fields)
        }
        Refusal::Double { field, other, .. } if !board.has(*other) => {
            say!(lang, "refusal-double-within", field = field.spec().label(lang))
        }
        Refusal::Double { field, other, .. } => {
            let (field, name) = (field.spec().label(lang), board.title(*other));
            say!(lang, "refusal-double", field = field, other = other.to_string(), name = name)
        }
        Refusal::LastAdmin => say!(lang, "refusal-last-admin"),
        Refusal::Role(role) => say!(lang, "refusal-role", role = role.label(lang)),
    }
}

/// The record that was refused: by its id, or by its kind where it was to be made.
fn subject(id: Id, board: &Board, lang: Lang) -> String {
    if board.has(id) { id.to_string() } else { say!(lang, "layer-form-create", kind = id.kind.code()) }
}

/// The label of a lead's field that a move demands, or the word for a reason.
fn lacking(key: &str, lang: Lang) -> String {
    match FieldKey::find(Kind::Lead, key) {
        Some(field) => field.spec().label(lang).to_owned(),
        None => say!(lang, "refusal-why"),
    }
}

/// Why a value does not fit its field: half a sentence, for beside the field.
#[must_use]
pub fn misfit(misfit: &Misfit, lang: Lang) -> String {
    match misfit {
        Misfit::Sort => say!(lang, "misfit-sort"),
        Misfit::Choice(word) => say!(lang, "misfit-choice", word = word.as_str()),
        Misfit::RefKind(id) => say!(lang, "misfit-kind", id = id.to_string()),
        Misfit::CreditCode => say!(lang, "misfit-credit-code"),
        Misfit::Negative => say!(lang, "misfit-negative"),
        Misfit::Required => say!(lang, "misfit-required"),
        Misfit::Order => say!(lang, "misfit-order"),
        Misfit::Itself => say!(lang, "misfit-itself"),
        Misfit::Loop => say!(lang, "misfit-loop"),
        Misfit::TooMany(count) => say!(lang, "misfit-too-many", count = *count),
    }
}

/// Why a file is not a charter.
#[must_use]
pub fn charter(slip: &CharterError, lang: Lang) -> String {
    match slip {
        CharterError::Line { line, message } => {
            say!(lang, "charter-line", line = *line, what = message.as_str())
        }
        CharterError::Value { key, value } => {
            say!(lang, "charter-value", key = key.as_str(), value = value.as_str())
        }
        CharterError::Twice { key, value } => {
            say!(lang, "charter-twice", key = key.as_str(), value = value.as_str())
        }
        CharterError::Divisions(count) => say!(lang, "charter-divisions", count = *count),
    }
}
