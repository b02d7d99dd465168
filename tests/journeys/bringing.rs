//! What a preview is asked for by keys: sheets, kept mappings, what lacks, blanks filled down; and what
//! stands in its way.

use guatu::domain::{Lang, Stage};
use guatu::ui::views::import::model::Came;
use guatu::ui::{Draft, Event, Exported};
use rust_xlsxwriter::Workbook;

use crate::desk::{Office, Window};
use crate::file_journeys::{command, leads};

const SHEET: &str = "编号,项目名称,投资方,总投资（万元）,项目阶段\n\
    A-1,演示·深海机器人,甲公司,5000,在谈\n\
    A-2,演示·海藻胶囊,乙公司,1.2亿元,签约\n";

fn with<'a>(office: &'a Office, files: &[(&str, &str)]) -> Window<'a> {
    let mut window = office.window("wang", Lang::Zh, (100, 30));
    for (name, text) in files {
        window.drawer.files.insert((*name).to_owned(), text.as_bytes().to_vec());
    }
    window
}

#[test]
fn a_file_goes_in_out_and_in_again() {
    let office = Office::founded("2026-09-01");
    let changed = SHEET.replace("5000", "8000").replace("在谈", "签约");
    let mut window = with(&office, &[("a.csv", SHEET), ("b.csv", &changed)]);
    command(&mut window, "import a.csv");
    window.press("iy");
    let screen = window.screen();
    assert!(screen.contains("已导入 a.csv：新增 2") && screen.contains("u 撤销"), "{screen}");
    assert!(screen.contains("线索 0  在谈 1  签约 1"), "the board shows them: {screen}");
    window.press("u");
    assert_eq!(leads(&office), 0);
    command(&mut window, "import a.csv");
    window.press("iy");
    command(&mut window, "import b.csv");
    let screen = window.screen();
    assert!(screen.contains("更新 0") && screen.contains("略过 1"), "new ones alone: {screen}");
    window.press("m3");
    let screen = window.press("3").screen();
    assert!(screen.contains("新增 0  更新 1"), "{screen}");
    assert!(screen.contains("总投资 5,000万元 -> 8,000万元"), "in the board's words: {screen}");
    assert!(screen.contains("项目阶段 在谈 -> 签约"), "{screen}");
    window.press("iy");
    assert!(window.screen().contains("已导入 b.csv：更新 1，无变化 1"), "{}", window.screen());
    let stages: Vec<Stage> = office.engine.board().leads().iter().map(|(_, lead)| lead.stage).collect();
    assert_eq!(stages, [Stage::Sign, Stage::Sign]);
    for name in ["all.xlsx", "all.csv", "all.json"] {
        window.press("<f6>");
        command(&mut window, &format!("export {name}"));
        command(&mut window, &format!("import {name}"));
        let screen = window.press("m2").screen();
        assert!(screen.contains("新增 0  更新 0  无变化 2"), "{name}: {screen}");
        window.press("q");
        if window.screen().contains("离开预览吗") {
            window.press("y");
        }
    }
}

#[test]
fn the_sheets_that_are_taken_are_chosen() {
    let office = Office::founded("2026-09-01");
    let mut window = with(&office, &[]);
    let mut book = Workbook::new();
    for (name, cells) in [
        ("台账", [["项目名称", "投资方"], ["演示·甲", "甲公司"]]),
        ("人才", [["姓名", "引进单位"], ["演示博士", "演示研究所"]]),
    ] {
        let sheet = book.add_worksheet().set_name(name).expect("a name");
        sheet.write_row_matrix(0, 0, cells).expect("cells");
    }
    window.drawer.files.insert("a.xlsx".to_owned(), book.save_to_buffer().expect("a book"));
    command(&mut window, "import a.xlsx");
    let screen = window.press("4").screen();
    let of = |screen: &str, name: &str| {
        screen.lines().find(|line| line.trim_start().starts_with(name)).expect("its line").to_owned()
    };
    assert!(of(&screen, "台账").contains("1 行：新增 1"), "{screen}");
    let talents = of(&screen, "人才");
    assert!(talents.contains("不导入") && talents.contains("1 行") && !talents.contains("新增"), "{screen}");
    let screen = window.press("j<enter>").screen();
    assert!(of(&screen, "人才").contains("新增 1") && screen.contains("新增 2"), "{screen}");
    window.press("iy");
    assert_eq!(leads(&office), 2, "{}", window.screen());
    // A sheet that is named and not there is not another one.
    window.drawer.wish.sheet = Some("目标".to_owned());
    command(&mut window, "import a.xlsx");
    assert!(window.screen().contains("没有这个工作表；有：台账、人才"), "{}", window.screen());
}

