//! Files that a command reads or writes: with this person's rights, never the server's, and
//! written whole or not at all. May use `wire`.

use std::fs::File;
use std::io::{self, Read, Write};
use std::os::fd::AsFd;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::error::ClientError;
use crate::wire::frame::CHUNK;

/// A file that is being read, piece by piece.
#[derive(Debug)]
pub struct Source {
    path: PathBuf,
    file: File,
}

impl Source {
    /// Opens a file; `-` is standard input.
    ///
    /// # Errors
    /// `File` with what the system says.
    pub fn open(path: &Path) -> Result<Self, ClientError> {
        let opened = if is_standard(path) {
            io::stdin().as_fd().try_clone_to_owned().map(File::from)
        } else {
            File::open(path)
        };
        let file = opened.map_err(|error| ClientError::file(path, error))?;
        Ok(Self { path: path.to_owned(), file })
    }

    /// The next piece; none at the end.
    ///
    /// # Errors
    /// `File` with what the system says.
    pub fn piece(&mut self) -> Result<Option<Vec<u8>>, ClientError> {
        let mut piece = Vec::with_capacity(CHUNK);
        let limit = u64::try_from(CHUNK).unwrap_or(u64::MAX);
        (&mut self.file)
            .take(limit)
            .read_to_end(&mut piece)
            .map_err(|error| ClientError::file(&self.path, error))?;
        Ok((!piece.is_empty()).then_some(piece))
    }
}

/// Whether a path stands for standard input or output.
#[must_use]
pub fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// A file that is being written beside its place, and put there when it is whole.
#[derive(Debug)]
pub struct Sink {
    path: PathBuf,
    file: NamedTempFile,
    /// Whether it may take the place of a file that is there.
    force: bool,
    /// Whether what was written is what was meant, read back.
    is_sound: fn(File) -> bool,
}

impl Sink {
    /// Begins a file; with `force`, one that takes the place of a file that is there.
    ///
    /// # Errors
    /// `Exists` where something is there that stays; `File` when the folder cannot be written.
    pub fn create(path: &Path, force: bool) -> Result<Self, ClientError> {
        must_be_free(path, force)?;
        let file = NamedTempFile::new_in(folder_of(path)).map_err(|error| ClientError::file(path, error))?;
        Ok(Self { path: path.to_owned(), file, force, is_sound: |_| true })
    }

    /// Has the file read back before it is put in its place.
    #[must_use]
    pub fn checked(self, is_sound: fn(File) -> bool) -> Self {
        Self { is_sound, ..self }
    }

    /// Writes a piece.
    ///
    /// # Errors
    /// `File` with what the system says.
    pub fn write(&mut self, piece: &[u8]) -> Result<(), ClientError> {
        self.file.write_all(piece).map_err(|error| ClientError::file(&self.path, error))
    }

    /// Where it will stand.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file, to be written to.
    #[must_use]
    pub fn file(&self) -> &File {
        self.file.as_file()
    }

    /// Puts the file in its place, durably.
    ///
    /// # Errors
    /// `Exists` where a file has come there meanwhile, `Unsound` where it reads back otherwise, `File`
    /// with what the system says; the old file stands then.
    pub fn finish(self) -> Result<(), ClientError> {
        let Self { path, file, force, is_sound } = self;
        file.as_file().sync_all().map_err(|error| ClientError::file(&path, error))?;
        if !is_sound(file.reopen().map_err(|error| ClientError::file(&path, error))?) {
            return Err(ClientError::Unsound(path));
        }
        let put = if force { file.persist(&path) } else { file.persist_noclobber(&path) };
        match put {
            Ok(_) => sync_name(&path),
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => {
                Err(ClientError::Exists(path))
            }
            Err(error) => Err(ClientError::file(&path, error.error)),
        }
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Waits until the name of a file is on the disk, where its folder may be read.
fn sync_name(path: &Path) -> Result<(), ClientError> {
    let Ok(folder) = File::open(folder_of(path)) else { return Ok(()) };
    folder.sync_all().map_err(|error| ClientError::file(path, error))
}

/// Refuses a place where something is that stays.
fn must_be_free(path: &Path, force: bool) -> Result<(), ClientError> {
    match path.metadata() {
        Ok(there) if there.is_dir() => Err(ClientError::file(path, io::ErrorKind::IsADirectory.into())),
        // The place of a device or a pipe is never taken.
        Ok(there) if !(force && there.is_file()) => Err(ClientError::Exists(path.to_owned())),
        _ => Ok(()),
    }
}
