//! Commitments: the line that is typed, the target that it becomes, and the list of them.

use chrono::{DateTime, NaiveDate, Utc};
use guatu::board::intent::{Author, Lack, Pledge};
use guatu::board::number::number;
use guatu::board::pledges;
use guatu::board::{Board, Proposal, Refusal, RequestId, Verb, apply, check, founding, invert, pledge_line};
use guatu::domain::target::{Area, Measure};
use guatu::domain::{FieldKey, Id, Kind, Signal, Value};
use proptest::prelude::*;

struct Hall {
    board: Board,
    now: DateTime<Utc>,
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn field(kind: Kind, key: &str) -> FieldKey {
    FieldKey::find(kind, key).unwrap()
}

impl Hall {
    /// A board with four people: two of them in divisions, one in none, one gone.
    fn open() -> Self {
        let now = DateTime::from_timestamp(1_795_420_800, 0).unwrap();
        let mut hall = Self { board: Board::new(day("2026-11-23")), now };
        hall.take(|author| founding::built_in().propose(author, ""));
        for (name, login, division, left) in [
            ("王强", "wq1", Some(5), None),
            ("李 海洋", "lihy", Some(1), None),
            ("赵敏", "zhao", None, None),
            ("王前", "", Some(2), None),
            ("钱离", "qian", Some(1), Some(day("2026-01-01"))),
        ] {
            let list = [
                ("name", Value::text(name)),
                ("login", Value::text(login)),
                ("division", division.map_or(Value::Empty, |no| Value::Ref(Id::division(no)))),
                ("left", left.map_or(Value::Empty, Value::Date)),
            ];
            let fields = list.map(|(key, value)| (field(Kind::Person, key), value));
            hall.take(|author| author.create(Kind::Person, fields.to_vec()));
        }
        hall
    }

