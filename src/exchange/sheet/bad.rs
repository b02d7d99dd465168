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
    /// A file of another kind that is known.
    #[error("a {what} file")]
    Other {
        /// What it is: `PDF`, `DOCX` …
        what: &'static str,
    },
    /// A web page or XML that was saved under a spreadsheet's name.
    #[error("a web page or XML, not a workbook")]
    Page,
    /// It opens with a password only.
    #[error("protected by a password")]
    Password,
    /// Cut short or damaged.
    #[error("incomplete or damaged")]
    Damaged,
    /// It unpacks to far more than a workbook does.
    #[error("unpacks to more than {megabytes} MB")]
    Bomb {
        /// How much is unpacked at most.
        megabytes: u64,
    },
    /// A workbook in which nothing is written.
    #[error("no sheet with content")]
    NoContent,
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
