//! Many windows at once: how soon a write is seen by all, and what they cost while nothing changes.

use std::time::{Duration, Instant};

use guatu::wire::{Command, Place};

use crate::link::{Errand, Got, Link, wait};
use crate::pty::ticks;
use crate::server::Server;
use crate::table;

/// Who looks on.
const WATCHERS: usize = 200;
/// So many writes are watched.
const WRITES: usize = 100;
/// The windows of an office at rest, and how long they are watched.
const AT_REST: (usize, Duration) = (30, Duration::from_secs(5));
/// Nothing is under way any more where nothing has come for so long.
const QUIET: Duration = Duration::from_millis(60);

/// Open windows.
pub(crate) struct Crowd(Vec<Link>);

impl Crowd {
    /// Opens so many, and waits until all have their last frame.
    pub(crate) fn attach(place: &Place, count: usize) -> Self {
        let mut crowd = Self(Vec::new());
        for _ in 0..count {
            crowd.0.push(Link::attach(place));
            crowd.look(Duration::ZERO);
        }
        crowd.settle();
        crowd
    }

    /// Takes what comes, waiting once: what each window got.
    fn look(&mut self, longest: Duration) -> Vec<Got> {
        let links: Vec<&Link> = self.0.iter().collect();
        let ready = wait(&links, longest);
        let take = |(link, ready): (&mut Link, bool)| if ready { link.take() } else { Got::default() };
        self.0.iter_mut().zip(ready).map(take).collect()
    }

    /// Takes what comes until nothing does: how many frames that were, and the bytes.
    fn settle(&mut self) -> Got {
        let mut all = Got::default();
        loop {
            let got = self.look(QUIET);
            let bytes: usize = got.iter().map(|got| got.bytes).sum();
            if bytes == 0 {
                return all;
            }
            all.bytes += bytes;
            all.frames += got.iter().map(|got| got.frames).sum::<usize>();
        }
    }

    /// Waits until each window has had a frame.
    fn all_see(&mut self) -> usize {
        let mut frames = vec![0; self.0.len()];
        while frames.contains(&0) {
            let got = self.look(Duration::from_secs(5));
            assert!(got.iter().any(|got| got.bytes > 0), "{frames:?}");
            frames.iter_mut().zip(got).for_each(|(frames, got)| *frames += got.frames);
        }
        frames.iter().sum()
    }
}

/// From a command's last byte to the last window's frame.
pub(crate) fn seen_by_all(server: &Server, leads: u32) {
    let pid = server.start();
    let place = server.place();
    let begun = Instant::now();
    let mut crowd = Crowd::attach(&place, WATCHERS);
    table::number(&format!("{WATCHERS} windows attach, {leads} leads, s"), begun.elapsed().as_secs_f64(), "");
    let (mut taken, mut frames, before) = (Vec::new(), 0, ticks(pid));
    for write in 0..WRITES {
        let mut errand = Errand::reach(&place);
        let begun = Instant::now();
        // A lead that is signed: its amount stands in the head of every window.
        errand.tell(Command::Set { id: "L22".to_owned(), sets: vec![format!("amount={}亿", write + 1)] });
        frames += crowd.all_see();
        taken.push(begun.elapsed());
        errand.done();
        frames += crowd.settle().frames;
    }
    let worked = table::count(ticks(pid) - before) * 10.0;
    table::times(&format!("a write seen by {WATCHERS}, {leads} leads"), taken, Some(50));
    table::number("  frames a window and write", table::count(frames) / table::count(WRITES * WATCHERS), "1");
    table::number("  the server's processor time a frame, ms", worked / table::count(frames), "");
}

/// What windows cost while nothing changes.
pub(crate) fn idle(server: &Server) {
    let (count, time) = AT_REST;
    let pid = server.start();
    let mut crowd = Crowd::attach(&server.place(), count);
    // What was begun at the start is done by then.
    std::thread::sleep(Duration::from_secs(1));
    crowd.settle();
    let (before, begun) = (ticks(pid), Instant::now());
    let mut bytes = 0;
    while let Some(rest) = time.checked_sub(begun.elapsed()).filter(|rest| rest.as_millis() > 0) {
        bytes += crowd.look(rest).iter().map(|got| got.bytes).sum::<usize>();
    }
    let what = format!("{count} windows at rest, {} s: bytes sent", time.as_secs());
    table::number(&what, table::count(bytes), "0");
    table::number("  the server's processor time, 1/100 s", table::count(ticks(pid) - before), "");
}
