//! A list to pick from, drawn. May use `window`, `layout`, `width`.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::super::window;
use super::Picker;
use crate::say;
use crate::ui::style::{Look, Meaning};
use crate::ui::{layout, text, width};

impl Picker {
    /// Draws the list.
    pub fn draw(&self, look: &Look, area: Rect, frame: &mut Frame<'_>) {
        let shown = self.shown();
        let inner = window::open_at(self.stand, look, area, self.size(), &self.title, frame);
        let (list, foot) = self.parts(inner);
        let mut lines = Vec::new();
        if !self.typed.is_empty() {
            let words = format!("/{}", self.typed);
            window::cursor_behind(&words, inner, frame);
            lines.push(Line::styled(words, look.style(Meaning::Match)));
        }
        let height = usize::from(list.height);
        let top = layout::top(self.at, shown.len(), height);
        let room = usize::from(inner.width);
        let samples = (0..self.samples.len()).map(|place| self.sample_cells(place)).max().unwrap_or(0);
        let labels = self.labels(room.saturating_sub(samples));
        for (row, i) in shown.iter().enumerate().skip(top).take(height) {
            lines.push(self.line(look, row, *i, (room, labels)));
        }
        if shown.is_empty() {
            lines.push(Line::styled(say!(look.lang, "layer-no-match"), look.style(Meaning::Muted)));
        }
        frame.render_widget(Paragraph::new(lines), inner);
        window::draw_more(look, list, [top > 0, top + height < shown.len()], frame);
        self.draw_note(look, foot, frame);
    }

    /// The note of the item under the cursor, down at the foot.
    fn draw_note(&self, look: &Look, foot: Rect, frame: &mut Frame<'_>) {
        let note = self.chosen().and_then(|place| self.notes.get(place)).map_or("", String::as_str);
        let lines = width::wrap(&text::clean(note), usize::from(foot.width));
        let up = foot.height.saturating_sub(u16::try_from(lines.len()).unwrap_or(u16::MAX));
        let at = Rect { y: foot.y + up, height: foot.height - up, ..foot };
        let lines = lines.into_iter().map(|line| Line::styled(line, look.style(Meaning::Muted)));
        frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), at);
    }

    /// The cells of the labels: what is said beside them stands in one column.
    fn labels(&self, room: usize) -> usize {
        let room = room.saturating_sub(4);
        let (labels, more) = self.widest();
        if more == 0 { room } else { labels.min(room - more.min(room / 2)) }
    }

    fn line(&self, look: &Look, row: usize, place: usize, (room, labels): (usize, usize)) -> Line<'static> {
        let item = &self.items[place];
        let room = room.saturating_sub(self.sample_cells(place));
        let has_digit = row < 9 && place < self.choices;
        let digit = if has_digit { (row + 1).to_string() } else { " ".to_owned() };
        let label = text::line(&item.label, labels, look.glyphs.ellipsis);
        let label = width::left(&label, labels, look.glyphs.ellipsis);
        let left = room.saturating_sub(width::of(&label) + 4);
        let more = text::line(&item.more, left, look.glyphs.ellipsis);
        let rest = " ".repeat(left.saturating_sub(width::of(&more)));
        let mut line = Line::from(vec![
            Span::styled(format!("{digit} "), look.style(Meaning::KeyName)),
            Span::raw(format!("{label}  ")),
            Span::styled(more, look.style(Meaning::Muted)),
            Span::raw(rest),
        ]);
        line.spans.extend(self.samples.get(place).into_iter().flatten().cloned());
        if row == self.at { line.style(look.style(Meaning::Selection)) } else { line }
    }
}
