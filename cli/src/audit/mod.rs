//! What `milkglass audit` shows: reports in; a table, JSON or one page to look at out.

mod page;
mod player;
mod table;
mod timeline;
mod words;

use milkglass::audit::Report;

pub use page::page;
pub use player::Player;
pub use table::table;

/// Recordings larger than this are shown without their replay: a browser would not open the page.
const PLAYABLE: usize = 96 << 20;

/// One recording that was read.
pub struct Audited {
    /// Its name as it was given.
    pub name: String,
    pub report: Report,
    /// Its events as a JSON array, safe inside a page; nothing where the page is to have no replay.
    pub events: Option<String>,
}

/// Gathers the events of a recording for the page, as long as they are few enough.
#[derive(Default)]
pub struct Gathered {
    text: String,
    too_large: bool,
}

impl Gathered {
    /// Takes the JSON text of one event.
    pub fn take(&mut self, event: &str) {
        if self.too_large || self.text.len() + event.len() > PLAYABLE {
            self.too_large = true;
            self.text.clear();
            return;
        }
        self.text.push(if self.text.is_empty() { '[' } else { ',' });
        inert(event, &mut self.text);
    }

    /// The array of all events.
    pub fn finish(mut self) -> Option<String> {
        if self.too_large {
            return None;
        }
        if self.text.is_empty() {
            self.text.push('[');
        }
        self.text.push(']');
        Some(self.text)
    }
}

/// Appends JSON so that nothing in it can end the script element that holds it, or a line of a script.
fn inert(json: &str, out: &mut String) {
    for character in json.chars() {
        match character {
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '&' => out.push_str("\\u0026"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            _ => out.push(character),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_can_not_break_out_of_their_element() {
        let mut gathered = Gathered::default();
        gathered.take("{\"a\":\"</script><!-- \u{2028}\u{2029} & \"}");
        gathered.take("{}");
        let text = gathered.finish().unwrap();
        assert_eq!(text, r#"[{"a":"\u003c/script\u003e\u003c!-- \u2028\u2029 \u0026 "},{}]"#);
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value[0]["a"], "</script><!-- \u{2028}\u{2029} & ");
        assert_eq!(Gathered::default().finish().as_deref(), Some("[]"));
    }
}
