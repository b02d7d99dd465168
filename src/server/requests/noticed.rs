//! What is said of an import beside what is wrong with it, a line each, and said even where all else is
//! well. May use `exchange`, `locales`.

use super::imported::{SHOWN, told_cell};
use crate::domain::Lang;
use crate::exchange::import::Report;
use crate::say;
use crate::ui::text;

/// So many columns are named.
const NAMED: usize = 12;

/// The lines of a sheet.
pub(super) fn lines(report: &Report, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    lines.extend(aside(report, lang));
    if let Some(yearless) = &report.yearless {
        let (cell, day) = (told_cell(report, &yearless.cell), yearless.day.to_string());
        lines.push(say!(lang, "import-yearless", count = yearless.count, cell = cell, day = day));
    }
    for (key, count) in [("import-hidden", report.hidden), ("import-no-division", report.undivided)] {
        if count > 0 {
            lines.push(say!(lang, key, count = count));
        }
    }
    lines
}

/// The columns that are no field.
fn aside(report: &Report, lang: Lang) -> Option<String> {
    let headers = report.aside.iter().filter_map(|at| report.columns.get(*at));
    let mut names: Vec<String> =
        headers.take(NAMED).map(|column| text::line(&column.header, SHOWN, "...")).collect();
    if report.aside.len() > NAMED {
        names.push("...".to_owned());
    }
    let (count, names) = (report.aside.len(), names.join(lang.pick("、", ", ")));
    let key = if report.what.has_extra() { "import-aside-kept" } else { "import-aside-left" };
    (count > 0).then(|| say!(lang, key, count = count, names = names))
}
