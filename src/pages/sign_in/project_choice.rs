//! In which of several regions somebody is to be signed in.

use leptos::prelude::*;

use super::attempt::Attempt;
use crate::i18n::{t, text};
use crate::session::{MainProject, ProjectChoice};
use crate::ui::{ButtonKind, button};

/// A button for each; what was given before is used once more.
pub fn project_choice(attempt: Attempt, choice: &ProjectChoice) -> AnyView {
    let press = |project: &MainProject| {
        let (choice, project) = (choice.clone(), project.clone());
        let label = text::sign_in_in_region(project.region.to_string());
        button(ButtonKind::Plain, label, move || {
            if !attempt.is_busy() {
                attempt.run(choice.begin(&project));
            }
        })
    };
    view! {
        <div class="banner" role="group" aria-labelledby="project-choice">
            <div>
                <p id="project-choice">{t(text::sign_in_choose_project())}</p>
                <div class="failure-actions">
                    {choice.projects.iter().map(press).collect_view()}
                </div>
            </div>
        </div>
    }
    .into_any()
}
