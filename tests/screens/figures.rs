//! The figures at their sizes, and the way of the cursor over them.

use guatu::board::figures::{By, Figure, Passage, Quarter, Scope, Slice};
use guatu::board::{Behind, Board};
use guatu::domain::{Choice, Id, Lang, Stage};
use guatu::ui::views::figures::FiguresView;
use guatu::ui::views::{Opening, Step, View};
use guatu::ui::{Depth, Look, glyph, theme};
use ratatui::layout::Rect;

use super::{cx_with, demo, named, sample, screen, shown};

#[test]
fn figures_at_their_sizes() {
    let office = demo();
    for (size, lang) in [
        ((80, 24), Lang::Zh),
        ((80, 24), Lang::En),
        ((120, 34), Lang::Zh),
        ((120, 34), Lang::En),
        ((40, 12), Lang::Zh),
        ((60, 16), Lang::En),
        ((200, 60), Lang::Zh),
    ] {
        let drawn = shown(&office, &mut FiguresView::default(), &[Step::Down(1)], size, lang);
        insta::assert_snapshot!(format!("figures-{}", named(size, lang)), screen::text(&drawn));
    }
}

#[test]
fn figures_by_source_in_ascii() {
    let office = demo();
    let ascii = Look::new(theme::default(), Depth::Mono, &glyph::ASCII, Lang::Zh);
    let mut view = FiguresView::default();
    let drawn = screen::drawn(80, 20, |frame| {
        cx_with(&office, |cx| {
            view.focus(cx, Some(Id::division(4)));
            for step in [Step::Previous, Step::End] {
                view.refresh(cx, &ascii, frame.area());
                view.go(cx, step);
            }
            view.refresh(cx, &ascii, frame.area());
            view.draw(cx, &ascii, frame.area(), frame);
        });
    });
    let text = screen::text(&drawn);
    let bars = text.chars().filter(|ch| ('\u{2500}'..='\u{25FF}').contains(ch)).count();
    assert_eq!(bars, 0, "signs of ASCII alone: {text}");
    insta::assert_snapshot!("figures-source-ascii", text);
}

#[test]
fn figures_of_nothing_say_so() {
    let office = sample::founded();
    let drawn = shown(&office, &mut FiguresView::default(), &[Step::Down(3)], (80, 24), Lang::Zh);
    insta::assert_snapshot!("figures-empty", screen::text(&drawn));
}

/// What Enter leads to after some steps.
fn behind(office: &Board, division: Option<Id>, steps: &[Step]) -> Opening {
    let mut view = FiguresView::default();
    let mut opening = Opening::Nothing;
    let look = super::look(Lang::Zh);
    cx_with(office, |cx| {
        view.focus(cx, division);
        view.refresh(cx, &look, Rect::new(0, 0, 80, 20));
        for step in steps {
            view.go(cx, *step);
            view.refresh(cx, &look, Rect::new(0, 0, 80, 20));
        }
        opening = view.opening(cx);
    });
    opening
}

#[test]
fn every_figure_can_be_reached_and_leads_to_its_leads() {
    use Step::{Down, Home, Left, Next, Right, Up};
    let office = demo();
    let here = Some(Id::division(4));
    let own = Scope::of(here);
    let table: Vec<(&[Step], Figure, Scope)> = vec![
        (&[], Figure::Reached(Stage::Lead), own),
        (&[Down(1)], Figure::Reached(Stage::Talk), own),
        (&[Down(1), Right], Figure::Short(Stage::Talk), own),
        (&[Down(1), Right, Right], Figure::Made(Passage::Sign, Quarter::Now), own),
        (&[Down(1), Right, Right, Right, Right], Figure::Made(Passage::Sign, Quarter::Before), own),
        (&[Right, Down(5)], Figure::Verdict(Quarter::Now), own),
        (&[Down(6)], Figure::Pledged, own),
        (&[Down(6), Right], Figure::LateVerdict, own),
        (&[Down(7), Left, Left, Left, Left, Left, Left, Left, Left], Figure::Week(25), own),
        (
            &[Down(8)],
            Figure::Reached(Stage::Lead),
            Scope::default().sliced(Slice::Division(Some(Id::division(1)))),
        ),
        (&[Down(8), Up(99)], Figure::Reached(Stage::Lead), own),
        (
            &[Next, Down(8)],
            Figure::Reached(Stage::Lead),
            own.sliced(Slice::Kind(guatu::domain::lead::LeadKind::Project)),
        ),
        (&[Down(3), Home], Figure::Reached(Stage::Lead), own),
    ];
    for (steps, figure, scope) in table {
        let expected = Opening::Behind(Behind::Figure(figure, scope));
        assert_eq!(behind(&office, here, steps), expected, "{steps:?}");
    }
    assert_eq!(By::ALL.len(), 4);
    // The last row of the owners sums up those that are not named.
    assert_eq!(behind(&office, None, &[Next, Next, Step::End]), Opening::Nothing);
}
