//! Themes of a person's own: what is wrong is told with its line, and they stand beside the shipped
//! ones or instead of one.

use guatu::domain::Lang;
use guatu::ui::style::{Depth, Look, Meaning};
use guatu::ui::theme::{self, Cause, Fault, Gallery, MOST, OwnFile, ROOM};
use guatu::ui::{glyph, width};
use ratatui::style::Color;

fn cause(text: &str) -> (Option<usize>, Cause) {
    let Fault { line, cause } = theme::parse("x", text).expect_err("a fault");
    (line, cause)
}

#[test]
fn a_slip_in_a_theme_is_told_with_its_line() {
    let key = |key: &str| key.to_owned();
    let colour = |at: &str, colour: &str| Cause::Colour { key: key(at), colour: colour.to_owned() };
    for (text, line, expected) in [
        ("[styles]\ntext = ", Some(2), Cause::Syntax),
        ("[styles]\ntext = {}\ntext = {}", Some(3), Cause::Syntax),
        ("[styles]\nmuted = {}", None, Cause::NoText),
        ("", None, Cause::NoText),
        ("[styles]\ntext = {}\nrouge = {}", Some(3), Cause::Unknown(key("styles.rouge"))),
        ("[styles]\ntext = { blink = true }", Some(2), Cause::Unknown(key("styles.text.blink"))),
        ("[style]\ntext = {}", Some(1), Cause::Unknown(key("style"))),
        ("[styles]\ntext = { bold = 1 }", Some(2), Cause::Value(key("bold"))),
        ("[styles]\ntext = 'red'", Some(2), Cause::Value(key("styles.text"))),
        ("\nfor = 'fun'\n[styles]\ntext = {}", Some(2), Cause::Value(key("for"))),
        ("[styles]\ntext = { fg = 'chalk' }", Some(2), colour("styles.text", "chalk")),
        ("[palette]\nink = '#12345'\n[styles]\ntext = {}", Some(2), colour("palette.ink", "#12345")),
        ("[palette]\nink = '#ffffff'\n[indexed]\nink = 7", Some(4), Cause::Value(key("indexed.ink"))),
        ("[indexed]\nink = 17\n[styles]\ntext = {}", Some(2), Cause::Unknown(key("indexed.ink"))),
        (
            "[styles]\ntext = {}\n[sixteen]\nred = { fg = '#ff0000' }",
            Some(4),
            colour("sixteen.red", "#ff0000"),
        ),
    ] {
        assert_eq!(cause(text), (line, expected), "{text}");
    }
}

#[test]
fn every_fault_has_a_sentence_in_both_languages() {
    let cause = Cause::Colour { key: "palette.ink".to_owned(), colour: "chalk".to_owned() };
    let fault = Fault { line: Some(3), cause };
    assert_eq!(fault.sentence(Lang::En), "line 3: palette.ink: there is no colour chalk");
    assert_eq!(fault.sentence(Lang::Zh), "第 3 行：palette.ink：没有颜色 chalk");
}

#[test]
fn a_theme_that_says_little_falls_back() {
    let text = "[styles]\ntext = { fg = \"#102030\" }\nred = { bold = true }";
    let theme = theme::parse("x", text).expect("a theme");
    assert_eq!(theme.entry(Meaning::Error), theme.entry(Meaning::Red));
    assert_eq!(theme.entry(Meaning::Footer), theme.entry(Meaning::Text));
    assert_eq!((theme.label(Lang::Zh), theme.label(Lang::En)), ("x", "x"));
}

#[test]
fn a_palette_is_enough_and_what_a_theme_says_itself_comes_first() {
    let text =
        "[palette]\nink = '#202020'\nground = '#fafafa'\nred = '#aa0000'\n[styles]\nerror = { fg = 'ink' }";
    let theme = theme::parse("x", text).expect("a theme");
    let look = Look::new(&theme, Depth::True, &glyph::UNICODE, Lang::En);
    assert_eq!(look.style(Meaning::Text).bg, Some(Color::Rgb(0xfa, 0xfa, 0xfa)));
    assert_eq!(look.style(Meaning::Red).fg, Some(Color::Rgb(0xaa, 0, 0)));
    assert_eq!(look.style(Meaning::Error).fg, Some(Color::Rgb(0x20, 0x20, 0x20)));
    assert!(!theme.dark, "the ground is light");
    let light = theme::by_name("sixteen-light").expect("it ships");
    assert_eq!(theme.at_16(Meaning::Red), light.entry(Meaning::Red));
}

