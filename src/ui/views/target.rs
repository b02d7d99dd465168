//! A target in a few words, each for a place of its own in a cell, a line or beside a bar.
//! May use `board::overview`, `show`.

use chrono::{Datelike, NaiveDate};

use crate::board::Board;
use crate::board::overview::{self, Progress};
use crate::domain::light::Reason;
use crate::domain::{Id, Lang};
use crate::locales::reason;
use crate::say;
use crate::ui::style::{Look, Meaning};
use crate::ui::views::ink::Ink;
use crate::ui::{show, width};

/// Before the name of a division's headline target.
const HEADLINE: &str = "*";

/// See the module.
pub(super) struct Words<'a> {
    pub(super) progress: Progress<'a>,
    /// What the light is drawn with.
    pub(super) signal: Meaning,
    /// The light in a sign: its colour's word, or that it is done, on hold, or yet to begin.
    pub(super) mark: String,
    /// The light's reason, where a few cells count.
    pub(super) reason: String,
    /// The name, a headline target marked.
    pub(super) name: String,
    /// Actual of goal; nothing for a date only.
    pub(super) figures: String,
    /// Points of a hundred reached, as `75%`; nothing for a date only.
    pub(super) percent: String,
    /// When it is due.
    pub(super) due: String,
    /// How often that was changed; nothing where it was not.
    pub(super) redated: String,
    pub(super) owner: String,
}

impl<'a> Words<'a> {
    /// The words of a target; none where there is no such target.
    pub(super) fn of(board: &'a Board, id: Id, lang: Lang) -> Option<Self> {
        let progress = overview::progress(board, id)?;
        let (target, light) = (progress.target, progress.light);
        let sign = if target.headline { HEADLINE } else { "" };
        Some(Self {
            signal: light.signal.into(),
            mark: mark(&progress, lang),
            reason: show::brief(light.reason, lang),
            name: format!("{sign}{}", show::name(board, id, lang)),
            figures: show::figures(&progress, lang),
            percent: progress.reached.map_or_else(String::new, |reached| format!("{reached}%")),
            due: target.due.map_or_else(String::new, |due| month(due, board.today())),
            redated: redated(target.redated, lang),
            owner: target.owner.map_or_else(String::new, |owner| show::name(board, owner, lang)),
            progress,
        })
    }

    /// All of it in a line of so many cells, with what more there is room for after it.
    pub(super) fn line<'l>(&self, look: &'l Look, id: Id, cells: usize) -> Ink<'l> {
        let light = show::light(self.progress.light, look.lang);
        let ink = Ink::new(look, cells.saturating_sub(1)).gap(1).put(Meaning::Muted, &format!("{id} "));
        let ink = ink.put(Meaning::Strong, &self.name).gap(2).put(self.signal, &light);
        let facts = [&self.figures, &self.percent, &self.due, &self.redated, &self.owner];
        let facts = facts.into_iter().filter(|fact| !fact.is_empty());
        // Half a figure is none.
        let fits = |ink: &Ink<'_>, fact: &str| width::of(fact) + 2 <= ink.room();
        facts.fold(ink, |ink, fact| if fits(&ink, fact) { ink.gap(2).put(Meaning::Text, fact) } else { ink })
    }

    /// Actual of goal in so many cells: a figure is not cut, what does not fit is said in percent.
    pub(super) fn figures_in(&self, cells: usize) -> &str {
        let bare = self.figures.strip_suffix(self.progress.target.unit.as_str()).unwrap_or(&self.figures);
        let fits = |words: &&str| width::of(words) <= cells;
        [self.figures.as_str(), bare.trim_end()].into_iter().find(fits).unwrap_or(&self.percent)
    }
}

/// The light in a sign.
fn mark(progress: &Progress<'_>, lang: Lang) -> String {
    let state = match progress.light.reason {
        Reason::Done | Reason::DoneInTime | Reason::CaughtUp => "done",
        Reason::OnHold(_) => "hold",
        Reason::NotStarted => "wait",
        _ => return reason::signal(progress.light.signal, lang),
    };
    say!(lang, "chart-mark", state = state)
}

fn redated(times: i64, lang: Lang) -> String {
    if times == 0 { String::new() } else { say!(lang, "chart-redated", times = times) }
}

/// A due date in few cells: month and day, in another year year and month.
pub(super) fn month(date: NaiveDate, today: NaiveDate) -> String {
    date.format(if date.year() == today.year() { "%m-%d" } else { "%Y-%m" }).to_string()
}
