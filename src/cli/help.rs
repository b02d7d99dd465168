//! The command line in the reader's language: its words stand in the locale files by the place of
//! a command or flag: `help-server-stop`, `help-serve--group`. May use `domain`, `locales`, `ui::width`.

use clap::{Arg, Command, CommandFactory};

use super::Cli;
use super::dress::dress;
use crate::domain::{FieldKey, Kind, Lang};
use crate::locales;
use crate::say;
use crate::ui::width;

/// The command line with its words.
pub(super) fn command(lang: Lang) -> Command {
    dress(say(Cli::command(), "help", lang), lang)
}

/// The same without the command `help`, for what is made of it: pages, completions.
pub(super) fn for_files(lang: Lang) -> Command {
    dress(say(Cli::command().disable_help_subcommand(true), "help", lang), lang)
}

fn say(command: Command, key: &str, lang: Lang) -> Command {
    let word = |key: &str| locales::text(lang, key, None);
    let below: Vec<String> = command.get_subcommands().map(|one| one.get_name().to_owned()).collect();
    let mut command = command.about(word(key)).long_about(None).mut_args(|arg: Arg| {
        let help = word(&format!("{key}--{}", arg.get_id()));
        // `--data` is said once, at the top.
        if arg.is_hide_set() || (arg.is_global_set() && key != "help") {
            arg
        } else {
            arg.help(help).long_help(None)
        }
    });
    if matches!(key, "help-add" | "help-set") {
        command = command.after_help(fields(lang));
    }
    for name in below {
        let key = format!("{key}-{name}");
        command = command.mut_subcommand(name, |one| say(one, &key, lang));
    }
    command
}

/// The fields of every kind that can be given, by the words that name them.
fn fields(lang: Lang) -> String {
    let of = |kind: Kind| {
        let given: Vec<_> = FieldKey::all(kind).filter(|field| field.is_given()).collect();
        let widest = given.iter().map(|field| width::of(field.key())).max()?;
        let head = format!("{} ({})", kind.code(), say!(lang, "view-kind", kind = kind.code()));
        let row = |field: &FieldKey| {
            let (key, label) = (field.key(), field.spec().label(lang));
            format!("  {key}{}{label}", " ".repeat(widest + 2 - width::of(key)))
        };
        Some(std::iter::once(head).chain(given.iter().map(row)).collect::<Vec<_>>().join("\n"))
    };
    let kinds = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Charter).filter_map(of);
    std::iter::once(say!(lang, "help-fields")).chain(kinds).collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::command;
    use crate::domain::{FieldKey, Kind, Lang};
    use crate::locales;

    fn words(command: &clap::Command, found: &mut Vec<String>) {
        let of_args =
            command.get_arguments().filter(|arg| !arg.is_hide_set()).filter_map(clap::Arg::get_help);
        found.extend(command.get_about().into_iter().chain(of_args).map(ToString::to_string));
        command.get_subcommands().for_each(|one| words(one, found));
    }

    #[test]
    fn every_command_and_flag_has_its_words_in_both_languages() {
        for lang in Lang::ALL {
            let mut found = Vec::new();
            words(&command(lang), &mut found);
            assert!(found.len() > 10);
            let missing: Vec<_> = found.iter().filter(|word| word.starts_with("help")).collect();
            assert!(missing.is_empty(), "{lang}: {missing:?}");
        }
    }

    #[test]
    fn add_and_set_name_every_field_that_they_take() {
        for lang in Lang::ALL {
            for name in ["add", "set"] {
                let mut line = command(lang);
                let verb = line.find_subcommand_mut(name);
                let help = verb.map(|verb| verb.render_help().to_string()).unwrap_or_default();
                let given = |key: &str, label: &str| {
                    help.lines().any(|row| {
                        row.split_once(key)
                            .is_some_and(|(before, after)| before.trim().is_empty() && after.trim() == label)
                    })
                };
                for field in Kind::ALL.into_iter().skip(1).flat_map(FieldKey::all).filter(|f| f.is_given()) {
                    assert!(given(field.key(), field.spec().label(lang)), "{lang} {name}: {field:?}");
                }
                assert!(!help.contains("stage_since"), "kept by the program");
            }
        }
    }

    fn keys(command: &clap::Command, key: &str, found: &mut BTreeSet<String>) {
        found.insert(key.to_owned());
        found.extend(command.get_arguments().map(|arg| format!("{key}--{}", arg.get_id())));
        for one in command.get_subcommands() {
            keys(one, &format!("{key}-{}", one.get_name()), found);
        }
    }

    #[test]
    fn no_words_are_left_of_a_command_that_is_gone() {
        let mut known = BTreeSet::new();
        keys(&command(Lang::En), "help", &mut known);
        let sources = locales::sources(Lang::En).iter().flat_map(|(_, source)| source.lines());
        let words = sources.filter_map(|line| line.split_once(" = ")).map(|(key, _)| key);
        let left: Vec<_> = words
            .filter(|key| *key == "help" || key.starts_with("help-"))
            .filter(|key| *key != "help-fields" && !known.contains(*key))
            .collect();
        assert!(left.is_empty(), "{left:?}");
    }

    #[test]
    fn the_command_line_is_sound() {
        command(Lang::En).debug_assert();
    }
}
