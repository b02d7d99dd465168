//! A file is looked at, changed by keys, imported, taken back; what is listed is exported and imported
//! again.

use guatu::domain::{Kind, Lang, Stage};

use crate::desk::{Office, Window};

const SHEET: &str = "双招双引项目台账,,,,,,\n\
    项目名称,投资方,总投资（万元）,项目阶段,责任人,首谈时间,优势\n\
    演示·深海机器人,甲公司,5000,在谈,王强,2026-03-05,技术领先\n\
    演示·海藻胶囊,乙公司,1.2亿元,签约,李敏、赵六,2026年3月底,靠近原料\n\
    演示·冷链枢纽,丙公司,约三个亿,奇怪阶段,孙七,2026-04-01,\n\
    ,丁公司,800,线索,周八,2026/4/1,\n\
    合计,,,,,,\n";

fn with_file<'a>(office: &'a Office, login: &str, size: (u16, u16)) -> Window<'a> {
    let mut window = office.window(login, Lang::Zh, size);
    window.drawer.files.insert("台账.csv".to_owned(), SHEET.as_bytes().to_vec());
    window
}

/// Types a line on the command line and runs it.
pub(crate) fn command(window: &mut Window<'_>, line: &str) {
    window.press(":").paste(line).press("<enter>");
}

/// How many leads are on the board.
pub(crate) fn leads(office: &Office) -> usize {
    office.engine.board().count(Kind::Lead)
}

#[test]
fn a_file_is_looked_at_imported_and_taken_back_whole() {
    let office = Office::founded("2026-09-01");
    let mut window = with_file(&office, "wang", (100, 30));
    command(&mut window, "import 台账.csv");
    let screen = window.screen();
    assert!(screen.contains("对应 7") && screen.contains("问题 4") && screen.contains("各行 4"), "{screen}");
    assert!(screen.contains("新增 2") && screen.contains("未收 2"), "{screen}");
    assert_eq!(leads(&office), 0, "looking changes nothing");
    window.press("i");
    assert!(window.screen().contains("现在导入吗"), "{}", window.screen());
    window.press("<enter>");
    assert_eq!(leads(&office), 0, "the key that asks does not answer");
    window.press("iy");
    assert_eq!(leads(&office), 2);
    let screen = window.screen();
    assert!(screen.contains("已导入 台账.csv：新增 2，未收 2") && screen.contains("u 撤销"), "{screen}");
    window.press("u");
    assert_eq!(leads(&office), 0);
    assert_eq!(office.engine.board().count(Kind::Person), 1, "people that it brought are gone too");
}

#[test]
fn a_column_goes_where_the_person_says() {
    let office = Office::founded("2026-09-01");
    let mut window = with_file(&office, "wang", (100, 30));
    command(&mut window, "import 台账.csv");
    // The last column is like no field; it is to be what the project is about.
    window.press("G<enter>").paste("项目内容").press("<enter>");
    let screen = window.screen();
    assert!(screen.contains("-> 项目内容") && screen.contains("手选"), "{screen}");
    // And owners are not wanted.
    window.press("gjjjj<enter>").paste("附加列").press("<enter>iy");
    let board = office.engine.board();
    let (_, lead) =
        board.leads().iter().find(|(_, lead)| lead.name == "演示·深海机器人").expect("it is there");
    assert_eq!(lead.content, "技术领先");
    assert_eq!((lead.owner, lead.extra.get("责任人").map(String::as_str)), (None, Some("王强")));
    assert_eq!(lead.stage, Stage::Talk);
}

#[test]
fn problems_lead_to_their_cells() {
    let office = Office::founded("2026-09-01");
    let mut window = with_file(&office, "wang", (100, 30));
    command(&mut window, "import 台账.csv");
    window.press("2");
    let screen = window.screen();
    assert!(
        screen.contains("D5") && screen.contains("奇怪阶段") && screen.contains("认不出的阶段"),
        "{screen}"
    );
    window.press("jj<enter>");
    let screen = window.screen();
    assert!(screen.contains("第 5 行：未收") && screen.contains("演示·冷链枢纽"), "{screen}");
    let chosen = window.chosen();
    let row = screen.lines().position(|line| line.contains("D5")).expect("the cell");
    assert!(chosen.iter().any(|(_, y)| usize::from(*y) == row), "the cursor is on the cell");
    window.press("<esc>");
    assert!(window.screen().contains("问题 4"), "back at the list");
}

#[test]
fn a_unit_that_nobody_gives_is_asked_for_before_anything_is_done() {
    let office = Office::founded("2026-09-01");
    let mut window = office.window("wang", Lang::Zh, (100, 30));
    let sheet = "项目名称,总投资\n演示·甲,5000\n";
    window.drawer.files.insert("a.csv".to_owned(), sheet.as_bytes().to_vec());
    command(&mut window, "import a.csv");
    assert!(window.screen().contains("按 w 选"), "{}", window.screen());
    window.press("iy");
    assert_eq!(leads(&office), 0);
    window.press("w1");
    assert!(!window.screen().contains("按 w 选"), "{}", window.screen());
    window.press("iy");
    let board = office.engine.board();
    let (_, lead) = board.leads().iter().next().expect("one");
    assert_eq!(lead.amount.and_then(guatu::domain::Money::yuan), Some(50_000_000));
}

