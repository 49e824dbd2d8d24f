//! A secret key that the browser keeps: it signs, and nobody gets it out again.

use std::fmt;

use cloud_api::Secret;
use js_sys::{Array, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, HmacImportParams, SubtleCrypto};

/// A key for HMAC with SHA-256, held by WebCrypto.
pub struct HmacKey(CryptoKey);

/// The browser does not hold keys for this page: it was not opened over HTTPS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoKeys;

impl HmacKey {
    /// Hands a secret to the browser. From then on no script can read it, this one included.
    ///
    /// # Errors
    /// [`NoKeys`] where the page is in no secure context.
    pub async fn import(secret: Secret) -> Result<Self, NoKeys> {
        let subtle = subtle().ok_or(NoKeys)?;
        let algorithm = HmacImportParams::new_with_str("HMAC", "SHA-256");
        let uses = Array::of1(&JsValue::from_str("sign"));
        let bytes = Uint8Array::from(secret.reveal().as_bytes());
        drop(secret);
        const IS_EXTRACTABLE: bool = false;
        let key = subtle.import_key_with_object("raw", &bytes, &algorithm, IS_EXTRACTABLE, &uses);
        let key = JsFuture::from(key.map_err(|_| NoKeys)?).await;
        // What was handed over is not left behind for the next reader of the memory.
        bytes.fill(0, 0, bytes.length());
        let key = key.map_err(|_| NoKeys)?;
        Ok(Self(key.unchecked_into()))
    }

    /// Whether a script could read it, which none can.
    #[must_use]
    pub fn is_extractable(&self) -> bool {
        self.0.extractable()
    }

    /// The keyed hash of a text; nothing where the browser refuses.
    pub async fn sign(&self, text: &str) -> Option<Vec<u8>> {
        let bytes = Uint8Array::from(text.as_bytes());
        let signature = subtle()?
            .sign_with_str_and_js_u8_array("HMAC", &self.0, &bytes)
            .ok()?;
        let signature = JsFuture::from(signature).await.ok()?;
        Some(Uint8Array::new(&signature).to_vec())
    }
}

impl fmt::Debug for HmacKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("…")
    }
}

/// Browsers have it in secure contexts only.
fn subtle() -> Option<SubtleCrypto> {
    let subtle = window().crypto().ok()?.subtle();
    let is_there = !AsRef::<JsValue>::as_ref(&subtle).is_undefined();
    is_there.then_some(subtle)
}
