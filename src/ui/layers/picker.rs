//! One of a list: arrows and Enter, a digit for the first nine, or typed words that narrow the
//! list by text, pinyin and initials. May use `window`, `board::search`.

mod draw;
mod mouse;

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::window::Stand;
use super::{Answer, LayerResult};
use crate::board::search::{self, Query};
use crate::domain::Lang;
use crate::ui::event::Event;
use crate::ui::hint::Hint;
use crate::ui::key::{Code, Key};
use crate::ui::{text, width};

/// One thing to pick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it is called.
    pub label: String,
    /// More about it, muted.
    pub more: String,
}

/// A list to pick from.
#[derive(Debug, Clone)]
pub struct Picker {
    title: String,
    items: Vec<Item>,
    keys: Vec<String>,
    typed: String,
    at: usize,
    /// From this item on they can be taken off the list.
    removable: usize,
    /// So many can be picked; the others only tell something.
    choices: usize,
    /// The keys of the items, where each has its own: they pick it while nothing is typed.
    shortcuts: Vec<&'static [Key]>,
    /// What stands at the right of each item; none where it is empty.
    samples: Vec<Vec<Span<'static>>>,
    /// What is said at the foot of the item under the cursor; nothing where it is empty.
    notes: Vec<String>,
    stand: Stand,
}

/// Lines for the note at the foot.
const NOTE: u16 = 2;

impl Picker {
    /// A list with its title, the cursor on an item.
    #[must_use]
    pub fn new(title: String, items: Vec<Item>, at: usize) -> Self {
        let keys = items.iter().map(|item| search::key(&item.label)).collect();
        Self {
            title,
            items,
            keys,
            typed: String::new(),
            at,
            removable: usize::MAX,
            choices: usize::MAX,
            shortcuts: Vec::new(),
            samples: Vec::new(),
            notes: Vec::new(),
            stand: Stand::Middle,
        }
    }

    /// The same list out of the way in the corner, with a note at its foot for each item.
    #[must_use]
    pub fn aside(self, notes: Vec<String>) -> Self {
        Self { notes, stand: Stand::Corner, ..self }
    }

    /// The same list with a sample at the right of each item.
    #[must_use]
    pub fn with_samples(self, samples: Vec<Vec<Span<'static>>>) -> Self {
        Self { samples, ..self }
    }

    /// The same list, whose items from one on can be taken off it.
    #[must_use]
    pub fn removable(self, from: usize) -> Self {
        Self { removable: from, ..self }
    }

    /// The same list, of whose items only the first so many can be picked.
    #[must_use]
    pub fn with_choices(self, choices: usize) -> Self {
        Self { choices, ..self }
    }

    fn pick(&self, place: Option<usize>) -> LayerResult {
        match place.filter(|place| *place < self.choices) {
            Some(place) => LayerResult::Submit(Answer::Picked(place)),
            None => LayerResult::Consumed,
        }
    }

    /// The same list, whose items have keys of their own. Digits pick by place as in every list.
    #[must_use]
    pub fn with_keys(self, shortcuts: Vec<&'static [Key]>) -> Self {
        Self { shortcuts, ..self }
    }

    fn shortcut(&self, key: Key) -> Option<usize> {
        let is_letter = matches!(key.code, Code::Char(ch) if !ch.is_ascii_digit());
        let free = is_letter && self.typed.is_empty();
        self.shortcuts.iter().position(|keys| free && keys.contains(&key))
    }

    fn can_remove(&self) -> bool {
        self.chosen().is_some_and(|place| place >= self.removable)
    }

    /// The item under the cursor, by its place in the list as given.
    #[must_use]
    pub fn chosen(&self) -> Option<usize> {
        self.shown().get(self.at).copied()
    }

    /// The places of the items that are shown.
    fn shown(&self) -> Vec<usize> {
        let query = Query::new(&self.typed);
        (0..self.items.len()).filter(|i| query.finds(&self.keys[*i])).collect()
    }

    /// Takes an event.
    pub fn handle(&mut self, event: &Event) -> LayerResult {
        match event {
            Event::Key(key) => self.on_key(*key),
            Event::Paste(text) => {
                self.type_text(text);
                LayerResult::Consumed
            }
            _ => LayerResult::Ignored,
        }
    }

