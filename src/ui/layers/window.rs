//! The frame that a layer stands in: cleared, bordered, titled. May use `style`, `width`.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use ratatui::text::Span;
use ratatui::widgets::{Block, Clear, Padding};

use crate::ui::style::{Look, Meaning};
use crate::ui::{text, width};

/// No view is read in so few columns beside a frame: it covers them too.
const SLIVER: u16 = 20;

/// Where a frame stands in its area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stand {
    /// In the middle.
    #[default]
    Middle,
    /// In the corner at the right and the bottom, where most of the view stays visible.
    Corner,
}

/// Opens a frame in the middle of an area, no larger than the area; gives the room inside.
pub fn open(look: &Look, area: Rect, size: (u16, u16), title: &str, frame: &mut Frame<'_>) -> Rect {
    open_at(Stand::Middle, look, area, size, title, frame)
}

/// As `open`, somewhere in the area.
pub(super) fn open_at(
    stand: Stand,
    look: &Look,
    area: Rect,
    size: (u16, u16),
    title: &str,
    frame: &mut Frame<'_>,
) -> Rect {
    let at = place(stand, area, size);
    let room = usize::from(at.width.saturating_sub(4));
    let title = format!(" {} ", text::line(title, room, look.glyphs.ellipsis));
    let block = Block::bordered()
        .border_set(look.glyphs.border_focus)
        .border_style(look.style(Meaning::BorderFocus))
        .style(look.style(Meaning::Overlay))
        .padding(Padding::horizontal(1));
    let block = if title.trim().is_empty() {
        block
    } else {
        block.title(Span::styled(title, look.style(Meaning::Title)))
    };
    clear(at, frame);
    frame.render_widget(block, at);
    inside_at(stand, area, size)
}

fn place(stand: Stand, area: Rect, size: (u16, u16)) -> Rect {
    let width = size.0.saturating_add(4).min(area.width);
    let is_sliver = stand == Stand::Middle && area.width - width <= SLIVER;
    let width = if is_sliver { area.width } else { width };
    let height = size.1.saturating_add(2).min(area.height);
    let (right, down) = (area.width - width, area.height - height);
    let (x, y) = match stand {
        Stand::Middle => (area.x + right / 2, area.y + down / 2),
        Stand::Corner => (area.x + right, area.y + down),
    };
    Rect { x, y, width, height }
}

/// The room inside the frame that `open` draws: without its border, and a cell at either side.
pub(super) fn inside(area: Rect, size: (u16, u16)) -> Rect {
    inside_at(Stand::Middle, area, size)
}

/// The room inside the frame that `open_at` draws.
pub(super) fn inside_at(stand: Stand, area: Rect, size: (u16, u16)) -> Rect {
    place(stand, area, size).inner(Margin::new(2, 1))
}

/// Stands the hardware cursor behind words typed into the first line of an area, where an input
/// method opens its window.
pub(super) fn cursor_behind(words: &str, area: Rect, frame: &mut Frame<'_>) {
    if !area.is_empty() {
        let column = width::cells(words).min(area.width - 1);
        frame.set_cursor_position((area.x + column, area.y));
    }
}

/// Empties the place of something that is laid over a view. A wide character that an edge would halve
/// goes too: at the left a terminal would draw it over the edge, at the right its second half would
/// stand there without a ground.
pub(super) fn clear(at: Rect, frame: &mut Frame<'_>) {
    for y in at.y..at.bottom() {
        let halved = frame.buffer_mut().cell((at.right().saturating_sub(1), y));
        let style = halved.filter(|cell| width::of(cell.symbol()) > 1).map(ratatui::buffer::Cell::style);
        if let (Some(style), Some(half)) = (style, frame.buffer_mut().cell_mut((at.right(), y))) {
            half.set_symbol(" ").set_style(style);
        }
    }
    frame.render_widget(Clear, at);
    let Some(x) = at.x.checked_sub(1) else {
        return;
    };
    for y in at.y..at.bottom() {
        if let Some(cell) = frame.buffer_mut().cell_mut((x, y))
            && width::of(cell.symbol()) > 1
        {
            cell.set_symbol(" ");
        }
    }
}

/// Marks beside a list, in the frame's padding, where more of it stands above or below.
pub(super) fn draw_more(look: &Look, list: Rect, more: [bool; 2], frame: &mut Frame<'_>) {
    let style = look.style(Meaning::Accent);
    let ends = [list.y, list.bottom().saturating_sub(1)];
    for ((y, sign), _) in ends.into_iter().zip(look.glyphs.more).zip(more).filter(|(_, more)| *more) {
        frame.buffer_mut().set_string(list.right(), y, sign, style);
    }
}
