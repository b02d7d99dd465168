//! The totals of each division and of all, the rates, and the pictures of both.
//! May use `board::figures`, `board::overview`, `charts`, `locales`.

use super::{Block, Section, Source, charts};
use crate::board::figures::{self, Scope};
use crate::board::index::Tally;
use crate::board::overview;
use crate::domain::value_words::Names;
use crate::domain::{Kind, Money, Signal, Stage};
use crate::locales::figures as words;
use crate::locales::reason;
use crate::say;

pub(super) fn section(source: &Source<'_>) -> Section {
    let figures = figures::of(source.board, Scope::default());
    let mut blocks = vec![divisions(source), Block::Line(rates(source, &figures))];
    blocks.extend(charts::all(source, &figures).into_iter().map(Block::Chart));
    Section { title: say!(source.lang, "report-figures"), blocks }
}

fn divisions(source: &Source<'_>) -> Block {
    let (board, lang) = (source.board, source.lang);
    let stages = Stage::ACTIVE.map(|stage| words::stage(board, stage, lang).to_owned());
    let signals = [Signal::Red, Signal::Yellow, Signal::Green].map(|signal| reason::signal(signal, lang));
    let tail = ["figures-head-amount", "report-paid-in", "command-head-six"];
    let tail = tail.map(|key| crate::locales::text(lang, key, None));
    let head = std::iter::once(say!(lang, "command-head-division")).chain(stages).chain(signals).chain(tail);
    let blank = Tally::default();
    let mut rows: Vec<Vec<String>> = board
        .ids(Kind::Division)
        .into_iter()
        .map(|id| {
            let tally = overview::tally(board, Some(id)).unwrap_or(&blank);
            row(source, Names::title(board, id, lang), tally)
        })
        .collect();
    rows.push(row(source, say!(lang, "report-total"), board.index().total()));
    Block::Table { head: head.collect(), rows, numbers: 1 }
}

fn row(source: &Source<'_>, name: String, tally: &Tally) -> Vec<String> {
    let stages = Stage::ACTIVE.map(|stage| tally.stages[stage as usize].to_string());
    let lights = charts::lights(tally).map(|count| count.to_string());
    let money = [tally.signed, tally.paid_in].map(|yuan| Money::cny(yuan).show(source.lang));
    std::iter::once(name)
        .chain(stages)
        .chain(lights)
        .chain(money)
        .chain([tally.six_ones.to_string()])
        .collect()
}

/// The rates in a line.
fn rates(source: &Source<'_>, figures: &figures::Figures) -> String {
    let lang = source.lang;
    let stages = Stage::ACTIVE.into_iter().skip(1);
    let rates = stages.map(|stage| {
        format!("{} {}", words::rate_name(stage, lang), words::percent(figures.funnel.rate(stage)))
    });
    let money = format!("{} {}", say!(lang, "figures-rate-money"), words::percent(figures.funnel.money()));
    let all = rates.chain([money, words::in_time(source.board, figures, lang)]);
    all.collect::<Vec<_>>().join(lang.pick("，", ", "))
}
