//! The burn-up of a target: a sentence that says where it leads, and its chart. May use
//! `board::burnup`, `plot`, `ink`, `show`.

use chrono::NaiveDate;
use ratatui::text::Line;

use super::ink::Ink;
use crate::board::agenda;
use crate::board::burnup::{self, Course, Outlook, Point};
use crate::board::overview::{self, Progress};
use crate::domain::{Id, Lang, Money};
use crate::say;
use crate::ui::event::Cx;
use crate::ui::style::{Look, Meaning};
use crate::ui::widgets::plot::{self, Plot};
use crate::ui::{show, text, width};

/// The least lines and cells that a chart is drawn in, its dates included.
const LEAST: (usize, usize) = (4, 24);

/// A target about to be told.
pub(super) struct Burnup<'a> {
    cx: &'a Cx<'a>,
    look: &'a Look,
    progress: Progress<'a>,
    course: Course,
    points: Vec<Point>,
    undated: i64,
}

impl<'a> Burnup<'a> {
    /// The burn-up of a target with a goal; `typed` are the figures that were typed in over time, as
    /// far as they are known.
    pub(super) fn of(cx: &'a Cx<'a>, look: &'a Look, id: Id, typed: &[Point]) -> Option<Self> {
        let progress = overview::progress(cx.board, id)?;
        let course = burnup::course(cx.board, &progress);
        let (points, undated) = if progress.target.measure.is_counted() {
            burnup::counted(cx.board, id)
        } else {
            (typed.to_vec(), 0)
        };
        Some(Self { cx, look, progress, course, points, undated })
    }

    /// Where it leads, in a sentence or two.
    pub(super) fn sentence(&self) -> String {
        let lang = self.look.lang;
        let mut words = self.leads();
        if self.undated != 0 {
            let figure = self.figure(self.undated);
            words.push_str(lang.pick("", " "));
            words.push_str(&say!(lang, "burn-undated", figure = figure));
        }
        words
    }

    fn leads(&self) -> String {
        let (lang, today) = (self.look.lang, self.cx.board.today());
        let due = self.course.due;
        match self.course.outlook(today) {
            Outlook::DateOnly => date_only(self.progress.target.done, due, today, lang),
            Outlook::Done(day) => reached(day, due, lang),
            Outlook::Ahead(start) => {
                say!(lang, "burn-ahead", start = start.to_string(), days = (start - today).num_days())
            }
            Outlook::NoStart => say!(lang, "burn-no-start"),
            Outlook::NoProgress(days) => say!(lang, "burn-no-progress", days = days),
            Outlook::Leads { at_due, finish } => self.forecast(at_due, finish),
        }
    }

    fn forecast(&self, at_due: Option<i64>, finish: Option<NaiveDate>) -> String {
        let (lang, today) = (self.look.lang, self.cx.board.today());
        let finish_day = finish.map(|day| day.to_string()).unwrap_or_default();
        match (self.course.due, finish) {
            (None, Some(_)) => say!(lang, "burn-no-due", finish = finish_day),
            (None, None) => say!(lang, "burn-never"),
            (Some(due), _) if due < today => {
                let left = self.figure(self.course.goal - self.course.actual);
                let head = say!(lang, "burn-past", days = (today - due).num_days(), left = left);
                let tail = match finish {
                    Some(_) => say!(lang, "burn-finish", finish = finish_day),
                    None => say!(lang, "burn-never"),
                };
                format!("{head}{}{tail}", lang.pick("", " "))
            }
            (Some(due), Some(day)) if day <= due => {
                say!(lang, "burn-in-time", finish = finish_day, days = (due - day).num_days())
            }
            (Some(due), _) => {
                let progress = Progress { actual: at_due.unwrap_or(self.course.actual), ..self.progress };
                let figures = show::figures(&progress, lang);
                let head = say!(lang, "burn-at-due", due = due.to_string(), figures = figures);
                let tail = match finish {
                    Some(day) => say!(lang, "burn-late", finish = finish_day, days = (day - due).num_days()),
                    None => say!(lang, "burn-far"),
                };
                format!("{head}{}{tail}", lang.pick("", " "))
            }
        }
    }

