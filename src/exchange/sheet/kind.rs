//! What a file is, by its first bytes and the names within it, whatever it is called. May use `bad`,
//! `package`.

use std::io::Cursor;

use memchr::memmem::find;
use zip::ZipArchive;

use super::BadSheet;
use super::package::plain;

/// A file that may be a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Xlsx,
    Ods,
    Xls,
    Text,
}

/// What other files begin with.
const OTHERS: &[(&[u8], &str)] = &[
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xFF\xD8\xFF", "JPEG"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"{\\rtf", "RTF"),
    (b"Rar!", "RAR"),
    (b"7z\xBC\xAF\x27\x1C", "7Z"),
    (b"\x1F\x8B", "GZIP"),
    (b"SQLite format 3\0", "SQLite"),
    (b"BEGIN:VCALENDAR", "iCalendar"),
];
/// What a page saved under a spreadsheet's name begins with.
const PAGES: &[&[u8]] =
    &[b"<html", b"<!doctype html", b"<table", b"<?xml", b"<meta", b"<head", b"<style", b"mime-version:"];
/// So much of a file's beginning tells a page.
const PROBE: usize = 1024;

impl Kind {
    /// What a file is.
    pub(super) fn of(bytes: &[u8]) -> Result<Self, BadSheet> {
        if bytes.is_empty() {
            return Err(BadSheet::Empty);
        }
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            return packed(bytes);
        }
        if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
            return compound(bytes);
        }
        // The marks of two letters could begin a text as well.
        let is_sure = |start: &[u8]| start.len() > 2 || bytes.iter().take(PROBE).any(|byte| *byte == 0);
        let other = OTHERS.iter().find(|(start, _)| bytes.starts_with(start) && is_sure(start));
        if let Some((_, what)) = other {
            return Err(BadSheet::Other { what });
        }
        if is_markdown(bytes) {
            return Err(BadSheet::Other { what: "Markdown" });
        }
        if is_page(bytes) { Err(BadSheet::Page) } else { Ok(Self::Text) }
    }
}

/// Whether a text has the line that parts a Markdown table's header from its rows near its beginning.
fn is_markdown(bytes: &[u8]) -> bool {
    let parts = |line: &[u8]| {
        let line = line.trim_ascii();
        line.starts_with(b"|") && find(line, b"---").is_some() && line.iter().all(|b| b"|-: ".contains(b))
    };
    bytes[..bytes.len().min(PROBE)].split(|b| *b == b'\n').any(parts)
}

/// What a ZIP file holds.
fn packed(bytes: &[u8]) -> Result<Kind, BadSheet> {
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| BadSheet::Damaged)?;
    let names: Vec<String> = archive.file_names().flatten().map(|name| plain(&name)).collect();
    let has = |start: &str| names.iter().any(|name| name.starts_with(start));
    let kinds: [(&str, Result<Kind, &'static str>); 8] = [
        ("xl/workbook.bin", Err("XLSB")),
        ("xl/", Ok(Kind::Xlsx)),
        ("word/", Err("DOCX")),
        ("ppt/", Err("PPTX")),
        ("index/document.iwa", Err("NUMBERS")),
        ("ofd.xml", Err("OFD")),
        ("mimetype", Ok(Kind::Ods)),
        ("", Err("ZIP")),
    ];
    let found = kinds.into_iter().find(|(start, _)| has(start)).map(|(_, kind)| kind);
    match found {
        // The type is stored unpacked in the first entry.
        Some(Ok(Kind::Ods)) if find(bytes, b"vnd.oasis.opendocument.spreadsheet").is_none() => {
            let is_text = find(bytes, b"vnd.oasis.opendocument.text").is_some();
            Err(BadSheet::Other { what: if is_text { "ODT" } else { "ZIP" } })
        }
        Some(Ok(kind)) => Ok(kind),
        Some(Err(what)) => Err(BadSheet::Other { what }),
        None => Err(BadSheet::Empty),
    }
}

/// What an older office file holds: its parts have names in UTF-16.
fn compound(bytes: &[u8]) -> Result<Kind, BadSheet> {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        find(bytes, &name).is_some()
    };
    if has("EncryptedPackage") {
        return Err(BadSheet::Password);
    }
    let others = [("WordDocument", "DOC"), ("PowerPoint Document", "PPT")];
    if let Some((_, what)) = others.into_iter().find(|(name, _)| has(name)) {
        return Err(BadSheet::Other { what });
    }
    Ok(Kind::Xls)
}

fn is_page(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let start = bytes.trim_ascii_start();
    let start = start[..start.len().min(PROBE)].to_ascii_lowercase();
    PAGES.iter().any(|page| start.starts_with(page))
}
