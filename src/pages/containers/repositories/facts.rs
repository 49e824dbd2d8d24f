//! What else the service tells of a repository, in the head of the page.

use cloud_api::swr::Repository;
use leptos::prelude::*;

use super::visibility::VisibilityPill;
use crate::i18n::{Message, Untrusted, t, text};
use crate::live::{live, shown};
use crate::query::Query;
use crate::table::cells::count::count_cell;
use crate::ui::failure::copy_button;
use crate::ui::{HeadRoom, IconName, icon_menu, in_page_head};

/// Whether everyone can pull, as a pill, and the rest in a menu beside it.
pub fn facts(details: Query<Repository>) -> AnyView {
    let pill = move || match details.value() {
        Some(repository) => view! { <VisibilityPill is_public=repository.is_public /> }.into_any(),
        // Its room is kept, so that nothing moves when it comes.
        None => {
            let is_awaited = details.error().is_none();
            shown(is_awaited.then(|| view! { <span class="status awaited"></span> }))
        }
    };
    let list = move || {
        shown(details.value().map(|repository| {
            let properties = properties(&repository);
            view! { <dl class="menu-facts">{properties}</dl> }
        }))
    };
    let menu = icon_menu(
        "repository-facts".to_owned(),
        IconName::Facts,
        text::access_facts(),
        live(list).into_any(),
    );
    in_page_head(HeadRoom::Beside, [live(pill).into_any(), menu].into_any())
}

fn properties(repository: &Repository) -> AnyView {
    let untrusted = |text: &str| {
        let text = text.to_owned();
        view! { <Untrusted text /> }.into_any()
    };
    let address = view! {
        <span class="identifier">{untrusted(&repository.path)}</span>
    };
    let copies = copy_button(text::access_copy(), repository.path.clone());
    let description = (!repository.description.is_empty()).then(|| {
        property(
            text::permissions_description(),
            untrusted(&repository.description),
            None,
        )
    });
    let creator = (!repository.creator_name.is_empty()).then(|| {
        property(
            text::organizations_creator(),
            untrusted(&repository.creator_name),
            None,
        )
    });
    [
        property(
            text::permissions_pull_address(),
            address.into_any(),
            Some(copies),
        ),
        shown(description),
        property(
            text::repositories_downloads(),
            count_cell(repository.num_download),
            None,
        ),
        shown(creator),
    ]
    .into_any()
}

fn property(name: Message, value: AnyView, action: Option<AnyView>) -> AnyView {
    view! {
        <div>
            <dt>{t(name)}</dt>
            <dd>{value}</dd>
            {shown(action.map(|action| view! { <dd>{action}</dd> }))}
        </div>
    }
    .into_any()
}
