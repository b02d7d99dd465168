//! The inbox worked off by scripts of keys, through real windows on a real server.

use std::fs;
use std::thread;
use std::time::{Duration, Instant};

use crate::SIZE;
use crate::pty::{House, Window};
use crate::stdout;

/// A board with this many new leads, and a head of division 4 to route them to.
fn with_leads(count: u32) -> House {
    let house = House::new();
    house.found();
    assert!(house.run(&["set", "D4", "head=P1"]).status.success());
    let rows: Vec<String> = (1..count).map(|no| format!("演示第{no}号,演示来源{no}")).collect();
    let sheet = house.data().join("../leads.csv");
    fs::write(&sheet, format!("项目名称,线索来源\n{}\n", rows.join("\n"))).expect("a sheet");
    let imported = house.run(&["import", sheet.to_str().expect("a path")]);
    assert!(imported.status.success(), "{imported:?}");
    house
}

/// How many leads stand at a stage.
fn at(house: &House, stage: &str) -> usize {
    let listed = stdout(&house.run(&["list", "leads", "--json"]));
    let listed: serde_json::Value = serde_json::from_str(&listed).expect("JSON");
    let leads = listed["records"].as_array().expect("records");
    leads.iter().filter(|lead| lead["stage"] == stage).count()
}

/// Presses keys, and gives the screen a moment to change.
fn press(window: &mut Window, keys: &str) {
    let (before, begun) = (window.bytes(), Instant::now());
    window.keys(keys);
    while window.bytes() == before && begun.elapsed() < Duration::from_millis(100) {
        thread::sleep(Duration::from_millis(1));
    }
}

#[test]
fn forty_leads_are_triaged_by_a_script_of_keys_typed_ahead_of_the_answers() {
    let house = with_leads(40);
    let mut window = house.window(SIZE);
    window.until_open();
    window.keys("\x1b[20~");
    window.until("the inbox", |text| text.contains("待研判 40"));
    // Ten rounds of: accept, end, accept, park for a month with a reason.
    for _ in 0..10 {
        window.keys("4x54s2等规划批复\x13");
    }
    window.until("an empty inbox", |text| text.contains("没有待研判的线索") && text.contains("已研判 40/40"));
    assert_eq!(["talk", "end", "park"].map(|stage| at(&house, stage)), [20, 10, 10]);
    for _ in 0..40 {
        window.keys("u");
    }
    window.until("all of them back", |text| text.contains("待研判 40"));
    assert_eq!(at(&house, "lead"), 40);
}

#[test]
fn two_people_on_one_inbox_lose_nothing_and_do_nothing_twice() {
    let house = with_leads(40);
    let mut windows = [house.window(SIZE), house.window(SIZE)];
    for window in &mut windows {
        window.until_open();
        window.keys("\x1b[20~");
        window.until("the inbox", |text| text.contains("待研判 40"));
    }
    let [first, second] = &mut windows;
    second.keys("G");
    // From the top down and from the bottom up, each with more keys than leads are left; each waits
    // until the screen has answered, as a person does.
    thread::scope(|scope| {
        scope.spawn(|| (0..45).for_each(|_| press(first, "4")));
        scope.spawn(|| (0..45).for_each(|_| press(second, "x5")));
    });
    for window in &windows {
        // What the other has dealt with is passed over by hand.
        window.until("nothing waits", |text| text.contains("待研判   红灯"));
    }
    let (talk, end) = (at(&house, "talk"), at(&house, "end"));
    assert_eq!(talk + end, 40, "{talk} {end}");
    assert!(talk > 0 && end > 0, "{talk} {end}");
    let told = stdout(&house.run(&["history", "--json"]));
    let told: serde_json::Value = serde_json::from_str(&told).expect("JSON");
    let all = told["transactions"].as_array().expect("transactions");
    let verdicts = all.iter().filter(|tx| matches!(tx["label"]["verb"].as_str(), Some("move" | "end")));
    let mut subjects: Vec<_> = verdicts.map(|tx| tx["label"]["subject"].to_string()).collect();
    subjects.sort();
    let count = subjects.len();
    subjects.dedup();
    assert_eq!((count, subjects.len()), (40, 40), "each exactly once");
}
