//! One reader for each carried signal: its value and the configuration in, a verdict with its code out.
//!
//! A reader never guesses: what is not of the documented form is unknown, which refuses.

pub(super) mod complianz;
pub(super) mod cookiebot;
pub(super) mod cookieconsent;
pub(super) mod cookieyes;
pub(super) mod didomi;
pub(super) mod dnt;
pub(super) mod google;
pub(super) mod gpc;
pub(super) mod gpp;
pub(super) mod gpp_layout;
pub(super) mod klaro;
pub(super) mod onetrust;
pub(super) mod shopify;
pub(super) mod tcf;
pub(super) mod usprivacy;
pub(super) mod wordpress;
