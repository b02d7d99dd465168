//! `figures`: the funnel, rates, days from stage to stage, intake and splits, as a table or as JSON.
//! May use `board::figures`, `locales`.

use serde_json::{Map, Value as Json, json};

use super::answer::{self, Answer};
use super::json::{Shape, document};
use super::table::Table;
use super::{Ask, Out};
use crate::board::Board;
use crate::board::figures::tempo::Median;
use crate::board::figures::{self, By, Figures, Funnel, Passage, Scope, Share, Slice, Tempo, WEEKS, intake};
use crate::domain::{Choice, Id, Lang, Money, Stage};
use crate::locales::figures as words;
use crate::say;

/// The splits that are told.
const BY: [By; By::ALL.len()] = [By::Division, By::Kind, By::Owner, By::Source];

/// The stages that a split's table tells.
const TOLD: [Stage; 4] = [Stage::Lead, Stage::Talk, Stage::Sign, Stage::Land];

pub(super) fn run(as_json: bool, division: Option<&str>, ask: &Ask<'_>, out: &mut dyn Out) -> Answer {
    // The board is let go before anything is sent: a slow reader must not keep the engine waiting.
    let bytes = {
        let board = ask.engine.board();
        let division = division.map(|word| answer::division(word, &board, ask)).transpose()?;
        let scope = Scope::of(division);
        if as_json {
            document(Shape::Figures, whole(&board, scope, ask.lang))
        } else {
            text(&board, scope, ask).into_bytes()
        }
    };
    out.out(&bytes)?;
    Ok(0)
}

fn text(board: &Board, scope: Scope, ask: &Ask<'_>) -> String {
    let lang = ask.lang;
    if !board.is_founded() {
        return format!("{}\n", say!(lang, "command-unfounded"));
    }
    let (figures, shares) = figures::with_splits(board, scope, BY);
    let part = scope.division.map(|id| Slice::Division(Some(id))).unwrap_or_default();
    let demo = if ask.demo { say!(lang, "command-demo") } else { String::new() };
    let mut head = Table::default();
    head.row([words::slice(board, Some(part), lang), board.today().to_string(), demo]);
    let parts = [
        head.text(),
        funnel(board, &figures.funnel, lang),
        tempo(board, &figures, lang),
        weeks(board, &figures, lang),
        BY.iter()
            .zip(shares)
            .map(|(by, rows)| splits(board, *by, &rows, lang))
            .collect::<Vec<_>>()
            .join("\n"),
    ];
    parts.join("\n")
}

fn funnel(board: &Board, funnel: &Funnel, lang: Lang) -> String {
    let mut table = Table::default();
    table.row([
        say!(lang, "figures-head-stage"),
        say!(lang, "figures-head-reached"),
        say!(lang, "figures-head-rate"),
    ]);
    for stage in Stage::ACTIVE {
        let rate = funnel.rate(stage);
        let name = words::rate_name(stage, lang);
        let rate = if name.is_empty() {
            String::new()
        } else {
            format!("{name} {} ({}/{})", words::percent(rate), rate.part, rate.whole)
        };
        table.row([words::stage(board, stage, lang), &funnel.at(stage).to_string(), &rate]);
    }
    let [paid, amount] = [funnel.paid_in, funnel.amount].map(|yuan| Money::cny(yuan).show(lang));
    let money = format!("{} ({paid}/{amount})", words::percent(funnel.money()));
    table.row([String::new(), String::new(), format!("{} {money}", say!(lang, "figures-rate-money"))]);
    table.text()
}

fn tempo(board: &Board, figures: &Figures, lang: Lang) -> String {
    let mut table = Table::default();
    table.row(
        ["figures-head-passage", "figures-head-now", "figures-head-before", "figures-head-difference"]
            .map(|key| crate::locales::text(lang, key, None)),
    );
    let passages = Passage::ALL.into_iter().map(|passage| words::passage(board, passage, lang));
    let verdict = (say!(lang, "figures-verdict"), figures.verdict);
    for (name, tempo) in passages.zip(figures.tempo).chain([verdict]) {
        let cell = |median: Median| words::median(median, lang);
        table.row([name, cell(tempo.now), cell(tempo.before), words::difference(&tempo, lang)]);
    }
    format!("{}{}\n", table.text(), words::in_time(board, figures, lang))
}

