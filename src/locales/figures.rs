//! Figures in words: rates, differences, parts of the leads, and what the leads behind a figure are
//! called. May use `domain`, `board`.

use crate::board::Board;
use crate::board::figures::tempo::Median;
use crate::board::figures::{Figure, Figures, Passage, Quarter, Scope, Slice, Tempo, intake, scope};
use crate::board::rate::Rate;
use crate::domain::money::grouped;
use crate::domain::value_words::Names;
use crate::domain::{Choice, Lang, Stage};
use crate::say;

/// The name of the rate by which a stage is reached; nothing for the first stage.
#[must_use]
pub fn rate_name(stage: Stage, lang: Lang) -> String {
    match stage {
        Stage::Talk => say!(lang, "figures-rate-talk"),
        Stage::Sign => say!(lang, "figures-rate-sign"),
        Stage::Land => say!(lang, "figures-rate-land"),
        Stage::Build => say!(lang, "figures-rate-build"),
        Stage::Run => say!(lang, "figures-rate-run"),
        Stage::Lead | Stage::Park | Stage::End => String::new(),
    }
}

/// A rate in points of a hundred; a dash where there is nothing to take a part of.
#[must_use]
pub fn percent(rate: Rate) -> String {
    rate.points().map_or_else(|| "-".to_owned(), |points| format!("{points}%"))
}

/// A median with of how many it is; a dash where there is none.
#[must_use]
pub fn median(median: Median, lang: Lang) -> String {
    let said = |days| say!(lang, "figures-median", days = days, n = median.n);
    median.days.map_or_else(|| "-".to_owned(), said)
}

/// Of how many leads a median is, where room is short.
#[must_use]
pub fn of_so_many(n: u32, lang: Lang) -> String {
    say!(lang, "figures-n", n = grouped(n.into()))
}

/// How many of the last verdicts were given within the charter's days.
#[must_use]
pub fn in_time(board: &Board, figures: &Figures, lang: Lang) -> String {
    if figures.in_time.whole == 0 {
        return say!(lang, "figures-no-verdicts");
    }
    let (n, rate) = (figures.in_time.whole, percent(figures.in_time));
    say!(lang, "figures-in-time", n = n, days = board.charter().verdict_days, rate = rate)
}

/// How much faster than in the quarter before, in words; a dash where nothing can be compared.
#[must_use]
pub fn difference(tempo: &Tempo, lang: Lang) -> String {
    match tempo.faster() {
        None => "-".to_owned(),
        Some(0) => say!(lang, "figures-same"),
        Some(days) if days > 0 => say!(lang, "figures-faster", days = days),
        Some(days) => say!(lang, "figures-slower", days = -days),
    }
}

/// The word of a stage for leads of any track.
#[must_use]
pub fn stage(board: &Board, stage: Stage, lang: Lang) -> &str {
    board.charter().labels.stage(stage, None, lang)
}

/// The same where room is short: English words are long.
#[must_use]
pub fn short_stage(board: &Board, of: Stage, lang: Lang) -> String {
    match lang {
        Lang::Zh => stage(board, of, lang).to_owned(),
        Lang::En => say!(lang, "view-stage-short", stage = of.code()),
    }
}

/// A passage by its two stages.
#[must_use]
pub fn passage(board: &Board, passage: Passage, lang: Lang) -> String {
    between(passage, |of| stage(board, of, lang).to_owned(), lang)
}

/// A passage where room is short.
#[must_use]
pub fn step(board: &Board, passage: Passage, lang: Lang) -> String {
    between(passage, |of| short_stage(board, of, lang), lang)
}

/// A passage by its stages; the last by the one it leads to, since not everything is built.
fn between(passage: Passage, word: impl Fn(Stage) -> String, lang: Lang) -> String {
    if passage == Passage::Run {
        return say!(lang, "figures-passage-last", to = word(passage.to()));
    }
    say!(lang, "figures-passage", from = word(passage.from()), to = word(passage.to()))
}

/// As `difference`, where room is short.
#[must_use]
pub fn brief_difference(tempo: &Tempo, lang: Lang) -> String {
    match tempo.faster() {
        None => "-".to_owned(),
        Some(0) => say!(lang, "figures-same-brief"),
        Some(days) if days > 0 => say!(lang, "figures-faster-brief", days = days),
        Some(days) => say!(lang, "figures-slower-brief", days = -days),
    }
}

/// A row of a split; none: the leads that are not named.
#[must_use]
pub fn slice(board: &Board, slice: Option<Slice>, lang: Lang) -> String {
    match slice {
        None => say!(lang, "figures-others"),
        Some(Slice::All) => say!(lang, "figures-all"),
        Some(Slice::Division(None)) => say!(lang, "figures-no-division"),
        Some(Slice::Division(Some(id))) => match lang {
            Lang::Zh => board.title(id).to_owned(),
            Lang::En => Names::title(board, id, lang),
        },
        Some(Slice::Kind(kind)) => kind.label(lang).to_owned(),
        Some(Slice::Owner(None)) => say!(lang, "figures-no-owner"),
        Some(Slice::Owner(Some(id))) => board.title(id).to_owned(),
        Some(Slice::Source(id)) => match board.lead(id).map_or("", |lead| scope::source(lead)) {
            "" => say!(lang, "figures-no-source"),
            source => source.to_owned(),
        },
    }
}

/// What the leads behind a figure are called, with the part of the leads that it is about.
#[must_use]
pub fn counted(board: &Board, figure: Figure, scope: Scope, lang: Lang) -> String {
    let what = bare(board, figure, lang);
    let division = scope.division.map(|id| slice(board, Some(Slice::Division(Some(id))), lang));
    let part = Some(scope.slice).filter(|part| *part != Slice::All);
    let part = part.map(|part| slice(board, Some(part), lang));
    let places: Vec<String> = division.into_iter().chain(part).collect();
    if places.is_empty() {
        return what;
    }
    say!(lang, "figures-of", what = what, part = places.join(lang.pick("、", ", ")))
}

fn bare(board: &Board, figure: Figure, lang: Lang) -> String {
    let word = |of| stage(board, of, lang).to_owned();
    match figure {
        Figure::Reached(Stage::Lead) => say!(lang, "figures-all"),
        Figure::Reached(stage) => say!(lang, "figures-reached", stage = word(stage)),
        Figure::Short(stage) => {
            say!(lang, "figures-short", rate = rate_name(stage, lang), stage = word(stage))
        }
        Figure::Pledged => say!(lang, "figures-pledged"),
        Figure::Made(made, Quarter::Now) => {
            say!(lang, "figures-made", passage = passage(board, made, lang))
        }
        Figure::Made(made, Quarter::Before) => {
            say!(lang, "figures-made-before", passage = passage(board, made, lang))
        }
        Figure::Verdict(Quarter::Now) => say!(lang, "figures-verdicts"),
        Figure::Verdict(Quarter::Before) => say!(lang, "figures-verdicts-before"),
        Figure::LateVerdict => say!(lang, "figures-verdicts-late", days = board.charter().verdict_days),
        Figure::Week(ago) => {
            let monday = intake::monday_before(board.today(), ago);
            say!(lang, "figures-week", date = monday.to_string())
        }
    }
}
