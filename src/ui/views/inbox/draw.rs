//! Draws the inbox: its splits with their counts, the leads or requests of one, the detail.
//! May use `detail`, `detail_pane`, `ink`, `request_line`, `show`.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::Inbox;
use crate::board::inbox::{self, Business, Clock, Split};
use crate::board::overview;
use crate::domain::{Choice, FieldKey, Id, Kind, Role};
use crate::say;
use crate::ui::event::Cx;
use crate::ui::style::{Look, Meaning};
use crate::ui::views::heading::MARGIN;
use crate::ui::views::ink::Ink;
use crate::ui::views::marks::MARK;
use crate::ui::views::measure::{self, GAP, LIGHT};
use crate::ui::views::request_line::{self, Party};
use crate::ui::views::{below_splits, detail_pane, draw_hint, frame_of_detail, heading};
use crate::ui::{layout, show};

/// The rows above the list: the splits, and the columns' words.
pub(super) const HEAD: u16 = 2;

/// The cells of the source.
const SOURCE: usize = 10;
/// From so many cells on there is room for the amount, for the investor, and for the source.
const MONEY: usize = 56;
const ROOMY: usize = 64;
const WIDE: usize = 78;

/// No more likely duplicates are shown.
const DOUBLES: u16 = 4;

/// Draws the list, and the detail where there is room or it is zoomed.
pub(super) fn draw(view: &Inbox, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    if let Some(id) = view.held.filter(|_| view.zoom.is_on()) {
        return view.zoom.draw(cx, look, id, area, frame);
    }
    let split = layout::split(area);
    frame.render_widget(splits(view, cx, look, usize::from(area.width)), Rect { height: 1, ..area });
    draw_list(view, cx, look, split.list, frame);
    if let (Some(area), Some(id)) = (split.detail, view.settle.told()) {
        let inner = frame_of_detail(look, split, below_splits(split, area), frame);
        let rest = draw_doubles(view, cx, look, inner, frame);
        let waits = inbox::waits(cx.board, id);
        let draw = if waits { detail_pane::draw_for_verdict } else { detail_pane::draw };
        draw(cx, look, id, rest, frame);
        view.settle.mark(look, rest, frame);
    }
}

/// Likely duplicates at the foot of the detail, where they are looked for; what is left above them.
fn draw_doubles(view: &Inbox, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) -> Rect {
    let found = &view.doubles.1;
    let most = u16::try_from(found.len()).unwrap_or(DOUBLES).min(DOUBLES).min(area.height / 3);
    if most == 0 {
        return area;
    }
    let rows = Rect { y: area.bottom() - most - 1, height: most + 1, ..area };
    let count = show::doubles_count(found);
    let title = if cx.board.role(cx.login) >= Role::Editor {
        say!(look.lang, "view-doubles-key", count = count)
    } else {
        say!(look.lang, "view-doubles", count = count)
    };
    let lines = found.iter().map(|double| (Meaning::Text, show::double(cx.board, *double, look.lang)));
    for (y, (meaning, words)) in
        (rows.y..rows.bottom()).zip(std::iter::once((Meaning::Yellow, title)).chain(lines))
    {
        let line = Ink::new(look, usize::from(rows.width)).put(meaning, &words).line();
        frame.render_widget(line, Rect { y, height: 1, ..rows });
    }
    Rect { height: area.height - rows.height, ..area }
}

