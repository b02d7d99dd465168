//! Files in: sheets, or a file as `export` writes it, read into the Changes of one Transaction.
//! Pure over bytes: no files, no clock. May use `domain`, `board`, `sheet`, `guard`.

pub mod guess;
pub mod header;
pub mod json;
pub mod kinds;
pub mod mapping;
pub mod options;
pub mod plan;
pub mod report;
pub mod rows;

mod bad_file;
mod bad_json;
mod brought;
mod cell;
mod columns;
mod desk;
mod document;
mod figure;
mod fill;
mod goals;
mod likeness;
mod logins;
mod matching;
mod order;
mod roster;
mod row;
mod update;
mod words;
mod years;

pub use bad_file::BadFile;
pub use bad_json::{BadJson, BadLead};
pub use document::Document;
pub use header::Column;
pub use kinds::What;
pub use mapping::Mapping;
pub use options::{Decision, Match, Mode, Options};
pub use plan::{Plan, Planning};
pub use report::{Cell, Double, Issue, Like, Report, Update, Why, Yearless};
pub use rows::Chosen;
