//! The lines of the preview's pages: columns, problems, rows, settings. May use `draw`, `model`, `ink`.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::draw::{Drawn, added, summed};
use super::model::{Column, Fate, Fill, Lack, Passed, Sure, Target};
use super::page::Page;
use super::settings::{self, Setting};
use crate::domain::Lang;
use crate::domain::money::grouped;
use crate::say;
use crate::ui::style::{Look, Meaning};
use crate::ui::views::draw_hint;
use crate::ui::views::heading::MARGIN;
use crate::ui::views::ink::Ink;
use crate::ui::views::measure::GAP;

/// The cells of an address, of a row's number, of what becomes of a row.
const ADDRESS: usize = 6;
const NUMBER: usize = 7;
const FATE: usize = 10;
/// So many names are told of those that are added.
const NAMES: usize = 40;
/// From so many cells on there is room for more of each.
const WIDE: usize = 100;

/// Where a column goes, in words.
pub(in crate::ui) fn target(target: Target, lang: Lang) -> String {
    match target {
        Target::Field(field) => field.spec().label(lang).to_owned(),
        Target::Progress => say!(lang, "import-to-progress"),
        Target::Remark => say!(lang, "import-to-remark"),
        Target::Extra => say!(lang, "import-to-extra"),
        Target::Out => say!(lang, "preview-to-nothing"),
    }
}

/// How sure that is, in a word or two.
fn sure(column: &Column, lang: Lang) -> (Meaning, String) {
    match column.fill {
        Fill::Down => return (Meaning::Accent, say!(lang, "preview-filled")),
        Fill::Offered => return (Meaning::Yellow, say!(lang, "preview-fillable")),
        Fill::No => {}
    }
    match (column.sure, column.passed) {
        (Sure::Hand, _) => (Meaning::Accent, say!(lang, "preview-by-hand")),
        (_, Some(Passed::Taken(field))) => {
            (Meaning::Muted, say!(lang, "preview-there-is", field = field.spec().label(lang)))
        }
        (_, Some(Passed::Unlike(field))) => {
            (Meaning::Yellow, say!(lang, "preview-not-like", field = field.spec().label(lang)))
        }
        (Sure::Name, None) => (Meaning::Muted, say!(lang, "preview-by-name")),
        (Sure::Synonym, None) => (Meaning::Muted, say!(lang, "preview-by-synonym")),
        (Sure::Like(points), None) => (Meaning::Yellow, say!(lang, "preview-by-likeness", percent = points)),
        (Sure::Nowhere, None) => (Meaning::Muted, String::new()),
    }
}

/// How wide the columns of the mapping are: header, field, how sure; samples have the rest.
fn widths(cells: usize) -> [usize; 3] {
    if cells >= WIDE {
        [24, 16, 22]
    } else if cells >= 70 {
        [16, 12, 16]
    } else {
        [12, 10, 0]
    }
}

