//! Workbooks as offices make them, read cell by cell.

use std::sync::Arc;

use guatu::exchange::sheet::{self, BadSheet, Book, Epoch, Grid, How};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet, XlsxError};

use crate::counter::{Counter, plainly};
use crate::unreadable::bare;

/// The bytes of a workbook with one sheet.
pub(crate) fn workbook(fill: impl FnOnce(&mut Worksheet) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet()).unwrap();
    book.save_to_buffer().unwrap()
}

pub(crate) fn read(bytes: &[u8]) -> Result<Book, BadSheet> {
    sheet::read(bytes, "台账.xlsx", &How::default(), &mut |_, _| true)
}

/// The one sheet of a file.
pub(crate) fn grid(bytes: &[u8]) -> Arc<Grid> {
    let book = read(bytes).unwrap();
    assert_eq!(book.grids.len(), 1);
    Arc::clone(&book.grids[0])
}

/// The cells of a sheet as text, a line a row, each with its number.
pub(crate) fn shown(grid: &Grid) -> Vec<String> {
    let line = |row: &sheet::Row| format!("{}: {}", row.number, row.cells().collect::<Vec<_>>().join("|"));
    grid.rows.iter().map(line).collect()
}

#[test]
fn values_of_every_kind_are_texts() {
    let bytes = workbook(|sheet| {
        let format = |code: &str| Format::new().set_num_format(code);
        sheet.write(0, 0, "演示·浮标")?;
        sheet.write(0, 1, 12_000_000)?;
        sheet.write(0, 2, 0.35)?;
        sheet.write(0, 3, 13_800_000_000_i64)?;
        sheet.write(0, 4, 1.1 + 2.2)?;
        sheet.write(0, 5, 1e-7)?;
        sheet.write(0, 6, true)?;
        sheet.write(0, 7, -0.0)?;
        let day = ExcelDateTime::from_ymd(2024, 3, 5)?;
        let hour = ExcelDateTime::from_ymd(2024, 3, 5)?.and_hms(14, 30, 0)?;
        sheet.write_with_format(1, 0, &day, &format("yyyy\"年\"m\"月\"d\"日\""))?;
        sheet.write_with_format(1, 1, &hour, &format("yyyy-mm-dd hh:mm"))?;
        sheet.write_with_format(1, 2, &ExcelDateTime::from_hms(9, 5, 0)?, &format("h:mm"))?;
        sheet.write_with_format(1, 3, 1.5, &format("[h]:mm:ss"))?;
        sheet.write_with_format(1, 4, 45_356, &format("m/d/yy"))?;
        sheet.write(1, 5, 45_356)?;
        sheet.write_with_format(1, 6, 20_240_305, &format("yyyy-mm-dd"))?;
        sheet.write_with_format(2, 0, 0.07, &format("0%"))?;
        sheet.write_with_format(2, 1, 1.2345, &format("0.00%"))?;
        sheet.write_with_format(2, 2, -0.5, &format("0%;[Red]-0%"))?;
        sheet.write_with_format(2, 3, 5000, &format("0\"万元\""))?;
        sheet.write_with_format(2, 4, 22_700, &format("[$$-409]#,##0.00"))?;
        sheet.write_with_format(2, 5, 12_000_000, &format("\"￥\"#,##0.00"))?;
        sheet.write_with_format(2, 6, 12_000_000, &format("0\\.0,\"万\""))?;
        sheet.write_with_format(2, 7, 12, &format("0\"亩\""))?;
        sheet.write(3, 0, Formula::new("=1+1").set_result("2"))?;
        sheet.write(3, 1, Formula::new("=A1").set_result("演示"))?;
        sheet.write(3, 2, Formula::new("=1/0").set_result("#DIV/0!"))?;
        sheet.write(4, 2, "两行\n一格")?;
        sheet.write_rich_string(5, 0, &[(&Format::new().set_bold(), "粗"), (&Format::new(), "细")])?;
        Ok(())
    });
    assert_eq!(
        shown(&grid(&bytes)),
        [
            "1: 演示·浮标|12000000|0.35|13800000000|3.3|0.0000001|是|0",
            "2: 2024-03-05|2024-03-05 14:30:00|09:05:00|36:00:00|2024-03-05|45356|20240305",
            "3: 7%|123.45%|-50%|5000万元|$22700|12000000|12000000|12",
            "4: 2|演示|#N/A",
            "5: ||两行\n一格",
            "6: 粗细",
        ]
    );
}

