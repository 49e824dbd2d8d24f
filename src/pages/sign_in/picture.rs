//! What the console is for, in two lines and a drawing: who can get an image, and where it is copied
//! to.

use leptos::prelude::*;

use crate::i18n::{t, text};

/// The part of the page beside the form.
pub fn picture() -> AnyView {
    view! {
        <aside class="enter-picture">
            <div>
                {drawing()}
                <p class="enter-question">{t(text::sign_in_question())}</p>
                <p>{t(text::sign_in_purpose())}</p>
            </div>
        </aside>
    }
    .into_any()
}

/// Three people over a repository, and three regions beside it, one of which gets no more copies.
fn drawing() -> AnyView {
    let people = [34, 74, 114].map(|x| {
        let line = format!("M{x} 62L74 96");
        let head = format!("M{} 28a6 6 0 1 0 12 0a6 6 0 1 0-12 0", x - 6);
        let shoulders = format!("M{} 52c0-8 5-12 12-12s12 4 12 12", x - 12);
        view! {
            <path class="drawn" d=head></path>
            <path class="drawn" d=shoulders></path>
            <path class="drawn" d=line></path>
        }
    });
    let regions = [
        ("eu-nl", 24, "going"),
        ("eu-west-101", 98, "going"),
        ("af-south-1", 172, "stopped"),
    ];
    let regions = regions.map(|(name, y, state)| {
        let arrow = format!("M132 122C200 122 200 {0} 266 {0}m-7-5l7 5-7 5", y + 24);
        view! {
            <path class=format!("drawn {state}") d=arrow></path>
            <rect class="drawn" x="272" y=y.to_string() width="128" height="48" rx="6"></rect>
            <text x="336" y=(y + 29).to_string()>
                {name}
            </text>
        }
    });
    view! {
        <svg class="enter-drawing" viewBox="0 0 408 232" role="img" aria-label=t(text::sign_in_drawing())>
            {people.into_iter().collect_view()}
            <rect class="drawn ours" x="14" y="96" width="118" height="52" rx="6"></rect>
            <text class="ours" x="73" y="127">
                "shop/api"
            </text>
            {regions.into_iter().collect_view()}
        </svg>
    }
    .into_any()
}
