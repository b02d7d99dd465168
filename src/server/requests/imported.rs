//! An import's report in words. May use `exchange`, `locales`.

use std::collections::BTreeMap;

use crate::board::Board;
use crate::domain::{Choice, Lang, Stage};
use crate::exchange::import::header::{Column, Goes, Passed};
use crate::exchange::import::{Issue, Report, Why};
use crate::exchange::sheet::letters;
use crate::locales::problem;
use crate::say;
use crate::ui::text::{self, clean};

/// So many problems are printed; the rest are counted.
const PRINTED: usize = 200;
/// Of a cell or a header so many columns are shown.
const SHOWN: usize = 40;
/// So many headers are named.
const LISTED: usize = 20;

/// The report as lines of text.
pub(super) fn lines(report: &Report, board: &Board, lang: Lang) -> Vec<String> {
    let (encoding, header, rows) = (report.encoding, report.header_row, report.rows);
    let mut lines = vec![if header == 0 {
        say!(lang, "import-read-json", rows = rows)
    } else {
        say!(lang, "import-read", encoding = encoding, header = header, rows = rows)
    }];
    lines.extend(report.columns.iter().enumerate().map(|(at, column)| column_line(at, column, lang)));
    if let Some(field) = report.named_by {
        lines.push(say!(lang, "import-named-by", field = field.spec().label(lang)));
    }
    lines.push(say!(
        lang,
        "import-counts",
        created = report.created,
        present = report.present,
        refused = report.refused
    ));
    for (key, names) in [("import-people", &report.people), ("import-units", &report.units)] {
        if !names.is_empty() {
            let list = clean(&names.join(lang.pick("、", ", "))).into_owned();
            lines.push(say!(lang, key, count = names.len(), names = list));
        }
    }
    if report.below > 0 {
        lines.push(say!(lang, "import-below", count = report.below));
    }
    if report.refused > 0 {
        lines.push(say!(lang, "import-again"));
    }
    lines.extend(report.issues.iter().take(PRINTED).map(|issue| issue_line(report, issue, board, lang)));
    if report.issues.len() > PRINTED {
        lines.push(say!(lang, "import-more-issues", count = report.issues.len() - PRINTED));
    }
    lines
}

/// What must be said of columns with bare amounts before they can be brought in.
pub(super) fn unitless(report: &Report, columns: &BTreeMap<usize, (u32, String)>, lang: Lang) -> String {
    let cell = |(at, (row, text)): (&usize, &(u32, String))| {
        let header = report.columns.get(*at).map_or("", |column| &column.header);
        format!("{}{row} {} \"{}\"", letters(*at), clean(header), text::line(text, SHOWN, "..."))
    };
    let cells: Vec<String> = columns.iter().map(cell).collect();
    say!(lang, "import-no-unit", columns = cells.join(lang.pick("、", ", ")))
}

/// Headers with their letters, on one line.
pub(super) fn header_list(headers: &[String], lang: Lang) -> String {
    let named = headers.iter().take(LISTED).enumerate();
    let mut list: Vec<String> =
        named.map(|(at, header)| format!("{} {}", letters(at), text::line(header, SHOWN, "..."))).collect();
    if headers.len() > LISTED {
        list.push("...".to_owned());
    }
    list.join(lang.pick("、", ", "))
}

fn issue_line(report: &Report, issue: &Issue, board: &Board, lang: Lang) -> String {
    let column = issue.column.and_then(|at| Some((at, report.columns.get(at)?)));
    let cell = column.map_or_else(
        || issue.row.to_string(),
        |(at, column)| format!("{}{} {}", letters(at), issue.row, clean(&column.header)),
    );
    let text = text::line(&issue.text, SHOWN, "...");
    say!(lang, "import-issue", cell = cell, text = text, why = why(&issue.why, board, lang))
}

fn column_line(at: usize, column: &Column, lang: Lang) -> String {
    let to = match column.goes {
        Goes::Field(field) => field.spec().label(lang).to_owned(),
        Goes::Progress => say!(lang, "import-to-progress"),
        Goes::Remark => say!(lang, "import-to-remark"),
        Goes::Extra => say!(lang, "import-to-extra"),
    };
    let because = match column.passed {
        Some(Passed::Taken(field)) => say!(lang, "import-taken", field = field.spec().label(lang)),
        Some(Passed::Unlike(field)) => say!(lang, "import-unlike", field = field.spec().label(lang)),
        None => String::new(),
    };
    let header = clean(&column.header).into_owned();
    format!("  {:>3}  {header} -> {to}{because}", letters(at))
}

fn why(why: &Why, board: &Board, lang: Lang) -> String {
    match why {
        Why::Nameless => say!(lang, "import-nameless"),
        Why::Twice(row) => say!(lang, "import-twice", row = *row),
        Why::Stage => {
            let stages: Vec<&str> = Stage::OPTIONS.iter().map(|stage| stage.label(lang)).collect();
            say!(lang, "import-stage", stages = stages.join(lang.pick("、", ", ")))
        }
        Why::SeveralPeople => say!(lang, "import-several-people"),
        Why::Unread(field, problem) => {
            let problem = problem::said(problem, board, lang);
            say!(lang, "import-unread", field = field.spec().label(lang), problem = problem)
        }
    }
}
