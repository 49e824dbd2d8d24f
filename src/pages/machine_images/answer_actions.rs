//! What a project can make of images that others share with it: accept or reject them.

use cloud_api::ProjectId;
use cloud_api::ims::Decision;
use leptos::prelude::*;

use super::answer_dialog::{Answer, ToAnswer, answer_dialog};
use crate::i18n::{Message, text};
use crate::listing::selected_action::selected_action;
use crate::table::RowAction;
use crate::ui::{ButtonKind, button, dialog_while};

/// The words of an action for so many images.
type Words = fn(u64) -> Message;

/// Both actions and the one dialog that they open.
#[derive(Clone, Copy)]
pub struct AnswerActions {
    decision: RwSignal<Decision>,
    is_open: RwSignal<bool>,
}

impl AnswerActions {
    /// With the dialog closed.
    #[must_use]
    pub fn closed() -> Self {
        Self {
            decision: RwSignal::new(Decision::Accepted),
            is_open: RwSignal::new(false),
        }
    }

    /// For the rows of a table.
    #[must_use]
    pub fn of_rows(self) -> Vec<RowAction> {
        let action = |decision| {
            selected_action(ButtonKind::Plain, words(decision), move || {
                self.open(decision);
            })
        };
        vec![action(Decision::Accepted), action(Decision::Rejected)]
    }

    /// For one image.
    pub fn button(self, decision: Decision) -> AnyView {
        button(ButtonKind::Plain, words(decision)(1), move || {
            self.open(decision);
        })
    }

    fn open(self, decision: Decision) {
        self.decision.set(decision);
        self.is_open.set(true);
    }

    /// The dialog about these images, while it is open; `on_sent` runs once an answer is on its way.
    pub fn dialog(
        self,
        project: ProjectId,
        images: impl Fn() -> Vec<ToAnswer> + Send + 'static,
        on_sent: Callback<()>,
    ) -> AnyView {
        dialog_while(self.is_open, move |close| {
            let answer = Answer {
                decision: self.decision.get_untracked(),
                project: project.clone(),
                images: images(),
            };
            answer_dialog(answer, on_sent, close)
        })
    }
}

fn words(decision: Decision) -> Words {
    match decision {
        Decision::Accepted => text::work_accept_images,
        Decision::Rejected => text::work_reject_images,
    }
}
