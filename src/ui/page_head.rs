//! The head of a page: one line with its title, what is told beside it, and what can be done.
//!
//! The frame draws the line before it knows the page; the page puts its own things into it.

use leptos::html;
use leptos::prelude::*;
use web_sys::Element;

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

/// Where the rooms are, once they are drawn.
#[derive(Clone, Copy)]
pub struct PageHead {
    beside: NodeRef<html::Div>,
    pub(super) tab: NodeRef<html::Span>,
    tools: NodeRef<html::Div>,
    /// What the page calls what it is about.
    called: RwSignal<Option<Message>>,
    /// What it calls the pages above it, by their addresses.
    above: RwSignal<Vec<(String, Message)>>,
}

/// Makes room for what pages put into the head.
pub fn provide_page_head() -> PageHead {
    let head = PageHead {
        beside: NodeRef::new(),
        tab: NodeRef::new(),
        tools: NodeRef::new(),
        called: RwSignal::new(None),
        above: RwSignal::new(Vec::new()),
    };
    provide_context(head);
    head
}

impl PageHead {
    /// The line with its title.
    pub fn view(self, title: AnyView, heading: NodeRef<html::H1>) -> AnyView {
        view! {
            <div class="page-head">
                <h1 id="page-title" node_ref=heading tabindex="-1">
                    {title}
                </h1>
                <div node_ref=self.beside class="page-beside"></div>
                <div node_ref=self.tools class="page-tools"></div>
            </div>
        }
        .into_any()
    }

    /// What the page calls what it is about, once it knows that better than the address does; reacts.
    pub fn called(self) -> Option<Message> {
        self.called.get()
    }

    /// What the page calls the one above it at this address, once it knows that better than the address does;
    /// reacts.
    pub fn called_above(self, address: &str) -> Option<Message> {
        self.above.with(|above| {
            let mut above = above.iter();
            let named = above.find(|(of, _)| of == address);
            named.map(|(_, name)| name.clone())
        })
    }

    /// The room, once it is drawn; reacts.
    fn room(self, room: HeadRoom) -> Option<Element> {
        match room {
            HeadRoom::Beside => self.beside.get().map(Element::from),
            HeadRoom::Tab => self.tab.get().map(Element::from),
            HeadRoom::Tools => self.tools.get().map(Element::from),
        }
    }
}

/// Puts something into the head of the page for as long as what calls this is on screen. Where there
/// is no head, it stands where this is called.
pub fn in_page_head(room: HeadRoom, content: AnyView) -> AnyView {
    let Some(head) = use_context::<PageHead>() else {
        return content;
    };
    let mounted = StoredValue::new_local(content.build());
    follow(move || {
        // The tabs of the page before are still known when the next page begins.
        if let Some(element) = head.room(room) {
            mounted.update_value(|mounted| {
                mounted.unmount();
                mounted.mount(&element, None);
            });
        }
    });
    on_cleanup(move || {
        // Gone with what called this: nothing is left to be taken away.
        mounted.try_update_value(|mounted| mounted.unmount());
    });
    ().into_any()
}

/// What is told beside the title only once it is read: together in one line, for which there is room
/// from the start, so that nothing moves when it comes.
pub fn head_line(content: AnyView) -> AnyView {
    view! { <div class="head-line">{content}</div> }.into_any()
}

/// Calls the page by what was read of it, for as long as what calls this is on screen.
pub fn call_page(name: impl Fn() -> Option<Message> + 'static) {
    let Some(head) = use_context::<PageHead>() else {
        return;
    };
    follow(move || head.called.set(name()));
    on_cleanup(move || head.called.set(None));
}

/// Calls the page above this one, at that address, by what was read of it, for as long as what calls this is
/// on screen.
pub fn call_page_above(address: String, name: impl Fn() -> Option<Message> + 'static) {
    let Some(head) = use_context::<PageHead>() else {
        return;
    };
    let address = StoredValue::new(address);
    let call = move |name: Option<Message>| {
        let address = address.get_value();
        head.above.update(|above| {
            above.retain(|(of, _)| *of != address);
            above.extend(name.map(|name| (address, name)));
        });
    };
    follow(move || call(name()));
    on_cleanup(move || call(None));
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
