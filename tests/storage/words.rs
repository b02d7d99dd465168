//! Whatever a store has to say, it says in both languages, with what to do.

use std::io;
use std::path::PathBuf;

use guatu::board::Trouble;
use guatu::domain::{FieldKey, Id, Kind, Lang};
use guatu::error;
use guatu::locales::refusal;
use guatu::server::requests::{finding, stored};
use guatu::store::verify::Finding;
use guatu::store::{Damage, Flaw, Opened, Place, Rebuilt, StoreError, Suspicion};

fn path() -> PathBuf {
    "/data/x".into()
}

fn place() -> Place {
    Place { file: path(), line: 7 }
}

const LEAD: Id = Id::new(Kind::Lead, 42);

const FLAWS: [Flaw; 5] = [Flaw::Short, Flaw::Checksum, Flaw::Foreign, Flaw::Version(9), Flaw::Unreadable];

fn damages() -> Vec<Damage> {
    vec![
        Damage::Database(path()),
        Damage::Record(LEAD),
        Damage::Transaction(3),
        Damage::Line(place()),
        Damage::Contradiction { seq: 3, id: LEAD },
        Damage::Gap { at: 3, next: 5 },
        Damage::Count { seq: 3, there: 8, said: 9 },
    ]
}

fn errors() -> Vec<StoreError> {
    let io = |kind: io::ErrorKind| StoreError::Io { path: path(), source: kind.into() };
    let mut all = vec![
        StoreError::Full(path()),
        StoreError::ReadOnly(path()),
        StoreError::Owned(path()),
        StoreError::BadLine(place()),
        StoreError::TooNew { path: path(), found: 9, known: 1 },
        StoreError::Occupied(path()),
        StoreError::NoBoard(path()),
        StoreError::Snapshot(Box::new(StoreError::Full(path()))),
        StoreError::NotOpen,
        StoreError::Internal,
        io(io::ErrorKind::NotFound),
        io(io::ErrorKind::NotADirectory),
        io(io::ErrorKind::BrokenPipe),
    ];
    all.extend(damages().into_iter().map(StoreError::Damaged));
    all.extend(FLAWS.map(|why| StoreError::BadBackup { line: 7, why }));
    all
}

fn troubles() -> Vec<Trouble> {
    let plain = [
        Trouble::Full,
        Trouble::ReadOnly,
        Trouble::Owned,
        Trouble::Damaged,
        Trouble::System("os error 5".to_owned()),
        Trouble::Internal,
        Trouble::Halted,
    ];
    let of_snapshots = plain.clone().map(|why| Trouble::Snapshot(Box::new(why)));
    plain.into_iter().chain(of_snapshots).collect()
}

fn findings() -> Vec<Finding> {
    let owner = FieldKey::find(Kind::Lead, "owner").unwrap();
    let mut all = vec![
        Finding::BadLine(place()),
        Finding::TornLine(place()),
        Finding::BadTransaction(3),
        Finding::MissingTransaction(3),
        Finding::Differs(LEAD),
        Finding::Dangling(LEAD, owner, Id::new(Kind::Person, 5)),
        Finding::Unreadable,
        Finding::Apart(3, 5),
    ];
    all.extend(FLAWS.map(|why| Finding::BadSnapshot(path(), why)));
    all
}

/// What opening found, one thing at a time.
fn openings() -> Vec<Opened> {
    let whys = [Suspicion::Missing, Suspicion::Unreadable, Suspicion::Incomplete, Suspicion::Disagrees];
    let rebuilt = whys.map(|why| Rebuilt { why, from: 3, replayed: 5, aside: Some(path()) });
    let mut all: Vec<Opened> =
        rebuilt.map(|rebuilt| Opened { rebuilt: Some(rebuilt), ..Opened::default() }).into();
    all.push(Opened { mended: 2, ..Opened::default() });
    all.push(Opened { bad_lines: vec![place()], ..Opened::default() });
    all
}

/// A sentence in each language: whole, in that language, and another one.
fn hold(what: &str, say: impl Fn(Lang) -> String) {
    let (zh, en) = (say(Lang::Zh), say(Lang::En));
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    for said in [&zh, &en] {
        assert!(!said.trim().is_empty() && !said.contains(['{', '}', '$']), "{what}: {said}");
    }
    assert!(zh.lines().all(|line| line.contains(han)), "{what}: not in Chinese: {zh}");
    assert!(!en.contains(han), "{what}: not in English: {en}");
    assert!(!zh.contains(" line ") && !zh.contains("transaction"), "{what}: not in Chinese: {zh}");
    // A key that is not there gives itself, which has no blank.
    assert!(en.lines().all(|line| line.contains(' ')), "{what}: no sentence: {en}");
}

#[test]
fn every_error_is_told_with_what_to_do() {
    for error in errors() {
        hold(&format!("{error:?}"), |lang| stored::sentence(&error, lang));
        hold(&format!("{error:?}"), |lang| stored::hint(&error, lang));
    }
}

#[test]
fn every_trouble_is_told_in_the_line_and_in_a_refusal() {
    for error in errors() {
        hold(&format!("{error:?}"), |lang| refusal::standing(&error.trouble(), lang));
    }
    for trouble in troubles() {
        hold(&format!("{trouble:?}"), |lang| refusal::standing(&trouble, lang));
        hold(&format!("{trouble:?}"), |lang| refusal::troubled(&trouble, lang));
    }
}

#[test]
fn every_finding_is_told() {
    for found in findings() {
        hold(&format!("{found:?}"), |lang| finding::said(&found, lang));
    }
    hold("what to do", finding::hint);
}

#[test]
fn whatever_opening_found_is_told() {
    for opened in openings() {
        hold(&format!("{opened:?}"), |lang| error::opened(lang, &opened));
    }
    assert_eq!(error::opened(Lang::Zh, &Opened::default()), "");
}
