//! Records that a window writes to a file of the person's: made beside everything else, handed to the
//! client a piece at a time. May use `requests`, `ui`, `wire`.

use std::mem;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::super::requests::export;
use super::importing::{ask, fault_said};
use super::transfer::{Out, TOLD, Transfer};
use super::{News, Window};
use crate::board::RequestId;
use crate::say;
use crate::ui::text::clean;
use crate::ui::{Event, Export, Exported};
use crate::wire::frame::CHUNK;
use crate::wire::{FileAnswer, FileFault, ToClient, WireError};

/// The bytes of a file with what is said of them, or why there are none; under the number of its work.
pub(in crate::server) type Made = (u64, Result<(Vec<u8>, String), String>);

impl Window {
    /// Asks the client whether a file can be written.
    pub(super) fn export(&mut self, wanted: Export) {
        let (path, force) = (wanted.path.clone(), wanted.force);
        match &mut self.transfer {
            Transfer::None => {
                self.said.push(ToClient::Write { path, force });
                self.transfer = Transfer::Write(Out {
                    wanted,
                    bytes: Vec::new(),
                    sent: 0,
                    told: None,
                    is_stopped: false,
                });
            }
            _ => self.later.push(Event::Exported(Exported::Failed(say!(self.lang(), "file-busy")))),
        }
    }

    /// It is not wanted any more: what the client says last is told.
    pub(super) fn stop_export(&mut self) {
        let Transfer::Write(out) = &mut self.transfer else { return };
        if !mem::replace(&mut out.is_stopped, true) {
            self.said.push(ToClient::StopFile);
        }
    }

    /// The client can write it: it is made.
    pub(super) fn make_export(&mut self) {
        let Transfer::Write(out) = &mut self.transfer else { return };
        self.made += 1;
        let (number, path, listed) = (self.made, out.wanted.path.clone(), out.wanted.listed.take());
        let (house, login, past) = (self.house.clone(), self.login.clone(), self.past.clone());
        let (lang, news) = (self.lang(), self.news.clone());
        tokio::task::spawn_blocking(move || {
            let make = || {
                let ask = ask(&house, &login, lang, RequestId(0));
                if let Some(past) = past {
                    return export::file(&path, listed, &past.board, &ask);
                }
                // A copy, so that others can go on working meanwhile.
                let board = house.engine().board().clone();
                export::file(&path, listed, &board, &ask)
            };
            let bytes = catch_unwind(AssertUnwindSafe(make));
            // A window that has closed since needs no answer.
            let _ =
                news.send(News::Export((number, bytes.unwrap_or_else(|_| Err(say!(lang, "file-fault"))))));
        });
    }

    /// Takes the bytes of a file; what is not wanted any more is let go.
    pub(super) fn take_export(&mut self, (number, made): Made) {
        let Transfer::Write(out) = &mut self.transfer else { return };
        if number != self.made || out.told.is_some() || out.is_stopped {
            return;
        }
        match made {
            Ok((bytes, told)) => (out.bytes, out.told) = (bytes, Some(told)),
            Err(why) => {
                self.stop_file();
                self.feed(Event::Exported(Exported::Failed(why)));
            }
        }
    }

    /// Hands the next piece of a file to the client, or that it is whole. A frame goes first.
    ///
    /// # Errors
    /// None in practice: a piece is below the cap.
    pub(in crate::server) fn piece(&mut self, outbox: &mut Vec<u8>) -> Result<(), WireError> {
        let Transfer::Write(out) = &mut self.transfer else { return Ok(()) };
        if out.told.is_none() || out.sent > out.bytes.len() || out.is_stopped {
            return Ok(());
        }
        let rest = &out.bytes[out.sent..];
        let piece = &rest[..rest.len().min(CHUNK)];
        if piece.is_empty() {
            // Beyond its end: it is whole, and that was said.
            out.sent += 1;
            return ToClient::OutEnd.encode(outbox);
        }
        ToClient::Out(piece.to_vec()).encode(outbox)?;
        let before = out.sent / TOLD;
        out.sent += piece.len();
        let (sent, all) = (out.sent, out.bytes.len());
        if sent / TOLD > before {
            self.feed(Event::Exported(Exported::Far(sent as u64, all as u64)));
        }
        Ok(())
    }

    /// Takes what the client says of the file that is written; false where that makes no sense.
    pub(super) fn export_answer(&mut self, answer: &FileAnswer) -> bool {
        let Transfer::Write(out) = &mut self.transfer else { return false };
        let path = out.wanted.path.clone();
        let came = match answer {
            FileAnswer::Open => {
                if !out.is_stopped {
                    self.make_export();
                }
                return true;
            }
            FileAnswer::Written(_) => Exported::Done(out.told.take().unwrap_or_default()),
            FileAnswer::Failed(FileFault::Exists) => Exported::Exists(path),
            FileAnswer::Failed(FileFault::Stopped) => {
                Exported::Failed(say!(self.lang(), "file-stopped", path = clean(&path).into_owned()))
            }
            // What is to be written need not be there, but its folder must.
            FileAnswer::Failed(FileFault::NotFound) => {
                Exported::Failed(say!(self.lang(), "file-no-such-folder", path = clean(&path).into_owned()))
            }
            FileAnswer::Failed(fault) => Exported::Failed(fault_said(&path, fault, self.lang())),
            FileAnswer::Size(_) | FileAnswer::Names(_) => return false,
        };
        self.transfer = Transfer::None;
        self.feed(Event::Exported(came));
        true
    }
}
