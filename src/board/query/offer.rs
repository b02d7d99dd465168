//! What can follow where a filter is typed: the names that a term can begin with, and the values of
//! a field once it has its sign. May use `domain`, `board`, `search`, `words`.

use std::ops::Range;

use super::lex::{self, Piece};
use super::words::{self, About};
use crate::board::records::Board;
use crate::board::search;
use crate::domain::value_words::Names;
use crate::domain::{ChoiceOption, FieldKey, Id, Kind, Lang, Shape};

/// So many are offered.
const MOST: usize = 8;

/// Something that completes what is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The bytes of the typed text that it takes the place of.
    pub range: Range<usize>,
    /// What comes there.
    pub text: String,
    /// What it is called in full, where the text does not say it.
    pub label: String,
}

/// What completes the term that ends at a byte of a typed text. Names are offered from their first
/// character on, values as soon as the sign stands.
#[must_use]
pub fn offers(board: &Board, kind: Kind, lang: Lang, typed: &str, cursor: usize) -> Vec<Offer> {
    let Some(before) = typed.get(..cursor) else { return Vec::new() };
    let Some(Piece::Term(raw)) = lex::pieces(before).pop().filter(|_| !before.ends_with(char::is_whitespace))
    else {
        return Vec::new();
    };
    if raw.range.end != before.len() || raw.quoted.is_some() {
        return Vec::new();
    }
    // The signs may be full-width, so places are counted in characters from the end.
    let from = |count: usize| before.char_indices().nth_back(count.max(1) - 1).map_or(0, |(at, _)| at);
    let place =
        |text: &str| if text.is_empty() { cursor..cursor } else { from(text.chars().count())..cursor };
    let Some(at) = raw.text.rfind([':', '=']) else {
        return names(kind, lang, &raw.text, &place(&raw.text));
    };
    let name = raw.text[..at].trim_end_matches([':', '=', '!']);
    let value = &raw.text[at + 1..];
    // After a comma another value follows.
    let value = value.rsplit([',', '、']).next().unwrap_or(value);
    let Some(about) = words::about(kind, name) else { return Vec::new() };
    values(board, about, lang, value, &place(value))
}

/// Whether a word begins any line of the key of a text.
fn begins(text: &str, word: &str) -> bool {
    let word = word.to_lowercase();
    search::key(text).lines().any(|line| line.starts_with(&word))
}

fn names(kind: Kind, lang: Lang, typed: &str, range: &Range<usize>) -> Vec<Offer> {
    let offer = |(name, about): (&'static str, About)| {
        let (sign, label) = match about {
            About::Light => (":", lang.pick("灯", "light").to_owned()),
            About::Silent => (">", lang.pick("静默", "silent").to_owned()),
            About::Field(key) => (sign_of(key), key.spec().label(lang).to_owned()),
        };
        (begins(name, typed) || begins(&label, typed)).then(|| {
            let text = format!("{name}{sign}");
            let label = if label == name { String::new() } else { label };
            Offer { range: range.clone(), text, label }
        })
    };
    words::names(kind, lang).into_iter().filter_map(offer).take(MOST).collect()
}

/// The sign that a field is most often asked with.
fn sign_of(key: FieldKey) -> &'static str {
    match key.spec().shape {
        Shape::Money | Shape::Number => ">",
        Shape::Date | Shape::Time => "<",
        _ => ":",
    }
}

fn values(board: &Board, about: About, lang: Lang, typed: &str, range: &Range<usize>) -> Vec<Offer> {
    match about {
        About::Light => choices(board, words::LIGHTS, lang, typed, range),
        About::Silent => Vec::new(),
        About::Field(key) => match key.spec().shape {
            Shape::Choice(options) => choices(board, options, lang, typed, range),
            Shape::Ref(kind) | Shape::Refs(kind) if kind != Kind::Lead => {
                records(board, kind, lang, typed, range)
            }
            _ => Vec::new(),
        },
    }
}

fn choices(
    board: &Board,
    options: &'static [ChoiceOption],
    lang: Lang,
    typed: &str,
    range: &Range<usize>,
) -> Vec<Offer> {
    let offer = |option: &'static ChoiceOption| {
        let word = board.labels().option(options, option, lang);
        let meant = begins(word, typed) || begins(option.code, typed);
        // A word of two would be cut in two.
        let text = if word.contains(' ') { option.code } else { word };
        meant.then(|| Offer {
            range: range.clone(),
            text: text.to_owned(),
            label: if text == word { String::new() } else { word.to_owned() },
        })
    };
    options.iter().filter_map(offer).take(MOST).collect()
}

fn records(board: &Board, kind: Kind, lang: Lang, typed: &str, range: &Range<usize>) -> Vec<Offer> {
    let word = typed.to_lowercase();
    let offer = |id: Id| {
        let title = board.title(id).to_owned();
        let label = Names::title(board, id, lang);
        let names = crate::board::lookup::names_of(board, id).join(" ");
        let key = search::key(&format!("{} {names}", id.no));
        key.contains(&word).then(|| {
            let plain = !title.contains(|ch: char| ch.is_whitespace() || ",、|\"".contains(ch));
            let own = plain && lang == Lang::Zh && !title.is_empty();
            let text = match kind {
                _ if own => title,
                Kind::Division => id.no.to_string(),
                Kind::Person if plain && !title.is_empty() => title,
                _ => id.to_string(),
            };
            let label = if text == label { String::new() } else { label };
            Offer { range: range.clone(), text, label }
        })
    };
    board.ids(kind).into_iter().filter_map(offer).take(MOST).collect()
}
