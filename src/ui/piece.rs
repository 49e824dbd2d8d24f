//! A piece of the program that is a file of its own, loaded when it is first needed.

#[cfg(feature = "separate-areas")]
use futures::FutureExt as _;
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;

use super::use_announcements;
use crate::i18n::text;
use crate::live::{live, shown};

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
                announcements.tell(text::area_failed());
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
