//! The command line: Chinese, English or pinyin initials, completed from a list that narrows as
//! one types; Up and Down choose, Tab completes, Enter runs. May use `widgets::field`, `search`.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::{Answer, LayerResult, window};
use crate::board::search::{self, Query};
use crate::domain::{Id, Lang};
use crate::ui::event::{Cx, Event};
use crate::ui::hint::Hint;
use crate::ui::key::Code;
use crate::ui::style::{Look, Meaning};
use crate::ui::widgets::field::Field;
use crate::ui::{layout, show, text, width};

/// So many commands are listed at once.
const ROWS: usize = 10;

/// So many rows above the list are the line itself.
const LINE: u16 = 1;

/// Something the command line can run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Command {
    /// What completes it: the word that is typed.
    pub name: String,
    /// What it does.
    pub help: String,
    /// What it is found by; see `search::key`.
    key: String,
    /// Whether any words may follow its name.
    words: bool,
    /// Whether they are a file of the person's.
    file: bool,
}

impl Command {
    /// A command, found by its name, its help and other names it has.
    #[must_use]
    pub fn new(name: &str, help: &str, others: &str) -> Self {
        let key = search::key(&format!("{name} {others} {help}"));
        Self { name: name.to_owned(), help: help.to_owned(), key, words: false, file: false }
    }

    /// The same command, where any words may follow its name.
    #[must_use]
    pub fn with_words(self) -> Self {
        Self { words: true, ..self }
    }

    /// The same command, where a file of the person's follows its name.
    #[must_use]
    pub fn with_file(self) -> Self {
        Self { words: true, file: true, ..self }
    }
}

/// The command line.
#[derive(Debug, Clone)]
pub struct Palette {
    field: Field,
    commands: Vec<Command>,
    history: Vec<String>,
    recalled: Option<usize>,
    at: usize,
    /// The record that what is typed is the id of.
    record: Option<Command>,
    /// Whether records are found by their ids.
    finds_records: bool,
    /// What the name of a file can go on to.
    files: Vec<Command>,
}

impl Palette {
    /// An empty command line over these commands, with the lines run before, oldest first.
    #[must_use]
    pub fn new(commands: Vec<Command>, history: Vec<String>) -> Self {
        Self {
            field: Field::new(""),
            commands,
            history,
            recalled: None,
            at: 0,
            record: None,
            finds_records: true,
            files: Vec::new(),
        }
    }

    /// The same command line, with the beginning of a line typed.
    #[must_use]
    pub fn begun(self, text: &str) -> Self {
        Self { field: Field::new(text), ..self }
    }

    /// The same command line, that finds no records.
    #[must_use]
    pub fn without_records(self) -> Self {
        Self { finds_records: false, ..self }
    }

    /// The command that takes a file, and what is typed of the file's name.
    fn file(&self) -> Option<(&str, &str)> {
        let (name, rest) = self.field.text().split_once(' ')?;
        self.commands.iter().any(|c| c.file && c.name == name).then(|| (name, rest.trim_start()))
    }

    /// Takes what the name of a file can go on to; what all of it has in common is typed.
    pub fn go_on(&mut self, names: &[String]) {
        let Some((command, typed)) =
            self.file().map(|(command, typed)| (command.to_owned(), typed.to_owned()))
        else {
            return;
        };
        let fitting: Vec<&String> = names.iter().filter(|name| name.starts_with(&typed)).collect();
        let Some(first) = fitting.first() else { return };
        let common = fitting.iter().fold(first.as_str(), |common, name| shared(common, name));
        self.field = Field::new(&format!("{command} {common}"));
        self.at = 0;
        let is_one = fitting.len() == 1;
        let files = fitting.iter().map(|name| Command::new(&format!("{command} {name}"), "", ""));
        self.files = if is_one { Vec::new() } else { files.collect() };
    }

    /// The commands that what is typed finds, those whose name begins with it first.
    fn shown(&self) -> Vec<&Command> {
        if self.file().is_some() {
            let typed = self.field.text();
            return self.files.iter().filter(|file| file.name.starts_with(typed)).collect();
        }
        let typed = self.field.text().trim().to_lowercase();
        let query = Query::new(&typed);
        // Words that belong to a command are not to find another one.
        let own = typed.split_once(char::is_whitespace).map(|(name, _)| name);
        let own = own.filter(|name| self.commands.iter().any(|c| c.words && c.name == *name));
        let of_own = |c: &&Command| own.is_none_or(|own| c.name.split(' ').next() == Some(own));
        let found = self.commands.iter().filter(of_own).filter(|c| query.finds(&c.key));
        let mut found: Vec<&Command> = found.collect();
        found.sort_by_key(|c| !c.name.to_lowercase().starts_with(&typed));
        found.extend(&self.record);
        found
    }

    /// Takes an event.
    pub fn handle(&mut self, event: &Event, cx: &Cx<'_>, lang: Lang) -> LayerResult {
        let result = self.take(event);
        let id =
            self.field.text().trim().parse::<Id>().ok().filter(|id| self.finds_records && cx.board.has(*id));
        self.record = id.map(|id| Command::new(&id.to_string(), &show::name(cx.board, id, lang), ""));
        result
    }

