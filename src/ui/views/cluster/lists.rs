//! Draws the lists of leads: those on a node, the referral trees below the snowball's figures, the
//! platforms. May use `board::cluster`, `ink`, `show`.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::{Cluster, draw};
use crate::board::cluster::Face;
use crate::board::cluster::referrals::{Branch, Quarter};
use crate::board::{overview, rules};
use crate::domain::money::grouped;
use crate::domain::{Choice, Id, Kind, Lang, Money};
use crate::say;
use crate::ui::event::Cx;
use crate::ui::style::{Look, Meaning};
use crate::ui::views::draw_hint;
use crate::ui::views::heading::MARGIN;
use crate::ui::views::ink::{self, Ink};
use crate::ui::views::measure::{self, GAP, LIGHT, PERSON};
use crate::ui::{show, width};

/// The rows of the platforms' figures, the columns' words included.
pub(super) const PLATFORM_FIGURES: u16 = 3;

/// The cells of what came through a platform.
const THROUGH: usize = 8;

/// A name has at most so many cells, or the eye loses its line on the way to the next column.
const NAME: usize = 64;

/// From so many cells on there is room for the light, stage, owner, division.
const LIT: usize = 48;
const STAGED: usize = 56;
const ROOMY: usize = 76;
const WIDE: usize = 100;

/// The rows of the snowball's figures, and the columns' words.
pub(super) const fn snowball_height(body: Rect) -> u16 {
    if body.height >= draw::TALL { 7 } else { 2 }
}

/// A lead's line about to be drawn.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub(super) cx: &'a Cx<'a>,
    pub(super) look: &'a Look,
    pub(super) view: &'a Cluster,
    pub(super) cells: usize,
    pub(super) chosen: bool,
}

/// What a line says of a lead beside the usual.
#[derive(Default)]
pub(super) struct Beside<'a> {
    /// How far it is shifted, and what stands before its name.
    pub(super) shift: usize,
    pub(super) before: &'a str,
    /// What stands at its end.
    pub(super) after: &'a str,
}

impl Row<'_> {
    /// Light, id, name, stage, owner, division; behind `head`, which may have begun the line.
    pub(super) fn line(&self, head: Ink<'_>, id: Id, beside: &Beside<'_>) -> Line<'static> {
        let (board, lang) = (self.cx.board, self.look.lang);
        let Some(lead) = board.lead(id) else { return head.line() };
        let light = overview::light_of(board, id);
        let owner = lead.owner.map_or_else(String::new, |owner| show::name(board, owner, lang));
        let division = lead.division.map_or_else(String::new, |id| show::name(board, id, lang));
        let words = [&id.to_string(), &lead.name, rules::stage_name(board, lead, lang), &owner, &division];
        let text = if self.chosen { Meaning::Strong } else { Meaning::Text };
        let text = if lead.is_active() { text } else { Meaning::Muted };
        let brief = show::light_in(light, lang, LIGHT);
        self.cells(self.lit(head, light.signal.into(), &brief), text, words, beside)
    }

    /// The columns' words.
    pub(super) fn columns(&self, head: Ink<'_>) -> Line<'static> {
        let lang = self.look.lang;
        let label = |key| draw::label(self.look, key);
        let words = [
            &say!(lang, "view-col-id"),
            &say!(lang, "view-col-name"),
            &*say!(lang, "view-col-stage"),
            label("owner"),
            label("division"),
        ];
        let head = self.lit(head, Meaning::Column, &say!(lang, "view-col-light"));
        self.cells(head, Meaning::Column, words, &Beside::default())
    }

    /// The light, but where the face's own figures leave it no room.
    fn lit<'i>(&self, head: Ink<'i>, meaning: Meaning, words: &str) -> Ink<'i> {
        let has_room = self.cells >= LIT || self.view.face == Face::Chain;
        if has_room { head.cell(meaning, words, LIGHT).gap(GAP) } else { head }
    }

    fn cells(&self, head: Ink<'_>, text: Meaning, words: [&str; 5], beside: &Beside<'_>) -> Line<'static> {
        let [id, name, stage, owner, division] = words;
        let stage = (self.cells >= STAGED).then_some((stage, measure::stage(self.look.lang)));
        let owner = (self.cells >= ROOMY).then_some((owner, PERSON));
        let division = (self.cells >= WIDE && self.view.division.is_none())
            .then_some((division, measure::division(self.look.lang)));
        let tail: Vec<_> = stage.into_iter().chain(owner).chain(division).collect();
        let taken: usize = tail.iter().map(|(_, cells)| cells + GAP).sum::<usize>() + MARGIN;
        let line = head
            .gap(beside.shift)
            .put(Meaning::Muted, beside.before)
            .cell(text, id, measure::id(self.cx.board, Kind::Lead))
            .gap(GAP);
        let after = width::of(beside.after) + usize::from(!beside.after.is_empty());
        let room = line.room().saturating_sub(taken).min(NAME);
        let after = if after + 10 > room { 0 } else { after };
        let mut line = line.cell(text, name, room - after);
        if after > 0 {
            line = line.gap(1).put(Meaning::Accent, beside.after);
        }
        for (words, cells) in tail {
            line = line.gap(GAP).cell(text, words, cells);
        }
        line.line()
    }
}

