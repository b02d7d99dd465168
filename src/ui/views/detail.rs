//! The detail of a record: every field that holds something, grouped, with its light's reason,
//! what is lacking, requests and notes. May use `board`, `domain`, `show`, `ink`, `locales`.

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::burnup;
use super::ink::{self, Ink};
use super::measure::GAP;
use crate::board::burnup::Point;
use crate::board::{overview, rules};
use crate::domain::{FieldKey, Fields, Id, Kind, Light, Value, stage};
use crate::say;
use crate::ui::event::Cx;
use crate::ui::style::{Look, Meaning};
use crate::ui::{show, text, width};

/// The fields of a lead in the order of reading; a blank line stands between groups. Fields that
/// are not named here come last.
const LEAD: &[&[&str]] = &[
    &[
        "stage",
        "stage_since",
        "end_reason",
        "duplicate_of",
        "wake_date",
        "left_stage",
        "next_step",
        "due",
        "owner",
    ],
    &["division", "co_divisions", "kind", "code", "investor", "amount", "paid_in", "content", "chain_node"],
    &["contact", "phone", "source", "received", "owning_unit", "supporting_unit"],
    &["verdict", "verdict_by", "verdict_at", "first_talk"],
    &["signed", "contract_type", "agreed_start", "landed", "company", "credit_code", "started", "running"],
    &["parent_lead", "relation", "via_platform"],
    &["public_fund", "private_capital", "operator", "consultancy", "venture_capital"],
];

/// The least and the most cells of the column of labels.
const LABEL: (usize, usize) = (8, 18);

/// The cells left free at both sides.
pub(super) const MARGIN: u16 = 1;

/// What is known of a target: what was typed in over time, and what counts towards it.
pub type Known<'a> = (&'a [Point], &'a [(Option<NaiveDate>, Id)]);

/// Draws the detail from its line `scroll` on.
pub fn draw(
    cx: &Cx<'_>,
    look: &Look,
    id: Id,
    known: Known<'_>,
    scroll: usize,
    area: Rect,
    frame: &mut Frame<'_>,
) {
    let area = Rect { x: area.x + MARGIN, width: area.width.saturating_sub(2 * MARGIN), ..area };
    let lines = lines(cx, look, id, known, usize::from(area.width));
    let scroll = scroll.min(lines.len().saturating_sub(usize::from(area.height)));
    for (y, line) in (area.y..area.bottom()).zip(lines.into_iter().skip(scroll)) {
        ink::draw(&line, Rect { y, height: 1, ..area }, frame);
    }
}

/// All lines of the detail, no wider than `width` cells.
#[must_use]
pub fn lines(cx: &Cx<'_>, look: &Look, id: Id, known: Known<'_>, width: usize) -> Vec<Line<'static>> {
    let page = Page { cx, look, id, width };
    let mut out = page.head();
    out.extend(page.figures());
    out.extend(burnup::page(cx, look, id, known.0, width));
    out.extend(page.fields());
    out.extend(burnup::counted(cx, look, id, known.1, width));
    out.extend(page.kin(page.label(page.told().iter().map(|(key, _)| *key))));
    out.extend(page.requests());
    out.extend(page.notes());
    out
}

/// A record about to be told.
pub(super) struct Page<'a> {
    pub(super) cx: &'a Cx<'a>,
    pub(super) look: &'a Look,
    pub(super) id: Id,
    pub(super) width: usize,
}

