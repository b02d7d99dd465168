//! Draws the five parties: how complete each division's signed deals are, and which lack whom.
//! A party that is there is its letter, one that is not a dash. May use `board::cluster`, `lists`.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::lists::{Beside, Row};
use super::{Cluster, draw};
use crate::board::cluster::parties::{self, COUNT, Completeness, Party};
use crate::domain::{Choice, Id, Lang};
use crate::say;
use crate::ui::event::Cx;
use crate::ui::show;
use crate::ui::style::{Look, Meaning};
use crate::ui::views::ink::{self, Ink};

/// The cells of a letter and of a figure.
const LETTER: usize = 2;
const FIGURE: usize = 9;

/// The rows of the figures, their words and the list's heads included.
pub(super) fn height(view: &Cluster, body: Rect) -> u16 {
    let lines = if body.height >= draw::TALL { view.completeness.len() } else { 1 };
    u16::try_from(lines).unwrap_or(0) + 2
}

/// The letter of a party.
fn letter(party: Party, lang: Lang) -> String {
    say!(lang, "view-party", party = party.code())
}

/// Five letters, a dash for each party that is not there.
pub(in crate::ui::views) fn strip<'l>(mut line: Ink<'l>, look: &Look, has: [bool; COUNT]) -> Ink<'l> {
    for (party, has) in Party::ALL.iter().zip(has) {
        let (meaning, sign) =
            if has { (Meaning::Strong, letter(*party, look.lang)) } else { (Meaning::Muted, "-".into()) };
        line = line.cell(meaning, &sign, LETTER).gap(1);
    }
    line
}

pub(super) fn draw(view: &Cluster, cx: &Cx<'_>, look: &Look, area: Rect, list: Rect, frame: &mut Frame<'_>) {
    let cells = usize::from(area.width);
    let lines = std::iter::once(columns(look, cells));
    let figures = view.completeness.iter().map(|(id, of)| figures(cx, look, *id, of, cells));
    let foot = Rect { y: area.bottom() - 1, height: 1, ..area };
    for (y, line) in (area.y..foot.y).zip(lines.chain(figures)) {
        ink::draw(&line, Rect { y, height: 1, ..area }, frame);
    }
    let any = view.completeness.first().is_some_and(|(_, of)| of.leads > 0);
    let words = match view.ids.len() {
        0 if any => say!(look.lang, "view-parties-whole"),
        0 => say!(look.lang, "view-parties-none"),
        count => say!(look.lang, "view-lacking-parties", count = count),
    };
    let meaning = if view.ids.is_empty() { Meaning::Hint } else { Meaning::Column };
    let line = Ink::new(look, cells).gap(1).put(meaning, &words);
    ink::draw(&line.line(), foot, frame);
    draw::rows(view, look, list, frame, |_, id, chosen| {
        let has = cx.board.lead(id).map(parties::of).unwrap_or_default();
        let row = Row { cx, look, view, cells, chosen };
        row.line(strip(Ink::new(look, cells).gap(1), look, has).gap(1), id, &Beside::default())
    });
}

/// The cells of the column of divisions.
fn name_cells(look: &Look, cells: usize) -> usize {
    let most = if look.lang == Lang::Zh { 16 } else { 28_usize };
    most.min(cells.saturating_sub(3 * FIGURE + 4 + COUNT * party_cells(cells))).max(10)
}

fn columns(look: &Look, cells: usize) -> Line<'static> {
    let lang = look.lang;
    let mut line = Ink::new(look, cells).gap(1).cell(Meaning::Column, "", name_cells(look, cells));
    for key in ["view-col-signed", "view-col-whole", "view-col-mean"] {
        line = line.right(Meaning::Column, &say!(lang, key), FIGURE);
    }
    line = line.gap(2);
    for party in Party::ALL {
        line = line.right(Meaning::Column, &letter(*party, lang), party_cells(cells));
    }
    line.line()
}

/// The cells of a party's figure; none where there is no room for them.
const fn party_cells(cells: usize) -> usize {
    match cells {
        64.. => 4,
        56.. => 3,
        _ => 0,
    }
}

/// A line of figures: of all, or of a division.
fn figures(cx: &Cx<'_>, look: &Look, id: Option<Id>, of: &Completeness, cells: usize) -> Line<'static> {
    let lang = look.lang;
    let name = id.map_or_else(
        || say!(lang, "view-all-divisions"),
        |id| format!("{} {}", id.no, show::name(cx.board, id, lang)),
    );
    let title = if id.is_none() { Meaning::Title } else { Meaning::Text };
    let line = Ink::new(look, cells).gap(1).cell(title, &name, name_cells(look, cells));
    let whole = of.share().map_or_else(|| "-".to_owned(), |share| format!("{} {share:>3}%", of.whole));
    let mean =
        of.mean().map_or_else(|| "-".to_owned(), |mean| format!("{}.{}/{COUNT}", mean / 10, mean % 10));
    let mut line = line.right(Meaning::Text, &of.leads.to_string(), FIGURE);
    line = line.right(Meaning::Strong, &whole, FIGURE).right(Meaning::Text, &mean, FIGURE).gap(2);
    for count in of.with {
        let meaning = if count == 0 { Meaning::Muted } else { Meaning::Text };
        line = line.right(meaning, &count.to_string(), party_cells(cells));
    }
    line.line()
}
