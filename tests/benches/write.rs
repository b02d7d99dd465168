//! How long a change takes until it is on the disk, and how long a store takes to open. Run with
//! `cargo bench --bench write`; a bare append and fdatasync on the same disk is the floor.

#[expect(dead_code, reason = "the boards in memory are for the other benchmark")]
mod office;
mod stored;

use std::fs::OpenOptions;
use std::io::Write;
use std::thread;
use std::time::Duration;

use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};
use guatu::board::intent::Author;
use guatu::domain::{Id, Kind};
use guatu::engine::Act;
use stored::{engine, request};

/// Nobody types so fast that a key comes while the working form still follows the last.
fn pause() {
    thread::sleep(Duration::from_millis(2));
}

fn write(c: &mut Criterion) {
    let dir = stored::folder();
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
    let engine = stored::filled(&dir.path().join("data"), "wang", 10_000);
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
        let dir = stored::folder();
        stored::filled(dir.path(), "wang", leads).stop();
        group.bench_with_input(BenchmarkId::new("store to board", leads), &leads, |b, _| {
            b.iter(|| engine(dir.path()).stop());
        });
    }
}

criterion_group!(benches, write, open);
criterion_main!(benches);
