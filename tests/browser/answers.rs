//! A way out that answers from a list and remembers what was asked.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use cloud_api::{NoAnswer, NoAnswerKind, Request, Response};
use futures::future::LocalBoxFuture;
use gloo_timers::future::TimeoutFuture;
use image_console::app::Console;
use image_console::config::provide_config;
use image_console::net::{Net, Transport};
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};

use crate::address_bar::{leave_for, leave_the_first_page};
use crate::kept::page;
pub use crate::left_over::{forget_changes, has_base};

/// In the place of a status: the answer never comes.
pub const NEVER: u16 = 0;

/// In the place of a status: the answer is a 200 that comes when [`Cloud::lets_go`] is called.
pub const HELD: u16 = 1;

/// What a request is answered with: method, beginning of path and query (behind an address or any), status, body.
pub type Answer = (&'static str, &'static str, u16, String);

/// What lists tell of their length: beginning of path and query, the total in the header if any.
type Total = (&'static str, Option<usize>);

/// What IAM says of a token of somebody else.
pub fn bens_token() -> String {
    token_body("eu-de").replace(
        "0d1b5c6e7f8a49b0a1c2d3e4f5061728",
        "1e2c6d7f8a9b4ac1b2d3e4f506172839",
    )
}

/// The scripted cloud.
#[derive(Clone, Default)]
pub struct Cloud {
    answers: Rc<RefCell<Vec<Answer>>>,
    after_write: Rc<RefCell<Option<Vec<Answer>>>>,
    totals: Rc<RefCell<Vec<Total>>>,
    asked: Rc<RefCell<Vec<String>>>,
    sent: Rc<RefCell<Vec<String>>>,
    date: Rc<RefCell<Option<String>>>,
    addresses: Rc<RefCell<Vec<String>>>,
    tokens: Rc<RefCell<Vec<String>>>,
    lets_go: Rc<Cell<bool>>,
}

impl Cloud {
    pub fn new(answers: &[Answer]) -> Self {
        let cloud = Self::default();
        cloud.answers.borrow_mut().extend_from_slice(answers);
        cloud
    }

    /// Answers so from now on.
    pub fn answer(&self, answers: &[Answer]) {
        *self.answers.borrow_mut() = answers.to_vec();
    }

    /// What it answers now.
    pub fn answers(&self) -> Vec<Answer> {
        self.answers.borrow().clone()
    }

    /// Answers so once the next write has got its answer of now.
    pub fn answer_after_write(&self, answers: &[Answer]) {
        *self.after_write.borrow_mut() = Some(answers.to_vec());
    }

    /// The total that lists tell whose path begins so; they tell the length of the answer without it.
    pub fn counts(&self, path: &'static str, total: Option<usize>) {
        self.totals.borrow_mut().push((path, total));
    }

    /// The time that every answer tells from now on, as the header `Date` has it.
    pub fn tells_time(&self, date: &str) {
        *self.date.borrow_mut() = Some(date.to_owned());
    }

    fn headers(&self, path: &str, body: &str) -> Vec<(String, String)> {
        let date = self.date.borrow().clone();
        let mut headers: Vec<(String, String)> = date
            .into_iter()
            .map(|date| ("Date".to_owned(), date))
            .collect();
        if path.starts_with("/v3/auth/tokens") {
            headers.push(("X-Subject-Token".to_owned(), "MIIissuedtoken".to_owned()));
        }
        headers.extend(self.range(path, body));
        headers
    }

    fn range(&self, path: &str, body: &str) -> Option<(String, String)> {
        let rows = serde_json::from_str::<Vec<serde_json::Value>>(body).ok()?;
        let totals = self.totals.borrow();
        let told = totals
            .iter()
            .find(|(beginning, _)| path.starts_with(beginning));
        let total = told.map_or(Some(rows.len()), |(_, total)| *total);
        let range = total.map(|total| format!("0-{}/{total}", rows.len()));
        range.map(|range| ("Content-Range".to_owned(), range))
    }

    /// What was held back is answered.
    pub fn lets_go(&self) {
        self.lets_go.set(true);
    }

    /// The bodies of what was sent.
    pub fn sent(&self) -> Vec<String> {
        self.sent.borrow().clone()
    }

    /// Where the services are that were asked.
    pub fn addresses(&self) -> Vec<String> {
        self.addresses.borrow().clone()
    }

    /// The token of each request, in the order of [`Cloud::asked`].
    pub fn tokens(&self) -> Vec<String> {
        self.tokens.borrow().clone()
    }

    /// What was asked, as "GET /path?query".
    pub fn asked(&self) -> Vec<String> {
        self.asked.borrow().clone()
    }
}

impl Transport for Cloud {
    fn send(
        &self,
        request: Request,
        address: String,
    ) -> LocalBoxFuture<'static, Result<Response, NoAnswer>> {
        let mut headers = request.headers.iter();
        let token = headers.find(|(name, _)| *name == "X-Auth-Token");
        let token = token.map(|(_, value)| value.reveal().to_owned());
        self.tokens.borrow_mut().push(token.unwrap_or_default());
        let service = request.service();
        let path = request.path_and_query();
        let method = request.method().as_str();
        let line = format!("{method} {path}");
        let whole = format!("{method} {address}{path}");
        self.addresses.borrow_mut().push(address);
        let is_asked = |(method, path, ..): &&Answer| {
            let asked = format!("{method} {path}");
            line.starts_with(&asked) || whole.starts_with(&asked)
        };
        let answer = self.answers.borrow().iter().find(is_asked).cloned();
        let headers = answer
            .as_ref()
            .map(|(_, _, _, body)| self.headers(&path, body));
        if !line.starts_with("GET")
            && let Some(next) = self.after_write.borrow_mut().take()
        {
            *self.answers.borrow_mut() = next;
        }
        self.asked.borrow_mut().push(line);
        if !request.body.is_empty() {
            let body = String::from_utf8(request.body).unwrap();
            self.sent.borrow_mut().push(body);
        }
        let lets_go = Rc::clone(&self.lets_go);
        Box::pin(async move {
            // No network answers before the page has had its turn.
            TimeoutFuture::new(0).await;
            let unreachable = NoAnswer {
                kind: NoAnswerKind::Unreachable,
                may_have_been_applied: true,
            };
            let (_, _, mut status, body) = answer.ok_or(unreachable)?;
            if status == HELD {
                while !lets_go.get() {
                    TimeoutFuture::new(0).await;
                }
                status = 200;
            }
            if status == NEVER {
                std::future::pending::<()>().await;
            }
            Ok(Response {
                service,
                status,
                headers: headers.unwrap_or_default(),
                body: body.into_bytes(),
            })
        })
    }
}

