//! The first words, whose layout never changes, so that any two versions can at least say that
//! they do not fit, and one can always stop the other. Uses nothing of the crate.
//!
//! Client: `magic[8] protocol:u16 purpose:u8 zero:u8 length:u32 body[length]`, the body a JSON
//! object of the protocol's own. Server: `magic[8] protocol:u16 verdict:u8 flags:u8 pid:u32
//! windows:u32 since:u64`. Numbers are little endian.

use std::io::Read;

use serde::{Deserialize, Serialize};

use super::command::Import;
use super::frame::WireError;

/// What both sides begin with.
pub const MAGIC: [u8; 8] = *b"guatu\0\r\n";

/// Bytes of the client's fixed part.
pub const HELLO: usize = 16;

/// Bytes of the server's answer.
pub const ANSWER: usize = 28;

/// The most that a hello's body may take, in bytes. A server of any version hangs up on a longer one
/// without a word, so that it stays as it is.
pub const BODY: usize = 64 << 10;

/// So many files of a person's own themes are read.
pub const THEMES: usize = 32;

/// So many bytes may one of them have.
pub const THEME_ROOM: usize = 16 << 10;

/// So many bytes may all of them have, as they are sent: the rest of the hello needs room too.
pub const THEMES_ROOM: usize = 48 << 10;

/// What the client has come for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Open a window.
    Attach,
    /// Run one command.
    Command,
    /// Stop the server; understood whatever the protocol.
    Stop,
    /// Start the server anew; understood whatever the protocol.
    Restart,
    /// Ask who is there; understood whatever the protocol.
    Probe,
}

impl Purpose {
    const ALL: [(u8, Self); 5] =
        [(1, Self::Attach), (2, Self::Command), (3, Self::Stop), (4, Self::Restart), (5, Self::Probe)];

    fn code(self) -> u8 {
        Self::ALL.iter().find(|(_, purpose)| *purpose == self).map_or(0, |(code, _)| *code)
    }

    fn from_code(code: u8) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == code).map(|(_, purpose)| *purpose)
    }
}

/// All that the client knows of its terminal. Who the person is never stands here: that is the
/// socket's peer credentials.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Terminal {
    /// Columns and rows; zero without a terminal.
    pub size: (u16, u16),
    /// `TERM`.
    pub term: String,
    /// `COLORTERM`.
    pub colorterm: String,
    /// Whether `NO_COLOR` is set to something.
    pub no_color: bool,
    /// The locale's name, by `LC_ALL`, `LC_MESSAGES`, `LANG`.
    pub locale: String,
    /// Whether the locale says that the terminal speaks UTF-8.
    pub utf8: bool,
    /// Whether standard output is a terminal.
    pub tty: bool,
}

/// What the person wants of the window besides what the terminal is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Wish {
    /// To begin with the deck.
    pub present: Option<Present>,
    /// To begin with the preview of an import, of the file at this path.
    pub import: Option<Import>,
    /// The person's own themes.
    pub themes: Vec<ThemeFile>,
}

/// How the deck is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Present {
    /// The names of the slides, parted by commas; all where empty.
    pub slides: String,
    /// How long the meeting is to take, in minutes.
    pub minutes: Option<u32>,
    /// Whether phones, contacts and confidential leads are shown.
    pub show_contacts: bool,
    /// Go on by itself after so many seconds, and begin anew after the last slide.
    pub loop_seconds: Option<u32>,
}

/// A theme file of the person's own folder.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ThemeFile {
    /// Its name without the folder.
    pub name: String,
    /// What it holds; empty where it is not read.
    pub text: String,
    /// Why it is not read.
    #[serde(default)]
    pub unread: Option<Unread>,
}

/// Why a theme file is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unread {
    /// It is longer than one may be.
    TooLong,
    /// Those before it have left no room for it.
    NoRoom,
}

/// Who calls: what a hello tells besides its purpose.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Caller {
    /// The terminal.
    pub terminal: Terminal,
    /// What the person wants of the window.
    pub wish: Wish,
}

impl From<Terminal> for Caller {
    /// Somebody with this terminal and no wish.
    fn from(terminal: Terminal) -> Self {
        Self { terminal, wish: Wish::default() }
    }
}

/// The client's first words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hello {
    /// The client's protocol number.
    pub protocol: u16,
    /// What it has come for.
    pub purpose: Purpose,
    /// Who it is; blank if the protocol is another one.
    pub caller: Caller,
}

