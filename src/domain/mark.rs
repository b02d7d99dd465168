//! A named point in the history: "since the last meeting" is counted from it. May use `field`, `id`.

use chrono::{DateTime, Utc};

use super::field::Shape;
use super::id::Kind;

/// A named moment.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Mark {
    /// What it is called, e.g. the meeting.
    pub name: String,
    /// When.
    pub at: Option<DateTime<Utc>>,
}

crate::fields! { Mark, Kind::Mark;
    name: Shape::Text => "名称", "Name", Form!required;
    at: Shape::Time => "时间", "At", Kept!required;
}
