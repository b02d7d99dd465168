//! What one of the Six Ones says in its cell: how far it is, by when, its name, who sets it up.
//! May use `ink`, `show`, `overview`.

use ratatui::text::Line;

use crate::board::{Board, overview};
use crate::domain::six_one::SixOneState;
use crate::domain::{Choice, Id, Light, Signal, SixOne};
use crate::ui::event::Cx;
use crate::ui::style::{Look, Meaning};
use crate::ui::views::ink::Ink;
use crate::ui::{show, text, width};

/// How a state is drawn: what is late shows its light; else what is in place stands out and what is
/// vacant stands back. The word says all of it.
pub(in crate::ui::views) fn meaning(board: &Board, id: Id, six_one: &SixOne) -> Meaning {
    let signal = overview::light_of(board, id).signal;
    let is_late = six_one.due.is_some() && signal > Signal::Dot;
    match six_one.state {
        SixOneState::Ready => Meaning::Green,
        _ if is_late => signal.into(),
        SixOneState::Preparing => Meaning::Accent,
        SixOneState::Vacant => Meaning::Muted,
    }
}

/// A cell about to be drawn.
pub(super) struct Cell<'a> {
    pub(super) cx: &'a Cx<'a>,
    pub(super) look: &'a Look,
    pub(super) id: Id,
    pub(super) six_one: &'a SixOne,
}

impl<'a> Cell<'a> {
    /// The cell of one that the board has.
    pub(super) fn of(cx: &'a Cx<'a>, look: &'a Look, id: Option<Id>) -> Option<Self> {
        let id = id?;
        Some(Self { cx, look, id, six_one: cx.board.six_one(id)? })
    }

    fn ink(&self, cells: usize) -> Ink<'a> {
        Ink::new(self.look, cells)
    }

    fn light(&self) -> Light {
        overview::light_of(self.cx.board, self.id)
    }

    fn meaning(&self) -> Meaning {
        meaning(self.cx.board, self.id, self.six_one)
    }

    /// The state in a word.
    pub(super) fn state(&self) -> (Meaning, &'static str) {
        (self.meaning(), self.six_one.state.label(self.look.lang))
    }

    /// All that there is to say of it.
    pub(super) fn whole(&self) -> String {
        let which = self.six_one.which.label(self.look.lang);
        let parts = [self.state().1, &self.date(), &self.due(), &self.six_one.name, &self.owner()]
            .map(|part| text::clean(part).into_owned());
        let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        format!("{which}{}{}", self.look.lang.pick("：", ": "), said.join(" "))
    }

    /// By when, or since when: nothing where nobody has said.
    pub(super) fn date(&self) -> String {
        let today = self.cx.board.today();
        let date = match self.six_one.state {
            SixOneState::Ready => self.six_one.ready,
            _ => self.six_one.due,
        };
        date.map_or_else(String::new, |date| show::day(date, today))
    }

    /// Who sets it up.
    pub(super) fn owner(&self) -> String {
        self.six_one.owner.map_or_else(String::new, |id| show::name(self.cx.board, id, self.look.lang))
    }

    /// Its light in a few words, of what is not in place yet.
    pub(super) fn due(&self) -> String {
        match self.six_one.state {
            SixOneState::Ready => String::new(),
            _ => show::brief_light(self.light(), self.look.lang),
        }
    }

    /// A cell of the matrix: state and date, the name in as many lines as are left, the owner last.
    /// A date that finds no room beside the state goes before the owner.
    pub(super) fn lines(&self, cells: usize, rows: usize) -> Vec<Line<'static>> {
        let (meaning, word) = self.state();
        let (tone, date) = self.when();
        let has_room = width::of(word) + 1 + width::of(&date) <= cells;
        let first = self.ink(cells).put(meaning, word);
        let mut lines = vec![if has_room { first.end(&[(tone, &date)]).line() } else { first.line() }];
        if rows > 1 {
            lines.extend(self.name(cells, rows.saturating_sub(2).max(1)));
        }
        if rows > 2 {
            let line = if has_room { self.ink(cells) } else { self.ink(cells).put(tone, &date).gap(1) };
            lines.push(line.put(Meaning::Muted, &self.owner()).line());
        }
        lines
    }

    /// The days that are left of what is not in place, or since when something is.
    fn when(&self) -> (Meaning, String) {
        match (self.six_one.state, self.six_one.due) {
            (SixOneState::Ready, _) | (_, None) => (Meaning::Muted, self.date()),
            _ => (self.meaning(), show::brief(self.light().reason, self.look.lang)),
        }
    }

    /// The name in at most so many lines; what it is called stands in the head of the column.
    fn name(&self, cells: usize, rows: usize) -> Vec<Line<'static>> {
        let name = text::clean(&self.six_one.name);
        let mut lines = width::wrap(&name, cells);
        if lines.len() > rows {
            let rest = lines.split_off(rows.saturating_sub(1)).concat();
            lines.push(rest);
        }
        lines.iter().map(|line| self.ink(cells).put(Meaning::Text, line).line()).collect()
    }
}
