//! Opens the working form and reads all of it, beside whatever a damaged one may do: sled may
//! panic, and may open without a word where records are missing. May use `form`.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Once;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;
use std::time::Duration;

use super::form::Form;
use crate::domain::Id;
use crate::store::frozen::v1::{HeadV1, id_out};
use crate::store::replay::Row;
use crate::store::{StoreError, Suspicion};

/// The thread that opens; sled's own begin with `sled`.
const OPENER: &str = "store-open";
/// A database that was just closed by this process may hold its lock a little longer.
const PATIENCE: u32 = 60;

/// So many records are handed over at a time.
const LOAD: usize = 256;

/// A working form as it was found.
pub(in crate::store) enum Loaded {
    /// There was none, or an empty one.
    New(Form),
    /// All that its head says is there.
    Sound(Form, HeadV1),
    /// It is not to be trusted. What can still be opened is, to carry over what people keep.
    Suspect(Option<Form>, Suspicion),
}

/// Opens and reads a working form. What `make` makes of its records, beside the caller, is handed
/// over before the form is known to be sound.
///
/// # Errors
/// What has nothing to do with its soundness: no rights, no room, another owner, a later format.
pub(in crate::store) fn load<T: Send>(
    path: &Path,
    make: impl Fn(Id, Row) -> T + Send,
    each: &mut dyn FnMut(T) -> Result<(), StoreError>,
) -> Result<Loaded, StoreError> {
    hush();
    let (sender, loads) = sync_channel(4);
    let read = thread::scope(|scope| {
        let task = move || catch_unwind(AssertUnwindSafe(|| open_and_read(path, make, &sender)));
        let spawned = thread::Builder::new().name(OPENER.to_owned()).spawn_scoped(scope, task);
        let reader = spawned.map_err(|error| StoreError::io(path, error))?;
        for made in loads.into_iter().flatten() {
            each(made)?;
        }
        Ok::<_, StoreError>(reader.join())
    })?;
    match read {
        Ok(Ok(Ok(loaded))) => Ok(loaded),
        Ok(Err(_) | Ok(Err(StoreError::Damaged(_) | StoreError::Io { .. }))) | Err(_) => {
            Ok(Loaded::Suspect(None, Suspicion::Unreadable))
        }
        Ok(Ok(Err(error))) => Err(error),
    }
}

/// Opens a database, waiting for one that this process has just let go of.
pub(in crate::store) fn open(path: &Path) -> Result<Form, StoreError> {
    let mut tries = 0;
    loop {
        match Form::open(path) {
            Err(StoreError::Owned(_)) if tries < PATIENCE => {
                tries += 1;
                thread::sleep(Duration::from_millis(50));
            }
            opened => return opened,
        }
    }
}

fn open_and_read<T>(
    path: &Path,
    make: impl Fn(Id, Row) -> T,
    loads: &SyncSender<Vec<T>>,
) -> Result<Loaded, StoreError> {
    let form = open(path)?;
    let head = form.head()?;
    let (mut sum, mut counts) = (0, BTreeMap::new());
    let mut load = Vec::with_capacity(LOAD);
    let read = form.records(|id, row, digest| {
        sum ^= digest;
        *counts.entry(id_out(id).0).or_insert(0) += 1;
        load.push(make(id, row));
        if load.len() == LOAD {
            // Nobody listens any more where the other side has failed; it says so itself.
            let _ = loads.send(std::mem::replace(&mut load, Vec::with_capacity(LOAD)));
        }
        Ok(())
    });
    let _ = loads.send(load);
    match (read, head) {
        (Err(StoreError::Damaged(_) | StoreError::Io { .. }), _) => {
            Ok(Loaded::Suspect(Some(form), Suspicion::Incomplete))
        }
        (Err(error), _) => Err(error),
        (Ok(()), None) if counts.is_empty() => Ok(Loaded::New(form)),
        (Ok(()), Some(head)) if head.sum == sum && same(&head.counts, &counts) => {
            Ok(Loaded::Sound(form, head))
        }
        (Ok(()), _) => Ok(Loaded::Suspect(Some(form), Suspicion::Incomplete)),
    }
}

fn same(said: &[(u8, u32)], found: &BTreeMap<u8, u32>) -> bool {
    let said: BTreeMap<u8, u32> = said.iter().copied().filter(|(_, count)| *count > 0).collect();
    said == *found
}

/// Keeps panics of a damaged database off the screen: they are told as a sentence instead.
fn hush() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            let thread = thread::current();
            if !thread.name().is_some_and(|name| name == OPENER || name.starts_with("sled")) {
                before(info);
            }
        }));
    });
}
