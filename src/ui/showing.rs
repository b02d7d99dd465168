//! The views of a window by their place. May use `app`, `views`.

use super::app::App;
use super::place::Place;
use super::views::View;
use super::views::ledger::Ledger;

impl App {
    /// The view that fills the body.
    pub(super) fn view(&self) -> &dyn View {
        match self.place {
            Place::Board => &self.board,
            Place::History => &self.history,
            Place::Inbox => &self.inbox,
            Place::Agenda => &self.agenda,
            Place::SixOnes => &self.six_ones,
            Place::Organisation => &self.organisation,
            Place::Support => &self.support,
            Place::Figures => &self.figures,
            Place::Targets => &self.targets,
            Place::Progress => &self.progress,
            Place::Cluster => &self.cluster,
            Place::Deck => &self.deck,
            Place::Import => &self.import,
            Place::Ledger(kind) => match self.ledgers.get(&kind) {
                Some(ledger) => ledger,
                None => &self.board,
            },
        }
    }

    pub(super) fn view_mut(&mut self) -> &mut dyn View {
        match self.place {
            Place::Board => &mut self.board,
            Place::History => &mut self.history,
            Place::Inbox => &mut self.inbox,
            Place::Agenda => &mut self.agenda,
            Place::SixOnes => &mut self.six_ones,
            Place::Organisation => &mut self.organisation,
            Place::Support => &mut self.support,
            Place::Figures => &mut self.figures,
            Place::Targets => &mut self.targets,
            Place::Progress => &mut self.progress,
            Place::Cluster => &mut self.cluster,
            Place::Deck => &mut self.deck,
            Place::Import => &mut self.import,
            Place::Ledger(kind) => {
                let kept = self.prefs.sorts.get(kind.code());
                self.ledgers.entry(kind).or_insert_with(|| {
                    let mut ledger = Ledger::new(kind);
                    ledger.put_in_order(kept.map_or("", String::as_str));
                    ledger
                })
            }
        }
    }

    /// The table that fills the body, if one does.
    pub(super) fn ledger_mut(&mut self) -> Option<&mut Ledger> {
        match self.place {
            Place::Ledger(kind) => self.ledgers.get_mut(&kind),
            _ => None,
        }
    }
}
