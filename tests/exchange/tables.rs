//! Tables found in sheets: headers of two levels, sections, repeated pages, ends.

use std::sync::Arc;

use guatu::exchange::import::header::is_known;
use guatu::exchange::sheet::{self, BadSheet, How, Sheet};
use proptest::prelude::*;
use rust_xlsxwriter::Format;

use crate::books::{grid, workbook};

fn known(cell: &str) -> bool {
    is_known(cell, &[])
}

fn found(bytes: &[u8]) -> Sheet {
    Sheet::find(grid(bytes), &known, None).unwrap()
}

/// The rows of data: number, sections, cells.
fn data(sheet: &Sheet) -> Vec<String> {
    let line = |(at, row): (usize, &sheet::Row)| {
        let cells: Vec<&str> = row.cells().collect();
        format!("{} [{}] {}", row.number, sheet.sections(at).join(" / "), cells.join("|"))
    };
    sheet.rows().enumerate().map(line).collect()
}

#[test]
fn a_ledger_with_titles_two_levels_sections_and_notes() {
    let bytes = workbook(|sheet| {
        let plain = Format::new();
        sheet.merge_range(0, 0, 0, 8, "蓝谷招商项目台账（演示）", &plain)?;
        sheet.merge_range(1, 0, 1, 4, "填报单位：演示单位", &plain)?;
        sheet.merge_range(1, 5, 1, 8, "填报单位：演示招商办    单位：万元", &plain)?;
        for (column, header) in ["序号", "项目名称", "投资方"].into_iter().enumerate() {
            let column = u16::try_from(column).unwrap();
            sheet.merge_range(2, column, 3, column, header, &plain)?;
        }
        sheet.merge_range(2, 3, 2, 4, "投资情况", &plain)?;
        sheet.merge_range(2, 5, 2, 6, "时间节点", &plain)?;
        sheet.merge_range(2, 7, 3, 7, "责任人", &plain)?;
        sheet.merge_range(2, 8, 3, 8, "占地\n（亩）", &plain)?;
        sheet.write_row(3, 3, ["总投资", "到位资金", "签约", "开工"])?;
        sheet.write_row(4, 0, [1, 2, 3, 4, 5, 6, 7, 8, 9])?;
        sheet.write_row(5, 0, ["合计", "", "", "4300"])?;
        sheet.merge_range(6, 0, 6, 8, "一、海洋生物（2个）", &plain)?;
        sheet.merge_range(7, 0, 7, 8, "（一）在谈项目", &plain)?;
        sheet.write_row(8, 0, ["1", "演示·甲", "演示公司", "3500", "", "2026-1-5"])?;
        sheet.merge_range(8, 7, 9, 7, "演示员", &plain)?;
        sheet.write_row(9, 0, ["2", "演示·乙", "演示公司", "800"])?;
        sheet.write_row(10, 0, ["小计", "", "", "4300"])?;
        sheet.merge_range(11, 0, 11, 8, "金融事业部", &plain)?;
        sheet.write_row(12, 0, ["3", "演示·丙", "演示公司", "900"])?;
        sheet.write_row(13, 0, ["合 计", "", "", "5200"])?;
        sheet.write_row(14, 0, ["注：以上为演示"])?;
        Ok(())
    });
    let sheet = found(&bytes);
    assert_eq!((sheet.header_row, sheet.levels, sheet.unit.as_deref()), (3, 2, Some("万元")));
    assert_eq!(
        sheet.headers,
        [
            "序号",
            "项目名称",
            "投资方",
            "总投资",
            "到位资金",
            "时间节点/签约",
            "时间节点/开工",
            "责任人",
            "占地\n（亩）"
        ]
    );
    assert_eq!(
        data(&sheet),
        [
            "9 [海洋生物 / 在谈项目] 1|演示·甲|演示公司|3500||2026-1-5||演示员",
            "10 [海洋生物 / 在谈项目] 2|演示·乙|演示公司|800||||演示员",
            "13 [金融事业部] 3|演示·丙|演示公司|900",
        ]
    );
    assert_eq!(sheet.below, 2);
}

#[test]
fn the_same_header_saved_as_text() {
    let text = "台账,,,,\n项目名称,投资方,投资情况（万元）,,责任人\n,,总投资,到位资金,\n演示·甲,演示公司,3500,20,甲\n\
        演示·乙,,800,,\n";
    let sheet = found(text.as_bytes());
    assert_eq!((sheet.header_row, sheet.levels), (2, 2));
    assert_eq!(sheet.headers, ["项目名称", "投资方", "总投资（万元）", "到位资金（万元）", "责任人"]);
    assert_eq!(sheet.len(), 2);
}

