//! A scripted collector on loopback: it says what the test wants said, and remembers what it was sent.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// One request as it came.
#[derive(Clone, Debug)]
pub struct Seen {
    pub method: String,
    pub path: String,
    pub headers: HashMap<String, String>,
    pub body: Vec<u8>,
}

impl Seen {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    /// Header line and events of a batch.
    pub fn lines(&self) -> Vec<String> {
        let plain = zstd::stream::decode_all(self.body.as_slice()).unwrap();
        String::from_utf8(plain).unwrap().lines().map(str::to_owned).collect()
    }

    pub fn events(&self) -> Vec<String> {
        self.lines().split_off(1)
    }
}

/// What the server does with the next request.
#[derive(Clone, Debug)]
pub enum Act {
    /// Stores and says so, as a collector does.
    Store,
    /// This status, with headers and a body.
    Say(u16, &'static str, &'static str),
    /// Says that it stored, and keeps nothing: for figures.
    Count,
    /// Stores, then ends the connection without a reply.
    StoreAndHangUp,
    /// Stores, then sends half of the reply.
    StoreAndCut,
    /// Reads the request line and resets in the middle of the body.
    HangUpEarly,
    /// Takes the request and says nothing for so long.
    Silence(Duration),
    /// A reply, one byte at a time.
    Drip,
    /// A verdict for another batch.
    WrongBatch,
    /// A verdict that forgets an event.
    WrongCount,
    /// 413 if it holds more events than this, else stores.
    AtMost(usize),
    /// Every event rejected as of an erased session.
    Erased,
    /// Reads the body slowly.
    SlowRead(Duration),
}

#[derive(Default)]
pub struct Memory {
    pub script: VecDeque<Act>,
    pub always: Option<Act>,
    pub seen: Vec<Seen>,
    /// Batch ids stored, and the events of each.
    pub stored: BTreeMap<String, Vec<String>>,
    pub duplicates: u64,
    pub erased: HashSet<String>,
    pub delay: Duration,
}

#[derive(Clone)]
pub struct Server {
    pub port: u16,
    pub memory: Arc<(Mutex<Memory>, Condvar)>,
}

impl Server {
    pub fn start() -> Self {
        Self::on(TcpListener::bind("127.0.0.1:0").unwrap())
    }

    pub fn on(listener: TcpListener) -> Self {
        let server = Server { port: listener.local_addr().unwrap().port(), memory: Arc::default() };
        let accepting = server.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let serving = accepting.clone();
                thread::spawn(move || while serving.serve(&stream) {});
            }
        });
        server
    }

    pub fn endpoint(&self) -> String {
        format!("http://127.0.0.1:{}/v1/batches", self.port)
    }

    pub fn script(&self, acts: impl IntoIterator<Item = Act>) -> &Self {
        self.memory.0.lock().unwrap().script.extend(acts);
        self
    }

    pub fn always(&self, act: Act) -> &Self {
        self.memory.0.lock().unwrap().always = Some(act);
        self
    }

    pub fn seen(&self) -> Vec<Seen> {
        self.memory.0.lock().unwrap().seen.clone()
    }

    pub fn batches(&self) -> Vec<Seen> {
        self.seen().into_iter().filter(|seen| seen.method == "POST").collect()
    }

    /// All events stored, sorted.
    pub fn stored(&self) -> Vec<String> {
        let mut all: Vec<String> = self.memory.0.lock().unwrap().stored.values().flatten().cloned().collect();
        all.sort();
        all
    }

    pub fn wait_for(&self, what: impl Fn(&Memory) -> bool) -> bool {
        let (lock, bell) = &*self.memory;
        let deadline = Instant::now() + Duration::from_secs(20);
        let mut memory = lock.lock().unwrap();
        while !what(&memory) {
            let Some(left) = deadline.checked_duration_since(Instant::now()) else { return false };
            memory = bell.wait_timeout(memory, left).unwrap().0;
        }
        true
    }

    fn serve(&self, stream: &TcpStream) -> bool {
        let mut reader = BufReader::new(stream);
        serve_one(
            self,
            &mut reader,
            |bytes| (&*stream).write_all(bytes).is_ok(),
            thread::sleep,
            || drop(stream.shutdown(std::net::Shutdown::Both)),
        )
    }

    /// One request over any stream; `false` ends the connection.
    pub fn serve_stream(&self, stream: &mut (impl Read + Write)) -> bool {
        let stream = std::cell::RefCell::new(stream);
        struct Half<'a, S>(&'a std::cell::RefCell<&'a mut S>);
        impl<S: Read> Read for Half<'_, S> {
            fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
                self.0.borrow_mut().read(buffer)
            }
        }
        let mut reader = BufReader::new(Half(&stream));
        serve_one(
            self,
            &mut reader,
            |bytes| stream.borrow_mut().write_all(bytes).and_then(|()| stream.borrow_mut().flush()).is_ok(),
            thread::sleep,
            || {},
        )
    }
}

