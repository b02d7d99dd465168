//! Values and names as cells and detail lines show them. May use `domain`, `board`, `locales`.

use chrono::{DateTime, NaiveDate, Utc};

use crate::board::{Board, Label, Origin, overview};
use crate::domain::light::{Reason, Signal};
use crate::domain::{Id, Kind, Lang, Light, Shape, Spec, Value};
use crate::say;

/// The name of a record in a language: what stands for it in a line of another one.
#[must_use]
pub fn name(board: &Board, id: Id, lang: Lang) -> String {
    let word = match id.kind {
        Kind::Division => board.division(id).map(|division| match lang {
            Lang::Zh => board.title(id).to_owned(),
            Lang::En => division.name(lang).to_owned(),
        }),
        Kind::Unit => board.unit(id).map(|unit| unit.name(lang).to_owned()),
        Kind::SixOne => board.six_one(id).map(|six| crate::domain::Choice::label(six.which, lang).to_owned()),
        _ => Some(board.title(id).to_owned()),
    };
    word.filter(|word| !word.is_empty()).unwrap_or_else(|| id.to_string())
}

/// The words of a value, in one text; empty for `Empty`.
#[must_use]
pub fn value(board: &Board, spec: &Spec, value: &Value, lang: Lang) -> String {
    let comma = lang.pick("、", ", ");
    match value {
        Value::Empty => String::new(),
        Value::Text(text) => text.clone(),
        Value::Number(n) => crate::domain::money::grouped(*n),
        Value::Money(money) => money.show(lang),
        Value::Date(date) => date.to_string(),
        Value::Time(at) => at.with_timezone(&overview::zone(board)).format("%Y-%m-%d %H:%M").to_string(),
        Value::Flag(yes) => say!(lang, if *yes { "view-yes" } else { "view-no" }),
        Value::Choice(code) => choice(spec, code, lang).to_owned(),
        Value::Ref(id) => reference(board, *id, lang),
        Value::Refs(ids) => {
            let names: Vec<String> = ids.iter().map(|id| reference(board, *id, lang)).collect();
            names.join(comma)
        }
        Value::Words(words) => words.join(comma),
        Value::Extra(columns) => {
            let pairs: Vec<String> = columns
                .iter()
                .map(|(header, cell)| format!("{header}{}{cell}", lang.pick("：", ": ")))
                .collect();
            pairs.join(lang.pick("；", "; "))
        }
    }
}

/// A lead, target or request is known by its id beside its name.
fn reference(board: &Board, id: Id, lang: Lang) -> String {
    match id.kind {
        Kind::Lead | Kind::Target | Kind::Request => format!("{id} {}", name(board, id, lang)),
        _ => name(board, id, lang),
    }
}

fn choice<'a>(spec: &Spec, code: &'a str, lang: Lang) -> &'a str {
    match spec.shape {
        Shape::Choice(options) => options.iter().find(|o| o.code == code).map_or(code, |o| o.label(lang)),
        _ => code,
    }
}

/// A date where the year is known from beside it: month and day, with the year where it is not
/// that of `today`.
#[must_use]
pub fn day(date: NaiveDate, today: NaiveDate) -> String {
    use chrono::Datelike;
    if date.year() == today.year() {
        date.format("%m-%d").to_string()
    } else {
        date.format("%y-%m-%d").to_string()
    }
}

/// A figure of a target or a sum of yuan in little room: `12.6亿`, `3200万`, `¥1.26bn`.
#[must_use]
pub fn yuan(amount: i64, lang: Lang) -> String {
    let shown = crate::domain::Money::cny(amount).show(lang);
    shown.trim_end_matches('元').to_owned()
}

/// A target's figures: actual of goal, in its unit.
#[must_use]
pub fn figures(progress: &overview::Progress<'_>, lang: Lang) -> String {
    let target = progress.target;
    if target.goal == 0 && progress.actual == 0 {
        return String::new();
    }
    if target.measure.is_money() {
        return format!("{}/{}", yuan(progress.actual, lang), yuan(target.goal, lang));
    }
    let grouped = crate::domain::money::grouped;
    let space = lang.pick("", " ");
    let unit = if target.unit.is_empty() { String::new() } else { format!("{space}{}", target.unit) };
    format!("{}/{}{unit}", grouped(progress.actual), grouped(target.goal))
}

