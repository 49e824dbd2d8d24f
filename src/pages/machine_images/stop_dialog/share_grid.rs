//! Which images are shared with whom at this moment, and by which call each share is stopped.

use cloud_api::ims::{ImageId, Recipient, RecipientId, recipients_of};
use leptos::prelude::*;

use super::shares_read::SharesRead;
use crate::i18n::{Message, Untrusted, t, text, use_i18n, visible};
use crate::live::{derived, live, on, shown};
use crate::pages::machine_images::cells::kind_cell;
use crate::table::cells::identifier::shortened;
use crate::ui::bounded::{SHOWN, bounded};
use crate::ui::{Icon, IconName};

/// Recipients that stand side by side; more are a list.
const COLUMNS: usize = 6;

/// Calls that are told apart by colour; the next has the first one's again.
const COLOURS: usize = 4;

/// How far it is read, and then what was found; reacts to what was read alone, so that a box that is
/// ticked keeps the focus.
pub fn share_grid(read: SharesRead) -> AnyView {
    if !read.members.is_read() {
        return read.members.progress();
    }
    let found = read.found.get();
    let recipients = recipients_of(&found);
    let images: Vec<ImageId> = read.members.read.with(|all| {
        let known = all.iter().filter(|(_, members)| members.is_ok());
        known.map(|(image, _)| image.clone()).collect()
    });
    let possible = (images.len() * recipients.len()) as u64;
    let count = found.len() as u64;
    if count == 0 {
        return ().into_any();
    }
    let said = live(move || {
        let calls = read.calls.with(Vec::len) as u64;
        let now = text::stop_sharing_now(count, possible);
        match calls {
            0 => t(now),
            _ => t(text::stop_sharing_now_by(
                text::stop_sharing_calls(calls),
                now,
            )),
        }
    });
    let all = match recipients.len() <= COLUMNS {
        true => grid(read, &images, &recipients),
        false => list(read, recipients),
    };
    view! {
        <p>{said}</p>
        {all}
    }
    .into_any()
}

/// Images beside each other with recipients above them.
fn grid(read: SharesRead, images: &[ImageId], recipients: &[RecipientId]) -> AnyView {
    let words = use_i18n();
    let is_one = recipients.len() == 1;
    let header = |recipient: &RecipientId| {
        let name = name_of(recipient);
        let tick = match is_one {
            true => name,
            false => ticked(read, recipient.clone(), name),
        };
        view! {
            <th scope="col">
                {tick} <span class="field-hint">{kind_cell(recipient)}</span>
            </th>
        }
        .into_any()
    };
    let headers: Vec<AnyView> = recipients.iter().map(header).collect();
    let row = |image: &ImageId| {
        let cells = recipients.iter();
        let cells: Vec<AnyView> = cells
            .map(|recipient| cell(read, image.clone(), recipient.clone()))
            .collect();
        view! {
            <tr>
                <th scope="row">
                    <Untrusted text=read.members.name(image) />
                </th>
                {cells}
            </tr>
        }
        .into_any()
    };
    let rows: Vec<AnyView> = images.iter().take(SHOWN).map(row).collect();
    let more = images.len().saturating_sub(SHOWN) as u64;
    view! {
        <div
            class="share-grid"
            role="region"
            tabindex="0"
            aria-label=live(move || words.say(&text::stop_sharing_grid()))
        >
            <table>
                <thead>
                    <tr>
                        <th scope="col">{t(text::machine_images_image())}</th>
                        {headers}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {shown((more > 0).then(|| view! { <p>{t(text::list_more(more))}</p> }))}
    }
    .into_any()
}

/// How a share stands: stopped by which call, staying, or not there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stand {
    Stopped { call: usize, is_only: bool },
    Stays,
    NotShared,
}