/// Draws the leads on the node under the cursor.
pub(super) fn draw_leads(view: &Cluster, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    let cells = usize::from(area.width);
    draw::rows(view, look, area, frame, |_, id, chosen| {
        let row = Row { cx, look, view, cells, chosen };
        row.line(Ink::new(look, cells).gap(1), id, &Beside::default())
    });
}

/// Draws the snowball's figures and the trees.
pub(super) fn draw_referrals(
    view: &Cluster,
    cx: &Cx<'_>,
    look: &Look,
    area: Rect,
    list: Rect,
    frame: &mut Frame<'_>,
) {
    let cells = usize::from(area.width);
    let mut figures = snowball(view, look, cells);
    figures.truncate(usize::from(area.height).saturating_sub(1));
    for (y, line) in (area.y..area.bottom()).zip(figures) {
        ink::draw(&line, Rect { y, height: 1, ..area }, frame);
    }
    if view.ids.is_empty() {
        let key = if draw::may_begin(cx) { "view-no-referrals" } else { "view-no-referrals-viewer" };
        let has_figures = view.snowball.as_ref().is_some_and(|snowball| snowball.active > 0);
        let y = if has_figures { list.y.saturating_sub(2) } else { area.y };
        let room = Rect { y, height: list.bottom() - y, ..list };
        return draw_hint(look, &say!(look.lang, key), room, frame);
    }
    let row = Row { cx, look, view, cells, chosen: false };
    let head = Rect { y: area.bottom() - 1, height: 1, ..area };
    ink::draw(&row.columns(Ink::new(look, cells).gap(1)), head, frame);
    draw::rows(view, look, list, frame, |at, id, chosen| {
        let Some(branch) = view.outline.get(at) else { return Line::default() };
        let relation = cx.board.lead(id).and_then(|lead| lead.relation).filter(|_| branch.depth > 0);
        let relation = relation.map_or("", |relation| relation.label(look.lang));
        let before =
            if branch.depth > 0 { format!("{} {relation} ", look.glyphs.arrow) } else { String::new() };
        let after = brought(branch, look.lang);
        // A chain that is longer than the line is wide still shows its names.
        let shift = (branch.depth.saturating_sub(1) * 2).min(cells / 4);
        let row = Row { chosen, ..row };
        row.line(Ink::new(look, cells).gap(1), id, &Beside { shift, before: &before, after: &after })
    });
}

/// How many a lead has brought, and how much; nothing where it has brought none.
fn brought(branch: &Branch, lang: Lang) -> String {
    let words = || say!(lang, "view-brought", count = branch.below);
    match (branch.below, branch.amount) {
        (0, _) => String::new(),
        (_, 0) => words(),
        (_, amount) => format!("{} {}", words(), Money::cny(amount).show(lang)),
    }
}

