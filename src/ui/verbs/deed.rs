//! What is done to a record, apart from which record it is: so it can be done to all that are
//! marked, and again with `.`. May use `app`, `doing`, `layers`, `board::intent`.

use super::doing::{Call, Doing};
use super::{Purpose, author, request, stage};
use crate::board::intent::{Asked, Author};
use crate::board::{Board, Proposal, Verb, inbox};
use crate::domain::lead::EndReason;
use crate::domain::request::RequestState;
use crate::domain::{Id, Kind, Stage, Value};
use crate::locales::refusal;
use crate::say;
use crate::ui::action::Action;
use crate::ui::app::{App, Open};
use crate::ui::effect::Effect;
use crate::ui::event::Cx;
use crate::ui::layers::picker::{Item, Picker};
use crate::ui::layers::{Answer, Layer};

/// No more records are changed at once: each is judged before, while nobody else can write.
const MOST: usize = 2000;

/// See the module.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::ui) enum Deed {
    /// Accept a lead in a division, with a first next step; `owner` where neither has one.
    Accept { division: Id, step: String, owner: Option<Id> },
    /// Move a lead a stage on from where it is, or back; a support request likewise, with what is
    /// said of it.
    Step { forward: bool, why: String },
    /// Move a lead to a stage.
    Move { to: Stage, asked: Vec<Asked>, why: String },
    /// End a lead.
    End(EndReason),
    /// End a lead as a duplicate.
    Duplicate(Id),
    /// Move a lead to another division.
    Transfer { division: Id, why: String },
    /// Fill fields under a verb's own name.
    Fill { verb: Verb, asked: Vec<Asked>, why: String },
    /// Take a target off hold.
    Resume,
    /// Write a note, and change what is due next.
    Note { text: String, progress: bool, next: Vec<Asked> },
}

impl Deed {
    /// Whether it moves a lead along its stages or between divisions.
    pub(super) const fn is_move(&self) -> bool {
        !matches!(self, Self::Fill { .. } | Self::Resume | Self::Note { .. })
    }

    /// Whether it is something that can be done to a record of this sort.
    pub(super) fn fits(&self, board: &Board, id: Id) -> bool {
        match self {
            Self::Accept { .. } => inbox::waits(board, id),
            Self::Step { .. } => matches!(id.kind, Kind::Lead | Kind::Request),
            Self::Move { .. } | Self::End(_) | Self::Duplicate(_) | Self::Transfer { .. } => {
                id.kind == Kind::Lead
            }
            Self::Fill { asked, .. } => asked.iter().all(|(field, ..)| field.kind() == id.kind),
            Self::Resume => id.kind == Kind::Target,
            Self::Note { .. } => matches!(id.kind, Kind::Lead | Kind::Target | Kind::Request),
        }
    }

    /// The Proposal for the record that the form was opened on: somebody may have changed a field
    /// of it since.
    fn on_asked(&self, author: &Author<'_>, id: Id) -> Proposal {
        match self {
            Self::Accept { division, step, owner } => author.accept(id, *division, step, *owner),
            Self::Step { forward, why } if id.kind == Kind::Request => {
                let to = request::goal(author.board, id, *forward).unwrap_or_default();
                // A closing note is not said of what is only taken up.
                let is_said = !forward || to == RequestState::Done;
                author.answer(id, to, if is_said { why } else { "" })
            }
            Self::Step { forward, why } => {
                let to = stage::goal(author.board, id, *forward).unwrap_or_default();
                author.move_to(id, to, Vec::new(), why)
            }
            Self::Move { to, asked, why } => author.move_from(id, *to, asked.clone(), why),
            Self::End(reason) => author.end(id, *reason, ""),
            Self::Duplicate(of) => author.duplicate(id, *of),
            Self::Transfer { division, why } => author.transfer(id, *division, why),
            Self::Fill { verb, asked, why } => author.fill(*verb, id, asked.clone(), why),
            Self::Resume => author.resume(id),
            Self::Note { text, progress, next } => author.note(id, text, *progress, next.clone()),
        }
    }

    /// The Proposal for another record. What a form shows of the one it was opened on is no wish
    /// for this one: a move fills only what is blank here, a note changes only what was typed.
    fn on_other(&self, author: &Author<'_>, id: Id) -> Proposal {
        let stands = |one: &Asked| author.board.value(id, one.0);
        let of_it = |sets: &[Asked], keep: &dyn Fn(&Asked) -> bool| -> Vec<Asked> {
            let own = sets.iter().filter(|one| one.0.kind() == id.kind && keep(one));
            own.map(|one| (one.0, stands(one), one.2.clone())).collect()
        };
        let deed = match self.clone() {
            Self::Move { to, asked, why } => {
                Self::Move { to, asked: of_it(&asked, &|one| stands(one) == Value::Empty), why }
            }
            Self::Fill { verb, asked, why } => Self::Fill { verb, asked: of_it(&asked, &|_| true), why },
            Self::Note { text, progress, next } => {
                Self::Note { text, progress, next: of_it(&next, &|one| one.1 != one.2) }
            }
            deed => deed,
        };
        deed.on_asked(author, id)
    }
}

