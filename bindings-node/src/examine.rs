//! The host's function, called from inside the core on the thread of JavaScript: texts in, answers out.
//!
//! It is handed over with each call and kept no longer, so that the garbage collector sees who holds it. `index.js` wraps
//! it: what comes back here is an answer or the word "failed".

use std::ops::Range;
use std::thread::ThreadId;

use milkglass::{Answer, Examine, Seen};
use napi::Env;
use napi::bindgen_prelude::{Either, FnArgs, Function, FunctionRef, HandleScope};

/// Channel, tag, name and text of a [`Seen`].
pub(crate) type Question = FnArgs<(String, Option<String>, Option<String>, String)>;
/// "keep", "mask" or "failed", or the starts and ends of ranges in turn, in UTF-16 units.
pub(crate) type Reply = Either<String, Vec<u32>>;

/// A function for the length of one call.
pub(crate) struct Here {
    function: FunctionRef<Question, Reply>,
    env: Env,
    thread: ThreadId,
}

// SAFETY: the core calls back on the thread that called it, and `examine` uses the environment on that thread alone.
#[allow(unsafe_code)]
unsafe impl Send for Here {}
// SAFETY: as above.
#[allow(unsafe_code)]
unsafe impl Sync for Here {}

impl Here {
    pub(crate) fn new(env: &Env, function: &Function<'_, Question, Reply>) -> napi::Result<Here> {
        Ok(Here { function: function.create_ref()?, env: Env::from_raw(env.raw()), thread: std::thread::current().id() })
    }

    fn ask(&self, seen: &Seen<'_>) -> napi::Result<Answer> {
        // The values of one question are given back before the next: a recording holds many.
        let scope = HandleScope::create(&self.env)?;
        let function = self.function.borrow_back(&self.env)?;
        let owned = |text: Option<&str>| text.map(str::to_owned);
        let question = (seen.channel.to_owned(), owned(seen.tag), owned(seen.name), seen.text.to_owned());
        // SAFETY: the reply is Rust's own, so no value that was made in the scope is used after it.
        #[allow(unsafe_code)]
        let reply = unsafe { scope.close(function, |function| function.call(question.into()))? };
        Ok(match reply {
            Either::A(word) => match word.as_str() {
                "keep" => Answer::Keep,
                "mask" => Answer::Mask,
                _ => Answer::Failed,
            },
            Either::B(bounds) => ranges(seen.text, &bounds).map_or(Answer::Failed, Answer::Hide),
        })
    }
}

impl Examine for Here {
    fn examine(&self, seen: &Seen<'_>) -> Answer {
        if std::thread::current().id() != self.thread {
            return Answer::Failed;
        }
        self.ask(seen).unwrap_or(Answer::Failed)
    }
}

fn ranges(text: &str, bounds: &[u32]) -> Option<Vec<Range<usize>>> {
    bounds
        .chunks(2)
        .map(|pair| match pair {
            [start, end] => Some(byte_of(text, *start)?..byte_of(text, *end)?),
            _ => None,
        })
        .collect()
}

/// The byte offset of an offset in UTF-16 units; none inside a pair of surrogates or beyond the end.
fn byte_of(text: &str, unit: u32) -> Option<usize> {
    let unit = usize::try_from(unit).ok()?;
    if text.is_ascii() {
        return (unit <= text.len()).then_some(unit);
    }
    let mut count = 0;
    for (at, character) in text.char_indices() {
        if count == unit {
            return Some(at);
        }
        count += character.len_utf16();
    }
    (count == unit).then_some(text.len())
}
