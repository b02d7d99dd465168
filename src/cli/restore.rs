//! `guatu restore`: into an empty data folder, or in the place of a board where that is wanted twice.
//! May use `client`, `store`.

use std::fs::{self, File};
use std::io::{self, BufReader, IsTerminal, Write, stderr, stdin, stdout};
use std::path::{Path, PathBuf};

use chrono::Utc;
use clap::Args;

use super::{STAMP, Setting};
use crate::client::{self, ClientError};
use crate::domain::Lang;
use crate::error::Failure;
use crate::say;
use crate::server::requests::stored::shown;
use crate::store::restore::{Restored, prepare};
use crate::store::{Opened, StoreError};
use crate::wire::Purpose;
use crate::wire::folder::{self, Unfit};

/// What is restored, and over what.
#[derive(Debug, Args)]
pub(super) struct Restore {
    /// From where.
    file: PathBuf,
    /// In the place of a board that is there.
    #[arg(long)]
    replace: bool,
    /// Without a question.
    #[arg(long, requires = "replace")]
    yes: bool,
}

impl Restore {
    /// Makes a board of a backup in the data folder. Where one is there it must be wanted twice: with
    /// two flags, or on a terminal with two answers.
    pub(super) fn run(&self, setting: &Setting) -> Result<i32, Failure> {
        match client::control(&setting.place, Purpose::Probe) {
            Err(ClientError::NoServer(_)) => {}
            Ok(_) => return Err(Failure::restore_under_server(setting.lang, &setting.place)),
            Err(error) => return Err(Failure::client(setting.lang, &error)),
        }
        let from = File::open(&self.file).map_err(|error| Failure::file(setting.lang, &self.file, &error))?;
        let data = setting.place.data();
        let missing: Vec<&Path> = data.ancestors().take_while(|folder| !folder.exists()).collect();
        folder::claim(&setting.place).map_err(|unfit| match unfit {
            Unfit::Io(error) => Failure::cannot_found(setting.lang, data, &error),
            Unfit::Shared => Failure::shared(setting.lang, data),
        })?;
        let prepared = prepare(BufReader::new(from), data, self.may_replace(), &mut |_| {});
        if prepared.is_err() {
            // Only folders that are empty go: what was there, or came meanwhile, stays.
            for folder in missing {
                let _ = fs::remove_dir(folder);
            }
        }
        let restored = prepared.map_err(|error| Failure::store(setting.lang, &error))?;
        if restored.replaces() && !self.is_sure() && !self.consents(setting, &restored)? {
            let unchanged = say!(setting.lang, "command-restore-not");
            print(setting, &unchanged)?;
            return Ok(1);
        }
        put(setting, restored)
    }

    const fn is_sure(&self) -> bool {
        self.replace && self.yes
    }

    fn may_replace(&self) -> bool {
        self.is_sure() || (stdin().is_terminal() && stderr().is_terminal())
    }

    /// Asks twice; `--replace` is the first answer.
    fn consents(&self, setting: &Setting, restored: &Restored) -> Result<bool, Failure> {
        let lang = setting.lang;
        let asked = |question: &str| ask(question).map_err(|error| Failure::system(lang, &error));
        let Opened { records, seq, .. } = *restored.opened();
        let data = shown(setting.place.data());
        let question = say!(lang, "command-restore-ask", data = data, records = records, seq = seq);
        let yes = ["y", "yes", "ｙ", "是"];
        if !self.replace && !yes.contains(&asked(&question)?.to_lowercase().as_str()) {
            return Ok(false);
        }
        let word = say!(lang, "command-restore-word");
        let answer = asked(&say!(lang, "command-restore-again", word = word.as_str()))?;
        // An input method may be off, or on.
        Ok(Lang::ALL.iter().any(|lang| answer == say!(*lang, "command-restore-word")))
    }
}

/// Puts the new board in its place, and says where the one that was there is.
fn put(setting: &Setting, restored: Restored) -> Result<i32, Failure> {
    let Opened { records, seq, .. } = *restored.opened();
    let stamp = Utc::now().format(STAMP).to_string();
    let aside = restored.put(&stamp).map_err(|error: StoreError| Failure::store(setting.lang, &error))?;
    let data = shown(setting.place.data());
    print(setting, &say!(setting.lang, "command-restored", records = records, seq = seq, data = data))?;
    if let Some(aside) = aside {
        print(setting, &say!(setting.lang, "command-restored-aside", aside = shown(&aside)))?;
    }
    Ok(0)
}

fn print(setting: &Setting, text: &str) -> Result<(), Failure> {
    writeln!(stdout(), "{text}").map_err(|error| Failure::system(setting.lang, &error))
}

/// Asks on the terminal: the answer.
fn ask(question: &str) -> io::Result<String> {
    write!(stderr(), "{question} ")?;
    stderr().flush()?;
    let mut answer = String::new();
    stdin().read_line(&mut answer)?;
    Ok(answer.trim().to_owned())
}
