//! A process that is killed while it writes loses nothing that it acknowledged.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use guatu::board::{Transaction, apply};
use guatu::store::Store;
use guatu::store::verify::check_folder;

use super::desk::{Desk, Dice, picture};

const FOLDER: &str = "GUATU_TEST_KILL_FOLDER";
const SEED: &str = "GUATU_TEST_KILL_SEED";

/// What the child says of a Transaction once it is acknowledged.
fn said(tx: &Transaction) -> String {
    let mut hash = 0_u64;
    for byte in format!("{tx:?}").bytes() {
        hash = hash.wrapping_mul(1_099_511_628_211) ^ u64::from(byte);
    }
    format!("{} {hash:016x}", tx.seq)
}

/// The child: not a test of its own, it returns at once unless it was started by the parent.
#[test]
fn child() {
    let (Ok(folder), Ok(seed)) = (std::env::var(FOLDER), std::env::var(SEED)) else { return };
    let mut desk = Desk::open(Path::new(&folder)).unwrap();
    if !desk.board.is_founded() {
        desk.found();
    }
    let mut dice = Dice(seed.parse().unwrap());
    let mut out = std::io::stderr().lock();
    loop {
        let tx = desk.step(&mut dice).unwrap();
        writeln!(out, "ack {} !", said(&tx)).unwrap();
        if dice.below(40) == 0 {
            desk.store.settle(false).unwrap();
        }
    }
}

#[test]
fn killed_at_random_moments_nothing_acknowledged_is_lost() {
    let home = tempfile::tempdir().unwrap();
    let mut acknowledged: Vec<String> = Vec::new();
    let mut dice = Dice(99);
    for round in 0..25 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["kill::child", "--exact", "--nocapture", "--test-threads=1"])
            .env(FOLDER, home.path())
            .env(SEED, round.to_string())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stderr.take().unwrap()).lines();
        // A line that the kill cut through says nothing.
        let whole = |line: String| Some(line.strip_prefix("ack ")?.strip_suffix(" !")?.to_owned());
        let mut lines = lines.map_while(Result::ok).filter_map(whole);
        // The first acknowledgement is waited for, so that every round kills a store at work.
        acknowledged.push(lines.next().expect("the child writes"));
        let reader = std::thread::spawn(move || lines.collect::<Vec<_>>());
        std::thread::sleep(Duration::from_micros(dice.below(120_000)));
        child.kill().unwrap();
        child.wait().unwrap();
        acknowledged.extend(reader.join().unwrap());
        let desk = Desk::open(home.path()).unwrap();
        let journal = desk.store.journal();
        let kept = |line: &String| {
            let seq = line.split(' ').next().unwrap().parse().unwrap();
            journal.transaction(seq).unwrap().is_some_and(|tx| said(&tx) == *line)
        };
        let lost: Vec<&String> = acknowledged.iter().filter(|line| !kept(line)).collect();
        assert_eq!(lost, Vec::<&String>::new(), "round {round}, {} acknowledged", acknowledged.len());
        assert!(desk.opened.is_quiet(), "round {round}: {:?}", desk.opened);
    }
    assert!(acknowledged.len() > 100, "{} acknowledged", acknowledged.len());
    assert_eq!(check_folder(home.path()).unwrap().findings, []);
    replayed_from_nothing(home.path());
}

/// Replaying the journal gives the Board that the records give.
fn replayed_from_nothing(data: &Path) {
    let desk = Desk::open(data).unwrap();
    let mut replayed = guatu::board::Board::new(desk.board.today());
    for seq in 1..=desk.board.head().seq {
        let tx = desk.store.journal().transaction(seq).unwrap().unwrap();
        let checked = guatu::board::check(&replayed, tx).unwrap();
        apply(&mut replayed, checked);
    }
    assert_eq!(picture(&replayed), picture(&desk.board));
}
