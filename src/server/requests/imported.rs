//! An import's report in words. May use `exchange`, `locales`.

use super::import::Around;
use super::noticed;
use crate::board::Board;
use crate::board::doubles::Likeness;
use crate::domain::{Choice, FieldKey, Lang, Shape, Stage};
use crate::exchange::import::header::{Column, Goes, Passed, Sure};
use crate::exchange::import::{Cell, Double, Issue, Like, Report, What, Why};
use crate::exchange::sheet::letters;
use crate::locales::problem;
use crate::say;
use crate::ui::text::{self, clean};

/// So many problems are printed; the rest are counted.
const PRINTED: usize = 200;
/// Of a cell or a header so many columns are shown.
pub(super) const SHOWN: usize = 40;
/// Files that have no encoding of their own to be told.
const BOOKS: &[&str] = &["XLSX", "XLS", "ODS"];
/// So many headers, and rows that may be something else, are named.
const LISTED: usize = 20;

/// The reports as lines of text.
pub(super) fn lines(reports: &[Report], around: &Around, board: &Board, lang: Lang) -> Vec<String> {
    let mut lines: Vec<String> =
        reports.iter().flat_map(|report| of_sheet(report, around, board, lang)).collect();
    if !around.others.is_empty() {
        lines.push(say!(lang, "import-others", names = list(&around.others, lang)));
    }
    if !around.passed.is_empty() {
        lines.push(say!(lang, "import-passed", names = list(&around.passed, lang)));
    }
    if let Some(name) = around.fitting.first() {
        lines.push(say!(lang, "import-fitting", name = clean(name)));
    }
    lines
}

fn of_sheet(report: &Report, around: &Around, board: &Board, lang: Lang) -> Vec<String> {
    let mut lines = head(report, around, lang);
    lines.extend(report.columns.iter().enumerate().map(|(at, column)| column_line(at, column, lang)));
    if let Some(field) = report.named_by {
        lines.push(say!(lang, "import-named-by", field = field.spec().label(lang)));
    }
    lines.extend(noticed::lines(report, lang));
    lines.extend(counts(report, lang));
    for (key, names) in [("import-people", &report.people), ("import-units", &report.units)] {
        if !names.is_empty() {
            lines.push(say!(lang, key, count = names.len(), names = list(names, lang)));
        }
    }
    if report.below > 0 {
        lines.push(say!(lang, "import-below", count = report.below));
    }
    if report.refused > 0 {
        lines.push(say!(lang, "import-again"));
    }
    for column in &report.fillable {
        let header = report.columns.get(*column).map_or("", |column| &column.header);
        lines.push(say!(lang, "import-fillable", header = clean(header)));
    }
    lines.extend(report.doubles.iter().take(LISTED).map(|double| double_line(double, board, lang)));
    if report.doubles.len() > LISTED {
        lines.push(say!(lang, "import-more-doubles", count = report.doubles.len() - LISTED));
    }
    if report.unlooked > 0 {
        lines.push(say!(lang, "import-unlooked", count = report.unlooked));
    }
    lines.extend(report.issues.iter().take(PRINTED).map(|issue| issue_line(report, issue, board, lang)));
    if report.issues.len() > PRINTED {
        lines.push(say!(lang, "import-more-issues", count = report.issues.len() - PRINTED));
    }
    lines
}

/// What was read, and as what.
fn head(report: &Report, around: &Around, lang: Lang) -> Vec<String> {
    let (encoding, header, rows) = (report.encoding, report.header_row, report.rows);
    let mut lines = Vec::new();
    if around.is_book {
        lines.push(say!(lang, "import-sheet", name = clean(&report.sheet)));
    }
    lines.push(if header == 0 {
        say!(lang, "import-read-json", what = report.what.label(lang), rows = rows)
    } else if BOOKS.contains(&encoding) {
        say!(lang, "import-read-book", form = encoding, header = header, rows = rows)
    } else {
        say!(lang, "import-read", encoding = encoding, header = header, rows = rows)
    });
    if report.what != What::Leads && header > 0 {
        lines.push(say!(lang, "import-as", what = report.what.label(lang)));
    }
    lines
}

