//! Files in and out: sheets read into one Transaction, leads written so that they read back. Pure
//! over bytes: no files, no clock. May use `domain`, `board`.

pub mod csv;
pub mod document;
pub mod export;
pub mod header;
pub mod json;
pub mod plan;
pub mod pledges;
pub mod report;
pub mod rows;
pub mod sheet;
pub mod weekly;

mod bad_json;
mod encoding;
mod guard;
mod meaning;
mod roster;
mod row;
mod seen;

pub use bad_json::{BadJson, BadLead};
pub use header::Column;
pub use plan::{Options, Plan, Planning};
pub use report::{Issue, Report, Why};
pub use sheet::{BadSheet, Sheet};
