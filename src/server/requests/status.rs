//! `status`: the totals and each division. May use `domain`, `board`, `store`, `locales`.

use serde_json::{Map, Value as Json, json};

use super::answer::{Answer, Halt};
use super::json::{Shape, document, light};
use super::table::Table;
use super::{Ask, Out};
use crate::board::index::Tally;
use crate::board::overview::{self, Progress};
use crate::board::{Board, cluster};
use crate::domain::date_words::{self, Lean};
use crate::domain::value_words::Problem;
use crate::domain::{Choice, Id, Kind, Lang, Money, Signal, Stage};
use crate::locales::{problem, reason, refusal};
use crate::say;
use crate::store::past::{Missed, Office, on_day};
use crate::ui::text::clean;

/// So many deadlines of a division are told.
const DEADLINES: usize = 3;

pub(super) fn run(as_json: bool, at: Option<&str>, ask: &Ask<'_>, out: &mut dyn Out) -> Answer {
    // The board is let go before anything is sent: a slow reader must not keep the engine waiting.
    let text = match at {
        Some(words) => told(&past(words, ask, out)?, as_json, true, ask),
        None => told(&ask.engine.board(), as_json, false, ask),
    };
    out.out(&text)?;
    Ok(0)
}

fn told(board: &Board, as_json: bool, is_past: bool, ask: &Ask<'_>) -> Vec<u8> {
    if as_json {
        document(Shape::Status, whole(board, ask.lang))
    } else {
        text(board, is_past, ask).into_bytes()
    }
}

/// The line above all: the campaign, the day, how many are left of it.
fn head(board: &Board, is_past: bool, ask: &Ask<'_>) -> Table {
    let lang = ask.lang;
    let demo = if ask.demo { say!(lang, "command-demo") } else { String::new() };
    let left = overview::days_left(board).map(|days| {
        if days < 0 {
            say!(lang, "view-days-over", days = -days)
        } else {
            say!(lang, "command-days-left", days = days)
        }
    });
    let day = board.today().to_string();
    let day = if is_past { say!(lang, "view-as-of", day = day) } else { day };
    let mut head = Table::default();
    head.row([board.charter().name(lang), &day, &left.unwrap_or_default(), &demo]);
    head
}

/// The Board as it was at the end of the day that some words say.
fn past(words: &str, ask: &Ask<'_>, out: &mut dyn Out) -> Result<Board, Halt> {
    let office = Office::of(&ask.engine.board());
    let day = date_words::parse(words, office.today, Lean::Past).map_err(|why| {
        let why = problem::said(&Problem::Date(why), &ask.engine.board(), ask.lang);
        Halt::Usage(say!(ask.lang, "command-at", text = clean(words), why = why))
    })?;
    let mut gone = Ok(true);
    let journal = ask.engine.journal();
    let made = on_day(journal.as_ref(), office, day, &mut || {
        gone = out.is_wanted();
        matches!(gone, Ok(true))
    });
    made.map_err(|missed| match (missed, gone) {
        (Missed::Day(why), _) => Halt::Failed(refusal::no_past(why, ask.lang)),
        (Missed::Store(error), _) => Halt::store(&error, ask.lang),
        (Missed::Unwanted, Err(gone)) => gone.into(),
        (Missed::Unwanted, Ok(_)) => Halt::Cancelled(say!(ask.lang, "import-cancelled")),
    })
}

fn text(board: &Board, is_past: bool, ask: &Ask<'_>) -> String {
    let lang = ask.lang;
    if !board.is_founded() {
        return format!("{}\n", say!(lang, "command-unfounded"));
    }
    let head = head(board, is_past, ask);
    let total = board.index().total();
    // Not a table's cell, which would be cut.
    let counts = clean(&stages(board, total, lang)).into_owned();
    let totals = say!(
        lang,
        "command-totals",
        signed = Money::cny(total.signed).show(lang),
        paid = Money::cny(total.paid_in).show(lang),
        lights = lights(total, lang),
        ready = total.six_ones,
        all = board.count(Kind::SixOne)
    );
    let active = Stage::ACTIVE.map(|stage| board.charter().labels.stage(stage, None, lang));
    let mut divisions = Table::default();
    divisions.row([
        say!(lang, "command-head-no"),
        say!(lang, "command-head-division"),
        say!(lang, "command-light"),
        active.join("/"),
        say!(lang, "command-head-lights"),
        say!(lang, "command-head-six"),
        say!(lang, "command-head-gaps"),
        say!(lang, "command-head-target"),
        say!(lang, "command-head-next"),
    ]);
    for id in board.ids(Kind::Division) {
        divisions.row(division_row(board, id, lang));
    }
    format!("{}{counts}\n{totals}\n\n{}", head.text(), divisions.text())
}

fn stages(board: &Board, tally: &Tally, lang: Lang) -> String {
    let word = |stage| board.charter().labels.stage(stage, None, lang);
    let counts = Stage::ALL.iter().map(|s| format!("{} {}", word(*s), tally.stages[*s as usize]));
    counts.collect::<Vec<_>>().join("  ")
}

fn lights(tally: &Tally, lang: Lang) -> String {
    let lights = tally.lit().map(|(signal, n)| format!("{} {n}", reason::signal(signal, lang)));
    // What stands beside the lights is told where there is any.
    let blocked = (tally.blocked > 0).then(|| say!(lang, "view-blocked", count = tally.blocked));
    let held = (tally.on_hold > 0).then(|| say!(lang, "view-on-hold", count = tally.on_hold));
    lights.into_iter().chain(blocked).chain(held).collect::<Vec<_>>().join(" ")
}

