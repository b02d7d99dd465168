//! Figures as tables: the furthest stage, rates, days from stage to stage, weeks and splits, counted
//! by hand; and the leads behind each figure are as many as it says.

use chrono::{DateTime, Duration, NaiveDate};
use guatu::board::figures::{
    self, By, Figure, Passage, Quarter, Scope, Share, Slice, WEEKS, furthest, intake,
};
use guatu::board::figures::{funnel::Standing, tempo::Median};
use guatu::board::rate::Rate;
use guatu::board::{AnyRecord, Behind, Board};
use guatu::demo;
use guatu::domain::division::Group;
use guatu::domain::lead::{Contract, EndReason, LeadKind};
use guatu::domain::money::Currency;
use guatu::domain::{Charter, Choice, Division, Id, Kind, Lead, Money, Person, Stage};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A Tuesday.
fn today() -> NaiveDate {
    date("2026-11-24")
}

/// So many days ago.
fn ago(days: i64) -> Option<NaiveDate> {
    today().checked_sub_signed(Duration::days(days))
}

const LEADING: Id = Id::division(1);
const SERVICE: Id = Id::division(2);
const ME: Id = Id::new(Kind::Person, 1);

fn put(board: &mut Board, id: Id, record: impl Into<AnyRecord>) {
    board.load(id, 1, 1, "wang", &record.into().fields()).unwrap();
}

fn office(today: NaiveDate, leads: &[Lead]) -> Board {
    let mut board = Board::new(today);
    put(&mut board, Id::CHARTER, Charter::default());
    put(&mut board, LEADING, Division { group: Group::Leading, ..Division::default() });
    put(&mut board, SERVICE, Division { group: Group::Service, ..Division::default() });
    put(&mut board, ME, Person { name: "王演示".into(), login: "wang".into(), ..Person::default() });
    for (no, lead) in (1..).zip(leads) {
        put(&mut board, Id::new(Kind::Lead, no), lead.clone());
    }
    board.turn_to(today);
    board
}

fn at(stage: Stage) -> Lead {
    Lead { stage, division: Some(LEADING), ..Lead::default() }
}

fn ended(left: Option<Stage>) -> Lead {
    Lead { left_stage: left, end_reason: Some(EndReason::Other), ..at(Stage::End) }
}

#[test]
fn the_furthest_stage_is_where_a_lead_stands_or_what_it_left() {
    let framework = |lead: Lead| Lead { contract_type: Some(Contract::Framework), ..lead };
    let back = Lead { signed: ago(5), ..at(Stage::Talk) };
    let parked = Lead { left_stage: Some(Stage::Lead), first_talk: ago(50), ..at(Stage::Park) };
    let dated = Lead { signed: ago(9), first_talk: ago(90), ..ended(None) };
    let table = [
        ("it stands there", at(Stage::Land), false, Stage::Land),
        ("it was moved back", back, false, Stage::Talk),
        ("a framework agreement", framework(at(Stage::Sign)), false, Stage::Talk),
        ("one that counts", framework(at(Stage::Sign)), true, Stage::Sign),
        ("a framework agreement that landed", framework(at(Stage::Land)), false, Stage::Land),
        ("ended, the stage it left is known", ended(Some(Stage::Sign)), false, Stage::Sign),
        ("ended, with a framework agreement", framework(ended(Some(Stage::Sign))), false, Stage::Talk),
        ("ended, only its dates tell", dated, false, Stage::Sign),
        ("ended, nothing tells", ended(None), false, Stage::Lead),
        ("parked from the inbox after it had talked", parked, false, Stage::Talk),
    ];
    for (what, lead, framework_counts, stage) in table {
        assert_eq!(furthest(&lead, framework_counts), stage, "{what}");
    }
}

