//! Why a file cannot be imported at all, in words. May use `exchange`, `locales`.

use super::imported::header_list;
use crate::board::Board;
use crate::domain::{Choice, FieldKey, Kind, Lang};
use crate::exchange::import::{BadFile, BadJson, BadLead, What};
use crate::exchange::sheet::BadSheet;
use crate::locales::{problem, refusal};
use crate::say;
use crate::ui::text::clean;

/// What is wrong with a file, in a sentence.
pub(in crate::server) fn said(bad: &BadFile, board: &Board, lang: Lang) -> String {
    match bad {
        BadFile::Sheet(bad) => sheet(bad, lang),
        BadFile::Json(bad) => json(bad, board, lang),
        BadFile::Matrix => say!(lang, "import-matrix"),
        BadFile::NoName { what: What::Leads | What::Talents, row, headers } => {
            let hint = garbled(headers, lang);
            say!(lang, "import-no-name", row = *row, headers = header_list(headers, lang), hint = hint)
        }
        BadFile::NoName { what, row, headers } => say!(
            lang,
            "import-no-name-of",
            what = what.label(lang),
            row = *row,
            headers = header_list(headers, lang),
            hint = garbled(headers, lang)
        ),
        BadFile::NoField { field, what } => {
            let fields = field_names(*what, lang);
            say!(lang, "import-no-field", field = clean(field), what = what.label(lang), fields = fields)
        }
        BadFile::NoHeader { header, row, headers } => say!(
            lang,
            "import-no-header",
            header = clean(header),
            row = *row,
            headers = header_list(headers, lang)
        ),
    }
}

/// The names of the fields that columns of a sheet can be mapped to, on one line.
pub(super) fn field_names(what: What, lang: Lang) -> String {
    what.field_names(lang).join(lang.pick("、", ", "))
}

/// What helps where a text was read in an encoding that is not its own.
fn garbled(headers: &[String], lang: Lang) -> String {
    let is_garbled = headers.iter().any(|header| header.contains('\u{FFFD}'));
    if is_garbled { say!(lang, "import-garbled") } else { String::new() }
}

fn sheet(bad: &BadSheet, lang: Lang) -> String {
    match bad {
        BadSheet::Empty => say!(lang, "import-empty"),
        BadSheet::Binary => say!(lang, "import-binary"),
        BadSheet::OpenQuote { row } => say!(lang, "import-open-quote", row = *row),
        BadSheet::Other { what: "iCalendar" } => say!(lang, "import-calendar"),
        BadSheet::Other { what } => say!(lang, "import-other", what = *what),
        BadSheet::Page => say!(lang, "import-page"),
        BadSheet::Password => say!(lang, "import-password"),
        BadSheet::Damaged => say!(lang, "import-damaged"),
        BadSheet::Bomb { megabytes } => say!(lang, "import-bomb", megabytes = *megabytes),
        BadSheet::NoContent => say!(lang, "import-no-content"),
        BadSheet::TooLarge => say!(lang, "import-too-large"),
        BadSheet::LongCell { address, kilobytes } => {
            say!(lang, "import-long-cell", cell = address.as_str(), kilobytes = *kilobytes)
        }
        BadSheet::NoHeaderRow { row } => say!(lang, "import-no-header-row", row = *row),
        BadSheet::Cancelled => say!(lang, "import-cancelled"),
    }
}

fn json(bad: &BadJson, board: &Board, lang: Lang) -> String {
    match bad {
        BadJson::Syntax { line, column } => {
            say!(lang, "import-json-syntax", line = *line, column = *column)
        }
        BadJson::Short { line, column } => say!(lang, "import-json-short", line = *line, column = *column),
        BadJson::Foreign => say!(lang, "import-json-foreign"),
        BadJson::Lead { n, why } => say!(lang, "import-json-lead", n = *n, why = lead(why, board, lang)),
    }
}

/// What is wrong with a lead, as half a sentence.
fn lead(bad: &BadLead, board: &Board, lang: Lang) -> String {
    match bad {
        BadLead::NoObject => say!(lang, "import-lead-no-object"),
        BadLead::NoField(key) => say!(lang, "import-lead-no-field", key = clean(key)),
        BadLead::Field(key, why) => {
            let field = [Kind::Lead, Kind::Note].into_iter().find_map(|kind| FieldKey::find(kind, key));
            let field = field.map_or(*key, |field| field.spec().label(lang));
            say!(lang, "import-lead-field", field = field, why = refusal::misfit(why, lang))
        }
        BadLead::Name(name, lost) => {
            let why = problem::said(&lost.clone().into(), board, lang);
            say!(lang, "import-lead-name", name = clean(name), why = why)
        }
    }
}
