//! A call that is not understood: one sentence in the reader's language and how the command is
//! called. May use `locales`.

use std::ffi::OsString;

use clap::Command;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use crate::domain::Lang;
use crate::say;
use crate::ui::text::clean;

/// What is said of a call; nothing where clap's own words are what was asked for: help, version.
pub(super) fn said(error: &Error, words: &[OsString], command: Command, lang: Lang) -> Option<String> {
    use ErrorKind::{DisplayHelp, DisplayHelpOnMissingArgumentOrSubcommand, DisplayVersion};
    if matches!(error.kind(), DisplayHelp | DisplayHelpOnMissingArgumentOrSubcommand | DisplayVersion) {
        return None;
    }
    let usage = say!(lang, "usage-line", usage = usage(command, words));
    Some(format!("{}\n{usage}", sentence(error, lang)))
}

fn sentence(error: &Error, lang: Lang) -> String {
    let arg = word(error, ContextKind::InvalidArg);
    let value = word(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let word = word(error, ContextKind::InvalidSubcommand);
            near(error, ContextKind::SuggestedSubcommand).map_or_else(
                || say!(lang, "usage-command", word = word.as_str()),
                |near| say!(lang, "usage-command-near", word = word.as_str(), near = near),
            )
        }
        ErrorKind::UnknownArgument if !arg.starts_with('-') => say!(lang, "usage-extra", word = arg),
        ErrorKind::UnknownArgument => near(error, ContextKind::SuggestedArg).map_or_else(
            || say!(lang, "usage-flag", word = arg.as_str()),
            |near| say!(lang, "usage-flag-near", word = arg.as_str(), near = near),
        ),
        ErrorKind::MissingRequiredArgument => say!(lang, "usage-missing", what = arg),
        ErrorKind::InvalidValue if value.is_empty() => say!(lang, "usage-no-value", arg = arg),
        ErrorKind::InvalidValue
        | ErrorKind::ValueValidation
        | ErrorKind::TooManyValues
        | ErrorKind::WrongNumberOfValues => say!(lang, "usage-value", arg = arg, value = value),
        ErrorKind::TooFewValues | ErrorKind::NoEquals => say!(lang, "usage-no-value", arg = arg),
        ErrorKind::ArgumentConflict => {
            let other = word(error, ContextKind::PriorArg);
            if other == arg || other.is_empty() {
                say!(lang, "usage-twice", arg = arg)
            } else {
                say!(lang, "usage-conflict", arg = arg, other = other)
            }
        }
        _ => say!(lang, "usage-other"),
    }
}

/// What the error has to say of one thing, fit for a terminal.
fn word(error: &Error, kind: ContextKind) -> String {
    error.get(kind).map(|value| clean(&value.to_string()).into_owned()).unwrap_or_default()
}

/// The first of what may have been meant.
fn near(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(one) => Some(one.clone()),
        ContextValue::Strings(all) => all.first().cloned(),
        _ => None,
    }
}

/// How the command that the words name is called.
fn usage(mut command: Command, words: &[OsString]) -> String {
    command.build();
    for word in words.iter().skip(1).filter_map(|word| word.to_str()) {
        if let Some(below) = command.find_subcommand(word) {
            command = below.clone();
        }
    }
    command.render_usage().to_string().trim_start_matches("Usage: ").to_owned()
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::said;
    use crate::cli::help;
    use crate::domain::Lang;

    fn told(words: &[&str], lang: Lang) -> Option<String> {
        let words: Vec<OsString> = ["guatu"].iter().chain(words).map(OsString::from).collect();
        let error = help::command(lang).try_get_matches_from(&words).err()?;
        said(&error, &words, help::command(lang), lang)
    }

    #[test]
    fn what_is_wrong_and_how_it_is_called_in_both_languages() {
        let table: &[(&[&str], &str, &str, &str)] = &[
            (
                &["stauts"],
                "没有命令 stauts，是否要用 status？",
                "There is no command stauts; did you mean status?",
                "guatu [OPTIONS] [COMMAND]",
            ),
            (
                &["server", "qqq"],
                "没有命令 qqq。",
                "There is no command qqq.",
                "guatu server [OPTIONS] <COMMAND>",
            ),
            (
                &["status", "--jsno"],
                "没有参数 --jsno，是否要用 --json？",
                "There is no flag --jsno; did you mean --json?",
                "guatu status [OPTIONS]",
            ),
            (&["status", "--qqq"], "没有参数 --qqq。", "There is no flag --qqq.", "guatu status [OPTIONS]"),
            (&["status", "more"], "多出了 more。", "more is one word too many.", "guatu status [OPTIONS]"),
            (
                &["move", "L1"],
                "还缺 <STAGE>。",
                "Missing: <STAGE>.",
                "guatu move [OPTIONS] <ID> <STAGE> [FIELD=VALUE]...",
            ),
            (
                &["history", "--limit", "x"],
                "--limit <LIMIT> 不能是 x。",
                "--limit <LIMIT> cannot be x.",
                "guatu history [OPTIONS] [ID]",
            ),
            (&["status", "--json=x"], "--json 不能是 x。", "--json cannot be x.", "guatu status [OPTIONS]"),
            (
                &["status", "--data"],
                "--data <DIR> 后面要写明内容。",
                "--data <DIR> needs a value.",
                "guatu status [OPTIONS]",
            ),
            (
                &["list", "lead", "--json", "--csv"],
                "--json 不能与 --csv 同用。",
                "--json cannot be used with --csv.",
                "guatu list [OPTIONS] <KIND>",
            ),
            (
                &["list", "lead", "--csv", "--csv"],
                "--csv 只能写一次。",
                "--csv can be given only once.",
                "guatu list [OPTIONS] <KIND>",
            ),
        ];
        for (words, zh, en, usage) in table {
            assert_eq!(told(words, Lang::Zh), Some(format!("{zh}\n用法：{usage}")), "{words:?}");
            assert_eq!(told(words, Lang::En), Some(format!("{en}\nUsage: {usage}")), "{words:?}");
        }
    }

    #[test]
    fn what_was_asked_for_is_no_mistake() {
        for words in [&["--help"][..], &["set", "--help"], &["--version"], &["server"]] {
            assert_eq!(told(words, Lang::Zh), None, "{words:?}");
        }
    }
}
