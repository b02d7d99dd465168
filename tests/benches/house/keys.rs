//! From a key to the frame that it changes, over the socket: long lists, orders, filters.

use std::time::Duration;

use guatu::wire::Code;

use crate::link::Link;
use crate::server::Server;
use crate::table;

/// What is typed into the filter: initials, pinyin, words, codes, and what nothing has.
const WORDS: [&str; 8] = ["hyg", "shjqr", "zhineng", "深海", "海藻生物", "ys-09", "00123", "zzzq"];

/// Every kind of key at its window.
pub(crate) fn all(server: &Server) {
    server.start();
    let mut link = Link::attach(&server.place());
    while link.take().frames == 0 {}
    link.press(Code::F(6));
    let down = repeat(&mut link, 500, &[Code::Down]);
    table::times("key to screen, down a list of 100000 leads", down, Some(5));
    let ends = repeat(&mut link, 50, &[Code::Char('G'), Code::Char('g')]);
    table::times("  to the end and back", ends, Some(5));
    let pages = repeat(&mut link, 100, &[Code::PageDown]);
    table::times("  a page on", pages, Some(5));
    let orders = repeat(&mut link, 60, &[Code::Char('>')]);
    table::times("  the next order", orders, Some(5));
    let divisions = repeat(&mut link, 20, &[Code::Char('1'), Code::Char('6'), Code::Char('0')]);
    table::times("  a division, all divisions", divisions, Some(5));
    let views = repeat(&mut link, 20, &[Code::F(2), Code::F(6)]);
    table::times("  the board and back", views, Some(5));
    let (typed, cleared) = filter(&mut link);
    table::times("each key of a filter, 100000 leads", typed, Some(16));
    table::times("  the filter cleared", cleared, Some(5));
}

fn repeat(link: &mut Link, times: usize, codes: &[Code]) -> Vec<Duration> {
    let keys = std::iter::repeat_n(codes, times).flatten();
    keys.map(|code| link.press(*code)).collect()
}

/// Types every word several times, its keys taken back between: what each key and each end took.
fn filter(link: &mut Link) -> (Vec<Duration>, Vec<Duration>) {
    let (mut typed, mut cleared) = (Vec::new(), Vec::new());
    for word in WORDS.iter().cycle().take(5 * WORDS.len()) {
        link.press(Code::Char('/'));
        typed.extend(word.chars().map(|ch| link.press(Code::Char(ch))));
        cleared.push(link.press(Code::Esc));
    }
    (typed, cleared)
}
