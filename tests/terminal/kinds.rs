//! Terminals of every kind: what they say of themselves, what they answer or do not, what they know.

use nix::sys::signal::{Signal, kill};

use crate::SIZE;
use crate::pty::{House, PROMPT, Window, until};

/// The question how wide signs of ambiguous width are, and its answers.
const QUESTION: &str = "\x1b[6n";
const WIDE: &str = "\x1b[2;9R";
const NARROW: &str = "\x1b[2;5R";

/// A line that only the one set draws, or only the other.
const UNICODE: char = '─';
const ASCII: [&str; 2] = ["-----", "====="];

fn draws_ascii(text: &str) -> bool {
    !text.contains(UNICODE) && ASCII.iter().any(|line| text.contains(line))
}

fn open(house: &House, differs: &[(&str, &str)]) -> Window {
    let window = house.window_with(SIZE, differs);
    window.until_open();
    window
}

#[test]
fn a_terminal_that_draws_ambiguous_signs_wide_gets_ascii() {
    let house = House::new();
    house.found();
    let mut window = open(&house, &[]);
    assert!(window.text().contains(UNICODE), "nobody waits for the answer");
    assert_eq!(window.raw().matches(QUESTION).count(), 1);
    window.keys(WIDE);
    window.until("signs of ascii alone", draws_ascii);
    assert!(window.text().contains("海洋"));
    window.keys(":glyphs unicode\r");
    window.until("what the person wants", |text| text.contains(UNICODE) && text.contains("unicode"));
    window.keys(":glyphs auto\r");
    window.until("what fits the terminal", |text| draws_ascii(text) && text.contains("auto"));
    window.keys("q");
    assert_eq!(window.exit_code(), 0);
    window.assert_restored();
}

#[test]
fn a_terminal_that_draws_them_narrow_or_never_answers_changes_nothing() {
    let house = House::new();
    house.found();
    let mut silent = open(&house, &[]);
    let before = silent.text();
    let mut narrow = open(&house, &[]);
    narrow.keys(NARROW);
    narrow.keys("\x1b[17~");
    narrow.until("the leads", |text| text.contains("演示线索") && text.contains(UNICODE));
    narrow.keys("qq");
    assert_eq!(narrow.exit_code(), 0);
    silent.until("the same", |text| text == before);
    silent.keys("o");
    silent.until("a form", |text| text.contains("项目名称"));
    silent.keys("\x1b");
    silent.until("the board", |text| text == before);
    silent.keys("q");
    assert_eq!(silent.exit_code(), 0);
    silent.assert_restored();
}

#[test]
fn an_answer_that_comes_late_and_in_pieces_is_not_typed() {
    let house = House::new();
    house.found();
    let mut window = open(&house, &[]);
    window.keys("o");
    window.until("a form", |text| text.contains("项目名称"));
    window.keys("first");
    window.until("what was typed", |text| text.contains("first"));
    window.keys("\x1b[2;");
    window.keys("9R");
    window.until("signs of ascii alone", draws_ascii);
    window.keys("last");
    window.until("what was typed, and nothing between", |text| text.contains("firstlast"));
}

#[test]
fn an_answer_on_the_way_does_not_stand_behind_the_prompt() {
    let house = House::new();
    house.found();
    let mut shell = Window::shell(&house.data(), SIZE);
    shell.keys(concat!(env!("CARGO_BIN_EXE_guatu"), "\r"));
    shell.until_open();
    shell.keys(&format!("q{NARROW}"));
    shell.until("the prompt", |text| text.ends_with(PROMPT));
    shell.keys("echo all is\"\" well\r");
    shell.until("the shell", |text| text.contains("all is well"));
    assert!(!shell.text().contains("2;5R"), "{}", shell.text());
}

#[test]
fn every_kind_of_terminal_gets_what_it_knows() {
    let house = House::new();
    house.found();
    for (term, ascii, titled, colours) in [
        ("linux", true, false, "16"),
        ("vt100", true, false, "none"),
        ("screen", false, false, "16"),
        ("xterm", false, true, "16"),
        ("tmux-256color", false, true, "256"),
        ("xterm-256color", false, true, "256"),
        ("xterm-direct", false, true, "all"),
    ] {
        let mut window = open(&house, &[("TERM", term)]);
        let (text, raw) = (window.text(), window.raw());
        assert_eq!(draws_ascii(&text), ascii, "{term}\n{text}");
        assert_eq!(raw.contains("\x1b]2;"), titled, "{term}");
        let drawn = if raw.contains("38;2;") {
            "all"
        } else if raw.contains("38;5;") {
            "256"
        } else if (30..38).any(|code| raw.contains(&format!("{code}m")) || raw.contains(&format!("{code};")))
        {
            "16"
        } else {
            "none"
        };
        assert_eq!(drawn, colours, "{term}");
        window.keys("q");
        assert_eq!(window.exit_code(), 0);
        window.assert_restored();
        // Where there is no alternate screen the board is wiped off the only one.
        let raw = window.raw();
        let (_, last) = raw.rsplit_once("\x1b[?2004l").expect("the last words");
        assert_eq!(last, "\x1b[2J\x1b[1;1H\x1b[?1049l\x1b[?25h", "{term}");
    }
}

#[test]
fn without_colours_none_are_drawn_whatever_the_terminal_has() {
    let house = House::new();
    house.found();
    let window = open(&house, &[("NO_COLOR", "1"), ("COLORTERM", "truecolor")]);
    assert!(!window.raw().contains("38;") && !window.raw().contains("48;"));
    let window = open(&house, &[("COLORTERM", "truecolor")]);
    assert!(window.raw().contains("38;2;"));
}

