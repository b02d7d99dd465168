//! What the index knows of targets and Six Ones: figures counted live, and when they came to their
//! goals. May use `domain`, `board`, `tally`.

use super::Index;
use super::tally::Way;
use crate::board::records::Board;
use crate::domain::reach::{Done, Reach, Since};
use crate::domain::six_one::SixOneState;
use crate::domain::target::Measure;
use crate::domain::{Id, Lead, SixOne, Target};

impl Index {
    /// The actual figure of a target: counted, or as typed in.
    #[must_use]
    pub fn actual(&self, target: Id) -> i64 {
        self.actuals.get(&target).map_or(0, Reach::total)
    }

    /// What a target's actual figure is made of, by day.
    #[must_use]
    pub fn reach(&self, target: Id) -> Option<&Reach> {
        self.actuals.get(&target)
    }

    /// When a target was reached: as its record says, or as the leads do that count towards it.
    #[must_use]
    pub fn done(&self, id: Id, target: &Target) -> Done {
        if target.goal == 0 || !target.measure.is_counted() {
            return Done::on(target.done);
        }
        self.actuals.get(&id).and_then(|reach| reach.reached(target.goal)).unwrap_or_default()
    }

    /// Moves the counted targets that a lead counts towards.
    pub(super) fn count_towards(&mut self, board: &Board, lead: &Lead, way: Way) {
        let framework = board.charter().framework_counts;
        for (id, target) in board.targets.iter() {
            let part = target.counts(lead, framework);
            if part != 0
                && let Some(reach) = self.actuals.get_mut(&id)
            {
                reach.add(target.counts_since(lead), way.signed(part));
            }
        }
    }

    pub(super) fn tally_target(&mut self, board: &Board, id: Id, way: Way) {
        let Some(target) = board.target(id) else { return };
        let held = target.is_held(self.today);
        self.each_tally(&[target.division], |tally| {
            if held {
                way.count(&mut tally.on_hold);
            }
        });
        if !target.is_reached() && !held {
            self.falls_due(&[target.division], target.owner, target.due, id, way);
        }
        match way {
            Way::Out => self.actuals.remove(&id),
            Way::In => self.actuals.insert(id, self.count_anew(board, id)),
        };
    }

    /// A target's actual figure from the leads (or Six Ones) that are in the index already.
    fn count_anew(&self, board: &Board, id: Id) -> Reach {
        let Some(target) = board.target(id) else { return Reach::default() };
        let mut reach = Reach::default();
        match target.measure {
            Measure::Typed => return Reach::figure(target.actual),
            Measure::SixOnes => {
                let own = |s: &SixOne| target.division.is_none() || s.division == target.division;
                for (_, six_one) in board.six_ones.iter().filter(|(_, s)| own(s)) {
                    if six_one.state == SixOneState::Ready {
                        reach.add(six_one.ready.map_or(Since::After(None), Since::Day), 1);
                    }
                }
            }
            _ => {
                let framework = board.charter().framework_counts;
                for (_, lead) in board.leads.iter().filter(|(lead, _)| self.lit(*lead).is_some()) {
                    let part = target.counts(lead, framework);
                    if part != 0 {
                        reach.add(target.counts_since(lead), part);
                    }
                }
            }
        }
        reach
    }

    pub(super) fn tally_six_one(&mut self, board: &Board, id: Id, six_one: &SixOne, way: Way) {
        if six_one.state == SixOneState::Ready {
            self.each_tally(&[six_one.division], |tally| way.count(&mut tally.six_ones));
        } else {
            self.falls_due(&[six_one.division], six_one.owner, six_one.due, id, way);
        }
        if way == Way::In {
            let counted = board.targets.iter().filter(|(_, t)| t.measure == Measure::SixOnes);
            for (target, _) in counted {
                let actual = self.count_anew(board, target);
                self.actuals.insert(target, actual);
            }
        }
    }
}