/// Does something to the record that was asked about, or to all that the verb under way is for. The
/// form on top, if there is one, stays until the answer is there.
pub(super) fn carry_out(app: &mut App, deed: Deed, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
    let ids = app.doing.meant(id);
    let effects = act(app, &deed, &ids, Some(id), cx);
    app.last = Some(deed);
    effects
}

/// Does again what was done last, to the record under the cursor or to all that are marked.
pub(super) fn repeat(app: &mut App, call: Call, cx: &Cx<'_>) -> Vec<Effect> {
    let ids = app.meant(Action::Repeat, call);
    let Some(deed) = app.last.clone().filter(|_| !ids.is_empty()) else {
        app.say(say!(app.look.lang, "app-nothing-to-repeat"));
        return Vec::new();
    };
    app.doing = Doing::begin(ids.clone(), cx);
    act(app, &deed, &ids, None, cx)
}

fn act(app: &mut App, deed: &Deed, ids: &[Id], asked: Option<Id>, cx: &Cx<'_>) -> Vec<Effect> {
    let lang = app.look.lang;
    if ids.len() > MOST {
        app.fail(say!(lang, "app-too-many", count = ids.len(), most = MOST));
        return Vec::new();
    }
    let author = author(cx);
    let proposal =
        |id| if asked == Some(id) { deed.on_asked(&author, id) } else { deed.on_other(&author, id) };
    if let [id] = *ids {
        if let Some(why) = app.obstacle(deed, id, cx) {
            app.fail(why);
            return Vec::new();
        }
        return send(app, proposal(id), vec![id]);
    }
    let (mut free, mut refused) = (Vec::new(), Vec::new());
    for id in ids {
        match app.obstacle(deed, *id, cx) {
            Some(why) => refused.push((*id, why)),
            None => free.push(*id),
        }
    }
    let many = author.many(&free, proposal);
    refused.extend(many.refused.iter().map(|(id, why)| (*id, refusal::refused(why, cx.board, lang))));
    match (many.proposal, refused.is_empty()) {
        (Some(proposal), true) => send(app, proposal, many.ids),
        (None, true) => {
            app.say(say!(lang, "app-nothing-changed"));
            Vec::new()
        }
        (proposal, false) => {
            let rest = proposal.map(|proposal| (proposal, many.ids));
            ask(app, rest, &refused, [ids.len(), many.same.len()], cx);
            Vec::new()
        }
    }
}

/// Asks whether the rest is done where something cannot be done for all, or none; of so many in all,
/// and those that are so already.
fn ask(
    app: &mut App,
    rest: Option<(Proposal, Vec<Id>)>,
    refused: &[(Id, String)],
    [all, same]: [usize; 2],
    cx: &Cx<'_>,
) {
    let lang = app.look.lang;
    let plain = |label: String| Item { label, more: String::new() };
    let count = rest.as_ref().map(|(_, ids)| ids.len());
    let mut items: Vec<Item> =
        count.map(|count| plain(say!(lang, "app-do-rest", count = count))).into_iter().collect();
    items.push(plain(say!(lang, "app-do-none")));
    let choices = items.len();
    items.extend(refused.iter().map(|(id, why)| {
        let id_said = format!("{id} ");
        let more = why.strip_prefix(&id_said).unwrap_or(why).to_owned();
        Item { label: id_said + cx.board.title(*id), more }
    }));
    let title = say!(lang, "app-cannot-all", count = refused.len(), all = all, same = same);
    app.doing.pending = rest;
    app.open(Layer::Picker(Picker::new(title, items, 0).with_choices(choices)), Purpose::Pending);
}

/// Whether the rest is done, or none.
pub(super) fn decided(app: &mut App, answer: &Answer, cx: &Cx<'_>) -> Vec<Effect> {
    app.layers.pop();
    let pending = app.doing.pending.take().filter(|_| *answer == Answer::Picked(0));
    let Some((proposal, ids)) = pending else { return Vec::new() };
    // The question has taken a number of its own since.
    send(app, Proposal { request: cx.request, ..proposal }, ids)
}

fn send(app: &mut App, proposal: Proposal, ids: Vec<Id>) -> Vec<Effect> {
    app.note_sent(&proposal, ids);
    match app.layers.last() {
        Some(Open { layer: Layer::Form(_), .. }) => app.submit_form(proposal),
        _ => vec![app.submit(proposal)],
    }
}
