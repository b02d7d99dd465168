//! The laws of the board, tried on random histories: the journal replays to the same records,
//! every Transaction can be taken back and done again, the index never drifts, `check` never
//! panics, numbers never collide, people who change different things do not disturb each other.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Days, NaiveDate};
use guatu::board::index::Index;
use guatu::board::intent::Author;
use guatu::board::number::number;
use guatu::board::search::Query;
use guatu::board::{
    Board, Change, Label, Origin, Proposal, Refusal, RequestId, Transaction, Verb, apply, check, founding,
    invert,
};
use guatu::domain::choice::Choice;
use guatu::domain::lead::EndReason;
use guatu::domain::request::RequestState;
use guatu::domain::{FieldKey, Fields, Id, Kind, Money, Shape, Stage, Value};
use guatu::store::Store;
use guatu::store::memory::MemoryStore;
use guatu::store::past::as_of;
use proptest::prelude::*;

/// One random wish, read as numbers: what sort, and two choices within it.
type Wish = (u8, u16, u16);

#[derive(Clone)]
struct World {
    board: Board,
    journal: Vec<Transaction>,
}

fn day(n: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 5).unwrap() + Days::new(n)
}

impl World {
    fn founded() -> Self {
        let mut world = Self { board: Board::new(day(0)), journal: Vec::new() };
        let plan = founding::built_in();
        let proposal = plan.propose(&world.author("wang"), "");
        world.take(proposal).unwrap();
        world
    }

    fn author<'a>(&'a self, login: &'a str) -> Author<'a> {
        let now = DateTime::from_timestamp(1_767_600_000, 0).unwrap();
        let now = now + chrono::Duration::minutes(i64::try_from(self.journal.len()).unwrap());
        Author { board: &self.board, login, now, request: RequestId(self.journal.len() as u128) }
    }

    fn take(&mut self, proposal: Proposal) -> Result<Arc<Transaction>, Refusal> {
        let seq = self.board.head().seq + 1;
        let at = self.author("").now;
        let tx = number(&self.board, proposal).sign(seq, at, "wang");
        let checked = check(&self.board, tx)?;
        let tx = apply(&mut self.board, checked);
        self.journal.push(Transaction::clone(&tx));
        Ok(tx)
    }

    fn records(&self) -> BTreeMap<Id, Fields> {
        let ids = Kind::ALL.into_iter().flat_map(|kind| self.board.ids(kind));
        ids.map(|id| (id, self.board.record(id).unwrap().fields())).collect()
    }

    fn any_id(&self, kind: Kind, n: u16) -> Id {
        let ids = self.board.ids(kind);
        if ids.is_empty() { Id::new(kind, 1) } else { ids[usize::from(n) % ids.len()] }
    }

    fn wish(&self, (sort, a, b): Wish) -> Proposal {
        let author = self.author("wang");
        let lead = self.any_id(Kind::Lead, a);
        let target = self.any_id(Kind::Target, a);
        let date = day(u64::from(b % 300));
        match sort % 17 {
            0 | 1 => author.create(Kind::Lead, self.filled(Kind::Lead, a, b)),
            2 => author.create(Kind::Target, self.filled(Kind::Target, a, b)),
            3 => author.create(Kind::Request, self.filled(Kind::Request, a, b)),
            4 => author.create(Kind::Person, self.filled(Kind::Person, a, b)),
            5 | 6 => {
                let field = |key| FieldKey::find(Kind::Lead, key).unwrap();
                let asked = |key, to| (field(key), self.board.value(lead, field(key)), to);
                let next = vec![asked("next_step", Value::text("下一步")), asked("due", Value::Date(date))];
                author.note(lead, "进展", b.is_multiple_of(2), next)
            }
            7 => author.move_to(lead, Stage::ALL[usize::from(b) % 8], self.filled(Kind::Lead, b, a), "因故"),
            8 => author.park(lead, date, "因故"),
            9 => author.end(lead, EndReason::ALL[usize::from(b) % 8], ""),
            10 => author.duplicate(lead, self.any_id(Kind::Lead, b)),
            11 => author.transfer(lead, Id::division(1 + u32::from(b % 6)), "因故"),
            12 => author.hold(target, "因故", Some(date)),
            13 => author.redate(target, Some(date), "因故"),
            14 => {
                let state = RequestState::ALL[usize::from(b) % 4];
                author.answer(self.any_id(Kind::Request, a), state, ["", "因故"][usize::from(b / 4) % 2])
            }
            15 => {
                let id = self.any_id(Kind::ALL[usize::from(a) % 10], b);
                let fields = self.board.record(id).map(|r| r.fields()).unwrap_or_default();
                let changes = vec![Change::End { id, fields }];
                let label = Label::one(Verb::Edit, id, "");
                Proposal { request: author.request, origin: Origin::Do, label, why: String::new(), changes }
            }
            _ => {
                let kind = Kind::ALL[usize::from(a) % 10];
                author.edit(self.any_id(kind, b), self.filled(kind, b, a))
            }
        }
    }

