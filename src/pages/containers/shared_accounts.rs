//! The accounts of other customers that one repository is shared with.

mod columns;
mod share_dialog;
mod stop_dialog;
mod valid_until;

use std::rc::Rc;

use cloud_api::clipboard::terraform::{Provider, Resource, Written, all};
use cloud_api::swr::{ListSharedAccounts, SharedAccount, ShowRepository};
use cloud_api::{Kind, Listed, Operation as _, RepositoryPath};
use leptos::prelude::*;
use words::explanation;

use super::repositories::facts::facts;
use super::repositories::public_notice::public_notice;
use crate::change::copy_written::copy_written;
use crate::change::provider::use_provider;
use crate::change::recent::recent_change;
use crate::i18n::{t, text};
use crate::listing::export::Export;
use crate::listing::filter::use_filter;
use crate::listing::read::ListRead;
use crate::listing::selected_action::selected_action;
use crate::listing::{Around, Listing, Standing};
use crate::live::{live, shown};
use crate::query::{Query, use_query};
use crate::table::{use_rows, use_sort_in_address};
use crate::ui::{ButtonKind, dialog_while, page_help, write_button};
use columns::columns;
use share_dialog::share_dialog;
use stop_dialog::stop_dialog;

/// The page.
pub fn shared_accounts(place: RepositoryPath) -> AnyView {
    let list = ListSharedAccounts {
        repository: place.clone(),
    };
    let request = list.request();
    let shared = use_query(list);
    let all = move || Rc::new(shared.value().map(|rows| rows.to_vec()).unwrap_or_default());
    let filter = use_filter(text::shared_accounts_filter);
    let sort = use_sort_in_address("account");
    let rows = use_rows(columns(place.clone()), all, filter.text(), Some(sort));
    let selected = rows.selected();
    let [is_sharing, is_stopping] = std::array::from_fn(|_| RwSignal::new(false));
    let stop = selected_action(
        ButtonKind::DangerText,
        text::shared_accounts_stop,
        move || is_stopping.set(true),
    );
    let share = write_button(
        ButtonKind::Primary,
        text::shared_accounts_share(),
        move || {
            is_sharing.set(true);
        },
    );
    let (of_page, of_copies, provider) = (place.clone(), place.clone(), use_provider());
    let notices = [
        cut_notice(shared),
        recent_change(move |subject| {
            let is_of_sharing = matches!(subject.kind, Kind::SharedAccount | Kind::Visibility);
            is_of_sharing && subject.repository() == Some(&of_page)
        }),
    ];
    let listing = Listing {
        id: "shared-accounts-title",
        title: text::shared_accounts_title(),
        count: text::shared_accounts_count,
        filter,
        rows: rows.grid(),
        read: ListRead::of_query(shared),
        nothing: live(text::shared_accounts_nothing),
        around: Around {
            standing: Standing::Tab,
            actions: share,
            selected: vec![stop],
            export: Export::of_place("shared-accounts", &place.to_string()),
            copies: Some(copy_written(
                live(move || vec![request.clone()]),
                live(move || described(&of_copies, &rows.matching(), provider)),
                text::copy_shares_left_out,
            )),
            notices: notices.into_any(),
            explain: explanation::of_shared_accounts,
            ..Around::default()
        },
    };
    let of_share = place.clone();
    let details = use_query(ShowRepository {
        repository: place.clone(),
    });
    let public = public_notice(place.clone(), details);
    view! {
        {facts(details)}
        {page_help(text::shared_accounts_purpose())}
        {public}
        {listing.view()}
        {dialog_while(is_sharing, move |close| share_dialog(of_share.clone(), close))}
        {dialog_while(is_stopping, move |close| {
            let chosen = rows.acted_on();
            let chosen = chosen.iter().filter_map(SharedAccount::name).collect();
            stop_dialog(place.clone(), shared, chosen, selected, close)
        })}
    }
    .into_any()
}

/// The blocks of those that have some, and how many have none.
fn described(place: &RepositoryPath, shares: &[SharedAccount], provider: Provider) -> Written {
    let resource = |shared: &SharedAccount| Resource::share(place, shared);
    let found: Vec<Resource> = shares.iter().filter_map(resource).collect();
    let without = (shares.len() - found.len()) as u64;
    let mut written = all(found, provider);
    written.left_out += without;
    written
}

/// Says that the list may go on where the service ends it.
fn cut_notice(shared: Query<Listed<SharedAccount>>) -> AnyView {
    let is_cut = move || {
        let rows = shared.value();
        rows.is_some_and(|rows| rows.received() >= ListSharedAccounts::MOST as u64)
    };
    let words = || {
        let most = ListSharedAccounts::MOST as u64;
        view! { <p class="banner warning">{t(text::shared_accounts_cut(most))}</p> }
    };
    live(move || shown(is_cut().then(words))).into_any()
}
