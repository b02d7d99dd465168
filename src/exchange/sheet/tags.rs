//! The tags of an XML part as it streams by: what the library that reads cells does not tell of
//! rows, columns and merged cells is in them. Uses nothing of the crate.

use std::io::{self, BufRead, Read};

use memchr::{memchr, memrchr};

/// A tag with its attributes is no longer than this.
const LONGEST: u64 = 1 << 16;

/// A tag: what stands between `<` and `>`.
pub(super) struct Tag<'a>(&'a [u8]);

impl<'a> Tag<'a> {
    /// Its name without a prefix, whether it begins or ends something.
    pub(super) fn name(&self) -> &'a [u8] {
        let tag = self.0.strip_prefix(b"/").unwrap_or(self.0);
        let end = tag.iter().position(|byte| byte.is_ascii_whitespace() || *byte == b'/');
        let name = &tag[..end.unwrap_or(tag.len())];
        memchr(b':', name).map_or(name, |at| &name[at + 1..])
    }

    /// Whether it ends what another has begun.
    pub(super) fn is_end(&self) -> bool {
        self.0.starts_with(b"/")
    }

    /// Whether it ends what it begins.
    pub(super) fn is_closed(&self) -> bool {
        self.0.ends_with(b"/")
    }

    /// The value of an attribute, as it is written; of a key that begins with `:` under any prefix.
    pub(super) fn get(&self, key: &str) -> Option<&'a str> {
        let mut rest = self.0;
        while let Some(equals) = memchr(b'=', rest) {
            let name = rest[..equals].trim_ascii();
            let start = name.iter().rposition(u8::is_ascii_whitespace).map_or(0, |at| at + 1);
            let value = rest[equals + 1..].trim_ascii_start();
            let quote = *value.first()?;
            let end = memchr(quote, &value[1..])? + 1;
            let name = &name[start..];
            if name == key.as_bytes() || (key.starts_with(':') && name.ends_with(key.as_bytes())) {
                return std::str::from_utf8(&value[1..end]).ok();
            }
            rest = &value[end + 1..];
        }
        None
    }

    /// An attribute that is a number.
    pub(super) fn number(&self, key: &str) -> Option<u32> {
        self.get(key)?.trim().parse().ok()
    }

    /// Whether an attribute says yes.
    pub(super) fn is(&self, key: &str) -> bool {
        matches!(self.get(key), Some("1" | "true"))
    }
}

/// Hands over each tag with how many bytes of text stand before it; reads to the end.
pub(super) fn each(mut part: impl BufRead, mut tell: impl FnMut(&Tag<'_>, usize)) -> io::Result<()> {
    let (mut bytes, mut before) = (Vec::new(), 0);
    loop {
        let read = part.by_ref().take(LONGEST).read_until(b'>', &mut bytes)?;
        if read == 0 {
            return Ok(());
        }
        let open = memrchr(b'<', &bytes);
        match (bytes.strip_suffix(b">"), open) {
            (Some(inner), Some(open)) => {
                tell(&Tag(&inner[open + 1..]), before + open);
                bytes.clear();
                before = 0;
            }
            // Text without a tag.
            (_, None) => {
                before += bytes.len();
                bytes.clear();
            }
            (None, Some(open)) => {
                before += open;
                bytes.drain(..open);
                if bytes.len() > usize::try_from(LONGEST).unwrap_or(usize::MAX) {
                    bytes.clear();
                }
            }
        }
    }
}