#[test]
fn a_mapping_is_kept_and_offered_for_a_sheet_of_the_same_shape() {
    let office = Office::founded("2026-09-01");
    let sheet = "项目名称,特别说明\n演示·甲,其一\n";
    let mut window = with(&office, &[("a.csv", sheet), ("b.csv", &sheet.replace("甲", "乙"))]);
    command(&mut window, "import a.csv");
    window.press("G<enter>").paste("项目内容").press("<enter>S").paste("局里的").press("<enter>");
    assert!(window.screen().contains("局里的"), "{}", window.screen());
    window.press("<esc>y");
    command(&mut window, "import b.csv");
    let screen = window.screen();
    assert!(screen.contains("f ") && !screen.contains("-> 项目内容"), "{screen}");
    window.press("f");
    assert!(window.screen().contains("局里的"), "{}", window.screen());
    window.press("<enter>");
    assert!(window.screen().contains("-> 项目内容"), "{}", window.screen());
    window.press("iy");
    let board = office.engine.board();
    assert_eq!(board.leads().iter().next().expect("one").1.content, "其一");
}

#[test]
fn a_unit_and_an_order_are_asked_one_after_the_other() {
    let office = Office::founded("2026-09-01");
    let mut window = with(&office, &[("a.csv", "项目名称,总投资,首谈时间\n演示·甲,5000,03/04/2026\n")]);
    command(&mut window, "import a.csv");
    let screen = window.press("i").screen();
    assert!(screen.contains("没有写明单位") && !screen.contains("现在导入吗"), "{screen}");
    let screen = window.press("w1").screen();
    assert!(screen.contains("不知是日在前还是月在前"), "{screen}");
    window.press("w").paste("日/月").press("<enter>");
    assert!(!window.screen().contains("按 w 选"), "{}", window.screen());
    window.press("iy");
    let board = office.engine.board();
    let (_, lead) = board.leads().iter().next().expect("one");
    assert_eq!(lead.first_talk.map(|day| day.to_string()), Some("2026-04-03".to_owned()));
    assert_eq!(lead.amount.and_then(guatu::domain::Money::yuan), Some(50_000_000));
}

#[test]
fn a_sheet_without_names_is_mapped_by_hand() {
    let office = Office::founded("2026-09-01");
    let mut window = with(&office, &[("a.csv", "投资方,总投资（万元）,甲乙丙\n甲公司,5000,演示·甲\n")]);
    command(&mut window, "import a.csv");
    let screen = window.screen();
    assert!(screen.contains("以投资方为名"), "said where there is no column of names: {screen}");
    window.press("G<enter>").paste("项目名称").press("<enter>");
    let screen = window.screen();
    assert!(!screen.contains("以投资方为名"), "{screen}");
    window.press("iy");
    assert_eq!(office.engine.board().leads().iter().next().expect("one").1.name, "演示·甲");
}

#[test]
fn a_sheet_that_names_nothing_says_which_key_helps() {
    let office = Office::founded("2026-09-01");
    let mut window = with(&office, &[("a.csv", "甲乙,丙丁\n1,演示·甲\n")]);
    command(&mut window, "import a.csv");
    let screen = window.screen();
    assert!(screen.contains("没有名称列：按 1") && !screen.contains("--map"), "{screen}");
    assert!(!screen.contains("i 导入"), "nothing can be done yet: {screen}");
    let screen = window.press("3").screen();
    assert_eq!(screen.matches("没有名称列").count(), 1, "{screen}");
    window.press("1G<enter>").paste("项目名称").press("<enter>iy");
    assert_eq!(leads(&office), 1, "{}", window.screen());
}

#[test]
fn blanks_that_merged_cells_have_left_are_filled_down() {
    let office = Office::founded("2026-09-01");
    let sheet = "责任人,项目名称\n王强,演示·甲\n,演示·乙\n,演示·丙\n李敏,演示·丁\n,演示·戊\n";
    let mut window = with(&office, &[("a.csv", sheet)]);
    command(&mut window, "import a.csv");
    let screen = window.screen();
    assert!(screen.contains("空格可补齐") && screen.contains("像丢了合并单元格"), "{screen}");
    window.press("<enter>").paste("向下补齐").press("<enter>");
    assert!(window.screen().contains(" 向下补齐"), "{}", window.screen());
    window.press("iy");
    let board = office.engine.board();
    assert!(board.leads().iter().all(|(_, lead)| lead.owner.is_some()));
}

