//! Bytes flipped, files cut, disks that fail: every record is found again, or it is told.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use guatu::board::Trouble;
use guatu::domain::{Kind, Value};
use guatu::store::disk::{Append, Opener};
use guatu::store::sled::SledStore;
use guatu::store::verify::{Finding, check_folder};
use guatu::store::{Store, StoreError, Suspicion};

use super::desk::{Desk, Dice, copy, field, files, picture, worked};

/// What came of damage.
#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    /// Every record is there; whether a word was said.
    Found(bool),
    /// The store refuses, and says why.
    Told(String),
}

/// Opens a damaged folder; what it holds must be all, and it must take a write and open again.
fn outcome(data: &Path, before: &[String], context: &str) -> Outcome {
    let mut desk = match Desk::open(data) {
        Ok(desk) => desk,
        Err(error) => return Outcome::Told(error.to_string()),
    };
    assert_eq!(picture(&desk.board), before, "{context}: {:?}", desk.opened);
    let said = !desk.opened.is_quiet();
    let id = desk.lead("其后");
    drop(desk);
    let desk = Desk::open(data).unwrap_or_else(|error| panic!("{context}: reopening: {error}"));
    assert_eq!(desk.board.title(id), "其后", "{context}");
    Outcome::Found(said)
}

fn flip(path: &Path, at: u64, bit: u32) {
    let mut bytes = fs::read(path).unwrap();
    let at = usize::try_from(at).unwrap();
    bytes[at] ^= 1 << bit;
    fs::write(path, bytes).unwrap();
}

fn cut(path: &Path, len: u64) {
    fs::File::options().write(true).open(path).unwrap().set_len(len).unwrap();
}

#[test]
fn flipped_bytes_all_over_sled() {
    let home = tempfile::tempdir().unwrap();
    let good = home.path().join("good");
    let before = worked(&good, 11, 120);
    let mut dice = Dice(5);
    for file in files(&good.join("sled")) {
        let len = fs::metadata(&file).unwrap().len();
        let name = file.strip_prefix(&good).unwrap();
        for round in 0..if len > 1000 { 40 } else { 6 } {
            if len == 0 {
                continue;
            }
            let data = home.path().join(format!("bad-{round}"));
            copy(&good, &data);
            // Most of a file of segments is empty: half of the flips go to its beginning.
            let (at, bit) = (dice.below(if round % 2 == 0 { len } else { len.min(40_000) }), dice.below(8));
            flip(&data.join(name), at, u32::try_from(bit).unwrap());
            let context = format!("{} at {at}, bit {bit}", name.display());
            assert!(matches!(outcome(&data, &before, &context), Outcome::Found(_)), "{context}");
            fs::remove_dir_all(&data).unwrap();
        }
    }
}

#[test]
fn sled_files_cut_short_or_gone() {
    let home = tempfile::tempdir().unwrap();
    let good = home.path().join("good");
    let before = worked(&good, 13, 120);
    for file in files(&good.join("sled")) {
        let len = fs::metadata(&file).unwrap().len();
        let name = file.strip_prefix(&good).unwrap();
        for part in 0..8 {
            let data = home.path().join("bad");
            copy(&good, &data);
            if part == 7 {
                fs::remove_file(data.join(name)).unwrap();
            } else {
                cut(&data.join(name), len * part / 7);
            }
            let context = format!("{} cut to {part}/7", name.display());
            assert!(matches!(outcome(&data, &before, &context), Outcome::Found(_)), "{context}");
            fs::remove_dir_all(&data).unwrap();
        }
    }
}

#[test]
fn flipped_bytes_all_over_the_log() {
    let home = tempfile::tempdir().unwrap();
    let good = home.path().join("good");
    let before = worked(&good, 17, 60);
    let name = Path::new("audit/0000000001.jsonl");
    let len = fs::metadata(good.join(name)).unwrap().len();
    let mut dice = Dice(3);
    for round in 0..120 {
        let data = home.path().join("bad");
        copy(&good, &data);
        let back = if round % 3 == 0 { 600 } else { len };
        let at = len - 1 - dice.below(back.min(len));
        flip(&data.join(name), at, u32::try_from(dice.below(8)).unwrap());
        let context = format!("log at {at} of {len}");
        let found = check_folder(&data).unwrap_or_else(|error| panic!("{context}: {error}"));
        assert!(!found.is_sound(), "{context}: the check is silent");
        let was = outcome(&data, &before, &context);
        assert_eq!(was, Outcome::Found(true), "{context}: the open is silent");
        fs::remove_dir_all(&data).unwrap();
    }
}

