//! Every shipped theme is whole and can be read: contrast by WCAG 2, on every ground that a text
//! is drawn on, in full colour, in 256 and in 16.

use std::fmt::Write as _;
use std::path::Path;

use guatu::domain::Lang;
use guatu::ui::style::{Depth, Look, Meaning, Part};
use guatu::ui::theme::{self, Sort, Theme};
use guatu::ui::{glyph, width};
use ratatui::style::Color;

#[path = "themes/eyes.rs"]
mod eyes;
#[path = "themes/own.rs"]
mod own;
#[path = "themes/sixteen.rs"]
mod sixteen;

use eyes::{ALL, DEUTERANOPIA, PROTANOPIA, apart, contrast, fixed};

/// Grounds that are laid over what is drawn already, also over words with a ground of their own.
pub(crate) const LAID_OVER: [Meaning; 3] = [Meaning::Selection, Meaning::Past, Meaning::Fresh];

const LIGHTS: [Meaning; 3] = [Meaning::Red, Meaning::Yellow, Meaning::Green];
const BARS: [Meaning; 3] = [Meaning::RedBar, Meaning::YellowBar, Meaning::GreenBar];

pub(crate) fn of_part(part: Part) -> impl Iterator<Item = Meaning> {
    Meaning::ALL.iter().copied().filter(move |meaning| meaning.part() == part)
}

/// Every theme of colours in which terminals agree, at the depths that have them.
fn looks() -> impl Iterator<Item = (&'static Theme, Depth, Look)> {
    let themes = theme::shipped().iter().filter(|theme| !matches!(theme.sort, Sort::Sixteen | Sort::Mono));
    themes.flat_map(|theme| {
        let look = |depth| (theme, depth, Look::new(theme, depth, &glyph::UNICODE, Lang::Zh));
        [Depth::True, Depth::Ansi256].map(look)
    })
}

#[test]
fn every_shipped_theme_reads_and_says_how_everything_looks() {
    for (name, source) in theme::SOURCES {
        let theme = theme::parse(name, source).unwrap_or_else(|fault| panic!("{name}: {fault:?}"));
        assert_eq!(theme::by_name(name), Some(&theme));
        assert_ne!(theme.label(Lang::Zh), theme.label(Lang::En), "{name} has a label in both languages");
    }
    assert_eq!(theme::default().name, "dark");
    assert_eq!(theme::mono().name, "mono");
    for (theme, _, look) in looks() {
        for meaning in Meaning::ALL {
            let style = look.style(*meaning);
            let needs_ground = matches!(meaning.part(), Part::Ground | Part::Sign);
            assert!(style.bg.is_some() || !needs_ground, "{} {meaning:?} has a ground", theme.name);
            let needs_colour = !matches!(*meaning, Meaning::Selection | Meaning::Fresh);
            assert!(style.fg.is_some() || !needs_colour, "{} {meaning:?} has a colour", theme.name);
        }
    }
}

#[test]
fn every_theme_file_ships() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes");
    let files = std::fs::read_dir(folder).expect("the themes").flatten().map(|entry| entry.path());
    let mut files: Vec<String> = files
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    files.sort();
    let mut names = theme::SOURCES.map(|(name, _)| name);
    names.sort_unstable();
    assert_eq!(files, names);
}

#[test]
fn texts_can_be_read_on_every_ground() {
    let mut faint = Vec::new();
    for (theme, depth, look) in looks() {
        let least = if theme.sort == Sort::Projector { 7.0 } else { 4.5 };
        let mut pairs: Vec<(Meaning, Meaning)> = Vec::new();
        for word in of_part(Part::Words) {
            let own = look.style(word).bg.is_some();
            pairs.extend(own.then_some((word, word)));
            let grounds = of_part(Part::Ground).filter(|ground| !own || LAID_OVER.contains(ground));
            pairs.extend(grounds.map(|ground| (word, ground)));
        }
        let signs = of_part(Part::Ground).chain(of_part(Part::Sign));
        pairs.extend(signs.filter(|sign| look.style(*sign).fg.is_some()).map(|sign| (sign, sign)));
        for (word, ground) in pairs {
            let found = contrast(fixed(look.style(word).fg), fixed(look.style(ground).bg));
            if found < least {
                faint.push(format!("{} {depth:?}: {word:?} on {ground:?} {found:.1}", theme.name));
            }
        }
    }
    assert!(faint.is_empty(), "{}", faint.join("\n"));
}

#[test]
fn marks_stand_out_from_the_ground() {
    for (theme, depth, look) in looks() {
        for mark in of_part(Part::Mark) {
            for ground in [Meaning::Text, Meaning::Overlay, Meaning::Selection, Meaning::BarEmpty] {
                let found = contrast(fixed(look.style(mark).fg), fixed(look.style(ground).bg));
                assert!(found >= 3.0, "{} {depth:?}: {mark:?} on {ground:?} {found:.1}", theme.name);
            }
        }
    }
}

