//! The areas of the console. With the feature `separate-areas` each is a file of its own, loaded
//! when it is first opened; without it all are part of the one program.

#[cfg(feature = "separate-areas")]
use futures::FutureExt as _;
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;
#[cfg(feature = "separate-areas")]
use leptos::wasm_split::wasm_split;

use crate::i18n::{t, text};
use crate::live::live;
use crate::pages;
use crate::route::Route;

/// A group of pages that are loaded together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// Organizations and what is in them.
    ContainerImages,
    /// The sync tasks of all repositories.
    AllSyncTasks,
    /// The image sync tasks of the host security service.
    SecuritySync,
    /// What was changed from this browser.
    Activity,
}

/// A page of an area, or why the area is not here.
type Built = Result<AnyView, SplitLoaderError>;

#[cfg_attr(
    feature = "separate-areas",
    wasm_split(
        container_images,
        wasm_split_path = ::leptos::wasm_split,
        preload(load_container_images),
        fallible
    )
)]
fn container_images(route: Route) -> Built {
    Ok(match route {
        Route::Organization(organization, tab) => {
            pages::containers::organization::organization_page(organization, tab)
        }
        Route::Repository(organization, repository, tab) => {
            pages::containers::repository::repository_page(organization, repository, tab)
        }
        _ => view! { <pages::containers::organizations::Organizations /> }.into_any(),
    })
}

#[cfg_attr(
    feature = "separate-areas",
    wasm_split(
        all_sync_tasks,
        wasm_split_path = ::leptos::wasm_split,
        preload(load_all_sync_tasks),
        fallible
    )
)]
fn all_sync_tasks() -> Built {
    Ok(pages::containers::all_sync_tasks::all_sync_tasks())
}

#[cfg_attr(
    feature = "separate-areas",
    wasm_split(
        security_sync,
        wasm_split_path = ::leptos::wasm_split,
        preload(load_security_sync),
        fallible
    )
)]
fn security_sync(route: Route) -> Built {
    Ok(match route {
        Route::ImageSyncTask(task_id) => pages::security_sync::registries(task_id),
        Route::MalformedImageSyncTask(error) => pages::security_sync::malformed_task(&error),
        _ => pages::security_sync::tasks(),
    })
}

#[cfg_attr(
    feature = "separate-areas",
    wasm_split(
        activity,
        wasm_split_path = ::leptos::wasm_split,
        preload(load_activity),
        fallible
    )
)]
fn activity() -> Built {
    Ok(view! { <pages::activity::Activity /> }.into_any())
}

/// What stands behind the call of an area that is here.
#[cfg(feature = "separate-areas")]
fn built(page: impl Future<Output = Built>) -> Option<AnyView> {
    page.now_or_never()?.ok()
}

#[cfg(not(feature = "separate-areas"))]
fn built(page: Built) -> Option<AnyView> {
    page.ok()
}

impl Area {
    /// The area of a page, where it is not part of the first load.
    #[must_use]
    pub fn of(route: &Route) -> Option<Self> {
        match route {
            Route::Organizations | Route::Organization(..) | Route::Repository(..) => {
                Some(Self::ContainerImages)
            }
            Route::AllSyncTasks => Some(Self::AllSyncTasks),
            Route::ImageSyncTasks | Route::ImageSyncTask(_) | Route::MalformedImageSyncTask(_) => {
                Some(Self::SecuritySync)
            }
            Route::Activity => Some(Self::Activity),
            Route::NotFound => None,
        }
    }

    /// Loads the area unless it is here.
    ///
    /// # Errors
    /// When a file of it did not arrive, arrived changed or is of another build. May be tried again.
    #[cfg(feature = "separate-areas")]
    async fn load(self) -> Result<(), SplitLoaderError> {
        match self {
            Self::ContainerImages => load_container_images().await,
            Self::AllSyncTasks => load_all_sync_tasks().await,
            Self::SecuritySync => load_security_sync().await,
            Self::Activity => load_activity().await,
        }
    }

    #[cfg(not(feature = "separate-areas"))]
    async fn load(self) -> Result<(), SplitLoaderError> {
        Ok(())
    }

    /// Loads the area before somebody opens it. A failure is told when somebody does.
    pub fn load_ahead(self) {
        leptos::task::spawn_local(async move {
            self.load().await.ok();
        });
    }

    /// The page, if its area is here.
    fn build(self, route: &Route) -> Option<AnyView> {
        match self {
            Self::ContainerImages => built(container_images(route.clone())),
            Self::AllSyncTasks => built(all_sync_tasks()),
            Self::SecuritySync => built(security_sync(route.clone())),
            Self::Activity => built(activity()),
        }
    }

    /// The page; while its area is on the way, word of that; when it does not arrive, a way to try
    /// again.
    pub fn page(self, route: Route) -> AnyView {
        if let Some(page) = self.build(&route) {
            return page;
        }
        let is_here = RwSignal::new(false);
        let has_failed = RwSignal::new(false);
        let load = Callback::new(move |()| {
            has_failed.set(false);
            leptos::task::spawn_local(async move {
                match self.load().await {
                    Ok(()) => is_here.set(true),
                    Err(_) => has_failed.set(true),
                }
            });
        });
        load.run(());
        live(move || {
            let page = is_here.get().then(|| self.build(&route)).flatten();
            match page {
                Some(page) => page,
                None if has_failed.get() => crate::ui::failure::failure_box(
                    text::area_failed(),
                    text::area_failed_why(),
                    None,
                    Some(load),
                ),
                None => view! { <p class="page-wait">{t(text::table_loading())}</p> }.into_any(),
            }
        })
        .into_any()
    }
}
