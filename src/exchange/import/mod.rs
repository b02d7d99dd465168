//! Files in: a sheet, or a file as `export` writes it, read into the Changes of one Transaction.
//! Pure over bytes: no files, no clock. May use `domain`, `board`, `sheet`, `guard`.

pub mod header;
pub mod json;
pub mod plan;
pub mod report;
pub mod rows;

mod bad_file;
mod bad_json;
mod meaning;
mod roster;
mod row;
mod seen;

pub use bad_file::BadFile;
pub use bad_json::{BadJson, BadLead};
pub use header::Column;
pub use plan::{Options, Plan, Planning};
pub use report::{Issue, Report, Why};
