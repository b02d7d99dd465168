//! Draws the page of figures on a sheet of its own, of which the body shows the part around the
//! cursor; below it what the figure under the cursor says. May use `page`, `table`, `note`, `ink`, `bar`.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::symbols::bar::Set;
use ratatui::text::Line;
use ratatui::widgets::{Sparkline, Widget};

use super::page::{Page, RATE};
use super::{FiguresView, Of, note, table};
use crate::board::Board;
use crate::board::figures::tempo::Median;
use crate::board::figures::{By, Figure, Passage, Slice, Tempo, WEEKS};
use crate::domain::money::grouped;
use crate::domain::{Choice, Money, Stage};
use crate::locales::figures as words;
use crate::say;
use crate::ui::event::Cx;
use crate::ui::style::{Look, Meaning};
use crate::ui::views::ink::{self, Ink};
use crate::ui::views::{draw_hint, heading};
use crate::ui::widgets::bar;
use crate::ui::width;

/// See the module.
pub(super) fn draw(view: &FiguresView, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    if cx.board.leads().is_empty() {
        let title = heading::titled(look, usize::from(area.width), &heading::name("figures", look.lang));
        ink::draw(&title.line(), Rect { height: 1, ..area }, frame);
        return draw_hint(look, &say!(look.lang, "figures-empty"), area, frame);
    }
    let mut sheet = Sheet {
        view,
        board: cx.board,
        look,
        page: &view.page,
        paper: Buffer::empty(Rect::new(0, 0, area.width, view.page.height)),
    };
    sheet.funnel();
    sheet.tempo();
    sheet.weeks();
    sheet.table();
    if let Some(spot) = view.spot() {
        sheet.paper.set_style(spot.at, look.style(Meaning::Selection));
    }
    let top = view.page.top(view.at);
    for y in 0..view.page.shown.min(view.page.height.saturating_sub(top)) {
        for x in 0..area.width {
            if let (Some(from), Some(to)) =
                (sheet.paper.cell((x, top + y)), frame.buffer_mut().cell_mut((area.x + x, area.y + y)))
            {
                *to = from.clone();
            }
        }
    }
    let note = note::line(view, cx.board, look, usize::from(area.width));
    frame.render_widget(note, Rect { y: area.bottom().saturating_sub(1), height: 1, ..area });
}

struct Sheet<'a> {
    view: &'a FiguresView,
    board: &'a Board,
    look: &'a Look,
    page: &'a Page,
    paper: Buffer,
}

impl<'a> Sheet<'a> {
    fn put(&mut self, line: &Line<'_>, x: u16, y: u16, width: u16) {
        line.render(Rect::new(x, y, width, 1), &mut self.paper);
    }

