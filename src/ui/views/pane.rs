//! The pane of a division: what stands in it, line by line, for whatever room there is. The order
//! is that of a wall chart: the target's bar, the funnel, the lights, what falls due, what is most
//! urgent. May use `overview`, `show`, `ink`, `locales`.

use std::ops::Range;

use chrono::NaiveDate;
use ratatui::text::Line;

use super::ink::Ink;
use super::measure::{self, GAP, LIGHT};
use crate::board::overview::{self, Progress};
use crate::board::{Board, cluster};
use crate::domain::light::Signal;
use crate::domain::stage::Track;
use crate::domain::{Choice, Id, Kind, Light, Stage, light};
use crate::locales::reason;
use crate::say;
use crate::ui::event::Cx;
use crate::ui::style::{Look, Meaning};
use crate::ui::widgets::bar;
use crate::ui::{show, width};

/// From so many rows on, blank lines part the sections of a pane.
const AIRY: usize = 12;

/// From so many rows on, sections have headings and the funnel a bar a stage.
const TALL: usize = 22;

/// From so many cells on, a lead's line names its owner.
pub(super) const OWNER: usize = 44;

/// From so many cells on, the lines of a pane tell ids.
const NAMED: usize = 36;

/// The most cells of a bar of the funnel: it stands back behind the target's.
const FUNNEL: usize = 40;

/// A pane about to be drawn.
pub(super) struct Pane<'a> {
    pub(super) cx: &'a Cx<'a>,
    pub(super) look: &'a Look,
    pub(super) id: Id,
    pub(super) width: usize,
    pub(super) height: usize,
    /// The row of the lead under the cursor.
    pub(super) cursor: Option<usize>,
    /// The most deadlines that any division has.
    pub(super) deadlines: usize,
}

/// The lines of a pane, the leads among them, and which line is under the cursor.
pub(super) struct Drawn {
    pub(super) lines: Vec<Line<'static>>,
    pub(super) cursor: Option<usize>,
    /// The lines of leads.
    leads: Range<usize>,
    /// The first lead that has a line.
    top: usize,
}

impl Drawn {
    /// The lead that has a line, by its place among the most urgent ones.
    pub(super) fn lead(&self, line: usize) -> Option<usize> {
        self.leads.contains(&line).then(|| self.top + line - self.leads.start)
    }
}