    /// A few fields of a kind, mostly with values that fit.
    fn filled(&self, kind: Kind, a: u16, b: u16) -> Fields {
        let chosen = |place: usize| {
            (usize::from(a) >> (place % 13)) & 3 == 1 || (usize::from(b) >> (place % 11)) & 7 == 3
        };
        let fields = FieldKey::all(kind).zip(0_u16..);
        fields
            .filter(|(field, place)| field.spec().required || chosen(usize::from(*place)))
            .map(|(field, place)| {
                (field, self.value(field.spec().shape, a ^ b.rotate_left(u32::from(place))))
            })
            .collect()
    }

    fn value(&self, shape: Shape, n: u16) -> Value {
        match shape {
            Shape::Text | Shape::Long => Value::text(["", "甲", "乙", "wang", "深海"][usize::from(n % 5)]),
            Shape::CreditCode => Value::text(["", "91350100M000100Y43", "错"][usize::from(n % 3)]),
            Shape::Number => Value::Number(i64::from(n % 40) - 1),
            Shape::Money => Value::Money(Money::cny(i64::from(n) * 100_000)),
            Shape::Date => Value::Date(day(u64::from(n % 400))),
            Shape::Time => Value::Time(self.author("").now),
            Shape::Flag => Value::Flag(n.is_multiple_of(2)),
            Shape::Choice(options) => Value::Choice(options[usize::from(n) % options.len()].code),
            Shape::Ref(kind) => Value::Ref(self.any_id(kind, n)),
            Shape::Subject => Value::Ref(self.any_id(Kind::Lead, n)),
            Shape::Refs(kind) => Value::Refs(vec![self.any_id(kind, n), self.any_id(kind, n / 7)]),
            Shape::Words => Value::Words(vec!["节点".into(); usize::from(n % 10) + 1]),
            Shape::Extra => Value::Extra([("列".to_owned(), "格".to_owned())].into()),
        }
    }
}

#[test]
fn most_wishes_are_good_enough_to_try_the_laws_on() {
    let mut world = World::founded();
    for n in 0..2_000_u16 {
        let wish = ((n % 251) as u8, n.wrapping_mul(40_503), n.wrapping_mul(30_011));
        let _ = world.take(world.wish(wish));
    }
    let counts = Kind::ALL.map(|kind| (kind.code(), world.board.count(kind)));
    assert!(world.journal.len() > 500, "{} {counts:?}", world.journal.len());
    for kind in [Kind::Lead, Kind::Target, Kind::Note, Kind::Request, Kind::Person] {
        assert!(world.board.count(kind) > 5, "{counts:?}");
    }
}

