//! A long paste in pieces, each of which fits a message. Uses nothing.

/// The most that one paste carries in a message, in bytes; a longer one goes in pieces.
const PIECE: usize = 256 << 10;

/// A text in pieces that end between characters. None of several is one character: that would be a key.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut cut = rest.floor_char_boundary(PIECE);
        let mut left = rest[cut..].chars();
        if let (Some(_), None) = (left.next(), left.next()) {
            cut = rest[..cut].char_indices().next_back().map_or(cut, |(at, _)| at);
        }
        let (piece, tail) = rest.split_at(cut);
        rest = tail;
        (!piece.is_empty()).then_some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::{PIECE, pieces};

    #[test]
    fn a_long_paste_is_cut_between_characters_and_nothing_is_lost() {
        let text = "海".repeat(PIECE);
        assert!(pieces(&text).all(|piece| piece.len() <= PIECE));
        assert_eq!(pieces(&text).collect::<String>(), text);
        assert_eq!(pieces("").count(), 0);
        assert_eq!(pieces("海").collect::<Vec<_>>(), ["海"]);
        let one_more = "j".repeat(2 * PIECE) + "q";
        assert!(pieces(&one_more).all(|piece| piece.len() > 1), "it would be a key");
        assert_eq!(pieces(&one_more).collect::<String>(), one_more);
    }
}
