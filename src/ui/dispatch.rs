//! The way of an event through a window: the top layer, the filter being typed, the key table,
//! the verb. May use the rest of `ui`.

use super::action::Action;
use super::app::App;
use super::effect::{Effect, Typed};
use super::event::{Cx, Event};
use super::key::{Code, Key};
use super::keymap::{self, Binding};
use super::layers::Layer;
use super::place::Place;
use super::theme::Gallery;
use super::verbs;
use super::verbs::doing::Call;
use crate::board::Refusal;
use crate::board::history::{Ask, Page};
use crate::domain::record::form_role;
use crate::domain::{Id, Kind, Role};
use crate::locales::refusal;
use crate::say;

/// So much is remembered while a form waits for its answer.
const AHEAD: usize = 256;

impl App {
    /// What an event comes to, before all is put in step with it.
    pub(super) fn take(&mut self, event: Event, cx: &Cx<'_>) -> Vec<Effect> {
        match event {
            Event::Key(key) if self.is_too_small(cx) => Self::on_unseen_key(key),
            Event::Paste(_) if self.is_too_small(cx) => Vec::new(),
            Event::Key(key) if self.is_two(key) => {
                let mut effects = self.on_key(Key::plain(Code::Esc), cx);
                effects.push(Effect::Type(Typed::Key(Key { alt: false, ..key })));
                effects
            }
            Event::Key(key) => self.on_key(key, cx),
            Event::Paste(text) => self.on_paste(text, cx),
            Event::Resize(columns, rows) => {
                self.size = (columns, rows);
                Vec::new()
            }
            Event::Edited(text) => self.on_edited(text, cx),
            Event::Changed => self.on_changed(cx),
            Event::Tick => {
                // What else waits for its moment looks at the time as it is refreshed.
                if self.place == Place::Deck {
                    self.deck.tick(cx);
                }
                Vec::new()
            }
            Event::Present(wishes) => verbs::present(self, wishes, cx),
            Event::Reply(request, result) => self.on_reply(request, result, cx),
            Event::History(ask, page) => self.on_history(&ask, page, cx),
            Event::Import(came) => verbs::import_came(self, came, cx),
            Event::Names(names) => {
                if let Some(Layer::Palette(palette)) = self.layers.last_mut().map(|open| &mut open.layer) {
                    palette.go_on(&names);
                }
                Vec::new()
            }
            Event::Exported(what) => verbs::exported(self, what),
            Event::LookedBack(came) => self.on_looked_back(came, cx),
            Event::Themes(files) => {
                self.gallery = Gallery::new(files);
                self.dress();
                Vec::new()
            }
            Event::Prefs(prefs) => self.take_prefs(prefs),
            Event::Mouse(press, at) => self.on_mouse(press, at.into(), cx),
            Event::Ambiguous(wide) => self.fit_glyphs(wide),
            Event::NotUtf8 => {
                self.fail(say!(self.look.lang, "app-not-utf8"));
                Vec::new()
            }
            Event::Draft(draft) => self.offer_draft(draft, cx),
        }
    }

    fn on_history(&mut self, ask: &Ask, page: Page, cx: &Cx<'_>) -> Vec<Effect> {
        let older = self.typed.fill(ask, &page, cx).map(Effect::History);
        self.history.fill(ask, cx.board.head().seq, page);
        // What was read makes the page longer: it is known before the page is measured.
        older.into_iter().chain(self.tell_typed(cx)).collect()
    }

    /// Whether a key is two, Esc and another one: a slow line brings them at once, and a terminal sends
    /// the same for Alt. Only where a text is typed Alt means something, with a few letters.
    fn is_two(&self, key: Key) -> bool {
        let is_typing = !self.layers.is_empty() || self.finder.is_some();
        match key.code {
            Code::Char('b' | 'f' | 'd') if is_typing => false,
            Code::Char(_) => key.alt && !key.ctrl,
            _ => false,
        }
    }

    pub(super) fn on_key(&mut self, key: Key, cx: &Cx<'_>) -> Vec<Effect> {
        if self.keeps_ahead(|| Typed::Key(key)) {
            return Vec::new();
        }
        self.message = None;
        let confirmed = self.confirmed.take();
        if let Some(open) = self.layers.last() {
            let meant = open.layer.meant(key);
            self.hint_at_input_method(key, meant);
            return self.give_layer(&Event::Key(meant), cx);
        }
        if self.finder.is_some() {
            return self.give_finder(key, cx);
        }
        let half = key.halved();
        self.hint_at_input_method(key, half);
        let Some(binding) = keymap::find(half, self.place) else {
            if matches!(half.code, Code::Char(ch) if !ch.is_ascii()) {
                self.say(say!(self.look.lang, "app-input-method"));
            }
            return Vec::new();
        };
        let confirmed = confirmed.filter(|_| matches!(binding.action, Action::Assign | Action::Redate));
        let (on, alone) = (confirmed.or_else(|| self.on(cx)), confirmed.is_some());
        self.run(binding, Call { key: half, on, alone }, cx)
    }

    /// Says so where a key was taken for its half-width twin: an input method is on.
    fn hint_at_input_method(&mut self, key: Key, meant: Key) {
        if key != meant {
            self.say(say!(self.look.lang, "app-full-width"));
        }
    }

