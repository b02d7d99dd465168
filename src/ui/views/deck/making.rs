//! The page of the slide that is up, made anew where the board, the size or the language has changed,
//! and what differs from how it was. May use `slides`, `fresh`.

use chrono::NaiveDate;
use ratatui::layout::Rect;

use super::page::Page;
use super::slide::Slide;
use super::slides::{self, Teller};
use super::{Deck, draw};
use crate::board::redact::Veil;
use crate::domain::{Id, Lang, Role};
use crate::say;
use crate::ui::event::Cx;
use crate::ui::style::Look;

/// What a page was made of: where none of it has changed the page stands as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Made {
    slide: Slide,
    seq: u64,
    today: NaiveDate,
    lang: Lang,
    glyphs: &'static str,
    area: Rect,
    mark: Option<Id>,
}

impl Deck {
    /// Takes note of the board, the size and the time: makes the page anew where any of it asks for it.
    pub(super) fn make(&mut self, cx: &Cx<'_>, look: &Look, area: Rect) {
        let Some(slide) = self.slide() else { return };
        if let Slide::Division(id) = slide {
            self.division = Some(id);
        }
        let made = Made {
            slide,
            seq: cx.board.head().seq,
            today: cx.board.today(),
            lang: look.lang,
            glyphs: look.glyphs.name,
            area,
            mark: self.meeting(cx.board),
        };
        if self.made == Some(made) {
            return;
        }
        let page = self.page_of(&made, cx, look);
        let before = self.made.replace(made);
        let is_same = before.is_some_and(|before| {
            Made { seq: made.seq, today: made.today, mark: made.mark, ..before } == made
        });
        if !is_same {
            self.fresh.clear();
        } else if !self.is_unlit {
            self.fresh.note(&self.page, &page, cx.now);
        }
        self.page = page;
    }

    fn page_of(&self, made: &Made, cx: &Cx<'_>, look: &Look) -> Page {
        let shows = self.shows();
        let word = say!(look.lang, "report-confidential");
        let teller = Teller {
            board: cx.board,
            lang: look.lang,
            shows,
            veil: Veil::of(cx.board, &word, shows),
            room: draw::room(made.area),
            ellipsis: look.glyphs.ellipsis,
            mark: made.mark,
            commits: self.leader.is_none() && cx.role() >= Role::Editor,
            demo: cx.demo,
        };
        slides::page(made.slide, &teller)
    }
}
