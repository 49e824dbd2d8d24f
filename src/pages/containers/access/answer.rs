//! Who can get the images, in one sentence above the table.

use cloud_api::RepositoryPath;
use cloud_api::swr::AccessPlace;
use leptos::prelude::*;
use words::access::{Answer, answer};

use super::reads::Reads;
use crate::i18n::{between_sentences, t, text, use_i18n};
use crate::live::{live, shown};
use crate::pages::containers::routes::{RepositoryTab, Route};
use crate::query::Query;

/// The sentence, once one of the lists was read.
pub fn answer_line(reads: Reads) -> AnyView {
    let words = use_i18n();
    let sentence = move || {
        let is_read = reads.access.is_read() || reads.above.is_some_and(Query::is_read);
        if !is_read {
            return ().into_any();
        }
        let who = reads.who();
        let is_public = reads.is_public() == Some(true);
        let Answer { head, rest } = reads
            .place
            .with_value(|place| answer(place, who.count(), who.is_whole, is_public));
        view! {
            <strong>{words.show(&head)}</strong>
            <span class="answer-how">{words.show(&rest)}</span>
        }
        .into_any()
    };
    let shared = reads.place.with_value(|place| match place {
        AccessPlace::Repository(repository) => Some(shared_accounts(reads, repository)),
        AccessPlace::Organization(_) => None,
    });
    view! { <p class="answer awaited">{live(sentence)}{shown(shared)}</p> }.into_any()
}

/// How many accounts of others can pull, leading to them.
fn shared_accounts(reads: Reads, repository: &RepositoryPath) -> AnyView {
    let tab = Route::Repository(repository.clone(), RepositoryTab::SharedAccounts).to_string();
    live(move || {
        let count = reads
            .sharing_accounts()
            .map(|accounts| accounts.len() as u64);
        let failed = reads.shared.and_then(Query::error);
        let words = match (count, failed) {
            (_, Some(_)) => Some(text::access_shared_failed()),
            (Some(count), None) => (count > 0).then(|| text::access_shared(count)),
            (None, None) => None,
        };
        shown(words.map(|words| {
            let tab = tab.clone();
            view! {
                {between_sentences()}
                <a href=tab>{t(words)}</a>
            }
        }))
    })
    .into_any()
}
