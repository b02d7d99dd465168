//! From lock to end: one server a folder, the board founded where there is none, an end when
//! nobody needs it any more. May use `engine`, `store`, `wire`.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use nix::sys::stat::{Mode, umask};
use tokio::signal::unix::{SignalKind, signal};

use super::access::Peer;
use super::error::ServeError;
use super::house::{Bell, House};
use super::lock::Lock;
use super::{listen, midnight};
use crate::board::founding::Plan;
use crate::board::intent::Author;
use crate::board::{Board, overview};
use crate::engine::{Act, Clock, Engine, SystemClock};
use crate::store::sled::SledStore;
use crate::store::{Opened, Step, Store, StoreError};
use crate::wire::folder::{self, Unfit};
use crate::wire::{ExitReason, Place};

/// How a server is run.
#[derive(Debug, Clone)]
pub struct Options {
    /// Where the board lives.
    pub place: Place,
    /// What a board that is not there yet is founded on.
    pub plan: Plan,
    /// The Unix group that may come in; else only this user.
    pub group: Option<String>,
    /// Ends by itself when nobody was served for so long; never with `None`.
    pub idle: Option<Duration>,
}

/// Told of what happens until the server is ready.
pub trait Herald {
    /// A long work at the store goes on.
    fn progress(&mut self, step: Step);
    /// The store was not as it should be, and what was done about it.
    fn notice(&mut self, opened: &Opened);
    /// There was no board in the folder: one has been founded.
    fn founded(&mut self, data: &Path);
    /// Whoever wants to come may come.
    fn ready(&mut self);
}

/// How a server ended.
#[derive(Debug)]
pub enum Ending {
    /// For good.
    Stopped,
    /// To be started anew by whoever gets the folder's lock.
    Restart(Lock),
}

/// Runs the server of a folder until it is told to stop, or nobody needs it any more.
///
/// # Errors
/// What keeps it from starting; later nothing does.
pub fn serve(options: &Options, herald: &mut dyn Herald) -> Result<Ending, ServeError> {
    // Whatever it makes is its own user's alone; what the group may reach is opened on purpose.
    umask(Mode::from_bits_truncate(0o077));
    let place = &options.place;
    let failed = |source| ServeError::Io { path: place.data().to_owned(), source };
    let is_ours = folder::claim(place).map_err(|unfit| match unfit {
        Unfit::Io(source) => failed(source),
        Unfit::Shared => ServeError::Shared(place.data().to_owned()),
    })?;
    let lock = Lock::take(place)?;
    let runtime = runtime().map_err(failed)?;
    let house = open_house(options, herald)?;
    let listener = {
        let _inside = runtime.enter();
        listen::bind(place, options.group.as_deref(), is_ours)
    };
    let reason = listener.map(|listener| {
        herald.ready();
        runtime.block_on(live(listener, &house, options.idle))
    });
    // Nobody comes in any more; the store is closed before the lock is let go.
    runtime.shutdown_timeout(listen::PATIENCE);
    house.engine().stop();
    // The sign that all is closed, for whoever told the server to stop and waits for it.
    let _ = place.address().and_then(|address| fs::remove_file(address.path()));
    Ok(if reason? == ExitReason::Restart { Ending::Restart(lock) } else { Ending::Stopped })
}

/// The runtime of a server: a few threads, since windows are drawn on them.
pub(super) fn runtime() -> io::Result<tokio::runtime::Runtime> {
    let threads = std::thread::available_parallelism().map_or(2, |count| count.get().clamp(2, 4));
    tokio::runtime::Builder::new_multi_thread().worker_threads(threads).enable_all().build()
}

fn open_house(options: &Options, herald: &mut dyn Herald) -> Result<Arc<House>, ServeError> {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let mut store: Box<dyn Store> = Box::new(open_store(options.place.data())?);
    // The day is the charter's to say, which is in the store: the engine turns the Board to it. Until
    // then the usual zone's day stands, which mostly is the same, so that nothing is counted twice.
    let today = overview::day(&Board::default(), clock.now());
    let (board, opened) = store.fill(today, &mut |step| herald.progress(step))?;
    if !opened.is_quiet() {
        herald.notice(&opened);
    }
    let bell = Bell::default();
    let engine = Engine::start(store, board, clock.clone(), bell.announcer())
        .map_err(|source| ServeError::Io { path: options.place.data().to_owned(), source })?;
    let house = House::new(engine, clock, bell, false, options.idle.is_none());
    if found(&house, &options.plan)? {
        herald.founded(options.place.data());
    }
    // Nobody is to see the usual zone's day where the charter's is another. An engine that does not
    // answer has ended, which whoever comes first is told.
    let _ = house.engine().act("", Act::Turn);
    Ok(Arc::new(house))
}

