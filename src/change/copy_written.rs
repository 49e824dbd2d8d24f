//! "Copy as" of things of which Terraform has a form for some.

use cloud_api::Request;
use cloud_api::clipboard::terraform::Written;
use leptos::prelude::*;

use super::copy_as::{Blocks, copy_as};
use crate::i18n::{Message, use_i18n};
use crate::live::{Live, live};

/// The buttons that copy the reads, and the things as Terraform writes them. Those without a form are
/// left out there, and a note counts them in the words of `left_out`.
pub fn copy_written(
    reads: Live<Vec<Request>>,
    written: Live<Written>,
    left_out: fn(u64) -> Message,
) -> AnyView {
    let words = use_i18n();
    let written = StoredValue::new_local(written);
    let written = move || written.with_value(|written| written());
    let blocks = move || {
        let written = written();
        match written.text.is_empty() {
            true if written.left_out == 0 => Blocks::NotYet,
            true => Blocks::NoForm,
            false => Blocks::Written(written.text),
        }
    };
    let note = move || {
        let written = written();
        let is_partial = !written.text.is_empty() && written.left_out > 0;
        is_partial.then(|| words.say(&left_out(written.left_out)))
    };
    view! {
        {copy_as(reads, Some(live(blocks)))}
        <p class="field-hint">{live(note)}</p>
    }
    .into_any()
}