impl Hello {
    /// The bytes of a hello in this version's protocol.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let body = serde_json::to_vec(&self.caller).unwrap_or_default();
        let mut bytes = MAGIC.to_vec();
        bytes.extend(self.protocol.to_le_bytes());
        bytes.extend([self.purpose.code(), 0]);
        bytes.extend(u32::try_from(body.len()).unwrap_or_default().to_le_bytes());
        bytes.extend(body);
        bytes
    }

    /// How long the body of a hello is that begins with these bytes.
    ///
    /// # Errors
    /// `Stranger` if it does not begin as a hello, `Length` if the body is beyond its cap.
    pub fn body_length(head: &[u8; HELLO]) -> Result<usize, WireError> {
        if head[..8] != MAGIC {
            return Err(WireError::Stranger);
        }
        let length = u32::from_le_bytes([head[12], head[13], head[14], head[15]]) as usize;
        if length > BODY { Err(WireError::Length(length)) } else { Ok(length) }
    }

    /// The hello of a fixed part and a body.
    ///
    /// # Errors
    /// `Malformed` if the purpose is unknown, or the body unreadable in this protocol.
    pub fn decode(head: &[u8; HELLO], body: &[u8]) -> Result<Self, WireError> {
        let protocol = u16::from_le_bytes([head[8], head[9]]);
        let purpose = Purpose::from_code(head[10])
            .ok_or_else(|| WireError::Malformed(format!("purpose {}", head[10])))?;
        let caller = if protocol == super::PROTOCOL && !body.is_empty() {
            serde_json::from_slice(body).map_err(|error| WireError::Malformed(error.to_string()))?
        } else {
            Caller::default()
        };
        Ok(Self { protocol, purpose, caller })
    }
}

/// What the server makes of a hello.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Go on.
    Welcome,
    /// The protocol is another one.
    OtherProtocol,
    /// This login may not do that.
    Denied,
    /// What was asked for is done, or was only a question.
    Done,
}

impl Verdict {
    const ALL: [Self; 4] = [Self::Welcome, Self::OtherProtocol, Self::Denied, Self::Done];
}

/// The server's first words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// The server's protocol number.
    pub protocol: u16,
    /// What it makes of the hello.
    pub verdict: Verdict,
    /// Whether it stays when nobody is attached: it was started with `serve`.
    pub stays: bool,
    /// Its process.
    pub pid: u32,
    /// How many windows are open.
    pub windows: u32,
    /// When it was started, in milliseconds since 1970.
    pub since: u64,
}

impl Answer {
    /// The bytes of the answer.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let verdict = Verdict::ALL.iter().position(|one| *one == self.verdict).unwrap_or_default();
        let mut bytes = MAGIC.to_vec();
        bytes.extend(self.protocol.to_le_bytes());
        bytes.extend([u8::try_from(verdict).unwrap_or_default(), u8::from(self.stays)]);
        bytes.extend(self.pid.to_le_bytes());
        bytes.extend(self.windows.to_le_bytes());
        bytes.extend(self.since.to_le_bytes());
        bytes
    }

    /// Reads the answer, waiting for it.
    ///
    /// # Errors
    /// `Stranger` if it does not begin as an answer, `Malformed` for an unknown verdict, `Io` else.
    pub fn read(from: &mut impl Read) -> Result<Self, WireError> {
        let mut bytes = [0; ANSWER];
        from.read_exact(&mut bytes)?;
        if bytes[..8] != MAGIC {
            return Err(WireError::Stranger);
        }
        let verdict = Verdict::ALL
            .get(usize::from(bytes[10]))
            .ok_or_else(|| WireError::Malformed(format!("verdict {}", bytes[10])))?;
        Ok(Self {
            protocol: u16::from_le_bytes([bytes[8], bytes[9]]),
            verdict: *verdict,
            stays: bytes[11] != 0,
            pid: u32::from_le_bytes([bytes[12], bytes[13], bytes[14], bytes[15]]),
            windows: u32::from_le_bytes([bytes[16], bytes[17], bytes[18], bytes[19]]),
            since: u64::from_le_bytes([
                bytes[20], bytes[21], bytes[22], bytes[23], bytes[24], bytes[25], bytes[26], bytes[27],
            ]),
        })
    }
}
