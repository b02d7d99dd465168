//! Reaching the server: connect, hello, answer. May use `wire`.

use std::io::{self, Write};
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::time::Duration;

use super::error::ClientError;
use crate::wire::frame::read;
use crate::wire::{Answer, Caller, Hello, PROTOCOL, Place, Purpose, ToClient, ToServer, Verdict};

/// A server answers a hello at once; one that does not for so long hangs.
const PATIENCE: Duration = Duration::from_secs(10);

/// A link to a server that has welcomed us.
#[derive(Debug)]
pub struct Connection {
    stream: UnixStream,
    /// The columns and rows that the hello told.
    told: (u16, u16),
}

impl Connection {
    /// Says hello on a fresh link.
    ///
    /// # Errors
    /// `OtherProtocol`, `Denied`, or what is wrong with the link.
    pub fn greet(
        stream: UnixStream,
        place: &Place,
        purpose: Purpose,
        caller: &Caller,
    ) -> Result<Self, ClientError> {
        let (stream, answer) = hello(stream, purpose, caller)?;
        match answer.verdict {
            Verdict::Welcome => Ok(Self { stream, told: caller.terminal.size }),
            Verdict::OtherProtocol => Err(ClientError::OtherProtocol { server: answer.protocol }),
            Verdict::Denied | Verdict::Done => Err(ClientError::Denied(place.data().to_owned())),
        }
    }

    /// Sends one message.
    ///
    /// # Errors
    /// `Lost` when the server is gone.
    pub fn send(&mut self, message: &ToServer) -> Result<(), ClientError> {
        let mut bytes = Vec::new();
        message.encode(&mut bytes)?;
        Ok(self.stream.write_all(&bytes).map_err(crate::wire::WireError::Io)?)
    }

    /// Waits for the next message.
    ///
    /// # Errors
    /// `Lost` when the server goes away without a word.
    pub fn receive(&mut self) -> Result<ToClient, ClientError> {
        Ok(ToClient::decode(read(&mut self.stream)?)?)
    }

    /// The columns and rows that the server was told when we said hello.
    pub(super) const fn told(&self) -> (u16, u16) {
        self.told
    }

    /// Cuts the link, for every hold on it.
    pub(super) fn cut(&self) {
        // A link that is gone already is cut.
        let _ = self.stream.shutdown(Shutdown::Both);
    }

    /// A second hold on the same link, for another thread.
    ///
    /// # Errors
    /// What the system says.
    pub fn second(&self) -> Result<Self, ClientError> {
        Ok(Self { stream: self.stream.try_clone()?, told: self.told })
    }
}

/// Connects to the server of a place.
///
/// # Errors
/// `NoServer` where none answers, `Denied` where this person may not, and as for `greet`.
pub fn connect(place: &Place, purpose: Purpose, caller: &Caller) -> Result<Connection, ClientError> {
    Connection::greet(reach(place)?, place, purpose, caller)
}

/// Asks the server of a place something that every version understands: to stop, to start anew,
/// or who is there.
///
/// # Errors
/// As for `connect`, but `MayNotStop` for `Denied`; never `OtherProtocol`.
pub fn control(place: &Place, purpose: Purpose) -> Result<Answer, ClientError> {
    let (_, answer) = hello(reach(place)?, purpose, &Caller::default())?;
    if answer.verdict == Verdict::Denied {
        return Err(ClientError::MayNotStop);
    }
    Ok(answer)
}

fn reach(place: &Place) -> Result<UnixStream, ClientError> {
    let data = || place.data().to_owned();
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::ConnectionRefused => ClientError::NoServer(data()),
        io::ErrorKind::PermissionDenied => ClientError::Denied(data()),
        _ => ClientError::file(place.data(), error),
    };
    let address = place.address().map_err(failed)?;
    UnixStream::connect(address.path()).map_err(failed)
}

fn hello(
    mut stream: UnixStream,
    purpose: Purpose,
    caller: &Caller,
) -> Result<(UnixStream, Answer), ClientError> {
    let hello = Hello { protocol: PROTOCOL, purpose, caller: caller.clone() };
    stream.write_all(&hello.encode()).map_err(crate::wire::WireError::Io)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let answer = Answer::read(&mut stream)?;
    stream.set_read_timeout(None)?;
    Ok((stream, answer))
}
