//! A window drawn: header, view, layers, message, footer. May use the rest of `ui`.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Paragraph};

use super::app::{App, Message};
use super::event::Cx;
use super::place::Place;
use super::style::Meaning;
use super::verbs::who;
use super::views::{footer, header};
use super::{layout, text, width};
use crate::board::redact::Veil;
use crate::say;

impl App {
    /// Draws the window.
    pub fn draw(&self, cx: &Cx<'_>, frame: &mut Frame<'_>) {
        let area = frame.area();
        frame.buffer_mut().set_style(area, self.look.style(Meaning::Text));
        let Some(screen) = layout::screen(area, cx.trouble.is_some()) else {
            return self.draw_too_small(frame);
        };
        if self.place == Place::Deck {
            return self.draw_deck(cx, frame);
        }
        header::draw(cx, &self.look, screen.header, frame);
        self.view().draw(cx, &self.look, screen.body, frame);
        for open in &self.layers {
            open.layer.draw(cx, &self.look, screen.body, frame);
        }
        self.draw_message(cx, screen.message, frame);
        footer::draw(&self.hints(cx), &self.look, screen.footer, frame);
        if cx.past.is_some() {
            header::tint(&self.look, [screen.header, screen.footer], frame);
        }
    }

    /// The title of the terminal's window: the board and the place one is in.
    #[must_use]
    pub fn title(&self, cx: &Cx<'_>) -> String {
        let lang = self.look.lang;
        let place = who::place_name(self.place, lang);
        let name = cx.board.charter().name(lang);
        say!(lang, "app-title", name = text::clean(name).into_owned(), place = place)
    }

    /// The slide on the whole screen; what is asked and said stands above it.
    fn draw_deck(&self, cx: &Cx<'_>, frame: &mut Frame<'_>) {
        let area = frame.area();
        self.view().draw(cx, &self.look, area, frame);
        if self.deck.is_black() && self.layers.is_empty() {
            return;
        }
        let Some(screen) = layout::screen(area, cx.trouble.is_some()) else { return };
        let (body, foot) = (layout::under_layers(screen, true), screen.footer);
        for open in &self.layers {
            open.layer.draw(cx, &self.look, body, frame);
        }
        if self.message.is_some() || !self.layers.is_empty() {
            frame.render_widget(Clear, foot);
            frame.buffer_mut().set_style(foot, self.look.style(Meaning::Text));
        }
        if let Some(message) = &self.message {
            let word = say!(self.look.lang, "report-confidential");
            let veil = Veil::of(cx.board, &word, self.deck.shows());
            self.draw_words(message, &veil.over(&message.text), foot, frame);
        } else if !self.layers.is_empty() {
            footer::draw(&self.hints(cx), &self.look, foot, frame);
        }
    }

    /// The filter being typed, else what was last said.
    fn draw_message(&self, cx: &Cx<'_>, area: Rect, frame: &mut Frame<'_>) {
        if let Some(finder) = &self.finder {
            return self.draw_finder(finder, cx, area, frame);
        }
        if let Some(message) = &self.message {
            self.draw_words(message, &message.text, area, frame);
        }
    }

    fn draw_words(&self, message: &Message, words: &str, area: Rect, frame: &mut Frame<'_>) {
        let meaning = if message.is_error { Meaning::Error } else { Meaning::Info };
        let room = usize::from(area.width).saturating_sub(1);
        let line = format!(" {}", text::line(words, room, self.look.glyphs.ellipsis));
        frame.render_widget(Span::styled(line, self.look.style(meaning)), area);
    }

    /// Below the smallest size one line says what is needed; quitting still works.
    fn draw_too_small(&self, frame: &mut Frame<'_>) {
        let (columns, rows) = layout::FLOOR;
        let sentence = say!(self.look.lang, "app-too-small", columns = columns, rows = rows);
        let lines = width::wrap(&sentence, usize::from(frame.area().width).max(2));
        let lines = lines.into_iter().map(Line::from).collect::<Vec<_>>();
        frame.render_widget(Paragraph::new(lines), frame.area());
    }
}
