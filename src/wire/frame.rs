//! Frames: `[u32 length, little endian][u8 tag][payload]`, the length counting tag and payload.
//! A length beyond the cap is refused before anything is reserved for it. Uses nothing.

use std::io::{self, Read};

/// The most that tag and payload of one frame may take, in bytes.
pub const CAP: usize = 1 << 20;

/// The most raw bytes (screen, file) that are put into one frame.
pub const CHUNK: usize = 64 << 10;

/// Bytes before the tag.
const HEAD: usize = 4;

/// One frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// What the payload is.
    pub tag: u8,
    /// The payload.
    pub payload: Vec<u8>,
}

/// What can be wrong with what the other side says.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WireError {
    /// The other side has closed between two frames.
    #[error("closed")]
    Closed,
    /// A frame is empty or longer than the cap.
    #[error("frame of {0} bytes")]
    Length(usize),
    /// A tag that this protocol does not know.
    #[error("unknown tag {0}")]
    Tag(u8),
    /// A payload that does not read as its tag says.
    #[error("malformed: {0}")]
    Malformed(String),
    /// The other side does not speak this program's language at all.
    #[error("not guatu")]
    Stranger,
    /// The link failed.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Appends a frame.
///
/// # Errors
/// `Length` if the payload is beyond the cap; nothing is appended then.
pub fn push(out: &mut Vec<u8>, tag: u8, payload: &[u8]) -> Result<(), WireError> {
    let length = payload.len() + 1;
    let head = u32::try_from(length).ok().filter(|_| length <= CAP).ok_or(WireError::Length(length))?;
    out.reserve(HEAD + length);
    out.extend_from_slice(&head.to_le_bytes());
    out.push(tag);
    out.extend_from_slice(payload);
    Ok(())
}

/// Takes the first frame off received bytes: the frame and how many bytes it took, or nothing
/// while it is incomplete.
///
/// # Errors
/// `Length` if the frame is empty or beyond the cap.
pub fn take(bytes: &[u8]) -> Result<Option<(Frame, usize)>, WireError> {
    let Some((head, rest)) = bytes.split_first_chunk::<HEAD>() else { return Ok(None) };
    let length = length_of(*head)?;
    let Some(body) = rest.get(..length) else { return Ok(None) };
    Ok(Some((Frame { tag: body[0], payload: body[1..].to_vec() }, HEAD + length)))
}

/// Reads one frame, waiting for it.
///
/// # Errors
/// `Closed` at an end between frames, `Length` as for `take`, `Io` else.
pub fn read(from: &mut impl Read) -> Result<Frame, WireError> {
    let mut head = [0; HEAD];
    let first = loop {
        match from.read(&mut head[..1]) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            other => break other?,
        }
    };
    if first == 0 {
        return Err(WireError::Closed);
    }
    from.read_exact(&mut head[1..])?;
    let mut body = vec![0; length_of(head)?];
    from.read_exact(&mut body)?;
    let tag = body.remove(0);
    Ok(Frame { tag, payload: body })
}

fn length_of(head: [u8; HEAD]) -> Result<usize, WireError> {
    match u32::from_le_bytes(head) as usize {
        length @ 1..=CAP => Ok(length),
        length => Err(WireError::Length(length)),
    }
}