/// A token's description as IAM sends it.
pub fn token_body(project: &str) -> String {
    format!(
        r#"{{"token":{{"expires_at":"2999-01-01T00:00:00.000000Z","user":{{"id":"0d1b5c6e7f8a49b0a1c2d3e4f5061728","name":"anna","domain":{{"id":"4f1c0a77d3b94b6a9b0f5f0f0b7e2a10","name":"ACME-EU"}}}},"project":{{"id":"7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80","name":"{project}"}}}}}}"#
    )
}

/// A console in the page, gone when dropped.
pub struct Screen {
    host: HtmlElement,
    _handle: UnmountHandle<AnyViewState>,
}

type AnyViewState = <AnyView as leptos::tachys::view::Render>::State;

impl Drop for Screen {
    fn drop(&mut self) {
        // What is still answered to this console is not kept for the next one.
        page("pagehide", true);
        page("pagehide", false);
        self.host.remove();
        leave_for("/");
    }
}

impl Screen {
    /// Mounts the console over a scripted cloud, in a browser that keeps no changes.
    pub fn open(cloud: &Cloud) -> Self {
        forget_changes();
        Self::reload(cloud)
    }

    /// Mounts it in the tab as it is, where people have passwords.
    pub fn reload(cloud: &Cloud) -> Self {
        Self::set_up(cloud, r#"{"password_sign_in":true}"#)
    }

    /// Mounts it in the tab as it is, set up by a file, on the organizations if nowhere else.
    pub fn set_up(cloud: &Cloud, file: &str) -> Self {
        leave_the_first_page();
        let transport: Rc<dyn Transport> = Rc::new(cloud.clone());
        let config = config::parse(file).unwrap();
        Self::mount(move || {
            provide_config(Box::leak(Box::new(config)));
            let net = Net::new(transport);
            view! { <Console net /> }.into_any()
        })
    }

    /// Signs in and goes to a page.
    pub async fn signed_in_at(cloud: &Cloud, address: &str) -> Self {
        let screen = Self::open(cloud);
        screen.type_into("Token", "MIIexampletoken");
        screen.button("Sign in").click();
        screen.shows("eu-de").await;
        leave_for(&format!("/{address}"));
        screen
    }

    /// Goes to another page.
    pub fn go(&self, address: &str) {
        leave_for(&format!("/{address}"));
    }

    /// Mounts any view.
    pub fn mount(view: impl FnOnce() -> AnyView + 'static) -> Self {
        has_base();
        let host: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&host).unwrap();
        Self {
            _handle: mount_to(host.clone(), view),
            host,
        }
    }

