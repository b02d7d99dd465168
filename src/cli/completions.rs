//! `guatu completions`: what a shell needs to complete the command line, from its definition, with
//! the words of kinds, forms and stages. May use `domain`, `exchange`.

use std::io::{Write, stdout};

use clap::builder::PossibleValuesParser;
use clap::{Command, ValueEnum};
use clap_complete::generate;
use clap_complete::shells::{Bash, Fish, Zsh};

use super::help;
use crate::domain::{Choice, Kind, Lang, Stage};
use crate::error::Failure;
use crate::exchange::export::{Form, KINDS};
use crate::exchange::import::What;

/// What is completed.
const NAME: &str = env!("CARGO_PKG_NAME");

/// The shells that are spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Shell {
    /// GNU Bash.
    Bash,
    /// Zsh.
    Zsh,
    /// Fish.
    Fish,
}

/// Prints the script of a shell.
pub(super) fn print(shell: Shell, lang: Lang) -> Result<i32, Failure> {
    match stdout().write_all(&script(shell, lang)) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(Failure::system(lang, &error)),
        _ => Ok(0),
    }
}

fn script(shell: Shell, lang: Lang) -> Vec<u8> {
    let mut command = with_words(help::for_files(lang));
    let mut script = Vec::new();
    match shell {
        Shell::Bash => generate(Bash, &mut command, NAME, &mut script),
        Shell::Zsh => generate(Zsh, &mut command, NAME, &mut script),
        Shell::Fish => {
            generate(Fish, &mut command, NAME, &mut script);
            script.extend(fish_words().into_bytes());
        }
    }
    script
}

/// The arguments that stand for words of ours: command, argument, words.
fn words() -> [(&'static str, &'static str, Vec<&'static str>); 7] {
    let codes = |kinds: &[Kind]| kinds.iter().map(|kind| kind.code()).collect::<Vec<_>>();
    let stages = Stage::ALL.iter().map(|stage| stage.code()).collect();
    [
        ("list", "kind", codes(&Kind::ALL)),
        ("add", "kind", codes(&Kind::ALL)),
        ("move", "stage", stages),
        ("export", "kind", codes(&KINDS)),
        ("export", "form", Form::words().to_vec()),
        ("export", "lang", vec!["zh", "en"]),
        ("import", "kind", What::ALL.iter().map(|what| what.code()).collect()),
    ]
}

/// The command line with those words. They are offered, and not all that is taken: a stage can be
/// typed by its label.
fn with_words(command: Command) -> Command {
    words().into_iter().fold(command, |command, (verb, arg, words)| {
        command.mut_subcommand(verb, |verb| {
            verb.mut_arg(arg, |arg| arg.value_parser(PossibleValuesParser::new(words)))
        })
    })
}

/// The same for Fish, whose scripts leave the words of arguments out.
fn fish_words() -> String {
    let line = |(verb, _, words): (_, _, Vec<&str>)| {
        let when = format!("__fish_{NAME}_using_subcommand {verb}");
        format!("complete -c {NAME} -n \"{when}\" -f -a \"{}\"\n", words.join(" "))
    };
    // Those of flags it has.
    words().into_iter().filter(|(verb, ..)| !["export", "import"].contains(verb)).map(line).collect()
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum;

    use super::{Shell, script};
    use crate::domain::Lang;

    #[test]
    fn every_shell_is_told_of_commands_flags_kinds_and_stages_in_both_languages() {
        for lang in Lang::ALL {
            for shell in Shell::value_variants() {
                let script = String::from_utf8(script(*shell, lang)).unwrap_or_default();
                for word in
                    ["status", "restore", "replace", "six_one", "build", "since-mark", "xlsx", "talents"]
                {
                    assert!(script.contains(word), "{shell:?} {lang}: {word}");
                }
                assert!(!script.contains("help-"), "{shell:?}: a word without its text");
            }
            let described = String::from_utf8(script(Shell::Fish, lang)).unwrap_or_default();
            assert!(described.contains(lang.pick("输出 JSON", "As JSON")), "{lang}");
        }
    }
}
