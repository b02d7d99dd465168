//! The mouse in every view and layer: what is clicked is what the cursor comes to.

use guatu::domain::Lang;
use guatu::ui::place::Place;
use guatu::ui::views::deck::Wishes;
use guatu::ui::{Event, Press, width};

use crate::desk::{Office, Window};
use crate::records::office_with_leads;

const SIZE: (u16, u16) = (100, 30);
/// What is swept.
const SIZES: [(u16, u16); 4] = [(80, 24), (60, 16), (200, 56), (40, 12)];
const DAY: &str = "2026-11-24";

/// A view, by the keys that show it.
#[derive(Clone, Copy)]
struct Swept {
    keys: &'static str,
    /// It is a grid: a cell of it is chosen, not a row.
    grid: bool,
    /// So many lines of what is chosen stand below the one that the cursor is drawn on.
    below: u16,
    /// So many clicks of a sweep come to something at least, by size.
    least: [usize; SIZES.len()],
}

const fn list(keys: &'static str, below: u16, least: [usize; SIZES.len()]) -> Swept {
    Swept { keys, grid: false, below, least }
}

const fn grid(keys: &'static str, below: u16, least: [usize; SIZES.len()]) -> Swept {
    Swept { keys, grid: true, below, least }
}

const VIEWS: [Swept; 13] = [
    list("<f6>", 0, [8, 8, 20, 6]),
    list("<f9>", 0, [8, 8, 9, 6]),
    list("<f10>", 0, [6, 6, 3, 4]),
    list("<f8>", 0, [8, 9, 20, 6]),
    list("O", 0, [6, 6, 4, 6]),
    list("<f5>", 1, [4, 3, 8, 2]),
    list("<f4>", 0, [10, 7, 13, 4]),
    list("<f3>1", 1, [4, 3, 4, 3]),
    list("<f11><tab>", 0, [6, 8, 18, 5]),
    list("<f11><tab><tab><tab>", 0, [4, 8, 17, 5]),
    grid("<f7>", 0, [30, 4, 25, 4]),
    grid("<f3>", 6, [30, 3, 25, 3]),
    grid("<f12>", 0, [8, 4, 10, 4]),
];

