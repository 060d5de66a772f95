//! Where the sections of the Global Privacy Platform for the United States keep the fields that forbid recording: positions
//! in bits from the start of the section, as the IAB's section specifications lay them out.

/// The layout of one section at one version. Every field is two bits: 0 not applicable, 1 and 2 as noted.
pub(super) struct Layout {
    pub section: u16,
    pub version: u16,
    /// Opt-outs of sale, sharing and targeted advertising: 1 is opted out.
    pub opt_outs: &'static [usize],
    /// Consent for a known child: first position and number; whatever is not 0 says that the visitor is a child.
    pub child: (usize, usize),
    /// Consent to further processing: 1 is no consent.
    pub consent: Option<usize>,
    /// Whether a segment of type 1 repeats Global Privacy Control.
    pub gpc: bool,
}

const fn of(section: u16, version: u16, opt_outs: &'static [usize], child: (usize, usize), consent: Option<usize>, gpc: bool) -> Layout {
    Layout { section, version, opt_outs, child, consent, gpc }
}

/// Sections of another number or version are unknown.
pub(super) const LAYOUTS: &[Layout] = &[
    of(7, 1, &[18, 20, 22], (48, 2), Some(52), true),
    of(7, 2, &[18, 20, 22], (56, 3), Some(62), true),
    of(8, 1, &[12, 14], (34, 2), Some(38), true),
    of(9, 1, &[12, 14], (32, 1), None, false),
    of(10, 1, &[12, 14], (30, 1), None, true),
    of(11, 1, &[14, 16], (34, 1), None, false),
    of(12, 1, &[12, 14], (32, 3), None, true),
    of(13, 1, &[12, 14], (32, 3), Some(38), false),
    of(14, 1, &[12, 14], (32, 3), Some(38), true),
    of(15, 1, &[12, 14], (38, 3), Some(44), true),
    of(16, 1, &[12, 14], (32, 1), Some(34), true),
    of(17, 1, &[12, 14], (34, 5), Some(44), true),
    of(18, 1, &[14, 16], (34, 1), None, true),
    of(19, 1, &[12, 14], (32, 1), Some(34), true),
    of(20, 1, &[12, 14], (32, 3), Some(38), true),
    of(21, 1, &[12, 14], (36, 5), Some(46), true),
    of(22, 1, &[12, 14], (32, 1), Some(34), true),
    of(23, 1, &[12, 14], (32, 1), Some(34), true),
    of(24, 1, &[16, 18], (20, 0), Some(20), true),
    of(25, 1, &[16, 18], (20, 1), Some(22), false),
    of(26, 1, &[16, 18], (20, 1), Some(22), false),
    of(27, 1, &[16, 18], (20, 1), Some(22), false),
];
