//! Lights with their reasons in words. May use `domain`.

use crate::domain::{Lang, Light, Reason, Signal};
use crate::say;

/// The word of a signal: 红 黄 绿 灰, `R` `Y` `G` `-`. The dot is a green one.
#[must_use]
pub fn signal(signal: Signal, lang: Lang) -> String {
    match signal {
        Signal::Red => say!(lang, "reason-red"),
        Signal::Yellow => say!(lang, "reason-yellow"),
        Signal::Green | Signal::Dot => say!(lang, "reason-green"),
        Signal::Grey => say!(lang, "reason-grey"),
    }
}

/// A reason: 逾期12天, `12d overdue`.
#[must_use]
pub fn said(reason: Reason, lang: Lang) -> String {
    match reason {
        Reason::OnTrack => say!(lang, "reason-on-track"),
        Reason::NotStarted => say!(lang, "reason-not-started"),
        Reason::NoHeadline => say!(lang, "reason-no-headline"),
        Reason::DoneInTime => say!(lang, "reason-done"),
        Reason::Done => say!(lang, "reason-reached"),
        Reason::CaughtUp => say!(lang, "reason-caught-up"),
        Reason::OnHold(None) => say!(lang, "reason-on-hold"),
        Reason::OnHold(Some(until)) => say!(lang, "reason-on-hold-until", date = until.to_string()),
        Reason::Inactive => say!(lang, "reason-inactive"),
        Reason::NoDueDate => say!(lang, "reason-no-due"),
        Reason::DueIn(0) => say!(lang, "reason-due-today"),
        Reason::DueIn(days) => say!(lang, "reason-due-in", days = days),
        Reason::Overdue(days) => say!(lang, "reason-overdue", days = days),
        Reason::Behind(points) => say!(lang, "reason-behind", points = points),
        Reason::OnPace(0) => say!(lang, "reason-on-pace"),
        Reason::OnPace(points) if points < 0 => say!(lang, "reason-behind", points = -points),
        Reason::OnPace(points) => say!(lang, "reason-ahead", points = points),
        Reason::Silent(days) => say!(lang, "reason-silent", days = days),
        Reason::ProposePark(days) => say!(lang, "reason-propose-park", days = days),
        Reason::NotBegun(days) => say!(lang, "reason-not-begun", days = days),
        Reason::Blocked(request, days) => {
            say!(lang, "reason-blocked-late", request = request.to_string(), days = days)
        }
    }
}

/// A light's reason; of a lead that waits for a support request that too, where the reason does not
/// say so.
#[must_use]
pub fn why(light: Light, lang: Lang) -> String {
    let why = said(light.reason, lang);
    match light.reason {
        Reason::Blocked(..) => why,
        Reason::OnTrack if light.blocked => say!(lang, "reason-blocked"),
        _ if light.blocked => say!(lang, "reason-and-blocked", reason = why),
        _ => why,
    }
}

/// A light with its reason: 红・逾期12天, `R 12d overdue`.
#[must_use]
pub fn light(light: Light, lang: Lang) -> String {
    say!(lang, "reason-light", signal = signal(light.signal, lang), reason = why(light, lang))
}
