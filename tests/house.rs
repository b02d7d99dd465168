//! What holds for the house as a whole: imports point down, every word is in both languages and
//! of certain width, the README says what the key table says.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use guatu::domain::{Kind, Lang, Shape, record};
use guatu::locales;
use guatu::ui::Action;
use guatu::ui::keymap::{BINDINGS, Binding, binding};
use guatu::ui::place::Place;

#[path = "house/sentences.rs"]
mod sentences;

/// What each room may use, from the ground up.
const MAY_USE: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("board", &["domain"]),
    ("locales", &["domain", "board"]),
    ("store", &["domain", "board"]),
    ("demo", &["domain", "board"]),
    ("exchange", &["domain", "board", "locales"]),
    ("ui", &["domain", "board", "locales"]),
    ("engine", &["domain", "board", "store"]),
    ("wire", &[]),
    ("client", &["wire"]),
    ("server", &["domain", "board", "locales", "store", "demo", "exchange", "ui", "engine", "wire"]),
];

/// The places beside the tables of records.
const PLACES: &[Place] = &[
    Place::Board,
    Place::History,
    Place::Inbox,
    Place::Agenda,
    Place::SixOnes,
    Place::Organisation,
    Place::Support,
    Place::Figures,
    Place::Targets,
    Place::Progress,
    Place::Cluster,
    Place::Deck,
    Place::Import,
];

/// Which libraries may be named where only.
const HOMES: &[(&str, &[&str])] = &[
    ("bincode", &["store/codec.rs"]),
    ("sled", &["store/"]),
    ("tokio", &["server"]),
    ("ratatui", &["ui/", "server/"]),
    ("crossterm", &["client/"]),
    ("termina", &["client/"]),
    ("clap", &["cli"]),
    ("calamine", &["exchange/sheet/"]),
    ("cfb", &["exchange/sheet/"]),
    ("chardetng", &["exchange/sheet/"]),
];

fn collect(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).expect("a readable folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

/// Every source file: its path below `src` and its text.
fn house() -> Vec<(String, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    collect(&src, &mut found);
    found.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("readable source");
        (path.strip_prefix(&src).expect("below src").to_string_lossy().into_owned(), text)
    };
    found.into_iter().map(read).collect()
}

fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim_start().starts_with("//"))
}

/// The rooms that a file's code names by `crate::room`.
fn rooms_used(text: &str) -> BTreeSet<&str> {
    let mut rooms = BTreeSet::new();
    for line in code(text) {
        for (at, name) in line.match_indices("crate::") {
            let rest = &line[at + name.len()..];
            let end = rest.find(|c: char| !c.is_ascii_lowercase() && c != '_').unwrap_or(rest.len());
            rooms.insert(&rest[..end]);
        }
    }
    rooms
}

#[test]
fn imports_point_down() {
    let rooms: BTreeSet<&str> = MAY_USE.iter().map(|(room, _)| *room).collect();
    let mut upward = Vec::new();
    for (file, text) in house() {
        let own = file.split('/').next().unwrap_or_default().trim_end_matches(".rs");
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == own) else { continue };
        for other in rooms_used(&text) {
            if rooms.contains(other) && other != own && !allowed.contains(&other) {
                upward.push(format!("{file} uses {other}"));
            }
        }
    }
    assert!(upward.is_empty(), "imports that point up: {upward:#?}");
}

#[test]
fn libraries_stay_in_their_rooms() {
    let mut strays = Vec::new();
    for (file, text) in house() {
        for (library, homes) in HOMES {
            let name = format!("{library}::");
            let named = |line: &str| {
                let mut places = line.match_indices(name.as_str());
                places.any(|(at, _)| {
                    !line[..at].ends_with(|c: char| c == ':' || c == '_' || c.is_alphanumeric())
                })
            };
            if code(&text).any(named) && !homes.iter().any(|home| file.starts_with(home)) {
                strays.push(format!("{file} uses {library}"));
            }
        }
    }
    assert!(strays.is_empty(), "{strays:#?}");
}

/// Which files of the screen may speak of colours: all others name a `Meaning`.
const COLOURED: &[&str] = &["ui/style.rs", "ui/theme/reading.rs", "ui/theme.rs"];

#[test]
fn views_name_meanings_and_no_colours() {
    let screen = house().into_iter().filter(|(file, _)| file.starts_with("ui/"));
    let names = |text: &str| code(text).any(|line| line.contains("Color"));
    let coloured: Vec<String> = screen.filter(|(_, text)| names(text)).map(|(file, _)| file).collect();
    assert_eq!(coloured, COLOURED);
}

#[test]
fn files_stay_small() {
    let sizes = house().into_iter().map(|(file, text)| (file, text.lines().count()));
    let long: Vec<_> = sizes.filter(|(_, lines)| *lines > 300).collect();
    assert!(long.is_empty(), "files over 300 lines: {long:#?}");
}

/// The functions of a file, but its tests, each with how many lines it takes: as it is formatted, one
/// ends with the first brace that stands in the column that its own line begins in.
fn functions(text: &str) -> Vec<(&str, usize)> {
    let lines: Vec<&str> = text.lines().take_while(|line| *line != "#[cfg(test)]").collect();
    let is_before =
        |word: &&str| matches!(*word, "const" | "async") || word.starts_with("pub") || word.ends_with(')');
    let begins = |line: &str| {
        let own = line.trim_start();
        let is_one = own.split(' ').find(|word| !is_before(word)) == Some("fn");
        is_one.then(|| line.len() - own.len())
    };
    let found = lines.iter().enumerate().filter_map(|(from, line)| Some((from, line, begins(line)?)));
    let sized = found.filter_map(|(from, line, column)| {
        let ends = |line: &&str| line.trim_start() == "}" && line.len() == column + 1;
        // One without lines of its own ends with its line.
        let to =
            if line.ends_with([';', '}']) { from } else { from + lines[from..].iter().position(ends)? };
        Some((line.trim(), to - from + 1))
    });
    sized.collect()
}