fn weeks(board: &Board, figures: &Figures, lang: Lang) -> String {
    let counts: Vec<String> = figures.weeks.iter().map(ToString::to_string).collect();
    let since = intake::monday_before(board.today(), WEEKS - 1);
    format!("{} {}\n", say!(lang, "figures-weeks-since", date = since.to_string()), counts.join(" "))
}

fn splits(board: &Board, by: By, rows: &[Share], lang: Lang) -> String {
    let mut table = Table::default();
    let stages = TOLD.map(|stage| words::stage(board, stage, lang).to_owned());
    let rates = [Stage::Sign, Stage::Land].map(|stage| words::rate_name(stage, lang));
    let money = [say!(lang, "figures-head-amount"), say!(lang, "figures-rate-money")];
    table.row(std::iter::once(by.label(lang).to_owned()).chain(stages).chain(rates).chain(money));
    for row in rows {
        let funnel = row.funnel;
        let counts = TOLD.map(|stage| funnel.at(stage).to_string());
        let rates = [Stage::Sign, Stage::Land].map(|stage| words::percent(funnel.rate(stage)));
        let money = [Money::cny(funnel.amount).show(lang), words::percent(funnel.money())];
        let name = words::slice(board, row.slice, lang);
        table.row(std::iter::once(name).chain(counts).chain(rates).chain(money));
    }
    table.text()
}

fn whole(board: &Board, scope: Scope, lang: Lang) -> Map<String, Json> {
    let (figures, shares) = figures::with_splits(board, scope, BY);
    let funnel = figures.funnel;
    let stages = Stage::ACTIVE.map(|stage| {
        let rate = funnel.rate(stage);
        json!({ "stage": stage.code(), "reached": rate.part, "could_reach": rate.whole })
    });
    let tempos = Passage::ALL.iter().zip(figures.tempo).map(|(passage, tempo)| {
        let mut object = of_tempo(&tempo);
        object.insert("from".to_owned(), passage.from().code().into());
        object.insert("to".to_owned(), passage.to().code().into());
        Json::Object(object)
    });
    let mut verdict = of_tempo(&figures.verdict);
    verdict.insert("within_days".to_owned(), board.charter().verdict_days.into());
    verdict.insert("in_time".to_owned(), figures.in_time.part.into());
    verdict.insert("of".to_owned(), figures.in_time.whole.into());
    let weeks = figures.weeks.iter().enumerate().map(|(at, received)| {
        let monday = intake::monday_before(board.today(), WEEKS - 1 - at);
        json!({ "monday": monday.to_string(), "received": received })
    });
    let splits = BY.iter().zip(&shares).map(|(by, rows)| {
        (by.code().to_owned(), rows.iter().map(|row| of_share(board, row, lang)).collect())
    });
    let entries = [
        ("date", json!(board.today().to_string())),
        ("seq", json!(board.head().seq)),
        ("division", json!(scope.division.map(|id| id.to_string()))),
        ("funnel", json!(stages)),
        ("rates", json!(rates(&funnel))),
        ("amount", json!(funnel.amount)),
        ("paid_in", json!(funnel.paid_in)),
        ("tempo", tempos.collect()),
        ("verdict", json!(verdict)),
        ("weeks", weeks.collect()),
        ("splits", Json::Object(splits.collect())),
    ];
    entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

fn rates(funnel: &Funnel) -> Map<String, Json> {
    let stages = Stage::ACTIVE.into_iter().skip(1);
    let rates = stages.map(|stage| (stage.code().to_owned(), json!(funnel.rate(stage).points())));
    rates.chain([("paid_in".to_owned(), json!(funnel.money().points()))]).collect()
}

fn of_tempo(tempo: &Tempo) -> Map<String, Json> {
    let median = |median: Median| json!({ "days": median.days, "n": median.n });
    let entries =
        [("now", median(tempo.now)), ("before", median(tempo.before)), ("faster", json!(tempo.faster()))];
    entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

fn of_share(board: &Board, row: &Share, lang: Lang) -> Json {
    let id: Option<Id> = match row.slice {
        Some(Slice::Division(id) | Slice::Owner(id)) => id,
        _ => None,
    };
    let reached: Map<String, Json> =
        Stage::ACTIVE.iter().map(|stage| (stage.code().to_owned(), row.funnel.at(*stage).into())).collect();
    json!({
        "id": id.map(|id| id.to_string()),
        "name": words::slice(board, row.slice, lang),
        "reached": reached,
        "rates": rates(&row.funnel),
        "amount": row.funnel.amount,
        "paid_in": row.funnel.paid_in,
    })
}
