//! A service: whether requests arrive, what to do where they do not, and the lines for that.

use connection::{Diagnosis, Lines, Weight, lines, step, weight};
use leptos::prelude::*;
use words::connection::{fails_at, in_name_of, place_of, remedy, service, verdict, where_in};
use words::failure::details;

use super::asking::{Found, Service};
use super::report::way_of;
use crate::i18n::{Untrusted, t, text, use_i18n};
use crate::live::{live, shown};
use crate::ui::failure::copy;
use crate::ui::{ButtonKind, ByHand, IconName, Pill, Tone, button, use_announcements};

/// The line; what was found comes into it.
pub fn service_line(it: &Service) -> AnyView {
    let (asked, way, found) = (it.asked.clone(), way_of(it), it.found);
    let this = it.clone();
    // A service that the region lacks is not asked.
    let in_name_of = (!asked.address.is_empty()).then(|| {
        view! {
            " "
            <span>{t(in_name_of(&asked))}</span>
        }
    });
    let told = move || match found.get() {
        Some(found) => found_of(&this, &found),
        None => view! { <p>{t(text::connection_checking())}</p> }.into_any(),
    };
    view! {
        <li>
            <h3>{t(service(&asked))}</h3>
            <p class="details">
                <Untrusted text=way /> {shown(in_name_of)}
            </p>
            {live(told)}
        </li>
    }
    .into_any()
}

fn found_of(it: &Service, found: &Found) -> AnyView {
    let words = use_i18n();
    let diagnosis = found.diagnosis;
    let (tone, icon) = looks(diagnosis);
    let label = verdict(diagnosis);
    let label = live(move || words.say(&label));
    let fails = step(diagnosis).map(|step| view! { <p>{t(fails_at(step))}</p> });
    let answer = found.answer.as_ref().map(|answer| {
        let details = details(answer, |message| words.say(message));
        view! {
            <p class="details">
                <Untrusted text=details />
            </p>
        }
    });
    let lines: Vec<AnyView> = lines(&it.asked, diagnosis).into_iter().map(code).collect();
    view! {
        <p>
            <Pill tone icon label />
        </p>
        <p>{t(remedy(&it.asked, diagnosis))}</p>
        {fails}
        {answer}
        {lines}
    }
    .into_any()
}

fn looks(diagnosis: Diagnosis) -> (Tone, IconName) {
    match (diagnosis, weight(diagnosis)) {
        (Diagnosis::NotOffered, _) => (Tone::Neutral, IconName::Neutral),
        (_, Weight::Good) => (Tone::Success, IconName::Success),
        (_, Weight::Depends) => (Tone::Warning, IconName::Warning),
        (_, Weight::Broken) => (Tone::Danger, IconName::Danger),
    }
}

/// Lines for a file, with a button that copies them as they are.
fn code(lines: Lines) -> AnyView {
    let (announcements, by_hand) = (use_announcements(), ByHand::new());
    let (place, file) = (where_in(&lines), place_of(&lines));
    let Lines { text, .. } = lines;
    let code = text.clone();
    let copies = button(
        ButtonKind::Quiet,
        text::connection_copy_lines(file),
        move || copy(announcements, by_hand, &text),
    );
    view! {
        <p>{t(place)} " " {copies}</p>
        <pre translate="no">{code}</pre>
        {by_hand.field()}
    }
    .into_any()
}
