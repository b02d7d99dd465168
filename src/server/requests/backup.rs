//! `backup`: the whole board with its history, while others go on working. May use `store`.

use std::io::{self, Write};

use super::answer::{Answer, Halt};
use super::{Ask, Out};
use crate::store;

pub(super) fn run(ask: &Ask<'_>, out: &mut dyn Out) -> Answer {
    // A clone, so that others can go on working meanwhile.
    let board = ask.engine.board().clone();
    let mut line = Line { out, gone: false };
    let written = store::backup::backup(&board, ask.engine.journal().as_ref(), &mut line);
    if line.gone {
        return Err(Halt::Gone);
    }
    written.map_err(|error| Halt::store(&error, ask.lang))?;
    Ok(0)
}

/// What a command writes, as a file.
struct Line<'a> {
    out: &'a mut dyn Out,
    gone: bool,
}

impl Write for Line<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.out.out(bytes) {
            Ok(()) => Ok(bytes.len()),
            Err(gone) => {
                self.gone = true;
                Err(io::Error::other(gone))
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