#[test]
fn the_cursor_is_told_by_its_ground() {
    for (theme, depth, look) in looks() {
        let pairs = [
            (Meaning::Selection, Meaning::Text),
            (Meaning::Selection, Meaning::Overlay),
            (Meaning::FieldFocus, Meaning::Field),
            (Meaning::FieldFocus, Meaning::Overlay),
        ];
        for (cursor, ground) in pairs {
            let found = apart(&ALL, fixed(look.style(cursor).bg), fixed(look.style(ground).bg));
            assert!(found >= 5.0, "{} {depth:?}: {cursor:?} on {ground:?} {found:.1}", theme.name);
        }
    }
}

/// The colour by which a light is told: its ground where it has one.
fn shown(look: &Look, light: Meaning) -> [u8; 3] {
    let style = look.style(light);
    fixed(style.bg.or(style.fg))
}

#[test]
fn lights_are_apart_and_in_the_safe_themes_to_every_eye() {
    for (theme, depth, look) in looks() {
        let safe = [("all", &ALL), ("protanopia", &PROTANOPIA), ("deuteranopia", &DEUTERANOPIA)];
        let eyes = if theme.sort == Sort::Safe { &safe[..] } else { &safe[..1] };
        for (kind, eyes) in eyes {
            for three in [LIGHTS, BARS] {
                for (one, other) in [(0, 1), (0, 2), (1, 2)].map(|(a, b)| (three[a], three[b])) {
                    let found = apart(eyes, shown(&look, one), shown(&look, other));
                    assert!(found >= 20.0, "{} {depth:?}, {kind}: {one:?} {other:?} {found:.1}", theme.name);
                }
            }
        }
    }
}

/// What the simulation is worth: red and green of the default theme are close to eyes that do not
/// tell them apart, else the test above could not fail.
#[test]
fn the_default_lights_are_not_apart_to_every_eye() {
    let look = Look::new(theme::default(), Depth::True, &glyph::UNICODE, Lang::Zh);
    let [red, _, green] = LIGHTS.map(|light| shown(&look, light));
    assert!(apart(&DEUTERANOPIA, red, green) < apart(&ALL, red, green) / 3.0);
}

#[test]
fn every_use_has_a_theme_for_a_dark_and_a_light_room() {
    for sort in [Sort::Desk, Sort::Projector, Sort::Safe, Sort::Sixteen] {
        for dark in [true, false] {
            let has = |theme: &Theme| theme.sort == sort && theme.dark == dark;
            assert!(theme::shipped().iter().any(has), "{sort:?} {dark}");
        }
    }
    for dark in [true, false] {
        let theme = theme::projector(dark);
        assert_eq!((theme.sort, theme.dark), (Sort::Projector, dark));
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

/// The table of roles as `themes/README.md` has it.
fn role_table() -> String {
    let mut table = String::from("| Role | Part | Falls back to | For |\n|---|---|---|---|\n");
    for meaning in Meaning::ALL {
        let parent = meaning.parent().map_or_else(String::new, |parent| format!("`{}`", parent.key()));
        let part = meaning.part().name();
        let _ = writeln!(table, "| `{}` | {part} | {parent} | {} |", meaning.key(), meaning.about());
    }
    table
}

/// Set `GUATU_WRITE_README` to have the table written anew.
#[test]
fn the_readme_of_the_themes_has_every_role() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/README.md");
    let readme = std::fs::read_to_string(&path).expect("a README");
    let (begin, end) = ("<!-- roles -->\n", "<!-- /roles -->");
    let from = readme.find(begin).expect("the table's begin") + begin.len();
    let to = readme.find(end).expect("the table's end");
    if std::env::var_os("GUATU_WRITE_README").is_some() {
        let written = format!("{}{}{}", &readme[..from], role_table(), &readme[to..]);
        std::fs::write(&path, written).expect("a writable README");
        return;
    }
    let hint = "`GUATU_WRITE_README=1 cargo test --test themes` writes it anew";
    assert_eq!(&readme[from..to], role_table(), "{hint}");
    for (name, _) in theme::SOURCES {
        assert!(readme.contains(&format!("| `{name}` |")), "{name} is in the list");
    }
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

#[test]
fn the_sixteen_stay_themselves_at_every_depth() {
    let sixteen = theme::by_name("sixteen").expect("it ships");
    for depth in [Depth::Ansi16, Depth::Ansi256, Depth::True] {
        let look = Look::new(sixteen, depth, &glyph::UNICODE, Lang::Zh);
        assert_eq!(look.style(Meaning::Red).fg, Some(Color::LightRed), "{depth:?}");
    }
}
