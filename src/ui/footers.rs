//! What the footer shows in each place, most needed first; where a place has no order of its own,
//! the key table's rank counts. May use the rest of `ui`, `domain`, `board::inbox`.

use super::action::Action as A;
use super::app::App;
use super::event::Cx;
use super::hint::Hint;
use super::keymap::{self, Binding};
use super::place::Place;
use super::verbs::request;
use crate::board::inbox;
use crate::domain::{Id, Kind};
use crate::say;

impl App {
    /// The footer's hints for the place one is in: what the role and the cursor allow.
    pub(super) fn hints(&self, cx: &Cx<'_>) -> Vec<Hint> {
        let lang = self.look.lang;
        if let Some(open) = self.layers.last() {
            return open.layer.hints(lang);
        }
        if let Some(finder) = &self.finder {
            return finder.hints(lang);
        }
        // What is about the lead that was just accepted comes first.
        let confirms =
            |b: &Binding| self.confirmed.is_some() && matches!(b.action, A::Assign | A::Redate | A::Undo);
        let rank = |b: &Binding| b.rank_at(self.place);
        let here = self.on(cx);
        let is_shown = |b: &&Binding| rank(b) > 0 && !self.is_idle(b.action, here, cx);
        let mut rows: Vec<&Binding> = self.bindings(cx).filter(is_shown).collect();
        rows.sort_by_key(|b| (!confirms(b), rank(b)));
        let divisions = cx.board.divisions().len();
        let hint = |b: &Binding| Hint {
            key: b.shown_first(divisions),
            word: self.hint_word(b.action, here, cx),
            does: b.does(),
        };
        let now = keymap::binding(A::Now).filter(|_| cx.past.is_some());
        now.into_iter().chain(rows).map(hint).collect()
    }

    /// Whether an action that may be done has nothing to do with the record under the cursor.
    fn is_idle(&self, action: A, here: Option<Id>, cx: &Cx<'_>) -> bool {
        match action {
            // In the inbox a digit is a verdict, for a lead that waits for one.
            A::Division => self.is_triage() && !here.is_some_and(|id| inbox::waits(cx.board, id)),
            // A lead of the inbox moves by a verdict.
            A::Forward | A::Backward if self.is_triage() => true,
            _ if self.place == Place::Import => self.is_idle_in_import(action),
            A::Open => self.place == Place::Inbox && here.is_none(),
            // There are six and no more.
            A::New => matches!(self.view().lists(), Kind::SixOne | Kind::Division),
            A::NextPane => self.place.twin().is_some() && self.view().is_zoomed(),
            A::Forward => {
                here.is_some_and(|id| id.kind == Kind::Request && request::goal(cx.board, id, true).is_none())
            }
            _ => false,
        }
    }

    /// What an action does, in a word that fits the place and the record under the cursor.
    fn hint_word(&self, action: A, here: Option<Id>, cx: &Cx<'_>) -> String {
        let lang = self.look.lang;
        let is_on = |kind: Kind| here.filter(|id| id.kind == kind);
        match (action, self.place) {
            (A::Park, _) if is_on(Kind::Target).is_some() => say!(lang, "app-hold-hint"),
            (A::Leave, _) if self.is_at_the_top(cx) => A::Quit.hint(lang).to_owned(),
            (A::Division, _) if self.is_triage() => say!(lang, "app-accept"),
            (A::NextPane, Place::Figures) => say!(lang, "figures-turn"),
            (A::NextPane, Place::Agenda) => say!(lang, "app-whose"),
            (A::NextPane, Place::Import) => say!(lang, "preview-next-page"),
            (A::NextPane, Place::Organisation) => say!(lang, "app-next-face"),
            (A::NextPane, Place::Progress) => say!(lang, "chart-group"),
            (A::Zoom, Place::Progress) => say!(lang, "chart-scale"),
            (A::NextPane, _) => self.twin_hint(),
            (A::Forward | A::Backward, _) => match is_on(Kind::Request) {
                Some(id) => request::word(cx.board, id, action == A::Forward, lang),
                None => action.hint(lang).to_owned(),
            },
            _ => action.hint(lang).to_owned(),
        }
    }

    /// Whether there is nothing to go back to: the key that leads back quits.
    fn is_at_the_top(&self, cx: &Cx<'_>) -> bool {
        let is_board = self.place == Place::Board && self.trail.is_empty();
        cx.past.is_none() && is_board && !self.board.is_inside()
    }

