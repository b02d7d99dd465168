//! A backup is the whole board with its history, and a restored board goes on where it was.

use std::fs;

use guatu::store::backup::{backup, backup_folder, restore};
use guatu::store::memory::MemoryStore;
use guatu::store::verify::check_folder;
use guatu::store::{Store, StoreError};

use super::desk::{Desk, Dice, picture, worked};

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
        assert!(!theirs.join("audit").exists() && !theirs.join("incoming").exists());
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
