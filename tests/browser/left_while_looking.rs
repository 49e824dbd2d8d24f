//! A page that is left while its dialog looks once more: nothing of it is asked for afterwards.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::window;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, HELD, Screen};
use crate::enterprise_registry_form::{HARBOR, Told, answers, editing};
use crate::replication::{EXECUTIONS, POLICY, REGISTRIES, TO_NL, TWO_REGISTRIES};
use crate::replication_dialogs::{RUNNING, page};

/// How often the program has failed from now on.
fn failures() -> Rc<Cell<u32>> {
    let failures = Rc::new(Cell::new(0));
    let seen = Rc::clone(&failures);
    let hear = Closure::<dyn Fn()>::new(move || seen.set(seen.get() + 1));
    let function = hear.as_ref().unchecked_ref();
    window()
        .add_event_listener_with_callback("error", function)
        .unwrap();
    hear.forget();
    failures
}

/// The page is gone, and then the answer comes.
async fn leaves(cloud: &Cloud, screen: &Screen) {
    screen.go("activity");
    screen.shows("Activity").await;
    screen.loses("dialog").await;
    cloud.lets_go();
    TimeoutFuture::new(50).await;
}

#[wasm_bindgen_test]
async fn an_answer_that_comes_after_the_page_was_left_is_not_compared_with_what_it_showed() {
    let failures = failures();
    let (cloud, screen) = page(TO_NL, RUNNING).await;
    screen.go("enterprise/i-1/policies/21/301");
    screen.shows("25 % ended").await;
    screen.button("Stop").click();
    screen.shows("Images that are being copied end first").await;
    let held: Vec<Answer> = vec![
        ("GET", EXECUTIONS, HELD, RUNNING.to_owned()),
        ("GET", POLICY, 200, TO_NL.to_owned()),
        ("GET", REGISTRIES, 200, TWO_REGISTRIES.to_owned()),
    ];
    cloud.answer(&held);
    screen.dialog_button("Stop 1 execution").click();
    leaves(&cloud, &screen).await;
    assert_eq!(failures.get(), 0);
}

#[wasm_bindgen_test]
async fn a_form_that_went_with_its_page_compares_nothing_any_more() {
    let failures = failures();
    let (cloud, screen) = editing(Told::default()).await;
    screen.type_into(
        "Hosts and their IP addresses",
        "harbor.example.com 192.0.2.10",
    );
    screen.type_into("Secret", "s3cret");
    cloud.answer(&answers(Told {
        shown: (HELD, HARBOR),
        ..Told::default()
    }));
    screen.dialog_button("Save").click();
    leaves(&cloud, &screen).await;
    assert_eq!(failures.get(), 0);
}
