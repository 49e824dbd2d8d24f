//! What is told or asked while a dialog is open stands in that dialog, within reach.

use gloo_timers::future::TimeoutFuture;
use image_console::i18n::{provide_i18n, text};
use image_console::ui::{
    Announcements, Dialog, NotificationArea, Question, Urgent, provide_announcements,
    provide_urgent,
};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::Screen;

/// A page with two dialogs, of which one may be opened from the other.
struct Page {
    screen: Screen,
    announcements: Announcements,
    urgent: Urgent,
    first: RwSignal<bool>,
    second: RwSignal<bool>,
}

fn dialog_while(is_open: RwSignal<bool>) -> AnyView {
    let close = Callback::new(move |()| is_open.set(false));
    let dialog = move || {
        view! {
            <Dialog title=text::undo_action() on_close=close>
                <p id="dialog-description">"about"</p>
            </Dialog>
        }
    };
    view! { {move || is_open.get().then(dialog)} }.into_any()
}

async fn page() -> Page {
    let owner = Owner::new();
    let (first, second) = owner.with(|| (RwSignal::new(false), RwSignal::new(false)));
    let made = std::rc::Rc::new(std::cell::RefCell::new(None));
    let into = std::rc::Rc::clone(&made);
    let screen = Screen::mount(move || {
        provide_i18n();
        *into.borrow_mut() = Some((provide_announcements(), provide_urgent()));
        view! {
            {dialog_while(first)}
            {dialog_while(second)}
            <NotificationArea />
        }
        .into_any()
    });
    std::mem::forget(owner);
    let (announcements, urgent) = made.borrow_mut().take().unwrap();
    TimeoutFuture::new(0).await;
    Page {
        screen,
        announcements,
        urgent,
        first,
        second,
    }
}

impl Page {
    async fn show(&self, dialog: RwSignal<bool>, is_open: bool) {
        dialog.set(is_open);
        TimeoutFuture::new(0).await;
    }

    /// In how many dialogs the places stand in which things are told; 0 is the page itself.
    fn depth(&self) -> usize {
        let region = self.screen.get("section.toasts");
        let front = region.closest("dialog").unwrap();
        let dialogs = self.screen.count("dialog");
        front.map_or(0, |front| {
            (0..dialogs)
                .find(|place| self.screen.nth("dialog", *place) == front)
                .map_or(0, |place| place + 1)
        })
    }
}

#[wasm_bindgen_test]
async fn a_notification_can_be_dismissed_while_a_dialog_is_open() {
    let page = page().await;
    page.show(page.first, true).await;
    page.announcements.tell(text::copy_done());
    TimeoutFuture::new(0).await;
    page.screen.dialog_button("Dismiss").click();
    TimeoutFuture::new(0).await;
    assert!(page.screen.find(".toast").is_none());
}

#[wasm_bindgen_test]
async fn what_is_told_stays_on_the_page_when_its_dialog_closes() {
    let page = page().await;
    page.show(page.first, true).await;
    page.announcements.tell(text::copy_done());
    page.show(page.first, false).await;
    assert_eq!(page.depth(), 0);
    page.screen.button("Dismiss").click();
    TimeoutFuture::new(0).await;
    assert!(page.screen.find(".toast").is_none());
}

#[wasm_bindgen_test]
async fn live_regions_stand_in_the_dialog_that_is_in_front() {
    let page = page().await;
    assert_eq!(page.depth(), 0);
    page.show(page.first, true).await;
    assert_eq!(page.depth(), 1);
    page.show(page.second, true).await;
    assert_eq!(page.depth(), 2);
    assert_eq!(page.screen.count("dialog [aria-live]"), 2);
    page.show(page.second, false).await;
    assert_eq!(page.depth(), 1);
    page.show(page.first, false).await;
    assert_eq!(page.depth(), 0);
    assert_eq!(page.screen.count("[aria-live]"), 2);
}

#[wasm_bindgen_test]
async fn what_everything_waits_for_is_asked_in_an_open_dialog() {
    let page = page().await;
    page.show(page.first, true).await;
    let second = page.second;
    page.urgent.set(Some(Question {
        message: text::session_expired(),
        action: text::session_sign_in_again(),
        act: Callback::new(move |()| second.set(true)),
    }));
    TimeoutFuture::new(0).await;
    page.screen.dialog_button("Sign in again").click();
    TimeoutFuture::new(0).await;
    assert_eq!(page.screen.count("dialog[open]"), 2);
    page.urgent.set(None);
    TimeoutFuture::new(0).await;
    assert_eq!(page.screen.count("dialog .banner"), 0);
}
