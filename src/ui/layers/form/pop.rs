//! What opens at a row: the list of what it offers, the calendar, or the two values where somebody
//! else changed the field. May use `offer`, `widgets::calendar`.

use super::offer::Offer;
use crate::domain::Lang;
use crate::ui::hint::Hint;
use crate::ui::key::{Code, Key};
use crate::ui::widgets::calendar::Calendar;

/// The rows of a list that are shown at once.
pub(super) const ROWS: usize = 8;

/// What is open.
#[derive(Debug, Clone)]
pub(super) enum Pop {
    /// What the row offers, and the place of the cursor, which may be on none.
    List(Vec<Offer>, Option<usize>),
    /// A month.
    Calendar(Calendar),
    /// My value and theirs, in words, and whether the cursor is on mine.
    Clash { mine: String, theirs: String, on_mine: bool },
}

/// What a key did to what is open.
pub(super) enum Popped {
    /// It moved something in it.
    Moved,
    /// It chose.
    Chosen,
    /// It closed it.
    Closed,
    /// It is not for it.
    Other,
}

impl Pop {
    pub(super) fn key(&mut self, key: Key) -> Popped {
        if key.ctrl || key.alt {
            return Popped::Other;
        }
        match (key.code, &mut *self) {
            (Code::Esc, _) => Popped::Closed,
            (Code::Enter, Self::List(_, None)) => Popped::Other,
            (Code::Enter, _) | (Code::Tab, Self::List(_, Some(_))) => Popped::Chosen,
            (_, Self::Calendar(calendar)) => {
                if calendar.key(key) {
                    Popped::Moved
                } else {
                    Popped::Other
                }
            }
            (Code::Char(digit @ ('1' | '2')), Self::Clash { on_mine, .. }) => {
                *on_mine = digit == '1';
                Popped::Chosen
            }
            (
                Code::Up | Code::Down | Code::Left | Code::Right | Code::Tab | Code::BackTab,
                Self::Clash { on_mine, .. },
            ) => {
                *on_mine = !*on_mine;
                Popped::Moved
            }
            (_, Self::Clash { .. }) => Popped::Moved,
            (code, Self::List(offers, at)) => match step(code, offers.len(), *at) {
                Some(to) => {
                    *at = Some(to);
                    Popped::Moved
                }
                None => Popped::Other,
            },
        }
    }

    /// The first offer that is shown where so many are.
    pub(super) fn first(&self, shown: usize) -> usize {
        match self {
            Self::List(_, Some(at)) => (at + 1).saturating_sub(shown),
            _ => 0,
        }
    }

    /// Puts the cursor on what stands on a cell, of so many lines that are shown; false where there is
    /// nothing to choose.
    pub(super) fn point(&mut self, cell: (u16, u16), shown: usize) -> bool {
        let (first, line) = (self.first(shown), usize::from(cell.1));
        match self {
            Self::Calendar(calendar) => return calendar.point(cell),
            Self::List(offers, at) if first + line < offers.len() => *at = Some(first + line),
            Self::Clash { on_mine, .. } if line > 0 => *on_mine = line == 1,
            _ => return false,
        }
        true
    }

    pub(super) fn hints(&self, lang: Lang) -> Vec<Hint> {
        let keys = |names, code, word| Hint::keys(lang, names, Key::plain(code), word);
        let mut hints = match self {
            Self::List(..) | Self::Clash { .. } => vec![keys("Up Down", Code::Down, "layer-hint-other")],
            Self::Calendar(_) => vec![
                keys("Left Right Up Down", Code::Down, "layer-hint-day"),
                keys("PgUp PgDn", Code::PageDown, "layer-hint-month"),
            ],
        };
        hints.push(Hint::code(lang, Code::Enter, "layer-hint-choose"));
        hints
    }
}

/// Where a key takes the cursor of a list of `len`; none where it moves nothing.
fn step(code: Code, len: usize, at: Option<usize>) -> Option<usize> {
    let last = len.checked_sub(1)?;
    Some(match code {
        Code::Down => at.map_or(0, |at| (at + 1).min(last)),
        Code::Up => at.map_or(last, |at| at.saturating_sub(1)),
        Code::PageDown => (at.unwrap_or(0) + ROWS).min(last),
        Code::PageUp => at.unwrap_or(0).saturating_sub(ROWS),
        _ => return None,
    })
}
