//! JSON that is not what `export` writes: told where and what, in the reader's language.

use guatu::domain::Lang;
use guatu::wire::Import;

use crate::counter::{Counter, plainly};

/// A file, and what is said of it in both languages.
const BAD: &[(&str, &str, &str)] = &[
    (" \n", "文件是空的。", "The file is empty."),
    ("{\"名称\" 1}", "不是 JSON：第 1 行第 7 列无法读取。", "Not JSON: line 1, column 7 cannot be read."),
    (
        "{\"format\":\n[1,",
        "文件不完整：JSON 到第 2 行第 3 列中断。",
        "The file is incomplete: it ends in the midst of its JSON, at line 2, column 3.",
    ),
    (
        "[{\"id\": \"L1\"}]",
        "这个 JSON 不是线索文件：只能导入「guatu export 文件.json」写出的文件。",
        "This JSON is not a file of leads: only what \"guatu export FILE.json\" writes is brought in.",
    ),
    (
        "{\"format\": \"guatu-leads-1\", \"leads\": 3}",
        "这个 JSON 不是线索文件：只能导入「guatu export 文件.json」写出的文件。",
        "This JSON is not a file of leads: only what \"guatu export FILE.json\" writes is brought in.",
    ),
    (
        "{\"format\": \"guatu-leads-1\", \"leads\": [{\"name\": \"甲\"}, 3]}",
        "文件中第 2 条线索无法读取：不是一条记录。",
        "Lead 2 of the file cannot be read: it is not a record.",
    ),
    (
        "{\"format\": \"guatu-leads-1\", \"leads\": [{\"name\": \"甲\", \"colour\": 1}]}",
        "文件中第 1 条线索无法读取：没有字段\"colour\"。",
        "Lead 1 of the file cannot be read: there is no field \"colour\".",
    ),
    (
        "{\"format\": \"guatu-leads-1\", \"leads\": [{\"name\": \"甲\", \"amount\": true}]}",
        "文件中第 1 条线索无法读取：总投资类型不符。",
        "Lead 1 of the file cannot be read: Amount: wrong sort of value.",
    ),
    (
        "{\"format\": \"guatu-leads-1\", \"leads\": [{\"name\": \"甲\", \"division\": \"D9\"}]}",
        "文件中第 1 条线索无法读取：D9 D9：查无此名。",
        "Lead 1 of the file cannot be read: D9 D9: nothing is called so.",
    ),
];

#[test]
fn what_is_wrong_with_it_is_told_with_its_place() {
    let mut counter = Counter::new();
    let import = Import { file: "leads.json".to_owned(), ..plainly() };
    for (file, zh, en) in BAD {
        for (lang, want) in [(Lang::Zh, zh), (Lang::En, en)] {
            counter.lang = lang;
            let said = counter.import(&import, file.as_bytes());
            assert_eq!((said.code, said.text(), said.error().as_str()), (1, "", *want), "{file}");
        }
    }
}
