//! The rules of the board as tables: founding, lights, stages, fields, money, ids, rights.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "rules/agenda.rs"]
mod agenda;
#[path = "rules/burnup.rs"]
mod burnup;
#[path = "rules/cluster.rs"]
mod cluster;
#[path = "rules/deployment.rs"]
mod deployment;
#[path = "rules/doubles.rs"]
mod doubles;
#[path = "rules/figures.rs"]
mod figures;
#[path = "rules/filters.rs"]
mod filters;
#[path = "rules/intents.rs"]
mod intents;
#[path = "rules/labels.rs"]
mod labels;
#[path = "rules/matrix.rs"]
mod matrix;
#[path = "rules/organisation.rs"]
mod organisation;
#[path = "rules/pledges.rs"]
mod pledges;
#[path = "rules/support.rs"]
mod support;
#[path = "rules/tables.rs"]
mod tables;
#[path = "rules/targets.rs"]
mod targets;
#[path = "rules/timeline.rs"]
mod timeline;

mod founding {
    use chrono::{DateTime, NaiveDate};
    use guatu::board::founding::{self, CharterError, Plan};
    use guatu::board::intent::Author;
    use guatu::board::{Board, RequestId, apply, check};
    use guatu::domain::{Id, Kind, Role};

    fn found(plan: &Plan) -> Board {
        let mut board = Board::new(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
        let now = DateTime::from_timestamp(1_795_420_800, 0).unwrap();
        let author = Author { board: &board, login: "wang", now, request: RequestId(1) };
        let tx = plan.propose(&author, "").sign(1, now, "wang");
        let checked = check(&board, tx).unwrap();
        apply(&mut board, checked);
        board
    }

    #[test]
    fn built_in_charter_founds_what_is_given_and_no_more() {
        let board = found(&founding::built_in());
        let counts: Vec<_> = Kind::ALL.iter().map(|kind| board.count(*kind)).collect();
        assert_eq!(counts, [1, 13, 6, 1, 0, 36, 0, 0, 0, 0]);
        assert_eq!(board.role("wang"), Role::Admin);
        assert_eq!(board.role("li"), Role::Viewer);
        assert_eq!(board.title(Id::division(5)), "海洋生物");
        assert_eq!(board.charter().period_end, NaiveDate::from_ymd_opt(2026, 12, 31));
        assert!(board.divisions().iter().all(|(_, d)| d.head.is_none() && d.positioning.is_empty()));
    }

    #[test]
    fn slips_of_a_charter_file_are_named() {
        let base = founding::example();
        let with = |from: &str, to: &str| Plan::parse(&base.replacen(from, to, 1)).unwrap_err().to_string();
        let cases = [
            (with("[thresholds]", "colour = 1\n[thresholds]"), "line 19: unknown field `colour`"),
            (with("pace_red = 30", "pace_red = 5"), "pace_red:"),
            (with("pace_red = 30", "pace_blue = 5"), "thresholds.pace_blue: 5 does not fit"),
            (with("pace_red = 30", "pace_red = -1"), "thresholds.pace_red: -1 does not fit"),
            (with("group = \"leading\"", "group = \"north\""), "divisions.1.group: north does not fit"),
            (with("众创服务", "信息"), "divisions.4.name_zh: 信息 stands twice"),
            (with("Asia/Shanghai", "Asia/Nowhere"), "time_zone: Asia/Nowhere does not fit"),
            (with("# period_end = 2026-12-31", "period_end = 12:00:00"), "period_end: 12:00:00 does not fit"),
            (with("name_zh = \"青岛", "name_zh \"青岛"), "line 5:"),
        ];
        for (said, expected) in cases {
            assert!(said.starts_with(expected), "{said} — expected {expected}");
        }
        assert_eq!(Plan::parse("name_zh = \"无\""), Err(CharterError::Divisions(0)));
    }
}

mod due {
    use std::collections::BTreeSet;

    use chrono::{Days, NaiveDate};
    use guatu::board::overview::{deadlines, deadlines_beside_leads, division_light};
    use guatu::board::{AnyRecord, Board};
    use guatu::domain::light::{Light, Reason, Signal};
    use guatu::domain::target::Measure;
    use guatu::domain::{Division, Id, Kind, Lead, Stage, Target};

    fn put(board: &mut Board, id: Id, record: impl Into<AnyRecord>) {
        board.load(id, 1, 1, "wang", &record.into().fields()).unwrap();
    }

