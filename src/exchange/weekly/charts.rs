//! What the report's pictures show. May use `board::figures`, `board::overview`, `locales`.

use super::{Chart, Paced, Source};
use crate::board::figures::{Figures, WEEKS, intake};
use crate::board::index::Tally;
use crate::board::overview;
use crate::domain::value_words::Names;
use crate::domain::{Id, Kind, Signal, Stage};
use crate::locales::figures as words;
use crate::locales::reason;
use crate::say;

pub(super) fn all(source: &Source<'_>, figures: &Figures) -> [Chart; 4] {
    let (board, lang) = (source.board, source.lang);
    let name = |id: Id| Names::title(board, id, lang);
    let divisions = board.ids(Kind::Division);
    let funnel = Stage::ACTIVE.into_iter().map(|stage| {
        let rate = words::percent(figures.funnel.rate(stage));
        let said = match stage {
            Stage::Lead => String::new(),
            stage => format!("{} {rate}", words::rate_name(stage, lang)),
        };
        (words::stage(board, stage, lang).to_owned(), figures.funnel.at(stage), said)
    });
    let paced = divisions.iter().map(|id| {
        let headline = overview::headline(board, *id);
        Paced {
            division: name(*id),
            reached: headline.as_ref().and_then(|progress| progress.reached),
            pace: headline.as_ref().and_then(|progress| progress.pace),
            light: headline.map_or_else(
                || say!(lang, "view-no-headline"),
                |progress| reason::light(progress.light, lang),
            ),
        }
    });
    let blank = Tally::default();
    let lit =
        divisions.iter().map(|id| (name(*id), lights(overview::tally(board, Some(*id)).unwrap_or(&blank))));
    let signals = [Signal::Red, Signal::Yellow, Signal::Green].map(|signal| reason::signal(signal, lang));
    let mondays = [WEEKS - 1, 0].map(|ago| intake::monday_before(board.today(), ago).to_string());
    [
        Chart::Funnel(say!(lang, "report-chart-funnel"), funnel.collect()),
        Chart::Pace(say!(lang, "report-chart-pace"), paced.collect()),
        Chart::Lights(say!(lang, "report-chart-lights"), lit.collect(), signals),
        Chart::Weeks(say!(lang, "report-chart-weeks"), figures.weeks.to_vec(), mondays),
    ]
}

/// Leads by light: red, yellow, green.
pub(super) fn lights(tally: &Tally) -> [u32; 3] {
    tally.lit().map(|(_, count)| count)
}
