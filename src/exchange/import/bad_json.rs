//! Why a file is not JSON as `export` writes it. May use `domain`.

use crate::domain::json::BadFields;
use crate::domain::value_words::Lost;
use crate::domain::{FieldKey, Misfit};

/// What is wrong with the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadJson {
    /// Not JSON from this place on.
    #[error("no JSON at line {line}, column {column}")]
    Syntax {
        /// Counted from 1.
        line: usize,
        /// In characters, counted from 1.
        column: usize,
    },
    /// It ends before it is whole.
    #[error("cut off at line {line}, column {column}")]
    Short {
        /// See `Syntax`.
        line: usize,
        /// See `Syntax`.
        column: usize,
    },
    /// JSON of something else.
    #[error("not written by export")]
    Foreign,
    /// One of its leads does not read.
    #[error("lead {n}: {why}")]
    Lead {
        /// Which, counted from 1.
        n: usize,
        /// What is wrong with it.
        why: BadLead,
    },
}

/// What is wrong with a lead of the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadLead {
    /// It, or a note on it, is no object.
    #[error("not an object")]
    NoObject,
    /// It, or a note on it, has no field with this key.
    #[error("no field {0}")]
    NoField(String),
    /// A field holds what does not fit.
    #[error("{0}: {1}")]
    Field(&'static str, Misfit),
    /// It names a record that is not found here.
    #[error("{0}: {1}")]
    Name(String, Lost),
}

impl BadJson {
    /// What the reader says of a text that is no JSON.
    pub(super) fn syntax(error: &serde_json::Error, bytes: &[u8]) -> Self {
        let (line, column) = (error.line(), error.column());
        let text = bytes.split(|byte| *byte == b'\n').nth(line.saturating_sub(1)).unwrap_or_default();
        // The reader counts bytes, of which a Chinese character has three.
        let before = text.get(..column).unwrap_or(text);
        let column = String::from_utf8_lossy(before).chars().count();
        if error.is_eof() { Self::Short { line, column } } else { Self::Syntax { line, column } }
    }
}

impl From<BadFields> for BadLead {
    fn from(bad: BadFields) -> Self {
        match bad {
            BadFields::Unknown(key) => Self::NoField(key),
            BadFields::Misfit(key, why) => Self::Field(key, why),
        }
    }
}

impl From<(FieldKey, Misfit)> for BadLead {
    fn from((field, why): (FieldKey, Misfit)) -> Self {
        Self::Field(field.key(), why)
    }
}
