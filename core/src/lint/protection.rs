//! What protects an element: markers, autocomplete tokens and the selectors of the configuration, read as the engine
//! reads them.

use crate::config::Config;
use crate::error::Result;
use crate::redact::autocomplete::{self, Autofill};
use crate::redact::markers;
use crate::redact::selector::{Action, Actions, Element, Selectors, State};

/// The protection that a configuration knows, compiled.
pub(super) struct Protection {
    selectors: Selectors,
    vendor_markers: bool,
}

/// What marks an element.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// Masked, blocked, ignored or marked sensitive.
    pub hidden: bool,
    /// Replaced by a placeholder as a whole.
    pub blocked: bool,
    /// Marked as readable, by the page or the configuration: somebody has thought about it.
    pub allowed: bool,
}

impl Marks {
    pub fn and(self, other: Marks) -> Marks {
        Marks { hidden: self.hidden || other.hidden, blocked: self.blocked || other.blocked, allowed: self.allowed || other.allowed }
    }
}

impl Protection {
    pub fn compile(config: &Config) -> Result<Protection> {
        let privacy = &config.privacy;
        let lists = [
            (Action::Mask, &privacy.mask),
            (Action::Block, &privacy.block),
            (Action::Ignore, &privacy.ignore),
            (Action::Allow, &privacy.allow),
        ];
        let all: Vec<(Action, &str)> = lists.iter().flat_map(|(action, list)| list.iter().map(|s| (*action, s.as_str()))).collect();
        Ok(Protection { selectors: Selectors::compile(&all)?, vendor_markers: privacy.vendor_markers })
    }

    /// What a class or data attribute marks.
    pub fn attribute(&self, name: &str, value: &str) -> Marks {
        let is_own = name.starts_with("data-milkglass");
        if !is_own && !self.vendor_markers {
            return Marks::default();
        }
        let marks = if name == "class" { markers::class_actions(value) } else { markers::attribute_actions(name, value) };
        Marks {
            hidden: marks.mask() || marks.block() || marks.ignore() || marks.sensitive(),
            blocked: marks.block(),
            // Markers of other recorders can only protect.
            allowed: is_own && marks.allow(),
        }
    }

    /// What the selectors say of an element, and the state for what is inside.
    pub fn select(&self, above: State, element: &dyn Element) -> (State, Marks) {
        if self.selectors.is_empty() {
            return (above, Marks::default());
        }
        let (state, actions) = self.selectors.advance(above, element);
        let hidden = [Actions::MASK, Actions::BLOCK, Actions::IGNORE].into_iter().any(|a| actions.has(a));
        (state, Marks { hidden, blocked: actions.has(Actions::BLOCK), allowed: actions.has(Actions::ALLOW) })
    }
}

/// What an autocomplete value says of a field.
pub(super) fn autofill(value: &str) -> Autofill {
    autocomplete::parse(value)
}
