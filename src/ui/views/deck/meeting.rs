//! The mark of the meeting that the deck is shown at: what is promised names it. May use `board`,
//! `locales`.

use super::Deck;
use crate::board::Board;
use crate::domain::{Id, Lang};
use crate::say;

impl Deck {
    /// The mark of the meeting: that of the day on which the deck began. None where nobody who may
    /// write has begun one that day.
    pub(in crate::ui) fn meeting(&self, board: &Board) -> Option<Id> {
        self.day?;
        let names = Lang::ALL.map(|lang| self.meeting_name(lang));
        let own = board.marks().iter().filter(|(_, mark)| names.contains(&mark.name));
        own.map(|(id, _)| id).max()
    }

    /// What that mark is called.
    pub(in crate::ui) fn meeting_name(&self, lang: Lang) -> String {
        let day = self.day.map_or_else(String::new, |day| day.to_string());
        say!(lang, "deck-mark", day = day)
    }
}
