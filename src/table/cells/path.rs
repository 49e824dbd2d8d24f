//! A path of names in a table: the last one is what is looked for, and stays when the rest is cut.

use leptos::prelude::*;

use crate::i18n::{Untrusted, visible};

/// A path as a link: what leads to its last part is muted, and the whole is there by mouse.
pub fn path_link(path: &str, address: String) -> AnyView {
    view! {
        <a class="path" href=address tabindex="-1" title=visible(path)>
            {parts(path)}
        </a>
    }
    .into_any()
}

/// A path of identifiers.
pub fn path_cell(path: &str) -> AnyView {
    view! {
        <span class="path" title=visible(path)>
            {parts(path)}
        </span>
    }
    .into_any()
}

fn parts(path: &str) -> AnyView {
    let (before, last) = match path.rfind('/') {
        Some(slash) => path.split_at(slash + 1),
        None => ("", path),
    };
    view! {
        <bdi translate="no">
            <span class="path-start">
                <Untrusted text=before />
            </span>
            <strong>
                <Untrusted text=last />
            </strong>
        </bdi>
    }
    .into_any()
}
