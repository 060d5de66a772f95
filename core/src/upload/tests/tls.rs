//! Certificates that must be refused, and the two that must not: nothing is sent to the wrong peer, and nothing is lost.

use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair, PublicKeyData, date_time_ymd};
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use sha2::Digest;

use super::server::Server;
use super::*;

struct Authority(CertifiedIssuer<'static, KeyPair>);

impl Authority {
    fn new() -> Self {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        Authority(CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap())
    }

    fn issue(&self, name: &str, is_expired: bool) -> (rcgen::Certificate, KeyPair) {
        let mut params = CertificateParams::new(vec![name.to_owned()]).unwrap();
        if is_expired {
            (params.not_before, params.not_after) = (date_time_ymd(2020, 1, 1), date_time_ymd(2021, 1, 1));
        }
        let key = KeyPair::generate().unwrap();
        (params.signed_by(&key, &self.0).unwrap(), key)
    }
}

/// Starts a collector behind TLS; `versions` limits what it speaks.
fn serve(
    certificate: &rcgen::Certificate,
    key: &KeyPair,
    clients: Option<&Authority>,
    versions: &[&'static rustls::SupportedProtocolVersion],
) -> (Server, String) {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = rustls::ServerConfig::builder_with_provider(provider.clone()).with_protocol_versions(versions).unwrap();
    let builder = match clients {
        None => builder.with_no_client_auth(),
        Some(authority) => {
            let mut roots = rustls::RootCertStore::empty();
            roots.add(authority.0.der().clone()).unwrap();
            builder.with_client_cert_verifier(
                rustls::server::WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider).build().unwrap(),
            )
        }
    };
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let config = Arc::new(builder.with_single_cert(vec![certificate.der().clone()], key).unwrap());
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let server = Server { port, memory: Arc::default() };
    let serving = server.clone();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let (server, config) = (serving.clone(), config.clone());
            std::thread::spawn(move || {
                let connection = rustls::ServerConnection::new(config).unwrap();
                let mut stream = rustls::StreamOwned::new(connection, stream);
                while server.serve_stream(&mut stream) {}
            });
        }
    });
    (server, format!("https://localhost:{port}/v1/batches"))
}

fn pin(key: &KeyPair) -> String {
    base64::prelude::BASE64_STANDARD.encode(sha2::Sha256::digest(key.subject_public_key_info()))
}

/// Offers three events; how many arrived, how many still wait, and what the host was told.
fn offer(server: &Server, endpoint: &str, dir: &Dir, change: impl FnOnce(&mut Upload)) -> (usize, u64, String) {
    let mut upload = upload(endpoint, &dir.0.join("spool"));
    change(&mut upload);
    let delivery = Delivery::open(&upload, "mg1-test").unwrap();
    (0..3).for_each(|n| assert_eq!(put(&delivery, "s", n), Accept::Accepted));
    let flushed = delivery.flush(Duration::from_millis(1500)).unwrap();
    let told = delivery.drain_notices().iter().map(|notice| notice.message.clone()).collect();
    assert!(delivery.stats().is_balanced());
    (server.stored().len(), flushed.pending, told)
}

const BOTH: &[&rustls::SupportedProtocolVersion] = &[&rustls::version::TLS12, &rustls::version::TLS13];

#[test]
fn only_the_right_certificate_is_given_anything() {
    let (authority, stranger) = (Authority::new(), Authority::new());
    let good = authority.issue("localhost", false);
    let expired = authority.issue("localhost", true);
    let elsewhere = authority.issue("other.example", false);
    let unknown = stranger.issue("localhost", false);
    let other_key = KeyPair::generate().unwrap();
    let cases = [
        ("good", &good, None, 3),
        ("good with its pin", &good, Some(pin(&good.1)), 3),
        ("good with another's pin", &good, Some(pin(&other_key)), 0),
        ("expired", &expired, None, 0),
        ("wrong host", &elsewhere, None, 0),
        ("unknown issuer", &unknown, None, 0),
        ("unknown issuer with its pin", &unknown, Some(pin(&unknown.1)), 0),
    ];
    for (case, (certificate, key), pin, arrived) in cases {
        let dir = Dir::new();
        let bundle = dir.0.join("ca.pem");
        std::fs::write(&bundle, authority.0.pem()).unwrap();
        let (server, endpoint) = serve(certificate, key, None, BOTH);
        let (stored, pending, told) = offer(&server, &endpoint, &dir, |upload| {
            upload.ca_bundle = Some(bundle);
            upload.pins = pin.into_iter().collect();
        });
        assert_eq!((stored, pending), (arrived, 3 - arrived as u64), "{case}");
        assert_eq!(told.contains("network.tls"), arrived == 0, "{case}: {told}");
        assert!(arrived > 0 || server.seen().is_empty(), "{case}");
    }
}

#[test]
fn the_platforms_authorities_know_nothing_of_ours() {
    let authority = Authority::new();
    let (certificate, key) = authority.issue("localhost", false);
    let (server, endpoint) = serve(&certificate, &key, None, BOTH);
    let (stored, pending, _) = offer(&server, &endpoint, &Dir::new(), |_| {});
    assert_eq!((stored, pending), (0, 3));
}

#[test]
fn both_versions_of_tls_are_spoken() {
    for version in BOTH {
        let authority = Authority::new();
        let (certificate, key) = authority.issue("localhost", false);
        let dir = Dir::new();
        std::fs::write(dir.0.join("ca.pem"), authority.0.pem()).unwrap();
        let (server, endpoint) = serve(&certificate, &key, None, &[version]);
        let (stored, ..) = offer(&server, &endpoint, &dir, |upload| upload.ca_bundle = Some(dir.0.join("ca.pem")));
        assert_eq!(stored, 3);
    }
}

#[test]
fn a_client_certificate_is_shown_where_it_is_asked_for() {
    let authority = Authority::new();
    let (certificate, key) = authority.issue("localhost", false);
    let (client, client_key) = authority.issue("client.example", false);
    for has_certificate in [true, false] {
        let dir = Dir::new();
        std::fs::write(dir.0.join("ca.pem"), authority.0.pem()).unwrap();
        std::fs::write(dir.0.join("client.pem"), client.pem()).unwrap();
        std::fs::write(dir.0.join("client.key"), client_key.serialize_pem()).unwrap();
        let (server, endpoint) = serve(&certificate, &key, Some(&authority), BOTH);
        let (stored, pending, _) = offer(&server, &endpoint, &dir, |upload| {
            upload.ca_bundle = Some(dir.0.join("ca.pem"));
            if has_certificate {
                upload.client_cert = Some(dir.0.join("client.pem"));
                upload.client_key = Some(dir.0.join("client.key"));
            }
        });
        assert_eq!((stored, pending), if has_certificate { (3, 0) } else { (0, 3) });
    }
}
