//! What becomes of the sign-in that the tab was asked to keep, above the forms.

use std::num::NonZeroU16;

use leptos::prelude::*;

use super::reasons::reason_box_of;
use crate::config::use_config;
use crate::i18n::{t, text};
use crate::live::{live, shown};
use crate::session::{KeptSignIn, SessionState, resume_from_tab, session_of_console};
use crate::ui::failure::retry_button;
use crate::ui::{ButtonKind, button, use_announcements};

/// That it is checked, why it could not be, or that it has ended; nothing where there is none.
pub fn kept_note() -> AnyView {
    let session = session_of_console();
    let announcements = use_announcements();
    let forget = move || {
        if !session.forget_kept() {
            announcements.tell(text::sign_in_kept_not_forgotten());
        }
    };
    let again = Callback::new(move |()| resume_from_tab(session));
    let minutes = use_config().idle_minutes.map_or(0, NonZeroU16::get).into();
    let locked = move || match session.state() {
        SessionState::Locked(who) => {
            let jobs = (who.jobs > 0).then(|| view! { <p>{t(text::lock_jobs(who.jobs))}</p> });
            let goes_on = text::lock_who(who.user_name.clone());
            view! {
                <div class="banner">
                    <div>
                        <p>{t(text::lock_done(minutes))}</p>
                        <p>{t(goes_on)}</p>
                        {shown(jobs)}
                    </div>
                </div>
            }
            .into_any()
        }
        SessionState::SignedOut | SessionState::SignedIn(_) | SessionState::Expired(_) => {
            ().into_any()
        }
    };
    let note = move || match session.kept() {
        KeptSignIn::None => locked(),
        KeptSignIn::LeftAlone => {
            view! { <p class="banner">{t(text::lock_done(minutes))}</p> }.into_any()
        }
        KeptSignIn::NotFinished => view! {
            <p class="banner">{t(text::sign_in_not_finished(minutes))}</p>
            {locked()}
        }
        .into_any(),
        KeptSignIn::SignedOut => {
            view! { <p class="banner">{t(text::session_signed_out_elsewhere())}</p> }.into_any()
        }
        KeptSignIn::Checking => {
            view! { <p class="banner">{t(text::sign_in_kept_checking())}</p> }.into_any()
        }
        KeptSignIn::NotChecked(error) => {
            let actions = view! {
                <div class="failure-actions">
                    {retry_button(Some(again))}
                    {button(ButtonKind::Quiet, text::sign_in_kept_forget(), forget)}
                </div>
            };
            reason_box_of(text::sign_in_kept_not_checked(), &error, actions.into_any())
        }
        KeptSignIn::Ended(error) => {
            reason_box_of(text::sign_in_kept_ended(), &error, ().into_any())
        }
    };
    view! { <div role="status">{live(note)}</div> }.into_any()
}
