//! Which requests were carried out already, so that a retry after a lost answer is not applied
//! twice. May use `transaction`.

use std::collections::{HashMap, VecDeque};

use super::transaction::RequestId;

/// So many of the newest Transactions are remembered: by the running board, and by one that is
/// filled from its journal.
pub const RECALLED: usize = 1000;

/// The newest requests, with the Transaction that each became.
#[derive(Debug, Clone, Default)]
pub(super) struct Seen {
    became: HashMap<RequestId, u64>,
    order: VecDeque<RequestId>,
}

impl Seen {
    /// Remembers a request, and forgets the oldest where there are enough.
    pub(super) fn note(&mut self, request: RequestId, seq: u64) {
        if self.became.insert(request, seq).is_none() {
            self.order.push_back(request);
        }
        if self.order.len() > RECALLED
            && let Some(oldest) = self.order.pop_front()
        {
            self.became.remove(&oldest);
        }
    }

    /// What a request became.
    pub(super) fn get(&self, request: RequestId) -> Option<u64> {
        self.became.get(&request).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::{RECALLED, RequestId, Seen};

    #[test]
    fn only_the_newest_are_remembered() {
        let mut seen = Seen::default();
        let count = RECALLED as u64 + 3;
        for seq in 1..=count {
            seen.note(RequestId(u128::from(seq)), seq);
        }
        assert_eq!(seen.get(RequestId(3)), None);
        assert_eq!(seen.get(RequestId(4)), Some(4));
        assert_eq!(seen.get(RequestId(u128::from(count))), Some(count));
        assert_eq!((seen.became.len(), seen.order.len()), (RECALLED, RECALLED));
    }
}
