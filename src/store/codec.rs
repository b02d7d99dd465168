//! The only file that names bincode. A stored value is `[format version][payload]`; decoding has a
//! limit, since a hostile length would abort the process otherwise, and every byte must be used.
//! May use `frozen`.

use bincode::config::{Configuration, standard};
use bincode::error::DecodeError;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The format that this program writes.
pub const VERSION: u8 = 1;

const KIB: usize = 1 << 10;
const MIB: usize = 1 << 20;

/// Why bytes are not what they should be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadBytes {
    /// There are none.
    #[error("nothing is stored")]
    Nothing,
    /// Of a format that this program does not know.
    #[error("format {0} is not known")]
    Version(u8),
    /// They do not say what they should.
    #[error("{0}")]
    Shape(String),
    /// More of them than the value needs.
    #[error("{0} bytes too many")]
    Rest(usize),
}

/// A frozen value as it is stored.
///
/// # Errors
/// `BadBytes::Shape` where bincode cannot hold it.
pub fn encode<T: Serialize>(value: &T) -> Result<Vec<u8>, BadBytes> {
    let mut bytes = vec![VERSION];
    bincode::serde::encode_into_std_write(value, &mut bytes, standard())
        .map_err(|error| BadBytes::Shape(error.to_string()))?;
    Ok(bytes)
}

/// A frozen value from stored bytes.
///
/// # Errors
/// What is wrong with them; never a panic, whatever they are.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, BadBytes> {
    let (version, payload) = bytes.split_first().ok_or(BadBytes::Nothing)?;
    if *version != VERSION {
        return Err(BadBytes::Version(*version));
    }
    let (value, used) = decode_within_limit(payload).map_err(|error| BadBytes::Shape(error.to_string()))?;
    match payload.len() - used {
        0 => Ok(value),
        rest => Err(BadBytes::Rest(rest)),
    }
}

/// The limit is a constant of bincode's type, so it goes by steps of the payload's length.
fn decode_within_limit<T: DeserializeOwned>(payload: &[u8]) -> Result<(T, usize), DecodeError> {
    let config: Configuration = standard();
    let read = |len: usize| payload.len() <= len;
    if read(64 * KIB) {
        bincode::serde::decode_from_slice(payload, config.with_limit::<{ MIB }>())
    } else if read(4 * MIB) {
        bincode::serde::decode_from_slice(payload, config.with_limit::<{ 64 * MIB }>())
    } else {
        bincode::serde::decode_from_slice(payload, config.with_limit::<{ 2048 * MIB }>())
    }
}
