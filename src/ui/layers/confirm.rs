//! A question with two answers. It is answered with the arrows and Enter or with `y` and `n`, and
//! starts on the answer that loses nothing, so that it is never answered by the key that asked.
//! May use `window`, `width`.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::{Answer, LayerResult, window};
use crate::domain::Lang;
use crate::say;
use crate::ui::event::Event;
use crate::ui::hint::Hint;
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

    /// Gives the answer that stands on a cell.
    pub fn click(&mut self, lang: Lang, area: Rect, at: Position) -> LayerResult {
        let lines = self.lines(area);
        let inner = window::inside(area, size(&lines));
        let [no, yes] = answers(lang).map(|word| width::cells(&word));
        let row = inner.y.saturating_add(size(&lines).1 - 1);
        let column = at.x.checked_sub(inner.x).filter(|_| at.y == row && inner.contains(at));
        match column {
            Some(column) if column < no => LayerResult::Submit(Answer::No),
            Some(column) if (no + GAP..no + GAP + yes).contains(&column) => LayerResult::Submit(Answer::Yes),
            _ => LayerResult::Consumed,
        }
    }

    fn lines(&self, area: Rect) -> Vec<String> {
        let room = usize::from(area.width.saturating_sub(6)).min(60);
        width::wrap(&self.question, room)
    }

    /// Draws the question with its answers.
    pub fn draw(&self, look: &Look, area: Rect, frame: &mut Frame<'_>) {
        let lines = self.lines(area);
        let inner = window::open(look, area, size(&lines), "", frame);
        let answer = |word: String, chosen: bool| {
            let style = if chosen { look.style(Meaning::Selection) } else { look.style(Meaning::Muted) };
            Span::styled(word, style)
        };
        let [no, yes] = answers(look.lang);
        let mut text: Vec<Line<'_>> = lines.into_iter().map(Line::from).collect();
        text.push(Line::default());
        text.push(Line::from(vec![
            answer(no, !self.yes),
            Span::raw(" ".repeat(usize::from(GAP))),
            answer(yes, self.yes),
        ]));
        frame.render_widget(Paragraph::new(text), inner);
    }
}

/// The cells between the two answers.
const GAP: u16 = 2;

/// No and yes, as they are drawn.
fn answers(lang: Lang) -> [String; 2] {
    [say!(lang, "layer-no"), say!(lang, "layer-yes")].map(|word| format!(" {word} "))
}

/// The size of a question in lines, with its answers below.
fn size(lines: &[String]) -> (u16, u16) {
    let widest = lines.iter().map(|line| width::cells(line)).max().unwrap_or(0).max(24);
    (widest, u16::try_from(lines.len()).unwrap_or(u16::MAX - 2).saturating_add(2))
}

/// The footer's hints.
#[must_use]
pub fn hints(lang: Lang) -> Vec<Hint> {
    vec![Hint::code(lang, Code::Tab, "layer-hint-other"), Hint::code(lang, Code::Enter, "layer-hint-choose")]
}
