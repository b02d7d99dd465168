//! What stands in a cell of a table that leaves the board. May use `domain`, `board`, `guard`, `locales`.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::Source;
use super::column::Column;
use crate::board::{Board, lookup, overview};
use crate::domain::money::WAN;
use crate::domain::value_words::{Lost, Names, edit, show};
use crate::domain::{FieldKey, Id, Kind, Labels, Lang, Light, Signal, Value};
use crate::locales::reason;
use crate::say;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cell {
    /// Nothing.
    Empty,
    /// Words that somebody wrote.
    Text(String),
    /// A whole number.
    Number(i64),
    /// An amount in yuan.
    Yuan(i64),
    /// A day.
    Date(NaiveDate),
    /// A light.
    Light(Signal),
}

/// The records of a table and how their cells are written.
pub(super) struct Table<'a> {
    pub(super) source: &'a Source<'a>,
    pub(super) columns: Vec<Column>,
    names: Ledger<'a>,
}

impl<'a> Table<'a> {
    /// A table of these columns.
    pub(super) fn new(source: &'a Source<'a>, columns: Vec<Column>) -> Self {
        Self { source, columns, names: Ledger::of(source) }
    }

    /// The headers, left to right.
    pub(super) fn heads(&self) -> impl Iterator<Item = String> {
        self.columns.iter().map(|column| column.header(self.source.lang))
    }

    /// What a record has in a column, as it reads back.
    pub(super) fn cell(&self, id: Id, column: &Column) -> Cell {
        let Source { board, lang, .. } = *self.source;
        match column {
            Column::Id => Cell::Text(id.to_string()),
            Column::Light => Cell::Light(overview::light_of(board, id).signal),
            Column::Reason => Cell::Text(reason::why(overview::light_of(board, id), lang)),
            Column::Field(field) => self.field(id, *field),
            Column::Progress => text(noted(board, id, true)),
            Column::Remark => text(noted(board, id, false)),
            Column::Extra(name) => {
                text(board.lead(id).and_then(|lead| lead.extra.get(name)).cloned().unwrap_or_default())
            }
        }
    }

    fn field(&self, id: Id, field: FieldKey) -> Cell {
        match overview::value(self.source.board, id, field) {
            Value::Empty => Cell::Empty,
            Value::Number(number) => Cell::Number(number),
            Value::Date(date) => Cell::Date(date),
            Value::Money(money) => money.yuan().map_or_else(|| Cell::Text(money.exact()), Cell::Yuan),
            value => text(edit(&value, field.spec().shape, &self.names, self.source.lang)),
        }
    }

    /// The same for people's eyes: amounts rounded, names as they are called.
    pub(super) fn shown(&self, id: Id, column: &Column) -> String {
        let Source { board, lang, .. } = *self.source;
        match (column, self.cell(id, column)) {
            (Column::Field(field), Cell::Yuan(_) | Cell::Text(_)) => {
                show(&board.value(id, *field), field.spec().shape, board, lang)
            }
            (_, cell) => cell.text(lang),
        }
    }
}

fn text(text: String) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
}

impl Cell {
    /// The cell as a text that reads back, under its column's header.
    pub(super) fn text(self, lang: Lang) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text,
            Self::Number(number) => number.to_string(),
            Self::Yuan(yuan) => exactly(yuan, unit(lang)),
            Self::Date(date) => date.to_string(),
            Self::Light(signal) => light(signal, lang),
        }
    }
}

/// What one stands for in the amounts of a table: 万元, in English a million yuan.
pub(super) const fn unit(lang: Lang) -> i64 {
    match lang {
        Lang::Zh => WAN,
        Lang::En => 100 * WAN,
    }
}

/// An amount in a unit, with all its digits.
fn exactly(yuan: i64, unit: i64) -> String {
    let (whole, rest) =
        (yuan.unsigned_abs() / unit.unsigned_abs(), yuan.unsigned_abs() % unit.unsigned_abs());
    let sign = if yuan < 0 { "-" } else { "" };
    let digits = unit.ilog10() as usize;
    let text = format!("{sign}{whole}.{rest:0digits$}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The notes of one sort on a lead, the newest first, a line each.
fn noted(board: &Board, lead: Id, progress: bool) -> String {
    let notes = board.index().notes(lead).rev().filter_map(|id| board.note(id));
    notes.filter(|n| n.progress == progress).map(|n| n.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// Names that read back from a file: leads by a code that is theirs alone, else by id.
struct Ledger<'a> {
    board: &'a Board,
    /// Whether the file holds the leads themselves.
    has_leads: bool,
    words: HashMap<Id, String>,
}

impl<'a> Ledger<'a> {
    fn of(source: &Source<'a>) -> Self {
        let Source { board, kind, ids, lang, .. } = *source;
        let held = || ids.iter().filter_map(|id| Some((*id, board.lead(*id)?.code.trim())));
        let mut codes: HashMap<&str, u32> = HashMap::new();
        for (_, code) in held() {
            *codes.entry(code).or_default() += 1;
        }
        let own = held().filter(|(_, code)| !code.is_empty() && codes.get(code) == Some(&1));
        let mut words: HashMap<Id, String> = own.map(|(id, code)| (id, code.to_owned())).collect();
        for kind in [Kind::Division, Kind::Unit, Kind::Person] {
            words.extend(board.ids(kind).into_iter().map(|id| (id, name(board, id, lang))));
        }
        Self { board, has_leads: kind == Kind::Lead, words }
    }
}

/// A name that a file reads back, else the id. Units and people stand alone in their cells, so that a
/// name such as 财政局、税务局 ends nothing there.
fn name(board: &Board, id: Id, lang: Lang) -> String {
    let title = Names::title(board, id, lang);
    let is_alone = matches!(id.kind, Kind::Unit | Kind::Person);
    if is_alone && lookup::exact(board, id.kind, &title) == Ok(id) { title } else { board.word(id, lang) }
}

impl Names for Ledger<'_> {
    fn find(&self, kind: Kind, word: &str) -> Result<Id, Lost> {
        Names::find(self.board, kind, word)
    }

    fn title(&self, id: Id, lang: Lang) -> String {
        Names::title(self.board, id, lang)
    }

    fn word(&self, id: Id, lang: Lang) -> String {
        let other = || if self.has_leads { id.to_string() } else { self.board.word(id, lang) };
        self.words.get(&id).cloned().unwrap_or_else(other)
    }

    fn labels(&self) -> &Labels {
        self.board.labels()
    }
}

/// A light in a word.
pub(super) fn light(signal: Signal, lang: Lang) -> String {
    match signal {
        Signal::Red => say!(lang, "export-red"),
        Signal::Yellow => say!(lang, "export-yellow"),
        Signal::Green | Signal::Dot => say!(lang, "export-green"),
        Signal::Grey => say!(lang, "export-grey"),
    }
}

/// A light with its reason.
pub(super) fn lit(of: Light, lang: Lang) -> String {
    say!(lang, "reason-light", signal = light(of.signal, lang), reason = reason::why(of, lang))
}
