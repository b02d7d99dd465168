//! What the processes take in memory.

use std::time::Duration;

use crate::crowd::Crowd;
use crate::server::{Server, memory};
use crate::start::Client;
use crate::table;

/// So many windows make a mean.
const WINDOWS: usize = 100;

/// The server after a cold start, what a window adds, and a client.
pub(crate) fn all(server: &Server) {
    let pid = server.start();
    std::thread::sleep(Duration::from_millis(500));
    let alone = memory(pid);
    table::number("server, 100000 leads, cold start, MB", alone, "200");
    let (client, _) = Client::open(server);
    table::number("client, MB", memory(client.pid()), "12");
    client.quit();
    let before = memory(pid);
    let crowd = Crowd::attach(&server.place(), WINDOWS);
    table::number("a window, on the board, MB", (memory(pid) - before) / table::count(WINDOWS), "1");
    drop(crowd);
}
