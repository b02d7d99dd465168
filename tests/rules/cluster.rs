//! The cluster's figures against small tables counted by hand: chains and gaps, referral trees, the
//! snowball, platforms, the five parties.

use chrono::{DateTime, NaiveDate};
use guatu::board::cluster::chain::{self, Filled};
use guatu::board::cluster::{parties, platforms, referrals};
use guatu::board::intent::Author;
use guatu::board::{AnyRecord, Behind, Board, Refusal, RequestId, apply, check};
use guatu::domain::lead::{Contract, LeadKind};
use guatu::domain::{Division, FieldKey, Id, Kind, Lead, Misfit, Money, Stage, Value};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

const fn lead(no: u32) -> Id {
    Id::new(Kind::Lead, no)
}

fn put(board: &mut Board, id: Id, record: impl Into<AnyRecord>) {
    board.load(id, 1, 1, "wang", &record.into().fields()).unwrap();
}

/// Divisions 1 (three nodes) and 2 (two nodes, one of the same name), and these leads from L1 on.
fn office(today: &str, leads: Vec<Lead>) -> Board {
    let mut board = Board::new(date(today));
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let division = |nodes: &[&str]| Division { chain_nodes: words(nodes), ..Division::default() };
    put(&mut board, Id::division(1), division(&["核心部件", "AI 芯片", "海上测试"]));
    put(&mut board, Id::division(2), division(&["孵化器", "核心部件"]));
    for (no, lead) in (1..).zip(leads) {
        put(&mut board, self::lead(no), lead);
    }
    board.turn_to(date(today));
    board
}

fn on(node: &str, stage: Stage) -> Lead {
    Lead { chain_node: node.into(), stage, division: Some(Id::division(1)), ..Lead::default() }
}

#[test]
fn a_node_without_an_active_lead_is_a_gap() {
    let framework = Lead { contract_type: Some(Contract::Framework), ..on("核心部件", Stage::Sign) };
    let table = [
        ("no lead", vec![], Filled::Gap, 0),
        ("only one that was ended", vec![on("核心部件", Stage::End)], Filled::Gap, 0),
        ("only one that is parked", vec![on("核心部件", Stage::Park)], Filled::Gap, 0),
        ("a new one", vec![on("核心部件", Stage::Lead)], Filled::Filling, 1),
        (
            "one in talks and one ended",
            vec![on("核心部件", Stage::Talk), on("核心部件", Stage::End)],
            Filled::Filling,
            1,
        ),
        ("a framework agreement", vec![framework], Filled::Filling, 1),
        ("a signed one", vec![on("核心部件", Stage::Sign)], Filled::Held, 1),
        (
            "one in operation and a new one",
            vec![on("核心部件", Stage::Run), on("核心部件", Stage::Lead)],
            Filled::Held,
            2,
        ),
    ];
    for (what, leads, filled, count) in table {
        let board = office("2026-11-25", leads);
        let chain = chain::of(&board, Id::division(1)).unwrap();
        assert_eq!((chain.nodes[0].filled(), chain.nodes[0].leads.count()), (filled, count), "{what}");
        let gaps = 2 + usize::from(filled == Filled::Gap);
        assert_eq!(chain::gaps(&board, Id::division(1)), (gaps, 3), "{what}");
    }
}

