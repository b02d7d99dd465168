//! Files that are no sheets, each told for what it is; and no bytes panic.

use std::io::{Cursor, Write};

use guatu::exchange::sheet::{BadSheet, Sheet};
use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::books::{read, workbook};
use crate::counter::{Counter, plainly};

fn bad(bytes: &[u8]) -> BadSheet {
    read(bytes).unwrap_err()
}

/// A ZIP file of these parts.
fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook with this XML as its sheet, and no more than it needs; `slash` stands in its parts' names.
pub(crate) fn bare(sheet: &str, slash: &str) -> Vec<u8> {
    const TYPE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id=\"r1\" Type=\"{TYPE}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let workbook = format!(
        "<workbook xmlns:q=\"{TYPE}\"><sheets><sheet name=\"a\" sheetId=\"1\" q:id=\"r1\"/></sheets></workbook>"
    );
    let parts = [
        ("[Content_Types].xml", "<Types/>".to_owned()),
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml", workbook),
        ("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml")),
        ("xl/worksheets/sheet1.xml", sheet.to_owned()),
    ];
    let parts: Vec<(String, String)> = parts.map(|(name, part)| (name.replace('/', slash), part)).into();
    let parts: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, part)| (name.as_str(), part.as_bytes())).collect();
    packed(&parts)
}

fn ledger() -> Vec<u8> {
    workbook(|sheet| {
        for row in 0..200 {
            sheet.write(row, 0, format!("演示·{row}"))?;
            sheet.write(row, 1, f64::from(row) * 1.5)?;
        }
        Ok(())
    })
}

#[test]
fn files_of_other_kinds_are_told_by_what_they_hold() {
    for (bytes, what) in [
        (&b"%PDF-1.7 ..."[..], "PDF"),
        (b"\x89PNG\r\n\x1A\n\0", "PNG"),
        (b"\xFF\xD8\xFF\xE0\0\x10JFIF", "JPEG"),
        (b"{\\rtf1 }", "RTF"),
        (&packed(&[("word/document.xml", b"<w/>")]), "DOCX"),
        (&packed(&[("a.txt", b"a")]), "ZIP"),
        (&packed(&[("xl/workbook.bin", b"\0")]), "XLSB"),
    ] {
        assert_eq!(bad(bytes), BadSheet::Other { what });
    }
    assert_eq!(bad(b""), BadSheet::Empty);
    assert_eq!(bad(b"\n\n,,\n"), BadSheet::Empty);
    assert_eq!(bad(b"a\0\0b\0"), BadSheet::Binary);
    assert_eq!(bad(b"<html><table><tr><td>1</td></tr></table>"), BadSheet::Page);
    assert_eq!(bad(b"\xEF\xBB\xBF<?xml version=\"1.0\"?><Workbook/>"), BadSheet::Page);
    assert_eq!(bad(&workbook(|_| Ok(()))), BadSheet::NoContent);
}

#[test]
fn a_workbook_with_a_password_is_told_so_in_every_form() {
    for form in ["xlsx", "xls", "ods"] {
        let bytes = std::fs::read(format!("tests/data/sheets/locked.{form}")).unwrap();
        assert_eq!(bad(&bytes), BadSheet::Password, "{form}");
    }
}

