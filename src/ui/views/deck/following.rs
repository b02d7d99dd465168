//! Following another window's deck: which slide it shows, and that it may close. What a window shows
//! stands in its `Presence`; nothing else travels between windows. May use `event`.

use super::{Deck, Wishes, slide};
use crate::ui::event::{Cx, Presence, Spot};

impl Deck {
    /// Follows the deck of another window.
    pub(in crate::ui) fn follow(&mut self, leader: u64, cx: &Cx<'_>) {
        self.begin(Wishes::default(), cx);
        self.leader = Some(leader);
        self.keep_up(cx);
    }

    /// The window that is followed.
    pub(in crate::ui) const fn leader(&self) -> Option<u64> {
        self.leader
    }

    /// Who presents what is followed; nothing where the window has closed.
    pub(in crate::ui) fn leader_name<'c>(&self, cx: &Cx<'c>) -> &'c str {
        self.leading(cx).map_or("", |presence| cx.board.person_name(&presence.login))
    }

    /// The window that is followed, while it is open.
    fn leading<'c>(&self, cx: &Cx<'c>) -> Option<&'c Presence> {
        cx.people.iter().find(|presence| Some(presence.no) == self.leader)
    }

    /// Turns to the slide of the window that is followed. False where it shows none any more.
    pub(in crate::ui) fn keep_up(&mut self, cx: &Cx<'_>) -> bool {
        if self.leader.is_none() {
            return true;
        }
        let Some(spot) = self.leading(cx).and_then(|presence| presence.at.spot) else { return false };
        if !self.slides.contains(&spot.slide) {
            self.slides = slide::all(cx.board);
        }
        if let Some(at) = self.place_of(spot.slide).filter(|at| *at != self.at) {
            self.turn(at, cx);
        }
        self.led = spot.number;
        (self.day, self.began) = (spot.day, spot.began);
        self.is_black = spot.is_black;
        true
    }

    /// Where it stands, for those who follow.
    pub(in crate::ui) fn spot(&self) -> Option<Spot> {
        let slide = self.slide().filter(|_| self.leader.is_none())?;
        let Self { day, began, is_black, .. } = *self;
        Some(Spot { slide, number: self.number(), is_black, day, began })
    }

    /// The how manieth slide is up, and of how many: those of the deck that is followed.
    pub(super) const fn number(&self) -> (usize, usize) {
        if self.leader.is_some() { self.led } else { (self.at + 1, self.slides.len()) }
    }
}
