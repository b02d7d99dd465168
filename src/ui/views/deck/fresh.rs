//! What has just changed on the slide that is up: it is lit for a short while, and nothing blinks.
//! May use `page`.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::page::{Page, Row};

/// What changed is lit for so long.
const LIT: TimeDelta = TimeDelta::seconds(6);

/// A place on a page: a row's cell, or a figure.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Lit {
    /// By the row's key and the cell's place.
    Cell(String, usize),
    /// By the figure's word.
    Figure(String),
}

/// What is lit, and until when.
#[derive(Debug, Clone, Default)]
pub(super) struct Fresh(HashMap<Lit, DateTime<Utc>>);

impl Fresh {
    /// Notes what differs between two states of one slide.
    pub(super) fn note(&mut self, before: &Page, after: &Page, now: DateTime<Utc>) {
        let old: HashMap<&str, &Row> = keyed(before).collect();
        for (key, row) in keyed(after) {
            for (place, cell) in row.cells.iter().enumerate() {
                let was = old.get(key).and_then(|row| row.cells.get(place));
                if was.is_none_or(|was| was.what != cell.what) {
                    self.0.insert(Lit::Cell(key.to_owned(), place), now + LIT);
                }
            }
        }
        for figure in &after.figures {
            let was = before.figures.iter().find(|was| was.word == figure.word);
            if was.is_some_and(|was| was.value != figure.value) {
                self.0.insert(Lit::Figure(figure.word.clone()), now + LIT);
            }
        }
    }

    /// Lets go of what was lit long enough.
    pub(super) fn fade(&mut self, now: DateTime<Utc>) {
        self.0.retain(|_, until| *until > now);
    }

    /// Forgets all: another slide is up.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// When the next place is lit no longer.
    pub(super) fn until(&self) -> Option<DateTime<Utc>> {
        self.0.values().min().copied()
    }

    /// Whether a place is lit.
    pub(super) fn has(&self, lit: &Lit) -> bool {
        self.0.contains_key(lit)
    }

    /// Whether nothing is lit.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

fn keyed(page: &Page) -> impl Iterator<Item = (&str, &Row)> {
    page.rows.iter().filter(|row| !row.key.is_empty()).map(|row| (row.key.as_str(), row))
}
