//! The connection check: how far requests come, service by service, and which lines to change.

mod asking;
mod report;
mod routes;
mod service_line;

use connection::{Diagnosis, Weight, weight};
use leptos::prelude::*;

use crate::browser::clock::now;
use crate::browser::policy::listen_to_policy;
use crate::config::use_config;
use crate::i18n::{Message, t, text, use_i18n};
use crate::live::{live, shown};
use crate::net::use_net;
use crate::route::use_navigation;
use crate::session::use_session;
use crate::ui::failure::copy;
use crate::ui::{ButtonKind, ByHand, HeadRoom, button, in_page_head, page_help, use_announcements};
use asking::{Service, ask_all, services_of};
use report::report;
use service_line::service_line;

pub use routes::Route;

/// The page. Whoever is not signed in learns how far requests come.
pub fn page(_route: Route) -> AnyView {
    let (words, net, session) = (use_i18n(), use_net(), use_session());
    let (announcements, by_hand) = (use_announcements(), ByHand::new());
    let stopped = listen_to_policy();
    let done = RwSignal::new(None::<Message>);
    let places: Vec<(Message, Vec<Service>)> = use_config()
        .places()
        .into_iter()
        .map(|place| (name_of(place.name()), services_of(place, session)))
        .collect();
    let places = StoredValue::new(places);
    let all = move || places.with_value(|places| services(places));
    let check = move || {
        done.set(None);
        stopped.forget();
        for service in all().iter().flatten() {
            service.found.set(None);
        }
        leptos::task::spawn_local(async move {
            ask_all(all(), session, net, stopped).await;
            // The page may have been left.
            let Some(found) = places.try_with_value(|places| told(places)) else {
                return;
            };
            announcements.read_out(found.clone());
            done.try_set(Some(found));
        });
    };
    check();
    let again = move || {
        // A second round would only come between the first one's answers.
        if done.get_untracked().is_some() {
            check();
        }
    };
    let copy_all = move || {
        let named = places.with_value(|places| {
            let named = places.iter();
            named
                .map(|(name, services)| (words.say(name), services.clone()))
                .collect::<Vec<_>>()
        });
        copy(
            announcements,
            by_hand,
            &report(&named, |message| words.say(message)),
        );
    };
    let tools = view! {
        {button(ButtonKind::Quiet, text::connection_copy(), copy_all)}
        {button(ButtonKind::Plain, text::connection_again(), again)}
    };
    let sections: Vec<AnyView> = places.with_value(|places| places.iter().map(section).collect());
    let summary = move || {
        let message = done.get().unwrap_or_else(text::connection_checking);
        words.say(&message)
    };
    view! {
        {page_help(text::connection_purpose())}
        {in_page_head(HeadRoom::Tools, tools.into_any())}
        {by_hand.field()}
        <p>{live(summary)}</p>
        {way_back(session)}
        {sections}
    }
    .into_any()
}

fn name_of(name: Option<String>) -> Message {
    match name {
        Some(name) => text::config_place(name),
        None => text::connection_own_place(),
    }
}

fn services(places: &[(Message, Vec<Service>)]) -> Vec<Vec<Service>> {
    let services = places.iter().map(|(_, services)| services.clone());
    services.collect()
}

/// How many passed, of those that were asked.
fn told(places: &[(Message, Vec<Service>)]) -> Message {
    let services = places.iter().flat_map(|(_, services)| services);
    let found = services.filter_map(|service| Some(service.found.get_untracked()?.diagnosis));
    let asked: Vec<Diagnosis> = found
        .filter(|diagnosis| *diagnosis != Diagnosis::NotOffered)
        .collect();
    let passed = asked
        .iter()
        .filter(|it| weight(**it) == Weight::Good)
        .count();
    text::connection_done(asked.len() as u64, passed as u64, now())
}

fn section((name, services): &(Message, Vec<Service>)) -> AnyView {
    let lines: Vec<AnyView> = services.iter().map(service_line).collect();
    view! {
        <section class="checks">
            <h2>{t(name.clone())}</h2>
            <ul>{lines}</ul>
        </section>
    }
    .into_any()
}

/// To the form, for whoever came from there.
fn way_back(session: crate::session::Session) -> AnyView {
    let is_nobody = untrack(|| session.identity()).is_none();
    let address = use_navigation().came_from();
    let address = address.unwrap_or_else(|| "overview".to_owned());
    shown(is_nobody.then(|| {
        view! {
            <p>
                <a href=address>{t(text::sign_in_title())}</a>
            </p>
        }
    }))
}
