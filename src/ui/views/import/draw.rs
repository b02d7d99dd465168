//! Draws the preview: where it stands and what it would do, the page that is open, and at the foot the
//! whole of what is under the cursor. May use `lists`, `cells`, `heading`, `ink`, `bar`, `locales`.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::model::{Counts, Lack, Preview, Sheet};
use super::page::Page;
use super::{ImportView, Stage, cells, lists, settings};
use crate::domain::Lang;
use crate::domain::money::grouped;
use crate::say;
use crate::ui::event::Cx;
use crate::ui::style::{Look, Meaning};
use crate::ui::views::heading;
use crate::ui::views::ink::{self, Ink};
use crate::ui::widgets::bar;
use crate::ui::{layout, text, width};

/// The rows above a list: the pages, the file, the counts, the columns' words.
const HEAD: u16 = 4;
/// The rows below it, where there is room for a second.
const FOOT: u16 = 2;
const ROOMY: u16 = 14;
/// The cells of the bar while a file comes in.
const BAR: usize = 40;

/// Where the rows of a page stand.
pub(super) const fn rows_of(area: Rect) -> Rect {
    let below = layout::below(area, HEAD);
    Rect { height: below.height.saturating_sub(foot_of(area)), ..below }
}

const fn foot_of(area: Rect) -> u16 {
    if area.height >= ROOMY { FOOT } else { 1 }
}

/// The row on a cell.
pub(super) fn row_at(view: &ImportView, area: Rect, at: Position) -> Option<usize> {
    let (cursor, len) = cursor(view);
    layout::row_at(rows_of(area), cursor, len, 1, at)
}

/// Where the cursor is, and how many rows there are.
fn cursor(view: &ImportView) -> (usize, usize) {
    match view.row {
        Some((_, at)) => (at, view.sheet().map_or(0, |sheet| sheet.columns.len())),
        None => (view.at[view.page as usize], view.len(view.page)),
    }
}

/// Draws it.
pub(super) fn draw(view: &ImportView, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    let (Some(preview), Some(sheet)) = (view.preview(), view.sheet()) else {
        return draw_coming(view, look, area, frame);
    };
    let cells = usize::from(area.width);
    let line = |row: u16| Rect { y: area.y + row, height: 1, ..area };
    ink::draw(&pages(view, sheet, look, cells), line(0), frame);
    ink::draw(&file(view, preview, sheet, look, cells), line(1), frame);
    let rows = rows_of(area);
    if !sheet.unfit.is_empty() && !matches!(view.page, Page::Settings | Page::Mapping) {
        let below = Rect { y: line(3).y, height: rows.bottom().saturating_sub(line(3).y), ..area };
        return crate::ui::views::draw_hint(look, &sheet.unfit, below, frame);
    }
    ink::draw(&counts(view, preview, look, cells), line(2), frame);
    let page = Drawn { view, preview, sheet, cx, look, cells };
    let (words, foot_words) = match view.row {
        Some((row, at)) => (cells::columns(look, cells), cells::draw(&page, row, at, rows, frame)),
        None => (lists::columns(&page), lists::draw(&page, rows, frame)),
    };
    ink::draw(&words, line(3), frame);
    draw_foot(look, &foot_words, Rect { y: rows.bottom(), height: foot_of(area), ..area }, frame);
}

/// Draws the whole of what is under the cursor, in as many lines as there are.
fn draw_foot(look: &Look, words: &str, area: Rect, frame: &mut Frame<'_>) {
    let cells = usize::from(area.width);
    let words = text::clean(words);
    let mut lines = width::wrap(&words, cells.saturating_sub(2 * heading::MARGIN));
    if lines.len() > usize::from(area.height) {
        let last = usize::from(area.height) - 1;
        let rest = lines.drain(last..).collect();
        lines.push(rest);
    }
    for (y, line) in (area.y..area.bottom()).zip(lines) {
        let line = Ink::new(look, cells - heading::MARGIN).gap(heading::MARGIN).put(Meaning::Muted, &line);
        ink::draw(&line.line(), Rect { y, height: 1, ..area }, frame);
    }
}

/// What a page is drawn from.
pub(super) struct Drawn<'a> {
    pub(super) view: &'a ImportView,
    pub(super) preview: &'a Preview,
    pub(super) sheet: &'a Sheet,
    pub(super) cx: &'a Cx<'a>,
    pub(super) look: &'a Look,
    pub(super) cells: usize,
}

