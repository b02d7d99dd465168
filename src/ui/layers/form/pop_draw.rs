//! What opens at a row of a form, drawn over what stands below it. May use `pop`, `window`, `widgets`.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Paragraph};

use super::pop::{Pop, ROWS};
use crate::say;
use crate::ui::layers::window;
use crate::ui::style::{Look, Meaning};
use crate::ui::widgets::calendar;
use crate::ui::{text, width};

/// Draws what is open at a field that stands somewhere in an area.
pub(super) fn draw_pop(pop: &Pop, look: &Look, area: Rect, anchor: Rect, frame: &mut Frame<'_>) {
    let inner = hang(look, area, anchor, pop_size(pop, anchor), frame);
    match pop {
        Pop::List(offers, at) => {
            let shown = usize::from(inner.height);
            let first = pop.first(shown);
            let rows = offers.iter().enumerate().skip(first).take(shown);
            let lines: Vec<Line<'_>> = rows
                .map(|(i, offer)| {
                    pop_line(look, &offer.text, &offer.more, usize::from(inner.width), *at == Some(i))
                })
                .collect();
            frame.render_widget(Paragraph::new(lines), inner);
        }
        Pop::Calendar(calendar) => calendar.draw(look, inner, frame.buffer_mut()),
        Pop::Clash { mine, theirs, on_mine } => {
            let title = say!(look.lang, "layer-form-clash");
            let title = text::line(&title, usize::from(inner.width), look.glyphs.ellipsis);
            let mine = say!(look.lang, "layer-form-mine", value = mine.as_str());
            let theirs = say!(look.lang, "layer-form-theirs", value = theirs.as_str());
            let line = |words: &str, on: bool| pop_line(look, words, "", usize::from(inner.width), on);
            let lines = vec![
                Line::styled(title, look.style(Meaning::Error)),
                line(&mine, *on_mine),
                line(&theirs, !*on_mine),
            ];
            frame.render_widget(Paragraph::new(lines), inner);
        }
    }
}

/// The size that it would like to have.
pub(super) fn pop_size(pop: &Pop, anchor: Rect) -> (u16, u16) {
    match pop {
        Pop::List(offers, _) => (anchor.width, u16::try_from(offers.len().min(ROWS)).unwrap_or(0)),
        Pop::Calendar(_) => calendar::SIZE,
        Pop::Clash { .. } => (anchor.width.max(40), 3),
    }
}

fn pop_line(look: &Look, words: &str, more: &str, room: usize, on: bool) -> Line<'static> {
    let cursor = if on { look.glyphs.cursor } else { " " };
    let words = text::line(&format!("{cursor}{words}"), room, look.glyphs.ellipsis);
    let rest = room.saturating_sub(width::of(&words) + 2);
    let more = text::line(more, rest, look.glyphs.ellipsis);
    let pad = " ".repeat(room - width::of(&words) - width::of(&more));
    let line = Line::from(vec![
        Span::raw(words),
        Span::raw(pad),
        Span::styled(more, if on { look.style(Meaning::Selection) } else { look.style(Meaning::Muted) }),
    ]);
    if on { line.style(look.style(Meaning::Selection)) } else { line }
}

/// Hangs a frame of a size under an anchor, or over it where there is more room; gives the room
/// inside.
fn hang(look: &Look, area: Rect, anchor: Rect, size: (u16, u16), frame: &mut Frame<'_>) -> Rect {
    let at = hung(area, anchor, size);
    let block = Block::bordered()
        .border_set(look.glyphs.border)
        .border_style(look.style(Meaning::BorderFocus))
        .style(look.style(Meaning::Overlay));
    let inner = block.inner(at);
    window::clear(at, frame);
    frame.render_widget(block, at);
    inner
}

/// The frame of a size that hangs at an anchor.
pub(super) fn hung(area: Rect, anchor: Rect, size: (u16, u16)) -> Rect {
    let (width, height) = (size.0.saturating_add(2).min(area.width), size.1.saturating_add(2));
    let below = area.bottom().saturating_sub(anchor.bottom());
    let above = anchor.y.saturating_sub(area.y);
    let height = height.min(below.max(above));
    let y = if height <= below { anchor.bottom() } else { anchor.y.saturating_sub(height) };
    let x = anchor.x.saturating_sub(1).clamp(area.x, area.right() - width);
    Rect { x, y, width, height }
}
