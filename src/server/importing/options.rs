//! What a person chose in a window as options of the planner, over what was said before there was a
//! window. May use `exchange`, `ui::views`.

use crate::exchange::import::Options;
use crate::server::requests::{Ask, import};
use crate::ui::views::import::model::{Choices, Target};
use crate::wire::Import;

/// The options.
///
/// # Errors
/// A sentence that says what of them is not understood.
pub(super) fn of(base: &Import, choices: &Choices, ask: &Ask<'_>) -> Result<Options, String> {
    let mut options = import::options(base, &ask.engine.board(), ask).map_err(|halt| halt.sentence())?;
    let Some(here) = choices.sheets.get(&0) else { return Ok(options) };
    options.unit = here.unit.or(options.unit);
    options.division = here.division.or(options.division);
    for (header, goes) in &here.columns {
        options.map.retain(|(mapped, _)| mapped != header);
        options.map.push((header.clone(), name_of(*goes).to_owned()));
    }
    Ok(options)
}

/// What a target is called where it is mapped by hand.
fn name_of(target: Target) -> &'static str {
    match target {
        Target::Field(field) => field.key(),
        Target::Progress => "progress",
        Target::Remark => "note",
        Target::Extra | Target::Out => "extra",
    }
}
