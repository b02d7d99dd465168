//! Dates as people type them and sheets hold them.

use chrono::NaiveDate;
use guatu::domain::date_words::{DateProblem, Lean, parse, serial};
use guatu::domain::{Id, Kind, Lead};
use proptest::prelude::*;

use crate::counter::{Counter, plainly};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A Friday.
fn today() -> NaiveDate {
    day("2026-03-13")
}

#[test]
fn dates_that_say_it_all() {
    let table = [
        ("2024-3-5", "2024-03-05"),
        ("2024/3/5", "2024-03-05"),
        ("2024.3.5", "2024-03-05"),
        ("２０２４．３．５", "2024-03-05"),
        ("20240305", "2024-03-05"),
        ("2024年3月5日", "2024-03-05"),
        ("2024年03月05号", "2024-03-05"),
        ("24年3月5日", "2024-03-05"),
        ("2024-03-05T10:00:00Z", "2024-03-05"),
        ("2024-03-05 10:00:00.123+08:00", "2024-03-05"),
        ("2021/4/15 0:02", "2021-04-15"),
        ("15 Apr, 2021 00:02:00", "2021-04-15"),
        ("15-Apr-21", "2021-04-15"),
        ("April 15, 2021", "2021-04-15"),
        ("Apr 15th 2021", "2021-04-15"),
        ("15/04/2021", "2021-04-15"),
        ("04/15/2021", "2021-04-15"),
        ("03/03/2024", "2024-03-03"),
        ("2024年3月底", "2024-03-31"),
        ("2024年2月底前", "2024-02-29"),
        ("2024年底", "2024-12-31"),
        ("今年底", "2026-12-31"),
        ("年底前", "2026-12-31"),
        ("年底", "2026-12-31"),
        ("明年年底", "2027-12-31"),
        ("月底", "2026-03-31"),
        ("下月底", "2026-04-30"),
        ("下个月底", "2026-04-30"),
        ("2024年二季度末", "2024-06-30"),
        ("今天", "2026-03-13"),
        ("明天", "2026-03-14"),
        ("后天", "2026-03-15"),
        ("today", "2026-03-13"),
        ("Tomorrow", "2026-03-14"),
        ("本周五", "2026-03-13"),
        ("本周一", "2026-03-09"),
        ("下周一", "2026-03-16"),
        ("next mon", "2026-03-16"),
        ("+7d", "2026-03-20"),
        ("-3d", "2026-03-10"),
        ("2w", "2026-03-27"),
        ("3m", "2026-06-13"),
        ("1y", "2027-03-13"),
        ("＋7", "2026-03-20"),
        ("两周后", "2026-03-27"),
        ("eoy", "2026-12-31"),
    ];
    for (text, date) in table {
        for lean in [Lean::Start, Lean::End] {
            assert_eq!(parse(text, today(), lean), Ok(day(date)), "{text}");
        }
    }
}

