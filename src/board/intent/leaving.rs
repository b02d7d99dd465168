//! Somebody leaves: what they had in hand goes to another, in one Transaction.
//! May use `domain`, `board`, `draft`.

use super::Author;
use super::draft::Draft;
use crate::board::organisation;
use crate::board::transaction::{Label, Proposal, Verb};
use crate::domain::{Id, Kind, Value};

impl Author<'_> {
    /// A person leaves today: off post and without rights. The login stays theirs, since the history
    /// is signed with it. What they have in hand goes to `heir`; to nobody where there is none.
    #[must_use]
    pub fn depart(&self, person: Id, heir: Option<Id>, why: &str) -> Proposal {
        let owner = heir.map_or(Value::Empty, Value::Ref);
        let mut changes = Vec::new();
        for id in organisation::in_hand(self.board, person) {
            let mut draft = Draft::new(self.board, id);
            draft.put(if id.kind == Kind::Division { "head" } else { "owner" }, owner.clone());
            changes.extend(draft.changes());
        }
        let mut draft = Draft::new(self.board, person);
        draft.put("left", Value::Date(self.today()));
        draft.put("on_post", Value::Flag(false));
        changes.extend(draft.changes());
        self.propose(Label::one(Verb::Leave, person, self.board.title(person)), why, changes)
    }
}
