//! Signing out, in every tab of the person; asked for once more while something is under way.

use leptos::prelude::*;

use crate::browser::demo::leave_demo;
use crate::browser::environment::is_demo;
use crate::i18n::{Message, t, text};
use crate::live::{live, on, shown};
use crate::session::{Session, session_of_console};
use crate::ui::{Announcements, ButtonKind, Dialog, UnderWay, button, use_announcements};
use crate::work::{Work, end_session, tell_signing_out, use_work};

/// Signing out from anywhere; the question is not part of the button, which may stand in a menu that
/// closes.
#[derive(Clone, Copy)]
pub struct SigningOut {
    session: Session,
    announcements: Announcements,
    under_way: Option<UnderWay>,
    work: Work,
    is_asking: RwSignal<bool>,
}

/// Makes signing out possible for everything below.
pub fn provide_signing_out() {
    provide_context(SigningOut {
        session: session_of_console(),
        announcements: use_announcements(),
        under_way: use_context(),
        work: use_work(),
        is_asking: RwSignal::new(false),
    });
}

impl SigningOut {
    /// Signs out, or asks first.
    fn begin(self) {
        match self.under_way.is_some_and(UnderWay::is_now) {
            true => self.is_asking.set(true),
            false => self.sign_out(),
        }
    }

    fn sign_out(self) {
        self.is_asking.set(false);
        self.work.tell_signing_out();
        end(self.session, self.announcements);
    }
}

/// Who signs out in the demo leaves it: there is nobody to sign in as.
fn end(session: Session, announcements: Announcements) {
    end_session(session, announcements);
    if is_demo() {
        leave_demo();
    }
}

/// The button that signs out where nothing else of the console is there, and so nothing is under way.
pub fn sign_out_at_once() -> AnyView {
    let (session, announcements) = (session_of_console(), use_announcements());
    button(ButtonKind::Quiet, text::header_sign_out(), move || {
        tell_signing_out(session);
        end(session, announcements);
    })
}

/// The button that signs out.
pub fn sign_out_button() -> AnyView {
    let signing_out = use_context::<SigningOut>();
    button(ButtonKind::Quiet, text::header_sign_out(), move || {
        if let Some(signing_out) = signing_out {
            signing_out.begin();
        }
    })
}

/// The question, while it is asked.
pub fn sign_out_question() -> AnyView {
    let Some(signing_out) = use_context::<SigningOut>() else {
        return ().into_any();
    };
    let dialog = move || shown(signing_out.is_asking.get().then(|| question(signing_out)));
    live(dialog).into_any()
}

fn question(signing_out: SigningOut) -> AnyView {
    let close = Callback::new(move |()| signing_out.is_asking.set(false));
    leaving_question(text::header_sign_out(), close, move || {
        signing_out.sign_out();
    })
}

/// Asks whether to leave what is under way behind.
pub fn leaving_question(
    action: Message,
    on_close: Callback<()>,
    leave: impl Fn() + Send + 'static,
) -> AnyView {
    let (title, consequence) = (text::sign_out_title(), text::sign_out_consequence());
    question_of(title, consequence, action, on_close, leave)
}

/// A question before something is left behind for good.
pub fn question_of(
    title: Message,
    consequence: Message,
    action: Message,
    on_close: Callback<()>,
    leave: impl Fn() + Send + 'static,
) -> AnyView {
    view! {
        <Dialog title on_close>
            <p id="dialog-description" class="consequence">
                {t(consequence)}
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
                {button(ButtonKind::Danger, action, leave)}
            </div>
        </Dialog>
    }
    .into_any()
}
