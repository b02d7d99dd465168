//! guatu (挂图): a terminal board for wall-chart campaigns. This is the map of the house; a room
//! may use the rooms that its own first lines name, and a test holds that imports point down.
//!
//! ```text
//! domain ← board ← { locales, store, demo } ← { exchange, ui, engine } ← server
//!                                                             wire ← { client, server } ← cli
//! ```

#![warn(clippy::expect_used, clippy::unwrap_used)]

/// The truth in memory: records, Transactions, lights and counts.
pub mod board;
/// The command line.
pub mod cli;
/// The thin client: a terminal in raw mode, forwarded.
pub mod client;
/// A fictional board with half a year of history.
pub mod demo;
/// What the board is about: fields, stages, lights, money, dates.
pub mod domain;
/// The one writer.
pub mod engine;
/// What went wrong, in sentences.
pub mod error;
/// Files in and out.
pub mod exchange;
/// Every word a user reads, in both languages.
pub mod locales;
/// The process that owns the data: windows and commands.
pub mod server;
/// Durability: the audit log, sled, snapshots.
pub mod store;
/// The screen as a function.
pub mod ui;
/// What client and server say to each other.
pub mod wire;