#[test]
fn words_that_say_nothing_alone_keep_the_upper_word() {
    let bytes = workbook(|sheet| {
        let plain = Format::new();
        sheet.merge_range(0, 0, 1, 0, "项目名称", &plain)?;
        sheet.merge_range(0, 1, 0, 2, "投资方", &plain)?;
        sheet.merge_range(0, 3, 0, 4, "责任单位", &plain)?;
        sheet.write_row(1, 1, ["名称", "国别", "名称", "联系电话"])?;
        sheet.write_row(2, 0, ["演示·甲", "演示公司", "演示国", "演示处", "1"])?;
        Ok(())
    });
    let sheet = found(&bytes);
    assert_eq!(sheet.headers, ["项目名称", "投资方/名称", "投资方/国别", "责任单位/名称", "联系电话"]);
}

#[test]
fn data_is_never_taken_for_a_second_level() {
    for (text, rows) in [
        ("项目名称,备注,\n,好,再谈\n演示·乙,,\n", 2),
        ("项目名称,投资方,总投资（万元）\n演示·甲,演示公司,3500\n", 1),
        ("项目名称,类别,\n演示·甲,演示,演示\n", 1),
        ("a,b\nc,d\ne,f\n", 2),
    ] {
        let sheet = found(text.as_bytes());
        assert_eq!((sheet.levels, sheet.len()), (1, rows), "{text}");
    }
}

#[test]
fn lines_of_units_and_column_numbers_are_no_data() {
    let text = "项目名称,总投资,占地,责任人\n,万元,亩,\n栏次,1,2,3\n演示·甲,3500,12,甲\n";
    let sheet = found(text.as_bytes());
    assert_eq!(sheet.headers, ["项目名称", "总投资（万元）", "占地", "责任人"]);
    assert_eq!(data(&sheet), ["4 [] 演示·甲|3500|12|甲"]);
    let sheet = found("事业部,一季度,二季度,三季度\n海洋生物,1,2,3\n金融,4,5,6\n".as_bytes());
    assert_eq!(sheet.len(), 2, "amounts that follow each other are data");
}

#[test]
fn pages_that_repeat_title_and_header_bring_data_once() {
    let page = "招商台账,\n项目名称,责任人\n";
    let text = format!("{page}演示·甲,甲\n{page}演示·乙,乙\n");
    let sheet = found(text.as_bytes());
    assert_eq!(data(&sheet), ["3 [] 演示·甲|甲", "6 [] 演示·乙|乙"]);
}

#[test]
fn sections_in_the_column_of_numbers() {
    let text = "序号,项目名称,总投资（万元）\n一,海洋生物产业（12个）,35000\n1,演示·甲,3500\n2,演示·乙,\n\
        高端服务,,\n3,演示·丙,1\n二、众创服务,,\n4,演示·丁,1\n";
    let sheet = found(text.as_bytes());
    assert_eq!(
        data(&sheet),
        [
            "3 [海洋生物产业] 1|演示·甲|3500",
            "4 [海洋生物产业] 2|演示·乙",
            "6 [高端服务] 3|演示·丙|1",
            "8 [众创服务] 4|演示·丁|1",
        ]
    );
}

#[test]
fn a_row_with_a_name_alone_is_data() {
    let sheet = found("项目名称,投资方,总投资（万元）\n演示·甲,,\n演示·乙,演示公司,1\n".as_bytes());
    assert_eq!(sheet.len(), 2);
    let sheet = found("项目名称\n一、演示\n演示·乙\n".as_bytes());
    assert_eq!(sheet.len(), 2, "a list of names has no sections");
    let sheet = found("单位名称,简称,负责人\n海洋生物事业部,,\n综合部,综合,甲\n".as_bytes());
    assert_eq!(sheet.len(), 2, "a list of units has none either");
}

#[test]
fn a_total_within_a_merged_division_is_a_subtotal() {
    let bytes = workbook(|sheet| {
        let plain = Format::new();
        sheet.write_row(0, 0, ["事业部", "项目名称", "总投资（万元）"])?;
        sheet.merge_range(1, 0, 2, 0, "海洋生物", &plain)?;
        sheet.write_row(1, 1, ["演示·甲", "1"])?;
        sheet.write_row(2, 1, ["合计", "1"])?;
        sheet.write_row(3, 0, ["金融", "演示·乙", "2"])?;
        Ok(())
    });
    let sheet = found(&bytes);
    assert_eq!(data(&sheet), ["2 [] 海洋生物|演示·甲|1", "4 [] 金融|演示·乙|2"]);
    assert_eq!(sheet.below, 0);
}

