//! The sheet of figures: three tables, each with a chart that follows it. May use `board`, `locales`, `look`.

use rust_xlsxwriter::{
    Chart, ChartAxisCrossing, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartLine,
    ChartSolidFill, ChartType, ColNum, Color, RowNum, XlsxError,
};

use super::look::colours;
use super::sheet::Sheet;
use crate::board::figures::Funnel;
use crate::board::figures::funnel::Standing;
use crate::board::{figures, overview};
use crate::domain::value_words::Names;
use crate::domain::{Id, Kind, Signal, Stage};
use crate::exchange::export::Source;
use crate::exchange::export::cell::{Cell, light};
use crate::locales::{figures as words, reason};
use crate::say;

/// Each table has so many rows beside its chart, at least.
const ROOM: RowNum = 21;
/// The column in which charts begin.
const BESIDE: ColNum = 7;
/// A chart's size in pixels.
const SIZE: (u32, u32) = (760, 380);
const BLUE: u32 = 0x002F_75B5;
const PALE: u32 = 0x00BD_C6D1;
const LIT: [Signal; 3] = [Signal::Red, Signal::Yellow, Signal::Green];

/// Writes the sheet.
pub(super) fn write(sheet: &mut Sheet<'_>, source: &Source<'_>) -> Result<(), XlsxError> {
    let lang = source.lang;
    sheet.raw.set_name(say!(lang, "export-sheet-figures"))?;
    let day = source.board.today().to_string();
    sheet.title(0, &say!(lang, "export-figures", day = day, count = source.ids.len()))?;
    let row = funnel(sheet, source, 2)?;
    let row = pace(sheet, source, row)?;
    let end = lights(sheet, source, row)?;
    sheet.fit()?;
    sheet.paper();
    // The charts belong together: one page, whatever its scale.
    sheet.raw.set_print_fit_to_pages(1, 1);
    sheet.raw.set_screen_gridlines(false).set_print_area(0, 0, end, BESIDE + 12)?;
    Ok(())
}

/// A table that is being written: where it stands.
struct Place {
    title: String,
    /// The row of its headers.
    head: RowNum,
    /// The last of its rows.
    last: RowNum,
    /// Where the next table begins.
    next: RowNum,
}

impl Place {
    /// Writes a table's title and headers.
    fn begin(
        sheet: &mut Sheet<'_>,
        row: RowNum,
        key: &str,
        heads: &[String],
        rows: usize,
    ) -> Result<Self, XlsxError> {
        let title = crate::locales::text(sheet.lang, key, None);
        sheet.heading(row, &title)?;
        for (col, head) in (0..).zip(heads) {
            sheet.head(row + 1, col, head)?;
        }
        let last = row + 1 + RowNum::try_from(rows).unwrap_or(0);
        Ok(Self { title, head: row + 1, last, next: (last + 3).max(row + ROOM) })
    }

    /// A chart's series: the column of its values, over the words of the first.
    fn series(&self, chart: &mut Chart, name: &str, col: ColNum, color: u32, labels: &str) {
        let first = self.head + 1;
        let mut label = ChartDataLabel::new();
        label.show_value().set_num_format(labels);
        let series = chart.add_series();
        series
            .set_name((name, self.head, col))
            .set_categories((name, first, 0, self.last, 0))
            .set_values((name, first, col, self.last, col))
            .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(color))))
            .set_gap(60)
            .set_data_label(&label);
    }

    /// Puts the chart beside the table.
    fn hang(&self, sheet: &mut Sheet<'_>, chart: &mut Chart) -> Result<(), XlsxError> {
        let mut small = ChartFont::new();
        small.set_size(13);
        chart.title().set_name(&self.title).set_font(&small);
        chart.set_width(SIZE.0).set_height(SIZE.1).set_alt_text(&self.title);
        chart.chart_area().set_format(ChartFormat::new().set_border(&pale()));
        sheet.raw.insert_chart(self.head - 1, BESIDE, chart)?;
        Ok(())
    }
}

fn pale() -> ChartLine {
    ChartLine::new().set_color(Color::RGB(PALE)).clone()
}

/// The axes of a chart whose bars lie: the first on top, its figures below.
fn lying(chart: &mut Chart, categories: &str, values: &str) {
    chart.y_axis().set_reverse().set_name(categories).set_crossing(ChartAxisCrossing::Max);
    chart.x_axis().set_name(values).set_num_format("#,##0").set_min(0).set_major_gridlines_line(&pale());
    chart.y_axis().set_major_gridlines(false);
    chart.x_axis().set_major_gridlines(true);
}

fn funnel(sheet: &mut Sheet<'_>, source: &Source<'_>, row: RowNum) -> Result<RowNum, XlsxError> {
    let Source { board, lang, ids, .. } = *source;
    let leads = ids.iter().filter_map(|id| board.lead(*id)).filter(|lead| figures::is_own(lead));
    let mut funnel = Funnel::default();
    leads.for_each(|lead| funnel.count(lead, Standing::of(board, lead)));
    let heads =
        ["export-stage", "export-reached", "export-rate"].map(|key| crate::locales::text(lang, key, None));
    let place = Place::begin(sheet, row, "export-chart-funnel", &heads, Stage::ACTIVE.len())?;
    for (row, stage) in (place.head + 1..).zip(Stage::ACTIVE) {
        sheet.text(row, 0, words::stage(board, stage, lang))?;
        sheet.put(row, 1, &Cell::Number(funnel.at(stage).into()))?;
        let rate = funnel.rate(stage).points().filter(|_| stage != Stage::Lead);
        percent(sheet, row, 2, rate)?;
    }
    let mut chart = Chart::new(ChartType::Bar);
    let name = sheet.raw.name();
    place.series(&mut chart, &name, 1, BLUE, "#,##0");
    lying(&mut chart, &heads[0], &heads[1]);
    chart.legend().set_hidden();
    place.hang(sheet, &mut chart)?;
    Ok(place.next)
}

