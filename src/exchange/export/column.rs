//! The columns of a table that leaves the board: which there are, what they are called, and in what
//! order the office's ledger 台账 has them. May use `domain`, `board`, `header`, `locales`.

use std::collections::BTreeSet;

use super::super::guard::guarded;
use super::super::import::What;
use super::super::import::header::{self, EXTRA_PREFIX, Goes, PROGRESS, REMARK};
use super::{Form, Source};
use crate::board::overview::has_light;
use crate::board::{AnyRecord, Board};
use crate::domain::{FieldKey, Id, Kind, Lang, Shape};

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Column {
    /// The record's id.
    Id,
    /// Its light, in a word.
    Light,
    /// Why the light shows that.
    Reason,
    /// A field.
    Field(FieldKey),
    /// The notes on a lead that count as progress, the newest first, a line each.
    Progress,
    /// Its other notes.
    Remark,
    /// An extra column that a lead was imported with.
    Extra(String),
}

/// What is counted, not kept: an import leaves these columns out.
const COMPUTED: [(Column, [&str; 2]); 3] = [
    (Column::Id, ["ID", "ID"]),
    (Column::Light, ["灯", "Light"]),
    (Column::Reason, ["灯况", "Light reason"]),
];

/// Whether a column of this header was counted by an export, and holds nothing to be taken in.
#[must_use]
pub fn is_computed(header: &str) -> bool {
    let header = header.trim();
    COMPUTED.iter().flat_map(|(_, words)| words).any(|word| word.eq_ignore_ascii_case(header))
}

/// The office's order; fields that are not named come after these, before the notes.
const LEDGER: &[&str] = &[
    "code",
    "name",
    "kind",
    "division",
    "stage",
    "owner",
    "investor",
    "amount",
    "paid_in",
    "content",
    "chain_node",
    "next_step",
    "due",
    "co_divisions",
    "owning_unit",
    "supporting_unit",
    "contact",
    "phone",
    "source",
    "received",
    "first_talk",
    "signed",
    "contract_type",
    "agreed_start",
    "landed",
    "company",
    "credit_code",
    "started",
    "running",
];

/// What every ledger has, whether anything stands in it or not.
const ALWAYS: &[&str] = &["code", "name", "division", "stage", "owner", "investor", "amount"];

/// What is read at a glance, where a line is all the room there is.
#[must_use]
pub const fn brief(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Target => &["division", "area", "name", "goal", "actual", "due", "owner"],
        Kind::SixOne => &["division", "which", "state", "name", "owner", "due"],
        Kind::Request => &["division", "unit", "about", "state", "due"],
        Kind::Person => &["name", "division", "unit", "on_post"],
        _ => &["code", "name", "division", "stage", "owner", "amount", "next_step", "due"],
    }
}

/// Reads the words of `a,b,c`: fields by key, label or synonym, `id`, `light`, `reason`, `progress`,
/// `note`, and the extra columns by name or all of them by `extra`.
///
/// # Errors
/// The first word that names no column.
pub fn columns(kind: Kind, board: &Board, words: &str) -> Result<Vec<Column>, String> {
    let mut found: Vec<Column> = Vec::new();
    let words = words.split([',', '，', '、']).map(str::trim).filter(|word| !word.is_empty());
    for word in words {
        for column in named(kind, board, word).ok_or_else(|| word.to_owned())? {
            if !found.contains(&column) {
                found.push(column);
            }
        }
    }
    Ok(found)
}

fn named(kind: Kind, board: &Board, word: &str) -> Option<Vec<Column>> {
    let is = |(column, words): &&(Column, [&str; 2])| {
        column.key().eq_ignore_ascii_case(word) || words.iter().any(|own| own.eq_ignore_ascii_case(word))
    };
    if let Some((column, _)) = COMPUTED.iter().find(is).filter(|(c, _)| *c == Column::Id || has_light(kind)) {
        return Some(vec![column.clone()]);
    }
    if kind != Kind::Lead {
        return header::field(kind, word).map(|field| vec![Column::Field(field)]);
    }
    let name = word.strip_prefix(EXTRA_PREFIX);
    match header::by_name(What::Leads, word).filter(|_| name.is_none()) {
        Some(Goes::Field(field)) if field.key() != "extra" => Some(vec![Column::Field(field)]),
        Some(Goes::Progress) => Some(vec![Column::Progress]),
        Some(Goes::Remark) => Some(vec![Column::Remark]),
        Some(_) => Some(extras(board, &board.ids(Kind::Lead))),
        None => {
            let name = name.unwrap_or(word);
            let is_there = board.leads().iter().any(|(_, lead)| lead.extra.contains_key(name));
            is_there.then(|| vec![Column::Extra(name.to_owned())])
        }
    }
}

