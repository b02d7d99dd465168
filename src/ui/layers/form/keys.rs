//! What a key does to a form. May use `pop`, `row`, `offer`.

use ratatui::layout::{Position, Rect};

use super::draw::Hit;
use super::offer::offers;
use super::pop::{Pop, Popped};
use super::{Filled, Form, Need, Purpose, Slot, words};
use crate::domain::value_words;
use crate::domain::{Lang, Shape, Value};
use crate::say;
use crate::ui::event::{Cx, Event};
use crate::ui::key::{Code, Key};
use crate::ui::layers::confirm::Confirm;
use crate::ui::layers::{Answer, LayerResult};
use crate::ui::style::Look;
use crate::ui::widgets::calendar::Calendar;

/// PgUp and PgDn move by so many rows.
const PAGE: usize = 8;

impl Form {
    /// The cursor on the first row, also where that is filled in: it is what the form is for.
    #[must_use]
    pub(in crate::ui) const fn at_the_first_row(mut self) -> Self {
        self.at = 0;
        self
    }

    pub(super) fn on_key(&mut self, key: Key, cx: &Cx<'_>, look: &Look) -> LayerResult {
        if let Some(question) = &mut self.leaving {
            let result = question.handle(&Event::Key(key));
            return self.after_question(&result);
        }
        self.message.clear();
        if let Some(pop) = &mut self.pop {
            match pop.key(key) {
                Popped::Moved => return LayerResult::Consumed,
                Popped::Closed => {
                    self.pop = None;
                    return LayerResult::Consumed;
                }
                Popped::Chosen => {
                    self.choose(cx, look.lang);
                    return LayerResult::Consumed;
                }
                Popped::Other => self.pop = None,
            }
        }
        self.on_own_key(key, cx, look)
    }

    fn on_own_key(&mut self, key: Key, cx: &Cx<'_>, look: &Look) -> LayerResult {
        match (key.code, key.ctrl, key.alt) {
            (Code::Char('s'), true, false) | (Code::F(2), ..) => return self.save(cx, look),
            (Code::Char('e'), true, false) if self.is_long() => {
                // Until it comes back nothing else is typed into the form.
                self.waiting = true;
                let text = self.rows.get(self.at).map(|row| row.field.text().to_owned());
                return LayerResult::Edit(text.unwrap_or_default());
            }
            (Code::Char('j'), true, false) | (Code::Enter, _, true) if self.is_long() => {
                self.break_line(cx, look.lang);
            }
            (Code::Enter, ..) if self.at + 1 >= self.rows.len() => return self.save(cx, look),
            (Code::Enter | Code::Tab | Code::Down, ..) => self.step(1),
            (Code::BackTab | Code::Up, ..) => self.step(-1),
            (Code::PageDown, ..) => self.at = (self.at + PAGE).min(self.rows.len()),
            (Code::PageUp, ..) => self.at = self.at.saturating_sub(PAGE),
            (Code::Esc, ..) if self.is_touched() => {
                self.leaving = Some(Confirm::new(say!(look.lang, "layer-form-unsaved")));
            }
            (Code::Esc, ..) => return LayerResult::Close,
            (Code::Right, false, false) if self.is_at_end() => self.open_pop(cx, look),
            _ => self.edit_text(key, cx, look.lang),
        }
        LayerResult::Consumed
    }

    /// Takes a click: on a row, the button, or what is open at the row.
    pub fn click(&mut self, cx: &Cx<'_>, look: &Look, area: Rect, at: Position) -> LayerResult {
        if self.waiting {
            return LayerResult::Consumed;
        }
        if let Some(question) = &mut self.leaving {
            let result = question.click(look.lang, area, at);
            return self.after_question(&result);
        }
        match self.hit(look, area, at) {
            Hit::Pop(cell, shown) => {
                if self.pop.as_mut().is_some_and(|pop| pop.point(cell, shown.into())) {
                    self.choose(cx, look.lang);
                }
            }
            Hit::Button => return self.save(cx, look),
            Hit::Row(at) if at == self.at && self.pop.is_none() => self.open_pop(cx, look),
            Hit::Row(at) => (self.at, self.pop) = (at, None),
            Hit::Nothing => {}
        }
        LayerResult::Consumed
    }