#[test]
fn a_row_is_decided_by_hand() {
    let office = Office::founded("2026-09-01");
    let mut window = with(&office, &[("a.csv", SHEET)]);
    command(&mut window, "import a.csv");
    window.press("3x");
    assert!(window.screen().contains("略过 1"), "{}", window.screen());
    // The list begins where the row stands now.
    window.press(" <enter>");
    assert!(window.screen().contains("略过 1"), "{}", window.screen());
    window.press(" 1");
    assert!(window.screen().contains("新增 2"), "{}", window.screen());
}

#[test]
fn whoever_wants_no_problems_changes_nothing_where_there_is_one() {
    let office = Office::founded("2026-09-01");
    let mut window = with(&office, &[("a.csv", &SHEET.replace("签约", "奇怪"))]);
    window.drawer.wish.stop = true;
    command(&mut window, "import a.csv");
    let screen = window.press("i").screen();
    assert!(screen.contains("有 1 处问题"), "{screen}");
    window.press("y");
    assert_eq!(leads(&office), 0);
}

#[test]
fn who_may_only_look_cannot_begin_from_the_shell_either() {
    let office = Office::founded("2026-09-01");
    let mut window = office.window("zhao", Lang::Zh, (80, 24));
    window.event(Event::Import(Came::Wished("a.csv".to_owned())));
    let screen = window.screen();
    assert!(screen.contains("只有查看权限") && screen.contains("海洋"), "{screen}");
}

fn left(path: &str) -> Event {
    let texts = vec![("file".to_owned(), path.to_owned())];
    Event::Draft(Draft { action: "import".to_owned(), id: None, texts })
}

#[test]
fn what_was_left_is_asked_after_what_one_has_come_for() {
    let office = Office::founded("2026-09-01");
    for (path, is_asked) in [("a.csv", false), ("b.csv", true)] {
        let mut window = with(&office, &[("a.csv", "项目名称\n"), ("b.csv", SHEET)]);
        let wished = Came::Wished("a.csv".to_owned());
        window.drawer.files.insert("a.csv".to_owned(), format!("项目名称\n演示·{path}\n").into_bytes());
        window.event(Event::Import(wished));
        window.event(left(path));
        let screen = window.screen();
        assert!(screen.contains("新增 1") && !screen.contains("要重新打开吗"), "{screen}");
        window.press("iy");
        assert_eq!(window.screen().contains("要重新打开吗"), is_asked, "{}", window.screen());
        if is_asked {
            window.press("y");
            assert!(window.screen().contains("b.csv"), "{}", window.screen());
        }
    }
}

#[test]
fn names_of_files_are_shown_bare_and_taken_in_quotes() {
    let office = Office::founded("2026-09-01");
    let long = "演示".repeat(60) + ".csv";
    let mut window = with(&office, &[("我 的.csv", SHEET), ("a\u{1b}[31m.csv", SHEET), (&long, SHEET)]);
    command(&mut window, "import '我 的.csv'");
    assert!(window.screen().contains("新增 2"), "{}", window.screen());
    window.press("q");
    command(&mut window, &format!("import {long}"));
    let screen = window.screen();
    assert!(screen.contains("新增 2") && screen.contains("选项"), "{screen}");
    window.press("q");
    window.event(Event::Import(Came::Wished("a\u{1b}[31m.csv".to_owned())));
    let screen = window.screen();
    assert!(screen.contains("a[31m.csv") && !screen.contains('\u{1b}'), "{screen}");
}

#[test]
fn nothing_else_begins_from_within_a_preview() {
    let office = Office::founded("2026-09-01");
    let mut window = with(&office, &[("a.csv", SHEET), ("b.csv", SHEET)]);
    command(&mut window, "import a.csv");
    command(&mut window, "import b.csv");
    let screen = window.screen();
    assert!(screen.contains("a.csv") && screen.contains("新增 2"), "{screen}");
    command(&mut window, "export c.csv");
    assert!(!window.drawer.files.contains_key("c.csv"));
}

#[test]
fn a_file_that_stays_does_not_stand_in_the_way_of_the_next() {
    let office = Office::demo("2026-09-01");
    let mut window = with(&office, &[("a.csv", "mine")]);
    window.press("<f6>");
    command(&mut window, "export a.csv");
    window.press("<esc>");
    assert_eq!(window.drawer.files["a.csv"], b"mine");
    command(&mut window, "export b.csv");
    assert!(window.drawer.files.contains_key("b.csv"), "{}", window.screen());
}