fn wishes() -> impl Strategy<Value = Vec<Wish>> {
    prop::collection::vec(any::<Wish>(), 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_journal_replays_to_the_same_records(wishes in wishes()) {
        let mut world = World::founded();
        for wish in wishes {
            let _ = world.take(world.wish(wish));
        }
        let mut again = Board::new(day(0));
        for tx in world.journal.clone() {
            let checked = check(&again, tx).unwrap();
            apply(&mut again, checked);
        }
        let again = World { board: again, journal: world.journal.clone() };
        prop_assert_eq!(again.records(), world.records());
        prop_assert_eq!(again.board.undo(), world.board.undo());
    }

    #[test]
    fn the_board_as_of_a_transaction_is_what_it_was_then(wishes in wishes(), turn in 0_u64..500) {
        let mut world = World::founded();
        let mut was = vec![world.clone()];
        for wish in wishes {
            if world.take(world.wish(wish)).is_ok() {
                was.push(world.clone());
            }
        }
        let store = MemoryStore::holding(&world.board, world.journal.clone());
        let journal = store.journal();
        for (then, seq) in was.iter_mut().zip(1..) {
            then.board.turn_to(day(turn));
            let board = as_of(journal.as_ref(), seq, day(turn), &mut || true).unwrap();
            for id in Kind::ALL.into_iter().flat_map(|kind| then.board.ids(kind)) {
                prop_assert_eq!(board.touched(id), then.board.touched(id), "{} at {}", id, seq);
            }
            for kind in Kind::ALL {
                prop_assert_eq!(board.issued(kind), then.board.issued(kind), "{:?} at {}", kind, seq);
            }
            let again = World { board, journal: Vec::new() };
            prop_assert_eq!(again.records(), then.records(), "at {}", seq);
            prop_assert_eq!(again.board.head(), then.board.head());
            prop_assert_eq!(again.board.undo(), then.board.undo());
            prop_assert!(again.board.index() == then.board.index(), "at {}", seq);
        }
    }

    #[test]
    fn every_transaction_can_be_taken_back_and_done_again(wishes in wishes()) {
        let mut world = World::founded();
        for wish in wishes {
            let before = world.records();
            let Ok(tx) = world.take(world.wish(wish)) else { continue };
            let after = world.records();
            let mut other = world.clone();
            let undo = other.take(invert(&tx, RequestId(1 << 64)));
            prop_assert!(undo.is_ok(), "{:?} of {:?}", undo, tx);
            prop_assert_eq!(other.records(), before);
            let redo = other.take(invert(&undo.unwrap(), RequestId(1 << 65)));
            prop_assert!(redo.is_ok(), "{:?} of {:?}", redo, tx);
            prop_assert_eq!(other.records(), after);
        }
    }

    #[test]
    fn the_index_never_drifts(wishes in wishes(), turn in 0_u64..500) {
        let mut world = World::founded();
        for (wish, n) in wishes.into_iter().zip(0_u64..) {
            let _ = world.take(world.wish(wish));
            let today = world.board.today();
            prop_assert!(*world.board.index() == Index::build(&world.board, today), "{:?}", world.journal.last());
            if n == turn % 40 {
                world.board.turn_to(day(turn));
            }
        }
    }

    #[test]
    fn the_orders_that_are_kept_never_drift(wishes in wishes(), turn in 0_u64..500) {
        let mut world = World::founded();
        for (wish, n) in wishes.into_iter().zip(0_u64..) {
            let _ = world.take(world.wish(wish));
            if n == turn % 40 {
                world.board.turn_to(day(turn));
            }
            // Not after every change: several are taken in at once too.
            if wish.1.is_multiple_of(3) {
                let anew = world.board.clone();
                while let Some(by) = anew.index().unsorted() {
                    let kept = world.board.index().order(&world.board, by);
                    prop_assert_eq!(kept, anew.index().order(&anew, by), "{:?}", by);
                }
                prop_assert_eq!(world.board.index().unsorted(), None);
            }
        }
    }

    #[test]
    fn a_filter_finds_what_has_the_words(wishes in wishes(), word in "[a-z演示海0-9]{1,3}", other in "[a-z]{0,2}") {
        let mut world = World::founded();
        for wish in wishes {
            let _ = world.take(world.wish(wish));
        }
        let (query, index) = (Query::new(&format!("{word} {other}")), world.board.index());
        let hits = index.find(&query);
        for no in 0..=world.board.leads().issued() {
            let id = Id::new(Kind::Lead, no);
            prop_assert_eq!(hits.has(no), world.board.has(id) && query.finds(index.key(id)), "{:?}", query);
        }
    }

    #[test]
    fn check_never_panics(wishes in wishes(), wild in any::<(u32, u32, u8)>()) {
        let mut world = World::founded();
        for wish in wishes {
            let _ = world.take(world.wish(wish));
            let mut proposal = world.wish(wish);
            for change in &mut proposal.changes {
                let (Change::Create { id, .. } | Change::Set { id, .. } | Change::End { id, .. }
                    | Change::Restore { id, .. }) = change;
                *id = Id::new(Kind::ALL[usize::from(wild.2) % 10], wild.0);
            }
            proposal.changes.push(Change::Restore { id: Id::new(Kind::Lead, wild.1), fields: vec![] });
            let tx = number(&world.board, proposal).sign(1, world.author("").now, "");
            let _ = check(&world.board, tx);
        }
    }

    #[test]
    fn people_who_change_different_fields_both_succeed(a in 0_usize..40, b in 0_usize..40) {
        let mut world = World::founded();
        let name = FieldKey::find(Kind::Lead, "name").unwrap();
        let made = world.author("wang").create(Kind::Lead, vec![(name, Value::text("甲"))]);
        let id = world.take(made).unwrap().changes[0].id();
        let texts: Vec<FieldKey> =
            FieldKey::all(Kind::Lead).filter(|field| field.spec().shape == Shape::Text).collect();
        let (first, second) = (texts[a % texts.len()], texts[b % texts.len()]);
        let mine = world.author("li").edit(id, vec![(first, Value::text("我的"))]);
        let theirs = world.author("wang").edit(id, vec![(second, Value::text("他的"))]);
        world.take(theirs).unwrap();
        match world.take(mine) {
            Ok(_) => prop_assert_ne!(first, second),
            Err(Refusal::Conflict { field, mine, theirs, by, .. }) => {
                prop_assert_eq!(first, second);
                prop_assert_eq!((field, by.as_str()), (first, "wang"));
                prop_assert_eq!((mine, theirs), (Value::text("我的"), Value::text("他的")));
            }
            Err(other) => prop_assert!(false, "{other}"),
        }
    }
}

#[test]
fn proposals_made_at_the_same_moment_get_numbers_of_their_own() {
    let mut world = World::founded();
    let name = FieldKey::find(Kind::Lead, "name").unwrap();
    let make = |name_: &str| world.author("wang").create(Kind::Lead, vec![(name, Value::text(name_))]);
    let both = [make("甲"), make("乙")];
    let ids = both.map(|proposal| world.take(proposal).unwrap().changes[0].id());
    assert_eq!(ids.map(|id| id.no), [1, 2]);
    let taken = world.journal.last().unwrap().clone();
    world.take(invert(&taken, RequestId(9))).unwrap();
    let third = world.author("wang").create(Kind::Lead, vec![(name, Value::text("丙"))]);
    assert_eq!(world.take(third).unwrap().changes[0].id().no, 3, "numbers are never used again");
}