    fn try_take(&mut self, make: impl FnOnce(&Author<'_>) -> Proposal) -> Result<Id, Refusal> {
        let seq = self.board.head().seq + 1;
        let author =
            Author { board: &self.board, login: "founder", now: self.now, request: RequestId(seq.into()) };
        let tx = number(&self.board, make(&author)).sign(seq, self.now, "founder");
        let id = tx.changes.first().map_or(Id::CHARTER, guatu::board::Change::id);
        let checked = check(&self.board, tx)?;
        apply(&mut self.board, checked);
        Ok(id)
    }

    fn take(&mut self, make: impl FnOnce(&Author<'_>) -> Proposal) -> Id {
        self.try_take(make).unwrap()
    }

    fn mark(&mut self, name: &str) -> Id {
        let fields = vec![(field(Kind::Mark, "name"), Value::text(name))];
        self.take(|author| author.create(Kind::Mark, fields))
    }

    fn pledge(&mut self, line: &str, mark: Id) -> Id {
        let pledge = Pledge { mark: Some(mark), ..pledge_line::read(&self.board, line).pledge };
        self.take(|author| author.pledge(&pledge).unwrap())
    }

    fn person(&self, name: &str) -> Option<Id> {
        self.board.people().iter().find(|(_, person)| person.name == name).map(|(id, _)| id)
    }
}

/// What a line says: name, goal, unit, due, owner, division.
type Said = (&'static str, i64, &'static str, &'static str, &'static str, u32);

const LINES: &[(&str, Said)] = &[
    ("签约氢能项目 2个 12月底 王强", ("签约氢能项目", 2, "个", "2026-12-31", "王强", 5)),
    (
        "Sign a hydrogen project, 2, by 2026-12-31, Wang Qiang",
        ("Sign a hydrogen project", 2, "", "2026-12-31", "王强", 5),
    ),
    ("王强 12月底前 2个 签约氢能项目", ("签约氢能项目", 2, "个", "2026-12-31", "王强", 5)),
    ("签约氢能项目，２个；１２月底；王强", ("签约氢能项目", 2, "个", "2026-12-31", "王强", 5)),
    ("签约氢能项目、2个、12月底、责任人：王强", ("签约氢能项目", 2, "个", "2026-12-31", "王强", 5)),
    ("到位资金 3亿元 年底前 wq1", ("到位资金", 3, "亿元", "2026-12-31", "王强", 5)),
    ("到位资金 1.2亿元 2027年3月底 王强", ("到位资金", 12_000, "万元", "2027-03-31", "王强", 5)),
    ("到位资金 3,500万 12月15日 王强", ("到位资金", 3_500, "万元", "2026-12-15", "王强", 5)),
    ("建成园区载体 1.5万平方米 明年6月底 王强", ("建成园区载体", 15_000, "平方米", "2027-06-30", "王强", 5)),
    ("印发专项政策 12月底 王强", ("印发专项政策", 0, "", "2026-12-31", "王强", 5)),
    ("走访 5家企业 12月底 lihaiyang", ("走访", 5, "家企业", "2026-12-31", "李 海洋", 1)),
    ("引进人才, 3 people, before Dec 31, lhy", ("引进人才", 3, "people", "2026-12-31", "李 海洋", 1)),
    // A word that begins with a number is no figure unless it counts something.
    ("建成5G实验室 1个 12月底 王强", ("建成5G实验室", 1, "个", "2026-12-31", "王强", 5)),
    ("改造 3号楼 12月底 王强", ("改造 3号楼", 0, "", "2026-12-31", "王强", 5)),
    // A figure at the end of a word counts, but not one that belongs to the word.
    ("签约3个项目 12月底 王强", ("签约", 3, "个项目", "2026-12-31", "王强", 5)),
    ("到位资金5000万元 12月底 王强", ("到位资金", 5_000, "万元", "2026-12-31", "王强", 5)),
    ("验收第3批项目 12月底 王强", ("验收第3批项目", 0, "", "2026-12-31", "王强", 5)),
    // A figure in English is no span of time.
    ("signed 500m month-end, Wang Qiang", ("signed", 5, "亿元", "2026-11-30", "王强", 5)),
    ("sign ¥1.2bn, end of December, Wang Qiang", ("sign", 12, "亿元", "2026-12-31", "王强", 5)),
    ("联系 13800001234 12月底 王强", ("联系 13800001234", 0, "", "2026-12-31", "王强", 5)),
    // A number of four digits is no year.
    ("整治 12月底 2000 亩 王强", ("整治", 2000, "亩", "2026-12-31", "王强", 5)),
    // What is left keeps its own signs and its order.
    ("签约项目、落户企业 12月底 王强 各", ("签约项目、落户企业 各", 0, "", "2026-12-31", "王强", 5)),
    // A division that is named goes before the owner's.
    ("海洋生物 办推介会 2场 12月底 李海洋", ("办推介会", 2, "场", "2026-12-31", "李 海洋", 5)),
    // Who works in no division says none.
    ("办推介会 2场 12月底 赵敏", ("办推介会", 2, "场", "2026-12-31", "赵敏", 0)),
    // Two people may be called so, and those who have left are called no more.
    ("办推介会 12月底 wangq", ("办推介会 wangq", 0, "", "2026-12-31", "", 0)),
    ("办推介会 12月底 wq", ("办推介会", 0, "", "2026-12-31", "", 0)),
    ("办推介会 12月底 钱离", ("办推介会 钱离", 0, "", "2026-12-31", "", 0)),
    ("办推介会", ("办推介会", 0, "", "", "", 0)),
    ("", ("", 0, "", "", "", 0)),
    (" ，、; ", ("", 0, "", "", "", 0)),
];

#[test]
fn a_line_is_read_by_what_its_words_are() {
    let hall = Hall::open();
    for (line, (name, goal, unit, due, owner, division)) in LINES {
        let expected = Pledge {
            division: Some(Id::division(*division)).filter(|id| id.no > 0),
            name: (*name).to_owned(),
            goal: *goal,
            unit: (*unit).to_owned(),
            due: due.parse().ok(),
            owner: hall.person(owner),
            mark: None,
        };
        assert_eq!(pledge_line::read(&hall.board, line).pledge, expected, "{line}");
    }
}

#[test]
fn who_may_be_meant_is_said_where_several_are_called_so() {
    let hall = Hall::open();
    let several = pledge_line::read(&hall.board, "办推介会 12月底 wq").several;
    assert_eq!(several, [hall.person("王强").unwrap(), hall.person("王前").unwrap()]);
    assert!(pledge_line::read(&hall.board, "办推介会 12月底 王强").several.is_empty());
}

proptest! {
    #[test]
    fn any_line_can_be_read(line in "\\PC{0,40}|[0-9.,，;、 王强月底个亿元by-]{0,40}") {
        let hall = Hall::open();
        let read = pledge_line::read(&hall.board, &line);
        prop_assert!(read.pledge.goal >= 0);
        prop_assert_eq!(read.pledge.name.trim(), &read.pledge.name);
    }

    #[test]
    fn the_order_of_words_does_not_matter(
        order in Just(vec!["新签 项目", "7家", "2027-03-05", "王强"]).prop_shuffle(),
        sign in prop::sample::select(vec![" ", ", ", "，", "；", "、"]),
    ) {
        let hall = Hall::open();
        let pledge = pledge_line::read(&hall.board, &order.join(sign)).pledge;
        prop_assert_eq!((pledge.goal, pledge.unit.as_str()), (7, "家"));
        prop_assert_eq!((pledge.due, pledge.owner), (Some(day("2027-03-05")), hall.person("王强")));
        prop_assert_eq!(pledge.name, "新签 项目");
    }
}

#[test]
fn a_pledge_is_a_target_that_names_its_meeting() {
    let mut hall = Hall::open();
    let mark = hall.mark("动员大会");
    let id = hall.pledge("签约氢能项目 2个 12月底 王强", mark);
    let target = hall.board.target(id).unwrap();
    assert_eq!((target.name.as_str(), target.goal, target.unit.as_str()), ("签约氢能项目", 2, "个"));
    assert_eq!((target.division, target.owner), (Some(Id::division(5)), hall.person("王强")));
    assert_eq!((target.area, target.measure), (Area::Recruit, Measure::Typed));
    assert_eq!(target.start, Some(day("2026-11-24").min(hall.board.today())));
    assert_eq!((target.due, target.baseline_due), (Some(day("2026-12-31")), Some(day("2026-12-31"))));
    assert_eq!(target.pledged, Some(mark));
    // A meeting at which something was pledged stays in the history.
    let fields = hall.board.record(mark).unwrap().fields();
    let change = guatu::board::Change::End { id: mark, fields };
    let taken = hall.try_take(|author| Proposal { changes: vec![change], ..author.edit(mark, Vec::new()) });
    assert!(matches!(taken, Err(Refusal::InUse { id, count: 1 }) if id == mark), "{taken:?}");
}

#[test]
fn a_pledge_is_undone_as_one() {
    let mut hall = Hall::open();
    let mark = hall.mark("动员大会");
    let pledge = pledge_line::read(&hall.board, "印发专项政策 12月底 王强").pledge;
    let pledge = Pledge { mark: Some(mark), ..pledge };
    let author = Author { board: &hall.board, login: "founder", now: hall.now, request: RequestId(9) };
    let proposal = author.pledge(&pledge).unwrap();
    assert_eq!((proposal.label.verb, proposal.label.name.as_str()), (Verb::Create, "印发专项政策"));
    let tx = number(&hall.board, proposal).sign(hall.board.head().seq + 1, hall.now, "founder");
    let checked = check(&hall.board, tx).unwrap();
    let done = apply(&mut hall.board, checked);
    assert_eq!(pledges::of(&hall.board, mark).len(), 1);
    hall.take(|_| invert(&done, RequestId(10)));
    assert_eq!((pledges::of(&hall.board, mark).len(), pledges::latest(&hall.board)), (0, None));
}

#[test]
fn what_a_pledge_lacks_is_said_and_nothing_is_made() {
    let mut hall = Hall::open();
    let mark = hall.mark("动员大会");
    let cases: &[(&str, &[Lack])] = &[
        ("", &[Lack::Name, Lack::Due, Lack::Owner]),
        ("签约项目", &[Lack::Due, Lack::Owner]),
        ("12月底 王强", &[Lack::Name]),
        ("签约项目 2026-01-31 王强", &[Lack::DueAhead]),
        ("签约项目 12月底 赵敏", &[Lack::Division]),
        ("签约项目 12月底 王强", &[]),
    ];
    for (line, lacks) in cases {
        let read = pledge_line::read(&hall.board, line).pledge;
        let pledge = Pledge { mark: Some(mark), ..read.clone() };
        assert_eq!(pledge.lacks(&hall.board), *lacks, "{line}");
        let author = Author { board: &hall.board, login: "founder", now: hall.now, request: RequestId(9) };
        assert_eq!(author.pledge(&pledge).err().unwrap_or_default(), *lacks, "{line}");
        assert_eq!(read.lacks(&hall.board).last(), Some(&Lack::Mark), "{line}");
    }
}

#[test]
fn areas_are_told_by_the_name() {
    let mut hall = Hall::open();
    let mark = hall.mark("动员大会");
    for (name, area) in [
        ("印发专项政策", Area::Policy),
        ("建成氢能研究院", Area::Platform),
        ("专业园区开园", Area::Park),
        ("走访企业", Area::Recruit),
        ("Open an industry park", Area::Park),
        ("办一件实事", Area::Other),
    ] {
        let id = hall.pledge(&format!("{name} 12月底 王强"), mark);
        assert_eq!(hall.board.target(id).unwrap().area, area, "{name}");
    }
}

#[test]
fn pledges_are_listed_by_meeting_division_and_due_date() {
    let mut hall = Hall::open();
    assert_eq!(pledges::latest(&hall.board), None);
    let first = hall.mark("动员大会");
    let old = hall.pledge("走访企业 5家 11月30日 王强", first);
    let second = hall.mark("调度会");
    let late = hall.pledge("签约项目 2个 12月底 王强", second);
    let soon = hall.pledge("签约平台 1个 12月10日 王强", second);
    let other = hall.pledge("办推介会 12月底 李海洋", second);
    hall.mark("无人立状的会");
    let ids = |mark: Id| pledges::of(&hall.board, mark).iter().map(|row| row.id).collect::<Vec<_>>();
    assert_eq!(pledges::latest(&hall.board), Some(second));
    assert_eq!(ids(second), [other, soon, late]);
    assert_eq!(ids(first), [old]);
    let light = pledges::of(&hall.board, first)[0].light;
    assert_eq!(light.signal, Signal::Green);
}
