//! A session that is over before its pages have arrived: nothing is asked or shown in it any more.

use std::rc::Rc;

use image_console::app::{Console, Surroundings};
use image_console::net::{Net, Transport};
use image_console::session::{Identity, Keep, Session, sign_in_with_token};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::address_bar::leave_the_first_page;
use crate::answers::{Answer, Cloud, Screen, forget_changes, token_body};
use crate::lock::Later;
use crate::scope::session_over;

const LOCKED: &str = "This page is locked: nobody used it for 15 minutes.";
const SIGNED_OUT: &str = "You were signed out because you signed out in another tab.";

fn answers() -> Vec<Answer> {
    let organizations = r#"{"namespaces":[{"id":1,"name":"acme-web","auth":7}]}"#;
    vec![
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        (
            "GET",
            "/v2/manage/namespaces",
            200,
            organizations.to_owned(),
        ),
    ]
}

async fn anna() -> Identity {
    forget_changes();
    let (_tab, _, net) = session_over(&Cloud::new(&answers()));
    sign_in_with_token(net, "MIIexampletoken").await.unwrap()
}

/// A console in which somebody is signed in, and something happens before the pages are there.
fn pages_after(
    cloud: &Cloud,
    identity: Identity,
    meanwhile: impl Fn() + Send + Sync + 'static,
) -> Screen {
    leave_the_first_page();
    let transport: Rc<dyn Transport> = Rc::new(cloud.clone());
    Screen::mount(move || {
        let surroundings = Surroundings {
            go_on: Callback::new(move |session: Session| {
                session.begin(identity.clone(), Keep::InMemory);
                meanwhile();
            }),
            signed_out: Callback::new(|()| "Nobody is here".into_any()),
            above: Callback::new(|()| ().into_any()),
        };
        let net = Net::new(transport);
        view! { <Console net surroundings /> }.into_any()
    })
}

fn asked_anything(cloud: &Cloud) -> bool {
    cloud.asked().iter().any(|line| line.contains("/v2/"))
}

#[wasm_bindgen_test]
async fn pages_that_arrive_once_nobody_was_there_for_too_long_are_locked() {
    let identity = anna().await;
    let cloud = Cloud::new(&answers());
    let later = RwSignal::new_local(None);
    let screen = pages_after(&cloud, identity, move || later.set(Some(Later::by(180))));
    screen.shows("Nobody is here").await;
    screen.shows(LOCKED).await;
    assert!(!asked_anything(&cloud), "{:?}", cloud.asked());
    later.set(None);
}

#[wasm_bindgen_test]
async fn pages_that_arrive_once_their_person_has_signed_out_in_another_tab_are_nobodys() {
    let identity = anna().await;
    let cloud = Cloud::new(&answers());
    let (_tab, other, _) = session_over(&cloud);
    other.begin(identity.clone(), Keep::InMemory);
    let screen = pages_after(&cloud, identity, move || {
        other.end();
    });
    screen.shows("Nobody is here").await;
    screen.shows(SIGNED_OUT).await;
    assert!(!asked_anything(&cloud), "{:?}", cloud.asked());
}

#[wasm_bindgen_test]
async fn pages_that_arrive_in_time_are_there_as_long_as_somebody_is() {
    let identity = anna().await;
    let cloud = Cloud::new(&answers());
    let later = RwSignal::new_local(None);
    let screen = pages_after(&cloud, identity, move || later.set(Some(Later::by(14))));
    screen.shows("acme-web").await;
    // The time before the pages counts as well.
    screen.shows("Nobody has used this page for a while.").await;
    later.set(None);
}
