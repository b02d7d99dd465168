//! What is done at the terminal, as ours: keys, pastes, the mouse, another size, and the answer to what
//! the terminal was asked. What an input method commits at once arrives as one paste. May use
//! `came`, `capability`, `keys`, `pieces`, `tty`, `wire`.

use std::io::{self, Read};
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;

use nix::errno::Errno;
use nix::unistd::read;
use signal_hook::consts::SIGWINCH;
use signal_hook::low_level::pipe;
use termina::escape::csi::{Csi, Cursor};
use termina::event::Event;

use super::came::{Came, wait};
use super::gate::Gate;
use super::keys::{self, Keys};
use super::pieces::pieces;
use super::screen::size;
use super::tty::Tty;
use crate::wire::Input;

/// From here on it is told when the terminal gets another size: a byte each time.
///
/// # Errors
/// When the system gives no pipe.
pub(super) fn resizes() -> io::Result<UnixStream> {
    let (resized, signal) = UnixStream::pair()?;
    pipe::register(SIGWINCH, signal)?;
    Ok(resized)
}

/// Reads the terminal for as long as it lasts, while the gate is open, and hands on what is done there.
/// `told` is the size that the server knows; `resized` tells of others since.
///
/// # Errors
/// When the terminal cannot be read or has ended.
pub(super) fn forward(
    tty: &Tty,
    gate: &Gate,
    (told, mut resized): ((u16, u16), UnixStream),
    mut send: impl FnMut(Input),
) -> io::Result<()> {
    // A size that came before, as to a terminal that is given its size after it was opened, is not told
    // to anybody.
    if let Some(size) = size().filter(|size| *size != told) {
        send(Input::Resize(size.0, size.1));
    }
    let mut keys = Keys::default();
    let mut bytes = [0; 4096];
    loop {
        if gate.pass() {
            // What had begun before was somebody else's to go on with.
            keys = Keys::default();
        }
        match wait([tty.input(), resized.as_fd(), gate.wakes()], keys.is_midway())? {
            Came::Nothing => {}
            Came::Closing => gate.woken(),
            Came::Signal => {
                // One byte a signal; what it says does not matter.
                let _ = resized.read(&mut [0; 16]);
                // Also where it is the same in the end: the terminal has moved its lines.
                if let Some(size) = size() {
                    send(Input::Resize(size.0, size.1));
                }
            }
            Came::Silence => hand_on(keys.end(tty.probe.is_open()), tty, &mut send),
            Came::Bytes => match read(tty.input(), &mut bytes) {
                Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
                Ok(count) => hand_on(keys.take(&bytes[..count], tty.probe.is_open()), tty, &mut send),
                Err(Errno::EINTR | Errno::EAGAIN) => {}
                Err(error) => return Err(error.into()),
            },
        }
    }
}

/// Hands on what has arrived together.
fn hand_on(events: impl IntoIterator<Item = Event>, tty: &Tty, send: &mut impl FnMut(Input)) {
    let mut text = String::new();
    for event in events {
        if let Some(ch) = committed(&event, &text) {
            text.push(ch);
            continue;
        }
        flush(&mut text, send);
        match event {
            Event::Key(key) => keys::key(key).into_iter().for_each(|key| send(Input::Key(key))),
            Event::Paste(text) => pieces(&text).for_each(|piece| send(Input::Paste(piece.to_owned()))),
            Event::Mouse(mouse) => {
                let press = keys::press(mouse.kind).map(|press| Input::Mouse(press, mouse.column, mouse.row));
                press.into_iter().for_each(&mut *send);
            }
            Event::Csi(Csi::Cursor(Cursor::ActivePositionReport { line, col })) => {
                if let Some(wide) = tty.probe.answer(line.get(), col.get()) {
                    send(Input::Ambiguous { wide });
                }
            }
            // Focus was not asked for, and of itself the terminal reports nothing else.
            _ => {}
        }
    }
    flush(&mut text, send);
}

/// The character of a key that only an input method makes, or that comes with such a one.
fn committed(event: &Event, text: &str) -> Option<char> {
    let Event::Key(key) = event else { return None };
    keys::plain_char(key).filter(|ch| !ch.is_ascii() || !text.is_empty())
}