    pub fn text(&self) -> String {
        self.host.inner_text()
    }

    pub fn find(&self, selector: &str) -> Option<Element> {
        self.host.query_selector(selector).unwrap()
    }

    /// The first element that a selector finds; fails with the page's text.
    pub fn get(&self, selector: &str) -> HtmlElement {
        match self.find(selector) {
            Some(element) => element.unchecked_into(),
            None => panic!("nothing is {selector} in: {}", self.text()),
        }
    }

    /// How many elements a selector finds.
    pub fn count(&self, selector: &str) -> usize {
        self.host.query_selector_all(selector).unwrap().length() as usize
    }

    /// One of them, counted from 0.
    pub fn nth(&self, selector: &str, place: usize) -> Element {
        let all = self.host.query_selector_all(selector).unwrap();
        all.get(place as u32).unwrap().unchecked_into()
    }

    /// The button or tab with a name.
    pub fn button(&self, name: &str) -> HtmlElement {
        let buttons = self.host.query_selector_all("button").unwrap();
        let is_named = |button: &HtmlElement| match button.get_attribute("aria-label") {
            Some(label) => label == name,
            None => button.inner_text().trim() == name,
        };
        (0..buttons.length())
            .filter_map(|index| buttons.get(index)?.dyn_into::<HtmlElement>().ok())
            .find(is_named)
            .unwrap_or_else(|| panic!("no button {name:?} in: {}", self.text()))
    }

    /// The button of that name in the dialog that is open.
    pub fn dialog_button(&self, name: &str) -> HtmlElement {
        let buttons = self.host.query_selector_all("dialog button").unwrap();
        (0..buttons.length())
            .filter_map(|index| buttons.get(index)?.dyn_into::<HtmlElement>().ok())
            .find(|button| button.inner_text().trim() == name)
            .unwrap_or_else(|| panic!("no button {name:?} in a dialog in: {}", self.text()))
    }

    /// The field that a label names.
    pub fn field(&self, label: &str) -> HtmlInputElement {
        if let Some(field) = self.find(&format!(":is(input, select)[aria-label=\"{label}\"]")) {
            return field.unchecked_into();
        }
        let labels = self.host.query_selector_all("label").unwrap();
        let id = (0..labels.length())
            .filter_map(|index| labels.get(index)?.dyn_into::<HtmlElement>().ok())
            .find(|found| found.inner_text().trim() == label)
            .and_then(|label| label.get_attribute("for"))
            .unwrap_or_else(|| panic!("no field {label:?} in: {}", self.text()));
        self.get(&format!("#{id}")).unchecked_into()
    }

    /// Types into a field.
    pub fn type_into(&self, label: &str, text: &str) {
        let field = self.field(label);
        field.set_value(text);
        let event = web_sys::Event::new("input").unwrap();
        field.dispatch_event(&event).unwrap();
    }

    /// Chooses from a list.
    pub fn choose(&self, label: &str, value: &str) {
        let list: HtmlSelectElement = self.field(label).unchecked_into();
        list.set_value(value);
        let event = web_sys::Event::new("change").unwrap();
        list.dispatch_event(&event).unwrap();
    }

    /// Waits until something was sent, and gives its bodies.
    pub async fn sends(&self, cloud: &Cloud) -> Vec<String> {
        self.has_sent(cloud, 1).await
    }

    /// The same once so much was sent.
    pub async fn has_sent(&self, cloud: &Cloud, count: usize) -> Vec<String> {
        for _ in 0..200 {
            if cloud.sent().len() >= count {
                return cloud.sent();
            }
            TimeoutFuture::new(10).await;
        }
        panic!("{count} were never sent: {}", self.text());
    }

    /// Waits until something was asked that begins so.
    pub async fn asks(&self, cloud: &Cloud, beginning: &str) {
        for _ in 0..200 {
            if cloud.asked().iter().any(|line| line.starts_with(beginning)) {
                return;
            }
            TimeoutFuture::new(10).await;
        }
        panic!("{beginning} was never asked: {}", self.text());
    }

    /// Waits until the page shows a text; fails with what it shows instead.
    pub async fn shows(&self, text: &str) {
        for _ in 0..400 {
            if self.text().contains(text) {
                return;
            }
            TimeoutFuture::new(10).await;
        }
        panic!("the page never showed {text:?} but: {}", self.text());
    }
    /// Waits until nothing on the page matches a selector.
    pub async fn loses(&self, selector: &str) {
        for _ in 0..400 {
            if self.find(selector).is_none() {
                return;
            }
            TimeoutFuture::new(10).await;
        }
        panic!("{selector} stays on the page: {}", self.text());
    }
}
