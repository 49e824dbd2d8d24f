//! How far an execution is: its counters as words and as a bar.

use cloud_api::enterprise::Progress;
use leptos::prelude::*;

use crate::i18n::{t, text};

/// The counters, those that failed and that were stopped apart.
pub fn counters(progress: Progress) -> AnyView {
    let besides = [
        (
            progress.failed(),
            text::execution_failed_images(progress.failed()),
        ),
        (
            progress.stopped(),
            text::execution_stopped_images(progress.stopped()),
        ),
    ];
    let besides = besides.into_iter().filter(|(count, _)| *count > 0);
    let besides: Vec<AnyView> = besides
        .map(|(_, words)| view! { ", " <span>{t(words)}</span> }.into_any())
        .collect();
    view! {
        <span>
            {t(text::execution_copied_images(progress.done(), progress.total()))} {besides}
        </span>
    }
    .into_any()
}

/// The same as a bar: what is done, what failed, what was stopped, and what is left of the whole.
pub fn bar(progress: Progress) -> AnyView {
    let (done, failed, stopped) = (progress.done(), progress.failed(), progress.stopped());
    let left = progress.total().saturating_sub(done + failed + stopped);
    let parts = [
        ("success", done),
        ("danger", failed),
        ("neutral", stopped),
        ("", left),
    ];
    let parts = parts.into_iter().filter(|(_, count)| *count > 0);
    let parts: Vec<AnyView> = parts
        .map(|(fill, count)| {
            view! { <span class=fill style:flex-grow=count.to_string()></span> }.into_any()
        })
        .collect();
    // The counters beside it say the same.
    view! { <div class="run-progress" aria-hidden="true">{parts}</div> }.into_any()
}