    /// A figure in the target's unit.
    fn figure(&self, figure: i64) -> String {
        self.progress.target.figure(figure, self.look.lang)
    }

    /// The chart in so many lines, its legend and dates included; nothing for a date only, and where
    /// there is no room or no period.
    pub(super) fn chart(&self, cells: usize, height: usize) -> Vec<Line<'static>> {
        let Some(days) = self.days() else { return Vec::new() };
        let (goal, top) = (self.course.goal, self.course.goal.max(self.course.actual));
        let label = [0, top].map(|figure| width::of(&self.figure(figure))).into_iter().max().unwrap_or(0);
        let Some(room) = cells.checked_sub(label + 1).filter(|room| *room >= LEAST.1) else {
            return Vec::new();
        };
        let Some(rows) = height.checked_sub(2).filter(|rows| *rows + 2 >= LEAST.0) else { return Vec::new() };
        let today = self.cx.board.today();
        let plot = Plot {
            days,
            today,
            top,
            actual: &|day| self.actual(day),
            pace: &|day| self.pace(day),
            ahead: &|day| self.course.reached_on(day, today).filter(|_| self.course.actual < goal),
        };
        let figure = |row: usize| if row == 0 { self.figure(top) } else { String::new() };
        let lines = plot.lines(self.look, room, rows).into_iter().enumerate().map(|(row, line)| {
            let ink = Ink::new(self.look, cells).right(Meaning::Muted, &figure(row), label).gap(1);
            ink.spans(line.spans).line()
        });
        let marks = self.marks(&plot, room);
        let dates = Ink::new(self.look, cells).gap(label + 1).put(Meaning::Muted, &plot::below(&marks, room));
        let legend = Ink::new(self.look, cells).gap(label + 1).spans(self.legend().spans);
        [legend.line()].into_iter().chain(lines).chain([dates.line()]).collect()
    }

    /// From the start to the due date, or to today where that is later.
    fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let today = self.cx.board.today();
        let from = self.course.start.or_else(|| Some(self.points.first()?.0))?;
        let to = self.course.due.unwrap_or(today).max(today);
        (self.course.goal > 0 && from < to).then_some((from, to))
    }

    /// What is known of a day. Of a day between those that are known it is as on the one before.
    fn actual(&self, day: NaiveDate) -> Option<i64> {
        if day >= self.cx.board.today() {
            return Some(self.course.actual);
        }
        burnup::figure_on(&self.points, day)
    }

    /// What should have been reached by a day.
    fn pace(&self, day: NaiveDate) -> Option<i64> {
        let (start, due) = (self.course.start?, self.course.due?);
        let whole = i128::from((due - start).num_days());
        let gone = i128::from((day - start).num_days());
        let figure = (whole > 0).then(|| i128::from(self.course.goal) * gone.min(whole) / whole)?;
        i64::try_from(figure).ok()
    }

    fn marks(&self, plot: &Plot<'_>, cells: usize) -> Vec<(usize, String)> {
        let today = self.cx.board.today();
        let day = |day: NaiveDate| show::day(day, today);
        let target = self.progress.target;
        let baseline = target.baseline_due.filter(|_| target.redated > 0);
        let all = [
            (Some(today), say!(self.look.lang, "burn-today")),
            (target.due, target.due.map(day).unwrap_or_default()),
            (target.start, target.start.map(day).unwrap_or_default()),
            (
                baseline,
                baseline
                    .map(|date| say!(self.look.lang, "burn-baseline", day = day(date)))
                    .unwrap_or_default(),
            ),
        ];
        all.into_iter().filter_map(|(day, words)| Some((plot.column(day?, cells)?, words))).collect()
    }

    fn legend(&self) -> Line<'static> {
        let (glyphs, lang) = (self.look.glyphs, self.look.lang);
        let full = glyphs.rise.last().copied().unwrap_or("#");
        let ink = Ink::new(self.look, usize::MAX).put(Meaning::Bar, full);
        let ink = ink.put(Meaning::Muted, &format!(" {}  ", say!(lang, "burn-actual")));
        let ink = ink.put(Meaning::Pace, glyphs.dot);
        let ink = ink.put(Meaning::Muted, &format!(" {}  ", say!(lang, "burn-pace")));
        let ink = ink.put(Meaning::Accent, glyphs.ahead);
        ink.put(Meaning::Muted, &format!(" {}", say!(lang, "burn-rate"))).line()
    }

    /// The sentence in lines.
    pub(super) fn told(&self, cells: usize) -> Vec<Line<'static>> {
        let lines = width::wrap(&text::clean(&self.sentence()), cells);
        lines.into_iter().map(|line| Ink::new(self.look, cells).put(Meaning::Text, &line).line()).collect()
    }
}