/// The splits with their counts, a zero left out; at the right how far one has come.
fn splits<'l>(view: &Inbox, cx: &Cx<'_>, look: &'l Look, cells: usize) -> Line<'static> {
    let splits: Vec<_> =
        Split::ALL.iter().zip(view.totals).map(|(split, count)| (split.label(look.lang), count)).collect();
    let after = |mut line: Ink<'l>| {
        if let Some(typed) = view.sifting.words() {
            let words = say!(look.lang, "view-filtered", typed = typed);
            line = line.put(Meaning::Match, &words).gap(1);
        }
        let marked = view.marks.count(view.drawn());
        if marked > 0 {
            line = line.put(Meaning::Accent, &say!(look.lang, "view-marked", count = marked));
        }
        line
    };
    let (done, all) = view.progress(cx.board);
    let total = if view.has_requests() {
        view.division.map_or_else(String::new, |id| show::name(cx.board, id, look.lang))
    } else if done == 0 || cx.past.is_some() {
        String::new()
    } else {
        say!(look.lang, "view-triaged", done = done, all = all)
    };
    let splits = (splits.as_slice(), view.split.place());
    heading::of_splits(look, cells, "inbox", splits, after, (Meaning::Strong, &total))
}

/// Where the rows of the list stand.
const fn rows(list: Rect) -> Rect {
    layout::below(list, HEAD)
}

/// The row on a cell.
pub(super) fn row_at(view: &Inbox, area: Rect, at: Position) -> Option<usize> {
    layout::row_at(rows(layout::split(area).list), view.at, view.len, 1, at)
}

fn draw_list(view: &Inbox, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    let rows = rows(area);
    if view.len == 0 {
        return draw_hint(look, &nothing(view, cx, look), area, frame);
    }
    let head = Rect { y: area.y + 1, height: 1, ..area };
    let cells = usize::from(area.width);
    let party = party(cx);
    let ids = measure::id(cx.board, Kind::Lead);
    let words = if view.has_requests() {
        request_line::columns(look, party, cells)
    } else {
        columns(look, cells, ids)
    };
    frame.render_widget(words, head);
    let height = usize::from(rows.height);
    let top = layout::top(view.at, view.len, height);
    let found = found(view);
    let about = view.sifting.needles(FieldKey::find(Kind::Request, "about"));
    let drawn = view.marks.drawn(view.at, |id| view.rows.iter().position(|row| *row == id));
    for (y, (at, id)) in (rows.y..rows.bottom()).zip(view.rows.iter().enumerate().skip(top)) {
        let place = Rect { y, height: 1, ..rows };
        let marked = view.marks.has(*id, at, drawn.as_ref());
        let (left, chosen) = (view.left == Some(*id), at == view.at);
        let line = match id.kind {
            Kind::Request => {
                request_line::Row { cx, look, id: *id, party, left, chosen, marked }.line(cells, &about)
            }
            _ => Row { cx, look, id: *id, left, chosen, marked }.line(cells, &found),
        };
        frame.render_widget(line, place);
        if chosen {
            frame.buffer_mut().set_style(place, look.style(Meaning::Selection));
        }
    }
}

/// Why nothing is listed.
fn nothing(view: &Inbox, cx: &Cx<'_>, look: &Look) -> String {
    match view.split {
        _ if view.sifting.words().is_some() => say!(look.lang, "view-none-found"),
        Split::Waiting => say!(look.lang, "view-triage-done"),
        Split::Requests => say!(look.lang, "view-no-requests"),
        Split::Mine if cx.board.index().login(cx.login).is_none() => say!(look.lang, "view-not-on-roster"),
        _ => say!(look.lang, "view-split-empty"),
    }
}

/// Whoever works in a unit is told who asks; the others whom they have asked.
fn party(cx: &Cx<'_>) -> Party {
    match Business::of(cx.board, cx.board.index().login(cx.login)) {
        Business::Of(_) => Party::Asks,
        _ => Party::Asked,
    }
}

/// The words that the filter looks for in name, investor and source.
fn found(view: &Inbox) -> [Vec<String>; 3] {
    ["name", "investor", "source"].map(|key| view.sifting.needles(FieldKey::find(Kind::Lead, key)))
}

/// The columns' words.
fn columns(look: &Look, cells: usize, id_cells: usize) -> Line<'static> {
    let label = |key| FieldKey::find(Kind::Lead, key).map_or("", |key| key.spec().label(look.lang));
    let (clock, id) = (say!(look.lang, "view-col-clock"), say!(look.lang, "view-col-id"));
    let fields = ["name", "investor", "source", "amount"].map(label);
    let words = [clock.as_str(), id.as_str(), fields[0], fields[1], fields[2], fields[3]];
    line(look, cells, id_cells, false, (Meaning::Column, Meaning::Column), words, &Default::default())
}