    /// In a window that is too small to show anything, nothing is done that one cannot see: it can be
    /// closed, and what has to do with the terminal alone. A form that is open is kept.
    fn on_unseen_key(key: Key) -> Vec<Effect> {
        match keymap::find(key.halved(), Place::Board).map(|binding| binding.action) {
            Some(Action::Leave | Action::Quit) => verbs::quit(),
            Some(Action::Redraw) => vec![Effect::Redraw],
            Some(Action::Suspend) => vec![Effect::Suspend],
            _ => Vec::new(),
        }
    }

    /// Keeps what is typed while a form, or the last lead of the inbox, waits for its answer. True where
    /// it does.
    fn keeps_ahead(&mut self, typed: impl FnOnce() -> Typed) -> bool {
        let waits = self.waits();
        if waits && self.ahead.len() < AHEAD {
            self.ahead.push(typed());
        }
        waits
    }

    /// Whether what is done now is for what comes after an answer that is awaited.
    pub(super) fn waits(&self) -> bool {
        match self.layers.last() {
            Some(open) => open.is_waiting(),
            None => self.place == Place::Inbox && self.inbox.awaits(),
        }
    }

    /// Several characters at once: a paste, or what an input method committed. In a view they are
    /// keys only where they are one character.
    pub(super) fn on_paste(&mut self, text: String, cx: &Cx<'_>) -> Vec<Effect> {
        if self.keeps_ahead(|| Typed::Text(text.clone())) {
            return Vec::new();
        }
        if !self.layers.is_empty() {
            return self.give_layer(&Event::Paste(text), cx);
        }
        if let Some(finder) = &mut self.finder {
            finder.paste(&text);
            self.find_as_typed(cx);
            return Vec::new();
        }
        let mut chars = text.chars();
        if let (Some(ch), None) = (chars.next(), chars.next()) {
            self.on_key(Key::char(ch), cx)
        } else {
            let is_committed = !text.is_ascii() && text.lines().count() < 2;
            let why = if is_committed { "app-input-method" } else { "app-pasted" };
            self.say(crate::locales::text(self.look.lang, why, None));
            Vec::new()
        }
    }

    /// Runs an action by name: from the command line or the action menu; on the record under the cursor
    /// `alone`, or on what is marked.
    pub(super) fn run_action(&mut self, action: Action, alone: bool, cx: &Cx<'_>) -> Vec<Effect> {
        match keymap::binding(action) {
            Some(binding) if !binding.is_at(self.place) => {
                self.say(say!(self.look.lang, "app-not-here", what = action.help(self.look.lang)));
                Vec::new()
            }
            Some(binding) => {
                let key = binding.keys.first().copied().unwrap_or(Key::plain(Code::Enter));
                let on = self.on(cx);
                self.run(binding, Call { key, on, alone }, cx)
            }
            None => Vec::new(),
        }
    }

    fn run(&mut self, binding: &Binding, call: Call, cx: &Cx<'_>) -> Vec<Effect> {
        if self.refuses(binding, call.on, cx) {
            Vec::new()
        } else {
            verbs::run(self, binding.action, call, cx)
        }
    }

    /// Whether somebody may not do this, or not here; then it is said why.
    pub(super) fn refuses(&mut self, binding: &Binding, on: Option<Id>, cx: &Cx<'_>) -> bool {
        let role = cx.role();
        let kind = on.map(|id| id.kind);
        let needed = self.needed(binding, kind);
        if needed > Role::Viewer && self.is_past(cx) {
            return true;
        }
        if role < needed {
            self.fail(match role {
                Role::Viewer => say!(self.look.lang, "app-needs-role", login = cx.login),
                _ => refusal::refused(&Refusal::Role(needed), cx.board, self.look.lang),
            });
            return true;
        }
        let open = binding.is_open(role, kind) && !self.only_tells(binding);
        if !open && self.place == Place::Support && kind == Some(Kind::Unit) {
            self.say(say!(self.look.lang, "app-go-inside"));
        } else if !open {
            self.say(say!(self.look.lang, "app-not-here", what = binding.action.help(self.look.lang)));
        }
        !open
    }

    /// Whether a row of the key table would change a record where its line only tells what it was:
    /// Enter goes to the record as it is.
    fn only_tells(&self, binding: &Binding) -> bool {
        let own = matches!(binding.action, Action::Undo | Action::Redo | Action::SetMark);
        self.place == Place::History && binding.role(None) > Role::Viewer && !own
    }

    /// The least role for a row of the key table: a new record needs that of its form, and in the
    /// inbox a digit is a verdict.
    fn needed(&self, binding: &Binding, on: Option<Kind>) -> Role {
        let role = binding.role(on);
        match (binding.action, self.place) {
            (Action::New, _) => role.max(form_role(self.view().lists())),
            (Action::Division, _) if self.is_triage() => role.max(Role::Editor),
            _ => role,
        }
    }

    /// The rows of the key table that the role, the view and the cursor allow.
    pub(super) fn bindings(&self, cx: &Cx<'_>) -> impl Iterator<Item = &'static Binding> {
        let role = cx.role();
        let on = self.on(cx).map(|id| id.kind);
        let marks = self.view().has_marks();
        let is_open = move |b: &&Binding| {
            b.is_at(self.place)
                && b.is_open(role, on)
                && (marks || !b.action.is_marking())
                && !self.only_tells(b)
        };
        keymap::BINDINGS.iter().filter(move |b| role >= self.needed(b, on) && is_open(b))
    }
}
