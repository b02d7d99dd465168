//! The cluster: its four faces at their sizes in both languages, and where there is nothing yet.

use guatu::board::cluster::Face;
use guatu::domain::{Choice, Id, Lang};
use guatu::ui::views::cluster::Cluster;
use guatu::ui::views::{Step, View};

use super::{cx_with, demo, named, sample, screen, shown};

/// The steps from the first face to a face, and on to its second row.
fn to(face: Face) -> Vec<Step> {
    let mut steps = vec![Step::Next; face.place()];
    steps.push(Step::Down(1));
    steps
}

#[test]
fn faces() {
    let office = demo();
    for face in Face::ALL {
        for size in [(80, 24), (120, 34)] {
            for lang in Lang::ALL {
                let drawn = shown(&office, &mut Cluster::default(), &to(*face), size, lang);
                let name = format!("{}-{}", face.code(), named(size, lang));
                insta::assert_snapshot!(name, screen::text(&drawn));
            }
        }
        for size in [(40, 12), (60, 16), (200, 60)] {
            let drawn = shown(&office, &mut Cluster::default(), &to(*face), size, Lang::Zh);
            insta::assert_snapshot!(
                format!("{}-{}", face.code(), named(size, Lang::Zh)),
                screen::text(&drawn)
            );
        }
    }
}

#[test]
fn one_chain() {
    let office = demo();
    for size in [(80, 24), (120, 34), (40, 12), (60, 16)] {
        let mut view = Cluster::default();
        cx_with(&office, |cx| view.focus(cx, Some(Id::division(1))));
        let drawn = shown(&office, &mut view, &[Step::Right, Step::Down(1)], size, Lang::Zh);
        insta::assert_snapshot!(format!("one-chain-{}", named(size, Lang::Zh)), screen::text(&drawn));
        let drawn =
            shown(&office, &mut view, &[Step::Home, Step::Right, Step::Right, Step::Right], size, Lang::En);
        cx_with(&office, |cx| assert_eq!(view.selected(cx), Some(Id::division(1)), "out of the list"));
        insta::assert_snapshot!(format!("one-chain-{}", named(size, Lang::En)), screen::text(&drawn));
        assert!(view.back() && !view.back(), "out of the division, then out of the view");
    }
}

#[test]
fn nothing_yet() {
    let office = sample::founded();
    for face in Face::ALL {
        let drawn = shown(&office, &mut Cluster::default(), &to(*face), (80, 24), Lang::Zh);
        insta::assert_snapshot!(format!("nothing-{}", face.code()), screen::text(&drawn));
    }
}
