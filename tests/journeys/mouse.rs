//! The mouse in every view and layer: what is clicked is what the cursor comes to.

use guatu::domain::Lang;
use guatu::ui::place::Place;

use crate::desk::{Office, Window};

const SIZE: (u16, u16) = (100, 30);
const DAY: &str = "2026-11-24";

/// A view, by the keys that show it.
#[derive(Clone, Copy)]
struct Swept {
    keys: &'static str,
    /// It is a grid: a cell of it is chosen, not a row.
    grid: bool,
    /// So many lines of what is chosen stand below the one that the cursor is drawn on.
    below: u16,
    /// So many clicks of a sweep come to something at least, in a window of 80 columns and 24 rows.
    least: usize,
}

const fn list(keys: &'static str, below: u16, least: usize) -> Swept {
    Swept { keys, grid: false, below, least }
}

const fn grid(keys: &'static str, below: u16, least: usize) -> Swept {
    Swept { keys, grid: true, below, least }
}

const VIEWS: [Swept; 13] = [
    list("<f6>", 0, 8),
    list("<f9>", 0, 8),
    list("<f10>", 0, 6),
    list("<f8>", 0, 8),
    list("O", 0, 6),
    list("<f5>", 1, 4),
    list("<f4>", 0, 10),
    list("<f3>1", 1, 4),
    list("<f11><tab>", 0, 6),
    list("<f11><tab><tab><tab>", 0, 4),
    grid("<f7>", 0, 30),
    grid("<f3>", 6, 30),
    grid("<f12>", 0, 8),
];

/// The first words of a line, whatever its columns.
fn line(screen: &str, y: u16) -> Vec<String> {
    let line = screen.lines().nth(usize::from(y)).unwrap_or_default();
    line.split_whitespace().filter(|word| *word != "▸").take(2).map(str::to_owned).collect()
}

/// Clicks on a cell that the cursor does not stand on: whether it has come there.
fn comes(window: &mut Window<'_>, cell: (u16, u16), view: Swept) -> bool {
    let (before, screen) = window.shown();
    let covers =
        |(x, y): &(u16, u16)| (!view.grid || *x == cell.0) && (*y..=y + view.below).contains(&cell.1);
    if before.iter().any(covers) {
        return false;
    }
    let place = window.app.stand().place;
    window.click_at(cell.0, cell.1);
    let (after, now) = window.shown();
    assert_eq!(window.app.stand().place, place, "{} {cell:?}\n{screen}", view.keys);
    if before == after && screen == now {
        return false;
    }
    // At the end of a page it turns: the row is the same, further up.
    let turned = after.iter().any(|(_, y)| line(&now, *y) == line(&screen, cell.1));
    assert!(after.iter().any(covers) || turned, "{} {cell:?}\n{screen}\n{now}", view.keys);
    true
}

#[test]
fn the_cursor_comes_to_what_is_clicked_in_every_view() {
    let office = Office::demo(DAY);
    for (columns, rows) in [(80, 24), (60, 16), (200, 56)] {
        for view in VIEWS {
            let mut window = office.window("wang", Lang::Zh, (columns, rows));
            window.press(view.keys);
            let mut hits = 0;
            for y in (1..rows - 2).step_by(1 + usize::from(rows / 30)) {
                for x in [3, columns / 2, columns * 3 / 4] {
                    hits += usize::from(comes(&mut window, (x, y), view));
                }
            }
            let least = if (columns, rows) == (80, 24) { view.least } else { 1 };
            assert!(hits >= least, "{} {columns}: {hits}", view.keys);
        }
    }
}

#[test]
fn a_click_on_what_is_under_the_cursor_opens_it() {
    let office = Office::demo(DAY);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f6>");
    let id = window
        .screen()
        .lines()
        .nth(6)
        .and_then(|l| l.split(' ').find(|w| w.starts_with('L')))
        .map(str::to_owned);
    let id = id.expect("a lead");
    window.click(&id).click(&id);
    let screen = window.screen();
    assert!(
        screen.contains("修改") && window.app.stand().place == Place::Ledger(guatu::domain::Kind::Lead),
        "{screen}"
    );
    assert!(screen.lines().nth(2).is_some_and(|line| line.contains(&id)), "its page:\n{screen}");
}

#[test]
fn a_click_takes_the_keys_to_a_pane_and_another_one_opens_it() {
    let office = Office::demo(DAY);
    for size in [(80, 24), (120, 34), (60, 16), (40, 12)] {
        let mut window = office.window("wang", Lang::Zh, size);
        for name in ["5 海洋生物", "2 众创服务", "6 金融", "1 海洋"] {
            window.click(name);
            let (screen, title) = (window.screen(), name.to_owned());
            let has_keys = screen.lines().any(|line| line.contains(&format!("━ {title}")))
                || window.chosen().iter().any(|(_, y)| line(&screen, *y).join(" ").contains(&title));
            assert!(has_keys, "{title}\n{screen}");
        }
        let before = window.screen();
        let zoomed = window.click("1 海洋").screen();
        assert!(zoomed != before && !zoomed.contains("2 众创服务"), "{zoomed}");
    }
}

