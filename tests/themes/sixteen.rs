//! Sixteen colours: what a terminal makes of their names is not known, so the themes are measured on
//! the palettes that three common ones come with. All three brighten what is bold; the Linux console
//! has no bright grounds.

use guatu::domain::Lang;
use guatu::ui::style::{Depth, Look, Meaning, Part};
use guatu::ui::{glyph, theme};
use ratatui::style::{Color, Modifier, Style};

use crate::eyes::contrast;
use crate::{LAID_OVER, of_part};

const ORDER: [Color; 16] = [
    Color::Black,
    Color::Red,
    Color::Green,
    Color::Yellow,
    Color::Blue,
    Color::Magenta,
    Color::Cyan,
    Color::Gray,
    Color::DarkGray,
    Color::LightRed,
    Color::LightGreen,
    Color::LightYellow,
    Color::LightBlue,
    Color::LightMagenta,
    Color::LightCyan,
    Color::White,
];

struct Palette {
    name: &'static str,
    colours: [u32; 16],
    bright_grounds: bool,
}

const PALETTES: [Palette; 3] = [
    Palette {
        name: "xterm",
        colours: [
            0x00_0000, 0xcd_0000, 0x00_cd00, 0xcd_cd00, 0x00_00ee, 0xcd_00cd, 0x00_cdcd, 0xe5_e5e5,
            0x7f_7f7f, 0xff_0000, 0x00_ff00, 0xff_ff00, 0x5c_5cff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
        ],
        bright_grounds: true,
    },
    Palette {
        name: "PuTTY",
        colours: [
            0x00_0000, 0xbb_0000, 0x00_bb00, 0xbb_bb00, 0x00_00bb, 0xbb_00bb, 0x00_bbbb, 0xbb_bbbb,
            0x55_5555, 0xff_5555, 0x55_ff55, 0xff_ff55, 0x55_55ff, 0xff_55ff, 0x55_ffff, 0xff_ffff,
        ],
        bright_grounds: true,
    },
    Palette {
        name: "linux",
        colours: [
            0x00_0000, 0xaa_0000, 0x00_aa00, 0xaa_5500, 0x00_00aa, 0xaa_00aa, 0x00_aaaa, 0xaa_aaaa,
            0x55_5555, 0xff_5555, 0x55_ff55, 0xff_ff55, 0x55_55ff, 0xff_55ff, 0x55_ffff, 0xff_ffff,
        ],
        bright_grounds: false,
    },
];

impl Palette {
    fn place(colour: Color) -> usize {
        ORDER.iter().position(|one| *one == colour).unwrap_or_else(|| panic!("{colour:?} is none of 16"))
    }

    fn rgb(&self, place: usize) -> [u8; 3] {
        let [_, rgb @ ..] = self.colours[place].to_be_bytes();
        rgb
    }

    /// The contrast of words in a colour on a ground.
    fn contrast(&self, fg: Color, is_bold: bool, bg: Color) -> f64 {
        let (fg, bg) = (Self::place(fg), Self::place(bg));
        let fg = if is_bold && fg < 8 { fg + 8 } else { fg };
        let bg = if self.bright_grounds { bg } else { bg % 8 };
        contrast(self.rgb(fg), self.rgb(bg))
    }
}

fn is_bold(style: Style) -> bool {
    style.add_modifier.contains(Modifier::BOLD)
}

/// Where white is no ground, it is grey: less can be asked for there.
fn least(palette: &Palette, dark: bool, usual: f64) -> f64 {
    if dark || palette.bright_grounds { usual } else { usual / 1.5 }
}

#[test]
fn every_theme_can_be_read_in_the_palettes_that_terminals_come_with() {
    let mut faint = Vec::new();
    for theme in theme::shipped().iter().filter(|theme| theme.name != "mono") {
        let look = Look::new(theme, Depth::Ansi16, &glyph::UNICODE, Lang::Zh);
        let ground = look.style(Meaning::Text).bg.expect("a ground");
        for palette in &PALETTES {
            let mut check = |what: Meaning, on: Meaning, fg, bold, bg, usual| {
                let found = palette.contrast(fg, bold, bg);
                if found < least(palette, theme.dark, usual) {
                    faint.push(format!("{} {}: {what:?} on {on:?} {found:.1}", theme.name, palette.name));
                }
            };
            for meaning in Meaning::ALL {
                let style = look.style(*meaning);
                let usual = match meaning.part() {
                    Part::Line => continue,
                    Part::Mark => 3.0,
                    Part::Words | Part::Ground | Part::Sign => 4.5,
                };
                let Some(fg) = style.fg else { continue };
                check(*meaning, *meaning, fg, is_bold(style), style.bg.unwrap_or(ground), usual);
                for on in of_part(Part::Ground) {
                    let over = LAID_OVER.contains(&on) || style.bg.is_none();
                    let bold = is_bold(style) || LAID_OVER.contains(&on) && is_bold(look.style(on));
                    if let Some(bg) = look.style(on).bg.filter(|_| over && meaning.part() == Part::Words) {
                        check(*meaning, on, fg, bold, bg, usual);
                    }
                }
            }
        }
    }
    assert!(faint.is_empty(), "{}", faint.join("\n"));
}

#[test]
fn the_cursor_is_seen_in_sixteen_colours() {
    for theme in theme::shipped() {
        let look = Look::new(theme, Depth::Ansi16, &glyph::UNICODE, Lang::Zh);
        for meaning in [Meaning::Selection, Meaning::FieldFocus] {
            let style = look.style(meaning);
            let plain = if meaning == Meaning::Selection { Meaning::Text } else { Meaning::Field };
            let differs = style.bg.is_some_and(|bg| Some(bg) != look.style(plain).bg);
            let told = style.add_modifier.difference(look.style(plain).add_modifier);
            assert!(differs || !told.is_empty(), "{} {meaning:?}", theme.name);
        }
    }
}
