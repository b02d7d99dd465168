//! The organisation and its faces.

use guatu::domain::{Id, Lang};
use guatu::ui::views::organisation::Organisation;
use guatu::ui::views::{Step, View};

use super::{cx_with, demo, named, sample, screen, shown};

#[test]
fn organisation() {
    let office = demo();
    for size in [(80, 24), (120, 34)] {
        for lang in Lang::ALL {
            let drawn =
                shown(&office, &mut Organisation::default(), &[Step::Down(1), Step::Right], size, lang);
            insta::assert_snapshot!(format!("organisation-{}", named(size, lang)), screen::text(&drawn));
        }
    }
    for size in [(200, 60), (60, 16), (40, 12)] {
        let drawn = shown(&office, &mut Organisation::default(), &[], size, Lang::Zh);
        insta::assert_snapshot!(format!("organisation-{}", named(size, Lang::Zh)), screen::text(&drawn));
    }
}

#[test]
fn the_other_faces() {
    let office = demo();
    for (turns, name) in [(1, "departments"), (2, "companies"), (3, "people")] {
        let steps = vec![Step::Next; turns];
        let drawn = shown(&office, &mut Organisation::default(), &steps, (80, 24), Lang::Zh);
        insta::assert_snapshot!(format!("organisation-{name}"), screen::text(&drawn));
    }
}

#[test]
fn a_digit_goes_to_its_division_and_an_empty_board_stands() {
    let office = demo();
    let mut view = Organisation::default();
    let _ = shown(&office, &mut view, &[Step::Next], (80, 24), Lang::Zh);
    cx_with(&office, |cx| view.focus(cx, Some(Id::division(4))));
    let _ = shown(&office, &mut view, &[], (80, 24), Lang::Zh);
    cx_with(&office, |cx| assert_eq!(view.selected(cx), Some(Id::division(4))));
    let bare = guatu::board::Board::new(sample::NOW.date_naive());
    let steps = [Step::Down(3), Step::Right, Step::Next, Step::Next, Step::Next, Step::Down(1)];
    let _ = shown(&bare, &mut Organisation::default(), &steps, (80, 24), Lang::En);
}
