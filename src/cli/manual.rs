//! `guatu man DIR`: a page for each command, from its definition, in the reader's language.
//! May use `locales`.

use std::fs;
use std::io::{self, Write, stdout};
use std::path::Path;

use clap::Command;
use clap_mangen::Man;

use super::help;
use crate::domain::Lang;
use crate::error::Failure;
use crate::locales;
use crate::say;
use crate::server::requests::stored::shown;

/// The headings that the library knows, each with the name of our word for it.
const HEADINGS: &[(&str, &str)] = &[
    ("NAME", "manual-name"),
    ("SYNOPSIS", "manual-synopsis"),
    ("DESCRIPTION", "manual-description"),
    ("OPTIONS", "manual-options"),
    ("SUBCOMMANDS", "manual-commands"),
    ("EXTRA", "manual-fields"),
    ("VERSION", "manual-version"),
];

/// Writes the pages into a folder, which is made; pages that are there are written anew.
pub(super) fn write(folder: &Path, lang: Lang) -> Result<i32, Failure> {
    let unusable = |path: &Path, error: &io::Error| Failure::file(lang, path, error);
    fs::create_dir_all(folder).map_err(|error| unusable(folder, &error))?;
    let pages = pages(lang).map_err(|error| Failure::system(lang, &error))?;
    for (name, page) in &pages {
        let path = folder.join(name);
        fs::write(&path, page).map_err(|error| unusable(&path, &error))?;
    }
    let said = say!(lang, "command-manual", count = pages.len(), folder = shown(folder));
    writeln!(stdout(), "{said}").map_err(|error| Failure::system(lang, &error))?;
    Ok(0)
}

/// Every page with the name of its file.
fn pages(lang: Lang) -> io::Result<Vec<(String, String)>> {
    let mut pages = Vec::new();
    collect(help::for_files(lang), lang, &mut pages)?;
    Ok(pages)
}

fn collect(command: Command, lang: Lang, pages: &mut Vec<(String, String)>) -> io::Result<()> {
    for below in command.get_subcommands().filter(|below| !below.is_hide_set()).cloned() {
        collect(below, lang, pages)?;
    }
    let man = Man::new(command);
    let name = man.get_filename();
    let mut page = Vec::new();
    man.render(&mut page)?;
    let title = title(name.trim_end_matches(".1"), lang);
    pages.push((name, headed(&String::from_utf8_lossy(&page), &title, lang)));
    Ok(())
}

/// The line that names a page: the library leaves an empty date out, and what follows slips. And lines
/// are not stretched to one length: where words have no spaces, few gaps would take it all.
fn title(name: &str, lang: Lang) -> String {
    let program = [env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION")].join(" ");
    format!(".TH \"{name}\" 1 \"\" \"{program}\" \"{}\"\n.ad l\n.nh", say!(lang, "manual-book"))
}

/// A page with its title, and its headings in the reader's language.
fn headed(page: &str, title: &str, lang: Lang) -> String {
    let line = |line: &str| {
        if line.starts_with(".TH ") {
            return title.to_owned();
        }
        let known = line.strip_prefix(".SH ").map(|name| name.trim_matches('"'));
        let word = known.and_then(|name| HEADINGS.iter().find(|(heading, _)| *heading == name));
        word.map_or_else(|| line.to_owned(), |(_, key)| format!(".SH {}", locales::text(lang, key, None)))
    };
    page.lines().map(|text| line(text) + "\n").collect()
}

#[cfg(test)]
mod tests {
    use super::pages;
    use crate::domain::Lang;

    #[test]
    fn each_command_has_a_page_with_its_words_in_both_languages() {
        for lang in Lang::ALL {
            let pages = pages(lang).unwrap_or_default();
            let page = |name: &str| {
                let found = pages.iter().find(|(file, _)| file == name);
                found.map(|(_, page)| page.as_str()).unwrap_or_default()
            };
            for name in ["guatu.1", "guatu-list.1", "guatu-server-stop.1", "guatu-report-week.1"] {
                assert!(page(name).contains(".TH "), "{name}");
            }
            assert!(page("guatu-set.1").contains("next_step"), "the fields are told");
            let headings = |page: &str| page.lines().filter(|line| line.starts_with(".SH")).count();
            for (name, page) in &pages {
                assert!(page.contains(lang.pick(".SH 名称\n", ".SH NAME\n")), "{name}: {page}");
                assert!(headings(page) >= 3 && !page.contains("help-"), "{name}: {page}");
                let is_english = |line: &str| line.starts_with(".SH") && line.is_ascii();
                assert!(lang == Lang::En || !page.lines().any(is_english), "{name}: {page}");
            }
        }
    }
}
