//! The committed header is the one that the sources give. `MILKGLASS_BLESS=1 cargo test -p milkglass-c` writes it.

// A test may panic; that is how it fails.
#![allow(clippy::expect_used)]

use std::path::Path;

use milkglass::Code;

const BEFORE: &str = "
/*
 * The C interface of Milkglass: session recordings without personal data.
 *
 * Result codes: every call that can fail returns a milkglass_result, MILKGLASS_OK (0) on success.
 * milkglass_last_error() says more, per thread.
 *
 * Ownership: what a function returns through an out-parameter is the caller's, who frees it with the function of its type.
 * Out-parameters are set to NULL or empty before anything else, so that freeing after an error is safe. What a caller
 * passes in is read during the call and never kept.
 *
 * NULL: a NULL handle or a NULL out-parameter is MILKGLASS_ERROR_STATE_ARGUMENT, unless the function's comment allows it.
 * Freeing NULL does nothing.
 *
 * Threads: handles may be used by any number of threads at a time; freeing one needs that no other call uses it. The
 * library calls nothing of the caller's but a milkglass_examine, on the thread that called. After a fork handles may be
 * used on in the child.
 *
 * A panic inside the library comes back as MILKGLASS_ERROR_INTERNAL_PANIC; the process goes on.
 */

#if !defined(__cplusplus)
#include <string.h>
#else
#include <cstring>
#endif
";

const AFTER: &str = "
/* The bytes of a C string, without its NUL. NULL gives the empty slice. */
static inline milkglass_slice milkglass_str(const char *text) {
  milkglass_slice slice;
  slice.ptr = (const uint8_t *)text;
  slice.len = text ? strlen(text) : 0;
  return slice;
}

/* The bytes of a buffer, to hand it on to another call. */
static inline milkglass_slice milkglass_bytes(milkglass_buffer buffer) {
  milkglass_slice slice;
  slice.ptr = buffer.data;
  slice.len = buffer.len;
  return slice;
}
";

/// The result codes, from the one table of the core. A number is never reused.
fn result_codes() -> String {
    let mut text = String::from("\n/* What calls return. Numbers are never reused; new ones are added at the end of their family. */\n");
    text.push_str("typedef enum milkglass_result {\n  /* The call succeeded. */\n  MILKGLASS_OK = 0,\n");
    for code in Code::ALL {
        let name = code.as_str().replace('.', "_").to_uppercase();
        text.push_str(&format!("  /* {} */\n  MILKGLASS_ERROR_{name} = {},\n", code.meaning().trim(), code.number()));
    }
    text.push_str("} milkglass_result;\n");
    text
}

fn generated() -> String {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut config = cbindgen::Config::from_file(dir.join("cbindgen.toml")).expect("cbindgen.toml is read");
    config.after_includes = Some(format!("{BEFORE}{}", result_codes()));
    let mut builder = cbindgen::Builder::new().with_config(config);
    for source in ["types", "boundary", "engine", "papers", "recorder", "examine"] {
        builder = builder.with_src(dir.join(format!("src/{source}.rs")));
    }
    let mut header = Vec::new();
    builder.generate().expect("the sources are read").write(&mut header);
    let header = String::from_utf8(header).expect("the header is UTF-8");
    // What Rust calls safety is the plain contract of a C function and needs no heading.
    let header = header.replace(" * # Safety\n", "");
    // The inline functions stand inside the guard, after everything they use.
    let end = header.rfind("#endif").expect("an include guard");
    format!("{}\n{AFTER}\n{}", header[..end].trim_end(), &header[end..])
}

#[test]
fn the_committed_header_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("include/milkglass.h");
    let generated = generated();
    if std::env::var_os("MILKGLASS_BLESS").is_some() {
        std::fs::write(&path, &generated).expect("the header is written");
    }
    let committed = std::fs::read_to_string(&path).expect("include/milkglass.h exists");
    assert!(committed == generated, "include/milkglass.h is stale: run MILKGLASS_BLESS=1 cargo test -p milkglass-c");
}