/// The first words of a line, whatever its columns.
fn line(screen: &str, y: u16) -> Vec<String> {
    let line = screen.lines().nth(usize::from(y)).unwrap_or_default();
    let words = line.split_whitespace().map(|word| word.trim_start_matches('▸'));
    words.filter(|word| !word.is_empty()).take(2).map(str::to_owned).collect()
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
    for (size, (columns, rows)) in SIZES.into_iter().enumerate() {
        for view in VIEWS {
            // Where it is narrow a chart is a list.
            let view =
                if columns < 76 { Swept { grid: false, below: view.below.min(1), ..view } } else { view };
            let mut window = office.window("wang", Lang::Zh, (columns, rows));
            window.press(view.keys);
            let mut hits = 0;
            for y in (1..rows - 2).step_by(1 + usize::from(rows / 30)) {
                for x in [3, columns / 2, columns * 3 / 4] {
                    hits += usize::from(comes(&mut window, (x, y), view));
                }
            }
            assert!(hits >= view.least[size], "{} {columns}: {hits}", view.keys);
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

#[test]
fn what_was_accepted_is_left_alone_once_another_lead_is_clicked() {
    let office = office_with_leads(DAY, 3);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f9>4").click("L3").press("t");
    assert!(window.screen().contains("完成时限：L3"), "{}", window.screen());
    window.press("<esc>4").click("t 时限");
    assert!(
        window.screen().contains("完成时限：L3"),
        "its hint is about what was said:\n{}",
        window.screen()
    );
    window.press("<esc>").click("L2").wheel(true, 1).press("a");
    assert!(window.screen().contains("责任人：L2"), "{}", window.screen());
}

#[test]
fn a_window_that_follows_a_deck_is_not_turned_and_one_that_presents_is() {
    let office = Office::demo(DAY);
    let mut presenter = office.window("wang", Lang::Zh, SIZE);
    let mut other = office.window("wang", Lang::Zh, SIZE);
    presenter.event(Event::Present(Wishes::default()));
    presenter.click_at(9, 9).click_at(9, 9).wheel(true, 1).wheel(false, 2);
    let foot =
        |window: &mut Window<'_>| window.screen().lines().last().map(str::to_owned).unwrap_or_default();
    assert!(foot(&mut presenter).contains(" 2/"), "{}", foot(&mut presenter));
    let at = foot(other.press(":follow<enter>"));
    assert!(at.contains(" 2/"), "{at}");
    for press in [Press::Left, Press::Wheel { down: true }, Press::Wheel { down: false }] {
        other.event(Event::Mouse(press, (9, 9)));
        assert!(foot(&mut other).contains("翻页由对方掌握"), "it is told:\n{}", other.screen());
        // The line that says so stands over the foot; a click takes it away and does nothing else.
        other.click_at(9, SIZE.1 - 1);
        assert_eq!(foot(&mut other), at);
    }
}

#[test]
fn a_click_on_words_that_cover_the_hints_of_a_slide_presses_none_of_them() {
    let office = Office::demo(DAY);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.event(Event::Present(Wishes::default()));
    let asked = window.press("c").screen();
    let hint = asked.lines().last().and_then(|line| Some(width::of(&line[..line.find("Esc")?])));
    let column = u16::try_from(hint.expect("a hint")).expect("on the screen");
    window.event(Event::NotUtf8);
    assert_ne!(window.screen(), asked);
    assert_eq!(window.click_at(column, SIZE.1 - 1).screen(), asked, "what was said is gone, and no more");
    assert!(!window.click_at(column, SIZE.1 - 1).screen().contains("军令状：记下承诺"));
}

#[test]
fn what_explains_a_sign_is_not_typed_by_a_click() {
    let office = Office::demo(DAY);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let before = window.press("<f6>o").screen();
    assert_eq!(window.click("* 必填").screen(), before);
    assert_eq!(window.click("~ 宜填").screen(), before);
    window.press("<esc>T").click("abc ");
    assert!(!window.screen().contains("/abc") && !window.screen().contains("/c"), "{}", window.screen());
}

#[test]
fn the_command_under_the_cursor_is_seen_and_no_line_is_recalled_by_the_wheel() {
    let office = Office::demo(DAY);
    let mut window = office.window("wang", Lang::Zh, (40, 12));
    window.press(":lang zh<enter>:");
    for _ in 0..40 {
        let (chosen, screen) = window.press("<down>").shown();
        assert!(!chosen.is_empty(), "{screen}");
    }
    assert!(window.screen().contains('▴') && window.screen().contains('▾'), "{}", window.screen());
    let typed = window.press("<esc>:la").shown();
    assert_eq!(window.wheel(false, 3).shown(), typed);
    assert_ne!(window.wheel(true, 1).shown().0, typed.0, "down it chooses");
}

#[test]
fn an_answer_is_not_changed_by_the_wheel() {
    let office = Office::demo(DAY);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let asked = window.press("<f6>o试点三号<esc>").shown();
    assert_eq!(window.wheel(true, 1).shown(), asked);
    assert_eq!(window.wheel(false, 3).shown(), asked);
}

#[test]
fn a_lead_of_a_pane_is_clicked_and_opens_at_the_second_click() {
    let office = Office::demo(DAY);
    for keys in ["", "z"] {
        let mut window = office.window("wang", Lang::Zh, (120, 34));
        window.press(keys);
        for id in ["L9 ", "L4 ", "L13 "] {
            let (chosen, screen) = window.click(id).shown();
            let is_on = |(_, y): &(u16, u16)| screen.lines().nth(usize::from(*y)).unwrap().contains(id);
            assert!(chosen.iter().any(is_on), "{keys}{id}\n{screen}");
        }
        window.click("L13 ");
        assert_eq!(window.app.stand().place, Place::Ledger(guatu::domain::Kind::Lead));
        assert!(window.screen().contains("L13 无人艇"), "its page:\n{}", window.screen());
    }
    // In another pane, and from below the first lead up to the pane itself.
    let mut window = office.window("wang", Lang::Zh, (120, 34));
    window.click("L11 ").click("L146").click("L145").press("<up><up>").click("L145").click("L145");
    assert!(window.screen().contains("L145 成果转化"), "{}", window.screen());
}

#[test]
fn a_day_of_the_calendar_is_chosen_by_a_click() {
    let office = Office::demo(DAY);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f9>t<right>").click("三  四");
    assert!(window.screen().contains("2026年11月"), "a weekday is no day:\n{}", window.screen());
    let screen = window.click("12  13").screen();
    assert!(screen.contains("2026-11-12") && !screen.contains("2026年11月"), "{screen}");
    let screen = window.press("<up><right>").click("30   1").click("Ctrl-s").screen();
    assert!(screen.contains("2026-11-30"), "{screen}");
}
