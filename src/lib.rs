//! guatu (挂图): a terminal board for wall-chart campaigns. The map of the house, top down:
//! each module may use those below it, as a test holds.

pub mod board;
pub mod client;
pub mod demo;
pub mod domain;
pub mod engine;
pub mod exchange;
pub mod locales;
pub mod server;
pub mod store;
pub mod ui;
pub mod wire;
