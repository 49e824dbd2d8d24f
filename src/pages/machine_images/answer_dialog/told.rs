//! What is told before images are answered: which, for whom, what follows, and what is left out.

use cloud_api::ims::{Answerable, Decision, MemberStatus};
use leptos::prelude::*;
use words::failure::details;

use super::answered::{Answered, ToAnswer};
use crate::i18n::{Message, Untrusted, t, text, use_i18n};
use crate::live::{live, shown};
use crate::pages::machine_images::cells::standing_pill;
use crate::session::use_session;
use crate::ui::bounded::bounded;
use crate::ui::{Icon, IconName};

/// The images that are answered, each with how it stands; reacts.
pub fn images(answered: Answered) -> AnyView {
    let line = |it: ToAnswer| {
        let Ok(Answerable::Open(status)) = answered.answerable(&it) else {
            return None;
        };
        let id = it.image().to_string();
        Some(
            view! {
                <li>
                    <Untrusted text=it.name() />
                    " "
                    <span class="identifier">
                        <Untrusted text=id />
                    </span>
                    " "
                    {standing_pill(&status)}
                </li>
            }
            .into_any(),
        )
    };
    lines(
        bounded(answered.open().into_iter(), line),
        answered.open().len(),
    )
}

/// Those that are not, each with why; reacts.
pub fn left_out(answered: Answered) -> AnyView {
    let words = use_i18n();
    let why = |it: &ToAnswer| {
        let name = it.name();
        match (answered.answerable(it), answered.decision) {
            (Ok(Answerable::Open(_)), _) => None,
            (Ok(Answerable::Already), Decision::Accepted) => {
                Some(text::answer_already_accepted(name))
            }
            (Ok(Answerable::Already), Decision::Rejected) => {
                Some(text::answer_already_rejected(name))
            }
            (Ok(Answerable::Otherwise), _) => Some(text::answer_otherwise(name)),
            (Ok(Answerable::NotShared), _) => Some(text::answer_not_shared(name)),
            (Err(error), _) => {
                let why = details(&error, |it| words.say(it));
                Some(text::region_check_not_read(name, why))
            }
        }
    };
    let all: Vec<Message> = answered
        .images
        .with(|images| images.iter().filter_map(why).collect());
    let count = all.len();
    let line =
        |line: Message| Some(view! { <li>{live(move || words.show(&line))}</li> }.into_any());
    let heading = (count > 0).then(|| view! { <p>{t(text::undo_left_alone())}</p> });
    view! {
        {shown(heading)}
        {lines(bounded(all.into_iter(), line), count)}
    }
    .into_any()
}

/// A list of so many lines; nothing without any.
fn lines(all: AnyView, count: usize) -> AnyView {
    shown((count > 0).then(|| {
        view! {
            <ul class="dialog-list" tabindex="0">
                {all}
            </ul>
        }
    }))
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
        let mut open = answered.open().into_iter();
        let is_pending = open.any(|it| answered.answerable(&it).as_ref() == Ok(&pending));
        shown(is_pending.then(|| view! { <p>{t(text::answer_not_pending_again())}</p> }))
    });
    view! {
        <div id="dialog-description" class="consequence">
            <Icon name=icon />
            <div>
                <p>
                    {t(whose)} " " <span class="identifier">
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
