//! What is stored is found again, or told: both twins held equal, codecs, damage of every sort,
//! a killed process, and the engine on top.

#![expect(clippy::unwrap_used, reason = "a test says what it finds by failing")]

mod backups;
mod caution;
mod codec;
mod conformance;
mod damage;
mod desk;
mod engine;
mod fixture;
mod full;
mod kill;
mod restores;
mod snapshots;
mod words;
