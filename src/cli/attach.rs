//! Opening the board. May use `client`.

use std::thread;
use std::time::{Duration, Instant};

use super::Setting;
use crate::client::attach::attach as open;
use crate::client::spawn::connect_or_start;
use crate::client::{ClientError, Connection, capability, connect};
use crate::error::Failure;
use crate::wire::Purpose;

/// A server that starts anew is waited for so long.
const PATIENCE: Duration = Duration::from_secs(10);
/// It is asked so often.
const PAUSE: Duration = Duration::from_millis(20);

/// Opens a window and stays until it is closed.
pub(super) fn attach(setting: &Setting) -> Result<i32, Failure> {
    let failed = |error| Failure::client(setting.lang, &error);
    let mut herald = super::serve::Teller::new();
    let connection = connect_or_start(
        &setting.place,
        Purpose::Attach,
        &capability::terminal(),
        &setting.start,
        &mut herald,
    );
    open(connection.map_err(failed)?, || again(setting)).map_err(failed)?;
    Ok(0)
}

/// The link to the server that takes the place of one that starts anew.
fn again(setting: &Setting) -> Result<Connection, ClientError> {
    let begun = Instant::now();
    loop {
        match connect(&setting.place, Purpose::Attach, &capability::terminal()) {
            Err(ClientError::NoServer(_) | ClientError::Lost) if begun.elapsed() < PATIENCE => {
                thread::sleep(PAUSE);
            }
            other => return other,
        }
    }
}
