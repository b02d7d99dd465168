//! Every shipped theme is whole and can be read: contrast by WCAG 2, on every ground that a text
//! is drawn on, in full colour and in 256.

use guatu::domain::Lang;
use guatu::ui::style::{Depth, Look, Meaning, of_256};
use guatu::ui::theme::{self, Theme, ThemeError};
use guatu::ui::{glyph, width};
use ratatui::style::Color;

const TEXTS: &[Meaning] = &[
    Meaning::Text,
    Meaning::Muted,
    Meaning::Strong,
    Meaning::Accent,
    Meaning::Title,
    Meaning::KeyName,
    Meaning::Column,
    Meaning::Red,
    Meaning::Yellow,
    Meaning::Green,
    Meaning::Grey,
    Meaning::Match,
    Meaning::Label,
    Meaning::Hint,
    Meaning::Error,
    Meaning::Warning,
    Meaning::Info,
];
const GROUNDS: &[Meaning] =
    &[Meaning::Text, Meaning::Overlay, Meaning::Selection, Meaning::Header, Meaning::Past];
const WITH_GROUND: &[Meaning] = &[
    Meaning::Header,
    Meaning::Footer,
    Meaning::Field,
    Meaning::FieldFocus,
    Meaning::Demo,
    Meaning::Overlay,
    Meaning::Past,
    Meaning::PastSign,
];
const MARKS: &[Meaning] = &[Meaning::BorderFocus, Meaning::Bar, Meaning::Pace];

fn coloured() -> impl Iterator<Item = &'static Theme> {
    theme::shipped().iter().filter(|theme| theme.name != "mono")
}

fn luminance(colour: Option<Color>) -> f64 {
    let rgb = match colour {
        Some(Color::Rgb(r, g, b)) => [r, g, b],
        Some(Color::Indexed(index)) => of_256(index),
        other => panic!("no fixed colour: {other:?}"),
    };
    let [r, g, b] = rgb.map(|byte| {
        let part = f64::from(byte) / 255.0;
        if part <= 0.03928 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(a: Option<Color>, b: Option<Color>) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn every_shipped_theme_reads_and_is_named_as_its_file() {
    for source in theme::SOURCES {
        let theme = theme::parse(source).unwrap_or_else(|error| panic!("{error}"));
        assert!(theme::by_name(&theme.name).is_some());
        assert!(!theme.label(Lang::Zh).is_empty() && !theme.label(Lang::En).is_empty());
        for meaning in Meaning::ALL {
            let said = source.lines().any(|line| line.starts_with(&format!("{} =", meaning.key())));
            assert!(said, "{} says nothing of {}", theme.name, meaning.key());
        }
    }
    assert_eq!(theme::default().name, "dark");
    assert_eq!(theme::mono().name, "mono");
}

#[test]
fn texts_can_be_read_on_every_ground() {
    let mut faint = Vec::new();
    for theme in coloured() {
        let least = if theme.name == "high-contrast" { 7.0 } else { 4.5 };
        for depth in [Depth::True, Depth::Ansi256] {
            let look = Look::new(theme, depth, &glyph::UNICODE, Lang::Zh);
            let mut pairs = Vec::new();
            for ground in GROUNDS {
                // A ground with a colour of its own for texts draws every text in it.
                let own = look.style(*ground).fg.filter(|_| *ground == Meaning::Selection);
                pairs.extend(TEXTS.iter().map(|text| (*text, own.or(look.style(*text).fg), *ground)));
            }
            pairs.extend(WITH_GROUND.iter().map(|own| (*own, look.style(*own).fg, *own)));
            for (text, fg, ground) in pairs {
                let found = contrast(fg, look.style(ground).bg);
                if found < least {
                    faint.push(format!("{} {depth:?}: {text:?} on {ground:?} {found:.1}", theme.name));
                }
            }
        }
    }
    assert!(faint.is_empty(), "{}", faint.join("\n"));
}

#[test]
fn marks_stand_out_from_the_ground() {
    for theme in coloured() {
        let look = Look::new(theme, Depth::True, &glyph::UNICODE, Lang::Zh);
        for mark in MARKS {
            for ground in [Meaning::Text, Meaning::Overlay, Meaning::BarEmpty] {
                let found = contrast(look.style(*mark).fg, look.style(ground).bg);
                assert!(found >= 3.0, "{}: {mark:?} on {ground:?} {found:.1}", theme.name);
            }
        }
    }
}

#[test]
fn without_colours_no_style_has_one_and_the_cursor_is_seen() {
    for theme in theme::shipped() {
        let look = Look::new(theme, Depth::Mono, &glyph::ASCII, Lang::En);
        for meaning in Meaning::ALL {
            let style = look.style(*meaning);
            assert_eq!((style.fg, style.bg), (None, None), "{} {meaning:?}", theme.name);
        }
        assert!(!look.style(Meaning::Selection).add_modifier.is_empty());
    }
}

#[test]
fn sixteen_colours_keep_text_and_ground_apart() {
    for theme in coloured() {
        let look = Look::new(theme, Depth::Ansi16, &glyph::UNICODE, Lang::Zh);
        for ground in GROUNDS {
            for text in TEXTS {
                let own = look.style(*ground).fg.filter(|_| *ground == Meaning::Selection);
                assert_ne!(
                    own.or(look.style(*text).fg),
                    look.style(*ground).bg,
                    "{} {text:?} on {ground:?}",
                    theme.name
                );
            }
        }
    }
}

#[test]
fn a_slip_in_a_theme_is_told_with_its_key() {
    let with = |styles: &str| {
        theme::parse(&format!(
            "name = \"x\"\nzh = \"x\"\nen = \"x\"\n[palette]\nink = \"#ffffff\"\n[styles]\n{styles}"
        ))
    };
    assert!(with("text = { fg = \"ink\" }").is_ok());
    assert_eq!(with("muted = { fg = \"ink\" }"), Err(ThemeError::NoText));
    assert_eq!(with("text = {}\nrouge = {}"), Err(ThemeError::Meaning("rouge".to_owned())));
    let colour = ThemeError::Colour { key: "styles.text".to_owned(), colour: "chalk".to_owned() };
    assert_eq!(with("text = { fg = \"chalk\" }"), Err(colour));
    assert!(matches!(with("text = { blink = true }"), Err(ThemeError::Syntax(_))));
    assert!(matches!(with("text = "), Err(ThemeError::Syntax(_))));
}

#[test]
fn a_theme_that_says_little_falls_back() {
    let source =
        "name = \"x\"\nzh = \"x\"\nen = \"x\"\n[styles]\ntext = { fg = \"#102030\" }\nred = { bold = true }";
    let theme = theme::parse(source).expect("a theme");
    assert_eq!(theme.entry(Meaning::Error), theme.entry(Meaning::Red));
    assert_eq!(theme.entry(Meaning::Footer), theme.entry(Meaning::Text));
}

#[test]
fn every_sign_is_of_its_stated_width() {
    for set in glyph::ALL {
        let single = [
            set.rule,
            set.split,
            set.bar_empty,
            set.pace,
            set.ahead,
            set.cursor,
            set.ellipsis,
            set.arrow,
            set.dot,
            set.tick,
        ];
        let all = single.iter().chain(set.bar).chain(set.rise).chain(&set.more);
        for sign in all {
            assert_eq!(width::of(sign), 1, "{} {sign:?}", set.name);
        }
    }
    let ascii = format!("{:?}", glyph::ASCII);
    assert!(ascii.is_ascii());
}
