//! Before tags are deleted: which, and which other names of the same images stay.

use std::collections::BTreeMap;

use changes::{PlannedWrite, RestsOn};
use cloud_api::swr::{ChosenTag, ChosenTags, DeleteTag, Tag};
use cloud_api::{Before, Mutation, RepositoryPath, TagName};
use leptos::prelude::*;
use words::list::listed;

use crate::change::confirmation::Confirmation;
use crate::change::copy_as::Copies;
use crate::change::look::Look;
use crate::change::write_dialog::{Counted, Ends, WriteDialog, plan_of};
use crate::i18n::{Message, t, text, use_i18n};
use crate::live::{derived, live};
use crate::query::List;
use crate::table::Selected;
use crate::ui::ButtonKind;
use crate::ui::bounded::bounded;

/// The dialog. All tags are read once more before anything is sent: a name that was pushed anew
/// meanwhile stands for another image.
pub fn delete_dialog(
    place: RepositoryPath,
    list: List<Tag>,
    chosen: Vec<TagName>,
    selected: Selected,
    on_close: Callback<()>,
) -> AnyView {
    let words = use_i18n();
    let count = chosen.len();
    let confirmation = Confirmation::for_count(count);
    let repository = place.to_string();
    let chosen = StoredValue::new(chosen);
    let picture = move || chosen.with_value(|chosen| ChosenTags::among(&list.rows.get(), chosen));
    let place = StoredValue::new(place);
    let planned = move || -> Vec<PlannedWrite> {
        let picture = picture();
        let listed: BTreeMap<&str, &str> = picture
            .iter()
            .filter(|tag| tag.is_listed)
            .map(|tag| (tag.name, tag.digest))
            .collect();
        let planned = |tag: TagName| {
            let digest = listed.get(tag.as_str())?;
            Some(place.with_value(|place| plan(place, tag, digest)))
        };
        let chosen = chosen.get_value().into_iter();
        chosen.filter_map(planned).collect()
    };
    let items = move || {
        let line = |tag| Some(view! { <li>{words.show(&line(tag))}</li> }.into_any());
        bounded(picture().iter(), line)
    };
    let content = view! {
        <ul class="dialog-list" tabindex="0">{live(items)}</ul>
        <p id="dialog-description" class="consequence">
            {t(text::tags_consequence())}
        </p>
    };
    let title = move || text::tags_delete_count(count as u64);
    let error = move || list.status.error.get();
    WriteDialog {
        title: title(),
        place: Some(repository),
        content: content.into_any(),
        copies: Copies::Requests(live(planned)),
        confirmation,
        kind: ButtonKind::Danger,
        action: title(),
        check: Box::new(|| true),
        look: Look::over(move || list.status.read_again(), picture, error),
        rests_on: RestsOn::WhatWasShown,
        not_read: text::tags_not_checked(),
        plan: Box::new(move || plan_of(planned())),
        ends: Ends::WhenSent(Box::new(move |_| selected.clear_acted_on())),
        on_close,
    }
    .show_counted(Counted {
        nothing: text::cancel_nothing_left(),
        count: derived(move || planned().len()),
        says: text::tags_delete_count,
        title: None,
    })
}

fn plan(place: &RepositoryPath, tag: TagName, digest: &str) -> PlannedWrite {
    PlannedWrite {
        names: vec![tag.to_string()],
        mutation: Mutation::DeleteTag(DeleteTag {
            repository: place.clone(),
            tag,
        }),
        before: match digest {
            "" => Before::Nothing,
            digest => Before::Tag(digest.to_owned()),
        },
    }
}

/// Other names that are told of one image.
const NAMED: usize = 10;

fn line(tag: ChosenTag<'_>) -> Message {
    let name = tag.name.to_owned();
    let named = &tag.others[..tag.others.len().min(NAMED)];
    let more = tag.others.len() - named.len();
    match named {
        _ if !tag.is_listed => text::tags_gone(name),
        [] => text::tags_chosen(name),
        named if more == 0 => text::tags_also(name, listed(named)),
        named => text::tags_also_more(more as u64, name, listed(named)),
    }
}
