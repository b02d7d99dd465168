//! The Six Ones as a matrix and as a list.

use guatu::domain::{Id, Lang};
use guatu::ui::views::six_ones::SixOnes;
use guatu::ui::views::{Step, View};

use super::{cx_with, demo, named, sample, screen, shown};

#[test]
fn six_ones() {
    let office = demo();
    for size in [(80, 24), (120, 34)] {
        for lang in Lang::ALL {
            let drawn = shown(&office, &mut SixOnes::default(), &[Step::Down(1), Step::Right], size, lang);
            insta::assert_snapshot!(format!("six-ones-{}", named(size, lang)), screen::text(&drawn));
        }
    }
    for size in [(200, 60), (60, 16), (40, 12)] {
        let drawn = shown(&office, &mut SixOnes::default(), &[Step::Right], size, Lang::Zh);
        insta::assert_snapshot!(format!("six-ones-{}", named(size, Lang::Zh)), screen::text(&drawn));
    }
}

#[test]
fn one_division_fills_the_body() {
    let office = demo();
    let mut view = SixOnes::default();
    let _ = shown(&office, &mut view, &[], (80, 24), Lang::Zh);
    cx_with(&office, |cx| view.focus(cx, Some(Id::division(5))));
    for lang in Lang::ALL {
        let drawn = shown(&office, &mut view, &[Step::Down(1)], (80, 24), lang);
        insta::assert_snapshot!(format!("six-ones-alone-{lang}"), screen::text(&drawn));
    }
    assert!(view.back(), "out of the one division");
    assert!(!view.back());
    let whole = shown(&office, &mut view, &[], (80, 24), Lang::Zh);
    assert!(screen::text(&whole).contains("6 金融"), "all are shown again");
}

#[test]
fn a_board_without_them_says_so() {
    let bare = guatu::board::Board::new(sample::NOW.date_naive());
    let drawn = shown(&bare, &mut SixOnes::default(), &[Step::Down(3)], (80, 24), Lang::Zh);
    assert!(screen::text(&drawn).contains("没有"), "{}", screen::text(&drawn));
}
