//! Lists on slides: what is red, what was promised, what falls due. May use `board`, `page`.

use chrono::NaiveDate;

use super::Teller;
use crate::board::agenda::{self, Split, Wish};
use crate::board::{overview, pledges};
use crate::domain::{Id, Kind, Signal};
use crate::say;
use crate::ui::style::Meaning;
use crate::ui::views::deck::page::{Page, Row};
use crate::ui::views::deck::slide::Slide;
use crate::ui::views::target::{Words, month};

/// The cells of an owner's name.
const OWNER: usize = 8;

/// The most cells of a division's name.
const NAME: usize = 20;

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
    let left = all.saturating_sub(page.rows.len());
    if all == 0 {
        page.say(Meaning::Green, say!(lang, "deck-none-red"));
    }
    more(teller, &mut page, left);
    page
}

/// How many there was no room for.
pub(super) fn more(teller: &Teller<'_>, page: &mut Page, more: usize) {
    if more > 0 {
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
    let divisions = teller.names(NAME);
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

/// What falls due from today on.
pub(super) fn dates(teller: &Teller<'_>) -> Page {
    let (board, lang) = (teller.board, teller.lang);
    let mut page = Page::of(teller.label(Slide::Dates));
    let wish = Wish { split: Split::All, person: None, division: None };
    let is_coming = |id: Id| !agenda::sleeps(board, id);
    let overdue = agenda::counts(board, wish, is_coming)[agenda::Group::Overdue as usize];
    page.under = say!(lang, "deck-dates", days = agenda::AHEAD, overdue = overdue);
    let listed = agenda::first(board, wish, usize::MAX, is_coming);
    let coming: Vec<_> = listed.into_iter().filter(|(due, _)| *due >= board.today()).collect();
    let room = teller.room.1.saturating_sub(1);
    let most = if coming.len() > room { room.saturating_sub(1) } else { room };
    let left = coming.len().saturating_sub(most);
    let told = coming.into_iter().take(most).map(|(due, id)| {
        let left = (due - board.today()).num_days();
        let words = say!(lang, "deck-in-days", day = month(due, board.today()), days = left);
        (id, teller.light(id).0, words)
    });
    page.rows = about(teller, told.collect());
    if page.rows.is_empty() {
        page.say(Meaning::Muted, say!(lang, "deck-no-dates"));
    }
    more(teller, &mut page, left);
    page
}

/// What was promised at this meeting.
pub(super) fn pledges(teller: &Teller<'_>) -> Page {
    let (board, lang) = (teller.board, teller.lang);
    let mut page = Page::of(teller.label(Slide::Pledges));
    let all = teller.mark.map_or_else(Vec::new, |mark| pledges::of(board, mark));
    page.under = say!(lang, "deck-pledged", count = all.len());
    // Of many the last ones promised: these the room looks for.
    let room = teller.room.1.saturating_sub(1);
    let most = if all.len() > room { room.saturating_sub(1) } else { room };
    let mut newest: Vec<Id> = all.iter().map(|progress| progress.id).collect();
    newest.sort_unstable();
    let from = newest.get(newest.len().saturating_sub(most)).copied();
    let told = all.iter().filter(|progress| Some(progress.id) >= from);
    page.rows = told.filter_map(|progress| pledge(teller, progress.id)).collect();
    let left = all.len().saturating_sub(page.rows.len());
    if all.is_empty() && teller.commits {
        page.say(Meaning::Muted, say!(lang, "deck-no-pledges"));
    }
    more(teller, &mut page, left);
    page
}

fn pledge(teller: &Teller<'_>, id: Id) -> Option<Row> {
    let words = Words::of(teller.board, id, teller.lang)?;
    let target = words.progress.target;
    let goal = if target.goal > 0 { target.figure(target.goal, teller.lang) } else { String::new() };
    let today = teller.board.today();
    let row = Row::of(id.to_string());
    let is_wide = teller.room.0 >= BOTH;
    let row =
        if is_wide { row.left(Meaning::Muted, teller.who(target.division), teller.names(NAME)) } else { row };
    let row = row.rest(Meaning::Strong, &*target.name).own(Meaning::Accent, goal);
    let due = |due: NaiveDate| if is_wide { due.to_string() } else { month(due, today) };
    let row = row.own(Meaning::Text, target.due.map_or_else(String::new, due));
    Some(row.left(Meaning::Text, words.owner, OWNER))
}
