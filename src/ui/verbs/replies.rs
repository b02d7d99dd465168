//! What a window does with the answers of the engine, and the open forms that wait for them.
//! May use `app`, `layers`, `locales`.

use super::Purpose;
use super::deed::Deed;
use crate::board::{Done, Label, Origin, Proposal, Rejected, RequestId, Verb};
use crate::domain::{Choice, Id};
use crate::locales::{label, refusal};
use crate::say;
use crate::ui::app::{App, Open, Waiting};
use crate::ui::effect::Effect;
use crate::ui::event::Cx;
use crate::ui::layers::Layer;
use crate::ui::place::Place;
use crate::ui::show;
use crate::ui::views::import::Stage;

impl Open {
    /// Whether this is a form that waits for its answer.
    pub(in crate::ui) fn is_waiting(&self) -> bool {
        match &self.layer {
            Layer::Form(form) => form.is_waiting(),
            Layer::Pledge(line) => line.is_waiting(),
            _ => false,
        }
    }
}

impl App {
    /// Opens a layer.
    pub(in crate::ui) fn open(&mut self, layer: Layer, purpose: Purpose) {
        self.layers.push(Open { layer, purpose });
    }

    /// Sends a Proposal of a verb that needs no form.
    pub(in crate::ui) fn submit(&mut self, proposal: Proposal) -> Effect {
        self.waiting.insert(proposal.request, Waiting::Verb);
        Effect::Submit(Box::new(proposal))
    }

    /// Sends the Proposal of the form on top, which stays until the answer is there. A form that
    /// changes nothing is just closed.
    pub(in crate::ui) fn submit_form(&mut self, proposal: Proposal) -> Vec<Effect> {
        if proposal.changes.is_empty() {
            self.layers.pop();
            self.say(say!(self.look.lang, "app-nothing-changed"));
            return Vec::new();
        }
        match self.layers.last_mut().map(|open| &mut open.layer) {
            Some(Layer::Form(form)) => form.wait(true),
            Some(Layer::Pledge(line)) => line.wait(true),
            _ => {}
        }
        self.waiting.insert(proposal.request, Waiting::Form);
        vec![Effect::Submit(Box::new(proposal))]
    }

    /// Remembers which records a request is for. The inbox is told that leads of it are dealt with.
    pub(in crate::ui) fn note_sent(&mut self, proposal: &Proposal, ids: Vec<Id>) {
        let verdict = matches!(
            proposal.label.verb,
            Verb::Move
                | Verb::Park
                | Verb::End
                | Verb::Duplicate
                | Verb::Transfer
                | Verb::Take
                | Verb::Finish
                | Verb::Return
        );
        let deals = verdict && self.place == Place::Inbox;
        if deals {
            self.inbox.sends(&ids);
        }
        self.sent.insert(proposal.request, (ids, deals));
    }

    pub(in crate::ui) fn on_reply(
        &mut self,
        request: RequestId,
        result: Result<Done, Rejected>,
        cx: &Cx<'_>,
    ) -> Vec<Effect> {
        let waiting = self.waiting.remove(&request);
        let sent = self.sent.remove(&request);
        if let Some((ids, deals)) = &sent {
            if *deals {
                self.inbox.answered(ids, result.is_ok());
            }
            if result.is_ok() {
                self.view_mut().unmark(ids);
            }
        }
        match result {
            Ok(_) if waiting == Some(Waiting::Import) => return super::import::done(self, cx),
            Ok(done) => self.on_done(&done, waiting, cx),
            Err(why) => {
                // What was typed ahead was meant for what comes after this.
                if waiting == Some(Waiting::Form) || sent.is_some_and(|(_, deals)| deals) {
                    self.ahead.clear();
                }
                self.on_rejected(&why, waiting, cx);
            }
        }
        self.ahead.drain(..).map(Effect::Type).collect()
    }

