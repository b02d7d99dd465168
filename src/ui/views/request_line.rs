//! A support request as a line of a list: its light, what it is about, who asks or who is asked,
//! which lead waits for it, by when, how far it is. May use `ink`, `marks`, `overview`, `show`.

use ratatui::text::Line;

use super::heading::MARGIN;
use super::ink::Ink;
use super::marks::MARK;
use super::measure::{self, DATE_LIGHT, DAY, GAP};
use crate::board::overview;
use crate::domain::{Choice, FieldKey, Id, Kind};
use crate::say;
use crate::ui::event::Cx;
use crate::ui::show;
use crate::ui::style::{Look, Meaning};

/// The cells of the name of the other party in a wide list, and of the state.
const NAMED: usize = 20;
const STATE: [usize; 2] = [6, 8];
/// The cells of the ids: there are fewer requests than leads, and both stand here.
const ID: usize = 5;
/// From so many cells on there is room for the date, the lead, the party, and the lead's name.
const DATED: usize = 52;
const LED: usize = 60;
const ROOMY: usize = 76;
const WIDE: usize = 112;

/// Which of the two parties is told: the other one is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Party {
    /// The division that asks.
    Asks,
    /// The unit that is asked.
    Asked,
}

/// A request about to be listed.
pub(super) struct Row<'a> {
    pub(super) cx: &'a Cx<'a>,
    pub(super) look: &'a Look,
    pub(super) id: Id,
    pub(super) party: Party,
    /// It is on the list no more.
    pub(super) left: bool,
    pub(super) chosen: bool,
    pub(super) marked: bool,
}

impl Row<'_> {
    /// The line, with the words standing out that are looked for in what it is about.
    pub(super) fn line(&self, cells: usize, found: &[String]) -> Line<'static> {
        let (board, lang) = (self.cx.board, self.look.lang);
        let Some(request) = board.request(self.id) else { return Line::default() };
        let name = |id: Option<Id>| id.map_or_else(String::new, |id| show::name(board, id, lang));
        let (signal, light) = self.light();
        let text = match (self.chosen, request.is_open()) {
            (true, _) => Meaning::Strong,
            (false, true) => Meaning::Text,
            (false, false) => Meaning::Muted,
        };
        let lead = request.lead.map_or_else(String::new, |id| id.to_string());
        let due = request.due.map_or_else(String::new, |due| due.format("%m-%d").to_string());
        let (asks, asked) = (request.division, request.unit);
        let party = name(if self.party == Party::Asks { asks } else { asked });
        let id = self.id.to_string();
        let words = [&light, &id, &request.about, &party, &lead, &name(request.lead), &due];
        let state = request.state.label(lang);
        let [light, id, about, party, lead, called, due] = words.map(String::as_str);
        let words = [light, id, about, party, lead, called, due, state];
        line(self.look, cells, self.marked, (signal, text), words, found)
    }

    /// The light of an open one; of a closed one when it was closed.
    fn light(&self) -> (Meaning, String) {
        let (board, lang) = (self.cx.board, self.look.lang);
        if self.left {
            return (Meaning::Muted, say!(lang, "view-dealt-with"));
        }
        match board.request(self.id) {
            Some(request) if !request.is_open() => {
                let closed = request.closed.map(|day| show::day(day, board.today()));
                (Meaning::Muted, closed.unwrap_or_default())
            }
            _ => {
                let light = overview::light_of(board, self.id);
                (light.signal.into(), show::light_in(light, lang, DATE_LIGHT))
            }
        }
    }
}

/// The columns' words.
pub(super) fn columns(look: &Look, party: Party, cells: usize) -> Line<'static> {
    let label = |key| FieldKey::find(Kind::Request, key).map_or("", |key| key.spec().label(look.lang));
    let [light, id] = [say!(look.lang, "view-col-light"), say!(look.lang, "view-col-id")];
    let [lead, due] = [say!(look.lang, "view-col-lead"), say!(look.lang, "view-col-date")];
    let party = match party {
        Party::Asks => say!(look.lang, "view-col-division"),
        Party::Asked => say!(look.lang, "view-support-unit"),
    };
    let words = [&light, &id, label("about"), &party, &lead, "", &due, label("state")];
    line(look, cells, false, (Meaning::Column, Meaning::Column), words, &[])
}

/// A line of the list: light, id, about, party, lead, its name, due, state.
fn line(
    look: &Look,
    cells: usize,
    marked: bool,
    (signal, text): (Meaning, Meaning),
    words: [&str; 8],
    found: &[String],
) -> Line<'static> {
    let [light, id, about, party, lead, called, due, state] = words;
    let line = Ink::new(look, cells).put(Meaning::Accent, if marked { MARK } else { " " });
    let line = line.cell(signal, light, DATE_LIGHT).gap(GAP).cell(text, id, ID).gap(GAP);
    let named = if cells >= WIDE { NAMED } else { measure::division(look.lang) };
    let rest = [
        (cells >= ROOMY).then_some((party, named)),
        (cells >= LED).then_some((lead, ID)),
        (cells >= WIDE).then_some((called, cells / 6)),
        (cells >= DATED).then_some((due, DAY)),
        Some((state, STATE[look.lang as usize])),
    ];
    let rest: Vec<(&str, usize)> = rest.into_iter().flatten().collect();
    let taken: usize = rest.iter().map(|(_, cells)| cells + GAP).sum();
    let room = line.room().saturating_sub(taken + MARGIN);
    let line = line.cell_with(text, about, room, found);
    rest.into_iter().fold(line, |line, (words, cells)| line.gap(GAP).cell(text, words, cells)).line()
}
