//! The data folder itself: made for its user alone, and looked at before anything is put into one
//! that was there. Uses `place`.

use std::fs::{self, DirBuilder, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};

use super::Place;

/// That group and others may write.
const OTHERS_WRITE: u32 = 0o022;
/// Everybody's folder, such as `/tmp`.
const STICKY: u32 = 0o1000;

/// Why a folder cannot hold a board.
#[derive(Debug, thiserror::Error)]
pub enum Unfit {
    /// The system refuses it.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// Others may write to it, and it is not ours to change that.
    #[error("others may write to it")]
    Shared,
}

/// Makes the folder, or sees whether the one that is there can hold a board; gives whether its
/// rights are ours to change. Nobody else may write to it: they could put another board, or another
/// server's socket, in the place of ours.
///
/// # Errors
/// Why it cannot.
pub fn claim(place: &Place) -> Result<bool, Unfit> {
    let data = place.data();
    DirBuilder::new().recursive(true).mode(0o700).create(data)?;
    let mode = fs::metadata(data)?.mode();
    if mode & OTHERS_WRITE == 0 {
        return Ok(place.lock().exists() || is_fresh(place)?);
    }
    if mode & STICKY != 0 || !is_fresh(place)? {
        return Err(Unfit::Shared);
    }
    // Made for a board, with a mask that lets the group write.
    fs::set_permissions(data, Permissions::from_mode(mode & 0o7777 & !OTHERS_WRITE))
        .map_err(|_| Unfit::Shared)?;
    Ok(true)
}

/// Whether nothing stands in a folder but what a first start puts there, and a new disk.
fn is_fresh(place: &Place) -> io::Result<bool> {
    let ours = [place.lock(), place.start_lock(), place.log(), place.data().join("lost+found")];
    for entry in fs::read_dir(place.data())? {
        if !ours.contains(&entry?.path()) {
            return Ok(false);
        }
    }
    Ok(true)
}
