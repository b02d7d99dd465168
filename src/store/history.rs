//! Reading the history a page at a time: of all, of a record, of a login, and since a mark.
//! May use `board`.

use super::{Journal, StoreError};
use crate::board::Transaction;
use crate::board::history::{Ask, Page, Whose};
use crate::domain::Id;

/// So many Transactions are read at once where most may not be wanted.
const STRIDE: usize = 500;

/// At most `limit` Transactions of what is asked for.
///
/// # Errors
/// What keeps the journal from being read.
pub fn page(journal: &dyn Journal, ask: &Ask, limit: usize) -> Result<Page, StoreError> {
    let after = ask.since.map_or(Ok(0), |mark| set_at(journal, mark))?;
    // One more than fits tells that there are older ones.
    let most = limit.saturating_add(1);
    let mut lines = match &ask.whose {
        Whose::All => newest(journal, ask.before, after, most, |_| true)?,
        Whose::Login(login) => newest(journal, ask.before, after, most, |tx| tx.by == *login)?,
        Whose::Record(id) => of_record(journal, *id, ask.before, after, most)?,
    };
    let older = lines.len() > limit;
    lines.truncate(limit);
    Ok(Page { lines, older })
}

/// The Transaction that set a mark; 0 where the history does not reach back to it.
fn set_at(journal: &dyn Journal, mark: Id) -> Result<u64, StoreError> {
    let whole = journal.of(mark, usize::MAX)?;
    Ok(whole.last().map_or(0, |tx| tx.seq))
}

fn newest(
    journal: &dyn Journal,
    mut before: Option<u64>,
    after: u64,
    most: usize,
    wanted: impl Fn(&Transaction) -> bool,
) -> Result<Vec<Transaction>, StoreError> {
    let mut found = Vec::new();
    while found.len() < most {
        let read = journal.newest(before, STRIDE)?;
        let Some(last) = read.last().map(|tx| tx.seq) else { break };
        let of_time = read.into_iter().take_while(|tx| tx.seq > after);
        found.extend(of_time.filter(|tx| wanted(tx)).take(most - found.len()));
        if last <= after {
            break;
        }
        before = Some(last);
    }
    Ok(found)
}

fn of_record(
    journal: &dyn Journal,
    id: Id,
    before: Option<u64>,
    after: u64,
    most: usize,
) -> Result<Vec<Transaction>, StoreError> {
    // What lies before cannot be asked for by itself; the history of one record is short.
    let reach = if before.is_some() { usize::MAX } else { most };
    let mut found = journal.of(id, reach)?;
    found.retain(|tx| tx.seq > after && before.is_none_or(|before| tx.seq < before));
    found.truncate(most);
    Ok(found)
}
