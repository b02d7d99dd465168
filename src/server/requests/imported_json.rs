//! An import's report for programs: one document of a shape that is kept. What is added leaves its
//! mark as it is, anything else raises it. May use `exchange`, `imported`.

use serde_json::{Value as Json, json};

use super::import::Around;
use super::imported;
use super::json::{self, Shape};
use crate::board::Board;
use crate::domain::{Choice, FieldKey, Lang};
use crate::exchange::import::header::{Column, Passed, Sure, name_of};
use crate::exchange::import::{Cell, Double, Issue, Like, Report, Update, Why, Yearless};
use crate::exchange::sheet::letters;
use crate::wire::Import;

/// The document. `seq` is the Transaction that it became, if it became one.
pub(super) fn document(
    import: &Import,
    reports: &[Report],
    around: &Around,
    seq: Option<u64>,
    (board, lang): (&Board, Lang),
) -> Vec<u8> {
    let sum = |of: &dyn Fn(&Report) -> u32| reports.iter().map(of).sum::<u32>();
    let object = json!({
        "file": import.file,
        "dry_run": import.dry_run,
        "seq": seq,
        "undo": seq.map(|_| "guatu undo"),
        "counts": {
            "created": sum(&|r| r.created),
            "changed": sum(&|r| r.changed),
            "same": sum(&|r| r.same),
            "differing": sum(&|r| r.differing),
            "absent": sum(&|r| r.absent),
            "skipped": sum(&|r| r.skipped),
            "refused": sum(&|r| r.refused),
        },
        "people": reports.iter().flat_map(|r| &r.people).collect::<Vec<_>>(),
        "units": reports.iter().flat_map(|r| &r.units).collect::<Vec<_>>(),
        "other_sheets": around.others,
        "passed_sheets": around.passed,
        "saved": around.fitting,
        "sheets": reports.iter().map(|report| sheet(report, board, lang)).collect::<Vec<_>>(),
    });
    match object {
        Json::Object(object) => json::document(Shape::Import, object),
        _ => Vec::new(),
    }
}

fn sheet(report: &Report, board: &Board, lang: Lang) -> Json {
    let columns = report.columns.iter().enumerate().map(|(at, one)| column(at, one));
    json!({
        "name": report.sheet,
        "kind": report.what.code(),
        "encoding": report.encoding,
        "header_row": report.header_row,
        "rows": report.rows,
        "below": report.below,
        "hidden": report.hidden,
        "named_by": report.named_by.map(FieldKey::key),
        "columns": columns.collect::<Vec<_>>(),
        "unit_missing": report.unitless.iter().map(cell).collect::<Vec<_>>(),
        "order_missing": report.unordered.iter().map(cell).collect::<Vec<_>>(),
        "unmapped": report.aside.iter().map(|at| letters(*at)).collect::<Vec<_>>(),
        "yearless": report.yearless.as_ref().map(yearless),
        "undivided": report.undivided,
        "fill_down": report.fillable.iter().map(|at| letters(*at)).collect::<Vec<_>>(),
        "updates": report.updates.iter().map(update).collect::<Vec<_>>(),
        "doubles": report.doubles.iter().map(|one| double(one, lang)).collect::<Vec<_>>(),
        "doubles_unlooked": report.unlooked,
        "problems": report.issues.iter().map(|one| issue(report, one, board, lang)).collect::<Vec<_>>(),
    })
}

fn column(at: usize, column: &Column) -> Json {
    let (sure, score) = match column.sure {
        Sure::None => ("none", None),
        Sure::Guessed(score) => ("guessed", Some(score)),
        Sure::Synonym => ("synonym", None),
        Sure::Label => ("label", None),
        Sure::Mapped => ("mapped", None),
    };
    let passed = column.passed.map(|passed| match passed {
        Passed::Taken(field) => json!({ "why": "taken", "field": field.key() }),
        Passed::Unlike(field) => json!({ "why": "unlike", "field": field.key() }),
    });
    json!({
        "column": letters(at),
        "header": column.header,
        "to": name_of(column.goes),
        "unit": column.unit.map(|unit| json!({ "times": unit.times, "currency": unit.currency.code() })),
        "sure": sure,
        "score": score,
        "passed": passed,
    })
}

fn cell(cell: &Cell) -> Json {
    json!({ "cell": cell.address(), "text": cell.text })
}

fn yearless(yearless: &Yearless) -> Json {
    let (at, text) = (yearless.cell.address(), &yearless.cell.text);
    json!({ "count": yearless.count, "cell": at, "text": text, "read": yearless.day.to_string() })
}

fn update(update: &Update) -> Json {
    let fields: Vec<&str> = update.fields.iter().map(|field| field.key()).collect();
    json!({ "row": update.row, "id": update.id.to_string(), "fields": fields, "notes": update.notes })
}

fn double(double: &Double, lang: Lang) -> Json {
    let (record, row) = match double.like {
        Like::Record(id) => (Some(id.to_string()), None),
        Like::Row(row) => (None, Some(row)),
    };
    let why = imported::likeness(double.why, lang);
    json!({ "row": double.row, "name": double.name, "like": record, "like_row": row, "why": why })
}

fn issue(report: &Report, issue: &Issue, board: &Board, lang: Lang) -> Json {
    let (code, field) = match &issue.why {
        Why::Nameless => ("nameless", None),
        Why::Twice(_) => ("twice", None),
        Why::Stage => ("stage", None),
        Why::Lacks(field) => ("lacks", Some(field.key())),
        Why::Admins => ("admins", None),
        Why::Login(_) => ("login", Some("login")),
        Why::Vague(field) => ("vague", Some(field.key())),
        Why::Unread(field, _) => ("unread", Some(field.key())),
        Why::Unlike(field) => ("unlike", Some(field.key())),
        Why::Several(field) => ("several", Some(field.key())),
        Why::Rounded(field) => ("rounded", Some(field.key())),
    };
    json!({
        "cell": issue.address(),
        "row": issue.row,
        "header": issue.column.and_then(|at| report.columns.get(at)).map(|column| &column.header),
        "text": issue.text,
        "code": code,
        "field": field,
        "refuses": issue.why.refuses(),
        "message": imported::why(&issue.why, report.what, board, lang),
    })
}