    /// What Tab shows where there are two ways to look at the same records.
    fn twin_hint(&self) -> String {
        match self.place.twin() {
            // Of a page Tab shows more.
            _ if self.view().is_zoomed() => String::new(),
            Some(Place::Ledger(_)) => say!(self.look.lang, "chart-table"),
            Some(_) => say!(self.look.lang, "chart-chart"),
            None => String::new(),
        }
    }
}

/// The order of a place; none where the key table's ranks count.
pub(super) const fn of(place: Place) -> Option<&'static [A]> {
    match place {
        Place::Inbox => Some(TRIAGE),
        Place::Agenda => Some(AGENDA),
        Place::Figures => Some(FIGURES),
        Place::Cluster => Some(CLUSTER),
        Place::History => Some(HISTORY),
        Place::SixOnes => Some(SIX_ONES),
        Place::Organisation => Some(ORGANISATION),
        Place::Support => Some(SUPPORT),
        Place::Targets => Some(TARGETS),
        Place::Progress => Some(PROGRESS),
        Place::Ledger(Kind::Target) => Some(TARGET_TABLE),
        Place::Deck => Some(DECK),
        Place::Import => Some(IMPORT),
        Place::Board | Place::Ledger(_) => None,
    }
}

const TRIAGE: &[A] = &[
    A::Forward,
    A::Backward,
    A::Division,
    A::Park,
    A::End,
    A::Duplicate,
    A::Transfer,
    A::Undo,
    A::Help,
    A::Note,
    A::Block,
    A::Edit,
    A::Open,
    A::New,
    A::Assign,
    A::Redate,
    A::Leave,
];

const HISTORY: &[A] = &[
    A::Open,
    A::Filter,
    A::RecordHistory,
    A::Help,
    A::Since,
    A::LookBack,
    A::SetMark,
    A::Undo,
    A::ShowLeads,
    A::Leave,
];

const AGENDA: &[A] = &[
    A::Open,
    A::Note,
    A::Redate,
    A::Help,
    A::Division,
    A::NextPane,
    A::Undo,
    A::Assign,
    A::Edit,
    A::Forward,
    A::Park,
    A::Leave,
];

const SIX_ONES: &[A] = &[
    A::Cycle,
    A::Open,
    A::Help,
    A::Redate,
    A::Assign,
    A::NextPane,
    A::Undo,
    A::Division,
    A::AllDivisions,
    A::Zoom,
    A::RecordHistory,
    A::Leave,
];

const ORGANISATION: &[A] = &[
    A::Open,
    A::NextPane,
    A::New,
    A::Help,
    A::Edit,
    A::Depart,
    A::Undo,
    A::Division,
    A::Zoom,
    A::RecordHistory,
    A::Leave,
];

const SUPPORT: &[A] = &[
    A::Open,
    A::Forward,
    A::Backward,
    A::New,
    A::Help,
    A::Note,
    A::Division,
    A::NextPane,
    A::Undo,
    A::Edit,
    A::Redate,
    A::RecordHistory,
    A::Leave,
];

const FIGURES: &[A] =
    &[A::Open, A::NextPane, A::Division, A::Help, A::AllDivisions, A::ShowLeads, A::Command, A::Leave];

const TARGETS: &[A] = &[
    A::Open,
    A::New,
    A::NextPane,
    A::Help,
    A::Division,
    A::Zoom,
    A::Undo,
    A::Redate,
    A::Note,
    A::Assign,
    A::Park,
    A::Leave,
];

const PROGRESS: &[A] = &[
    A::Open,
    A::NextPane,
    A::Zoom,
    A::Help,
    A::Division,
    A::Redate,
    A::New,
    A::Undo,
    A::Note,
    A::Assign,
    A::Park,
    A::Leave,
];

const TARGET_TABLE: &[A] = &[
    A::Open,
    A::New,
    A::NextPane,
    A::Help,
    A::Filter,
    A::Note,
    A::Edit,
    A::Division,
    A::Redate,
    A::Undo,
    A::Assign,
    A::Park,
    A::RecordHistory,
    A::Leave,
];

const CLUSTER: &[A] =
    &[A::Open, A::New, A::Division, A::Help, A::AllDivisions, A::Zoom, A::Note, A::Edit, A::Undo, A::Leave];

const IMPORT: &[A] = &[
    A::Open,
    A::Answer,
    A::DoImport,
    A::NextPane,
    A::Help,
    A::SavedMappings,
    A::NextDouble,
    A::RowFate,
    A::LeaveOut,
    A::ImportMode,
    A::ImportKind,
    A::NextSheet,
    A::SaveMapping,
    A::Leave,
];

/// Help alone shows them: a slide has no footer.
const DECK: &[A] = &[];
