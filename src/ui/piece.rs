//! A piece of the program that is a file of its own, loaded when it is first needed.

#[cfg(feature = "separate-areas")]
use futures::FutureExt as _;
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;

use super::arriving::{Arriving, arriving};
use super::use_announcements;
use crate::i18n::text;
use crate::live::{live, shown};
use crate::net::look_for_other_version;

/// What a piece shows, or why the piece is not here.
pub type Built = Result<AnyView, SplitLoaderError>;

/// What stands behind the call of a piece that is here.
#[cfg(feature = "separate-areas")]
pub fn built(content: impl Future<Output = Built>) -> Option<AnyView> {
    content.now_or_never()?.ok()
}

/// What stands behind the call of a piece that is here.
#[cfg(not(feature = "separate-areas"))]
pub fn built(content: Built) -> Option<AnyView> {
    content.ok()
}

/// A page, or a part of one, that a piece builds. While the piece is on the way there is word of that;
/// when it does not arrive, why, and a way to try again.
pub fn page_of_piece<L>(
    load: impl Fn() -> L + Send + Sync + 'static,
    build: impl Fn() -> Option<AnyView> + Send + Sync + 'static,
) -> AnyView
where
    L: Future<Output = Result<(), SplitLoaderError>> + 'static,
{
    build().unwrap_or_else(|| arriving(Arriving::of(load, build), |word| word))
}

/// Loads a piece before it is needed. A failure is told when it is.
pub fn load_ahead(load: impl Future<Output = Result<(), SplitLoaderError>> + 'static) {
    leptos::task::spawn_local(async {
        load.await.ok();
    });
}

/// A dialog that a piece builds, once it is here. When it does not arrive, that is told and the dialog
/// counts as closed, so that the same press may try again.
pub fn dialog_of_piece(
    load: impl Future<Output = Result<(), SplitLoaderError>> + 'static,
    build: impl FnOnce() -> Option<AnyView> + Send + Sync + 'static,
    on_close: Callback<()>,
) -> AnyView {
    let announcements = use_announcements();
    let is_here = RwSignal::new(false);
    leptos::task::spawn_local(async move {
        match load.await {
            // The page may have been left.
            Ok(()) => drop(is_here.try_set(true)),
            Err(_) => {
                announcements.tell(match look_for_other_version().await {
                    true => text::area_updated(),
                    false => text::area_failed(),
                });
                on_close.try_run(());
            }
        }
    });
    let build = StoredValue::new(Some(build));
    let content = move || {
        let build = is_here
            .get()
            .then(|| build.try_update_value(Option::take))
            .flatten()
            .flatten();
        shown(build.and_then(|build| untrack(build)))
    };
    live(content).into_any()
}
