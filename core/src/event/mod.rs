//! Reading session events: wire forms in, rrweb events as bytes with a flat index out.

pub(crate) mod doc;
mod index;
pub(crate) mod packed;
pub(crate) mod parcel;
pub(crate) mod tape;
pub(crate) mod text;
