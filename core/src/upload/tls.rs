//! Whom to trust: the platform's authorities or the host's own, and pins on top of either.
//!
//! In: the files and pins of the configuration. Out: a connector that speaks TLS 1.2 and 1.3 and nothing else.

use std::fmt;
use std::io::{Read, Write};
use std::sync::{Arc, OnceLock};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::ring;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName, UnixTime};
use rustls::server::ParsedCertificate;
use rustls::{CertificateError, ClientConfig, ClientConnection, DigitallySignedStruct, RootCertStore, SignatureScheme, StreamOwned};
use sha2::{Digest, Sha256};
use ureq::unversioned::transport::{Buffers, ConnectionDetails, Connector, Either, LazyBuffers, NextTimeout, Transport, TransportAdapter};

use super::settings::TlsFiles;
use super::transport::read_file;
use crate::error::{Code, Error, Result};

/// What the configuration says, read and checked; the client's side of TLS is built at the first connection.
#[derive(Clone)]
pub(crate) struct TlsPolicy(Arc<Policy>);

struct Policy {
    roots: Option<RootCertStore>,
    client: Option<(Vec<CertificateDer<'static>>, PrivateKeyDer<'static>)>,
    pins: Vec<[u8; 32]>,
    built: OnceLock<std::result::Result<Arc<ClientConfig>, rustls::Error>>,
}

impl TlsPolicy {
    /// Reads the files and pins.
    ///
    /// # Errors
    /// `config.read` for a file that can't be read, `config.value` for one that holds no certificate or key, or for a pin
    /// that is not a SHA-256 in base64.
    pub(crate) fn new(files: &TlsFiles) -> Result<Self> {
        let roots = files.ca_bundle.as_ref().map(|path| authorities(&read_file(path, "upload.ca_bundle")?)).transpose()?;
        let client = match &files.client {
            Some((certificate, key)) => {
                let chain = certificates(&read_file(certificate, "upload.client_cert")?, "upload.client_cert")?;
                let key = PrivateKeyDer::from_pem_slice(&read_file(key, "upload.client_key")?)
                    .map_err(|e| Error::new(Code::ConfigValue, "upload.client_key holds no private key").with_source(e))?;
                Some((chain, key))
            }
            None => None,
        };
        let pins = files.pins.iter().map(|pin| parse_pin(pin)).collect::<Result<_>>()?;
        Ok(TlsPolicy(Arc::new(Policy { roots, client, pins, built: OnceLock::new() })))
    }

    fn config(&self) -> std::result::Result<Arc<ClientConfig>, rustls::Error> {
        self.0.built.get_or_init(|| self.0.build().map(Arc::new)).clone()
    }
}

impl Policy {
    fn build(&self) -> std::result::Result<ClientConfig, rustls::Error> {
        let provider = Arc::new(ring::default_provider());
        let inner: Arc<dyn ServerCertVerifier> = match &self.roots {
            Some(roots) => WebPkiServerVerifier::builder_with_provider(Arc::new(roots.clone()), provider.clone())
                .build()
                .map_err(|e| rustls::Error::General(e.to_string()))?,
            None => Arc::new(rustls_platform_verifier::Verifier::new(provider.clone())?),
        };
        let verifier = Arc::new(Pinned { inner, pins: self.pins.clone() });
        let builder = ClientConfig::builder_with_provider(provider)
            .with_protocol_versions(&[&rustls::version::TLS13, &rustls::version::TLS12])?
            .dangerous()
            .with_custom_certificate_verifier(verifier);
        match &self.client {
            Some((chain, key)) => builder.with_client_auth_cert(chain.clone(), key.clone_key()),
            None => Ok(builder.with_no_client_auth()),
        }
    }
}

fn authorities(pem: &[u8]) -> Result<RootCertStore> {
    let mut roots = RootCertStore::empty();
    for certificate in certificates(pem, "upload.ca_bundle")? {
        roots
            .add(certificate)
            .map_err(|e| Error::new(Code::ConfigValue, "upload.ca_bundle holds a malformed certificate").with_source(e))?;
    }
    Ok(roots)
}

fn certificates(pem: &[u8], key: &str) -> Result<Vec<CertificateDer<'static>>> {
    let wrong = || Error::new(Code::ConfigValue, format!("{key} holds no certificate in PEM"));
    let chain = CertificateDer::pem_slice_iter(pem).collect::<std::result::Result<Vec<_>, _>>().map_err(|e| wrong().with_source(e))?;
    if chain.is_empty() { Err(wrong()) } else { Ok(chain) }
}