/// The name on the roster of a login; the login where it is not there.
#[must_use]
pub fn person(board: &Board, login: &str) -> String {
    board.person_by_login(login).map_or_else(|| login.to_owned(), |(_, person)| person.name.clone())
}

/// How many days ago a moment was, with its date.
#[must_use]
pub fn age(board: &Board, at: DateTime<Utc>, lang: Lang) -> String {
    let date = overview::day(board, at);
    let days = (board.today() - date).num_days();
    let ago = match days {
        i64::MIN..=0 => say!(lang, "view-today"),
        1 => say!(lang, "view-yesterday"),
        days => say!(lang, "view-days-ago", days = days),
    };
    format!("{} {ago}", day(date, board.today()))
}

/// A light in words: its signal and the reason.
#[must_use]
pub fn light(light: Light, lang: Lang) -> String {
    let reason = reason(light.reason, lang);
    if light.signal == Signal::Grey { reason } else { format!("{} {reason}", signal(light.signal, lang)) }
}

/// The word of a signal.
#[must_use]
pub const fn signal(signal: Signal, lang: Lang) -> &'static str {
    match signal {
        Signal::Grey => lang.pick("灰", "grey"),
        Signal::Green | Signal::Dot => lang.pick("绿", "green"),
        Signal::Yellow => lang.pick("黄", "yellow"),
        Signal::Red => lang.pick("红", "red"),
    }
}

/// The words of a reason.
#[must_use]
pub fn reason(reason: Reason, lang: Lang) -> String {
    let zh = lang == Lang::Zh;
    match reason {
        Reason::OnTrack => lang.pick("正常", "on track").to_owned(),
        Reason::NotStarted => lang.pick("未开始", "not started").to_owned(),
        Reason::DoneInTime => lang.pick("完·按期", "done").to_owned(),
        Reason::CaughtUp => lang.pick("完·补齐", "caught up").to_owned(),
        Reason::OnHold(_) => lang.pick("挂起", "on hold").to_owned(),
        Reason::Inactive => lang.pick("—", "-").to_owned(),
        Reason::NoDueDate => lang.pick("未定时限", "no due date").to_owned(),
        Reason::DueIn(n) if zh => format!("余{n}天"),
        Reason::DueIn(n) => format!("due in {n}d"),
        Reason::Overdue(n) if zh => format!("逾期{n}天"),
        Reason::Overdue(n) => format!("overdue {n}d"),
        Reason::Behind(n) if zh => format!("落后{n}点"),
        Reason::Behind(n) => format!("{n} pts behind"),
        Reason::OnPace(n) if zh => format!("按进度{n:+}"),
        Reason::OnPace(n) => format!("on pace {n:+}"),
        Reason::Silent(n) if zh => format!("静默{n}天"),
        Reason::Silent(n) => format!("silent {n}d"),
        Reason::ProposePark(n) if zh => format!("静默{n}天"),
        Reason::ProposePark(n) => format!("silent {n}d"),
        Reason::NotBegun(n) if zh => format!("未开工{n}天"),
        Reason::NotBegun(n) => format!("not begun {n}d"),
    }
}

/// A moment in the office's time: month, day, hour, minute; with the year where it is another.
#[must_use]
pub fn moment(board: &Board, at: DateTime<Utc>) -> String {
    use chrono::Datelike;
    let at = at.with_timezone(&overview::zone(board));
    let format = if at.year() == board.today().year() { "%m-%d %H:%M" } else { "%Y-%m-%d" };
    at.format(format).to_string()
}

/// What a Transaction is called.
#[must_use]
pub fn label(board: &Board, label: &Label, origin: Origin, lang: Lang) -> String {
    let mut words = crate::domain::Choice::label(label.verb, lang).to_owned();
    if origin != Origin::Do {
        let key = if matches!(origin, Origin::Undo(_)) { "view-undone" } else { "view-redone" };
        words = say!(lang, key, label = words);
    }
    if let Some(id) = label.subject {
        words = format!("{words} {id}");
    }
    if !label.name.is_empty() {
        words = format!("{words} {}", label.name);
    }
    if label.count > 1 {
        words = format!("{words} {}", say!(lang, "view-count", count = label.count));
    }
    if let (Some(stage), Some(lead)) = (label.to, label.subject.and_then(|id| board.lead(id))) {
        let word = stage.name(crate::board::rules::track(board, lead), lang);
        words = format!("{words} > {word}");
    }
    words
}