#[test]
fn rates_are_of_what_could_reach_the_stage() {
    let service = |stage| Lead { division: Some(SERVICE), ..at(stage) };
    let talent = Lead { kind: LeadKind::Talent, ..at(Stage::Run) };
    let repeated = Lead { end_reason: Some(EndReason::Duplicate), ..ended(Some(Stage::Run)) };
    let board = office(
        today(),
        &[
            at(Stage::Lead),
            at(Stage::Talk),
            at(Stage::Sign),
            at(Stage::Land),
            at(Stage::Build),
            at(Stage::Run),
            ended(Some(Stage::Talk)),
            ended(Some(Stage::Sign)),
            service(Stage::Land),
            service(Stage::Run),
            talent,
            repeated,
        ],
    );
    let funnel = figures::of(&board, Scope::default()).funnel;
    assert_eq!(funnel.reached, [11, 10, 8, 6, 2, 3], "a duplicate is no lead of its own");
    let rates = Stage::ACTIVE.map(|stage| (funnel.rate(stage).part, funnel.rate(stage).whole));
    // 开工: 2 of the 3 landed that build. 投产: 1 of 2 built, 1 of 2 services, the talent.
    assert_eq!(rates, [(11, 11), (10, 11), (8, 10), (6, 8), (2, 3), (3, 5)]);
    let own = figures::of(&board, Scope::of(Some(SERVICE))).funnel;
    assert_eq!(own.rate(Stage::Build).points(), None, "nobody there builds: no rate, not nought");
    assert_eq!(own.rate(Stage::Run).points(), Some(50));
    let none = figures::of(&office(today(), &[]), Scope::default()).funnel;
    assert!(Stage::ACTIVE.iter().all(|stage| none.rate(*stage).points().is_none()));
    assert_eq!(none.money().points(), None);
}

#[test]
fn points_are_rounded_down_and_no_part_of_nothing() {
    let table = [
        ((0, 0), None, None),
        ((7, 0), None, None),
        ((0, 7), Some(0), Some(0)),
        ((1, 3), Some(33), Some(3)),
        ((1, 8), Some(12), Some(1)),
        // 100 means all.
        ((199, 200), Some(99), Some(9)),
        ((200, 200), Some(100), Some(10)),
        ((3, 2), Some(150), Some(15)),
        ((u64::MAX, u64::MAX), Some(100), Some(10)),
    ];
    for ((part, whole), points, tenths) in table {
        let rate = Rate { part, whole };
        assert_eq!((rate.points(), rate.tenths()), (points, tenths), "{part} of {whole}");
    }
    assert_eq!(Rate::of(-1_i64, 5_i64), Rate { part: 0, whole: 5 });
}

#[test]
fn money_is_of_the_signed_in_yuan() {
    let money = |stage, amount: Option<i64>, paid: Option<i64>| Lead {
        amount: amount.map(Money::cny),
        paid_in: paid.map(Money::cny),
        ..at(stage)
    };
    let dollars = Some(Money { amount: 9, currency: Currency::USD });
    let gone = Lead { left_stage: Some(Stage::Sign), ..money(Stage::End, Some(100), Some(10)) };
    let board = office(
        today(),
        &[
            money(Stage::Talk, Some(1_000), Some(500)),
            money(Stage::Sign, Some(300), None),
            money(Stage::Run, Some(600), Some(240)),
            money(Stage::Land, None, Some(70)),
            Lead { amount: dollars, paid_in: Some(Money::cny(50)), ..at(Stage::Sign) },
            Lead { paid_in: dollars, ..money(Stage::Sign, Some(0), None) },
            gone,
        ],
    );
    let funnel = figures::of(&board, Scope::default()).funnel;
    assert_eq!((funnel.paid_in, funnel.amount, funnel.money().points()), (250, 1_000, Some(25)));
}

#[test]
fn a_passage_lies_in_the_quarter_in_which_it_ended() {
    let table = [
        (0, Some(Quarter::Now)),
        (89, Some(Quarter::Now)),
        (90, Some(Quarter::Before)),
        (179, Some(Quarter::Before)),
        (180, None),
        (-1, None),
    ];
    for (days, quarter) in table {
        assert_eq!(Quarter::of(ago(days).unwrap(), today()), quarter, "{days} days ago");
    }
}

#[test]
fn a_median_is_the_middle_of_what_there_is() {
    let table: [(&[u32], Option<u32>); 6] = [
        (&[], None),
        (&[7], Some(7)),
        (&[9, 2], Some(6)),
        (&[9, 1, 2], Some(2)),
        (&[4, 1, 9, 5], Some(5)),
        (&[0, 0, 0, 1], Some(0)),
    ];
    for (days, median) in table {
        let n = u32::try_from(days.len()).unwrap();
        assert_eq!(Median::of(&mut days.to_vec()), Median { days: median, n }, "{days:?}");
    }
}

