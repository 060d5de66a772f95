//! Sets the link arguments of a Node-API addon.

fn main() {
    napi_build::setup();
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("linux") {
        // Node unloads an addon when the last worker thread that loaded it ends. The delivery thread belongs to the
        // process and may still run then, so the code must stay.
        println!("cargo::rustc-cdylib-link-arg=-Wl,-z,nodelete");
    }
}
