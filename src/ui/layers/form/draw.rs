//! A form drawn: labels at the left, what is typed, how it is read beside it; the list, calendar
//! or clash over what stands below. May use `window`, `widgets`, `width`.

use ratatui::Frame;
use ratatui::layout::{Margin, Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::pop_draw::{draw_pop, hung, pop_size};
use super::row::Row;
use super::{Form, Need, words};
use crate::domain::Shape;
use crate::say;
use crate::ui::event::{Cx, Presence};
use crate::ui::layers::window;
use crate::ui::style::{Look, Meaning};
use crate::ui::{text, width};

/// A form is no wider than this.
const WIDEST: u16 = 100;
/// Below this width what is read is told at the foot alone.
const NARROW: u16 = 56;

/// What stands on a cell.
pub(super) enum Hit {
    Nothing,
    /// A row, by its place.
    Row(usize),
    /// The button that saves.
    Button,
    /// A cell of what is open at the row, from its corner, and how many lines of it are shown.
    Pop((u16, u16), u16),
}

/// The columns of a form's rows.
struct Columns {
    label: u16,
    field: u16,
    said: u16,
}

impl Form {
    /// Draws the form over a view's area.
    pub fn draw(&self, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
        let size = self.size();
        let inner = window::open(look, area, size, &self.title, frame);
        if inner.height < 3 || inner.width < 12 {
            return;
        }
        let columns = self.columns(look, inner.width);
        let list = Rect { height: inner.height - 2, ..inner };
        let (first, lines) = (self.first_line(list.height), size.1 - 2);
        for (at, row, room) in self.places(list) {
            self.draw_row(row, at == self.at, &columns, (cx, look), room, frame);
        }
        window::draw_more(look, list, [first > 0, first + list.height < lines], frame);
        let above = Rect { y: inner.y + inner.height - 2, height: 1, ..inner };
        let warning = self.others(cx, look).unwrap_or_else(|| self.repeats.clone());
        let warning = text::line(&warning, usize::from(above.width), look.glyphs.ellipsis);
        frame.render_widget(Span::styled(warning, look.style(Meaning::Warning)), above);
        self.draw_foot(cx, look, Rect { y: inner.y + inner.height - 1, height: 1, ..inner }, &columns, frame);
        if let Some(pop) = &self.pop {
            draw_pop(pop, look, area, self.anchor(look, list), frame);
        }
        if let Some(question) = &self.leaving {
            question.draw(look, area, frame);
        }
    }

    fn size(&self) -> (u16, u16) {
        let lines: u16 = self.rows.iter().map(Row::height).sum();
        (WIDEST, lines.saturating_add(2))
    }

    /// The rows that are drawn, each with its place and where it stands in the list.
    fn places(&self, list: Rect) -> impl Iterator<Item = (usize, &Row, Rect)> {
        let first = self.first_line(list.height);
        self.tops().filter_map(move |(at, row, y)| {
            let fits = y >= first && y + row.height() <= first + list.height;
            fits.then(|| (at, row, Rect { y: list.y + y - first, height: row.height(), ..list }))
        })
    }

    /// The field that what opens at the cursor's row hangs at.
    fn anchor(&self, look: &Look, list: Rect) -> Rect {
        let columns = self.columns(look, list.width);
        let of_row = |(.., room): (usize, &Row, Rect)| Rect {
            x: room.x + columns.label,
            width: columns.field,
            ..room
        };
        self.places(list).find(|(at, ..)| *at == self.at).map_or(list, of_row)
    }

    /// What stands on a cell of the area that the form is drawn over.
    pub(super) fn hit(&self, look: &Look, area: Rect, at: Position) -> Hit {
        let inner = window::inside(area, self.size());
        if inner.height < 3 || inner.width < 12 {
            return Hit::Nothing;
        }
        let list = Rect { height: inner.height - 2, ..inner };
        if let Some(pop) = &self.pop {
            let anchor = self.anchor(look, list);
            let place = hung(area, anchor, pop_size(pop, anchor));
            if place.contains(at) {
                let inside = place.inner(Margin::new(1, 1));
                return if inside.contains(at) {
                    Hit::Pop((at.x - inside.x, at.y - inside.y), inside.height)
                } else {
                    Hit::Nothing
                };
            }
        }
        let button = width::cells(&self.button(look));
        if at.y + 1 == inner.bottom() && (inner.x..inner.x + button).contains(&at.x) {
            return Hit::Button;
        }
        self.places(list).find(|(.., room)| room.contains(at)).map_or(Hit::Nothing, |(at, ..)| Hit::Row(at))
    }

    fn button(&self, look: &Look) -> String {
        let word = if self.waiting { "layer-form-waiting" } else { "layer-form-save" };
        format!(" {} ", crate::locales::text(look.lang, word, None))
    }

    /// The rows with their places and the lines that they begin at.
    fn tops(&self) -> impl Iterator<Item = (usize, &Row, u16)> {
        let tops = self.rows.iter().scan(0, |next, row| {
            let top = *next;
            *next += row.height();
            Some(top)
        });
        self.rows.iter().zip(tops).enumerate().map(|(at, (row, top))| (at, row, top))
    }

    /// That others have a form open on the same record.
    fn others(&self, cx: &Cx<'_>, look: &Look) -> Option<String> {
        let here = |presence: &&Presence| !presence.own && presence.at.editing == self.on;
        let others = cx.people.iter().filter(|_| self.on.is_some()).filter(here);
        let names: Vec<&str> = others.map(|presence| cx.board.person_name(&presence.login)).collect();
        let names = names.join(look.lang.pick("、", ", "));
        (!names.is_empty()).then(|| say!(look.lang, "layer-form-others", names = names))
    }

    fn columns(&self, look: &Look, width: u16) -> Columns {
        let widest = self.rows.iter().map(|row| width::cells(&row.slot.label(look.lang))).max().unwrap_or(0);
        let label = (widest + 3).min(width / 3);
        let said = if width < NARROW { 0 } else { (width - label) * 9 / 20 };
        Columns { label, field: width - label - said, said }
    }

    /// The first line that is shown. It jumps by half the height, so that few moves redraw all.
    fn first_line(&self, height: u16) -> u16 {
        let total: u16 = self.rows.iter().map(Row::height).sum();
        let start: u16 =
            self.rows.iter().take(self.at.min(self.rows.len().saturating_sub(1))).map(Row::height).sum();
        let end = start + self.rows.get(self.at).map_or(1, Row::height);
        let half = (height / 2).max(1);
        let jumped = (start / half).saturating_sub(1) * half;
        jumped.max(end.saturating_sub(height)).min(total.saturating_sub(height))
    }

    fn draw_row(
        &self,
        row: &Row,
        focused: bool,
        columns: &Columns,
        (cx, look): (&Cx<'_>, &Look),
        area: Rect,
        frame: &mut Frame<'_>,
    ) {
        let room = usize::from(columns.label.saturating_sub(3));
        let label = text::line(&row.slot.label(look.lang), room, look.glyphs.ellipsis);
        let style = look.style(if focused { Meaning::Strong } else { Meaning::Label });
        let meaning = if row.need == Need::Must { Meaning::Error } else { Meaning::Hint };
        let sign = Span::styled(row.need.sign(), look.style(meaning));
        let label = Line::from(vec![Span::styled(label, style), sign]);
        frame.render_widget(Paragraph::new(label), Rect { width: columns.label, height: 1, ..area });
        let field = Rect { x: area.x + columns.label, width: columns.field, ..area };
        let focused = focused && self.leaving.is_none();
        match row.slot.shape() {
            Shape::Long => row.field.draw_lines(look, field, frame, focused),
            _ => row.field.draw(look, field, frame, focused),
        }
        if columns.said > 1 {
            let (meaning, said) = said(row, focused, cx, look);
            let at = Rect { x: field.x + columns.field + 1, width: columns.said - 1, height: 1, ..area };
            let said = text::line(&said, usize::from(at.width), look.glyphs.ellipsis);
            frame.render_widget(Paragraph::new(Span::styled(said, look.style(meaning))), at);
        }
    }

    fn draw_foot(&self, cx: &Cx<'_>, look: &Look, area: Rect, columns: &Columns, frame: &mut Frame<'_>) {
        let on_button = self.at >= self.rows.len();
        let button = self.button(look);
        let style = look.style(if on_button { Meaning::Selection } else { Meaning::Accent });
        // What does not fit beside its row is said here in full.
        let beside = usize::from(columns.said.saturating_sub(1));
        let of_row = self.rows.get(self.at).map(|row| said(row, true, cx, look));
        let (meaning, said) = match of_row.filter(|(_, said)| width::of(said) > beside) {
            Some(said) => said,
            None => (Meaning::Error, self.message.clone()),
        };
        let room = usize::from(area.width).saturating_sub(width::of(&button) + 2);
        let said = text::line(&said, room, look.glyphs.ellipsis);
        let line = Line::from(vec![
            Span::styled(button, style),
            Span::raw("  "),
            Span::styled(said, look.style(meaning)),
        ]);
        frame.render_widget(Paragraph::new(line), area);
    }
}

/// What is said beside a row: what is wrong, how it was read, or what could stand there.
fn said(row: &Row, focused: bool, cx: &Cx<'_>, look: &Look) -> (Meaning, String) {
    if row.clash.is_some() {
        return (Meaning::Error, say!(look.lang, "layer-form-clash"));
    }
    match row.wrong() {
        Some(wrong) => (Meaning::Error, wrong.to_owned()),
        None if row.is_blank() && focused => (Meaning::Hint, words::example(row, look.lang)),
        None => (Meaning::Info, words::reading(row, cx.board, look.lang)),
    }
}
