//! The deck 投影: the live board as slides for a meeting, on the whole screen. Whoever presents turns
//! the slides; others may follow, each at their own size and in their own look. May use `board`,
//! `style`, `widgets`.

mod draw;
mod following;
mod foot;
mod fresh;
mod making;
mod meeting;
mod page;
pub mod slide;
mod slides;

use chrono::{DateTime, DurationRound, NaiveDate, TimeDelta, Utc};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::Clear;

use super::{Opening, Step, View};
use crate::domain::Id;
use crate::ui::event::Cx;
use crate::ui::style::{Look, Meaning};
use fresh::Fresh;
use making::Made;
use page::Page;
use slide::Slide;

/// A deck that was left no longer ago goes on.
const NEAR: TimeDelta = TimeDelta::minutes(10);

/// Digits belong to a slide's number that are followed by its key so soon.
const TYPING: TimeDelta = TimeDelta::seconds(3);
/// And so many of them.
const DIGITS: usize = 2;

/// How the deck is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wishes {
    /// The names of the slides, parted by commas; all where empty.
    pub slides: String,
    /// How long the meeting is to take, in minutes.
    pub minutes: Option<u32>,
    /// Whether phones, contacts and confidential leads are shown.
    pub shows: bool,
    /// Go on by itself after so many seconds, and begin anew after the last slide.
    pub seconds: Option<u32>,
}

/// See the module.
#[derive(Default)]
pub struct Deck {
    wishes: Wishes,
    slides: Vec<Slide>,
    at: usize,
    is_black: bool,
    /// The day of the meeting.
    day: Option<NaiveDate>,
    /// When it began, and since when this slide is up: whole minutes of the clock.
    began: DateTime<Utc>,
    turned: DateTime<Utc>,
    /// The moment this slide was turned to.
    since: DateTime<Utc>,
    /// When it was left.
    left: Option<DateTime<Utc>>,
    /// Whether the time is hidden.
    hides_time: bool,
    /// What was typed of a slide's number, and when.
    typed: String,
    typed_at: DateTime<Utc>,
    /// The window that is followed.
    leader: Option<u64>,
    /// The number of its slide, and how many it has.
    led: (usize, usize),
    /// The division whose slide was up last.
    division: Option<Id>,
    page: Page,
    made: Option<Made>,
    fresh: Fresh,
    /// Whether what changes is not lit.
    is_unlit: bool,
}

impl Deck {
    /// Goes on where it was left a moment ago, else begins: an Esc too many must not lose the slide and
    /// the time of the meeting.
    pub(in crate::ui) fn resume(&mut self, cx: &Cx<'_>) {
        let is_own = self.leader.is_none() && self.day == Some(cx.board.today());
        let is_near = self.left.is_some_and(|left| cx.now - left < NEAR);
        if is_own && is_near {
            (self.left, self.is_black, self.since) = (None, false, cx.now);
        } else {
            self.begin(Wishes::default(), cx);
        }
    }

    /// It is not shown any more.
    pub(in crate::ui) const fn leave(&mut self, now: DateTime<Utc>) {
        self.left = Some(now);
    }

    /// Begins at the first slide. False where none of the slides that are wished for is there: all are
    /// shown then.
    pub(in crate::ui) fn begin(&mut self, wishes: Wishes, cx: &Cx<'_>) -> bool {
        let listed = slide::listed(&wishes.slides, cx.board).unwrap_or_default();
        let is_there = !listed.is_empty();
        let slides = if is_there { listed } else { slide::all(cx.board) };
        let minute = minute(cx.now);
        let (hides_time, is_unlit) = (self.hides_time, self.is_unlit);
        *self = Self {
            wishes,
            slides,
            // A meeting is not held on a day that is over.
            day: cx.past.is_none().then(|| cx.board.today()),
            began: minute,
            turned: minute,
            since: cx.now,
            hides_time,
            is_unlit,
            ..Self::default()
        };
        is_there
    }

    /// The slide that is up.
    pub(in crate::ui) fn slide(&self) -> Option<Slide> {
        self.slides.get(self.at).copied()
    }

    /// All slides, and the place of the one that is up.
    pub(in crate::ui) fn slides(&self) -> (&[Slide], usize) {
        (&self.slides, self.at)
    }

    /// Turns to a slide by its place; the last one where there are not so many.
    pub(in crate::ui) fn turn(&mut self, to: usize, cx: &Cx<'_>) {
        self.typed.clear();
        self.is_black = false;
        let to = to.min(self.slides.len().saturating_sub(1));
        if to != self.at {
            self.at = to;
            self.turned = minute(cx.now);
        }
        self.since = cx.now;
    }

