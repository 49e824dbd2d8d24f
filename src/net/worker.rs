//! Requests to the demo cloud, which is in a worker of the browser: nothing goes over a network.

use std::cell::RefCell;
use std::rc::Rc;

use cloud_api::{NoAnswer, NoAnswerKind, Request, Response, Service};
use demo::{Asked, BEGUN_ANEW, Fate, Order, Told, number_of, numbered, without_number};
use futures::FutureExt as _;
use futures::channel::oneshot;
use futures::future::{Either, LocalBoxFuture, ready, select};
use gloo_net::http::RequestBuilder;
use gloo_timers::future::TimeoutFuture;
use js_sys::Uint8Array;
use leptos::prelude::document;
use leptos::task::spawn_local;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Event, MessageEvent, SharedWorker, Worker, WorkerOptions};

use super::Transport;
use super::limit::ANSWER_MILLISECONDS;

/// Whose cloud it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sharing {
    /// That of all tabs in the demo.
    OfAllTabs,
    /// That of this tab: the browser has no workers that tabs share.
    OfThisTab,
}

/// The demo cloud.
#[derive(Clone)]
pub struct WorkerCloud(Rc<Shared>);

struct Shared {
    port: Option<Port>,
    waiting: RefCell<Waiting>,
}

/// The way to the worker.
enum Port {
    Shared(SharedWorker),
    Own(Worker),
}

/// Who waits for an answer.
#[derive(Default)]
struct Waiting {
    last: u32,
    senders: Vec<(u32, oneshot::Sender<Option<Told>>)>,
}

impl WorkerCloud {
    /// The cloud of a name, which tabs share and which ends with the number of repositories; runs something when another
    /// tab has had it begin anew.
    #[must_use]
    pub fn start(name: &str, begun_anew: impl Fn() + 'static) -> Self {
        let cloud = Self(Rc::new(Shared {
            port: script().and_then(|script| Port::open(&script, name)),
            waiting: RefCell::default(),
        }));
        if let Some(port) = &cloud.0.port {
            let of = cloud.clone();
            let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                let message = Uint8Array::new(&event.data()).to_vec();
                match number_of(&message) {
                    Some(BEGUN_ANEW) => begun_anew(),
                    Some(number) => of.give(number, &message),
                    None => {}
                }
            });
            let of = cloud.clone();
            let fail = Closure::<dyn Fn(Event)>::new(move |_: Event| of.fail());
            port.listen(&hear, &fail);
            // The worker is there as long as the page is.
            hear.forget();
            fail.forget();
        }
        cloud
    }

    /// Whose cloud it is.
    #[must_use]
    pub fn sharing(&self) -> Sharing {
        match self.0.port {
            Some(Port::Shared(_)) => Sharing::OfAllTabs,
            Some(Port::Own(_)) | None => Sharing::OfThisTab,
        }
    }

    /// Gives an order; the body of the answer.
    ///
    /// # Errors
    /// When the worker does not answer.
    pub async fn order(&self, order: Order) -> Result<Vec<u8>, NoAnswer> {
        // Nobody asks a service.
        let answer = self.ask(&order.asked(), Service::Iam).await?;
        Ok(answer.body)
    }

    fn ask(
        &self,
        asked: &Asked,
        service: Service,
    ) -> LocalBoxFuture<'static, Result<Response, NoAnswer>> {
        let number = {
            let mut waiting = self.0.waiting.borrow_mut();
            // The number of no request stays free.
            waiting.last = waiting.last.checked_add(1).unwrap_or(BEGUN_ANEW + 1);
            waiting.last
        };
        let message = numbered(number, &asked.written());
        let is_sent = self.0.port.as_ref().is_some_and(|port| port.send(&message));
        if !is_sent {
            return ready(Err(NoAnswer {
                kind: NoAnswerKind::Unreachable,
                may_have_been_applied: false,
            }))
            .boxed_local();
        }
        let (sender, receiver) = oneshot::channel();
        {
            let mut waiting = self.0.waiting.borrow_mut();
            // Whoever gave up waits no longer.
            waiting.senders.retain(|(_, sender)| !sender.is_canceled());
            waiting.senders.push((number, sender));
        }
        async move {
            match select(receiver, TimeoutFuture::new(ANSWER_MILLISECONDS)).await {
                Either::Left((Ok(Some(told)), _)) => response(told, service),
                Either::Left((Ok(None) | Err(_), _)) => Err(lost(NoAnswerKind::Unreachable)),
                Either::Right(((), _)) => Err(lost(NoAnswerKind::TimedOut)),
            }
        }
        .boxed_local()
    }

    fn give(&self, number: u32, message: &[u8]) {
        let sender = {
            let senders = &mut self.0.waiting.borrow_mut().senders;
            let place = senders.iter().position(|(of, _)| *of == number);
            place.map(|place| senders.swap_remove(place).1)
        };
        if let Some(sender) = sender {
            // Whoever gave up hears nothing.
            drop(sender.send(Told::read(without_number(message))));
        }
    }

    /// The worker did not start: nobody is answered any more.
    fn fail(&self) {
        self.0.waiting.borrow_mut().senders.clear();
    }
}