/// What each division has reached of its headline target, and how much of the time has gone.
fn pace(sheet: &mut Sheet<'_>, source: &Source<'_>, row: RowNum) -> Result<RowNum, XlsxError> {
    let Source { board, lang, .. } = *source;
    let keys =
        ["export-division", "export-done", "export-pace", "export-light", "export-reason", "export-headline"];
    let heads = keys.map(|key| crate::locales::text(lang, key, None));
    let divisions = board.ids(Kind::Division);
    let place = Place::begin(sheet, row, "export-chart-pace", &heads, divisions.len())?;
    for (row, id) in (place.head + 1..).zip(&divisions) {
        sheet.text(row, 0, &Names::title(board, *id, lang))?;
        let Some(headline) = overview::headline(board, *id) else {
            sheet.text(row, 4, &say!(lang, "view-no-headline"))?;
            continue;
        };
        percent(sheet, row, 1, headline.reached)?;
        percent(sheet, row, 2, headline.pace)?;
        sheet.put(row, 3, &Cell::Light(headline.light.signal))?;
        sheet.text(row, 4, &reason::why(headline.light, lang))?;
        sheet.text(row, 5, &headline.target.name)?;
    }
    super::rules::lights(sheet, (place.head + 1, 3), place.last.max(place.head + 1))?;
    let mut chart = Chart::new(ChartType::Column);
    let name = sheet.raw.name();
    place.series(&mut chart, &name, 1, BLUE, "0%");
    place.series(&mut chart, &name, 2, PALE, "0%");
    chart.x_axis().set_name(&heads[0]);
    chart
        .y_axis()
        .set_name(&say!(lang, "export-percent"))
        .set_num_format("0%")
        .set_min(0)
        .set_major_gridlines_line(&pale());
    chart.legend().set_position(ChartLegendPosition::Bottom);
    place.hang(sheet, &mut chart)?;
    Ok(place.next)
}

/// The leads of the ledger by division and light.
fn lights(sheet: &mut Sheet<'_>, source: &Source<'_>, row: RowNum) -> Result<RowNum, XlsxError> {
    let Source { board, lang, .. } = *source;
    let word = |key| crate::locales::text(lang, key, None);
    let heads: Vec<String> =
        std::iter::once(word("export-division")).chain(LIT.map(|signal| light(signal, lang))).collect();
    let rows = counted(source);
    let place = Place::begin(sheet, row, "export-chart-lights", &heads, rows.len())?;
    for (row, (division, counts)) in (place.head + 1..).zip(&rows) {
        let name =
            division.map_or_else(|| say!(lang, "export-no-division"), |id| Names::title(board, id, lang));
        sheet.text(row, 0, &name)?;
        for (col, count) in (1..).zip(counts) {
            sheet.put(row, col, &Cell::Number(*count))?;
        }
    }
    // Lying: a figure has more room along a bar than across it.
    let mut chart = Chart::new(ChartType::BarStacked);
    let name = sheet.raw.name();
    for (col, signal) in (1..).zip(LIT) {
        // Nothing is said of none.
        place.series(&mut chart, &name, col, colours(signal)[2], "#,##0;;");
    }
    lying(&mut chart, &heads[0], &say!(lang, "export-leads"));
    chart.legend().set_position(ChartLegendPosition::Bottom);
    place.hang(sheet, &mut chart)?;
    Ok(place.next)
}

/// Active leads of the ledger by division, each with its red, yellow and green ones; last those that
/// stand in none, if there are any.
fn counted(source: &Source<'_>) -> Vec<(Option<Id>, [i64; 3])> {
    let board = source.board;
    let mut rows: Vec<(Option<Id>, [i64; 3])> =
        board.ids(Kind::Division).into_iter().map(Some).chain([None]).map(|id| (id, [0; 3])).collect();
    for (id, lead) in source.ids.iter().filter_map(|id| Some((*id, board.lead(*id)?))) {
        let at = match overview::light_of(board, id).signal {
            Signal::Red => 0,
            Signal::Yellow => 1,
            Signal::Green | Signal::Dot => 2,
            Signal::Grey => continue,
        };
        if let Some((_, counts)) = rows.iter_mut().find(|(division, _)| *division == lead.division) {
            counts[at] += 1;
        }
    }
    rows.retain(|(division, counts)| division.is_some() || counts.iter().any(|n| *n > 0));
    rows
}

fn percent(sheet: &mut Sheet<'_>, row: RowNum, col: ColNum, points: Option<i64>) -> Result<(), XlsxError> {
    let Some(points) = points.and_then(|points| i32::try_from(points).ok()) else { return Ok(()) };
    sheet.raw.write_number_with_format(row, col, f64::from(points) / 100.0, &sheet.look.percent)?;
    Ok(())
}
