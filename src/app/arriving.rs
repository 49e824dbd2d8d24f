//! What stands in the place of something that is on the way.

use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;

use super::failed_area::failed_area;
use crate::i18n::{t, text};
use crate::live::live;

/// Loads it and shows what `build` makes of it; word of that meanwhile; a way to try again when it does
/// not arrive. What is said stands in what `around` makes.
pub fn arriving<L>(
    load: impl Fn() -> L + Send + Sync + 'static,
    build: impl Fn() -> Option<AnyView> + Send + Sync + 'static,
    around: fn(AnyView) -> AnyView,
) -> AnyView
where
    L: Future<Output = Result<(), SplitLoaderError>> + 'static,
{
    let is_here = RwSignal::new(false);
    let has_failed = RwSignal::new(false);
    let load = Callback::new(move |()| {
        has_failed.set(false);
        let arrival = load();
        leptos::task::spawn_local(async move {
            match arrival.await {
                Ok(()) => is_here.set(true),
                Err(_) => has_failed.set(true),
            }
        });
    });
    load.run(());
    live(move || {
        let built = is_here.get().then(&build).flatten();
        match built {
            Some(built) => built,
            None if has_failed.get() => around(failed_area(load)),
            None => {
                let word = view! { <p class="page-wait">{t(text::table_loading())}</p> };
                around(word.into_any())
            }
        }
    })
    .into_any()
}
