//! What can be made of one image that another project shares, on its own page.

use cloud_api::ProjectId;
use cloud_api::ims::{Answerable, Decision, Image, ImageMembers, Member};
use leptos::prelude::*;

use super::answer_actions::AnswerActions;
use crate::i18n::{t, text};
use crate::live::{live, shown};
use crate::query::{List, Query};

/// The actions that would change how the image stands, or why there are none; `members` are those that
/// the project sees of the image.
pub fn answer_image(project: ProjectId, details: Query<Image>, members: List<Member>) -> AnyView {
    let actions = AnswerActions::closed();
    let of = project.clone();
    let answers = live(move || {
        let seen = ImageMembers {
            members: members.rows.get().to_vec(),
            ..ImageMembers::default()
        };
        let answerable = |wanted| Answerable::of(seen.of_project(&of), &of, wanted);
        if answerable(Decision::Accepted) == Answerable::Otherwise {
            return view! { <p class="note">{t(text::image_members_by_others())}</p> }.into_any();
        }
        let button = |wanted| {
            let is_open = answerable(wanted).is_open();
            shown(is_open.then(|| actions.button(wanted)))
        };
        view! {
            <p class="button-group">{button(Decision::Accepted)} {button(Decision::Rejected)}</p>
        }
        .into_any()
    });
    let images = move || {
        let image = details.value_untracked();
        image.iter().map(|image| (**image).clone()).collect()
    };
    view! {
        <p class="note">{t(text::image_members_only_own())}</p>
        {answers}
        {actions.dialogs(project, Box::new(images), Callback::new(|()| ()))}
    }
    .into_any()
}