#[test]
fn flips_in_log_and_database_at_once_are_told_or_mended() {
    let home = tempfile::tempdir().unwrap();
    let good = home.path().join("good");
    let before = worked(&good, 19, 40);
    let mut dice = Dice(29);
    for _ in 0..30 {
        let data = home.path().join("bad");
        copy(&good, &data);
        for name in ["audit/0000000001.jsonl", "sled/db"] {
            let len = fs::metadata(data.join(name)).unwrap().len().min(60_000);
            flip(&data.join(name), dice.below(len), u32::try_from(dice.below(8)).unwrap());
        }
        match outcome(&data, &before, "both") {
            Outcome::Found(said) => assert!(said),
            Outcome::Told(sentence) => assert!(sentence.contains("damaged at"), "{sentence}"),
        }
        fs::remove_dir_all(&data).unwrap();
    }
}

#[test]
fn a_torn_last_line_is_cut_off() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().join("data");
    let before = worked(&data, 23, 20);
    let log = data.join("audit/0000000001.jsonl");
    let whole = fs::read(&log).unwrap();
    let last = whole[..whole.len() - 1].iter().rposition(|b| *b == b'\n').unwrap() + 1;
    let torn: Vec<u8> = whole[last..].iter().copied().take(90).collect();
    fs::write(&log, [whole.as_slice(), &torn].concat()).unwrap();
    let desk = Desk::open(&data).unwrap();
    assert_eq!(picture(&desk.board), before);
    assert_eq!(desk.opened.torn.as_ref().unwrap().line, 22);
    assert!(desk.opened.is_quiet());
    assert_eq!(fs::read(&log).unwrap(), whole);
}

#[test]
fn a_line_that_somebody_changed_breaks_the_chain() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().join("data");
    worked(&data, 31, 20);
    let log = data.join("audit/0000000001.jsonl");
    let text = fs::read_to_string(&log).unwrap();
    let line = text.lines().nth(4).unwrap();
    fs::write(&log, text.replace(line, &line.replacen("wang", "zhao", 1))).unwrap();
    let place = |findings: &[Finding]| match findings {
        [Finding::BadLine(place), ..] => place.line,
        other => panic!("{other:?}"),
    };
    assert_eq!(place(&check_folder(&data).unwrap().findings), 5);
    let desk = Desk::open(&data).unwrap();
    assert_eq!(desk.opened.bad_lines[0].line, 5);
    let before = picture(&desk.board);
    drop(desk);
    // With the database gone as well, the snapshot made in time has what the log cannot say.
    fs::remove_dir_all(data.join("sled")).unwrap();
    let desk = Desk::open(&data).unwrap();
    assert_eq!(picture(&desk.board), before);
    assert_eq!((desk.opened.bad_lines[0].line, desk.opened.rebuilt.unwrap().from), (5, 21));
}

#[test]
fn a_database_that_is_behind_catches_up() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().join("data");
    worked(&data, 37, 20);
    copy(&data.join("sled"), &home.path().join("old"));
    let mut desk = Desk::open(&data).unwrap();
    let mut dice = Dice(41);
    for _ in 0..15 {
        desk.step(&mut dice).unwrap();
    }
    let before = picture(&desk.board);
    drop(desk);
    fs::remove_dir_all(data.join("sled")).unwrap();
    copy(&home.path().join("old"), &data.join("sled"));
    assert_eq!(check_folder(&data).unwrap().findings, []);
    let desk = Desk::open(&data).unwrap();
    assert_eq!(desk.opened.caught_up, 15);
    assert_eq!(picture(&desk.board), before);
    assert!(desk.opened.is_quiet());
}

#[test]
fn a_log_that_lost_its_end_gets_it_back() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().join("data");
    let before = worked(&data, 43, 20);
    let log = data.join("audit/0000000001.jsonl");
    let whole = fs::read(&log).unwrap();
    for keep in [0, 1, whole.len() / 2, whole.len() - 1] {
        fs::write(&log, &whole[..keep]).unwrap();
        let desk = Desk::open(&data).unwrap();
        assert_eq!(picture(&desk.board), before, "kept {keep}");
        assert!(desk.opened.mended > 0);
        drop(desk);
        assert!(fs::read(&log).unwrap() == whole, "kept {keep}");
    }
}

