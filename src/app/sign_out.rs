//! Signing out; asked for once more while something is under way.

use leptos::prelude::*;

use crate::i18n::{t, text};
use crate::live::{live, on, shown};
use crate::session::session_of_console;
use crate::ui::{ButtonKind, Dialog, UnderWay, button, use_announcements};

/// The button that signs out, and its dialog.
pub fn sign_out_button() -> AnyView {
    let session = session_of_console();
    let announcements = use_announcements();
    let under_way = use_context::<UnderWay>();
    let is_asking = RwSignal::new(false);
    let sign_out = Callback::new(move |()| {
        if !session.end() {
            announcements.tell(text::session_token_not_removed());
        }
    });
    let press = move || match under_way.is_some_and(UnderWay::is_now) {
        true => is_asking.set(true),
        false => sign_out.run(()),
    };
    let dialog = move || shown(is_asking.get().then(|| question(is_asking, sign_out)));
    view! {
        {button(ButtonKind::Quiet, text::header_sign_out(), press)}
        {live(dialog)}
    }
    .into_any()
}

fn question(is_asking: RwSignal<bool>, sign_out: Callback<()>) -> AnyView {
    let on_close = Callback::new(move |()| is_asking.set(false));
    view! {
        <Dialog title=text::sign_out_title() on_close>
            <p id="dialog-description" class="consequence">
                {t(text::sign_out_consequence())}
            </p>
            <div class="dialog-actions">
                <button
                    type="button"
                    class="button"
                    data-first-focus=""
                    on:click=on(move |_| on_close.run(()))
                >
                    {t(text::dialog_cancel())}
                </button>
                {button(ButtonKind::Danger, text::header_sign_out(), move || sign_out.run(()))}
            </div>
        </Dialog>
    }
    .into_any()
}
