//! The columns of each kind's ledger: which there are, how wide, which of them it can be ordered
//! by. What stands in them is in `cells`. May use `domain`.

use crate::domain::Kind;

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Id,
    Light,
    Stage,
    Silent,
    Figures,
    Field(&'static str),
}

impl What {
    /// The word that it is kept by.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Light => "light",
            Self::Stage => "stage",
            Self::Silent => "silent",
            Self::Figures => "figures",
            Self::Field(key) => key,
        }
    }
}

/// A column. Those of the lowest rank are dropped last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) what: What,
    /// The least cells it is of use in.
    min: usize,
    /// The most it is given, as long as others want more.
    max: usize,
    rank: u8,
    pub(super) right: bool,
}

const fn col(what: What, min: usize, max: usize, rank: u8) -> Column {
    Column { what, min, max, rank, right: false }
}

const fn num(what: What, min: usize, max: usize, rank: u8) -> Column {
    Column { what, min, max, rank, right: true }
}

use What::Field as F;

const LEADS: &[Column] = &[
    col(What::Light, 11, 16, 1),
    col(What::Id, 5, 6, 0),
    col(F("name"), 16, 40, 0),
    col(What::Stage, 8, 12, 2),
    col(F("division"), 8, 16, 5),
    num(F("amount"), 10, 14, 4),
    col(F("owner"), 6, 12, 3),
    col(F("due"), 10, 10, 6),
    num(What::Silent, 4, 6, 7),
    col(F("next_step"), 16, 40, 8),
    col(F("investor"), 14, 28, 9),
    col(F("kind"), 4, 8, 10),
    col(F("source"), 10, 20, 11),
];

const TARGETS: &[Column] = &[
    col(What::Light, 11, 16, 1),
    col(What::Id, 4, 5, 0),
    col(F("name"), 16, 40, 0),
    num(What::Figures, 16, 24, 2),
    col(F("division"), 8, 16, 3),
    col(F("due"), 10, 10, 4),
    col(F("owner"), 6, 12, 5),
    col(F("area"), 8, 12, 6),
    num(F("redated"), 8, 8, 7),
    col(F("hold_reason"), 12, 30, 8),
];

const SIX_ONES: &[Column] = &[
    col(What::Light, 11, 16, 1),
    col(What::Id, 4, 5, 2),
    col(F("division"), 8, 20, 0),
    col(F("which"), 20, 22, 0),
    col(F("state"), 4, 10, 0),
    col(F("name"), 14, 40, 3),
    col(F("owner"), 6, 12, 4),
    col(F("due"), 10, 10, 5),
];

const REQUESTS: &[Column] = &[
    col(What::Light, 11, 16, 1),
    col(What::Id, 4, 5, 0),
    col(F("about"), 16, 48, 0),
    col(F("state"), 6, 10, 2),
    col(F("unit"), 12, 30, 3),
    col(F("division"), 8, 16, 4),
    col(F("due"), 10, 10, 5),
    col(F("lead"), 10, 30, 6),
    col(F("nature"), 4, 12, 7),
];

const PEOPLE: &[Column] = &[
    col(What::Id, 4, 5, 0),
    col(F("name"), 8, 20, 0),
    col(F("division"), 8, 24, 1),
    col(F("unit"), 12, 40, 2),
    col(F("on_post"), 4, 8, 3),
    col(F("login"), 8, 16, 4),
    col(F("role"), 4, 8, 5),
];

const UNITS: &[Column] = &[
    col(What::Id, 4, 5, 0),
    col(F("name_zh"), 14, 40, 0),
    col(F("kind"), 10, 24, 1),
    col(F("functions"), 12, 40, 2),
    col(F("name_en"), 16, 48, 3),
];

const DIVISIONS: &[Column] = &[
    col(What::Light, 11, 16, 1),
    col(What::Id, 3, 4, 0),
    col(F("name_zh"), 12, 24, 0),
    col(F("group"), 4, 8, 2),
    col(F("head"), 6, 12, 3),
    col(F("host_company"), 12, 30, 4),
    col(F("positioning"), 16, 60, 5),
    col(F("name_en"), 16, 32, 6),
];

const NAMES: &[Column] = &[col(What::Id, 4, 6, 0), col(F("name"), 12, 60, 0), col(F("at"), 16, 16, 1)];

/// The columns of a kind, left to right.
pub(super) const fn of(kind: Kind) -> &'static [Column] {
    match kind {
        Kind::Lead => LEADS,
        Kind::Target => TARGETS,
        Kind::SixOne => SIX_ONES,
        Kind::Request => REQUESTS,
        Kind::Person => PEOPLE,
        Kind::Unit => UNITS,
        Kind::Division => DIVISIONS,
        Kind::Charter | Kind::Note | Kind::Mark => NAMES,
    }
}

