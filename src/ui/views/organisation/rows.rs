//! What a division, a unit and a person say in their rows, and the words of the columns.
//! May use `board::{organisation, overview}`, `grid`, `show`.

use super::{Face, Organisation};
use crate::board::{organisation, overview};
use crate::domain::light::Signal;
use crate::domain::{Choice, FieldKey, Id, Kind};
use crate::say;
use crate::ui::event::Cx;
use crate::ui::show;
use crate::ui::style::{Look, Meaning};
use crate::ui::views::grid::{Cells, Column, Side};

/// Makes the rows.
pub(super) struct Rows<'a> {
    pub(super) view: &'a Organisation,
    pub(super) cx: &'a Cx<'a>,
    pub(super) look: &'a Look,
}

/// The columns of divisions: no, name, group, head, host company, on post, leads, red.
const DIVISIONS: &[Column] = &[
    (Side::Left, 0),
    (Side::Left, 0),
    (Side::Left, 3),
    (Side::Left, 1),
    (Side::Flex, 2),
    (Side::Right, 0),
    (Side::Right, 0),
    (Side::Right, 0),
];

/// The columns of units: id, name, functions, what it hosts, on post, open requests, overdue ones.
const UNITS: &[Column] = &[
    (Side::Left, 1),
    (Side::Left, 0),
    (Side::Flex, 2),
    (Side::Left, 3),
    (Side::Right, 0),
    (Side::Right, 0),
    (Side::Right, 0),
];

/// The columns of people: id, name, where, on post, role, login, leads, red, due this week.
const PEOPLE: &[Column] = &[
    (Side::Left, 3),
    (Side::Left, 0),
    (Side::Flex, 2),
    (Side::Left, 0),
    (Side::Left, 4),
    (Side::Left, 5),
    (Side::Right, 0),
    (Side::Right, 0),
    (Side::Right, 1),
];

