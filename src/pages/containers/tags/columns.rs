//! How a tag stands in the table.

use cloud_api::swr::Tag;
use cloud_api::{RepositoryPath, Subject};
use leptos::prelude::*;

use crate::change::state_pill::pending;
use crate::i18n::{Untrusted, t, text, visible};
use crate::live::{on, shown};
use crate::session::use_session;
use crate::table::cells::identifier::identifier_cell;
use crate::table::cells::size::size_cell;
use crate::table::cells::unnameable::unnameable;
use crate::table::cells::untold::told;
use crate::table::{Column, Columns, selectable_where};
use crate::ui::failure::{copy, copy_button};
use crate::ui::{ByHand, use_announcements};

/// The columns of a repository's tags.
pub fn columns(place: RepositoryPath) -> Columns<Tag> {
    Columns {
        key: |tag| tag.name().to_owned(),
        name: |tag| tag.name().to_owned(),
        selectable: Some(|tag| selectable_where(tag.tag_name().is_some(), text::table_unnameable)),
        columns: vec![
            Column::text("name", text::sync_jobs_tag())
                .of(Tag::name)
                .exported("Tag", Tag::name)
                .searched()
                .cell(move |tag| name_cell(&place, tag))
                .wide(9.0, 1.5),
            Column::number("size", text::repositories_size())
                .of_count(|tag: &Tag| tag.size)
                .exported_words("size", |tag| told(tag.size))
                .cell(|tag| size_cell(tag.size))
                .wide(6.0, 0.5),
            Column::text("digest", text::tags_digest())
                .of(|tag: &Tag| &tag.digest)
                .exported("digest", |tag| &tag.digest)
                .copied(text::tags_copy_digest, |tag| tag.digest.clone())
                .searched()
                .cell(digest)
                .wide(13.5, 1.0),
            Column::number("pushed", text::tags_pushed())
                .of_time(|tag: &Tag| &tag.updated)
                .exported("updated", |tag| &tag.updated)
                .wide(8.0, 0.6)
                .fact(),
            Column::text("account", text::tags_account())
                .of(|tag: &Tag| &tag.domain_id)
                .exported("domain_id", |tag| &tag.domain_id)
                .cell(|tag| account(&tag.domain_id))
                .wide(8.0, 0.6)
                .leaves_room(),
            Column::plain(text::tags_pull())
                .copied(text::tags_copy_pull, |tag: &Tag| {
                    tag.pull_command().unwrap_or_default()
                })
                .cell(pull)
                .wide(11.0, 0.75)
                .leaves_room(),
        ],
    }
}

fn name_cell(place: &RepositoryPath, tag: &Tag) -> AnyView {
    let subject = tag.tag_name().map(|tag| Subject::tag(place, &tag));
    view! {
        <Untrusted text=tag.name().to_owned() />
        " "
        {unnameable(subject.is_some())}
        {pending(subject)}
    }
    .into_any()
}

/// The button that copies the command to pull it.
fn pull(tag: &Tag) -> AnyView {
    let (announcements, by_hand) = (use_announcements(), ByHand::new());
    shown(tag.pull_command().map(|command| {
        view! {
            <button
                type="button"
                class="button quiet"
                tabindex="-1"
                on:click=on(move |_| copy(announcements, by_hand, &command))
            >
                {t(text::tags_copy_pull())}
            </button>
            {by_hand.field()}
        }
    }))
}

/// The account that a tag is of: by name when it is the person's own, by its ID otherwise.
fn account(id: &str) -> AnyView {
    let identity = untrack(|| use_session().identity());
    let own = identity.filter(|own| own.account_id == id && !id.is_empty());
    match own {
        Some(own) => view! { <Untrusted text=own.account_name.clone() /> }.into_any(),
        None => identifier_cell(id.to_owned()),
    }
}

/// The digest's two ends on a button that shows the whole.
fn digest(tag: &Tag) -> AnyView {
    /// Characters kept before and behind the middle: enough to tell images apart.
    const BEFORE: usize = 15;
    const BEHIND: usize = 6;
    let whole = visible(&tag.digest);
    let characters: Vec<char> = whole.chars().collect();
    if characters.len() <= BEFORE + BEHIND + 1 {
        return view! { <bdi class="identifier">{whole}</bdi> }.into_any();
    }
    let mut short: String = characters.iter().take(BEFORE).collect();
    short.push('…');
    short.extend(characters.iter().skip(characters.len() - BEHIND));
    let id = format!("digest-{}", tag.name());
    view! {
        <button
            type="button"
            class="button quiet identifier"
            tabindex="-1"
            translate="no"
            popovertarget=id.clone()
        >
            {short}
        </button>
        <div id=id class="popover" popover="auto">
            <p class="identifier">
                <Untrusted text=tag.digest.clone() />
            </p>
            {copy_button(text::tags_copy_digest(), tag.digest.clone())}
        </div>
    }
    .into_any()
}
