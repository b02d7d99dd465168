//! The person's own editor for a long text, run here with that person's rights. Uses nothing of the
//! crate.

use std::env;
use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::Command;

use tempfile::NamedTempFile;

/// Where no editor is set, the one that every system has.
const FALLBACK: &str = "vi";

/// The longest text that is taken back, in bytes: more than any note, and it fits one message.
const MOST: u64 = 256 << 10;

/// What an editor has left: its file, which goes when this is dropped, and the text in it.
pub(super) struct Edited {
    file: NamedTempFile,
    /// None where the editor ended with an error or its text cannot be taken back.
    pub(super) text: Option<String>,
}

impl Edited {
    /// Leaves the file where it is, for the person to find; its path. None where it has gone.
    pub(super) fn keep(self) -> Option<PathBuf> {
        self.file.keep().ok().map(|(_, path)| path)
    }
}

/// Lets the person edit a text in `$VISUAL` or `$EDITOR`.
///
/// # Errors
/// When there is no file or the editor does not start: then nothing was written.
pub(super) fn edit(text: &str) -> io::Result<Edited> {
    // The file is its owner's alone.
    let mut file = tempfile::Builder::new().prefix("guatu-").suffix(".txt").tempfile()?;
    file.write_all(text.as_bytes())?;
    let set = |name| env::var(name).ok().filter(|value| !value.trim().is_empty());
    let editor = set("VISUAL").or_else(|| set("EDITOR")).unwrap_or_else(|| FALLBACK.to_owned());
    // By a shell, since people set it with arguments.
    let script = format!("exec {editor} \"$1\"");
    let status = Command::new("sh").args(["-c", &script, "sh"]).arg(file.path()).status()?;
    // By its name: editors write a new file in its place.
    let fits = fs::metadata(file.path()).is_ok_and(|data| data.len() <= MOST);
    let read = || fs::read_to_string(file.path()).ok().map(|text| text.trim_end().to_owned());
    let text = if status.success() && fits { read() } else { None };
    Ok(Edited { file, text })
}
