//! A commitment 军令状 in one line while a slide is up: what is typed, and below it what was
//! understood of it and what it lacks. May use `widgets::field`, `window`, `board::pledge_line`.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{Answer, LayerResult, window};
use crate::board::Board;
use crate::board::intent::{Lack, Pledge};
use crate::board::pledge_line;
use crate::domain::{Id, Lang};
use crate::say;
use crate::ui::action::Action;
use crate::ui::event::{Cx, Event};
use crate::ui::hint::Hint;
use crate::ui::key::Code;
use crate::ui::style::{Look, Meaning};
use crate::ui::widgets::field::Field;
use crate::ui::{show, text, width};

/// The most columns of the line.
const WIDEST: u16 = 100;

/// See the module.
#[derive(Debug, Clone)]
pub struct PledgeLine {
    field: Field,
    division: Option<Id>,
    pledge: Pledge,
    several: Vec<Id>,
    waits: bool,
}

impl PledgeLine {
    /// An empty line for a division.
    #[must_use]
    pub fn new(division: Option<Id>, board: &Board) -> Self {
        let mut line = Self {
            field: Field::new(""),
            division,
            pledge: Pledge::default(),
            several: Vec::new(),
            waits: false,
        };
        line.read(board);
        line
    }

    /// Whether its answer is on the way.
    #[must_use]
    pub const fn is_waiting(&self) -> bool {
        self.waits
    }

    /// It waits for its answer, or no longer.
    pub const fn wait(&mut self, waits: bool) {
        self.waits = waits;
    }

    /// Reads what is typed. A division that the line names is meant; the owner's own gives way to
    /// the one whose slide is up.
    fn read(&mut self, board: &Board) {
        let read = pledge_line::read(board, self.field.text());
        let home = read.pledge.owner.and_then(|id| board.person(id)).and_then(|person| person.division);
        let division = read.named.or(self.division).or(home);
        self.pledge = Pledge { division, ..read.pledge };
        self.several = read.several;
    }

    /// Takes an event: Tab goes to the next division, Enter makes the commitment once nothing is
    /// lacking. The meeting's mark is not the line's to know.
    pub fn handle(&mut self, event: &Event, cx: &Cx<'_>) -> LayerResult {
        match event {
            Event::Paste(typed) => self.field.paste(&text::clean(typed)),
            Event::Key(key) => match key.code {
                Code::Esc => return LayerResult::Close,
                Code::Enter if self.lacks(cx.board).is_empty() => {
                    return LayerResult::Submit(Answer::Pledge(Box::new(self.pledge.clone())));
                }
                Code::Enter => return LayerResult::Consumed,
                Code::Tab => self.division = beside(cx.board, self.division, 1),
                Code::BackTab => self.division = beside(cx.board, self.division, -1),
                _ => drop(self.field.key(*key)),
            },
            _ => return LayerResult::Ignored,
        }
        self.read(cx.board);
        LayerResult::Consumed
    }

    fn lacks(&self, board: &Board) -> Vec<Lack> {
        self.pledge.lacks(board).into_iter().filter(|lack| *lack != Lack::Mark).collect()
    }

    /// Draws it at the foot of an area.
    pub fn draw(&self, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
        let height = 5.min(area.height);
        let strip = Rect { y: area.bottom() - height, height, ..area };
        let wide = area.width.min(WIDEST).saturating_sub(4);
        let title = Action::Commit.help(look.lang);
        let inner = window::open(look, strip, (wide, height.saturating_sub(2)), title, frame);
        let rows: Vec<Rect> = inner.rows().collect();
        let room = usize::from(inner.width);
        let [typed, understood, lacking] = rows.as_slice() else { return };
        self.field.draw(look, *typed, frame, true);
        let spans = self.understood(cx.board, look, room);
        frame.render_widget(Line::from(spans), *understood);
        let words = text::line(&self.missing(cx.board, look.lang), room, look.glyphs.ellipsis);
        frame.render_widget(Span::styled(words, look.style(Meaning::Warning)), *lacking);
    }

    /// What was understood: whose, what, how many, by when, who.
    fn understood(&self, board: &Board, look: &Look, room: usize) -> Vec<Span<'static>> {
        let lang = look.lang;
        let Pledge { division, name, goal, unit, due, owner, .. } = &self.pledge;
        let named = |id: &Option<Id>| id.map_or_else(String::new, |id| show::name(board, id, lang));
        let figure = match (*goal, name.is_empty()) {
            (0, true) => String::new(),
            (0, false) => say!(lang, "deck-date-only"),
            (goal, _) => format!("{goal}{unit}"),
        };
        let (due, owner) = (due.map_or_else(String::new, |due| due.to_string()), named(owner));
        // The name gives way: what else was understood is to be seen before it is made.
        let others = [&named(division), &figure, &due, &owner].map(|words| width::of(words) + 2);
        let room = room.saturating_sub(others.iter().sum());
        let parts = [
            (Meaning::Accent, named(division)),
            (Meaning::Strong, text::line(name, room, look.glyphs.ellipsis)),
            (Meaning::Overlay, figure),
            (Meaning::Overlay, due),
            (Meaning::Overlay, owner),
        ];
        let said = parts.into_iter().filter(|(_, words)| !words.is_empty());
        said.flat_map(|(meaning, words)| {
            [Span::styled(text::clean(&words).into_owned(), look.style(meaning)), Span::raw("  ")]
        })
        .collect()
    }

    /// What it lacks, and who may be meant.
    fn missing(&self, board: &Board, lang: Lang) -> String {
        if !self.several.is_empty() {
            let names: Vec<String> = self.several.iter().map(|id| show::name(board, *id, lang)).collect();
            return say!(lang, "deck-several", names = names.join(lang.pick("、", ", ")));
        }
        match self.lacks(board) {
            none if none.is_empty() => String::new(),
            lacks => lacking(&lacks, lang),
        }
    }
}

/// What a commitment lacks, in a sentence.
pub(in crate::ui) fn lacking(lacks: &[Lack], lang: Lang) -> String {
    let words: Vec<String> = lacks.iter().map(|lack| word(*lack, lang)).collect();
    say!(lang, "deck-lacks", what = words.join(lang.pick("、", ", ")))
}

fn word(lack: Lack, lang: Lang) -> String {
    let lack = match lack {
        Lack::Name => "name",
        Lack::Due => "due",
        Lack::DueAhead => "ahead",
        Lack::Owner => "owner",
        Lack::Division => "division",
        Lack::Mark => "mark",
    };
    say!(lang, "deck-lack", lack = lack)
}

/// The division so many places after one, around.
fn beside(board: &Board, division: Option<Id>, step: i64) -> Option<Id> {
    let all: Vec<Id> = board.divisions().iter().map(|(id, _)| id).collect();
    let at = all.iter().position(|id| Some(*id) == division);
    let count = i64::try_from(all.len()).ok().filter(|count| *count > 0)?;
    let from = at.and_then(|at| i64::try_from(at).ok()).unwrap_or(if step > 0 { -1 } else { 0 });
    all.get(usize::try_from((from + step).rem_euclid(count)).ok()?).copied()
}

/// The footer's hints.
#[must_use]
pub fn hints(lang: Lang) -> Vec<Hint> {
    vec![
        Hint::code(lang, Code::Enter, "deck-hint-commit"),
        Hint::code(lang, Code::Tab, "deck-hint-division"),
        Hint::code(lang, Code::Esc, "layer-hint-close"),
    ]
}