#[test]
fn a_header_that_is_said_by_hand() {
    let bytes = "项目名称,责任人\n别名,经办\n演示·甲,甲\n".as_bytes();
    let sheet = Sheet::find(grid(bytes), &known, Some(2)).unwrap();
    assert_eq!((sheet.header_row, sheet.len()), (2, 1));
    assert_eq!(sheet.headers, ["别名", "经办"]);
    let missing = Sheet::find(grid(bytes), &known, Some(9));
    assert_eq!(missing.unwrap_err(), BadSheet::NoHeaderRow { row: 9 });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Whatever stands in a table, it is found again where it said that it is.
    #[test]
    fn a_table_is_found_again_by_the_row_of_its_header(
        text in "((项目名称|总投资|投资情况|签约|序号|一、甲|（一）|合计|小计|1|2|3|万元|演示|事业部|),){1,5}(\n((项目名称|总投资|到位资金|开工|一|二、乙|合计|注：|1|2|3|万元|亩|演示|单位：万元|),){1,5}){0,8}",
        row in 0_u32..12,
    ) {
        let Ok(book) = sheet::read(text.as_bytes(), "", &How::default(), &mut |_, _| true) else { return Ok(()) };
        let grid = &book.grids[0];
        let first = Sheet::find(Arc::clone(grid), &known, None).unwrap();
        let again = Sheet::find(Arc::clone(grid), &known, Some(first.header_row)).unwrap();
        prop_assert_eq!(&again.headers, &first.headers);
        prop_assert_eq!(data(&again), data(&first));
        let _ = Sheet::find(Arc::clone(grid), &known, Some(row));
    }
}

#[test]
fn hidden_rows_are_counted() {
    let bytes = workbook(|sheet| {
        sheet.write_row(0, 0, ["项目名称", "责任人"])?;
        sheet.write_row(1, 0, ["演示·甲", "甲"])?;
        sheet.write_row(2, 0, ["演示·乙", "乙"])?;
        sheet.set_row_hidden(2)?;
        Ok(())
    });
    let sheet = found(&bytes);
    assert_eq!((sheet.len(), sheet.hidden), (2, 1));
}

#[test]
fn the_delimiter_is_what_most_rows_share() {
    for (text, delimiter) in [
        ("项目名称\t备注\n演示·甲\t一,二,三,四\n演示·乙\t五,六\n", b'\t'),
        ("项目名称;金额\n演示·甲;1,5\n演示·乙;2,5\n演示·丙;3\n", b';'),
        ("项目名称|备注\n演示·甲|a\n", b'|'),
        ("项目名称\n演示·甲\n", b','),
    ] {
        let grid = grid(text.as_bytes());
        assert_eq!(grid.delimiter, Some(delimiter), "{text}");
    }
    let how = How { delimiter: Some(b';'), ..How::default() };
    let book = sheet::read(b"a,b;c\n", "", &how, &mut |_, _| true).unwrap();
    assert_eq!(book.grids[0].rows[0].cell(0), "a,b");
}

#[test]
fn texts_in_many_encodings_read_alike() {
    use encoding_rs::{BIG5, GB18030, UTF_8, WINDOWS_1252};
    let wide =
        |text: &str, order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let text = "项目名称,投资方,总投资（万元）\n演示·浮标,演示科技有限公司,3500\n";
    let traditional = "項目名稱,投資方,備註\n演示浮標,演示科技有限公司,這是一個計畫\n";
    let western = "Opportunity,Account\nCafé Zürich,Société Générale\nMünchen,Señor\n";
    let mark = "\u{FEFF}";
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        (text, text.into(), "UTF-8"),
        (text, format!("{mark}{text}").into(), "UTF-8"),
        (text, GB18030.encode(text).0.into(), "GB18030"),
        (text, wide(text, u16::to_le_bytes), "UTF-16LE"),
        (text, wide(text, u16::to_be_bytes), "UTF-16BE"),
        (text, wide(&format!("{mark}{text}"), u16::to_le_bytes), "UTF-16LE"),
        (traditional, BIG5.encode(traditional).0.into(), "Big5"),
        (western, WINDOWS_1252.encode(western).0.into(), "windows-1252"),
    ];
    for (text, bytes, encoding) in cases {
        let (found, plain) = (grid(&bytes), grid(text.as_bytes()));
        assert_eq!(found.encoding, encoding);
        assert_eq!(found.rows, plain.rows, "{encoding}");
    }
    let how = How { encoding: How::encoding_of("gbk"), ..How::default() };
    let book = sheet::read(&GB18030.encode("名\n").0, "", &how, &mut |_, _| true).unwrap();
    assert_eq!((book.grids[0].rows[0].cell(0), book.grids[0].encoding), ("名", "GB18030"));
    let mut broken = text.repeat(20).into_bytes();
    broken.push(0xFF);
    assert_eq!(grid(&broken).encoding, UTF_8.name(), "one broken byte makes no other encoding");
}
