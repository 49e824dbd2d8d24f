//! What is told before images are answered: which, for whom, what follows, and what is left out.

use cloud_api::ims::{Answerable, Decision, MemberStatus};
use leptos::prelude::*;
use words::machine_image::member_status_words;

use super::answered::Answered;
use crate::i18n::{Message, Untrusted, between_sentences, t, text, use_i18n};
use crate::live::{live, shown};
use crate::pages::machine_images::members_look::{left_as_it_is, lines_of, not_read};
use crate::session::use_session;
use crate::ui::{Icon, IconName};

/// The images that are answered, each with how it stands, and those that are not, each with why; reacts.
pub fn images(answered: Answered) -> AnyView {
    let words = use_i18n();
    let look = answered.members;
    if !look.is_read() {
        return look.progress();
    }
    let (mut open, mut left): (Vec<Message>, Vec<Message>) = (Vec::new(), Vec::new());
    look.read.with(|read| {
        for (image, members) in read {
            let name = look.name(image);
            let members = match members {
                Ok(members) => members,
                Err(error) => {
                    left.push(not_read(name, error, words));
                    continue;
                }
            };
            match (answered.answerable(members), answered.decision) {
                (Answerable::Open(status), _) => {
                    let status = status_words(status);
                    open.push(text::answer_stands(image.to_string(), name, status));
                }
                (Answerable::Already, Decision::Accepted) => {
                    left.push(text::answer_already_accepted(name));
                }
                (Answerable::Already, Decision::Rejected) => {
                    left.push(text::answer_already_rejected(name));
                }
                (Answerable::Otherwise, _) => left.push(text::answer_otherwise(name)),
                (Answerable::NotShared, _) if !members.are_all_known() => {
                    left.push(text::answer_unread(name));
                }
                (Answerable::NotShared, _) => left.push(text::answer_not_shared(name)),
            }
        }
    });
    [lines_of(open), left_as_it_is(left)].into_any()
}

/// How a member stands, in words where that is a known word of the service.
fn status_words(status: String) -> Message {
    match MemberStatus::named(&status) {
        Some(known) => member_status_words(known),
        None if status.is_empty() => text::level_not_told(),
        None => text::item_name(status),
    }
}

/// For which project it is answered, and what follows.
pub fn follows(answered: Answered) -> AnyView {
    let identity = use_session().identity();
    let (account, project) = identity.map_or_else(Default::default, |identity| {
        (identity.account_name.clone(), identity.region.to_string())
    });
    let id = answered.project.get_value().to_string();
    let (whose, consequence, icon) = match answered.decision {
        Decision::Accepted => (
            text::answer_accept_for(account, project),
            text::answer_accept_consequence(),
            IconName::Neutral,
        ),
        Decision::Rejected => (
            text::answer_reject_for(account, project),
            text::received_rejected_can(),
            IconName::Warning,
        ),
    };
    let no_undo = live(move || {
        let pending = Answerable::Open(MemberStatus::Pending.name().to_owned());
        let is_pending = answered.members.read.with(|read| {
            let mut known = read.iter().filter_map(|(_, members)| members.as_ref().ok());
            known.any(|members| answered.answerable(members) == pending)
        });
        shown(is_pending.then(|| view! { <p>{t(text::answer_not_pending_again())}</p> }))
    });
    view! {
        <div id="dialog-description" class="consequence">
            <Icon name=icon />
            <div>
                <p>
                    {t(whose)} {between_sentences()} <span class="identifier">
                        <Untrusted text=id />
                    </span>
                </p>
                <p>{t(consequence)}</p>
                {no_undo}
            </div>
        </div>
    }
    .into_any()
}