#[test]
fn a_lead_is_on_a_node_by_its_text_in_each_of_its_divisions() {
    let shared = Lead { co_divisions: vec![Id::division(2)], ..on("核心部件", Stage::Land) };
    let platform = Lead { kind: LeadKind::Platform, ..on("ＡＩ　芯片 ", Stage::Talk) };
    let talent = Lead { kind: LeadKind::Talent, ..on("ai 芯片", Stage::Run) };
    let leads = vec![
        shared,
        platform,
        talent,
        on("没有这一环", Stage::Talk),
        on("", Stage::Lead),
        on("孵化器", Stage::Lead),
    ];
    let board = office("2026-11-25", leads);
    let counts = |no: u32| {
        let chain = chain::of(&board, Id::division(no)).unwrap();
        let nodes: Vec<u32> = chain.nodes.iter().map(|node| node.leads.count()).collect();
        (nodes, chain.other.count(), chain.gaps())
    };
    assert_eq!(counts(1), (vec![1, 2, 0], 3, 1));
    assert_eq!(counts(2), (vec![0, 1], 0, 1), "the shared one, under the same word");
    let chips = chain::of(&board, Id::division(1)).unwrap().nodes[1].leads;
    assert_eq!((chips.stages, chips.platforms, chips.talents), ([0, 1, 0, 0, 0, 1], 1, 1));
    // What a figure counts is what its list lists, and every active lead is somewhere once.
    for no in [1, 2] {
        let chain = chain::of(&board, Id::division(no)).unwrap();
        let listed = |node| Behind::Node(Id::division(no), node).leads(&board).len();
        for (place, node) in chain.nodes.iter().enumerate() {
            assert_eq!(listed(Some(place)), node.leads.count() as usize, "{no} {place}");
            assert_eq!(chain::on(&board, Id::division(no), Some(place)).len(), listed(Some(place)));
        }
        assert_eq!(listed(None), chain.other.count() as usize);
        let all: usize = (0..chain.nodes.len()).map(|place| listed(Some(place))).sum();
        let tally = board.index().division(Id::division(no)).unwrap();
        assert_eq!(all + listed(None), tally.urgent.len());
    }
    let none: Vec<u32> = chain::on(&board, Id::division(1), None).iter().map(|id| id.no).collect();
    assert_eq!(none, [4, 5, 6], "the furthest first");
    // The shared one stands in both divisions, and once in the total.
    assert_eq!(board.index().total().urgent.len(), 6);
    assert!(chain::of(&board, Id::division(9)).is_none());
}

#[test]
fn of_two_nodes_of_one_name_the_first_has_the_leads_and_one_without_a_name_has_none() {
    let mut board = office("2026-11-25", vec![on("Chips", Stage::Lead), on("", Stage::Talk)]);
    let chain_nodes = ["", "chips", "ＣＨＩＰＳ"].map(str::to_owned).to_vec();
    put(&mut board, Id::division(1), Division { chain_nodes, ..Division::default() });
    let listed = |board: &Board, node| {
        let ids = chain::on(board, Id::division(1), node);
        assert_eq!(Behind::Node(Id::division(1), node).leads(board).len(), ids.len());
        ids.iter().map(|id| id.no).collect::<Vec<_>>()
    };
    let nodes = [Some(0), Some(1), Some(2), Some(9), None];
    assert_eq!(nodes.map(|node| listed(&board, node)), [vec![], vec![1], vec![], vec![], vec![2]]);
    // A lead that moves to another text, or is parked, is on its node no longer.
    put(&mut board, lead(2), on("CHIPS ", Stage::Talk));
    put(&mut board, lead(1), on("Chips", Stage::Park));
    board.turn_to(date("2026-11-26"));
    assert_eq!(nodes.map(|node| listed(&board, node)), [vec![], vec![2], vec![], vec![], vec![]]);
}

fn from(parent: u32, amount: i64) -> Lead {
    Lead {
        name: "演示".into(),
        parent_lead: (parent > 0).then(|| lead(parent)),
        amount: Some(Money::cny(amount)),
        division: Some(Id::division(1)),
        ..Lead::default()
    }
}