impl Drawn<'_> {
    /// Draws the rows of a list that fit, the one under the cursor standing out; what it says is passed in.
    pub(super) fn rows(
        &self,
        (at, len): (usize, usize),
        area: Rect,
        frame: &mut Frame<'_>,
        line: impl Fn(usize, bool) -> Line<'static>,
    ) {
        let top = layout::top(at, len, usize::from(area.height));
        for (y, row) in (area.y..area.bottom()).zip(top..len) {
            let place = Rect { y, height: 1, ..area };
            ink::draw(&line(row, row == at), place, frame);
            if row == at {
                frame.buffer_mut().set_style(place, self.look.style(Meaning::Selection));
            }
        }
    }
}

/// The pages with how many there are on each; at the end the file.
fn pages(view: &ImportView, sheet: &Sheet, look: &Look, cells: usize) -> Line<'static> {
    let words: Vec<String> = ["mapping", "problems", "rows", "settings"]
        .iter()
        .map(|page| say!(look.lang, "preview-page", page = *page))
        .collect();
    let numbers = [sheet.columns.len(), sheet.rows.problems(), sheet.rows.len(), 0];
    let splits: Vec<(&str, usize)> = words.iter().map(String::as_str).zip(numbers).collect();
    // A long one gives way, but never whole.
    let name = text::line(&name_of(view), cells / 3, look.glyphs.ellipsis);
    heading::of_splits(
        look,
        cells,
        "import",
        (&splits, view.page as usize),
        |line| line,
        (Meaning::Strong, &name),
    )
}

/// What a file is called without its folder.
fn name_of(view: &ImportView) -> String {
    let name = view.path().rsplit('/').next().unwrap_or_default();
    text::clean(name).into_owned()
}

/// What the file is, and which part of it is looked at.
fn file(view: &ImportView, preview: &Preview, sheet: &Sheet, look: &Look, cells: usize) -> Line<'static> {
    let lang = look.lang;
    let mut words = vec![preview.form.clone()];
    if preview.sheets.len() > 1 {
        let number = view.sheet + 1;
        let of = preview.sheets.len();
        words.push(say!(
            lang,
            "preview-sheet",
            name = text::clean(&sheet.name).into_owned(),
            number = number,
            of = of
        ));
        if !sheet.taken {
            words.push(say!(lang, "preview-left-sheet"));
        }
    }
    if sheet.header > 0 {
        words.push(say!(lang, "preview-header", row = sheet.header));
    }
    if preview.kinds.len() > 1 {
        words.push(settings::label(preview.kinds, sheet.kind, lang));
    }
    if preview.modes.len() > 1 {
        words.push(settings::label(preview.modes, view.choices().mode.unwrap_or_default(), lang));
    }
    words.extend(notes(sheet, lang));
    let line = Ink::new(look, cells - heading::MARGIN).gap(heading::MARGIN);
    line.put(Meaning::Muted, &words.join(&look.between())).line()
}

/// What else there is to know of a sheet.
fn notes(sheet: &Sheet, lang: Lang) -> impl Iterator<Item = String> {
    let named = sheet.named_by.map(|field| say!(lang, "import-named-by", field = field.spec().label(lang)));
    let hidden = (sheet.hidden > 0).then(|| say!(lang, "preview-hidden", count = sheet.hidden));
    let unlooked = (sheet.unlooked > 0).then(|| say!(lang, "import-unlooked", count = sheet.unlooked));
    [named, hidden, unlooked].into_iter().flatten()
}

/// What it would do; what must be said first; how far it is planned anew.
fn counts(view: &ImportView, preview: &Preview, look: &Look, cells: usize) -> Line<'static> {
    let lang = look.lang;
    let mut line = Ink::new(look, cells - heading::MARGIN).gap(heading::MARGIN);
    match view.stage() {
        Stage::Planning(done, total) => {
            return line.put(Meaning::Accent, &planning(done, total, lang)).line();
        }
        Stage::Writing => return line.put(Meaning::Accent, &say!(lang, "import-writing")).line(),
        _ => {}
    }
    if let Some(sheet) = view.sheet().filter(|sheet| !sheet.unfit.is_empty()) {
        return line.put(Meaning::Error, &sheet.unfit).line();
    }
    if let Some(lack) = preview.lack() {
        return line.put(Meaning::Error, &lacking(lack, lang)).line();
    }
    for (code, count, meaning) in listed(preview.counts()) {
        line = line.put(Meaning::Muted, &say!(lang, "preview-count", of = code)).gap(1);
        line = line.put(if count == 0 { Meaning::Muted } else { meaning }, &grouped(count)).gap(2);
    }
    let (people, units) = added(preview);
    if people + units > 0 {
        line = line.put(Meaning::Muted, &say!(lang, "preview-adds", people = people, units = units));
    }
    line.line()
}