/// The snowball in a sentence, and quarter by quarter.
fn snowball(view: &Cluster, look: &Look, cells: usize) -> Vec<Line<'static>> {
    let lang = look.lang;
    let Some(snowball) = &view.snowball else { return Vec::new() };
    let ink = || Ink::new(look, cells.saturating_sub(1)).gap(1);
    let Some(share) = snowball.share() else {
        return vec![ink().put(Meaning::Muted, &say!(lang, "view-snowball-none")).line()];
    };
    let words = say!(
        lang,
        "view-snowball",
        active = grouped(snowball.active.into()),
        through = grouped(snowball.through.into()),
        share = share,
        longest = snowball.longest
    );
    let label = 18;
    let each = (cells.saturating_sub(label + 2) / snowball.quarters.len()).min(12);
    let row = |key: &str, meaning: Meaning, figure: &dyn Fn(&Quarter) -> String| {
        let line = ink().cell(Meaning::Label, &say!(lang, key), label);
        snowball
            .quarters
            .iter()
            .fold(line, |line, quarter| line.right(meaning, &figure(quarter), each))
            .line()
    };
    let tenths = |tenths: i64| format!("{}.{}", tenths / 10, tenths % 10);
    vec![
        ink().put(Meaning::Strong, &words).line(),
        row("view-col-quarter", Meaning::Column, &|q| {
            say!(lang, "view-quarter", year = q.year % 100, no = q.no)
        }),
        row("view-received", Meaning::Text, &|q| q.received.to_string()),
        row("view-came-through", Meaning::Strong, &|q| q.through.to_string()),
        row("view-landed", Meaning::Text, &|q| q.landed.to_string()),
        row("view-per-landed", Meaning::Strong, &|q| q.per_landed().map_or_else(|| "-".to_owned(), tenths)),
    ]
}

/// Draws the shares and the platforms.
pub(super) fn draw_platforms(
    view: &Cluster,
    cx: &Cx<'_>,
    look: &Look,
    area: Rect,
    list: Rect,
    frame: &mut Frame<'_>,
) {
    let cells = usize::from(area.width);
    let head = Rect { y: area.bottom() - 1, height: 1, ..area };
    for (y, line) in (area.y..head.y).zip(shares(view, look, cells)) {
        ink::draw(&line, Rect { y, height: 1, ..area }, frame);
    }
    if view.ids.is_empty() {
        let key = if draw::may_begin(cx) { "view-no-platforms" } else { "view-no-platforms-viewer" };
        let room = Rect { y: list.y.saturating_sub(2), height: list.height + 2, ..list };
        return draw_hint(look, &say!(look.lang, key), room, frame);
    }
    let row = Row { cx, look, view, cells, chosen: false };
    let words = [say!(look.lang, "view-col-through"), say!(look.lang, "view-col-sum")];
    ink::draw(&row.columns(row.platform(Meaning::Column, [&words[0], &words[1]])), head, frame);
    draw::rows(view, look, list, frame, |at, id, chosen| {
        let Some(platform) = view.platforms.rows.get(at) else { return Line::default() };
        let row = Row { chosen, ..row };
        let (count, sum) = (platform.through.to_string(), Money::cny(platform.amount).show(look.lang));
        let count = if platform.through == 0 { "-".to_owned() } else { count };
        let sum = if platform.amount == 0 { "-".to_owned() } else { sum };
        row.line(row.platform(Meaning::Strong, [&count, &sum]), id, &Beside::default())
    });
}

impl<'a> Row<'a> {
    /// What came through a platform, before what it is.
    fn platform(&self, meaning: Meaning, [count, sum]: [&str; 2]) -> Ink<'a> {
        let line = Ink::new(self.look, self.cells).gap(MARGIN).right(meaning, count, THROUGH);
        let line = if self.cells >= STAGED {
            line.gap(GAP).right(meaning, sum, measure::money(self.look.lang))
        } else {
            line
        };
        line.gap(GAP)
    }
}

fn shares(view: &Cluster, look: &Look, cells: usize) -> Vec<Line<'static>> {
    let (lang, all) = (look.lang, &view.platforms);
    let ink = || Ink::new(look, cells.saturating_sub(1)).gap(1);
    let (Some(leads), amount) = all.share() else {
        return vec![ink().put(Meaning::Muted, &say!(lang, "view-snowball-none")).line()];
    };
    let together = all.own.leads + all.through.leads;
    let sum = all.own.amount.saturating_add(all.through.amount);
    let words = say!(
        lang,
        "view-platform-share",
        leads = grouped(together.into()),
        active = grouped(all.all.leads.into()),
        share = leads,
        amount = Money::cny(sum).show(lang),
        amountshare = amount.unwrap_or(0)
    );
    let parts = say!(
        lang,
        "view-platform-parts",
        own = all.own.leads,
        through = all.through.leads,
        single = all.all.leads - together,
        others = all.rows.len().saturating_sub(usize::try_from(all.own.leads).unwrap_or(usize::MAX))
    );
    vec![ink().put(Meaning::Strong, &words).line(), ink().put(Meaning::Muted, &parts).line()]
}
