//! The slide of a division: what it is for, its headline target against the pace, its leads, the
//! worst lights with their reasons, and what it needs of the support line. May use `board`, `page`.

use super::{Teller, campaign};
use crate::board::{overview, support};
use crate::domain::lead::LeadKind;
use crate::domain::stage::Track;
use crate::domain::{Id, Signal};
use crate::say;
use crate::ui::show;
use crate::ui::style::Meaning;
use crate::ui::views::deck::page::{Page, Row};
use crate::ui::views::target::month;

/// So many of the worst lights are told at least (product rule §7).
const LIGHTS: usize = 3;

/// From so many lines on, empty ones part the sections.
const PARTED: usize = 16;

/// The page of a division.
pub(super) fn page(teller: &Teller<'_>, id: Id) -> Page {
    let (board, lang) = (teller.board, teller.lang);
    let mut page = Page::of(show::name(board, id, lang));
    let division = board.division(id);
    page.under = division.map_or_else(String::new, |division| division.positioning.clone());
    headline(teller, id, &mut page);
    page.rows.push(campaign::stages(teller, Some(id), Track::of(LeadKind::Project, division)));
    page.rows.push(campaign::lights(teller, Some(id)));
    let needs: Vec<Id> = needs(teller, id);
    // Half of what is left is for the lights, at least three lines; the rest for what is needed.
    let is_airy = teller.room.1 >= PARTED;
    let around = 2 + usize::from(!page.under.is_empty()) + 2 * usize::from(is_airy);
    let left = teller.room.1.saturating_sub(page.rows.len() + around);
    let for_needs = needs.len().min((left / 2).max(1));
    let urgent: Vec<Id> =
        urgent(teller, id).into_iter().take(left.saturating_sub(for_needs).max(LIGHTS)).collect();
    if is_airy {
        page.gap();
    }
    page.heading(say!(lang, "deck-lights"));
    if urgent.is_empty() {
        page.say(Meaning::Muted, say!(lang, "deck-no-lights"));
    }
    let told = urgent.iter().chain(needs.iter().take(for_needs)).map(|id| teller.light(*id).1);
    let told: Vec<String> = told.collect();
    let first = teller.widest(told.iter().map(String::as_str));
    page.rows.extend(urgent.into_iter().map(|id| urgent_row(teller, id, first)));
    if is_airy {
        page.gap();
    }
    page.heading(say!(lang, "deck-needs"));
    if needs.is_empty() {
        page.say(Meaning::Muted, say!(lang, "deck-no-needs"));
    }
    page.rows.extend(needs.into_iter().take(for_needs).map(|id| need(teller, id, first)));
    page
}

/// The headline target: its name and figures, below them the bar against the pace.
fn headline(teller: &Teller<'_>, id: Id, page: &mut Page) {
    let Some(progress) = overview::headline(teller.board, id) else {
        return page.say(Meaning::Muted, say!(teller.lang, "view-no-headline"));
    };
    let light = show::light(progress.light, teller.lang);
    let row = Row::of(format!("headline-{}", progress.id)).rest(Meaning::Text, &*progress.target.name);
    let row = row.own(Meaning::Strong, show::figures(&progress, teller.lang));
    page.rows.push(row.own(progress.light.signal.into(), light));
    if let Some(reached) = progress.reached {
        let row = Row::of(format!("bar-{}", progress.id)).bar(reached, progress.pace);
        page.rows.push(row.right(progress.light.signal.into(), format!("{reached}%"), 4));
    }
}

/// The worst red and yellow lights: dates and targets first, then leads.
fn urgent(teller: &Teller<'_>, id: Id) -> Vec<Id> {
    let board = teller.board;
    let light = |id: &Id| overview::light_of(board, *id).signal;
    let beside = overview::deadlines_beside_leads(board, id).into_iter().map(|(_, id)| id);
    let mut all: Vec<Id> = beside.filter(|id| light(id) == Signal::Red).collect();
    let lit = |id: &Id| light(id) >= Signal::Yellow;
    all.extend(overview::urgent(board, Some(id)).take_while(lit).take(teller.room.1));
    all
}

fn urgent_row(teller: &Teller<'_>, id: Id, first: usize) -> Row {
    let (meaning, light) = teller.light(id);
    let lead = teller.board.lead(id);
    let owner = crate::board::agenda::owner(teller.board, id);
    let row = Row::of(id.to_string()).left(meaning, light, first).rest(Meaning::Text, teller.name(id));
    let contact = lead.map_or_else(String::new, |lead| teller.contact(lead));
    let row = if contact.is_empty() { row } else { row.own(Meaning::Muted, contact) };
    row.own(Meaning::Muted, teller.short(&teller.who(owner)))
}

/// The open requests of a division.
fn needs(teller: &Teller<'_>, id: Id) -> Vec<Id> {
    let open = |id: &Id| teller.board.request(*id).is_some_and(crate::domain::Request::is_open);
    support::requests(teller.board, None, Some(id)).into_iter().filter(open).collect()
}

fn need(teller: &Teller<'_>, id: Id, first: usize) -> Row {
    let (meaning, light) = teller.light(id);
    let request = teller.board.request(id);
    let due = request.and_then(|request| request.due);
    let due = due.map_or_else(String::new, |due| month(due, teller.board.today()));
    let row = Row::of(id.to_string()).left(meaning, light, first).rest(Meaning::Text, teller.name(id));
    let unit = teller.who(request.and_then(|request| request.unit));
    row.own(Meaning::Muted, teller.short(&unit)).own(Meaning::Muted, due)
}
