//! The campaign as a whole: the two lines, the totals, the three shifts. May use `board`, `page`.

use super::Teller;
use crate::board::cluster::{chain, parties, platforms};
use crate::board::index::Tally;
use crate::board::{overview, support};
use crate::domain::division::Group;
use crate::domain::request::Nature;
use crate::domain::six_one::SixOneKind;
use crate::domain::stage::Track;
use crate::domain::unit::UnitKind;
use crate::domain::{Choice, Id, Lang, Money, Stage};
use crate::locales::{figures, reason};
use crate::say;
use crate::ui::style::Meaning;
use crate::ui::views::deck::page::{Page, Row};
use crate::ui::views::deck::slide::Slide;
use crate::ui::{show, width};

/// The cells of a group's word.
const GROUP: usize = 8;

/// The cells of a light, and between it and the names beside it.
const LIGHT: usize = 6;

/// From so many cells on three divisions stand side by side.
const ROOMY: usize = 60;

/// The front line in its two groups with their lights, below it the support line.
pub(super) fn system(teller: &Teller<'_>) -> Page {
    let mut page = Page::of(teller.label(Slide::System));
    let (board, lang) = (teller.board, teller.lang);
    page.heading(say!(lang, "deck-front"));
    for group in [Group::Leading, Group::Service] {
        page.rows.extend(front(teller, group));
    }
    page.gap();
    page.heading(say!(lang, "deck-support-line"));
    let units = |departments: bool| {
        let own = board.units().iter().filter(|(_, unit)| (unit.kind == UnitKind::Department) == departments);
        own.map(|(id, _)| show::name(board, id, lang)).collect::<Vec<_>>().join(lang.pick("・", ", "))
    };
    let lines = teller.room.1.saturating_sub(page.rows.len() + 2);
    let both = [units(true), units(false)].into_iter().filter(|names| !names.is_empty());
    for line in both.flat_map(|names| width::wrap(&names, teller.room.0)).take(lines) {
        page.say(Meaning::Text, line);
    }
    let total = support::chart(board, None).total;
    let late = if total.overdue > 0 { Meaning::Yellow } else { Meaning::Muted };
    page.gap();
    let row = Row::of("support").own(Meaning::Text, say!(lang, "deck-open-requests", count = total.open()));
    page.rows.push(row.own(late, say!(lang, "deck-overdue", count = total.overdue)));
    page
}

/// The divisions of a group with their lights, as many side by side as find room.
fn front(teller: &Teller<'_>, group: Group) -> Vec<Row> {
    let own = teller.board.divisions().iter().filter(|(_, division)| division.group == group);
    let own: Vec<Id> = own.map(|(id, _)| id).collect();
    let room = teller.room.0.saturating_sub(GROUP);
    // Where the room is narrow a row has one or two, with whole names.
    let least = if room >= ROOMY { 3 } else { 1 };
    let cells = teller.names((room / least).saturating_sub(LIGHT));
    let across = (room / (cells + LIGHT)).max(least);
    let row = |(line, ids): (usize, &[Id])| {
        let label = if line == 0 { group.label(teller.lang) } else { "" };
        let row = Row::of(format!("{}-{line}", group.code())).left(Meaning::Strong, label, GROUP);
        ids.iter().fold(row, |row, id| {
            let (meaning, light) = teller.signal(*id);
            row.own(meaning, light).left(Meaning::Text, show::name(teller.board, *id, teller.lang), cells)
        })
    };
    own.chunks(across).enumerate().map(row).collect()
}

/// Leads in hand, money signed and paid in, Six Ones; below them the stages and the lights.
pub(super) fn totals(teller: &Teller<'_>) -> Page {
    let mut page = Page::of(teller.label(Slide::Totals));
    let (board, lang) = (teller.board, teller.lang);
    let tally = board.index().total();
    let active: u32 = Stage::ACTIVE.iter().map(|stage| tally.stages[*stage as usize]).sum();
    let six_ones = board.divisions().len() * SixOneKind::ALL.len();
    page.figure(Meaning::Strong, active.to_string(), say!(lang, "deck-active"));
    for (yuan, word) in [(tally.signed, "deck-signed"), (tally.paid_in, "deck-paid-in")] {
        let (figure, unit) = money(yuan, lang);
        let word = crate::locales::text(lang, word, None);
        page.figure(Meaning::Accent, figure, say!(lang, "deck-money", word = word, unit = unit));
    }
    page.figure(Meaning::Strong, format!("{}/{six_ones}", tally.six_ones), say!(lang, "deck-six-ones"));
    page.rows.push(stages(teller, None, Track::Leading));
    let lights = lights(teller, None);
    page.rows.push(teller.days_left().into_iter().fold(lights, |row, words| row.own(Meaning::Muted, words)));
    page
}