#[test]
fn what_is_left_changes_nothing_and_is_asked_about_where_hands_were_on_it() {
    let office = Office::founded("2026-09-01");
    let mut window = with_file(&office, "wang", (80, 24));
    let before = window.screen();
    command(&mut window, "import 台账.csv");
    window.press("q");
    assert!(window.screen().contains("未作任何改动"));
    command(&mut window, "import 台账.csv");
    window.press("G<enter>").paste("项目内容").press("<enter><esc>");
    assert!(window.screen().contains("离开预览吗"), "{}", window.screen());
    window.press("n");
    assert!(window.screen().contains("-> 项目内容"));
    window.press("<esc>y ");
    assert_eq!(window.screen(), before);
    assert_eq!(leads(&office), 0);
}

#[test]
fn who_may_only_look_is_told_at_once() {
    let office = Office::founded("2026-09-01");
    let mut window = with_file(&office, "zhao", (80, 24));
    command(&mut window, "import 台账.csv");
    assert!(window.screen().contains("只有查看权限"), "{}", window.screen());
}

#[test]
fn a_file_that_is_not_there_is_told_and_nothing_is_left_open() {
    let office = Office::founded("2026-09-01");
    let mut window = with_file(&office, "wang", (80, 24));
    command(&mut window, "import 没有.csv");
    let screen = window.screen();
    assert!(screen.contains("没有这个文件：没有.csv") && screen.contains("海洋"), "{screen}");
    command(&mut window, "import");
    assert!(window.screen().contains(":import"), "the name is asked for: {}", window.screen());
}

#[test]
fn what_others_do_meanwhile_is_looked_at_again() {
    let office = Office::founded("2026-09-01");
    let mut first = with_file(&office, "wang", (100, 30));
    let mut second = with_file(&office, "wang", (100, 30));
    command(&mut first, "import 台账.csv");
    command(&mut second, "import 台账.csv");
    first.press("i");
    second.press("iy");
    assert_eq!(leads(&office), 2);
    first.press("y");
    assert_eq!(leads(&office), 2, "the same is not brought in twice");
    let screen = first.screen();
    assert!(screen.contains("请再看一遍") && screen.contains("无变化 2"), "{screen}");
}

#[test]
fn what_others_did_before_it_is_asked_is_in_the_question() {
    let office = Office::founded("2026-09-01");
    let mut first = with_file(&office, "wang", (100, 30));
    let mut second = with_file(&office, "wang", (100, 30));
    command(&mut second, "import 台账.csv");
    second.press("iy");
    command(&mut first, "import 台账.csv");
    let screen = first.press("i").screen();
    assert!(screen.contains("没有可导入的行") && screen.contains("无变化 2"), "{screen}");
    // What was brought in is taken back: there is something to do again.
    second.press("u");
    assert_eq!(leads(&office), 0);
    let screen = first.press("i").screen();
    assert!(screen.contains("新增 2") && screen.contains("现在导入吗"), "{screen}");
    first.press("y");
    assert_eq!(leads(&office), 2);
}

#[test]
fn what_is_listed_is_exported_and_comes_in_again_without_a_change() {
    let office = Office::demo("2026-09-01");
    let mut window = office.window("wang", Lang::Zh, (100, 30));
    window.press("<f6>/").paste("段:在谈").press("<enter>");
    command(&mut window, "export 在谈.csv");
    let screen = window.screen();
    assert!(screen.contains("在谈.csv") && screen.contains("线索"), "{screen}");
    let all = {
        let board = office.engine.board();
        board.leads().iter().filter(|(_, lead)| lead.stage == Stage::Talk).count()
    };
    let text = String::from_utf8(window.drawer.files["在谈.csv"].clone()).expect("text");
    assert!(text.contains("项目名称") && text.lines().count() > all);
    command(&mut window, "export 在谈.csv");
    assert!(window.screen().contains("要覆盖它吗"), "{}", window.screen());
    window.press("n");
    window.press("<f2>");
    command(&mut window, "export 全部.json");
    let before = leads(&office);
    command(&mut window, "import 全部.json");
    let screen = window.screen();
    assert!(screen.contains("新增 0"), "{screen}");
    window.press("i");
    assert!(window.screen().contains("没有可导入的行"), "{}", window.screen());
    window.press("q");
    assert_eq!(leads(&office), before);
    command(&mut window, "export 全部.doc");
    assert!(window.screen().contains(".xlsx"), "{}", window.screen());
}

#[test]
fn the_name_of_a_file_is_completed_by_the_client() {
    let office = Office::founded("2026-09-01");
    let mut window = with_file(&office, "wang", (80, 24));
    for name in ["台账.csv", "leads-1.csv", "leads-2.csv"] {
        window.drawer.files.insert(name.to_owned(), SHEET.as_bytes().to_vec());
    }
    window.press(":").paste("import l").press("<tab>");
    let screen = window.screen();
    assert!(screen.contains("import leads-1.csv") && screen.contains("import leads-2.csv"), "{screen}");
    window.press("2<tab><enter>");
    assert!(window.screen().contains("新增 2"), "{}", window.screen());
    assert!(window.screen().contains("leads-2.csv"), "{}", window.screen());
}