impl Page<'_> {
    pub(super) fn ink(&self) -> Ink<'_> {
        Ink::new(self.look, self.width)
    }

    /// Id, name and light, the reason printed; for a lead what its stage demands and it lacks.
    fn head(&self) -> Vec<Line<'static>> {
        let mut out = self.name();
        if let Some((meaning, words)) = self.light() {
            out.push(self.ink().put(meaning, &words).line());
        }
        if let Some(words) = self.lacking() {
            out.extend(self.wrapped(Meaning::Yellow, &words));
        }
        out
    }

    /// Id and name, in two lines at most.
    pub(super) fn name(&self) -> Vec<Line<'static>> {
        let name = show::name(self.cx.board, self.id, self.look.lang);
        let head = format!("{} {}", self.id, text::clean(&name));
        let lines = width::wrap(&head, self.width).into_iter().take(2);
        lines.map(|line| self.ink().put(Meaning::Title, &line).line()).collect()
    }

    /// The light with its reason, of what has one.
    pub(super) fn light(&self) -> Option<(Meaning, String)> {
        let light = overview::has_light(self.id.kind).then(|| overview::light_of(self.cx.board, self.id))?;
        Some((light.signal.into(), show::light(light, self.look.lang)))
    }

    /// What a lead's stage demands and it lacks.
    pub(super) fn lacking(&self) -> Option<String> {
        let (board, lang) = (self.cx.board, self.look.lang);
        let lead = board.lead(self.id)?;
        let lacking = stage::missing(lead, rules::track(board, lead));
        let words: Vec<&str> = lacking
            .iter()
            .filter_map(|key| FieldKey::find(Kind::Lead, key))
            .map(|key| key.spec().label(lang))
            .collect();
        let fields = words.join(lang.pick("、", ", "));
        (!lacking.is_empty()).then(|| say!(lang, "view-lacking", fields = fields))
    }

    /// A target's figures in a line.
    pub(super) fn figures(&self) -> Vec<Line<'static>> {
        let Some(progress) = overview::progress(self.cx.board, self.id) else { return Vec::new() };
        let lang = self.look.lang;
        let parts = [
            (Meaning::Strong, Some(show::figures(&progress, lang)).filter(|words| !words.is_empty())),
            (Meaning::Text, progress.reached.map(|reached| format!("{reached}%"))),
            (Meaning::Muted, progress.pace.map(|pace| say!(lang, "view-pace", pace = pace))),
        ];
        let parts = parts.into_iter().filter_map(|(meaning, words)| Some((meaning, words?)));
        vec![parts.fold(self.ink(), |line, (meaning, words)| line.put(meaning, &words).gap(GAP)).line()]
    }

    fn fields(&self) -> Vec<Line<'static>> {
        let told = self.told();
        let label = self.label(told.iter().map(|(key, _)| *key));
        let mut left = told;
        let mut out = Vec::new();
        for group in groups(self.id.kind) {
            let (own, rest): (Fields, Fields) =
                left.into_iter().partition(|(key, _)| group.contains(&key.key()));
            left = rest;
            self.group(&own, group, label, &mut out);
        }
        self.group(&left, &[], label, &mut out);
        out
    }

    /// The fields that are worth a line: they hold something that the head does not say already.
    pub(super) fn told(&self) -> Fields {
        let Some(record) = self.cx.board.record(self.id) else { return Vec::new() };
        let all = FieldKey::all(self.id.kind).map(|key| (key, record.get(key)));
        all.filter(|(key, value)| !in_head(*key) && !is_nothing(value)).collect()
    }

    /// The cells of the column of labels.
    pub(super) fn label(&self, keys: impl Iterator<Item = FieldKey>) -> usize {
        let labels = keys.map(|key| width::of(key.spec().label(self.look.lang)));
        labels.max().unwrap_or(0).clamp(LABEL.0, LABEL.1)
    }

    fn group(&self, own: &Fields, order: &[&str], label: usize, out: &mut Vec<Line<'static>>) {
        if own.is_empty() {
            return;
        }
        out.push(Line::default());
        let mut own: Vec<_> = own.iter().collect();
        own.sort_by_key(|(key, _)| order.iter().position(|k| *k == key.key()));
        for (key, value) in own {
            let words = self.words(*key, value);
            out.extend(self.labelled(key.spec().label(self.look.lang), &words, label));
        }
    }

    /// What a field holds, in words.
    pub(super) fn words(&self, key: FieldKey, value: &Value) -> String {
        let board = self.cx.board;
        match (key.key(), board.lead(self.id)) {
            _ if is_nothing(value) => String::new(),
            ("stage", Some(lead)) => rules::stage_name(board, lead, self.look.lang).to_owned(),
            _ => show::value(board, key, value, self.look.lang),
        }
    }

    /// A label and its text, wrapped beside it.
    pub(super) fn labelled(&self, label: &str, words: &str, cells: usize) -> Vec<Line<'static>> {
        let room = self.width.saturating_sub(cells + GAP).max(2);
        let mut label = Some(label);
        let lines = width::wrap(&text::clean_lines(words), room);
        let lines = lines.into_iter().map(|line| {
            let head = label.take().unwrap_or_default();
            self.ink().cell(Meaning::Label, head, cells).gap(GAP).put(Meaning::Text, &line).line()
        });
        lines.collect()
    }

    fn wrapped(&self, meaning: Meaning, words: &str) -> Vec<Line<'static>> {
        let lines = width::wrap(&text::clean_lines(words), self.width);
        lines.into_iter().map(|line| self.ink().put(meaning, &line).line()).collect()
    }

    /// The support requests for a lead, the newest first.
    pub(super) fn requests(&self) -> Vec<Line<'static>> {
        let mut out = Vec::new();
        for id in self.cx.board.index().requests(self.id).rev() {
            let Some(request) = self.cx.board.request(id) else { continue };
            if out.is_empty() {
                out.push(Line::default());
                out.push(self.title("view-requests"));
            }
            let light: Light = overview::light_of(self.cx.board, id);
            let state = crate::domain::Choice::label(request.state, self.look.lang);
            let (meaning, word) = if request.is_open() {
                (light.signal.into(), show::light(light, self.look.lang))
            } else {
                (Meaning::Muted, state.to_owned())
            };
            let line = self.ink().put(Meaning::Muted, &format!("{id} ")).put(meaning, &word).gap(1);
            out.push(line.put(Meaning::Text, &request.about).line());
        }
        out
    }

    /// The notes, the newest first, with who wrote them and how long ago.
    pub(super) fn notes(&self) -> Vec<Line<'static>> {
        let mut out = Vec::new();
        let lang = self.look.lang;
        for id in self.cx.board.index().notes(self.id).rev() {
            let Some(note) = self.cx.board.note(id) else { continue };
            if out.is_empty() {
                out.push(Line::default());
                out.push(self.title("view-notes"));
            }
            let age = note.at.map_or_else(String::new, |at| show::age(self.cx.board, at, lang));
            let mut line = self.ink().put(Meaning::Strong, self.cx.board.person_name(&note.who)).gap(1);
            line = line.put(Meaning::Muted, &age);
            if note.progress {
                line = line.gap(1).put(Meaning::Muted, &say!(lang, "view-progress"));
            }
            out.push(line.line());
            out.extend(self.wrapped(Meaning::Text, &note.text));
        }
        out
    }

    fn title(&self, key: &str) -> Line<'static> {
        self.ink().put(Meaning::Column, &say!(self.look.lang, key)).line()
    }
}

const fn groups(kind: Kind) -> &'static [&'static [&'static str]] {
    match kind {
        Kind::Lead => LEAD,
        _ => &[],
    }
}

/// Whether the head says a field already.
pub(super) fn in_head(key: FieldKey) -> bool {
    matches!(
        (key.kind(), key.key()),
        (Kind::Lead | Kind::Target | Kind::Person, "name") | (Kind::Target, "goal" | "actual" | "unit")
    )
}

const fn is_nothing(value: &Value) -> bool {
    matches!(value, Value::Empty | Value::Flag(false) | Value::Number(0))
}
