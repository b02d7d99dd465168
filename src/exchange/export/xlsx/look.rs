//! How the cells of a workbook look. Uses nothing of the crate but `domain::Signal`.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::domain::Signal;

/// The formats of a workbook, made once.
pub(super) struct Look {
    /// The line above a table that says what it is.
    pub(super) title: Format,
    /// The same above one of several tables.
    pub(super) heading: Format,
    /// The words over the columns.
    pub(super) head: Format,
    /// Words.
    pub(super) text: Format,
    /// Words that a spreadsheet would else take for a formula.
    pub(super) quoted: Format,
    /// Few words in the middle.
    pub(super) middle: Format,
    /// A whole number.
    pub(super) number: Format,
    /// An amount that is no whole number.
    pub(super) fraction: Format,
    /// A day.
    pub(super) date: Format,
    /// A rate.
    pub(super) percent: Format,
}

/// The colours of a light: its ground, its words, and its bar in a chart. Each pair is told apart
/// by lightness too, and the word stands with it.
pub(super) const fn colours(signal: Signal) -> [u32; 3] {
    match signal {
        Signal::Red => [0x00F8_CBC6, 0x009C_0006, 0x00C8_3C32],
        Signal::Yellow => [0x00FF_EB9C, 0x007A_5200, 0x00E6_B422],
        Signal::Green | Signal::Dot => [0x00C9_E7CF, 0x0005_5A1C, 0x004C_9F70],
        Signal::Grey => [0x00E7_E6E6, 0x0059_5959, 0x00A6_A6A6],
    }
}

/// The format that a rule gives to a cell with a light's word.
pub(super) fn lit(signal: Signal) -> Format {
    let [ground, words, _] = colours(signal);
    Format::new().set_background_color(Color::RGB(ground)).set_font_color(Color::RGB(words))
}

impl Look {
    pub(super) fn new() -> Self {
        let cell = Format::new().set_align(FormatAlign::VerticalCenter);
        let text = cell.clone().set_text_wrap();
        let head = text
            .clone()
            .set_bold()
            .set_align(FormatAlign::Center)
            .set_background_color(Color::RGB(0x001F_4E79))
            .set_font_color(Color::White)
            .set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(0x00BF_BFBF));
        Self {
            title: cell.clone().set_bold().set_font_size(14),
            heading: cell.clone().set_bold(),
            head,
            quoted: text.clone().set_quote_prefix(),
            text,
            middle: cell.clone().set_align(FormatAlign::Center).set_text_wrap(),
            number: cell.clone().set_num_format("#,##0"),
            fraction: cell.clone().set_num_format("#,##0.0#####"),
            date: cell.clone().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Center),
            percent: cell.set_num_format("0%").set_align(FormatAlign::Center),
        }
    }
}