/// One character is a key; several are a text.
fn flush(text: &mut String, send: &mut impl FnMut(Input)) {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (None, _) => {}
        (Some(ch), None) => send(Input::Key(keys::char(ch))),
        _ => send(Input::Paste(text.clone())),
    }
    text.clear();
}

#[cfg(test)]
mod tests {
    use std::fs::File;

    use nix::pty::openpty;

    use super::hand_on;
    use crate::client::clipboard::Between;
    use crate::client::keys::Keys;
    use crate::client::modes::Modes;
    use crate::client::tty::Tty;
    use crate::wire::{Code, Input, Key, Press};

    /// What the pieces of bytes come to that a terminal sends, one read each, long after one another; it
    /// was asked something.
    fn sent(reads: &[&[u8]]) -> Vec<Input> {
        come(reads, true)
    }

    /// The same where they come at once, and silence only after the last.
    fn sent_at_once(reads: &[&[u8]]) -> Vec<Input> {
        come(reads, false)
    }

    fn come(reads: &[&[u8]], slowly: bool) -> Vec<Input> {
        let pty = openpty(None, None).expect("a pty");
        let hold = || pty.slave.try_clone().expect("another hold");
        let tty =
            Tty::over(hold(), File::from(hold()), Modes::of("xterm", Between::Nothing)).expect("a terminal");
        tty.probe.question();
        let (mut keys, mut sent) = (Keys::default(), Vec::new());
        for (at, bytes) in reads.iter().enumerate() {
            hand_on(keys.take(bytes, tty.probe.is_open()), &tty, &mut |input| sent.push(input));
            if slowly || at + 1 == reads.len() {
                hand_on(keys.end(tty.probe.is_open()), &tty, &mut |input| sent.push(input));
            }
        }
        sent
    }

    fn key(code: Code) -> Input {
        Input::Key(Key { code, ctrl: false, alt: false })
    }

    #[test]
    fn one_character_is_a_key_and_several_are_a_text() {
        assert_eq!(sent(&["海".as_bytes()]), [key(Code::Char('海'))]);
        assert_eq!(sent(&["海洋2".as_bytes()]), [Input::Paste("海洋2".to_owned())]);
        assert_eq!(sent(&["2海".as_bytes()]), [key(Code::Char('2')), key(Code::Char('海'))]);
        assert_eq!(sent(&[b"\x1b[200~a\rb\x1b[201~"]), [Input::Paste("a\rb".to_owned())]);
    }

    #[test]
    fn the_answer_of_the_terminal_is_never_a_key_however_it_is_cut() {
        let whole = b"\x1b[2;9R";
        assert_eq!(sent(&[whole]), [Input::Ambiguous { wide: true }]);
        for cut in 1..whole.len() {
            let (first, rest) = whole.split_at(cut);
            assert_eq!(sent_at_once(&[first, rest]), [Input::Ambiguous { wide: true }], "{cut}");
            let got = sent(&[first, rest]);
            // An Esc that nothing follows for a while is one: what comes later is not typed.
            let typed = got.iter().any(|input| matches!(input, Input::Key(key) if key.code != Code::Esc));
            assert!(!typed && got.contains(&Input::Ambiguous { wide: true }), "{cut} {got:?}");
        }
        for garbled in [
            &b"\x1b[2;R"[..],
            b"\x1b[;9R",
            b"\x1b[R",
            b"\x1b[2;9;1R",
            b"\x1b[?2;9R",
            b"\x1b[2;999999R",
            b"\x1b[24;1R",
            b"\x1b[;2R",
            b"\x1b[=2;9R",
            b"\x1b[$y",
        ] {
            assert_eq!(sent(&[garbled]), [], "{garbled:?}");
        }
    }

    #[test]
    fn keys_around_an_answer_are_typed() {
        let got = sent(&[b"j\x1b[2;5Rk\x1b[A"]);
        let wanted =
            [key(Code::Char('j')), Input::Ambiguous { wide: false }, key(Code::Char('k')), key(Code::Up)];
        assert_eq!(got, wanted);
    }

