//! Locks that the tabs of one origin share: one tab at a time has one, in the order in which they ask. The
//! browser gives back those of a tab that ends, however it ends.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::AbortController;

use super::storage::of_cloud;

/// A lock that this tab has, or waits for.
pub struct Lock {
    is_given_back: Rc<Cell<bool>>,
    /// Ends the waiting.
    waiting: Option<AbortController>,
    /// Gives back what the tab has.
    had: Rc<Cell<Option<Function>>>,
}

/// Asks for the lock of a name of this console, and runs something once the tab has it, or something else
/// when the browser refuses: it does where the person lets this site store nothing. `None` where the
/// browser knows no locks, as in an insecure context.
pub fn ask(
    name: &str,
    then: impl FnOnce() + 'static,
    refused: impl FnOnce() + 'static,
) -> Option<Lock> {
    let manager = manager()?;
    let lock = Lock {
        is_given_back: Rc::default(),
        waiting: AbortController::new().ok(),
        had: Rc::default(),
    };
    let (is_given_back, had) = (Rc::clone(&lock.is_given_back), Rc::clone(&lock.had));
    let granted = Closure::once_into_js(move |_lock: JsValue| -> Promise {
        // The tab has the lock until this ends.
        let until_given_back = Promise::new(&mut |end, _| had.set(Some(end)));
        leptos::task::spawn_local(async move {
            match is_given_back.get() {
                true => give_back(&had),
                false => then(),
            }
        });
        until_given_back
    });
    let options = Object::new();
    let signal = lock.waiting.as_ref().map(AbortController::signal);
    let signal = signal.map_or(JsValue::UNDEFINED, JsValue::from);
    Reflect::set(&options, &"signal".into(), &signal).ok()?;
    let request: Function = Reflect::get(&manager, &"request".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let asked = request.call3(&manager, &of_cloud(name).into(), &options, &granted);
    let asked: Promise = asked.ok()?.dyn_into().ok()?;
    let is_given_back = Rc::clone(&lock.is_given_back);
    leptos::task::spawn_local(async move {
        let ended = wasm_bindgen_futures::JsFuture::from(asked).await;
        // Ending the waiting refuses it too, which nobody has to hear of.
        if ended.is_err() && !is_given_back.get() {
            refused();
        }
    });
    Some(lock)
}

impl Drop for Lock {
    fn drop(&mut self) {
        self.is_given_back.set(true);
        give_back(&self.had);
        if let Some(waiting) = &self.waiting {
            waiting.abort();
        }
    }
}

fn give_back(had: &Cell<Option<Function>>) {
    if let Some(end) = had.take() {
        drop(end.call0(&JsValue::NULL));
    }
}

fn manager() -> Option<JsValue> {
    let manager = Reflect::get(&window().navigator(), &"locks".into()).ok()?;
    manager.is_object().then_some(manager)
}
