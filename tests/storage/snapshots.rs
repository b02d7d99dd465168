//! Rolling snapshots are made beside the one who writes, and are exact.

use std::collections::BTreeMap;
use std::fs;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use guatu::store::past::as_of;
use guatu::store::restore::restore;
use guatu::store::sled::SledStore;
use guatu::store::verify::check_folder;
use guatu::store::{Store, StoreError, Work};
use nix::sys::stat::Mode;
use nix::unistd::mkfifo;

use super::desk::{Desk, Dice, picture, today};

fn desk(data: &Path, every: u64) -> Desk<SledStore> {
    Desk::fill(SledStore::open(data).unwrap().every(every)).unwrap()
}

fn settled(store: &mut SledStore) -> Result<(), StoreError> {
    while store.settle(false)? == Work::GoesOn {
        std::thread::yield_now();
    }
    Ok(())
}

fn snapshots(data: &Path) -> Vec<u64> {
    let names = fs::read_dir(data.join("snapshots")).unwrap().map(|entry| entry.unwrap().file_name());
    let names = names.map(|name| name.into_string().unwrap());
    let mut found: Vec<u64> =
        names.map(|name| name.strip_suffix(".jsonl").expect(&name).parse().unwrap()).collect();
    found.sort_unstable();
    found
}

/// A picture without its last line: what can be undone is no part of a snapshot.
fn records(picture: &[String]) -> Vec<String> {
    picture[..picture.len() - 1].to_vec()
}

#[test]
fn each_is_exactly_the_records_at_its_number() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().join("data");
    let mut desk = desk(&data, 15);
    desk.found();
    let (mut dice, mut was) = (Dice(83), BTreeMap::new());
    for step in 0..100 {
        desk.step(&mut dice).unwrap();
        was.insert(desk.board.head().seq, picture(&desk.board));
        if step % 4 == 0 {
            desk.store.settle(false).unwrap();
        }
    }
    settled(&mut desk.store).unwrap();
    let journal = desk.store.journal();
    let based: Vec<bool> = was.keys().map(|seq| journal.base(*seq).unwrap().is_some()).collect();
    assert!(based.contains(&true) && based.contains(&false), "some are made from a snapshot, some are not");
    for (seq, then) in &was {
        let board = as_of(journal.as_ref(), *seq, today(), &mut || true).unwrap();
        assert_eq!(&picture(&board), then, "as of {seq}");
    }
    drop((desk, journal));
    let made = snapshots(&data);
    assert_eq!(made.len(), 3, "the newest are kept: {made:?}");
    for seq in made {
        let file = fs::File::open(data.join(format!("snapshots/{seq:010}.jsonl"))).unwrap();
        let other = home.path().join(seq.to_string());
        restore(BufReader::new(file), &other, &mut |_| {}).unwrap();
        assert_eq!(records(&picture(&Desk::open(&other).unwrap().board)), records(&was[&seq]), "at {seq}");
    }
    assert_eq!(check_folder(&data).unwrap().findings, []);
}

/// A snapshot that cannot be read on until it is let go.
struct Stuck(PathBuf);

impl Stuck {
    fn new(path: PathBuf) -> Self {
        mkfifo(&path, Mode::S_IRUSR | Mode::S_IWUSR).unwrap();
        Self(path)
    }
}

impl Drop for Stuck {
    fn drop(&mut self) {
        // Whoever reads it already comes to its end; whoever comes later finds nothing.
        let both_ends = fs::File::options().read(true).write(true).open(&self.0);
        fs::remove_file(&self.0).unwrap();
        drop(both_ends);
    }
}

#[test]
fn writes_go_on_while_one_is_made() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk(home.path(), 10);
    desk.found();
    let mut dice = Dice(89);
    let work = |desk: &mut Desk<SledStore>, dice: &mut Dice| {
        for _ in 0..10 {
            desk.step(dice).unwrap();
        }
    };
    work(&mut desk, &mut dice);
    settled(&mut desk.store).unwrap();
    let stuck = Stuck::new(home.path().join("snapshots/0000000012.jsonl"));
    work(&mut desk, &mut dice);
    assert_eq!(desk.store.settle(false).unwrap(), Work::GoesOn);
    let at = desk.board.head().seq;
    work(&mut desk, &mut dice);
    assert_eq!(desk.store.settle(false).unwrap(), Work::GoesOn, "it waits, and the writes did not");
    drop(stuck);
    while !snapshots_without_new(home.path()).contains(&at) {
        desk.store.settle(false).unwrap();
    }
    settled(&mut desk.store).unwrap();
    let before = picture(&desk.board);
    drop(desk);
    assert_eq!(snapshots(home.path()), [11, at, at + 10]);
    fs::remove_dir_all(home.path().join("sled")).unwrap();
    let desk = Desk::open(home.path()).unwrap();
    assert_eq!(picture(&desk.board), before);
    assert_eq!(desk.opened.rebuilt.unwrap().from, at + 10);
}

/// The whole ones, while one may be in the making.
fn snapshots_without_new(data: &Path) -> Vec<u64> {
    let names = fs::read_dir(data.join("snapshots")).unwrap().map(|entry| entry.unwrap().file_name());
    names.filter_map(|name| name.to_str()?.strip_suffix(".jsonl")?.parse().ok()).collect()
}

#[test]
fn one_that_is_not_finished_leaves_nothing() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk(home.path(), 10);
    desk.found();
    let mut dice = Dice(97);
    for _ in 0..12 {
        desk.step(&mut dice).unwrap();
    }
    // What a process that was killed had begun.
    fs::write(home.path().join("snapshots/0000000007.new"), b"{").unwrap();
    desk.store.settle(false).unwrap();
    drop(desk);
    assert_eq!(snapshots(home.path()), [13]);
}

#[test]
fn a_log_that_was_changed_meanwhile_makes_none_and_is_told() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk(home.path(), 10);
    desk.found();
    let mut dice = Dice(103);
    for _ in 0..12 {
        desk.step(&mut dice).unwrap();
    }
    let log = home.path().join("audit/0000000001.jsonl");
    let text = fs::read_to_string(&log).unwrap();
    fs::write(&log, text.replacen("\"wang\"", "\"zhao\"", 1)).unwrap();
    let told = settled(&mut desk.store).unwrap_err();
    assert!(matches!(&told, StoreError::Snapshot(why) if matches!(**why, StoreError::BadLine(_))), "{told}");
    assert_eq!(snapshots(home.path()), Vec::<u64>::new());
    desk.step(&mut dice).unwrap();
}