impl Rows<'_> {
    /// The houses of the face with the words of their columns first.
    pub(super) fn houses(&self) -> (&'static [Column], Vec<Cells>) {
        let is_division = self.view.face == Face::Divisions;
        let (columns, head) =
            if is_division { (DIVISIONS, self.division_head()) } else { (UNITS, self.unit_head()) };
        let row = |id: &Id| if is_division { self.division(*id) } else { self.unit(*id) };
        (columns, std::iter::once(head).chain(self.view.houses.iter().map(row)).collect())
    }

    /// The people with the words of their columns first.
    pub(super) fn people(&self) -> (&'static [Column], Vec<Cells>) {
        let rows = self.view.people.iter().map(|id| self.person(*id));
        (PEOPLE, std::iter::once(self.people_head()).chain(rows).collect())
    }

    fn label(&self, kind: Kind, key: &str) -> String {
        FieldKey::find(kind, key).map_or_else(String::new, |key| key.spec().label(self.look.lang).to_owned())
    }

    fn said(&self, key: &str) -> String {
        crate::locales::text(self.look.lang, key, None)
    }

    fn head(words: Vec<String>) -> Cells {
        words.into_iter().map(|word| (Meaning::Column, word)).collect()
    }

    fn name(&self, id: Option<Id>) -> (Meaning, String) {
        (Meaning::Text, id.map_or_else(String::new, |id| show::name(self.cx.board, id, self.look.lang)))
    }

    fn division_head(&self) -> Cells {
        let label = |key| self.label(Kind::Division, key);
        let counts = ["view-col-post", "view-col-leads", "view-col-red"].map(|key| self.said(key));
        let mut words = vec![
            String::new(),
            self.label(Kind::Person, "division"),
            label("group"),
            label("head"),
            label("host_company"),
        ];
        words.extend(counts);
        Self::head(words)
    }

    fn division(&self, id: Id) -> Cells {
        let (board, lang) = (self.cx.board, self.look.lang);
        let division = board.division(id);
        let group = division.map_or("", |division| board.charter().labels.group(division.group, lang));
        let tally = overview::tally(board, Some(id));
        let red = tally.map_or(0, |tally| tally.lights[Signal::Red as usize]);
        let leads = tally.map_or(0, |tally| tally.urgent.len());
        vec![
            (Meaning::Strong, id.no.to_string()),
            (Meaning::Title, division.map_or("", |division| division.name(lang)).to_owned()),
            (Meaning::Muted, group.to_owned()),
            self.name(division.and_then(|division| division.head)),
            self.name(division.and_then(|division| division.host_company)),
            self.posts(id),
            (Meaning::Text, leads.to_string()),
            (tone(red as usize, Meaning::Red), red.to_string()),
        ]
    }

    fn unit_head(&self) -> Cells {
        let label = |key| self.label(Kind::Unit, key);
        let hosted =
            if self.view.face == Face::Companies { self.said("view-col-hosts") } else { String::new() };
        let mut words =
            vec![self.said("view-col-id"), self.said("view-col-name"), label("functions"), hosted];
        words.extend(["view-col-post", "view-col-open", "view-col-late"].map(|key| self.said(key)));
        Self::head(words)
    }

    fn unit(&self, id: Id) -> Cells {
        let (board, lang) = (self.cx.board, self.look.lang);
        let unit = board.unit(id);
        let hosted = organisation::hosted(board, id);
        let hosted = hosted.iter().map(|id| id.no.to_string()).collect::<Vec<_>>().join(" ");
        let (count, late) = self.view.asked.get(&id).copied().unwrap_or_default();
        vec![
            (Meaning::Muted, id.to_string()),
            (Meaning::Title, unit.map_or("", |unit| unit.name(lang)).to_owned()),
            (Meaning::Text, unit.map_or_else(String::new, |unit| unit.functions.join(lang.pick("、", ", ")))),
            (Meaning::Text, hosted),
            self.posts(id),
            (Meaning::Text, count.to_string()),
            (tone(late, Meaning::Red), late.to_string()),
        ]
    }

    /// How many of a house's people are on post.
    fn posts(&self, house: Id) -> (Meaning, String) {
        let staff = organisation::staff(self.cx.board, house);
        (Meaning::Text, format!("{}/{}", organisation::on_post(self.cx.board, &staff), staff.len()))
    }

    fn people_head(&self) -> Cells {
        let label = |key| self.label(Kind::Person, key);
        let place = if self.view.face == Face::People { self.said("view-col-where") } else { String::new() };
        let mut words = vec![
            self.said("view-col-id"),
            label("name"),
            place,
            label("on_post"),
            label("role"),
            label("login"),
        ];
        words.extend(["view-col-leads", "view-col-red", "view-col-week"].map(|key| self.said(key)));
        Self::head(words)
    }

    fn person(&self, id: Id) -> Cells {
        let lang = self.look.lang;
        let Some(person) = self.cx.board.person(id) else { return Cells::new() };
        let load = self.view.loads.get(&id).copied().unwrap_or_default();
        let place = person.division.or(person.unit).filter(|_| self.view.face == Face::People);
        let (post, stands) = match (person.left, person.on_post) {
            (Some(day), _) => {
                (say!(lang, "view-left", day = show::day(day, self.cx.board.today())), Meaning::Muted)
            }
            (None, true) => (self.said("view-on-post"), Meaning::Green),
            (None, false) => (self.said("view-off-post"), Meaning::Yellow),
        };
        let name = if person.left.is_some() { Meaning::Muted } else { Meaning::Text };
        vec![
            (Meaning::Muted, id.to_string()),
            (name, person.name.clone()),
            self.name(place),
            (stands, post),
            (Meaning::Muted, person.role.label(lang).to_owned()),
            (Meaning::Muted, person.login.clone()),
            (tone(load.leads, Meaning::Text), load.leads.to_string()),
            (tone(load.red, Meaning::Red), load.red.to_string()),
            (tone(load.due, Meaning::Yellow), load.due.to_string()),
        ]
    }
}

/// A nought stands back.
const fn tone(count: usize, meaning: Meaning) -> Meaning {
    if count == 0 { Meaning::Muted } else { meaning }
}