fn division_row(board: &Board, id: Id, lang: Lang) -> Vec<String> {
    let division = board.division(id);
    let name = division.map_or("", |d| d.name(lang));
    let blank = Tally::default();
    let tally = overview::tally(board, Some(id)).unwrap_or(&blank);
    let target = overview::headline(board, id).map_or_else(String::new, |p| headline(&p, lang));
    let sixes = board.six_ones().iter().filter(|(_, s)| s.division == Some(id)).count();
    let (gaps, nodes) = cluster::chain::gaps(board, id);
    let counts: Vec<String> = Stage::ACTIVE.iter().map(|s| tally.stages[*s as usize].to_string()).collect();
    let next = overview::deadlines(board, Some(id)).next().map_or_else(String::new, |(due, what)| {
        say!(
            lang,
            "command-next",
            due = due.to_string(),
            id = what.to_string(),
            name = title(board, what, lang)
        )
    });
    vec![
        id.no.to_string(),
        name.to_owned(),
        reason::light(overview::division_light(board, id), lang),
        counts.join("/"),
        lights(tally, lang),
        format!("{}/{sixes}", tally.six_ones),
        format!("{gaps}/{nodes}"),
        target,
        next,
    ]
}

fn headline(progress: &Progress<'_>, lang: Lang) -> String {
    let name = progress.target.name.as_str();
    match (progress.reached, progress.pace) {
        (Some(reached), Some(pace)) => {
            say!(lang, "command-pace", name = name, reached = reached, pace = pace)
        }
        (Some(reached), None) => format!("{name} {reached}%"),
        (None, _) => name.to_owned(),
    }
}

/// What a record is called; a Six One that has no name by which of the six it is.
fn title(board: &Board, id: Id, lang: Lang) -> String {
    match board.six_one(id) {
        Some(six) if six.name.is_empty() => six.which.label(lang).to_owned(),
        _ => board.title(id).to_owned(),
    }
}

fn whole(board: &Board, lang: Lang) -> Map<String, Json> {
    let divisions: Json = board.ids(Kind::Division).into_iter().map(|id| division(board, id, lang)).collect();
    let entries = [
        ("name_zh", json!(board.charter().name_zh)),
        ("name_en", json!(board.charter().name_en)),
        ("date", json!(board.today().to_string())),
        ("days_left", json!(overview::days_left(board))),
        ("seq", json!(board.head().seq)),
        ("totals", tally(board.index().total())),
        ("divisions", divisions),
    ];
    entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

fn tally(tally: &Tally) -> Json {
    let stages: Map<String, Json> =
        Stage::ALL.iter().map(|s| (s.code().to_owned(), Json::from(tally.stages[*s as usize]))).collect();
    let mut lights: Map<String, Json> = Map::new();
    for s in [Signal::Red, Signal::Yellow, Signal::Green, Signal::Dot, Signal::Grey] {
        let before = lights.get(s.code()).and_then(Json::as_u64).unwrap_or(0);
        lights.insert(s.code().to_owned(), Json::from(before + u64::from(tally.lights[s as usize])));
    }
    json!({
        "stages": stages,
        "lights": lights,
        "signed": tally.signed,
        "paid_in": tally.paid_in,
        "six_ones": tally.six_ones,
        "on_hold": tally.on_hold,
        "blocked": tally.blocked,
    })
}

fn division(board: &Board, id: Id, lang: Lang) -> Json {
    let blank = Tally::default();
    let own = board.division(id);
    let targets = board.targets().iter().filter(|(_, t)| t.division == Some(id));
    let targets: Vec<Json> =
        targets.filter_map(|(id, _)| Some(target(&overview::progress(board, id)?, lang))).collect();
    let today = board.today();
    let deadlines: Vec<Json> = overview::deadlines(board, Some(id))
        .take(DEADLINES)
        .map(|(due, what)| {
            json!({
                "id": what.to_string(),
                "name": title(board, what, lang),
                "due": due.to_string(),
                "days": (due - today).num_days(),
            })
        })
        .collect();
    let mut object = Map::new();
    object.insert("id".to_owned(), Json::from(id.to_string()));
    object.insert("name_zh".to_owned(), Json::from(own.map_or("", |d| &d.name_zh)));
    object.insert("name_en".to_owned(), Json::from(own.map_or("", |d| &d.name_en)));
    object.extend(light(overview::division_light(board, id), lang));
    object.insert("totals".to_owned(), tally(overview::tally(board, Some(id)).unwrap_or(&blank)));
    let (gaps, nodes) = cluster::chain::gaps(board, id);
    object.insert("chain_gaps".to_owned(), Json::from(gaps));
    object.insert("chain_nodes".to_owned(), Json::from(nodes));
    object.insert("targets".to_owned(), Json::from(targets));
    object.insert("deadlines".to_owned(), Json::from(deadlines));
    Json::Object(object)
}

fn target(progress: &Progress<'_>, lang: Lang) -> Json {
    let target = progress.target;
    let mut object = Map::new();
    object.insert("id".to_owned(), Json::from(progress.id.to_string()));
    object.insert("name".to_owned(), Json::from(target.name.as_str()));
    object.extend(light(progress.light, lang));
    object.insert("headline".to_owned(), Json::from(target.headline));
    object.insert("goal".to_owned(), Json::from(target.goal));
    object.insert("actual".to_owned(), Json::from(progress.actual));
    object.insert("reached".to_owned(), json!(progress.reached));
    object.insert("pace".to_owned(), json!(progress.pace));
    object.insert("due".to_owned(), json!(target.due.map(|d| d.to_string())));
    Json::Object(object)
}
