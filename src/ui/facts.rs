//! What is told of a thing, as names with their values. On a phone the first ones are seen and the others
//! unfold, so that they do not fill the screen before what stands below.

use leptos::prelude::*;

use crate::i18n::{Message, t, text};
use crate::live::{live, on};

/// The facts; one without a value is left out.
pub fn facts(all: impl IntoIterator<Item = (Message, Option<AnyView>)>) -> AnyView {
    let all = all.into_iter();
    let all: Vec<AnyView> = all
        .filter_map(|(name, value)| Some(fact(name, value?)))
        .collect();
    folded(all)
}

fn folded(all: Vec<AnyView>) -> AnyView {
    let is_open = RwSignal::new(false);
    view! {
        <section aria-labelledby="properties-title">
            <h2 id="properties-title" class="visually-hidden">
                {t(text::machine_image_properties())}
            </h2>
            <dl
                id="properties"
                class="menu-facts across folded"
                class:open=live(move || is_open.get())
            >
                {all}
            </dl>
            <button
                type="button"
                class="button quiet unfolds"
                aria-expanded=live(move || is_open.get().to_string())
                aria-controls="properties"
                on:click=on(move |_| is_open.update(|is_open| *is_open = !*is_open))
            >
                {t(text::machine_image_more_properties())}
            </button>
        </section>
    }
    .into_any()
}

/// A name with its value.
pub fn fact(name: Message, value: AnyView) -> AnyView {
    view! {
        <div>
            <dt>{t(name)}</dt>
            <dd>{value}</dd>
        </div>
    }
    .into_any()
}
