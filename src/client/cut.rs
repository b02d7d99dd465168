//! Where the bytes that a terminal sends are cut: a character, a key's sequence, a paste, an answer.
//! The terminal library waits for the end of some sequences for ever, so that it is given whole ones
//! alone. Uses nothing.

pub(super) const ESC: u8 = 0x1b;

const BEL: u8 = 0x07;
/// What a paste begins and ends with.
pub(super) const PASTE: &[u8] = b"\x1b[200~";
const PASTED: &[u8] = b"\x1b[201~";

/// What bytes begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    /// So many of them are one thing, or nothing that anybody can read.
    Whole(usize),
    /// A sequence that is none unless it goes on soon.
    Begun,
    /// A character or a paste, whose rest comes however late; or nothing.
    Waits,
}

/// What these bytes begin with, of which so many were there the last time.
pub(super) fn first(bytes: &[u8], seen: usize) -> Cut {
    match bytes {
        [ESC] | [ESC, b'O'] => Cut::Begun,
        [ESC, ESC, ..] => Cut::Whole(1),
        [ESC, b'[', ..] if bytes.starts_with(PASTE) => paste(bytes, seen),
        [ESC, b'[', ..] => control(bytes),
        [ESC, b']' | b'P', ..] => string(bytes),
        [ESC, b'O', b'A'..=b'D' | b'F' | b'H' | b'P'..=b'S', ..] => Cut::Whole(3),
        [ESC, b'O', ..] => Cut::Whole(2),
        [ESC, rest @ ..] => match character(rest) {
            Cut::Whole(length) => Cut::Whole(length + 1),
            other => other,
        },
        _ => character(bytes),
    }
}

/// A character of UTF-8. What is none is cut before the byte that does not belong to it.
fn character(bytes: &[u8]) -> Cut {
    let Some(first) = bytes.first() else { return Cut::Waits };
    let length = match first {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => 1,
    };
    let belongs = |byte: &&u8| matches!(byte, 0x80..=0xbf);
    let given = 1 + bytes[1..].iter().take(length - 1).take_while(belongs).count();
    if given < length && given == bytes.len() { Cut::Waits } else { Cut::Whole(given) }
}

/// A paste, in which no byte is looked at twice: it may be long.
fn paste(bytes: &[u8], seen: usize) -> Cut {
    let from = seen.saturating_sub(PASTED.len()).max(PASTE.len());
    let end = bytes[from..].windows(PASTED.len()).position(|end| end == PASTED);
    end.map_or(Cut::Waits, |at| Cut::Whole(from + at + PASTED.len()))
}

/// A control sequence: parameters, then what stands between, then its last byte. Another byte does not
/// belong to it.
fn control(bytes: &[u8]) -> Cut {
    match bytes[2..] {
        // The function keys of the Linux console.
        [b'['] => return Cut::Begun,
        [b'[', b'A'..=b'E', ..] => return Cut::Whole(4),
        [b'[', ..] => return Cut::Whole(2),
        // The mouse as old terminals tell of it: three bytes follow.
        [b'M', ..] if bytes.len() < 6 => return Cut::Begun,
        [b'M', ..] => return Cut::Whole(6),
        _ => {}
    }
    let is_inner = |byte: &&u8| matches!(byte, b' '..=b'?');
    let length = 2 + bytes[2..].iter().take_while(is_inner).count();
    match bytes.get(length) {
        None => Cut::Begun,
        Some(b'@'..=b'~') => Cut::Whole(length + 1),
        Some(_) => Cut::Whole(length),
    }
}

/// A string of the terminal, which begins with a number or a sign: with a letter, the key before it was
/// pressed with Alt. A control character other than its end does not belong to it.
fn string(bytes: &[u8]) -> Cut {
    if bytes.get(2).is_some_and(|byte| !matches!(byte, b'!'..=b'?')) {
        return Cut::Whole(2);
    }
    let Some(at) = bytes[2..].iter().position(|byte| *byte < b' ').map(|at| at + 2) else {
        return Cut::Begun;
    };
    match bytes[at..] {
        [BEL, ..] => Cut::Whole(at + 1),
        [ESC] => Cut::Begun,
        [ESC, b'\\', ..] => Cut::Whole(at + 2),
        _ => Cut::Whole(at),
    }
}

#[cfg(test)]
mod tests {
    use super::{Cut, first};

    #[test]
    fn bytes_are_cut_where_a_thing_ends() {
        for (bytes, expected) in [
            (&b""[..], Cut::Waits),
            (b"j", Cut::Whole(1)),
            ("海j".as_bytes(), Cut::Whole(3)),
            (b"\xe6\xb5", Cut::Waits),
            (b"\xe6\xb5j", Cut::Whole(2)),
            (b"\xffj", Cut::Whole(1)),
            (b"\x1b", Cut::Begun),
            (b"\x1b\x1b[A", Cut::Whole(1)),
            (b"\x1bj", Cut::Whole(2)),
            ("\x1b海".as_bytes(), Cut::Whole(4)),
            (b"\x1bO", Cut::Begun),
            (b"\x1bOPj", Cut::Whole(3)),
            (b"\x1bOj", Cut::Whole(2)),
            (b"\x1b[", Cut::Begun),
            (b"\x1b[Aj", Cut::Whole(3)),
            (b"\x1b[1;5", Cut::Begun),
            (b"\x1b[1;5Aj", Cut::Whole(6)),
            (b"\x1b[2$yj", Cut::Whole(5)),
            (b"\x1b[1;\x1b[A", Cut::Whole(4)),
            (b"\x1b[\x03", Cut::Whole(2)),
            (b"\x1b[[A", Cut::Whole(4)),
            (b"\x1b[M  ", Cut::Begun),
            (b"\x1b[M !!j", Cut::Whole(6)),
            (b"\x1b[>41;354;0cj", Cut::Whole(12)),
            (b"\x1b]", Cut::Begun),
            (b"\x1b]j", Cut::Whole(2)),
            (b"\x1b]11;rgb:0/0/0", Cut::Begun),
            (b"\x1b]11;rgb:0/0/0\x1b", Cut::Begun),
            (b"\x1b]11;rgb:0/0/0\x1b\\j", Cut::Whole(16)),
            (b"\x1b]11;?\x07j", Cut::Whole(7)),
            (b"\x1b]11;\x03", Cut::Whole(5)),
            (b"\x1bP>|term\x1b\\j", Cut::Whole(10)),
            (b"\x1bPj", Cut::Whole(2)),
        ] {
            assert_eq!(first(bytes, 0), expected, "{:?}", bytes.escape_ascii().to_string());
        }
    }

    #[test]
    fn a_paste_is_cut_at_its_end_however_it_arrives() {
        let whole = b"\x1b[200~a\x1b[A\x1b[201~j";
        for seen in 0..whole.len() - 1 {
            let expected = if seen < 6 { Cut::Begun } else { Cut::Waits };
            if seen > 0 {
                assert_eq!(first(&whole[..seen], 0), expected, "{seen}");
            }
            assert_eq!(first(whole, seen), Cut::Whole(whole.len() - 1), "{seen}");
        }
    }
}
