//! A filter as it is typed: what it finds stands out, what cannot be read is marked where it stands.

use guatu::domain::Lang;
use guatu::ui::app::App;
use guatu::ui::{Code, Event, Key, Meaning};
use ratatui::buffer::Buffer;

use super::{cx, demo, look, people, screen};

/// A window on the leads after something was typed into the filter.
fn typed(text: &str, lang: Lang) -> Buffer {
    let (office, people) = (demo(), people());
    let cx = cx(&office, &people);
    let mut app = App::new(look(lang), (80, 24));
    for key in [Key::plain(Code::F(6)), Key::char('/')] {
        app.handle(Event::Key(key), &cx);
    }
    app.handle(Event::Paste(text.to_owned()), &cx);
    let buffer = screen::drawn(80, 24, |frame| app.draw(&cx, frame));
    screen::assert_widths(&buffer);
    buffer
}

fn snapshot(name: &str, drawn: &Buffer) {
    insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(format!("screens__{name}"), screen::text(drawn));
    });
}

/// The words of a line that have a meaning's colour and modifiers.
fn marked(buffer: &Buffer, meaning: Meaning, y: u16) -> String {
    let style = look(Lang::Zh).style(meaning);
    let marked = |x: &u16| {
        let cell = buffer[(*x, y)].style();
        cell.fg == style.fg
            && cell.add_modifier.contains(style.add_modifier)
            && buffer[(*x, y)].symbol() != " "
    };
    (0..buffer.area.width).filter(marked).map(|x| buffer[(x, y)].symbol().to_owned()).collect()
}

#[test]
fn a_wrong_term_is_marked_and_what_is_found_stands_out() {
    for lang in Lang::ALL {
        let drawn = typed("海洋 额>5000 段:在谈,签约", lang);
        snapshot(&format!("filter-typed-80x24-{lang}"), &drawn);
        assert_eq!(marked(&drawn, Meaning::Wrong, 22), "额>5000");
        let found: String = (0..22).map(|y| marked(&drawn, Meaning::Match, y)).collect();
        assert!(found.contains("海洋"), "{found}");
    }
}

#[test]
fn what_may_follow_is_listed_above_the_line() {
    for (lang, text) in [(Lang::Zh, "海洋 部:"), (Lang::En, "st")] {
        let drawn = typed(text, lang);
        snapshot(&format!("filter-offers-80x24-{lang}"), &drawn);
    }
}
