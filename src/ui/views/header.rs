//! The head of every screen: the board's name, the totals of all divisions, who is attached, and a
//! red line when nothing can be written. May use `board`, `show`, `ink`, `locales`.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::Line;

use super::ink::{self, Ink};
use crate::board::overview;
use crate::domain::{Choice, Money, Stage};
use crate::locales::{reason, refusal};
use crate::say;
use crate::ui::event::Cx;
use crate::ui::style::{Look, Meaning};
use crate::ui::width;

/// A piece of a header line; those of the highest rank go first where room is short.
struct Piece {
    rank: u8,
    words: Vec<(Meaning, String)>,
}

impl Piece {
    fn new(rank: u8, meaning: Meaning, words: String) -> Self {
        Self { rank, words: vec![(meaning, words)] }
    }

    fn cells(&self) -> usize {
        self.words.iter().map(|(_, words)| width::of(words)).sum()
    }
}

/// The cells between two pieces.
const GAP: usize = 2;

/// Draws the header into the rectangle that `layout::screen` gave it.
pub fn draw(cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    let mut rows = area.rows();
    if let Some(trouble) = cx.trouble
        && let Some(row) = rows.next()
    {
        frame.buffer_mut().set_style(row, look.style(Meaning::Error));
        let line = Ink::new(look, usize::from(row.width))
            .gap(1)
            .put(Meaning::Error, &refusal::standing(trouble, look.lang));
        ink::draw(&line.line(), row, frame);
    }
    let lines = area.height - u16::from(cx.trouble.is_some()).min(area.height);
    let Some(first) = rows.next() else { return };
    frame.buffer_mut().set_style(Rect { height: lines, ..first }, look.style(Meaning::Header));
    let mut right = vec![lights(cx, look)];
    if lines < 2 {
        right.extend(period(cx, look));
        draw_line(cx, look, first, right, frame);
        return;
    }
    right.extend(period(cx, look));
    right.push(people(cx, look));
    draw_line(cx, look, first, right, frame);
    if let Some(second) = rows.next() {
        ink::draw(&totals(cx, look, usize::from(second.width)), second, frame);
    }
}

fn draw_line(cx: &Cx<'_>, look: &Look, row: Rect, mut right: Vec<Piece>, frame: &mut Frame<'_>) {
    let cells = usize::from(row.width);
    let name = cx.board.charter().name(look.lang);
    let demo = if cx.demo { format!(" {} ", say!(look.lang, "view-demo")) } else { String::new() };
    let past = cx.past.map(|day| format!(" {} ", say!(look.lang, "view-as-of", day = day.to_string())));
    let past = past.unwrap_or_default();
    let signs = width::of(&demo) + width::of(&past) + 1;
    let head = width::of(name).min(cells / 2) + signs + 2;
    drop_to_fit(&mut right, GAP, cells.saturating_sub(head));
    let tail = span(&right, GAP) + 1;
    let room = cells.saturating_sub(tail + signs + 2);
    let mut line = Ink::new(look, cells).gap(1);
    if !past.is_empty() {
        line = line.put(Meaning::PastSign, &past).gap(1);
    }
    if !demo.is_empty() {
        line = line.put(Meaning::Demo, &demo).gap(1);
    }
    line = line.cell(Meaning::Title, name, room.min(width::of(name)));
    let fill = line.room().saturating_sub(tail);
    ink::draw(&pieces(line.gap(fill), GAP, &right), row, frame);
}

/// Lays the colour of the past under what is drawn already, so that lights keep theirs, and signs
/// their own ground.
pub fn tint(look: &Look, areas: [Rect; 2], frame: &mut Frame<'_>) {
    let ground = Style { fg: None, ..look.style(Meaning::Past) };
    let signs = [Meaning::PastSign, Meaning::Demo].map(|sign| look.style(sign));
    for at in areas.iter().flat_map(|area| area.positions()) {
        let cell = &mut frame.buffer_mut()[at];
        let is_sign = |sign: &Style| {
            sign.bg.is_some_and(|bg| bg == cell.bg) || cell.modifier.contains(Modifier::REVERSED)
        };
        if !signs.iter().any(is_sign) {
            cell.set_style(ground);
        }
    }
}

