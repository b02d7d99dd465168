//! Every slide at its sizes, and what no slide may tell.

use std::collections::BTreeSet;

use guatu::board::intent::Author;
use guatu::board::number::number;
use guatu::board::{Board, RequestId, apply, check};
use guatu::domain::{FieldKey, Id, Kind, Lang, Value};
use guatu::ui::app::App;
use guatu::ui::key::{Code, Key};
use guatu::ui::views::deck::Wishes;
use guatu::ui::{Cx, Depth, Event, Look, glyph, theme};

use super::{cx_with, demo, look, named, sample, screen};

/// How many slides the demo has.
const SLIDES: usize = 17;

/// All slides of a board, one after the other.
fn slides(board: &Board, wishes: &Wishes, size: (u16, u16), look: &Look) -> Vec<String> {
    let mut drawn = Vec::new();
    cx_with(board, |cx| {
        // The mark of the meeting is not set by a login that nobody knows.
        let cx = Cx { login: "nobody", ..*cx };
        let mut app = App::new(look.clone(), size);
        app.handle(Event::Present(wishes.clone()), &cx);
        for _ in 0..SLIDES {
            let buffer = screen::drawn(size.0, size.1, |frame| app.draw(&cx, frame));
            screen::assert_widths(&buffer);
            drawn.push(screen::text(&buffer));
            app.handle(Event::Key(Key::plain(Code::PageDown)), &cx);
        }
    });
    drawn
}

#[test]
fn every_slide_in_both_languages() {
    let office = demo();
    for (size, lang) in
        [((80, 24), Lang::Zh), ((80, 24), Lang::En), ((120, 34), Lang::Zh), ((120, 34), Lang::En)]
    {
        let drawn = slides(&office, &Wishes::default(), size, &look(lang));
        let whole = drawn.join(&format!("\n{}\n", "=".repeat(usize::from(size.0))));
        insta::assert_snapshot!(format!("deck-{}", named(size, lang)), whole);
    }
}

#[test]
fn slides_are_whole_in_ascii_and_on_screens_of_any_size() {
    let office = demo();
    let ascii = Look::new(theme::default(), Depth::Mono, &glyph::ASCII, Lang::Zh);
    for slide in slides(&office, &Wishes::default(), (80, 24), &ascii) {
        let blocks = slide.chars().filter(|ch| ('\u{2500}'..='\u{28FF}').contains(ch)).count();
        assert_eq!(blocks, 0, "{slide}");
    }
    for size in [(40, 12), (60, 16), (200, 60), (41, 13)] {
        let drawn = slides(&office, &Wishes::default(), size, &look(Lang::Zh));
        // The line at the foot has the number of the slide.
        let above =
            drawn.iter().map(|slide| slide.trim_end().rsplit_once('\n').map_or("", |(above, _)| above));
        let different: BTreeSet<&str> = above.collect();
        assert_eq!(different.len(), SLIDES, "{size:?}");
    }
}

#[test]
fn a_slide_says_no_more_than_twelve_lines_on_a_small_screen() {
    let office = demo();
    for lang in Lang::ALL {
        for slide in slides(&office, &Wishes::default(), (80, 24), &look(lang)) {
            let is_said = |line: &&str| line.chars().any(char::is_alphanumeric);
            // The title in plain letters, what stands below it and the line at the foot are apart.
            let lines = slide.lines().filter(is_said).count();
            assert!(lines <= 12 + 3, "{lines}: {slide}");
        }
    }
}

/// The words that a room full of people must not read.
fn secrets(board: &Board) -> Vec<String> {
    let mut secrets = Vec::new();
    for (_, lead) in board.leads().iter() {
        secrets.extend([lead.contact.clone(), lead.phone.clone()]);
        if lead.confidential {
            secrets.push(lead.name.clone());
        }
    }
    let open = |word: &String| board.leads().iter().any(|(_, l)| !l.confidential && l.name == *word);
    secrets.into_iter().filter(|word| !word.is_empty() && !open(word)).collect()
}

/// A record made past the keys.
fn create(board: &mut Board, kind: Kind, fields: &[(&str, Value)]) {
    let field = |key: &str| FieldKey::find(kind, key).expect("a field");
    let fields = fields.iter().map(|(key, value)| (field(key), value.clone())).collect();
    let author = Author { board, login: "wang", now: *sample::NOW, request: RequestId(77) };
    let proposal = author.create(kind, fields);
    let tx = number(board, proposal).sign(board.head().seq + 1, *sample::NOW, "wang");
    let checked = check(board, tx).expect("the change is good");
    apply(board, checked);
}

#[test]
fn what_people_wrote_of_it_is_veiled_before_it_is_cut() {
    let mut office = demo();
    let division = ("division", Value::Ref(Id::division(4)));
    let secret = [
        ("name", Value::text("绝密算法平台")),
        ("contact", Value::text("郑某某")),
        ("confidential", Value::Flag(true)),
        division.clone(),
    ];
    create(&mut office, Kind::Lead, &secret);
    let day = Value::Date(sample::NOW.date_naive() - chrono::Days::new(1));
    for (name, area) in [
        ("绝密算法平台落地", "platform"),
        ("13911112222专线", "platform"),
        ("约见郑某某 １３８００００１２３４ 专班", "park"),
    ] {
        let target = [
            ("name", Value::text(name)),
            ("area", Value::Choice(area)),
            ("goal", Value::Number(9)),
            ("due", day.clone()),
            division.clone(),
        ];
        create(&mut office, Kind::Target, &target);
    }
    for size in [(60, 16), (80, 24), (100, 30), (120, 34), (200, 60)] {
        let all = slides(&office, &Wishes::default(), size, &look(Lang::Zh)).join("\n");
        for part in ["绝密", "1391", "郑某", "１３"] {
            assert!(!all.contains(part), "{size:?}: {part}");
        }
    }
}

#[test]
fn no_slide_tells_a_phone_a_contact_or_what_is_confidential() {
    let office = demo();
    let secrets = secrets(&office);
    assert!(secrets.len() > 20 && office.ids(Kind::Lead).len() > 100);
    let told = |wishes: &Wishes| {
        let all = slides(&office, wishes, (200, 60), &look(Lang::Zh)).join("\n");
        secrets.iter().filter(|secret| all.contains(secret.as_str())).count()
    };
    assert_eq!(told(&Wishes::default()), 0);
    assert!(told(&Wishes { shows: true, ..Wishes::default() }) > 3, "asked for, they are told");
}
