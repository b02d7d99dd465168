//! Where a board lives: the names of the files in its data folder that client and server must
//! agree on, and how its socket is reached. Uses nothing of the crate.

use std::fs::File;
use std::io;
use std::os::fd::AsRawFd;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

/// A socket's path must be shorter than this on every system we run on.
const LONGEST: usize = 100;

/// The data folder of a board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    data: PathBuf,
}

/// A path to a socket, as short as the system wants it; good as long as it is held.
pub struct Address {
    path: PathBuf,
    /// The open folder, where the path goes through it.
    _folder: Option<File>,
}

impl Address {
    /// The path to bind or to connect to.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Place {
    /// The board in a folder.
    #[must_use]
    pub const fn new(data: PathBuf) -> Self {
        Self { data }
    }

    /// The folder.
    #[must_use]
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// The server's socket. It does not depend on the protocol: a second name would let a second
    /// owner start.
    #[must_use]
    pub fn socket(&self) -> PathBuf {
        self.data.join("guatu.sock")
    }

    /// The file that the server keeps locked while it lives; it holds its process number.
    #[must_use]
    pub fn lock(&self) -> PathBuf {
        self.data.join("server.lock")
    }

    /// The file that a client keeps locked while it starts a server.
    #[must_use]
    pub fn start_lock(&self) -> PathBuf {
        self.data.join("start.lock")
    }

    /// What a server without a terminal has to say.
    #[must_use]
    pub fn log(&self) -> PathBuf {
        self.data.join("server.log")
    }

    /// The socket's address. A path too long for the system goes through the open folder.
    ///
    /// # Errors
    /// When the folder cannot be opened.
    pub fn address(&self) -> io::Result<Address> {
        let path = self.socket();
        if path.as_os_str().as_bytes().len() < LONGEST {
            return Ok(Address { path, _folder: None });
        }
        let folder = File::open(&self.data)?;
        let path = PathBuf::from(format!("/proc/self/fd/{}/guatu.sock", folder.as_raw_fd()));
        Ok(Address { path, _folder: Some(folder) })
    }
}