#[test]
fn a_short_file_that_repeats_a_cell_without_end_is_too_large() {
    let table = |cells: &str| {
        let content = format!(
            "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"a\">{cells}\
             </table:table></office:spreadsheet></office:body></office:document-content>"
        );
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        zip.start_file("mimetype", stored).unwrap();
        zip.write_all(b"application/vnd.oasis.opendocument.spreadsheet").unwrap();
        for (name, part) in [("META-INF/manifest.xml", "<manifest:manifest/>"), ("content.xml", &content)] {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(part.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    };
    let cell = |text: &str| {
        format!(
            "<table:table-row table:number-rows-repeated=\"40000\"><table:table-cell \
             table:number-columns-repeated=\"100\" office:value-type=\"string\"><text:p>{text}</text:p>\
             </table:table-cell></table:table-row>"
        )
    };
    let far = "<table:table-row table:number-rows-repeated=\"900000\"><table:table-cell \
               table:number-columns-repeated=\"90\"/></table:table-row>";
    assert_eq!(bad(&table(&cell(&"x".repeat(1000)))), BadSheet::TooLarge);
    assert_eq!(bad(&table(&format!("{}{far}{}", cell("x"), cell("x")))), BadSheet::TooLarge);
    assert_eq!(read(&table(&cell("x").replace("40000", "40"))).unwrap().grids[0].rows.len(), 40);
}

#[test]
fn a_workbook_that_is_cut_short_or_changed_is_damaged() {
    let whole = ledger();
    for cut in [30, whole.len() / 2, whole.len() - 10] {
        assert_eq!(bad(&whole[..cut]), BadSheet::Damaged, "{cut}");
    }
    let mut changed = whole.clone();
    let middle = changed.len() / 2;
    changed[middle] ^= 0x55;
    assert_eq!(bad(&changed), BadSheet::Damaged);
    let empty = packed(&[("xl/workbook.xml", b"<workbook>")]);
    assert!(matches!(bad(&empty), BadSheet::Damaged | BadSheet::NoContent));
}

#[test]
fn a_workbook_that_unpacks_to_far_too_much_is_not_unpacked() {
    let zeros = vec![b' '; 40 << 20];
    let bomb = packed(&[("xl/worksheets/sheet1.xml", &zeros)]);
    assert!(bomb.len() < 1 << 20);
    assert!(matches!(bad(&bomb), BadSheet::Bomb { .. }));
    // A part that says it is small.
    let mut liar = bomb.clone();
    let size = u32::try_from(zeros.len()).unwrap().to_le_bytes();
    while let Some(at) = liar.windows(4).position(|four| four == size) {
        liar[at..at + 4].copy_from_slice(&1000_u32.to_le_bytes());
    }
    assert!(matches!(bad(&liar), BadSheet::Bomb { .. } | BadSheet::Damaged));
}

#[test]
fn a_cell_of_megabytes_is_told_with_its_address() {
    let long = "演".repeat(2 << 20);
    let text = format!("项目名称,备注\n演示·甲,好\n演示·乙,{long}\n");
    let address = || "B3".to_owned();
    assert_eq!(bad(text.as_bytes()), BadSheet::LongCell { address: address(), kilobytes: 1024 });
    let mut counter = Counter::new();
    let said = counter.import(&plainly(), text.as_bytes());
    assert_eq!((said.code, said.error()), (1, "单元格 B3 的内容超过 1024 KB：请删短后再导入。".to_owned()));
    assert!(counter.engine.board().leads().iter().next().is_none());
}

#[test]
fn each_is_one_sentence_and_changes_nothing() {
    for (bytes, sentence) in [
        (b"%PDF-1.7".to_vec(), "这是 PDF 文件，不是表格：请把其中的表格另存为 XLSX 或 CSV 再导入。"),
        (
            b"<html></html>".to_vec(),
            "这是存成表格名字的网页或 XML：请用 Excel 或 WPS 打开，另存为 XLSX 再导入。",
        ),
        (ledger()[..900].to_vec(), "工作簿不完整或已损坏：请重新复制或下载，或打开后另存为 XLSX 再导入。"),
        (workbook(|_| Ok(())), "工作簿中没有任何有内容的工作表。"),
    ] {
        let mut counter = Counter::new();
        let said = counter.import(&plainly(), &bytes);
        assert_eq!((said.code, said.error().as_str()), (1, sentence));
        assert!(counter.engine.board().leads().iter().next().is_none());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..600), start in 0_usize..4) {
        let starts: [&[u8]; 4] = [b"", b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"\xFF\xFE"];
        let _ = read(&[starts[start], &bytes].concat());
    }

    #[test]
    fn no_change_to_a_workbook_panics(
        at in any::<prop::sample::Index>(),
        to in any::<u8>(),
        form in prop::sample::select(&["xlsx", "xls", "ods"][..]),
    ) {
        let older = || std::fs::read(format!("tests/data/sheets/ledger.{form}")).unwrap();
        let mut bytes = if form == "xlsx" { ledger() } else { older() };
        let at = at.index(bytes.len());
        bytes[at] = to;
        let _ = read(&bytes);
    }

    #[test]
    fn no_xml_in_a_sheet_panics(xml in "(<row r=\"[0-9]{1,11}\"( hidden=\"1\")?>|</row>|<c r=\"[A-Z]{1,8}[0-9]{1,11}\" t=\"(s|n|b|d|e|str)\" s=\"[0-9]\">|<v>|[0-9.eE-]{1,9}|</v>|</c>|<mergeCell ref=\"[A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7}\"/>|</sheetData>|&|<){0,30}") {
        let bytes = bare(&format!("<worksheet><sheetData>{xml}</sheetData></worksheet>"), "/");
        if let Ok(book) = read(&bytes) {
            for grid in book.grids {
                let _ = Sheet::find(grid, &|cell| cell == "1", None);
            }
        }
    }
}
