//! Reads one term: what it is about, how that is compared, with what. Names become ids here, and
//! words dates, as of the board that is filtered. May use `domain`, `lookup`, `search`, `words`.

use super::lex::Raw;
use super::test::{Test, Word};
use super::words::{self, About, Lone};
use super::{Why, span};
use crate::board::records::Board;
use crate::board::{lookup, search};
use crate::domain::value_words::{self, Lost, Names, Problem as Slip, Reading, lean_of};
use crate::domain::{Choice, ChoiceOption, FieldKey, Id, Kind, Shape, Value};

/// How a value is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// `:` or `=`.
    Is,
    /// `<`.
    Below,
    /// `<=`.
    Most,
    /// `>`.
    Above,
    /// `>=`.
    Least,
}

/// What a term asks, and whether it asks the opposite.
pub(super) fn term(board: &Board, kind: Kind, raw: &Raw) -> Result<(Test, bool), Why> {
    let Some(at) = raw.open().find([':', '<', '>', '=']) else {
        return bare(board, kind, raw).map(|test| (test, raw.not));
    };
    let (name, rest) = raw.text.split_at(at);
    let (name, not) = name.strip_suffix('!').map_or((name, raw.not), |name| (name, !raw.not));
    let (sign, value) = sign(rest);
    let about = words::about(kind, name.trim()).ok_or(Why::Unknown)?;
    if value.trim().is_empty() {
        return Err(Why::Unfinished);
    }
    let test = match about {
        About::Light => member(sign, value, |word| options(board, words::LIGHTS, word)).map(Test::Light),
        About::Silent => span::days(value).map(|days| Test::Silent(span::range(sign, days))).ok_or(Why::Days),
        About::Field(key) => field(board, key, sign, value.trim()),
    };
    test.map(|test| (test, not))
}

fn sign(rest: &str) -> (Sign, &str) {
    let rest = rest.strip_prefix(':').unwrap_or(rest);
    let signs = [("<=", Sign::Most), (">=", Sign::Least), ("=<", Sign::Most), ("=>", Sign::Least)];
    let single = [("<", Sign::Below), (">", Sign::Above), ("=", Sign::Is)];
    let found = signs.iter().chain(&single).find_map(|(s, sign)| Some((*sign, rest.strip_prefix(s)?)));
    found.unwrap_or((Sign::Is, rest))
}

/// A word without a sign: a word of the language, an id, or text.
fn bare(board: &Board, kind: Kind, raw: &Raw) -> Result<Test, Why> {
    let word = raw.text.as_str();
    if word.is_empty() {
        return Err(Why::Unfinished);
    }
    if raw.quoted.is_some() {
        return Ok(Test::Word(Word::new(word)));
    }
    if let Some(id) = word.parse::<Id>().ok().filter(|id| id.kind == kind) {
        return Ok(Test::Id(id));
    }
    let field = |key| FieldKey::find(kind, key).ok_or(Why::Unknown);
    match words::lone(kind, word, board.labels()) {
        Some(Lone::Overdue) => Ok(Test::Overdue),
        Some(Lone::Lacking) => Ok(Test::Lacking),
        Some(Lone::Blocked) => Ok(Test::Blocked),
        Some(Lone::Light(place)) => Ok(Test::Light(1 << place)),
        Some(Lone::Stage(stage)) => Ok(Test::Choice(field("stage")?, 1 << stage.place())),
        Some(Lone::Platform) => {
            let place = crate::domain::lead::LeadKind::Platform.place();
            Ok(Test::Choice(field("kind")?, 1 << place))
        }
        None => Ok(Test::Word(Word::new(word))),
    }
}

