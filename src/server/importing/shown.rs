//! What was planned of a file, as the window shows it. May use `exchange`, `ui::views`, `locales`.

use std::collections::HashSet;
use std::sync::Arc;

use super::lines::{Lines, Records, Sets};
use super::options::target;
use super::source::Source;
use crate::domain::Choice;
use crate::exchange::import::header::{self, Column as Planned, Passed as WhyNot, Sure as How};
use crate::exchange::import::options::Order;
use crate::exchange::import::{Cell, Chosen, Document, Match, Mode, Options, Report, What, mapping};
use crate::exchange::sheet::{Sheet as Table, letters};
use crate::server::requests::{Ask, mappings};
use crate::ui::views::import::model::{
    Choices, Column, Counts, Fill, Lack, Passed, Preview, Sheet, Sure, Target,
};

/// So many samples of a column are shown.
const SAMPLES: usize = 3;
/// They are looked for in so many rows.
const LOOKED: usize = 50;

/// The sheets of a file, before it is known what they would do.
pub(super) struct Shown {
    all: Vec<(Records, Options)>,
    taken: Vec<bool>,
    unfit: Vec<Option<String>>,
}

impl Shown {
    /// The records of a JSON file.
    pub(super) fn json(document: Arc<Document>, options: Options) -> Self {
        Self { all: vec![(Records::Json(document), options)], taken: vec![true], unfit: vec![None] }
    }

    /// The sheets of a book.
    pub(super) fn sheets(all: Vec<Chosen>, taken: Vec<bool>, unfit: Vec<Option<String>>) -> Self {
        let all = all.into_iter().map(|one| {
            let options = one.options.clone();
            (Records::Sheet(one), options)
        });
        Self { all: all.collect(), taken, unfit }
    }

    /// What the window shows; the reports are of the sheets that are taken and fit, in their order.
    pub(super) fn preview(
        self,
        source: &Source,
        choices: &Choices,
        reports: Vec<Report>,
        sets: &Arc<Sets>,
        ask: &Ask<'_>,
    ) -> Preview {
        let first = self.all.first().map(|(_, options)| (options.mode.code(), options.matching.code()));
        let encoding = reports.first().map_or("", |report| report.encoding);
        let is_told = encoding.is_empty() || source.form.eq_ignore_ascii_case(encoding);
        let form = if is_told { source.form.to_owned() } else { format!("{} {encoding}", source.form) };
        let mut reports = reports.into_iter();
        let all = self.all.into_iter().zip(self.taken).zip(self.unfit).enumerate();
        let sheets = all.map(|(place, (((records, options), taken), unfit))| {
            let report = if taken && unfit.is_none() { reports.next() } else { None };
            let here = choices.sheets.get(&place);
            let by_hand = |header: &str| here.is_some_and(|here| here.columns.contains_key(header));
            let about = (taken, unfit.unwrap_or_default());
            sheet(records, options, about, report, (&by_hand, sets), ask)
        });
        let mut choices = choices.clone();
        (choices.mode, choices.matching) = first.unzip();
        Preview {
            choices,
            file: source.name.clone(),
            form,
            kinds: What::OPTIONS,
            modes: Mode::OPTIONS,
            matchings: Match::OPTIONS,
            orders: Order::OPTIONS,
            stops: source.stops,
            sheets: sheets.collect(),
        }
    }
}

/// Whether somebody has said where the column of a header goes.
type ByHand<'a> = &'a dyn Fn(&str) -> bool;

fn sheet(
    records: Records,
    options: Options,
    (taken, unfit): (bool, String),
    report: Option<Report>,
    (by_hand, sets): (ByHand<'_>, &Arc<Sets>),
    ask: &Ask<'_>,
) -> Sheet {
    let what = records.what();
    let report = report.unwrap_or_else(|| Report {
        columns: records
            .table()
            .map_or_else(Vec::new, |table| header::columns(what, &table.headers, &options.map)),
        header_row: records.table().map_or(0, |table| table.header_row),
        ..Report::new(what)
    });
    let table = records.table();
    let columns = report.columns.iter().enumerate();
    let fill = |at: usize, header: &str| {
        if options.fill_down.iter().any(|other| header::is_same(other, header)) {
            Fill::Down
        } else if report.fillable.contains(&at) {
            Fill::Offered
        } else {
            Fill::No
        }
    };
    let columns = columns.map(|(at, column)| {
        let fill = fill(at, &column.header);
        Column { fill, ..self::column(at, column, table, by_hand(&column.header)) }
    });
    let lack = |cell: &Cell| (cell.address(), cell.text.clone());
    let units = report.unitless.iter().map(lack).map(|(cell, text)| Lack::Unit(cell, text));
    let orders = report.unordered.iter().map(lack).map(|(cell, text)| Lack::Order(cell, text));
    let fitting =
        table.map(|table| mappings::fitting(&mapping::shape(&table.headers), ask).unwrap_or_default());
    Sheet {
        name: records.name().to_owned(),
        taken,
        unfit,
        header: report.header_row,
        kind: what.code(),
        counts: counts(&report),
        columns: columns.collect(),
        targets: targets(what),
        people: report.people.clone(),
        units: report.units.clone(),
        lacks: units.chain(orders).collect(),
        named_by: report.named_by,
        hidden: size(report.hidden),
        unlooked: size(report.unlooked),
        fitting: fitting.unwrap_or_default(),
        rows: Arc::new(Lines::new(records, options, report, sets.clone())),
    }
}

fn size(n: u32) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

fn counts(report: &Report) -> Counts {
    Counts {
        new: size(report.created),
        changed: size(report.changed),
        same: size(report.same),
        refused: size(report.refused),
        passed: size(report.differing + report.absent + report.skipped),
        doubles: report.doubles.len(),
        below: size(report.below),
    }
}

/// Where a column can go; what it would be kept as and nowhere, last.
fn targets(what: What) -> Vec<Target> {
    what.goals().map(target).collect()
}

fn column(at: usize, column: &Planned, table: Option<&Table>, by_hand: bool) -> Column {
    let sure = match column.sure {
        _ if by_hand => Sure::Hand,
        How::None => Sure::Nowhere,
        How::Guessed(points) => Sure::Like(points),
        How::Synonym => Sure::Synonym,
        How::Label => Sure::Name,
        How::Mapped => Sure::Hand,
    };
    let passed = column.passed.map(|passed| match passed {
        WhyNot::Taken(field) => Passed::Taken(field),
        WhyNot::Unlike(field) => Passed::Unlike(field),
    });
    Column {
        letters: letters(at),
        header: column.header.clone(),
        samples: table.map_or_else(Vec::new, |table| samples(table, at)),
        goes: target(column.goes),
        sure,
        passed,
        fill: Fill::No,
    }
}

/// What stands in some cells of a column, each once.
fn samples(table: &Table, at: usize) -> Vec<String> {
    let mut seen = HashSet::new();
    let cells = table.rows().take(LOOKED).map(|row| row.cell(at).trim());
    let cells = cells.filter(|cell| !cell.is_empty() && seen.insert(*cell));
    cells.take(SAMPLES).map(|cell| cell.chars().take(200).collect()).collect()
}
