//! The way into the demo and out of it. The address alone decides, and every one that a page of the demo writes leads
//! into the same demo: so do a reload, Back, and what somebody copies.

use leptos::prelude::window;

use super::address::{base_path, inside};
use super::console::note;
use super::environment::repositories_of_demo;
use super::storage::TabItem;

/// The parameter of the address that leads into the demo; its value is the number of repositories.
pub const PARAMETER: &str = "demo";

/// Repositories that the largest organization of the demo has where the address does not tell.
const USUAL: u32 = 300;
/// More than the data of the demo is made for.
const MOST: u32 = 100_000;

/// How many repositories the demo has that the address asks for; `None` where it asks for none.
#[must_use]
pub fn wanted_demo() -> Option<u32> {
    let told = told_size(&inside(&base_path()))?;
    let number = told
        .parse()
        .ok()
        .filter(|number| (1..=MOST).contains(number));
    Some(number.unwrap_or(USUAL))
}

fn told_size(address: &str) -> Option<String> {
    let (_, query) = address.split_once('?')?;
    query.split('&').find_map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (name == PARAMETER).then(|| value.to_owned())
    })
}

/// An address inside the console as this page writes it.
#[must_use]
pub fn of_environment(address: String) -> String {
    match repositories_of_demo() {
        Some(repositories) if told_size(&address).is_none() => of_demo(&address, repositories),
        Some(_) | None => address,
    }
}

fn of_demo(address: &str, repositories: u32) -> String {
    let sign = if address.contains('?') { '&' } else { '?' };
    let size = match repositories {
        USUAL => String::new(),
        other => format!("={other}"),
    };
    format!("{address}{sign}{PARAMETER}{size}")
}

/// Shows the demo in place of this page, where the address leads to in the console.
pub fn open_demo() {
    let base = base_path();
    open(&of_demo(&format!("{base}{}", inside(&base)), USUAL));
}

/// Shows the first page of the same demo in place of this one.
pub fn open_demo_anew(repositories: u32) {
    open(&of_demo(&base_path(), repositories));
}

/// Shows the first page of the console outside of the demo in place of this one.
pub fn leave_demo() {
    let of_tab = [
        TabItem::DemoPerson,
        TabItem::DemoTrials,
        TabItem::EnterpriseProject,
    ];
    for item in of_tab {
        item.remove();
    }
    open(&base_path());
}

fn open(address: &str) {
    if let Err(refusal) = window().location().assign(address) {
        note("the page stays as it is", &refusal);
    }
}
