//! How long a change takes until it is on the disk, and how long a store takes to open. Run with
//! `cargo bench --bench write`; a bare append and fdatasync on the same disk is the floor.

#[expect(dead_code, reason = "the boards in memory are for the other benchmark")]
mod office;

use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};
use guatu::board::intent::Author;
use guatu::board::{Change, Label, Origin, Proposal, RequestId, Verb, founding};
use guatu::domain::{Id, Kind};
use guatu::engine::{Act, Engine, FixedClock};
use guatu::store::Store;
use guatu::store::sled::SledStore;

static NEXT: AtomicU64 = AtomicU64::new(1);

fn request() -> RequestId {
    RequestId(u128::from(NEXT.fetch_add(1, Ordering::Relaxed)))
}

/// A temporary folder on the disk that the build is on, not in memory.
fn folder() -> tempfile::TempDir {
    tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder")
}

/// Nobody types so fast that a key comes while the working form still follows the last.
fn pause() {
    thread::sleep(Duration::from_millis(2));
}

fn engine(data: &Path) -> Engine {
    let mut store = SledStore::open(data).expect("the store opens");
    let (board, _) = store.fill(office::today(), &mut |_| {}).expect("the store is read");
    let clock = Arc::new(FixedClock::new(office::now()));
    Engine::start(Box::new(store), board, clock, Box::new(|_| {})).expect("a thread")
}

/// A founded store with so many leads, brought in as one import.
fn stored(data: &Path, leads: u32) -> Engine {
    let engine = engine(data);
    let founding = {
        let board = engine.board();
        let author = Author { board: &board, login: "wang", now: office::now(), request: request() };
        founding::built_in().propose(&author, "王管理")
    };
    engine.act("wang", Act::Propose(founding)).expect("founded");
    let changes = (0..leads)
        .map(|i| Change::Create { id: Id::provisional(Kind::Lead, i), fields: office::lead(i + 1) })
        .collect();
    let label = Label::many(Verb::Import, "bench.csv", leads);
    let import = Proposal { request: request(), origin: Origin::Do, label, why: String::new(), changes };
    engine.act("wang", Act::Propose(import)).expect("imported");
    engine
}

fn write(c: &mut Criterion) {
    let dir = folder();
    let path = dir.path().join("floor");
    let mut file = OpenOptions::new().create(true).append(true).open(path).expect("a file");
    c.bench_function("floor: append 500 bytes and fdatasync", |b| {
        b.iter_batched(
            pause,
            |()| {
                file.write_all(&[b'x'; 500]).expect("written");
                file.sync_data().expect("synced");
            },
            BatchSize::PerIteration,
        );
    });
    let engine = stored(&dir.path().join("data"), 10_000);
    c.bench_function("one note, key to durable", |b| {
        b.iter_batched(
            || {
                pause();
                let board = engine.board();
                let author = Author { board: &board, login: "wang", now: office::now(), request: request() };
                author.note(Id::new(Kind::Lead, 7), "已约定考察", true, Vec::new())
            },
            |note| engine.act("wang", Act::Propose(note)).expect("noted"),
            BatchSize::PerIteration,
        );
    });
    engine.stop();
}

fn open(c: &mut Criterion) {
    let mut group = c.benchmark_group("open");
    group.sample_size(10);
    for leads in [10_000, 100_000] {
        let dir = folder();
        stored(dir.path(), leads).stop();
        group.bench_with_input(BenchmarkId::new("store to board", leads), &leads, |b, _| {
            b.iter(|| engine(dir.path()).stop());
        });
    }
}

criterion_group!(benches, write, open);
criterion_main!(benches);
