//! The rules of the board as tables: founding, lights, stages, fields, money, ids, rights.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

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
