//! The head of a page: one line with its title, what is told beside it, and what can be done.
//!
//! The frame draws the line before it knows the page; the page puts its own things into it.

use std::cell::RefCell;

use leptos::html;
use leptos::prelude::*;

use super::icon::IconName;
use super::menu::icon_menu;
use crate::i18n::{Message, t, text};
use crate::live::follow;

/// Room in the head of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadRoom {
    /// Beside the title: how many there are, a state.
    Beside,
    /// In the tab that is open: how many there are.
    Tab,
    /// At the end of the line: how old what is shown is, and what can be done.
    Tools,
}

impl HeadRoom {
    fn id(self) -> &'static str {
        match self {
            Self::Beside => "page-beside",
            Self::Tab => super::tabs::COUNT_ID,
            Self::Tools => "page-tools",
        }
    }
}

/// The line with its title.
pub fn page_head(title: AnyView, heading: NodeRef<html::H1>) -> AnyView {
    view! {
        <div class="page-head">
            <h1 id="page-title" node_ref=heading tabindex="-1">
                {title}
            </h1>
            <div id=HeadRoom::Beside.id() class="page-beside"></div>
            <div id=HeadRoom::Tools.id() class="page-tools"></div>
        </div>
    }
    .into_any()
}

/// Puts something into the head of the page for as long as what calls this is on screen.
pub fn in_page_head(room: HeadRoom, content: AnyView) -> AnyView {
    let content = RefCell::new(Some(content));
    // The head is drawn together with the page: it is there once that is done.
    follow(move || {
        let element = document().get_element_by_id(room.id());
        let Some((element, content)) = element.zip(content.take()) else {
            return;
        };
        let mut mounted = untrack(|| content.build());
        mounted.mount(&element, None);
        let mounted = StoredValue::new_local(mounted);
        on_cleanup(move || {
            // Gone with what called this: nothing is left to be taken away.
            mounted.try_update_value(|mounted| mounted.unmount());
        });
    });
    ().into_any()
}

/// What the page is for, behind a question mark beside its title.
pub fn page_help(purpose: Message) -> AnyView {
    let purpose = view! { <p>{t(purpose)}</p> };
    let help = icon_menu(
        "page-help".to_owned(),
        IconName::Help,
        text::page_help(),
        purpose.into_any(),
    );
    in_page_head(HeadRoom::Beside, help)
}
