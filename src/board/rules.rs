//! What each record type must keep to beside its field table: names, stage moves, unique logins.
//! May use `domain`, `board`.

use super::records::Board;
use super::refusal::Refusal;
use super::transaction::Origin;
use crate::domain::record::Record;
use crate::domain::request::RequestState;
use crate::domain::stage::{self, Track};
use crate::domain::{
    Charter, Division, FieldKey, Id, Kind, Lang, Lead, Mark, Misfit, Note, Person, Request, SixOne, Stage,
    Target, Unit,
};

/// A division's chain has at most so many nodes (product rule §2).
pub(super) const CHAIN_NODES: usize = 8;

/// What a rule may look at beside the record as it would become.
pub struct Case<'a, R> {
    /// The board before the Transaction.
    pub board: &'a Board,
    /// The record's id.
    pub id: Id,
    /// The record before; none where it is created.
    pub before: Option<&'a R>,
    /// Whether the Transaction stands for itself, or takes another back.
    pub origin: Origin,
    /// Whether a reason was given in words.
    pub has_reason: bool,
    /// Whether a file brought it: a sheet says how things stand, not how they came there.
    pub is_brought: bool,
    /// The division a lead stands in after the Transaction.
    pub division: Option<&'a Division>,
}

/// A record type that the board keeps a table of.
pub trait Kept: Record {
    /// The name that people know the record by.
    fn title(&self) -> &str;

    /// Whether a record may become this, beside what the field table says of each field.
    ///
    /// # Errors
    /// The rule it would break.
    fn rule(&self, case: &Case<'_, Self>) -> Result<(), Refusal> {
        let _ = case;
        Ok(())
    }
}

/// The field of a kind with a key that the kind's table has.
pub(super) fn key(kind: Kind, key: &str) -> FieldKey {
    // The rules name fields by the keys of the same crate's tables; a test walks them all.
    FieldKey::find(kind, key).unwrap_or_else(|| unreachable!("no field {key}"))
}

/// The key of the first of a charter's fields that contradicts another or names no time zone.
pub(super) fn slip_of(charter: &Charter) -> Option<&'static str> {
    let c = charter;
    let period = c.period_start.is_none_or(|start| c.period_end.is_none_or(|end| start <= end));
    let slips = [
        ("time_zone", c.time_zone.parse::<chrono_tz::Tz>().is_ok()),
        ("labels", c.labels.ambiguous().is_none()),
        ("period_end", period),
        ("pace_red", c.pace_yellow <= c.pace_red),
        ("lead_red", c.lead_yellow <= c.lead_red),
        ("talk_yellow", c.talk_dot <= c.talk_yellow),
        ("talk_red", c.talk_yellow <= c.talk_red),
        ("talk_propose", c.talk_red <= c.talk_propose),
        ("build_yellow", c.build_dot <= c.build_yellow),
        ("build_red", c.build_yellow <= c.build_red),
    ];
    slips.into_iter().find(|(_, right)| !right).map(|(key, _)| key)
}

impl Kept for Charter {
    fn title(&self) -> &str {
        &self.name_zh
    }

    fn rule(&self, case: &Case<'_, Self>) -> Result<(), Refusal> {
        match slip_of(self) {
            Some(slip) => {
                Err(Refusal::Misfit { id: case.id, field: key(Kind::Charter, slip), why: Misfit::Order })
            }
            None => Ok(()),
        }
    }
}

impl Kept for Division {
    fn title(&self) -> &str {
        if self.short.is_empty() { &self.name_zh } else { &self.short }
    }

    fn rule(&self, case: &Case<'_, Self>) -> Result<(), Refusal> {
        if self.chain_nodes.len() > CHAIN_NODES {
            return Err(Refusal::Misfit {
                id: case.id,
                field: key(Kind::Division, "chain_nodes"),
                why: Misfit::TooMany(CHAIN_NODES),
            });
        }
        Ok(())
    }
}

impl Kept for Unit {
    fn title(&self) -> &str {
        &self.name_zh
    }
}