fn field(board: &Board, key: FieldKey, sign: Sign, value: &str) -> Result<Test, Why> {
    let shape = key.spec().shape;
    if sign == Sign::Is && matches!(value, "无" | "空" | "-" | "none") && can_be_empty(shape) {
        return Ok(Test::Empty(key));
    }
    let read = || {
        let reading = Reading { today: board.today(), lean: lean_of(key), unit: None, names: board };
        value_words::read(shape, value, &reading).map_err(Why::Value)
    };
    match shape {
        Shape::Money => match read()? {
            Value::Money(money) => Ok(Test::Money(key, money.currency, span::range(sign, money.amount))),
            _ => Err(Why::Unfinished),
        },
        Shape::Number => match read()? {
            Value::Number(number) => Ok(Test::Number(key, span::range(sign, number))),
            _ => Err(Why::Unfinished),
        },
        Shape::Date | Shape::Time => {
            let days = span::dates(value, sign, board.today(), lean_of(key)).map_err(Slip::Date);
            let days = days.map_err(Why::Value)?;
            Ok(Test::Dates { key, days, open: key.key() == "due" })
        }
        _ if sign != Sign::Is => Err(Why::NoOrder),
        Shape::Flag => match read()? {
            Value::Flag(flag) => Ok(Test::Flag(key, flag)),
            _ => Err(Why::Unfinished),
        },
        Shape::Choice(all) => {
            member(sign, value, |word| options(board, all, word)).map(|m| Test::Choice(key, m))
        }
        Shape::Ref(kind) | Shape::Refs(kind) => refs(board, key, kind, value),
        Shape::Subject => {
            let id = value.parse().map_err(|_| Why::Value(Slip::Name(Lost::Nobody)))?;
            Ok(Test::Refs(vec![key], vec![id]))
        }
        Shape::Text | Shape::Long | Shape::CreditCode | Shape::Words => Ok(Test::Text(key, Word::new(value))),
        Shape::Extra => Err(Why::Value(Slip::Shape)),
    }
}

const fn can_be_empty(shape: Shape) -> bool {
    !matches!(shape, Shape::Flag | Shape::Number)
}

/// The words of a list, any of which may hold.
fn several(value: &str) -> impl Iterator<Item = &str> {
    value.split([',', '、']).map(str::trim).filter(|word| !word.is_empty())
}

/// The members of a closed list that some words mean, a bit each.
fn member(sign: Sign, value: &str, find: impl Fn(&str) -> Result<u32, Why>) -> Result<u32, Why> {
    if sign != Sign::Is {
        return Err(Why::NoOrder);
    }
    several(value).try_fold(0, |all, word| Ok(all | find(word)?))
}

/// The members that a word names; else those that it is the beginning of, in words, pinyin or
/// pinyin initials.
fn options(board: &Board, all: &'static [ChoiceOption], word: &str) -> Result<u32, Why> {
    let labels = board.labels();
    if let Some(place) = labels.find(all, word).and_then(|o| all.iter().position(|other| other == o)) {
        return Ok(1 << place);
    }
    let word = word.to_lowercase();
    let begins = |text: &str| search::key(text).lines().any(|line| line.starts_with(&word));
    let meant = |option: &ChoiceOption| {
        [option.code, option.zh, option.en].into_iter().chain(labels.words(all, option.code)).any(begins)
    };
    let bits = all.iter().enumerate().filter(|(_, o)| meant(o)).fold(0, |bits, (place, _)| bits | 1 << place);
    if bits == 0 { Err(Why::Value(Slip::Choice(all))) } else { Ok(bits) }
}

fn refs(board: &Board, key: FieldKey, kind: Kind, value: &str) -> Result<Test, Why> {
    let mut ids: Vec<Id> = Vec::new();
    for word in several(value) {
        let found = named(board, kind, word);
        if found.is_empty() {
            return Err(Why::Value(Slip::Name(Lost::Nobody)));
        }
        ids.extend(found);
    }
    // A shared lead stands in the panes of all its divisions, and is found so.
    let shared = FieldKey::find(key.kind(), "co_divisions").filter(|_| key.key() == "division");
    Ok(Test::Refs(std::iter::once(key).chain(shared).collect(), ids))
}

/// The records of a kind that a word names: by id or digit, by a whole name, else by any part of
/// a name, in text, pinyin or initials.
fn named(board: &Board, kind: Kind, word: &str) -> Vec<Id> {
    if let Some(id) = lookup::by_number(board, kind, word) {
        return vec![id];
    }
    let query = search::Query::new(word);
    if kind == Kind::Lead {
        return board.index().find(&query).iter().map(|no| Id::new(kind, no)).collect();
    }
    // A login is a part of a name here: `wang` means every 王.
    let whole = |id: &Id| {
        let names = lookup::names_of(board, *id);
        let count = if kind == Kind::Person { 1 } else { names.len() };
        let bare = lookup::bare(kind, word);
        names.iter().take(count).any(|name| lookup::bare(kind, name).eq_ignore_ascii_case(bare))
    };
    let all = board.ids(kind);
    let exact: Vec<Id> = all.iter().copied().filter(whole).collect();
    if !exact.is_empty() {
        return exact;
    }
    let part = |id: &Id| query.finds(&search::key(&lookup::names_of(board, *id).join(" ")));
    all.into_iter().filter(part).collect()
}