/// Opens the store. A `check` or `backup` without a server that has it at this moment lets it go soon.
fn open_store(data: &Path) -> Result<SledStore, StoreError> {
    let begun = Instant::now();
    loop {
        match SledStore::open(data) {
            Err(StoreError::Owned(_)) if begun.elapsed() < listen::PATIENCE * 2 => {}
            opened => return opened,
        }
    }
}

/// Founds the board where it is not founded yet, and says whether it did; whoever runs the server is
/// its admin.
fn found(house: &House, plan: &Plan) -> Result<bool, ServeError> {
    let login = Peer::this().login;
    let founding = {
        let board = house.engine().board();
        if board.is_founded() {
            return Ok(false);
        }
        let author = Author { board: &board, login: &login, now: house.now(), request: house.next_request() };
        plan.propose(&author, "")
    };
    house.engine().act(&login, Act::Propose(founding)).map(|_| true).map_err(ServeError::Founding)
}

/// Serves until the end: why it has come.
async fn live(listener: tokio::net::UnixListener, house: &Arc<House>, idle: Option<Duration>) -> ExitReason {
    let doors = tokio::spawn(listen::accept(listener, house.clone()));
    let timer = tokio::spawn(midnight::keep(house.clone()));
    let mut ending = house.ending();
    tokio::select! {
        _ = ending.wait_for(Option::is_some) => {}
        () = told_to_stop() => house.end(ExitReason::Stopped),
        () = idle_for(idle, house) => house.end(ExitReason::Stopped),
    }
    doors.abort();
    timer.abort();
    // Everybody is told and gone, or does not listen.
    let mut guests = house.guests();
    let _ = tokio::time::timeout(listen::PATIENCE * 2, guests.wait_for(|count| *count == 0)).await;
    house.ending().borrow().clone().unwrap_or(ExitReason::Stopped)
}

async fn told_to_stop() {
    let (Ok(mut term), Ok(mut int), Ok(mut hup)) =
        (signal(SignalKind::terminate()), signal(SignalKind::interrupt()), signal(SignalKind::hangup()))
    else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = term.recv() => {}
        _ = int.recv() => {}
        _ = hup.recv() => {}
    }
}

/// Returns when nobody was served for so long.
async fn idle_for(idle: Option<Duration>, house: &Arc<House>) {
    let Some(idle) = idle else { return std::future::pending().await };
    let mut guests = house.guests();
    loop {
        let _ = guests.wait_for(|count| *count == 0).await;
        tokio::select! {
            () = tokio::time::sleep(idle) => return,
            _ = guests.changed() => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Herald, Opened, Options, Plan, Step, open_house, overview};
    use crate::wire::Place;

    struct Nobody;

    impl Herald for Nobody {
        fn progress(&mut self, _: Step) {}
        fn notice(&mut self, _: &Opened) {}
        fn founded(&mut self, _: &std::path::Path) {}
        fn ready(&mut self) {}
    }

    #[test]
    fn a_board_opens_on_its_own_zones_day() {
        // Of these two, a day apart at every hour, one at least has another day than the usual zone.
        for zone in ["Pacific/Kiritimati", "Pacific/Pago_Pago"] {
            let folder = tempfile::TempDir::new().expect("a folder");
            let charter = crate::board::founding::example().replace("Asia/Shanghai", zone);
            let plan = Plan::parse(&charter).expect("a charter");
            let place = Place::new(folder.path().to_owned());
            let options = Options { place, plan, group: None, idle: None };
            for start in ["first", "second"] {
                let house = open_house(&options, &mut Nobody).expect("a board");
                {
                    let board = house.engine().board();
                    assert_eq!(board.today(), overview::day(&board, house.now()), "{zone}, {start} start");
                }
                house.engine().stop();
            }
        }
    }
}