fn serve_one(
    server: &Server,
    reader: &mut impl BufRead,
    mut write: impl FnMut(&[u8]) -> bool,
    sleep: impl Fn(Duration),
    hang_up: impl Fn(),
) -> bool {
    let mut line = String::new();
    if reader.read_line(&mut line).unwrap_or(0) == 0 {
        return false;
    }
    let mut words = line.split_whitespace();
    let (method, path) = (words.next().unwrap_or("").to_owned(), words.next().unwrap_or("").to_owned());
    let mut headers = HashMap::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).unwrap_or(0) == 0 {
            return false;
        }
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        headers.insert(name.to_ascii_lowercase(), value.trim().to_owned());
    }
    let (lock, bell) = &*server.memory;
    let (act, delay) = {
        let mut memory = lock.lock().unwrap();
        let act = if method == "POST" { memory.script.pop_front() } else { None };
        (act.or_else(|| memory.always.clone()).unwrap_or(Act::Store), memory.delay)
    };
    let length: usize = headers.get("content-length").and_then(|text| text.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    match act {
        Act::HangUpEarly => {
            let _ = reader.read_exact(&mut body[..length.min(10)]);
            hang_up();
            return false;
        }
        Act::SlowRead(pause) => {
            for byte in body.chunks_mut(1024) {
                if reader.read_exact(byte).is_err() {
                    lock.lock().unwrap().seen.push(Seen { method: "CUT".into(), path, headers, body: Vec::new() });
                    bell.notify_all();
                    return false;
                }
                sleep(pause);
            }
        }
        _ => {
            if reader.read_exact(&mut body).is_err() {
                return false;
            }
        }
    }
    let seen = Seen { method, path, headers, body };
    if matches!(act, Act::Count) {
        let id = seen.header("idempotency-key");
        let n = seen.events().len();
        let body = format!(r#"{{"batch":"{id}","verdicts":{{"stored":{n},"duplicate":0,"rejected":[]}}}}"#);
        return write(format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{body}", body.len()).as_bytes());
    }
    {
        let mut memory = lock.lock().unwrap();
        memory.seen.push(seen.clone());
        bell.notify_all();
    }
    sleep(delay);
    let stored = |limit: usize| {
        let mut memory = lock.lock().unwrap();
        if seen.method == "DELETE" {
            memory.erased.insert(seen.path.clone());
            bell.notify_all();
            return (204, String::new());
        }
        let events = seen.events();
        if events.len() > limit {
            return (413, String::new());
        }
        let id = seen.header("idempotency-key").to_owned();
        let n = events.len();
        let (new, old) = if memory.stored.insert(id.clone(), events).is_none() { (n, 0) } else { (0, n) };
        memory.duplicates += old as u64;
        bell.notify_all();
        (200, format!(r#"{{"batch":"{id}","verdicts":{{"stored":{new},"duplicate":{old},"rejected":[]}}}}"#))
    };
    let say = |status: u16, extra: &str, body: &str| {
        let length = if status == 204 { String::new() } else { format!("content-length: {}\r\n", body.len()) };
        format!("HTTP/1.1 {status} Said\r\n{length}{extra}\r\n{body}")
    };
    let id = seen.header("idempotency-key");
    let n = if seen.method == "POST" { seen.events().len() } else { 0 };
    let reply = match act {
        Act::Store | Act::SlowRead(_) => {
            let (status, body) = stored(usize::MAX);
            say(status, "", &body)
        }
        Act::AtMost(limit) => {
            let (status, body) = stored(limit);
            say(status, "", &body)
        }
        Act::Say(status, extra, body) => say(status, extra, body),
        Act::StoreAndHangUp => {
            stored(usize::MAX);
            hang_up();
            return false;
        }
        Act::StoreAndCut => {
            let (status, body) = stored(usize::MAX);
            let whole = say(status, "", &body);
            write(&whole.as_bytes()[..whole.len() - 20]);
            hang_up();
            return false;
        }
        Act::Silence(time) => {
            sleep(time);
            hang_up();
            return false;
        }
        Act::Drip => {
            for byte in say(200, "", "{}").bytes() {
                sleep(Duration::from_millis(100));
                if !write(&[byte]) {
                    break;
                }
            }
            return false;
        }
        Act::WrongBatch => say(
            200,
            "",
            &format!(r#"{{"batch":"018f0000-0000-7000-8000-000000000000","verdicts":{{"stored":{n},"duplicate":0,"rejected":[]}}}}"#),
        ),
        Act::WrongCount => {
            say(200, "", &format!(r#"{{"batch":"{id}","verdicts":{{"stored":{},"duplicate":0,"rejected":[]}}}}"#, n.saturating_sub(1)))
        }
        Act::Erased => {
            let rejected: Vec<String> = (0..n).map(|index| format!(r#"{{"index":{index},"code":"session.erased"}}"#)).collect();
            say(200, "", &format!(r#"{{"batch":"{id}","verdicts":{{"stored":0,"duplicate":0,"rejected":[{}]}}}}"#, rejected.join(",")))
        }
        Act::HangUpEarly | Act::Count => return false,
    };
    write(reply.as_bytes())
}
