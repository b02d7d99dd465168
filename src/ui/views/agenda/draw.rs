//! Draws the agenda: its splits with their counts, the entries under their headings, the detail.
//! May use `detail`, `detail_pane`, `ink`, `lines`, `show`.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::Agenda;
use super::lines::{self, Listed};
use crate::board::agenda::{self, Group, Split};
use crate::board::index::Dated;
use crate::domain::{Choice, FieldKey, Kind, light};
use crate::say;
use crate::ui::event::Cx;
use crate::ui::style::{Look, Meaning};
use crate::ui::views::heading::MARGIN;
use crate::ui::views::ink::Ink;
use crate::ui::views::measure::{self, DATE_LIGHT, DAY, GAP, PERSON};
use crate::ui::views::sifting::Sifting;
use crate::ui::views::{below_splits, detail_pane, draw_hint, frame_of_detail, heading};
use crate::ui::{layout, show};

/// The rows above the list: the splits, and the columns' words.
pub(super) const HEAD: u16 = 2;

/// The cells of what sort of thing falls due.
const SORT: usize = 7;
/// From so many cells on there is room for the sort, the owner, the division, and a lead's step.
const SORTED: usize = 56;
const OWNED: usize = 68;
const ROOMY: usize = 78;
const WIDE: usize = 100;

/// Draws the list, and the detail where there is room or it is zoomed.
pub(super) fn draw(view: &Agenda, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    if let Some((_, id)) = view.held.filter(|_| view.zoom.is_on()) {
        return view.zoom.draw(cx, look, id, area, frame);
    }
    let split = layout::split(area);
    frame.render_widget(splits(view, cx, look, usize::from(area.width)), Rect { height: 1, ..area });
    draw_list(view, cx, look, split.list, frame);
    if let (Some(area), Some(id)) = (split.detail, view.settle.told()) {
        let inner = frame_of_detail(look, split, below_splits(split, area), frame);
        detail_pane::draw(cx, look, id, inner, frame);
        view.settle.mark(look, inner, frame);
    }
}

/// The splits with their counts, a zero left out; at the right the division that is listed.
fn splits<'l>(view: &Agenda, cx: &Cx<'_>, look: &'l Look, cells: usize) -> Line<'static> {
    let splits: Vec<_> =
        Split::ALL.iter().zip(view.totals).map(|(split, count)| (split.label(look.lang), count)).collect();
    let open = Split::ALL.iter().position(|split| Some(*split) == view.split).unwrap_or(splits.len());
    let after = |line: Ink<'l>| match view.sifting.words() {
        Some(typed) => line.put(Meaning::Match, &say!(look.lang, "view-filtered", typed = typed)),
        None => line,
    };
    let division = view.division.map_or_else(String::new, |id| show::name(cx.board, id, look.lang));
    heading::of_splits(look, cells, "agenda", (&splits, open), after, (Meaning::Strong, &division))
}

/// Where the lines of the list stand.
const fn rows(list: Rect) -> Rect {
    layout::below(list, HEAD)
}

/// The entry on a cell.
pub(super) fn entry_at(view: &Agenda, cx: &Cx<'_>, area: Rect, at: Position) -> Option<usize> {
    let shown = view.shown(cx);
    let (line, len) = (lines::line_of(&shown, view.at), lines::len(&shown));
    let line = layout::row_at(rows(layout::split(area).list), line, len, 1, at)?;
    match lines::listed(&shown, line)? {
        Listed::Entry(entry) => Some(entry),
        Listed::Heading(_) => None,
    }
}

fn draw_list(view: &Agenda, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    let rows = rows(area);
    let shown = view.shown(cx);
    if lines::len(&shown) == 0 {
        return draw_hint(look, &nothing(view, cx, look), area, frame);
    }
    let head = Rect { y: area.y + 1, height: 1, ..area };
    frame.render_widget(columns(look, usize::from(area.width), measure::id(cx.board, Kind::Lead)), head);
    let top = layout::top(lines::line_of(&shown, view.at), lines::len(&shown), usize::from(rows.height));
    for (y, line) in (rows.y..rows.bottom()).zip(top..) {
        let place = Rect { y, height: 1, ..rows };
        match lines::listed(&shown, line) {
            Some(Listed::Heading(group)) => {
                frame.render_widget(group_heading(view, look, group, usize::from(rows.width)), place);
            }
            Some(Listed::Entry(at)) => {
                let Some(dated) = view.rows.get(at).copied() else { continue };
                let (left, chosen) = (view.left == Some(dated), at == view.at);
                let row = Row { cx, look, dated, left, chosen, sifting: &view.sifting };
                frame.render_widget(row.line(usize::from(rows.width)), place);
                if row.chosen {
                    frame.buffer_mut().set_style(place, look.style(Meaning::Selection));
                }
            }
            None => {}
        }
    }
}