#[test]
fn both_epochs_give_the_day_that_is_shown() {
    for (data, serial) in [("x1900.xlsx", "45356"), ("x1904.xlsx", "43894")] {
        let bytes = std::fs::read(format!("tests/data/sheets/{data}")).unwrap();
        let grid = grid(&bytes);
        assert_eq!(grid.epoch, if data == "x1904.xlsx" { Epoch::Y1904 } else { Epoch::Y1900 });
        assert_eq!(grid.rows[0].cell(0), "2024-03-05", "{data}");
        assert_eq!(grid.rows[0].cell(1), serial, "a bare number of days stays one");
    }
}

#[test]
fn merged_cells_stand_in_all_their_rows_and_in_their_first_column() {
    let bytes = workbook(|sheet| {
        let plain = Format::new();
        sheet.merge_range(0, 0, 0, 2, "标题", &plain)?;
        sheet.merge_range(1, 0, 3, 0, "海洋生物", &plain)?;
        for row in 1..4 {
            sheet.write(row, 1, format!("演示·{row}"))?;
        }
        sheet.merge_range(4, 1, 5, 2, "二格", &plain)?;
        sheet.write(5, 3, 1)?;
        sheet.merge_range(7, 0, 9, 0, "空行", &plain)?;
        Ok(())
    });
    let grid = grid(&bytes);
    let lines = ["1: 标题", "2: 海洋生物|演示·1", "3: 海洋生物|演示·2", "4: 海洋生物|演示·3"];
    let more = ["5: |二格", "6: |二格||1", "8: 空行"];
    assert_eq!(shown(&grid), [&lines[..], &more[..]].concat());
    assert!(!grid.is_filled(2, 0) && grid.is_filled(3, 0) && grid.is_filled(4, 0) && !grid.is_filled(5, 0));
    assert!(!grid.is_filled(3, 1) && grid.is_filled(6, 1) && !grid.is_filled(6, 2));
}

/// The lines of the ledger in tests/data, which an office program has saved in its older and its open form.
const LEDGER: [&str; 9] = [
    "1: 蓝谷招商项目台账（演示）",
    "2: 单位：万元",
    "3: 事业部|项目名称|投资情况||占比|签约时间|责任人",
    "4: 事业部|项目名称|总投资|到位资金|占比|签约时间|责任人",
    "5: 海洋生物|演示·甲|3500|20.5|35%|2024-03-05|演示员甲",
    "6: 海洋生物|演示·乙|800||7%|2024-03-06 14:30:00|演示员甲",
    "7: 金融|演示·丙\n二期|900||100%||是",
    "8: 合计||5200",
    "9: 注：以上为演示",
];

#[test]
fn older_and_open_workbooks_read_as_the_newer_do() {
    for form in ["XLS", "ODS"] {
        let bytes = std::fs::read(format!("tests/data/sheets/ledger.{}", form.to_lowercase())).unwrap();
        let book = read(&bytes).unwrap();
        assert_eq!((book.form, book.grids.len()), (form, 2));
        let ledger = &book.grids[0];
        assert_eq!(shown(ledger), LEDGER, "{form}");
        assert_eq!((ledger.name.as_str(), ledger.is_hidden, ledger.epoch), ("台账", false, Epoch::Y1900));
        assert!(ledger.rows[5].is_hidden && ledger.hidden_rows() == 1, "{form}");
        assert_eq!(ledger.hidden_columns, [3], "{form}");
        assert!(ledger.is_filled(6, 0) && !ledger.is_filled(5, 0), "{form}");
        assert_eq!((book.grids[1].name.as_str(), book.grids[1].is_hidden), ("底稿", true), "{form}");
    }
}