    #[test]
    fn esc_alone_and_with_a_key_of_its_own() {
        assert_eq!(sent(&[b"\x1b"]), [key(Code::Esc)]);
        assert_eq!(sent(&[b"\x1b", b"["]), [key(Code::Esc), key(Code::Char('['))]);
        assert_eq!(sent(&[b"\n"]), [Input::Key(Key { code: Code::Char('j'), ctrl: true, alt: false })]);
    }

    #[test]
    fn what_begins_a_sequence_and_does_not_go_on_takes_no_key_with_it() {
        let alt = |ch| Input::Key(Key { code: Code::Char(ch), ctrl: false, alt: true });
        let j = key(Code::Char('j'));
        let last = std::slice::from_ref(&j);
        for ch in [']', 'P', 'O'] {
            let begun = [0x1b, u8::try_from(ch).expect("ascii")];
            assert_eq!(sent(&[&begun, b"j"]), [alt(ch), j.clone()], "{ch}");
            assert_eq!(sent_at_once(&[&begun, b"j"]), [alt(ch), j.clone()], "{ch}");
            assert_eq!(sent(&[&begun, b"\x03"]).len(), 2, "{ch}");
        }
        // Where no answer is expected any more.
        assert_eq!(sent(&[b"\x1b[2;5R", b"\x1b[", b"j"])[1..], [alt('['), j.clone()]);
        for answer in [&b"\x1b[>41;354;0c"[..], b"\x1b[?62;4c", b"\x1b]11;rgb:0/0/0\x1b\\", b"\x1bP>|t\x1b\\"]
        {
            assert_eq!(sent(&[answer, b"j"]), last, "{:?}", answer.escape_ascii().to_string());
            for cut in 1..answer.len() {
                let (first, rest) = answer.split_at(cut);
                assert_eq!(sent_at_once(&[first, rest, b"j"]), last, "{cut}");
                assert!(sent(&[first, b"j"]).ends_with(last), "{cut}");
            }
        }
    }

    #[test]
    fn esc_before_another_sequence_is_a_key_of_its_own() {
        assert_eq!(sent(&[b"\x1b\x1b"]), [key(Code::Esc), key(Code::Esc)]);
        assert_eq!(sent(&[b"\x1b\x1b[A"]), [key(Code::Esc), key(Code::Up)]);
        assert_eq!(sent_at_once(&[b"\x1b", b"\x1b[A"]), [key(Code::Esc), key(Code::Up)]);
        assert_eq!(sent(&[b"\x1b\x1bOA"]), [key(Code::Esc), key(Code::Up)]);
        assert_eq!(sent_at_once(&[b"\x1b[", b"B"]), [key(Code::Down)]);
        // The rest of a character is waited for, however late.
        assert_eq!(sent(&[b"\xe6\xb5", b"\xb7"]), [key(Code::Char('海'))]);
    }

    #[test]
    fn a_paste_is_one_text_however_it_is_cut() {
        let whole = "\x1b[200~海j\rq\x1b[201~".as_bytes();
        for cut in 1..whole.len() {
            let (first, rest) = whole.split_at(cut);
            let paste = [Input::Paste("海j\rq".to_owned())];
            assert_eq!(sent_at_once(&[first, rest]), paste, "{cut}");
            let late = sent(&[first, rest]);
            assert!(late.ends_with(&paste), "{cut} {late:?}");
            assert!(late.len() == 1 || late[0] == key(Code::Esc), "{cut} {late:?}");
        }
    }

    #[test]
    fn the_mouse_tells_its_cell() {
        assert_eq!(sent(&[b"\x1b[<0;3;5M\x1b[<0;3;5m"]), [Input::Mouse(Press::Left, 2, 4)]);
        assert_eq!(sent(&[b"\x1b[<65;1;1M"]), [Input::Mouse(Press::Wheel { down: true }, 0, 0)]);
        assert_eq!(sent(&[b"\x1b[<64;1;1M"]), [Input::Mouse(Press::Wheel { down: false }, 0, 0)]);
        assert_eq!(sent(&[b"\x1b[<2;1;1M\x1b[I\x1b[O"]), [], "the other buttons and focus are nothing");
    }
}
