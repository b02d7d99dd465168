//! `guatu present`: the deck. May use `ui::views::deck`.

use clap::Args;

use crate::domain::Lang;
use crate::say;
use crate::ui::views::deck::slide;
use crate::wire;

/// How the deck is shown.
#[derive(Debug, Args)]
pub(super) struct Present {
    /// Which slides.
    #[arg(long, value_name = "NAMES")]
    slides: Option<String>,
    /// How long the meeting is to take.
    #[arg(long, value_name = "MINUTES", value_parser = clap::value_parser!(u32).range(1..=600))]
    minutes: Option<u32>,
    /// Show phones, contacts and confidential leads.
    #[arg(long)]
    show_contacts: bool,
    /// Go on by itself.
    #[arg(long = "loop", value_name = "IDLE", value_parser = clap::value_parser!(u32).range(1..=3600))]
    loop_seconds: Option<u32>,
}

impl Present {
    /// What the server is asked for; a sentence where a slide is not known.
    pub(super) fn wish(self, lang: Lang) -> Result<wire::Wish, String> {
        let slides = self.slides.unwrap_or_default();
        slide::split(&slides).map_err(|slide::NoSlide(name)| {
            say!(lang, "command-no-slide", name = name, names = slide::NAMES.join(", "))
        })?;
        let Self { minutes, show_contacts, loop_seconds, .. } = self;
        let present = wire::Present { slides, minutes, show_contacts, loop_seconds };
        Ok(wire::Wish { present: Some(present), ..wire::Wish::default() })
    }
}