    fn ink(&self, width: u16) -> Ink<'a> {
        Ink::new(self.look, usize::from(width))
    }

    fn is_held(&self, figure: Figure) -> bool {
        self.view.held == (Of::All, figure)
    }

    fn funnel(&mut self) {
        let (area, widths, lang) = (self.page.funnel, self.page.widths, self.look.lang);
        let part = self.view.division.map(|id| Slice::Division(Some(id))).unwrap_or_default();
        let title = format!(
            "{}{}{}",
            heading::name("figures", lang),
            self.look.between(),
            words::slice(self.board, Some(part), lang)
        );
        let line = self.ink(area.width).cell(Meaning::Title, &title, widths.stage + 2 + widths.bar);
        let line = line.gap(1).right(Meaning::Column, &say!(lang, "figures-head-reached"), widths.count);
        let line = line.gap(1).right(Meaning::Column, &say!(lang, "figures-head-rate"), RATE);
        self.put(&line.line(), area.x, area.y, area.width);
        let most = self.view.figures.funnel.at(Stage::Lead).max(1);
        for (at, stage) in (0..).zip(Stage::ACTIVE) {
            let points = i64::from(self.view.figures.funnel.at(stage)) * 100 / i64::from(most);
            let bar = bar::filled(self.look, widths.bar, points);
            let line = self.stage(stage, &bar);
            self.put(&line, area.x, self.page.row(at), area.width);
            for more in 1..self.page.step {
                let line = self.ink(area.width).gap(1 + widths.stage + 1);
                let line = line.styled(bar_style(self.look), &bar).line();
                self.put(&line, area.x, self.page.row(at) + more, area.width);
            }
        }
        self.money();
    }

    /// A stage of the funnel: its word, its bar, how many reached it, the rate.
    fn stage(&self, stage: Stage, bar: &str) -> Line<'static> {
        let (widths, lang) = (self.page.widths, self.look.lang);
        let funnel = self.view.figures.funnel;
        let held = self.is_held(Figure::Reached(stage)) || self.is_held(Figure::Short(stage));
        let sign = if held { self.look.glyphs.cursor } else { " " };
        let word = words::short_stage(self.board, stage, lang);
        let line = self.ink(self.page.funnel.width).put(Meaning::Accent, sign);
        let line = line.cell(Meaning::Text, &word, widths.stage).gap(1);
        let rest = widths.bar - width::of(bar).min(widths.bar);
        let line = line.styled(bar_style(self.look), bar).gap(rest + 1);
        let line = line.right(Meaning::Strong, &grouped(funnel.at(stage).into()), widths.count).gap(1);
        let rate = if stage == Stage::Lead { String::new() } else { words::percent(funnel.rate(stage)) };
        let name = if widths.rate_name == 0 { String::new() } else { words::rate_name(stage, lang) };
        line.right(Meaning::Text, &rate, RATE).gap(1).put(Meaning::Muted, &name).line()
    }

    fn money(&mut self) {
        let (area, widths, lang) = (self.page.funnel, self.page.widths, self.look.lang);
        let funnel = self.view.figures.funnel;
        let [paid, amount] = [funnel.paid_in, funnel.amount].map(|yuan| Money::cny(yuan).show(lang));
        let sign = if self.is_held(Figure::Pledged) { self.look.glyphs.cursor } else { " " };
        let before = widths.stage + 1 + widths.bar + 1 + widths.count;
        let name = say!(lang, "figures-rate-money");
        let sums = format!("{name}  {paid}/{amount}");
        // Half a sum is none: it stands in the note.
        let said = if width::of(&sums) <= before { sums } else { name };
        let line = self.ink(area.width).put(Meaning::Accent, sign);
        let line = line.cell(Meaning::Text, &said, before).gap(1);
        let line = line.right(Meaning::Strong, &words::percent(funnel.money()), RATE).line();
        self.put(&line, area.x, self.page.row(6), area.width);
    }

    fn tempo(&mut self) {
        let (area, lang) = (self.page.tempo, self.look.lang);
        let [now, before, difference] = [
            say!(lang, "figures-col-now"),
            say!(lang, "figures-col-before"),
            say!(lang, "figures-col-difference"),
        ];
        let widths = self.page.widths;
        let title = say!(lang, "figures-col-passage");
        let line = self.ink(area.width).cell(Meaning::Title, &title, widths.passage).gap(1);
        let line = line.right(Meaning::Column, &now, widths.days).gap(widths.n + 1);
        let line = line.right(Meaning::Column, &before, widths.days).gap(widths.n + 1);
        let line = line.put(Meaning::Column, &difference).line();
        self.put(&line, area.x, area.y, area.width);
        let steps = Passage::ALL.map(|passage| words::step(self.board, passage, lang));
        let steps = steps.into_iter().zip(self.view.figures.tempo);
        let verdict = (say!(lang, "figures-step-verdict"), self.view.figures.verdict);
        for (at, (name, tempo)) in (0..).zip(steps.chain([verdict])) {
            let line = self.passage(&name, &tempo);
            self.put(&line, area.x, area.y + self.page.row(at), area.width);
        }
        let said = words::in_time(self.board, &self.view.figures, lang);
        let line = self.ink(area.width).put(Meaning::Text, &said).line();
        self.put(&line, area.x, area.y + self.page.row(6), area.width);
    }

    fn passage(&self, name: &str, tempo: &Tempo) -> Line<'static> {
        let (widths, lang) = (self.page.widths, self.look.lang);
        let days = |line: Ink<'a>, median: Median, meaning| {
            let said =
                median.days.map_or_else(|| "-".to_owned(), |days| say!(lang, "figures-days", days = days));
            let n = if median.n == 0 { String::new() } else { words::of_so_many(median.n, lang) };
            line.right(meaning, &said, widths.days)
                .gap(usize::from(widths.n > 0))
                .cell(Meaning::Muted, &n, widths.n.saturating_sub(1))
                .gap(1)
        };
        let line = self.ink(self.page.tempo.width).cell(Meaning::Text, name, widths.passage).gap(1);
        let line = days(line, tempo.now, Meaning::Strong);
        let line = days(line, tempo.before, Meaning::Text);
        let meaning = match tempo.faster() {
            Some(1..) => Meaning::Green,
            Some(..=-1) => Meaning::Yellow,
            _ => Meaning::Muted,
        };
        line.put(meaning, &words::brief_difference(tempo, lang)).line()
    }

    fn weeks(&mut self) {
        let (area, spark, lang) = (self.page.weeks, self.page.spark, self.look.lang);
        let weeks = self.view.figures.weeks;
        let sum: u32 = weeks.iter().sum();
        let labels = [
            (Meaning::Title, say!(lang, "figures-weeks")),
            (Meaning::Strong, say!(lang, "figures-this-week", count = weeks[WEEKS - 1])),
            (Meaning::Muted, say!(lang, "figures-half-year", count = sum)),
        ];
        if spark.y > area.y {
            let line = labels
                .iter()
                .fold(self.ink(area.width), |line, (meaning, label)| line.put(*meaning, label).gap(2));
            self.put(&line.line(), area.x, area.y, area.width);
        } else {
            let width = spark.x - area.x;
            for (y, (meaning, label)) in (area.y..area.bottom()).zip(&labels) {
                let line = self.ink(width).put(*meaning, label).line();
                self.put(&line, area.x, y, width);
            }
        }
        // With room for it, a gap stands between two weeks.
        let week = usize::from(self.page.week);
        let wide = if week >= 3 { week - 1 } else { week };
        let bars = weeks.iter().flat_map(|count| {
            std::iter::repeat_n(u64::from(*count), wide).chain(std::iter::repeat_n(0, week - wide))
        });
        let most = weeks.iter().copied().max().unwrap_or(0).max(1);
        let chart = Sparkline::default().data(bars.collect::<Vec<u64>>()).max(most.into());
        let chart = chart.bar_set(levels(self.look)).style(bar_style(self.look));
        chart.render(spark, &mut self.paper);
    }

    fn table(&mut self) {
        let (area, look) = (self.page.table, self.look);
        let room = usize::from(area.width);
        let tabs = By::ALL
            .iter()
            .fold(self.ink(area.width), |line, by| line.split(by.label(look.lang), 0, *by == self.view.by));
        let note = match self.view.by {
            By::Division => say!(look.lang, "view-shared-twice"),
            _ => String::new(),
        };
        let tabs = tabs.end(&[(Meaning::Muted, &note), (Meaning::Text, " ")]);
        self.put(&tabs.line(), area.x, area.y, area.width);
        let head = table::head(self.board, look, &self.page.columns, room);
        self.put(&head, area.x, area.y + 1, area.width);
        let most = self.view.shares.iter().map(|share| share.funnel.at(Stage::Lead)).max().unwrap_or(1);
        for (y, share) in (area.y + 2..area.bottom()).zip(&self.view.shares) {
            let is_held = self.view.held.0 == Of::Row(share.slice);
            let focused =
                Some(Slice::Division(self.view.division)) == share.slice && self.view.division.is_some();
            let marks = (is_held, is_held || focused);
            let line = table::line(self.board, look, &self.page.columns, (share, most), room, marks);
            self.put(&line, area.x, y, area.width);
        }
    }
}

/// What bars are drawn with: nothing behind them, so that a part of a cell ends where it ends.
pub(super) fn bar_style(look: &Look) -> Style {
    Style { bg: None, ..look.style(Meaning::Bar) }
}

/// The signs of a sparkline in eight steps.
fn levels(look: &Look) -> Set<'static> {
    let [one_eighth, one_quarter, three_eighths, half, five_eighths, three_quarters, seven_eighths, full] =
        look.glyphs.spark;
    Set {
        full,
        seven_eighths,
        three_quarters,
        five_eighths,
        half,
        three_eighths,
        one_quarter,
        one_eighth,
        empty: " ",
    }
}
