//! The socket: made under the lock, with the rights that let the right people in; and what becomes
//! of everybody who comes. May use `wire`.

use std::fs::{self, Permissions};
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use nix::unistd::{Group, chown};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{UnixListener, UnixStream};

use super::access::Peer;
use super::error::ServeError;
use super::house::House;
use super::log::log;
use super::{running, session};
use crate::wire::hello::HELLO;
use crate::wire::{Answer, ExitReason, Hello, PROTOCOL, Place, Purpose, Verdict};

/// Whoever comes says hello at once, and takes the last word at once.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// After a failed accept (no descriptors left) the next is tried so much later.
const PAUSE: Duration = Duration::from_millis(100);

/// Makes the socket. The caller holds the lock, so that a socket that lies there is a dead one's.
pub(super) fn bind(place: &Place, group: Option<&str>, is_ours: bool) -> Result<UnixListener, ServeError> {
    let failed = |error| ServeError::Io { path: place.socket(), source: error };
    let group = group.map(find_group).transpose()?;
    if let Some(group) = &group {
        let_pass(place.data(), group, is_ours)?;
    }
    let address = place.address().map_err(failed)?;
    match fs::remove_file(address.path()) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(error)),
        _ => {}
    }
    let listener = UnixListener::bind(address.path()).map_err(failed)?;
    match &group {
        Some(group) => open_to(address.path(), group, 0o660),
        None => fs::set_permissions(address.path(), Permissions::from_mode(0o600)),
    }
    .map_err(failed)?;
    Ok(listener)
}

/// Lets a group pass through the folder to the socket, and list or read nothing there. A folder
/// that it may pass already is left as it is.
fn let_pass(data: &Path, group: &Group, is_ours: bool) -> Result<(), ServeError> {
    let failed = |source| ServeError::Io { path: data.to_owned(), source };
    let seen = fs::metadata(data).map_err(failed)?;
    let pass = if seen.gid() == group.gid.as_raw() { 0o010 } else { 0o001 };
    match seen.mode() & pass {
        0 if is_ours => open_to(data, group, 0o710).map_err(failed),
        0 => Err(ServeError::Closed { data: data.to_owned(), group: group.name.clone() }),
        _ => Ok(()),
    }
}

fn open_to(path: &Path, group: &Group, mode: u32) -> io::Result<()> {
    chown(path, None, Some(group.gid))?;
    fs::set_permissions(path, Permissions::from_mode(mode))
}

fn find_group(name: &str) -> Result<Group, ServeError> {
    Group::from_name(name).ok().flatten().ok_or_else(|| ServeError::NoSuchGroup(name.to_owned()))
}

/// Takes everybody in who comes, for ever.
pub(super) async fn accept(listener: UnixListener, house: Arc<House>) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => drop(tokio::spawn(receive(stream, house.clone()))),
            Err(error) => {
                log(format_args!("accept: {error}"));
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
}

/// Hears what somebody has come for, and serves it.
pub(super) async fn receive(mut stream: UnixStream, house: Arc<House>) {
    let _guest = house.welcome();
    let peer = match Peer::of(&stream) {
        Ok(peer) => peer,
        Err(error) => return log(format_args!("peer: {error}")),
    };
    let Ok(Ok(hello)) = tokio::time::timeout(PATIENCE, hear(&mut stream)).await else { return };
    let verdict = judge(&hello, &peer, &house);
    if stream.write_all(&answer(verdict, &house).encode()).await.is_err() {
        return;
    }
    match (verdict, hello.purpose) {
        (Verdict::Welcome, Purpose::Attach) => {
            session::serve(stream, house, &peer.login, hello.caller).await;
        }
        (Verdict::Welcome, _) => running::serve(stream, house, peer.login, hello.caller.terminal).await,
        (Verdict::Done, Purpose::Stop) => house.end(ExitReason::Stopped),
        (Verdict::Done, Purpose::Restart) => house.end(ExitReason::Restart),
        _ => {}
    }
}

async fn hear(stream: &mut UnixStream) -> io::Result<Hello> {
    let mut head = [0; HELLO];
    stream.read_exact(&mut head).await?;
    let mut body = vec![0; Hello::body_length(&head).map_err(io::Error::other)?];
    stream.read_exact(&mut body).await?;
    Hello::decode(&head, &body).map_err(io::Error::other)
}

fn judge(hello: &Hello, peer: &Peer, house: &House) -> Verdict {
    match hello.purpose {
        Purpose::Probe => Verdict::Done,
        Purpose::Stop | Purpose::Restart if peer.may_stop(&house.engine().board()) => Verdict::Done,
        Purpose::Stop | Purpose::Restart => Verdict::Denied,
        Purpose::Attach | Purpose::Command if hello.protocol == PROTOCOL => Verdict::Welcome,
        Purpose::Attach | Purpose::Command => Verdict::OtherProtocol,
    }
}

fn answer(verdict: Verdict, house: &House) -> Answer {
    Answer {
        protocol: PROTOCOL,
        verdict,
        stays: house.stays(),
        pid: std::process::id(),
        windows: u32::try_from(house.window_count()).unwrap_or(u32::MAX),
        since: u64::try_from(house.since().timestamp_millis()).unwrap_or_default(),
    }
}
