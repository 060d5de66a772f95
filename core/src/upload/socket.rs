//! A TCP connection that can be torn down from another thread, with what the kernel still holds of it.
//!
//! In: addresses. Out: a transport for the HTTP client. An ordinary shutdown would let queued bytes leave first; after a
//! withdrawal none may.

use std::fmt;
use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};

use ureq::unversioned::transport::{Buffers, ConnectionDetails, Connector, Either, LazyBuffers, NextTimeout, ShutdownHandle, Transport};

/// Connects to the first address that answers.
#[derive(Debug)]
pub(crate) struct SocketConnector;

/// The connection.
pub(crate) struct Socket {
    stream: Arc<Line>,
    buffers: LazyBuffers,
}

/// The stream itself, shared with whoever may cut it.
struct Line(TcpStream);

impl<In: Transport> Connector<In> for SocketConnector {
    type Out = Either<In, Socket>;

    fn connect(&self, details: &ConnectionDetails<'_>, chained: Option<In>) -> Result<Option<Self::Out>, ureq::Error> {
        if let Some(transport) = chained {
            return Ok(Some(Either::A(transport)));
        }
        let stream = Arc::new(Line(dial(details)?));
        let handle: Weak<dyn ShutdownHandle> = Arc::<Line>::downgrade(&stream);
        (details.register_shutdown)(handle)?;
        let buffers = LazyBuffers::new(details.config.input_buffer_size(), details.config.output_buffer_size());
        Ok(Some(Either::B(Socket { stream, buffers })))
    }
}

/// Tries each address within an even share of the time that is left.
fn dial(details: &ConnectionDetails<'_>) -> Result<TcpStream, ureq::Error> {
    let mut last = io::Error::from(io::ErrorKind::ConnectionRefused);
    let end = details.timeout.not_zero().and_then(|time| Instant::now().checked_add(*time));
    let mut left = u32::try_from(details.addrs.len()).unwrap_or(1);
    for address in &details.addrs {
        let connected = match end {
            None => TcpStream::connect(address),
            Some(end) => {
                let share = end.saturating_duration_since(Instant::now()) / left.max(1);
                TcpStream::connect_timeout(address, share.max(Duration::from_millis(10)))
            }
        };
        left = left.saturating_sub(1);
        match connected {
            Ok(stream) => {
                stream.set_nodelay(true)?;
                return Ok(stream);
            }
            Err(e) => last = e,
        }
    }
    if is_timeout(&last) { Err(ureq::Error::Timeout(details.timeout.reason)) } else { Err(last.into()) }
}

impl ShutdownHandle for Line {
    fn shutdown(&self) {
        #[cfg(unix)]
        {
            // A close from now on resets the connection and throws away what is queued.
            let _ = rustix::net::sockopt::set_socket_linger(&self.0, Some(Duration::ZERO));
            // Does the same at once, where the kernel allows it while another thread waits on the socket.
            if rustix::net::connect_unspec(&self.0).is_ok() {
                return;
            }
        }
        // Wakes the thread that waits, which then closes. An error means it is closed already.
        let _ = self.0.shutdown(Shutdown::Both);
    }
}

impl Transport for Socket {
    fn buffers(&mut self) -> &mut dyn Buffers {
        &mut self.buffers
    }

    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), ureq::Error> {
        let timeout = timeout.for_write();
        let mut output = self.buffers.output().get(..amount).unwrap_or_default();
        let end = timeout.not_zero().and_then(|time| Instant::now().checked_add(*time));
        let mut stream = &self.stream.0;
        // A peer that takes a byte at a time makes progress with every write; the deadline is for all of them together.
        while !output.is_empty() {
            stream.set_write_timeout(remaining(end, timeout)?)?;
            match stream.write(output) {
                Ok(0) => return Err(io::Error::from(io::ErrorKind::WriteZero).into()),
                Ok(n) => output = output.get(n..).unwrap_or_default(),
                Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                Err(e) if is_timeout(&e) => return Err(ureq::Error::Timeout(timeout.reason)),
                Err(e) => return Err(e.into()),
            }
        }
        Ok(())
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, ureq::Error> {
        let timeout = timeout.for_read();
        let end = timeout.not_zero().and_then(|time| Instant::now().checked_add(*time));
        let mut stream = &self.stream.0;
        loop {
            stream.set_read_timeout(remaining(end, timeout)?)?;
            match stream.read(self.buffers.input_append_buf()) {
                Ok(n) => {
                    self.buffers.input_appended(n);
                    return Ok(n > 0);
                }
                Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                Err(e) if is_timeout(&e) => return Err(ureq::Error::Timeout(timeout.reason)),
                Err(e) => return Err(e.into()),
            }
        }
    }

    fn is_open(&mut self) -> bool {
        // Idle means nothing to read: bytes nobody asked for, or an end, make the connection useless.
        let mut stream = &self.stream.0;
        let is_idle =
            stream.set_nonblocking(true).is_ok() && matches!(stream.read(&mut [0]), Err(e) if e.kind() == io::ErrorKind::WouldBlock);
        is_idle && stream.set_nonblocking(false).is_ok()
    }
}

impl fmt::Debug for Socket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Socket")
    }
}

fn remaining(end: Option<Instant>, timeout: NextTimeout) -> Result<Option<Duration>, ureq::Error> {
    match end.map(|end| end.saturating_duration_since(Instant::now())) {
        Some(left) if left.is_zero() => Err(ureq::Error::Timeout(timeout.reason)),
        left => Ok(left),
    }
}

fn is_timeout(e: &io::Error) -> bool {
    matches!(e.kind(), io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock)
}
