//! The matrix of the Six Ones.

use guatu::board::matrix::{self, SIX};
use guatu::board::{AnyRecord, Board};
use guatu::domain::six_one::{SixOneKind, SixOneState};
use guatu::domain::{Choice, Division, Id, Kind, SixOne};

#[test]
fn a_row_has_its_divisions_six_and_counts_those_in_place() {
    let mut board = Board::new("2026-09-01".parse().expect("a date"));
    for no in 1..=2 {
        let division = Division { name_zh: format!("演示{no}"), ..Division::default() };
        board.load(Id::division(no), 1, 1, "wang", &AnyRecord::from(division).fields()).expect("it fits");
    }
    let states = [SixOneState::Ready, SixOneState::Vacant, SixOneState::Ready, SixOneState::Preparing];
    for ((no, which), state) in (1..).zip(SixOneKind::ALL).zip(states) {
        let six_one = SixOne { division: Some(Id::division(2)), which: *which, state, ..SixOne::default() };
        let fields = AnyRecord::from(six_one).fields();
        board.load(Id::new(Kind::SixOne, no), 1, 1, "wang", &fields).expect("it fits");
    }
    board.turn_to(board.today());
    let rows = matrix::rows(&board);
    let six = |no| Some(Id::new(Kind::SixOne, no));
    assert_eq!(rows.len(), 2);
    assert_eq!((rows[0].division, rows[0].ready, rows[0].cells), (Id::division(1), 0, [None; SIX]));
    assert_eq!((rows[1].division, rows[1].ready), (Id::division(2), 2));
    assert_eq!(rows[1].cells, [six(1), six(2), six(3), six(4), None, None]);
}

#[test]
fn the_round_of_states_comes_back_to_its_beginning() {
    for state in SixOneState::ALL {
        let round = [*state, matrix::next(*state), matrix::next(matrix::next(*state))];
        let mut places = round.map(Choice::place);
        places.sort_unstable();
        assert_eq!(places, [0, 1, 2], "all three are passed");
        assert_eq!(matrix::next(round[2]), *state);
    }
}
