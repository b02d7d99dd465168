//! What each slide says, made from the live board for so much room: one file a group of slides.
//! May use `board`, `locales`, `show`, `page`.

mod campaign;
mod charts;
mod covers;
mod division;
mod lists;

use std::borrow::Cow;

use super::page::Page;
use super::slide::Slide;
use crate::board::redact::{self, Veil};
use crate::board::{Board, overview};
use crate::domain::{Id, Lang, Lead, Signal};
use crate::locales::reason;
use crate::say;
use crate::ui::style::Meaning;
use crate::ui::{show, width};

/// What slides are made of, and what they may tell: a room full of people reads them.
pub(super) struct Teller<'a> {
    pub(super) board: &'a Board,
    pub(super) lang: Lang,
    /// Whether phones, contacts and confidential leads are told.
    pub(super) shows: bool,
    /// What is laid over what people wrote: before anything is cut, since a part of a name tells too.
    pub(super) veil: Veil<'a>,
    /// The columns and lines for rows.
    pub(super) room: (usize, usize),
    /// Ends a text that was cut.
    pub(super) ellipsis: &'static str,
    /// The mark of the meeting.
    pub(super) mark: Option<Id>,
    /// Whether a commitment can be taken down here.
    pub(super) commits: bool,
    /// Whether the board is a demonstration.
    pub(super) demo: bool,
}

/// The page of a slide, with what must not be told veiled: people write names and phones anywhere.
pub(super) fn page(slide: Slide, teller: &Teller<'_>) -> Page {
    let mut page = made(slide, teller);
    page.each_text(|text| {
        if let Cow::Owned(told) = teller.veil.over(text) {
            *text = told;
        }
    });
    page
}

fn made(slide: Slide, teller: &Teller<'_>) -> Page {
    match slide {
        Slide::Title => covers::title(teller),
        Slide::System => campaign::system(teller),
        Slide::Totals => campaign::totals(teller),
        Slide::Deployment => charts::deployment(teller),
        Slide::SixOnes => charts::six_ones(teller),
        Slide::Division(id) => division::page(teller, id),
        Slide::Support => charts::support(teller),
        Slide::Reds => lists::reds(teller),
        Slide::Shifts => campaign::shifts(teller),
        Slide::Pledges => lists::pledges(teller),
        Slide::Dates => lists::dates(teller),
        Slide::Closing => covers::closing(teller),
    }
}

impl Teller<'_> {
    /// The title of a slide, as the index calls it.
    fn label(&self, slide: Slide) -> String {
        slide.label(self.board, self.lang)
    }

    /// What a record is called: a confidential lead, and what is about one, without its name.
    fn name(&self, id: Id) -> String {
        if !self.shows && redact::is_secret(self.board, id) {
            return say!(self.lang, "report-confidential");
        }
        show::name(self.board, id, self.lang)
    }

    /// Whom to call about a lead, where that may be told.
    fn contact(&self, lead: &Lead) -> String {
        let told = format!("{} {}", lead.contact, lead.phone);
        if self.shows { told.trim().to_owned() } else { String::new() }
    }

    /// A person, unit or division; nothing where there is none.
    fn who(&self, id: Option<Id>) -> String {
        id.map_or_else(String::new, |id| show::name(self.board, id, self.lang))
    }

    /// A text cut to so many cells.
    fn cut(&self, text: &str, cells: usize) -> String {
        width::cut(&self.veil.over(text), cells, self.ellipsis).into_owned()
    }

    /// A name cut to a third of a row: what a row is about has most of it.
    fn short(&self, name: &str) -> String {
        self.cut(name, self.room.0 / 3)
    }

    /// The cells of the widest of some texts; no more than a third of a row.
    fn widest<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> usize {
        texts.into_iter().map(width::of).max().unwrap_or(0).min(self.room.0 / 3)
    }

    /// The cells of the divisions' names; no more than so many.
    fn names(&self, most: usize) -> usize {
        let names = self.board.divisions().iter().map(|(id, _)| show::name(self.board, id, self.lang));
        names.map(|name| width::of(&name)).max().unwrap_or(0).min(most)
    }

    /// How many days there are to the period's end, or since it.
    fn days_left(&self) -> Option<String> {
        let days = overview::days_left(self.board)?;
        Some(if days < 0 {
            say!(self.lang, "view-days-over", days = -days)
        } else {
            say!(self.lang, "deck-days-left", days = days)
        })
    }

    /// The light of a record in a few words.
    fn light(&self, id: Id) -> (Meaning, String) {
        let light = overview::light_of(self.board, id);
        (light.signal.into(), show::brief_light(light, self.lang))
    }

    /// The light of a record in its word alone.
    fn signal(&self, id: Id) -> (Meaning, String) {
        let signal = overview::light_of(self.board, id).signal;
        let word = if signal == Signal::Grey { "-".to_owned() } else { reason::signal(signal, self.lang) };
        (signal.into(), word)
    }
}