/// What must be said first, and by which key.
pub(in crate::ui) fn lacking(lack: &Lack, lang: Lang) -> String {
    let (of, cell, said) = match lack {
        Lack::Unit(cell, said) => ("unit", cell, said),
        Lack::Order(cell, said) => ("order", cell, said),
    };
    let said = text::clean(said).into_owned();
    say!(lang, "preview-lacks", of = of, cell = cell.as_str(), text = said)
}

/// How many people and units are added.
pub(super) fn added(preview: &Preview) -> (usize, usize) {
    let taken = || preview.sheets.iter().filter(|sheet| sheet.taken);
    (taken().map(|sheet| sheet.people.len()).sum(), taken().map(|sheet| sheet.units.len()).sum())
}

/// What there is of what, in a line: what is none is left out.
pub(in crate::ui) fn summed(counts: Counts, lang: Lang) -> String {
    let told = listed(counts).into_iter().filter(|(code, count, _)| *count > 0 && *code != "doubles");
    let words =
        told.map(|(code, count, _)| format!("{} {}", say!(lang, "preview-count", of = code), grouped(count)));
    words.collect::<Vec<_>>().join(lang.pick("，", ", "))
}

/// The counts that are told: the first three always, the others where there are any.
fn listed(counts: Counts) -> Vec<(&'static str, i64, Meaning)> {
    let all = [
        ("new", counts.new, Meaning::Strong),
        ("changed", counts.changed, Meaning::Strong),
        ("same", counts.same, Meaning::Text),
        ("refused", counts.refused, Meaning::Error),
        ("passed", counts.passed, Meaning::Text),
        ("doubles", counts.doubles, Meaning::Yellow),
        ("below", counts.below, Meaning::Text),
    ];
    let told = all.into_iter().enumerate().filter(|(place, (_, count, _))| *place < 3 || *count > 0);
    told.map(|(_, (code, count, meaning))| (code, i64::try_from(count).unwrap_or(i64::MAX), meaning))
        .collect()
}

fn planning(done: u64, total: u64, lang: Lang) -> String {
    match (done * 100).checked_div(total) {
        None => say!(lang, "import-planning"),
        Some(percent) => say!(lang, "preview-planning-at", percent = percent),
    }
}

/// Draws how far a file has come that cannot be looked at yet.
fn draw_coming(view: &ImportView, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    let lang = look.lang;
    let cells = usize::from(area.width);
    let title = heading::titled(look, cells, &heading::name("import", lang));
    let title = title.narrowed(look, Meaning::Strong, &name_of(view)).line();
    ink::draw(&title, Rect { height: 1, ..area }, frame);
    let (words, done, total) = match view.stage() {
        Stage::Reading(done, total) => (
            say!(lang, "preview-reading-at", kilobytes = grouped(i64::try_from(done >> 10).unwrap_or(0))),
            done,
            total,
        ),
        Stage::Planning(done, total) => (planning(done, total, lang), done, total),
        _ => return,
    };
    let below = |row: u16| Rect {
        y: (area.y + row).min(area.bottom()),
        height: u16::from(area.height > row),
        ..area
    };
    let line = Ink::new(look, cells).gap(heading::MARGIN).put(Meaning::Text, &words).line();
    ink::draw(&line, below(2), frame);
    if let Some(percent) = (done * 100).checked_div(total) {
        let percent = i64::try_from(percent).unwrap_or(100);
        let room = cells.saturating_sub(8).min(BAR);
        let line = Ink::new(look, cells).gap(heading::MARGIN).spans(bar::progress(look, room, percent, None));
        ink::draw(&line.right(Meaning::Strong, &format!("{percent}%"), 5).line(), below(3), frame);
    }
    let hint =
        Ink::new(look, cells).gap(heading::MARGIN).put(Meaning::Hint, &say!(lang, "preview-can-cancel"));
    ink::draw(&hint.line(), below(5), frame);
}
