//! Files that the browser saves.

use std::time::Duration;

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::console::note;

/// How long the browser may take to begin saving.
const SAVING: Duration = Duration::from_secs(10);

/// Saves a text as a file of that name.
pub fn download(name: &str, media_type: &str, content: &str) {
    if let Err(refusal) = save(name, media_type, content) {
        note("the file was not saved", &refusal);
    }
}

fn save(name: &str, media_type: &str, content: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&JsValue::from_str(content));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let link: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    let address = Url::create_object_url_with_blob(&blob)?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    let forget = move || {
        if let Err(refusal) = Url::revoke_object_url(&address) {
            note("the file stays in memory", &refusal);
        }
    };
    set_timeout(forget, SAVING);
    Ok(())
}
