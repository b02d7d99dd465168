//! Who is attached, and where. May use `app`, `layers`.

use super::Purpose;
use crate::domain::Lang;
use crate::say;
use crate::ui::action::Action;
use crate::ui::app::App;
use crate::ui::effect::Effect;
use crate::ui::event::{Cx, Presence};
use crate::ui::layers::Layer;
use crate::ui::layers::popup::Popup;
use crate::ui::place::Place;

/// Lists everybody, a line each.
pub(super) fn list(app: &mut App, cx: &Cx<'_>) -> Vec<Effect> {
    let lang = app.look.lang;
    let lines: Vec<String> = cx.people.iter().map(|presence| line(presence, cx, lang)).collect();
    let title = Action::Who.help(lang).to_owned();
    app.open(Layer::Popup(Popup::new(title, lines.join("\n"))), Purpose::Read);
    Vec::new()
}

/// What a place is called.
pub(in crate::ui) fn place_name(place: Place, lang: Lang) -> String {
    match place {
        Place::Board => Action::ShowBoard.help(lang).to_owned(),
        Place::Inbox => Action::ShowInbox.help(lang).to_owned(),
        Place::Support => Action::ShowRequests.help(lang).to_owned(),
        Place::Figures => Action::ShowFigures.help(lang).to_owned(),
        Place::Targets => Action::ShowTargets.help(lang).to_owned(),
        Place::Progress => Action::ShowProgress.help(lang).to_owned(),
        Place::Cluster => Action::ShowCluster.help(lang).to_owned(),
        Place::Agenda => Action::ShowAgenda.help(lang).to_owned(),
        Place::Organisation => Action::ShowOrganisation.help(lang).to_owned(),
        Place::SixOnes => Action::ShowSixOnes.help(lang).to_owned(),
        Place::History => Action::ShowHistory.help(lang).to_owned(),
        Place::Deck => Action::Present.help(lang).to_owned(),
        Place::Import => say!(lang, "view-name", view = "import"),
        Place::Ledger(kind) => say!(lang, "view-kind", kind = kind.code()),
    }
}

fn line(presence: &Presence, cx: &Cx<'_>, lang: Lang) -> String {
    let place = match presence.at.follows {
        Some(_) => say!(lang, "deck-who-follows"),
        None => place_name(presence.at.place, lang),
    };
    let name = cx.board.person_name(&presence.login);
    let who = if name == presence.login { name.to_owned() } else { format!("{name} ({})", presence.login) };
    let who = if presence.own { say!(lang, "app-who-own", who = who) } else { who };
    let Some(id) = presence.at.editing else { return say!(lang, "app-who", who = who, place = place) };
    say!(lang, "app-who-edits", who = who, place = place, id = id.to_string(), name = cx.board.title(id))
}