/// `sha256/<base64>`, or the base64 alone.
fn parse_pin(pin: &str) -> Result<[u8; 32]> {
    let bare = pin.strip_prefix("sha256/").unwrap_or(pin);
    let bytes = BASE64_STANDARD.decode(bare).ok().and_then(|bytes| bytes.try_into().ok());
    bytes.ok_or_else(|| Error::new(Code::ConfigValue, "upload.pins: each pin is the SHA-256 of a public key (SPKI) as base64"))
}

/// First the chain must be valid as without pins, then its public key must be one of the pinned.
#[derive(Debug)]
struct Pinned {
    inner: Arc<dyn ServerCertVerifier>,
    pins: Vec<[u8; 32]>,
}

impl ServerCertVerifier for Pinned {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        chain: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        ocsp: &[u8],
        now: UnixTime,
    ) -> std::result::Result<ServerCertVerified, rustls::Error> {
        let verified = self.inner.verify_server_cert(certificate, chain, name, ocsp, now)?;
        if self.pins.is_empty() {
            return Ok(verified);
        }
        let spki = ParsedCertificate::try_from(certificate)?.subject_public_key_info();
        let found: [u8; 32] = Sha256::digest(spki.as_ref()).into();
        if self.pins.contains(&found) { Ok(verified) } else { Err(CertificateError::ApplicationVerificationFailure.into()) }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> std::result::Result<HandshakeSignatureValid, rustls::Error> {
        self.inner.verify_tls12_signature(message, certificate, signed)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> std::result::Result<HandshakeSignatureValid, rustls::Error> {
        self.inner.verify_tls13_signature(message, certificate, signed)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.inner.supported_verify_schemes()
    }
}

/// Wraps a connection to an https address in TLS.
pub(crate) struct TlsConnector(TlsPolicy);

impl TlsConnector {
    pub(crate) fn new(policy: TlsPolicy) -> Self {
        TlsConnector(policy)
    }
}

impl fmt::Debug for TlsConnector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TlsConnector")
    }
}

impl<In: Transport> Connector<In> for TlsConnector {
    type Out = Either<In, TlsStream>;

    fn connect(&self, details: &ConnectionDetails<'_>, chained: Option<In>) -> std::result::Result<Option<Self::Out>, ureq::Error> {
        let Some(transport) = chained else { return Ok(None) };
        if !details.needs_tls() || transport.is_tls() {
            return Ok(Some(Either::A(transport)));
        }
        let host = details.uri.host().unwrap_or_default();
        let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
        let name = ServerName::try_from(bare.to_owned()).map_err(|_| ureq::Error::Tls("the host name can't be verified"))?;
        let mut connection = ClientConnection::new(self.0.config()?, name)?;
        let mut socket = TransportAdapter::new(transport.boxed(), details.current_time.clone());
        socket.set_timeout(details.timeout);
        connection.complete_io(&mut socket)?;
        let buffers = LazyBuffers::new(details.config.input_buffer_size(), details.config.output_buffer_size());
        Ok(Some(Either::B(TlsStream { stream: StreamOwned::new(connection, socket), buffers })))
    }
}

/// A connection in TLS.
pub(crate) struct TlsStream {
    stream: StreamOwned<ClientConnection, TransportAdapter>,
    buffers: LazyBuffers,
}

impl fmt::Debug for TlsStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TlsStream")
    }
}

impl Transport for TlsStream {
    fn buffers(&mut self) -> &mut dyn Buffers {
        &mut self.buffers
    }

    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> std::result::Result<(), ureq::Error> {
        self.stream.sock.set_timeout(timeout);
        let output = self.buffers.output().get(..amount).unwrap_or_default();
        self.stream.write_all(output)?;
        Ok(())
    }

    fn await_input(&mut self, timeout: NextTimeout) -> std::result::Result<bool, ureq::Error> {
        self.stream.sock.set_timeout(timeout);
        let amount = self.stream.read(self.buffers.input_append_buf())?;
        self.buffers.input_appended(amount);
        Ok(amount > 0)
    }

    fn is_open(&mut self) -> bool {
        self.stream.sock.get_mut().is_open()
    }

    fn is_tls(&self) -> bool {
        true
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn pins_are_checked_when_the_recorder_opens() {
        let pin = BASE64_STANDARD.encode([7; 32]);
        assert_eq!(parse_pin(&pin).unwrap(), [7; 32]);
        assert_eq!(parse_pin(&format!("sha256/{pin}")).unwrap(), [7; 32]);
        assert_eq!(parse_pin("short").unwrap_err().code(), "config.value");
    }

    #[test]
    fn a_bundle_without_certificates_is_an_error() {
        assert_eq!(authorities(b"no pem").unwrap_err().code(), "config.value");
    }
}
