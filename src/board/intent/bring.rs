//! What a file says of a record that is on the board already. May use `domain`, `board`.

use chrono::NaiveDate;

use super::draft::Draft;
use super::{Author, kept};
use crate::board::transaction::Change;
use crate::domain::choice::Choice;
use crate::domain::{FieldKey, Id, Kind, Stage, Value};

impl Author<'_> {
    /// Other values for a record's fields, as a file has them: what does not change is left out, kept
    /// fields follow. A lead comes to whatever stage the file says, on the day that it says for it, else
    /// today; nothing that the move would ask for is made up.
    #[must_use]
    pub fn bring(&self, id: Id, sets: Vec<(FieldKey, Value)>) -> Vec<Change> {
        let mut draft = Draft::new(self.board, id);
        for (field, to) in sets {
            draft.set(field, to);
        }
        if id.kind == Kind::Lead {
            self.follow_stage(&mut draft);
        } else {
            kept::follow(self, &mut draft);
        }
        draft.changes()
    }

    fn follow_stage(&self, draft: &mut Draft<'_>) {
        let before = self.board.lead(draft.id()).map(|lead| lead.stage).unwrap_or_default();
        let Some(Value::Choice(code)) = draft.changed("stage") else {
            // Since when it is where it is, the board knows.
            return draft.forget("stage_since");
        };
        let to = Stage::from_code(code).unwrap_or_default();
        let said = date_key(to).and_then(|key| draft.given(key)).and_then(date_of);
        let since = said.or_else(|| draft.given("stage_since").and_then(date_of));
        draft.put("stage_since", Value::Date(since.unwrap_or_else(|| self.today())));
        let is_aside = |stage: Stage| matches!(stage, Stage::Park | Stage::End);
        if is_aside(to) {
            if !is_aside(before) {
                draft.put("left_stage", Value::Choice(before.code()));
            }
            return;
        }
        for key in ["left_stage", "end_reason", "duplicate_of", "wake_date"] {
            draft.put(key, Value::Empty);
        }
    }
}

/// The field that says when a lead reached a stage.
const fn date_key(stage: Stage) -> Option<&'static str> {
    Some(match stage {
        Stage::Lead => "received",
        Stage::Talk => "first_talk",
        Stage::Sign => "signed",
        Stage::Land => "landed",
        Stage::Build => "started",
        Stage::Run => "running",
        Stage::Park | Stage::End => return None,
    })
}

const fn date_of(value: &Value) -> Option<NaiveDate> {
    match value {
        Value::Date(date) => Some(*date),
        _ => None,
    }
}