    /// A digit: the slide of that division, and part of a slide's number for a moment. False where it
    /// is neither.
    pub(in crate::ui) fn digit(&mut self, digit: u32, cx: &Cx<'_>) -> bool {
        let before = std::mem::take(&mut self.typed);
        let place = self.place_of(Slide::Division(Id::division(digit)));
        if let Some(place) = place {
            self.turn(place, cx);
        }
        let is_number = !before.is_empty() || digit == 0;
        self.typed = format!("{before}{digit}");
        self.typed.drain(..self.typed.len().saturating_sub(DIGITS));
        self.typed_at = cx.now;
        place.is_some() || is_number
    }

    /// Where a slide stands.
    fn place_of(&self, slide: Slide) -> Option<usize> {
        self.slides.iter().position(|one| *one == slide)
    }

    /// The slide whose number was typed, else the last one.
    pub(in crate::ui) fn numbered(&mut self, cx: &Cx<'_>) {
        let typed = self.typed.parse::<usize>().ok().and_then(|no| no.checked_sub(1));
        self.turn(typed.unwrap_or(usize::MAX), cx);
    }

    /// Takes the picture off the wall, or puts it back.
    pub(in crate::ui) const fn darken(&mut self, now: DateTime<Utc>) {
        self.is_black = !self.is_black;
        self.since = now;
    }

    /// Whether phones, contacts and confidential leads are shown.
    pub(in crate::ui) const fn shows(&self) -> bool {
        self.wishes.shows && self.leader.is_none()
    }

    /// Whether the picture is off the wall.
    pub(in crate::ui) const fn is_black(&self) -> bool {
        self.is_black
    }

    /// Shows the time, or no longer.
    pub(in crate::ui) const fn time(&mut self) {
        self.hides_time = !self.hides_time;
    }

    /// Lights what changes, or no longer.
    pub(in crate::ui) fn light(&mut self, is_lit: bool) {
        self.is_unlit = !is_lit;
        self.fresh.clear();
    }

    /// The time goes on: the next slide, where it goes by itself.
    pub(in crate::ui) fn tick(&mut self, cx: &Cx<'_>) {
        if self.turns_at().is_some_and(|at| at <= cx.now) {
            let next = if self.at + 1 < self.slides.len() { self.at + 1 } else { 0 };
            self.turn(next, cx);
        }
    }

    fn turns_at(&self) -> Option<DateTime<Utc>> {
        let seconds = self.wishes.seconds.filter(|_| self.leader.is_none() && !self.is_black)?;
        Some(self.since + TimeDelta::seconds(seconds.max(1).into()))
    }
}

/// The whole minute of the clock that a moment lies in.
fn minute(at: DateTime<Utc>) -> DateTime<Utc> {
    at.duration_trunc(TimeDelta::minutes(1)).unwrap_or(at)
}

impl View for Deck {
    fn refresh(&mut self, cx: &Cx<'_>, look: &Look, area: Rect) {
        self.fresh.fade(cx.now);
        if cx.now - self.typed_at >= TYPING {
            self.typed.clear();
        }
        self.make(cx, look, area);
    }

    /// Whoever follows does not turn.
    fn go(&mut self, cx: &Cx<'_>, step: Step) {
        if self.leader.is_some() {
            return;
        }
        let to = match step {
            Step::Down(_) | Step::Right | Step::Next | Step::PageDown => self.at + 1,
            Step::Up(_) | Step::Left | Step::Previous | Step::PageUp => self.at.saturating_sub(1),
            Step::Home => 0,
            Step::End => return self.numbered(cx),
        };
        self.turn(to, cx);
    }

    fn selected(&self, _: &Cx<'_>) -> Option<Id> {
        None
    }

    fn division(&self, _: &Cx<'_>) -> Option<Id> {
        self.division
    }

    fn opening(&self, _: &Cx<'_>) -> Opening {
        Opening::Nothing
    }

    fn focus(&mut self, cx: &Cx<'_>, division: Option<Id>) {
        let place = division.and_then(|id| self.place_of(Slide::Division(id)));
        if let Some(place) = place.filter(|_| self.leader.is_none()) {
            self.turn(place, cx);
        }
    }

    fn zoom(&mut self) {}

    fn is_zoomed(&self) -> bool {
        false
    }

    /// From a black wall back to the slide.
    fn back(&mut self) -> bool {
        std::mem::take(&mut self.is_black)
    }

    fn wakes(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let clock = (!self.hides_time && !self.is_black).then(|| minute(now) + TimeDelta::minutes(1));
        let typed = (!self.typed.is_empty()).then(|| self.typed_at + TYPING);
        [clock, self.turns_at(), self.fresh.until(), typed].into_iter().flatten().min()
    }

    fn draw(&self, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
        if self.is_black {
            frame.render_widget(Clear, area);
            return frame.buffer_mut().set_style(area, look.style(Meaning::Black));
        }
        draw::page(&self.page, &self.fresh, look, area, frame);
        let foot = Rect { y: area.bottom().saturating_sub(1), height: area.height.min(1), ..area };
        self.draw_foot(cx, look, foot, frame);
    }
}
