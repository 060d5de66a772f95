//! Gives the shared library its SONAME, which a plain cargo build does not set.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("linux") {
        // The number changes with the ABI: with each minor version before 1.0, with each major version after it.
        println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,libmilkglass.so.0");
    }
}
