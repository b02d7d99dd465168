//! Lists on slides: what is red, what was promised, what falls due. May use `board`, `page`.

use super::Teller;
use crate::board::agenda::{self, Split, Wish};
use crate::board::{overview, pledges};
use crate::domain::{Id, Kind, Signal};
use crate::say;
use crate::ui::style::Meaning;
use crate::ui::views::deck::page::{Page, Row};
use crate::ui::views::deck::slide::Slide;
use crate::ui::views::target::{Words, month};
use crate::ui::{show, width};

/// From so many columns on, a row names whose it is and who answers for it.
const BOTH: usize = 70;

/// All that is red: targets, then leads, as many as there is room for.
pub(super) fn reds(teller: &Teller<'_>) -> Page {
    let (board, lang) = (teller.board, teller.lang);
    let mut page = Page::of(teller.label(Slide::Reds));
    let is_red = |id: &Id| overview::light_of(board, *id).signal == Signal::Red;
    let targets: Vec<Id> = board.ids(Kind::Target).into_iter().filter(is_red).collect();
    let leads = usize::try_from(board.index().total().lights[Signal::Red as usize]).unwrap_or(0);
    page.under = say!(lang, "deck-reds", targets = targets.len(), leads = leads);
    let all = targets.len() + leads;
    let room = teller.room.1.saturating_sub(1);
    let most = if all > room { room.saturating_sub(1) } else { room };
    let red = targets.into_iter().chain(overview::urgent(board, None).take_while(is_red)).take(most);
    let told = red.map(|id| {
        let (meaning, light) = teller.light(id);
        (id, meaning, light)
    });
    page.rows = about(teller, told.collect());
    if all == 0 {
        page.say(Meaning::Green, say!(lang, "deck-none-red"));
    }
    more(teller, &mut page, all);
    page
}

/// How many there was no room for.
fn more(teller: &Teller<'_>, page: &mut Page, all: usize) {
    let more = all.saturating_sub(page.rows.len());
    if all > 0 && more > 0 {
        page.say(Meaning::Muted, say!(teller.lang, "report-more", count = more));
    }
}

/// Records with what is said first of each, whose it is and who answers for it, in columns as wide as
/// they need.
fn about(teller: &Teller<'_>, told: Vec<(Id, Meaning, String)>) -> Vec<Row> {
    let owner = |id: Id| teller.who(agenda::owner(teller.board, id));
    let first = teller.widest(told.iter().map(|(.., words)| words.as_str()));
    let owners: Vec<String> = told.iter().map(|(id, ..)| owner(*id)).collect();
    let last = teller.widest(owners.iter().map(String::as_str)).min(teller.room.0 / 5);
    let divisions = names(teller);
    let row = |((id, meaning, words), owner): ((Id, Meaning, String), String)| {
        let division = teller.who(agenda::division(teller.board, id));
        let row = Row::of(id.to_string()).left(meaning, words, first).rest(Meaning::Text, teller.name(id));
        if teller.room.0 < BOTH {
            return row.own(Meaning::Muted, division);
        }
        row.left(Meaning::Muted, division, divisions).left(Meaning::Muted, owner, last)
    };
    told.into_iter().zip(owners).map(row).collect()
}

fn names(teller: &Teller<'_>) -> usize {
    let names = teller.board.divisions().iter().map(|(id, _)| show::name(teller.board, id, teller.lang));
    names.map(|name| width::of(&name)).max().unwrap_or(0).min(20)
}

/// What falls due from today on.
pub(super) fn dates(teller: &Teller<'_>) -> Page {
    let (board, lang) = (teller.board, teller.lang);
    let mut page = Page::of(teller.label(Slide::Dates));
    let wish = Wish { split: Split::All, person: None, division: None };
    let is_coming = |id: Id| !agenda::sleeps(board, id);
    let overdue = agenda::counts(board, wish, is_coming)[agenda::Group::Overdue as usize];
    page.under = say!(lang, "deck-dates", days = agenda::AHEAD, overdue = overdue);
    let most = teller.room.1.saturating_sub(1);
    let listed = agenda::first(board, wish, usize::MAX, is_coming);
    let coming = listed.into_iter().filter(|(due, _)| *due >= board.today());
    let told = coming.take(most).map(|(due, id)| {
        let left = (due - board.today()).num_days();
        let words = say!(lang, "deck-in-days", day = month(due, board.today()), days = left);
        (id, teller.light(id).0, words)
    });
    page.rows = about(teller, told.collect());
    if page.rows.is_empty() {
        page.say(Meaning::Muted, say!(lang, "deck-no-dates"));
    }
    page
}

/// What was promised at this meeting.
pub(super) fn pledges(teller: &Teller<'_>) -> Page {
    let (board, lang) = (teller.board, teller.lang);
    let mut page = Page::of(teller.label(Slide::Pledges));
    let all = teller.mark.map_or_else(Vec::new, |mark| pledges::of(board, pledges::Of::Mark(mark)));
    page.under = say!(lang, "deck-pledged", count = all.len());
    // Of many the last ones promised: these the room looks for.
    let room = teller.room.1.saturating_sub(1);
    let most = if all.len() > room { room.saturating_sub(1) } else { room };
    let mut newest: Vec<Id> = all.iter().map(|progress| progress.id).collect();
    newest.sort_unstable();
    let from = newest.get(newest.len().saturating_sub(most)).copied();
    let told = all.iter().filter(|progress| Some(progress.id) >= from);
    page.rows = told.filter_map(|progress| pledge(teller, progress.id)).collect();
    if all.is_empty() {
        page.say(Meaning::Muted, say!(lang, "deck-no-pledges"));
    }
    more(teller, &mut page, all.len());
    page
}

fn pledge(teller: &Teller<'_>, id: Id) -> Option<Row> {
    let words = Words::of(teller.board, id, teller.lang)?;
    let target = words.progress.target;
    let goal = if target.goal > 0 { target.figure(target.goal, teller.lang) } else { String::new() };
    let row = Row::of(id.to_string()).left(Meaning::Muted, teller.who(target.division), names(teller));
    let row = row.rest(Meaning::Strong, &*target.name).own(Meaning::Accent, goal);
    let due = target.due.map_or_else(String::new, |due| due.to_string());
    Some(row.left(Meaning::Text, due, 10).left(Meaning::Text, words.owner, 8))
}