#[test]
fn days_are_counted_from_date_to_date() {
    let leap = |from: &str, to: &str| Lead {
        received: Some(date(from)),
        first_talk: Some(date(to)),
        ..at(Stage::Talk)
    };
    let builds = Lead { landed: ago(50), started: ago(30), running: ago(5), ..at(Stage::Run) };
    let skips = Lead { division: Some(SERVICE), started: None, ..builds.clone() };
    let back = Lead { first_talk: ago(60), signed: ago(20), ..at(Stage::Talk) };
    let slip = Lead { first_talk: ago(20), signed: ago(21), ..at(Stage::Sign) };
    let framework = Lead {
        contract_type: Some(Contract::Framework),
        first_talk: ago(60),
        signed: ago(20),
        ..at(Stage::Sign)
    };
    let same_day = Lead { signed: ago(20), first_talk: ago(20), ..at(Stage::Sign) };
    let table = [
        ("over a leap day", leap("2028-02-28", "2028-03-01"), Passage::Talk, Some(2)),
        ("in another year", leap("2027-02-28", "2027-03-01"), Passage::Talk, Some(1)),
        ("over the year's end", leap("2026-12-31", "2027-01-01"), Passage::Talk, Some(1)),
        ("one that builds", builds.clone(), Passage::Run, Some(25)),
        ("its start", builds, Passage::Build, Some(20)),
        ("one that skips building", skips.clone(), Passage::Run, Some(45)),
        ("which has no start", skips, Passage::Build, None),
        ("one that was moved back", back, Passage::Sign, None),
        ("the wrong way round", slip, Passage::Sign, None),
        ("a framework agreement", framework, Passage::Sign, None),
        ("on one day", same_day, Passage::Sign, Some(0)),
        ("no date", at(Stage::Sign), Passage::Sign, None),
    ];
    let board = office(today(), &[]);
    for (what, lead, passage, days) in table {
        let taken = passage.taken(&lead, Standing::of(&board, &lead)).map(|(_, days)| days);
        assert_eq!(taken, days, "{what}");
    }
}

#[test]
fn two_quarters_are_compared() {
    let talked =
        |received, talked| Lead { received: ago(received), first_talk: ago(talked), ..at(Stage::Talk) };
    let judged =
        |received, judged| Lead { received: ago(received), verdict_at: ago(judged), ..at(Stage::Lead) };
    let board = office(
        today(),
        &[
            talked(12, 10),
            talked(95, 89),
            talked(100, 90),
            talked(190, 179),
            talked(190, 180),
            judged(4, 1),
            judged(5, 1),
            judged(120, 100),
        ],
    );
    let all = figures::of(&board, Scope::default());
    let talk = all.tempo[0];
    assert_eq!((talk.now, talk.before), (Median { days: Some(4), n: 2 }, Median { days: Some(11), n: 2 }));
    assert_eq!(talk.faster(), Some(7));
    assert_eq!(all.tempo[1].faster(), None);
    assert_eq!((all.verdict.now.days, all.verdict.before.days), (Some(4), Some(20)));
    assert_eq!(all.in_time, Rate { part: 1, whole: 2 }, "three days are in time, four are not");
}

#[test]
fn a_lead_lies_in_its_iso_week() {
    let table = [
        ("2026-11-24", "2026-11-24", Some(0)),
        ("2026-11-24", "2026-11-23", Some(0)),
        ("2026-11-24", "2026-11-22", Some(1)),
        ("2026-11-29", "2026-11-23", Some(0)),
        ("2026-11-24", "2026-11-25", None),
        ("2026-11-24", "2026-06-01", Some(25)),
        ("2026-11-24", "2026-05-31", None),
        ("2027-01-03", "2026-12-28", Some(0)),
        ("2027-01-04", "2027-01-03", Some(1)),
        ("2028-03-01", "2028-02-29", Some(0)),
    ];
    for (today, received, week) in table {
        let lead = Lead { received: Some(date(received)), ..Lead::default() };
        assert_eq!(intake::week(&lead, date(today)), week, "{received} on {today}");
    }
    assert_eq!(intake::week(&Lead::default(), today()), None);
    let board = office(today(), &[Lead { received: ago(1), ..Lead::default() }]);
    let weeks = figures::of(&board, Scope::default()).weeks;
    assert_eq!((weeks[WEEKS - 1], weeks.iter().sum::<u32>()), (1, 1), "the current week is the last");
}

