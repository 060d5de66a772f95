//! What one call masked and dropped, counted by channel and reason. No visitor data: names of channels and numbers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

macro_rules! names {
    ($(#[$meta:meta])* $type:ident { $($(#[doc = $doc:literal])+ $name:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum $type { $($(#[doc = $doc])+ $name,)+ }
        impl $type {
            pub(crate) const NAMES: &'static [&'static str] = &[$($text,)+];
        }
    };
}

names! {
    /// Where in the stream something was hidden.
    Channel {
        /// Text of the page.
        Text = "text",
        /// `<title>`.
        Title = "title",
        /// Attributes.
        Attribute = "attribute",
        /// Attributes and events that hold addresses.
        Url = "url",
        /// Values of form fields in attributes and text areas.
        Value = "value",
        /// Input events.
        Input = "input",
        /// Style sheets.
        Css = "css",
        /// Comments, scripts, `srcdoc`, event handlers.
        Code = "code",
        /// Pictures and other media.
        Media = "media",
        /// Canvas.
        Canvas = "canvas",
        /// Pointer, touch and selection events.
        Pointer = "pointer",
        /// Console.
        Console = "console",
        /// Network.
        Network = "network",
        /// Other plugins.
        Plugin = "plugin",
        /// Custom events.
        Custom = "custom",
        /// Address of the page.
        Meta = "meta",
        /// Anything else.
        Other = "other",
    }
}

names! {
    /// Why something was hidden.
    Reason {
        /// A sensitive field or element: password, card, one-time code, marked sensitive.
        Sensitive = "sensitive",
        /// Form recording is off.
        Form = "form",
        /// A personal field, with form recording on.
        Personal = "personal",
        /// A detector found personal data.
        Detected = "detected",
        /// What was typed or is known appears again.
        Echo = "echo",
        /// Marked or selected to be masked.
        Mask = "mask",
        /// Marked or selected to be blocked.
        Block = "block",
        /// Marked or selected to be ignored.
        Ignore = "ignore",
        /// The strict profile, or a sensitive page.
        Strict = "strict",
        /// An address may hold tokens there.
        UrlPart = "url_part",
        /// The setting for this channel says so.
        Setting = "setting",
        /// Can't be shown safely: scripts, comments, embedded documents.
        Unsafe = "unsafe",
        /// The node is not known, or the event or value is not understood.
        Unknown = "unknown",
        /// A further event of the same kind that would tell how much was typed.
        Repeat = "repeat",
        /// The host's own callback asked for it.
        Host = "host",
        /// The host's own callback failed on it.
        HostFault = "host_fault",
    }
}

/// What one call did.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Report {
    /// Fingerprint of the configuration whose rules were applied.
    pub fingerprint: String,
    /// Events read.
    pub events_in: u64,
    /// Events written; the difference is in `dropped`.
    pub events_out: u64,
    /// Bytes read.
    pub bytes_in: u64,
    /// Bytes written.
    pub bytes_out: u64,
    /// Items masked, by channel and reason.
    pub masked: BTreeMap<String, BTreeMap<String, u64>>,
    /// Events dropped, by channel and reason.
    pub dropped: BTreeMap<String, BTreeMap<String, u64>>,
}

impl Report {
    /// Adds the counts of another call of the same recording.
    pub fn merge(&mut self, other: &Report) {
        self.fingerprint.clone_from(&other.fingerprint);
        self.events_in += other.events_in;
        self.events_out += other.events_out;
        self.bytes_in += other.bytes_in;
        self.bytes_out += other.bytes_out;
        for (own, others) in [(&mut self.masked, &other.masked), (&mut self.dropped, &other.dropped)] {
            for (channel, reasons) in others {
                let own = own.entry(channel.clone()).or_default();
                for (reason, count) in reasons {
                    *own.entry(reason.clone()).or_default() += count;
                }
            }
        }
    }

    /// All items masked, over channels and reasons.
    pub fn total_masked(&self) -> u64 {
        self.masked.values().flat_map(BTreeMap::values).sum()
    }

    /// Texts that were masked because the host's own callback failed on them: it panicked, or gave no usable answer.
    pub fn host_faults(&self) -> u64 {
        self.masked.values().filter_map(|reasons| reasons.get("host_fault")).sum()
    }

    /// All events dropped, over channels and reasons.
    pub fn total_dropped(&self) -> u64 {
        self.dropped.values().flat_map(BTreeMap::values).sum()
    }
}

/// Counts without allocation, turned into a [`Report`] at the end of a call.
pub(crate) struct Counts {
    masked: [[u64; Reason::NAMES.len()]; Channel::NAMES.len()],
    dropped: [[u64; Reason::NAMES.len()]; Channel::NAMES.len()],
    pub(crate) events_in: u64,
    pub(crate) events_out: u64,
    /// Values that stood where an event should.
    pub(crate) not_objects: u64,
}

impl Default for Counts {
    fn default() -> Self {
        let zero = [[0; Reason::NAMES.len()]; Channel::NAMES.len()];
        Counts { masked: zero, dropped: zero, events_in: 0, events_out: 0, not_objects: 0 }
    }
}

impl Counts {
    pub(crate) fn mask(&mut self, channel: Channel, reason: Reason) {
        add(&mut self.masked, channel, reason);
    }

    pub(crate) fn drop_event(&mut self, channel: Channel, reason: Reason) {
        add(&mut self.dropped, channel, reason);
    }

    pub(crate) fn report(&self, fingerprint: &str, bytes_in: usize, bytes_out: usize) -> Report {
        let wide = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
        Report {
            fingerprint: fingerprint.to_owned(),
            events_in: self.events_in,
            events_out: self.events_out,
            bytes_in: wide(bytes_in),
            bytes_out: wide(bytes_out),
            masked: table(&self.masked),
            dropped: table(&self.dropped),
        }
    }
}

type Table = [[u64; Reason::NAMES.len()]; Channel::NAMES.len()];

fn add(table: &mut Table, channel: Channel, reason: Reason) {
    if let Some(count) = table.get_mut(channel as usize).and_then(|row| row.get_mut(reason as usize)) {
        *count += 1;
    }
}

fn table(counts: &Table) -> BTreeMap<String, BTreeMap<String, u64>> {
    let mut out: BTreeMap<String, BTreeMap<String, u64>> = BTreeMap::new();
    for (channel, row) in Channel::NAMES.iter().zip(counts) {
        for (reason, &count) in Reason::NAMES.iter().zip(row) {
            if count > 0 {
                out.entry((*channel).to_owned()).or_default().insert((*reason).to_owned(), count);
            }
        }
    }
    out
}
