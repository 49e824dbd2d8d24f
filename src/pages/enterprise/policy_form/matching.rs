//! Which repositories of the instance the typed conditions take now.

use cloud_api::Listed;
use cloud_api::enterprise::{Filter, Matching, Repository};
use leptos::prelude::*;
use words::replication_policy::cannot_tell_words;

use crate::i18n::{Message, t, text};
use crate::live::{derived, live, shown};
use crate::pages::enterprise::lines::lines_of;
use crate::pages::enterprise::lists;
use crate::pages::enterprise::place::Place;
use crate::query::List;
use crate::ui::failure::failure_of;

/// The repositories that match, read when this is first shown. `filters` reacts.
pub fn matching(
    place: &Place,
    filters: impl Fn() -> Vec<Filter> + Send + Sync + 'static,
) -> AnyView {
    let list = lists::repositories(place);
    let found = derived(move || {
        let filters = Listed::from(filters());
        match Matching::of(&filters) {
            Err(why) => Err(cannot_tell_words(&why)),
            Ok(matching) => Ok(taken(list, &matching)),
        }
    });
    let content = move || match found.get() {
        Err(why) => view! { <p>{t(why)}</p> }.into_any(),
        Ok(_) if list.status.read_at.get().is_none() => {
            let is_read = list.status.error.with(Option::is_none);
            shown(is_read.then(|| view! { <p>{t(text::table_loading())}</p> }))
        }
        Ok((names, all)) => {
            let count = names.len() as u64;
            let lines: Vec<Message> = names.into_iter().map(text::item_name).collect();
            view! {
                <p>{t(text::policy_matching(all, count))}</p>
                {lines_of(lines)}
            }
            .into_any()
        }
    };
    view! {
        <div aria-live="polite">{live(content)}</div>
        {failure_of(text::policy_repositories_not_read(), move || list.status.error.get(), None)}
    }
    .into_any()
}

/// The names of those that are taken, and how many there are in all; reacts.
fn taken(list: List<Repository>, matching: &Matching) -> (Vec<String>, u64) {
    list.rows.with(|rows| {
        let names = rows.iter().map(Repository::whole_name);
        let taken = names.filter(|name| matching.takes_repository(name));
        (taken.collect(), rows.len() as u64)
    })
}
