//! The leads in the orders that lists ask for: each is put in order once for all windows, when it is
//! first asked for. What changes is noted, and moved when the order is asked for again, so that a
//! write costs nothing more. May use `domain`, `board`, `order`.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::Index;
use crate::board::order::{By, Scale, Sorted};
use crate::board::records::Board;
use crate::domain::{FieldKey, Kind};

/// The fields that leads are listed by.
const FIELDS: [&str; 10] =
    ["name", "stage", "division", "amount", "owner", "due", "next_step", "investor", "kind", "source"];

/// So many changes are moved one by one; after more of them an order is made anew.
const MOST: usize = 256;

/// See the module.
#[derive(Debug, Default)]
pub(super) struct Orders {
    /// The numbers of the leads that changed last.
    changed: VecDeque<u32>,
    /// How many changes there were before those.
    earlier: u64,
    silent: Slot,
    fields: [Slot; FIELDS.len()],
}

type Slot = Mutex<Option<Made>>;

/// An order, and how many changes it has taken in.
#[derive(Debug)]
struct Made {
    sorted: Arc<Sorted>,
    taken: u64,
}

impl Clone for Orders {
    /// The orders are made anew where they are asked for.
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Orders {
    /// Notes that a lead has changed, was added, or is gone.
    pub(super) fn note(&mut self, no: u32) {
        if self.changed.len() == MOST {
            self.changed.pop_front();
            self.earlier += 1;
        }
        self.changed.push_back(no);
    }

    fn slot(&self, by: By) -> Option<&Slot> {
        match by {
            By::Silent => Some(&self.silent),
            By::Field(key) if key.kind() == Kind::Lead => {
                self.fields.get(FIELDS.iter().position(|field| *field == key.key())?)
            }
            _ => None,
        }
    }

    /// All that changed since an order was made; none where that is too much.
    fn since(&self, made: &Made) -> Option<Vec<u32>> {
        let past = usize::try_from(made.taken.checked_sub(self.earlier)?).ok()?;
        let mut moved: Vec<u32> = self.changed.iter().skip(past).copied().collect();
        moved.sort_unstable();
        moved.dedup();
        Some(moved)
    }

    fn now(&self) -> u64 {
        self.earlier + self.changed.len() as u64
    }
}

impl Index {
    /// The leads of this index's board in an order; none where lists do not ask for it.
    #[must_use]
    pub fn order(&self, board: &Board, by: By) -> Option<Arc<Sorted>> {
        let mut slot = lock(self.orders.slot(by)?);
        // Taken out, so that a panic leaves none that is half moved.
        let made = slot.take().and_then(|made| Some((self.orders.since(&made)?, made)));
        let sorted = match made {
            Some((moved, made)) if moved.is_empty() => made.sorted,
            Some((moved, Made { mut sorted, .. })) => {
                Arc::make_mut(&mut sorted).move_all(&Scale::new(board, by), Kind::Lead, &moved);
                sorted
            }
            None => {
                let leads = board.leads().iter().map(|(id, _)| id);
                Arc::new(Sorted::of(&Scale::new(board, by), leads))
            }
        };
        *slot = Some(Made { sorted: sorted.clone(), taken: self.orders.now() });
        Some(sorted)
    }

    /// An order that lists ask for and that has to be made: who has the time makes it before.
    #[must_use]
    pub fn unsorted(&self) -> Option<By> {
        let fields = FIELDS.iter().filter_map(|field| FieldKey::find(Kind::Lead, field).map(By::Field));
        let lies_ready = |by: &By| {
            // One that is held is being made.
            let slot = self.orders.slot(*by).and_then(|slot| slot.try_lock().ok());
            slot.is_none_or(|slot| slot.as_ref().is_some_and(|made| made.taken >= self.orders.earlier))
        };
        fields.chain([By::Silent]).find(|by| !lies_ready(by))
    }
}

fn lock(slot: &Slot) -> MutexGuard<'_, Option<Made>> {
    slot.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changed_since_is_told_while_it_is_not_too_much() {
        let mut orders = Orders::default();
        orders.note(7);
        let made = Made { sorted: Arc::default(), taken: orders.now() };
        assert_eq!(orders.since(&made), Some(vec![]));
        for no in [3, 9, 3] {
            orders.note(no);
        }
        assert_eq!(orders.since(&made), Some(vec![3, 9]));
        (0..).take(MOST).for_each(|no| orders.note(no));
        assert_eq!(orders.since(&made), None);
        assert_eq!(orders.changed.len(), MOST);
    }
}
