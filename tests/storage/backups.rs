//! A backup is the whole board with its history, and a restored board goes on where it was.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use chrono::Days;
use guatu::board::history::NoPast;
use guatu::store::backup::{backup, backup_folder};
use guatu::store::memory::MemoryStore;
use guatu::store::past::{Missed, Office, on_day};
use guatu::store::restore::restore;
use guatu::store::verify::{agree, check_folder};
use guatu::store::{Store, StoreError};
use nix::sys::stat::{Mode, umask};

use super::desk::{Desk, Dice, files, picture, today, worked};

fn restored(bytes: &[u8], data: &std::path::Path) -> Result<(), StoreError> {
    restore(bytes, data, &mut |_| {}).map(drop)
}

#[test]
fn a_restored_board_is_the_same_and_goes_on() {
    let home = tempfile::tempdir().unwrap();
    let (ours, theirs) = (home.path().join("ours"), home.path().join("theirs"));
    let before = worked(&ours, 61, 60);
    let mut file = Vec::new();
    backup_folder(&ours, &mut file, &mut |_| {}).unwrap();
    restored(&file, &theirs).unwrap();
    assert_eq!(
        fs::read(ours.join("audit/0000000001.jsonl")).unwrap(),
        fs::read(theirs.join("audit/0000000001.jsonl")).unwrap()
    );
    let mut desk = Desk::open(&theirs).unwrap();
    assert_eq!(picture(&desk.board), before);
    assert!(desk.opened.is_quiet());
    let mut dice = Dice(67);
    for _ in 0..20 {
        desk.step(&mut dice).unwrap();
    }
    assert_eq!(desk.store.journal().newest(None, 500).unwrap().len(), 81);
    desk.store.settle(true).unwrap();
    drop(desk);
    assert_eq!(check_folder(&theirs).unwrap().findings, []);
}

#[test]
fn a_board_in_memory_can_be_backed_up_too() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = Desk::fill(MemoryStore::new()).unwrap();
    desk.found();
    desk.lead("甲");
    let mut file = Vec::new();
    backup(&desk.board, desk.store.journal().as_ref(), &mut file).unwrap();
    // A folder whose board was opened and never founded is as good as empty.
    drop(Desk::open(home.path()).unwrap());
    restored(&file, home.path()).unwrap();
    assert_eq!(picture(&Desk::open(home.path()).unwrap().board), picture(&desk.board));
}

#[test]
fn a_backup_that_is_not_sound_is_refused_and_leaves_nothing() {
    let home = tempfile::tempdir().unwrap();
    let (ours, theirs) = (home.path().join("ours"), home.path().join("theirs"));
    worked(&ours, 71, 30);
    let mut file = Vec::new();
    backup_folder(&ours, &mut file, &mut |_| {}).unwrap();
    let mut dice = Dice(73);
    for round in 0..60 {
        let mut bad = file.clone();
        let at = usize::try_from(dice.below(file.len() as u64)).unwrap();
        if round % 3 == 0 {
            bad.truncate(at);
        } else {
            bad[at] ^= 1 << dice.below(8);
        }
        let refused = restored(&bad, &theirs);
        assert!(matches!(refused, Err(StoreError::BadBackup { .. })), "{refused:?} at {at}");
        assert_eq!(fs::read_dir(&theirs).unwrap().count(), 0, "at {at}");
    }
    restored(&file, &theirs).unwrap();
}

#[test]
fn a_board_is_never_written_over() {
    let home = tempfile::tempdir().unwrap();
    let before = worked(home.path(), 79, 10);
    let mut file = Vec::new();
    backup_folder(home.path(), &mut file, &mut |_| {}).unwrap();
    assert!(matches!(restored(&file, home.path()), Err(StoreError::Occupied(_))));
    assert_eq!(picture(&Desk::open(home.path()).unwrap().board), before);
}

/// Takes the lines of the log before a number away, as an office archives them.
fn archive_before(data: &Path, first: usize) {
    let (old, new) = (data.join("audit/0000000001.jsonl"), data.join(format!("audit/{first:010}.jsonl")));
    let text = fs::read_to_string(&old).unwrap();
    fs::remove_file(&old).unwrap();
    let rest: String = text.split_inclusive('\n').skip(first - 1).collect();
    if !rest.is_empty() {
        fs::write(new, rest).unwrap();
    }
    // Only a database that is built again lacks what was archived.
    fs::remove_dir_all(data.join("sled")).unwrap();
}

