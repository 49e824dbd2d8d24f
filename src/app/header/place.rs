//! Where the token acts: region and project as one switch, with what else is chosen there.

use std::sync::Arc;

use config::Place;
use leptos::prelude::*;

use crate::app::areas::{Purpose, Route, other_project_dialog, sign_in_dialog};
use crate::app::switching::{Elsewhere, Switching};
use crate::browser::environment::is_demo;
use crate::config::use_config;
use crate::i18n::{Untrusted, t, text, use_i18n};
use crate::live::{derived, live, on, shown};
use crate::session::{Identity, session_of_console};
use crate::ui::failure::copy_button;
use crate::ui::{menu, project_alias};

/// The switch.
pub fn place_menu(identity: &Identity, route: Memo<Route>) -> AnyView {
    let of_area = derived(move || route.with(Route::area));
    let of_page = move || {
        // Read, not only tracked: a memo that nobody has read follows nothing.
        of_area.with(|_| ());
        shown(untrack(|| route.with(Route::top_bar)))
    };
    let project_id = identity.project_id.to_string();
    let region = identity.region.to_string();
    let place = identity.place;
    let others = use_config().places().into_iter().filter(|it| *it != place);
    let switching = use_context::<Switching>();
    let lead = move |elsewhere: Elsewhere| {
        if let Some(switching) = switching {
            switching.want(elsewhere);
        }
    };
    let others: Vec<AnyView> = others
        .map(|it| way(place_name(it), move || lead(Elsewhere::Place(it))))
        .collect();
    let has_others = !others.is_empty();
    let switch = shown(identity.can_change_project().then(|| {
        way(t(text::header_switch_project()).into_any(), move || {
            lead(Elsewhere::OtherProject);
        })
    }));
    // A token that was pasted is for one project, and other accounts have others. The demo's banner leads to them.
    let signs_in = !is_demo();
    let sign_in = shown(signs_in.then(|| {
        way(t(text::header_other_place()).into_any(), move || {
            lead(Elsewhere::Place(place));
        })
    }));
    if let Some(switching) = switching {
        switching.want_nothing();
    }
    let name = place.name().filter(|_| has_others);
    let name = name.unwrap_or_else(|| region.clone());
    let cloud = place.cloud_name().map(|cloud| {
        view! {
            <div>
                <dt>{t(text::header_cloud())}</dt>
                <dd>{cloud}</dd>
            </div>
        }
    });
    let label = view! {
        <span class="visually-hidden">{t(text::header_place())} " "</span>
        <Untrusted text=name />
    };
    let dialog = move || {
        let found = switching
            .filter(|_| signs_in)
            .and_then(|it| Some((it, it.wanted()?)));
        shown(found.map(|(switching, wanted)| {
            let close = Callback::new(move |()| switching.want_nothing());
            let (title, why, to, purpose) = match wanted {
                Elsewhere::OtherProject => return untrack(|| other_project_dialog(close)),
                Elsewhere::Project(project) => (
                    text::header_recipient(),
                    text::header_recipient_note(project.to_string()),
                    place,
                    Purpose::Project(project),
                ),
                Elsewhere::Place(to) => {
                    let title = match to == place {
                        true => text::header_other_place(),
                        false => text::header_elsewhere(),
                    };
                    (title, text::header_elsewhere_note(), to, Purpose::Elsewhere)
                }
            };
            sign_in_dialog(title, why, to, purpose, close)
        }))
    };
    let session = session_of_console();
    let held = move || {
        let ways: Vec<AnyView> = session
            .held()
            .into_iter()
            .map(|identity| held_way(identity, switching))
            .collect();
        shown((!ways.is_empty()).then(|| {
            view! {
                <p class="note">{t(text::header_held())}</p>
                <ul class="menu-list">{ways}</ul>
            }
        }))
    };
    let content = view! {
        <dl class="menu-facts">
            {shown(cloud)}
            <div>
                <dt>{t(text::header_region())}</dt>
                <dd>
                    <Untrusted text=region />
                </dd>
            </div>
            <div>
                <dt>{t(text::header_project())}</dt>
                <dd class="identifier">
                    {project_alias(place, &identity.project_id)}
                    <Untrusted text=project_id.clone() />
                </dd>
                <dd>{copy_button(text::header_copy_project(), project_id)}</dd>
            </div>
            {live(of_page)}
        </dl>
        {live(held)}
        <ul class="menu-list">{switch} {sign_in}</ul>
        {shown(has_others.then(|| view! {
            <p class="note">{t(text::header_elsewhere())}</p>
            <ul class="menu-list">{others}</ul>
        }))}
    };
    view! {
        {menu("place-menu", label.into_any(), content.into_any())}
        {live(dialog)}
    }
    .into_any()
}

fn place_name(place: Place) -> AnyView {
    shown(place.name())
}

/// The way to a scope that the tab holds: where that is, who acts there, and for which project.
fn held_way(identity: Arc<Identity>, switching: Option<Switching>) -> AnyView {
    let words = use_i18n();
    let region = identity.place.name();
    let region = region.unwrap_or_else(|| identity.region.to_string());
    let who = text::header_user_value(identity.account_name.clone(), identity.user_name.clone());
    let project = identity.project_id.to_string();
    let label = view! {
        <span>
            <Untrusted text=region />
            " · "
            {live(move || words.show(&who))}
            <br />
            <span class="note identifier">
                {project_alias(identity.place, &identity.project_id)} <Untrusted text=project />
            </span>
        </span>
    };
    way(label.into_any(), move || {
        if let Some(switching) = switching {
            switching.begin(Arc::clone(&identity));
        }
    })
}

/// A button that closes the menu and leads elsewhere.
fn way(words: AnyView, lead: impl Fn() + 'static) -> AnyView {
    view! {
        <li>
            <button
                type="button"
                class="button quiet"
                popovertarget="place-menu"
                popovertargetaction="hide"
                on:click=on(move |_| lead())
            >
                {words}
            </button>
        </li>
    }
    .into_any()
}
