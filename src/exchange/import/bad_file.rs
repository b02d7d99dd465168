//! Why nothing of a file can be brought in. May use `sheet`, `bad_json`.

use super::super::sheet::BadSheet;
use super::bad_json::BadJson;

/// Why nothing of a file can be brought in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadFile {
    /// It is no sheet.
    #[error(transparent)]
    Sheet(#[from] BadSheet),
    /// Not JSON as `export` writes it.
    #[error(transparent)]
    Json(#[from] BadJson),
    /// No column names the leads.
    #[error("no column holds names")]
    NoName {
        /// The row of the header, from 1.
        row: u32,
        /// What stands in it.
        headers: Vec<String>,
    },
    /// A header was mapped by hand that is not there.
    #[error("no header {header}")]
    NoHeader {
        /// The one that was mapped.
        header: String,
        /// The row of the header, from 1.
        row: u32,
        /// What stands in it.
        headers: Vec<String>,
    },
}
