//! The support chart: the units, the requests of one, narrowed to a division, empty.

use guatu::domain::{Id, Lang};
use guatu::ui::views::inbox::Inbox;
use guatu::ui::views::support::Support;
use guatu::ui::views::{Step, View};

use crate::{cx_with, demo, named, other_zone, screen, shown};

#[test]
fn support() {
    let office = demo();
    for size in [(80, 24), (120, 34), (200, 60), (60, 16), (40, 12)] {
        for lang in Lang::ALL {
            let drawn = shown(&office, &mut Support::default(), &[Step::Down(1)], size, lang);
            insta::assert_snapshot!(format!("support-{}", named(size, lang)), screen::text(&drawn));
        }
    }
}

#[test]
fn support_requests() {
    let office = demo();
    for size in [(80, 24), (40, 12)] {
        let steps = [Step::Down(1), Step::Right, Step::Down(1)];
        let drawn = shown(&office, &mut Support::default(), &steps, size, Lang::Zh);
        insta::assert_snapshot!(format!("support-inside-{}", named(size, Lang::Zh)), screen::text(&drawn));
    }
}

#[test]
fn support_of_a_division() {
    let office = demo();
    let mut view = Support::default();
    cx_with(&office, |cx| view.focus(cx, Some(Id::division(5))));
    let drawn = shown(&office, &mut view, &[Step::End], (80, 24), Lang::Zh);
    insta::assert_snapshot!("support-division", screen::text(&drawn));
}

#[test]
fn support_without_requests() {
    let drawn = shown(&other_zone(), &mut Support::default(), &[], (80, 24), Lang::Zh);
    insta::assert_snapshot!("support-empty", screen::text(&drawn));
}

#[test]
fn inbox_requests() {
    let office = demo();
    for (size, lang) in
        [((80, 24), Lang::Zh), ((120, 34), Lang::En), ((200, 60), Lang::Zh), ((40, 12), Lang::Zh)]
    {
        let drawn = shown(&office, &mut Inbox::default(), &[Step::Left, Step::Down(1)], size, lang);
        insta::assert_snapshot!(format!("inbox-requests-{}", named(size, lang)), screen::text(&drawn));
    }
}
