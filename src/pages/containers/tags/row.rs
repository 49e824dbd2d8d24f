//! A tag in the table.

use cloud_api::Subject;
use cloud_api::swr::Tag;
use leptos::prelude::*;

use crate::change::card::pending;
use crate::i18n::{Untrusted, size_in_bytes, t, text, use_i18n, visible};
use crate::live::{live, on, shown};
use crate::pages::containers::place::Place;
use crate::session::use_session;
use crate::table::cells::age::{age_cell, time_to_sort_by};
use crate::table::{RowText, SortValue};
use crate::ui::failure::{copy, copy_button};
use crate::ui::use_announcements;

/// What a tag is found and sorted by.
pub fn row_text(tag: &Tag) -> RowText {
    RowText {
        key: tag.name().to_owned(),
        search: format!("{} {}", tag.name(), tag.digest),
        values: vec![
            ("name", SortValue::Text(tag.name().to_owned())),
            ("size", SortValue::Number(tag.size as i64)),
            ("digest", SortValue::Text(tag.digest.clone())),
            ("pushed", SortValue::Number(time_to_sort_by(&tag.updated))),
            ("account", SortValue::Text(tag.domain_id.clone())),
        ],
    }
}

/// A cell of the table.
pub fn cell(place: &Place, tag: &Tag, column: usize) -> AnyView {
    match column {
        0 => {
            let subject = tag.tag_name().map(|tag| Subject::Tag {
                organization: place.organization.clone(),
                repository: place.repository.clone(),
                tag,
            });
            view! {
                <Untrusted text=tag.name().to_owned() />
                " "
                {pending(subject)}
            }
            .into_any()
        }
        1 => {
            let (size, words) = (tag.size, use_i18n());
            live(move || size_in_bytes(size, words.language())).into_any()
        }
        2 => digest(tag),
        3 => age_cell(&tag.updated),
        4 => account(&tag.domain_id),
        _ => {
            let announcements = use_announcements();
            shown(tag.pull_command().map(|command| {
                view! {
                    <button
                        type="button"
                        class="button quiet"
                        tabindex="-1"
                        on:click=on(move |_| copy(announcements, &command))
                    >
                        {t(text::tags_copy_pull())}
                    </button>
                }
            }))
        }
    }
}

/// The account that a tag is of: by name when it is the person's own, by its ID otherwise.
fn account(id: &str) -> AnyView {
    let identity = untrack(|| use_session().identity());
    let own = identity.filter(|own| own.account_id == id && !id.is_empty());
    match own {
        Some(own) => view! { <Untrusted text=own.account_name.clone() /> }.into_any(),
        None => view! {
            <span class="identifier">
                <Untrusted text=id.to_owned() />
            </span>
        }
        .into_any(),
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
