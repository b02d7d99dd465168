//! The columns of each kind's ledger: which there are, how wide, which of them it can be ordered
//! by. What stands in them is in `cells`. May use `domain`.

use super::measure::GAP;
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
    /// The least cells it is of use in. Figures are not cut at all.
    min: usize,
    /// The most it is given, as long as others want more.
    pub(super) max: usize,
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
    col(What::Light, 13, 18, 1),
    col(What::Id, 4, 8, 0),
    col(F("name"), 12, 40, 0),
    col(What::Stage, 8, 12, 2),
    col(F("division"), 8, 16, 3),
    num(F("amount"), 8, 14, 4),
    col(F("owner"), 8, 12, 5),
    col(F("due"), 10, 10, 6),
    num(What::Silent, 4, 6, 7),
    col(F("next_step"), 16, 40, 8),
    col(F("investor"), 14, 28, 9),
    col(F("kind"), 8, 8, 10),
    col(F("source"), 10, 20, 11),
];

const TARGETS: &[Column] = &[
    col(What::Light, 11, 14, 1),
    col(What::Id, 4, 8, 0),
    col(F("name"), 12, 40, 0),
    num(What::Figures, 16, 19, 2),
    col(F("division"), 8, 16, 3),
    col(F("due"), 10, 10, 4),
    col(F("owner"), 8, 12, 5),
    col(F("area"), 8, 12, 6),
    num(F("redated"), 8, 8, 7),
    col(F("hold_reason"), 12, 30, 8),
];

const SIX_ONES: &[Column] = &[
    col(What::Light, 11, 14, 1),
    col(What::Id, 4, 8, 2),
    col(F("division"), 8, 20, 0),
    col(F("which"), 16, 22, 0),
    col(F("state"), 9, 10, 0),
    col(F("due"), 10, 10, 3),
    col(F("name"), 14, 40, 4),
    col(F("owner"), 8, 12, 5),
];

const REQUESTS: &[Column] = &[
    col(What::Light, 11, 14, 1),
    col(What::Id, 4, 8, 0),
    col(F("about"), 14, 48, 0),
    col(F("state"), 8, 10, 2),
    col(F("unit"), 12, 30, 3),
    col(F("division"), 10, 16, 4),
    col(F("due"), 10, 10, 6),
    col(F("lead"), 10, 30, 7),
    col(F("nature"), 8, 12, 8),
];

const PEOPLE: &[Column] = &[
    col(What::Id, 4, 8, 0),
    col(F("name"), 8, 20, 0),
    col(F("division"), 10, 24, 1),
    col(F("unit"), 12, 40, 2),
    col(F("on_post"), 7, 8, 3),
    col(F("login"), 8, 16, 4),
    col(F("role"), 6, 8, 5),
];

const UNITS: &[Column] = &[
    col(What::Id, 4, 8, 0),
    col(F("name_zh"), 14, 40, 0),
    col(F("kind"), 10, 24, 1),
    col(F("functions"), 12, 40, 2),
    col(F("name_en"), 16, 48, 3),
];

const DIVISIONS: &[Column] = &[
    col(What::Light, 11, 14, 1),
    col(What::Id, 4, 8, 0),
    col(F("name_zh"), 12, 16, 0),
    col(F("group"), 8, 8, 2),
    col(F("head"), 8, 12, 3),
    col(F("host_company"), 12, 30, 4),
    col(F("positioning"), 16, 60, 5),
    col(F("name_en"), 16, 32, 6),
];

const NAMES: &[Column] = &[col(What::Id, 4, 8, 0), col(F("name"), 12, 60, 0), col(F("at"), 16, 16, 1)];

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

/// The columns that fit in `width` cells, by their place, with the cells that each gets. `wanted`
/// says what each would need for whatever can stand in it: a column gets no more.
///
/// The first ranks come first, and a column that finds no room leaves it to those after it. What is
/// over goes to the columns that are cut, to the names first.
pub(super) fn fit(columns: &[Column], wanted: &[usize], width: usize) -> Vec<(usize, usize)> {
    let needs: Vec<usize> =
        columns.iter().zip(wanted).map(|(column, wanted)| (*wanted).min(column.max).max(1)).collect();
    let chosen = choose(columns, &needs, width);
    let least = |ease| {
        let of = |place: &usize| columns[*place].least(needs[*place], ease);
        chosen.iter().map(of).collect::<Vec<usize>>()
    };
    let mut cells = least(0);
    let taken = cells.iter().map(|cells| cells + GAP).sum::<usize>().saturating_sub(GAP);
    let mut over = width.saturating_sub(taken);
    // First the names are eased, then everything has what it needs.
    for goals in [least(EASE), chosen.iter().map(|place| needs[*place]).collect()] {
        for (cells, goal) in cells.iter_mut().zip(goals) {
            let more = over.min(goal - *cells);
            (*cells, over) = (*cells + more, over - more);
        }
    }
    chosen.into_iter().zip(cells).collect()
}

/// The places of the columns that find room, left to right.
fn choose(columns: &[Column], needs: &[usize], width: usize) -> Vec<usize> {
    let mut by_rank: Vec<usize> = (0..columns.len()).collect();
    by_rank.sort_by_key(|place| columns[*place].rank);
    let mut chosen: Vec<usize> = Vec::new();
    for place in by_rank {
        let rank = columns[place].rank;
        // The names are not squeezed for the sake of what matters less.
        let ease = if rank > ESSENTIAL { EASE } else { 0 };
        let all = chosen.iter().chain([&place]);
        let least = all.map(|at| columns[*at].least(needs[*at], ease) + GAP).sum::<usize>() - GAP;
        if rank == 0 || least <= width {
            chosen.push(place);
        }
    }
    chosen.sort_unstable();
    chosen
}

impl Column {
    /// The least cells for a need: texts are cut, figures are not. A record's name is left `ease`
    /// cells more.
    fn least(&self, need: usize, ease: usize) -> usize {
        let ease = if self.rank == 0 { ease } else { 0 };
        if self.right { need } else { need.min(self.min + ease) }
    }
}

/// Columns up to this rank are shown at the cost of the names.
const ESSENTIAL: u8 = 5;

/// The cells that a name is left above its least before a column is added that matters less.
const EASE: usize = 8;

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
            (40, &[(0, 20), (1, 6), (3, 10)]),
            (30, &[(0, 10), (1, 6), (3, 10)]),
            (29, &[(0, 21), (1, 6)]),
            (18, &[(0, 10), (1, 6)]),
            (17, &[(0, 17)]),
        ];
        for (width, want) in table {
            assert_eq!(fit(&columns, &[30, 8, 40, 10], *width), *want, "at {width}");
        }
    }

    #[test]
    fn a_column_without_room_leaves_it_to_the_next() {
        let columns = [
            col(F("name"), 10, 40, 0),
            num(F("amount"), 10, 14, 2),
            col(F("due"), 10, 10, 3),
            num(What::Silent, 4, 6, 7),
        ];
        let table: &[(usize, &[(usize, usize)])] = &[
            (36, &[(0, 10), (1, 12), (2, 10)]),
            (35, &[(0, 21), (1, 12)]),
            (23, &[(0, 11), (2, 10)]),
            (21, &[(0, 21)]),
            (24, &[(0, 10), (1, 12)]),
        ];
        for (width, want) in table {
            assert_eq!(fit(&columns, &[30, 12, 10, 4], *width), *want, "at {width}");
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