impl Port {
    /// Browsers that know no shared workers have those of one tab.
    fn open(script: &str, name: &str) -> Option<Self> {
        if let Ok(shared) = SharedWorker::new_with_str(script, name) {
            return Some(Self::Shared(shared));
        }
        let options = WorkerOptions::new();
        options.set_name(name);
        let worker = Worker::new_with_options(script, &options).ok()?;
        Some(Self::Own(worker))
    }

    fn listen(&self, hear: &Closure<dyn Fn(MessageEvent)>, fail: &Closure<dyn Fn(Event)>) {
        let hear = Some(hear.as_ref().unchecked_ref());
        let fail = Some(fail.as_ref().unchecked_ref());
        match self {
            Self::Shared(shared) => {
                shared.set_onerror(fail);
                shared.port().set_onmessage(hear);
            }
            Self::Own(worker) => {
                worker.set_onerror(fail);
                worker.set_onmessage(hear);
            }
        }
    }

    /// `false` when the browser does not take the message.
    fn send(&self, message: &[u8]) -> bool {
        let message = JsValue::from(Uint8Array::from(message));
        match self {
            Self::Shared(shared) => shared.port().post_message(&message).is_ok(),
            Self::Own(worker) => worker.post_message(&message).is_ok(),
        }
    }
}

impl Transport for WorkerCloud {
    fn send(
        &self,
        request: Request,
        address: String,
    ) -> LocalBoxFuture<'static, Result<Response, NoAnswer>> {
        let path_and_query = request.path_and_query();
        let (path, query) = path_and_query
            .split_once('?')
            .unwrap_or((&path_and_query, ""));
        // The proxies ask for it, and so does the demo cloud.
        let mut headers = vec![("X-Image-Console".to_owned(), "1".to_owned())];
        for (name, value) in &request.headers {
            headers.push(((*name).to_owned(), value.reveal().to_owned()));
        }
        let asked = Asked {
            method: request.method().as_str().to_owned(),
            path: format!("/{address}{path}"),
            query: query.to_owned(),
            headers,
            body: request.body.clone(),
        };
        self.ask(&asked, request.service())
    }
}

/// The script of the worker; `None` where the console was built without one.
fn script() -> Option<String> {
    named("content")
}

/// A file of the worker, as the page names it.
fn named(attribute: &str) -> Option<String> {
    let named = document().query_selector("meta[name=demo-worker]");
    let name = named.ok().flatten()?.get_attribute(attribute)?;
    (!name.is_empty()).then_some(name)
}

/// Has the browser load the files of the worker, to have them when it is started.
pub fn load_worker_ahead() {
    for file in [script(), named("data-program")].into_iter().flatten() {
        spawn_local(async move {
            // A failure is told when the worker is started.
            if let Ok(answer) = RequestBuilder::new(&file).send().await {
                drop(answer.binary().await);
            }
        });
    }
}

fn response(told: Told, service: Service) -> Result<Response, NoAnswer> {
    match told.fate {
        Fate::Answered => Ok(Response {
            service,
            status: told.status,
            headers: told.headers,
            body: told.body,
        }),
        Fate::Dropped => Err(lost(NoAnswerKind::Unreachable)),
        Fate::BrokenOff => Err(lost(NoAnswerKind::BrokeOff)),
    }
}

/// Once a request is under way nobody can tell whether it arrived.
fn lost(kind: NoAnswerKind) -> NoAnswer {
    NoAnswer {
        kind,
        may_have_been_applied: true,
    }
}
