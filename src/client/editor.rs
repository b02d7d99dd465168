//! The person's own editor for a long text, run here with that person's rights. May use nothing of
//! the crate.

use std::env;
use std::fs;
use std::io::{self, Write};
use std::process::Command;

/// Where no editor is set, the one that every system has.
const FALLBACK: &str = "vi";

/// The longest text that is taken back, in bytes: more than any note, and it fits one message.
const MOST: u64 = 256 << 10;

/// Lets the person edit a text in `$VISUAL` or `$EDITOR`; what it is then.
///
/// # Errors
/// When the editor does not start, ends with an error, or leaves no text that can be taken back.
pub(super) fn edit(text: &str) -> io::Result<String> {
    // The file is its owner's alone, and goes when it is dropped.
    let mut file = tempfile::Builder::new().prefix("guatu-").suffix(".txt").tempfile()?;
    file.write_all(text.as_bytes())?;
    let set = |name| env::var(name).ok().filter(|value| !value.trim().is_empty());
    let editor = set("VISUAL").or_else(|| set("EDITOR")).unwrap_or_else(|| FALLBACK.to_owned());
    // By a shell, since people set it with arguments.
    let script = format!("exec {editor} \"$1\"");
    let status = Command::new("sh").args(["-c", &script, "sh"]).arg(file.path()).status()?;
    if !status.success() {
        return Err(io::Error::other(status.to_string()));
    }
    // By its name: editors write a new file in its place.
    if fs::metadata(file.path())?.len() > MOST {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    fs::read_to_string(file.path()).map(|text| text.trim_end().to_owned())
}
