//! A report as Markdown. Uses nothing but the document.

use std::fmt::Write as _;

use super::{Block, Document, plain};

/// The document as Markdown with tables; pictures are left out.
#[must_use]
pub fn write(document: &Document) -> String {
    let mut text = format!("# {}\n\n{}\n", escaped(&document.title), escaped(&document.period));
    for section in &document.sections {
        if !section.title.is_empty() {
            // Writing to a text cannot fail.
            let _ = write!(text, "\n## {}\n", escaped(&section.title));
        }
        for block in &section.blocks {
            text.push_str(&of_block(block));
        }
    }
    text
}

fn of_block(block: &Block) -> String {
    match block {
        Block::Line(line) => format!("\n{}\n", escaped(line)),
        Block::Heading(heading) => format!("\n### {}\n", escaped(heading)),
        Block::Table { head, rows, numbers } => table(head, rows, *numbers),
        Block::Signed { head, rows } => table(head, rows, usize::MAX),
        Block::Chart(_) => String::new(),
    }
}

fn table(head: &[String], rows: &[Vec<String>], numbers: usize) -> String {
    let rule = (0..head.len()).map(|at| if at >= numbers { "---:" } else { "---" }.to_owned());
    let head = head.iter().map(|cell| escaped(cell));
    let rows = rows.iter().map(|row| line(row.iter().map(|cell| escaped(cell))));
    let lines: Vec<String> = [line(head), line(rule)].into_iter().chain(rows).collect();
    format!("\n{}\n", lines.join("\n"))
}

fn line(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
}

/// A text that means itself wherever it stands: what Markdown or HTML would obey is escaped.
pub(in super::super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let text = plain(text);
    let mut chars = text.trim().chars().peekable();
    while let Some(ch) = chars.next() {
        match ch {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // One that begins no entity means itself, and is read as it is in a terminal.
            '&' if chars.peek().is_some_and(|next| next.is_ascii_alphanumeric() || *next == '#') => {
                out.push_str("&amp;");
            }
            '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '~' | '!' => out.extend(['\\', ch]),
            ch => out.push(ch),
        }
    }
    out
}
