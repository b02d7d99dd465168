//! What changed in the period: how much of what, and the notable moves. A thing that went to and fro is
//! told by where it came from at first and where it stands at last, so what was undone is not told.
//! May use `board`, `naming`, `locales`.

use std::collections::{BTreeMap, BTreeSet};

use super::{Block, Section, Source, naming, table};
use crate::board::{Change, Origin, Transaction, Verb, overview, redact};
use crate::domain::six_one::SixOneState;
use crate::domain::{Choice, FieldKey, Id, Kind, Lead, Stage, Value};
use crate::locales::value;
use crate::say;

/// So many rows of a table are told.
const TOLD: usize = 30;

pub(super) fn section(source: &Source<'_>) -> Section {
    let lang = source.lang;
    let mut blocks = vec![Block::Line(counts(source))];
    let tables = [
        ("report-moves", moves(source)),
        ("report-new-leads", new_leads(source)),
        ("report-targets", targets(source)),
        ("report-six-ones", six_ones(source)),
    ];
    for (title, block) in tables {
        blocks.push(Block::Heading(crate::locales::text(lang, title, None)));
        blocks.extend(block);
    }
    Section { title: say!(lang, "report-changes"), blocks }
}

/// How many Transactions did what, the most frequent first. What was undone counts for both.
fn counts(source: &Source<'_>) -> String {
    let lang = source.lang;
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    let mut undone = 0;
    for tx in source.journal {
        match tx.origin {
            Origin::Undo(_) => undone += 1,
            Origin::Do | Origin::Redo(_) => *counts.entry(tx.label.verb.place()).or_default() += 1,
        }
    }
    if counts.is_empty() {
        return say!(lang, "report-nothing-changed");
    }
    let mut counts: Vec<(usize, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let said = counts.into_iter().filter_map(|(verb, count)| Some((Verb::ALL.get(verb)?.label(lang), count)));
    let undone = Some((say!(lang, "report-undone"), undone)).filter(|(_, count)| *count > 0);
    let said = said.map(|(verb, count)| format!("{verb} {count}"));
    said.chain(undone.map(|(word, count)| format!("{word} {count}")))
        .collect::<Vec<_>>()
        .join(lang.pick("，", ", "))
}

/// The net change of a field of one record, and the Transaction that had the last word.
struct Net<'a> {
    id: Id,
    from: &'a Value,
    to: &'a Value,
    last: &'a Transaction,
}

/// What became of a field of each record of a kind, those with the newest change first.
fn net<'a>(source: &Source<'a>, kind: Kind, key: &str) -> Vec<Net<'a>> {
    let mut found: Vec<Net<'a>> = Vec::new();
    let mut places: BTreeMap<Id, usize> = BTreeMap::new();
    let all = source.journal.iter().flat_map(|tx| tx.changes.iter().rev().map(move |change| (tx, change)));
    for (last, change) in all {
        let Change::Set { id, field, from, to } = change else { continue };
        if id.kind != kind || field.key() != key {
            continue;
        }
        // The journal goes back in time: what is met later came before.
        if let Some(at) = places.get(id) {
            found[*at].from = from;
            continue;
        }
        places.insert(*id, found.len());
        found.push(Net { id: *id, from, to, last });
    }
    found.retain(|net| net.from != net.to && source.board.has(net.id));
    found
}

fn heads(source: &Source<'_>, keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| crate::locales::text(source.lang, key, None)).collect()
}

/// The rows that are told, and a sentence of how many are not.
fn told(source: &Source<'_>, keys: &[&str], mut rows: Vec<Vec<String>>) -> Vec<Block> {
    let more = rows.len().saturating_sub(TOLD);
    rows.truncate(TOLD);
    let table = table(&heads(source, keys), rows, usize::MAX, say!(source.lang, "report-none"));
    let rest = (more > 0).then(|| Block::Line(say!(source.lang, "report-more", count = more)));
    std::iter::once(table).chain(rest).collect()
}

