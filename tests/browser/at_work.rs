//! The work of a signed-in person, without a page.

use std::cell::RefCell;
use std::rc::Rc;

use changes::{Item, ItemState};
use gloo_timers::future::TimeoutFuture;
use image_console::browser::clock::provide_clock;
use image_console::config::provide_config;
use image_console::i18n::provide_i18n;
use image_console::net::{Net, Transport};
use image_console::query::{provide_kept, provide_staleness};
use image_console::route::provide_navigation;
use image_console::session::{Keep, Session, provide_session, sign_in_with_token};
use image_console::ui::provide_announcements;
use image_console::work::{Entry, Work, use_work};
use leptos::prelude::*;

use crate::answers::{Cloud, Screen, forget_changes};

/// A signed-in person's work, without a page.
pub struct Signed {
    pub work: Work,
    pub session: Session,
    _screen: Screen,
}

/// Signs in where the console is set up by no file.
pub async fn signed_in(cloud: &Cloud) -> Signed {
    signed_in_at(cloud, "{}").await
}

/// The same where it is set up by a file.
pub async fn signed_in_at(cloud: &Cloud, file: &str) -> Signed {
    forget_changes();
    let config = config::parse(file).unwrap();
    let transport: Rc<dyn Transport> = Rc::new(cloud.clone());
    let parts = Rc::new(RefCell::new(None));
    let told = Rc::clone(&parts);
    let screen = Screen::mount(move || {
        provide_config(Box::leak(Box::new(config)));
        provide_i18n();
        provide_clock();
        provide_navigation();
        provide_announcements();
        let net = Net::new(transport);
        let session = provide_session(net);
        provide_staleness();
        provide_kept(session);
        *told.borrow_mut() = Some((net, session, use_work()));
        ().into_any()
    });
    let (net, session, work) = parts.take().unwrap();
    let identity = sign_in_with_token(net, "MIIexampletoken").await.unwrap();
    session.begin(identity, Keep::InMemory);
    Signed {
        work,
        session,
        _screen: screen,
    }
}

/// Waits until nothing more comes of the change, and gives how its one item stands.
pub async fn ended(entry: Entry) -> ItemState {
    for _ in 0..500 {
        TimeoutFuture::new(10).await;
        if entry.record.with_untracked(|it| it.change.is_settled()) {
            break;
        }
    }
    let state = |item: &Item| item.state.clone();
    entry
        .record
        .with_untracked(|it| it.change.items().values().next().map(state).unwrap())
}
