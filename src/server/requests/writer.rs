//! What a command writes goes out in pieces as it is made, so that nothing is held whole, and a slow
//! reader never keeps the engine waiting. May use `board`, `ui::text`, `wire`.

use std::io::{self, Write};

use super::answer::Halt;
use super::{Ask, Out};
use crate::board::Board;
use crate::domain::Id;
use crate::ui::text::clean_lines;
use crate::wire::frame::CHUNK;

/// So many records are written before the Board is let go.
const STRETCH: usize = 64;

/// An `Out` as something to write to; what is written goes out by the piece. End it with `finish`.
pub(super) struct Pieces<'a> {
    out: &'a mut dyn Out,
    piece: Vec<u8>,
    gone: bool,
    /// Whether what a terminal would obey is taken out, line by line.
    cleaned: bool,
}

impl<'a> Pieces<'a> {
    pub(super) fn new(out: &'a mut dyn Out) -> Self {
        Self { out, piece: Vec::new(), gone: false, cleaned: false }
    }

    /// The same for text that goes to a terminal, where it does.
    pub(super) fn shown(out: &'a mut dyn Out, on_terminal: bool) -> Self {
        Self { cleaned: on_terminal, ..Self::new(out) }
    }

    /// Sends what is left, and gives what was told of the writing. What went wrong before is told as
    /// it was; where nobody listens any more, that is why.
    pub(super) fn finish<T, E>(
        mut self,
        written: Result<T, E>,
        said: impl FnOnce(E) -> Halt,
    ) -> Result<T, Halt> {
        let sent = if self.gone { Ok(()) } else { self.send(self.piece.len()) };
        if self.gone {
            return Err(Halt::Gone);
        }
        let told = written.map_err(said)?;
        sent.map_err(|error| Halt::Failed(error.to_string()))?;
        Ok(told)
    }

    fn send(&mut self, len: usize) -> io::Result<()> {
        let mut ready: Vec<u8> = self.piece.drain(..len).collect();
        if self.cleaned {
            ready = clean_lines(&String::from_utf8_lossy(&ready)).into_bytes();
        }
        self.out.out(&ready).map_err(|gone| {
            self.gone = true;
            io::Error::other(gone)
        })
    }
}

impl Write for Pieces<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A workbook comes at once: it is not to be held twice.
        let bytes = &bytes[..bytes.len().min(CHUNK)];
        self.piece.extend_from_slice(bytes);
        let open = if self.cleaned { bytes.iter().rev().position(|byte| *byte == b'\n') } else { Some(0) };
        if let Some(open) = open.filter(|_| self.piece.len() >= CHUNK) {
            self.send(self.piece.len() - open)?;
        }
        Ok(bytes.len())
    }

    /// What is held is sent by `finish`: whoever flushes often would send crumbs.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Goes through records by the stretch: `each` appends what it says of some of them, the Board is let
/// go, and then it is sent. So the records are as they stand when they are written, not all of one
/// moment; one that is gone meanwhile is left out.
pub(super) fn by_stretch(
    ids: &[Id],
    ask: &Ask<'_>,
    out: &mut dyn Out,
    mut each: impl FnMut(&Board, &[Id], &mut Vec<u8>) -> Result<(), Halt>,
) -> Result<(), Halt> {
    let mut piece = Vec::new();
    for stretch in ids.chunks(STRETCH) {
        {
            let board = ask.engine.board();
            let there: Vec<Id> = stretch.iter().copied().filter(|id| board.has(*id)).collect();
            each(&board, &there, &mut piece)?;
        }
        if piece.len() >= CHUNK {
            out.out(&piece)?;
            piece.clear();
        }
    }
    Ok(out.out(&piece)?)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::{CHUNK, Pieces};
    use crate::server::requests::answer::Halt;
    use crate::server::requests::{Gone, Out};
    use crate::wire::Progress;

    /// What was sent, until so many pieces were.
    struct Reader(Vec<Vec<u8>>, usize);

    impl Out for Reader {
        fn out(&mut self, bytes: &[u8]) -> Result<(), Gone> {
            self.0.push(bytes.to_vec());
            if self.0.len() > self.1 { Err(Gone) } else { Ok(()) }
        }

        fn err(&mut self, _: &str) -> Result<(), Gone> {
            Ok(())
        }

        fn progress(&mut self, _: Progress) {}

        fn is_wanted(&mut self) -> Result<bool, Gone> {
            Ok(true)
        }

        fn file(&mut self) -> Result<Option<Vec<u8>>, Gone> {
            Ok(None)
        }
    }

    #[test]
    fn all_arrives_in_pieces_and_cleaned_where_it_is_shown() {
        // A letter of three bytes stands across the end of a piece; the last line has no end.
        let text = format!("{}\n\u{1b}[31m{}", "海\u{9b}".repeat(CHUNK / 3), "蓝".repeat(CHUNK));
        for (shown, wanted) in [(false, text.clone()), (true, text.replace(['\u{1b}', '\u{9b}'], ""))] {
            let mut reader = Reader(Vec::new(), usize::MAX);
            let mut pieces = Pieces::shown(&mut reader, shown);
            let written = pieces.write_all(text.as_bytes()).map(|()| 7);
            let told = pieces.finish(written, |error| Halt::Failed(error.to_string()));
            assert_eq!(told.ok(), Some(7));
            assert!(reader.0.len() > 1 && reader.0.concat() == wanted.as_bytes(), "{shown}");
        }
    }

    #[test]
    fn where_nobody_listens_that_is_why() {
        let mut reader = Reader(Vec::new(), 0);
        let mut pieces = Pieces::new(&mut reader);
        let written = pieces.write_all(&vec![b'x'; 4 * CHUNK]);
        assert!(written.is_err());
        assert!(matches!(pieces.finish(written, |_| Halt::Failed(String::new())), Err(Halt::Gone)));
        assert_eq!(reader.0.len(), 1, "nothing is made for somebody who is gone");
    }
}
