//! Before tags are deleted: which, and which other names of the same images stay.

use changes::RestsOn;
use cloud_api::swr::{DeleteTag, Tag, tags_sharing_digest};
use cloud_api::{Before, Mutation, TagName};
use leptos::prelude::*;

use crate::change::confirmation::Confirmation;
use crate::change::look::Look;
use crate::change::write_dialog::{Copies, Ends, WriteDialog};
use crate::i18n::{Message, t, text, use_i18n};
use crate::live::live;
use crate::pages::containers::place::Place;
use crate::query::List;
use crate::table::Selected;
use crate::ui::ButtonKind;
use crate::work::Planned;

/// The dialog. All tags are read once more before anything is sent: a name that was pushed anew
/// meanwhile stands for another image.
pub fn delete_dialog(
    place: Place,
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
    let picture = move || chosen.with_value(|chosen| picture(&list.rows.get(), chosen));
    let place = StoredValue::new(place);
    let planned = move || -> Vec<Planned> {
        let plan = |tag| place.with_value(|place| plan(place, tag));
        chosen.get_value().into_iter().map(plan).collect()
    };
    let items = move || {
        let items: Vec<AnyView> = picture()
            .iter()
            .map(|tag| view! { <li>{words.show(&line(tag))}</li> }.into_any())
            .collect();
        items.into_any()
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
        plan: Box::new(move || Some(vec![planned()])),
        ends: Ends::WhenSent(Box::new(move |_| selected.clear())),
        on_close,
    }
    .show()
}

fn plan(place: &Place, tag: TagName) -> Planned {
    Planned {
        names: vec![tag.to_string()],
        mutation: Mutation::DeleteTag(DeleteTag {
            organization: place.organization.clone(),
            repository: place.repository.clone(),
            tag,
        }),
        before: Before::Nothing,
    }
}

/// A chosen tag as it stands.
#[derive(Debug, PartialEq, Eq)]
struct Standing {
    name: String,
    /// Its image; `None` when the tag is not listed any more.
    digest: Option<String>,
    /// The other names of the image that are not chosen.
    others: Vec<String>,
}

fn picture(tags: &[Tag], chosen: &[TagName]) -> Vec<Standing> {
    let is_chosen = |name: &str| chosen.iter().any(|tag| tag.as_str() == name);
    let standing = |tag: &TagName| {
        let listed = tags.iter().find(|it| it.name() == tag.as_str());
        let others = tags_sharing_digest(tags, tag).into_iter();
        Standing {
            name: tag.to_string(),
            digest: listed.map(|tag| tag.digest.clone()),
            others: others
                .filter(|name| !is_chosen(name))
                .map(str::to_owned)
                .collect(),
        }
    };
    chosen.iter().map(standing).collect()
}

fn line(tag: &Standing) -> Message {
    let name = tag.name.clone();
    match &tag.digest {
        None => text::tags_gone(name),
        Some(_) if tag.others.is_empty() => text::tags_chosen(name),
        Some(_) => text::tags_also(name, tag.others.join(", ")),
    }
}
