//! Text from servers and people: shown, never believed.

use leptos::prelude::*;

use crate::live::{live, on};

/// Characters of an untrusted text that a cell shows before it is cut.
pub const CELL_LIMIT: usize = 256;

/// The text with control and bidirectional characters as visible codes: they could make one name
/// look like another.
#[must_use]
pub fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if is_invisible(character) {
            shown.push_str(&format!("⟨U+{:04X}⟩", u32::from(character)));
        } else {
            shown.push(character);
        }
    }
    shown
}

fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}'
            | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

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
                let words = super::use_i18n();
                let label = move || {
                    let message = if open.get() {
                        super::text::untrusted_show_less()
                    } else {
                        super::text::untrusted_show_whole()
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
