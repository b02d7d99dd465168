//! One row of a form: a field, the text as typed, and how it is read. May use `value_words`.

use super::Need;
use crate::domain::value_words::{self, Reading};
use crate::domain::{FieldKey, Lang, Shape, Value};
use crate::locales::problem;
use crate::say;
use crate::ui::event::Cx;
use crate::ui::key::{Code, Key};
use crate::ui::style::Look;
use crate::ui::widgets::field::Field;

/// What a draft keeps the reason under.
pub(in crate::ui) const WHY: &str = "why";

/// What a row is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Slot {
    /// A field.
    Field(FieldKey),
    /// The reason in words.
    Why,
}

impl Slot {
    /// The key that a draft keeps the text under.
    pub(super) fn key(&self) -> String {
        match self {
            Self::Field(field) => format!("{}.{}", field.kind().code(), field.key()),
            Self::Why => WHY.to_owned(),
        }
    }

    pub(super) fn shape(&self) -> Shape {
        match self {
            Self::Field(field) => field.spec().shape,
            Self::Why => Shape::Text,
        }
    }

    pub(super) fn label(&self, lang: Lang) -> String {
        match self {
            Self::Field(field) => field.spec().label(lang).to_owned(),
            Self::Why => say!(lang, "layer-form-why"),
        }
    }
}

/// A row.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) slot: Slot,
    /// How much the form insists on it.
    pub(super) need: Need,
    /// The value that the board holds as far as the form knows, and the text of it.
    from: Value,
    from_text: String,
    /// The text that the form was opened with.
    start: String,
    pub(super) field: Field,
    /// The text as it is read, or the sentence that says why it is not.
    pub(super) read: Result<Value, String>,
    /// What the engine said of it.
    pub(super) told: Option<String>,
    /// What somebody else put into the field meanwhile.
    pub(super) clash: Option<Value>,
}

impl Row {
    pub(super) fn new(
        field: FieldKey,
        need: Need,
        from: Value,
        preset: &Value,
        cx: &Cx<'_>,
        look: &Look,
    ) -> Self {
        let shape = field.spec().shape;
        let text = |value: &Value| Field::new(&value_words::edit(value, shape, cx.board, look.lang));
        let from_text = text(&from).text().to_owned();
        let input = text(preset);
        Self {
            slot: Slot::Field(field),
            need,
            from,
            from_text,
            start: input.text().to_owned(),
            field: input,
            read: Ok(preset.clone()),
            told: None,
            clash: None,
        }
    }

    /// The row for a reason in words.
    pub(super) fn why(need: Need) -> Self {
        Self {
            slot: Slot::Why,
            need,
            from: Value::Empty,
            from_text: String::new(),
            start: String::new(),
            field: Field::default(),
            read: Ok(Value::Empty),
            told: None,
            clash: None,
        }
    }

    /// Whether the text is another than the form was opened with.
    pub(super) fn is_touched(&self) -> bool {
        self.field.text() != self.start
    }

    /// Whether the form was opened with another text than the board's.
    pub(super) fn was_given(&self) -> bool {
        self.start != self.from_text
    }

    /// Clears a word of a list or a date that stood there at first: what is typed now takes its place.
    pub(super) fn give_way(&mut self) {
        let one_word =
            matches!(self.slot.shape(), Shape::Choice(_) | Shape::Flag | Shape::Ref(_) | Shape::Date);
        if one_word && !self.is_touched() {
            self.field = Field::default();
        }
    }

    /// Puts a text in place of what stands there.
    pub(super) fn put(&mut self, text: &str, cx: &Cx<'_>, lang: Lang) {
        self.field = Field::new(text);
        self.reread(cx, lang);
    }

    /// Reads the text anew. A text that is still the board's own is the board's own value, also
    /// where a form cannot show all of it.
    pub(super) fn reread(&mut self, cx: &Cx<'_>, lang: Lang) {
        self.told = None;
        if self.field.text() == self.from_text {
            self.read = Ok(self.from.clone());
            return;
        }
        let shape = self.slot.shape();
        let lean = match &self.slot {
            Slot::Field(field) => value_words::lean_of(*field),
            Slot::Why => crate::domain::date_words::Lean::Start,
        };
        let reading = Reading { today: cx.board.today(), lean, unit: None, names: cx.board };
        self.read = value_words::read(shape, self.field.text(), &reading)
            .map_err(|problem| problem::said(&problem, cx.board, lang));
    }

    /// Where the field and the two values that a form was opened with and holds now differ.
    pub(super) fn change(&self) -> Option<(FieldKey, Value, Value)> {
        let (Slot::Field(field), Ok(to)) = (&self.slot, &self.read) else {
            return None;
        };
        Some((*field, self.from.clone(), to.clone()))
    }

    /// What is wrong with the row, in a sentence.
    pub(super) fn wrong(&self) -> Option<&str> {
        match (&self.told, &self.read) {
            (Some(told), _) => Some(told),
            (None, Err(problem)) => Some(problem),
            (None, Ok(_)) => None,
        }
    }

    pub(super) fn is_blank(&self) -> bool {
        self.field.text().trim().is_empty()
    }

    /// Settles a clash: theirs stands as the board's value; the text stays, or becomes theirs.
    pub(super) fn settle(&mut self, mine: bool, cx: &Cx<'_>, lang: Lang) {
        let Some(theirs) = self.clash.take() else {
            return;
        };
        let text = Field::new(&value_words::edit(&theirs, self.slot.shape(), cx.board, lang));
        text.text().clone_into(&mut self.from_text);
        self.from = theirs;
        if !mine {
            self.start.clone_from(&self.from_text);
            self.field = text;
        }
        self.reread(cx, lang);
    }

    /// The key that opens a list or calendar here, and the locale key of what it opens.
    pub(super) fn opens(&self) -> Option<(Key, &'static str)> {
        match self.slot.shape() {
            _ if self.clash.is_some() => Some((Key::plain(Code::Right), "layer-hint-both")),
            Shape::Date => Some((Key::plain(Code::Right), "layer-hint-calendar")),
            Shape::Choice(_) | Shape::Flag | Shape::Ref(_) | Shape::Refs(_) => {
                Some((Key::plain(Code::Right), "layer-hint-list"))
            }
            Shape::Long => Some((Key::ctrl('e'), "layer-hint-editor")),
            _ => None,
        }
    }

    /// The lines that the row takes.
    pub(super) fn height(&self) -> u16 {
        if self.slot.shape() == Shape::Long { 3 } else { 1 }
    }
}
