//! The history, with marks, and boards of the past.

use chrono::NaiveDate;
use guatu::board::history::{Page, Whose};
use guatu::board::{AnyRecord, Board, Change, Label, Origin, Proposal, RequestId, Transaction, Verb};
use guatu::domain::{Id, Kind, Lang, Lead, Person};
use guatu::store::Store;
use guatu::store::memory::MemoryStore;
use guatu::store::past::{Office, on_day};
use guatu::ui::style::Meaning;
use guatu::ui::views::Step;
use guatu::ui::views::board::BoardView;
use guatu::ui::views::history::History;

use crate::{demo, look, named, sample, screen, shown, shown_of};

fn filled(board: &Board, whose: Whose, lines: Vec<Transaction>) -> History {
    let mut view = History::new(whose, None);
    view.fill(&view.ask(), board.head().seq, Page { lines, older: false });
    view
}

#[test]
fn history_of_all_and_of_one() {
    let (office, journal) = guatu::demo::build(*sample::NOW, "wang");
    let newest: Vec<_> = journal.iter().rev().take(60).cloned().collect();
    for (size, lang) in [((80, 24), Lang::Zh), ((120, 34), Lang::Zh), ((120, 34), Lang::En)] {
        let mut view = filled(&office, Whose::All, newest.clone());
        let drawn = shown(&office, &mut view, &[Step::Down(3)], size, lang);
        insta::assert_snapshot!(format!("history-{}", named(size, lang)), screen::text(&drawn));
    }
    let lead = Id::new(Kind::Lead, 9);
    let own = journal.iter().rev().filter(|tx| tx.changes.iter().any(|c| c.id() == lead)).cloned().collect();
    let mut view = filled(&office, Whose::Record(lead), own);
    let drawn = shown(&office, &mut view, &[], (80, 24), Lang::Zh);
    insta::assert_snapshot!("history-one", screen::text(&drawn));
}

/// An import that was taken back: whom it had added is gone from the board, not from the journal.
#[test]
fn history_names_who_is_gone() {
    let office = sample::founded();
    let (owner, lead) = (Id::new(Kind::Person, 9), Id::new(Kind::Lead, 7));
    let person = Person { name: "演示赵六".to_owned(), ..Person::default() };
    let record = Lead { name: "演示线索".to_owned(), owner: Some(owner), ..Lead::default() };
    let change = |id, record: AnyRecord| Change::End { id, fields: record.fields() };
    let changes = vec![change(lead, record.into()), change(owner, person.into())];
    let label = Label::many(Verb::Import, "台账.csv", 1);
    let tx = Proposal { request: RequestId(9), origin: Origin::Undo(8), label, why: String::new(), changes };
    let mut view = filled(&office, Whose::All, vec![tx.sign(9, *sample::NOW, "wang")]);
    let drawn = screen::text(&shown(&office, &mut view, &[], (120, 34), Lang::Zh));
    assert!(drawn.contains("责任人 演示赵六") && !drawn.contains("责任人 P9"), "{drawn}");
    assert!(drawn.contains("L7 演示线索") && drawn.contains("P9 演示赵六"), "{drawn}");
}

#[test]
fn history_around_a_mark() {
    let (office, journal) = guatu::demo::build(*sample::NOW, "wang");
    let mark = office.ids(Kind::Mark)[0];
    let (_, seq, _) = office.touched(mark).expect("it is there");
    let near: Vec<_> = journal.iter().rev().filter(|tx| tx.seq.abs_diff(seq) < 6).cloned().collect();
    for (size, lang) in [((80, 24), Lang::Zh), ((120, 34), Lang::En)] {
        let mut view = filled(&office, Whose::All, near.clone());
        let drawn = shown(&office, &mut view, &[Step::Down(4)], size, lang);
        insta::assert_snapshot!(format!("history-mark-{}", named(size, lang)), screen::text(&drawn));
    }
}

#[test]
fn a_board_of_the_past_says_so_and_is_tinted() {
    let (office, journal) = guatu::demo::build(*sample::NOW, "wang");
    let store = MemoryStore::holding(&office, journal);
    let day = NaiveDate::from_ymd_opt(2026, 10, 1).expect("a day");
    let board = on_day(store.journal().as_ref(), Office::of(&office), day, &mut || true).expect("a board");
    assert!(board.leads().len() < demo().leads().len() && board.today() == day);
    for (size, lang) in [((80, 24), Lang::Zh), ((120, 34), Lang::En)] {
        let drawn = shown_of(&board, Some(day), &mut BoardView::new(), &[], size, lang);
        let ground = look(lang).style(Meaning::Past).bg;
        for row in [0, 1, size.1 - 1] {
            assert_eq!(drawn[(size.0 - 1, row)].style().bg, ground, "row {row}");
        }
        insta::assert_snapshot!(format!("past-{}", named(size, lang)), screen::text(&drawn));
    }
}
