//! The deployment chart, the progress chart, and the page of a target.

use guatu::board::{AnyRecord, Board};
use guatu::domain::target::Measure;
use guatu::domain::{Id, Kind, Lang, Target};
use guatu::ui::views::Step;
use guatu::ui::views::View;
use guatu::ui::views::deployment::Deployment;
use guatu::ui::views::progress::Progress;

use super::{cx_with, demo, named, sample, screen, shown};

const SIZES: [((u16, u16), Lang); 5] = [
    ((80, 24), Lang::Zh),
    ((120, 34), Lang::Zh),
    ((80, 24), Lang::En),
    ((120, 34), Lang::En),
    ((40, 12), Lang::Zh),
];

#[test]
fn deployment() {
    let office = demo();
    for (size, lang) in SIZES {
        let steps = [Step::Right, Step::Down(1)];
        let drawn = shown(&office, &mut Deployment::default(), &steps, size, lang);
        insta::assert_snapshot!(format!("deployment-{}", named(size, lang)), screen::text(&drawn));
    }
    let other = [Step::Right; 4];
    let drawn = screen::text(&shown(&office, &mut Deployment::default(), &other, (80, 24), Lang::Zh));
    assert!(drawn.contains("其他 6") && drawn.contains("策…"), "the fifth area comes into sight:\n{drawn}");
    let mut view = Deployment::default();
    cx_with(&office, |cx| view.focus(cx, Some(Id::division(5))));
    for size in [(80, 24), (120, 34), (60, 16)] {
        let drawn = shown(&office, &mut view, &[Step::Down(1)], size, Lang::Zh);
        insta::assert_snapshot!(format!("deployment-one-{}", named(size, Lang::Zh)), screen::text(&drawn));
    }
    for lang in Lang::ALL {
        let drawn = shown(&sample::founded(), &mut Deployment::default(), &[], (80, 24), lang);
        insta::assert_snapshot!(format!("deployment-empty-{lang}"), screen::text(&drawn));
    }
}

#[test]
fn progress() {
    let office = demo();
    for (size, lang) in SIZES {
        let drawn = shown(&office, &mut Progress::default(), &[Step::Down(3)], size, lang);
        insta::assert_snapshot!(format!("progress-{}", named(size, lang)), screen::text(&drawn));
    }
    let mut view = Progress::default();
    view.zoom();
    let steps = [Step::Next, Step::Right, Step::End];
    let drawn = shown(&office, &mut view, &steps, (120, 34), Lang::Zh);
    insta::assert_snapshot!("progress-weeks-by-area", screen::text(&drawn));
    view.zoom();
    cx_with(&office, |cx| view.focus(cx, Some(Id::division(5))));
    let drawn = shown(&office, &mut view, &[Step::Next, Step::Home], (80, 24), Lang::En);
    insta::assert_snapshot!("progress-quarters-by-owner", screen::text(&drawn));
    let drawn = shown(&sample::founded(), &mut Progress::default(), &[], (80, 24), Lang::Zh);
    insta::assert_snapshot!("progress-empty", screen::text(&drawn));
}

#[test]
fn a_target_s_page() {
    let office = demo();
    let find = |measure| {
        let mut all = office.targets().iter().filter(|(_, target)| target.measure == measure);
        all.next().map(|(id, _)| id).expect("the demo has every sort of target")
    };
    let page = |name: &str, id: Id, size, lang| {
        let mut view = Deployment::default();
        cx_with(&office, |cx| view.stand_on(cx, id));
        view.zoom();
        let drawn = shown(&office, &mut view, &[], size, lang);
        insta::assert_snapshot!(format!("target-{name}-{}", named(size, lang)), screen::text(&drawn));
    };
    page("signed", find(Measure::AmountSign), (120, 34), Lang::Zh);
    page("signed", find(Measure::AmountSign), (80, 24), Lang::En);
    page("paid", find(Measure::PaidIn), (80, 24), Lang::Zh);
    page("six-ones", find(Measure::SixOnes), (120, 34), Lang::En);
    page("typed", find(Measure::Typed), (80, 24), Lang::Zh);
    page("typed", Id::new(Kind::Target, 1), (40, 12), Lang::Zh);
}

/// 55 of 100 are done of a bar that runs out of sight on both sides: what is hidden at the left takes
/// its part of what is done, what is hidden at the right does not.
#[test]
fn a_bar_that_runs_out_of_sight_on_both_sides_is_filled_as_far_as_it_is_done() {
    let day = |text: &str| text.parse().expect("a date");
    let mut board = Board::new(day("2026-07-01"));
    let target = Target {
        name: "演示".into(),
        measure: Measure::Typed,
        goal: 100,
        actual: 55,
        start: Some(day("2026-01-01")),
        due: Some(day("2026-12-31")),
        ..Target::default()
    };
    let fields = AnyRecord::from(target).fields();
    board.load(Id::new(Kind::Target, 1), 1, 1, "wang", &fields).expect("a target");
    board.turn_to(day("2026-07-01"));
    let mut view = Progress::default();
    view.zoom();
    let drawn = screen::text(&shown(&board, &mut view, &[], (80, 24), Lang::Zh));
    let bar: Vec<char> = drawn.chars().filter(|sign| "█░".contains(*sign)).collect();
    // From 15 June on 42 cells are seen, one of them today's line. 142 of the 313 cells lie before
    // them; 172 are done.
    let filled = bar.iter().filter(|sign| **sign == '█').count();
    assert_eq!((bar.len(), filled), (42 - 1, 172 - 142 - 1), "{drawn}");
    assert!(drawn.contains(" 55%"), "{drawn}");
}
