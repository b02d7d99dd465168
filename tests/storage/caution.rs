//! A database whose last owner did not come to its end is copied before it is opened.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use guatu::store::Store;
use guatu::store::verify::check_folder;

use super::desk::{Desk, Dice, copy, files, picture, worked};

/// The files of a folder and what they hold.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let name = |file: &Path| file.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
    files(folder).iter().map(|file| (name(file), fs::read(file).unwrap())).collect()
}

/// What stands beside the database in a data folder.
fn beside(data: &Path) -> Vec<String> {
    let names = fs::read_dir(data).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| name.starts_with("sled.")).collect();
    names.sort();
    names
}

/// Takes away the mark of a store that was closed in order.
fn unmark(data: &Path) {
    fs::remove_file(data.join("sled.closed")).unwrap();
}

#[test]
fn the_mark_is_there_only_while_a_store_is_closed_in_order() {
    let home = tempfile::tempdir().unwrap();
    worked(home.path(), 109, 20);
    assert_eq!(beside(home.path()), ["sled.closed"]);
    let mut desk = Desk::open(home.path()).unwrap();
    assert_eq!(beside(home.path()), Vec::<String>::new());
    desk.lead("甲");
    drop(desk);
    assert_eq!(beside(home.path()), Vec::<String>::new(), "it was not closed in order");
    let mut desk = Desk::open(home.path()).unwrap();
    assert_eq!(beside(home.path()), Vec::<String>::new(), "the copy is gone");
    assert!(desk.opened.is_quiet());
    desk.store.settle(true).unwrap();
    drop(desk);
    assert_eq!(check_folder(home.path()).unwrap().findings, []);
    assert_eq!(beside(home.path()), ["sled.closed"]);
}

#[test]
fn what_is_set_aside_is_what_was_found() {
    let home = tempfile::tempdir().unwrap();
    let good = home.path().join("good");
    let before = worked(&good, 113, 60);
    let mut dice = Dice(127);
    let (mut rebuilt, mut changed_by_opening) = (0, 0);
    for round in 0..40 {
        let data = home.path().join(format!("bad-{round}"));
        copy(&good, &data);
        unmark(&data);
        let file = data.join("sled/db");
        let mut bytes = fs::read(&file).unwrap();
        let at = usize::try_from(dice.below(bytes.len().min(40_000) as u64)).unwrap();
        bytes[at] ^= 1 << dice.below(8);
        fs::write(&file, bytes).unwrap();
        let found = contents(&data.join("sled"));
        let _ = check_folder(&data).unwrap();
        changed_by_opening += u32::from(contents(&data.join("sled")) != found);
        let desk = Desk::open(&data).unwrap();
        assert_eq!(picture(&desk.board), before, "at {at}");
        if let Some(aside) = desk.opened.rebuilt.as_ref().and_then(|rebuilt| rebuilt.aside.clone()) {
            rebuilt += 1;
            assert!(contents(&aside) == found, "at {at}: it is not what was found");
        }
        drop(desk);
        let left = beside(&data);
        assert!(left.iter().all(|name| name.starts_with("sled.damaged-")), "at {at}: {left:?}");
        fs::remove_dir_all(&data).unwrap();
    }
    assert!(rebuilt > 5, "{rebuilt} were rebuilt");
    assert!(changed_by_opening > 5, "a damaged database accepts writes: {changed_by_opening}");
}

#[test]
fn a_mark_that_names_another_head_is_none() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().join("data");
    let before = worked(&data, 131, 20);
    let mark = fs::read_to_string(data.join("sled.closed")).unwrap();
    let mut desk = Desk::open(&data).unwrap();
    desk.lead("甲");
    drop(desk);
    fs::write(data.join("sled.closed"), mark).unwrap();
    fs::write(data.join("sled/db"), b"not a database").unwrap();
    let desk = Desk::open(&data).unwrap();
    assert_ne!(picture(&desk.board), before);
    let aside = desk.opened.rebuilt.unwrap().aside.unwrap();
    assert_eq!(fs::read(aside.join("db")).unwrap(), b"not a database");
}

#[test]
fn a_copy_that_cannot_be_made_is_done_without() {
    let home = tempfile::tempdir().unwrap();
    let before = worked(home.path(), 137, 20);
    unmark(home.path());
    fs::write(home.path().join("sled.copying"), b"in the way").unwrap();
    let desk = Desk::open(home.path()).unwrap();
    assert_eq!(picture(&desk.board), before);
    assert!(desk.opened.is_quiet());
}
