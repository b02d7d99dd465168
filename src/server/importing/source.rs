//! A file that has been read, to be planned. May use `exchange`.

use std::path::Path;

use crate::board::intent::Author;
use crate::exchange::import::{BadFile, Options, Planning, header, json, rows};
use crate::exchange::sheet::{self, BadSheet, How, Sheet};

/// A file that has been read.
pub struct Source {
    pub(super) name: String,
    pub(super) body: Body,
}

pub(super) enum Body {
    Sheet(Sheet),
    Json(Vec<u8>),
}

impl Source {
    /// Reads a file; `hear` is told how much is read and of how much, and says whether to go on.
    ///
    /// # Errors
    /// What makes it unfit; `Cancelled` where nobody wants it any more.
    pub fn read(bytes: Vec<u8>, name: &str, hear: &mut dyn FnMut(u64, u64) -> bool) -> Result<Self, BadFile> {
        let is_named = Path::new(name).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
        let body = if json::is_json(&bytes) || is_named {
            Body::Json(bytes)
        } else {
            let book = sheet::read(&bytes, name, &How::default(), hear)?;
            let grid = book.grids.into_iter().find(|grid| !grid.is_hidden).ok_or(BadSheet::Empty)?;
            Body::Sheet(Sheet::find(grid, &|cell| header::is_known(cell, &[]), None)?)
        };
        Ok(Self { name: name.to_owned(), body })
    }

    /// Begins to plan it.
    ///
    /// # Errors
    /// What makes it unfit.
    pub(super) fn planning(&self, author: &Author<'_>, options: &Options) -> Result<Box<dyn Planning>, BadFile> {
        Ok(match &self.body {
            Body::Sheet(sheet) => Box::new(rows::Planner::new(sheet.clone(), author, options)?),
            Body::Json(bytes) => Box::new(json::Planner::new(bytes, author, options)?),
        })
    }
}
