//! What is set at the terminal is given back as often as it was taken, and what begins a sequence and
//! does not go on takes no keys with it.

use nix::sys::signal::{Signal, kill};

use crate::SIZE;
use crate::pty::{House, Window, until};

/// What keeps the title that stands there, and gives it back.
const KEEP: &str = "\x1b[22;2t";
const GIVE_BACK: &str = "\x1b[23;2t";
const MOUSE: &str = "\x1b[?1000h";
const NO_MOUSE: &str = "\x1b[?1000l";
/// The first words to a terminal that is taken.
const TAKEN: &str = "\x1b[?1049h";

fn count(window: &Window, what: &str) -> usize {
    window.raw().matches(what).count()
}

fn open(house: &House) -> Window {
    let window = house.window(SIZE);
    window.until_open();
    window
}

#[test]
fn a_title_is_given_back_as_often_as_it_was_kept() {
    let house = House::new();
    house.found();
    let mut window = open(&house);
    for times in 2..4 {
        kill(window.pid(), Signal::SIGSTOP).expect("it runs");
        kill(window.pid(), Signal::SIGCONT).expect("it is stopped");
        until("the terminal is taken again", || count(&window, TAKEN) == times);
    }
    window.keys("q");
    assert_eq!(window.exit_code(), 0);
    window.assert_restored();
    assert_eq!((count(&window, KEEP), count(&window, GIVE_BACK)), (1, 1));
}

#[test]
fn a_mouse_that_was_switched_off_elsewhere_is_not_taken_by_the_next_server() {
    let house = House::new();
    house.found();
    let (mut first, mut second) = (open(&house), open(&house));
    first.keys(":mouse\r");
    until("the mouse", || count(&first, MOUSE) == 1);
    let mut third = open(&house);
    until("the mouse of the next window", || count(&third, MOUSE) == 1);
    // The window that has not got it switches its own on, then off again: that is what is kept.
    second.keys(":mouse\r");
    until("the mouse", || count(&second, MOUSE) == 1);
    second.keys(":mouse\r");
    until("no mouse", || count(&second, NO_MOUSE) == 1);
    let restart = house.run(&["server", "restart"]);
    assert!(restart.status.success());
    for window in [&mut first, &mut third] {
        until("no mouse, and the next server's board", || {
            window.raw().split_once(NO_MOUSE).is_some_and(|(_, after)| after.contains("退出"))
        });
        assert_eq!(window.leave(), 0);
        assert_eq!(count(window, MOUSE), 1);
    }
}

#[test]
fn what_begins_a_sequence_and_does_not_go_on_takes_no_keys_with_it() {
    let house = House::new();
    house.found();
    // Alt with a bracket, a capital P or O, what a terminal says late of its version, an answer cut short.
    for (begun, out) in [
        ("\x1b]", "q"),
        ("\x1bP", "q"),
        // Esc and O, which opens a view: one step back, then out.
        ("\x1bO", "qq"),
        ("\x1b[>41;354;0c", "q"),
        ("\x1b]11;rgb:1\x1b[B", "q"),
    ] {
        let mut window = open(&house);
        window.keys(&format!("{begun}{out}"));
        assert_eq!(window.exit_code(), 0, "{begun:?}");
        window.assert_restored();
    }
}
