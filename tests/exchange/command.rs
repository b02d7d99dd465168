//! `export` at the counter: which records, which columns, and what is said of a wrong word.

use guatu::domain::Lang;
use guatu::wire::{Command, Export};

use crate::counter::{Counter, Said, owned};

fn export(form: &str) -> Export {
    Export { form: form.to_owned(), file: format!("out.{form}"), ..Export::default() }
}

/// A counter whose board holds two leads and a target with a date.
fn counter() -> Counter {
    let mut counter = Counter::new();
    for (kind, sets) in [
        ("lead", &["name=演示·甲", "division=4", "due=2026-12-01", "next_step=会面"][..]),
        ("lead", &["name=演示·乙", "confidential=是", "contact=\u{9b}31m"]),
        ("target", &["name=演示目标", "division=4", "goal=3", "due=2026-12-31"]),
    ] {
        let said = counter.ask(Command::Add { kind: kind.to_owned(), sets: owned(sets) });
        assert_eq!(said.error(), "");
    }
    counter
}

fn ask(counter: &mut Counter, wish: Export) -> Said {
    counter.ask(Command::Export(wish))
}

#[test]
fn a_filter_a_kind_and_columns_say_what_is_written() {
    let mut counter = counter();
    let wish =
        Export { filter: Some("div:4".to_owned()), columns: Some("name,due".to_owned()), ..export("csv") };
    let said = ask(&mut counter, wish);
    assert_eq!((said.code, said.text()), (0, "\u{FEFF}项目名称,完成时限\r\n演示·甲,2026-12-01\r\n"));
    assert_eq!(said.error(), "已把 1 条线索写入 out.csv。");
    for (kind, what) in [
        ("targets", "1 条目标"),
        ("people", "1 条人员"),
        ("sixones", "36 条六个一"),
        ("requests", "0 条支援请求"),
    ] {
        let said = ask(&mut counter, Export { kind: Some(kind.to_owned()), ..export("jsonl") });
        assert_eq!((said.code, said.error()), (0, format!("已把 {what}写入 out.jsonl。")));
    }
}

#[test]
fn headers_are_in_ones_own_language_or_in_the_one_that_is_asked_for() {
    let mut counter = counter();
    let wish = || Export { columns: Some("name".to_owned()), ..export("csv") };
    counter.lang = Lang::En;
    let said = ask(&mut counter, wish());
    assert!(said.text().starts_with("\u{FEFF}Name\r\n"), "{}", said.text());
    assert_eq!(said.error(), "Exported 2 leads to out.csv.");
    let said = ask(&mut counter, Export { lang: Some("zh".to_owned()), ..wish() });
    assert!(said.text().starts_with("\u{FEFF}项目名称\r\n"), "{}", said.text());
}

#[test]
fn a_calendar_is_of_all_that_falls_due_or_of_one_kind() {
    let mut counter = counter();
    let said = ask(&mut counter, export("ics"));
    assert_eq!(
        (said.text().matches("BEGIN:VEVENT").count(), said.error().as_str()),
        (2, "已把 2 条时限写入 out.ics。")
    );
    let said = ask(&mut counter, Export { kind: Some("targets".to_owned()), ..export("ics") });
    assert!(said.text().matches("BEGIN:VEVENT").count() == 1 && said.text().contains("演示目标"));
    // A filter that cannot be asked of a kind leaves that kind out.
    let said = ask(&mut counter, Export { filter: Some("stage:lead".to_owned()), ..export("ics") });
    assert!(said.text().matches("BEGIN:VEVENT").count() == 1 && said.text().contains("演示·甲"));
    assert!(said.text().contains("-20261124T013000Z@guatu"), "the founding is part of what it is known by");
}

#[test]
fn what_is_asked_wrongly_is_told_and_nothing_is_written() {
    let mut counter = counter();
    let some = |word: &str| Some(word.to_owned());
    for (wish, word) in [
        (export("txt"), "xlsx"),
        (Export { kind: some("notes"), ..export("csv") }, "lead, target"),
        (Export { kind: some("猫"), ..export("csv") }, "猫"),
        (Export { columns: some("name,颜色"), ..export("csv") }, "颜色"),
        (Export { columns: some("name"), ..export("ics") }, "--columns"),
        (Export { filter: some("stage:猫"), ..export("csv") }, "猫"),
        (Export { lang: some("fr"), ..export("csv") }, "fr"),
    ] {
        for lang in Lang::ALL {
            counter.lang = lang;
            let said = ask(&mut counter, wish.clone());
            assert_eq!((said.code, said.out.len()), (2, 0), "{wish:?}");
            assert!(said.error().contains(word) && said.err.len() == 1, "{}", said.error());
        }
    }
}

#[test]
fn a_terminal_is_shown_nothing_that_it_would_obey() {
    let mut counter = counter();
    counter.tty = true;
    let printed = |form: &str| Export { file: "-".to_owned(), ..export(form) };
    for form in ["csv", "md", "json", "jsonl", "ics"] {
        let said = ask(&mut counter, printed(form));
        assert_eq!((said.code, said.error()), (0, String::new()), "what is printed tells itself");
        assert!(said.text().chars().all(|ch| ch == '\n' || !ch.is_control()), "{form}: {:?}", said.text());
        assert!(said.text().contains("演示·甲"));
    }
    let said = ask(&mut counter, printed("xlsx"));
    assert_eq!((said.code, said.out.len()), (2, 0));
    counter.tty = false;
    assert!(ask(&mut counter, printed("xlsx")).out.starts_with(b"PK"));
}

#[test]
fn of_a_counted_target_every_form_and_list_says_what_is_counted_and_none_is_taken_in() {
    let mut counter = counter();
    let sets = &["name=演示·在谈", "division=4", "goal=3", "measure=leads_talk", "start=2026-1-1"];
    assert_eq!(counter.ask(Command::Add { kind: "target".to_owned(), sets: owned(sets) }).error(), "");
    let sets = &["name=演示·丙", "division=4"];
    assert_eq!(counter.ask(Command::Add { kind: "lead".to_owned(), sets: owned(sets) }).error(), "");
    let sets = &["verdict=pursue", "owner=P1", "next_step=会面", "due=2026-12-01"];
    let wish = Command::Move { id: "L3".to_owned(), stage: "talk".to_owned(), sets: owned(sets) };
    assert_eq!(counter.ask(wish).error(), "");
    let shown = counter.ask(Command::Show { id: "T2".to_owned(), json: false });
    assert!(
        shown.text().lines().any(|line| line.contains("完成值") && line.ends_with(" 1")),
        "{}",
        shown.text()
    );
    for (form, says) in [("json", "\"actual\":1"), ("csv", ",1,"), ("md", "| 1 |")] {
        let kind = Some("targets".to_owned());
        let file = ask(&mut counter, Export { kind: kind.clone(), ..export(form) });
        let line = file.text().lines().find(|line| line.contains("演示·在谈")).unwrap();
        assert!(line.contains(says), "{form}: {line}");
        if form != "md" {
            let head = counter.engine.board().head().seq;
            let import =
                guatu::wire::Import { mode: Some("both".to_owned()), kind, ..crate::counter::plainly() };
            let said = counter.import(&import, &file.out);
            assert_eq!(
                (said.error(), counter.engine.board().head().seq),
                (String::new(), head),
                "{}",
                said.text()
            );
        }
    }
}
