//! The widgets and layers as a person sees them: exact lines of a small screen, and laws that hold
//! for every text.

#[path = "widgets/big_text.rs"]
mod big_text;
#[path = "widgets/forms.rs"]
mod forms;
#[path = "widgets/layers.rs"]
mod layers;

use chrono::NaiveDate;
use guatu::domain::Lang;
use guatu::ui::key::{Code, Key};
use guatu::ui::style::{Depth, Look};
use guatu::ui::widgets::bar;
use guatu::ui::widgets::calendar::{self, Calendar};
use guatu::ui::widgets::field::Field;
use guatu::ui::{glyph, text, theme, width};
use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::{Position, Rect};

fn look(lang: Lang) -> Look {
    Look::new(theme::default(), Depth::True, &glyph::UNICODE, lang)
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is no date"))
}

/// What a screen of this size shows, and where its cursor stands.
fn screen(size: (u16, u16), draw: impl FnOnce(&mut ratatui::Frame<'_>)) -> (Vec<String>, Position) {
    let Ok(mut terminal) = Terminal::new(TestBackend::new(size.0, size.1));
    let Ok(_) = terminal.draw(draw);
    let cursor = terminal.backend().cursor_position();
    let buffer = terminal.backend().buffer();
    let mut lines = Vec::new();
    for y in 0..size.1 {
        let mut line = String::new();
        let mut x = 0;
        while x < size.0 {
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            x += width::cells(symbol).max(1);
        }
        lines.push(line.trim_end().to_owned());
    }
    (lines, cursor)
}

fn typed(field: &mut Field, keys: &[Key]) {
    for key in keys {
        assert!(field.key(*key), "{key} is no key of a field");
    }
}

#[test]
fn texts_are_cut_padded_and_wrapped_by_cells() {
    let cases = [
        (width::cut("海洋生物", 8, "…").into_owned(), "海洋生物"),
        (width::cut("海洋生物", 7, "…").into_owned(), "海洋生…"),
        (width::cut("海洋生物", 6, "…").into_owned(), "海洋…"),
        (width::cut("海洋生物", 1, "…").into_owned(), ""),
        (width::left("海a", 5, "~"), "海a  "),
        (width::right("海a", 5, "~"), "  海a"),
        (width::centre("海", 5, "~"), " 海  "),
        (width::window("a海洋b", 2, 3), " 洋"),
        (width::window("a海洋b", 1, 3), "海 "),
    ];
    for (found, expected) in cases {
        assert_eq!(found, expected);
    }
    assert_eq!(width::wrap("蓝谷，海洋产业。", 6), ["蓝谷，", "海洋产", "业。"]);
    assert_eq!(width::wrap("to be or not", 6), ["to be", "or not"]);
    assert_eq!(width::wrap("", 6), [""]);
    assert_eq!(width::wrap("unbreakable", 4), ["unbr", "eaka", "ble"]);
}

#[test]
fn hostile_text_is_drawn_stripped() {
    assert_eq!(text::clean("a\u{1b}[31mb\u{202e}c\td\r\ne"), "a[31mbc d  e");
    assert_eq!(text::clean_lines("a\r\nb\u{7}\u{2066}"), "a\nb");
    let long = "\u{1b}海".repeat(5_000_000);
    assert_eq!(text::line(&long, 7, "…"), "海海海…");
}

#[test]
fn a_field_scrolls_by_cells_and_keeps_the_cursor_in_sight() {
    let mut field = Field::new("海洋装备");
    let at = |field: &Field| screen((6, 1), |frame| field.draw(&look(Lang::Zh), frame.area(), frame, true));
    let (lines, cursor) = at(&field);
    assert_eq!((lines[0].as_str(), cursor.x), (" 装备", 5));
    typed(&mut field, &[Key::plain(Code::Home)]);
    let (lines, cursor) = at(&field);
    assert_eq!((lines[0].as_str(), cursor.x), ("海洋装", 0));
    typed(&mut field, &[Key::plain(Code::Right), Key::plain(Code::Backspace), Key::char('新')]);
    assert_eq!(field.text(), "新洋装备");
    let (lines, cursor) = at(&field);
    assert_eq!((lines[0].as_str(), cursor.x), ("新洋装", 2));
}

#[test]
fn a_field_edits_as_a_shell_does() {
    let mut field = Field::new("one two three");
    typed(&mut field, &[Key::ctrl('w')]);
    assert_eq!(field.text(), "one two ");
    typed(&mut field, &[Key::ctrl('a'), Key::ctrl('k'), Key::char('x')]);
    assert_eq!(field.text(), "x");
    field.paste("a\tb\u{202e}\r\n");
    assert_eq!(field.text(), "xa b");
    typed(&mut field, &[Key::ctrl('u')]);
    assert_eq!(field.text(), "");
    assert!(!field.key(Key::ctrl('s')));
}

#[test]
fn what_is_typed_becomes_nfc_and_the_cursor_moves_by_grapheme() {
    let mut field = Field::new("");
    typed(&mut field, &[Key::char('e'), Key::char('\u{301}')]);
    assert_eq!(field.text(), "é");
    field.paste("👩\u{200d}💻");
    typed(&mut field, &[Key::plain(Code::Backspace)]);
    assert_eq!(field.text(), "é");
}

#[test]
fn several_lines_fold_by_cells_and_show_the_cursor() {
    let mut field = Field::new("海洋生物医药\n二期");
    let at =
        |field: &Field| screen((8, 3), |frame| field.draw_lines(&look(Lang::Zh), frame.area(), frame, true));
    let (lines, cursor) = at(&field);
    assert_eq!(lines, ["海洋生物", "医药", "二期"]);
    assert_eq!((cursor.x, cursor.y), (4, 2));
    field.break_line();
    let (lines, cursor) = at(&field);
    assert_eq!(lines, ["医药", "二期", ""]);
    assert_eq!((cursor.x, cursor.y), (0, 2));
}

#[test]
fn the_calendar_moves_by_days_weeks_and_months() {
    let today = day("2026-11-23");
    let mut calendar = Calendar::new(today, today);
    let (lines, _) = screen(calendar::SIZE, |frame| {
        let area = frame.area();
        calendar.draw(&look(Lang::Zh), area, frame.buffer_mut());
    });
    assert_eq!(lines[0].trim(), "2026年11月");
    assert_eq!(lines[1], "  一  二  三  四  五  六  日");
    assert_eq!(lines[2], "  26  27  28  29  30  31   1");
    assert_eq!(lines[6], "  23  24  25  26  27  28  29");
    let moves = [
        (Code::Right, "2026-11-24"),
        (Code::Down, "2026-12-01"),
        (Code::PageDown, "2027-01-01"),
        (Code::Left, "2026-12-31"),
        (Code::PageUp, "2026-11-30"),
        (Code::End, "2026-11-30"),
        (Code::Home, "2026-11-23"),
    ];
    for (code, expected) in moves {
        assert!(calendar.key(Key::plain(code)));
        assert_eq!(calendar.day(), day(expected));
    }
    assert!(!calendar.key(Key::plain(Code::Enter)));
}

#[test]
fn a_bar_shows_parts_of_a_cell_and_the_pace() {
    let ascii = Look::new(theme::default(), Depth::True, &glyph::ASCII, Lang::En);
    let bar = |look: &Look, reached, pace| {
        let spans = bar::progress(look, 10, reached, pace);
        spans.iter().map(|span| span.content.as_ref()).collect::<String>()
    };
    let cases = [
        (0, None, "░░░░░░░░░░", "----------"),
        (1, None, "▏░░░░░░░░░", "#---------"),
        (45, Some(70), "████▌░░│░░", "####---|--"),
        (80, Some(50), "█████│██░░", "#####|##--"),
        (100, Some(100), "█████████│", "#########|"),
        (250, None, "██████████", "##########"),
        (-5, Some(-1), "│░░░░░░░░░", "|---------"),
    ];
    for (reached, pace, unicode, plain) in cases {
        assert_eq!(bar(&look(Lang::Zh), reached, pace), unicode);
        assert_eq!(bar(&ascii, reached, pace), plain);
    }
    assert_eq!(bar::filled(&look(Lang::Zh), 4, 30), "█▏");
    assert!(bar::progress(&ascii, 0, 50, Some(50)).is_empty());
}

fn any_text() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop_oneof![
            any::<char>(),
            prop::sample::select(vec![
                '海', 'e', '\u{301}', '\u{200d}', '👩', '🇨', '\n', '\u{1b}', 'ﾞ', '،', '\r'
            ]),
        ],
        0..40,
    )
    .prop_map(|chars| chars.into_iter().collect())
}

