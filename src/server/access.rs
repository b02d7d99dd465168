//! Who is at the other end of a socket, and who may stop the server. May use `board`.

use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use nix::unistd::{Uid, User};
use tokio::net::UnixStream;

use crate::board::Board;
use crate::domain::Role;

/// Somebody at the other end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peer {
    /// The user number.
    pub uid: u32,
    /// The login.
    pub login: String,
}

impl Peer {
    /// Who is at the other end of a socket, as the system vouches for.
    pub(super) fn of(stream: &UnixStream) -> io::Result<Self> {
        Ok(Self::by_uid(stream.peer_cred()?.uid()))
    }

    /// Whoever runs this process.
    #[must_use]
    pub fn this() -> Self {
        Self::by_uid(Uid::effective().as_raw())
    }

    /// Whose a file or folder is.
    ///
    /// # Errors
    /// What the system says.
    pub fn owner_of(path: &Path) -> io::Result<Self> {
        Ok(Self::by_uid(path.metadata()?.uid()))
    }

    /// Whether the rights on files do not bind them.
    #[must_use]
    pub const fn is_root(&self) -> bool {
        self.uid == 0
    }

    /// A user without a name goes by the number.
    fn by_uid(uid: u32) -> Self {
        let name = User::from_uid(Uid::from_raw(uid)).ok().flatten().map(|user| user.name);
        Self { uid, login: name.unwrap_or_else(|| format!("uid{uid}")) }
    }

    /// Whether the person may stop the server: its owner and the board's admins.
    pub(super) fn may_stop(&self, board: &Board) -> bool {
        self.uid == Uid::effective().as_raw() || board.role(&self.login) == Role::Admin
    }
}