#[test]
fn a_click_on_a_lead_of_a_pane_that_one_has_gone_into_leads_out_to_the_pane() {
    let office = Office::demo(DAY);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let title = |window: &mut Window<'_>| window.chosen().iter().all(|(_, y)| *y == 2);
    window.click("5 海洋生物").press("jj");
    assert!(!title(&mut window));
    window.click("5 海洋生物");
    assert!(title(&mut window));
}

#[test]
fn the_nodes_of_a_chain_are_clicked_with_several_divisions_and_with_one() {
    let office = Office::demo(DAY);
    for (size, keys) in
        [((120, 34), "<f11>"), ((200, 56), "<f11>"), ((120, 34), "<f11>5"), ((80, 24), "<f11>5")]
    {
        let mut window = office.window("wang", Lang::Zh, size);
        window.press(keys);
        let chain =
            office.engine.board().division(guatu::domain::Id::division(5)).map(|d| d.chain_nodes.clone());
        let mut seen = 0;
        for node in chain.expect("a division").iter().rev() {
            let screen = window.screen();
            if screen.lines().take(usize::from(size.1) - 8).any(|line| line.contains(&format!(" {node} "))) {
                window.click(&format!(" {node} "));
                let screen = window.screen();
                let told = screen.lines().any(|line| line.trim_start().starts_with(&format!("「{node}」")));
                assert!(told, "{keys} {node}\n{screen}");
                seen += 1;
            }
        }
        assert!(seen > 2, "{keys} {size:?}\n{}", window.screen());
    }
}

#[test]
fn the_wheel_moves_three_rows_and_scrolls_what_is_read() {
    let office = Office::demo(DAY);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f6>").wheel(true, 2);
    assert!(window.screen().contains(" 7/161"), "{}", window.screen());
    assert!(window.wheel(false, 1).screen().contains(" 4/161"));
    assert!(window.wheel(false, 9).screen().contains(" 1/161"));
    let first = window.press(":rules<enter>").screen();
    let scrolled = window.resize(60, 14).wheel(true, 1).screen();
    let rule = |screen: &str| screen.lines().nth(3).map(str::to_owned);
    assert_ne!(rule(&first), rule(&scrolled));
    assert_eq!(window.app.stand().place, Place::Ledger(guatu::domain::Kind::Lead));
    window.click_at(1, 1);
    assert!(!window.screen().contains("━━━━━━"), "a click closes it:\n{}", window.screen());
}

#[test]
fn a_hint_of_the_footer_does_its_key() {
    let office = Office::demo(DAY);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f6>").click("/ 筛选").press("海洋<enter>");
    assert!(window.screen().contains("筛选"), "{}", window.screen());
    window.click("? 帮助");
    assert!(window.screen().contains("此处可用的按键") || window.screen().contains("输入以筛选"));
    window.click("Esc 关闭");
    window.click("e 修改");
    assert!(window.screen().contains("修改 L"), "{}", window.screen());
    window.click("Ctrl-s 保存");
    assert!(!window.screen().contains("修改 L"), "{}", window.screen());
}

#[test]
fn a_form_is_filled_in_with_the_mouse() {
    let office = Office::demo(DAY);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f6>o").click("项目名称").press("试点一号");
    window.click("事业部 ").click("事业部 ");
    assert!(window.screen().contains("海洋技术装备"), "the list opens:\n{}", window.screen());
    window.click("高端服务");
    window.click("保存 Ctrl-s");
    let screen = window.screen();
    assert!(screen.contains("试点一号") && screen.contains("新建 L"), "{screen}");
}

#[test]
fn a_question_is_answered_by_its_words_alone() {
    let office = Office::demo(DAY);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f6>o").press("试点二号<esc>");
    let question = window.screen();
    assert!(question.contains(" 否"), "{question}");
    window.click_at(2, 4);
    assert!(window.screen().contains(" 否"), "it is not answered by the way");
    window.click("否（n）");
    assert!(window.screen().contains("试点二号") && !window.screen().contains("否（n）"));
    window.press("<esc>").click("是（y）");
    assert!(!window.screen().contains("试点二号"), "{}", window.screen());
}

#[test]
fn a_row_of_a_list_is_picked_and_one_of_help_chosen_first() {
    let office = Office::demo(DAY);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("T").click("safe");
    assert_eq!(window.prefs.theme, "safe");
    window.press("?").click("全部六个事业部");
    assert!(window.screen().contains("此处可用的按键"), "it is only chosen:\n{}", window.screen());
    window.click("全部六个事业部");
    assert!(!window.screen().contains("此处可用的按键"));
    window.press(":").press("lang").click("lang en").click("lang en");
    assert_eq!(window.prefs.lang, "en");
}

#[test]
fn the_mouse_is_taken_only_where_it_is_asked_for() {
    let office = Office::demo(DAY);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    assert_eq!(window.mouse, None, "the terminal's own selection is left alone");
    window.press(":mouse<enter>");
    assert_eq!((window.mouse, window.prefs.mouse), (Some(true), true));
    let kept = window.prefs.clone();
    window.press(":mouse<enter>");
    assert_eq!((window.mouse, window.prefs.mouse), (Some(false), false));
    let mut next = office.window("wang", Lang::Zh, SIZE);
    next.event(guatu::ui::Event::Prefs(kept));
    assert_eq!(next.mouse, Some(true), "the next window takes it");
}
