//! The detail of the record under a table's cursor, beside the table or below it. A field keeps its
//! place from record to record, empty or not: the eye finds it there again, and a step of the
//! cursor sends no more than what differs. May use `detail`, `ink`.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::detail::{Page, in_head};
use super::ink;
use super::measure::GAP;
use crate::domain::{FieldKey, Id, Kind};
use crate::ui::event::Cx;
use crate::ui::style::{Look, Meaning};
use crate::ui::width;

/// The fields of a lead that have a place of their own, the most looked at first. The others come
/// after them where they hold something.
const LEAD: Places = &[
    &["stage", "stage_since", "next_step", "due", "owner", "division"],
    &["investor", "amount", "contact", "phone", "paid_in", "source"],
    &["kind", "code", "chain_node", "received"],
    &["content"],
];

/// The same where leads are given their verdict: who they are and what they want comes first, since
/// what is planned is not decided yet.
const TRIAGE: Places = &[
    &["investor", "amount", "source", "division", "contact", "phone"],
    &["content"],
    &["kind", "chain_node", "received", "code"],
    &["stage", "stage_since", "next_step", "due", "owner", "paid_in"],
];

/// From so many rows on, blank lines part the groups.
const AIRY: u16 = 20;

/// From so many cells on, a low pane has two columns of fields.
const BROAD: usize = 64;

/// The least cells of a name before its light.
const NAME: usize = 16;

/// Fields in groups, by their keys.
type Places = &'static [&'static [&'static str]];

/// A field's label and what it holds.
type Entry = (&'static str, String);

/// Draws as much of the record as there is room for.
pub(super) fn draw(cx: &Cx<'_>, look: &Look, id: Id, area: Rect, frame: &mut Frame<'_>) {
    draw_in(LEAD, cx, look, id, area, frame);
}

/// The same for a lead that waits for its verdict.
pub(super) fn draw_for_verdict(cx: &Cx<'_>, look: &Look, id: Id, area: Rect, frame: &mut Frame<'_>) {
    draw_in(TRIAGE, cx, look, id, area, frame);
}

/// Draws it with the fields of a lead in these places.
fn draw_in(lead: Places, cx: &Cx<'_>, look: &Look, id: Id, area: Rect, frame: &mut Frame<'_>) {
    let page = Page { cx, look, id, width: usize::from(area.width) };
    let lines = if area.height >= AIRY { airy(&page, lead) } else { low(&page, lead) };
    for (y, line) in (area.y..area.bottom()).zip(lines) {
        ink::draw(&line, Rect { y, height: 1, ..area }, frame);
    }
}

/// One field a line, in groups. What is lacking takes the blank line below the head.
fn airy(page: &Page<'_>, lead: Places) -> Vec<Line<'static>> {
    let mut out = page.name();
    out.extend(page.light().map(|(meaning, words)| page.ink().put(meaning, &words).line()));
    out.extend(page.figures());
    let label = label(page, lead);
    for (place, group) in groups(page, lead).into_iter().enumerate() {
        let lacking = page.lacking().filter(|_| place == 0);
        out.push(page.ink().put(Meaning::Yellow, &lacking.unwrap_or_default()).line());
        out.extend(group.iter().flat_map(|(name, words)| page.labelled(name, words, label)));
    }
    out.extend(page.kin(label));
    out.extend(page.requests());
    out.extend(page.notes());
    out
}

/// No line is left blank, and two fields share one where it is long enough.
fn low(page: &Page<'_>, lead: Places) -> Vec<Line<'static>> {
    let mut out = low_head(page);
    out.extend(page.lacking().map(|words| page.ink().put(Meaning::Yellow, &words).line()));
    out.extend(page.figures());
    let label = label(page, lead);
    let entries = groups(page, lead).concat();
    if page.width < BROAD {
        out.extend(entries.iter().flat_map(|(name, words)| page.labelled(name, words, label)));
    } else {
        out.extend(entries.chunks(2).map(|pair| side_by_side(page, pair, label)));
    }
    out.extend(page.kin(label));
    out.extend(page.requests());
    out.extend(page.notes());
    out
}

/// Name and light in one line, where both fit.
fn low_head(page: &Page<'_>) -> Vec<Line<'static>> {
    let Some((meaning, words)) = page.light() else { return page.name() };
    let mut names = page.name().into_iter();
    let first = names.next().unwrap_or_default();
    let needed = first.width().max(NAME) + GAP + width::of(&words);
    if names.next().is_some() || needed > page.width {
        let light = page.ink().put(meaning, &words).line();
        return page.name().into_iter().chain([light]).collect();
    }
    vec![page.ink().spans(first.spans).end(&[(meaning, &words)]).line()]
}

fn side_by_side(page: &Page<'_>, pair: &[Entry], label: usize) -> Line<'static> {
    let room = (page.width - GAP) / 2 - label - GAP;
    let mut ink = page.ink();
    for (name, words) in pair {
        ink = ink.cell(Meaning::Label, name, label).gap(GAP).cell(Meaning::Text, words, room).gap(GAP);
    }
    ink.line()
}

/// The cells of the labels, the same for all records of a kind.
fn label(page: &Page<'_>, lead: Places) -> usize {
    page.label(placed(page.id.kind, lead).into_iter().flatten())
}

/// The fields that have places, in their groups.
fn placed(kind: Kind, lead: Places) -> Vec<Vec<FieldKey>> {
    if kind == Kind::Lead {
        let find = |group: &&[&str]| group.iter().filter_map(|key| FieldKey::find(kind, key)).collect();
        return lead.iter().map(find).collect();
    }
    vec![FieldKey::all(kind).filter(|key| !in_head(*key)).collect()]
}

/// The fields that have places, then the others that hold something.
fn groups(page: &Page<'_>, lead: Places) -> Vec<Vec<Entry>> {
    let Some(record) = page.cx.board.record(page.id) else { return Vec::new() };
    let mut keys = placed(page.id.kind, lead);
    let is_other = |key: &FieldKey| !keys.iter().any(|group| group.contains(key));
    let others: Vec<FieldKey> = page.told().into_iter().map(|(key, _)| key).filter(is_other).collect();
    keys.extend((!others.is_empty()).then_some(others));
    let entry = |key| (FieldKey::spec(key).label(page.look.lang), page.words(key, &record.get(key)));
    keys.into_iter().map(|group| group.into_iter().map(entry).collect()).collect()
}
