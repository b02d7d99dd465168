//! Logins that rows bring: each is one person's, on the board and within a file. May use `domain`, `board`.

use std::collections::HashMap;

use super::brought::Brought;
use super::report::{Like, Why};
use crate::board::Board;
use crate::domain::{Id, Kind};

/// The logins of the rows so far, each with its row.
#[derive(Debug, Default)]
pub(super) struct Logins(HashMap<String, u32>);

impl Logins {
    /// Takes the login that a row brings, for a new person or for one who is there.
    pub(super) fn take(
        &mut self,
        board: &Board,
        (row, id): (u32, Option<Id>),
        brought: &Brought,
    ) -> Result<(), Why> {
        let login = brought.text("login").trim();
        if brought.kind != Kind::Person || login.is_empty() {
            return Ok(());
        }
        if let Some((other, _)) = board.person_by_login(login).filter(|(other, _)| Some(*other) != id) {
            return Err(Why::Login(Like::Record(other)));
        }
        if let Some(first) = self.0.get(login) {
            return Err(Why::Login(Like::Row(*first)));
        }
        self.0.insert(login.to_owned(), row);
        Ok(())
    }
}