#[test]
fn trees_stand_under_their_anchors_the_largest_first() {
    // L1 brought L2; L3 brought L4 and L5, L5 brought L6 (of division 2); L7 is alone.
    let mut leads =
        [(0, 1), (1, 10), (0, 100), (3, 200), (3, 400), (5, 800), (0, 1600)].map(|(p, a)| from(p, a));
    leads[5].division = Some(Id::division(2));
    let mut board = office("2026-11-25", leads.to_vec());
    let told = |board: &Board, division: Option<u32>| {
        let outline = referrals::outline(board, division.map(Id::division));
        outline.iter().map(|b| (b.id.no, b.depth, b.below, b.amount, b.parent)).collect::<Vec<_>>()
    };
    let large =
        [(3, 0, 3, 1400, None), (5, 1, 1, 800, Some(0)), (6, 2, 0, 0, Some(1)), (4, 1, 0, 0, Some(0))];
    let small = [(1, 0, 1, 10, None), (2, 1, 0, 0, Some(4))];
    assert_eq!(told(&board, None), [&large[..], &small].concat());
    assert_eq!(told(&board, Some(1)), [&large[..], &small].concat());
    assert_eq!(told(&board, Some(2)), large, "a tree is everyone's who has a part in it");
    assert_eq!(referrals::above(&board, lead(6)), [lead(3), lead(5)]);
    // A board of older days may have leads that come from each other: they are not told, and nothing hangs.
    put(&mut board, lead(1), from(2, 1));
    board.turn_to(date("2026-11-25"));
    assert_eq!(told(&board, None), large);
    assert_eq!(referrals::above(&board, lead(1)), [lead(2)]);
}

#[test]
fn no_lead_comes_from_one_that_came_from_it() {
    let mut board = office("2026-11-25", vec![from(0, 1), from(1, 1), from(2, 1), from(0, 1)]);
    let now = DateTime::from_timestamp(1_795_420_800, 0).unwrap();
    let field = FieldKey::find(Kind::Lead, "parent_lead").unwrap();
    let mut set = |changes: &[(u32, Option<u32>)]| {
        let author = Author { board: &board, login: "wang", now, request: RequestId(1) };
        let sets = |to: Option<u32>| vec![(field, to.map_or(Value::Empty, |no| Value::Ref(lead(no))))];
        let proposals = changes.iter().map(|(no, to)| author.edit(lead(*no), sets(*to)));
        let tx = proposals.reduce(|mut all, more| {
            all.changes.extend(more.changes);
            all
        });
        let seq = board.head().seq + 1;
        let checked = check(&board, tx.unwrap().sign(seq, now, "wang"))?;
        apply(&mut board, checked);
        Ok(())
    };
    let refused = |no: u32, why| Err(Refusal::Misfit { id: lead(no), field, why });
    assert_eq!(set(&[(1, Some(1))]), refused(1, Misfit::Itself));
    assert_eq!(set(&[(1, Some(2))]), refused(1, Misfit::Loop), "its own child");
    assert_eq!(set(&[(1, Some(3))]), refused(1, Misfit::Loop), "its grandchild");
    assert_eq!(set(&[(1, Some(4))]), Ok(()));
    assert_eq!(set(&[(4, Some(3))]), refused(4, Misfit::Loop));
    // What counts is how they stand after the whole Transaction.
    assert_eq!(set(&[(4, Some(3)), (1, None)]), Ok(()));
    assert_eq!(set(&[(1, Some(4)), (4, None)]), Ok(()));
}

#[test]
fn the_snowball_by_quarter() {
    let day = |text: &str| Some(date(text));
    let received = |text: &str, lead: Lead| Lead { received: day(text), ..lead };
    let landed = |text: &str, lead: Lead| Lead { landed: day(text), stage: Stage::Land, ..lead };
    let leads = vec![
        landed("2027-12-31", received("2026-12-31", from(0, 1))), // before the first quarter
        landed("2028-02-29", received("2027-01-01", from(1, 1))),
        received("2027-03-31", from(2, 1)),
        received("2028-01-01", Lead { via_platform: Some(lead(1)), ..from(0, 1) }),
        received("2028-02-29", Lead { stage: Stage::End, ..from(1, 1) }),
        received("2028-02-29", Lead { stage: Stage::End, duplicate_of: Some(lead(1)), ..from(1, 1) }),
        landed("2028-01-02", from(0, 1)),
        Lead { landed: day("2028-01-03"), stage: Stage::Sign, ..from(0, 1) }, // went back
        received("2028-03-01", from(0, 1)),
    ];
    let board = office("2028-02-29", leads);
    let outline = referrals::outline(&board, None);
    let snowball = referrals::snowball(&board, None, &outline);
    assert_eq!((snowball.active, snowball.through, snowball.longest), (7, 3, 3));
    assert_eq!(snowball.share(), Some(42));
    let quarters = snowball.quarters.map(|q| (q.year, q.no, q.received, q.through, q.landed, q.per_landed()));
    let expected = [
        (2027, 1, 2, 2, 0, None),
        (2027, 2, 0, 0, 0, None),
        (2027, 3, 0, 0, 0, None),
        (2027, 4, 0, 0, 1, Some(0)),
        (2028, 1, 3, 2, 2, Some(10)),
    ];
    assert_eq!(quarters, expected);
    let none = referrals::snowball(&board, Some(Id::division(2)), &[]);
    assert_eq!((none.active, none.share(), none.longest), (0, None, 0));
}

