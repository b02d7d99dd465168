//! The person's files on their way through a window's link: asked for, taken in, handed out a piece at a
//! time. One at a time: another waits until the client has said that the one before is over.
//! May use `wire`.

use std::mem;

use super::Window;
use crate::say;
use crate::server::importing::LARGEST;
use crate::ui::views::import::model::Came;
use crate::ui::{Event, Export};
use crate::wire::{FileAnswer, ToClient};

/// How far a file has come is told after so many bytes.
pub(super) const TOLD: usize = 1 << 20;

/// What is under way.
#[derive(Default)]
pub(super) enum Transfer {
    /// Nothing.
    #[default]
    None,
    /// A file comes in.
    Read { path: String, bytes: Vec<u8>, size: u64 },
    /// A file goes out.
    Write(Out),
    /// It is not wanted any more, and the client has not yet said that it is over. What waits for that.
    Stopping(Option<String>),
}

/// A file that goes out.
pub(super) struct Out {
    pub(super) wanted: Export,
    pub(super) bytes: Vec<u8>,
    /// So many of them are sent; one more where it was said that they are all.
    pub(super) sent: usize,
    /// What is said once it is written; none before it is made.
    pub(super) told: Option<String>,
    /// Whether it was asked to stop: the client's answer says whether that was in time.
    pub(super) is_stopped: bool,
}

impl Window {
    /// Asks the client for a file.
    pub(super) fn ask_for_file(&mut self, path: String) {
        match &mut self.transfer {
            Transfer::None => {
                self.said.push(ToClient::Read(path.clone()));
                self.transfer = Transfer::Read { path, bytes: Vec::new(), size: 0 };
            }
            Transfer::Stopping(next) => *next = Some(path),
            Transfer::Read { .. } => {
                self.stop_reading();
                self.transfer = Transfer::Stopping(Some(path));
            }
            Transfer::Write(_) => {
                let why = say!(self.lang(), "file-busy");
                self.later.push(Event::Import(Came::Failed(why)));
            }
        }
    }

    /// Nobody wants the file any more that comes in.
    pub(super) fn stop_reading(&mut self) {
        match &mut self.transfer {
            Transfer::None | Transfer::Write(_) => {}
            Transfer::Stopping(next) => *next = None,
            Transfer::Read { .. } => self.stop_file(),
        }
    }

    /// Tells the client that what is under way is over; it says so in its turn.
    pub(super) fn stop_file(&mut self) {
        self.said.push(ToClient::StopFile);
        self.transfer = Transfer::Stopping(None);
    }

    /// Takes a piece of a file; false where none was asked for.
    pub(in crate::server) fn file(&mut self, piece: &[u8]) -> bool {
        match &mut self.transfer {
            Transfer::None | Transfer::Write(_) => return false,
            Transfer::Stopping(_) => return true,
            Transfer::Read { bytes, size, .. } => {
                let before = bytes.len() / TOLD;
                bytes.extend_from_slice(piece);
                let (done, size) = (bytes.len(), *size);
                if done > LARGEST {
                    self.stop_reading();
                    self.too_large();
                } else if done / TOLD > before {
                    self.feed(Event::Import(Came::Reading(done as u64, size)));
                }
            }
        }
        true
    }

    /// The file is whole.
    pub(in crate::server) fn file_end(&mut self) -> bool {
        match mem::take(&mut self.transfer) {
            Transfer::Stopping(next) => self.go_on_with(next),
            Transfer::Read { path, bytes, .. } => self.read_file(&path, bytes),
            Transfer::None | Transfer::Write(_) => return false,
        }
        true
    }

    /// Takes what the client says of a file; false where it was not asked.
    pub(in crate::server) fn answer(&mut self, answer: &FileAnswer) -> bool {
        match (&mut self.transfer, answer) {
            (_, FileAnswer::Names(names)) => self.feed(Event::Names(names.clone())),
            (Transfer::Read { size, .. }, FileAnswer::Size(all)) => {
                *size = *all;
                if *all > LARGEST as u64 {
                    self.stop_reading();
                    self.too_large();
                }
            }
            (Transfer::Write(_), answer) => return self.export_answer(answer),
            (Transfer::Stopping(_), FileAnswer::Size(_) | FileAnswer::Open) => {}
            (Transfer::Stopping(_), FileAnswer::Written(_) | FileAnswer::Failed(_)) => self.over(),
            (Transfer::Read { path, .. }, FileAnswer::Failed(fault)) => {
                let path = mem::take(path);
                self.transfer = Transfer::None;
                self.no_file(&path, fault);
            }
            _ => return false,
        }
        true
    }

    /// What was not wanted any more is over.
    fn over(&mut self) {
        if let Transfer::Stopping(next) = mem::take(&mut self.transfer) {
            self.go_on_with(next);
        }
    }

    fn go_on_with(&mut self, next: Option<String>) {
        if let Some(path) = next {
            self.ask_for_file(path);
        }
    }
}