#[test]
fn functions_stay_short() {
    let house = house();
    let sized = house.iter().flat_map(|(file, text)| functions(text).into_iter().map(move |of| (file, of)));
    let (long, rest): (Vec<_>, Vec<_>) = sized.partition(|(_, (_, lines))| *lines > 60);
    assert!(long.is_empty(), "functions over 60 lines: {long:#?}");
    assert!(rest.len() > 1000, "they are found: {}", rest.len());
}

/// Whether terminals disagree if a character is one or two cells wide (East Asian Ambiguous).
fn is_ambiguous(ch: char) -> bool {
    use unicode_width::UnicodeWidthChar;
    ch.width() != ch.width_cjk()
}

/// Everything a user reads that the program brings along, each with where it stands.
fn words() -> Vec<(String, String)> {
    let mut words = Vec::new();
    for lang in Lang::ALL {
        for (name, source) in locales::sources(lang) {
            let lines = source.lines().filter(|line| !line.starts_with('#'));
            words.extend(lines.map(|line| (format!("{lang}/{name}.ftl"), line.to_owned())));
        }
        for action in Action::ALL {
            words.push((format!("{action:?}"), format!("{}{}", action.help(lang), action.hint(lang))));
        }
    }
    for kind in Kind::ALL {
        for spec in record::specs(kind) {
            words.push((format!("{}.{}", kind.code(), spec.key), format!("{}{}", spec.zh, spec.en)));
            if let Shape::Choice(options) = spec.shape {
                let options = options.iter().map(|o| (spec.key.to_owned(), format!("{}{}", o.zh, o.en)));
                words.extend(options);
            }
        }
    }
    words
}

#[test]
fn no_word_is_of_ambiguous_width() {
    let ambiguous = |text: &str| text.chars().filter(|ch| is_ambiguous(*ch)).collect::<String>();
    let bad: Vec<_> = words()
        .into_iter()
        .map(|(place, text)| (place, ambiguous(&text), text))
        .filter(|(_, found, _)| !found.is_empty())
        .collect();
    assert!(bad.is_empty(), "{bad:#?}");
}

#[test]
fn every_action_has_a_row_and_no_key_two() {
    let tables = Kind::ALL.map(Place::Ledger);
    for place in PLACES.iter().chain(&tables) {
        let mut seen = BTreeMap::new();
        for binding in BINDINGS.iter().filter(|binding| binding.is_at(*place)) {
            for key in binding.keys {
                let other = seen.insert(*key, binding.action);
                assert!(other.is_none(), "{place:?}: {key} does both {other:?} and {:?}", binding.action);
            }
        }
    }
    let bound: BTreeSet<Action> = BINDINGS.iter().map(|b| b.action).collect();
    assert_eq!(bound, Action::ALL.iter().copied().collect());
}

#[test]
fn the_digits_are_as_many_as_the_divisions() {
    let digits = binding(Action::Division).expect("a row");
    for (divisions, shown) in [(1, "1"), (2, "1-2"), (6, "1-6"), (9, "1-9")] {
        assert_eq!((digits.shown(divisions), digits.shown_first(divisions)), (shown.into(), shown.into()));
    }
}

/// So many keys stand in a line of the README's table.
const ACROSS: usize = 4;

/// The README's key table, as the key table has it.
fn key_table() -> String {
    let mut table = format!("|{}\n|{}\n", " Key | Does |".repeat(ACROSS), " --- | --- |".repeat(ACROSS));
    let keyed: Vec<&Binding> = BINDINGS.iter().filter(|b| !b.keys.is_empty()).collect();
    for line in keyed.chunks(ACROSS) {
        let cells: Vec<String> = line.iter().map(|binding| key_cells(binding)).collect();
        writeln!(table, "| {} |", cells.join(" | ")).expect("writing to a text");
    }
    table
}

fn key_cells(binding: &Binding) -> String {
    // The README tells of the built-in charter's six divisions.
    let shown = binding.shown(6);
    let keys: Vec<String> = shown.split(' ').map(|key| format!("`{}`", key.replace('|', "\\|"))).collect();
    let (en, zh) = (binding.action.help(Lang::En), binding.action.help(Lang::Zh));
    format!("{} | {en} · {zh}", keys.join(" "))
}

/// Set `GUATU_WRITE_README` to have the table written anew.
#[test]
fn the_readme_has_the_key_table() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(&path).expect("a README");
    let (begin, end) = ("<!-- keys -->\n", "<!-- /keys -->");
    let from = readme.find(begin).expect("the table's begin") + begin.len();
    let to = readme.find(end).expect("the table's end");
    if std::env::var_os("GUATU_WRITE_README").is_some() {
        let written = format!("{}{}{}", &readme[..from], key_table(), &readme[to..]);
        fs::write(&path, written).expect("a writable README");
        return;
    }
    assert_eq!(
        &readme[from..to],
        key_table(),
        "`GUATU_WRITE_README=1 cargo test --test house` writes it anew"
    );
    assert!(readme.lines().count() < 250, "the README is to stay short");
}
