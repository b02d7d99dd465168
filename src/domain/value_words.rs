//! A field's value from what a person typed or a cell holds, and back: for forms, commands, files
//! and lists. May use `value`, `field`, `money_words`, `date_words`, `typed`.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use unicode_normalization::UnicodeNormalization;

use super::choice::ChoiceOption;
use super::date_words::{self, DateProblem, Lean};
use super::field::FieldKey;
use super::id::{Id, Kind};
use super::labels::Labels;
use super::lang::Lang;
use super::money_words::{self, MoneyProblem, Scale};
use super::typed::plain;
use super::value::{Misfit, Shape, Value};

/// Why a word names no record.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Lost {
    /// Nothing is called so.
    #[error("nothing is called so")]
    Nobody,
    /// Several are: the first few of them.
    #[error("several are called so")]
    Several(Vec<Id>),
}

/// Who knows the names of records: the Board, or an import that adds to it.
pub trait Names {
    /// The record of a kind that a word names.
    ///
    /// # Errors
    /// `Lost` where it names none, or several.
    fn find(&self, kind: Kind, word: &str) -> Result<Id, Lost>;

    /// What people call a record; its id where nobody does.
    fn title(&self, id: Id, lang: Lang) -> String;

    /// A word that finds the record again: its title where that is its own, else its id.
    fn word(&self, id: Id, lang: Lang) -> String;

    /// What the zone calls stages and groups.
    fn labels(&self) -> &Labels;
}

/// What a text is read against.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// The day that dates are counted from.
    pub today: NaiveDate,
    /// Which way a date leans that does not say it all; see `lean_of`.
    pub lean: Lean,
    /// What one stands for in a bare amount of money.
    pub unit: Option<Scale>,
    /// Who knows the names of records.
    pub names: &'a dyn Names,
}

