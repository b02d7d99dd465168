//! The terminal's clipboard: OSC 52, wrapped where tmux stands between. Uses nothing of the crate.

/// The bytes that put a text on the clipboard of the terminal. Nothing answers: all one knows is
/// that it was sent.
pub(super) fn copy(text: &str, in_tmux: bool) -> Vec<u8> {
    let code = base64(text.as_bytes());
    if in_tmux {
        format!("\x1bPtmux;\x1b\x1b]52;c;{code}\x07\x1b\\").into_bytes()
    } else {
        format!("\x1b]52;c;{code}\x07").into_bytes()
    }
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
    use super::{base64, copy};

    #[test]
    fn texts_are_encoded_as_the_standard_says() {
        for (text, code) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("海洋", "5rW35rSL")]
        {
            assert_eq!(base64(text.as_bytes()), code);
        }
    }

    #[test]
    fn tmux_is_passed_through() {
        assert_eq!(copy("f", false), b"\x1b]52;c;Zg==\x07");
        assert_eq!(copy("f", true), b"\x1bPtmux;\x1b\x1b]52;c;Zg==\x07\x1b\\");
    }
}
