//! Many signed requests at once: were all refused, the key would not lock for that.

use std::cell::Cell;
use std::rc::Rc;

use cloud_api::hss::{EnterpriseProject, ListSyncTasks};
use cloud_api::iam::AccessKeyId;
use cloud_api::swr::{ListOrganizations, Visibility};
use cloud_api::{NoAnswer, Operation, Request, Response, Secret};
use futures::future::LocalBoxFuture;
use gloo_timers::future::TimeoutFuture;
use image_console::net::Transport;
use image_console::session::{GivenKey, Keep, Session, sign_in_with_key};
use leptos::task::spawn_local;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::access_key::{ID, SECRET, good, organizations, refused};
use crate::answers::{Answer, Cloud, Screen};
use crate::scope::session_of;

const PROJECT: &str = "7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80";

/// A cloud that answers when it is let, as it answers by then.
#[derive(Clone)]
struct Held {
    cloud: Cloud,
    sent: Rc<Cell<usize>>,
    let_go: Rc<Cell<usize>>,
}

impl Transport for Held {
    fn send(
        &self,
        request: Request,
        address: String,
    ) -> LocalBoxFuture<'static, Result<Response, NoAnswer>> {
        let number = self.sent.get();
        self.sent.set(number + 1);
        let held = self.clone();
        Box::pin(async move {
            while held.let_go.get() <= number {
                TimeoutFuture::new(0).await;
            }
            held.cloud.send(request, address).await
        })
    }
}

impl Held {
    /// How many were sent since it holds back, once no more are.
    async fn more_than(&self, before: usize) -> usize {
        TimeoutFuture::new(50).await;
        self.sent.get() - before
    }

    fn lets_go(&self, count: usize) {
        self.let_go.set(self.let_go.get() + count);
    }
}

fn read() -> Request {
    ListOrganizations {
        visibility: Visibility::Granted,
        name: None,
    }
    .request()
}

/// Asks so often at once.
fn ask(session: Session, request: impl Fn() -> Request, times: usize, answered: &Rc<Cell<usize>>) {
    for _ in 0..times {
        let (request, answered) = (request(), Rc::clone(answered));
        spawn_local(async move {
            drop(session.send(request).await);
            answered.set(answered.get() + 1);
        });
    }
}

fn not_accepted() -> Answer {
    organizations(401, &refused("ak not exist"))
}

/// Signed in with a key that SWR has accepted; what is asked from now on is held back.
async fn signed_in() -> (Screen, Session, Held, usize) {
    let held = Held {
        cloud: Cloud::new(&good()),
        sent: Rc::default(),
        let_go: Rc::new(Cell::new(usize::MAX)),
    };
    let (screen, session, net) = session_of(Rc::new(held.clone()));
    let given = GivenKey {
        id: AccessKeyId::typed(ID).unwrap(),
        secret: Secret::new(SECRET),
        security_token: None,
        user_id: None,
    };
    let anna = sign_in_with_key(net, given, None).await.unwrap();
    session.begin(anna, Keep::InMemory);
    session.send(read()).await.unwrap();
    let before = held.sent.get();
    held.let_go.set(before);
    (screen, session, held, before)
}

#[wasm_bindgen_test]
async fn of_a_key_that_ends_while_much_is_asked_no_more_than_five_signatures_are_refused() {
    let (_screen, session, held, before) = signed_in().await;
    let answered = Rc::default();
    ask(session, read, 12, &answered);
    let tasks = || {
        let project = PROJECT.parse().unwrap();
        ListSyncTasks::first_page(project, EnterpriseProject::default()).request()
    };
    ask(session, tasks, 3, &answered);
    assert_eq!(held.more_than(before).await, 4);
    held.cloud
        .answer(&[("GET", "/v", 401, refused("ak not exist"))]);
    held.lets_go(100);
    let sent = held.more_than(before).await;
    assert!(sent <= 5, "{sent} were sent");
    assert_eq!(answered.get(), 15);
    session.end();
}

#[wasm_bindgen_test]
async fn what_waits_is_sent_in_its_turn() {
    let (_screen, session, held, before) = signed_in().await;
    let answered = Rc::default();
    ask(session, read, 6, &answered);
    assert_eq!(held.more_than(before).await, 4);
    held.lets_go(1);
    assert_eq!(held.more_than(before).await, 5);
    assert_eq!(answered.get(), 1);
    held.lets_go(5);
    assert_eq!(held.more_than(before).await, 6);
    assert_eq!(answered.get(), 6);
    session.end();
}

#[wasm_bindgen_test]
async fn a_signature_that_is_accepted_late_opens_no_door_that_has_shut() {
    let (_screen, session, held, before) = signed_in().await;
    let answered = Rc::default();
    ask(session, read, 6, &answered);
    assert_eq!(held.more_than(before).await, 4);
    held.cloud.answer(&[not_accepted()]);
    held.lets_go(1);
    assert_eq!(held.more_than(before).await, 4);
    held.cloud.answer(&good());
    held.lets_go(3);
    assert_eq!(held.more_than(before).await, 4);
    assert_eq!(answered.get(), 6);
    session.end();
}
