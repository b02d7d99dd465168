//! The lock of a data folder: one server a folder. A server that puts a new program in its own
//! place keeps it all the while, so that nobody slips in between. May use `wire`.

use std::fs::{File, Metadata, OpenOptions, TryLockError, metadata};
use std::io::{self, Read, Seek, Write};
use std::os::fd::{AsRawFd, RawFd};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::process::Command;
use std::{env, process};

use nix::fcntl::{FcntlArg, FdFlag, fcntl};

use super::error::ServeError;
use crate::wire::Place;

/// Tells the program that takes a server's place which of its open files holds the lock.
const LEFT: &str = "GUATU_LOCK";

/// A folder taken for this process.
#[derive(Debug)]
pub struct Lock(Holder);

#[derive(Debug)]
enum Holder {
    /// A file of our own: the lock goes with it.
    Ours(File),
    /// A file that the program before us has left open: the lock goes with the process.
    Left(RawFd),
}

impl Lock {
    /// Takes the folder, or goes on holding it where the program before us did.
    pub(super) fn take(place: &Place) -> Result<Self, ServeError> {
        let path = place.lock();
        let failed = |source| ServeError::Io { path: path.clone(), source };
        // Looked at first: our own file could get the number that is named there.
        let left = left();
        let mut file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .read(true)
            .write(true)
            .mode(0o600)
            .open(&path)
            .map_err(failed)?;
        match file.try_lock() {
            Ok(()) => {
                sign(&mut file).map_err(failed)?;
                Ok(Self(Holder::Ours(file)))
            }
            Err(TryLockError::WouldBlock) => match left {
                Some((number, data)) if is_same(&data, &file.metadata().map_err(failed)?) => {
                    Ok(Self(Holder::Left(number)))
                }
                _ => {
                    let mut pid = String::new();
                    // Only for the sentence.
                    let _ = file.read_to_string(&mut pid);
                    Err(ServeError::Owned { data: place.data().to_owned(), pid: pid.trim().to_owned() })
                }
            },
            Err(TryLockError::Error(error)) => Err(failed(error)),
        }
    }

    /// Prepares a program that is to take this process's place: it will hold the lock.
    ///
    /// # Errors
    /// What the system says.
    pub fn leave_to(&self, next: &mut Command) -> io::Result<()> {
        let number = match &self.0 {
            Holder::Ours(file) => {
                fcntl(file, FcntlArg::F_SETFD(FdFlag::empty()))?;
                file.as_raw_fd()
            }
            Holder::Left(number) => *number,
        };
        next.env(LEFT, number.to_string());
        Ok(())
    }
}

/// The open file that the program before us names, if there was one.
fn left() -> Option<(RawFd, Metadata)> {
    let number: RawFd = env::var(LEFT).ok()?.parse().ok()?;
    let data = metadata(format!("/dev/fd/{number}")).ok()?;
    Some((number, data))
}

fn is_same(one: &Metadata, other: &Metadata) -> bool {
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

/// Writes down whose it is.
fn sign(file: &mut File) -> io::Result<()> {
    file.set_len(0)?;
    file.rewind()?;
    writeln!(file, "{}", process::id())
}
