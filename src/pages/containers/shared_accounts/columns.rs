//! How an account that a repository is shared with stands in the table.

use cloud_api::swr::SharedAccount;
use cloud_api::{RepositoryPath, Subject};
use leptos::prelude::*;
use words::level::permit_name;

use super::valid_until::{deadline_rank, valid_until};
use crate::change::state_pill::pending;
use crate::i18n::{Untrusted, text, use_i18n};
use crate::live::live;
use crate::table::cells::unnameable::unnameable;
use crate::table::{Column, Columns, selectable_where};

/// The columns of a repository's shared accounts.
pub fn columns(place: RepositoryPath) -> Columns<SharedAccount> {
    Columns {
        key: |shared| shared.account.clone(),
        name: |shared| shared.account.clone(),
        selectable: Some(|shared| {
            selectable_where(shared.name().is_some(), text::table_unnameable)
        }),
        columns: vec![
            Column::text("account", text::shared_accounts_account())
                .of(|shared: &SharedAccount| &shared.account)
                .exported("access_domain", |shared| &shared.account)
                .searched()
                .cell(move |shared| account_cell(&place, shared))
                .wide(9.0, 1.5),
            Column::text("permit", text::shared_accounts_permit())
                .of(|shared: &SharedAccount| &shared.permit)
                .exported("permit", |shared| &shared.permit)
                .cell(permit_cell)
                .wide(5.0, 0.5)
                .fact(),
            Column::text("valid-until", text::shared_accounts_valid_until())
                .of_rank(deadline_rank)
                .exported("deadline", |shared| &shared.deadline)
                .cell(valid_until)
                .wide(19.5, 1.0)
                .own_line(),
            Column::number("since", text::shared_accounts_since())
                .of_time(|shared: &SharedAccount| &shared.created)
                .exported("created", |shared| &shared.created)
                .wide(8.5, 0.5)
                .leaves_room(),
            Column::text("shared-by", text::shared_accounts_shared_by())
                .of(|shared: &SharedAccount| &shared.creator_name)
                .exported("creator_name", |shared| &shared.creator_name)
                .searched()
                .wide(6.5, 0.75)
                .leaves_room(),
            Column::text("description", text::permissions_description())
                .of(|shared: &SharedAccount| &shared.description)
                .exported("description", |shared| &shared.description)
                .searched()
                .wide(6.25, 1.25)
                .leaves_room()
                .own_line(),
        ],
    }
}

fn account_cell(place: &RepositoryPath, shared: &SharedAccount) -> AnyView {
    let name = shared.name();
    let reason = unnameable(name.is_some());
    let subject = name.map(|account| Subject::shared_account(place, &account));
    view! {
        <Untrusted text=shared.account.clone() />
        " "
        {reason}
        {pending(subject)}
    }
    .into_any()
}

fn permit_cell(shared: &SharedAccount) -> AnyView {
    let words = use_i18n();
    let permit = permit_name(&shared.permit);
    live(move || words.show(&permit)).into_any()
}
