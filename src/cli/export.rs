//! `export`: which records, which columns, how, and to where. May use `client`, `exchange`, `wire`.

use std::io::{Write, stderr};
use std::path::PathBuf;

use clap::Args;

use super::{Setting, script};
use crate::client::files::{Sink, is_standard};
use crate::error::Failure;
use crate::exchange::export::Form;
use crate::say;
use crate::wire::{self, Command};

/// What is written where.
#[derive(Debug, Args)]
pub(super) struct Export {
    /// To where; its ending says how. `-`: standard output.
    file: PathBuf,
    /// Which kind.
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
    /// Only those that a filter finds.
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    filter: Option<String>,
    /// Which columns.
    #[arg(long, value_name = "FIELDS")]
    columns: Option<String>,
    /// How, whatever the ending says.
    #[arg(long, value_name = "FORM")]
    form: Option<String>,
    /// The language of headers and words.
    #[arg(long, value_name = "LANG")]
    lang: Option<String>,
    /// In the place of a file that is there.
    #[arg(long)]
    force: bool,
}

impl Export {
    /// Writes the file: the exit code.
    pub(super) fn run(self, setting: &Setting) -> Result<i32, Failure> {
        let prints = is_standard(&self.file);
        let ending = self.file.extension().map(|ending| ending.to_string_lossy().into_owned());
        let Some(form) = self.form.or(ending) else {
            let (lang, forms) = (setting.lang, Form::words().join(", "));
            let said = if prints {
                say!(lang, "command-export-how", forms = forms)
            } else {
                say!(lang, "command-export-ending", forms = forms)
            };
            // Where even this fails there is nobody left to tell.
            let _ = writeln!(stderr(), "{said}");
            return Ok(2);
        };
        let sink = (!prints).then(|| Sink::create(&self.file, self.force)).transpose();
        let sink = sink.map_err(|error| Failure::client(setting.lang, &error))?;
        let (kind, filter, columns, lang) = (self.kind, self.filter, self.columns, self.lang);
        let file = self.file.to_string_lossy().into_owned();
        let export = wire::Export { form, file, kind, filter, columns, lang };
        script::ask(setting, Command::Export(export), None, sink)
    }
}
