//! The page of the JSON shapes says what is printed: each example has the entries of the real thing.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use guatu::board::any::AnyRecord;
use guatu::domain::{FieldKey, Kind, Lang, Shape, json};
use guatu::wire::{Command, Form};
use serde_json::Value as Json;

use super::{add, history, json as read, list, office, set, status};

fn page() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/server/requests/json.md")
}

/// The examples of the page, by format.
fn examples() -> Vec<(String, Json)> {
    let text = fs::read_to_string(page()).unwrap();
    let blocks = text.split("```json\n").skip(1).map(|rest| rest.split_once("```").unwrap().0);
    blocks
        .map(|block| {
            let example: Json = serde_json::from_str(block).unwrap();
            (example["format"].as_str().unwrap().to_owned(), example)
        })
        .collect()
}

/// Where an example and the real thing differ in entries or sorts of values. A list is held to the
/// first item of the example; a record has more entries than its example shows.
fn differ(at: &str, said: &Json, real: &Json, found: &mut Vec<String>) {
    match (said, real) {
        (Json::Object(said), Json::Object(real)) => {
            let is_record = real.contains_key("id") && at.contains("record");
            let is_note = at.contains("notes");
            for (key, value) in said {
                match real.get(key) {
                    Some(real) => differ(&format!("{at}.{key}"), value, real, found),
                    None => found.push(format!("{at}.{key} is not printed")),
                }
            }
            if !is_record && !is_note {
                found.extend(
                    real.keys()
                        .filter(|key| !said.contains_key(*key))
                        .map(|key| format!("{at}.{key} is not told")),
                );
            }
        }
        (Json::Array(said), Json::Array(real)) => {
            let Some(first) = said.first() else { return };
            let same = real.iter().find(|real| real.get("id") == first.get("id"));
            match same.or(real.first()) {
                Some(real) => differ(&format!("{at}[]"), first, real, found),
                None => found.push(format!("{at} is empty")),
            }
        }
        (Json::Null, _)
        | (_, Json::Null)
        | (Json::String(_), Json::String(_))
        | (Json::Number(_), Json::Number(_))
        | (Json::Bool(_), Json::Bool(_)) => {}
        _ => found.push(format!("{at}: {said} but {real}")),
    }
}

#[test]
fn each_example_has_the_entries_of_what_is_printed() {
    let mut counter = office();
    let target = ["name=演示·签约项目", "division=hysw", "goal=10", "due=2026-12-31", "headline=是"];
    add(&mut counter, "target", &target);
    assert_eq!(counter.ask(Command::Note { id: "L1".to_owned(), text: "已考察".to_owned() }).code, 0);
    assert_eq!(counter.ask(set("L1", &["source=展会"])).code, 0);
    let mut printed = vec![
        counter.ask(list("leads", Form::Json)),
        counter.ask(Command::Show { id: "L1".to_owned(), json: true }),
        counter.ask(history(Some("L1"), true)),
        counter.ask(status(true)),
        counter.ask(Command::Figures { json: true, division: None }),
        counter.import(
            &guatu::wire::Import { json: true, ..crate::counter::plainly() },
            "项目名称,签约时间,责任人\n演示·新,某日,演示员甲\n演示·旧,2026-1-1,\n".as_bytes(),
        ),
    ];
    let examples = examples();
    assert_eq!(examples.len(), printed.len(), "each shape once");
    for (format, example) in examples {
        let at = printed.iter().position(|said| read(said)["format"] == format.as_str());
        let said = printed.remove(at.unwrap_or_else(|| panic!("{format} is not printed")));
        assert!(said.text().trim_start_matches('{').trim_start().starts_with("\"format\":"), "{format}");
        let mut found = Vec::new();
        differ(&format, &example, &read(&said), &mut found);
        assert!(found.is_empty(), "{found:#?}");
    }
}

fn sort(shape: Shape) -> String {
    match shape {
        Shape::Text | Shape::Long | Shape::CreditCode => "text".to_owned(),
        Shape::Number => "integer".to_owned(),
        Shape::Money => "money".to_owned(),
        Shape::Date => "date".to_owned(),
        Shape::Time => "moment".to_owned(),
        Shape::Flag => "`true` or `false`".to_owned(),
        Shape::Choice(options) => {
            options.iter().map(|option| format!("`\"{}\"`", option.code)).collect::<Vec<_>>().join(", ")
        }
        Shape::Ref(kind) => format!("id of a {}", kind.code()),
        Shape::Subject => "id".to_owned(),
        Shape::Refs(kind) => format!("list of ids of a {}", kind.code()),
        Shape::Words => "list of texts".to_owned(),
        Shape::Extra => "object of texts".to_owned(),
    }
}

/// A table for each kind, from the one table of fields.
fn fields() -> String {
    let mut text = String::new();
    for kind in Kind::ALL {
        let blank = AnyRecord::from_fields(kind, &[]).unwrap();
        writeln!(
            text,
            "### {}\n\n| Key | 中文 | English | Value | New |\n| - | - | - | - | - |",
            kind.code()
        )
        .unwrap();
        for field in FieldKey::all(kind) {
            let spec = field.spec();
            let new = json::from_value(&blank.get(field));
            let new = if new.is_null() { String::new() } else { format!("`{new}`") };
            let (zh, en) = (spec.label(Lang::Zh), spec.label(Lang::En));
            writeln!(text, "| `{}` | {zh} | {en} | {} | {new} |", field.key(), sort(spec.shape)).unwrap();
        }
        text.push('\n');
    }
    text
}

/// `GUATU_WRITE_README=1` writes them anew.
#[test]
fn the_fields_are_those_of_the_table_of_fields() {
    let (start, end) = ("<!-- fields: written by the test of this page -->\n", "<!-- end of fields -->");
    let text = fs::read_to_string(page()).unwrap();
    let (before, rest) = text.split_once(start).unwrap();
    let (told, after) = rest.split_once(end).unwrap();
    let fields = format!("\n{}", fields());
    if std::env::var_os("GUATU_WRITE_README").is_some() {
        fs::write(page(), format!("{before}{start}{fields}{end}{after}")).unwrap();
    } else {
        assert!(told == fields, "GUATU_WRITE_README=1 cargo test --test commands");
    }
}
