//! The reports of the command line, each with the forms that it is written in. May use `wire`.

use clap::Subcommand;

use crate::wire::{self, About, Paper};

/// What a report is about.
#[derive(Debug, Subcommand)]
pub(super) enum Report {
    /// The week.
    Week {
        /// As Markdown, as it is by itself.
        #[arg(long, conflicts_with = "html")]
        md: bool,
        /// As one HTML file.
        #[arg(long)]
        html: bool,
        /// Since a mark.
        #[arg(long, value_name = "NAME")]
        since: Option<String>,
        /// Confidential leads and phones too.
        #[arg(long)]
        show_contacts: bool,
    },
    /// The commitments.
    Pledges {
        /// As Markdown, as it is by itself.
        #[arg(long, conflicts_with_all = ["html", "csv"])]
        md: bool,
        /// As one HTML file.
        #[arg(long, conflicts_with = "csv")]
        html: bool,
        /// As CSV.
        #[arg(long)]
        csv: bool,
        /// Of this meeting.
        #[arg(long, value_name = "NAME")]
        mark: Option<String>,
        /// Confidential leads and phones too.
        #[arg(long)]
        show_contacts: bool,
    },
}

impl From<Report> for wire::Report {
    fn from(report: Report) -> Self {
        let paper = |html, csv| match (html, csv) {
            (true, _) => Paper::Html,
            (false, true) => Paper::Csv,
            (false, false) => Paper::Markdown,
        };
        match report {
            Report::Week { html, since, show_contacts, .. } => {
                Self { about: About::Week(since), paper: paper(html, false), show_contacts }
            }
            Report::Pledges { html, csv, mark, show_contacts, .. } => {
                Self { about: About::Pledges(mark), paper: paper(html, csv), show_contacts }
            }
        }
    }
}
