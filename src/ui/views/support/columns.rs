//! The columns of the support chart: what stands in them, and which find room. May use
//! `board::support`, `measure`, `show`.

use crate::board::support::{Chart, Load};
use crate::domain::light::Signal;
use crate::domain::request::RequestState;
use crate::domain::{Choice, Lang};
use crate::locales::reason;
use crate::say;
use crate::ui::event::Cx;
use crate::ui::style::{Look, Meaning};
use crate::ui::views::measure::GAP;
use crate::ui::{show, width};

/// The least and the most of a bar.
const BAR: usize = 6;
const LONG: usize = 24;
/// The least and the most cells of a unit's name, the sign before it left out.
const NAME: usize = 12;
const BROAD: usize = 30;
/// A column of figures: its word and how it is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Figure {
    Waiting,
    Working,
    Done,
    Returned,
    Overdue,
    Days,
}

impl Figure {
    const ALL: [Self; 6] =
        [Self::Waiting, Self::Working, Self::Done, Self::Returned, Self::Overdue, Self::Days];

    pub(super) fn word(self, lang: Lang) -> String {
        let state = |state: RequestState| state.label(lang).to_owned();
        match self {
            Self::Waiting => state(RequestState::Waiting),
            Self::Working => state(RequestState::Working),
            Self::Done => state(RequestState::Done),
            Self::Returned => state(RequestState::Returned),
            Self::Overdue => say!(lang, "view-support-overdue"),
            Self::Days => say!(lang, "view-support-median"),
        }
    }

    /// The figure as it is printed: a nought steps back, what is over says the word of its light.
    pub(super) fn cell(self, load: &Load, look: &Look) -> (Meaning, String) {
        let count = match self {
            Self::Waiting => load.waiting,
            Self::Working => load.working,
            Self::Done => load.done,
            Self::Returned => load.returned,
            Self::Overdue => load.overdue,
            Self::Days => {
                let days = load.days.map(|days| say!(look.lang, "view-support-days", days = days));
                return days.map_or((Meaning::Muted, look.glyphs.dot.to_owned()), |d| (Meaning::Text, d));
            }
        };
        match (self, count) {
            (_, 0) => (Meaning::Muted, look.glyphs.dot.to_owned()),
            (Self::Overdue, count) => {
                (Meaning::Red, format!("{} {count}", reason::signal(Signal::Red, look.lang)))
            }
            (Self::Done | Self::Returned, count) => (Meaning::Muted, count.to_string()),
            (_, count) => (Meaning::Strong, count.to_string()),
        }
    }
}

/// The columns that a width has room for, each with its cells; then the cells of name and bar.
pub(super) struct Columns {
    pub(super) figures: Vec<(Figure, usize)>,
    pub(super) name: usize,
    pub(super) bar: usize,
}

impl Columns {
    pub(super) fn fit(chart: &Chart, cx: &Cx<'_>, look: &Look, cells: usize) -> Self {
        let names = chart.units.iter().map(|(id, _)| width::of(&show::name(cx.board, *id, look.lang)));
        let wanted = names.max().unwrap_or(0).clamp(NAME, BROAD);
        let figure = |figure: &Figure| (*figure, width::of(&figure.word(look.lang)).max(4));
        // What is finished gives way first, then how long it took.
        let spare = [Figure::Returned, Figure::Done, Figure::Days, Figure::Working];
        let mut figures: Vec<(Figure, usize)> = Figure::ALL.iter().map(figure).collect();
        let taken = |figures: &[(Figure, usize)]| figures.iter().map(|(_, n)| n + GAP).sum::<usize>() + 3;
        for least in spare {
            if taken(&figures) + NAME <= cells {
                break;
            }
            figures.retain(|(figure, _)| *figure != least);
        }
        let rest = cells.saturating_sub(taken(&figures));
        let name = wanted.min(rest.saturating_sub(BAR + GAP).max(NAME)).min(rest);
        let bar = rest.saturating_sub(name + GAP);
        Self { figures, name, bar: if bar < BAR { 0 } else { bar.min(LONG) } }
    }
}
