//! "Go to …": a page, or something that was read, by the beginning of its name. Control and K, or ⌘
//! and K, open it from everywhere. What it opens is loaded only then.

mod dialog;

use leptos::prelude::*;
#[cfg(feature = "separate-areas")]
use leptos::wasm_split::wasm_split;

use crate::i18n::{t, text};
use crate::live::{live, on, shown};
use crate::ui::piece::{self, Built, built};
use crate::ui::{Held, Icon, IconName, use_announcements};

#[cfg_attr(
    feature = "separate-areas",
    wasm_split(
        go_to_dialog,
        wasm_split_path = ::leptos::wasm_split,
        preload(load_go_to_dialog),
        fallible
    )
)]
fn go_to_dialog(is_open: RwSignal<bool>) -> Built {
    Ok(dialog::dialog(is_open))
}

#[cfg(not(feature = "separate-areas"))]
#[expect(clippy::unused_async, reason = "the same as where it is loaded")]
async fn load_go_to_dialog() -> Result<(), leptos::wasm_split::SplitLoaderError> {
    Ok(())
}

/// The button, which looks like a field, and the dialog behind it.
pub fn go_to() -> AnyView {
    let announcements = use_announcements();
    let is_open = RwSignal::new(false);
    let open = move || {
        leptos::task::spawn_local(async move {
            match load_go_to_dialog().await {
                // The page may have been left.
                Ok(()) => drop(is_open.try_set(true)),
                Err(_) => announcements.tell(text::area_failed()),
            }
        });
    };
    let on_key = window_event_listener(leptos::ev::keydown, move |event| {
        let is_ours = matches!(Held::with(&event), Held::Control | Held::Command)
            && event.key().eq_ignore_ascii_case("k");
        let is_free = document()
            .query_selector("dialog[open]")
            .is_ok_and(|dialog| dialog.is_none());
        match (is_ours && is_free, event.key().as_str()) {
            (true, _) => {
                event.prevent_default();
                open();
            }
            // What comes next may be K.
            (false, "Control" | "Meta") => load_ahead(),
            (false, _) => {}
        }
    });
    on_cleanup(move || on_key.remove());
    let dialog = move || {
        shown(
            is_open
                .get()
                .then(|| built(go_to_dialog(is_open)))
                .flatten(),
        )
    };
    view! {
        <button
            type="button"
            class="button quiet go-to"
            aria-keyshortcuts="Control+K Meta+K"
            on:pointerenter=on(|_| load_ahead())
            on:focus=on(|_| load_ahead())
            on:click=on(move |_| open())
        >
            <Icon name=IconName::Search />
            <span class="go-to-label">{t(text::go_to_label())}</span>
            <kbd aria-hidden="true">{shortcut()}</kbd>
        </button>
        {live(dialog)}
    }
    .into_any()
}

/// Loads it before it is opened, so that no key is lost. A failure is told when it is opened.
fn load_ahead() {
    piece::load_ahead(load_go_to_dialog());
}

fn shortcut() -> &'static str {
    let platform = window().navigator().platform().unwrap_or_default();
    match platform.starts_with("Mac") || platform.starts_with("iP") {
        true => "⌘ K",
        false => "Ctrl K",
    }
}
