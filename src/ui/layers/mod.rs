//! What stands above a view and takes its keys: forms, pickers, questions, help, the command
//! line. Each is a pure state machine: an event in, a `LayerResult` out. May use the rest of `ui`.

pub mod confirm;
pub mod finder;
pub mod form;
pub mod help;
pub mod palette;
pub mod picker;
pub mod pledge;
pub mod popup;
pub mod window;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::event::{Cx, Event};
use super::hint::Hint;
use super::key::{Code, Key};
use super::style::Look;
use crate::board::intent::Pledge;
use crate::domain::Lang;
use confirm::Confirm;
use form::{Filled, Form};
use help::Help;
use palette::Palette;
use picker::Picker;
use pledge::PledgeLine;
use popup::Popup;

/// A layer.
pub enum Layer {
    /// Fields to fill in.
    Form(Box<Form>),
    /// One of a list.
    Picker(Picker),
    /// A question.
    Confirm(Confirm),
    /// The keys valid here.
    Help(Help),
    /// The command line.
    Palette(Palette),
    /// A text to read.
    Popup(Popup),
    /// A commitment in one line.
    Pledge(Box<PledgeLine>),
}

/// What became of an event.
#[derive(Debug, Clone, PartialEq)]
pub enum LayerResult {
    /// It was not for the layer.
    Ignored,
    /// It was taken.
    Consumed,
    /// The layer wants to be closed without an answer.
    Close,
    /// The layer wants to know how this beginning of a file's name can go on.
    Names(String),
    /// The layer wants a text edited in the person's editor.
    Edit(String),
    /// The layer has its answer; it stays until the answer is dealt with.
    Submit(Answer),
}

/// What a layer was opened to find out.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// A form's values.
    Form(Filled),
    /// The place of the item that was picked.
    Picked(usize),
    /// The place of the item that is to be taken off the list.
    Removed(usize),
    /// The question was answered with yes.
    Yes,
    /// The question was answered with no.
    No,
    /// A command line.
    Line(String),
    /// A commitment that lacks nothing but its meeting.
    Pledge(Box<Pledge>),
}

impl Layer {
    /// Takes an event.
    pub fn handle(&mut self, event: &Event, cx: &Cx<'_>, look: &Look) -> LayerResult {
        match self {
            Self::Form(form) => form.handle(event, cx, look),
            Self::Picker(picker) => picker.handle(event),
            Self::Confirm(confirm) => confirm.handle(event),
            Self::Help(help) => help.handle(event),
            Self::Palette(palette) => palette.handle(event, cx, look.lang),
            Self::Popup(popup) => popup.handle(event),
            Self::Pledge(line) => line.handle(event, cx),
        }
    }

    /// The key that is meant: a full-width form counts as its half-width twin, but where a text is typed.
    #[must_use]
    pub fn meant(&self, key: Key) -> Key {
        let half = key.halved();
        let is_typed = match self {
            Self::Confirm(_) | Self::Popup(_) => false,
            Self::Picker(picker) => !picker.has_key(half),
            Self::Form(form) => !form.asks(),
            Self::Help(_) | Self::Palette(_) | Self::Pledge(_) => true,
        };
        if is_typed { key } else { half }
    }

    /// Takes a click on a cell of the area that it is drawn over.
    pub fn click(&mut self, cx: &Cx<'_>, look: &Look, area: Rect, at: Position) -> LayerResult {
        match self {
            Self::Form(form) => form.click(cx, look, area, at),
            Self::Picker(picker) => picker.click(area, at),
            Self::Confirm(confirm) => confirm.click(look.lang, area, at),
            Self::Help(help) => help.click(area, at),
            Self::Palette(palette) => palette.click(area, at),
            Self::Popup(_) => LayerResult::Close,
            // There is nothing in it but the line.
            Self::Pledge(_) => LayerResult::Consumed,
        }
    }

    /// Takes a notch of the wheel: a text scrolls, a cursor goes on.
    pub fn wheel(&mut self, down: bool, cx: &Cx<'_>, look: &Look) -> LayerResult {
        let key = Event::Key(Key::plain(if down { Code::Down } else { Code::Up }));
        match self {
            Self::Popup(popup) => {
                (0..3).map(|_| popup.handle(&key)).fold(LayerResult::Consumed, |_, last| last)
            }
            Self::Picker(picker) => picker.wheel(down),
            Self::Palette(palette) => palette.wheel(down),
            Self::Form(form) => form.wheel(down, cx, look),
            Self::Help(help) => help.handle(&key),
            // An answer is not given by the way.
            Self::Confirm(_) | Self::Pledge(_) => LayerResult::Consumed,
        }
    }

    /// Draws the layer over a view's area.
    pub fn draw(&self, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
        match self {
            Self::Form(form) => form.draw(cx, look, area, frame),
            Self::Picker(picker) => picker.draw(look, area, frame),
            Self::Confirm(confirm) => confirm.draw(look, area, frame),
            Self::Help(help) => help.draw(look, area, frame),
            Self::Palette(palette) => palette.draw(look, area, frame),
            Self::Popup(popup) => popup.draw(look, area, frame),
            Self::Pledge(line) => line.draw(cx, look, area, frame),
        }
    }

    /// The footer's hints.
    #[must_use]
    pub fn hints(&self, lang: Lang) -> Vec<Hint> {
        match self {
            Self::Form(form) => form.hints(lang),
            Self::Picker(picker) => picker.hints(lang),
            Self::Confirm(_) => confirm::hints(lang),
            Self::Help(_) => help::hints(lang),
            Self::Palette(_) => palette::hints(lang),
            Self::Popup(_) => popup::hints(lang),
            Self::Pledge(_) => pledge::hints(lang),
        }
    }
}
