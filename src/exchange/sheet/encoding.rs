//! What a file's bytes mean as text: UTF-8 with or without its mark, UTF-16 with it, else GB18030,
//! which every older Chinese spreadsheet writes. Uses nothing of the crate.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, UTF_8};

/// The text of a file and the name of its encoding. Bytes that mean nothing in it become U+FFFD.
pub(super) fn decode(bytes: &[u8]) -> (Cow<'_, str>, &'static str) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return (text, encoding.name());
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), UTF_8.name()),
        Err(_) => (GB18030.decode_without_bom_handling(bytes).0, "GB18030"),
    }
}