#[test]
fn splits_show_the_most_first_and_sum_up_the_rest() {
    let from = |source: &str, stage| Lead { source: source.into(), ..at(stage) };
    let shared = Lead { co_divisions: vec![SERVICE], owner: Some(ME), ..from("展会", Stage::Sign) };
    let mut leads = vec![shared, from(" 展会 ", Stage::Talk), from("", Stage::Lead)];
    leads.push(Lead { division: None, ..from("来访", Stage::Lead) });
    leads.push(Lead { kind: LeadKind::Talent, ..from("来访", Stage::Land) });
    leads.extend((0..10).map(|no| from(&format!("其他{no}"), Stage::Lead)));
    let board = office(today(), &leads);
    let rows = |by| split(&board, Scope::default(), by);
    let counts = |by| rows(by).iter().map(|row| row.funnel.at(Stage::Lead)).collect::<Vec<_>>();
    assert_eq!(counts(By::Division), [14, 1, 1], "a shared lead stands in both, one in none");
    assert_eq!(counts(By::Kind), [14, 0, 1]);
    assert_eq!(rows(By::Owner)[0].slice, Some(Slice::Owner(None)));
    assert_eq!(counts(By::Owner), [14, 1]);
    let sources = rows(By::Source);
    assert_eq!(counts(By::Source), [2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 3]);
    assert_eq!(sources[0].slice, Some(Slice::Source(Id::new(Kind::Lead, 1))), "of equals the older");
    assert_eq!(sources[10].slice, None);
    let whole: u32 = counts(By::Source).iter().sum();
    assert_eq!(whole, figures::of(&board, Scope::default()).funnel.at(Stage::Lead));
}

fn split(board: &Board, scope: Scope, by: By) -> Vec<Share> {
    let (_, [shares]) = figures::with_splits(board, scope, [by]);
    shares
}

/// Every figure of a scope with what it says.
fn all(board: &Board, scope: Scope) -> Vec<(Figure, u64)> {
    let figures = figures::of(board, scope);
    let mut all = Vec::new();
    for stage in Stage::ACTIVE {
        let rate = figures.funnel.rate(stage);
        all.push((Figure::Reached(stage), rate.part));
        all.push((Figure::Short(stage), rate.whole - rate.part));
    }
    for (passage, tempo) in Passage::ALL.into_iter().zip(figures.tempo) {
        for quarter in [Quarter::Now, Quarter::Before] {
            all.push((Figure::Made(passage, quarter), tempo.of(quarter).n.into()));
        }
    }
    for quarter in [Quarter::Now, Quarter::Before] {
        all.push((Figure::Verdict(quarter), figures.verdict.of(quarter).n.into()));
    }
    all.push((Figure::LateVerdict, figures.in_time.whole - figures.in_time.part));
    all.extend((0..WEEKS).map(|ago| (Figure::Week(ago), figures.weeks[WEEKS - 1 - ago].into())));
    all
}

#[test]
fn the_leads_behind_a_figure_are_as_many_as_it_says() {
    let (board, _) = demo::build(DateTime::from_timestamp(1_795_420_800, 0).unwrap(), "wang");
    let mut scopes = vec![Scope::default(), Scope::of(Some(LEADING))];
    for by in By::ALL {
        for scope in [Scope::default(), Scope::of(Some(Id::division(5)))] {
            let shares = split(&board, scope, *by);
            let (at_once, all) = figures::with_splits(&board, scope, [By::Owner, *by, By::Division]);
            assert_eq!((at_once, &all[1]), (figures::of(&board, scope), &shares), "{by:?} in one pass");
            for share in &shares {
                let Some(slice) = share.slice else { continue };
                let own = if *by == By::Division { Scope::default() } else { scope };
                assert_eq!(figures::of(&board, own.sliced(slice)).funnel, share.funnel, "{slice:?}");
                scopes.push(own.sliced(slice));
            }
        }
    }
    for scope in scopes {
        for (figure, says) in all(&board, scope) {
            let behind = Behind::Figure(figure, scope).leads(&board).len();
            assert_eq!(u64::try_from(behind).unwrap(), says, "{figure:?} of {scope:?}");
        }
    }
}
