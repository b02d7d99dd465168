//! Finding one's way: filter, command line, help, rules, languages, themes, sizes.

use guatu::domain::Lang;
use guatu::ui::{Event, Prefs};
use ratatui::style::Color;

use crate::desk::{Office, Window};

const SIZE: (u16, u16) = (100, 30);

fn office() -> Office {
    let office = Office::founded("2026-11-23");
    let mut window = office.window("wang", Lang::Zh, SIZE);
    for name in ["演示深海机器人", "演示海洋观测浮标", "演示创业加速器"] {
        window.press("o").paste(name).press("<c-s>");
    }
    drop(window);
    office
}

fn lists(window: &mut Window<'_>, name: &str) -> bool {
    window.screen().contains(name)
}

#[test]
fn the_filter_finds_text_pinyin_and_initials() {
    let office = office();
    for typed in ["观测", "guance", "hygc", "ｈｙｇｃ"] {
        let mut window = office.window("wang", Lang::Zh, SIZE);
        window.press("<f6>/").paste(typed).press("<enter>");
        assert!(lists(&mut window, "演示海洋观测浮标"), "{typed}: {}", window.screen());
        assert!(!lists(&mut window, "演示创业加速器"), "{typed}: {}", window.screen());
        window.press("\\");
        assert!(lists(&mut window, "演示创业加速器"), "{typed}: {}", window.screen());
    }
}

#[test]
fn six_ones_are_found_in_both_languages() {
    let office = office();
    for typed in ["孵化器", "fhq", "incubator"] {
        let mut window = office.window("wang", Lang::En, SIZE);
        window.press("<f7>/").paste(typed).press("<enter>");
        assert!(lists(&mut window, "1/6"), "one of each division by {typed}: {}", window.screen());
    }
}

#[test]
fn the_command_line_knows_divisions_by_initials() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press(":hysw<enter>");
    let screen = window.screen();
    let title = screen.lines().find(|line| line.contains("海洋生物")).expect("the pane");
    assert!(title.contains("━ 5 海洋生物"), "division 5 has the keys:\n{screen}");
}

#[test]
fn the_rules_print_every_threshold() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press(":rules<enter>").screen();
    assert!(screen.contains("10 点") && screen.contains("180"), "{screen}");
}

#[test]
fn language_and_theme_switch_while_running_and_are_kept() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press(":lang en<enter>");
    assert!(lists(&mut window, "Leads") || lists(&mut window, "help"), "{}", window.screen());
    assert_eq!(window.prefs.lang, "en");
    window.press(":theme light<enter>");
    assert_eq!(window.prefs.theme, "light");
    window.press(":theme nothing<enter>");
    assert!(window.screen().contains("no theme nothing"), "{}", window.screen());
}

/// A window whose person brought theme files and chose one earlier.
fn themed<'o>(office: &'o Office, files: &[(&str, &str)], chosen: &str) -> Window<'o> {
    let mut window = office.window("wang", Lang::En, (80, 24));
    let files = files.iter().map(|(name, text)| ((*name).to_owned(), Ok((*text).to_owned())));
    window.event(Event::Themes(files.collect()));
    let prefs = Prefs { lang: "en".to_owned(), theme: chosen.to_owned(), ..Prefs::default() };
    window.event(Event::Prefs(prefs));
    window
}

const MINE: &str = "en = \"Harbour\"\n[palette]\nink = \"#102030\"\nground = \"#f0f1f2\"\n";

#[test]
fn the_list_of_themes_previews_and_leaves_the_board_visible() {
    let office = office();
    let mut window = themed(&office, &[], "");
    let before = window.ground();
    window.press("T<down>");
    assert!(lists(&mut window, "White"), "what it is called: {}", window.screen());
    assert!(lists(&mut window, "1 Marine"), "the board is seen behind: {}", window.screen());
    assert_ne!(window.ground(), before, "the theme under the cursor is shown");
    window.press("<esc>");
    assert_eq!(window.ground(), before);
    window.press("T<down><enter>");
    assert_eq!(window.prefs.theme, "light");
}

#[test]
fn a_theme_of_ones_own_is_listed_taken_and_kept() {
    let office = office();
    let mut window = themed(&office, &[("mine.toml", MINE)], "");
    window.press("T<end>");
    assert!(lists(&mut window, "Harbour") && lists(&mut window, "yours"), "{}", window.screen());
    assert_eq!(window.ground(), Color::Rgb(0xf0, 0xf1, 0xf2));
    window.press("<enter>");
    assert_eq!(window.prefs.theme, "mine");
    window.press(":theme dark<enter>:theme mine<enter>");
    assert_eq!(window.ground(), Color::Rgb(0xf0, 0xf1, 0xf2));
    let mut window = themed(&office, &[("mine.toml", MINE)], "mine");
    assert_eq!(window.ground(), Color::Rgb(0xf0, 0xf1, 0xf2), "it is there at the next attach");
}

#[test]
fn a_faulty_theme_is_listed_with_its_line_and_not_taken() {
    let office = office();
    let broken = ("broken.toml", "[styles]\ntext = { fg = \"chalk\" }");
    let mut window = themed(&office, &[broken], "");
    window.press("T<end>");
    for said in ["faulty", "broken.toml", "line 2", "chalk"] {
        assert!(lists(&mut window, said), "{said}: {}", window.screen());
    }
    let dark = themed(&office, &[], "").ground();
    for script in ["<enter>", ":theme broken<enter>"] {
        window.press(script);
        assert!(lists(&mut window, "broken.toml: line 2"), "{}", window.screen());
        assert_eq!((window.ground(), window.prefs.theme.as_str()), (dark, ""));
    }
    let mut window = themed(&office, &[broken], "broken");
    assert!(lists(&mut window, "broken.toml: line 2"), "also where it was chosen: {}", window.screen());
}