fn counts(report: &Report, lang: Lang) -> Vec<String> {
    let (created, refused) = (report.created, report.refused);
    let mut lines = vec![if report.changed > 0 {
        let (changed, same) = (report.changed, report.same);
        say!(
            lang,
            "import-counts-changed",
            created = created,
            changed = changed,
            same = same,
            refused = refused
        )
    } else {
        say!(lang, "import-counts", created = created, present = report.present(), refused = refused)
    }];
    let absent = if report.what == What::SixOnes { "import-absent-of" } else { "import-absent" };
    for (key, count) in
        [("import-differing", report.differing), (absent, report.absent), ("import-skipped", report.skipped)]
    {
        if count > 0 {
            lines.push(say!(lang, key, count = count));
        }
    }
    lines
}

/// What was done, and how it is taken back.
pub(super) fn done(file: &str, reports: &[Report], lang: Lang) -> String {
    let file = clean(file).into_owned();
    let created: u32 = reports.iter().map(|report| report.created).sum();
    let changed: u32 = reports.iter().map(|report| report.changed).sum();
    let refused: u32 = reports.iter().map(|report| report.refused).sum();
    let left = if refused > 0 { say!(lang, "import-done-left", refused = refused) } else { String::new() };
    if changed == 0 {
        return say!(lang, "import-done", file = file, created = created, left = left);
    }
    say!(lang, "import-done-changed", file = file, created = created, changed = changed, left = left)
}

/// That there is nothing to bring in.
pub(super) fn none(file: &str, is_new: bool, lang: Lang) -> String {
    let file = clean(file).into_owned();
    say!(lang, if is_new { "import-nothing" } else { "import-nothing-of" }, file = file)
}

/// What must be said of columns before they can be brought in: the unit of bare amounts, the order
/// of days.
pub(super) fn asked(reports: &[Report], lang: Lang) -> String {
    let of = |cells: &dyn Fn(&Report) -> &Vec<Cell>| {
        let told = reports.iter().flat_map(|report| cells(report).iter().map(move |cell| (report, cell)));
        let told: Vec<String> = told.map(|(report, cell)| told_cell(report, cell)).collect();
        told.join(lang.pick("、", ", "))
    };
    let (units, days) = (of(&|report| &report.unitless), of(&|report| &report.unordered));
    let units = (!units.is_empty()).then(|| say!(lang, "import-no-unit", columns = units));
    let days = (!days.is_empty()).then(|| say!(lang, "import-no-order", columns = days));
    units.into_iter().chain(days).collect::<Vec<_>>().join("\n")
}

pub(super) fn told_cell(report: &Report, cell: &Cell) -> String {
    let header = report.columns.get(cell.column).map_or("", |column| &column.header);
    format!("{} {} \"{}\"", cell.address(), clean(header), text::line(&cell.text, SHOWN, "..."))
}

fn list(names: &[String], lang: Lang) -> String {
    clean(&names.join(lang.pick("、", ", "))).into_owned()
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
    let why = why(&issue.why, report.what, board, lang);
    let Some(column) = issue.column.and_then(|at| report.columns.get(at)) else {
        return say!(lang, "import-issue-row", row = issue.row, why = why);
    };
    let cell = format!("{} {}", issue.address(), clean(&column.header));
    if issue.text.trim().is_empty() {
        return say!(lang, "import-issue-blank", cell = cell, why = why);
    }
    let text = text::line(&issue.text, SHOWN, "...");
    say!(lang, "import-issue", cell = cell, text = text, why = why)
}

fn double_line(double: &Double, board: &Board, lang: Lang) -> String {
    let like = match double.like {
        Like::Record(id) => format!("{id} {}", clean(board.title(id))),
        Like::Row(row) => say!(lang, "import-like-row", row = row),
    };
    let why = likeness(double.why, lang);
    let name = text::line(&double.name, SHOWN, "...");
    say!(lang, "import-double", row = double.row, name = name, like = like, why = why)
}