#[test]
fn platforms_and_their_share() {
    let platform = |amount| Lead { kind: LeadKind::Platform, ..from(0, amount) };
    let via = |no, amount| Lead { via_platform: Some(lead(no)), ..from(0, amount) };
    let leads = vec![
        platform(100),
        platform(200),
        via(2, 30),
        via(2, 40),
        Lead { stage: Stage::End, ..via(1, 999) },
        Lead { via_platform: Some(lead(2)), ..platform(50) },
        Lead { amount: None, ..from(0, 1) },
        Lead { division: Some(Id::division(2)), ..via(1, 80) },
    ];
    let board = office("2026-11-25", leads);
    let found = platforms::of(&board, None);
    let rows: Vec<_> = found.rows.iter().map(|row| (row.id.no, row.through, row.amount)).collect();
    assert_eq!(rows, [(2, 3, 120), (1, 1, 80), (6, 0, 0)]);
    assert_eq!((found.all.leads, found.own.leads, found.through.leads), (7, 3, 3));
    assert_eq!((found.all.amount, found.own.amount, found.through.amount), (500, 350, 150));
    assert_eq!(found.share(), (Some(85), Some(100)));
    for (no, through) in [(1, 1), (2, 3), (6, 0)] {
        assert_eq!(Behind::Via(lead(no)).leads(&board).len(), through);
    }
    let second = platforms::of(&board, Some(Id::division(2)));
    assert_eq!((second.all.leads, second.rows.len(), second.share()), (1, 1, (Some(100), Some(100))));
}

#[test]
fn the_five_parties_of_signed_deals() {
    let with = |stage, parties: [&str; 5]| {
        let [public_fund, private_capital, operator, consultancy, venture_capital] =
            parties.map(str::to_owned);
        Lead { public_fund, private_capital, operator, consultancy, venture_capital, ..on("", stage) }
    };
    let framework = Lead { contract_type: Some(Contract::Framework), ..with(Stage::Sign, ["甲"; 5]) };
    let leads = vec![
        with(Stage::Sign, ["甲", "乙", "丙", "丁", "戊"]),
        with(Stage::Run, ["甲", "", "丙", "", "戊"]),
        with(Stage::Land, ["甲", " ", "", "", ""]),
        with(Stage::Talk, ["甲"; 5]),
        with(Stage::End, ["甲"; 5]),
        framework,
        with(Stage::Build, ["", "", "丙", "", ""]),
    ];
    let board = office("2026-11-25", leads);
    let of = parties::completeness(&board, Some(Id::division(1)));
    assert_eq!((of.leads, of.whole, of.with), (4, 1, [3, 1, 3, 1, 2]));
    assert_eq!((of.share(), of.mean()), (Some(25), Some(25)));
    assert_eq!(parties::lacking(&board, None), [lead(3), lead(7), lead(2)]);
    let none = parties::completeness(&board, Some(Id::division(2)));
    assert_eq!((none.leads, none.share(), none.mean()), (0, None, None));
}
