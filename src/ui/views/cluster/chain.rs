//! Draws the chains: a row of nodes a division, or the nodes of one; below them the leads on the
//! node under the cursor. A gap is told by its word. May use `board::cluster`, `lists`, `ink`.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::node::{Node, lit};
use super::{Cluster, draw, lists};
use crate::board::cluster::chain::{self, Chain, Filled};
use crate::board::index::Linked;
use crate::domain::{Choice, Lang};
use crate::say;
use crate::ui::event::Cx;
use crate::ui::style::{Look, Meaning};
use crate::ui::views::ink::{self, Ink};
use crate::ui::views::{Step, columns_between, draw_hint, rows_between};
use crate::ui::{layout, show, width};

/// The cells of the column of divisions, Chinese and English: a name has a line or two.
const LABEL: [u16; 2] = [12, 15];

/// The rows of a box, and the least cells of one where there are several divisions, or one.
const BOX: u16 = 4;
const BOX_CELLS: u16 = 13;
const ROOMY_BOX: u16 = 19;

/// The cells of a node that is told by a sign.
const SIGN: usize = 3;

/// How the chains of several divisions are drawn: rows each, and whether nodes are boxes.
fn plan(body: Rect, chains: &[Chain<'_>], lang: Lang) -> (u16, bool) {
    let count = u16::try_from(chains.len()).unwrap_or(u16::MAX).max(1);
    let rows = (body.height.saturating_sub(2) / count).clamp(1, BOX);
    let boxed = rows == BOX && cells(body, chains, lang) >= BOX_CELLS;
    let rows = if boxed { BOX } else { rows.min(BOX - 1) };
    // Names of nodes need room.
    if cells(body, chains, lang) < 7 { (1, false) } else { (rows, boxed) }
}

/// The cells of a node: the same in all divisions, so that columns stand one below the other.
fn cells(body: Rect, chains: &[Chain<'_>], lang: Lang) -> u16 {
    let most = chains.iter().map(|chain| chain.nodes.len()).max().unwrap_or(0).max(1);
    body.width.saturating_sub(LABEL[lang as usize]) / u16::try_from(most).unwrap_or(u16::MAX)
}

/// How many boxes of one division stand side by side, and their cells.
fn across(width: u16, boxes: usize) -> (usize, u16) {
    let boxes = boxes.max(1);
    let most = usize::from(width / ROOMY_BOX).clamp(1, boxes);
    // Two rows of like length look better than a long one and a short one.
    let lines = boxes.div_ceil(most);
    let each = boxes.div_ceil(lines);
    (each, width / u16::try_from(each).unwrap_or(1))
}

/// The nodes of a division, and behind them what is on none where there is any.
fn boxes(chain: &Chain<'_>, look: &Look) -> Vec<(String, Linked, Option<Filled>)> {
    let nodes = chain.nodes.iter().map(|node| (node.name.to_owned(), node.leads, Some(node.filled())));
    let other = (chain.other.count() > 0).then(|| (say!(look.lang, "view-other-nodes"), chain.other, None));
    nodes.chain(other).collect()
}

/// The rows of the chains and of the line that says which node is under the cursor.
pub(super) fn height(view: &Cluster, cx: &Cx<'_>, lang: Lang, body: Rect) -> u16 {
    let Some(division) = view.division else {
        let chains = chain::all(cx.board);
        let count = u16::try_from(chains.len()).unwrap_or(u16::MAX);
        return plan(body, &chains, lang).0.saturating_mul(count).saturating_add(1);
    };
    let spots = view.spots(cx, division);
    let (each, _) = across(body.width, spots);
    let lines = u16::try_from(spots.div_ceil(each)).unwrap_or(1);
    let rows = if is_low(body, lines) { 1 } else { BOX };
    (2 + lines * rows).min(body.height.saturating_sub(1))
}

/// Whether boxes of one division would leave its leads no room.
const fn is_low(body: Rect, lines: u16) -> bool {
    body.height < 2 + lines * BOX + 4
}

pub(super) fn draw(view: &Cluster, cx: &Cx<'_>, look: &Look, area: Rect, list: Rect, frame: &mut Frame<'_>) {
    match view.division.and_then(|id| chain::of(cx.board, id)) {
        Some(chain) => draw_one(view, cx, look, &chain, area, frame),
        None => draw_all(view, cx, look, area, frame),
    }
    let foot = Rect { y: area.bottom() - 1, height: 1, ..area };
    ink::draw(&under(view, cx, look, usize::from(area.width)), foot, frame);
    lists::draw_leads(view, cx, look, list, frame);
}

fn draw_all(view: &Cluster, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    let chains = chain::all(cx.board);
    if chains.is_empty() {
        return draw_hint(look, &say!(look.lang, "view-no-chains"), area, frame);
    }
    let (rows, boxed) = plan(view.body, &chains, look.lang);
    let each = cells(view.body, &chains, look.lang);
    for (place, (y, chain)) in (area.y..).step_by(usize::from(rows)).zip(&chains).enumerate() {
        if y + rows > area.bottom() {
            break;
        }
        let on = place == view.row;
        let row = Rect { y, height: rows, ..area };
        let row_of = Row { cx, look, chain, on, node: on.then_some(view.node), in_list: false };
        if rows == 1 {
            ink::draw(&row_of.signs(usize::from(area.width)), row, frame);
            continue;
        }
        let label = LABEL[look.lang as usize];
        row_of.draw_label(Rect { width: label, ..row }, frame);
        if chain.nodes.is_empty() {
            let words = say!(look.lang, "view-no-nodes");
            let room = Rect { x: row.x + label, y, width: row.width.saturating_sub(label), height: rows };
            for (y, line) in (room.y..room.bottom()).zip(width::wrap(&words, usize::from(room.width))) {
                frame.buffer_mut().set_string(room.x, y, line, look.style(Meaning::Hint));
            }
        }
        for (place, (name, leads, filled)) in boxes(chain, look).iter().take(chain.nodes.len()).enumerate() {
            let cell = node_in(row, label, each, place);
            row_of.node(name, leads, *filled, view.node == place && on).draw(boxed, cell, frame);
        }
    }
}

/// Where a node stands in the row of its division.
fn node_in(row: Rect, label: u16, each: u16, place: usize) -> Rect {
    let x = row.x + label + each * u16::try_from(place).unwrap_or(0);
    Rect { x, width: each.saturating_sub(1), ..row }
}

/// Where the boxes of one division stand, and the lines of each.
fn places(view: &Cluster, area: Rect, boxes: usize) -> (Vec<Rect>, u16) {
    let (each, cells) = across(area.width, boxes);
    let lines = u16::try_from(boxes.div_ceil(each)).unwrap_or(1);
    let height = if is_low(view.body, lines) { 1 } else { BOX };
    let place = |place: usize| {
        let [line, column] = [place / each, place % each].map(|n| u16::try_from(n).unwrap_or(0));
        let (x, y) = (area.x + column * cells, area.y + 1 + line * height);
        Rect { x, y, width: cells.saturating_sub(1), height }
    };
    ((0..boxes).map(place).filter(|cell| cell.bottom() < area.bottom()).collect(), height)
}

/// The way to the node on a cell; where nodes are told by signs, to their division.
pub(super) fn way(view: &Cluster, cx: &Cx<'_>, look: &Look, area: Rect, at: Position) -> Option<Vec<Step>> {
    if let Some(chain) = view.division.and_then(|id| chain::of(cx.board, id)) {
        let (places, _) = places(view, area, boxes(&chain, look).len());
        let to = places.iter().position(|cell| cell.contains(at))?;
        let out = view.in_list.then_some(Step::Home);
        return Some(out.into_iter().chain(columns_between(view.node, to)).collect());
    }
    let chains = chain::all(cx.board);
    let (rows, _) = plan(view.body, &chains, look.lang);
    let list = Rect { height: area.height.saturating_sub(1), ..area };
    let row = layout::row_at(list, 0, usize::from(list.height / rows).min(chains.len()), rows, at)?;
    let place = Rect { y: area.y + rows * u16::try_from(row).unwrap_or(0), height: rows, ..area };
    let (label, each) = (LABEL[look.lang as usize], cells(view.body, &chains, look.lang));
    let nodes = chains.get(row)?.nodes.len();
    let node = (0..nodes).find(|node| rows > 1 && node_in(place, label, each, *node).contains(at));
    let mut way = rows_between(view.row, row);
    if let Some(node) = node {
        // Beyond the last node of a shorter chain the first step leads to that.
        way.extend(columns_between(view.node.min(nodes), node));
    }
    Some(way)
}

fn draw_one(view: &Cluster, cx: &Cx<'_>, look: &Look, chain: &Chain<'_>, area: Rect, frame: &mut Frame<'_>) {
    let row = Row { cx, look, chain, on: true, node: Some(view.node), in_list: view.in_list };
    ink::draw(&row.head(usize::from(area.width)), Rect { height: 1, ..area }, frame);
    let boxes = boxes(chain, look);
    if boxes.is_empty() {
        return draw_hint(look, &say!(look.lang, "view-no-nodes"), area, frame);
    }
    let (places, height) = places(view, area, boxes.len());
    for (place, (cell, (name, leads, filled))) in places.into_iter().zip(&boxes).enumerate() {
        row.node(name, leads, *filled, view.node == place).draw(height > 1, cell, frame);
    }
}

/// Which node is under the cursor, and what Enter does on a gap.
fn under(view: &Cluster, cx: &Cx<'_>, look: &Look, cells: usize) -> Line<'static> {
    let line = Ink::new(look, cells.saturating_sub(1)).gap(1);
    let Some((division, node)) = view.spot(cx) else { return line.line() };
    let nodes = cx.board.division(division).map(|division| division.chain_nodes.as_slice());
    let name = node.and_then(|place| nodes.unwrap_or_default().get(place)).cloned();
    let name = name.unwrap_or_else(|| say!(look.lang, "view-other-nodes"));
    match view.ids.len() {
        0 if draw::may_begin(cx) => {
            line.put(Meaning::Red, &say!(look.lang, "view-node-to-fill", node = name)).line()
        }
        0 => line.put(Meaning::Red, &say!(look.lang, "view-node-empty", node = name)).line(),
        count => {
            line.put(Meaning::Column, &say!(look.lang, "view-node-leads", node = name, count = count)).line()
        }
    }
}

/// A division's row about to be drawn.
struct Row<'a> {
    cx: &'a Cx<'a>,
    look: &'a Look,
    chain: &'a Chain<'a>,
    /// Whether the cursor is on it, and on which node.
    on: bool,
    node: Option<usize>,
    /// The cursor is among the leads of the node.
    in_list: bool,
}

impl<'a> Row<'a> {
    fn ink(&self, cells: usize) -> Ink<'a> {
        Ink::new(self.look, cells)
    }

    /// The gaps of the nodes: what a head says last.
    fn gaps(&self, key: &str) -> (Meaning, String) {
        let (gaps, nodes) = (self.chain.gaps(), self.chain.nodes.len());
        let meaning = if gaps == 0 { Meaning::Muted } else { Meaning::Red };
        (meaning, say!(self.look.lang, key, gaps = gaps, nodes = nodes))
    }

    fn title(&self) -> String {
        let division = self.chain.division;
        format!("{} {}", division.no, show::name(self.cx.board, division, self.look.lang))
    }

    /// Digit and name, in as many lines as the gaps below leave.
    fn draw_label(&self, area: Rect, frame: &mut Frame<'_>) {
        let cells = usize::from(area.width).saturating_sub(2);
        let title = if self.on { Meaning::Selection } else { Meaning::Title };
        let rows = usize::from(area.height).saturating_sub(1).clamp(1, 2);
        let mut lines: Vec<Line<'static>> = width::wrap(&self.title(), cells)
            .into_iter()
            .take(rows)
            .map(|words| self.ink(cells + 1).gap(1).put(title, &words).line())
            .collect();
        if !self.chain.nodes.is_empty() {
            let (meaning, gaps) = self.gaps("view-gaps");
            lines.push(self.ink(cells + 1).gap(1).put(meaning, &gaps).line());
        }
        if self.chain.other.count() > 0 {
            let other = say!(self.look.lang, "view-others", count = self.chain.other.count());
            lines.push(self.ink(cells + 1).gap(1).put(Meaning::Muted, &other).line());
        }
        for (y, line) in (area.y..area.bottom()).zip(lines) {
            ink::draw(&line, Rect { y, height: 1, ..area }, frame);
        }
    }

    /// The whole division in a line: the nodes by their signs.
    fn signs(&self, cells: usize) -> Line<'static> {
        let title = if self.on { Meaning::Selection } else { Meaning::Title };
        let room = cells.saturating_sub(self.chain.nodes.len() * SIGN + 9).clamp(8, 26);
        let mut line = self.ink(cells).gap(1).cell(title, &self.title(), room).gap(1);
        for (place, node) in self.chain.nodes.iter().enumerate() {
            let filled = node.filled();
            let sign = say!(self.look.lang, "view-filled-sign", filled = filled.code());
            let meaning = if self.node == Some(place) { Meaning::Selection } else { lit(Some(filled)) };
            line = line.put(meaning, &sign).gap(1);
        }
        let (meaning, gaps) = self.gaps("view-gaps-short");
        line.end(&[(meaning, &gaps), (Meaning::Text, " ")]).line()
    }

    /// The division in a line above its boxes.
    fn head(&self, cells: usize) -> Line<'static> {
        let (meaning, gaps) = self.gaps("view-gaps");
        let division = self.cx.board.division(self.chain.division);
        let words = division.map_or("", |division| division.positioning.as_str());
        let line = self
            .ink(cells.saturating_sub(1))
            .gap(1)
            .put(Meaning::Title, &self.title())
            .gap(2)
            .put(meaning, &gaps);
        line.gap(2).put(Meaning::Muted, words).line()
    }

    fn node<'n>(&'n self, name: &'n str, leads: &'n Linked, filled: Option<Filled>, on: bool) -> Node<'n> {
        Node { cx: self.cx, look: self.look, name, leads, filled, on, in_list: self.in_list }
    }
}
