//! `guatu backup --keep N DIR`: one more backup in a folder, and the oldest of them gone; for cron.
//! Names are stamped in UTC, so that they sort by age whatever the clock's zone. May use `client`.

use std::fs::{self, DirEntry};
use std::io::{self, IsTerminal, Write, stderr};
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use chrono::Utc;

use super::{STAMP, Setting, offline};
use crate::error::Failure;
use crate::say;
use crate::server::Peer;
use crate::ui::text::clean;

/// What every such file's name ends in.
const ENDING: &str = ".backup";

/// Writes a backup into a folder and, when it has been read back, takes away the oldest of the same
/// board beyond `keep`. Without a terminal nothing is said unless it fails: cron mails what is said.
pub(super) fn run(setting: &Setting, folder: &Path, keep: usize) -> Result<i32, Failure> {
    let unusable = |path: &Path, error: &io::Error| Failure::file(setting.lang, path, error);
    // Not made where it is missing: a disk that is not there must not fill the one below it.
    match fs::metadata(folder) {
        Ok(there) if there.is_dir() => {}
        Ok(_) => return Err(unusable(folder, &io::ErrorKind::NotADirectory.into())),
        Err(error) => return Err(unusable(folder, &error)),
    }
    let start = start(setting.place.data());
    let name = format!("{start}{}{ENDING}", Utc::now().format(STAMP));
    let (code, mut said) = offline::write(setting, &folder.join(&name), false)?;
    if code == 0 {
        let older = older(folder, &start, &name).map_err(|error| unusable(folder, &error))?;
        let gone: Vec<String> = older.into_iter().skip(keep - 1).collect();
        for name in &gone {
            let path = folder.join(name);
            match fs::remove_file(&path) {
                // Another run that ended meanwhile has done it.
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(unusable(&path, &error)),
                _ => {}
            }
        }
        if !gone.is_empty() {
            let names = clean(&gone.join(", ")).into_owned();
            said += &say!(setting.lang, "command-backups-gone", count = gone.len(), names = names);
        }
    }
    if code != 0 || stderr().is_terminal() {
        // Where even this fails there is nobody left to tell.
        let _ = writeln!(stderr(), "{said}");
    }
    Ok(code)
}

/// What the names of a board's files begin with: that of its data folder, without what a shell or
/// another system could stumble over.
fn start(data: &Path) -> String {
    let name = data.file_name().unwrap_or_default().to_string_lossy();
    let plain = |ch: char| if ch.is_alphanumeric() || "-_.".contains(ch) { ch } else { '_' };
    format!("guatu-{}-", name.chars().map(plain).collect::<String>())
}

/// The files of this board in a folder but the one just written, the newest first: regular ones of
/// ours, of exactly this pattern.
fn older(folder: &Path, start: &str, written: &str) -> io::Result<Vec<String>> {
    let us = Peer::this().uid;
    let is_ours = |entry: &DirEntry| entry.metadata().is_ok_and(|data| data.is_file() && data.uid() == us);
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        if name != written && is_stamped(&name, start) && is_ours(&entry) {
            names.push(name);
        }
    }
    names.sort_unstable_by(|one, other| other.cmp(one));
    Ok(names)
}

/// Whether a name is the start, eight digits, `-`, six digits and the ending.
fn is_stamped(name: &str, start: &str) -> bool {
    let stamp = name.strip_prefix(start).and_then(|rest| rest.strip_suffix(ENDING)).unwrap_or_default();
    let all = |digits: &str, count| digits.len() == count && digits.bytes().all(|b| b.is_ascii_digit());
    stamp.split_once('-').is_some_and(|(day, time)| all(day, 8) && all(time, 6))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{is_stamped, start};

    #[test]
    fn only_names_of_exactly_the_pattern_are_its_own() {
        let start = start(Path::new("/srv/蓝谷 1\n"));
        assert_eq!(start, "guatu-蓝谷_1_-");
        for name in ["20261124-093000.backup", "00000000-000000.backup"] {
            assert!(is_stamped(&format!("{start}{name}"), &start), "{name}");
        }
        for name in [
            "20261124-093000.backup.old",
            "20261124-093000",
            "20261124-09300.backup",
            "2026112-0930000.backup",
            "20261124_093000.backup",
            "20261124-0930００.backup",
            "x-20261124-093000.backup",
            "20261124-093000-20261124-093000.backup",
            ".backup",
            "",
        ] {
            assert!(!is_stamped(&format!("{start}{name}"), &start), "{name}");
        }
        assert!(!is_stamped("guatu-other-20261124-093000.backup", &start));
    }
}
