//! Whatever ends or stops a client, the terminal is left as it was found.

use nix::sys::signal::{Signal, kill};

use crate::SIZE;
use crate::pty::{House, PROMPT, Window, is_alive, ticks, until};

/// A client that waits for its end takes less of the processor than this, in hundredths of a second.
const NEXT_TO_NOTHING: u64 = 20;

#[test]
fn a_terminated_client_gives_the_terminal_back() {
    let house = House::new();
    for signal in [Signal::SIGTERM, Signal::SIGHUP, Signal::SIGINT, Signal::SIGQUIT] {
        let mut window = house.window(SIZE);
        window.until_open();
        kill(window.pid(), signal).expect("it runs");
        assert_eq!(window.exit_code(), 128 + signal as u32);
        window.assert_restored();
    }
}

#[test]
fn a_stopped_client_gives_the_terminal_back_and_goes_on() {
    let house = House::new();
    let mut window = house.window(SIZE);
    window.until_open();
    let before = window.text();
    kill(window.pid(), Signal::SIGSTOP).expect("it runs");
    kill(window.pid(), Signal::SIGCONT).expect("it runs");
    let bytes = window.bytes();
    until("it draws anew", || window.bytes() > bytes + 500);
    window.until("the same again", |text| text == before);
    window.keys("q");
    assert_eq!(window.exit_code(), 0);
    window.assert_restored();
}

#[test]
fn a_killed_server_is_told_and_the_next_start_works() {
    let house = House::new();
    let mut window = house.window(SIZE);
    window.until_open();
    house.kill_server();
    assert_eq!(window.exit_code(), 1);
    window.until("a sentence", |text| text.contains("服务端意外退出"));
    window.assert_restored();
    // Its socket still lies there.
    let again = house.window(SIZE);
    again.until_open();
}

#[test]
fn a_shell_suspends_the_client_and_lets_it_go_on_at_the_size_of_then() {
    let house = House::new();
    let mut window = house.window((100, 30));
    window.until_open();
    let large = window.text();
    window.keys("q");
    window.exit_code();

    let mut shell = Window::shell(&house.data(), SIZE);
    shell.keys(concat!(env!("CARGO_BIN_EXE_guatu"), "\r"));
    shell.until_open();
    shell.keys("\x1a");
    shell.until("the prompt", |text| text.ends_with(PROMPT));
    shell.assert_restored();
    shell.resize(100, 30);
    shell.keys("fg\r");
    shell.until("all of it at the new size", |text| text == large);
    shell.keys("q");
    shell.until("the prompt", |text| text.ends_with(PROMPT));
    shell.assert_restored();
}

#[test]
fn a_dropped_link_ends_the_client_which_does_not_spin() {
    let house = House::new();
    let mut window = house.window(SIZE);
    window.until_open();
    let pid = window.pid();
    let before = ticks(pid);
    window.hang_up();
    until("the client has ended", || !is_alive(pid));
    // Nobody has waited for it yet: the system still knows what it took.
    let used = ticks(pid) - before;
    assert!(used < NEXT_TO_NOTHING, "{used}");
    window.exit_code();
}