#[test]
fn a_file_that_takes_its_time_says_how_far_it_is_and_esc_stops_it() {
    let office = Office::demo("2026-09-01");
    let mut window = with(&office, &[("a.csv", SHEET)]);
    window.drawer.is_slow = true;
    window.press("<f6>");
    command(&mut window, "export b.csv");
    assert!(window.screen().contains("正在写入 b.csv（Esc 取消）"), "{}", window.screen());
    window.event(Event::Exported(Exported::Far(1 << 20, 4 << 20)));
    assert!(window.screen().contains("25%"), "{}", window.screen());
    // Keys are for the list still; a second file waits until the first is over.
    window.press("j");
    for line in ["export c.csv", "import a.csv"] {
        command(&mut window, line);
        assert!(window.screen().contains("另一个文件还没有传完"), "{}", window.screen());
    }
    window.press("<esc>");
    assert!(window.screen().contains("已取消"), "{}", window.screen());
    // What still comes of it is not told any more, and Esc leads back again.
    window.event(Event::Exported(Exported::Far(2 << 20, 4 << 20)));
    assert!(!window.screen().contains("50%"), "{}", window.screen());
    window.press("<esc>");
    assert!(window.screen().contains("海洋"), "{}", window.screen());
}

#[test]
fn nothing_in_a_file_or_its_name_is_a_word_to_the_terminal() {
    let office = Office::founded("2026-09-01");
    let bad = "坏\u{1b}[31m\u{202e}";
    let sheet = format!("项目名称,{bad}头,责任人\n演示·{bad},{bad}值,{bad}人\n{bad}二,,\n");
    let name = format!("{bad}.csv");
    let mut window = with(&office, &[(&name, &sheet)]);
    window.event(Event::Import(Came::Wished(name.clone())));
    for keys in ["j", "<enter>", "<esc>2", "3", "<enter>", "<esc>4", "i", "y", "<f6>"] {
        let screen = window.press(keys).screen();
        assert!(!screen.contains(['\u{1b}', '\u{202e}']), "{keys}: {screen:?}");
    }
    assert_eq!(leads(&office), 2);
    let mut window = with(&office, &[]);
    window.event(left(&name));
    let screen = window.screen();
    assert!(screen.contains("导入预览没有做完") && !screen.contains(['\u{1b}', '\u{202e}']), "{screen:?}");
}

const ASKS: &str = "编号,项目名称,投资方,总投资,首次洽谈日期\nA-1,演示·甲,甲公司,5000,01/02/2026\n";

#[test]
fn what_is_asked_stands_among_the_problems() {
    let office = Office::founded("2026-09-01");
    for (lang, unit, order) in [
        (Lang::Zh, "没有写明单位：按 w", "日在前还是月在前？按 w"),
        (Lang::En, "No unit: w", "Day or month first? w"),
    ] {
        let mut window = office.window("wang", lang, (80, 24));
        window.drawer.files.insert("a.csv".to_owned(), ASKS.as_bytes().to_vec());
        command(&mut window, "import a.csv");
        let screen = window.press("2").screen();
        assert!(screen.contains(unit) && screen.contains(order), "{screen}");
        let screen = window.press("j<enter>").screen();
        assert!(screen.contains("E2") && screen.contains("01/02/2026"), "Enter shows the row: {screen}");
    }
}

#[test]
fn each_cell_of_a_row_says_what_it_is_read_as() {
    let office = Office::founded("2026-09-01");
    let asks = ASKS.replace("5000", "约3亿元");
    let sections = "旧台账（单位：亿元）,,,,\n编号,项目名称,投资方,总投资,完成时限\n一、海洋生物产业事业部,,,,\n\
        A-1,演示·甲,甲公司,1.2,2026年3月中旬\n";
    let mut window = with(&office, &[("a.csv", &asks), ("b.csv", sections)]);
    command(&mut window, "import a.csv");
    let screen = window.press("3<enter>").screen();
    assert!(screen.contains("缺日期次序") && screen.contains("3.00亿元"), "{screen}");
    window.press("<esc>w");
    let screen = window.press("<enter>").screen();
    assert!(!screen.contains("缺日期次序"), "{screen}");
    let screen = window.press("<enter>jjjj").screen();
    assert!(screen.contains("01/02/2026 -> 2026-02-01"), "{screen}");
    window.press("<esc>q");
    if window.screen().contains("离开预览吗") {
        window.press("y");
    }
    command(&mut window, "import b.csv");
    let screen = window.press("3<enter>jjjjj").screen();
    assert!(screen.contains("1.20亿元") && screen.contains("2026-03-"), "{screen}");
    assert!(screen.contains("节标题") && screen.contains("海洋生物产业事业部 -> 海洋生物"), "{screen}");
}
