//! What buttons put on the clipboard.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use image_console::i18n::{provide_i18n, text};
use image_console::ui::failure::copy_button;
use image_console::ui::provide_announcements;
use js_sys::{Object, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::Screen;

/// A clipboard in the place of the browser's own, which wants a person's leave; gone when dropped.
struct Clipboard {
    written: Rc<RefCell<Vec<String>>>,
    _write: Closure<dyn Fn(JsValue) -> Promise>,
}

impl Clipboard {
    fn new() -> Self {
        let written = Rc::new(RefCell::new(Vec::new()));
        let into = Rc::clone(&written);
        let write = Closure::<dyn Fn(JsValue) -> Promise>::new(move |text: JsValue| {
            into.borrow_mut().push(text.as_string().unwrap());
            Promise::resolve(&JsValue::UNDEFINED)
        });
        let clipboard = Object::new();
        Reflect::set(&clipboard, &"writeText".into(), write.as_ref()).unwrap();
        let property = Object::new();
        Reflect::set(&property, &"value".into(), &clipboard).unwrap();
        Reflect::set(&property, &"configurable".into(), &JsValue::TRUE).unwrap();
        let navigator = Object::from(JsValue::from(window().navigator()));
        Object::define_property(&navigator, &"clipboard".into(), &property);
        Self {
            written,
            _write: write,
        }
    }
}

impl Drop for Clipboard {
    fn drop(&mut self) {
        let navigator = Object::from(JsValue::from(window().navigator()));
        Reflect::delete_property(&navigator, &"clipboard".into()).unwrap();
    }
}

async fn copied(content: &str) -> Vec<String> {
    let clipboard = Clipboard::new();
    let content = content.to_owned();
    let screen = Screen::mount(move || {
        provide_i18n();
        provide_announcements();
        copy_button(text::failure_copy(), content)
    });
    screen.get("button").click();
    // Whether it worked is told when the clipboard has answered.
    TimeoutFuture::new(0).await;
    clipboard.written.borrow().clone()
}

#[wasm_bindgen_test]
async fn a_line_from_the_cloud_is_copied_as_it_is_shown() {
    assert_eq!(copied("sha256:0aff").await, ["sha256:0aff"]);
    assert_eq!(
        copied("sha256:0aff\nreboot\r\u{202e}\u{2028}x").await,
        ["sha256:0aff⟨U+000A⟩reboot⟨U+000D⟩⟨U+202E⟩⟨U+2028⟩x"]
    );
}
