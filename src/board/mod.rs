//! The truth in memory: the Board, the Transactions that change it, and what is read off it.
//! Pure: no I/O and no clock; `today` is told. May use `domain`.

pub mod agenda;
pub mod any;
pub mod apply;
pub mod behind;
pub mod burnup;
pub mod check;
pub mod cluster;
pub mod collate;
pub mod deployment;
pub mod doubles;
pub mod figures;
pub mod founding;
pub mod history;

pub mod inbox;
pub mod index;
pub mod intent;
pub mod lookup;
pub mod matrix;

pub mod number;
pub mod order;
pub mod organisation;
pub mod outcome;
pub mod overview;
pub mod pledge_line;
pub mod pledges;
pub mod query;
pub mod rate;
pub mod redact;
pub mod refusal;
pub mod rules;
pub mod search;
pub mod support;
pub mod table;
pub mod timeline;
pub mod transaction;
pub mod undo;

mod records;
mod seen;

pub use any::AnyRecord;
pub use apply::apply;
pub use behind::Behind;
pub use check::{Checked, check};
pub use index::Hits;
pub use outcome::{Done, Rejected, Trouble};
pub use records::{Board, Head};
pub use refusal::Refusal;
pub use seen::RECALLED;
pub use transaction::{Change, Label, Origin, Proposal, RequestId, Transaction, Verb, invert};
