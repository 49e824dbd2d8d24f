//! In which of several regions somebody is to be signed in.

use leptos::prelude::*;

use crate::i18n::{t, text};
use crate::session::{MainProject, ProjectChoice};
use crate::ui::{ButtonKind, button};

/// A button for each; what was given before is used once more.
pub fn project_choice(
    choice: &ProjectChoice,
    press: impl Fn(&ProjectChoice, &MainProject) + Copy + 'static,
) -> AnyView {
    let one = |project: &MainProject| {
        let (choice, project) = (choice.clone(), project.clone());
        let of_region = choice
            .projects
            .iter()
            .filter(|it| it.region == project.region);
        let region = project.region.to_string();
        let label = match of_region.count() {
            1 => text::sign_in_in_region(region),
            _ => text::sign_in_in_project(project.id.to_string(), region),
        };
        button(ButtonKind::Plain, label, move || press(&choice, &project))
    };
    view! {
        <div class="banner" role="group" aria-labelledby="project-choice">
            <div>
                <p id="project-choice">{t(text::sign_in_choose_project())}</p>
                <div class="failure-actions">
                    {choice.projects.iter().map(one).collect_view()}
                </div>
            </div>
        </div>
    }
    .into_any()
}
