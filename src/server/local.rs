//! Server and client in one process over a pair of sockets: the same code, no mode of its own.
//! For `demo` and for tests. May use `engine`.

use std::io;
use std::os::unix::net::UnixStream;
use std::sync::Arc;

use tokio::runtime::Runtime;

use super::house::House;
use super::lifecycle::runtime;
use super::{listen, midnight};

/// A server inside this process; it ends when this is dropped.
pub struct Local {
    runtime: Option<Runtime>,
    house: Arc<House>,
}

impl Local {
    /// Starts serving a house.
    ///
    /// # Errors
    /// When the system gives no threads.
    pub fn new(house: House) -> io::Result<Self> {
        let house = Arc::new(house);
        let runtime = runtime()?;
        runtime.spawn(midnight::keep(house.clone()));
        Ok(Self { runtime: Some(runtime), house })
    }

    /// A link to it, as if it were accepted from the socket: the client's end.
    ///
    /// # Errors
    /// What the system says.
    pub fn link(&self) -> io::Result<UnixStream> {
        let (ours, theirs) = UnixStream::pair()?;
        ours.set_nonblocking(true)?;
        if let Some(runtime) = &self.runtime {
            let _inside = runtime.enter();
            runtime.spawn(listen::receive(tokio::net::UnixStream::from_std(ours)?, self.house.clone()));
        }
        Ok(theirs)
    }

    /// What it serves.
    #[must_use]
    pub fn house(&self) -> &House {
        &self.house
    }
}

impl Drop for Local {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_timeout(listen::PATIENCE);
        }
        self.house.engine().stop();
    }
}