#[test]
fn what_other_programs_write_reads_too() {
    let cell = |text: &str| format!("<x:c t=\"inlineStr\"><x:is>{text}</x:is></x:c>");
    let plain = "<x:r><x:t>东京</x:t></x:r><x:rPh sb=\"0\" eb=\"2\"><x:t>トウキョウ</x:t></x:rPh>";
    let merged = cell("<x:t xml:space=\"preserve\"> 甲 &amp; 乙 </x:t>");
    let sheet = format!(
        "<x:worksheet xmlns:x=\"x\"><x:cols><x:col min=\"2\" max=\"16384\" hidden=\"true\"/></x:cols><x:sheetData>\
         <x:row>{}{}</x:row><x:row hidden=\"true\"><x:c/>{}</x:row></x:sheetData>\
         <x:mergeCells><x:mergeCell ref=\"$A$1:$A$2\"/></x:mergeCells></x:worksheet>",
        cell(plain),
        merged,
        cell("<x:t>二</x:t>"),
    );
    for slash in ["/", "\\"] {
        let grid = grid(&bare(&sheet, slash));
        assert_eq!(shown(&grid), ["1: 东京| 甲 & 乙 ", "2: 东京|二"], "{slash}");
        assert!(grid.rows[1].is_hidden && grid.is_filled(2, 0), "{slash}");
        assert_eq!(grid.hidden_columns, [1], "{slash}");
    }
}

#[test]
fn what_is_hidden_comes_along_and_is_marked() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("台账").unwrap();
    for row in 0..4 {
        sheet.write(row, 0, row).unwrap();
        sheet.write(row, 3, "尾").unwrap();
    }
    sheet.set_row_hidden(1).unwrap().set_row_hidden(2).unwrap();
    sheet.set_column_hidden(1).unwrap().set_column_hidden(2).unwrap();
    let hidden = book.add_worksheet().set_name("底稿 & 旧表").unwrap();
    hidden.write(0, 0, "旧").unwrap();
    hidden.set_hidden(true);
    book.add_worksheet().set_name("空表").unwrap();
    let book = read(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(book.form, "XLSX");
    let sheets: Vec<_> = book.grids.iter().map(|grid| (grid.name.as_str(), grid.is_hidden)).collect();
    assert_eq!(sheets, [("台账", false), ("底稿 & 旧表", true)]);
    let ledger = &book.grids[0];
    assert_eq!((ledger.hidden_rows(), &ledger.hidden_columns[..]), (2, &[1, 2][..]));
    let is_hidden: Vec<bool> = ledger.rows.iter().map(|row| row.is_hidden).collect();
    assert_eq!(is_hidden, [false, true, true, false]);
}

#[test]
fn a_ledger_comes_in_from_a_workbook_as_it_does_from_a_text() {
    let rows = [
        ["项目编号", "项目名称", "事业部", "总投资（万元）", "项目阶段", "责任人", "首谈时间"],
        ["YS-1", "演示·浮标", "海洋生物产业事业部", "3500", "在谈", "演示员甲", "2026-03-05"],
        ["YS-2", "演示·基金", "金融", "12000", "线索", "演示员乙", "2026-01-15"],
    ];
    let bytes = workbook(|sheet| {
        let day = Format::new().set_num_format("yyyy/m/d");
        sheet.merge_range(0, 0, 0, 6, "招商台账", &Format::new())?;
        for (at, cells) in (1..).zip(&rows) {
            sheet.write_row(at, 0, *cells)?;
        }
        sheet.write(2, 3, 3500)?;
        sheet.write_with_format(2, 6, ExcelDateTime::from_ymd(2026, 3, 5)?, &day)?;
        sheet.write_with_format(3, 6, ExcelDateTime::from_ymd(2026, 1, 15)?, &day)?;
        Ok(())
    });
    let text = rows.map(|cells| cells.join(",")).join("\n");
    let leads = |bytes: &[u8]| {
        let mut counter = Counter::new();
        let said = counter.import(&plainly(), bytes);
        assert_eq!((said.code, said.error()), (0, String::new()), "{}", said.text());
        counter.engine.board().leads().iter().map(|(_, lead)| lead.clone()).collect::<Vec<_>>()
    };
    let found = leads(&bytes);
    assert_eq!(found, leads(text.as_bytes()));
    assert_eq!(found.len(), 2);
}