#[test]
fn a_board_whose_first_log_files_are_archived_is_backed_up_and_checked() {
    // Amid the log, before its last line, and all of it.
    for first in [50, 131, 132] {
        let home = tempfile::tempdir().unwrap();
        let (ours, theirs) = (home.path().join("ours"), home.path().join("theirs"));
        worked(&ours, 89, 130);
        archive_before(&ours, first);
        let desk = Desk::open(&ours).unwrap();
        let before = picture(&desk.board);
        assert_eq!(desk.store.journal().begin().unwrap().first, first as u64);
        let report = agree(&desk.board, desk.store.journal().as_ref()).unwrap();
        assert_eq!((report.transactions, report.findings), (132 - first as u64, Vec::new()));
        let journal = desk.store.journal();
        let on = |day| on_day(journal.as_ref(), Office::of(&desk.board), day, &mut || true);
        if first < 132 {
            assert_eq!(picture(&on(today()).unwrap()), before, "from the snapshot, whatever the log has");
        }
        let early = on(today() - Days::new(1)).unwrap_err();
        assert!(matches!(early, Missed::Day(NoPast::BeforeHistory(day)) if day == today()), "{early:?}");
        drop((desk, journal));

        let mut file = Vec::new();
        backup_folder(&ours, &mut file, &mut |_| {}).unwrap();
        restored(&file, &theirs).unwrap();
        let mut desk = Desk::open(&theirs).unwrap();
        assert_eq!(picture(&desk.board), before);
        if first < 132 {
            assert!(desk.opened.is_quiet());
            let log = |data: &Path| fs::read(data.join(format!("audit/{first:010}.jsonl"))).unwrap();
            assert_eq!(log(&ours), log(&theirs), "the chain is the same");
        }
        desk.lead("归档之后");
        desk.store.settle(true).unwrap();
        let mut again = Vec::new();
        backup(&desk.board, desk.store.journal().as_ref(), &mut again).unwrap();
        drop(desk);
        // A log that is gone to its end is more than archived, and is told.
        for data in [&theirs, &ours].into_iter().take(if first < 132 { 2 } else { 1 }) {
            assert_eq!(check_folder(data).unwrap().findings, [], "{first}");
        }
        restored(&again, &home.path().join("again")).unwrap();
    }
}

#[test]
fn a_folder_without_a_board_is_not_backed_up() {
    let home = tempfile::tempdir().unwrap();
    let typo = home.path().join("typo");
    let mut file = Vec::new();
    let mut backed_up = |data: &Path| backup_folder(data, &mut file, &mut |_| {}).map(drop);
    assert!(matches!(backed_up(&typo), Err(StoreError::NoBoard(_))));
    assert!(matches!(check_folder(&typo), Err(StoreError::NoBoard(_))));
    assert!(!typo.exists(), "nothing is made there");
    drop(Desk::open(&typo).unwrap());
    assert!(matches!(backed_up(&typo), Err(StoreError::NoBoard(_))), "one that was never founded");
    assert!(file.is_empty());
}

#[test]
fn what_is_made_is_its_users_alone() {
    let home = tempfile::tempdir().unwrap();
    let (ours, theirs) = (home.path().join("ours"), home.path().join("theirs"));
    umask(Mode::from_bits_truncate(0o022));
    worked(&ours, 97, 130);
    let mut file = Vec::new();
    backup_folder(&ours, &mut file, &mut |_| {}).unwrap();
    restored(&file, &theirs).unwrap();
    fs::remove_dir_all(ours.join("sled")).unwrap();
    backup_folder(&ours, &mut file, &mut |_| {}).unwrap();
    for data in [&ours, &theirs] {
        let folders = ["", "audit", "sled", "snapshots"].map(|name| data.join(name));
        // What sled makes in its folder is behind that folder's rights.
        let ours = files(data).into_iter().filter(|file| !file.starts_with(data.join("sled")));
        for path in folders.into_iter().chain(ours) {
            let mode = fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o077, 0, "{}: {mode:o}", path.display());
        }
    }
}