impl Kept for Person {
    fn title(&self) -> &str {
        &self.name
    }

    fn rule(&self, case: &Case<'_, Self>) -> Result<(), Refusal> {
        match case.board.index().login(&self.login) {
            Some(other) if other != case.id => {
                Err(Refusal::Double { id: case.id, field: key(Kind::Person, "login"), other })
            }
            _ => Ok(()),
        }
    }
}

impl Kept for Target {
    fn title(&self) -> &str {
        &self.name
    }
}

impl Kept for SixOne {
    fn title(&self) -> &str {
        &self.name
    }
}

impl Kept for Note {
    fn title(&self) -> &str {
        &self.text
    }
}

impl Kept for Request {
    fn title(&self) -> &str {
        &self.about
    }

    /// Whoever asked is told why a request is returned, and whoever closed it why it is open again.
    fn rule(&self, case: &Case<'_, Self>) -> Result<(), Refusal> {
        let (Some(before), Origin::Do, false) = (case.before, case.origin, case.is_brought) else {
            return Ok(());
        };
        let is_returned = before.state != self.state && self.state == RequestState::Returned;
        let is_reopened = !before.is_open() && self.is_open();
        if (is_returned || is_reopened) && !case.has_reason {
            return Err(Refusal::Lacks { id: case.id, fields: vec!["why"] });
        }
        Ok(())
    }
}

impl Kept for Mark {
    fn title(&self) -> &str {
        &self.name
    }
}

impl Kept for Lead {
    fn title(&self) -> &str {
        &self.name
    }

    /// The stage table: a move must be one that is allowed, with all that it demands. A lead may
    /// be created at any stage, and an import brings it to any (what is lacking shows as 待补), and
    /// an undo goes back over whatever way the lead came.
    fn rule(&self, case: &Case<'_, Self>) -> Result<(), Refusal> {
        for (field, other) in [
            ("parent_lead", self.parent_lead),
            ("via_platform", self.via_platform),
            ("duplicate_of", self.duplicate_of),
        ] {
            if other == Some(case.id) {
                return Err(Refusal::Misfit {
                    id: case.id,
                    field: key(Kind::Lead, field),
                    why: Misfit::Itself,
                });
            }
        }
        let (Some(before), Origin::Do, false) = (case.before, case.origin, case.is_brought) else {
            return Ok(());
        };
        if before.stage == self.stage {
            return Ok(());
        }
        let track = Track::of(self.kind, case.division);
        let moves = stage::moves(before, track);
        let Some(chosen) = moves.iter().find(|m| m.to == self.stage) else {
            return Err(Refusal::NoSuchMove { id: case.id, from: before.stage, to: self.stage });
        };
        let demanded = chosen.demands.iter().filter(|d| d.must).map(|d| d.field);
        let mut lacking: Vec<&'static str> = demanded.filter(|field| stage::is_blank(self, field)).collect();
        if chosen.reason && !case.has_reason {
            lacking.push("why");
        }
        if lacking.is_empty() { Ok(()) } else { Err(Refusal::Lacks { id: case.id, fields: lacking }) }
    }
}

/// The stages a lead of the board can go to from where it stands, as its division has it.
#[must_use]
pub fn moves(board: &Board, lead: &Lead) -> Vec<stage::Move> {
    stage::moves(lead, track(board, lead))
}

/// The track of a lead as its division has it.
#[must_use]
pub fn track(board: &Board, lead: &Lead) -> Track {
    Track::of(lead.kind, lead.division.and_then(|id| board.division(id)))
}

/// The stage word of a lead on its track.
#[must_use]
pub fn stage_name<'a>(board: &'a Board, lead: &Lead, lang: Lang) -> &'a str {
    stage_word(board, lead, lead.stage, lang)
}

/// The word of any stage on the track of a lead.
#[must_use]
pub fn stage_word<'a>(board: &'a Board, lead: &Lead, stage: Stage, lang: Lang) -> &'a str {
    board.charter().labels.stage(stage, Some(track(board, lead)), lang)
}