    fn take(&mut self, event: &Event) -> LayerResult {
        match event {
            Event::Paste(text) => {
                self.field.paste(&text::clean(text));
                self.at = 0;
                return LayerResult::Consumed;
            }
            Event::Key(key) => match key.code {
                Code::Esc => return LayerResult::Close,
                Code::Backspace if self.field.text().is_empty() => return LayerResult::Close,
                Code::Enter => return self.run(),
                Code::Tab if self.shown().is_empty() && self.file().is_some() => {
                    let begun = self.file().map_or_else(String::new, |(_, typed)| typed.to_owned());
                    return LayerResult::Names(begun);
                }
                Code::Tab => self.complete(),
                Code::Down => self.at = (self.at + 1).min(self.shown().len().saturating_sub(1)),
                Code::Up if self.at > 0 => self.at -= 1,
                Code::Up => self.recall(),
                _ => {
                    self.field.key(*key);
                    self.at = 0;
                }
            },
            _ => return LayerResult::Ignored,
        }
        LayerResult::Consumed
    }

    /// Runs what is typed where it is a whole command, else the chosen one.
    fn run(&self) -> LayerResult {
        let typed = self.field.text().trim();
        let shown = self.shown();
        let whole = self.commands.iter().any(|c| c.name == typed) || self.file().is_some();
        // What follows a command's name is not to be lost where the command is found by it.
        let goes_on =
            |c: &Command| c.words && typed.strip_prefix(&c.name).is_some_and(|rest| !rest.is_empty());
        let line = match shown.get(self.at) {
            Some(command) if !whole && !goes_on(command) => command.name.clone(),
            _ => typed.to_owned(),
        };
        if line.is_empty() { LayerResult::Close } else { LayerResult::Submit(Answer::Line(line)) }
    }

    fn complete(&mut self) {
        let name = self.shown().get(self.at).map(|command| command.name.clone());
        if let Some(name) = name {
            self.field = Field::new(&name);
            self.at = 0;
        }
    }

    /// The line run before; Up again, the one before that.
    fn recall(&mut self) {
        let before = self.recalled.unwrap_or(self.history.len()).checked_sub(1);
        if let Some(place) = before {
            self.field = Field::new(&self.history[place]);
            self.recalled = Some(place);
        }
    }

    /// Puts the cursor on the command that stands on a cell; runs it where it was there.
    pub fn click(&mut self, area: Rect, at: Position) -> LayerResult {
        let shown = self.shown().len();
        let (strip, size) = place(area, shown.min(ROWS));
        let list = layout::below(window::inside(strip, size), LINE);
        match layout::row_at(list, self.at, shown, 1, at) {
            Some(row) if row == self.at => return self.run(),
            Some(row) => self.at = row,
            None => {}
        }
        LayerResult::Consumed
    }

    /// Moves the cursor; what is typed stays as it is.
    pub fn wheel(&mut self, down: bool) -> LayerResult {
        let last = self.shown().len().saturating_sub(1);
        self.at = if down { (self.at + 1).min(last) } else { self.at.saturating_sub(1) };
        LayerResult::Consumed
    }

    /// Draws the line at the bottom of an area with the commands above it.
    pub fn draw(&self, look: &Look, area: Rect, frame: &mut Frame<'_>) {
        let shown = self.shown();
        let (strip, size) = place(area, shown.len().min(ROWS));
        let inner = window::open(look, strip, size, ":", frame);
        let line = Rect { height: inner.height.min(LINE), ..inner };
        let list = layout::below(inner, LINE);
        // Names of files are all that there is to tell of them.
        let most = if self.file().is_some() { usize::from(inner.width).saturating_sub(2) } else { 24 };
        let names = shown.iter().map(|c| width::of(&c.name)).max().unwrap_or(0).min(most);
        let rows = usize::from(list.height);
        let top = layout::top(self.at, shown.len(), rows);
        let room = usize::from(inner.width).saturating_sub(names + 2);
        let lines = shown.iter().enumerate().skip(top).take(rows).map(|(place, command)| {
            let line = Line::from(vec![
                Span::styled(
                    width::left(&text::clean(&command.name), names + 2, look.glyphs.ellipsis),
                    look.style(Meaning::KeyName),
                ),
                Span::raw(width::left(&command.help, room, look.glyphs.ellipsis)),
            ]);
            if place == self.at { line.style(look.style(Meaning::Selection)) } else { line }
        });
        frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), list);
        window::draw_more(look, list, [top > 0, top + rows < shown.len()], frame);
        self.field.draw(look, line, frame, true);
    }
}

/// The beginning that two names share.
fn shared<'a>(one: &'a str, other: &str) -> &'a str {
    let same = one.char_indices().zip(other.chars()).find(|((_, a), b)| a != b).map(|((at, _), _)| at);
    &one[..same.unwrap_or(one.len().min(other.len()))]
}

/// The part of an area that so many commands and the line take, and their size.
fn place(area: Rect, rows: usize) -> (Rect, (u16, u16)) {
    let height = u16::try_from(rows + 3).unwrap_or(u16::MAX).min(area.height);
    (Rect { y: area.bottom() - height, height, ..area }, (area.width.min(80), height))
}

/// The footer's hints.
#[must_use]
pub fn hints(lang: Lang) -> Vec<Hint> {
    vec![
        Hint::code(lang, Code::Tab, "layer-hint-complete"),
        Hint::code(lang, Code::Enter, "layer-hint-do"),
        Hint::code(lang, Code::Esc, "layer-hint-close"),
    ]
}
