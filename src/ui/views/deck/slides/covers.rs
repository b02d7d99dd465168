//! The first slide and the last one. May use `board`, `page`.

use super::Teller;
use crate::board::pledges;
use crate::say;
use crate::ui::style::Meaning;
use crate::ui::views::deck::page::{Page, Row};

/// The campaign's name and period.
pub(super) fn title(teller: &Teller<'_>) -> Page {
    let charter = teller.board.charter();
    let mut page = Page { is_cover: true, ..Page::of(charter.name(teller.lang)) };
    page.rows.push(line(Meaning::Strong, day(teller)));
    if let Some((start, end)) = charter.period_start.zip(charter.period_end) {
        let words = say!(teller.lang, "deck-period", start = start.to_string(), end = end.to_string());
        page.rows.push(line(Meaning::Muted, words));
    }
    page.rows.extend(days_left(teller));
    if teller.demo {
        page.rows.push(Row::default());
        page.rows.push(line(Meaning::Demo, format!(" {} ", say!(teller.lang, "deck-demo"))));
    }
    page
}

/// What was promised, and how long there is.
pub(super) fn closing(teller: &Teller<'_>) -> Page {
    let mut page = Page { is_cover: true, ..Page::of(say!(teller.lang, "deck-closing")) };
    let count = teller.mark.map_or(0, |mark| pledges::of(teller.board, mark).len());
    page.rows.push(line(Meaning::Strong, say!(teller.lang, "deck-pledged", count = count)));
    page.rows.extend(days_left(teller));
    page
}

fn days_left(teller: &Teller<'_>) -> Option<Row> {
    Some(line(Meaning::Accent, teller.days_left()?))
}

fn day(teller: &Teller<'_>) -> String {
    teller.board.today().format(&say!(teller.lang, "deck-day-format")).to_string()
}

fn line(meaning: Meaning, words: String) -> Row {
    Row::default().own(meaning, words)
}
