//! The deployment chart, the progress chart, and the page of a target.

use guatu::domain::target::Measure;
use guatu::domain::{Id, Kind, Lang};
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
