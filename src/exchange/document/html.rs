//! A report as one HTML file that needs nothing beside itself and prints on A4: style and pictures
//! stand in it, and no script does. May use `svg`.

use std::fmt::Write as _;

use super::{Block, Document, plain, svg};

/// How it looks, on paper too.
const STYLE: &str = include_str!("style.css");

/// The document as HTML.
#[must_use]
pub fn write(document: &Document) -> String {
    let [title, period] = [&document.title, &document.period].map(|text| escaped(text));
    let mut text = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <h1>{title}</h1>\n<p class=\"period\">{period}</p>\n",
        document.lang.tag()
    );
    for section in &document.sections {
        // Writing to a text cannot fail.
        let _ = writeln!(text, "<section>{}", heading(&section.title));
        for block in &section.blocks {
            text.push_str(&of_block(block));
        }
        text.push_str("</section>\n");
    }
    text + "</body>\n</html>\n"
}

/// A part's heading; nothing for the only part of a document.
fn heading(title: &str) -> String {
    if title.is_empty() { String::new() } else { format!("\n<h2>{}</h2>", escaped(title)) }
}

fn of_block(block: &Block) -> String {
    match block {
        Block::Line(line) => format!("<p>{}</p>\n", escaped(line)),
        Block::Heading(heading) => format!("<h3>{}</h3>\n", escaped(heading)),
        Block::Table { head, rows, numbers } => table("", head, rows, *numbers),
        Block::Signed { head, rows } => table(" class=\"signed\"", head, rows, usize::MAX),
        Block::Chart(chart) => svg::figure(chart),
    }
}

fn table(class: &str, head: &[String], rows: &[Vec<String>], numbers: usize) -> String {
    let cells = |tag: &str, row: &[String]| {
        let cell = |(at, cell): (usize, &String)| {
            let class = if at >= numbers { " class=\"n\"" } else { "" };
            format!("<{tag}{class}>{}</{tag}>", escaped(cell))
        };
        row.iter().enumerate().map(cell).collect::<String>()
    };
    let rows = rows.iter().fold(String::new(), |mut text, row| {
        let _ = writeln!(text, "<tr>{}</tr>", cells("td", row));
        text
    });
    let head = cells("th", head);
    format!("<table{class}>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n")
}

/// A text that means itself, in elements and in attributes.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for ch in plain(text).trim().chars() {
        match ch {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            ch => out.push(ch),
        }
    }
    out
}
