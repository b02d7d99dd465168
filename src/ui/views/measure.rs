//! How many cells a thing of a kind wants in a column. It is the same for every row and page, so
//! that no value moves what stands beside it. May use `board`, `columns`, `domain`, `width`.

use super::cells;
use super::columns::{Column, What};
use crate::board::Board;
use crate::domain::stage::Track;
use crate::domain::{Choice, FieldKey, Kind, Lang, Stage, field::Shape};
use crate::ui::style::Look;
use crate::ui::{show, width};

/// The cells between two columns.
pub(super) const GAP: usize = 2;

/// A light with its reason in brief: of a lead, and of a date alone.
pub(super) const LIGHT: usize = 13;
pub(super) const DATE_LIGHT: usize = 11;

/// Month and day, and a whole date.
pub(super) const DAY: usize = 5;
const DATE: usize = 10;

/// A person's name.
pub(super) const PERSON: usize = 8;

/// An id: its letter and as many digits as the records of its kind need, three at least.
pub(super) fn id(board: &Board, kind: Kind) -> usize {
    let most = board.count(kind).max(1);
    1 + usize::try_from(most.ilog10() + 1).unwrap_or(0).max(3)
}

/// A sum of money in brief.
pub(super) const fn money(lang: Lang) -> usize {
    match lang {
        Lang::Zh => 10,
        Lang::En => 8,
    }
}

/// A stage's word where a lead has any.
pub(super) const fn stage(lang: Lang) -> usize {
    match lang {
        Lang::Zh => 4,
        Lang::En => 12,
    }
}

/// A division's name, the short one in Chinese.
pub(super) const fn division(lang: Lang) -> usize {
    match lang {
        Lang::Zh => 8,
        Lang::En => 12,
    }
}

/// What a column of a ledger wants: the widest that can stand in it, its word included. Texts want all
/// that they are given.
pub(super) fn column(board: &Board, look: &Look, kind: Kind, column: &Column) -> usize {
    let lang = look.lang;
    let wanted = match column.what {
        What::Id => id(board, kind),
        What::Stage => stages(board, lang),
        What::Light | What::Silent | What::Figures => column.max,
        What::Field(key) => match FieldKey::find(kind, key).map(|key| key.spec().shape) {
            Some(Shape::Date) => DATE,
            Some(Shape::Money) => money(lang),
            Some(Shape::Choice(options)) => {
                options.iter().map(|option| width::of(option.label(lang))).max().unwrap_or(column.max)
            }
            Some(Shape::Ref(Kind::Division)) => divisions(board, lang),
            Some(Shape::Ref(Kind::Person)) => PERSON,
            _ => column.max,
        },
    };
    wanted.max(width::of(&cells::title(kind, column.what, look))).min(column.max)
}

/// The widest word of a stage, of whatever track.
fn stages(board: &Board, lang: Lang) -> usize {
    let labels = &board.charter().labels;
    let tracks = [Track::Leading, Track::Service, Track::Talent];
    let words = tracks
        .iter()
        .flat_map(|track| Stage::ALL.iter().map(|stage| width::of(labels.stage(*stage, Some(*track), lang))));
    words.max().unwrap_or(0)
}

fn divisions(board: &Board, lang: Lang) -> usize {
    let ids = board.divisions().iter().map(|(id, _)| id);
    ids.map(|id| width::of(&show::name(board, id, lang))).max().unwrap_or(0)
}
