//! A screen that says who is attached, until the window proper stands.
use ratatui::Frame;

use crate::ui::{Code, Cx, Draft, Effect, Event, Look};

pub(super) struct App {
    keys: String,
}

impl App {
    pub(super) fn new(_look: Look, _size: (u16, u16)) -> Self {
        Self { keys: String::new() }
    }

    pub(super) fn handle(&mut self, event: Event, _cx: &Cx<'_>) -> Vec<Effect> {
        match event {
            Event::Key(key) if key.code == Code::Char('q') => return vec![Effect::Quit],
            Event::Key(key) if key.code == Code::Char('z') && key.ctrl => return vec![Effect::Suspend],
            Event::Key(key) => self.keys.push_str(&format!("[{key}]")),
            Event::Paste(text) => self.keys.push_str(&format!("<{text}>")),
            _ => {}
        }
        Vec::new()
    }

    pub(super) fn draft(&self) -> Option<Draft> {
        None
    }

    pub(super) fn draw(&self, cx: &Cx<'_>, frame: &mut Frame<'_>) {
        let people: Vec<_> = cx.people.iter().map(|one| one.login.as_str()).collect();
        let text = format!("guatu {}\n{}\n{}", cx.board.head().seq, people.join(" "), self.keys);
        frame.render_widget(text.as_str(), frame.area());
    }
}
