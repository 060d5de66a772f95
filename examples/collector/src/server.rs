//! Sockets.
//!
//! In: a listener, perhaps a TLS configuration, and the router. Out: answered connections, until the
//! process is asked to stop; then those in progress get a few seconds to end.

use std::convert::Infallible;
use std::future::Future;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_rustls::TlsAcceptor;
use tower::ServiceExt;

use crate::limit::Peer;

/// Connections at the same time; further ones wait in the system's queue.
const CONNECTIONS: usize = 512;

/// A TLS handshake that takes longer is dropped.
const HANDSHAKE_DEADLINE: Duration = Duration::from_secs(10);

/// Request headers that take longer are dropped.
const HEADER_DEADLINE: Duration = Duration::from_secs(15);

/// What connections in progress get when the process is asked to stop.
const SHUTDOWN_DEADLINE: Duration = Duration::from_secs(10);

/// Serves until `stop` is done.
pub async fn serve(listener: TcpListener, tls: Option<Arc<rustls::ServerConfig>>, router: Router, stop: impl Future<Output = ()>) {
    let acceptor = tls.map(TlsAcceptor::from);
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    let graceful = GracefulShutdown::new();
    let mut stop = pin!(stop);
    loop {
        let next = tokio::select! {
            next = accept(&listener, &places) => next,
            () = &mut stop => break,
        };
        let Some((stream, peer, place)) = next else {
            // Out of file descriptors or the like: give connections time to end.
            tokio::time::sleep(Duration::from_millis(100)).await;
            continue;
        };
        let watcher = graceful.watcher();
        let router = router.clone();
        let acceptor = acceptor.clone();
        tokio::spawn(async move {
            let _place = place;
            match acceptor {
                Some(acceptor) => {
                    let handshake = acceptor.accept(stream);
                    let done = tokio::time::timeout(HANDSHAKE_DEADLINE, handshake).await;
                    if let Ok(Ok(stream)) = done {
                        answer(stream, peer, router, watcher).await;
                    }
                }
                None => answer(stream, peer, router, watcher).await,
            }
        });
    }
    drop(listener);
    let _ = tokio::time::timeout(SHUTDOWN_DEADLINE, graceful.shutdown()).await;
}

async fn accept(listener: &TcpListener, places: &Arc<Semaphore>) -> Option<(TcpStream, SocketAddr, OwnedSemaphorePermit)> {
    let place = Arc::clone(places).acquire_owned().await.ok()?;
    let (stream, peer) = listener.accept().await.ok()?;
    let _ = stream.set_nodelay(true);
    Some((stream, peer, place))
}

async fn answer<S>(stream: S, peer: SocketAddr, router: Router, watcher: Watcher)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let service = hyper::service::service_fn(move |request: Request<Incoming>| {
        let router = router.clone();
        async move {
            let mut request = request.map(axum::body::Body::new);
            request.extensions_mut().insert(Peer(peer.ip()));
            let Ok(response) = router.oneshot(request).await;
            Ok::<_, Infallible>(response)
        }
    });
    let connection =
        http1::Builder::new().timer(TokioTimer::new()).header_read_timeout(HEADER_DEADLINE).serve_connection(TokioIo::new(stream), service);
    // An error here is a connection that went away; there is nobody left to tell.
    let _ = watcher.watch(connection).await;
}

/// Starts to listen for SIGINT and SIGTERM; what it returns is done when one of them came.
///
/// Call it before anybody is told that the program is up: until then a signal ends the process at once.
///
/// # Errors
/// When the system refuses to hand over signals.
pub fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut interrupt = signal(SignalKind::interrupt())?;
        let mut terminate = signal(SignalKind::terminate())?;
        Ok(async move {
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = terminate.recv() => {}
            }
        })
    }
    #[cfg(not(unix))]
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}
