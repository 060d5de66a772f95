//! A session's memory as bytes, to go on in another process: flags, ids and keyed hashes in, and out again.
//!
//! The bytes hold no text of the page and no value of the visitor. Whoever keeps them seals them.

use std::collections::HashMap;

use super::echo::Echo;
use super::engine::Memory;
use super::page::{Flags, Node, Page};
use crate::error::{Code, Error, Result};

/// Version of this layout.
const VERSION: u8 = 2;

impl Memory {
    /// The memory as bytes; some eight bytes a node.
    pub(crate) fn save(&self) -> Vec<u8> {
        let mut out = vec![VERSION, u8::from(self.page.started) | u8::from(self.page.strict) << 1];
        out.extend_from_slice(&self.key);
        let nodes = self.page.nodes();
        put(&mut out, nodes.len() as u64);
        let mut last = 0u32;
        for (id, node) in nodes {
            put(&mut out, u64::from(id.wrapping_sub(last)));
            put(&mut out, u64::from(id.abs_diff(node.parent)) << 1 | u64::from(node.parent > id));
            put(&mut out, u64::from(node.flags.0));
            out.extend_from_slice(&[node.class, node.column]);
            last = id;
        }
        put(&mut out, self.page.heads.len() as u64);
        for (table, heads) in &self.page.heads {
            put(&mut out, u64::from(*table));
            put(&mut out, heads.len() as u64);
            out.extend_from_slice(heads);
        }
        put(&mut out, self.page.labels.len() as u64);
        for (name, class) in &self.page.labels {
            out.extend_from_slice(&name.to_le_bytes());
            out.push(*class);
        }
        put(&mut out, self.page.sensitive_names.len() as u64);
        for name in &self.page.sensitive_names {
            out.extend_from_slice(&name.to_le_bytes());
        }
        put(&mut out, self.page.names.len() as u64);
        for (id, names) in &self.page.names {
            put(&mut out, u64::from(*id));
            names.iter().for_each(|name| out.extend_from_slice(&name.to_le_bytes()));
        }
        self.echo.save(&mut out);
        out
    }

    /// The memory that [`Memory::save`] has written.
    ///
    /// Selector states are not saved: elements that a host's selector would match through an ancestor of before the
    /// save are masked by the ancestor's flags where those protect, and are not allowed where the selector would allow.
    ///
    /// # Errors
    /// `state.foreign` if the bytes are cut, altered or of another version.
    pub(crate) fn restore(bytes: &[u8]) -> Result<Memory> {
        restore(bytes).ok_or_else(|| Error::new(Code::StateForeign, "the saved state is corrupt or of another version"))
    }
}

fn restore(bytes: &[u8]) -> Option<Memory> {
    let mut rest = bytes;
    let [VERSION, bits] = take(&mut rest, 2)? else { return None };
    let key: [u8; 32] = take(&mut rest, 32)?.try_into().ok()?;
    let mut page = Page::default();
    page.started = bits & 1 != 0;
    page.strict = bits & 2 != 0;
    let mut last = 0u32;
    for _ in 0..number(&mut rest)? {
        let id = last.wrapping_add(u32::try_from(number(&mut rest)?).ok()?);
        let distance = number(&mut rest)?;
        let step = u32::try_from(distance >> 1).ok()?;
        let parent = if distance & 1 == 1 { id.checked_add(step)? } else { id.checked_sub(step)? };
        let flags = Flags(u32::try_from(number(&mut rest)?).ok()?);
        let [class, column] = take(&mut rest, 2)? else { return None };
        page.enter(id, Node { parent, flags, class: *class, column: *column });
        last = id;
    }
    for _ in 0..number(&mut rest)? {
        let table = u32::try_from(number(&mut rest)?).ok()?;
        let length = usize::try_from(number(&mut rest)?).ok()?;
        page.heads.insert(table, take(&mut rest, length)?.to_vec());
    }
    for _ in 0..number(&mut rest)? {
        let name = u64::from_le_bytes(take(&mut rest, 8)?.try_into().ok()?);
        page.labels.insert(name, *take(&mut rest, 1)?.first()?);
    }
    for _ in 0..number(&mut rest)? {
        page.sensitive_names.insert(u64::from_le_bytes(take(&mut rest, 8)?.try_into().ok()?));
    }
    for _ in 0..number(&mut rest)? {
        let id = u32::try_from(number(&mut rest)?).ok()?;
        let mut names = [0u64; 2];
        for name in &mut names {
            *name = u64::from_le_bytes(take(&mut rest, 8)?.try_into().ok()?);
        }
        page.names.insert(id, names);
    }
    let echo = Echo::restore(key, rest).ok()?;
    Some(Memory { page, echo, states: HashMap::new(), key })
}

fn put(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(u8::try_from(number & 0x7f).unwrap_or(0) | 0x80);
        number >>= 7;
    }
    out.push(u8::try_from(number).unwrap_or(0));
}

fn number(rest: &mut &[u8]) -> Option<u64> {
    let mut value = 0u64;
    for shift in (0..64).step_by(7) {
        let byte = *take(rest, 1)?.first()?;
        value |= u64::from(byte & 0x7f).checked_shl(shift)?;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

fn take<'a>(rest: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (head, tail) = rest.split_at_checked(count)?;
    *rest = tail;
    Some(head)
}
