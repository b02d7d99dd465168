//! What a person chose in a window as options of the planner, over what was said before there was a
//! window. May use `exchange`, `ui::views`.

use crate::domain::Choice;
use crate::exchange::import::header::{self, Goes};
use crate::exchange::import::options::Order;
use crate::exchange::import::{Decision, Match, Mode, Options, What};
use crate::server::requests::{Ask, mappings};
use crate::ui::views::import::model::{Choices, Say, Target};

/// The options for a sheet, by its place. Kept choices that are gone are as good as none.
pub(super) fn of(base: &Options, choices: &Choices, sheet: usize, ask: &Ask<'_>) -> Options {
    let mut options = base.clone();
    options.mode = choices.mode.and_then(Mode::from_code).unwrap_or(options.mode);
    options.matching = choices.matching.and_then(Match::from_code).unwrap_or(options.matching);
    let Some(here) = choices.sheets.get(&sheet) else { return options };
    options.what = here.kind.and_then(What::from_code).or(options.what);
    options.unit = here.unit.or(options.unit);
    options.dates = here.order.and_then(Order::from_code).or(options.dates);
    options.division = here.division.or(options.division);
    for (header, target) in &here.columns {
        options.choose(header, goes(*target));
    }
    options.decisions = here.rows.iter().filter_map(|(row, say)| Some((*row, decision(*say)?))).collect();
    if let Some(mapping) = here.saved.as_ref().and_then(|name| mappings::named(name, ask).ok()) {
        mapping.give(&mut options);
    }
    for (header, is_filled) in &here.filled {
        options.fill_down.retain(|other| !header::is_same(other, header));
        options.fill_down.extend(is_filled.then(|| header.clone()));
    }
    options
}

const fn goes(target: Target) -> Goes {
    match target {
        Target::Field(field) => Goes::Field(field),
        Target::Progress => Goes::Progress,
        Target::Remark => Goes::Remark,
        Target::Extra => Goes::Extra,
        Target::Out => Goes::Out,
    }
}

/// Where a column goes, as the window says it.
pub(super) const fn target(goes: Goes) -> Target {
    match goes {
        Goes::Field(field) => Target::Field(field),
        Goes::Progress => Target::Progress,
        Goes::Remark => Target::Remark,
        Goes::Extra => Target::Extra,
        Goes::Out => Target::Out,
    }
}

const fn decision(say: Say) -> Option<Decision> {
    match say {
        Say::Usual => None,
        Say::Skip => Some(Decision::Skip),
        Say::Create => Some(Decision::Create),
        Say::Update(id) => Some(Decision::Update(id)),
    }
}
