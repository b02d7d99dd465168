//! How the built program does as a whole: a server process with its board on the disk, clients in
//! real terminals, and windows by the hundred over its socket. Run with `cargo bench --bench house`;
//! beside each figure stands its bound. `GUATU_BENCH_MILLION=1` adds the first frame of a million leads.

#[expect(dead_code, reason = "the boards in memory are for the other benchmarks")]
mod office;
#[expect(dead_code, reason = "the tests watch more of a process")]
#[path = "../support/pty.rs"]
mod pty;
mod stored;

#[path = "house/crowd.rs"]
mod crowd;
#[path = "house/keys.rs"]
mod keys;
#[path = "house/link.rs"]
mod link;
#[path = "house/memory.rs"]
mod memory;
#[path = "house/server.rs"]
mod server;
#[path = "house/start.rs"]
mod start;
#[path = "house/table.rs"]
mod table;

use server::Server;

/// Columns and rows of every window.
const SIZE: (u16, u16) = (120, 34);

fn main() {
    if server::fill() {
        return;
    }
    table::head();
    let small = Server::filled(10_000);
    start::cold(&small, 10_000);
    start::up(&small, 10_000);
    crowd::seen_by_all(&small, 10_000);
    crowd::idle(&small);
    drop(small);
    let large = Server::filled(100_000);
    memory::all(&large);
    start::up(&large, 100_000);
    keys::all(&large);
    crowd::seen_by_all(&large, 100_000);
    drop(large);
    if std::env::var_os("GUATU_BENCH_MILLION").is_some() {
        let million = Server::filled(1_000_000);
        start::up(&million, 1_000_000);
    }
}