/// Why two leads may be the same.
pub(in crate::server) fn likeness(why: Likeness, lang: Lang) -> String {
    let key = match why {
        Likeness::CreditCode => "view-same-code",
        Likeness::Phone => "view-same-phone",
        Likeness::Name(_) => "view-same-name",
        Likeness::Investor => "view-same-investor",
    };
    say!(lang, key)
}

/// Where a column goes, in words.
pub(super) fn goes(goes: Goes, lang: Lang) -> String {
    match goes {
        Goes::Field(field) => field.spec().label(lang).to_owned(),
        Goes::Progress => say!(lang, "import-to-progress"),
        Goes::Remark => say!(lang, "import-to-remark"),
        Goes::Extra => say!(lang, "import-to-extra"),
        Goes::Out => say!(lang, "import-to-nothing"),
    }
}

fn column_line(at: usize, column: &Column, lang: Lang) -> String {
    let because = match (column.passed, column.sure) {
        (Some(Passed::Taken(field)), _) => say!(lang, "import-taken", field = field.spec().label(lang)),
        (Some(Passed::Unlike(field)), _) => say!(lang, "import-unlike", field = field.spec().label(lang)),
        (None, Sure::Guessed(score)) => say!(lang, "import-guessed", score = u32::from(score)),
        (None, _) => String::new(),
    };
    let header = clean(&column.header).into_owned();
    format!("  {:>3}  {header} -> {}{because}", letters(at), goes(column.goes, lang))
}

/// What is wrong with a cell or a row, and what becomes of it.
pub(in crate::server) fn why(why: &Why, what: What, board: &Board, lang: Lang) -> String {
    let label = |field: &FieldKey| field.spec().label(lang);
    let kept = match (what.has_extra(), what.has_notes()) {
        (true, _) => "import-kept",
        (false, true) => "import-noted",
        (false, false) => "import-left",
    };
    let kept = say!(lang, kept);
    match why {
        Why::Nameless => say!(lang, "import-nameless"),
        Why::Twice(row) if what.has_extra() => say!(lang, "import-twice", row = *row),
        Why::Twice(row) => say!(lang, "import-twice-of", row = *row),
        Why::Stage => {
            let stages: Vec<&str> = Stage::OPTIONS.iter().map(|stage| stage.label(lang)).collect();
            say!(lang, "import-stage", stages = stages.join(lang.pick("、", ", ")))
        }
        Why::Lacks(field) if field.key() == "division" => say!(lang, "import-undivided"),
        Why::Lacks(field) => say!(lang, "import-lacks", field = label(field)),
        Why::Admins => say!(lang, "import-admins"),
        Why::Login(Like::Row(row)) => say!(lang, "import-login-row", row = *row),
        Why::Login(Like::Record(id)) => {
            say!(lang, "import-login", id = id.to_string(), name = board.title(*id))
        }
        Why::Vague(field) => {
            let words = match field.spec().shape {
                Shape::Choice(options) => options.iter().map(|option| option.label(lang)).collect(),
                _ => Vec::new(),
            };
            let words = words.join(lang.pick("、", ", "));
            say!(lang, "import-vague", field = label(field), words = words)
        }
        Why::Unlike(field) => {
            let goes = goes(what.rest(), lang);
            say!(lang, "import-unlike-column", field = label(field), goes = goes)
        }
        Why::Several(field) => say!(lang, "import-several", field = label(field), kept = kept),
        Why::Rounded(field) => say!(lang, "import-rounded", field = label(field), kept = kept),
        Why::Unread(field, problem) => {
            let is_area = field.key() == "area";
            let kept = if is_area { say!(lang, "import-other-area", kept = kept) } else { kept };
            let problem = problem::said(problem, board, lang);
            say!(lang, "import-unread", field = label(field), problem = problem, kept = kept)
        }
    }
}
