//! The only place where Proposals are made: what a person wants, as changes with what the board
//! holds now, kept fields included. Used by the keys and by the commands alike.
//! May use `domain`, `board`, `transaction`.

mod bring;
mod draft;
mod kept;
mod leads;
mod leaving;
mod many;
mod pledges;
pub mod requests;

use chrono::{DateTime, NaiveDate, Utc};

use super::overview;
use super::records::Board;
use super::transaction::{Change, Label, Origin, Proposal, RequestId, Verb};
use crate::domain::choice::Choice;
use crate::domain::{FieldKey, Fields, Id, Kind, Stage, Value};
use draft::Draft;
pub use many::Many;
pub use pledges::{Lack, Pledge};

/// A field that a form asked for: with what the record held when the form was opened, and what
/// stands in it now.
pub type Asked = (FieldKey, Value, Value);

/// Who wants it, when, and the sender's number of the request.
#[derive(Debug, Clone, Copy)]
pub struct Author<'a> {
    /// The board as it stands.
    pub board: &'a Board,
    /// The login that will sign.
    pub login: &'a str,
    /// The moment.
    pub now: DateTime<Utc>,
    /// The sender's number.
    pub request: RequestId,
}

impl<'a> Author<'a> {
    /// A new record of a kind. Its id is the kind's first placeholder; kept fields are added as
    /// `complete` says.
    #[must_use]
    pub fn create(&self, kind: Kind, fields: Fields) -> Proposal {
        let id = Id::provisional(kind, 0);
        let fields = self.complete(kind, fields);
        let verb = match kind {
            Kind::Request => Verb::Raise,
            Kind::Note => Verb::Note,
            _ => Verb::Create,
        };
        let (subject, name) = draft::named(self.board, id, &fields);
        self.propose(Label::one(verb, subject, name), "", vec![Change::Create { id, fields }])
    }

    /// The fields of a new record with those that the program keeps, where they are not given:
    /// a lead's `received` and `stage_since`, a target's `baseline_due` and `done`, a request's
    /// `raised` and `closed`, who wrote a note and when. In table order, without defaults.
    #[must_use]
    pub fn complete(&self, kind: Kind, fields: Fields) -> Fields {
        kept::complete(self, kind, fields)
    }

    /// Other values for a record's fields. What does not change is left out, so a Proposal
    /// without changes means that there is nothing to do. Kept fields follow: another due date
    /// counts a target's re-datings up, a goal reached sets `done`, a request's end sets
    /// `closed`. A lead's `stage` goes the way of `move_to`, and a
    /// request's `state` bears the word of `answer`.
    #[must_use]
    pub fn edit(&self, id: Id, sets: Vec<(FieldKey, Value)>) -> Proposal {
        self.edit_because(id, sets, "")
    }

    /// The same for a reason, where there is one.
    #[must_use]
    pub fn edit_because(&self, id: Id, sets: Vec<(FieldKey, Value)>, why: &str) -> Proposal {
        let mut draft = Draft::new(self.board, id);
        for (field, to) in sets {
            draft.set(field, to);
        }
        self.finish_edit(draft, why)
    }

    /// Like `edit`, for a form that was opened a while ago: each field with what the form was
    /// opened with and what stands in it now. A field that somebody else changed since is refused
    /// by `check` with both values; one that somebody else changed to the same value is left out.
    #[must_use]
    pub fn edit_from(&self, id: Id, sets: Vec<Asked>, why: &str) -> Proposal {
        self.finish_edit(Draft::from_form(self.board, id, sets), why)
    }

    fn finish_edit(&self, mut draft: Draft<'a>, why: &str) -> Proposal {
        let id = draft.id();
        let to = match draft.changed("stage") {
            Some(Value::Choice(code)) if id.kind == Kind::Lead => Stage::from_code(code),
            _ => None,
        };
        if let Some(to) = to {
            return self.finish_move(draft, to, why);
        }
        if id.kind == Kind::Request && draft.changed("state").is_some() {
            return self.finish_answer(draft, why);
        }
        kept::follow(self, &mut draft);
        self.one(Verb::Edit, draft, why)
    }

    /// What a small form asked for under a verb's own name: an owner, a due date, a hold. The
    /// fields are given as for `edit_from`.
    #[must_use]
    pub fn fill(&self, verb: Verb, id: Id, sets: Vec<Asked>, why: &str) -> Proposal {
        let mut draft = Draft::from_form(self.board, id, sets);
        kept::follow(self, &mut draft);
        self.one(verb, draft, why)
    }

    /// Another due date. A target keeps its baseline and counts the change.
    #[must_use]
    pub fn redate(&self, id: Id, due: Option<NaiveDate>, why: &str) -> Proposal {
        let mut draft = Draft::new(self.board, id);
        draft.put("due", due.map_or(Value::Empty, Value::Date));
        kept::follow(self, &mut draft);
        self.one(Verb::Redate, draft, why)
    }

    /// A note on a lead, target or request; with it, what changes in the subject itself: a lead's
    /// next step, another due date, given as for `edit_from`. The note is the reason for which a
    /// target's date is changed.
    #[must_use]
    pub fn note(&self, subject: Id, text: &str, progress: bool, next: Vec<Asked>) -> Proposal {
        let mut changes = vec![self.noted(subject, text, progress)];
        let mut draft = Draft::from_form(self.board, subject, next);
        kept::follow(self, &mut draft);
        let is_redated = draft.changed("redated").is_some();
        changes.extend(draft.changes());
        let why = if is_redated { text } else { "" };
        self.propose(Label::one(Verb::Note, subject, self.board.title(subject)), why, changes)
    }

    /// A new note on a record.
    fn noted(&self, subject: Id, text: &str, progress: bool) -> Change {
        let field = |key, value| (draft::field(Kind::Note, key), value);
        let fields = vec![
            field("subject", Value::Ref(subject)),
            field("text", Value::text(text)),
            field("progress", Value::Flag(progress)),
        ];
        Change::Create { id: Id::provisional(Kind::Note, 0), fields: self.complete(Kind::Note, fields) }
    }

    /// Puts a target on hold 挂起, with the reason and until when.
    #[must_use]
    pub fn hold(&self, target: Id, why: &str, until: Option<NaiveDate>) -> Proposal {
        let mut draft = Draft::new(self.board, target);
        draft.put("hold_reason", Value::text(why));
        draft.put("hold_until", until.map_or(Value::Empty, Value::Date));
        self.one(Verb::Hold, draft, why)
    }

    /// Takes a target off hold.
    #[must_use]
    pub fn resume(&self, target: Id) -> Proposal {
        let mut draft = Draft::new(self.board, target);
        draft.put("hold_reason", Value::Empty);
        draft.put("hold_until", Value::Empty);
        self.one(Verb::Resume, draft, "")
    }

    /// What a file brings, as one Transaction: `count` leads, created (their fields made with
    /// `complete`) or changed, and whom they name.
    #[must_use]
    pub fn import(&self, file: &str, changes: Vec<Change>, count: u32) -> Proposal {
        self.propose(Label::many(Verb::Import, file, count), "", changes)
    }

    /// The civil date in the office now.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        overview::day(self.board, self.now)
    }

    fn one(&self, verb: Verb, draft: Draft<'_>, why: &str) -> Proposal {
        let id = draft.id();
        let label = Label::one(verb, id, self.board.title(id));
        self.propose(label, why, draft.changes())
    }

    fn propose(&self, label: Label, why: &str, changes: Vec<Change>) -> Proposal {
        let why = why.trim().to_owned();
        Proposal { request: self.request, origin: Origin::Do, label, why, changes }
    }
}