/// The columns' words of a page.
pub(super) fn columns(page: &Drawn<'_>) -> Line<'static> {
    let word = |of: &str| say!(page.look.lang, "preview-column", of = of);
    let line = Ink::new(page.look, page.cells).gap(MARGIN);
    match page.view.page() {
        Page::Mapping => {
            let [header, field, sure] = widths(page.cells);
            let line = line
                .cell(Meaning::Column, "", 3)
                .gap(1)
                .cell(Meaning::Column, &word("header"), header)
                .gap(GAP);
            let line = line.cell(Meaning::Column, &word("samples"), samples(page.cells)).gap(GAP);
            let line = line.gap(3).cell(Meaning::Column, &word("field"), field).gap(GAP);
            line.cell(Meaning::Column, &word("sure"), sure).line()
        }
        Page::Problems => {
            let [header, text] = problem_widths(page.cells);
            let line = line.cell(Meaning::Column, &word("cell"), ADDRESS).gap(GAP);
            let line = line.cell(Meaning::Column, &word("header"), header).gap(GAP);
            line.cell(Meaning::Column, &word("text"), text).gap(GAP).put(Meaning::Column, &word("why")).line()
        }
        Page::Rows => {
            let line = line.right(Meaning::Column, &word("row"), NUMBER).gap(GAP);
            let line = line.cell(Meaning::Column, &word("name"), names(page.cells)).gap(GAP);
            line.cell(Meaning::Column, &word("fate"), FATE)
                .gap(GAP)
                .put(Meaning::Column, &word("more"))
                .line()
        }
        Page::Settings => line.line(),
    }
}

fn samples(cells: usize) -> usize {
    let [header, field, sure] = widths(cells);
    cells.saturating_sub(
        2 * MARGIN + 4 + header + GAP + GAP + 3 + field + if sure > 0 { GAP + sure } else { 0 },
    )
}

const fn problem_widths(cells: usize) -> [usize; 2] {
    if cells >= WIDE { [20, 26] } else { [12, 16] }
}

const fn names(cells: usize) -> usize {
    match cells {
        WIDE.. => 36,
        60.. => 24,
        _ => 12,
    }
}

/// Draws a page; gives what its foot says of what is under the cursor.
pub(super) fn draw(page: &Drawn<'_>, area: Rect, frame: &mut Frame<'_>) -> String {
    let open = page.view.page();
    let (at, len) = (page.view.at[open as usize], page.view.len(open));
    if len == 0 {
        let words = say!(
            page.look.lang,
            "preview-nothing-on",
            page = if open == Page::Problems { "problems" } else { "rows" }
        );
        draw_hint(
            page.look,
            &words,
            Rect { y: area.y.saturating_sub(2), height: area.height + 2, ..area },
            frame,
        );
        return String::new();
    }
    match open {
        Page::Mapping => {
            page.rows((at, len), area, frame, |row, chosen| mapping(page, row, chosen));
            page.sheet.columns.get(at).map_or_else(String::new, |column| foot_of_column(column, page.look))
        }
        Page::Problems => {
            page.rows((at, len), area, frame, |row, chosen| problem(page, row, chosen));
            let problem = page.sheet.rows.problem(at, page.cx.board, page.look.lang);
            format!("{} {}{}{}", problem.address, problem.text, page.look.between(), problem.why)
        }
        Page::Rows => {
            page.rows((at, len), area, frame, |row, chosen| self::row(page, row, chosen));
            let row = page.sheet.rows.row(at, page.cx.board, page.look.lang);
            if row.more.is_empty() {
                row.name
            } else {
                format!("{}{}{}", row.name, page.look.between(), row.more)
            }
        }
        Page::Settings => {
            page.rows((at, len), area, frame, |row, chosen| setting(page, row, chosen));
            foot_of_all(page)
        }
    }
}

fn foot_of_column(column: &Column, look: &Look) -> String {
    let samples = column.samples.join(&look.between());
    let words = format!("{} {}: {samples}", column.letters, column.header);
    if column.fill != Fill::Offered {
        return words;
    }
    format!("{}{}{words}", say!(look.lang, "preview-fill-why"), look.between())
}

/// Who and what is added, by name.
fn foot_of_all(page: &Drawn<'_>) -> String {
    let lang = page.look.lang;
    if added(page.preview) == (0, 0) {
        return String::new();
    }
    let taken = || page.preview.sheets.iter().filter(|sheet| sheet.taken);
    let all = || taken().flat_map(|sheet| sheet.people.iter().chain(&sheet.units)).map(String::as_str);
    let mut names = all().take(NAMES).collect::<Vec<_>>().join(lang.pick("、", ", "));
    if all().nth(NAMES).is_some() {
        names += page.look.glyphs.ellipsis;
    }
    say!(lang, "preview-added", names = names)
}

fn strong(chosen: bool) -> Meaning {
    if chosen { Meaning::Strong } else { Meaning::Text }
}

fn mapping(page: &Drawn<'_>, row: usize, chosen: bool) -> Line<'static> {
    let look = page.look;
    let line = Ink::new(look, page.cells).gap(MARGIN);
    let Some(column) = page.sheet.columns.get(row) else { return line.line() };
    let [header, field, sure_cells] = widths(page.cells);
    let is_kept = matches!(column.goes, Target::Extra | Target::Out);
    let line =
        line.cell(Meaning::Muted, &column.letters, 3).gap(1).cell(strong(chosen), &column.header, header);
    let shown = column.samples.join(&look.between());
    let line =
        line.gap(GAP).cell(Meaning::Muted, &shown, samples(page.cells)).gap(GAP).put(Meaning::Muted, "-> ");
    let line = line.cell(
        if is_kept { Meaning::Muted } else { strong(chosen) },
        &target(column.goes, look.lang),
        field,
    );
    let asks = |lack: &Lack| {
        let (Lack::Unit(cell, _) | Lack::Order(cell, _)) = lack;
        cell.trim_end_matches(|ch: char| ch.is_ascii_digit()) == column.letters
    };
    let (meaning, words) = match page.sheet.lacks.iter().find(|lack| asks(lack)) {
        Some(Lack::Unit(..)) => (Meaning::Error, say!(look.lang, "preview-no-unit")),
        Some(Lack::Order(..)) => (Meaning::Error, say!(look.lang, "preview-no-order")),
        None => sure(column, look.lang),
    };
    line.gap(GAP).cell(meaning, &words, sure_cells).line()
}

fn problem(page: &Drawn<'_>, row: usize, chosen: bool) -> Line<'static> {
    let problem = page.sheet.rows.problem(row, page.cx.board, page.look.lang);
    let [header, text] = problem_widths(page.cells);
    let meaning = if problem.refuses { Meaning::Error } else { Meaning::Text };
    let line = Ink::new(page.look, page.cells - MARGIN).gap(MARGIN);
    let line = line.cell(Meaning::Muted, &problem.address, ADDRESS).gap(GAP);
    let line =
        line.cell(strong(chosen), &problem.header, header).gap(GAP).cell(Meaning::Text, &problem.text, text);
    line.gap(GAP).put(meaning, &problem.why).line()
}

/// What becomes of a row, in a word.
pub(super) fn fate(fate: Fate, lang: Lang) -> (Meaning, String) {
    let (meaning, code) = match fate {
        Fate::New => (Meaning::Green, "new"),
        Fate::Changed => (Meaning::Accent, "changed"),
        Fate::Same => (Meaning::Muted, "same"),
        Fate::Refused => (Meaning::Error, "refused"),
        Fate::Passed => (Meaning::Muted, "passed"),
    };
    (meaning, say!(lang, "preview-count", of = code))
}

fn row(page: &Drawn<'_>, at: usize, chosen: bool) -> Line<'static> {
    let row = page.sheet.rows.row(at, page.cx.board, page.look.lang);
    let (meaning, word) = fate(row.fate, page.look.lang);
    let line = Ink::new(page.look, page.cells - MARGIN).gap(MARGIN);
    let number = grouped(i64::from(row.number));
    let line = line.right(Meaning::Muted, &number, NUMBER).gap(GAP).cell(
        strong(chosen),
        &row.name,
        names(page.cells),
    );
    line.gap(GAP).cell(meaning, &word, FATE).gap(GAP).put(Meaning::Muted, &row.more).line()
}

fn setting(page: &Drawn<'_>, at: usize, chosen: bool) -> Line<'static> {
    let lang = page.look.lang;
    let line = Ink::new(page.look, page.cells - MARGIN).gap(MARGIN);
    let all = settings::listed(page.view);
    let Some(setting) = all.get(at).copied() else { return line.line() };
    if setting == Setting::Go {
        return line.put(Meaning::Accent, &go_words(page)).line();
    }
    let said = settings::said(page.view, page.preview, setting, page.cx, lang);
    let line = line.cell(strong(chosen), &said.about, about(page.cells)).gap(GAP);
    let meaning = if said.is_lacking { Meaning::Error } else { Meaning::Text };
    line.cell(meaning, &said.chosen, 20)
        .gap(GAP)
        .put(if said.is_lacking { Meaning::Error } else { Meaning::Muted }, &said.more)
        .line()
}

/// The cells of what a setting is about.
const fn about(cells: usize) -> usize {
    match cells {
        WIDE.. => 30,
        70.. => 24,
        _ => 20,
    }
}

/// What doing it would do.
fn go_words(page: &Drawn<'_>) -> String {
    let lang = page.look.lang;
    say!(lang, "preview-go", what = summed(page.preview.counts(), lang))
}
