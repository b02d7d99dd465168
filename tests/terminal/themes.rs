//! Themes of a person's own, from their folder to their window.

use std::ffi::OsString;
use std::fs;

use crate::SIZE;
use crate::pty::{House, Window};

/// Runs the program for somebody with these theme files.
fn with_themes(house: &House, files: &[(&str, &[u8])]) -> Window {
    let config = house.data().with_file_name("config");
    let folder = config.join("guatu/themes");
    fs::create_dir_all(&folder).expect("a folder");
    for (name, bytes) in files {
        fs::write(folder.join(name), bytes).expect("a theme");
    }
    let set = format!("XDG_CONFIG_HOME={}", config.display());
    let words = ["env", &set, env!("CARGO_BIN_EXE_guatu")].map(OsString::from);
    Window::of(&words, &house.data(), SIZE)
}

#[test]
fn a_persons_own_themes_are_read_with_their_rights_and_told_where_they_are_wrong() {
    let house = House::new();
    let long = vec![b'#'; 40 << 10];
    let mut window = with_themes(
        &house,
        &[
            ("aaa-long.toml", &long),
            ("harbour.toml", "zh = \"港湾\"\n[styles]\ntext = { bold = true }".as_bytes()),
            ("notes.txt", b"no theme"),
            ("zebra.toml", b"\n\n[styles]\ntext = {}\nrouge = {}"),
        ],
    );
    window.until_open();
    window.keys("T");
    window.until("the list", |text| text.contains("harbour") && text.contains("zebra"));
    assert!(!window.text().contains("notes"), "{}", window.text());
    window.keys("\x1b[F");
    window.until("what is wrong", |text| text.contains("zebra.toml") && text.contains("第 5 行"));
    window.keys("\x1b[A");
    window.until("what it is called", |text| text.contains("港湾"));
    window.keys("\x1b[A");
    window.until("that it is too long", |text| text.contains("超过 16 KiB"));
    window.keys("\x1b");
    window.until("the board", |text| !text.contains("zebra"));
    window.keys("q");
    assert_eq!(window.exit_code(), 0);
}

#[test]
fn whatever_lies_in_the_folder_of_themes_a_window_opens() {
    let house = House::new();
    let quotes = vec![b'"'; 16 << 10];
    let noise: Vec<u8> = (0..16 << 10).map(|i: u32| u8::try_from(i % 251).unwrap_or_default()).collect();
    let names: Vec<String> = (0..40).map(|i| format!("{i:02}.toml")).collect();
    let files = names.iter().enumerate();
    let files: Vec<(&str, &[u8])> =
        files.map(|(i, name)| (name.as_str(), if i % 2 == 0 { &*quotes } else { &*noise })).collect();
    let mut window = with_themes(&house, &files);
    window.until_open();
    window.keys("q");
    assert_eq!(window.exit_code(), 0);
}
