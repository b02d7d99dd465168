//! Keys as a test writes them: `"jj<enter>"`.

use guatu::ui::{Code, Key};

/// The keys of a script: characters as they are, others in angle brackets.
pub(crate) fn keys(script: &str) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut rest = script;
    while let Some(ch) = rest.chars().next() {
        if ch == '<'
            && let Some(end) = rest.find('>')
        {
            keys.push(named(&rest[1..end]));
            rest = &rest[end + 1..];
        } else {
            keys.push(Key::char(ch));
            rest = &rest[ch.len_utf8()..];
        }
    }
    keys
}

fn named(name: &str) -> Key {
    let code = match name {
        "enter" => Code::Enter,
        "esc" => Code::Esc,
        "tab" => Code::Tab,
        "backtab" => Code::BackTab,
        "backspace" => Code::Backspace,
        "delete" => Code::Delete,
        "up" => Code::Up,
        "down" => Code::Down,
        "left" => Code::Left,
        "right" => Code::Right,
        "home" => Code::Home,
        "end" => Code::End,
        "pgup" => Code::PageUp,
        "pgdn" => Code::PageDown,
        "space" => Code::Char(' '),
        "lt" => Code::Char('<'),
        _ => {
            if let Some(letter) = name.strip_prefix("c-").and_then(|n| n.chars().next()) {
                return Key::ctrl(letter);
            }
            let number = name.strip_prefix('f').and_then(|n| n.parse().ok());
            Code::F(number.unwrap_or_else(|| panic!("no key <{name}>")))
        }
    };
    Key::plain(code)
}
