//! Text from servers and people: shown, never believed.

use leptos::prelude::*;
use words::{text, visible};

use crate::live::{live, on};

/// Characters of an untrusted text that a cell shows before it is cut.
pub const CELL_LIMIT: usize = 256;

/// An untrusted text, set apart from what stands around it; a long one is cut and opens on demand.
#[component]
pub fn Untrusted(
    /// The text as it came.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    let whole = visible(&text);
    let cut: String = whole.chars().take(CELL_LIMIT).collect();
    let is_cut = cut.len() < whole.len();
    let (open, set_open) = signal(false);
    let shown = {
        let whole = whole.clone();
        move || {
            if open.get() || !is_cut {
                whole.clone()
            } else {
                format!("{cut}…")
            }
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
