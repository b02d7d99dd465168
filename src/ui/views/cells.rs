//! What stands in the cells of a ledger, and at the head of its columns. Most is read from the field
//! table; a few are counted. May use `columns`, `show`, `board`, `locales`.

use super::columns::What;
use super::columns::What::Field as F;
use crate::board::overview;
use crate::board::rules::stage_name;
use crate::domain::{FieldKey, Id, Kind, Value};
use crate::say;
use crate::ui::event::Cx;
use crate::ui::show;
use crate::ui::style::{Look, Meaning};

/// The word at the head of a column.
pub(super) fn title(kind: Kind, what: What, look: &Look) -> String {
    match what {
        What::Id => say!(look.lang, "view-col-id"),
        What::Light => say!(look.lang, "view-col-light"),
        What::Stage => say!(look.lang, "view-col-stage"),
        What::Silent => say!(look.lang, "view-col-silent"),
        What::Figures => say!(look.lang, "view-col-figures"),
        F(key) => {
            FieldKey::find(kind, key).map_or_else(String::new, |key| key.spec().label(look.lang).to_owned())
        }
    }
}

/// What stands in a cell of so much room, and what it means. But for the light a row is of one tone: the row under
/// the cursor alone stands out, and a page costs the fewest bytes.
pub(super) fn cell(cx: &Cx<'_>, look: &Look, id: Id, what: What, room: usize) -> (Meaning, String) {
    let board = cx.board;
    match what {
        What::Id => (Meaning::Text, id.to_string()),
        What::Light => {
            let light = overview::light_of(board, id);
            (light.signal.into(), show::light_in(light, look.lang, room))
        }
        What::Stage => {
            let word = board.lead(id).map_or("", |lead| stage_name(board, lead, look.lang));
            (Meaning::Text, word.to_owned())
        }
        What::Silent => {
            let heard = board
                .lead(id)
                .filter(|lead| lead.is_active())
                .and_then(|lead| board.index().heard(board, id, lead));
            let days = heard.map(|day| (board.today() - day).num_days().max(0));
            (Meaning::Text, days.map_or_else(String::new, |days| days.to_string()))
        }
        What::Figures => {
            let progress = overview::progress(board, id);
            (Meaning::Text, progress.map_or_else(String::new, |p| show::figures(&p, look.lang)))
        }
        F(key) => field(cx, look, id, key),
    }
}

fn field(cx: &Cx<'_>, look: &Look, id: Id, key: &str) -> (Meaning, String) {
    let Some(key) = FieldKey::find(id.kind, key) else {
        return (Meaning::Text, String::new());
    };
    let value = cx.board.value(id, key);
    let words = match &value {
        Value::Ref(to) => show::name(cx.board, *to, look.lang),
        value => show::value(cx.board, key, value, look.lang),
    };
    (Meaning::Text, words)
}
