//! A question with two answers. It is answered with the arrows and Enter or with `y` and `n`, and
//! starts on the answer that loses nothing, so that it is never answered by the key that asked.
//! May use `window`, `width`.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::{Answer, LayerResult, window};
use crate::domain::Lang;
use crate::say;
use crate::ui::event::Event;
use crate::ui::key::Code;
use crate::ui::style::{Look, Meaning};
use crate::ui::width;

/// A question.
#[derive(Debug, Clone)]
pub struct Confirm {
    question: String,
    yes: bool,
}

impl Confirm {
    /// A question whose yes cannot be taken back: it starts on no.
    #[must_use]
    pub const fn new(question: String) -> Self {
        Self { question, yes: false }
    }

    /// An offer, whose no cannot be taken back: it starts on yes.
    #[must_use]
    pub const fn offer(question: String) -> Self {
        Self { question, yes: true }
    }

    /// Takes an event.
    pub fn handle(&mut self, event: &Event) -> LayerResult {
        let Event::Key(key) = event else { return LayerResult::Ignored };
        match key.code {
            Code::Char('y') => LayerResult::Submit(Answer::Yes),
            Code::Enter if self.yes => LayerResult::Submit(Answer::Yes),
            Code::Char('n') | Code::Enter => LayerResult::Submit(Answer::No),
            Code::Esc => LayerResult::Close,
            Code::Left | Code::Right | Code::Tab | Code::BackTab | Code::Up | Code::Down => {
                self.yes = !self.yes;
                LayerResult::Consumed
            }
            _ => LayerResult::Ignored,
        }
    }

    /// Draws the question with its answers.
    pub fn draw(&self, look: &Look, area: Rect, frame: &mut Frame<'_>) {
        let room = usize::from(area.width.saturating_sub(6)).min(60);
        let lines = width::wrap(&self.question, room);
        let widest = lines.iter().map(|line| width::cells(line)).max().unwrap_or(0).max(24);
        let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(2);
        let inner = window::open(look, area, (widest, height), "", frame);
        let answer = |word: String, chosen: bool| {
            let style = if chosen { look.style(Meaning::Selection) } else { look.style(Meaning::Muted) };
            Span::styled(format!(" {word} "), style)
        };
        let mut text: Vec<Line<'_>> = lines.into_iter().map(Line::from).collect();
        text.push(Line::default());
        text.push(Line::from(vec![
            answer(say!(look.lang, "layer-no"), !self.yes),
            Span::raw("  "),
            answer(say!(look.lang, "layer-yes"), self.yes),
        ]));
        frame.render_widget(Paragraph::new(text), inner);
    }
}

/// The footer's hints.
#[must_use]
pub fn hints(lang: Lang) -> Vec<(String, String)> {
    vec![super::hint(lang, "Tab", "layer-hint-other"), super::hint(lang, "Enter", "layer-hint-choose")]
}
