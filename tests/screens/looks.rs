//! What `ui/looks.md` says, of every view: the edges stay free, the cursor is seen without colours,
//! and a value that changes moves nothing else.

use guatu::board::{Board, Change, Label, Origin, Proposal, RequestId, Verb, apply, check};
use guatu::domain::{FieldKey, Id, Kind, Lang, Money, Value};
use guatu::ui::theme;
use guatu::ui::views::agenda::Agenda;
use guatu::ui::views::board::BoardView;
use guatu::ui::views::cluster::Cluster;
use guatu::ui::views::deployment::Deployment;
use guatu::ui::views::figures::FiguresView;
use guatu::ui::views::inbox::Inbox;
use guatu::ui::views::ledger::Ledger;
use guatu::ui::views::organisation::Organisation;
use guatu::ui::views::progress::Progress;
use guatu::ui::views::six_ones::SixOnes;
use guatu::ui::views::support::Support;
use guatu::ui::views::{Step, View};
use guatu::ui::{Depth, Look, glyph, layout};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::{cx, demo, look, people, sample, screen, walk};

const SIZES: [(u16, u16); 5] = [(80, 24), (120, 34), (200, 60), (60, 16), (40, 12)];

type Shown = (&'static str, Box<dyn View>, Vec<Step>);

/// Every view, with the steps that lead to what is to be seen.
fn views() -> Vec<Shown> {
    let turned = |times: usize| std::iter::repeat_n(Step::Next, times).chain([Step::Down(1)]).collect();
    let mut all: Vec<Shown> = vec![
        ("board", Box::new(BoardView::new()), vec![Step::Down(1)]),
        ("inbox", Box::new(Inbox::default()), vec![Step::Down(1)]),
        ("agenda", Box::new(Agenda::default()), turned(1)),
        ("deployment", Box::new(Deployment::default()), vec![Step::Down(1)]),
        ("progress", Box::new(Progress::default()), vec![Step::Down(1)]),
        ("support", Box::new(Support::default()), vec![Step::Down(1)]),
        ("six ones", Box::new(SixOnes::default()), vec![Step::Down(1)]),
        ("figures", Box::new(FiguresView::default()), vec![Step::Down(1)]),
    ];
    for kind in [Kind::Lead, Kind::Target, Kind::SixOne, Kind::Request, Kind::Person, Kind::Unit] {
        all.push(("table", Box::new(Ledger::new(kind)), vec![Step::Down(1)]));
    }
    for face in 0..4 {
        all.push(("cluster", Box::new(Cluster::default()), turned(face)));
        all.push(("organisation", Box::new(Organisation::default()), turned(face)));
    }
    all
}

/// The body of a screen with nothing but the view.
fn body(office: &Board, look: &Look, (view, steps): (&mut dyn View, &[Step]), size: (u16, u16)) -> Buffer {
    let people = people();
    let cx = cx(office, &people);
    screen::drawn(size.0, size.1, |frame| {
        let body = layout::screen(Rect::new(0, 0, size.0, size.1), false).expect("large enough").body;
        walk(view, &cx, look, body, steps);
        view.draw(&cx, look, body, frame);
    })
}

#[test]
fn the_edges_of_every_view_stay_free() {
    let office = demo();
    let mut full = Vec::new();
    for (size, lang) in SIZES.iter().flat_map(|size| Lang::ALL.map(|lang| (*size, lang))) {
        for (name, mut view, steps) in views() {
            let drawn = body(&office, &look(lang), (view.as_mut(), &steps), size);
            let lines = screen::text(&drawn);
            for (y, line) in (0..size.1).zip(lines.lines()) {
                let [first, last] = [0, size.0 - 1].map(|x| drawn[(x, y)].symbol());
                // At the left a sign may stand, lines may go across.
                if !" *─━▸".contains(first) || !" ─━".contains(last) {
                    full.push(format!("{name} {size:?} {lang}: {line}"));
                }
            }
        }
    }
    assert!(full.is_empty(), "{}", full.join("\n"));
}

#[test]
fn the_cursor_is_seen_in_every_view_without_colours_and_lines() {
    let office = demo();
    for (size, glyphs) in SIZES.iter().flat_map(|size| glyph::ALL.map(|glyphs| (*size, glyphs))) {
        let look = Look::new(theme::default(), Depth::Mono, glyphs, Lang::Zh);
        for (name, mut view, steps) in views() {
            let drawn = body(&office, &look, (view.as_mut(), &steps), size);
            let is_reversed = drawn.content.iter().any(|cell| cell.modifier.contains(Modifier::REVERSED));
            assert!(is_reversed, "{name} {size:?}:\n{}", screen::text(&drawn));
        }
    }
}

/// Sets a field of a record.
fn set(office: &mut Board, id: Id, key: &str, to: Value) {
    let field = FieldKey::find(id.kind, key).expect("a field");
    let changes = vec![Change::Set { id, field, from: office.value(id, field), to }];
    let label = Label::many(Verb::Edit, "", 1);
    let seq = office.head().seq + 1;
    let proposal =
        Proposal { request: RequestId(seq.into()), origin: Origin::Do, label, why: String::new(), changes };
    let checked = check(office, proposal.sign(seq, *sample::NOW, "wang")).expect("it holds");
    apply(office, checked);
}

/// A name and a sum far longer than all others stand in their own places: every line that does not
/// speak of the record is as it was, and so is the rest of those that do.
#[test]
fn a_value_that_changes_moves_no_other_cell() {
    let office = demo();
    for (size, lang) in SIZES.iter().flat_map(|size| Lang::ALL.map(|lang| (*size, lang))) {
        for place in 0..views().len() {
            let draw = |office: &Board| {
                let (name, mut view, steps) = views().swap_remove(place);
                (name, body(office, &look(lang), (view.as_mut(), &steps), size))
            };
            let (name, before) = draw(&office);
            let before = screen::text(&before);
            // A lead that is listed, not one that the detail tells of.
            let listed = |id: &Id| {
                let mut lines = before.lines().filter(|line| line.contains(&format!("{id} ")));
                let is_told = |line: &str| line.contains("首谈") || line.contains("first talk");
                lines.next().is_some_and(|line| !is_told(line)) && lines.next().is_none()
            };
            let first = office.leads().iter().map(|(id, _)| id).find(listed);
            let Some(id) = first.filter(|_| !matches!(name, "figures" | "deployment")) else { continue };
            let mut office = office.clone();
            let old = office.lead(id).expect("it is there").name.chars().take(3).collect::<String>();
            set(&mut office, id, "name", Value::Text(format!("{old}{}", "演".repeat(60))));
            let (_, after) = draw(&office);
            let after = screen::text(&after);
            // Beside the list stands the detail.
            let list = |text: &str| -> Vec<String> {
                text.lines().map(|line| line.split(" │").next().unwrap_or_default().to_owned()).collect()
            };
            for (was, is) in list(&before).iter().zip(&list(&after)) {
                let speaks = was.contains(&format!("{id} "));
                assert!(was == is || speaks, "{name} {size:?} {lang}: {id}\n{was}\n{is}");
                if speaks {
                    let owner = office.lead(id).and_then(|lead| lead.owner);
                    let owner = owner.map_or("", |owner| office.title(owner));
                    let at = |line: &str| line.find(owner).map(|at| guatu::ui::width::of(&line[..at]));
                    assert_eq!(at(was), at(is), "{name} {size:?} {lang}:\n{was}\n{is}");
                }
            }
        }
    }
}

#[test]
fn a_longer_sum_moves_no_other_cell() {
    for lang in Lang::ALL {
        let mut office = demo();
        let id = Id::new(Kind::Lead, 9);
        let draw = |office: &Board| {
            let mut ledger = Ledger::new(Kind::Lead);
            screen::text(&body(office, &look(lang), (&mut ledger, &[]), (80, 24)))
        };
        let before = draw(&office);
        set(&mut office, id, "amount", Value::Money(Money::cny(123_456_000_000)));
        let after = draw(&office);
        assert_ne!(before, after, "the sum is shown");
        let others =
            |text: &str| text.lines().filter(|l| !l.contains("L9 ")).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(others(&before), others(&after));
    }
}
