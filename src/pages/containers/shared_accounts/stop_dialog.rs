//! Before sharing with accounts is stopped: with whom, and what follows.

use changes::{PlannedWrite, RestsOn};
use cloud_api::swr::{AccountName, DeleteSharedAccount, SharedAccount};
use cloud_api::{Before, Listed, Mutation, RepositoryPath};
use leptos::prelude::*;

use super::valid_until::valid_until;
use crate::change::confirmation::Confirmation;
use crate::change::copy_as::Copies;
use crate::change::look::Look;
use crate::change::write_dialog::{Counted, Ends, WriteDialog, consequence, plan_of};
use crate::i18n::{Message, Untrusted, t, text};
use crate::live::{derived, live};
use crate::query::Query;
use crate::table::Selected;
use crate::ui::ButtonKind;
use crate::ui::bounded::bounded;

/// A chosen account and its share, `None` when it is not listed any more.
type Standing = (AccountName, Option<SharedAccount>);

/// The dialog. The list is read once more before anything is sent, which is also what an undo rests
/// on: when a share is not as it was shown, the person looks again. Those that have gone meanwhile are
/// not sent.
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
        let plan = |(account, shared): Standing| {
            let shared = shared?;
            Some(place.with_value(|place| plan(place, account, shared)))
        };
        standing.filter_map(plan).collect()
    };
    let items = move || bounded(picture().into_iter(), |standing| Some(item(standing)));
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
        plan: Box::new(move || plan_of(planned())),
        ends: Ends::WhenSent(Box::new(move |_| selected.clear_acted_on())),
        on_close,
    }
    .show_counted(Counted {
        nothing: text::cancel_nothing_left(),
        count: derived(move || planned().len()),
        says: text::shared_accounts_stop,
        title: None,
    })
}

/// Who can no longer pull: whose share had ended could not before.
fn follows(standings: &[Standing]) -> Message {
    let shares = standings.iter().filter_map(|(_, shared)| shared.as_ref());
    match shares.filter(|shared| !shared.has_expired()).count() {
        0 => text::shared_accounts_consequence_none(),
        count => text::shared_accounts_consequence(count as u64),
    }
}

fn plan(place: &RepositoryPath, account: AccountName, shared: SharedAccount) -> PlannedWrite {
    PlannedWrite {
        names: vec![account.to_string()],
        mutation: Mutation::DeleteSharedAccount(DeleteSharedAccount {
            repository: place.clone(),
            account,
        }),
        before: Before::SharedAccount(shared),
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
            " "
            <span class="field-hint">{stands}</span>
        </li>
    }
    .into_any()
}
