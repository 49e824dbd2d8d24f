//! What stands in the place of something that is on the way.

use futures::FutureExt as _;
use futures::future::LocalBoxFuture;
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;

use super::failed_area::failed_area;
use crate::i18n::{t, text};
use crate::live::live;

/// A load that may be tried again.
type Load = Box<dyn Fn() -> LocalBoxFuture<'static, Result<(), SplitLoaderError>> + Send + Sync>;

/// What is on the way.
pub struct Arriving {
    load: Load,
    build: Box<dyn Fn() -> Option<AnyView> + Send + Sync>,
}

impl Arriving {
    /// What `load` brings and `build` makes something of.
    pub fn of<L>(
        load: impl Fn() -> L + Send + Sync + 'static,
        build: impl Fn() -> Option<AnyView> + Send + Sync + 'static,
    ) -> Self
    where
        L: Future<Output = Result<(), SplitLoaderError>> + 'static,
    {
        Self {
            load: Box::new(move || load().boxed_local()),
            build: Box::new(build),
        }
    }
}

/// Loads it and shows what is made of it; word of that meanwhile; a way to try again when it does not
/// arrive. What is said stands in what `around` makes.
pub fn arriving(what: Arriving, around: fn(AnyView) -> AnyView) -> AnyView {
    let Arriving { load, build } = what;
    let is_here = RwSignal::new(false);
    let has_failed = RwSignal::new(false);
    let load = Callback::new(move |()| {
        has_failed.set(false);
        let arrival = load();
        leptos::task::spawn_local(async move {
            // The page may have been left.
            match arrival.await {
                Ok(()) => drop(is_here.try_set(true)),
                Err(_) => drop(has_failed.try_set(true)),
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
