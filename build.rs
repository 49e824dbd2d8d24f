//! What the linker is told when the pages become files of their own.

fn main() {
    if std::env::var_os("CARGO_FEATURE_SEPARATE_AREAS").is_some() {
        // What refers to what; the program is cut by it.
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    println!("cargo::rerun-if-changed=build.rs");
}