/// The extra columns that any of these leads has, by name.
fn extras(board: &Board, leads: &[Id]) -> Vec<Column> {
    let held = leads.iter().filter_map(|id| board.lead(*id));
    let names: BTreeSet<&str> = held.flat_map(|lead| lead.extra.keys().map(String::as_str)).collect();
    names.into_iter().map(|name| Column::Extra(name.to_owned())).collect()
}

/// The columns of a table: those that are asked for, else the usual ones of its form.
pub(super) fn of(source: &Source<'_>, form: Form) -> Vec<Column> {
    if !source.columns.is_empty() {
        return source.columns.to_vec();
    }
    let kind = source.kind;
    let lights = || [Column::Light, Column::Reason].into_iter().filter(|_| has_light(kind));
    let field = |key: &&str| FieldKey::find(kind, key).map(Column::Field);
    if form == Form::Markdown {
        return std::iter::once(Column::Id)
            .chain(lights())
            .chain(brief(kind).iter().filter_map(field))
            .collect();
    }
    let mut all: Vec<Column> = ledger(source).into_iter().map(Column::Field).collect();
    if form == Form::Xlsx {
        let after =
            |column: &Column| matches!(column, Column::Field(f) if ["stage", "state"].contains(&f.key()));
        let at = all.iter().position(after).map_or(all.len(), |at| at + 1);
        all.splice(at..at, lights());
    }
    if kind == Kind::Lead {
        all.extend([Column::Progress, Column::Remark]);
        all.extend(extras(source.board, source.ids));
    }
    all
}

/// The fields that get a column: those that any record holds, and those that every ledger has.
fn ledger(source: &Source<'_>) -> Vec<FieldKey> {
    let Source { board, kind, ids, .. } = source;
    let place = |field: &FieldKey| LEDGER.iter().position(|key| *key == field.key()).unwrap_or(usize::MAX);
    let always = |field: &FieldKey| match kind {
        Kind::Lead => ALWAYS.contains(&field.key()),
        _ => brief(*kind).contains(&field.key()),
    };
    let blank = AnyRecord::from_fields(*kind, &[]).ok();
    let used = |field: &FieldKey| {
        let nothing = blank.as_ref().map(|record| record.get(*field));
        always(field) || ids.iter().any(|id| nothing.as_ref() != Some(&board.value(*id, *field)))
    };
    let mut fields: Vec<FieldKey> =
        FieldKey::all(*kind).filter(|field| field.key() != "extra").filter(used).collect();
    if *kind == Kind::Lead {
        fields.sort_by_key(place);
    }
    fields
}

impl Column {
    /// What stands above it: the canonical Chinese header, or the English label.
    pub(super) fn header(&self, lang: Lang) -> String {
        match self {
            Self::Field(field) => {
                let label = field.spec().label(lang);
                match field.spec().shape {
                    Shape::Money => format!("{label}{}", lang.pick("（万元）", " (CNY million)")),
                    _ => label.to_owned(),
                }
            }
            Self::Progress => lang.pick(PROGRESS, "Progress").to_owned(),
            Self::Remark => lang.pick(REMARK, "Notes").to_owned(),
            Self::Extra(name) if header::is_taken(name) || is_computed(name) => {
                guarded(format!("{EXTRA_PREFIX}{name}"))
            }
            Self::Extra(name) => guarded(name.clone()),
            computed => {
                let own = COMPUTED.iter().find(|(column, _)| column == computed);
                own.map_or_else(String::new, |(_, [zh, en])| (*lang.pick(zh, en)).to_owned())
            }
        }
    }

    /// The key by which machines know it.
    pub(super) fn key(&self) -> &str {
        match self {
            Self::Id => "id",
            Self::Light => "light",
            Self::Reason => "reason",
            Self::Field(field) => field.key(),
            Self::Progress => "progress",
            Self::Remark => "note",
            Self::Extra(name) => name,
        }
    }
}
