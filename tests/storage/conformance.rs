//! One suite that both twins pass.

use guatu::board::{Board, Change};
use guatu::domain::{Kind, Value};
use guatu::store::memory::MemoryStore;
use guatu::store::sled::SledStore;
use guatu::store::{Store, StoreError, Work, verify};

use super::desk::{Desk, Dice, field, new_lead, picture};

/// A place where a store can be opened again and again.
trait Place {
    type Store: Store;
    fn new() -> Self;
    fn open(&self) -> Self::Store;
}

struct Memory(MemoryStore);

impl Place for Memory {
    type Store = MemoryStore;
    fn new() -> Self {
        Self(MemoryStore::new())
    }
    fn open(&self) -> MemoryStore {
        self.0.clone()
    }
}

struct Disk(tempfile::TempDir);

impl Place for Disk {
    type Store = SledStore;
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }
    fn open(&self) -> SledStore {
        SledStore::open(self.0.path()).unwrap().every(20)
    }
}

macro_rules! suite {
    ($($law:ident)+) => {
        mod memory { $( #[test] fn $law() { super::$law::<super::Memory>(); } )+ }
        mod disk { $( #[test] fn $law() { super::$law::<super::Disk>(); } )+ }
    };
}

suite! {
    an_empty_store_gives_an_empty_board
    what_is_committed_is_there_when_opened_again
    seeded_work_survives_and_the_journal_tells_it
    numbers_are_never_given_again
    a_gap_is_refused
    a_batch_is_kept_in_order
    an_import_of_many_and_a_cell_of_megabytes
    history_is_newest_first_and_bounded
    what_is_kept_is_told_before_anything_follows
    people_keep_things
    undo_goes_on_after_opening_again
    what_is_put_off_changes_nothing
}

fn an_empty_store_gives_an_empty_board<P: Place>() {
    let place = P::new();
    let desk = Desk::fill(place.open()).unwrap();
    assert!(!desk.board.is_founded());
    assert_eq!(desk.opened, guatu::store::Opened::default());
    assert!(desk.store.journal().newest(None, 5).unwrap().is_empty());
}

fn what_is_committed_is_there_when_opened_again<P: Place>() {
    let place = P::new();
    let mut desk = Desk::fill(place.open()).unwrap();
    desk.found();
    let id = desk.lead("海洋机器人");
    let before = picture(&desk.board);
    drop(desk);
    let desk = Desk::fill(place.open()).unwrap();
    assert_eq!(picture(&desk.board), before);
    assert_eq!(desk.board.title(id), "海洋机器人");
    assert!(desk.opened.is_quiet());
}

fn seeded_work_survives_and_the_journal_tells_it<P: Place>() {
    let place = P::new();
    let mut desk = Desk::fill(place.open()).unwrap();
    desk.found();
    let mut dice = Dice(7);
    for _ in 0..150 {
        desk.step(&mut dice).unwrap();
    }
    let before = picture(&desk.board);
    drop(desk);
    let desk = Desk::fill(place.open()).unwrap();
    assert_eq!(picture(&desk.board), before);
    let report = verify::agree(&desk.board, desk.store.journal().as_ref()).unwrap();
    assert_eq!(report.findings, []);
    assert_eq!(report.transactions, 151);
}

fn numbers_are_never_given_again<P: Place>() {
    let place = P::new();
    let mut desk = Desk::fill(place.open()).unwrap();
    desk.found();
    let first = desk.lead("甲");
    desk.undo().unwrap();
    assert!(!desk.board.has(first));
    drop(desk);
    let mut desk = Desk::fill(place.open()).unwrap();
    assert_eq!(desk.lead("乙").no, first.no + 1);
}

fn a_gap_is_refused<P: Place>() {
    let place = P::new();
    let mut desk = Desk::fill(place.open()).unwrap();
    desk.found();
    let proposal = desk.author(|author| author.import("x", vec![new_lead(0, "甲")], 1));
    let mut ahead = Board::clone(&desk.board);
    ahead.resume_at(7);
    std::mem::swap(&mut ahead, &mut desk.board);
    let checked = desk.check(proposal);
    std::mem::swap(&mut ahead, &mut desk.board);
    assert!(matches!(desk.store.commit(&[checked]), Err(StoreError::Damaged(_))));
    desk.lead("甲");
}

fn a_batch_is_kept_in_order<P: Place>() {
    let place = P::new();
    let mut desk = Desk::fill(place.open()).unwrap();
    desk.found();
    let ids = [desk.lead("甲"), desk.lead("乙"), desk.lead("丙")];
    let mut batch = Vec::new();
    for (n, id) in ids.into_iter().enumerate() {
        let sets = vec![(field(Kind::Lead, "source"), Value::text(format!("第{n}")))];
        let proposal = desk.author(|author| author.edit(id, sets));
        let seq = desk.board.head().seq + 1 + n as u64;
        let tx = proposal.sign(seq, super::desk::now(), "wang");
        batch.push(guatu::board::check(&desk.board, tx).unwrap());
    }
    desk.store.commit(&batch).unwrap();
    for checked in batch {
        guatu::board::apply(&mut desk.board, checked);
    }
    desk.store.follow(&desk.board);
    let before = picture(&desk.board);
    drop(desk);
    assert_eq!(picture(&Desk::fill(place.open()).unwrap().board), before);
}

fn an_import_of_many_and_a_cell_of_megabytes<P: Place>() {
    let place = P::new();
    let mut desk = Desk::fill(place.open()).unwrap();
    desk.found();
    let mut changes: Vec<Change> = (0..3000).map(|n| new_lead(n, &format!("项目{n}"))).collect();
    if let Change::Create { fields, .. } = &mut changes[5] {
        fields.push((field(Kind::Lead, "content"), Value::Text("\u{1b}[31m\u{202e}宽".repeat(900_000))));
    }
    let proposal = desk.author(|author| author.import("表.csv", changes, 3000));
    let seq = desk.write(proposal).unwrap().seq;
    let before = picture(&desk.board);
    drop(desk);
    let mut desk = Desk::fill(place.open()).unwrap();
    assert!(picture(&desk.board) == before);
    let journal = desk.store.journal();
    let import = journal.transaction(seq).unwrap().unwrap();
    assert_eq!((import.changes.len(), journal.at(seq).unwrap()), (3000, Some(import.at)));
    assert_eq!([journal.at(0).unwrap(), journal.at(seq + 1).unwrap()], [None, None]);
    drop(journal);
    desk.undo().unwrap();
    assert_eq!(desk.board.count(Kind::Lead), 0);
    drop(desk);
    assert_eq!(Desk::fill(place.open()).unwrap().board.count(Kind::Lead), 0);
}

fn history_is_newest_first_and_bounded<P: Place>() {
    let place = P::new();
    let mut desk = Desk::fill(place.open()).unwrap();
    desk.found();
    let id = desk.lead("甲");
    for n in 0..6 {
        let sets = vec![(field(Kind::Lead, "source"), Value::text(format!("第{n}")))];
        let proposal = desk.author(|author| author.edit(id, sets));
        desk.write(proposal).unwrap();
        desk.lead("别的");
    }
    let journal = desk.store.journal();
    let seqs = |txs: Vec<guatu::board::Transaction>| txs.iter().map(|tx| tx.seq).collect::<Vec<_>>();
    assert_eq!(seqs(journal.of(id, 4).unwrap()), [13, 11, 9, 7]);
    assert_eq!(journal.of(id, 100).unwrap().len(), 7);
    assert_eq!(seqs(journal.newest(None, 3).unwrap()), [14, 13, 12]);
    assert_eq!(seqs(journal.newest(Some(3), 9).unwrap()), [2, 1]);
    assert_eq!(journal.transaction(99).unwrap(), None);
    assert_eq!(journal.transaction(0).unwrap(), None);
}

fn what_is_kept_is_told_before_anything_follows<P: Place>() {
    let place = P::new();
    let mut desk = Desk::fill(place.open()).unwrap();
    desk.found();
    let id = desk.lead("甲");
    // Twice, so that the second comes to a store that followed nothing.
    for source in ["信函", "电话"] {
        let sets = vec![(field(Kind::Lead, "source"), Value::text(source))];
        let proposal = desk.author(|author| author.edit(id, sets));
        let checked = desk.check(proposal);
        desk.store.commit(std::slice::from_ref(&checked)).unwrap();
        let tx = guatu::board::apply(&mut desk.board, checked);
        let journal = desk.store.journal();
        assert_eq!(journal.transaction(tx.seq).unwrap().as_ref(), Some(&*tx));
        assert_eq!(journal.newest(None, 1).unwrap(), [tx.as_ref().clone()]);
        assert_eq!(journal.of(id, 1).unwrap(), [tx.as_ref().clone()]);
        assert_eq!(journal.of(id, 9).unwrap().len(), usize::try_from(tx.seq).unwrap() - 1);
    }
    desk.store.settle(false).unwrap();
    assert_eq!(desk.store.journal().of(id, 9).unwrap().len(), 3);
    let before = picture(&desk.board);
    drop(desk);
    assert_eq!(picture(&Desk::fill(place.open()).unwrap().board), before);
}

fn people_keep_things<P: Place>() {
    let place = P::new();
    let desk = Desk::fill(place.open()).unwrap();
    let journal = desk.store.journal();
    let large = vec![7; 200_000];
    journal.keep("wang", "draft", Some(&large)).unwrap();
    journal.keep("wan", "gdraft", Some(b"x")).unwrap();
    journal.keep("wang", "theme", Some(b"")).unwrap();
    assert_eq!(journal.kept("wang", "draft").unwrap(), Some(large));
    journal.keep("wang", "draft", Some(b"short")).unwrap();
    drop((desk, journal));
    let desk = Desk::fill(place.open()).unwrap();
    let journal = desk.store.journal();
    assert_eq!(journal.kept("wang", "draft").unwrap(), Some(b"short".to_vec()));
    assert_eq!(journal.kept("wang", "theme").unwrap(), Some(Vec::new()));
    journal.keep("wang", "draft", None).unwrap();
    assert_eq!(journal.kept("wang", "draft").unwrap(), None);
    assert_eq!(journal.kept("wan", "gdraft").unwrap(), Some(b"x".to_vec()));
}

fn undo_goes_on_after_opening_again<P: Place>() {
    let place = P::new();
    let mut desk = Desk::fill(place.open()).unwrap();
    desk.found();
    let (a, b) = (desk.lead("甲"), desk.lead("乙"));
    drop(desk);
    let mut desk = Desk::fill(place.open()).unwrap();
    desk.undo().unwrap();
    assert!(desk.board.has(a) && !desk.board.has(b));
    drop(desk);
    let mut desk = Desk::fill(place.open()).unwrap();
    desk.undo().unwrap();
    assert!(!desk.board.has(a));
}

fn what_is_put_off_changes_nothing<P: Place>() {
    let place = P::new();
    let mut desk = Desk::fill(place.open()).unwrap();
    desk.found();
    let mut dice = Dice(107);
    for _ in 0..90 {
        desk.step(&mut dice).unwrap();
        desk.store.settle(false).unwrap();
    }
    while desk.store.settle(false).unwrap() == Work::GoesOn {
        std::thread::yield_now();
    }
    desk.lead("其后");
    let before = picture(&desk.board);
    assert_eq!(desk.store.settle(true).unwrap(), Work::Done);
    drop(desk);
    let desk = Desk::fill(place.open()).unwrap();
    assert_eq!(picture(&desk.board), before);
    assert!(desk.opened.is_quiet());
}
