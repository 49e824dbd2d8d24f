//! Components in a real browser, against a cloud that answers from a list.

#![cfg(all(test, target_arch = "wasm32"))]

mod answers;
mod grid;
mod order;
mod scope;
mod sign_in;
mod words;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
