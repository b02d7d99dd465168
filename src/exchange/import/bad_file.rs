//! Why nothing of a file can be brought in. May use `sheet`, `bad_json`, `kinds`.

use super::super::sheet::BadSheet;
use super::bad_json::BadJson;
use super::kinds::What;

/// Why nothing of a file can be brought in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadFile {
    /// It is no sheet.
    #[error(transparent)]
    Sheet(#[from] BadSheet),
    /// Not JSON as `export` writes it.
    #[error(transparent)]
    Json(#[from] BadJson),
    /// No column names the records.
    #[error("no column holds names")]
    NoName {
        /// What the rows were taken for.
        what: What,
        /// The row of the header, from 1.
        row: u32,
        /// What stands in it.
        headers: Vec<String>,
    },
    /// The Six Ones as a matrix, a row a division.
    #[error("a matrix of the Six Ones")]
    Matrix,
    /// A header was mapped by hand to a field that such a record does not have.
    #[error("no field {field}")]
    NoField {
        /// The field.
        field: String,
        /// What the rows were taken for.
        what: What,
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
