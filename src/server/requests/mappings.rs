//! Choices of imports that are kept under a name, for the whole office: whoever brings in the same
//! ledger next week has the same sheet before them. May use `exchange`, `store`.

use serde::{Deserialize, Serialize};

use super::Ask;
use super::answer::Halt;
use crate::exchange::import::Mapping;
use crate::say;
use crate::ui::text::clean;

/// Nobody's login: what is kept under it is everybody's.
const OFFICE: &str = "";
/// What they are kept under.
const MAPPINGS: &str = "mappings";
/// So many are kept; the oldest goes first.
const MOST: usize = 200;

/// Choices under their name.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(in crate::server) struct Saved {
    /// The name.
    pub(in crate::server) name: String,
    /// The login that kept them.
    pub(in crate::server) by: String,
    /// The choices.
    pub(in crate::server) mapping: Mapping,
}

/// All that is kept, the newest last. What an earlier version wrote and this one cannot read is as
/// good as nothing.
pub(in crate::server) fn all(ask: &Ask<'_>) -> Result<Vec<Saved>, Halt> {
    let bytes = ask.engine.journal().kept(OFFICE, MAPPINGS);
    let bytes = bytes.map_err(|error| Halt::store(&error, ask.lang))?;
    Ok(bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default())
}

/// The choices under a name.
pub(in crate::server) fn named(name: &str, ask: &Ask<'_>) -> Result<Mapping, Halt> {
    let all = all(ask)?;
    let found = all.iter().find(|saved| saved.name == name.trim());
    found.map(|saved| saved.mapping.clone()).ok_or_else(|| {
        let names: Vec<&str> = all.iter().map(|saved| saved.name.as_str()).collect();
        let names = clean(&names.join(ask.lang.pick("、", ", "))).into_owned();
        Halt::Failed(say!(ask.lang, "import-no-saved", name = clean(name), names = names))
    })
}

/// The names of those that fit a shape, the newest first.
pub(in crate::server) fn fitting(shape: &[String], ask: &Ask<'_>) -> Result<Vec<String>, Halt> {
    let all = all(ask)?;
    Ok(all.into_iter().rev().filter(|saved| saved.mapping.fits(shape)).map(|saved| saved.name).collect())
}

/// Keeps choices under a name, in the place of those that were there.
pub(in crate::server) fn save(name: &str, mapping: Mapping, ask: &Ask<'_>) -> Result<(), Halt> {
    let mut all = all(ask)?;
    all.retain(|saved| saved.name != name.trim());
    all.push(Saved { name: name.trim().to_owned(), by: ask.login.to_owned(), mapping });
    if all.len() > MOST {
        all.remove(0);
    }
    let bytes = serde_json::to_vec(&all).ok();
    let kept = ask.engine.journal().keep(OFFICE, MAPPINGS, bytes.as_deref());
    kept.map_err(|error| Halt::store(&error, ask.lang))
}