/// What is said where there is nothing, and what to do.
fn nothing(view: &Agenda, cx: &Cx<'_>, look: &Look) -> String {
    if view.sifting.words().is_some() {
        return say!(look.lang, "view-none-found");
    }
    let is_known = cx.board.index().login(cx.login).is_some();
    match (view.division, view.split) {
        (Some(id), _) => {
            say!(look.lang, "view-nothing-due-in", division = show::name(cx.board, id, look.lang))
        }
        (None, Some(Split::Mine)) if !is_known => say!(look.lang, "view-not-on-roster"),
        (None, Some(Split::Mine)) => say!(look.lang, "view-nothing-due-mine"),
        (None, _) => say!(look.lang, "view-nothing-due"),
    }
}

fn group_heading(view: &Agenda, look: &Look, group: Group, cells: usize) -> Line<'static> {
    let count = view.counts[group.place()];
    let line = Ink::new(look, cells).gap(1).put(Meaning::Title, group.label(look.lang));
    line.put(Meaning::Muted, &format!(" {count}")).line()
}

/// The columns' words.
fn columns(look: &Look, cells: usize, id_cells: usize) -> Line<'static> {
    let label = |key| FieldKey::find(Kind::Lead, key).map_or("", |key| key.spec().label(look.lang));
    let [date, light] = [say!(look.lang, "view-col-date"), say!(look.lang, "view-col-light")];
    let [sort, id] = [say!(look.lang, "view-col-sort"), say!(look.lang, "view-col-id")];
    let name = say!(look.lang, "view-col-name");
    let fields = ["next_step", "owner", "division"].map(label);
    let words = [&date, &light, &sort, &id, &name, fields[0], fields[1], fields[2]];
    line(look, cells, id_cells, (Meaning::Column, Meaning::Column), words, &[])
}

/// A line of the list: date, light, sort, id, name, step, owner, division.
fn line(
    look: &Look,
    cells: usize,
    id_cells: usize,
    (signal, text): (Meaning, Meaning),
    words: [&str; 8],
    found: &[String],
) -> Line<'static> {
    let [date, light, sort, id, name, step, owner, division] = words;
    let line = Ink::new(look, cells).gap(1).cell(text, date, DAY).gap(GAP).cell(signal, light, DATE_LIGHT);
    let line = if cells >= SORTED { line.gap(GAP).cell(text, sort, SORT) } else { line };
    let line = line.gap(GAP).cell(text, id, id_cells).gap(GAP);
    let owner = (cells >= OWNED).then_some((owner, PERSON));
    let division = (cells >= ROOMY).then_some((division, measure::division(look.lang)));
    let taken = owner.iter().chain(&division).map(|(_, cells)| cells + GAP).sum::<usize>();
    let rest = line.room().saturating_sub(taken + MARGIN);
    let step = (cells >= WIDE).then_some((step, rest * 2 / 5));
    let room = rest - step.map_or(0, |(_, cells)| cells + GAP).min(rest);
    let mut line = line.cell_with(text, name, room, found);
    for (words, cells) in step.into_iter().chain(owner).chain(division) {
        line = line.gap(GAP).cell(text, words, cells);
    }
    line.line()
}

/// An entry about to be listed.
struct Row<'a> {
    cx: &'a Cx<'a>,
    look: &'a Look,
    dated: Dated,
    /// It falls due then no more.
    left: bool,
    chosen: bool,
    sifting: &'a Sifting,
}

impl Row<'_> {
    fn line(&self, cells: usize) -> Line<'static> {
        let (board, lang, (due, id)) = (self.cx.board, self.look.lang, self.dated);
        let text = if self.chosen { Meaning::Strong } else { Meaning::Text };
        let (meaning, light) = self.light();
        let name_of = |id| show::name(board, id, lang);
        let owner = agenda::owner(board, id).map_or_else(String::new, name_of);
        let division = agenda::division(board, id).map_or_else(String::new, name_of);
        let step = board.lead(id).map_or("", |lead| &lead.next_step);
        // The year is told by the days left or over.
        let date = due.format("%m-%d").to_string();
        let (sort, number, name) = (self.sort(), id.to_string(), name_of(id));
        let words = [&date, &light, &sort, &number, &name, step, &owner, &division];
        line(self.look, cells, measure::id(board, Kind::Lead), (meaning, text), words, &self.found())
    }

    /// The words in its name that the filter looks for.
    fn found(&self) -> Vec<String> {
        let kind = self.dated.1.kind;
        self.sifting.needles(FieldKey::find(kind, "name").or_else(|| FieldKey::find(kind, "about")))
    }

    /// The light of the date, whatever else the record's own is about.
    fn light(&self) -> (Meaning, String) {
        let (board, lang) = (self.cx.board, self.look.lang);
        if self.left {
            return (Meaning::Muted, say!(lang, "view-dealt-with"));
        }
        let light = light::of_date(Some(self.dated.0), board.today(), board.charter());
        (light.signal.into(), show::brief_light(light, lang))
    }

    fn sort(&self) -> String {
        let id = self.dated.1;
        let sort = match id.kind {
            Kind::Lead if agenda::sleeps(self.cx.board, id) => "wake",
            kind => kind.code(),
        };
        say!(self.look.lang, "view-due-sort", sort = sort)
    }
}
