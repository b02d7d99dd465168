//! The mouse: a click puts the cursor on what stands there, as its keys would, and opens what is under
//! the cursor already; a hint of the footer does its key; a slide is turned; the wheel moves.
//! May use the rest of `ui`.

use ratatui::layout::{Position, Rect};

use super::app::App;
use super::effect::Effect;
use super::event::Cx;
use super::hint::Does;
use super::key::{Code, Key};
use super::place::Place;
use super::views::{Step, footer};
use super::{layout, verbs};

/// What was done with the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// The left button was pressed.
    Left,
    /// The wheel was turned.
    Wheel {
        /// Towards the end of what is shown.
        down: bool,
    },
}

/// So many rows of a list a notch of the wheel moves.
const NOTCH: usize = 3;

impl App {
    pub(super) fn on_mouse(&mut self, press: Press, at: Position, cx: &Cx<'_>) -> Vec<Effect> {
        let Some(screen) = self.screen(cx).filter(|_| !self.waits()) else { return Vec::new() };
        let covers = self.message.take().is_some() && self.place == Place::Deck;
        let turns = self.place == Place::Deck && self.layers.is_empty();
        let is_foot = press == Press::Left && screen.footer.contains(at);
        if is_foot && covers {
            // What was said stood over the hints.
            return Vec::new();
        }
        if is_foot && !turns {
            return self.on_hint(screen.footer, at, cx);
        }
        // What was said of it is gone.
        self.confirmed = None;
        match press {
            // As by the keys: a window that follows is not turned.
            Press::Left if turns => self.on_key(Key::plain(Code::Right), cx),
            Press::Wheel { down } if turns => {
                self.on_key(Key::plain(if down { Code::Right } else { Code::Left }), cx)
            }
            Press::Wheel { down } => self.on_wheel(down, cx),
            Press::Left if !self.layers.is_empty() => self.click_layer(screen, at, cx),
            Press::Left if screen.body.contains(at) => self.click_view(screen.body, at, cx),
            Press::Left => Vec::new(),
        }
    }

    fn on_wheel(&mut self, down: bool, cx: &Cx<'_>) -> Vec<Effect> {
        if let Some(open) = self.layers.last_mut() {
            let result = open.layer.wheel(down, cx, &self.look);
            return self.after_layer(result, cx);
        }
        verbs::go(self, if down { Step::Down(NOTCH) } else { Step::Up(NOTCH) }, cx)
    }

    fn on_hint(&mut self, line: Rect, at: Position, cx: &Cx<'_>) -> Vec<Effect> {
        let hints = self.hints(cx);
        let hit = footer::hit(&hints, line, at).and_then(|place| hints.get(place));
        match hit.and_then(|hint| hint.does) {
            // It may be about what was confirmed.
            Some(Does::Key(key)) => self.on_key(key, cx),
            Some(Does::Action(action)) => {
                self.confirmed = None;
                self.run_action(action, false, cx)
            }
            None => {
                self.confirmed = None;
                Vec::new()
            }
        }
    }

    fn click_layer(&mut self, screen: layout::Screen, at: Position, cx: &Cx<'_>) -> Vec<Effect> {
        let Some(open) = self.layers.last_mut() else { return Vec::new() };
        let area = layout::under_layers(screen, self.place == Place::Deck);
        let result = open.layer.click(cx, &self.look, area, at);
        self.after_layer(result, cx)
    }

    fn click_view(&mut self, body: Rect, at: Position, cx: &Cx<'_>) -> Vec<Effect> {
        match self.view().way(cx, &self.look, body, at) {
            None => Vec::new(),
            // A filter that is being typed is not left by the way.
            Some(way) if way.is_empty() && self.finder.is_some() => Vec::new(),
            Some(way) if way.is_empty() => self.on_key(Key::plain(Code::Enter), cx),
            Some(way) => way.into_iter().flat_map(|step| verbs::go(self, step, cx)).collect(),
        }
    }
}
