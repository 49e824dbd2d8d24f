//! The page that the address asks for, with breadcrumbs, heading and document title.

use leptos::html;
use leptos::prelude::*;

use crate::i18n::{Untrusted, t, text, use_i18n};
use crate::live::live;
use crate::navigation::use_navigation;
use crate::pages;
use crate::route::{Route, Title};
use crate::ui::focus;

/// The page.
#[component]
pub fn Page() -> impl IntoView {
    let route = use_navigation().route();
    let words = use_i18n();
    let heading = NodeRef::<html::H1>::new();
    Effect::new(move |before: Option<Route>| {
        let route = route.get();
        let title = title_text(&route, |message| words.say(message));
        document().set_title(&format!("{title} – {}", words.say(&text::product_name())));
        if before.is_some_and(|before| before != route)
            && let Some(heading) = heading.get_untracked()
        {
            request_animation_frame(move || {
                focus(&heading);
            });
        }
        route
    });
    view! {
        <Breadcrumbs />
        <main id="main" class="page">
            <h1 id="page-title" node_ref=heading tabindex="-1">
                {live(move || route.with(|route| title_view(route.title())))}
            </h1>
            {live(move || match route.get() {
                Route::Organizations => view! { <pages::organizations::Organizations /> }.into_any(),
                Route::Organization(organization, tab) => {
                    pages::organization::organization_page(organization, tab)
                }
                Route::Repository(organization, repository, tab) => {
                    pages::repository::repository_page(organization, repository, tab)
                }
                Route::AllSyncTasks => pages::all_sync_tasks::all_sync_tasks(),
                Route::ImageSyncTasks => pages::security_sync::tasks(),
                Route::ImageSyncTask(task_id) => pages::security_sync::registries(task_id),
                Route::MalformedImageSyncTask(error) => pages::security_sync::malformed_task(&error),
                Route::Activity => view! { <pages::activity::Activity /> }.into_any(),
                Route::NotFound => view! { <NotFound /> }.into_any(),
            })}
        </main>
    }
}

fn title_text(route: &Route, say: impl Fn(&crate::i18n::Message) -> String) -> String {
    match route.title() {
        Title::Words(message) => say(&message),
        Title::Name(name) => crate::i18n::visible(&name),
    }
}

fn title_view(title: Title) -> AnyView {
    match title {
        Title::Words(message) => {
            let words = use_i18n();
            live(move || words.show(&message)).into_any()
        }
        Title::Name(name) => view! { <Untrusted text=name /> }.into_any(),
    }
}

#[component]
fn Breadcrumbs() -> impl IntoView {
    let route = use_navigation().route();
    let steps = move || {
        let trail = route.get().trail();
        let last = trail.len().saturating_sub(1);
        trail
            .into_iter()
            .enumerate()
            .map(|(index, step)| {
                let address = step.to_string();
                let title = title_view(step.title());
                if index == last {
                    view! {
                        <li>
                            <span aria-current="page">{title}</span>
                        </li>
                    }
                    .into_any()
                } else {
                    view! {
                        <li>
                            <a href=address>{title}</a>
                        </li>
                    }
                    .into_any()
                }
            })
            .collect::<Vec<AnyView>>()
            .into_any()
    };
    view! {
        <nav class="breadcrumbs" aria-label=t(text::frame_breadcrumbs())>
            <ol>{live(steps)}</ol>
        </nav>
    }
}

#[component]
fn NotFound() -> impl IntoView {
    view! {
        <p>{t(text::not_found_words())}</p>
        <p>
            <a href="containers">{t(text::not_found_way_out())}</a>
        </p>
    }
}
