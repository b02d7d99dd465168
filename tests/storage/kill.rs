//! A process that is killed while it writes loses nothing that it acknowledged.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use guatu::board::{Transaction, apply};
use guatu::domain::Kind;
use guatu::store::Store;
use guatu::store::sled::SledStore;
use guatu::store::verify::check_folder;

use super::desk::{Desk, Dice, new_lead, picture};

const FOLDER: &str = "GUATU_TEST_KILL_FOLDER";
const SEED: &str = "GUATU_TEST_KILL_SEED";

/// A seed that this divides brings a sheet of so many rows in: more than one batch of sled's.
const SHEET: u64 = 100;
const ROWS: u32 = 2500;

/// What is said of a Transaction once it is acknowledged.
fn said(tx: &Transaction) -> String {
    let mut hash = 0_u64;
    for byte in format!("{tx:?}").bytes() {
        hash = hash.wrapping_mul(1_099_511_628_211) ^ u64::from(byte);
    }
    format!("{} {hash:016x}", tx.seq)
}

/// The child: not a test of its own, it returns at once unless it was started by the parent. Every
/// hundredth seed brings in a sheet first.
#[test]
fn child() {
    let (Ok(folder), Ok(seed)) = (std::env::var(FOLDER), std::env::var(SEED)) else { return };
    let seed: u64 = seed.parse().unwrap();
    let mut desk = Desk::open(Path::new(&folder)).unwrap();
    desk.hears = |tx| writeln!(std::io::stderr().lock(), "ack {} !", said(tx)).unwrap();
    if !desk.board.is_founded() {
        desk.found();
    }
    let mut dice = Dice(seed);
    if seed.is_multiple_of(SHEET) {
        let changes = (0..ROWS).map(|n| new_lead(n, &format!("项目{seed}之{n}"))).collect();
        let proposal = desk.author(|author| author.import("表.csv", changes, ROWS));
        desk.write(proposal).unwrap();
    }
    loop {
        desk.step(&mut dice).unwrap();
        if dice.below(40) == 0 {
            desk.store.settle(false).unwrap();
        }
    }
}

/// Runs the child on a folder and kills it so long after it has acknowledged so many Transactions;
/// gives all that it acknowledged.
fn killed(data: &Path, seed: u64, after: usize, pause: Duration) -> Vec<String> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["kill::child", "--exact", "--nocapture", "--test-threads=1"])
        .env(FOLDER, data)
        .env(SEED, seed.to_string())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stderr.take().unwrap()).lines();
    // A line that the kill cut through says nothing.
    let whole = |line: String| Some(line.strip_prefix("ack ")?.strip_suffix(" !")?.to_owned());
    let mut lines = lines.map_while(Result::ok).filter_map(whole);
    let mut acknowledged: Vec<String> = lines.by_ref().take(after).collect();
    assert_eq!(acknowledged.len(), after, "the child writes");
    let reader = std::thread::spawn(move || lines.collect::<Vec<_>>());
    std::thread::sleep(pause);
    child.kill().unwrap();
    child.wait().unwrap();
    acknowledged.extend(reader.join().unwrap());
    acknowledged
}

/// Those of the acknowledged that a store does not have as they were.
fn lost<'a>(desk: &Desk<SledStore>, acknowledged: &'a [String]) -> Vec<&'a String> {
    let journal = desk.store.journal();
    let kept = |line: &&String| {
        let seq = line.split(' ').next().unwrap().parse().unwrap();
        journal.transaction(seq).unwrap().is_some_and(|tx| said(&tx) == **line)
    };
    acknowledged.iter().filter(|line| !kept(line)).collect()
}

#[test]
fn killed_at_random_moments_nothing_acknowledged_is_lost() {
    let home = tempfile::tempdir().unwrap();
    let mut acknowledged: Vec<String> = Vec::new();
    let mut dice = Dice(99);
    for round in 1..=25 {
        // The first acknowledgement is waited for, so that every round kills a store at work.
        let pause = Duration::from_micros(dice.below(120_000));
        acknowledged.extend(killed(home.path(), round, 1, pause));
        let desk = Desk::open(home.path()).unwrap();
        let lost = lost(&desk, &acknowledged);
        assert_eq!(lost, Vec::<&String>::new(), "round {round}, {} acknowledged", acknowledged.len());
        assert!(desk.opened.is_quiet(), "round {round}: {:?}", desk.opened);
    }
    assert!(acknowledged.len() > 100, "{} acknowledged", acknowledged.len());
    assert_eq!(check_folder(home.path()).unwrap().findings, []);
    replayed_from_nothing(home.path());
}

#[test]
fn killed_while_the_working_form_follows_an_import_it_is_there_whole() {
    let home = tempfile::tempdir().unwrap();
    for round in 0..6_u32 {
        // A new store acknowledges the founding before the import.
        let after = if round == 0 { 2 } else { 1 };
        let pause = Duration::from_millis(u64::from(round) * 15);
        let acknowledged = killed(home.path(), u64::from(round) * SHEET, after, pause);
        let desk = Desk::open(home.path()).unwrap();
        assert_eq!(lost(&desk, &acknowledged), Vec::<&String>::new(), "round {round}");
        assert!(desk.board.count(Kind::Lead) >= ROWS as usize * (round as usize + 1), "round {round}");
    }
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
