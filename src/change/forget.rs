//! Taking changes out of what this browser keeps; asked for once more, for nothing brings them back.

use leptos::prelude::*;

use crate::i18n::{Message, t, text};
use crate::live::{live, on, shown};
use crate::ui::{ButtonKind, Dialog, button};
use crate::work::{Entry, use_work};

/// The button that forgets a change, while nothing of it is under way.
pub fn forget_button(entry: Entry) -> AnyView {
    let work = use_work();
    let asks = Asks {
        action: text::activity_forget(),
        title: text::activity_forget_title(),
        consequence: text::activity_forget_consequence(),
    };
    asking(
        asks,
        move || work.may_forget(entry),
        move || work.forget(entry),
    )
}

/// The button that forgets all changes that have ended, while there are any.
pub fn forget_all_button() -> AnyView {
    let work = use_work();
    let asks = Asks {
        action: text::activity_forget_all(),
        title: text::activity_forget_all_title(),
        consequence: text::activity_forget_all_consequence(),
    };
    let may = move || {
        let mut entries = work.entries().into_iter();
        entries.any(|entry| work.may_forget(entry))
    };
    asking(asks, may, move || work.forget_all())
}

/// What is asked.
#[derive(Clone)]
struct Asks {
    action: Message,
    title: Message,
    consequence: Message,
}

fn asking(
    asks: Asks,
    may: impl Fn() -> bool + Send + 'static,
    forget: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    let is_open = RwSignal::new(false);
    let action = asks.action.clone();
    let offer = move || {
        let open = move || is_open.set(true);
        shown(may().then(|| button(ButtonKind::Quiet, action.clone(), open)))
    };
    let forget = Callback::new(move |()| {
        is_open.set(false);
        forget();
    });
    let dialog = move || {
        shown(
            is_open
                .get()
                .then(|| question(asks.clone(), is_open, forget)),
        )
    };
    view! {
        {live(offer)}
        {live(dialog)}
    }
    .into_any()
}

fn question(asks: Asks, is_open: RwSignal<bool>, forget: Callback<()>) -> AnyView {
    let on_close = Callback::new(move |()| is_open.set(false));
    view! {
        <Dialog title=asks.title on_close>
            <p id="dialog-description" class="consequence">
                {t(asks.consequence)}
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
                {button(ButtonKind::Danger, asks.action, move || forget.run(()))}
            </div>
        </Dialog>
    }
    .into_any()
}
