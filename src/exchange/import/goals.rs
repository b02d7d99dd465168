//! What a row says of a target's figures, goal and actual put together with their unit: an amount of
//! money becomes one of whole yuan, as the board keeps it. May use `domain`, `board`, `brought`, `figure`.

use super::brought::Brought;
use super::figure::{self, Counts, YUAN};
use crate::board::Board;
use crate::domain::money::Currency;
use crate::domain::money_words::Scale;
use crate::domain::target::Measure;
use crate::domain::value_words::Problem;
use crate::domain::{Choice, FieldKey, Fields, Id, Kind, Target, Value};

/// A cell that is a figure.
pub(super) struct Cell<'a> {
    /// Its column.
    pub(super) at: usize,
    pub(super) field: FieldKey,
    pub(super) text: &'a str,
    /// What one stands for by the header of its column.
    pub(super) scale: Option<Scale>,
}

/// Gives a row its figures in one unit. `scale` is what the sheet as a whole says of bare amounts. Cells
/// that are no figure, or one of something else than the goal, are given back with the reason.
pub(super) fn settle<'a>(
    brought: &mut Brought,
    mut cells: Vec<Cell<'a>>,
    scale: Option<Scale>,
) -> Vec<(Cell<'a>, Problem)> {
    // The goal says what is counted.
    cells.sort_by_key(|cell| cell.field);
    let unit = brought.text("unit").to_owned();
    let is_money = is_money(brought);
    let said = |cell: &Cell<'_>| match unit.as_str() {
        "" => cell.scale.or(scale),
        unit => figure::money_scale(unit),
    };
    let own = |cell: &Cell<'_>| figure::read(cell.text, said(cell)).ok()?.scale.or(cell.scale);
    // 5亿元, and 1.2 of them are reached.
    let other = cells.iter().find_map(own).filter(|_| unit.is_empty());
    let (mut counts, mut word, mut wrong) = (Counts::Bare, unit.as_str(), Vec::new());
    for cell in cells {
        let bare = said(&cell).or(other).or(is_money.then_some(Scale::YUAN));
        match figure::read(cell.text, bare) {
            Ok(figure) if agrees(&counts, &figure.counts, is_money) => {
                brought.give(cell.field, Value::Number(figure.number));
                if counts == Counts::Bare {
                    (counts, word) = (figure.counts, if unit.is_empty() { cell.text } else { word });
                }
            }
            Ok(_) => wrong.push((cell, Problem::Number)),
            Err(problem) => wrong.push((cell, problem)),
        }
    }
    give_unit(brought, word, counts);
    wrong
}

/// Whether a target is measured in money by the board's count.
pub(super) fn is_money(brought: &Brought) -> bool {
    let measure = match brought.get("measure") {
        Some(Value::Choice(code)) => Measure::from_code(code),
        _ => None,
    };
    measure.is_some_and(Measure::is_money)
}

/// Whether a figure counts what the one before it does. Foreign money is not summed into yuan.
fn agrees(before: &Counts, counts: &Counts, is_money: bool) -> bool {
    use Counts::{Bare, Money, Percent, Things};
    let is_summed = !is_money || matches!(counts, Bare | Money(Currency::CNY));
    is_summed
        && match (before, counts) {
            (Bare, _) | (_, Bare) | (Things(_), Things(_)) | (Percent, Percent) => true,
            (Money(one), Money(other)) => one == other,
            _ => false,
        }
}

/// Gives a row the unit that its figures are in now; `word` ends with the one that they were in.
fn give_unit(brought: &mut Brought, word: &str, counts: Counts) {
    let unit = match counts {
        Counts::Bare => return,
        Counts::Things(_) if brought.has("unit") => return,
        Counts::Things(thing) => thing,
        Counts::Percent => "%".to_owned(),
        Counts::Money(currency) => figure::base(word, currency),
    };
    brought.given.retain(|(field, _)| field.key() != "unit");
    brought.give_key("unit", Value::text(unit));
}

/// What a row changes in the figures of a target, in the unit that the board has them in where that
/// takes them whole; else all figures of the target go over to the row's.
pub(super) fn as_held(board: &Board, id: Id, sets: &mut Fields) {
    let Some(target) = board.target(id) else { return };
    let is_unit = |(field, _): &(FieldKey, Value)| field.key() == "unit";
    let Some((_, Value::Text(unit))) = sets.iter().find(|set| is_unit(set)) else { return };
    let (said, held) = (figure::money_scale(unit), figure::money_scale(&target.unit));
    let (is_money, is_yuan) = (target.measure.is_money(), unit == YUAN);
    match (said, held) {
        // What is counted in money is so whatever stands as its unit; a file that was exported has yuan
        // beside it.
        (_, Some(held)) if is_money && is_yuan => {
            sets.retain(|set| !is_unit(set) && !is_times(target, set, held.times));
        }
        (_, None) if is_money && is_yuan => sets.retain(|set| !is_unit(set)),
        (Some(said), Some(held)) if said.currency == held.currency => {
            if said.times != 1 || in_held(sets, held.times) {
                // Of a unit alone only the form would change.
                sets.retain(|set| !is_unit(set));
            } else {
                sets.extend(unsaid(target, sets, held.times));
            }
        }
        _ => {}
    }
}

/// Whether a figure is so many times the one that a target has.
fn is_times(target: &Target, (field, value): &(FieldKey, Value), times: i64) -> bool {
    let held = figure_of(target, *field).and_then(|held| held.checked_mul(times));
    held.is_some_and(|held| *value == Value::Number(held))
}

/// Divides figures where all stay whole; else leaves them.
fn in_held(sets: &mut Fields, times: i64) -> bool {
    let mut figures = Vec::new();
    for (_, value) in sets.iter_mut().filter(|(field, _)| figure::is_figure(*field)) {
        let Value::Number(number) = value else { continue };
        if *number % times != 0 {
            return false;
        }
        figures.push(number);
    }
    for number in figures {
        *number /= times;
    }
    true
}

/// The figures of a target that are not said, so many times.
fn unsaid(target: &Target, sets: &Fields, times: i64) -> Fields {
    let fields = FieldKey::all(Kind::Target).filter(|field| figure::is_figure(*field));
    let fields = fields.filter(|field| !sets.iter().any(|(said, _)| said == field));
    fields
        .filter_map(|field| {
            let number = figure_of(target, field)?.checked_mul(times)?;
            Some((field, Value::Number(number)))
        })
        .collect()
}

fn figure_of(target: &Target, field: FieldKey) -> Option<i64> {
    match field.key() {
        "goal" => Some(target.goal),
        "actual" => Some(target.actual),
        _ => None,
    }
}
