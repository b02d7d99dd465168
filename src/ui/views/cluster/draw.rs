//! Draws the cluster: the faces in a line, then the face that is shown. Says how many rows stand
//! above a face's list. May use `chain`, `lists`, `parties`, `ink`, `show`.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::{Cluster, chain, lists, parties};
use crate::board::cluster::{self, Face};
use crate::domain::{Choice, FieldKey, Id, Kind, Role};
use crate::say;
use crate::ui::event::Cx;
use crate::ui::style::{Look, Meaning};
use crate::ui::views::{Step, heading, ink, rows_between};
use crate::ui::{layout, show};

/// From so many rows of the body on there is room for the figures of each quarter and division.
pub(super) const TALL: u16 = 16;

/// How many rows of the body stand above the list: the faces, the figures, the list's own heads.
pub(super) fn above(view: &Cluster, cx: &Cx<'_>, look: &Look, body: Rect) -> u16 {
    let figures = match view.face {
        Face::Chain => chain::height(view, cx, look.lang, body),
        Face::Referrals => lists::snowball_height(body),
        Face::Platforms => lists::PLATFORM_FIGURES,
        Face::Parties => parties::height(view, body),
    };
    (1 + figures).min(body.height)
}

/// The rows that the list has.
pub(super) fn list_rows(view: &Cluster, body: Rect) -> usize {
    usize::from(body.height.saturating_sub(view.above))
}

/// Draws the faces' names and the face.
pub(super) fn draw(view: &Cluster, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    ink::draw(&faces(view, cx, look, usize::from(area.width)), Rect { height: 1, ..area }, frame);
    let (figures, list) = parts(view, area);
    match view.face {
        Face::Chain => chain::draw(view, cx, look, figures, list, frame),
        Face::Referrals => lists::draw_referrals(view, cx, look, figures, list, frame),
        Face::Platforms => lists::draw_platforms(view, cx, look, figures, list, frame),
        Face::Parties => parties::draw(view, cx, look, figures, list, frame),
    }
}

/// Where a face's figures stand, and its list.
fn parts(view: &Cluster, area: Rect) -> (Rect, Rect) {
    let above = view.above.saturating_sub(1);
    let figures = Rect { y: area.y + 1, height: above.min(area.height - 1), ..area };
    (figures, Rect { y: figures.bottom(), height: area.bottom() - figures.bottom(), ..area })
}

/// The way to the lead or the node on a cell.
pub(super) fn way(view: &Cluster, cx: &Cx<'_>, look: &Look, area: Rect, at: Position) -> Option<Vec<Step>> {
    let (figures, list) = parts(view, area);
    let row = layout::row_at(list, view.at, view.ids.len(), 1, at);
    match (view.face, row) {
        (Face::Chain, None) => chain::way(view, cx, look, figures, at),
        // Below several chains the leads are only told.
        (Face::Chain, Some(_)) if view.division.is_none() => None,
        (_, Some(row)) => {
            let into = (view.face == Face::Chain && !view.in_list).then_some(Step::Down(1));
            Some(into.into_iter().chain(rows_between(view.at, row)).collect())
        }
        (_, None) => None,
    }
}

/// The faces; at the right the division that is looked at, or how many gaps there are in all.
fn faces(view: &Cluster, cx: &Cx<'_>, look: &Look, cells: usize) -> Line<'static> {
    let faces: Vec<_> = Face::ALL.iter().map(|face| (face.label(look.lang), 0)).collect();
    let faces = (faces.as_slice(), view.face.place());
    let chains = cluster::chain::all(cx.board);
    let nodes: usize = chains.iter().map(|chain| chain.nodes.len()).sum();
    let end = match view.division {
        Some(id) => show::name(cx.board, id, look.lang),
        None if view.face == Face::Chain && nodes > 0 => {
            let gaps: usize = chains.iter().map(cluster::chain::Chain::gaps).sum();
            say!(look.lang, "view-gaps-all", nodes = nodes, gaps = gaps)
        }
        None if view.face == Face::Parties => {
            let note = say!(look.lang, "view-shared-twice");
            return heading::of_splits(look, cells, "cluster", faces, |line| line, (Meaning::Muted, &note));
        }
        None => String::new(),
    };
    heading::of_splits(look, cells, "cluster", faces, |line| line, (Meaning::Strong, &end))
}

/// Whether whoever looks may make a new lead: hints say no keys that others cannot use.
pub(super) fn may_begin(cx: &Cx<'_>) -> bool {
    cx.role() >= Role::Editor
}

/// The label of a lead's field.
pub(super) fn label(look: &Look, key: &str) -> &'static str {
    FieldKey::find(Kind::Lead, key).map_or("", |key| key.spec().label(look.lang))
}

/// Draws the rows of a list from the one that keeps the cursor in sight, the chosen one standing out.
pub(super) fn rows(
    view: &Cluster,
    look: &Look,
    area: Rect,
    frame: &mut Frame<'_>,
    line: impl Fn(usize, Id, bool) -> Line<'static>,
) {
    let height = usize::from(area.height);
    let top = layout::top(view.at, view.ids.len(), height);
    for (y, (at, id)) in (area.y..area.bottom()).zip(view.ids.iter().enumerate().skip(top)) {
        let place = Rect { y, height: 1, ..area };
        let chosen = at == view.at && view.held.is_some();
        ink::draw(&line(at, *id, chosen), place, frame);
        if chosen {
            frame.buffer_mut().set_style(place, look.style(Meaning::Selection));
        }
    }
}
