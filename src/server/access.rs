//! Who is at the other end of a socket, and who may stop the server. May use `board`.

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
    pub(super) fn of(stream: &UnixStream) -> std::io::Result<Self> {
        Ok(Self::by_uid(stream.peer_cred()?.uid()))
    }

    /// Whoever runs this process.
    #[must_use]
    pub fn this() -> Self {
        Self::by_uid(Uid::effective().as_raw())
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
