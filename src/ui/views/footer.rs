//! The foot of every screen: the keys that matter where one is. What they are is passed in, the
//! most important first. May use `ink`.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::ink::{self, Ink};
use crate::ui::style::{Look, Meaning};
use crate::ui::width;

/// A key and what it does, in a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The key as help prints it.
    pub key: String,
    /// What it does.
    pub word: String,
}

/// The cells between two hints.
const GAP: usize = 2;

/// Draws as many hints as fit, whole. The last one (how to get help) keeps its place at the end.
pub fn draw(hints: &[Hint], look: &Look, area: Rect, frame: &mut Frame<'_>) {
    frame.buffer_mut().set_style(area, look.style(Meaning::Footer));
    let Some((last, hints)) = hints.split_last() else { return };
    let mut room = usize::from(area.width).saturating_sub(2 + size(last) + GAP);
    let mut line = Ink::new(look, usize::from(area.width)).gap(1);
    for hint in hints {
        let size = size(hint);
        if size > room {
            break;
        }
        room -= (size + GAP).min(room);
        line = put(line, hint).gap(GAP);
    }
    let fill = line.room().saturating_sub(size(last) + 1);
    ink::draw(&put(line.gap(fill), last).line(), area, frame);
}

fn size(hint: &Hint) -> usize {
    width::of(&hint.key) + 1 + width::of(&hint.word)
}

fn put<'l>(line: Ink<'l>, hint: &Hint) -> Ink<'l> {
    line.put(Meaning::KeyName, &hint.key).gap(1).put(Meaning::Footer, &hint.word)
}
