//! What is red and why, what falls due within a week, and who must explain a silent lead.
//! May use `board::agenda`, `board::overview`, `naming`, `locales`.

use std::collections::BTreeMap;

use super::{Block, Section, Source, naming, table};
use crate::board::agenda::{self, Split, Wish};
use crate::board::overview;
use crate::domain::light::Reason;
use crate::domain::{Id, Kind, Signal, date};
use crate::locales::reason;
use crate::say;

/// So many red leads are told, the most urgent first.
const RED: usize = 20;
/// What falls due within so many days is told.
const AHEAD: u64 = 7;
/// So many of what falls due are told.
const DUE: usize = 60;
/// So many of an owner's leads are told.
const NAMED: usize = 6;

pub(super) fn red(source: &Source<'_>) -> Section {
    let (board, lang) = (source.board, source.lang);
    let row = |id: Id| {
        let light = overview::light_of(board, id);
        vec![
            naming::record(source, id),
            naming::division(board, id, lang),
            reason::light(light, lang),
            naming::owner(board, id, lang),
        ]
    };
    let is_red = |id: &Id| overview::light_of(board, *id).signal == Signal::Red;
    let targets: Vec<Id> = board.ids(Kind::Target).into_iter().filter(is_red).collect();
    let all = board.index().total().lights[Signal::Red as usize];
    let leads: Vec<Id> = overview::urgent(board, None).take_while(is_red).take(RED).collect();
    let more = usize::try_from(all).unwrap_or(0).saturating_sub(leads.len());
    let head = |what: String| {
        [what, say!(lang, "command-head-division"), say!(lang, "report-why"), say!(lang, "report-owner")]
    };
    let none = || say!(lang, "report-none-red");
    let rows = |ids: Vec<Id>| ids.into_iter().map(row).collect::<Vec<_>>();
    let mut blocks = vec![
        Block::Heading(say!(lang, "report-red-targets", count = targets.len())),
        table(&head(say!(lang, "report-target")), rows(targets), usize::MAX, none()),
        Block::Heading(say!(lang, "report-red-leads", count = all)),
        table(&head(say!(lang, "report-lead")), rows(leads), usize::MAX, none()),
    ];
    if more > 0 {
        blocks.push(Block::Line(say!(lang, "report-more", count = more)));
    }
    Section { title: say!(lang, "report-red"), blocks }
}

pub(super) fn due(source: &Source<'_>) -> Section {
    let (board, lang) = (source.board, source.lang);
    let wish = Wish { split: Split::All, person: None, division: None };
    let today = board.today();
    let last = date::plus_days(today, AHEAD);
    let listed = agenda::first(board, wish, usize::MAX, |_| true);
    let soon: Vec<_> = listed.into_iter().filter(|(due, _)| (today..=last).contains(due)).collect();
    let more = soon.len().saturating_sub(DUE);
    let row = |(due, id): (chrono::NaiveDate, Id)| {
        vec![
            due.format("%m-%d").to_string(),
            naming::record(source, id),
            naming::division(board, id, lang),
            naming::owner(board, id, lang),
        ]
    };
    let head = [
        say!(lang, "report-day"),
        say!(lang, "report-what"),
        say!(lang, "command-head-division"),
        say!(lang, "report-owner"),
    ];
    let rows = soon.into_iter().take(DUE).map(row).collect();
    let mut blocks = vec![table(&head, rows, usize::MAX, say!(lang, "report-none-due"))];
    if more > 0 {
        blocks.push(Block::Line(say!(lang, "report-more", count = more)));
    }
    Section { title: say!(lang, "report-due"), blocks }
}

/// Leads that are red for their silence, by who must explain it: whoever has the most first.
pub(super) fn silent(source: &Source<'_>) -> Section {
    let (board, lang) = (source.board, source.lang);
    let mut owners: BTreeMap<Option<Id>, Vec<(i64, Id)>> = BTreeMap::new();
    for id in overview::urgent(board, None) {
        let light = overview::light_of(board, id);
        if light.signal != Signal::Red {
            break;
        }
        if let Reason::Silent(days) | Reason::ProposePark(days) = light.reason {
            let owner = board.lead(id).and_then(|lead| lead.owner);
            owners.entry(owner).or_default().push((days, id));
        }
    }
    let mut owners: Vec<_> = owners.into_iter().collect();
    owners.sort_by_key(|(_, leads)| std::cmp::Reverse(leads.len()));
    let row = |(owner, leads): (Option<Id>, Vec<(i64, Id)>)| {
        let who = match owner {
            None => say!(lang, "figures-no-owner"),
            owner => naming::who(board, owner, lang),
        };
        let named = leads.iter().take(NAMED).map(|(days, id)| {
            say!(lang, "report-silent-lead", lead = naming::record(source, *id), days = *days)
        });
        let named = named.collect::<Vec<_>>().join(lang.pick("；", "; "));
        let more = leads.len().saturating_sub(NAMED);
        let more = if more > 0 { say!(lang, "report-and-more", count = more) } else { String::new() };
        vec![who, leads.len().to_string(), named + &more]
    };
    let head = [say!(lang, "report-owner"), say!(lang, "report-count"), say!(lang, "report-silent-leads")];
    let rows = owners.into_iter().map(row).collect();
    let block = table(&head, rows, usize::MAX, say!(lang, "report-none-silent"));
    Section { title: say!(lang, "report-silent"), blocks: vec![block] }
}
