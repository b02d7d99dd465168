//! What a file's bytes mean as text: as somebody says, as its mark says, UTF-16 by its zero bytes,
//! UTF-8 where it is that; else what such bytes most likely are: GB18030 in most offices, Big5 or
//! Windows-1252 in others. Uses nothing of the crate.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// So much of a file is looked at to find its encoding.
const PROBE: usize = 256 * 1024;
/// Of so many characters of more than one byte one may be broken in a text that is UTF-8 still.
const SOUND: usize = 20;

/// The text of a file and the name of its encoding. Bytes that mean nothing in it become U+FFFD.
pub(super) fn decode<'a>(bytes: &'a [u8], said: Option<&'static Encoding>) -> (Cow<'a, str>, &'static str) {
    let marked = Encoding::for_bom(bytes);
    if let Some((encoding, mark)) = marked
        && said.is_none_or(|said| said == encoding)
    {
        return (encoding.decode_without_bom_handling(&bytes[mark..]).0, encoding.name());
    }
    // GB18030 reads all that GBK and GB2312 write.
    let said = said.map(|said| if said == GBK { GB18030 } else { said });
    let encoding = said.unwrap_or_else(|| guess(bytes));
    match std::str::from_utf8(bytes) {
        Ok(text) if encoding == UTF_8 => (Cow::Borrowed(text), UTF_8.name()),
        _ => (encoding.decode_without_bom_handling(bytes).0, name(encoding)),
    }
}

/// An encoding as people know it.
fn name(encoding: &'static Encoding) -> &'static str {
    if encoding == GB18030 { "GB18030" } else { encoding.name() }
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let probe = &bytes[..bytes.len().min(PROBE)];
    if let Some(wide) = wide(probe) {
        return wide;
    }
    if is_utf_8(bytes) {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(probe, true);
    let found = detector.guess(None, Utf8Detection::Deny);
    if found == BIG5 || found == WINDOWS_1252 { found } else { GB18030 }
}

/// UTF-16 without its mark: the high bytes of commas, digits and line ends are zero, all on one side.
fn wide(probe: &[u8]) -> Option<&'static Encoding> {
    let zeros = |side: usize| probe.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    let encoding = match (zeros(0), zeros(1)) {
        (0, 1..) => UTF_16LE,
        (1.., 0) => UTF_16BE,
        _ => return None,
    };
    let (text, is_broken) = encoding.decode_without_bom_handling(&probe[..probe.len() / 2 * 2]);
    let is_odd = |c: char| c.is_control() && !c.is_whitespace();
    (!is_broken && !text.contains(is_odd)).then_some(encoding)
}

/// Whether bytes are UTF-8, but for a few that something has broken.
fn is_utf_8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    broken == 0 || sound / SOUND >= broken
}
