//! The detail of a record: every field that holds something, grouped, with its light's reason,
//! what is lacking, requests and notes. May use `board`, `domain`, `show`, `ink`, `locales`.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::ink::Ink;
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

/// Draws the detail from its line `scroll` on.
pub fn draw(cx: &Cx<'_>, look: &Look, id: Id, scroll: usize, area: Rect, frame: &mut Frame<'_>) {
    let lines = lines(cx, look, id, usize::from(area.width));
    let scroll = scroll.min(lines.len().saturating_sub(usize::from(area.height)));
    for (y, line) in (area.y..area.bottom()).zip(lines.into_iter().skip(scroll)) {
        frame.render_widget(line, Rect { y, height: 1, ..area });
    }
}

/// All lines of the detail, no wider than `width` cells.
#[must_use]
pub fn lines(cx: &Cx<'_>, look: &Look, id: Id, width: usize) -> Vec<Line<'static>> {
    let page = Page { cx, look, id, width };
    let mut out = page.head();
    out.extend(page.figures());
    out.extend(page.fields());
    out.extend(page.requests());
    out.extend(page.notes());
    out
}

struct Page<'a> {
    cx: &'a Cx<'a>,
    look: &'a Look,
    id: Id,
    width: usize,
}

impl Page<'_> {
    fn ink(&self) -> Ink<'_> {
        Ink::new(self.look, self.width)
    }

    /// Id, name and light, the reason printed; for a lead what its stage demands and it lacks.
    fn head(&self) -> Vec<Line<'static>> {
        let board = self.cx.board;
        let lang = self.look.lang;
        let name = show::name(board, self.id, lang);
        let head = format!("{} {}", self.id, text::clean(&name));
        let mut out: Vec<Line<'static>> = width::wrap(&head, self.width)
            .into_iter()
            .take(2)
            .map(|line| self.ink().put(Meaning::Title, &line).line())
            .collect();
        if has_light(self.id.kind) {
            let light = overview::light_of(board, self.id);
            out.push(self.ink().put(light.signal.into(), &show::light(light, lang)).line());
        }
        if let Some(lead) = board.lead(self.id) {
            let lacking = stage::missing(lead, rules::track(board, lead));
            if !lacking.is_empty() {
                let words: Vec<&str> = lacking
                    .iter()
                    .filter_map(|key| FieldKey::find(Kind::Lead, key))
                    .map(|key| key.spec().label(lang))
                    .collect();
                let words = say!(lang, "view-lacking", fields = words.join(lang.pick("、", ", ")));
                out.extend(self.wrapped(Meaning::Yellow, &words));
            }
        }
        out
    }

    /// A target's figures in a line.
    fn figures(&self) -> Vec<Line<'static>> {
        let Some(progress) = overview::progress(self.cx.board, self.id) else { return Vec::new() };
        let lang = self.look.lang;
        let mut line = self.ink().put(Meaning::Strong, &show::figures(&progress, lang));
        if let Some(reached) = progress.reached {
            line = line.put(Meaning::Text, &format!("  {reached}%"));
        }
        if let Some(pace) = progress.pace {
            line = line.put(Meaning::Muted, &format!("  {}", say!(lang, "view-pace", pace = pace)));
        }
        vec![line.line()]
    }

    fn fields(&self) -> Vec<Line<'static>> {
        let Some(record) = self.cx.board.record(self.id) else { return Vec::new() };
        let mut left: Fields = FieldKey::all(self.id.kind)
            .map(|key| (key, record.get(key)))
            .filter(|(key, value)| self.is_told(*key, value))
            .collect();
        let labels = left.iter().map(|(key, _)| width::of(key.spec().label(self.look.lang)));
        let label = labels.max().unwrap_or(0).clamp(LABEL.0, LABEL.1);
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

    /// Whether a field is worth a line: it holds something that the head does not say already.
    fn is_told(&self, key: FieldKey, value: &Value) -> bool {
        let said = matches!(
            (self.id.kind, key.key()),
            (Kind::Lead | Kind::Target | Kind::Person, "name") | (Kind::Target, "goal" | "actual" | "unit")
        );
        let nothing = match value {
            Value::Empty | Value::Flag(false) => true,
            Value::Number(n) => *n == 0,
            _ => false,
        };
        !said && !nothing
    }

    fn group(&self, own: &Fields, order: &[&str], label: usize, out: &mut Vec<Line<'static>>) {
        if own.is_empty() {
            return;
        }
        out.push(Line::default());
        let mut own: Vec<_> = own.iter().collect();
        own.sort_by_key(|(key, _)| order.iter().position(|k| *k == key.key()));
        for (key, value) in own {
            let words = match (key.key(), self.cx.board.lead(self.id)) {
                ("stage", Some(lead)) => rules::stage_name(self.cx.board, lead, self.look.lang).to_owned(),
                _ => show::value(self.cx.board, *key, value, self.look.lang),
            };
            out.extend(self.labelled(key.spec().label(self.look.lang), &words, label));
        }
    }

    /// A label and its text, wrapped beside it.
    fn labelled(&self, label: &str, words: &str, cells: usize) -> Vec<Line<'static>> {
        let room = self.width.saturating_sub(cells + 1).max(2);
        let mut label = Some(label);
        let lines = width::wrap(&text::clean_lines(words), room);
        let lines = lines.into_iter().map(|line| {
            let head = label.take().unwrap_or_default();
            self.ink().cell(Meaning::Label, head, cells).gap(1).put(Meaning::Text, &line).line()
        });
        lines.collect()
    }

    fn wrapped(&self, meaning: Meaning, words: &str) -> Vec<Line<'static>> {
        let lines = width::wrap(&text::clean_lines(words), self.width);
        lines.into_iter().map(|line| self.ink().put(meaning, &line).line()).collect()
    }

    /// The support requests for a lead, the newest first.
    fn requests(&self) -> Vec<Line<'static>> {
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
    fn notes(&self) -> Vec<Line<'static>> {
        let mut out = Vec::new();
        let lang = self.look.lang;
        for id in self.cx.board.index().notes(self.id).rev() {
            let Some(note) = self.cx.board.note(id) else { continue };
            if out.is_empty() {
                out.push(Line::default());
                out.push(self.title("view-notes"));
            }
            let age = note.at.map_or_else(String::new, |at| show::age(self.cx.board, at, lang));
            let mut line = self.ink().put(Meaning::Strong, &show::person(self.cx.board, &note.who)).gap(1);
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

const fn has_light(kind: Kind) -> bool {
    matches!(kind, Kind::Lead | Kind::Target | Kind::SixOne | Kind::Request | Kind::Division)
}
