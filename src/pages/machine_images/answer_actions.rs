//! What a project can make of images that others share with it: accept or reject them.

use cloud_api::ProjectId;
use cloud_api::ims::{Decision, Image};
use leptos::prelude::*;

use super::answer_dialog::Answer;
use super::dialogs::{Asked, dialog_about};
use crate::i18n::{Message, text};
use crate::listing::selected_action::selected_action;
use crate::table::RowAction;
use crate::ui::{ButtonKind, dialog_while, write_button};

/// Both actions, each with whether its dialog is open.
#[derive(Clone, Copy)]
pub struct AnswerActions {
    is_accepting: RwSignal<bool>,
    is_rejecting: RwSignal<bool>,
}

/// The images that are answered.
type Images = Box<dyn Fn() -> Vec<Image> + Send + Sync>;

impl AnswerActions {
    /// With both dialogs closed.
    #[must_use]
    pub fn closed() -> Self {
        Self {
            is_accepting: RwSignal::new(false),
            is_rejecting: RwSignal::new(false),
        }
    }

    /// For the rows of a table.
    #[must_use]
    pub fn of_rows(self) -> Vec<RowAction> {
        let action = |decision| {
            let is_open = self.is_open(decision);
            selected_action(ButtonKind::Plain, words(decision), move || {
                is_open.set(true);
            })
        };
        vec![action(Decision::Accepted), action(Decision::Rejected)]
    }

    /// For one image.
    pub fn button(self, decision: Decision) -> AnyView {
        let is_open = self.is_open(decision);
        write_button(ButtonKind::Plain, words(decision)(1), move || {
            is_open.set(true);
        })
    }

    fn is_open(self, decision: Decision) -> RwSignal<bool> {
        match decision {
            Decision::Accepted => self.is_accepting,
            Decision::Rejected => self.is_rejecting,
        }
    }

    /// The dialogs about these images, while they are open; `on_sent` runs once an answer is on its way.
    pub fn dialogs(self, project: ProjectId, images: Images, on_sent: Callback<()>) -> AnyView {
        let (project, images) = (StoredValue::new(project), StoredValue::new(images));
        let dialog = |decision| {
            dialog_while(self.is_open(decision), move |close| {
                let answer = Answer {
                    decision,
                    project: project.get_value(),
                    images: images.with_value(|images| images()),
                };
                dialog_about(Asked::Answer(answer, on_sent), close)
            })
        };
        [dialog(Decision::Accepted), dialog(Decision::Rejected)].into_any()
    }
}

fn words(decision: Decision) -> fn(u64) -> Message {
    match decision {
        Decision::Accepted => text::work_accept_images,
        Decision::Rejected => text::work_reject_images,
    }
}