/// A sum of money as its figure, which is drawn big, and its unit, which is not.
fn money(yuan: i64, lang: Lang) -> (String, String) {
    Money::cny(yuan).show(lang).chars().partition(|ch| ch.is_ascii_digit() || ".,-".contains(*ch))
}

/// The leads of a division (none: of all) by stage, in short words where the whole ones find no room.
pub(super) fn stages(teller: &Teller<'_>, division: Option<Id>, track: Track) -> Row {
    let (lang, labels) = (teller.lang, &teller.board.charter().labels);
    let counts = overview::tally(teller.board, division).map_or([0; 8], |tally| tally.stages);
    let whole = |stage: Stage| labels.stage(stage, Some(track), lang).to_owned();
    let short = |stage: Stage| figures::short_stage(teller.board, stage, lang);
    let row = |word: &dyn Fn(Stage) -> String| {
        track.path().iter().fold(Row::of("stages"), |row, stage| {
            let count = counts[*stage as usize];
            let meaning = if count == 0 { Meaning::Muted } else { Meaning::Text };
            row.own(meaning, format!("{} {count}", word(*stage)))
        })
    };
    let row_of_whole = row(&whole);
    if row_of_whole.cells() > teller.room.0 { row(&short) } else { row_of_whole }
}

/// How many leads of a division (none: of all) are red, yellow and green.
pub(super) fn lights(teller: &Teller<'_>, division: Option<Id>) -> Row {
    let blank = Tally::default();
    let tally = overview::tally(teller.board, division).unwrap_or(&blank);
    tally.lit().into_iter().fold(Row::of("lights"), |row, (signal, count)| {
        let meaning = if count == 0 { Meaning::Muted } else { signal.into() };
        row.own(meaning, format!("{} {count}", reason::signal(signal, teller.lang)))
    })
}

/// From single projects to platforms, from favours to environment, from projects to a whole chain,
/// and how whole the deals are: a figure each, with what it is a share of.
pub(super) fn shifts(teller: &Teller<'_>) -> Page {
    let mut page = Page::of(teller.label(Slide::Shifts));
    let (board, lang) = (teller.board, teller.lang);
    let platforms = platforms::of(board, None);
    let chart = support::chart(board, None);
    let chains = chain::all(board);
    let gaps: usize = chains.iter().map(chain::Chain::gaps).sum();
    let nodes: usize = chains.iter().map(|chain| chain.nodes.len()).sum();
    let parties = parties::completeness(board, None);
    page.figure(Meaning::Accent, percent(platforms.share().0), say!(lang, "deck-platforms"));
    page.figure(Meaning::Accent, percent(chart.shift()), say!(lang, "deck-environment"));
    page.figure(Meaning::Accent, format!("{gaps}/{nodes}"), say!(lang, "deck-gaps"));
    page.figure(Meaning::Accent, percent(parties.share()), say!(lang, "deck-parties"));
    let through = platforms.own.leads + platforms.through.leads;
    let environment = chart.nature(Nature::Environment).done;
    page.say(Meaning::Text, say!(lang, "deck-shift-platforms", count = through, all = platforms.all.leads));
    page.say(
        Meaning::Text,
        say!(lang, "deck-shift-environment", count = environment, all = chart.total.done),
    );
    page.say(Meaning::Text, say!(lang, "deck-shift-parties", count = parties.whole, all = parties.leads));
    page
}

fn percent(points: Option<i64>) -> String {
    points.map_or_else(|| "-".to_owned(), |points| format!("{points}%"))
}
