//! `guatu demo`: a throw-away board, server and client in this one process. May use `server`,
//! `client`, `store`.

use std::io;
use std::sync::Arc;

use super::attach::tell_kept;
use super::{Setting, folder};
use crate::client::attach::attach;
use crate::client::{ClientError, Connection, capability};
use crate::demo;
use crate::engine::{Clock, Engine, SystemClock};
use crate::error::Failure;
use crate::server::{Bell, House, Local, Peer};
use crate::store::memory::MemoryStore;
use crate::wire::{Purpose, Wish};

/// Opens the demonstration and stays until it is closed; then it is gone.
pub(super) fn demo(setting: &Setting) -> Result<i32, Failure> {
    let failed = |error| Failure::client(setting.lang, &error);
    if !capability::is_interactive() {
        return Err(failed(ClientError::NoTerminal));
    }
    capability::drawable().map_err(failed)?;
    let local = local().map_err(|error| Failure::system(setting.lang, &error))?;
    let open = || {
        Connection::greet(local.link()?, &setting.place, Purpose::Attach, &folder::caller(Wish::default()))
    };
    let mut kept = Vec::new();
    let ended = attach(open().map_err(failed)?, open, &mut kept);
    tell_kept(setting.lang, &kept);
    ended.map_err(failed)?;
    Ok(0)
}

fn local() -> io::Result<Local> {
    let clock = Arc::new(SystemClock);
    let (mut board, journal) = demo::build(clock.now(), &Peer::this().login);
    // The story is there to begin with: a stray undo must not take it apart.
    board.forget_undo();
    let bell = Bell::default();
    let store = MemoryStore::holding(&board, journal);
    let engine = Engine::start(Box::new(store), board, clock.clone(), bell.announcer())?;
    Local::new(House::new(engine, clock, bell, true, true))
}
