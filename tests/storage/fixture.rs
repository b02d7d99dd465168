//! A data folder as format 1 wrote it must open for ever. `GUATU_WRITE_FIXTURE=1` writes it anew,
//! which only a new format may need.

use std::path::{Path, PathBuf};

use guatu::store::verify::check_folder;

use super::desk::{Desk, copy, picture, worked};

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/store-v1")
}

#[test]
fn format_1_opens() {
    if std::env::var_os("GUATU_WRITE_FIXTURE").is_some() {
        let home = tempfile::tempdir().unwrap();
        let before = worked(home.path(), 101, 110);
        let _ = std::fs::remove_dir_all(fixture());
        std::fs::remove_file(home.path().join("lock")).unwrap();
        copy(home.path(), &fixture());
        std::fs::write(fixture().join("picture.txt"), before.join("\n")).unwrap();
    }
    let home = tempfile::tempdir().unwrap();
    copy(&fixture(), home.path());
    assert_eq!(check_folder(home.path()).unwrap().findings, []);
    let desk = Desk::open(home.path()).unwrap();
    assert!(desk.opened.is_quiet(), "{:?}", desk.opened);
    let before = std::fs::read_to_string(fixture().join("picture.txt")).unwrap();
    assert_eq!(picture(&desk.board).join("\n"), before);
    drop(desk);
    // Its log and its snapshot alone give the same.
    std::fs::remove_dir_all(home.path().join("sled")).unwrap();
    assert_eq!(picture(&Desk::open(home.path()).unwrap().board).join("\n"), before);
    std::fs::remove_dir_all(home.path().join("sled")).unwrap();
    std::fs::remove_dir_all(home.path().join("snapshots")).unwrap();
    assert_eq!(picture(&Desk::open(home.path()).unwrap().board).join("\n"), before);
}
