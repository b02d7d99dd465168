//! What a person sees: each view at its sizes in both languages, on a fixed day.

mod support {
    pub(crate) mod sample;
    pub(crate) mod screen;
}

use guatu::board::{Board, RequestId};
use guatu::domain::{Id, Kind, Lang};
use guatu::ui::theme;
use guatu::ui::views::board::BoardView;
use guatu::ui::views::footer::{self, Hint};
use guatu::ui::views::header;
use guatu::ui::views::ledger::Ledger;
use guatu::ui::views::{Step, View};
use guatu::ui::{Cx, Depth, Look, Presence, glyph, layout};
use ratatui::buffer::Buffer;
use support::{sample, screen};

fn look(lang: Lang) -> Look {
    Look::new(theme::default(), Depth::Ansi256, &glyph::UNICODE, lang)
}

fn people() -> Vec<Presence> {
    ["甲一", "乙二"]
        .iter()
        .enumerate()
        .map(|(i, name)| Presence { login: format!("p{i}"), name: (*name).to_owned(), own: i == 0 })
        .collect()
}

/// The whole screen around a view.
fn shown(board: &Board, view: &mut dyn View, steps: &[Step], size: (u16, u16), lang: Lang) -> Buffer {
    let people = people();
    let cx = Cx {
        board,
        now: *sample::NOW,
        request: RequestId(1),
        login: "wang",
        people: &people,
        trouble: None,
        demo: true,
    };
    let look = look(lang);
    let hints: Vec<Hint> = [("Enter", "打开"), ("o", "新建"), ("L", "推进"), ("/", "筛选"), ("?", "帮助")]
        .iter()
        .map(|(key, word)| Hint { key: (*key).to_owned(), word: (*word).to_owned() })
        .collect();
    let buffer = screen::drawn(size.0, size.1, |frame| {
        let Some(parts) = layout::screen(frame.area(), false) else {
            return layout::draw_too_small(&look, frame);
        };
        view.refresh(&cx, &look, parts.body);
        for step in steps {
            view.go(&cx, *step);
            view.refresh(&cx, &look, parts.body);
        }
        header::draw(&cx, &look, parts.header, frame);
        view.draw(&cx, &look, parts.body, frame);
        footer::draw(&hints, &look, parts.footer, frame);
    });
    screen::assert_widths(&buffer);
    if let Ok(dir) = std::env::var("SCREENS") {
        let name = format!(
            "{dir}/{}x{}-{lang}-{}.ansi",
            size.0,
            size.1,
            std::thread::current().name().unwrap_or("x")
        );
        std::fs::write(name, screen::ansi(&buffer)).unwrap();
    }
    buffer
}

fn print(title: &str, buffer: &Buffer) {
    println!("=== {title}\n{}", screen::text(buffer));
}

#[test]
fn board() {
    let office = sample::office();
    for size in [(80, 24), (120, 34), (200, 60), (60, 16), (40, 12), (60, 40)] {
        for lang in Lang::ALL {
            print(
                &format!("{size:?} {lang}"),
                &shown(&office, &mut BoardView::new(), &[Step::Down(1)], size, lang),
            );
        }
    }
}

#[test]
fn board_zoomed() {
    let office = sample::office();
    for size in [(80, 24), (120, 34), (40, 12)] {
        let mut view = BoardView::new();
        view.zoom();
        print(&format!("{size:?}"), &shown(&office, &mut view, &[], size, Lang::Zh));
    }
}

#[test]
fn board_empty() {
    let office = sample::founded();
    for size in [(80, 24), (40, 12)] {
        for lang in Lang::ALL {
            print(&format!("{size:?} {lang}"), &shown(&office, &mut BoardView::new(), &[], size, lang));
        }
    }
}

#[test]
fn ledgers() {
    let office = sample::office();
    for kind in
        [Kind::Lead, Kind::Target, Kind::SixOne, Kind::Request, Kind::Person, Kind::Unit, Kind::Division]
    {
        for (size, lang) in [((80, 24), Lang::Zh), ((120, 34), Lang::Zh), ((80, 24), Lang::En)] {
            let mut ledger = Ledger::new(kind);
            print(
                &format!("{kind:?} {size:?} {lang}"),
                &shown(&office, &mut ledger, &[Step::Down(2)], size, lang),
            );
        }
    }
}

#[test]
fn lead_sizes() {
    let office = sample::office();
    for size in [(200, 60), (60, 16), (40, 12)] {
        let mut ledger = Ledger::new(Kind::Lead);
        print(&format!("{size:?}"), &shown(&office, &mut ledger, &[Step::Down(2)], size, Lang::Zh));
    }
    let mut ledger = Ledger::new(Kind::Lead);
    let _ = shown(&office, &mut ledger, &[], (80, 24), Lang::Zh);
    ledger.zoom();
    print("zoomed", &shown(&office, &mut ledger, &[], (80, 24), Lang::Zh));
    let _ = Id::CHARTER;
}
