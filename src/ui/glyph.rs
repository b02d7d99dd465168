//! The signs that the board draws with, in two sets. Lines and blocks are two cells wide on many
//! Chinese terminals: these take the `ascii` set. Signs that tell a status are of certain width in
//! both sets; a status itself is told by a word. Uses nothing.

use ratatui::symbols::border;

/// A set of signs. Every sign is one cell wide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glyphs {
    /// The name that the preferences keep.
    pub name: &'static str,
    /// The frame of a pane.
    pub border: border::Set<'static>,
    /// The frame of the pane that has the keys, told apart without colour too.
    pub border_focus: border::Set<'static>,
    /// A line across.
    pub rule: &'static str,
    /// A line down between two parts.
    pub split: &'static str,
    /// What a progress bar is filled with: a cell's parts in equal steps, the full cell last.
    pub bar: &'static [&'static str],
    /// The rest of a progress bar.
    pub bar_empty: &'static str,
    /// A column of a chart: a cell's parts from its foot in equal steps, the full cell last.
    pub rise: &'static [&'static str],
    /// Where a figure leads.
    pub ahead: &'static str,
    /// Where the pace stands in a progress bar.
    pub pace: &'static str,
    /// The height of a week in a chart, in eight steps, the full cell last.
    pub spark: [&'static str; 8],
    /// Before the row of the cursor.
    pub cursor: &'static str,
    /// At the first line of a list that begins further up, and at the last of one that goes on below.
    pub more: [&'static str; 2],
    /// Ends a text that was cut.
    pub ellipsis: &'static str,
    /// Between two steps.
    pub arrow: &'static str,
    /// Where a date once stood.
    pub tick: &'static str,
    /// Between two things said in one line.
    pub dot: &'static str,
    /// What letters of many cells are put together from; none where nothing of one cell could be.
    pub dots: Option<&'static Dots>,
}

/// Signs that show some dots in one cell, each at the place that its dots say.
#[derive(Debug, PartialEq, Eq)]
pub struct Dots {
    /// Two dots, the upper one counting 1, the lower one 2.
    pub halves: [char; 4],
    /// Two by two dots, counting 1, 2 in the upper row and 4, 8 in the lower one.
    pub quarters: [char; 16],
    /// The empty one of two by four dots; the others follow it as Unicode has them.
    pub braille: char,
}

static DOTS: Dots = Dots {
    halves: [' ', '▀', '▄', '█'],
    quarters: [' ', '▘', '▝', '▀', '▖', '▌', '▞', '▛', '▗', '▚', '▐', '▜', '▄', '▙', '▟', '█'],
    braille: '\u{2800}',
};

/// Lines and blocks.
pub static UNICODE: Glyphs = Glyphs {
    name: "unicode",
    border: border::ROUNDED,
    border_focus: border::THICK,
    rule: "─",
    split: "│",
    bar: &["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"],
    bar_empty: "░",
    rise: &["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    ahead: "+",
    pace: "│",
    spark: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    cursor: "▸",
    more: ["▴", "▾"],
    ellipsis: "…",
    arrow: "›",
    tick: "¦",
    dot: "·",
    dots: Some(&DOTS),
};

const ASCII_BORDER: border::Set<'static> = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};

const ASCII_FOCUS: border::Set<'static> = border::Set {
    top_left: "#",
    top_right: "#",
    bottom_left: "#",
    bottom_right: "#",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "=",
    horizontal_bottom: "=",
};

/// ASCII alone, for terminals that draw lines two cells wide.
pub static ASCII: Glyphs = Glyphs {
    name: "ascii",
    border: ASCII_BORDER,
    border_focus: ASCII_FOCUS,
    rule: "-",
    split: "|",
    bar: &["#"],
    bar_empty: "-",
    rise: &["#"],
    ahead: "+",
    pace: "|",
    spark: [".", ".", ":", ":", "-", "=", "+", "#"],
    cursor: ">",
    more: ["^", "v"],
    ellipsis: "~",
    arrow: ">",
    tick: ":",
    dot: "-",
    dots: None,
};

/// The preference that leaves the choice to what is known of the terminal.
pub const AUTO: &str = "auto";

/// Both sets.
pub static ALL: [&Glyphs; 2] = [&UNICODE, &ASCII];

/// The set with a name.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static Glyphs> {
    ALL.into_iter().find(|set| set.name == name)
}