fn day(source: &Source<'_>, tx: &Transaction) -> String {
    overview::day(source.board, tx.at).format("%m-%d").to_string()
}

fn moves(source: &Source<'_>) -> Vec<Block> {
    let (board, lang) = (source.board, source.lang);
    let row = |net: Net<'_>| {
        let lead = board.lead(net.id)?;
        let stage = |value: &Value| match value {
            Value::Choice(code) => Stage::from_code(code)
                .map_or_else(String::new, |stage| naming::stage(board, lead, stage, lang)),
            _ => String::new(),
        };
        Some(vec![
            day(source, net.last),
            naming::record(source, net.id),
            naming::division(board, net.id, lang),
            stage(net.from),
            stage(net.to),
            board.person_name(&net.last.by).to_owned(),
        ])
    };
    let rows = net(source, Kind::Lead, "stage").into_iter().filter_map(row).collect();
    let keys =
        ["report-day", "report-lead", "command-head-division", "report-from", "report-to", "report-by"];
    told(source, &keys, rows)
}

fn new_leads(source: &Source<'_>) -> Vec<Block> {
    let board = source.board;
    let mut seen = BTreeSet::new();
    let mut rows = Vec::new();
    for tx in source.journal {
        for change in &tx.changes {
            let Change::Create { id, .. } = change else { continue };
            let Some(lead) = board.lead(*id) else { continue };
            if seen.insert(*id) {
                rows.push(new_lead(source, tx, *id, lead));
            }
        }
    }
    let keys =
        ["report-day", "report-lead", "command-head-division", "report-source", "report-amount", "report-by"];
    told(source, &keys, rows)
}

fn new_lead(source: &Source<'_>, tx: &Transaction, id: Id, lead: &Lead) -> Vec<String> {
    let (board, lang) = (source.board, source.lang);
    vec![
        day(source, tx),
        naming::record(source, id),
        naming::division(board, id, lang),
        redact::source_of(lead, source.show).to_owned(),
        naming::amount(source, lead),
        board.person_name(&tx.by).to_owned(),
    ]
}

/// Targets that were re-dated, put on hold or taken off it.
fn targets(source: &Source<'_>) -> Vec<Block> {
    let (board, lang) = (source.board, source.lang);
    let row = |net: Net<'_>, key: &str| {
        let field = FieldKey::find(Kind::Target, key)?;
        let said = |value: &Value| match value {
            Value::Empty => say!(lang, "report-nothing"),
            value => value::of(net.id, field, value, board, lang),
        };
        Some(vec![
            day(source, net.last),
            naming::record(source, net.id),
            naming::division(board, net.id, lang),
            format!("{}: {}", field.spec().label(lang), said(net.from)),
            said(net.to),
            board.person_name(&net.last.by).to_owned(),
        ])
    };
    let rows = ["due", "hold_reason"].into_iter().flat_map(|key| {
        net(source, Kind::Target, key).into_iter().filter_map(move |net| row(net, key)).collect::<Vec<_>>()
    });
    let keys =
        ["report-day", "report-target", "command-head-division", "report-from", "report-to", "report-by"];
    told(source, &keys, rows.collect())
}

/// Six Ones that came to be in place.
fn six_ones(source: &Source<'_>) -> Vec<Block> {
    let (board, lang) = (source.board, source.lang);
    let ready = Value::Choice(SixOneState::Ready.code());
    let row = |net: Net<'_>| {
        vec![
            day(source, net.last),
            naming::record(source, net.id),
            naming::division(board, net.id, lang),
            board.person_name(&net.last.by).to_owned(),
        ]
    };
    let reached = net(source, Kind::SixOne, "state").into_iter().filter(|net| *net.to == ready);
    let keys = ["report-day", "command-head-six", "command-head-division", "report-by"];
    told(source, &keys, reached.map(row).collect())
}
