//! One window over the socket, as a client without a terminal: each frame is answered at once.

use std::io::{self, Read, Write};
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::time::{Duration, Instant};

use guatu::wire::frame::take;
use guatu::wire::{
    Answer, Code, Command, ExitReason, Hello, Input, Key, PROTOCOL, Place, Purpose, Terminal, ToClient,
    ToServer, Verdict,
};
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};

use crate::SIZE;

/// No frame is waited for longer.
const LONGEST: Duration = Duration::from_secs(5);

/// A link that has been welcomed.
pub(crate) struct Link {
    stream: UnixStream,
    inbox: Vec<u8>,
}

/// What has come in.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Got {
    pub(crate) frames: usize,
    pub(crate) bytes: usize,
}

impl Link {
    /// Opens a window.
    pub(crate) fn attach(place: &Place) -> Self {
        Self::open(place, Purpose::Attach)
    }

    fn open(place: &Place, purpose: Purpose) -> Self {
        let address = place.address().expect("a folder");
        let mut stream = UnixStream::connect(address.path()).expect("a server");
        let terminal = Terminal {
            size: SIZE,
            term: "xterm-256color".to_owned(),
            locale: "zh_CN.UTF-8".to_owned(),
            tty: true,
            ..Terminal::default()
        };
        let hello = Hello { protocol: PROTOCOL, purpose, caller: terminal.into() };
        stream.write_all(&hello.encode()).expect("a server");
        assert_eq!(Answer::read(&mut stream).expect("an answer").verdict, Verdict::Welcome);
        stream.set_nonblocking(true).expect("a socket");
        Self { stream, inbox: Vec::new() }
    }

    fn send(&mut self, message: &ToServer) {
        let mut bytes = Vec::new();
        message.encode(&mut bytes).expect("a short message");
        self.stream.write_all(&bytes).expect("it listens");
    }

    /// Takes what is there, without waiting.
    pub(crate) fn take(&mut self) -> Got {
        let mut got = Got::default();
        for message in self.messages(&mut got) {
            match message {
                ToClient::Screen(_) => {
                    got.frames += 1;
                    self.send(&ToServer::Shown);
                }
                ToClient::Exit(reason) => panic!("the window is closed: {reason:?}"),
                _ => {}
            }
        }
        got
    }

    /// The messages that are there, and how many bytes they were.
    fn messages(&mut self, got: &mut Got) -> Vec<ToClient> {
        let mut bytes = [0; 16 << 10];
        loop {
            match self.stream.read(&mut bytes) {
                // It says why before it closes.
                Ok(0) if got.bytes > 0 => break,
                Ok(0) => panic!("the server is gone"),
                Ok(count) => {
                    got.bytes += count;
                    self.inbox.extend_from_slice(&bytes[..count]);
                }
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => break,
                Err(error) => panic!("the link: {error}"),
            }
        }
        let mut messages = Vec::new();
        while let Some((frame, taken)) = take(&self.inbox).expect("frames") {
            self.inbox.drain(..taken);
            messages.push(ToClient::decode(frame).expect("a message"));
        }
        messages
    }

    /// Presses a key and waits for the frame: how long that took.
    pub(crate) fn press(&mut self, code: Code) -> Duration {
        let begun = Instant::now();
        self.send(&ToServer::Input(Input::Key(Key { code, ctrl: false, alt: false })));
        while self.take().frames == 0 {
            assert!(begun.elapsed() < LONGEST, "no frame after {code:?}");
            wait(&[&*self], LONGEST);
        }
        begun.elapsed()
    }
}

/// A command that has been welcomed and not been told yet.
pub(crate) struct Errand(Link);

impl Errand {
    /// Reaches the server.
    pub(crate) fn reach(place: &Place) -> Self {
        Self(Link::open(place, Purpose::Command))
    }

    /// Says what is to be done, without waiting.
    pub(crate) fn tell(&mut self, command: Command) {
        self.0.send(&ToServer::Command(command));
    }

    /// Waits until it is done.
    pub(crate) fn done(mut self) {
        loop {
            wait(&[&self.0], LONGEST);
            let messages = self.0.messages(&mut Got::default());
            if let Some(ToClient::Exit(reason)) = messages.last() {
                assert_eq!(*reason, ExitReason::Done(0), "{messages:?}");
                return;
            }
        }
    }
}

/// Waits until one of the links has something: which of them have.
pub(crate) fn wait(links: &[&Link], longest: Duration) -> Vec<bool> {
    let mut all: Vec<PollFd<'_>> =
        links.iter().map(|link| PollFd::new(link.stream.as_fd(), PollFlags::POLLIN)).collect();
    let timeout = PollTimeout::try_from(longest).expect("a short time");
    poll(&mut all, timeout).expect("sockets");
    all.iter().map(|one| one.any().unwrap_or_default()).collect()
}
