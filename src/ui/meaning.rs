//! What a piece of the screen means. Views name a `Meaning`; a theme says how it looks. The words
//! above each are what a theme's author reads: `themes/README.md` lists them. Uses nothing but lights.

use crate::domain::light::Signal;

/// What of the screen a meaning is, which says how well it must be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Words that stand on whatever ground is there: 4.5:1 on each.
    Words,
    /// A ground with its own words, on which others may stand.
    Ground,
    /// A few words on a ground of their own.
    Sign,
    /// No words, but it tells something: 3:1.
    Mark,
    /// No words, and nothing is lost where it is faint.
    Line,
}

impl Part {
    /// What it is called.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Ground => "ground",
            Self::Sign => "sign",
            Self::Mark => "mark",
            Self::Line => "line",
        }
    }
}

macro_rules! meanings {
    ($($(#[doc = $about:literal])+ $name:ident = $key:literal, $part:ident $(, $parent:ident)?;)+) => {
        /// What a piece of the screen means.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Meaning { $($(#[doc = $about])+ $name,)+ }

        impl Meaning {
            /// All meanings.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The key in a theme.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)+ }
            }

            /// What it is for.
            #[must_use]
            pub const fn about(self) -> &'static str {
                match self { $(Self::$name => concat!($($about),+).trim_ascii(),)+ }
            }

            /// What of the screen it is.
            #[must_use]
            pub const fn part(self) -> Part {
                match self { $(Self::$name => Part::$part,)+ }
            }

            /// The meaning whose style it takes where a theme is silent; none for `Text`, which
            /// no theme may leave out.
            #[must_use]
            pub const fn parent(self) -> Option<Self> {
                match self { $(Self::$name => meanings!(@parent $($parent)?),)+ }
            }
        }
    };
    (@parent) => { None };
    (@parent $parent:ident) => { Some(Self::$parent) };
}

// Each with the key in a theme, its part, and the meaning it falls back to.
meanings! {
    /// Most of what is written, and the ground of the screen.
    Text = "text", Ground;
    /// What is read second: names of figures, dates, remarks.
    Muted = "muted", Words, Text;
    /// What is read first: names and figures.
    Strong = "strong", Words, Text;
    /// What belongs to the cursor or leads on; the one colour that is no light.
    Accent = "accent", Words, Strong;
    /// The title of a view, a pane or a window.
    Title = "title", Words, Strong;
    /// Frames and rules that only part things.
    Border = "border", Line, Muted;
    /// The frame that has the keys.
    BorderFocus = "border-focus", Mark, Accent;
    /// The line at the top, with the board's totals.
    Header = "header", Ground, Text;
    /// The line at the foot, with the keys.
    Footer = "footer", Ground, Muted;
    /// The name of a key.
    KeyName = "key-name", Words, Accent;
    /// The head of a column.
    Column = "column", Words, Muted;
    /// A red light: overdue, far behind, silent for long.
    Red = "red", Words, Strong;
    /// A yellow light: due soon, somewhat behind.
    Yellow = "yellow", Words, Text;
    /// A green light: all is well, or it is done.
    Green = "green", Words, Text;
    /// A light that does not count: not begun, on hold.
    Grey = "grey", Words, Muted;
    /// Where the cursor stands: the row, the cell, the button. Words keep their own colour on it.
    Selection = "selection", Ground, Strong;
    /// The part of a word that a filter found.
    Match = "match", Words, Accent;
    /// The wall while a slide is taken off it.
    Black = "black", Line, Text;
    /// The filled part of a bar.
    Bar = "bar", Mark, Accent;
    /// A bar in the colour of a red light.
    RedBar = "red-bar", Mark, Red;
    /// A bar in the colour of a yellow light.
    YellowBar = "yellow-bar", Mark, Yellow;
    /// A bar in the colour of a green light.
    GreenBar = "green-bar", Mark, Green;
    /// The rest of a bar; its background is that of the whole bar.
    BarEmpty = "bar-empty", Line, Muted;
    /// Where the pace stands in a bar, and today in a chart.
    Pace = "pace", Mark, Strong;
    /// A window over the view: a form, a list, help.
    Overlay = "overlay", Ground, Text;
    /// The name of a field.
    Label = "label", Words, Muted;
    /// What a field expects, or makes of what is typed.
    Hint = "hint", Words, Muted;
    /// A field to type into.
    Field = "field", Ground, Text;
    /// The field that has the keys.
    FieldFocus = "field-focus", Ground, Field;
    /// Why something was not done.
    Error = "error", Words, Red;
    /// The field that has to be corrected.
    Wrong = "wrong", Words, Error;
    /// What ought to be known before going on.
    Warning = "warning", Words, Yellow;
    /// What was done, in the message line.
    Info = "info", Words, Text;
    /// The sign that the board is a demonstration.
    Demo = "demo", Sign, Warning;
    /// Header and footer while the board of a past day is shown.
    Past = "past", Ground, Header;
    /// The sign with the day of a board of the past.
    PastSign = "past-sign", Sign, Demo;
    /// Letters of many cells: the titles and figures of the deck.
    Big = "big", Words, Title;
    /// What has changed just now: a calm ground with a line below, that go again.
    Fresh = "fresh", Ground, Match;
    /// The time that is up: quieter than a warning, it stays in view.
    Overrun = "overrun", Words, Warning;
}

impl Meaning {
    /// The meaning of a bar in the colour of a light: words may have a ground instead.
    #[must_use]
    pub const fn bar_of(signal: Signal) -> Self {
        match signal {
            Signal::Grey => Self::Grey,
            Signal::Green | Signal::Dot => Self::GreenBar,
            Signal::Yellow => Self::YellowBar,
            Signal::Red => Self::RedBar,
        }
    }
}

impl From<Signal> for Meaning {
    /// The meaning that a light's signal is drawn with.
    fn from(signal: Signal) -> Self {
        match signal {
            Signal::Grey => Self::Grey,
            Signal::Green | Signal::Dot => Self::Green,
            Signal::Yellow => Self::Yellow,
            Signal::Red => Self::Red,
        }
    }
}
