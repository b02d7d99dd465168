//! The preview of an import: its pages, what is asked, at both sizes and in both languages.

use guatu::domain::Lang;
use guatu::ui::width;

use crate::desk::{Office, Window};

const SHEET: &str = "双招双引项目台账（单位：万元）,,,,,,,,\n\
    编号,项目名称,投资方,总投资,项目阶段,责任人,首次洽谈日期,优势,本周进展\n\
    A-1,演示·深海机器人,甲公司,5000,在谈,王强,2026-03-05,技术领先,已实地考察\n\
    A-2,演示·海藻胶囊,乙公司,1.2亿元,签约,李敏、赵六,2026年3月底,靠近原料,合同待盖章\n\
    A-3,演示·冷链枢纽,丙公司,约三个亿,奇怪阶段,孙七,2026-04-01,,\n\
    A-4,,丁公司,800,线索,周八,2026/4/1,,\n\
    A-5,演示·蓝湾度假综合开发与海岸线保护利用一体化示范项目,戊公司,待定,线索,王强,2026-05-31,海岸线,踏勘\n\
    合计,,,,,,,,\n";

fn window(office: &Office, lang: Lang, size: (u16, u16)) -> Window<'_> {
    let mut window = office.window("wang", lang, size);
    window.drawer.files.insert("台账.csv".to_owned(), SHEET.as_bytes().to_vec());
    window.press(":").paste("import 台账.csv").press("<enter>");
    window
}

/// Each page at a size in a language, one below the other.
fn pages(size: (u16, u16), lang: Lang) -> String {
    let office = Office::founded("2026-09-01");
    // One is on the board already, and says something else.
    let mut first = office.window("wang", Lang::Zh, (80, 24));
    let before = "编号,项目名称,投资方,总投资（万元）\nA-1,演示·深海机器人,甲公司,4000\n";
    first.drawer.files.insert("a.csv".to_owned(), before.as_bytes().to_vec());
    first.press(":").paste("import a.csv").press("<enter>iy");
    let mut window = window(&office, lang, size);
    window.press("m2");
    let shown = ["1", "2jj", "<enter>", "<esc>3", "4G", "<enter>"].map(|keys| {
        let screen = window.press(keys).screen();
        for line in screen.lines() {
            assert!(width::of(line) <= usize::from(size.0), "{line}");
        }
        screen
    });
    shown.join("\n")
}

#[test]
fn the_preview_at_its_sizes() {
    for (size, name) in [((80, 24), "80x24"), ((120, 34), "120x34")] {
        for lang in Lang::ALL {
            insta::assert_snapshot!(format!("preview-{name}-{}", lang.tag()), pages(size, lang));
        }
    }
}

#[test]
fn the_preview_in_the_smallest_windows() {
    insta::assert_snapshot!("preview-40x12-zh-CN", pages((40, 12), Lang::Zh));
}