/// Why a text is no value of a field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// No amount of money.
    #[error(transparent)]
    Money(#[from] MoneyProblem),
    /// No date.
    #[error(transparent)]
    Date(#[from] DateProblem),
    /// No whole number.
    #[error("not a whole number")]
    Number,
    /// Neither yes nor no.
    #[error("neither yes nor no")]
    Flag,
    /// No member of the closed list.
    #[error("not in the list")]
    Choice(&'static [ChoiceOption]),
    /// No record's name.
    #[error(transparent)]
    Name(#[from] Lost),
    /// Nothing that can be typed.
    #[error("cannot be typed")]
    Shape,
    /// It does not fit the field.
    #[error(transparent)]
    Misfit(#[from] Misfit),
}

/// Which way the dates of a field lean: what is still to come is a deadline, all else has happened.
#[must_use]
pub fn lean_of(field: FieldKey) -> Lean {
    match field.key() {
        "due" | "baseline_due" | "agreed_start" | "wake_date" | "hold_until" | "period_end" => Lean::End,
        _ => Lean::Start,
    }
}

/// Reads a text as a value of a shape; a blank one is `Empty`.
///
/// # Errors
/// Why it is none.
pub fn read(shape: Shape, text: &str, reading: &Reading<'_>) -> Result<Value, Problem> {
    if text.trim().is_empty() {
        return Ok(Value::Empty);
    }
    let value = match shape {
        Shape::Text => Value::text(one_line(text)),
        Shape::Long => Value::text(text.trim().nfc().collect::<String>()),
        Shape::CreditCode => Value::text(plain(text).to_ascii_uppercase().replace([' ', '-'], "")),
        Shape::Number => Value::Number(number(text)?),
        Shape::Money => Value::Money(money_words::parse(text, reading.unit)?),
        Shape::Date => Value::Date(date_words::parse(text, reading.today, reading.lean)?),
        Shape::Time => Value::Time(time(text, reading)?),
        Shape::Flag => Value::Flag(flag(text).ok_or(Problem::Flag)?),
        Shape::Choice(options) => {
            let found = choice(options, text, reading.names.labels());
            Value::Choice(found.ok_or(Problem::Choice(options))?.code)
        }
        Shape::Ref(kind) => Value::Ref(reading.names.find(kind, text.trim())?),
        Shape::Subject => Value::Ref(plain(text).parse().map_err(|_| Lost::Nobody)?),
        Shape::Refs(kind) => {
            let ids = words(text).into_iter().map(|word| reading.names.find(kind, &word));
            Value::Refs(ids.collect::<Result<_, _>>()?)
        }
        Shape::Words => Value::Words(words(text)),
        Shape::Extra => return Err(Problem::Shape),
    };
    let value = match value {
        Value::Refs(ids) if ids.is_empty() => Value::Empty,
        Value::Words(words) if words.is_empty() => Value::Empty,
        value => value,
    };
    shape.admits(&value)?;
    Ok(value)
}

/// A text on one line, NFC.
#[must_use]
pub fn one_line(text: &str) -> String {
    let lines: Vec<&str> = text.split(['\n', '\r', '\t']).map(str::trim).filter(|l| !l.is_empty()).collect();
    lines.join(" ").nfc().collect()
}

fn number(text: &str) -> Result<i64, Problem> {
    let bare = plain(text).replace([' ', ','], "");
    if let Ok(number) = bare.parse() {
        return Ok(number);
    }
    // 5亿 is a number too, where a target's goal is money; 6.5 is not a whole one.
    if bare.ends_with(|c: char| c.is_ascii_digit() || c == '.') {
        return Err(Problem::Number);
    }
    let money = money_words::parse(text, None).map_err(|_| Problem::Number)?;
    money.yuan().ok_or(Problem::Number)
}

fn time(text: &str, reading: &Reading<'_>) -> Result<DateTime<Utc>, Problem> {
    if let Ok(at) = text.trim().parse() {
        return Ok(at);
    }
    let date = date_words::parse(text, reading.today, reading.lean)?;
    Ok(date.and_time(chrono::NaiveTime::MIN).and_utc())
}

fn flag(text: &str) -> Option<bool> {
    const YES: &[&str] = &[
        "是",
        "yes",
        "y",
        "true",
        "1",
        "有",
        "保密",
        "涉密",
        "秘密",
        "机密",
        "绝密",
        "内部",
        "√",
        "✓",
        "✔",
        "到位",
        "已到位",
        "在岗",
    ];
    const NO: &[&str] =
        &["否", "no", "n", "false", "0", "不", "公开", "不保密", "非密", "普通", "×", "未到位", "不在岗"];
    let word = plain(text).to_lowercase();
    let is = |list: &[&str]| list.contains(&word.as_str());
    if is(YES) { Some(true) } else { is(NO).then_some(false) }
}

/// The member of a closed list that a text names; of `Proposal/Price Quote` the first part that
/// names one.
fn choice(options: &'static [ChoiceOption], text: &str, labels: &Labels) -> Option<&'static ChoiceOption> {
    let word = plain(text);
    let called = |word: &str| labels.find(options, word.trim());
    called(&word).or_else(|| word.split(['/', '、', '(', ',']).find_map(called))
}

/// The words of a list, as they are typed between commas or 、.
fn words(text: &str) -> Vec<String> {
    let parts = text.split(['、', ',', '，', ';', '；', '\n']);
    parts.map(one_line).filter(|word| !word.is_empty()).collect()
}

/// A value as a form, a command or a file holds it: a text that `read` gives the same value for,
/// whatever the unit. `Empty` is the empty text.
#[must_use]
pub fn edit(value: &Value, shape: Shape, names: &dyn Names, lang: Lang) -> String {
    match value {
        Value::Money(money) => money.exact(),
        Value::Ref(id) => names.word(*id, lang),
        Value::Refs(ids) => joined(ids.iter().map(|id| names.word(*id, lang)), lang),
        Value::Number(n) => n.to_string(),
        _ => show(value, shape, names, lang),
    }
}

/// A value as people read it. Text is as it was stored: who draws or prints it cleans it.
#[must_use]
pub fn show(value: &Value, shape: Shape, names: &dyn Names, lang: Lang) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(text) => text.clone(),
        Value::Number(n) => super::money::grouped(*n),
        Value::Money(money) => money.show(lang),
        Value::Date(date) => date.to_string(),
        Value::Time(at) => at.to_rfc3339_opts(SecondsFormat::AutoSi, true),
        Value::Flag(flag) => {
            lang.pick(["否", "是"][usize::from(*flag)], ["no", "yes"][usize::from(*flag)]).to_owned()
        }
        Value::Choice(code) => match shape {
            Shape::Choice(options) => {
                let option = options.iter().find(|o| o.code == *code);
                option.map_or(*code, |o| names.labels().option(options, o, lang)).to_owned()
            }
            _ => (*code).to_owned(),
        },
        Value::Ref(id) => names.title(*id, lang),
        Value::Refs(ids) => joined(ids.iter().map(|id| names.title(*id, lang)), lang),
        Value::Words(words) => joined(words.iter().cloned(), lang),
        Value::Extra(map) => joined(map.iter().map(|(key, cell)| format!("{key}: {cell}")), lang),
    }
}

fn joined(words: impl Iterator<Item = String>, lang: Lang) -> String {
    words.collect::<Vec<_>>().join(lang.pick("、", ", "))
}
