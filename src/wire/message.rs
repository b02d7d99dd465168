//! Messages: what goes to the server and what comes back. Control payloads are JSON; screen and
//! file bytes travel raw. Uses nothing of the crate.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::command::Command;
use super::exit::ExitReason;
use super::file::FileAnswer;
use super::frame::{CHUNK, Frame, WireError, push};
use super::input::Input;

/// From client to server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ToServer {
    /// Something done at the terminal.
    Input(Input),
    /// The terminal has taken the last frame whole; the next may come.
    Shown,
    /// The command to run; once, first.
    Command(Command),
    /// A piece of the file that the command or the window reads.
    File(Vec<u8>),
    /// The file has ended.
    FileEnd,
    /// The person takes the command back.
    Cancel,
    /// What is to be said of a file that the window asked for.
    Answer(FileAnswer),
}

/// From server to client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ToClient {
    /// A piece of a frame for the terminal.
    ScreenPart(Vec<u8>),
    /// The last piece of a frame for the terminal: to be answered with `Shown`.
    Screen(Vec<u8>),
    /// Bytes for standard output or the file that the command writes.
    Out(Vec<u8>),
    /// A text for standard error.
    Err(String),
    /// How far a command has come.
    Progress(Progress),
    /// A text for the terminal's clipboard.
    Clipboard(String),
    /// Stop this process until it is continued.
    Suspend,
    /// Let the person edit a text in their editor: to be answered with `Input::Edited`.
    Edit(String),
    /// The title of the terminal's window.
    Title(String),
    /// Take the mouse, or leave it to the terminal.
    Mouse(bool),
    /// Send this file of the person's: `Answer` with its size, `File` and `FileEnd`, or why not.
    Read(String),
    /// Begin to write this file of the person's, or say why not; with `force`, in the place of one that
    /// is there. Its bytes come as `Out` once the client has said `Open`.
    Write {
        /// Where to.
        path: String,
        /// Whether it may take the place of a file that is there.
        force: bool,
    },
    /// The file that is being written is whole: put it in its place.
    OutEnd,
    /// Send or write no more of the file that is under way.
    StopFile,
    /// Say how this beginning of a file's name can go on.
    Names(String),
    /// The end.
    Exit(ExitReason),
}

/// How far a command has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// What it is at, in the reader's language.
    pub at: String,
    /// How much of that is done.
    pub done: u64,
    /// Of how much; 0 where nobody can say.
    pub total: u64,
}

const INPUT: u8 = 1;
const SHOWN: u8 = 2;
const COMMAND: u8 = 3;
const FILE: u8 = 4;
const FILE_END: u8 = 5;
const CANCEL: u8 = 6;
const ANSWER: u8 = 7;

impl ToServer {
    /// Appends the message as a frame.
    ///
    /// # Errors
    /// `Length` if it is beyond the cap.
    pub fn encode(&self, out: &mut Vec<u8>) -> Result<(), WireError> {
        match self {
            Self::Input(input) => push(out, INPUT, &json(input)?),
            Self::Shown => push(out, SHOWN, &[]),
            Self::Command(command) => push(out, COMMAND, &json(command)?),
            Self::File(bytes) => push(out, FILE, bytes),
            Self::FileEnd => push(out, FILE_END, &[]),
            Self::Cancel => push(out, CANCEL, &[]),
            Self::Answer(answer) => push(out, ANSWER, &json(answer)?),
        }
    }

    /// The message in a frame.
    ///
    /// # Errors
    /// `Tag` or `Malformed`.
    pub fn decode(frame: Frame) -> Result<Self, WireError> {
        Ok(match frame.tag {
            INPUT => Self::Input(parse(&frame.payload)?),
            SHOWN => Self::Shown,
            COMMAND => Self::Command(parse(&frame.payload)?),
            FILE => Self::File(frame.payload),
            FILE_END => Self::FileEnd,
            CANCEL => Self::Cancel,
            ANSWER => Self::Answer(parse(&frame.payload)?),
            tag => return Err(WireError::Tag(tag)),
        })
    }
}

