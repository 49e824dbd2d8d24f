//! Before sharing with accounts is stopped: with whom, and what follows.

use changes::{PlannedWrite, RestsOn};
use cloud_api::swr::{AccountName, DeleteSharedAccount, SharedAccount};
use cloud_api::{Before, Listed, Mutation, RepositoryPath};
use leptos::prelude::*;

use super::valid_until::valid_until;
use crate::change::confirmation::Confirmation;
use crate::change::copy_as::Copies;
use crate::change::look::Look;
use crate::change::write_dialog::{Ends, WriteDialog, consequence};
use crate::i18n::{Message, Untrusted, t, text};
use crate::live::live;
use crate::query::Query;
use crate::table::Selected;
use crate::ui::ButtonKind;

/// A chosen account and its share, `None` when it is not listed any more.
type Standing = (AccountName, Option<SharedAccount>);

/// The dialog. The list is read once more before anything is sent, which is also what an undo rests
/// on: when a share is not as it was shown, the person looks again. Those that have gone meanwhile are
/// still sent, and the answer tells.
pub fn stop_dialog(
    place: RepositoryPath,
    shared: Query<Listed<SharedAccount>>,
    chosen: Vec<AccountName>,
    selected: Selected,
    on_close: Callback<()>,
) -> AnyView {
    let count = chosen.len();
    let repository = place.to_string();
    let chosen = StoredValue::new(chosen);
    let picture = move || -> Vec<Standing> {
        let rows = shared.value();
        let of = |account: AccountName| {
            let mut rows = rows.iter().flat_map(|rows| rows.iter());
            let row = rows.find(|row| row.account == account.as_str());
            (account, row.cloned())
        };
        chosen.get_value().into_iter().map(of).collect()
    };
    let place = StoredValue::new(place);
    let planned = move || -> Vec<PlannedWrite> {
        let standing = picture().into_iter();
        let plan = |standing| place.with_value(|place| plan(place, standing));
        standing.map(plan).collect()
    };
    let items = move || {
        let items: Vec<AnyView> = picture().into_iter().map(item).collect();
        items.into_any()
    };
    let content = [
        view! { <ul class="dialog-list" tabindex="0">{live(items)}</ul> }.into_any(),
        live(move || consequence(follows(&picture()))).into_any(),
    ];
    let title = || text::shared_accounts_stop(count as u64);
    WriteDialog {
        title: title(),
        place: Some(repository),
        content: content.into_any(),
        copies: Copies::Requests(live(planned)),
        confirmation: Confirmation::for_count(count),
        kind: ButtonKind::Danger,
        action: title(),
        check: Box::new(|| true),
        look: Look::over(move || shared.read_again(), picture, move || shared.error()),
        rests_on: RestsOn::WhatWasShown,
        not_read: text::shared_accounts_not_checked(),
        plan: Box::new(move || Some(vec![planned()])),
        ends: Ends::WhenSent(Box::new(move |_| selected.clear_acted_on())),
        on_close,
    }
    .show()
}

/// Who can no longer pull: whose share had ended could not before.
fn follows(standings: &[Standing]) -> Message {
    let shares = standings.iter().filter_map(|(_, shared)| shared.as_ref());
    match shares.filter(|shared| !shared.has_expired()).count() {
        0 => text::shared_accounts_consequence_none(),
        count => text::shared_accounts_consequence(count as u64),
    }
}

fn plan(place: &RepositoryPath, (account, shared): Standing) -> PlannedWrite {
    PlannedWrite {
        names: vec![account.to_string()],
        mutation: Mutation::DeleteSharedAccount(DeleteSharedAccount {
            repository: place.clone(),
            account,
        }),
        before: shared.map_or(Before::Nothing, Before::SharedAccount),
    }
}

fn item((account, shared): Standing) -> AnyView {
    let stands = match &shared {
        Some(shared) => valid_until(shared),
        None => t(text::shared_accounts_gone()).into_any(),
    };
    view! {
        <li>
            <Untrusted text=account.to_string() />
            " – "
            {stands}
        </li>
    }
    .into_any()
}
