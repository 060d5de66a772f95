#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| milkglass::fuzzing::resume(bytes));
