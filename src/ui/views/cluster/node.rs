//! Draws a node of a chain: a box with its name, how far it is filled and its leads by stage; without
//! a frame or in a line where there is less room. May use `board::cluster`, `ink`.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::board::cluster::chain::Filled;
use crate::board::index::Linked;
use crate::domain::{Choice, Stage};
use crate::say;
use crate::ui::event::Cx;
use crate::ui::style::{Look, Meaning};
use crate::ui::views::ink::{self, Ink};
use crate::ui::width;

/// The meaning that a node is drawn with.
pub(super) const fn lit(filled: Option<Filled>) -> Meaning {
    match filled {
        Some(Filled::Gap) => Meaning::Red,
        Some(Filled::Filling) => Meaning::Yellow,
        Some(Filled::Held) => Meaning::Green,
        None => Meaning::Text,
    }
}

/// A node about to be drawn.
pub(super) struct Node<'a> {
    pub(super) cx: &'a Cx<'a>,
    pub(super) look: &'a Look,
    pub(super) name: &'a str,
    pub(super) leads: &'a Linked,
    /// None for what is on no node.
    pub(super) filled: Option<Filled>,
    /// Whether the cursor is on it, and whether it is among its leads.
    pub(super) on: bool,
    pub(super) in_list: bool,
}

impl Node<'_> {
    pub(super) fn draw(&self, boxed: bool, area: Rect, frame: &mut Frame<'_>) {
        let cells = usize::from(area.width);
        let lines = match (boxed, area.height) {
            (true, _) => self.boxed(cells),
            (false, 1) => vec![self.brief(cells)],
            (false, _) => self.bare(cells),
        };
        for (y, line) in (area.y..area.bottom()).zip(lines) {
            ink::draw(&line, Rect { y, height: 1, ..area }, frame);
        }
    }

    /// The meaning of its name: under the cursor, or the node whose leads the cursor is among.
    const fn title(&self, usual: Meaning) -> Meaning {
        match (self.on, self.in_list) {
            (true, false) => Meaning::Selection,
            (true, true) => Meaning::Accent,
            _ => usual,
        }
    }

    /// Sign and name in a line.
    fn brief(&self, cells: usize) -> Line<'static> {
        let filled = self.filled.map_or("", Choice::code);
        let sign = say!(self.look.lang, "view-filled-sign", filled = filled);
        let sign = if self.filled.is_some() { sign } else { self.look.glyphs.dot.to_owned() };
        let name = self.title(Meaning::Text);
        Ink::new(self.look, cells).gap(1).cell(lit(self.filled), &sign, 2).gap(1).put(name, self.name).line()
    }

    /// Name, state, stages, without a frame, each in its line. The whole name of the one under the
    /// cursor is said below the chains.
    fn bare(&self, cells: usize) -> Vec<Line<'static>> {
        let ink = || Ink::new(self.look, cells);
        let (meaning, words) = self.state();
        let name = ink().put(self.title(Meaning::Text), self.name).line();
        let stages = ink().put(Meaning::Muted, &self.stages(cells)).line();
        vec![name, ink().put(meaning, &words).line(), stages]
    }

    /// The name in the frame, in it the state and the stages.
    fn boxed(&self, cells: usize) -> Vec<Line<'static>> {
        let glyphs = self.look.glyphs;
        let (set, border) = if self.on {
            (&glyphs.border_focus, Meaning::BorderFocus)
        } else {
            (&glyphs.border, Meaning::Border)
        };
        let name = self.title(Meaning::Title);
        let ink = || Ink::new(self.look, cells);
        let inner = cells.saturating_sub(4);
        let label = format!(" {} ", self.name);
        let top = ink().put(border, set.top_left);
        let has_room = width::of(&label) + 3 <= cells;
        let top = if has_room { top.put(border, set.horizontal_top) } else { top };
        let label_cells = width::of(&label).min(cells.saturating_sub(2));
        let top = top.cell(name, &label, label_cells);
        let fill = top.room().saturating_sub(1);
        let top = top.put(border, &set.horizontal_top.repeat(fill)).put(border, set.top_right);
        let (meaning, words) = self.state();
        let side = |line: Ink<'_>| {
            let rest = line.room().saturating_sub(1);
            line.gap(rest).put(border, set.vertical_right).line()
        };
        let open = || ink().put(border, set.vertical_left).gap(1);
        let apart = self.apart();
        let room = inner.saturating_sub(width::of(&words) + 1);
        let state = open().put(meaning, &words);
        let state = match apart.into_iter().find(|words| width::of(words) <= room) {
            Some(apart) => state.gap(room + 1 - width::of(&apart)).put(Meaning::Muted, &apart),
            None => state,
        };
        let stages = open().put(Meaning::Text, &self.stages(inner));
        let bottom = format!(
            "{}{}{}",
            set.bottom_left,
            set.horizontal_bottom.repeat(cells.saturating_sub(2)),
            set.bottom_right
        );
        vec![top.line(), side(state), side(stages), ink().put(border, &bottom).line()]
    }

    /// 缺链, 在补 or 有链, with how many leads.
    fn state(&self) -> (Meaning, String) {
        let lang = self.look.lang;
        let count = self.leads.count();
        let word = self.filled.map_or_else(|| say!(lang, "view-on-other"), |f| f.label(lang).to_owned());
        let words = if count == 0 { word } else { format!("{word} {count}") };
        (lit(self.filled), words)
    }

    /// The innovation chain's part: platforms and talents, the longest words first.
    fn apart(&self) -> [String; 2] {
        let lang = self.look.lang;
        let some = |count: u32, key: &str| (count > 0).then(|| say!(lang, key, count = count));
        let platforms = some(self.leads.platforms, "view-of-platforms");
        let talents = some(self.leads.talents, "view-of-talents");
        let all: Vec<String> = platforms.into_iter().chain(talents).collect();
        [all.join(" "), all.first().cloned().unwrap_or_default()]
    }

    /// How many there are by stage, those that there are; where there is little room the furthest.
    fn stages(&self, cells: usize) -> String {
        let lang = self.look.lang;
        let labels = &self.cx.board.charter().labels;
        let counts = Stage::ACTIVE.iter().zip(self.leads.stages).filter(|(_, count)| *count > 0);
        let word = |stage: &Stage, most: usize| {
            let own = labels.own(*stage, None, lang).map(str::to_owned);
            let word = own.unwrap_or_else(|| say!(lang, "view-stage-short", stage = stage.code()));
            width::fit(&word, most).0.to_owned()
        };
        let all: Vec<(&Stage, u32)> = counts.collect();
        for (most, space) in [(4, " "), (2, " "), (2, "")] {
            let told: Vec<String> =
                all.iter().map(|(stage, n)| format!("{}{n}", word(stage, most))).collect();
            let told = told.join(space);
            if width::of(&told) <= cells {
                return told;
            }
        }
        let ellipsis = self.look.glyphs.ellipsis;
        let mut told = String::new();
        for (stage, n) in all.iter().rev() {
            let more = format!("{}{n}{told}", word(stage, 2));
            if width::of(&more) + width::of(ellipsis) > cells {
                break;
            }
            told = more;
        }
        format!("{told}{ellipsis}")
    }
}
