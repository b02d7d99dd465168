//! The terminal's clipboard: OSC 52, handed through by what stands between. Uses nothing of the crate.

/// GNU screen hands on no longer string at once; more is cut off.
const SCREEN: usize = 512;

/// What stands between us and the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Between {
    /// Nothing that is known.
    Nothing,
    /// tmux.
    Tmux,
    /// GNU screen.
    Screen,
}

impl Between {
    /// What the environment says, by the variables that are set.
    pub(super) fn of(is_set: impl Fn(&str) -> bool) -> Self {
        match (is_set("TMUX"), is_set("STY")) {
            (true, _) => Self::Tmux,
            (false, true) => Self::Screen,
            (false, false) => Self::Nothing,
        }
    }
}

/// The bytes that put a text on the clipboard of the terminal. Nothing answers: all one knows is
/// that it was sent.
pub(super) fn copy(text: &str, between: Between) -> Vec<u8> {
    let plain = format!("\x1b]52;c;{}\x07", base64(text.as_bytes()));
    match between {
        Between::Nothing => plain,
        // It takes the one where `set-clipboard` is on, and hands the other through where
        // `allow-passthrough` is; what it does not take it drops.
        Between::Tmux => format!("{plain}\x1bPtmux;\x1b{plain}\x1b\\"),
        // Pieces that the terminal takes for one text again.
        Between::Screen => {
            let pieces = plain.as_bytes().chunks(SCREEN).map(String::from_utf8_lossy);
            pieces.fold(String::new(), |all, piece| all + "\x1bP" + &piece + "\x1b\\")
        }
    }
    .into_bytes()
}

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn base64(bytes: &[u8]) -> String {
    let mut code = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let number = (0..3).fold(0_u32, |sum, at| sum << 8 | u32::from(*three.get(at).unwrap_or(&0)));
        for at in 0..4 {
            let digit = DIGITS[(number >> (18 - 6 * at) & 63) as usize];
            code.push(if at <= three.len() { char::from(digit) } else { '=' });
        }
    }
    code
}

#[cfg(test)]
mod tests {
    use super::{Between, base64, copy};

    #[test]
    fn texts_are_encoded_as_the_standard_says() {
        for (text, code) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("海洋", "5rW35rSL")]
        {
            assert_eq!(base64(text.as_bytes()), code);
        }
    }

    #[test]
    fn tmux_is_told_and_passed_through() {
        assert_eq!(copy("f", Between::Nothing), b"\x1b]52;c;Zg==\x07");
        let both = b"\x1b]52;c;Zg==\x07\x1bPtmux;\x1b\x1b]52;c;Zg==\x07\x1b\\";
        assert_eq!(copy("f", Between::Tmux), both);
    }

    #[test]
    fn screen_is_given_a_long_text_in_pieces_that_come_out_as_one() {
        let text = "海洋".repeat(200);
        let bytes = String::from_utf8(copy(&text, Between::Screen)).expect("text");
        let pieces: Vec<&str> = bytes.split_terminator("\x1b\\").collect();
        assert!(pieces.len() > 2 && pieces.iter().all(|piece| piece.len() <= 514));
        let through: String =
            pieces.iter().map(|piece| piece.strip_prefix("\x1bP").expect("a piece")).collect();
        assert_eq!(through.as_bytes(), copy(&text, Between::Nothing));
    }

    #[test]
    fn the_environment_says_what_stands_between() {
        for (set, between) in
            [(&["TMUX", "STY"][..], Between::Tmux), (&["STY"], Between::Screen), (&[], Between::Nothing)]
        {
            assert_eq!(Between::of(|name| set.contains(&name)), between);
        }
    }
}
