//! A note on a lead, target or request. May use `field`, `id`.

use chrono::{DateTime, Utc};

use super::field::Shape;
use super::id::{Id, Kind};

/// What somebody wrote down about a record, and when.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Note {
    /// The record it is on.
    pub subject: Option<Id>,
    /// The login of who wrote it.
    pub who: String,
    /// When it was written.
    pub at: Option<DateTime<Utc>>,
    /// What was written.
    pub text: String,
    /// Whether it counts as progress, and so ends a lead's silence.
    pub progress: bool,
}

crate::fields! { Note, Kind::Note;
    subject: Shape::Subject => "对象", "On", Kept!required;
    who: Shape::Text => "记录人", "By", Kept;
    at: Shape::Time => "时间", "At", Kept!required;
    text: Shape::Long => "内容", "Text", Form!required;
    progress: Shape::Flag => "计入进展", "Counts as progress", Form;
}
