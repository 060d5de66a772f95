//! The files of rrweb-player as npm delivers them: its `dist` directory in, script and style sheet as text out.

use std::path::Path;

use crate::failure::Failure;

/// Names that the script had or has in rrweb-player 2.x, the best first.
const SCRIPTS: [&str; 4] = ["rrweb-player.umd.min.cjs", "rrweb-player.umd.cjs", "rrweb-player.umd.min.js", "rrweb-player.umd.js"];
/// Names of the style sheet.
const STYLES: [&str; 2] = ["style.min.css", "style.css"];

/// Script and style sheet of the player, ready to stand inside a page.
pub struct Player {
    pub script: String,
    pub style: String,
}

impl Player {
    /// Reads the two files.
    pub fn load(directory: &Path) -> Result<Self, Failure> {
        let script = first(directory, &SCRIPTS)?;
        let style = first(directory, &STYLES)?;
        // What could end the element, or begin a comment in it, is written in another way that means the same.
        let script = without_map(&script).replace("</script", "<\\/script").replace("<!--", "<\\!--");
        let style = without_map(&style).replace("</style", "<\\/style");
        Ok(Player { script, style })
    }
}

fn first(directory: &Path, names: &[&str]) -> Result<String, Failure> {
    names.iter().find_map(|name| std::fs::read_to_string(directory.join(name)).ok()).ok_or_else(|| {
        Failure::new(format!(
            "{}: holds none of {} (install rrweb-player and give its dist directory)",
            directory.display(),
            names.join(", ")
        ))
    })
}

/// Without the comment that names a source map: a page that asks for nothing has none.
fn without_map(text: &str) -> String {
    text.lines().filter(|line| !line.trim_start().trim_start_matches(['/', '*', ' ']).starts_with("# sourceMappingURL=")).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_are_left_out() {
        assert_eq!(without_map("a\n//# sourceMappingURL=a.map"), "a");
        assert_eq!(without_map("a{}\n/*# sourceMappingURL=a.map */"), "a{}");
        assert!(Player::load(Path::new("/nowhere")).is_err());
    }
}
