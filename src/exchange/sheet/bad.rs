//! Why a file, or a grid of it, is no sheet. Uses nothing of the crate.

/// Why a file is no sheet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BadSheet {
    /// Nothing in it.
    #[error("empty")]
    Empty,
    /// Not text and no workbook.
    #[error("not a sheet in any form that is read")]
    Binary,
    /// A quote is opened in a cell and never closed.
    #[error("row {row}: a quote is not closed")]
    OpenQuote {
        /// The row that it takes everything into, from 1.
        row: u32,
    },
    /// More rows, cells or text than are held.
    #[error("too large")]
    TooLarge,
    /// A cell beyond any that somebody wrote.
    #[error("{address}: more than {kilobytes} KB in one cell")]
    LongCell {
        /// Where it stands: `B7`.
        address: String,
        /// How much a cell may hold.
        kilobytes: usize,
    },
    /// The row that was said to be the header holds nothing.
    #[error("row {row} holds no header")]
    NoHeaderRow {
        /// The row, from 1.
        row: u32,
    },
    /// Whoever heard how far it had come said stop.
    #[error("cancelled")]
    Cancelled,
}
