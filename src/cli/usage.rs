//! A call that is not understood: one sentence in the reader's language and how the command is
//! called. May use `locales`.

use std::ffi::OsString;
use std::path::Path;

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use clap::{Arg, Command};

use crate::domain::Lang;
use crate::say;
use crate::ui::text::clean;

/// What is said of a call; nothing where clap's own words are what was asked for: help, version.
pub(super) fn said(error: &Error, words: &[OsString], command: Command, lang: Lang) -> Option<String> {
    use ErrorKind::{DisplayHelp, DisplayHelpOnMissingArgumentOrSubcommand, DisplayVersion};
    if matches!(error.kind(), DisplayHelp | DisplayHelpOnMissingArgumentOrSubcommand | DisplayVersion) {
        return None;
    }
    if let Some(said) = verb_for_folder(words, &command, lang) {
        return Some(said);
    }
    let mut called = called(command, words);
    let sentence = sentence(error, &called, lang);
    let usage = called.render_usage().to_string();
    let usage = say!(lang, "usage-line", usage = usage.trim_start_matches("Usage: "));
    Some(format!("{sentence}\n{usage}"))
}

/// What is said where a command stands in the place of the data folder, and no folder is called so.
pub(super) fn verb_for_folder(words: &[OsString], command: &Command, lang: Lang) -> Option<String> {
    let word = data_of(words)?;
    let is_verb = !Path::new(word).exists() && command.find_subcommand(word).is_some();
    is_verb.then(|| say!(lang, "usage-verb-for-folder", word = word))
}

/// What stands after `--data`.
fn data_of(words: &[OsString]) -> Option<&str> {
    let mut words = words.iter().map(|word| word.to_str().unwrap_or_default());
    words.find_map(|word| word.strip_prefix("--data")).and_then(|rest| match rest {
        "" => words.next(),
        rest => rest.strip_prefix('='),
    })
}

fn sentence(error: &Error, called: &Command, lang: Lang) -> String {
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
        ErrorKind::MissingRequiredArgument => {
            say!(lang, "usage-missing", what = missing(error, called, lang))
        }
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

/// What is missing, each with what can stand there.
fn missing(error: &Error, called: &Command, lang: Lang) -> String {
    let Some(ContextValue::Strings(all)) = error.get(ContextKind::InvalidArg) else { return String::new() };
    let bare = |word: &str| word.trim_end_matches("...").to_owned();
    let told = |what: &String| {
        let what = bare(what);
        let arg = called.get_arguments().find(|arg| bare(&arg.to_string()) == what);
        match arg.and_then(Arg::get_help) {
            Some(help) => say!(lang, "usage-missing-one", what = what, help = help.to_string()),
            None => what,
        }
    };
    all.iter().map(told).collect::<Vec<_>>().join(lang.pick("、", ", "))
}

/// The command that the words name.
fn called(mut command: Command, words: &[OsString]) -> Command {
    for word in words.iter().skip(1).filter_map(|word| word.to_str()) {
        if let Some(below) = command.find_subcommand(word) {
            command = below.clone();
        }
    }
    command
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::{said, verb_for_folder};
    use crate::cli::help;
    use crate::domain::Lang;

    /// What stands for values in a usage line, in both languages.
    const WORDS: &[(&str, &str)] = &[
        ("OPTIONS", "选项"),
        ("COMMAND", "命令"),
        ("ID", "编号"),
        ("STAGE", "阶段"),
        ("FIELD=VALUE", "字段=值"),
        ("KIND", "类别"),
    ];

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
                "还缺 <阶段>（阶段：lead、talk、sign、land、build、run、park、end）。",
                "Missing: <STAGE> (The stage: lead, talk, sign, land, build, run, park or end).",
                "guatu move [OPTIONS] <ID> <STAGE> [FIELD=VALUE]...",
            ),
            (
                &["set", "L1"],
                "还缺 <字段=值>（字段=值，如 amount=5000万；guatu set --help 列出全部字段）。",
                "Missing: <FIELD=VALUE> (Fields with values, like amount=5000万; guatu set --help lists the \
                 fields).",
                "guatu set [OPTIONS] <ID> <FIELD=VALUE>...",
            ),
            (
                &["history", "--limit", "x"],
                "--limit <数量> 不能是 x。",
                "--limit <NUMBER> cannot be x.",
                "guatu history [OPTIONS] [ID]",
            ),
            (&["status", "--json=x"], "--json 不能是 x。", "--json cannot be x.", "guatu status [OPTIONS]"),
            (
                &["status", "--data"],
                "--data <目录> 后面要写明内容。",
                "--data <DIR> needs a value.",
                "guatu status [OPTIONS]",
            ),
            (
                &["list", "lead", "--json", "--csv"],
                "--json 不能与 --csv 同用。",
                "--json cannot be used with --csv.",
                "guatu list [OPTIONS] [KIND]",
            ),
            (
                &["list", "lead", "--csv", "--csv"],
                "--csv 只能写一次。",
                "--csv can be given only once.",
                "guatu list [OPTIONS] [KIND]",
            ),
        ];
        for (words, zh, en, usage) in table {
            let in_chinese = WORDS.iter().fold((*usage).to_owned(), |usage, (en, zh)| usage.replace(en, zh));
            assert_eq!(told(words, Lang::Zh), Some(format!("{zh}\n用法：{in_chinese}")), "{words:?}");
            assert_eq!(told(words, Lang::En), Some(format!("{en}\nUsage: {usage}")), "{words:?}");
        }
    }

    #[test]
    fn a_command_in_the_place_of_the_folder_is_told() {
        for words in [
            &["--data", "status"][..],
            &["--data=status"],
            &["--data", "import", "leads.csv"],
            &["list", "lead", "--data", "status"],
        ] {
            let words: Vec<OsString> = ["guatu"].iter().chain(words).map(OsString::from).collect();
            for (lang, word) in [(Lang::Zh, "--data 目录"), (Lang::En, "--data DIR")] {
                let said = verb_for_folder(&words, &help::command(lang), lang);
                assert!(said.is_some_and(|said| said.contains(word)), "{words:?}");
            }
        }
        for words in [&["--data", "src"][..], &["--data", "/srv/guatu"], &["--data", "./status"], &["status"]]
        {
            let words: Vec<OsString> = ["guatu"].iter().chain(words).map(OsString::from).collect();
            assert_eq!(verb_for_folder(&words, &help::command(Lang::Zh), Lang::Zh), None, "{words:?}");
        }
    }

    #[test]
    fn what_was_asked_for_is_no_mistake() {
        for words in [&["--help"][..], &["set", "--help"], &["--version"], &["server"]] {
            assert_eq!(told(words, Lang::Zh), None, "{words:?}");
        }
    }
}
