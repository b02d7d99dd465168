//! Letters of many cells: what they look like in rooms of several sizes, and laws that hold for
//! every text and room.

use std::fmt::Write as _;

use guatu::domain::Lang;
use guatu::ui::glyph;
use guatu::ui::style::{Depth, Look, Meaning};
use guatu::ui::widgets::big_text::{BigText, Size};
use guatu::ui::{theme, width};
use proptest::prelude::*;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Modifier;

use super::{look, screen};

const TEXTS: [&str; 7] = ["挂图作战", "双招双引", "军令状", "1,234.5亿", "36/36", "87%", "Six Ones"];

/// A frame of a stage, wide and low rooms beside a projector's.
const ROOMS: [(u16, u16); 4] = [(160, 20), (78, 10), (78, 4), (36, 10)];

#[test]
fn titles_and_figures_in_rooms_of_several_sizes() {
    let look = look(Lang::Zh);
    for (columns, rows) in ROOMS {
        let mut drawn = String::new();
        for text in TEXTS {
            let (size, lines) = match BigText::new(text, &look).fit(columns, rows) {
                Some(big) => (format!("{:?}", big.size), big.lines.join("\n")),
                None => ("plain".to_owned(), text.to_owned()),
            };
            let _ = write!(drawn, "{text}: {size}\n{lines}\n\n");
        }
        insta::assert_snapshot!(format!("big-{columns}x{rows}"), drawn);
    }
}

#[test]
fn the_largest_letters_that_fit_are_taken_and_no_row_is_wasted() {
    let look = look(Lang::Zh);
    let fit = |text: &str, room: (u16, u16)| {
        let big = BigText::new(text, &look).fit(room.0, room.1)?;
        Some((big.size, big.columns, big.lines.len()))
    };
    // Digits are ten dots high, Han letters sixteen; what is empty at their edges takes no cell.
    let cases = [
        ("36/36", (80, 24), Some((Size::Double, 76, 10))),
        ("36/36", (75, 24), Some((Size::Half, 38, 5))),
        ("挂图作战", (80, 24), Some((Size::Half, 63, 8))),
        ("挂图作战", (63, 8), Some((Size::Half, 63, 8))),
        ("挂图作战", (62, 8), Some((Size::Quarter, 32, 8))),
        ("挂图作战", (80, 7), Some((Size::Braille, 32, 4))),
        ("挂图作战", (31, 8), None),
        ("挂图作战", (80, 3), None),
        ("", (80, 24), None),
        ("   ", (80, 24), None),
        (" 军令状\n", (80, 24), Some((Size::Half, 47, 8))),
        // A letter that the font lacks, and one that is put together from two.
        ("军令状𠀀", (80, 24), None),
        ("e\u{301}", (80, 24), None),
        ("🎯", (80, 24), None),
    ];
    for (text, room, expected) in cases {
        assert_eq!(fit(text, room), expected, "{text} in {room:?}");
    }
}

#[test]
fn nothing_is_drawn_big_where_blocks_are_two_cells_wide() {
    let ascii = Look::new(theme::default(), Depth::True, &glyph::ASCII, Lang::Zh);
    assert_eq!(BigText::new("军令状", &ascii).fit(200, 60), None);
    let mut used = 0;
    let (lines, _) = screen((20, 4), |frame| {
        used = BigText::new("军令状", &ascii).draw(Meaning::Title, Alignment::Center, frame.area(), frame);
    });
    assert_eq!(
        (used, lines),
        (1, vec!["       军令状".to_owned(), String::new(), String::new(), String::new()])
    );
}

#[test]
fn a_text_is_drawn_big_or_in_bold_and_says_its_rows() {
    let look = look(Lang::Zh);
    let drawn = |text: &str, at: Alignment, size: (u16, u16)| {
        let mut used = 0;
        let (lines, _) = screen(size, |frame| {
            used = BigText::new(text, &look).draw(Meaning::Accent, at, frame.area(), frame);
            let buffer = frame.buffer_mut();
            let letters = buffer.content().iter().filter(|cell| cell.symbol() != " ");
            let plain = letters.filter(|cell| cell.symbol().chars().any(char::is_alphanumeric));
            for cell in plain {
                assert!(cell.modifier.contains(Modifier::BOLD), "{text} is not bold");
            }
        });
        (used, lines.join("\n").trim_end().to_owned())
    };
    assert_eq!(
        drawn("87%", Alignment::Left, (14, 3)),
        (3, "⡎⠉⢱ ⠉⠉⡹ ⢎⡱⡰⠁\n⡎⠉⢱  ⢠⠃ ⢀⢜⠤⡀\n⠑⠒⠊  ⠘  ⠊⠈⠒⠁".to_owned())
    );
    assert_eq!(drawn("87%", Alignment::Left, (8, 3)), (1, "87%".to_owned()));
    assert_eq!(drawn("87%", Alignment::Right, (8, 3)), (1, "     87%".to_owned()));
    assert_eq!(drawn("产业事业部", Alignment::Left, (6, 3)), (2, "产业事\n业部".to_owned()));
    assert_eq!(drawn("产业事业部", Alignment::Left, (6, 1)), (1, "产业…".to_owned()));
    assert_eq!(drawn("", Alignment::Left, (6, 1)), (0, String::new()));
}

proptest! {
    #[test]
    fn letters_stay_in_their_room(text in "[ -~挂图作战军令状，、·]{0,12}|\\PC{0,6}", columns in 0u16..260, rows in 0u16..24) {
        let look = look(Lang::Zh);
        if let Some(big) = BigText::new(&text, &look).fit(columns, rows) {
            prop_assert!(big.columns <= columns && big.lines.len() <= usize::from(rows));
            for line in &big.lines {
                prop_assert_eq!(width::cells(line), big.columns);
            }
            // Some dot stands in the first and in the last line.
            prop_assert!(!big.lines[0].trim().is_empty() && !big.lines[big.lines.len() - 1].trim().is_empty());
        }
        let mut used = 0;
        screen((columns.max(1), rows.max(1)), |frame| {
            let area = Rect::new(0, 0, columns, rows).intersection(frame.area());
            used = BigText::new(&text, &look).draw(Meaning::Title, Alignment::Center, area, frame);
        });
        prop_assert!(used <= rows);
    }

    #[test]
    fn more_room_never_makes_letters_smaller(
        text in "[0-9A-Za-z,.%/挂图作战军令状]{1,8}",
        columns in 0u16..260, rows in 0u16..20, wider in 0u16..60, higher in 0u16..12,
    ) {
        let look = look(Lang::Zh);
        let big = BigText::new(&text, &look);
        let (small, large) = (big.fit(columns, rows), big.fit(columns + wider, rows + higher));
        if let Some(small) = small {
            // Sizes are ordered from the largest.
            prop_assert!(large.is_some_and(|large| large.size <= small.size));
        }
    }
}