/// The gap between two columns.
pub(super) const GAP: usize = 2;

/// The columns that fit in `width` cells, by their place, with the cells that each gets. `wanted`
/// says what each would need for its head and the cells of the page: a column gets no more.
pub(super) fn fit(columns: &[Column], wanted: &[usize], width: usize) -> Vec<(usize, usize)> {
    let all: Vec<(usize, usize, Column)> = columns
        .iter()
        .zip(wanted)
        .enumerate()
        .map(|(place, (column, wanted))| (place, (*wanted).min(column.max).max(1), *column))
        .collect();
    let mut ranks: Vec<u8> = columns.iter().map(|c| c.rank).collect();
    ranks.sort_unstable();
    ranks.dedup();
    let mut chosen: Vec<(usize, usize, Column)> = Vec::new();
    for rank in ranks {
        let more: Vec<_> = all.iter().filter(|(.., c)| c.rank <= rank).copied().collect();
        // The names are not squeezed for the sake of what matters less.
        let ease = if rank > 2 { EASE } else { 0 };
        let least = more.iter().map(|(_, need, c)| c.least(*need, ease) + GAP).sum::<usize>() - GAP;
        if rank > 0 && least > width {
            break;
        }
        chosen = more;
    }
    let least = chosen.iter().map(|(_, need, c)| c.least(*need, 0) + GAP).sum::<usize>().saturating_sub(GAP);
    let mut over = width.saturating_sub(least);
    let mut fitted: Vec<(usize, usize)> = Vec::with_capacity(chosen.len());
    for (place, need, column) in chosen {
        let more = over.min(need - column.least(need, 0));
        over -= more;
        fitted.push((place, column.least(need, 0) + more));
    }
    fitted
}

impl Column {
    /// The least cells for a need: columns of long texts are cut, others are not. A record's name
    /// is left `ease` cells more.
    fn least(&self, need: usize, ease: usize) -> usize {
        let ease = if self.rank == 0 { ease } else { 0 };
        if self.max >= self.min + LONG { need.min(self.min + ease) } else { need }
    }
}

/// The cells that a name is left above its least before a column is added that matters less.
const EASE: usize = 8;

/// A column whose most is so many cells above its least holds long texts.
const LONG: usize = 12;

/// The columns of a kind, the one that the list was ordered by among the last to be dropped.
pub(super) fn listed(kind: Kind, asked: Option<What>) -> Vec<Column> {
    let rank = |column: &Column| if asked == Some(column.what) { column.rank.min(1) } else { column.rank };
    of(kind).iter().map(|column| Column { rank: rank(column), ..*column }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::FieldKey;

    #[test]
    fn columns_fit_and_the_first_ranks_stay() {
        for kind in Kind::ALL {
            for width in 38..=220 {
                for need in [1, 6, 12, 40] {
                    let columns = of(kind);
                    let chosen = fit(columns, &vec![need; columns.len()], width);
                    let sum = chosen.iter().map(|(_, cells)| cells + GAP).sum::<usize>() - GAP;
                    assert!(sum <= width || need > 12, "{kind:?} at {width}, {need} each: {sum}");
                    let mut first = (0..columns.len()).filter(|i| columns[*i].rank == 0);
                    assert!(
                        first.all(|i| chosen.iter().any(|(place, _)| *place == i)),
                        "{kind:?} at {width}"
                    );
                }
            }
        }
    }

    #[test]
    fn long_texts_are_cut_before_a_column_is_dropped() {
        let columns = [
            col(F("name"), 10, 40, 0),
            col(F("owner"), 6, 12, 1),
            col(F("area"), 40, 40, 4),
            col(F("due"), 10, 10, 3),
        ];
        let table: &[(usize, &[(usize, usize)])] = &[
            (60, &[(0, 30), (1, 8), (3, 10)]),
            (40, &[(0, 18), (1, 8), (3, 10)]),
            (39, &[(0, 29), (1, 8)]),
            (20, &[(0, 10), (1, 8)]),
            (19, &[(0, 19)]),
        ];
        for (width, want) in table {
            assert_eq!(fit(&columns, &[30, 8, 40, 10], *width), *want, "at {width}");
        }
    }

    #[test]
    fn every_column_names_a_field_of_its_kind() {
        for kind in Kind::ALL {
            for column in of(kind) {
                if let F(key) = column.what
                    && !matches!(kind, Kind::Charter | Kind::Note)
                {
                    assert!(FieldKey::find(kind, key).is_some(), "{kind:?} has no {key}");
                }
            }
        }
    }
}