#[test]
fn an_index_and_a_colour_of_sixteen_are_taken_where_they_are_named() {
    let text = "[palette]\nink = '#ffffff'\nground = '#0a1630'\n[indexed]\nground = 17\n\
                [sixteen]\nred = { fg = 'ansi-magenta' }";
    let theme = theme::parse("x", text).expect("a theme");
    let at = |depth| Look::new(&theme, depth, &glyph::UNICODE, Lang::En);
    assert_eq!(at(Depth::Ansi256).style(Meaning::Text).bg, Some(Color::Indexed(17)));
    assert_eq!(at(Depth::Ansi16).style(Meaning::Red).fg, Some(Color::Magenta));
}

fn file(name: &str, text: &str) -> OwnFile {
    (name.to_owned(), Ok(text.to_owned()))
}

#[test]
fn own_themes_stand_after_the_shipped_ones_or_instead_of_one() {
    let gallery = Gallery::new(vec![
        file("broken.toml", "[styles]"),
        file("fog.toml", "[styles]"),
        file("light.toml", "[styles]\ntext = { bold = true }"),
        file("mine.toml", "[styles]\ntext = {}"),
    ]);
    let names: Vec<(&str, bool)> = gallery.shown().map(|shown| (shown.name, shown.theme.is_ok())).collect();
    let shipped = theme::shipped().len();
    assert_eq!(names[..2], [("dark", true), ("night", true)], "light is the person's own");
    let own = [("broken", false), ("fog", false), ("light", true), ("mine", true)];
    assert_eq!(names[shipped - 1..], own);
    assert_eq!(gallery.chosen("light").label(Lang::En), "light");
    assert_eq!(gallery.chosen("fog").label(Lang::En), "Fog", "the broken one covers nothing");
    assert_eq!(gallery.chosen("gone").name, "dark");
    assert_eq!(gallery.fault("broken").map(|fault| &fault.cause), Some(&Cause::NoText));
}

#[test]
fn too_many_and_too_long_files_are_told() {
    let text = "[styles]\ntext = {}";
    let mut files: Vec<_> = (0..=MOST).map(|i| file(&format!("{i:02}.toml"), text)).collect();
    files[0] = file("00.toml", &(text.to_owned() + &" ".repeat(ROOM)));
    files[1].1 = Err(Cause::TooLong);
    files[2].1 = Err(Cause::NoRoom);
    let gallery = Gallery::new(files);
    for (name, cause) in [("00", Cause::TooLong), ("01", Cause::TooLong), ("02", Cause::NoRoom)] {
        assert_eq!(gallery.fault(name).map(|fault| &fault.cause), Some(&cause));
    }
    let sentence = gallery.fault("02").map(|fault| fault.sentence(Lang::En));
    assert!(sentence.is_some_and(|sentence| sentence.ends_with("48 KiB")));
    assert_eq!(gallery.fault("32").map(|fault| &fault.cause), Some(&Cause::TooMany));
    assert!(gallery.by_name("31").is_some());
}

#[test]
fn the_name_that_a_theme_had_before_still_finds_it() {
    assert_eq!(theme::by_name("high-contrast").map(|theme| theme.name.as_str()), Some("projector-dark"));
}

#[test]
fn names_fit_the_list_and_labels_are_of_certain_width() {
    use unicode_width::UnicodeWidthStr;
    for theme in theme::shipped() {
        assert!(width::of(&theme.name) <= 16, "{}", theme.name);
        for label in [&theme.zh, &theme.en] {
            assert_eq!(label.width(), label.width_cjk(), "{label}");
        }
    }
}

#[test]
fn a_projector_shows_a_theme_made_for_one() {
    let hall = "for = 'projector'\n[styles]\ntext = {}";
    let gallery = Gallery::new(vec![file("hall.toml", hall)]);
    for (chosen, shown) in [
        ("", "projector-dark"),
        ("night", "projector-dark"),
        ("paper", "projector-light"),
        ("projector-light", "projector-light"),
        ("hall", "hall"),
    ] {
        assert_eq!(gallery.for_projector(chosen).name, shown, "{chosen}");
    }
}