impl Stand {
    fn of(read: SharesRead, image: &ImageId, recipient: &RecipientId) -> Self {
        let is_there = read.found.with(|found| {
            let mut found = found.iter();
            found.any(|it| it.image == *image && it.member.recipient_id() == *recipient)
        });
        if !is_there {
            return Self::NotShared;
        }
        let identifier = &*recipient.identifier;
        let call = read.calls.with(|calls| {
            let is_meant = |it: &Recipient| {
                it.identifier() == identifier && Some(it.kind()) == recipient.known_type()
            };
            let call = calls
                .iter()
                .position(|it| it.images.contains(image) && it.recipients.iter().any(is_meant));
            call.map(|call| Self::Stopped {
                call,
                is_only: calls.len() == 1,
            })
        });
        call.unwrap_or(Self::Stays)
    }

    fn words(self) -> Message {
        match self {
            Self::Stopped { call, .. } => text::stop_sharing_call(call as u64 + 1),
            Self::Stays => text::stop_sharing_stays(),
            Self::NotShared => text::stop_sharing_not_shared(),
        }
    }
}

fn cell(read: SharesRead, image: ImageId, recipient: RecipientId) -> AnyView {
    let stand = derived(move || Stand::of(read, &image, &recipient));
    let class = move || match stand.get() {
        Stand::Stopped { call, .. } => {
            Some(["call-1", "call-2", "call-3", "call-4"][call % COLOURS])
        }
        Stand::Stays | Stand::NotShared => None,
    };
    let content = move || {
        let stand = stand.get();
        let sign = match stand {
            Stand::Stopped { .. } => view! { <Icon name=IconName::Success /> }.into_any(),
            Stand::Stays | Stand::NotShared => {
                view! { <span aria-hidden="true">"–"</span> }.into_any()
            }
        };
        // Colours alone tell nobody which call it is.
        let number = match stand {
            Stand::Stopped {
                call,
                is_only: false,
            } => Some((call + 1).to_string()),
            _ => None,
        };
        view! {
            {sign}
            {shown(number.map(|number| view! { <small aria-hidden="true">{number}</small> }))}
            <span class="visually-hidden">{t(stand.words())}</span>
        }
        .into_any()
    };
    view! { <td class=live(class)>{live(content)}</td> }.into_any()
}

/// Each recipient with how many of the images it holds.
fn list(read: SharesRead, recipients: Vec<RecipientId>) -> AnyView {
    let line = |recipient: RecipientId| {
        let count = read.found.with_untracked(|found| {
            let held = found.iter();
            held.filter(|it| it.member.recipient_id() == recipient)
                .count()
        });
        let name = name_of(&recipient);
        let images = t(text::stop_sharing_images(count as u64));
        let label = view! { {name} ": " {images} }.into_any();
        Some(view! { <li>{ticked(read, recipient, label)}</li> }.into_any())
    };
    view! { <ul class="dialog-list" tabindex="0">{bounded(recipients.into_iter(), line)}</ul> }
        .into_any()
}

fn name_of(recipient: &RecipientId) -> AnyView {
    let whole = visible(&recipient.identifier);
    view! {
        <span class="identifier" title=whole.clone()>
            <Untrusted text=shortened(&whole) />
        </span>
    }
    .into_any()
}

/// A recipient that may keep what it holds.
fn ticked(read: SharesRead, recipient: RecipientId, label: AnyView) -> AnyView {
    let kept = read.kept;
    let of_box = recipient.clone();
    let is_ticked = move || !kept.with(|kept| kept.contains(&of_box));
    let tick = move |event: leptos::ev::Event| {
        let is_ticked = event_target_checked(&event);
        kept.update(|kept| {
            kept.retain(|it| *it != recipient);
            if !is_ticked {
                kept.push(recipient.clone());
            }
        });
    };
    view! {
        <label class="checkbox">
            <input type="checkbox" prop:checked=live(is_ticked) on:change=on(tick) />
            <span>{label}</span>
        </label>
    }
    .into_any()
}
