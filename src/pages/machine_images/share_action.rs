//! What can be made of images: they are shared.

use cloud_api::ProjectId;
use cloud_api::ims::Image;
use leptos::prelude::*;

use super::dialogs::{Asked, dialog_about};
use super::share_dialog::ShareImages;
use crate::i18n::text;
use crate::listing::selected_action::selected_action;
use crate::table::RowAction;
use crate::ui::{ButtonKind, dialog_while, write_button};

/// The action, with whether its dialog is open.
#[derive(Clone, Copy)]
pub struct ShareAction(RwSignal<bool>);

/// The images that are shared.
type Images = Box<dyn Fn() -> Vec<Image> + Send + Sync>;

impl ShareAction {
    /// With the dialog closed.
    #[must_use]
    pub fn closed() -> Self {
        Self(RwSignal::new(false))
    }

    /// For the rows of a table.
    #[must_use]
    pub fn of_rows(self) -> RowAction {
        selected_action(ButtonKind::Plain, text::share_images_action, move || {
            self.0.set(true);
        })
    }

    /// For one image.
    pub fn button(self) -> AnyView {
        write_button(ButtonKind::Plain, text::share_images_action(1), move || {
            self.0.set(true);
        })
    }

    /// The dialog about these images, while it is open; `on_sent` runs once they are on their way.
    pub fn dialog(self, project: ProjectId, images: Images, on_sent: Callback<()>) -> AnyView {
        dialog_while(self.0, move |close| {
            let share = ShareImages {
                project: project.clone(),
                images: images(),
            };
            dialog_about(Asked::Share(share, on_sent), close)
        })
    }
}
