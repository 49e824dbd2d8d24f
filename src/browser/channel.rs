//! What the tabs of this console tell each other. Anybody on the origin may write here: nothing that is
//! heard is more than a hint to look.

use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{BroadcastChannel, MessageEvent, StorageEvent};

use super::chance::drawn;
use super::storage::{BrowserItem, of_cloud};

/// The way to the other tabs; it ends with what has opened it.
#[derive(Clone, Copy)]
pub struct Channel(StoredValue<Option<BroadcastChannel>, LocalStorage>);

impl Channel {
    /// Opens it, and runs something with each text that another tab tells.
    #[must_use]
    pub fn open(hear: impl Fn(String) + 'static) -> Self {
        let channel = opened();
        match &channel {
            Some(channel) => {
                let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                    if let Some(text) = event.data().as_string() {
                        hear(text);
                    }
                });
                channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
                // The browser calls it as long as the channel is open.
                heard.forget();
            }
            None => hear_from_storage(hear),
        }
        let opened = StoredValue::new_local(channel);
        on_cleanup(move || {
            opened.try_with_value(|channel| {
                if let Some(channel) = channel {
                    channel.set_onmessage(None);
                    channel.close();
                }
            });
        });
        Self(opened)
    }

    /// Tells the other tabs a text. One that is not heard harms nothing.
    pub fn tell(self, text: &str) {
        self.0
            .try_with_value(|channel| tell(channel.as_ref(), text));
    }
}

/// Tells the other tabs a text, where the way to them is not open; whoever has it open in this one hears it too.
pub fn tell_once(text: &str) {
    let channel = opened();
    tell(channel.as_ref(), text);
    if let Some(channel) = channel {
        channel.close();
    }
}

fn opened() -> Option<BroadcastChannel> {
    BroadcastChannel::new(&of_cloud("tabs")).ok()
}

fn tell(channel: Option<&BroadcastChannel>, text: &str) {
    match channel {
        Some(channel) => drop(channel.post_message(&JsValue::from_str(text))),
        // Two times the same text would be told once.
        None => drop(BrowserItem::Notice.write(&format!("{} {text}", drawn()))),
    }
}

/// Hears what other tabs write down to tell it.
fn hear_from_storage(hear: impl Fn(String) + 'static) {
    let heard = window_event_listener_untyped("storage", move |event| {
        let Some(event) = event.dyn_ref::<StorageEvent>() else {
            return;
        };
        let is_notice = |key: String| BrowserItem::Notice.has_key(&key);
        if event.key().is_some_and(is_notice)
            && let Some(value) = event.new_value()
            && let Some((_, text)) = value.split_once(' ')
        {
            hear(text.to_owned());
        }
    });
    on_cleanup(move || heard.remove());
}