#[test]
fn dates_that_lean() {
    let table = [
        ("2024.3", "2024-03-01", "2024-03-31"),
        ("2024-03", "2024-03-01", "2024-03-31"),
        ("202403", "2024-03-01", "2024-03-31"),
        ("2024年3月", "2024-03-01", "2024-03-31"),
        ("2024年", "2024-01-01", "2024-12-31"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024年3月上旬", "2024-03-01", "2024-03-10"),
        ("2024年3月中旬", "2024-03-11", "2024-03-20"),
        ("2024年2月下旬", "2024-02-21", "2024-02-29"),
        ("3月中旬", "2026-03-11", "2026-03-20"),
        ("预计6月下旬", "2026-06-21", "2026-06-30"),
        ("一季度", "2026-01-01", "2026-03-31"),
        ("2025年Q3", "2025-07-01", "2025-09-30"),
        ("第二季度末", "2026-06-30", "2026-06-30"),
        ("上半年", "2026-01-01", "2026-06-30"),
        ("6/30", "2026-06-30", "2026-06-30"),
        ("6-30", "2026-06-30", "2026-06-30"),
        ("6月30日", "2026-06-30", "2026-06-30"),
        ("3月5日", "2026-03-05", "2027-03-05"),
        ("12/30", "2025-12-30", "2026-12-30"),
        ("15 Apr", "2026-04-15", "2026-04-15"),
        ("2/29", "2024-02-29", "2028-02-29"),
        ("周五", "2026-03-13", "2026-03-13"),
        ("周四", "2026-03-12", "2026-03-19"),
        ("fri", "2026-03-13", "2026-03-13"),
        ("下周", "2026-03-16", "2026-03-22"),
        ("周末", "2026-03-14", "2026-03-15"),
        ("next month", "2026-04-01", "2026-04-30"),
    ];
    for (text, start, end) in table {
        assert_eq!(parse(text, today(), Lean::Start), Ok(day(start)), "{text} from its start");
        assert_eq!(parse(text, today(), Lean::End), Ok(day(end)), "{text} to its end");
    }
}

#[test]
fn what_is_no_date() {
    let table = [
        ("03/04/2024", DateProblem::Ambiguous),
        ("24-3-5", DateProblem::Ambiguous),
        ("2024-13-01", DateProblem::NoSuchDay),
        ("2024-02-30", DateProblem::NoSuchDay),
        ("2月30日", DateProblem::NoSuchDay),
        ("", DateProblem::Unreadable),
        ("soon", DateProblem::Unreadable),
        ("待定", DateProblem::Unreadable),
        ("2024-3-5至2024-4-5", DateProblem::Unreadable),
        ("45356", DateProblem::Unreadable),
        ("+999999999y", DateProblem::NoSuchDay),
        ("月", DateProblem::Unreadable),
        ("五季度", DateProblem::Unreadable),
        ("q0", DateProblem::Unreadable),
        ("第0季度末", DateProblem::Unreadable),
    ];
    for (text, problem) in table {
        assert_eq!(parse(text, today(), Lean::End), Err(problem), "{text}");
    }
}

#[test]
fn a_day_that_is_looked_back_at_has_come() {
    let table = [
        ("-30d", "2026-02-11"),
        ("昨天", "2026-03-12"),
        ("今天", "2026-03-13"),
        ("周五", "2026-03-13"),
        ("周六", "2026-03-07"),
        ("上周末", "2026-03-08"),
        ("月底", "2026-02-28"),
        ("上月底", "2026-02-28"),
        ("end of month", "2026-02-28"),
        ("年底", "2025-12-31"),
        ("本月", "2026-03-13"),
        ("2月", "2026-02-28"),
        ("10月1日", "2025-10-01"),
        ("四季度末", "2025-12-31"),
        ("2025年", "2025-12-31"),
        ("2027-01-01", "2027-01-01"),
        ("明天", "2026-03-14"),
    ];
    for (text, date) in table {
        assert_eq!(parse(text, today(), Lean::Past), Ok(day(date)), "{text}");
    }
}

#[test]
fn day_numbers_of_a_spreadsheet() {
    assert_eq!(serial("45356"), Some(day("2024-03-05")));
    assert_eq!(serial("45356.75"), Some(day("2024-03-05")));
    for text in ["2024", "123", "4535a", "999999", "", "."] {
        assert_eq!(serial(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn no_text_panics(text in ".{0,30}") {
        let _ = parse(&text, today(), Lean::End);
        let _ = serial(&text);
    }

    #[test]
    fn no_likely_text_panics(text in "[-+0-9/.:TtZ年月日底末上中下旬季度前周一二三十天后dwmyaprnextfi ,]{0,16}") {
        for lean in [Lean::Start, Lean::Past, Lean::End] {
            let _ = parse(&text, today(), lean);
            let _ = parse(&text, NaiveDate::MAX, lean);
            let _ = parse(&text, NaiveDate::MIN, lean);
        }
    }

    #[test]
    fn a_date_reads_back(days in 0_i64..2_900_000) {
        let date = day("1000-01-01") + chrono::Days::new(days.unsigned_abs());
        prop_assert_eq!(parse(&date.to_string(), today(), Lean::Start), Ok(date));
    }
}

#[test]
fn a_day_without_its_year_is_of_the_year_that_the_title_says() {
    let sheet = |title: &str| {
        format!(
            "{title}\n项目名称,事业部,签约时间,完成时限\n演示·甲,金融,12月5日,11月20日\n演示·乙,金融,2025-3-1,二季度末\n"
        )
    };
    for (title, signed, due, quarter) in [
        ("2026年11月招商台账,,,", "2026-12-05", "2026-11-20", "2026-06-30"),
        ("2025年招商台账,,,", "2025-12-05", "2025-11-20", "2025-06-30"),
        // Without a title, or with two years, it is of this year.
        ("招商台账,,,", "2026-12-05", "2026-11-20", "2026-06-30"),
        ("2025年至2026年招商台账,,,", "2026-12-05", "2026-11-20", "2026-06-30"),
    ] {
        let mut counter = Counter::new();
        let said = counter.import(&plainly(), sheet(title).as_bytes());
        assert_eq!((said.code, said.error()), (0, String::new()), "{}", said.text());
        let board = counter.engine.board();
        let day = |n, of: fn(&Lead) -> Option<NaiveDate>| {
            board.lead(Id::new(Kind::Lead, n)).and_then(of).map(|day| day.to_string())
        };
        let found = (day(1, |lead| lead.signed), day(1, |lead| lead.due), day(2, |lead| lead.due));
        let expected = (Some(signed.to_owned()), Some(due.to_owned()), Some(quarter.to_owned()));
        assert_eq!(found, expected, "{title}");
    }
}