    /// Takes a notch of the wheel as an arrow, but that an answer is not given by the way.
    pub fn wheel(&mut self, down: bool, cx: &Cx<'_>, look: &Look) -> LayerResult {
        if self.asks() {
            return LayerResult::Consumed;
        }
        let code = if down { Code::Down } else { Code::Up };
        self.handle(&Event::Key(Key::plain(code)), cx, look)
    }

    /// Whether a key is an answer and not typed: to what is to be kept, or whether to leave.
    pub(in crate::ui) const fn asks(&self) -> bool {
        self.leaving.is_some() || matches!(self.pop, Some(Pop::Clash { .. }))
    }

    fn after_question(&mut self, result: &LayerResult) -> LayerResult {
        match result {
            LayerResult::Submit(Answer::Yes) => return LayerResult::Close,
            LayerResult::Submit(_) | LayerResult::Close => self.leaving = None,
            _ => {}
        }
        LayerResult::Consumed
    }

    /// Moves to the next or last row, around the ends; the button behind the rows counts as one.
    fn step(&mut self, by: isize) {
        let places = self.rows.len() + 1;
        self.at = (self.at + places).saturating_add_signed(by) % places;
    }

    fn is_at_end(&self) -> bool {
        self.rows.get(self.at).is_some_and(|row| row.field.is_at_end())
    }

    /// Whether the cursor stands in a text of several lines.
    fn is_long(&self) -> bool {
        self.rows.get(self.at).is_some_and(|row| row.slot.shape() == Shape::Long)
    }

    /// Puts what a text has become in the person's editor where it was taken from; none: it stays.
    pub fn edited(&mut self, text: Option<&str>, cx: &Cx<'_>, look: &Look) {
        self.waiting = false;
        if let Some(text) = text
            && self.is_long()
            && let Some(row) = self.rows.get_mut(self.at)
        {
            row.put(text, cx, look.lang);
        }
    }

    fn break_line(&mut self, cx: &Cx<'_>, lang: Lang) {
        if let Some(row) = self.rows.get_mut(self.at).filter(|row| row.slot.shape() == Shape::Long) {
            row.field.break_line();
            row.reread(cx, lang);
        }
    }

    pub(super) fn on_paste(&mut self, pasted: &str, cx: &Cx<'_>, look: &Look) {
        if self.leaving.is_some() {
            return;
        }
        self.pop = None;
        if let Some(row) = self.rows.get_mut(self.at) {
            row.give_way();
            match row.slot.shape() {
                Shape::Long => row.field.paste_lines(pasted),
                _ => row.field.paste(pasted),
            }
            row.reread(cx, look.lang);
            self.offer(cx, look.lang);
        }
    }

    fn edit_text(&mut self, key: Key, cx: &Cx<'_>, lang: Lang) {
        let Some(row) = self.rows.get_mut(self.at) else {
            return;
        };
        let before = row.field.text().to_owned();
        if matches!(key, Key { code: Code::Char(ch), ctrl: false, alt: false, .. } if ch != ' ') {
            row.give_way();
        }
        if row.field.key(key) && row.field.text() != before {
            row.reread(cx, lang);
            self.offer(cx, lang);
        }
    }

    /// Opens the list of what fits the text just typed. The cursor is on the first, or on none
    /// where the text is empty: an empty row is an answer too.
    fn offer(&mut self, cx: &Cx<'_>, lang: Lang) {
        let Some(row) = self.rows.get(self.at) else {
            return;
        };
        let typed = last_word(row.field.text(), row.slot.shape());
        let found = offers(cx.board, row.slot.shape(), typed, lang);
        let at = (!typed.is_empty()).then_some(0);
        self.pop = (!found.is_empty()).then_some(Pop::List(found, at));
    }