    fn on_done(&mut self, done: &Done, waiting: Option<Waiting>, cx: &Cx<'_>) {
        if waiting == Some(Waiting::Quiet) {
            return;
        }
        let lang = self.look.lang;
        let done_so = label::said(&done.label, done.origin, cx.board, lang);
        let lacking = match self.layers.last() {
            Some(Open { layer: Layer::Form(form), .. }) if waiting == Some(Waiting::Form) => {
                form.lacking(lang)
            }
            _ => None,
        };
        let words = match lacking {
            Some(fields) => say!(lang, "app-lacking", done = done_so, fields = fields),
            None => self.told(done, done_so, cx),
        };
        self.say(words);
        if let (Place::Inbox, Origin::Undo(_), Some(id)) = (self.place, done.origin, done.label.subject) {
            self.inbox.taken_back(cx, id);
        }
        if let Some(id) = done.created.first().filter(|id| id.kind == self.view().lists()) {
            self.view_mut().stand_on(cx, *id);
        }
        if waiting == Some(Waiting::Form) {
            self.layers.pop();
        }
    }

    /// What was done, with what one may want to know of it: the date that was set, and in the inbox
    /// where a lead went and how it comes back.
    fn told(&mut self, done: &Done, done_so: String, cx: &Cx<'_>) -> String {
        let lang = self.look.lang;
        let Label { verb, subject, .. } = done.label;
        let is_undo = matches!(done.origin, Origin::Undo(_));
        let date = subject.filter(|_| !is_undo && matches!(verb, Verb::Redate | Verb::Park));
        let words = match date.and_then(|id| super::record::date(id, cx)) {
            Some(date) => say!(lang, "app-done-until", done = done_so, date = date.to_string()),
            None => match subject.and_then(|id| cx.board.six_one(id)) {
                Some(six_one) => {
                    say!(lang, "app-done-state", done = done_so, state = six_one.state.label(lang))
                }
                None => done_so,
            },
        };
        let words = match self.kept_lead(done, cx).filter(|_| !is_undo) {
            Some(id) => {
                say!(lang, "app-done-into", done = words, id = id.to_string(), name = cx.board.title(id))
            }
            None => words,
        };
        match (verb, self.place, done.origin) {
            (Verb::Move, Place::Inbox, Origin::Do) => self.accepted(done, cx).unwrap_or(words),
            (
                Verb::Park
                | Verb::End
                | Verb::Duplicate
                | Verb::Transfer
                | Verb::Take
                | Verb::Finish
                | Verb::Return,
                Place::Inbox,
                Origin::Do,
            ) => {
                say!(lang, "app-done-undo", done = words)
            }
            _ => words,
        }
    }

    /// The lead that others were merged into.
    fn kept_lead(&self, done: &Done, cx: &Cx<'_>) -> Option<Id> {
        match (done.label.verb, done.label.subject, &self.last) {
            (Verb::Duplicate, Some(id), _) => cx.board.lead(id)?.duplicate_of,
            (Verb::Duplicate, None, Some(Deed::Duplicate(of))) => Some(*of),
            _ => None,
        }
    }

    /// What is said of leads that were accepted in the inbox; of one, owner and date may be changed
    /// from there.
    fn accepted(&mut self, done: &Done, cx: &Cx<'_>) -> Option<String> {
        let Some(id) = done.label.subject else {
            let Some(Deed::Accept { division, .. }) = &self.last else { return None };
            let lang = self.look.lang;
            let name = show::name(cx.board, *division, lang);
            return Some(say!(lang, "app-accepted-many", count = done.label.count, division = name));
        };
        let words = super::triage::confirmation(id, cx, self.look.lang)?;
        self.confirmed = Some(id);
        Some(words)
    }

    /// A form keeps what was typed and says what is wrong where it stands.
    fn on_rejected(&mut self, why: &Rejected, waiting: Option<Waiting>, cx: &Cx<'_>) {
        let top = self.layers.last_mut().filter(|_| waiting == Some(Waiting::Form));
        match top.map(|open| &mut open.layer) {
            Some(Layer::Form(form)) => {
                form.wait(false);
                form.refused(why, cx, &self.look);
            }
            Some(Layer::Pledge(line)) => line.wait(false),
            _ => {}
        }
        if waiting == Some(Waiting::Import) {
            self.import.put_stage(Stage::Ready);
        }
        let (board, lang) = (cx.board, self.look.lang);
        self.fail(match waiting {
            Some(Waiting::Undo) => refusal::not_taken_back(why, false, board, lang),
            Some(Waiting::Redo) => refusal::not_taken_back(why, true, board, lang),
            _ => refusal::said(why, board, lang),
        });
    }
}
