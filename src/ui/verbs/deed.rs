//! What is done to a record, apart from which record it is: so it can be done to all that are
//! marked, and again with `.`. May use `app`, `layers`, `board::intent`.

use super::{Purpose, author};
use crate::board::intent::{Asked, Author};
use crate::board::{Proposal, Verb};
use crate::domain::lead::EndReason;
use crate::domain::{Id, Stage};
use crate::locales::refusal;
use crate::say;
use crate::ui::app::{App, Open};
use crate::ui::effect::Effect;
use crate::ui::event::Cx;
use crate::ui::layers::picker::{Item, Picker};
use crate::ui::layers::{Answer, Layer};

/// See the module.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::ui) enum Deed {
    /// Accept a lead in a division, with a first next step.
    Accept { division: Id, step: String },
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
    /// Write a note, and change what is due next.
    Note { text: String, progress: bool, next: Vec<Asked> },
}

impl Deed {
    /// The Proposal for one record. `asked` is the one that the form was opened on: of it somebody
    /// may have changed a field since, of the others the board's values are taken as they stand.
    fn on(&self, author: &Author<'_>, id: Id, asked: bool) -> Proposal {
        let fresh = |sets: &Vec<Asked>| -> Vec<Asked> {
            let from = |one: &Asked| if asked { one.1.clone() } else { author.board.value(id, one.0) };
            sets.iter().map(|one| (one.0, from(one), one.2.clone())).collect()
        };
        match self {
            Self::Accept { division, step } => author.accept(id, *division, step),
            Self::Move { to, asked, why } => author.move_from(id, *to, fresh(asked), why),
            Self::End(reason) => author.end(id, *reason, ""),
            Self::Duplicate(of) => author.duplicate(id, *of),
            Self::Transfer { division, why } => author.transfer(id, *division, why),
            Self::Fill { verb, asked, why } => author.fill(*verb, id, fresh(asked), why),
            Self::Note { text, progress, next } => author.note(id, text, *progress, fresh(next)),
        }
    }
}

/// Does something to the record that was asked about, or to all that are marked. The form on top,
/// if there is one, stays until the answer is there.
pub(super) fn carry_out(app: &mut App, deed: Deed, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
    let marked = app.view().marked();
    let effects = match marked[..] {
        [] => send(app, deed.on(&author(cx), id, true), vec![id]),
        _ => for_all(app, &deed, &marked, id, cx),
    };
    app.last = Some(deed);
    effects
}

/// Does again what was done last, to the record under the cursor or to all that are marked.
pub(super) fn repeat(app: &mut App, on: Option<Id>, cx: &Cx<'_>) -> Vec<Effect> {
    let (Some(deed), Some(id)) = (app.last.clone(), on) else {
        app.say(say!(app.look.lang, "app-nothing-to-repeat"));
        return Vec::new();
    };
    let marked = app.view().marked();
    let ids = if marked.is_empty() { vec![id] } else { marked };
    for_all(app, &deed, &ids, Id::CHARTER, cx)
}

fn for_all(app: &mut App, deed: &Deed, ids: &[Id], asked: Id, cx: &Cx<'_>) -> Vec<Effect> {
    let author = author(cx);
    let many = author.many(ids, |id| deed.on(&author, id, id == asked));
    let lang = app.look.lang;
    if many.refused.is_empty() {
        if let Some(proposal) = many.proposal {
            return send(app, proposal, many.ids);
        }
        app.say(say!(lang, "app-nothing-changed"));
        return Vec::new();
    }
    let plain = |label: String| Item { label, more: String::new() };
    let mut items = vec![plain(say!(lang, "app-do-none"))];
    if many.proposal.is_some() {
        items.insert(0, plain(say!(lang, "app-do-rest", count = many.ids.len())));
    }
    items.extend(many.refused.iter().map(|(id, why)| Item {
        label: format!("{id} {}", cx.board.title(*id)),
        more: refusal::refused(why, cx.board, lang),
    }));
    let title = say!(lang, "app-cannot-all", count = many.refused.len(), all = ids.len());
    app.pending = many.proposal.map(|proposal| (proposal, many.ids));
    app.open(Layer::Picker(Picker::new(title, items, 0)), Purpose::Pending);
    Vec::new()
}

/// Whether the rest is done, or none.
pub(super) fn decided(app: &mut App, answer: &Answer, cx: &Cx<'_>) -> Vec<Effect> {
    app.layers.pop();
    let pending = app.pending.take().filter(|_| *answer == Answer::Picked(0));
    let Some((proposal, ids)) = pending else { return Vec::new() };
    // The question has taken a number of its own since.
    send(app, Proposal { request: cx.request, ..proposal }, ids)
}

fn send(app: &mut App, proposal: Proposal, ids: Vec<Id>) -> Vec<Effect> {
    app.note_verdict(&proposal, ids);
    match app.layers.last() {
        Some(Open { layer: Layer::Form(_), .. }) => app.submit_form(proposal),
        _ => vec![app.submit(proposal)],
    }
}
