//! What was typed in for targets over time, read from the history as a page needs it. Kept until the
//! record changes. May use `app`, `board::burnup`.

use std::collections::{BTreeMap, HashMap};

use super::app::App;
use super::effect::Effect;
use super::event::Cx;
use crate::board::burnup::{self, Point};
use crate::board::history::{Ask, Page, Whose};
use crate::domain::Id;
use crate::domain::target::Measure;

/// The figures of the targets that were looked at.
#[derive(Debug, Default)]
pub(super) struct TypedIn {
    known: HashMap<Id, Figures>,
}

/// The figures of a target, by their place in the journal.
#[derive(Debug, Default)]
struct Figures {
    /// Where the record stood when they were asked for.
    seq: u64,
    figures: BTreeMap<u64, Point>,
}

fn ask_of(id: Id, before: Option<u64>) -> Ask {
    Ask { whose: Whose::Record(id), since: None, before }
}

impl TypedIn {
    /// What is to be read for a target's page; nothing where that is known, or asked for.
    fn ask(&mut self, id: Id, cx: &Cx<'_>) -> Option<Ask> {
        cx.board.target(id).filter(|t| t.measure == Measure::Typed && t.goal > 0)?;
        let (_, seq, _) = cx.board.touched(id)?;
        let figures = self.known.entry(id).or_default();
        let asks = std::mem::replace(&mut figures.seq, seq) != seq;
        asks.then(|| ask_of(id, None))
    }

    /// Takes in a page; gives what is to be read next where there are older ones.
    pub(super) fn fill(&mut self, asked: &Ask, page: &Page, cx: &Cx<'_>) -> Option<Ask> {
        let Whose::Record(id) = asked.whose else { return None };
        let figures = self.known.get_mut(&id).filter(|_| asked.since.is_none())?;
        if asked.before.is_none() {
            figures.figures.clear();
        }
        figures.figures.extend(burnup::typed(cx.board, id, &page.lines));
        let last = page.lines.last().filter(|_| page.older)?;
        Some(ask_of(id, Some(last.seq)))
    }

    /// The figures at the ends of the days on which they changed, in order.
    fn points(&self, id: Id) -> Vec<Point> {
        let figures = self.known.get(&id).map(|known| known.figures.values().copied());
        let by_day: BTreeMap<_, _> = figures.into_iter().flatten().collect();
        by_day.into_iter().collect()
    }
}

impl App {
    /// Gives the view what is known of the target whose page it shows; asks for what is not.
    pub(super) fn tell_typed(&mut self, cx: &Cx<'_>) -> Option<Effect> {
        let id = self.view().page(cx)?;
        cx.board.target(id)?;
        let points = self.typed.points(id);
        self.view_mut().take_typed(id, points);
        self.typed.ask(id, cx).map(Effect::History)
    }
}
