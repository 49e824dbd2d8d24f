//! Signing in: with a token, with a password, or with an access key.

mod attempt;
mod kept;
mod key_form;
mod other_project;
mod other_reasons;
mod other_ways;
mod password_form;
mod picture;
mod place_choice;
mod project_choice;
mod purpose;
mod reasons;
mod token_form;
mod unfinished;

use config::{Demo, PasswordSignIn, Place, SignIn};
use leptos::prelude::*;

use crate::browser::demo::open_demo;
use crate::browser::tab_title::name_tab;
use crate::config::use_config;
use crate::i18n::{Message, t, text, use_i18n};
use crate::live::{follow, live, on, shown};
use crate::session::{CameBy, session_of_console};
use crate::ui::{ButtonKind, Dialog, Held, button, focus_by_id, product_name};
use attempt::AtFoot;
use kept::kept_note;
pub use other_project::other_project_dialog;
use other_ways::{OtherWay, other_way};
use picture::picture;
use place_choice::place_choice;
pub use purpose::Purpose;
use purpose::came_by;
use token_form::TokenForm;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Token,
    Password,
    Key,
}

impl Way {
    /// Those that a person has here. Passwords are for the cloud's own pages where the file does not say
    /// otherwise.
    fn offered(password: PasswordSignIn) -> &'static [Self] {
        match password {
            PasswordSignIn::Offered => &[Self::Token, Self::Password, Self::Key],
            PasswordSignIn::Off => &[Self::Token, Self::Key],
        }
    }

    /// The one by which whoever may go on came, as far as that is known and offered.
    fn first(offered: &[Self]) -> Self {
        match came_by() {
            Some(CameBy::Key) => Self::Key,
            Some(CameBy::Password) if offered.contains(&Self::Password) => Self::Password,
            Some(CameBy::Password | CameBy::Token) | None => Self::Token,
        }
    }

    /// ID of its tab.
    fn tab(self) -> &'static str {
        match self {
            Self::Token => "sign-in-token",
            Self::Password => "sign-in-password",
            Self::Key => "sign-in-key",
        }
    }

    fn label(self) -> Message {
        match self {
            Self::Token => text::sign_in_with_token(),
            Self::Password => text::sign_in_with_password(),
            Self::Key => text::sign_in_with_key(),
        }
    }

    /// The one so many tabs further.
    fn next(self, offered: &[Self], step: usize) -> Self {
        let place = offered.iter().position(|way| *way == self);
        offered[(place.unwrap_or_default() + step) % offered.len()]
    }
}

/// The whole page, when nobody is signed in. The address stays, so the person arrives where the
/// link led.
pub fn sign_in_page() -> AnyView {
    let words = use_i18n();
    let product = product_name();
    let is_offered = use_config().sign_in == SignIn::Offered;
    follow(move || match is_offered {
        true => {
            let title = words.say(&text::sign_in_title());
            name_tab(&format!("{title} – {}", product()));
        }
        false => name_tab(&product()),
    });
    let title = match is_offered {
        true => t(text::sign_in_title()).into_any(),
        false => live(product).into_any(),
    };
    // Where somebody goes on they begin at the place where they were.
    let before = session_of_console().place_before();
    let place = before.or_else(|| use_config().places().first().copied());
    let notice = use_config().notice.as_deref();
    let notice = notice.map(|notice| {
        let notice = live(move || notice.to_owned());
        view! { <p class="banner">{notice}</p> }
    });
    view! {
        <main id="main" class="enter" tabindex="-1">
            <div class="enter-form">
                <h1 id="page-title" tabindex="-1">
                    {title}
                </h1>
                {shown(notice)}
                {shown(is_offered.then(kept_note))}
                {shown(place.filter(|_| is_offered).map(ways_in))}
                {shown((use_config().demo == Demo::Offered).then(|| way_into_demo(is_offered)))}
            </div>
            {picture()}
        </main>
    }
    .into_any()
}

/// The demo, which asks for no credential; beside the forms, or alone.
fn way_into_demo(is_beside: bool) -> AnyView {
    if !is_beside {
        return button(ButtonKind::Primary, text::demo_try(), open_demo);
    }
    view! {
        <div class="enter-demo">{button(ButtonKind::Plain, text::demo_try(), open_demo)}</div>
    }
    .into_any()
}

/// Signing in over the page that stays, at a place first; whoever does not serve the purpose is told so and is not
/// signed in. `on_close` runs when the person leaves it.
pub fn sign_in_dialog(
    title: Message,
    description: Message,
    place: Place,
    purpose: Purpose,
    on_close: Callback<()>,
) -> AnyView {
    let at_foot = AtFoot::new();
    provide_context(purpose);
    provide_context(at_foot);
    view! {
        <Dialog title on_close>
            <p id="dialog-description">{t(description)}</p>
            {ways_in(place)}
            <div class="dialog-actions">
                {button(ButtonKind::Plain, text::dialog_cancel(), move || on_close.run(()))}
                {at_foot.submit()}
            </div>
        </Dialog>
    }
    .into_any()
}

/// Where to, and the forms of the ways in.
fn ways_in(place: Place) -> AnyView {
    let place = RwSignal::new(place);
    view! {
        {place_choice(place)}
        <Ways place />
    }
    .into_any()
}

#[component]
fn Ways(place: RwSignal<Place>) -> impl IntoView {
    let offered = Way::offered(use_config().password_sign_in);
    let first = Way::first(offered);
    let (way, set_way) = signal(first);
    // The form of the tab that is selected already keeps what stands in it.
    let select = move |next: Way| {
        if way.get_untracked() != next {
            set_way.set(next);
        }
    };
    let tab = move |this: Way| {
        view! {
            <button
                type="button"
                role="tab"
                id=this.tab()
                data-first-focus=(this == first).then_some("")
                aria-controls="sign-in-panel"
                aria-selected=live(move || (way.get() == this).to_string())
                tabindex=live(move || if way.get() == this { "0" } else { "-1" })
                on:click=on(move |_| select(this))
            >
                {t(this.label())}
            </button>
        }
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        if Held::with(&event) != Held::Nothing {
            return;
        }
        let now = way.get_untracked();
        let next = match event.key().as_str() {
            "ArrowRight" => now.next(offered, 1),
            "ArrowLeft" => now.next(offered, offered.len() - 1),
            "Home" => Way::Token,
            "End" => Way::Key,
            _ => return,
        };
        event.prevent_default();
        select(next);
        focus_by_id(next.tab());
    };
    view! {
        <div class="tabs" role="tablist" aria-label=t(text::sign_in_ways()) on:keydown=on(on_key)>
            {offered.iter().copied().map(tab).collect_view()}
        </div>
        <div id="sign-in-panel" role="tabpanel" aria-labelledby=live(move || way.get().tab())>
            {live(move || match way.get() {
                Way::Token => view! { <TokenForm place /> }.into_any(),
                Way::Password => other_way(OtherWay::Password, place),
                Way::Key => other_way(OtherWay::Key, place),
            })}
        </div>
    }
}
