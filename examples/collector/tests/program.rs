//! The program itself: its calls, its sockets, its end.
#![cfg(unix)]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop at once")]

use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::Arc;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

const PASSWORD: &str = "mostly purple tractor hymns";

fn program(directory: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_milkglass-collector"));
    command
        .current_dir(directory)
        .args(arguments)
        .args(["--db", "collector.db"])
        .env_remove("MILKGLASS_COLLECTOR_PASSWORD")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

fn run(directory: &Path, arguments: &[&str], input: &str) -> Output {
    let mut child = program(directory, arguments).spawn().unwrap();
    // A program that does not read its input closes it.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

/// A running collector with the lines it printed until it listened.
struct Running {
    child: Child,
    lines: Vec<String>,
}

impl Running {
    fn start(mut command: Command) -> Self {
        let mut running = Self { child: command.spawn().unwrap(), lines: Vec::new() };
        for line in BufReader::new(running.child.stdout.take().unwrap()).lines() {
            running.lines.push(line.unwrap());
            if running.url().is_some() {
                return running;
            }
        }
        panic!("it ended before it listened: {:?}", running.lines);
    }

    fn url(&self) -> Option<&str> {
        self.lines.last()?.strip_prefix("listening on ")
    }

    fn stop(mut self, signal: &str) -> Option<i32> {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args([signal, &id]).status().unwrap().success());
        self.child.wait().unwrap().code()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

async fn ask(stream: &mut (impl AsyncReadExt + AsyncWriteExt + Unpin), host: &str, path: &str) -> String {
    let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut reply = String::new();
    stream.read_to_string(&mut reply).await.unwrap();
    reply
}

#[test]
fn accounts_need_strong_passwords() {
    let directory = tempfile::tempdir().unwrap();
    let add = |password| run(directory.path(), &["account", "add", "me@example.com"], password);
    for weak in ["\n", "short\n", "passwordpassword\n"] {
        assert_eq!(add(weak).status.code(), Some(2), "{weak:?}");
    }
    assert_eq!(add(PASSWORD).status.code(), Some(0));
    assert_eq!(add(PASSWORD).status.code(), Some(2), "there is one already");
    let list = run(directory.path(), &["account", "list"], "");
    assert_eq!(list.stdout, b"me@example.com\n");
    let remove = || run(directory.path(), &["account", "remove", "ME@example.com"], "");
    assert_eq!(remove().status.code(), Some(0));
    assert_eq!(remove().status.code(), Some(2));
    let mode = directory.path().join("collector.db").metadata().unwrap().permissions().mode();
    assert_eq!(mode & 0o077, 0, "nobody else reads the database");
}

#[test]
fn a_write_key_is_shown_once_and_stored_as_a_hash() {
    let directory = tempfile::tempdir().unwrap();
    let added = run(directory.path(), &["site", "add", "My shop"], "");
    let text = String::from_utf8(added.stdout).unwrap();
    let key = text.trim_end().rsplit(' ').next().unwrap();
    assert_eq!(key.len(), 43);
    for entry in std::fs::read_dir(directory.path()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        assert!(!String::from_utf8_lossy(&bytes).contains(key));
    }
    assert_eq!(run(directory.path(), &["site", "list"], "").stdout, b"My shop\t1\n");
    assert_eq!(run(directory.path(), &["site", "revoke", "My shop"], "").status.code(), Some(0));
    assert_eq!(run(directory.path(), &["site", "revoke", "Other"], "").status.code(), Some(2));
}

#[test]
fn settings_that_cannot_be_are_refused() {
    let directory = tempfile::tempdir().unwrap();
    for arguments in [
        ["serve", "--listen", "0.0.0.0:0"],
        ["serve", "--site-key", "no key"],
        ["serve", "--site-key", "Shop=short"],
        ["serve", "--account", "me@example.com"],
        ["serve", "--replay-origin", "https://a.example/path"],
        ["serve", "--replay-origin", "https://a.example;script-src"],
    ] {
        let output = run(directory.path(), &arguments, "");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!output.stderr.is_empty());
    }
    let output = run(directory.path(), &["serve", "--player", "nowhere"], "");
    assert_eq!(output.status.code(), Some(1));
}

#[tokio::test]
async fn without_an_account_a_set_up_link_is_printed() {
    let directory = tempfile::tempdir().unwrap();
    let running = Running::start(program(directory.path(), &["serve", "--listen", "127.0.0.1:0"]));
    let link = running.lines.first().unwrap().rsplit(' ').next().unwrap().to_owned();
    assert!(link.starts_with(running.url().unwrap()), "{link}");
    let address = running.url().unwrap().strip_prefix("http://").unwrap().to_owned();
    let mut stream = tokio::net::TcpStream::connect(&address).await.unwrap();
    let path = link.strip_prefix(running.url().unwrap()).unwrap();
    assert!(ask(&mut stream, &address, path).await.starts_with("HTTP/1.1 200"));
    assert_eq!(running.stop("-INT"), Some(0));

    let mut command = program(directory.path(), &["serve", "--listen", "127.0.0.1:0", "--account", "me@example.com"]);
    command.env("MILKGLASS_COLLECTOR_PASSWORD", PASSWORD);
    let running = Running::start(command);
    assert_eq!(running.lines.len(), 1, "no link once there is an account");
    assert_eq!(running.stop("-TERM"), Some(0));
}

#[tokio::test]
async fn tls_works_with_a_certificate_of_its_own() {
    let directory = tempfile::tempdir().unwrap();
    let arguments = ["serve", "--listen", "127.0.0.1:0", "--tls-self-signed", "tls"];
    let running = Running::start(program(directory.path(), &arguments));
    let address = running.url().unwrap().strip_prefix("https://").unwrap().to_owned();
    let files = directory.path().join("tls");
    let key = files.join("key.pem");
    assert_eq!(key.metadata().unwrap().permissions().mode() & 0o077, 0);

    let mut roots = rustls::RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(files.join("ca.pem")).unwrap()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let client = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let connector = tokio_rustls::TlsConnector::from(Arc::new(client));
    for name in ["localhost", "127.0.0.1"] {
        let stream = tokio::net::TcpStream::connect(&address).await.unwrap();
        let server = name.to_owned().try_into().unwrap();
        let mut stream = connector.connect(server, stream).await.unwrap();
        let reply = ask(&mut stream, name, "/v1/health").await;
        assert!(reply.starts_with("HTTP/1.1 200"), "{reply}");
        // For localhost the header would bind every other program on this machine.
        assert_eq!(reply.contains("strict-transport-security"), name != "localhost");
    }
    // A second start takes the same certificate.
    let before = std::fs::read(&key).unwrap();
    assert_eq!(running.stop("-TERM"), Some(0));
    let running = Running::start(program(directory.path(), &arguments));
    assert_eq!(std::fs::read(&key).unwrap(), before);
    assert_eq!(running.stop("-TERM"), Some(0));
}