#[test]
fn a_database_that_tells_another_story_is_set_aside() {
    let home = tempfile::tempdir().unwrap();
    let (ours, theirs) = (home.path().join("ours"), home.path().join("theirs"));
    let before = worked(&ours, 47, 20);
    worked(&theirs, 53, 20);
    fs::remove_dir_all(ours.join("sled")).unwrap();
    copy(&theirs.join("sled"), &ours.join("sled"));
    let desk = Desk::open(&ours).unwrap();
    assert_eq!(picture(&desk.board), before);
    let rebuilt = desk.opened.rebuilt.unwrap();
    assert_eq!((rebuilt.why, rebuilt.replayed), (Suspicion::Disagrees, 21));
    assert!(rebuilt.aside.unwrap().exists());
}

#[test]
fn a_rebuild_begins_at_the_newest_snapshot() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().join("data");
    worked(&data, 59, 130);
    let mut desk = Desk::open(&data).unwrap();
    let id = desk.lead("快照之后");
    let before = picture(&desk.board);
    drop(desk);
    fs::remove_dir_all(data.join("sled")).unwrap();
    let desk = Desk::open(&data).unwrap();
    assert_eq!(picture(&desk.board), before);
    let rebuilt = desk.opened.rebuilt.unwrap();
    assert_eq!((rebuilt.from, rebuilt.replayed, rebuilt.aside), (131, 1, None));
    assert_eq!(desk.store.journal().of(id, 5).unwrap().len(), 1);
    assert_eq!(desk.store.journal().newest(None, 500).unwrap().len(), 132);
}

#[test]
fn a_second_owner_is_told() {
    let home = tempfile::tempdir().unwrap();
    let desk = Desk::open(home.path()).unwrap();
    assert!(matches!(SledStore::open(home.path()), Err(StoreError::Owned(_))));
    assert!(matches!(check_folder(home.path()), Err(StoreError::Owned(_))));
    drop(desk);
    assert!(Desk::open(home.path()).is_ok());
}

/// A disk with room for so much of each line, while it is full.
static FULL: AtomicBool = AtomicBool::new(false);

struct SmallDisk(fs::File);

impl Append for SmallDisk {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        if FULL.load(Ordering::SeqCst) {
            self.0.append(&bytes[..bytes.len() / 2])?;
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.0.append(bytes)
    }

    fn cut(&mut self, len: u64) -> io::Result<()> {
        if FULL.load(Ordering::SeqCst) {
            return Err(io::Error::other("not even that"));
        }
        self.0.cut(len)
    }
}

fn small_disk() -> Opener {
    Box::new(|path| {
        let file = fs::File::options().create(true).append(true).open(path)?;
        Ok(Box::new(SmallDisk(file)))
    })
}

#[test]
fn a_full_disk_refuses_and_heals() {
    let home = tempfile::tempdir().unwrap();
    let store = SledStore::with_opener(home.path(), small_disk).unwrap();
    let mut desk = Desk::fill(store).unwrap();
    desk.found();
    let id = desk.lead("甲");
    FULL.store(true, Ordering::SeqCst);
    let sets = || vec![(field(Kind::Lead, "source"), Value::text("满"))];
    for _ in 0..3 {
        let proposal = desk.author(|author| author.edit(id, sets()));
        let error = desk.write(proposal).unwrap_err();
        assert!(matches!(error.trouble(), Trouble::Full | Trouble::System(_)), "{error}");
    }
    let before = picture(&desk.board);
    FULL.store(false, Ordering::SeqCst);
    let proposal = desk.author(|author| author.edit(id, sets()));
    assert_eq!(desk.write(proposal).unwrap().seq, 3);
    assert_ne!(picture(&desk.board), before);
    let after = picture(&desk.board);
    drop(desk);
    let desk = Desk::open(home.path()).unwrap();
    assert_eq!(picture(&desk.board), after);
    assert_eq!((desk.opened.torn, desk.opened.caught_up), (None, 0));
    assert!(matches!(desk.store.journal().transaction(3), Ok(Some(_))));
}
