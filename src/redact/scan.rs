//! How a room asks whether a text holds something personal.
//!
//! In: a text that was decoded already (escapes and percent signs undone). Out: the byte ranges to hide.

/// Finds personal data and echoes of typed values in a text.
///
/// The rooms for URLs and style sheets call it; the engine implements it with its detectors and the session's echoes.
pub(crate) trait Scan {
    /// Appends the byte ranges of `text` that must be hidden. Ranges lie on character boundaries; they may overlap and
    /// come in any order.
    fn scan(&mut self, text: &str, spans: &mut Vec<(usize, usize)>);
}
