//! What clap says of its own in every help page, in the reader's language: headings, the words that
//! stand for values, the help of `--help`. May use `locales`.

use clap::{Arg, Command};

use crate::domain::Lang;
use crate::locales;
use crate::say;

/// Says it for a command and all below it.
pub(super) fn dress(mut command: Command, lang: Lang) -> Command {
    // What clap adds of its own is there once it is built.
    command.build();
    put_on(command, lang)
}

fn put_on(command: Command, lang: Lang) -> Command {
    let command = command
        .mut_args(|arg| named(own(arg, lang), lang))
        .subcommand_value_name(say!(lang, "usage-word-command"))
        .mut_subcommands(|below| {
            let below =
                if below.get_name() == "help" { below.about(say!(lang, "usage-help-help")) } else { below };
            put_on(below, lang)
        });
    let usage = usage(&mut command.clone(), lang);
    let page = page(&command, lang);
    command.override_usage(usage).help_template(page)
}

/// How a command is called, without a heading.
fn usage(command: &mut Command, lang: Lang) -> String {
    let usage = command.render_usage().to_string();
    let options = format!("[{}]", say!(lang, "usage-word-options"));
    usage.trim_start_matches("Usage: ").replace("[OPTIONS]", &options)
}

/// The order of a help page, with its headings.
fn page(command: &Command, lang: Lang) -> String {
    let head = command.get_styles().get_header();
    let block = |key: &str, there: bool, what: &str| {
        there.then(|| format!("\n\n{head}{}{head:#}\n{what}", locales::text(lang, key, None)))
    };
    let blocks = [
        block("usage-commands", command.has_subcommands(), "{subcommands}"),
        block("usage-arguments", command.get_positionals().next().is_some(), "{positionals}"),
        block("usage-options", command.get_arguments().any(|arg| !arg.is_positional()), "{options}"),
    ];
    let usage = say!(lang, "usage-line", usage = "{usage}");
    let blocks: String = blocks.into_iter().flatten().collect();
    format!("{{about-with-newline}}\n{usage}{blocks}{{after-help}}")
}

/// The help of what clap adds.
fn own(arg: Arg, lang: Lang) -> Arg {
    match arg.get_id().as_str() {
        "help" => arg.help(say!(lang, "usage-help-flag")).long_help(None),
        "version" => arg.help(say!(lang, "usage-version-flag")),
        _ => arg,
    }
}

/// The word that stands for a value: 目录 for `DIR`.
fn named(arg: Arg, lang: Lang) -> Arg {
    let Some([name]) = arg.get_value_names() else { return arg };
    let key = key_of(name);
    arg.value_name(locales::text(lang, &key, None))
}

fn key_of(name: &str) -> String {
    format!("usage-word-{}", name.to_lowercase().replace(['=', '_'], "-"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::CommandFactory;

    use super::key_of;
    use crate::cli::{Cli, help};
    use crate::domain::Lang;
    use crate::locales;
    use crate::ui::width;

    /// Every page of help: of a command and of all below it.
    fn pages(command: &mut clap::Command) -> Vec<String> {
        let page = command.render_help().to_string();
        let below = command.get_subcommands_mut().filter(|one| !one.is_hide_set()).flat_map(pages);
        std::iter::once(page).chain(below.collect::<Vec<_>>()).collect()
    }

    #[test]
    fn a_page_in_chinese_has_no_english_of_claps_own() {
        let pages = pages(&mut help::command(Lang::Zh));
        assert!(pages.len() > 20);
        for page in pages {
            let own = ["Usage", "Options", "Commands", "Arguments", "OPTIONS", "COMMAND", "Print", "env:"];
            for word in own.into_iter().chain(["usage-", "help-"]) {
                assert!(!page.contains(word), "{word}: {page}");
            }
            assert!(page.contains("用法：guatu") && !page.contains("\n\n\n"), "{page}");
            let is_english = |at: usize| page[at + 1..].starts_with(|ch: char| ch.is_ascii_alphabetic());
            let english = page.match_indices(['<', '[']).any(|(at, _)| is_english(at));
            assert!(!english, "a value without a word of its own: {page}");
        }
    }

    #[test]
    fn no_word_is_left_of_a_value_that_is_gone() {
        fn keys(command: &clap::Command, found: &mut BTreeSet<String>) {
            let names = command.get_arguments().filter_map(clap::Arg::get_value_names).flatten();
            found.extend(names.map(|name| key_of(name)));
            command.get_subcommands().for_each(|one| keys(one, found));
        }
        let mut known = BTreeSet::from(["command", "options"].map(key_of));
        let mut command = Cli::command();
        command.build();
        keys(&command, &mut known);
        let sources = locales::sources(Lang::En).iter().flat_map(|(_, source)| source.lines());
        let written = sources.filter_map(|line| line.split_once(" = ")).map(|(key, _)| key);
        let left: Vec<_> =
            written.filter(|key| key.starts_with("usage-word-") && !known.contains(*key)).collect();
        assert!(left.is_empty(), "{left:?}");
    }

    #[test]
    fn a_page_in_english_has_every_word() {
        for page in pages(&mut help::command(Lang::En)) {
            assert!(page.contains("Usage: guatu") && !page.contains("usage-"), "{page}");
        }
    }

    #[test]
    fn what_a_page_says_of_options_begins_in_one_column() {
        for lang in Lang::ALL {
            for page in pages(&mut help::command(lang)) {
                let rows = page.lines().filter(|line| line.trim_start().starts_with('-'));
                let starts = rows.filter_map(|row| {
                    let flags = row.trim_start();
                    let (flag, _) = flags.split_once("  ")?;
                    let help = flags[flag.len()..].trim_start();
                    Some(width::of(row.strip_suffix(help)?))
                });
                let starts: Vec<usize> = starts.collect();
                assert!(starts.windows(2).all(|pair| pair[0] == pair[1]), "{starts:?} {page}");
            }
        }
    }
}