fn pieces(mut line: Ink<'_>, gap: usize, pieces: &[Piece]) -> Line<'static> {
    for (i, piece) in pieces.iter().enumerate() {
        line = line.gap(if i == 0 { 0 } else { gap });
        for (meaning, words) in &piece.words {
            line = line.put(*meaning, words);
        }
    }
    line.line()
}

/// The cells of pieces in a line.
fn span(pieces: &[Piece], gap: usize) -> usize {
    let cells: usize = pieces.iter().map(Piece::cells).sum();
    cells + gap * pieces.len().saturating_sub(1)
}

/// Drops pieces, the highest rank first, until they fit.
fn drop_to_fit(pieces: &mut Vec<Piece>, gap: usize, room: usize) {
    while span(pieces, gap) > room {
        let Some(worst) = pieces.iter().map(|piece| piece.rank).max().filter(|rank| *rank > 0) else {
            return;
        };
        pieces.retain(|piece| piece.rank < worst);
    }
}

/// Leads by light.
fn lights(cx: &Cx<'_>, look: &Look) -> Piece {
    let mut words = Vec::new();
    for (signal, count) in cx.board.index().total().lit() {
        let space = if words.is_empty() { "" } else { " " };
        let meaning = if count == 0 { Meaning::Muted } else { signal.into() };
        words.push((meaning, format!("{space}{}{count}", reason::signal(signal, look.lang))));
    }
    Piece { rank: 0, words }
}

/// Days to the end of the period, if it has one.
fn period(cx: &Cx<'_>, look: &Look) -> Option<Piece> {
    let days = overview::days_left(cx.board)?;
    let words = if days >= 0 {
        say!(look.lang, "view-days-left", days = days)
    } else {
        say!(look.lang, "view-days-over", days = -days)
    };
    Some(Piece::new(1, Meaning::Header, words))
}

/// Who is attached: names while they are few.
fn people(cx: &Cx<'_>, look: &Look) -> Piece {
    let names: Vec<&str> = cx.people.iter().take(3).map(|p| cx.board.person_name(&p.login)).collect();
    let names = names.join(look.lang.pick("、", ", "));
    let count = cx.people.len();
    let words = if count > 3 {
        say!(look.lang, "view-attached-more", names = names, count = count)
    } else {
        say!(look.lang, "view-attached", names = names)
    };
    Piece::new(2, Meaning::Muted, words)
}

/// How tightly the totals are set.
struct Setting {
    /// The cells between two pieces.
    gap: usize,
    /// Whether the stages have their short words, but for the zone's own.
    brief: bool,
    /// Whether 元 is left out after 亿: what is counted in it is money anyway.
    short: bool,
}

/// From the roomy to the tight.
const SETTINGS: [Setting; 4] = [
    Setting { gap: GAP, brief: false, short: false },
    Setting { gap: 1, brief: false, short: true },
    Setting { gap: GAP, brief: true, short: true },
    Setting { gap: 1, brief: true, short: true },
];

/// The totals: leads by stage, money signed, money paid in; as roomy as the line allows.
fn totals(cx: &Cx<'_>, look: &Look, cells: usize) -> Line<'static> {
    let room = cells.saturating_sub(2);
    let all = |setting: &Setting| {
        let mut all = sums(cx, look, setting);
        all.extend(unassigned(cx, look));
        all
    };
    let fits = |setting: &&Setting| span(&all(setting), setting.gap) <= room;
    let setting = SETTINGS.iter().find(fits).unwrap_or(&SETTINGS[SETTINGS.len() - 1]);
    let mut all = all(setting);
    let asleep = cx.board.index().total().stages[Stage::Park as usize];
    if asleep > 0 {
        let word = cx.board.charter().labels.stage(Stage::Park, None, look.lang);
        all.push(Piece::new(4, Meaning::Muted, format!("{word} {asleep}")));
    }
    drop_to_fit(&mut all, setting.gap, room);
    pieces(Ink::new(look, cells).gap(1), setting.gap, &all)
}

/// Leads that are in no pane, if there are any.
fn unassigned(cx: &Cx<'_>, look: &Look) -> Option<Piece> {
    let count = cx.board.index().unassigned();
    (count > 0).then(|| Piece::new(3, Meaning::Strong, say!(look.lang, "view-unassigned", count = count)))
}

fn sums(cx: &Cx<'_>, look: &Look, setting: &Setting) -> Vec<Piece> {
    let lang = look.lang;
    let total = cx.board.index().total();
    let stages = Stage::ACTIVE.map(|stage| {
        let labels = &cx.board.charter().labels;
        let word = if setting.brief && labels.own(stage, None, lang).is_none() {
            say!(lang, "view-stage-short", stage = stage.code())
        } else {
            labels.stage(stage, None, lang).to_owned()
        };
        let count = total.stages[stage as usize].to_string();
        (0, word, count)
    });
    let money = [(1, "view-signed", total.signed), (2, "view-paid-in", total.paid_in)];
    let money = money.map(|(rank, key, yuan)| {
        let sum = Money::cny(yuan).show(lang);
        let sum = if setting.short { sum.trim_end_matches('元').to_owned() } else { sum };
        (rank, say!(lang, key), sum)
    });
    let piece = |(rank, word, sum)| Piece {
        rank,
        words: vec![(Meaning::Muted, format!("{word} ")), (Meaning::Strong, sum)],
    };
    stages.into_iter().chain(money).map(piece).collect()
}
