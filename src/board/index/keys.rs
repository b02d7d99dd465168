//! What all leads can be found by, in one piece of memory: a filter reads it once, from end to
//! end. May use `domain`, `board`, `search`.

use super::hits::Hits;
use crate::board::records::Board;
use crate::board::search;
use crate::domain::{Id, Lead};
use memchr::memmem::Finder;

/// What no text of a key contains, and no word that is looked for: it stands after every key.
const END: char = '\n';

/// The search keys of the leads.
#[derive(Debug, Clone, Default)]
pub(super) struct Keys {
    text: String,
    /// Where each key begins, and whose it is; in order of place.
    starts: Vec<(usize, u32)>,
    /// By a lead's number, its place in `starts`.
    places: Vec<Option<u32>>,
    /// So many bytes are of keys that were replaced or taken off.
    stale: usize,
}

impl Keys {
    /// The keys of all leads of a board.
    pub(super) fn of(board: &Board) -> Self {
        let mut keys = Self::default();
        for (id, lead) in board.leads().iter() {
            keys.put(board, id.no, lead);
        }
        keys
    }

    /// Says that the key at a place, which is the last, is a lead's.
    fn stand(&mut self, no: u32, start: usize) {
        let at = no as usize;
        if self.places.len() <= at {
            self.places.resize(at + 1, None);
        }
        // There are as many as there are numbers, and stale ones: at most as many again.
        self.places[at] = u32::try_from(self.starts.len()).ok();
        self.starts.push((start, no));
    }

    /// A lead's key; empty where it has none.
    pub(super) fn get(&self, no: u32) -> &str {
        let place = self.places.get(no as usize).copied().flatten();
        place.map_or("", |place| self.at(place as usize))
    }

    fn at(&self, place: usize) -> &str {
        let text = self.starts.get(place).map_or("", |(start, _)| &self.text[*start..self.end(place)]);
        text.strip_suffix(END).unwrap_or(text)
    }

    fn end(&self, place: usize) -> usize {
        self.starts.get(place + 1).map_or(self.text.len(), |(start, _)| *start)
    }

    /// Puts a lead's key, which has none yet.
    pub(super) fn put(&mut self, board: &Board, no: u32, lead: &Lead) {
        let start = self.text.len();
        write(board, lead, &mut self.text);
        self.stand(no, start);
    }

    /// Takes a lead's key off.
    pub(super) fn take(&mut self, no: u32) {
        let Some(place) = self.places.get_mut(no as usize).and_then(Option::take) else { return };
        self.stale += self.at(place as usize).len() + END.len_utf8();
        if self.stale > self.text.len() / 2 {
            self.tidy();
        }
    }

    /// Lets go of what is stale.
    fn tidy(&mut self) {
        let mut tidy = Self::default();
        for (no, place) in (0..).zip(&self.places) {
            if let Some(place) = place {
                let start = tidy.text.len();
                tidy.text.push_str(self.at(*place as usize));
                tidy.text.push(END);
                tidy.stand(no, start);
            }
        }
        *self = tidy;
    }

    /// The leads whose key has a text in it.
    pub(super) fn sweep(&self, needle: &Finder<'_>) -> Hits {
        let mut hits = Hits::default();
        let (mut from, mut place) = (0, 0);
        while let Some(at) = needle.find(&self.text.as_bytes()[from..]) {
            while self.end(place) <= from + at {
                place += 1;
            }
            let no = self.starts[place].1;
            if self.places[no as usize].is_some_and(|now| now as usize == place) {
                hits.put(no);
            }
            from = self.end(place);
        }
        hits
    }

    /// All leads that have a key.
    pub(super) fn all(&self) -> Hits {
        let mut hits = Hits::default();
        for (no, place) in (0..).zip(&self.places) {
            if place.is_some() {
                hits.put(no);
            }
        }
        hits
    }
}

/// The fields whose texts a key has, each behind a sign of its own, so that a word is known to stand
/// in one of them. No sign is a part of a word that is looked for.
const PARTS: [&str; 6] = ["code", "name", "investor", "company", "owner", "next_step"];

/// The sign before the text of a part.
fn sign(part: usize) -> char {
    u8::try_from(part + 1).map_or('\u{1}', char::from)
}

/// The sign of a field whose texts stand in the keys as they are.
#[must_use]
pub(in crate::board) fn sign_of(field: &str) -> Option<u8> {
    let part = PARTS.iter().position(|part| *part == field && field != "owner")?;
    u8::try_from(sign(part)).ok()
}

/// Whether a key has a text in the part behind a sign.
pub(in crate::board) fn has_in(key: &str, sign: u8, needle: &Finder<'_>) -> bool {
    let bytes = key.as_bytes();
    needle.find_iter(bytes).any(|at| {
        let before = bytes[..at].iter().rev().find(|byte| (1..=PARTS.len()).contains(&usize::from(**byte)));
        before == Some(&sign)
    })
}

/// Writes everything of a lead that a bare word finds.
fn write(board: &Board, lead: &Lead, out: &mut String) {
    let owner = lead.owner.map_or("", |id: Id| board.title(id));
    let texts: [&str; PARTS.len()] =
        [&lead.code, &lead.name, &lead.investor, &lead.company, owner, &lead.next_step];
    let parts = texts.into_iter().enumerate().filter(|(_, text)| !text.is_empty());
    search::write_key(parts.map(|(part, text)| (Some(sign(part)), text)), out);
    out.push(END);
}