#[test]
fn a_theme_that_is_gone_is_said_once() {
    let office = office();
    let mut window = themed(&office, &[], "mine");
    assert!(lists(&mut window, "The theme mine is gone"), "{}", window.screen());
    assert_eq!(window.ground(), themed(&office, &[], "").ground());
    window.press("j");
    assert!(!lists(&mut window, "is gone"), "{}", window.screen());
    let mut window = themed(&office, &[], "high-contrast");
    assert!(!lists(&mut window, "is gone"), "it was renamed: {}", window.screen());
    assert_eq!(window.ground(), Color::Rgb(0, 0, 0));
}

#[test]
fn every_key_of_help_is_one_of_the_table() {
    let office = office();
    let mut window = office.window("wang", Lang::En, SIZE);
    let screen = window.press("?").screen();
    assert!(screen.contains("Keys valid here"), "{screen}");
    window.press("undo");
    assert!(window.screen().contains("Undo"), "{}", window.screen());
}

#[test]
fn full_width_letters_count_as_their_half_width_keys() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("？");
    assert!(window.screen().contains("此处可用的按键"), "{}", window.screen());
}

#[test]
fn too_small_a_window_says_so_and_recovers() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, (80, 24));
    let before = window.screen();
    window.resize(20, 5);
    assert!(window.screen().contains("终端太小"), "{}", window.screen());
    window.resize(1, 1);
    window.screen();
    window.resize(80, 24);
    assert_eq!(window.screen(), before);
    window.resize(20, 5).press("q");
    assert!(window.closed, "quitting works at any size");
}

#[test]
fn nothing_is_done_in_a_window_that_shows_nothing() {
    let office = office();
    let head = office.engine.board().head();
    let mut window = office.window("wang", Lang::Zh, (80, 24));
    window.press("<f9>").resize(30, 10).press("1>x").paste("1").resize(80, 24);
    assert_eq!(office.engine.board().head(), head);
    let typed = "演示半张表单";
    window.press("o").paste(typed).resize(30, 10).press("y").paste("误").resize(80, 24);
    assert!(window.screen().contains(&format!("{typed} ")), "{}", window.screen());
    window.resize(30, 10).press("q");
    assert!(window.closed && window.app.draft().is_some(), "the form is kept");
}

#[test]
fn history_names_what_was_done() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("<f8>").screen();
    assert!(screen.contains("新建 L3 演示创业加速器"), "{screen}");
    assert!(screen.contains("建板"), "{screen}");
    let screen = window.press("q<f6>i").screen();
    assert!(!screen.contains("建板"), "the history of one record:\n{screen}");
}

#[test]
fn back_goes_back_and_quits_at_the_top() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f6><enter>qq");
    assert!(!window.closed);
    window.press("q");
    assert!(window.closed);
}

#[test]
fn escape_goes_back_and_never_out() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f6><enter><esc><esc><esc>");
    assert!(!window.closed);
    assert!(window.screen().contains("按 q"), "{}", window.screen());
    window.press("<f6>q");
    assert!(!window.closed, "one step back to the board first");
    window.press("q");
    assert!(window.closed);
}

#[test]
fn escape_leads_from_a_divisions_leads_to_the_board() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("4<enter>");
    assert!(window.screen().contains("信息"), "{}", window.screen());
    let screen = window.press("<esc>").screen();
    assert!(screen.contains("2 众创服务"), "one is at the board:\n{screen}");
    assert!(screen.lines().last().unwrap_or_default().contains("q 退出"), "{screen}");
    assert!(lists(window.press("<f6>"), "演示深海机器人"), "all leads are listed again");
    window.press("<f3><f7><f8>q");
    assert!(window.screen().contains("2 众创服务"), "from each view it is one step: {}", window.screen());
}

#[test]
fn full_width_keys_count_wherever_keys_are_read_and_are_text_where_text_is_typed() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let hint = "收到全角字符";
    let picked = window.press("T２").screen();
    assert!(picked.contains(hint) && !window.prefs.theme.is_empty(), "a digit picks:\n{picked}");
    window.press("<f6>ｏ").paste("演示半途").press("<esc>ｎ");
    let screen = window.screen();
    assert!(
        screen.contains("演示半途") && !screen.contains("要放弃吗"),
        "the question is answered:\n{screen}"
    );
    window.press("<esc>ｙ");
    assert!(!window.screen().contains("演示半途"));
    let narrowed = window.press("T").press("ｓａｆｅ").screen();
    assert!(!narrowed.contains(hint) && narrowed.contains("safe"), "words that narrow are text:\n{narrowed}");
    window.press("<esc>：rules<enter>");
    let closed = window.press("ｑ").screen();
    assert!(!closed.contains("━━━━━━━━━━"), "{closed}");
}

#[test]
fn the_line_that_is_copied_is_that_of_the_table() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("<f6>y").screen();
    assert!(screen.contains("你的终端"), "{screen}");
    let [line] = window.copied.as_slice() else { panic!("one line: {:?}", window.copied) };
    let cells: Vec<&str> = line.split('\t').collect();
    assert!(cells.contains(&"L1") && cells.contains(&"演示深海机器人") && cells.contains(&"线索"), "{line}");
}

#[test]
fn esc_and_a_key_that_come_at_once_are_two_keys() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let at_once = |key: char| Event::Key(guatu::ui::Key { alt: true, ..guatu::ui::Key::char(key) });
    window.press("<f6>/").paste("海洋");
    window.event(at_once('e'));
    assert!(window.screen().contains("修改"), "the filter is left and the form open: {}", window.screen());
    window.press("<esc>");
    window.event(at_once('p'));
    assert!(window.screen().contains("1/17"), "{}", window.screen());
}