#[test]
fn a_terminal_that_cannot_be_drawn_on_is_told_before_it_is_touched() {
    let house = House::new();
    for (term, said) in [("dumb", "TERM=dumb"), ("", "没有设置 TERM"), ("unknown", "TERM=unknown")] {
        for arguments in [&[][..], &["demo"]] {
            let words = [env!("CARGO_BIN_EXE_guatu")].iter().chain(arguments).map(Into::into);
            let mut window =
                Window::of_with(&words.collect::<Vec<_>>(), &house.data(), SIZE, &[("TERM", term)]);
            assert_eq!(window.exit_code(), 1);
            window.until("a sentence", |text| {
                text.contains(said)
                    && text.contains("TERM=xterm-256color guatu")
                    && text.contains("guatu status")
            });
            assert!(!window.raw().contains('\x1b'), "{:?}", window.raw());
        }
    }
    assert!(!house.data().exists(), "and no server is started for it");
}

#[test]
fn a_locale_without_utf_8_is_told_and_gets_ascii() {
    let house = House::new();
    house.found();
    for locale in ["zh_CN.GB18030", "C", "en_US.ISO-8859-1"] {
        let mut window = house.window_with(SIZE, &[("LC_ALL", locale)]);
        window.until("a warning", |text| text.contains("UTF-8") && text.contains("LANG="));
        assert!(draws_ascii(&window.text()), "{locale}\n{}", window.text());
        assert!(!window.raw().contains(QUESTION), "its bytes would be read as something else");
        window.keys("q");
        assert_eq!(window.exit_code(), 0);
    }
    let window = open(&house, &[("LC_ALL", "C.UTF-8")]);
    assert!(window.text().contains(UNICODE) && !window.text().contains("LANG="));
}

#[test]
fn the_title_tells_board_and_place_and_is_given_back() {
    let house = House::new();
    house.found();
    let mut window = open(&house, &[]);
    let titles = |window: &Window| window.raw().matches("\x1b]2;").count();
    assert!(window.raw().contains("\x1b[22;2t\x1b]2;挂图 - "), "what stood there is kept first");
    assert_eq!(titles(&window), 1);
    window.keys("l");
    window.keys("\x1b[17~");
    until("another place", || window.raw().contains("线索\x07"));
    assert_eq!(titles(&window), 2, "a step of the cursor is no reason");
    kill(window.pid(), Signal::SIGTERM).expect("it runs");
    window.exit_code();
    until("the old title", || window.raw().contains("\x1b]2;\x07\x1b[23;2t"));
}

#[test]
fn the_mouse_is_taken_on_request_and_given_back_however_it_ends() {
    let house = House::new();
    house.found();
    for signal in [None, Some(Signal::SIGTERM), Some(Signal::SIGHUP)] {
        let mut window = open(&house, &[]);
        if signal.is_none() {
            assert!(!window.raw().contains("?1000h"), "the terminal's own selection is left alone");
            window.keys(":mouse\r");
        }
        // The next window of the same person takes it at once.
        until("the mouse", || window.raw().contains("\x1b[?1000h\x1b[?1006h"));
        window.keys("\x1b[<0;40;5M\x1b[<0;40;5m");
        window.until("the pane in the middle", |text| text.contains("━ 4 信息"));
        match signal {
            Some(signal) => kill(window.pid(), signal).expect("it runs"),
            None => window.keys("q"),
        }
        window.exit_code();
        window.assert_restored();
        assert!(window.raw().contains("\x1b[?1006l\x1b[?1000l"));
    }
}

#[test]
fn a_stopped_client_takes_mouse_and_title_again() {
    let house = House::new();
    house.found();
    let mut shell = Window::shell(&house.data(), SIZE);
    shell.keys(concat!(env!("CARGO_BIN_EXE_guatu"), "\r"));
    shell.until_open();
    shell.keys(":mouse\r");
    until("the mouse", || shell.raw().contains("\x1b[?1000h"));
    shell.keys("\x1a");
    shell.until("the prompt", |text| text.ends_with(PROMPT));
    shell.assert_restored();
    let before = shell.raw().len();
    shell.keys("fg\r");
    until("both again", || {
        let raw = shell.raw();
        raw[before..].contains("\x1b[?1000h\x1b[?1006h") && raw[before..].contains("\x1b]2;挂图 - ")
    });
    assert!(!shell.raw()[before..].contains(QUESTION), "the terminal is the same");
    shell.keys("q");
    shell.until("the prompt", |text| text.ends_with(PROMPT));
    shell.assert_restored();
}

#[test]
fn a_copy_goes_through_what_stands_between() {
    let house = House::new();
    house.found();
    for (differs, begins) in [
        (&[][..], "\x1b]52;c;"),
        (&[("TMUX", "/tmp/tmux,1,0")], "\x1bPtmux;\x1b\x1b]52;c;"),
        (&[("STY", "1.pts"), ("TERM", "screen")], "\x1bP\x1b]52;c;"),
    ] {
        let mut window = open(&house, differs);
        window.keys("\x1b[17~");
        window.until("the leads", |text| text.contains("演示线索"));
        window.keys("y");
        window.until("that it was sent", |text| text.contains("已发送到你的终端"));
        assert!(window.raw().contains(begins), "{differs:?}");
        let titled = !differs.iter().any(|(name, _)| *name == "STY");
        assert_eq!(window.raw().contains("\x1b]2;"), titled, "GNU screen would garble it");
    }
}
