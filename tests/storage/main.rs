//! What is stored is found again, or told: both twins held equal, codecs, damage of every sort,
//! a killed process, and the engine on top.

mod backups;
mod codec;
mod conformance;
mod damage;
mod desk;
mod engine;
mod fixture;
mod kill;