fn date_only(done: Option<NaiveDate>, due: Option<NaiveDate>, today: NaiveDate, lang: Lang) -> String {
    match (done, due) {
        (Some(_), _) => reached(done, due, lang),
        (None, None) => say!(lang, "burn-undecided"),
        (None, Some(due)) if due < today => say!(lang, "burn-date-past", days = (today - due).num_days()),
        (None, Some(due)) => {
            say!(lang, "burn-date", due = due.to_string(), days = (due - today).num_days())
        }
    }
}

/// Reached, and how long before its due date or after it.
fn reached(day: Option<NaiveDate>, due: Option<NaiveDate>, lang: Lang) -> String {
    let Some(day) = day else { return say!(lang, "burn-done-once") };
    let done = day.to_string();
    match due {
        None => say!(lang, "burn-done", day = done),
        Some(due) if day <= due => {
            say!(lang, "burn-done-early", day = done, days = (due - day).num_days())
        }
        Some(due) => say!(lang, "burn-done-late", day = done, days = (day - due).num_days()),
    }
}

/// The lines of the chart on a page, and its most cells.
const PAGE: (usize, usize) = (12, 110);

/// How many of what is counted a page lists.
const COUNTED: usize = 8;

/// What a target's page says of its figure over time; nothing of another record.
pub(super) fn page(cx: &Cx<'_>, look: &Look, id: Id, typed: &[Point], width: usize) -> Vec<Line<'static>> {
    let Some(burnup) = Burnup::of(cx, look, id, typed) else { return Vec::new() };
    let mut out = burnup.told(width);
    let chart = burnup.chart(width.min(PAGE.1), PAGE.0);
    if !chart.is_empty() {
        out.push(Line::default());
    }
    out.extend(chart);
    out
}

/// What counts towards a target, the newest first; nothing of another record.
pub(super) fn counted(
    cx: &Cx<'_>,
    look: &Look,
    id: Id,
    all: &[(Option<NaiveDate>, Id)],
    width: usize,
) -> Vec<Line<'static>> {
    let (board, lang) = (cx.board, look.lang);
    let Some(target) = board.target(id).filter(|target| target.measure.is_counted()) else {
        return Vec::new();
    };
    let ink = || Ink::new(look, width);
    let mut out = vec![Line::default()];
    out.push(ink().put(Meaning::Column, &say!(lang, "burn-counted", count = all.len())).line());
    for (day, id) in all.iter().take(COUNTED) {
        let day = day.map(|day| day.to_string()).unwrap_or_default();
        let owner = agenda::owner(board, *id).map(|owner| show::name(board, owner, lang)).unwrap_or_default();
        let money = board.lead(*id).filter(|_| target.measure.is_money());
        let money = money.map(|lead| Money::cny(target.counts(lead, true)).show(lang));
        let line = ink().cell(Meaning::Muted, &day, 10).gap(1).cell(Meaning::Muted, &id.to_string(), 6);
        let line = line.gap(1).put(Meaning::Text, &show::name(board, *id, lang)).gap(2);
        out.push(
            line.put(Meaning::Strong, &money.unwrap_or_default()).gap(2).put(Meaning::Muted, &owner).line(),
        );
    }
    if all.len() > COUNTED {
        let words = say!(lang, "burn-more", count = all.len() - COUNTED);
        out.push(ink().put(Meaning::Hint, &words).line());
    }
    out
}
