//! Boards on the disk for the benchmarks: founded, then filled by one import.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use guatu::board::intent::Author;
use guatu::board::{Change, Label, Origin, Proposal, RequestId, Verb, founding};
use guatu::domain::{Id, Kind};
use guatu::engine::{Act, Engine, FixedClock};
use guatu::store::Store;
use guatu::store::sled::SledStore;
use tempfile::TempDir;

use crate::office;

static NEXT: AtomicU64 = AtomicU64::new(1);

/// A number no request had.
pub(crate) fn request() -> RequestId {
    RequestId(u128::from(NEXT.fetch_add(1, Ordering::Relaxed)))
}

/// A temporary folder on the disk that the build is on, not in memory.
pub(crate) fn folder() -> TempDir {
    tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder")
}

/// The engine of a folder.
pub(crate) fn engine(data: &Path) -> Engine {
    let mut store = SledStore::open(data).expect("the store opens");
    let (board, _) = store.fill(office::today(), &mut |_| {}).expect("the store is read");
    let clock = Arc::new(FixedClock::new(office::now()));
    Engine::start(Box::new(store), board, clock, Box::new(|_| {})).expect("a thread")
}

/// A board that a login has founded, with so many leads, brought in as one import.
pub(crate) fn filled(data: &Path, login: &str, leads: u32) -> Engine {
    let engine = engine(data);
    let founding = {
        let board = engine.board();
        let author = Author { board: &board, login, now: office::now(), request: request() };
        founding::built_in().propose(&author, "王管理")
    };
    engine.act(login, Act::Propose(founding)).expect("founded");
    let changes = (0..leads)
        .map(|i| Change::Create { id: Id::provisional(Kind::Lead, i), fields: office::lead(i + 1) })
        .collect();
    let label = Label::many(Verb::Import, "bench.csv", leads);
    let import = Proposal { request: request(), origin: Origin::Do, label, why: String::new(), changes };
    engine.act(login, Act::Propose(import)).expect("imported");
    engine
}
