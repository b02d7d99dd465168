//! The few things that are done to files: making folders durable, appending, the lock of a data
//! folder. What is made is its user's alone, whatever the process's mask says. May use `error`.

use std::fs::{self, DirBuilder, File, Metadata, OpenOptions, TryLockError};
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use super::StoreError;

/// The rights on files and folders that are made here: phones and confidential leads are in them.
const PRIVATE: u32 = 0o600;
const PRIVATE_FOLDER: u32 = 0o700;

/// More than most Transactions need.
const TRIAL: usize = 64 << 10;

/// How often a folder's lock is tried for, and how long is waited in between.
const LOCK_TRIES: u32 = 10;
const LOCK_WAIT: Duration = Duration::from_millis(20);

/// A file that is only ever appended to. A trait, so that a test can let it fail.
pub trait Append: Send {
    /// Appends bytes and waits until they are on the disk.
    ///
    /// # Errors
    /// What the system says; then it is not known how much was written.
    fn append(&mut self, bytes: &[u8]) -> std::io::Result<()>;

    /// Cuts the file to a length and waits until that is on the disk.
    ///
    /// # Errors
    /// What the system says.
    fn cut(&mut self, len: u64) -> std::io::Result<()>;
}

impl Append for File {
    fn append(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.write_all(bytes)?;
        self.sync_data()
    }

    fn cut(&mut self, len: u64) -> std::io::Result<()> {
        self.set_len(len)?;
        self.sync_all()
    }
}

/// How a file of the log is opened for appending.
pub type Opener = Box<dyn FnMut(&Path) -> std::io::Result<Box<dyn Append>> + Send>;

/// Opens or makes a file for appending; a new one is durable in its folder on return.
pub(super) fn appender(path: &Path) -> std::io::Result<Box<dyn Append>> {
    let is_new = !path.exists();
    let file = OpenOptions::new().create(true).append(true).mode(PRIVATE).open(path)?;
    if is_new {
        file.sync_all()?;
        if let Some(folder) = path.parent() {
            File::open(folder)?.sync_all()?;
        }
    }
    Ok(Box::new(file))
}

/// Makes a folder with those above it.
pub(super) fn make_folder(path: &Path) -> Result<(), StoreError> {
    DirBuilder::new().recursive(true).mode(PRIVATE_FOLDER).create(path).map_err(|e| StoreError::io(path, e))
}

/// Makes a file, or empties the one that is there.
pub(super) fn create(path: &Path) -> std::io::Result<File> {
    OpenOptions::new().create(true).truncate(true).write(true).mode(PRIVATE).open(path)
}

/// Whether a folder takes a file again: some bytes are written there, and taken away.
pub(super) fn try_to_write(folder: &Path) -> Result<(), StoreError> {
    let path = folder.join("trial");
    let tried = create(&path).and_then(|mut file| file.append(&vec![0; TRIAL]));
    let removed = fs::remove_file(&path);
    tried.and(removed).map_err(|error| StoreError::io(&path, error))
}

/// Gives a file or folder another name.
pub(super) fn rename(from: &Path, to: &Path) -> Result<(), StoreError> {
    fs::rename(from, to).map_err(|e| StoreError::io(from, e))
}

/// Takes a file or folder away, if it is there.
pub(super) fn clear(path: &Path) -> Result<(), StoreError> {
    let gone = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    match gone {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(StoreError::io(path, error)),
        _ => Ok(()),
    }
}

/// All files under a folder.
pub(super) fn files(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(|e| StoreError::io(folder, e))? {
        let path = entry.map_err(|e| StoreError::io(folder, e))?.path();
        if path.is_dir() { found.extend(files(&path)?) } else { found.push(path) }
    }
    Ok(found)
}

/// Waits until the entries of a folder are on the disk.
pub(super) fn sync_folder(path: &Path) -> Result<(), StoreError> {
    File::open(path).and_then(|folder| folder.sync_all()).map_err(|e| StoreError::io(path, e))
}

/// The files of a folder whose names are a number and `.jsonl`, by number. A folder that is not
/// there has none.
pub(super) fn numbered(folder: &Path) -> Result<Vec<(u64, PathBuf)>, StoreError> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(|e| StoreError::io(folder, e))? {
        let path = entry.map_err(|e| StoreError::io(folder, e))?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if let Some(number) = name.strip_suffix(".jsonl").and_then(|stem| stem.parse().ok()) {
            found.push((number, path));
        }
    }
    found.sort();
    Ok(found)
}

/// The files of a folder with an extension.
pub(super) fn with_extension(folder: &Path, extension: &str) -> Result<Vec<PathBuf>, StoreError> {
    let entries = fs::read_dir(folder).map_err(|e| StoreError::io(folder, e))?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    Ok(paths.filter(|path| path.extension().is_some_and(|found| found == extension)).collect())
}

/// The name of a numbered file.
pub(super) fn name(number: u64) -> String {
    format!("{number:010}.jsonl")
}

/// The file that the owner of a data folder keeps locked.
pub(super) fn lock_path(folder: &Path) -> PathBuf {
    folder.join("lock")
}

/// Whether a path still names an open file.
fn is_at(file: &File, path: &Path) -> bool {
    let number = |data: Metadata| (data.dev(), data.ino());
    let named = fs::metadata(path).map(number);
    file.metadata().map(number).is_ok_and(|open| named.is_ok_and(|named| named == open))
}

/// Takes the lock that makes this process the one owner of a data folder, until it is dropped.
/// A process that is being started holds what its parent held for a moment, so it is tried for one.
pub(super) fn lock(folder: &Path) -> Result<File, StoreError> {
    let path = lock_path(folder);
    for _ in 0..LOCK_TRIES {
        let open = OpenOptions::new().create(true).truncate(false).write(true).mode(PRIVATE).open(&path);
        let file = open.map_err(|e| StoreError::io(&path, e))?;
        match file.try_lock() {
            Ok(()) if is_at(&file, &path) => return Ok(file),
            // Its last owner has taken the file away: another one could hold a new one.
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => thread::sleep(LOCK_WAIT),
            Err(TryLockError::Error(error)) => return Err(StoreError::io(&path, error)),
        }
    }
    Err(StoreError::Owned(folder.to_owned()))
}
