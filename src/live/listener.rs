//! What a part of a page listens to, and the end of that.
//!
//! The framework (`reactive_graph` 0.2.16) does not take an effect or a computed value that ends out
//! of the signals that it has read. The signals of the whole console, such as the language and the
//! time, would keep about 120 bytes of every part that was ever on screen.

use std::mem;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, Weak};

use leptos::reactive::graph::{
    AnySource, AnySubscriber, Observer, ReactiveNode, Source as _, Subscriber, WithObserver as _,
};

/// Runs what one effect or computed value runs, and takes it out of what it has read when dropped.
#[derive(Default)]
pub(super) struct Listener(OnceLock<Arc<Heard>>);

impl Listener {
    /// Runs it; whatever it reads from now on runs it again.
    pub(super) fn run<T>(&self, run: &dyn Fn() -> T) -> T {
        match self.subscriber() {
            Some(subscriber) => subscriber.with_observer(run),
            None => run(),
        }
    }

    /// Who is told of changes; `None` where nobody is, or where somebody further out has seen to it.
    fn subscriber(&self) -> Option<AnySubscriber> {
        let reader = Observer::get()?;
        // The number of an effect is its address; only `Heard` lends itself the number of another.
        if reader.1.as_ptr().addr() != reader.0 {
            return None;
        }
        let heard = self.0.get_or_init(|| Arc::new(Heard::of(reader.clone())));
        heard.sources().clear();
        let heard: Weak<Heard> = Arc::downgrade(heard);
        Some(AnySubscriber(reader.0, heard))
    }
}

/// What was read for a reader, and in its name: it stays the one that runs and that signals know.
struct Heard {
    reader: AnySubscriber,
    sources: Mutex<Vec<AnySource>>,
}

impl Heard {
    fn of(reader: AnySubscriber) -> Self {
        Self {
            reader,
            sources: Mutex::default(),
        }
    }

    fn sources(&self) -> MutexGuard<'_, Vec<AnySource>> {
        self.sources.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Heard {
    fn drop(&mut self) {
        let sources = mem::take(&mut *self.sources());
        for source in sources {
            source.remove_subscriber(&self.reader);
        }
    }
}

impl Subscriber for Heard {
    fn add_source(&self, source: AnySource) {
        let mut sources = self.sources();
        if !sources.contains(&source) {
            sources.push(source.clone());
            drop(sources);
            self.reader.add_source(source);
        }
    }

    fn clear_sources(&self, subscriber: &AnySubscriber) {
        self.reader.clear_sources(subscriber);
    }
}

impl ReactiveNode for Heard {
    fn mark_dirty(&self) {
        self.reader.mark_dirty();
    }

    fn mark_check(&self) {
        self.reader.mark_check();
    }

    fn mark_subscribers_check(&self) {
        self.reader.mark_subscribers_check();
    }

    fn update_if_necessary(&self) -> bool {
        self.reader.update_if_necessary()
    }
}
