//! Another project of whoever is signed in, for which nothing has to be given again.

use leptos::prelude::*;

use super::attempt::Attempt;
use super::other_reasons::reason_of_any;
use crate::i18n::{t, text};
use crate::live::live;
use crate::session::{SignInError, session_of_console};
use crate::ui::{ButtonKind, Dialog, button};

/// The dialog; `on_close` runs when the person leaves it.
pub fn other_project_dialog(on_close: Callback<()>) -> AnyView {
    let session = session_of_console();
    let attempt = Attempt::new(|_| None, reason_of_any);
    // What is to be chosen is told as what is still missing.
    attempt.run(async move {
        let choice = session.other_projects().await?;
        Err(SignInError::SeveralProjects(choice))
    });
    let word = move || {
        attempt
            .is_waiting()
            .then(|| view! { <p>{t(text::table_loading())}</p> })
    };
    view! {
        <Dialog title=text::header_switch_project() on_close>
            <p id="dialog-description">{t(text::header_elsewhere_note())}</p>
            <div role="status">{live(word)}</div>
            {attempt.reason()}
            <div class="dialog-actions">
                {button(ButtonKind::Plain, text::dialog_cancel(), move || on_close.run(()))}
            </div>
        </Dialog>
    }
    .into_any()
}
