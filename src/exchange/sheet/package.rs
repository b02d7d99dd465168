//! A ZIP file looked at as a whole before any of it is believed: how much it unpacks to, as it says
//! and in truth, and whether every part of it is sound. May use `layout`, `tags`, `heard`.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Cursor, Read};

use zip::ZipArchive;
use zip::read::ZipFile;

use super::BadSheet;
use super::heard::Heard;
use super::tags::{self, Tag};

/// A workbook unpacks to at most so many bytes.
const UNPACKED: u64 = 1 << 30;
/// A part that is larger unpacked than this …
const LARGE: u64 = 16 << 20;
/// … is at most so many times as large as packed: text of sheets comes to 10 or 30.
const RATIO: u64 = 250;
/// Parts that name others are small.
const SMALL: u64 = 4 << 20;

pub(super) type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// A sound package.
pub(super) struct Package {
    /// Small parts as they are, by name.
    pub(super) small: BTreeMap<String, Vec<u8>>,
}

/// What happens with a part while it is checked.
pub(super) trait Parts {
    /// Whether a part is kept as it is.
    fn is_small(&self, name: &str) -> bool;
    /// Whether the tags of a part are to be told, beginning now.
    fn is_told(&mut self, name: &str) -> bool;
    /// Hears a tag of that part, with how many bytes of text stand before it.
    fn tell(&mut self, tag: &Tag<'_>, before: usize);
}

/// Unpacks all of a file once, into nothing, within the limits.
pub(super) fn check(bytes: &[u8], parts: &mut dyn Parts, heard: &mut Heard<'_>) -> Result<Package, BadSheet> {
    let mut archive: Archive<'_> = ZipArchive::new(Cursor::new(bytes)).map_err(|_| BadSheet::Damaged)?;
    let declared = declared(&mut archive)?;
    let mut package = Package { small: BTreeMap::new() };
    let mut left = UNPACKED;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|_| BadSheet::Damaged)?;
        let name = plain(&part.name().map_err(|_| BadSheet::Damaged)?);
        let unpacked = unpack(part, &name, left, parts, &mut package)?;
        left = left.checked_sub(unpacked).ok_or(BOMB)?;
        heard.first_half(UNPACKED - left, declared)?;
    }
    Ok(package)
}

/// The name of a part as others refer to it, whoever has packed it.
pub(super) fn plain(name: &str) -> String {
    name.replace('\\', "/").to_ascii_lowercase()
}

const BOMB: BadSheet = BadSheet::Bomb { megabytes: UNPACKED >> 20 };

/// How much the parts unpack to, as they say.
fn declared(archive: &mut Archive<'_>) -> Result<u64, BadSheet> {
    let mut all = 0_u64;
    for at in 0..archive.len() {
        let part = archive.by_index_raw(at).map_err(|_| BadSheet::Damaged)?;
        if part.encrypted() {
            return Err(BadSheet::Password);
        }
        all = all.saturating_add(part.size());
        let ratio = part.size() / part.compressed_size().max(1);
        if all > UNPACKED || (part.size() > LARGE && ratio > RATIO) {
            return Err(BOMB);
        }
    }
    Ok(all)
}

/// Unpacks a part, as far as it says that it goes; says how much it is.
fn unpack(
    part: ZipFile<'_, Cursor<&[u8]>>,
    name: &str,
    left: u64,
    parts: &mut dyn Parts,
    package: &mut Package,
) -> Result<u64, BadSheet> {
    let (declared, packed) = (part.size(), part.compressed_size());
    let mut counted =
        Counted { inner: BufReader::with_capacity(1 << 16, part.take(left.min(declared) + 1)), count: 0 };
    let read = if parts.is_told(name) {
        tags::each(&mut counted, |tag, before| parts.tell(tag, before))
    } else if declared < SMALL && parts.is_small(name) {
        let mut kept = Vec::new();
        let read = counted.by_ref().take(SMALL).read_to_end(&mut kept);
        package.small.insert(name.to_owned(), kept);
        read.map(drop)
    } else {
        io::copy(&mut counted, &mut io::sink()).map(drop)
    };
    let unpacked = counted.count;
    if unpacked > left.min(declared) || (unpacked > LARGE && unpacked / packed.max(1) > RATIO) {
        return Err(BOMB);
    }
    // What ends early or not as its sum says is found here.
    read.map_err(|_| BadSheet::Damaged)?;
    if unpacked == declared { Ok(unpacked) } else { Err(BadSheet::Damaged) }
}

/// A reader that knows how much it has read.
struct Counted<R> {
    inner: R,
    count: u64,
}

impl<R: BufRead> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.count += read as u64;
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Counted<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.inner.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.count += amount as u64;
        self.inner.consume(amount);
    }
}
