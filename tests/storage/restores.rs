//! A backup comes in the place of a board: at every moment the old one is found or the new one, and
//! the old one is kept. And a backup of version 1 is read for ever.

use std::fs;
use std::path::{Path, PathBuf};

use guatu::domain::Lang;
use guatu::server::requests::stored::sentence;
use guatu::store::StoreError;
use guatu::store::backup::{backup_folder, verify};
use guatu::store::restore::{prepare, restore};
use guatu::store::verify::check_folder;
use sha2::{Digest, Sha256};

use super::desk::{Desk, files, picture, worked};

fn backup_of(data: &Path) -> Vec<u8> {
    let mut file = Vec::new();
    backup_folder(data, &mut file, &mut |_| {}).unwrap();
    file
}

fn board_in(data: &Path) -> Vec<String> {
    picture(&Desk::open(data).unwrap().board)
}

/// What stands in a folder, with the bytes of what sled does not write anew at every opening.
fn all(data: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let log = |path: &PathBuf| !path.starts_with(data.join("sled")) && path.file_name().unwrap() != "lock";
    files(data).into_iter().filter(log).map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

#[test]
fn the_old_board_is_found_or_the_new_one_wherever_it_is_killed() {
    let home = tempfile::tempdir().unwrap();
    let theirs = worked(&home.path().join("theirs"), 109, 20);
    let file = backup_of(&home.path().join("theirs"));
    let (mut at, mut is_old) = (0, true);
    loop {
        let ours = home.path().join(format!("ours-{at}"));
        let before = worked(&ours, 113, 30);
        let prepared = prepare(file.as_slice(), &ours, true, &mut |_| {}).unwrap();
        assert!(prepared.replaces());
        let mut left = at;
        let put = prepared.put_by("20261124-093000", &mut |path| {
            left -= 1;
            if left < 0 { Err(StoreError::NoBoard(path.to_owned())) } else { Ok(()) }
        });
        let aside = ours.join("before-restore-20261124-093000");
        let found = board_in(&ours);
        if found == before {
            assert!(is_old && put.is_err(), "{at}: the old one after the new one");
            assert!(!aside.exists());
        } else {
            is_old = false;
            assert!(found == theirs, "{at}: neither the old one nor the new one");
            assert_eq!(board_in(&aside), before, "{at}: what was there is a board of its own");
        }
        assert_eq!(check_folder(&ours).unwrap().findings, []);
        let left: Vec<_> =
            files(&ours).into_iter().filter(|f| f.to_string_lossy().contains("incoming")).collect();
        assert!(left.is_empty() || is_old, "{at}: {left:?}");
        if put.is_ok() {
            break;
        }
        at += 1;
    }
    assert!(at > 8 && !is_old, "{at} moves");
}

#[test]
fn what_is_not_wanted_or_not_sound_leaves_the_board_as_it_was() {
    let home = tempfile::tempdir().unwrap();
    let ours = home.path().join("ours");
    worked(&home.path().join("theirs"), 127, 20);
    let file = backup_of(&home.path().join("theirs"));
    worked(&ours, 131, 20);
    let before = all(&ours);
    drop(prepare(file.as_slice(), &ours, true, &mut |_| {}).unwrap());
    assert_eq!(all(&ours), before, "not wanted");
    let halfway = &file[..file.len() / 2];
    let altered = String::from_utf8(file.clone()).unwrap().replacen("王", "李", 1).into_bytes();
    assert_ne!(altered, file);
    for bad in [halfway, altered.as_slice(), b"{\"format\":\"guatu-leads-1\"}\n", b"PK\x03\x04", b""] {
        let refused = prepare(bad, &ours, true, &mut |_| {}).map(drop);
        let Err(error @ StoreError::BadBackup { .. }) = refused else { panic!("{refused:?}") };
        for lang in Lang::ALL {
            assert_eq!(sentence(&error, lang).lines().count(), 1);
        }
        assert_eq!(all(&ours), before, "{error}");
    }
    assert!(matches!(restore(file.as_slice(), &ours, &mut |_| {}), Err(StoreError::Occupied(_))));
    assert_eq!(all(&ours), before);
}

#[test]
fn what_a_killed_restore_left_is_cleared_away_by_the_next() {
    let home = tempfile::tempdir().unwrap();
    let (ours, theirs) = (home.path().join("ours"), home.path().join("theirs"));
    let before = worked(&theirs, 137, 10);
    let file = backup_of(&theirs);
    fs::create_dir_all(ours.join("incoming/audit")).unwrap();
    fs::write(ours.join("incoming/audit/0000000001.jsonl"), "{").unwrap();
    restore(file.as_slice(), &ours, &mut |_| {}).unwrap();
    assert_eq!(board_in(&ours), before);
    let mut names: Vec<_> = fs::read_dir(&ours).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["audit", "lock", "sled", "snapshots"].map(std::ffi::OsString::from));
}

fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

/// `GUATU_WRITE_FIXTURE=1` writes the file anew, which only a new version may need: under a new name.
#[test]
fn a_backup_of_version_1_is_read_for_ever() {
    let home = tempfile::tempdir().unwrap();
    if std::env::var_os("GUATU_WRITE_FIXTURE").is_some() {
        let before = worked(home.path(), 139, 12);
        fs::write(golden("backup-v1.jsonl"), backup_of(home.path())).unwrap();
        fs::write(golden("backup-v1.txt"), before.join("\n")).unwrap();
    }
    let file = fs::read(golden("backup-v1.jsonl")).unwrap();
    let data = home.path().join("restored");
    restore(file.as_slice(), &data, &mut |_| {}).unwrap();
    assert_eq!(board_in(&data).join("\n"), fs::read_to_string(golden("backup-v1.txt")).unwrap());
    assert_eq!(backup_of(&data), file, "version 1 is what is written");

    // As the page of the format tells anybody to verify it.
    let text = String::from_utf8(file.clone()).unwrap();
    let (body, last) = text.trim_end().rsplit_once('\n').unwrap();
    let end: serde_json::Value = serde_json::from_str(last).unwrap();
    let said = end["sha256"].as_str().unwrap();
    let digits = Sha256::digest(format!("{body}\n"));
    assert_eq!(said.len(), 2 * digits.len());
    for (at, byte) in digits.iter().enumerate() {
        assert_eq!(u8::from_str_radix(&said[2 * at..2 * at + 2], 16), Ok(*byte), "{said}");
    }
    verify(file.as_slice()).unwrap();

    let later = text.replacen("\"version\":1", "\"version\":2", 1);
    let refused = verify(later.as_bytes()).unwrap_err();
    assert!(sentence(&refused, Lang::En).contains("version"), "{}", sentence(&refused, Lang::En));
}