#[test]
fn whoever_hears_of_it_can_stop_it() {
    let bytes = workbook(|sheet| sheet.write(0, 0, "甲").map(drop));
    let stopped = sheet::read(&bytes, "", &How::default(), &mut |_, _| false);
    assert_eq!(stopped.unwrap_err(), BadSheet::Cancelled);
    let mut last = 0;
    let whole = sheet::read(&bytes, "", &How::default(), &mut |done, of| {
        assert!(last <= done && done <= of);
        last = done;
        true
    });
    assert!(whole.is_ok() && last > 0);
}

#[test]
fn rows_keep_their_cells_whatever_stands_in_them() {
    let row = sheet::Row::new(7, ["", "甲", "", "乙 ", "", ""]);
    assert_eq!(row.cells().collect::<Vec<_>>(), ["", "甲", "", "乙 "]);
    assert_eq!((row.cell(1), row.cell(4), row.cell(99)), ("甲", "", ""));
    assert_eq!(row.filled().collect::<Vec<_>>(), [(1, "甲"), (3, "乙")]);
    assert_eq!(sheet::Row::new(1, ["", ""]).width(), 0);
    let letters: Vec<String> = [0, 25, 26, 701, 702].into_iter().map(sheet::letters).collect();
    assert_eq!(letters, ["A", "Z", "AA", "ZZ", "AAA"]);
}

/// Texts as people write them: no bare CR, which a spreadsheet makes a line end.
fn text() -> impl Strategy<Value = String> {
    "[ -~一-鿿·（）\n\t😀_]{0,24}"
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_text_reads_back(cells in prop::collection::vec(prop::collection::vec(text(), 1..5), 1..6)) {
        let bytes = workbook(|sheet| {
            for (row, texts) in (0_u32..).zip(&cells) {
                for (column, text) in (0_u16..).zip(texts) {
                    sheet.write_string(row, column, text)?;
                }
            }
            Ok(())
        });
        match read(&bytes) {
            Ok(book) => for (number, texts) in (1_u32..).zip(&cells) {
                let row = book.grids[0].rows.iter().find(|row| row.number == number);
                for (column, text) in texts.iter().enumerate() {
                    prop_assert_eq!(row.map_or("", |row| row.cell(column)), text);
                }
            },
            Err(bad) => {
                prop_assert_eq!(bad, BadSheet::NoContent);
                prop_assert!(cells.iter().flatten().all(String::is_empty));
            }
        }
    }

    /// As many digits as a spreadsheet keeps.
    #[test]
    fn every_number_reads_back(minus in any::<bool>(), whole in 0_u64..1_000_000_000, part in 0_u32..1_000_000) {
        let sign = if minus && whole > 0 { "-" } else { "" };
        let text = format!("{sign}{whole}.{part:06}");
        let text = text.trim_end_matches('0').trim_end_matches('.');
        let bytes = workbook(|sheet| sheet.write(0, 0, text.parse::<f64>().unwrap()).map(drop));
        let grid = grid(&bytes);
        prop_assert_eq!(grid.rows[0].cell(0), text);
    }

    #[test]
    fn every_day_reads_back(days in 61_u32..2_958_466) {
        let day = chrono::NaiveDate::from_ymd_opt(1899, 12, 30).unwrap() + chrono::Days::new(days.into());
        let format = Format::new().set_num_format("yyyy/m/d");
        let bytes = workbook(|sheet| sheet.write_with_format(0, 0, days, &format).map(drop));
        let grid = grid(&bytes);
        prop_assert_eq!(grid.rows[0].cell(0), day.to_string());
    }
}
