//! What the figure under the cursor says, in a line: its definition with its numbers.
//! May use `board::figures`, `ink`.

use ratatui::text::Line;

use super::{FiguresView, Of};
use crate::board::Board;
use crate::board::figures::{Figure, Funnel, Passage, WEEKS};
use crate::board::rate::Rate;
use crate::domain::{Lang, Money};
use crate::locales::figures as words;
use crate::say;
use crate::ui::style::{Look, Meaning};
use crate::ui::views::ink::Ink;

pub(super) fn line(view: &FiguresView, board: &Board, look: &Look, room: usize) -> Line<'static> {
    let (of, figure) = view.held;
    let what = match (of, view.scope_of(of)) {
        (_, Some(scope)) => words::counted(board, figure, scope, look.lang),
        (_, None) => words::slice(board, None, look.lang),
    };
    let said = said(view, board, look.lang);
    Ink::new(look, room.saturating_sub(1))
        .gap(1)
        .put(Meaning::Hint, &what)
        .gap(2)
        .put(Meaning::Strong, &said)
        .line()
}

/// The numbers of the figure.
fn said(view: &FiguresView, board: &Board, lang: Lang) -> String {
    let (of, figure) = view.held;
    let figures = &view.figures;
    let funnel = match of {
        Of::All => Some(&figures.funnel),
        Of::Row(slice) => view.shares.iter().find(|share| share.slice == slice).map(|share| &share.funnel),
    };
    let count = |count: u32| say!(lang, "figures-leads", count = count);
    match (figure, funnel) {
        (Figure::Reached(stage), Some(funnel)) => count(funnel.at(stage)),
        (Figure::Short(stage), Some(funnel)) => of_rate(funnel.rate(stage)),
        (Figure::Pledged, Some(funnel)) => of_money(funnel, lang),
        (Figure::Made(made, quarter), _) => {
            let at = Passage::ALL.iter().position(|passage| *passage == made);
            let tempo = at.and_then(|at| figures.tempo.get(at)).copied().unwrap_or_default();
            words::median(tempo.of(quarter), lang)
        }
        (Figure::Verdict(quarter), _) => words::median(figures.verdict.of(quarter), lang),
        (Figure::LateVerdict, _) => {
            let late = figures.in_time.whole - figures.in_time.part;
            format!(
                "{}  {}",
                count(u32::try_from(late).unwrap_or(u32::MAX)),
                words::in_time(board, figures, lang)
            )
        }
        (Figure::Week(ago), _) => {
            let at = (WEEKS - 1).checked_sub(ago);
            count(at.and_then(|at| figures.weeks.get(at)).copied().unwrap_or(0))
        }
        (_, None) => String::new(),
    }
}

/// A rate with its parts; only a dash where there is nothing to take a part of.
fn of_rate(rate: Rate) -> String {
    let percent = words::percent(rate);
    if rate.whole == 0 { percent } else { format!("{percent} ({}/{})", rate.part, rate.whole) }
}

fn of_money(funnel: &Funnel, lang: Lang) -> String {
    if funnel.money().whole == 0 {
        return words::percent(funnel.money());
    }
    let [paid, amount] = [funnel.paid_in, funnel.amount].map(|yuan| Money::cny(yuan).show(lang));
    format!("{} ({paid}/{amount})", words::percent(funnel.money()))
}
