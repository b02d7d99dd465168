//! What a window wants done: orders to the engine, what is read for it, what its client is told.
//! May use `engine`, `store`, `past`.

use chrono::NaiveDate;

use super::super::log::log;
use super::super::past;
use super::{News, PREFS, Window};
use crate::board::RequestId;
use crate::board::history::{Ask, NoPast, Page};
use crate::engine::{Act, Order};
use crate::store::history;
use crate::ui::{Effect, Event};
use crate::wire::{ExitReason, ToClient};

/// How many Transactions a history is given.
const HISTORY: usize = 500;

impl Window {
    /// Does what the window wants done; gives what comes of it at once.
    pub(super) fn perform(&mut self, effect: Effect) -> Option<Event> {
        match effect {
            Effect::Submit(proposal) => self.order(proposal.request, Act::Propose(*proposal)),
            Effect::Undo(request) => self.order(request, Act::Undo(request)),
            Effect::Redo(request) => self.order(request, Act::Redo(request)),
            Effect::History(ask) => return Some(self.history(ask)),
            Effect::LookBack(day) => return self.look_back(day),
            Effect::Import(order) => self.import(order),
            Effect::Names(begun) => self.said.push(ToClient::Names(begun)),
            Effect::Export(wanted) => self.export(*wanted),
            Effect::StopExport => self.stop_export(),
            Effect::GiveUp => self.said.push(ToClient::Exit(ExitReason::Left)),
            Effect::Keep(prefs) => self.house.keep(&self.login, PREFS, &prefs),
            Effect::ForgetDraft => self.keeping.forget(&self.seat, self.app.draft()),
            Effect::Mouse(on) => self.said.push(ToClient::Mouse(on)),
            Effect::Copy(text) => self.said.push(ToClient::Clipboard(text)),
            Effect::Type(typed) => return Some(typed.into()),
            Effect::Redraw => self.redraw(),
            Effect::Edit(text) => self.said.push(ToClient::Edit(text)),
            Effect::Suspend => self.said.push(ToClient::Suspend),
            Effect::Quit => self.said.push(ToClient::Exit(ExitReason::Quit)),
        }
        None
    }

    pub(super) fn order(&self, request: RequestId, act: Act) {
        let news = self.news.clone();
        let reply = Box::new(move |result| {
            // A window that has closed since needs no answer.
            let _ = news.send(News::Reply(request, result));
        });
        let order = Order { login: self.login.clone(), act, reply };
        tokio::task::block_in_place(|| self.house.engine().order(order));
    }

    fn history(&self, ask: Ask) -> Event {
        // Of a board of the past, what came after it has not happened.
        let end = self.past.as_ref().map(|past| past.board.head().seq + 1);
        let before = [ask.before, end].into_iter().flatten().min();
        let until = Ask { before, ..ask.clone() };
        let journal = self.house.engine().journal();
        let read = || history::page(journal.as_ref(), &until, HISTORY);
        let page = tokio::task::block_in_place(read).unwrap_or_else(|error| {
            log(format_args!("history: {error}"));
            Page::default()
        });
        Event::History(ask, page)
    }

    /// Goes back to the board of now, or has that of a day made: one at a time.
    fn look_back(&mut self, day: Option<NaiveDate>) -> Option<Event> {
        match day {
            None => {
                self.making = self.making.map(|_| false);
                self.past = None;
                Some(Event::LookedBack(Ok(None)))
            }
            Some(_) if self.making.is_some() => Some(Event::LookedBack(Err(NoPast::Busy))),
            Some(day) => {
                self.making = Some(true);
                past::order(self.house.clone(), day, self.news.clone());
                None
            }
        }
    }
}
