//! How a command ends early, and what its words mean: ids, kinds, `field=value`.
//! May use `domain`, `board`, `locales`.

use super::{Ask, Gone, Out, stored};
use crate::board::history::{mark_named, newest_mark};
use crate::board::intent::Author;
use crate::board::{Board, Done, Proposal, Refusal, Rejected, lookup};
use crate::domain::value_words::{Reading, lean_of, read};
use crate::domain::{FieldKey, Id, Kind, Lang, Value};
use crate::engine::Act;
use crate::exchange::import::header;
use crate::locales::{label, problem, refusal};
use crate::say;
use crate::store::StoreError;
use crate::ui::text::clean;

/// The word that gives the reason.
const WHY: &str = "why";

/// Why a command ends before it is done.
#[derive(Debug)]
pub(in crate::server) enum Halt {
    /// Nobody listens.
    Gone,
    /// It was refused or failed: a sentence, exit code 1.
    Failed(String),
    /// It was not asked rightly: a sentence, exit code 2.
    Usage(String),
    /// It was taken back before it changed anything: a sentence, exit code 130.
    Cancelled(String),
}

impl From<Gone> for Halt {
    fn from(_: Gone) -> Self {
        Self::Gone
    }
}

impl Halt {
    /// The sentence that it ends with.
    pub(in crate::server) fn sentence(self) -> String {
        match self {
            Self::Gone => String::new(),
            Self::Failed(sentence) | Self::Usage(sentence) | Self::Cancelled(sentence) => sentence,
        }
    }

    /// The store refuses: what it says and what to do.
    pub(super) fn store(error: &StoreError, lang: Lang) -> Self {
        Self::Failed(format!("{}\n{}", stored::sentence(error, lang), stored::hint(error, lang)))
    }
}

/// What most verbs give: an exit code.
pub(super) type Answer = Result<i32, Halt>;

/// Who proposes what this command asks for.
pub(super) fn author<'a>(ask: &Ask<'a>, board: &'a Board) -> Author<'a> {
    Author { board, login: ask.login, now: ask.now, request: ask.request }
}

/// The kind that a word means.
pub(super) fn kind(word: &str, ask: &Ask<'_>) -> Result<Kind, Halt> {
    Kind::from_code(word).ok_or_else(|| {
        let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.code()).collect();
        Halt::Usage(say!(ask.lang, "command-kind", word = clean(word), kinds = kinds.join(", ")))
    })
}

/// The record that an id names.
pub(super) fn id(word: &str, board: &Board, ask: &Ask<'_>) -> Result<Id, Halt> {
    let id: Id = word.parse().map_err(|_| Halt::Usage(say!(ask.lang, "command-id", word = clean(word))))?;
    if board.has(id) {
        Ok(id)
    } else {
        Err(Halt::Failed(say!(ask.lang, "command-no-record", id = id.to_string())))
    }
}

/// The division that a word names.
pub(super) fn division(word: &str, board: &Board, ask: &Ask<'_>) -> Result<Id, Halt> {
    lookup::find(board, Kind::Division, word).map_err(|lost| {
        let why = problem::said(&lost.into(), board, ask.lang);
        Halt::Failed(say!(ask.lang, "command-division", word = clean(word), why = why))
    })
}

/// The mark that a name means; the newest where there is no name.
pub(super) fn mark(name: &str, board: &Board, lang: Lang) -> Result<Id, Halt> {
    let found = if name.is_empty() { newest_mark(board) } else { mark_named(board, name) };
    found.ok_or_else(|| Halt::Failed(refusal::no_mark(&clean(name), lang)))
}

/// What `field=value` words say.
pub(super) struct Sets {
    /// The fields with their values.
    pub(super) fields: Vec<(FieldKey, Value)>,
    /// What `why=` says.
    pub(super) why: String,
}

/// Reads `field=value` words: a field by its key or label, a value as a form takes it.
pub(super) fn sets(kind: Kind, words: &[String], board: &Board, ask: &Ask<'_>) -> Result<Sets, Halt> {
    let mut sets = Sets { fields: Vec::new(), why: String::new() };
    for word in words {
        let (name, text) = word
            .split_once('=')
            .ok_or_else(|| Halt::Usage(say!(ask.lang, "command-set", word = clean(word))))?;
        if matches!(name.trim(), WHY | "reason" | "原因" | "理由") {
            text.clone_into(&mut sets.why);
            continue;
        }
        let field = field(kind, name, ask)?;
        let names = board;
        let reading = Reading { today: board.today(), lean: lean_of(field), unit: None, names };
        let value = read(field.spec().shape, text, &reading).map_err(|why| {
            let (field, why) = (field.spec().label(ask.lang), problem::said(&why, board, ask.lang));
            Halt::Failed(say!(ask.lang, "command-value", field = field, text = clean(text), why = why))
        })?;
        sets.fields.retain(|(before, _)| *before != field);
        sets.fields.push((field, value));
    }
    Ok(sets)
}

fn field(kind: Kind, name: &str, ask: &Ask<'_>) -> Result<FieldKey, Halt> {
    let found = header::field(kind, name).filter(|field| field.is_given());
    found.ok_or_else(|| {
        let open = FieldKey::all(kind).filter(|field| field.is_given());
        let keys: Vec<&str> = open.map(FieldKey::key).chain([WHY]).collect();
        Halt::Usage(say!(
            ask.lang,
            "command-field",
            kind = kind.code(),
            name = clean(name),
            keys = keys.join(", ")
        ))
    })
}

/// Sends a Proposal to the engine and waits.
pub(super) fn propose(ask: &Ask<'_>, proposal: Proposal) -> Result<Done, Halt> {
    act(ask, Act::Propose(proposal))
}

/// Has the engine do something and waits.
pub(super) fn act(ask: &Ask<'_>, act: Act) -> Result<Done, Halt> {
    let is_redo = matches!(act, Act::Redo(_));
    if !is_redo && !matches!(act, Act::Undo(_)) {
        return ask.engine.act(ask.login, act).map_err(|rejected| refused(ask, &rejected));
    }
    ask.engine.act(ask.login, act).map_err(|rejected| {
        let said = refusal::not_taken_back(&rejected, is_redo, &ask.engine.board(), ask.lang);
        Halt::Failed(clean(&said).into_owned())
    })
}

/// The words that give fields, as one types them; what is no field is the reason.
fn words_for(kind: Kind, fields: &[&str]) -> String {
    let words = fields.iter().map(|key| FieldKey::find(kind, key).map_or(WHY, |_| key));
    words.fold(String::new(), |all, key| format!("{all} {key}=…"))
}

/// Why the engine refused, as a sentence; of what lacks, how it is typed.
pub(super) fn refused(ask: &Ask<'_>, rejected: &Rejected) -> Halt {
    let words = match rejected {
        Rejected::Refused(Refusal::Lacks { id, fields }) => words_for(id.kind, fields),
        _ => String::new(),
    };
    let said = refusal::said(rejected, &ask.engine.board(), ask.lang) + &words;
    Halt::Failed(clean(&said).into_owned())
}

/// Prints what was done, on one line.
pub(super) fn done(ask: &Ask<'_>, out: &mut dyn Out, done: &Done) -> Answer {
    line(out, &label::said(&done.label, done.origin, &ask.engine.board(), ask.lang))?;
    Ok(0)
}

/// Prints a line, cleaned.
pub(super) fn line(out: &mut dyn Out, text: &str) -> Result<(), Gone> {
    out.out(format!("{}\n", clean(text)).as_bytes())
}
