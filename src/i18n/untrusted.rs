//! Text from servers and people: shown, never believed.

use leptos::prelude::*;
use words::{beginning, text, visible};

use crate::live::{live, on};

/// An untrusted text, set apart from what stands around it; a long one is cut and opens on demand.
#[component]
pub fn Untrusted(
    /// The text as it came.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    let whole = visible(&text);
    let cut = beginning(&whole);
    let is_cut = cut.is_some();
    let (open, set_open) = signal(false);
    let shown = {
        let whole = whole.clone();
        move || {
            let cut = cut.as_ref().filter(|_| !open.get());
            cut.unwrap_or(&whole).clone()
        }
    };
    view! {
        <bdi translate="no">{live(shown)}</bdi>
        {is_cut
            .then(|| {
                let words = super::language::use_i18n();
                let label = move || {
                    let message = if open.get() {
                        text::untrusted_show_less()
                    } else {
                        text::untrusted_show_whole()
                    };
                    words.say(&message)
                };
                view! {
                    <button
                        type="button"
                        class="button quiet"
                        aria-expanded=live(move || open.get().to_string())
                        on:click=on(move |_| set_open.update(|open| *open = !*open))
                    >
                        {live(label)}
                    </button>
                }
            })}
    }
}
