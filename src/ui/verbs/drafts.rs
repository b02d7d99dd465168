//! Half-filled forms: what is kept of one for the next attach, and how it is taken up there.
//! May use `app`, `layers`, `locales`.

use super::Purpose;
use super::doing::Doing;
use crate::domain::{Choice, Id, Kind};
use crate::say;
use crate::ui::action::Action;
use crate::ui::app::{App, Open};
use crate::ui::effect::{Draft, Effect};
use crate::ui::event::Cx;
use crate::ui::layers::Layer;
use crate::ui::layers::confirm::Confirm;
use crate::ui::layers::form::{Form, WHY};
use crate::ui::show;
use crate::ui::text::clean;
use crate::ui::views::import::{ImportView, Stage};

/// What the file of an import is kept under.
const FILE: &str = "file";

impl ImportView {
    /// The file that is looked at: what was chosen for it is lost with the window.
    pub(in crate::ui) fn draft(&self) -> Option<Draft> {
        let is_open = !matches!(self.stage(), Stage::Closed | Stage::Writing);
        let texts = vec![(FILE.to_owned(), self.path().to_owned())];
        is_open.then(|| Draft { action: Action::Import.code().to_owned(), id: None, texts })
    }
}

impl Open {
    /// The record that this is a form for.
    pub(in crate::ui) fn record(&self) -> Option<Id> {
        self.purpose.record().filter(|_| matches!(self.layer, Layer::Form(_)))
    }

    /// The form as typed, if this is one that somebody has typed into.
    pub(in crate::ui) fn draft(&self) -> Option<Draft> {
        let Layer::Form(form) = &self.layer else { return None };
        let (action, id) = match self.purpose {
            Purpose::Create(kind) => (format!("{} {}", Action::New.code(), kind.code()), None),
            Purpose::Edit(id) => (Action::Edit.code().to_owned(), Some(id)),
            Purpose::Note(id) => (Action::Note.code().to_owned(), Some(id)),
            Purpose::Raise(id) => (Action::Block.code().to_owned(), Some(id)),
            Purpose::Assign(id) => (Action::Assign.code().to_owned(), Some(id)),
            Purpose::Redate(id) => (Action::Redate.code().to_owned(), Some(id)),
            Purpose::Hold(id) => (Action::Park.code().to_owned(), Some(id)),
            Purpose::Answer(id, true) => (Action::Forward.code().to_owned(), Some(id)),
            Purpose::Answer(id, false) => (Action::Backward.code().to_owned(), Some(id)),
            Purpose::DuplicateOf(id) => (Action::Duplicate.code().to_owned(), Some(id)),
            Purpose::Depart(id) => (Action::Depart.code().to_owned(), Some(id)),
            Purpose::AcceptBy(id, to) => (format!("{} {to}", Action::Division.code()), Some(id)),
            Purpose::TransferWhy(id, to) => (format!("{} {to}", Action::Transfer.code()), Some(id)),
            Purpose::MoveTo(id, to) => (format!("{} {}", Action::Move.code(), Choice::code(to)), Some(id)),
            _ => return None,
        };
        form.is_touched().then(|| Draft { action, id: id.map(|id| id.to_string()), texts: form.texts() })
    }
}

impl App {
    /// Asks whether the form that was open when the link dropped is taken up. Only no gives it up:
    /// closed without an answer, it is offered again at the next attach.
    ///
    /// Who has come for an import is asked after it; not where it is of the very file that was left.
    pub(in crate::ui) fn offer_draft(&mut self, draft: Draft, cx: &Cx<'_>) -> Vec<Effect> {
        let lang = self.look.lang;
        if self.import.stage() != Stage::Closed {
            let is_same = draft.action == Action::Import.code() && file_of(&draft) == self.import.path();
            self.put_off = Some(draft).filter(|_| !is_same);
            return if is_same { vec![Effect::ForgetDraft] } else { Vec::new() };
        }
        let id = draft.id.as_deref().and_then(|id| id.parse::<Id>().ok());
        let (action, with) = draft.action.split_once(' ').unwrap_or((&draft.action, ""));
        let verb = match Action::from_code(action) {
            Some(Action::Division) => say!(lang, "app-accept"),
            action => action.map_or("", |action| action.help(lang)).to_owned(),
        };
        if Action::from_code(action) == Some(Action::Import) {
            let question = say!(lang, "preview-offered", file = clean(&file_of(&draft)).into_owned());
            self.kept = Some(draft);
            self.open(Layer::Confirm(Confirm::offer(question)), Purpose::Draft);
            return Vec::new();
        }
        let form = if let Some(id) = id {
            let what = format!("{id} {}", show::name(cx.board, id, lang));
            say!(lang, "app-draft-of", verb = verb, what = what)
        } else {
            say!(lang, "layer-form-create", kind = with)
        };
        let question = say!(lang, "app-draft", form = form);
        self.kept = Some(draft);
        self.open(Layer::Confirm(Confirm::offer(question)), Purpose::Draft);
        Vec::new()
    }

    /// Opens the kept form with what was typed. From here on it is a form like any other, kept
    /// when the link drops.
    pub(in crate::ui) fn take_draft(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        let Some(draft) = self.kept.take() else { return Vec::new() };
        if draft.action == Action::Import.code() {
            let mut effects = vec![Effect::ForgetDraft];
            effects.extend(super::import::open(self, &file_of(&draft), cx));
            return effects;
        }
        let id = draft.id.as_deref().and_then(|id| id.parse::<Id>().ok()).filter(|id| cx.board.has(*id));
        let (action, with) = draft.action.split_once(' ').unwrap_or((&draft.action, ""));
        let before = self.layers.len();
        self.doing = Doing::begin(id.into_iter().collect(), cx);
        match (Action::from_code(action), id) {
            (Some(Action::New), _) => {
                if let Some(kind) = Kind::from_code(with) {
                    let form = Form::create(kind, Vec::new(), cx, &self.look);
                    self.open(Layer::Form(Box::new(form)), Purpose::Create(kind));
                }
            }
            (Some(Action::Move), Some(id)) => {
                let reason = draft.texts.iter().any(|(key, _)| key == WHY);
                super::stage::resume(self, id, with, reason, cx);
            }
            (Some(action @ (Action::Transfer | Action::Division)), Some(id)) => {
                super::triage::resume(self, action, id, with, cx);
            }
            (Some(action @ (Action::Forward | Action::Backward)), Some(id)) => {
                super::request::resume(self, id, action == Action::Forward, cx);
            }
            (Some(action), Some(id)) => {
                super::on_record(self, action, id, cx);
            }
            _ => {}
        }
        let opened = self.layers.get_mut(before..).and_then(<[Open]>::first_mut);
        match opened {
            Some(Open { layer: Layer::Form(form), .. }) => form.restore(&draft.texts, cx, &self.look),
            _ => self.fail(say!(self.look.lang, "app-draft-gone")),
        }
        vec![Effect::ForgetDraft]
    }
}

/// The file whose import was looked at.
fn file_of(draft: &Draft) -> String {
    draft.texts.iter().find(|(key, _)| key == FILE).map_or_else(String::new, |(_, path)| path.clone())
}