    fn on_key(&mut self, key: Key) -> LayerResult {
        if let Some(place) = self.shortcut(key) {
            return LayerResult::Submit(Answer::Picked(place));
        }
        let last = self.shown().len().saturating_sub(1);
        match key.code {
            Code::Esc => return LayerResult::Close,
            Code::Enter => return self.pick(self.chosen()),
            Code::Down | Code::Tab => self.at = if self.at >= last { 0 } else { self.at + 1 },
            Code::Up | Code::BackTab => self.at = self.at.checked_sub(1).unwrap_or(last),
            Code::Home | Code::PageUp => self.at = 0,
            Code::End | Code::PageDown => self.at = last,
            Code::Delete if self.can_remove() => {
                let place = self.chosen().unwrap_or_default();
                return LayerResult::Submit(Answer::Removed(place));
            }
            Code::Backspace => {
                self.typed.pop();
                self.at = 0;
            }
            Code::Char(ch) => match ch.to_digit(10) {
                Some(digit) if self.typed.is_empty() => return self.pick_digit(digit),
                _ => self.type_text(ch.encode_utf8(&mut [0; 4])),
            },
            _ => return LayerResult::Ignored,
        }
        LayerResult::Consumed
    }

    fn pick_digit(&self, digit: u32) -> LayerResult {
        let place = usize::try_from(digit).unwrap_or(0).checked_sub(1);
        self.pick(place.and_then(|place| self.shown().get(place).copied()))
    }

    fn type_text(&mut self, text: &str) {
        self.typed.push_str(&text::clean(text));
        self.at = 0;
    }

    /// Whether a key picks an item and is not typed.
    #[must_use]
    pub fn has_key(&self, key: Key) -> bool {
        let is_digit = matches!(key.code, Code::Char(ch) if ch.is_ascii_digit());
        self.typed.is_empty() && (is_digit || self.shortcut(key).is_some())
    }

    /// The columns and rows that the list would like to have.
    fn size(&self) -> (u16, u16) {
        let (labels, more) = self.widest();
        let samples = (0..self.samples.len()).map(|place| self.sample_cells(place)).max().unwrap_or(0);
        let widest = (labels + more + 8 + samples).max(width::of(&self.title) + 4);
        let rows = u16::try_from(self.items.len()).unwrap_or(u16::MAX).max(1);
        let rows = rows.saturating_add(u16::from(!self.typed.is_empty())).saturating_add(self.note_rows());
        (u16::try_from(widest).unwrap_or(u16::MAX), rows)
    }

    /// Where the items stand, below what is typed, and the note at the foot.
    fn parts(&self, inner: Rect) -> (Rect, Rect) {
        let foot = self.note_rows().min(inner.height.saturating_sub(1));
        let typed = u16::from(!self.typed.is_empty());
        let height = (inner.height - foot).saturating_sub(typed);
        let list = Rect { y: inner.y + typed, height, ..inner };
        (list, Rect { y: inner.bottom() - foot, height: foot, ..inner })
    }

    const fn note_rows(&self) -> u16 {
        if self.notes.is_empty() { 0 } else { NOTE }
    }

    fn sample_cells(&self, place: usize) -> usize {
        self.samples.get(place).map_or(0, |spans| spans.iter().map(|span| width::of(&span.content)).sum())
    }

    /// The footer's hints.
    #[must_use]
    pub fn hints(&self, lang: Lang) -> Vec<Hint> {
        let letters = if self.shortcuts.is_empty() { "layer-hint-narrow" } else { "layer-hint-own-key" };
        let mut hints = vec![
            Hint::keys(lang, "1-9 Enter", Key::plain(Code::Enter), "layer-hint-choose"),
            Hint::legend(lang, "abc", letters),
            Hint::code(lang, Code::Esc, "layer-hint-close"),
        ];
        if self.can_remove() {
            hints.insert(1, Hint::code(lang, Code::Delete, "layer-hint-remove"));
        }
        hints
    }

    /// The widest label, and the widest of what is said beside one.
    fn widest(&self) -> (usize, usize) {
        let of = |words: fn(&Item) -> &String| self.items.iter().map(|item| width::of(words(item))).max();
        (of(|item| &item.label).unwrap_or(0), of(|item| &item.more).unwrap_or(0))
    }
}