fn any_key() -> impl Strategy<Value = Key> {
    let code = prop_oneof![
        any::<char>().prop_map(Code::Char),
        prop::sample::select(vec![
            Code::Char('w'),
            Code::Char('u'),
            Code::Char('k'),
            Code::Char('y'),
            Code::Left,
            Code::Right,
            Code::Home,
            Code::End,
            Code::Backspace,
            Code::Delete,
        ]),
    ];
    (code, any::<bool>(), any::<bool>()).prop_map(|(code, ctrl, alt)| Key { code, ctrl, alt })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_is_ever_wider_than_its_room(text in any_text(), room in 0_usize..30, from in 0_usize..30) {
        prop_assert!(width::of(&width::cut(&text, room, "…")) <= room);
        prop_assert_eq!(width::of(&width::left(&text, room, "…")), room);
        prop_assert_eq!(width::of(&width::right(&text, room, "")), room);
        prop_assert_eq!(width::of(&width::centre(&text, room, "~")), room);
        prop_assert!(width::of(&width::window(&text, from, room)) <= room);
        prop_assert!(width::of(&text::line(&text, room, "…")) <= room);
        for line in width::wrap(&text::clean_lines(&text), room) {
            prop_assert!(width::of(&line) <= room.max(2));
        }
        prop_assert!(!text::clean(&text).chars().any(char::is_control));
    }

    #[test]
    fn no_key_breaks_a_field(start in any_text(), keys in prop::collection::vec(any_key(), 0..30), pasted in any_text()) {
        let mut field = Field::new(&start);
        for key in keys {
            field.key(key);
        }
        field.paste(&pasted);
        for size in [(1, 1), (7, 2)] {
            let (_, cursor) = screen(size, |frame| {
                field.draw(&look(Lang::En), Rect::new(0, 0, size.0, 1), frame, true);
            });
            prop_assert!(cursor.x < size.0);
            let (_, cursor) = screen(size, |frame| field.draw_lines(&look(Lang::En), frame.area(), frame, true));
            prop_assert!(cursor.x < size.0 && cursor.y < size.1);
        }
        prop_assert!(!field.text().chars().any(|ch| ch.is_control() && ch != '\n'));
    }

    #[test]
    fn no_key_breaks_a_calendar(keys in prop::collection::vec(any_key(), 0..30), days in 0_i32..3_000_000) {
        let start = NaiveDate::from_num_days_from_ce_opt(days).unwrap_or_default();
        let mut calendar = Calendar::new(start, start);
        for key in keys {
            calendar.key(key);
        }
        screen((9, 9), |frame| {
            let area = frame.area();
            calendar.draw(&look(Lang::En), area, frame.buffer_mut());
        });
    }
}