    #[test]
    fn what_falls_due_beside_the_leads_is_what_is_still_open() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let on = |ago: u64| today.checked_sub_days(Days::new(ago));
        let mut board = Board::new(today);
        let home = Id::division(1);
        let division = Some(home);
        put(&mut board, home, Division::default());
        let dated = |due| Target { division, due, ..Target::default() };
        let held = |until| Target { hold_reason: "用地".into(), hold_until: until, ..dated(on(4)) };
        let counted = Target { measure: Measure::LeadsSign, goal: 1, ..dated(on(5)) };
        let rows = [
            ("a counted one that is reached", counted, false),
            ("one whose hold has run out", held(on(1)), true),
            ("one that is held today", held(Some(today)), false),
            ("one that is done", Target { done: on(3), ..dated(on(3)) }, false),
            ("an open one", dated(on(2)), true),
            ("another division's", Target { division: Some(Id::division(2)), ..dated(on(2)) }, false),
        ];
        put(&mut board, Id::division(2), Division::default());
        for (no, (_, target, _)) in (1..).zip(&rows) {
            put(&mut board, Id::new(Kind::Target, no), target.clone());
        }
        let lead = Lead { division, stage: Stage::Sign, due: on(6), ..Lead::default() };
        put(&mut board, Id::new(Kind::Lead, 1), lead);
        board.turn_to(today);
        let listed = deadlines_beside_leads(&board, home);
        assert!(listed.is_sorted());
        for (no, (what, _, wanted)) in (1..).zip(&rows) {
            let is_listed = listed.iter().any(|(_, id)| *id == Id::new(Kind::Target, no));
            assert_eq!(is_listed, *wanted, "{what}");
        }
        let all = deadlines(&board, division).filter(|(_, id)| id.kind != Kind::Lead);
        assert_eq!(listed.iter().copied().collect::<BTreeSet<_>>(), all.collect());
    }

    #[test]
    fn a_division_without_a_headline_target_says_so() {
        let mut board = Board::new(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
        put(&mut board, Id::division(1), Division::default());
        board.turn_to(board.today());
        let unset = Light::new(Signal::Grey, Reason::NoHeadline);
        assert_eq!(division_light(&board, Id::division(1)), unset);
    }
}

mod demo {
    use chrono::{DateTime, Duration};
    use guatu::board::overview;
    use guatu::demo;
    use guatu::domain::{Id, Kind, Reason, Role, Signal};
    use guatu::store::Store;
    use guatu::store::memory::MemoryStore;

    #[test]
    fn the_story_is_told_at_any_moment_of_a_day() {
        let noon = DateTime::from_timestamp(1_795_420_800, 0).unwrap();
        for hours in [0, 1, 5, 11, 13, 17, 24 * 40, 24 * 200] {
            let now = noon + Duration::hours(hours);
            let (board, journal) = demo::tell(now, "wang").unwrap();
            assert_eq!(board.head().seq, journal.len() as u64);
            assert!(journal.windows(2).all(|two| two[0].at <= two[1].at));
            assert!(journal.iter().all(|tx| tx.at <= now));
        }
    }

    #[test]
    fn a_store_made_of_the_demo_gives_it_back() {
        let now = DateTime::from_timestamp(1_795_420_800, 0).unwrap();
        let (board, journal) = demo::build(now, "wang");
        let mut store = MemoryStore::holding(&board, journal.clone());
        let (again, opened) = store.fill(board.today(), &mut |_| {}).unwrap();
        assert_eq!((opened.seq, again.head()), (board.head().seq, board.head()));
        assert!(again.index() == board.index(), "what is read off the records is the same");
        assert_eq!(again.undo().last_done("yanshi02"), board.undo().last_done("yanshi02"));
        for kind in Kind::ALL {
            assert_eq!(again.issued(kind), board.issued(kind), "{kind:?}");
            for id in board.ids(kind) {
                assert_eq!((again.record(id), again.touched(id)), (board.record(id), board.touched(id)));
            }
        }
        assert_eq!(store.journal().newest(None, usize::MAX).unwrap().len(), journal.len());
    }

    #[test]
    fn the_demo_is_rich() {
        let now = DateTime::from_timestamp(1_795_420_800, 0).unwrap();
        let (board, _) = demo::build(now, "yanshi07");
        assert_eq!(board.role("yanshi07"), Role::Admin);
        assert_eq!(board.count(Kind::Person), 32, "30 of the divisions and 2 of departments");
        let total = board.index().total();
        assert_eq!(total.stages.iter().sum::<u32>(), 161);
        assert!(total.stages.iter().all(|n| *n > 4), "{:?}", total.stages);
        assert!(total.lights.iter().skip(1).all(|n| *n > 5), "{:?}", total.lights);
        let lights: Vec<Signal> =
            (1..=6).map(|no| overview::division_light(&board, Id::division(no)).signal).collect();
        for signal in [Signal::Green, Signal::Yellow, Signal::Red] {
            assert!(lights.contains(&signal), "{lights:?}");
        }
        let targets = board.ids(Kind::Target);
        let reasons: Vec<Reason> = targets.iter().map(|id| overview::light_of(&board, *id).reason).collect();
        let seen = |like: fn(&Reason) -> bool| reasons.iter().any(like);
        assert!(seen(|r| matches!(r, Reason::CaughtUp)) && seen(|r| matches!(r, Reason::DoneInTime)));
        assert!(seen(|r| matches!(r, Reason::OnHold(Some(_)))) && seen(|r| matches!(r, Reason::NotStarted)));
        assert!(seen(|r| matches!(r, Reason::Overdue(_))) && seen(|r| matches!(r, Reason::Behind(31..))));
    }
}
