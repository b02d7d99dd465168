//! Names, values and lights where room is short: cells, panes, detail lines. Whole sentences are
//! those of `locales`. May use `domain`, `board`, `locales`.

use chrono::{DateTime, Datelike, NaiveDate, Utc};

use crate::board::doubles::{self, Double, Likeness};
use crate::board::{Behind, Board, overview};
use crate::domain::light::{Reason, Signal};
use crate::domain::money::{YI, grouped};
use crate::domain::{Choice, Division, FieldKey, Id, Kind, Lang, Light, Money, Value};
use crate::locales::{figures, reason, value as words};
use crate::say;
use crate::ui::width;

/// The name of a record in a language: what stands for it in a line of another one. A division
/// by its short name, a record without a name by its id.
#[must_use]
pub fn name(board: &Board, id: Id, lang: Lang) -> String {
    let name = match (id.kind, lang) {
        (Kind::Division, Lang::En) => board.division(id).map_or("", |division| division.name(lang)),
        (Kind::Unit, _) => board.unit(id).map_or("", |unit| unit.name(lang)),
        (Kind::SixOne, _) => board.six_one(id).map_or("", |six_one| six_one.which.label(lang)),
        _ => board.title(id),
    };
    if name.is_empty() { id.to_string() } else { name.to_owned() }
}

/// A division's name in so many cells: the short one where the whole does not fit.
#[must_use]
pub fn division_in(division: &Division, lang: Lang, room: usize) -> String {
    let whole = division.name(lang);
    let short = lang == Lang::Zh && !division.short.is_empty() && width::of(whole) > room;
    if short { division.short.clone() } else { whole.to_owned() }
}

/// A field's value; nothing for `Empty`.
#[must_use]
pub fn value(board: &Board, key: FieldKey, value: &Value, lang: Lang) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Number(n) => grouped(*n),
        Value::Ref(id) => reference(board, *id, lang),
        Value::Refs(ids) => {
            let names: Vec<String> = ids.iter().map(|id| reference(board, *id, lang)).collect();
            names.join(lang.pick("、", ", "))
        }
        other => words::said(key, other, board, lang),
    }
}

/// A lead, target or request is known by its id beside its name.
fn reference(board: &Board, id: Id, lang: Lang) -> String {
    match id.kind {
        Kind::Lead | Kind::Target | Kind::Request => format!("{id} {}", name(board, id, lang)),
        _ => name(board, id, lang),
    }
}

/// A light with its reason; a grey one by its reason alone.
#[must_use]
pub fn light(light: Light, lang: Lang) -> String {
    let why = reason::why(light, lang);
    if light.signal == Signal::Grey { why } else { format!("{} {why}", reason::signal(light.signal, lang)) }
}

/// As `light`, where a few cells count.
#[must_use]
pub fn brief_light(light: Light, lang: Lang) -> String {
    let why = brief_why(light, lang);
    let space = lang.pick("", " ");
    if light.signal == Signal::Grey {
        why
    } else {
        format!("{}{space}{why}", reason::signal(light.signal, lang))
    }
}

/// As `brief_light`, in so many cells: where they do not hold it all, what is blocked besides is left
/// to the detail. Half a number would be another one.
#[must_use]
pub fn light_in(light: Light, lang: Lang, cells: usize) -> String {
    let whole = brief_light(light, lang);
    if light.blocked && width::of(&whole) > cells { brief_light(light.alone(), lang) } else { whole }
}

/// As `reason::why`, where a few cells count: that it is blocked takes the place of a reason that
/// is none for worry.
fn brief_why(light: Light, lang: Lang) -> String {
    let fine = matches!(light.signal, Signal::Green | Signal::Dot);
    match light.reason {
        Reason::Blocked(..) => brief(light.reason, lang),
        _ if light.blocked && fine => say!(lang, "reason-blocked"),
        reason if light.blocked => say!(lang, "view-and-blocked", reason = brief(reason, lang)),
        reason => brief(reason, lang),
    }
}

/// A reason where a few cells count.
#[must_use]
pub fn brief(why: Reason, lang: Lang) -> String {
    match why {
        Reason::Silent(days) | Reason::ProposePark(days) => say!(lang, "view-silent", days = days),
        Reason::NotBegun(days) => say!(lang, "view-not-begun", days = days),
        Reason::Behind(points) => say!(lang, "view-behind", points = points),
        Reason::OnPace(points) if points < 0 => say!(lang, "view-behind", points = -points),
        Reason::OnPace(points) if points > 0 => say!(lang, "view-ahead", points = points),
        Reason::Overdue(days) => say!(lang, "view-late", days = days),
        Reason::Blocked(_, days) => say!(lang, "view-blocked-late", days = days),
        Reason::OnHold(_) => reason::said(Reason::OnHold(None), lang),
        other => reason::said(other, lang),
    }
}