/// A line of the list: clock, id, name, investor, source, amount.
fn line(
    look: &Look,
    cells: usize,
    id_cells: usize,
    marked: bool,
    (first, text): (Meaning, Meaning),
    words: [&str; 6],
    [in_name, in_investor, in_source]: &[Vec<String>; 3],
) -> Line<'static> {
    let [clock, id, name, investor, source, amount] = words;
    let sign = if marked { MARK } else { " " };
    let line = Ink::new(look, cells)
        .put(Meaning::Accent, sign)
        .cell(first, clock, LIGHT)
        .gap(GAP)
        .cell(text, id, id_cells)
        .gap(GAP);
    let source = (cells >= WIDE).then_some((source, SOURCE, in_source));
    let amount = (cells >= MONEY).then_some((amount, measure::money(look.lang)));
    let taken = source.map_or(0, |(_, cells, _)| cells + GAP) + amount.map_or(0, |(_, cells)| cells + GAP);
    let rest = line.room().saturating_sub(taken + MARGIN);
    let investor = (cells >= ROOMY).then_some((investor, rest * 2 / 5, in_investor));
    let room = rest - investor.map_or(0, |(_, cells, _)| cells + GAP).min(rest);
    let mut line = line.cell_with(text, name, room, in_name);
    for (words, cells, found) in investor.into_iter().chain(source) {
        line = line.gap(GAP).cell_with(text, words, cells, found);
    }
    if let Some((words, cells)) = amount {
        line = line.gap(GAP).right(text, words, cells);
    }
    line.line()
}

/// A lead about to be listed.
struct Row<'a> {
    cx: &'a Cx<'a>,
    look: &'a Look,
    id: Id,
    /// It is in the split no more.
    left: bool,
    chosen: bool,
    marked: bool,
}

impl Row<'_> {
    fn line(&self, cells: usize, found: &[Vec<String>; 3]) -> Line<'static> {
        let board = self.cx.board;
        let Some(lead) = board.lead(self.id) else { return Line::default() };
        let text = if self.chosen { Meaning::Strong } else { Meaning::Text };
        let (meaning, words) = self.first();
        let amount = lead.amount.map_or_else(String::new, |amount| amount.show(self.look.lang));
        let id = self.id.to_string();
        let words = [&words, &id, &lead.name, &lead.investor, &lead.source, &amount];
        let ids = measure::id(board, Kind::Lead);
        line(self.look, cells, ids, self.marked, (meaning, text), words.map(String::as_str), found)
    }

    /// The response clock of a lead that waits; of another its light.
    fn first(&self) -> (Meaning, String) {
        let lang = self.look.lang;
        if self.left {
            return (Meaning::Muted, say!(lang, "view-dealt-with"));
        }
        if let Some(clock) = inbox::clock(self.cx.board, self.id) {
            return told(clock, self.look);
        }
        let light = overview::light_of(self.cx.board, self.id);
        (light.signal.into(), show::light_in(light, lang, LIGHT))
    }
}

/// A clock in a few words: the first of its times that presses.
fn told(clock: Clock, look: &Look) -> (Meaning, String) {
    let meaning = |left: i64| match left {
        i64::MIN..=-1 => Meaning::Red,
        0 => Meaning::Yellow,
        _ => Meaning::Green,
    };
    let say = |key: &str, left: i64| {
        (meaning(left), say!(look.lang, key, late = i64::from(left < 0), days = left.abs()))
    };
    match clock {
        Clock { verdict, .. } if verdict < 0 => say("view-verdict-clock", verdict),
        Clock { answer: Some(left), .. } => say("view-answer-clock", left),
        Clock { verdict, .. } => say("view-verdict-clock", verdict),
    }
}