const SCREEN_PART: u8 = 1;
const SCREEN: u8 = 2;
const OUT: u8 = 3;
const ERR: u8 = 4;
const PROGRESS: u8 = 5;
const CLIPBOARD: u8 = 6;
const SUSPEND: u8 = 7;
const EXIT: u8 = 8;
const EDIT: u8 = 9;
const TITLE: u8 = 10;
const MOUSE: u8 = 11;
const READ: u8 = 12;
const WRITE: u8 = 13;
const OUT_END: u8 = 14;
const STOP_FILE: u8 = 15;
const NAMES: u8 = 16;

impl ToClient {
    /// Appends the message as a frame.
    ///
    /// # Errors
    /// `Length` if it is beyond the cap.
    pub fn encode(&self, out: &mut Vec<u8>) -> Result<(), WireError> {
        match self {
            Self::ScreenPart(bytes) => push(out, SCREEN_PART, bytes),
            Self::Screen(bytes) => push(out, SCREEN, bytes),
            Self::Out(bytes) => push(out, OUT, bytes),
            Self::Err(text) => push(out, ERR, text.as_bytes()),
            Self::Progress(progress) => push(out, PROGRESS, &json(progress)?),
            Self::Clipboard(text) => push(out, CLIPBOARD, text.as_bytes()),
            Self::Suspend => push(out, SUSPEND, &[]),
            Self::Edit(text) => push(out, EDIT, text.as_bytes()),
            Self::Title(text) => push(out, TITLE, text.as_bytes()),
            Self::Mouse(on) => push(out, MOUSE, &[u8::from(*on)]),
            Self::Read(path) => push(out, READ, path.as_bytes()),
            Self::Write { path, force } => push(out, WRITE, &json(&(path, force))?),
            Self::OutEnd => push(out, OUT_END, &[]),
            Self::StopFile => push(out, STOP_FILE, &[]),
            Self::Names(begin) => push(out, NAMES, begin.as_bytes()),
            Self::Exit(reason) => push(out, EXIT, &json(reason)?),
        }
    }

    /// The message in a frame.
    ///
    /// # Errors
    /// `Tag` or `Malformed`.
    pub fn decode(frame: Frame) -> Result<Self, WireError> {
        Ok(match frame.tag {
            SCREEN_PART => Self::ScreenPart(frame.payload),
            SCREEN => Self::Screen(frame.payload),
            OUT => Self::Out(frame.payload),
            ERR => Self::Err(text(frame.payload)?),
            PROGRESS => Self::Progress(parse(&frame.payload)?),
            CLIPBOARD => Self::Clipboard(text(frame.payload)?),
            SUSPEND => Self::Suspend,
            EDIT => Self::Edit(text(frame.payload)?),
            TITLE => Self::Title(text(frame.payload)?),
            MOUSE => Self::Mouse(frame.payload == [1]),
            READ => Self::Read(text(frame.payload)?),
            WRITE => {
                let (path, force) = parse(&frame.payload)?;
                Self::Write { path, force }
            }
            OUT_END => Self::OutEnd,
            STOP_FILE => Self::StopFile,
            NAMES => Self::Names(text(frame.payload)?),
            EXIT => Self::Exit(parse(&frame.payload)?),
            tag => return Err(WireError::Tag(tag)),
        })
    }
}

/// Appends one frame for the terminal, in as many pieces as its length needs.
///
/// # Errors
/// None in practice: a piece is below the cap.
pub fn push_screen(out: &mut Vec<u8>, bytes: &[u8]) -> Result<(), WireError> {
    let mut pieces = bytes.chunks(CHUNK).peekable();
    while let Some(piece) = pieces.next() {
        push(out, if pieces.peek().is_some() { SCREEN_PART } else { SCREEN }, piece)?;
    }
    Ok(())
}

fn json<T: Serialize>(value: &T) -> Result<Vec<u8>, WireError> {
    serde_json::to_vec(value).map_err(|error| WireError::Malformed(error.to_string()))
}

fn parse<T: DeserializeOwned>(payload: &[u8]) -> Result<T, WireError> {
    serde_json::from_slice(payload).map_err(|error| WireError::Malformed(error.to_string()))
}

fn text(payload: Vec<u8>) -> Result<String, WireError> {
    String::from_utf8(payload).map_err(|error| WireError::Malformed(error.to_string()))
}