impl Pane<'_> {
    fn ink(&self) -> Ink<'_> {
        Ink::new(self.look, self.width)
    }

    fn board(&self) -> &Board {
        self.cx.board
    }

    /// Everything below the pane's title.
    pub(super) fn lines(&self) -> Drawn {
        let mut out = Vec::with_capacity(self.height);
        out.extend(self.headline());
        self.part(&mut out);
        if self.height >= TALL {
            out.extend(self.funnel_bars());
            self.part(&mut out);
        } else {
            out.extend(self.funnel());
        }
        out.push(self.counts());
        self.part(&mut out);
        let rest = self.height.saturating_sub(out.len());
        let dates = self.deadlines((rest / 3).clamp(1, 8));
        if !dates.is_empty() {
            self.heading(&mut out, "view-deadlines");
            out.extend(dates);
            self.part(&mut out);
        }
        self.heading(&mut out, "view-urgent");
        let first = out.len();
        let rest = self.height.saturating_sub(first);
        let (top, ids) = self.leads(rest);
        if ids.is_empty() && rest > 0 {
            out.push(self.ink().put(Meaning::Muted, &say!(self.look.lang, "view-no-leads")).line());
        }
        let leads = first..first + ids.len();
        out.extend(ids.into_iter().map(|id| self.lead(id)));
        let cursor = self.cursor.filter(|_| !leads.is_empty()).map(|at| first + at - top);
        Drawn { lines: out, cursor, leads, top }
    }

    fn part(&self, out: &mut Vec<Line<'static>>) {
        if self.height >= AIRY {
            out.push(Line::default());
        }
    }

    fn heading(&self, out: &mut Vec<Line<'static>>, key: &str) {
        if self.height >= TALL {
            out.push(self.ink().put(Meaning::Column, &say!(self.look.lang, key)).line());
        }
    }

    /// The headline target: its name and figures, below them the bar with the pace tick.
    fn headline(&self) -> Vec<Line<'static>> {
        let lang = self.look.lang;
        let Some(progress) = overview::headline(self.board(), self.id) else {
            return vec![
                self.ink().put(Meaning::Muted, &say!(lang, "view-no-headline")).line(),
                self.ink().put(Meaning::BarEmpty, &self.look.glyphs.bar_empty.repeat(self.width)).line(),
            ];
        };
        let figures = show::figures(&progress, lang);
        let room = self.width.saturating_sub(width::of(&figures) + 1);
        let head = self.ink().cell(Meaning::Text, &progress.target.name, room);
        let head = head.end(&[(Meaning::Strong, &figures)]).line();
        vec![head, self.bar(&progress)]
    }

    fn bar(&self, progress: &Progress<'_>) -> Line<'static> {
        let Some(reached) = progress.reached else {
            let words = show::light(progress.light, self.look.lang);
            return self.ink().put(progress.light.signal.into(), &words).line();
        };
        let percent = format!("{reached}%");
        let cells = self.width.saturating_sub(5);
        let bar = bar::progress(self.look, cells, reached, progress.pace);
        let meaning = match progress.light.signal {
            Signal::Grey => Meaning::Muted,
            signal => signal.into(),
        };
        self.ink().spans(bar).right(meaning, &percent, 5).line()
    }

    fn stages(&self) -> Vec<(Stage, u32)> {
        let division = self.board().division(self.id);
        let track = Track::of(crate::domain::lead::LeadKind::Project, division);
        let counts = overview::tally(self.board(), Some(self.id)).map_or([0; 8], |tally| tally.stages);
        track.path().iter().map(|stage| (*stage, counts[*stage as usize])).collect()
    }

    /// The funnel in two rows: the stages' words, below them their counts.
    fn funnel(&self) -> Vec<Line<'static>> {
        let stages = self.stages();
        // Nothing parts the last one from anything.
        let cell = ((self.width + 1) / stages.len().max(1)).min(10);
        let words = self.words(cell);
        let mut head = self.ink();
        let mut counts = self.ink();
        for (word, (_, count)) in words.iter().zip(stages) {
            head = head.cell(Meaning::Muted, word, cell.saturating_sub(1)).gap(1);
            let meaning = if count == 0 { Meaning::Muted } else { Meaning::Strong };
            counts = counts.cell(meaning, &count.to_string(), cell);
        }
        vec![head.line(), counts.line()]
    }

    /// The stages' words for cells of the funnel: the whole ones where all fit, else all the short
    /// ones, but for the zone's own.
    fn words(&self, cell: usize) -> Vec<String> {
        let division = self.board().division(self.id);
        let track = Track::of(crate::domain::lead::LeadKind::Project, division);
        let (labels, lang) = (&self.board().charter().labels, self.look.lang);
        let whole = |stage| labels.stage(stage, Some(track), lang);
        let is_own = |stage| labels.own(stage, Some(track), lang).is_some();
        let fits = |stage: &Stage| is_own(*stage) || width::of(whole(*stage)) < cell;
        let all_fit = track.path().iter().all(fits);
        let word = |stage: &Stage| {
            if all_fit || is_own(*stage) {
                whole(*stage).to_owned()
            } else {
                // In the narrowest panes its first letters.
                let short = say!(lang, "view-stage-short", stage = stage.code());
                width::fit(&short, cell.saturating_sub(1)).0.to_owned()
            }
        };
        track.path().iter().map(word).collect()
    }

    /// The funnel with a bar a stage.
    fn funnel_bars(&self) -> Vec<Line<'static>> {
        let stages = self.stages();
        let most = stages.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1);
        let words = self.words(usize::MAX);
        let label = words.iter().map(|word| width::of(word)).max().unwrap_or(0);
        let cells = self.width.saturating_sub(label + 8).min(FUNNEL);
        let line = |(word, (_, count)): (&String, (Stage, u32))| {
            let share = i64::from(count) * 100 / i64::from(most);
            let filled = bar::filled(self.look, cells, share);
            let cell = self.ink().cell(Meaning::Muted, word, label).gap(1);
            cell.right(Meaning::Strong, &count.to_string(), 5).gap(1).put(Meaning::Border, &filled).line()
        };
        words.iter().zip(stages).map(line).collect()
    }

    /// How many leads are red, yellow, green; targets on hold; Six Ones in place.
    pub(super) fn counts(&self) -> Line<'static> {
        let lang = self.look.lang;
        let blank = crate::board::index::Tally::default();
        let tally = overview::tally(self.board(), Some(self.id)).unwrap_or(&blank);
        let mut line = self.ink();
        for (signal, count) in tally.lit() {
            let meaning = if count == 0 { Meaning::Muted } else { signal.into() };
            line = line.put(meaning, &format!("{}{count}", reason::signal(signal, lang))).gap(1);
        }
        let six = say!(lang, "view-six-ones", ready = tally.six_ones);
        let (gaps, nodes) = cluster::chain::gaps(self.board(), self.id);
        let beside = [
            (tally.blocked as usize, Meaning::Yellow, say!(lang, "view-blocked", count = tally.blocked)),
            (tally.on_hold as usize, Meaning::Muted, say!(lang, "view-on-hold", count = tally.on_hold)),
            (gaps, Meaning::Red, say!(lang, "view-gaps", gaps = gaps, nodes = nodes)),
        ];
        for (count, meaning, words) in beside {
            // The Six Ones stand in every pane.
            if count > 0 && width::of(&words) + 1 + width::of(&six) < line.room() {
                line = line.put(meaning, &words).gap(1);
            }
        }
        line.end(&[(Meaning::Text, &six)]).line()
    }

    /// What falls due next, with the days that are left.
    fn deadlines(&self, most: usize) -> Vec<Line<'static>> {
        let board = self.board();
        let light = |due| light::of_date(Some(due), board.today(), board.charter());
        let next = overview::deadlines_beside_leads(board, self.id).into_iter().take(most);
        let line = |(due, id): (NaiveDate, Id)| {
            self.listed(light(due), id).put(Meaning::Text, &show::name(board, id, self.look.lang)).line()
        };
        let mut lines: Vec<Line<'static>> = next.map(line).collect();
        if self.height >= AIRY {
            // What follows stands at the same height in all panes, and no row is kept for what none has.
            lines.resize(self.deadlines.min(most), Line::default());
        }
        lines
    }

    /// The most urgent leads, as many as there are rows: the page that the cursor is on, and the place of
    /// its first one.
    fn leads(&self, rows: usize) -> (usize, Vec<Id>) {
        let at = self.cursor.unwrap_or(0);
        let top = at - at.checked_rem(rows).unwrap_or(0);
        (top, overview::urgent(self.board(), Some(self.id)).skip(top).take(rows).collect())
    }

    /// A light and, where there is room, an id: what lines of dates and of leads begin with. The light
    /// is told in brief: whole ones leave the names no room.
    fn listed(&self, light: Light, id: Id) -> Ink<'_> {
        let words = show::light_in(light, self.look.lang, LIGHT);
        let line = self.ink().cell(light.signal.into(), &words, LIGHT);
        if self.width < NAMED {
            return line.gap(1);
        }
        let ids = measure::id(self.board(), Kind::Lead);
        line.gap(GAP).cell(Meaning::Muted, &id.to_string(), ids).gap(1)
    }

    fn lead(&self, id: Id) -> Line<'static> {
        let lang = self.look.lang;
        let line = self.listed(self.board().index().light(id), id);
        let Some(lead) = self.board().lead(id) else { return line.line() };
        let owner = lead.owner.map(|owner| show::name(self.board(), owner, lang)).unwrap_or_default();
        if self.width < OWNER || owner.is_empty() {
            return line.put(Meaning::Text, &lead.name).line();
        }
        let room = line.room().saturating_sub(width::of(&owner) + 2);
        line.cell(Meaning::Text, &lead.name, room).end(&[(Meaning::Muted, &owner)]).line()
    }
}
