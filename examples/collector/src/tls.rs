//! Certificates.
//!
//! In: PEM files, or a directory in which to make some. Out: a server configuration of rustls.

use std::fs;
use std::io::Write;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use rcgen::{BasicConstraints, CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair, KeyUsagePurpose, SanType};
use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};

use crate::failure::{Failure, Result};

/// How long a certificate of ours is valid; browsers refuse more than 398 days.
const VALID: Duration = Duration::from_secs(397 * 24 * 60 * 60);

/// From this age on it is made anew at the next start.
const RENEW: Duration = Duration::from_secs(300 * 24 * 60 * 60);

/// Reads a certificate chain and its key.
///
/// # Errors
/// When a file cannot be read, holds no PEM of that kind, or the two do not belong together.
pub fn load(chain: &Path, key: &Path) -> Result<Arc<ServerConfig>> {
    let unreadable = |what: &str| Failure::System(format!("cannot read the {what} (PEM)"));
    let certificates = CertificateDer::pem_file_iter(chain)
        .and_then(|certificates| certificates.collect::<std::result::Result<Vec<_>, _>>())
        .map_err(|_| unreadable("TLS certificate"))?;
    let key = PrivateKeyDer::from_pem_file(key).map_err(|_| unreadable("TLS key"))?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map(|builder| builder.with_no_client_auth())
        .and_then(|builder| builder.with_single_cert(certificates, key))
        .map_err(|_| Failure::System("the TLS certificate and key cannot be used together".to_owned()))?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}

/// A certificate for this machine alone: `ca.pem` to trust, `cert.pem` and `key.pem` to serve.
///
/// Made at the first start and again before it expires. The authority's own key is thrown away at
/// once, so that whoever trusts `ca.pem` trusts this one certificate and no other.
///
/// # Errors
/// When the directory cannot be written or the files cannot be read back.
pub fn self_signed(directory: &Path) -> Result<Arc<ServerConfig>> {
    let chain = directory.join("cert.pem");
    let key = directory.join("key.pem");
    if !key.exists() || is_old(&chain) {
        make(directory)?;
    }
    load(&chain, &key)
}

fn is_old(file: &Path) -> bool {
    let changed = fs::metadata(file).and_then(|meta| meta.modified()).ok();
    changed.and_then(|at| SystemTime::now().duration_since(at).ok()).is_none_or(|age| age > RENEW)
}

fn make(directory: &Path) -> Result<()> {
    let failed = |_| Failure::System("cannot make a TLS certificate".to_owned());
    let unwritable = |_| Failure::System("cannot write the TLS directory".to_owned());
    let (from, until) = validity();

    let mut authority = CertificateParams::default();
    authority.distinguished_name.push(DnType::CommonName, "Milkglass collector, this machine only");
    authority.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    authority.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    authority.not_before = from.into();
    authority.not_after = until.into();
    let authority_key = KeyPair::generate().map_err(failed)?;
    let authority_certificate = authority.self_signed(&authority_key).map_err(failed)?;
    let issuer = Issuer::new(authority, authority_key);

    let mut server = CertificateParams::new(vec!["localhost".to_owned()]).map_err(failed)?;
    let loopback = [IpAddr::V4(Ipv4Addr::LOCALHOST), IpAddr::V6(Ipv6Addr::LOCALHOST)];
    server.subject_alt_names.extend(loopback.map(SanType::IpAddress));
    server.distinguished_name.push(DnType::CommonName, "localhost");
    server.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    server.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    server.not_before = from.into();
    server.not_after = until.into();
    let server_key = KeyPair::generate().map_err(failed)?;
    let certificate = server.signed_by(&server_key, &issuer).map_err(failed)?;

    fs::create_dir_all(directory).map_err(unwritable)?;
    write_private(&directory.join("key.pem"), &server_key.serialize_pem()).map_err(unwritable)?;
    fs::write(directory.join("cert.pem"), certificate.pem()).map_err(unwritable)?;
    fs::write(directory.join("ca.pem"), authority_certificate.pem()).map_err(unwritable)
}

/// From a day ago, for clocks that run late, to the end of the allowed time.
fn validity() -> (SystemTime, SystemTime) {
    let from = SystemTime::now().checked_sub(Duration::from_secs(24 * 60 * 60)).unwrap_or(SystemTime::UNIX_EPOCH);
    (from, from.checked_add(VALID).unwrap_or(from))
}

/// Writes a file that its owner alone can read, from its first byte on.
fn write_private(path: &Path, text: &str) -> std::io::Result<()> {
    let _ = fs::remove_file(path);
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(text.as_bytes())
}
