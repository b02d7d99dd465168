//! Sheets, money and dates: what an office writes, read; and what is written, read back.

#[path = "support/counter.rs"]
mod counter;

#[path = "exchange/books.rs"]
mod books;
#[path = "exchange/choices.rs"]
mod choices;
#[path = "exchange/command.rs"]
mod command;
#[path = "exchange/dates.rs"]
mod dates;
#[path = "exchange/files.rs"]
mod files;
#[path = "exchange/goals.rs"]
mod goals;
#[path = "exchange/guesses.rs"]
mod guesses;
#[path = "exchange/headers.rs"]
mod headers;
#[path = "exchange/json.rs"]
mod json;
#[path = "exchange/kinds.rs"]
mod kinds;
#[path = "exchange/money.rs"]
mod money;
#[path = "exchange/own.rs"]
mod own;
#[path = "exchange/pledges.rs"]
mod pledges;
#[path = "exchange/progress.rs"]
mod progress;
#[path = "exchange/redact.rs"]
mod redact;
#[path = "exchange/round.rs"]
mod round;
#[path = "exchange/said.rs"]
mod said;
#[path = "exchange/sheets.rs"]
mod sheets;
#[path = "exchange/tables.rs"]
mod tables;
#[path = "exchange/unreadable.rs"]
mod unreadable;
#[path = "exchange/updates.rs"]
mod updates;
#[path = "exchange/weekly.rs"]
mod weekly;
#[path = "exchange/workbook.rs"]
mod workbook;
#[path = "exchange/yearless.rs"]
mod yearless;
