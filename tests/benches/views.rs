//! How fast the charts and figures open with a hundred thousand leads, and follow a change. Run with
//! `cargo bench --bench views`.

mod office;
mod window;

use criterion::{Criterion, criterion_group, criterion_main};
use guatu::board::intent::Author;
use guatu::board::{Board, RequestId, apply, check};
use guatu::domain::{FieldKey, Id, Kind, Value};
use guatu::ui::{Code, Event};
use window::Window;

const LEADS: u32 = 100_000;

/// The key that shows the deck.
const DECK: Code = Code::Char('p');

/// The views, by the key that shows each and how often Tab turns it to another face; a slide, by how
/// often the deck is turned.
const VIEWS: [(&str, Code, usize); 21] = [
    ("deployment", Code::F(3), 0),
    ("progress", Code::F(4), 0),
    ("support", Code::F(5), 0),
    ("six ones", Code::F(7), 0),
    ("cluster: chain", Code::F(11), 0),
    ("cluster: referrals", Code::F(11), 1),
    ("cluster: platforms", Code::F(11), 2),
    ("cluster: parties", Code::F(11), 3),
    ("figures by division", Code::F(12), 0),
    ("figures by kind", Code::F(12), 1),
    ("figures by owner", Code::F(12), 2),
    ("figures by source", Code::F(12), 3),
    ("organisation: divisions", Code::Char('O'), 0),
    ("organisation: people", Code::Char('O'), 3),
    ("board", Code::F(2), 0),
    ("slide: totals", DECK, 2),
    ("slide: deployment", DECK, 3),
    ("slide: division", DECK, 5),
    ("slide: reds", DECK, 12),
    ("slide: shifts", DECK, 13),
    ("slide: dates", DECK, 15),
];

/// The board with targets of several measures in every division.
fn board() -> Board {
    let mut board = office::filled(LEADS);
    let measures = ["amount_sign", "paid_in", "projects_land", "leads_talk", "typed", "six_ones"];
    for (no, measure) in (0_u32..36).zip(measures.iter().cycle()) {
        let fields = [
            ("name", Value::text(format!("演示目标{no}"))),
            ("division", Value::Ref(Id::division(no % 6 + 1))),
            ("measure", Value::Choice(measure)),
            ("goal", Value::Number(1_000)),
            ("start", Value::Date(office::today() - chrono::Duration::days(200))),
            ("due", Value::Date(office::today() + chrono::Duration::days(100))),
        ];
        let fields =
            fields.into_iter().filter_map(|(key, value)| Some((FieldKey::find(Kind::Target, key)?, value)));
        let author = Author { board: &board, login: "wang", now: office::now(), request: RequestId(2) };
        let proposal = author.create(Kind::Target, fields.collect());
        take(&mut board, proposal);
    }
    board
}

fn take(board: &mut Board, proposal: guatu::board::Proposal) {
    let seq = board.head().seq + 1;
    let tx = guatu::board::number::number(board, proposal).sign(seq, office::now(), "wang");
    let checked = check(board, tx).expect("the change is good");
    apply(board, checked);
}

fn show(window: &mut Window, board: &Board, (_, key, turns): (&str, Code, usize)) {
    window.press(board, key);
    for _ in 0..turns {
        window.press(board, if key == DECK { Code::Right } else { Code::Tab });
    }
}

fn views(c: &mut Criterion) {
    let mut board = board();
    for view in VIEWS {
        c.bench_function(&format!("open {}", view.0), |b| {
            b.iter(|| show(&mut Window::new(), &board, view));
        });
        let mut window = Window::new();
        show(&mut window, &board, view);
        c.bench_function(&format!("a change in {}", view.0), |b| {
            let mut no = 0;
            b.iter_custom(|count| {
                let mut spent = std::time::Duration::ZERO;
                for _ in 0..count {
                    no = no % 1_000 + 1;
                    let author =
                        Author { board: &board, login: "wang", now: office::now(), request: RequestId(3) };
                    let proposal = author.note(Id::new(Kind::Lead, no), "演示", true, Vec::new());
                    take(&mut board, proposal);
                    let start = std::time::Instant::now();
                    window.event(&board, Event::Changed);
                    window.draw(&board);
                    spent += start.elapsed();
                }
                spent
            });
        });
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(20)
        .warm_up_time(std::time::Duration::from_millis(300))
        .measurement_time(std::time::Duration::from_secs(1));
    targets = views
}
criterion_main!(benches);
