//! What a ledger's cells keep to when somebody edits them: lists to choose from, and colours that follow
//! the words. May use `cell`, `column`, `look`.

use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{
    ColNum, ConditionalFormatCell, ConditionalFormatCellRule, ConditionalFormatFormula, DataValidation,
    DataValidationErrorStyle, RowNum, XlsxError,
};

use super::ledger::FIRST;
use super::look::lit;
use super::sheet::Sheet;
use crate::domain::value_words::{Names, show};
use crate::domain::{Choice, FieldKey, Kind, Shape, Signal, Stage, Value};
use crate::exchange::export::Source;
use crate::exchange::export::cell::{Table, light};
use crate::exchange::export::column::Column;
use crate::say;

/// So many rows below the last are for what somebody adds.
const SPARE: RowNum = 500;
/// A list of choices is kept as one text, of so many letters at most.
const LIST: usize = 255;

/// Lays the rules on a ledger.
pub(super) fn lay(sheet: &mut Sheet<'_>, table: &Table<'_>) -> Result<(), XlsxError> {
    let source = table.source;
    let last = FIRST + RowNum::try_from(source.ids.len()).unwrap_or(0) + SPARE;
    let last = last.min(1_048_575);
    for (col, column) in (0..).zip(&table.columns) {
        match column {
            Column::Light => lights(sheet, (FIRST, col), last)?,
            Column::Field(field) => {
                if let Some(words) = choices(source, *field) {
                    let rule = list(&words, sheet.lang)?;
                    sheet.raw.add_data_validation(FIRST, col, last, col, &rule)?;
                }
                if field.key() == "due" && source.kind == Kind::Lead {
                    overdue(sheet, table, col, last)?;
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// A list that is offered; another word warns, since an import knows more of them.
fn list(words: &[String], lang: crate::domain::Lang) -> Result<DataValidation, XlsxError> {
    let rule = DataValidation::new().allow_list_strings(words)?;
    let rule = rule.set_error_style(DataValidationErrorStyle::Warning);
    rule.set_error_title(say!(lang, "export-list-title"))?.set_error_message(say!(lang, "export-list"))
}

/// The words that a field is chosen from; none where it is not chosen, or they are no list that a
/// sheet can keep.
fn choices(source: &Source<'_>, field: FieldKey) -> Option<Vec<String>> {
    let (board, lang, shape) = (source.board, source.lang, field.spec().shape);
    let words: Vec<String> = match shape {
        Shape::Choice(options) => {
            options.iter().map(|option| show(&Value::Choice(option.code), shape, board, lang)).collect()
        }
        Shape::Flag => [true, false].map(|flag| show(&Value::Flag(flag), shape, board, lang)).to_vec(),
        Shape::Ref(Kind::Division) => {
            board.ids(Kind::Division).into_iter().map(|id| Names::word(board, id, lang)).collect()
        }
        _ => return None,
    };
    let length = words.iter().map(|word| word.chars().count() + 1).sum::<usize>();
    let is_kept = !words.is_empty() && length <= LIST && !words.iter().any(|word| word.contains([',', '"']));
    is_kept.then_some(words)
}

/// The word gives the colour.
pub(super) fn lights(
    sheet: &mut Sheet<'_>,
    (first, col): (RowNum, ColNum),
    last: RowNum,
) -> Result<(), XlsxError> {
    for signal in [Signal::Red, Signal::Yellow, Signal::Green, Signal::Grey] {
        let word = light(signal, sheet.lang);
        let rule = ConditionalFormatCell::new()
            .set_rule(ConditionalFormatCellRule::EqualTo(word))
            .set_format(lit(signal));
        sheet.raw.add_conditional_format(first, col, last, col, &rule)?;
    }
    Ok(())
}

/// A day that has passed is red, where the stage says that something is still due.
fn overdue(sheet: &mut Sheet<'_>, table: &Table<'_>, col: ColNum, last: RowNum) -> Result<(), XlsxError> {
    let Source { board, lang, .. } = *table.source;
    let row = FIRST + 1;
    let name = column_number_to_name(col);
    let stage = table.columns.iter().position(|c| matches!(c, Column::Field(f) if f.key() == "stage"));
    let over = [Stage::Run, Stage::Park, Stage::End].map(|stage| {
        let word = show(&Value::Choice(stage.code()), Shape::Choice(Stage::OPTIONS), board, lang);
        word.replace('"', "\"\"")
    });
    let still = stage.and_then(|at| ColNum::try_from(at).ok()).map_or_else(String::new, |at| {
        let stage = column_number_to_name(at);
        over.map(|word| format!(",${stage}{row}<>\"{word}\"")).concat()
    });
    let rule = ConditionalFormatFormula::new()
        .set_rule(format!("=AND(ISNUMBER(${name}{row}),${name}{row}<TODAY(){still})").as_str())
        .set_format(lit(Signal::Red));
    sheet.raw.add_conditional_format(FIRST, col, last, col, &rule)?;
    Ok(())
}
