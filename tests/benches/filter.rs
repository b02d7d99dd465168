//! How fast a table of a hundred thousand leads answers a key of its filter and a change of its
//! order: the slowest keys count, so percentiles are printed. Run with `cargo bench --bench filter`.

mod office;

use std::time::{Duration, Instant};

use guatu::board::RequestId;
use guatu::domain::{Kind, Lang};
use guatu::ui::views::View;
use guatu::ui::views::ledger::Ledger;
use guatu::ui::{Cx, Depth, Look, glyph, theme};
use ratatui::layout::Rect;

const LEADS: u32 = 100_000;
const ROUNDS: usize = 60;
/// A key has to be answered in so long.
const LIMIT: Duration = Duration::from_millis(16);

/// What is typed, a key at a time.
const TYPED: &[&str] = &[
    "hyg",
    "深海机器人00",
    "段:在谈",
    "灯:红",
    "部:海洋 段:在谈 额>5亿",
    "due<7d",
    "逾期 平台",
    "silent>30d",
    "investor:yanshi",
    "source:x",
    "!深海",
    "段:在谈 or 平台",
    "yanshi 责:王 signed>2026-06-01",
];

const ORDERS: &[&str] = &[
    "id",
    "-id",
    "light",
    "-light",
    "name",
    "-name",
    "stage",
    "division",
    "amount",
    "-amount",
    "owner",
    "due",
    "silent",
    "next_step",
    "investor",
    "kind",
    "source",
];

fn main() {
    let board = office::filled(LEADS);
    let cx = Cx {
        board: &board,
        past: None,
        now: office::now(),
        request: RequestId(7),
        login: "wang",
        people: &[],
        trouble: None,
        demo: false,
    };
    let look = Look::new(theme::default(), Depth::True, &glyph::UNICODE, Lang::Zh);
    for typed in TYPED {
        let mut taken = Vec::new();
        for _ in 0..ROUNDS {
            let mut ledger = opened(&cx, &look);
            let ends = typed.char_indices().map(|(at, ch)| at + ch.len_utf8());
            for end in ends {
                taken.push(refreshed(&cx, &look, &mut ledger, |ledger| ledger.filter(&typed[..end])));
            }
        }
        say("filter", typed, taken);
    }
    for order in ORDERS {
        let rounds = (0..ROUNDS).map(|_| {
            let mut ledger = opened(&cx, &look);
            refreshed(&cx, &look, &mut ledger, |ledger| ledger.put_in_order(order))
        });
        say("order", order, rounds.collect());
    }
}

fn opened(cx: &Cx<'_>, look: &Look) -> Ledger {
    let mut ledger = Ledger::new(Kind::Lead);
    ledger.refresh(cx, look, Rect::new(0, 0, 120, 30));
    ledger
}

fn refreshed(cx: &Cx<'_>, look: &Look, ledger: &mut Ledger, act: impl FnOnce(&mut Ledger)) -> Duration {
    let begun = Instant::now();
    act(ledger);
    ledger.refresh(cx, look, Rect::new(0, 0, 120, 30));
    begun.elapsed()
}

fn say(what: &str, of: &str, mut taken: Vec<Duration>) {
    taken.sort_unstable();
    let at = |hundredth: usize| taken[(taken.len() - 1) * hundredth / 100];
    let (half, most, worst) = (at(50), at(99), at(100));
    let verdict = if most > LIMIT { "  TOO SLOW" } else { "" };
    println!("{what:6} {half:>10.2?} p50 {most:>10.2?} p99 {worst:>10.2?} max  {of}{verdict}");
}
