//! The person's own themes: read with their rights and sent with the hello, since the server opens no
//! path for a person. What they mean the server says. May use `wire`.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::wire::hello::{THEME_ROOM, THEMES, THEMES_ROOM};
use crate::wire::{ThemeFile, Unread};

/// The names of files that are not read have so much room more.
const NAMES: usize = 4 << 10;

/// The plain files of a folder whose names end in `.toml`, by name. What cannot be read is left out;
/// what finds no room is named alone, so that the person can be told.
#[must_use]
pub fn read(folder: &Path) -> Vec<ThemeFile> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).filter(|path| is_theme(path)).collect();
    paths.sort();
    // One more than the server takes, so that it can say that there are too many.
    let files = paths.iter().take(THEMES + 1).filter_map(|path| file(path));
    let mut sent = 0;
    let fitting = files.filter_map(|file| {
        let whole = sent + room(&file) <= THEMES_ROOM;
        let file = if whole { file } else { unread(file.name, Unread::NoRoom) };
        let all = sent + room(&file);
        (all <= THEMES_ROOM + NAMES).then(|| {
            sent = all;
            file
        })
    });
    fitting.collect()
}

/// The bytes that a file takes in the hello, with what parts it from the next.
fn room(file: &ThemeFile) -> usize {
    serde_json::to_vec(file).map_or(THEMES_ROOM, |bytes| bytes.len() + 1)
}

fn is_theme(path: &Path) -> bool {
    // Opening anything but a plain file might wait for ever.
    path.extension().is_some_and(|end| end == "toml") && path.is_file()
}

fn file(path: &Path) -> Option<ThemeFile> {
    let mut bytes = Vec::new();
    File::open(path).ok()?.take(THEME_ROOM as u64 + 1).read_to_end(&mut bytes).ok()?;
    let name = path.file_name()?.to_string_lossy().into_owned();
    if bytes.len() > THEME_ROOM {
        return Some(unread(name, Unread::TooLong));
    }
    Some(ThemeFile { name, text: String::from_utf8_lossy(&bytes).into_owned(), unread: None })
}

fn unread(name: String, why: Unread) -> ThemeFile {
    ThemeFile { name, text: String::new(), unread: Some(why) }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::read;
    use crate::wire::hello::{BODY, HELLO, THEME_ROOM};
    use crate::wire::{Caller, Hello, PROTOCOL, Purpose, Terminal, Unread, Wish};

    #[test]
    fn a_hello_with_all_that_lies_in_the_folder_stays_short_enough() {
        let name = "\u{1}".repeat(240);
        for (byte, name) in [(b'"', "x"), (0xff, "x"), (1, "x"), (b'#', &name)] {
            let folder = TempDir::new().expect("a folder");
            for i in 10..50 {
                let path = folder.path().join(format!("{i}{name}.toml"));
                fs::write(path, vec![byte; THEME_ROOM - i]).expect("a theme");
            }
            let terminal = Terminal { term: "xterm-256color".to_owned(), ..Terminal::default() };
            let wish = Wish { themes: read(folder.path()), ..Wish::default() };
            let hello =
                Hello { protocol: PROTOCOL, purpose: Purpose::Attach, caller: Caller { terminal, wish } };
            let length = hello.encode().len() - HELLO;
            assert!(length + 4096 < BODY, "{byte} {length}");
        }
    }

    #[test]
    fn a_file_without_room_is_named_and_a_shorter_one_after_it_read() {
        let folder = TempDir::new().expect("a folder");
        let lengths = [THEME_ROOM + 1, THEME_ROOM, THEME_ROOM, THEME_ROOM, 100];
        for (i, length) in lengths.into_iter().enumerate() {
            fs::write(folder.path().join(format!("{i}.toml")), vec![b'#'; length]).expect("a theme");
        }
        fs::write(folder.path().join("notes.txt"), "no theme").expect("a file");
        let files = read(folder.path());
        let told: Vec<_> = files.iter().map(|file| (file.text.len(), file.unread)).collect();
        let whole = (THEME_ROOM, None);
        let expected = [(0, Some(Unread::TooLong)), whole, whole, (0, Some(Unread::NoRoom)), (100, None)];
        assert_eq!(told, expected);
        assert_eq!(files[3].name, "3.toml");
    }
}
