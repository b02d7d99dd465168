//! Draws the history: the lines, those of marks as separators, and the detail. May use `board`,
//! `show`, `ink`, `locales`.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::entry::Entry;
use super::told::Told;
use super::{History, Older};
use crate::board::history::Whose;
use crate::domain::{Id, Lang};
use crate::locales::label;
use crate::say;
use crate::ui::event::Cx;
use crate::ui::style::{Look, Meaning};
use crate::ui::views::draw_hint;
use crate::ui::views::ink::{self, Ink};
use crate::ui::views::measure::PERSON;
use crate::ui::{layout, show, text, width};

/// The widest that either side of a change is shown in a line.
const SIDE: usize = 20;

/// Where the lines stand: below the head.
const fn rows(list: Rect) -> Rect {
    layout::below(list, 1)
}

impl History {
    /// The line on a cell.
    pub(super) fn row_at(&self, area: Rect, at: Position) -> Option<usize> {
        layout::row_at(rows(layout::split(area).list), self.at, self.shown.len(), 1, at)
    }

    pub(super) fn draw_list(&self, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
        let cells = usize::from(area.width);
        ink::draw(&self.head(cx, look, cells), Rect { height: 1, ..area }, frame);
        if self.shown.is_empty() {
            let key = if self.lines.is_empty() { "view-history-empty" } else { "view-none-matching" };
            draw_hint(look, &say!(look.lang, key), area, frame);
        }
        let list = rows(area);
        let top = layout::top(self.at, self.shown.len(), usize::from(list.height));
        let rows = (list.y..list.bottom()).zip(self.shown.iter().skip(top));
        for (i, (y, place)) in rows.enumerate() {
            let row = Rect { y, height: 1, ..area };
            ink::draw(&self.row(cx, look, &self.lines[*place], cells), row, frame);
            if top + i == self.at {
                frame.buffer_mut().set_style(row, look.style(Meaning::Selection));
            }
        }
    }

    /// Whose history, since which mark, filtered by what, and how many lines there are.
    fn head(&self, cx: &Cx<'_>, look: &Look, cells: usize) -> Line<'static> {
        let lang = look.lang;
        let whose = match &self.ask.whose {
            Whose::All => say!(lang, "view-history"),
            Whose::Record(id) => {
                let name = show::name(cx.board, *id, lang);
                say!(lang, "view-history-of", id = id.to_string(), name = name)
            }
            Whose::Login(login) => say!(lang, "view-history-by", name = cx.board.person_name(login)),
        };
        let since = self.ask.since.map(|mark| since(cx, mark, lang));
        let typed = Some(self.typed.trim()).filter(|typed| !typed.is_empty());
        let filtered = typed.map(|typed| say!(lang, "view-filtered", typed = typed));
        let title = [Some(whose), filtered, since].into_iter().flatten().collect::<Vec<_>>();
        let more = if self.older == Older::No { "" } else { "+" };
        let place = format!("{}/{}{more}", (self.at + 1).min(self.shown.len()), self.shown.len());
        let room = cells.saturating_sub(width::of(&place) + 4);
        let head = Ink::new(look, cells).gap(1).cell(Meaning::Title, &title.join(&look.between()), room);
        head.total(Meaning::Muted, &place).line()
    }

    /// A Transaction in a line: when, who, what, from what to what, why. A mark divides the lines.
    fn row(&self, cx: &Cx<'_>, look: &Look, entry: &Entry, cells: usize) -> Line<'static> {
        let tx = &entry.tx;
        let when = show::moment(cx.board, tx.at);
        if let Some(mark) = entry.mark(cx.board) {
            return separator(cx, look, mark, &when, cells);
        }
        let line = Ink::new(look, cells.saturating_sub(1)).gap(1).cell(Meaning::Muted, &when, 12).gap(1);
        let line = line.cell(Meaning::Text, cx.board.person_name(&tx.by), PERSON).gap(1);
        let mut line = line.put(Meaning::Strong, &label::said(&tx.label, tx.origin, cx.board, look.lang));
        if let Some((id, field, from, to)) = entry.only_change() {
            let told = self.told_in(cx, look, cells);
            let side = |value| text::line(&told.side(id, field, value), SIDE, look.glyphs.ellipsis);
            let label = field.spec().label(look.lang);
            let words = format!("{label} {} {} {}", side(from), look.glyphs.arrow, side(to));
            line = line.gap(2).put(Meaning::Text, &words);
        }
        if tx.why.is_empty() { line.line() } else { line.gap(2).put(Meaning::Muted, &tx.why).line() }
    }

    pub(super) fn told<'t>(&'t self, cx: &'t Cx<'t>, look: &'t Look, area: Rect) -> Told<'t> {
        self.told_in(cx, look, usize::from(area.width))
    }

    fn told_in<'t>(&'t self, cx: &'t Cx<'t>, look: &'t Look, cells: usize) -> Told<'t> {
        Told { cx, look, names: &self.names, cells }
    }

    pub(super) fn draw_told(
        &self,
        cx: &Cx<'_>,
        look: &Look,
        (told, scroll): (Option<u64>, usize),
        area: Rect,
        frame: &mut Frame<'_>,
    ) {
        let Some(entry) = self.lines.iter().find(|entry| Some(entry.tx.seq) == told) else { return };
        let lines = self.told(cx, look, area).lines(entry);
        for (y, line) in (area.y..area.bottom()).zip(lines.into_iter().skip(scroll)) {
            ink::draw(&line, Rect { y, height: 1, ..area }, frame);
        }
    }
}

/// Since which mark, and when that was set.
fn since(cx: &Cx<'_>, mark: Id, lang: Lang) -> String {
    let at = cx.board.mark(mark).and_then(|mark| mark.at);
    let at = at.map_or_else(String::new, |at| show::moment(cx.board, at));
    say!(lang, "view-since", name = show::name(cx.board, mark, lang), at = at)
}

/// A mark as a line across: what comes above it came after it.
fn separator(cx: &Cx<'_>, look: &Look, mark: Id, when: &str, cells: usize) -> Line<'static> {
    let word = say!(look.lang, "view-mark");
    let name = show::name(cx.board, mark, look.lang);
    let rule = |cells: usize| look.glyphs.rule.repeat(cells);
    let line = Ink::new(look, cells).gap(1).cell(Meaning::Muted, when, 12).gap(1);
    let line =
        line.put(Meaning::Border, &rule(2)).gap(1).put(Meaning::Accent, &format!("{word} {name}")).gap(1);
    let room = line.room().saturating_sub(1);
    line.put(Meaning::Border, &rule(room)).line()
}
