//! The native modal dialog: name is the title, description the consequence, focus returns to what
//! had it before.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

use super::announcement::Announcements;
use super::focus::{focus, focus_again};
use super::urgent::Urgent;
use crate::browser::console::note;
use crate::i18n::{Message, use_i18n};
use crate::live::{Live, follow, live, on, shown};
use crate::route::Navigation;

/// What stands above a dialog; reacts.
pub struct DialogTitle(Live<Message>);

impl From<Message> for DialogTitle {
    fn from(title: Message) -> Self {
        Self(live(move || title.clone()))
    }
}

impl From<Live<Message>> for DialogTitle {
    fn from(title: Live<Message>) -> Self {
        Self(title)
    }
}

/// A modal dialog that is open as long as it is mounted.
#[component]
pub fn Dialog(
    /// The title, which is also the dialog's name.
    #[prop(into)]
    title: DialogTitle,
    /// Runs when the person leaves it without acting.
    on_close: Callback<()>,
    /// What stands under the title; the first element with `data-first-focus` gets the focus.
    children: Children,
) -> impl IntoView {
    let words = use_i18n();
    let dialog = NodeRef::<html::Dialog>::new();
    let before = document()
        .active_element()
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let before = StoredValue::new_local(before);
    let path = use_context::<Navigation>().map(Navigation::path);
    let opened_at = StoredValue::new(path.map(|path| path.get_untracked()));
    let is_left = StoredValue::new(false);
    // A link in it leads to another page, which it would hide.
    follow(move || {
        let path = path.map(|path| path.get());
        if opened_at.with_value(|opened_at| *opened_at != path) {
            is_left.set_value(true);
            on_close.run(());
        }
    });
    let announcements = use_context::<Announcements>();
    let urgent = use_context::<Urgent>();
    follow(move || {
        let Some(element) = dialog.get() else { return };
        if !element.open()
            && let Err(refusal) = element.show_modal()
        {
            note("the dialog did not open", &refusal);
        }
        if let Some(announcements) = announcements {
            announcements.foreground.enter(element.clone().into());
        }
        let first = element.query_selector("[data-first-focus]").ok().flatten();
        if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
            focus(&first);
            // What stands above the buttons is read first, also where not all of it fits.
            element.set_scroll_top(0);
        }
    });
    on_cleanup(move || {
        // What is told would leave the page with the dialog.
        if let Some((announcements, Some(element))) = announcements.zip(dialog.try_get_untracked())
        {
            announcements.foreground.leave(&element.into());
        }
        // The page that the link has led to has the focus.
        if let Some(Some(element)) = before.try_get_value()
            && is_left.try_get_value() != Some(true)
        {
            // What the dialog has done is on the page by then.
            request_animation_frame(move || focus_again(&element));
        }
    });
    view! {
        <dialog
            node_ref=dialog
            class="dialog"
            aria-labelledby="dialog-title"
            aria-describedby="dialog-description"
            on:cancel=on(move |event: leptos::ev::Event| {
                event.prevent_default();
                on_close.run(());
            })
        >
            <h2 id="dialog-title" class="dialog-title">
                {live(move || words.show(&title.0()))}
            </h2>
            {urgent.map(Urgent::view)}
            {children()}
        </dialog>
    }
}

/// A dialog while it is open.
pub fn dialog_while(
    is_open: RwSignal<bool>,
    content: impl Fn(Callback<()>) -> AnyView + Send + 'static,
) -> AnyView {
    boxed_dialog_while(is_open, Box::new(content))
}

/// What stands in a dialog, which it may close.
type Content = Box<dyn Fn(Callback<()>) -> AnyView + Send>;

/// The same, compiled once for all dialogs.
fn boxed_dialog_while(is_open: RwSignal<bool>, content: Content) -> AnyView {
    let close = Callback::new(move |()| is_open.set(false));
    live(move || shown(is_open.get().then(|| untrack(|| content(close))))).into_any()
}
