//! The person's own themes: read with their rights and sent with the hello, since the server opens no
//! path for a person. What they mean the server says. May use `wire`.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::wire::ThemeFile;

/// One file more than the server reads, so that it can say that there are too many.
const MOST: usize = 33;

/// One byte more than a theme may have, so that the server can say that it is too long.
const ROOM: u64 = (16 << 10) + 1;

/// All of them together, as they are sent: they must leave room for the rest of the hello.
const ALL: usize = 900 << 10;

/// The plain files of a folder whose names end in `.toml`, by name. What cannot be read is left out.
#[must_use]
pub fn read(folder: &Path) -> Vec<ThemeFile> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).filter(|path| is_theme(path)).collect();
    paths.sort();
    let files = paths.iter().take(MOST).filter_map(|path| file(path));
    let mut sent = 0;
    files
        .take_while(|file| {
            sent += serde_json::to_vec(file).map_or(ALL, |bytes| bytes.len());
            sent < ALL
        })
        .collect()
}

fn is_theme(path: &Path) -> bool {
    // Opening anything but a plain file might wait for ever.
    path.extension().is_some_and(|end| end == "toml") && path.is_file()
}

fn file(path: &Path) -> Option<ThemeFile> {
    let mut bytes = Vec::new();
    File::open(path).ok()?.take(ROOM).read_to_end(&mut bytes).ok()?;
    let name = path.file_name()?.to_string_lossy().into_owned();
    Some(ThemeFile { name, text: String::from_utf8_lossy(&bytes).into_owned() })
}
