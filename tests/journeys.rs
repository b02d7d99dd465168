//! What a person does in a day, typed as keys into real windows over the real engine.

#[path = "support/desk.rs"]
mod desk;
#[path = "support/files.rs"]
mod files;
#[path = "support/keys.rs"]
mod keys;
#[expect(dead_code, reason = "the journeys read text alone")]
#[path = "support/screen.rs"]
mod screen;

#[path = "journeys/agenda.rs"]
mod agenda;
#[path = "journeys/bringing.rs"]
mod bringing;
#[path = "journeys/charts.rs"]
mod charts;
#[path = "journeys/cluster.rs"]
mod cluster;
#[path = "journeys/deck.rs"]
mod deck;
#[path = "journeys/figures.rs"]
mod figures;
#[path = "journeys/files.rs"]
mod file_journeys;
#[path = "journeys/filters.rs"]
mod filters;
#[path = "journeys/history.rs"]
mod history;
#[path = "journeys/leads.rs"]
mod leads;
#[path = "journeys/looks.rs"]
mod looks;
#[path = "journeys/mouse.rs"]
mod mouse;
#[path = "journeys/organisation.rs"]
mod organisation;
#[path = "journeys/people.rs"]
mod people;
#[path = "journeys/previews.rs"]
mod previews;
#[path = "journeys/records.rs"]
mod records;
#[path = "journeys/several.rs"]
mod several;
#[path = "journeys/six_ones.rs"]
mod six_ones;
#[path = "journeys/support.rs"]
mod support;
#[path = "journeys/triage.rs"]
mod triage;