    /// Opens what the row has: both values, the calendar, or all that it offers.
    pub(super) fn open_pop(&mut self, cx: &Cx<'_>, look: &Look) {
        let Some(row) = self.rows.get(self.at) else {
            return;
        };
        let shape = row.slot.shape();
        if let Some(theirs) = &row.clash {
            let theirs = value_words::show(theirs, shape, cx.board, look.lang);
            let mine = row.field.text().to_owned();
            self.pop = Some(Pop::Clash { mine, theirs, on_mine: true });
            return;
        }
        if shape == Shape::Date {
            let today = cx.board.today();
            let day = if let Ok(Value::Date(day)) = row.read { day } else { today };
            self.pop = Some(Pop::Calendar(Calendar::new(day, today)));
            return;
        }
        let found = offers(cx.board, shape, "", look.lang);
        let at = found.iter().position(|offer| offer.text == row.field.text()).unwrap_or(0);
        self.pop = (!found.is_empty()).then_some(Pop::List(found, Some(at)));
    }

    /// Takes what the cursor of the list, calendar or clash is on.
    fn choose(&mut self, cx: &Cx<'_>, lang: Lang) {
        let (Some(pop), Some(row)) = (self.pop.take(), self.rows.get_mut(self.at)) else {
            return;
        };
        match pop {
            Pop::Clash { on_mine, .. } => return row.settle(on_mine, cx, lang),
            Pop::Calendar(calendar) => row.put(&calendar.day().to_string(), cx, lang),
            Pop::List(offers, at) => {
                let Some(offer) = at.and_then(|at| offers.get(at)) else {
                    return;
                };
                let text = row.field.text();
                let shape = row.slot.shape();
                let kept = &text[..text.len() - last_word(text, shape).len()];
                let several = matches!(shape, Shape::Refs(_));
                let text = if several { format!("{kept}{}", offer.text) } else { offer.text.clone() };
                row.put(&text, cx, lang);
                if several {
                    return;
                }
            }
        }
        self.step(1);
    }

    /// Gives what was filled in, or goes to the first row that is not right.
    fn save(&mut self, cx: &Cx<'_>, look: &Look) -> LayerResult {
        for at in 0..self.rows.len() {
            let row = &mut self.rows[at];
            if row.clash.is_some() {
                self.at = at;
                self.open_pop(cx, look);
                return LayerResult::Consumed;
            }
            if row.need == Need::Must && row.is_blank() && row.told.is_none() {
                row.told = Some(words::required(look.lang));
            }
        }
        if let Some(at) = self.rows.iter().position(|row| row.wrong().is_some()) {
            self.at = at;
            self.message = say!(look.lang, "layer-form-wrong");
            return LayerResult::Consumed;
        }
        let filled = self.filled();
        if self.purpose == Purpose::Edit && filled.values.is_empty() {
            return LayerResult::Close;
        }
        LayerResult::Submit(Answer::Form(filled))
    }

    fn filled(&self) -> Filled {
        let given = |(_, from, to): &(_, Value, Value)| match self.purpose {
            Purpose::Create => !to.is_empty(),
            Purpose::Edit => from != to,
            Purpose::Ask => !(from.is_empty() && to.is_empty()),
        };
        let mut values: Vec<_> = self.rows.iter().filter_map(super::Row::change).filter(given).collect();
        values.extend(self.hidden.iter().map(|(field, value)| (*field, Value::Empty, value.clone())));
        let why = self.rows.iter().find(|row| row.slot == Slot::Why);
        Filled { values, why: why.map_or_else(String::new, |row| row.field.text().trim().to_owned()) }
    }
}

/// The part of a text that is being typed: of a list of names the last.
fn last_word(text: &str, shape: Shape) -> &str {
    match shape {
        Shape::Refs(_) => {
            let word = text.rsplit(['、', ',', '，', ';', '；']).next().unwrap_or(text);
            word.trim_start()
        }
        _ => text,
    }
}