/// A likely duplicate: which lead, why, since when it is talked with and whose it is.
#[must_use]
pub fn double(board: &Board, double: Double, lang: Lang) -> String {
    let why = match double.why {
        Likeness::CreditCode => say!(lang, "view-same-code"),
        Likeness::Phone => say!(lang, "view-same-phone"),
        Likeness::Name(_) => say!(lang, "view-same-name"),
        Likeness::Investor => say!(lang, "view-same-investor"),
    };
    let lead = board.lead(double.id);
    let talked = lead.and_then(|lead| lead.first_talk);
    let talked = talked.map(|date| say!(lang, "view-first-talk", date = day(date, board.today())));
    let owner = lead.and_then(|lead| lead.owner).map(|owner| name(board, owner, lang));
    let head = format!("{why} {}", reference(board, double.id, lang));
    [Some(head), talked, owner].into_iter().flatten().collect::<Vec<_>>().join("  ")
}

/// How many likely duplicates were found; there may be more than are named.
#[must_use]
pub fn doubles_count(found: &[Double]) -> String {
    let more = if found.len() < doubles::NAMED { "" } else { "+" };
    format!("{}{more}", found.len())
}

/// The likely duplicates of what is being typed, in a line; nothing where there are none.
#[must_use]
pub fn repeats(board: &Board, found: &[Double], lang: Lang) -> String {
    let Some(first) = found.first() else { return String::new() };
    say!(lang, "view-repeats", count = doubles_count(found), first = double(board, *first, lang))
}

/// A date: month and day, with the year where it is not that of `today`.
#[must_use]
pub fn day(date: NaiveDate, today: NaiveDate) -> String {
    let format = if date.year() == today.year() { "%m-%d" } else { "%Y-%m-%d" };
    date.format(format).to_string()
}

/// A moment in the office's time: month, day, hour, minute; with the year where it is another.
#[must_use]
pub fn moment(board: &Board, at: DateTime<Utc>) -> String {
    let at = at.with_timezone(&overview::zone(board));
    let format = if at.year() == board.today().year() { "%m-%d %H:%M" } else { "%Y-%m-%d" };
    at.format(format).to_string()
}

/// A moment's date and how many days ago it was.
#[must_use]
pub fn age(board: &Board, at: DateTime<Utc>, lang: Lang) -> String {
    let date = overview::day(board, at);
    let ago = match (board.today() - date).num_days() {
        i64::MIN..=0 => say!(lang, "view-today"),
        1 => say!(lang, "view-yesterday"),
        days => say!(lang, "view-days-ago", days = days),
    };
    format!("{} {ago}", day(date, board.today()))
}

/// What the leads behind a figure are called.
#[must_use]
pub fn behind(board: &Board, behind: Behind, lang: Lang) -> String {
    match behind {
        Behind::InHand(id) => say!(lang, "view-in-hand", name = name(board, id, lang)),
        Behind::Target(id) => {
            say!(lang, "view-behind-target", id = id.to_string(), name = name(board, id, lang))
        }
        Behind::Figure(figure, scope) => figures::counted(board, figure, scope, lang),
        Behind::Node(division, node) => {
            let nodes = board.division(division).map(|division| division.chain_nodes.as_slice());
            let node = node.and_then(|place| nodes.unwrap_or_default().get(place));
            let node = node.map_or_else(|| say!(lang, "view-other-nodes"), Clone::clone);
            say!(lang, "view-behind-node", division = name(board, division, lang), node = node)
        }
        Behind::Via(id) => say!(lang, "view-behind-via", id = id.to_string(), name = name(board, id, lang)),
    }
}

/// A target's figures, actual of goal in its unit; nothing for one that is a date only.
#[must_use]
pub fn figures(progress: &overview::Progress<'_>, lang: Lang) -> String {
    let (actual, target) = (progress.actual, progress.target);
    if target.goal == 0 {
        return String::new();
    }
    if target.is_money() {
        return money_of(actual, target.goal, lang);
    }
    let space = if target.unit.is_empty() { "" } else { lang.pick("", " ") };
    format!("{}/{}{space}{}", grouped(actual), grouped(target.goal), target.unit)
}

/// Money of money; the unit is said once where it is the same.
fn money_of(actual: i64, goal: i64, lang: Lang) -> String {
    let short = |yuan: i64| Money::cny(yuan).show(lang).trim_end_matches('元').to_owned();
    let (head, tail) = (short(actual), short(goal));
    match head.strip_suffix('亿') {
        Some(figure) if goal >= YI => format!("{figure}/{tail}"),
        _ => format!("{head}/{tail}"),
    }
}
