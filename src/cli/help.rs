//! The command line in the reader's language: its words stand in the locale files by the place of
//! a command or flag: `help-server-stop`, `help-serve--group`. May use `locales`.

use clap::{Arg, Command, CommandFactory};

use super::Cli;
use crate::domain::Lang;
use crate::locales;

/// The command line with its words.
pub(super) fn command(lang: Lang) -> Command {
    say(Cli::command(), "help", lang)
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
    for name in below {
        let key = format!("{key}-{name}");
        command = command.mut_subcommand(name, |one| say(one, &key, lang));
    }
    command
}

#[cfg(test)]
mod tests {
    use super::command;
    use crate::domain::Lang;

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
    fn the_command_line_is_sound() {
        command(Lang::En).debug_assert();
    }
}
